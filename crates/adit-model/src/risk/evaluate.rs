//! The one place where facts meet the formulas, for every reading.

use adit_facts::study::Side;
use adit_facts::{Scope, Stage};
use adit_number::{AsBounds, AsReason, AsSlope, AsValue, Bounds, Fact, Reading, Real, Slope};

use super::about::About;
use super::concentration::{HHI, Supplier, WORST_GOVERNANCE, concentration, most_of_unlisted};
use super::economic_importance::{Use, economic_importance};
use super::governance::{GOVERNANCE, governance};
use super::import_reliance::{IMPORT_RELIANCE, counted};
use super::inputs::{ListInputs, MaterialInputs, StageInputs, Study, SupplierInputs};
use super::supply_risk::{Stage as StageNumbers, Supply, supply_risk};
use super::whole::{higher_stage, mean_of_members};

/// A reading, and how it treats what a list of suppliers does not say.
pub(crate) trait RiskReading: Reading {
    /// What shares missing from a list of mass `missing` (fraction) may add to its concentration. Nothing, except in
    /// bounds that are asked to hold it.
    fn unlisted(&self, missing: f64) -> Option<Self::Number> {
        let _ = missing;
        None
    }

    /// Governance of a country that the World Bank does not have. Unknown in the value; 0..10 in bounds.
    fn unknown_governance(&self) -> Self::Number {
        Self::Number::exact(0.0)
    }
}

impl RiskReading for AsValue {}
impl RiskReading for AsReason<'_> {}

impl<R: RiskReading> RiskReading for AsSlope<R> {
    fn unknown_governance(&self) -> Slope<R::Number> {
        Slope { re: self.inner.unknown_governance(), eps: R::Number::exact(0.0) }
    }
}

impl RiskReading for AsBounds {
    fn unknown_governance(&self) -> Bounds {
        Bounds::new(0.0, WORST_GOVERNANCE)
    }
}

/// Bounds that also hold the shares missing from a list (rules §1.5).
#[derive(Clone, Copy)]
pub(crate) struct WithUnlisted;

impl Reading for WithUnlisted {
    type Number = Bounds;

    fn read(&self, fact: &Fact) -> Bounds {
        AsBounds.read(fact)
    }
}

impl RiskReading for WithUnlisted {
    fn unlisted(&self, missing: f64) -> Option<Bounds> {
        (missing > 0.0).then(|| Bounds::new(0.0, most_of_unlisted(missing).next_up()))
    }

    fn unknown_governance(&self) -> Bounds {
        AsBounds.unknown_governance()
    }
}

/// A study read in one way: governance of each country once, then any figure.
pub(crate) struct Evaluation<'s, R: RiskReading> {
    pub(crate) study: &'s Study,
    reading: R,
    governance: Vec<Option<R::Number>>,
}

impl<'s, R: RiskReading> Evaluation<'s, R> {
    pub(crate) fn new(study: &'s Study, reading: R) -> Self {
        let governance = study
            .governance
            .iter()
            .zip(0u16..)
            .map(|(inputs, country)| {
                let estimates = inputs.as_ref()?.estimates.iter().map(|fact| reading.read(fact));
                Some(governance(estimates).by(&GOVERNANCE, About::Governance(adit_facts::Country(country)).subject()))
            })
            .collect();
        Self { study, reading, governance }
    }

    /// With governance that was read before (draws without governance error).
    pub(crate) fn with_governance(study: &'s Study, reading: R, governance: Vec<Option<R::Number>>) -> Self {
        Self { study, reading, governance }
    }

    /// Governance of a country, if known.
    pub(crate) fn governance(&self, country: adit_facts::Country) -> Option<R::Number> {
        self.governance[usize::from(country.0)]
    }

    pub(crate) fn concentration(&self, m: &MaterialInputs, s: &StageInputs, side: Side) -> Option<R::Number> {
        s.list(side).map(|list| self.of_list(m, s.stage, side, list))
    }

    fn of_list(&self, m: &MaterialInputs, stage: Stage, side: Side, list: &ListInputs) -> R::Number {
        let listed = concentration(list.suppliers.iter().map(|s| self.supplier(m, stage, side, s)));
        let whole = self.reading.unlisted(list.missing_share()).map_or(listed, |unlisted| listed + unlisted);
        whole.by(&HHI, About::Concentration(m.material, stage, side).subject())
    }

    pub(crate) fn import_reliance(&self, m: &MaterialInputs, s: &StageInputs) -> Option<R::Number> {
        let subject = About::ImportReliance(m.material, s.stage).subject();
        s.import_reliance.as_ref().map(|ir| counted(self.reading.read(ir)).by(&IMPORT_RELIANCE, subject))
    }

