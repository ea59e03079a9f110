//! Supply risk of a stage.
//!
//! `SR = [HHI_GS * IR/2 + HHI_EUS * (1 - IR/2)] * (1 - EoL_RIR) * SI_SR`; with scope "global supply only" or "EU sourcing
//! only" the bracket is that one index. Source: Regulation (EU) 2024/1252, Annex II, Section 2, point 3; scopes:
//! European Commission, Study on the critical raw materials for the EU 2023, annexes.

use adit_facts::Scope;
use adit_number::{Real, Rule, Subject};

/// Supply risk of one stage.
pub static SUPPLY_RISK: Rule = Rule {
    id: "risk.sr",
    says: "Supply risk of a stage: concentration of world supply and EU sourcing, weighted by import reliance, times what is not recycled, times what cannot be substituted",
    formula: "SR = [HHI(GS) × IR/2 + HHI(EUS) × (1 − IR/2)] × (1 − EoL-RIR) × SI(SR)",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 3",
};

/// Supply risk of a stage for which only global supply counts.
pub static SUPPLY_RISK_WORLD: Rule = Rule {
    id: "risk.sr-gs",
    says: "Supply risk of a stage with scope global supply only: its concentration times what is not recycled, times what cannot be substituted",
    formula: "SR = HHI(GS) × (1 − EoL-RIR) × SI(SR)",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 3; scopes: European Commission, Study on the critical raw materials for the EU 2023",
};

/// Supply risk of a stage for which only EU sourcing counts.
pub static SUPPLY_RISK_EUROPE: Rule = Rule {
    id: "risk.sr-eus",
    says: "Supply risk of a stage with scope EU sourcing only: its concentration times what is not recycled, times what cannot be substituted",
    formula: "SR = HHI(EUS) × (1 − EoL-RIR) × SI(SR)",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 3; scopes: European Commission, Study on the critical raw materials for the EU 2023",
};

/// The inputs of a stage as the formula sees them.
#[derive(Clone, Copy)]
pub struct Stage<R> {
    /// What the result is called in a derivation.
    pub subject: Subject,
    /// The two concentrations, as far as the scope needs them.
    pub supply: Supply<R>,
    /// EoL-RIR, a fraction.
    pub recycled: R,
    /// `SI_SR`, 0..1.
    pub substitution: R,
}

/// The concentrations that a scope calls for. Unit: index.
#[derive(Clone, Copy)]
pub enum Supply<R> {
    /// Global supply and EU sourcing, mixed by import reliance (a fraction, not negative).
    Both {
        /// `HHI_GS`.
        world: R,
        /// `HHI_EUS`.
        europe: R,
        /// IR.
        import_reliance: R,
    },
    /// Global supply only.
    World(R),
    /// EU sourcing only.
    Europe(R),
}

impl<R: Copy> Supply<R> {
    /// The supply for a scope; `None` if the scope needs something that is missing.
    pub fn for_scope(scope: Scope, world: Option<R>, europe: Option<R>, import_reliance: Option<R>) -> Option<Self> {
        match scope {
            Scope::Both => Some(Self::Both { world: world?, europe: europe?, import_reliance: import_reliance? }),
            Scope::Gs => world.map(Self::World),
            Scope::Eus => europe.map(Self::Europe),
        }
    }
}

/// Supply risk of a stage. Unit: index, 0 to 15.
///
/// # Source
/// Regulation (EU) 2024/1252, Annex II, Section 2, point 3.
pub fn supply_risk<R: Real>(stage: &Stage<R>) -> R {
    let (hhi, rule) = match stage.supply {
        Supply::Both { world, europe, import_reliance } => {
            (europe.mix(world, import_reliance * R::exact(0.5)), &SUPPLY_RISK)
        }
        Supply::World(world) => (world, &SUPPLY_RISK_WORLD),
        Supply::Europe(europe) => (europe, &SUPPLY_RISK_EUROPE),
    };
    (hhi * (R::exact(1.0) - stage.recycled) * stage.substitution).by(rule, stage.subject)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Magnesium, processing, WGI mean 2016-2020: design of the worked example, published 4.1 (EC 2023).
    #[test]
    fn the_worked_example_of_magnesium() {
        let supply = Supply::Both { world: 4.70, europe: 5.38, import_reliance: 1.0 };
        let stage = Stage { subject: Subject::NONE, supply, recycled: 0.13, substitution: 0.94 };
        assert!((supply_risk(&stage) - 4.12).abs() < 0.005);
    }

    #[test]
    fn without_imports_only_eu_sourcing_counts() {
        let supply = Supply::Both { world: 9.0, europe: 2.0, import_reliance: 0.0 };
        assert_eq!(supply_risk(&Stage { subject: Subject::NONE, supply, recycled: 0.0, substitution: 1.0 }), 2.0);
    }
}
