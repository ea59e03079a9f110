//! Who pays, who receives, for what and when.

/// A side of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Party {
    /// The public purse.
    Public,
    /// The project and its owners.
    Project,
    /// A bank.
    Bank,
    /// Those who buy and store the product on the market.
    Market,
}

impl Party {
    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "the public",
            Self::Project => "the project",
            Self::Bank => "the bank",
            Self::Market => "the market",
        }
    }
}

/// A kind of payment of an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Channel {
    /// Who pays.
    pub from: Party,
    /// Who receives.
    pub to: Party,
    /// For what.
    pub what: &'static str,
    /// In which state of the world.
    pub when: &'static str,
}

impl Channel {
    /// What a million paid through the channel changes in a party's cash.
    pub fn sign(self, party: Party) -> f64 {
        let one = |is: bool| if is { 1.0 } else { 0.0 };
        one(self.to == party) - one(self.from == party)
    }
}