    /// Supply risk of a stage under a scope.
    pub(crate) fn stage_under(&self, m: &MaterialInputs, s: &StageInputs, scope: Scope) -> Option<R::Number> {
        let world = if scope == Scope::Eus { None } else { self.concentration(m, s, Side::World) };
        let europe = if scope == Scope::Gs { None } else { self.concentration(m, s, Side::Europe) };
        let import_reliance = if scope == Scope::Both { self.import_reliance(m, s) } else { None };
        Some(supply_risk(&StageNumbers {
            subject: About::StageRisk(m.material, s.stage).subject(),
            supply: Supply::for_scope(scope, world, europe, import_reliance)?,
            recycled: self.reading.read(m.recycled.as_ref()?),
            substitution: self.reading.read(m.si_sr.as_ref()?),
        }))
    }

    /// Supply risk of a stage under its published scope; of a group, the mean of its members' stages.
    pub(crate) fn stage(&self, m: &MaterialInputs, s: &StageInputs) -> Option<R::Number> {
        if m.members.is_empty() {
            return self.stage_under(m, s, s.scope?);
        }
        let members = m.members.iter().map(|&at| {
            let member = &self.study.materials[at];
            member.stages.iter().find(|of| of.stage == s.stage).and_then(|of| self.stage(member, of))
        });
        mean_of_members(members, About::StageRisk(m.material, s.stage).subject())
    }

    /// Supply risk of a material: the higher of its stages that can be computed; of a group: the mean of its members.
    pub(crate) fn supply_risk(&self, m: &MaterialInputs) -> Option<R::Number> {
        let subject = About::SupplyRisk(m.material).subject();
        if m.members.is_empty() {
            return higher_stage(m.stages.iter().filter_map(|s| self.stage(m, s)), subject);
        }
        mean_of_members(m.members.iter().map(|&at| self.supply_risk(&self.study.materials[at])), subject)
    }

    /// Economic importance of a material; of a group: the mean of its members.
    pub(crate) fn importance(&self, m: &MaterialInputs) -> Option<R::Number> {
        let subject = About::Importance(m.material).subject();
        if !m.members.is_empty() {
            return mean_of_members(m.members.iter().map(|&at| self.importance(&self.study.materials[at])), subject);
        }
        if m.uses.is_empty() {
            return None;
        }
        let substitution = self.reading.read(m.si_ei.as_ref()?);
        let largest = self.reading.read(self.study.largest_value_added.as_ref()?);
        let uses = m.uses.iter().map(|u| Use {
            subject: About::Use(m.material, u.line).subject(),
            share: self.reading.read(&u.share),
            value_added: self.reading.read(&u.value_added),
        });
        Some(economic_importance(substitution, uses, largest, subject))
    }

    /// Economic importance as the list rule takes it: our own, else the published figure.
    pub(crate) fn importance_for_rule(&self, m: &MaterialInputs) -> Option<R::Number> {
        self.importance(m).or_else(|| m.ei_as_published.as_ref().map(|fact| self.reading.read(fact)))
    }
}

/// The number of a computation in one reading, or `None` if something it needs is missing.
pub(crate) fn number<R: RiskReading>(evaluation: &Evaluation<'_, R>, about: About) -> Option<R::Number> {
    let material = |wanted| evaluation.study.materials.iter().find(|m| m.material == wanted);
    let stage = |wanted_material, wanted_stage| {
        let m = material(wanted_material)?;
        m.stages.iter().find(|s| s.stage == wanted_stage).map(|s| (m, s))
    };
    match about {
        About::SupplyRisk(m) => evaluation.supply_risk(material(m)?),
        About::StageRisk(m, s) => stage(m, s).and_then(|(m, s)| evaluation.stage(m, s)),
        About::Concentration(m, s, side) => stage(m, s).and_then(|(m, s)| evaluation.concentration(m, s, side)),
        About::Term(m, s, side, country) => {
            let (m, s) = stage(m, s)?;
            let supplier = s.list(side)?.suppliers.iter().find(|of| of.country == country)?;
            Some(concentration(std::iter::once(evaluation.supplier(m, s.stage, side, supplier))))
        }
        About::ImportReliance(m, s) => stage(m, s).and_then(|(m, s)| evaluation.import_reliance(m, s)),
        About::Governance(country) => evaluation.governance(country),
        About::Importance(m) => evaluation.importance(material(m)?),
        About::Use(m, line) => evaluation.use_part(material(m)?, line),
    }
}

impl<R: RiskReading> Evaluation<'_, R> {
    #[inline]
    fn supplier(&self, m: &MaterialInputs, stage: Stage, side: Side, s: &SupplierInputs) -> Supplier<R::Number> {
        Supplier {
            subject: About::Term(m.material, stage, side, s.country).subject(),
            share: self.reading.read(&s.share),
            governance: self.governance(s.country).unwrap_or_else(|| self.reading.unknown_governance()),
            trade: self.reading.read(&s.trade),
        }
    }

    fn use_part(&self, m: &MaterialInputs, line: u16) -> Option<R::Number> {
        let u = m.uses.iter().find(|u| u.line == line)?;
        Some(
            (self.reading.read(&u.share) * self.reading.read(&u.value_added))
                .by(&super::economic_importance::USE, About::Use(m.material, line).subject()),
        )
    }
}

#[cfg(test)]
mod tests;
