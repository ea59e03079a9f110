//! The assessment: supply risk and economic importance of every material, with bounds and everything that is missing.

use adit_facts::study::{Published, Side};
use adit_facts::{Material, Package, Scope, Stage};
use adit_number::{AsBounds, AsValue, Bounds, Certainty};

use super::about::About;
use super::evaluate::{Evaluation, WithUnlisted, number};
use super::inputs::{MaterialInputs, StageInputs, Study};
use super::list_rule::{meets_thresholds, meets_within};

/// A figure with two pairs of bounds: from rounding alone, and with the shares that are missing from the lists as well.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounded {
    /// The figure.
    pub value: f64,
    /// Lowest by rounding (and governance error, if asked for).
    pub low_rounding: f64,
    /// Highest by rounding (and governance error, if asked for).
    pub high_rounding: f64,
    /// Lowest, missing shares included.
    pub low: f64,
    /// Highest, missing shares included.
    pub high: f64,
}

impl Bounded {
    fn of(value: Option<f64>, rounding: Option<Bounds>, all: Option<Bounds>) -> Option<Self> {
        let (value, rounding, all) = (value?, rounding?, all?);
        Some(Self { value, low_rounding: rounding.lo(), high_rounding: rounding.hi(), low: all.lo(), high: all.hi() })
    }

    /// The bounds, missing shares included.
    pub fn bounds(&self) -> Bounds {
        Bounds::new(self.low, self.high)
    }

    /// The bounds by rounding alone.
    pub fn rounding(&self) -> Bounds {
        Bounds::new(self.low_rounding, self.high_rounding)
    }
}

/// Something that a figure would need and that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// No scope was published for the stage: it is computed under all three, none is chosen.
    Scope(Stage),
    /// No import reliance.
    ImportReliance(Stage),
    /// No list of suppliers, or none left in it after a scenario.
    List(Stage, Side),
    /// The World Bank has no governance of a supplier in these years: its term is missing in the value, and 0..10 in the
    /// bounds.
    Governance(adit_facts::Country),
    /// No EoL-RIR.
    Recycling,
    /// No `SI_SR`.
    SubstitutionRisk,
    /// No `SI_EI`.
    SubstitutionImportance,
    /// No uses with a sector.
    Uses,
    /// A member of the group has no figure.
    Member(Material),
}

/// One stage.
#[derive(Debug, Clone)]
pub struct StageRisk {
    /// Which.
    pub stage: Stage,
    /// Published scope.
    pub scope: Option<Scope>,
    /// Supply risk under the published scope.
    pub sr: Option<Bounded>,
    /// Supply risk under each scope, in the order of [`Scope::ALL`].
    pub under: [Option<Bounded>; 3],
    /// Published supply risk.
    pub published: Option<Published>,
    /// Concentration of global supply.
    pub hhi_gs: Option<Bounded>,
    /// Concentration of EU sourcing.
    pub hhi_eus: Option<Bounded>,
    /// Import reliance as it counts.
    pub ir: Option<Bounded>,
    /// Import reliance as published.
    pub ir_published: Option<f64>,
    /// Shares missing from the list of global supply, a fraction.
    pub missing_gs: Option<f64>,
    /// Shares missing from the list of EU sourcing, a fraction.
    pub missing_eus: Option<f64>,
}

impl StageRisk {
    /// Supply risk under a scope.
    pub fn under(&self, scope: Scope) -> Option<Bounded> {
        Scope::ALL.iter().position(|s| *s == scope).and_then(|at| self.under[at])
    }
}

/// Whether a rule holds, and whether the bounds leave no doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// By the value reading.
    pub holds: bool,
    /// The bounds all agree.
    pub certain: bool,
}

/// One material.
#[derive(Debug, Clone)]
pub struct MaterialRisk {
    /// Which.
    pub material: Material,
    /// Supply risk.
    pub sr: Option<Bounded>,
    /// Economic importance, computed.
    pub ei: Option<Bounded>,
    /// Published supply risk.
    pub published_sr: Option<Published>,
    /// Published economic importance.
    pub published_ei: Option<Published>,
    /// Whether the thresholds are met (published economic importance where ours cannot be computed); `None` if unknown.
    pub meets: Option<Verdict>,
    /// Strategic by Annex I.
    pub strategic: bool,
    /// The stage that decides, and whether the bounds leave no doubt.
    pub deciding: Option<(Stage, bool)>,
    /// EoL-RIR, a fraction.
    pub recycled: Option<f64>,
    /// `SI_SR`.
    pub si_sr: Option<f64>,
    /// Its stages.
    pub stages: Vec<StageRisk>,
    /// What is not known.
    pub missing: Vec<Missing>,
}

impl MaterialRisk {
    /// Critical by the rule of Art. 4(2) on our own figures; `None` where they are unknown and it is not strategic.
    pub fn critical(&self) -> Option<bool> {
        if self.strategic { Some(true) } else { self.meets.map(|verdict| verdict.holds) }
    }
}

/// Assesses every material of a study.
///
/// # Source
/// Regulation (EU) 2024/1252, Annex II, Section 2 and Art. 4(2).
pub fn assess(package: &Package, study: &Study) -> Vec<MaterialRisk> {
    let readings = Readings {
        package,
        value: Evaluation::new(study, AsValue),
        rounding: Evaluation::new(study, AsBounds),
        all: Evaluation::new(study, WithUnlisted),
    };
    study.materials.iter().map(|m| readings.material(m)).collect()
}

