//! Instruments with their terms.

/// The eight kinds of instruments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InstrumentKind {
    /// Investment grant.
    Grant,
    /// Loan below the reference rate.
    SoftLoan,
    /// Guarantee of a bank's loan.
    Guarantee,
    /// Public share of the equity.
    Equity,
    /// Price floor or contract for difference.
    PriceFloor,
    /// Right to sell to a public stockpile.
    PurchaseGuarantee,
    /// Works paid by the public.
    SharedInfrastructure,
    /// Part of exploration paid by the public.
    ExplorationCoFunding,
}

impl InstrumentKind {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Grant,
        Self::SoftLoan,
        Self::Guarantee,
        Self::Equity,
        Self::PriceFloor,
        Self::PurchaseGuarantee,
        Self::SharedInfrastructure,
        Self::ExplorationCoFunding,
    ];

    /// The word of contracts and ids.
    pub fn id(self) -> &'static str {
        match self {
            Self::Grant => "grant",
            Self::SoftLoan => "soft-loan",
            Self::Guarantee => "guarantee",
            Self::Equity => "equity",
            Self::PriceFloor => "price-floor",
            Self::PurchaseGuarantee => "purchase-guarantee",
            Self::SharedInfrastructure => "shared-infrastructure",
            Self::ExplorationCoFunding => "exploration-co-funding",
        }
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grant => "Grant",
            Self::SoftLoan => "Soft loan",
            Self::Guarantee => "Guarantee",
            Self::Equity => "Equity",
            Self::PriceFloor => "Price floor",
            Self::PurchaseGuarantee => "Purchase guarantee and stockpile",
            Self::SharedInfrastructure => "Shared infrastructure",
            Self::ExplorationCoFunding => "Co-funding of exploration",
        }
    }

    /// From the word of contracts and ids.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == text)
    }
}

/// What an instrument pays. Shares are of the whole (0..1), rates a year, prices in euro a tonne contained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Terms {
    /// Pays `share` of the investment in the year in which it is made.
    Grant {
        /// Share of the investment.
        share: f64,
    },
    /// Lends `share` of the investment as it is made, at `rate`.
    SoftLoan {
        /// Share of the investment.
        share: f64,
        /// Interest.
        rate: f64,
        /// Years after building without repayment; interest is paid.
        grace: usize,
        /// Equal repayments, years.
        term: usize,
    },
    /// Covers part of what a bank loses on a loan of `share` of the investment.
    Guarantee {
        /// Share of the investment that the bank lends.
        share: f64,
        /// Part of each unpaid instalment that the public pays.
        cover: f64,
        /// Premium on the covered balance.
        premium: f64,
        /// Interest of the bank.
        rate: f64,
        /// Years after building without repayment; interest is paid.
        grace: usize,
        /// Equal repayments, years.
        term: usize,
    },
    /// Pays `share` of the investment and receives the same share of what the project distributes.
    Equity {
        /// Share.
        share: f64,
        /// Return at which the public's part ends; `None`: on the terms of the private owners.
        cap: Option<f64>,
    },
    /// Pays the difference between the strike and the market price on `share` of the output.
    PriceFloor {
        /// Strike price.
        strike: f64,
        /// Share of the output.
        share: f64,
        /// Years from first output.
        years: usize,
        /// Whether the project pays the difference back when the price is above the strike.
        two_sided: bool,
    },
    /// Buys `share` of the output at a fixed price when the market pays less, stores it and sells it later.
    PurchaseGuarantee {
        /// Price guaranteed.
        price: f64,
        /// Share of the output.
        share: f64,
        /// Years from first output.
        years: usize,
        /// Years in store.
        stored: usize,
        /// Cost of storage a year over the price paid.
        storage: f64,
        /// Part of the market price lost when the stock is sold.
        discount: f64,
    },
    /// Builds works worth `share` of the investment that several users share; the project pays a fee.
    SharedInfrastructure {
        /// Share of the investment that the project need not make.
        share: f64,
        /// Fee a year of output over what was built for the project.
        fee: f64,
    },
    /// Pays `share` of exploration, paid back `repaid` times where a mine follows.
    ExplorationCoFunding {
        /// Share of exploration.
        share: f64,
        /// Times that it is paid back out of the first years of operation.
        repaid: f64,
    },
}

/// An instrument as it is offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Name that ids use; that of its kind if there is one of it.
    pub name: String,
    /// Terms.
    pub terms: Terms,
    /// Whether the terms are adit's assumption and not asked for.
    pub assumed: bool,
}

