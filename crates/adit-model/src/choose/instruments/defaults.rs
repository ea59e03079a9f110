//! The usual eight instruments, with the terms that adit assumes where none are asked for.

use adit_facts::chain::Assumption;

use super::offer::{InstrumentKind, Offer, Terms};

/// What the usual terms are made from.
#[derive(Debug, Clone, Copy)]
pub struct Usual<'a> {
    /// The assumptions of the facts, those of the topic `instrument` among them.
    pub assumptions: &'a [Assumption],
    /// Reference rate of the loan.
    pub reference: f64,
    /// Expected price of the main product, euro a tonne contained.
    pub price: f64,
}

impl Usual<'_> {
    fn get(&self, name: &str) -> Option<f64> {
        let own = |one: &&Assumption| one.id.strip_prefix("instrument/") == Some(name);
        self.assumptions.iter().find(own).map(|one| one.value.number.value)
    }

    fn years(&self, name: &str) -> Option<usize> {
        // Whole years of an assumption, never negative.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        self.get(name).map(|years| years.max(0.0) as usize)
    }

    fn terms(&self, kind: InstrumentKind) -> Option<Terms> {
        Some(match kind {
            InstrumentKind::Grant => Terms::Grant { share: self.get("grant-share")? },
            InstrumentKind::SoftLoan => Terms::SoftLoan {
                share: self.get("loan-share")?,
                rate: self.get("soft-loan-rate")?,
                grace: self.years("loan-grace")?,
                term: self.years("loan-term")?,
            },
            InstrumentKind::Guarantee => Terms::Guarantee {
                share: self.get("loan-share")?,
                cover: self.get("guarantee-cover")?,
                premium: self.get("guarantee-premium")?,
                rate: self.reference,
                grace: self.years("loan-grace")?,
                term: self.years("loan-term")?,
            },
            InstrumentKind::Equity => {
                Terms::Equity { share: self.get("equity-share")?, cap: Some(self.get("equity-cap")?) }
            }
            InstrumentKind::PriceFloor => Terms::PriceFloor {
                strike: self.get("price-floor")? * self.price,
                share: self.get("price-floor-share")?,
                years: self.years("price-floor-years")?,
                two_sided: false,
            },
            InstrumentKind::PurchaseGuarantee => Terms::PurchaseGuarantee {
                price: self.get("price-floor")? * self.price,
                share: self.get("purchase-share")?,
                years: self.years("price-floor-years")?,
                stored: self.years("purchase-stored")?,
                storage: self.get("purchase-storage")?,
                discount: self.get("purchase-discount")?,
            },
            InstrumentKind::SharedInfrastructure => Terms::SharedInfrastructure {
                share: self.get("infrastructure-share")?,
                fee: self.get("infrastructure-fee")?,
            },
            InstrumentKind::ExplorationCoFunding => Terms::ExplorationCoFunding {
                share: self.get("exploration-share")?,
                repaid: self.get("exploration-repaid")?,
            },
        })
    }
}

/// The usual eight instruments, marked as assumed; one whose assumptions are not in the facts is left out.
pub fn usual(from: &Usual<'_>) -> Vec<Offer> {
    let offer = |kind| from.terms(kind).map(|terms| Offer { assumed: true, ..Offer::new(terms) });
    InstrumentKind::ALL.into_iter().filter_map(offer).collect()
}
