//! The parts of a stage's supply risk in bounds, so that one of them can be replaced by another value.

use adit_facts::Scope;
use adit_number::{AsBounds, Bounds};

use crate::risk::evaluate::Evaluation;
use crate::risk::import_reliance::counted;
use crate::risk::inputs::{MaterialInputs, StageInputs};
use crate::risk::supply_risk::{Stage, Supply, supply_risk};

/// Everything that the supply risk of a stage is made of, in bounds by rounding.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    pub(super) scope: Scope,
    pub(super) world: Option<Bounds>,
    pub(super) europe: Option<Bounds>,
    pub(super) import_reliance: Option<Bounds>,
    pub(super) recycled: Option<Bounds>,
    pub(super) substitution: Option<Bounds>,
}

impl Parts {
    pub(super) fn of(bounds: &Evaluation<'_, AsBounds>, m: &MaterialInputs, s: &StageInputs) -> Option<Self> {
        let point = |fact: &adit_number::Fact| Bounds::new(fact.low, fact.high);
        Some(Self {
            scope: s.scope?,
            world: bounds.concentration(m, s, adit_facts::study::Side::World),
            europe: bounds.concentration(m, s, adit_facts::study::Side::Europe),
            import_reliance: s.import_reliance.as_ref().map(point),
            recycled: m.recycled.as_ref().map(point),
            substitution: m.si_sr.as_ref().map(point),
        })
    }

    /// Supply risk of the parts; `None` if one that the scope needs is missing.
    pub(super) fn supply_risk(&self) -> Option<Bounds> {
        let import_reliance = self.import_reliance.map(counted);
        Some(supply_risk(&Stage {
            subject: adit_number::Subject::NONE,
            supply: Supply::for_scope(self.scope, self.world, self.europe, import_reliance)?,
            recycled: self.recycled?,
            substitution: self.substitution?,
        }))
    }
}