impl Offer {
    /// An instrument under the name of its kind.
    pub fn new(terms: Terms) -> Self {
        Self { name: terms.kind().id().to_owned(), terms, assumed: false }
    }

    /// The same instrument, its share times a factor; `None` if the share would leave 0..1.
    pub fn scaled(&self, factor: f64) -> Option<Self> {
        let share = self.terms.share() * factor;
        let whole = (0.0..=1.0).contains(&share);
        whole.then(|| Self { terms: self.terms.with_share(share), ..self.clone() })
    }
}

impl Terms {
    /// Kind.
    pub fn kind(&self) -> InstrumentKind {
        match self {
            Self::Grant { .. } => InstrumentKind::Grant,
            Self::SoftLoan { .. } => InstrumentKind::SoftLoan,
            Self::Guarantee { .. } => InstrumentKind::Guarantee,
            Self::Equity { .. } => InstrumentKind::Equity,
            Self::PriceFloor { .. } => InstrumentKind::PriceFloor,
            Self::PurchaseGuarantee { .. } => InstrumentKind::PurchaseGuarantee,
            Self::SharedInfrastructure { .. } => InstrumentKind::SharedInfrastructure,
            Self::ExplorationCoFunding { .. } => InstrumentKind::ExplorationCoFunding,
        }
    }

    /// Its size: a share of investment, output or exploration.
    pub fn share(&self) -> f64 {
        match *self {
            Self::Grant { share }
            | Self::SoftLoan { share, .. }
            | Self::Guarantee { share, .. }
            | Self::Equity { share, .. }
            | Self::PriceFloor { share, .. }
            | Self::PurchaseGuarantee { share, .. }
            | Self::SharedInfrastructure { share, .. }
            | Self::ExplorationCoFunding { share, .. } => share,
        }
    }

    /// The same terms with another size.
    #[must_use]
    pub fn with_share(mut self, size: f64) -> Self {
        match &mut self {
            Self::Grant { share }
            | Self::SoftLoan { share, .. }
            | Self::Guarantee { share, .. }
            | Self::Equity { share, .. }
            | Self::PriceFloor { share, .. }
            | Self::PurchaseGuarantee { share, .. }
            | Self::SharedInfrastructure { share, .. }
            | Self::ExplorationCoFunding { share, .. } => *share = size,
        }
        self
    }

    /// Its terms by name: value and unit.
    pub fn listed(&self) -> Vec<(&'static str, f64, &'static str)> {
        let years = |count: usize| count as f64;
        match *self {
            Self::Grant { share } => vec![("share of the investment", share, "share")],
            Self::SoftLoan { share, rate, grace, term } => vec![
                ("share of the investment", share, "share"),
                ("interest", rate, "per year"),
                ("grace", years(grace), "years"),
                ("repayment", years(term), "years"),
            ],
            Self::Guarantee { share, cover, premium, rate, grace, term } => vec![
                ("share of the investment that the bank lends", share, "share"),
                ("part of each unpaid instalment covered", cover, "share"),
                ("premium on the covered balance", premium, "per year"),
                ("interest of the bank", rate, "per year"),
                ("grace", years(grace), "years"),
                ("repayment", years(term), "years"),
            ],
            Self::Equity { share, cap } => {
                let mut terms = vec![("share", share, "share")];
                terms.extend(cap.map(|cap| ("return at which the public's part ends", cap, "per year")));
                terms
            }
            Self::PriceFloor { strike, share, years: count, .. } => vec![
                ("strike", strike, "EUR/t"),
                ("share of the output", share, "share"),
                ("years from first output", years(count), "years"),
            ],
            Self::PurchaseGuarantee { price, share, years: count, stored, storage, discount } => vec![
                ("price guaranteed", price, "EUR/t"),
                ("share of the output", share, "share"),
                ("years from first output", years(count), "years"),
                ("years in store", years(stored), "years"),
                ("storage over the price paid", storage, "per year"),
                ("lost when the stock is sold", discount, "share"),
            ],
            Self::SharedInfrastructure { share, fee } => {
                vec![("share of the investment", share, "share"), ("fee over what was built", fee, "per year")]
            }
            Self::ExplorationCoFunding { share, repaid } => {
                vec![
                    ("share of exploration", share, "share"),
                    ("times paid back where a mine follows", repaid, "times"),
                ]
            }
        }
    }
}