/// Any computed numbers of a study, each with its bounds; `None` where something that it needs is missing.
pub fn figures(study: &Study, of: &[About]) -> Vec<Option<Bounded>> {
    let value = Evaluation::new(study, AsValue);
    let rounding = Evaluation::new(study, AsBounds);
    let all = Evaluation::new(study, WithUnlisted);
    of.iter().map(|&about| Bounded::of(number(&value, about), number(&rounding, about), number(&all, about))).collect()
}

struct Readings<'a> {
    package: &'a Package,
    value: Evaluation<'a, AsValue>,
    rounding: Evaluation<'a, AsBounds>,
    all: Evaluation<'a, WithUnlisted>,
}

impl Readings<'_> {
    fn material(&self, m: &MaterialInputs) -> MaterialRisk {
        let sr = Bounded::of(self.value.supply_risk(m), self.rounding.supply_risk(m), self.all.supply_risk(m));
        let ei = Bounded::of(self.value.importance(m), self.rounding.importance(m), self.all.importance(m));
        let stages: Vec<StageRisk> = m.stages.iter().map(|s| self.stage(m, s)).collect();
        MaterialRisk {
            material: m.material,
            meets: sr.and_then(|sr| {
                let holds = meets_thresholds(sr.value, self.value.importance_for_rule(m)?);
                let within = meets_within(sr.bounds(), self.all.importance_for_rule(m)?);
                Some(Verdict { holds, certain: within != Certainty::Either })
            }),
            sr,
            ei,
            published_sr: m.published_sr,
            published_ei: m.published_ei,
            strategic: self.package.vocabulary().material(m.material).strategic.is_some(),
            deciding: if m.members.is_empty() { deciding(&stages) } else { None },
            recycled: m.recycled.map(|f| f.value),
            si_sr: m.si_sr.map(|f| f.value),
            missing: self.missing(m),
            stages,
        }
    }

    fn stage(&self, m: &MaterialInputs, s: &StageInputs) -> StageRisk {
        let side = |side| {
            Bounded::of(
                self.value.concentration(m, s, side),
                self.rounding.concentration(m, s, side),
                self.all.concentration(m, s, side),
            )
        };
        let under = |scope| {
            Bounded::of(
                self.value.stage_under(m, s, scope),
                self.rounding.stage_under(m, s, scope),
                self.all.stage_under(m, s, scope),
            )
        };
        StageRisk {
            stage: s.stage,
            scope: s.scope,
            sr: Bounded::of(self.value.stage(m, s), self.rounding.stage(m, s), self.all.stage(m, s)),
            under: Scope::ALL.map(under),
            published: s.published,
            hhi_gs: side(Side::World),
            hhi_eus: side(Side::Europe),
            ir: Bounded::of(
                self.value.import_reliance(m, s),
                self.rounding.import_reliance(m, s),
                self.all.import_reliance(m, s),
            ),
            ir_published: s.import_reliance.map(|ir| ir.value),
            missing_gs: s.world.as_ref().map(super::inputs::ListInputs::missing_share),
            missing_eus: s.europe.as_ref().map(super::inputs::ListInputs::missing_share),
        }
    }

    fn missing(&self, m: &MaterialInputs) -> Vec<Missing> {
        let mut missing = Vec::new();
        if !m.members.is_empty() {
            let without = |at: &&usize| self.value.supply_risk(&self.value.study.materials[**at]).is_none();
            missing.extend(
                m.members.iter().filter(without).map(|&at| Missing::Member(self.value.study.materials[at].material)),
            );
            return missing;
        }
        for s in &m.stages {
            let (world, europe) = (s.scope != Some(Scope::Eus), s.scope != Some(Scope::Gs));
            if s.scope.is_none() {
                missing.push(Missing::Scope(s.stage));
            }
            if world && europe && s.import_reliance.is_none() {
                missing.push(Missing::ImportReliance(s.stage));
            }
            if world && s.world.is_none() {
                missing.push(Missing::List(s.stage, Side::World));
            }
            if europe && s.europe.is_none() {
                missing.push(Missing::List(s.stage, Side::Europe));
            }
            let suppliers = [s.world.as_ref().filter(|_| world), s.europe.as_ref().filter(|_| europe)];
            for supplier in suppliers.into_iter().flatten().flat_map(|list| &list.suppliers) {
                let unknown = Missing::Governance(supplier.country);
                if self.value.governance(supplier.country).is_none() && !missing.contains(&unknown) {
                    missing.push(unknown);
                }
            }
        }
        let inputs = [
            (m.recycled.is_none(), Missing::Recycling),
            (m.si_sr.is_none(), Missing::SubstitutionRisk),
            (m.si_ei.is_none(), Missing::SubstitutionImportance),
            (m.uses.is_empty(), Missing::Uses),
        ];
        missing.extend(inputs.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, what)| what));
        missing
    }
}

/// The stage with the higher figure; the earlier one at a tie. Certain when no other stage can reach it.
fn deciding(stages: &[StageRisk]) -> Option<(Stage, bool)> {
    let computed = || stages.iter().filter_map(|s| s.sr.map(|sr| (s.stage, sr)));
    let (stage, sr) = computed().reduce(|best, next| if next.1.value > best.1.value { next } else { best })?;
    let certain = computed().all(|(other, of)| other == stage || of.high < sr.low);
    Some((stage, certain))
}
