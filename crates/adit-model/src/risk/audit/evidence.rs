//! The search for independent evidence: another value of one input, published for the same material elsewhere, that
//! closes the gap.
//!
//! A value counts only if it really is another one: a coarser print of the present value (0.9 beside 0.94) is none.

use adit_facts::printed::{Printed, decimals_shown};
use adit_facts::study::{Datum, Published, Side};
use adit_facts::{FactRef, Material, Package, Scope, Stage};
use adit_number::{AsBounds, AsValue, Bounds};

use super::parts::Parts;
use super::{Cause, ValueReading, printed_box};
use crate::risk::concentration::WORST_GOVERNANCE;
use crate::risk::evaluate::Evaluation;
use crate::risk::inputs::{MaterialInputs, StageInputs, Study};

/// Independent evidence for one closing value.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What kind of evidence.
    pub cause: Cause,
    /// The input that the value is of.
    pub input: &'static str,
    /// The value in the study.
    pub study_has: String,
    /// The value that closes the gap.
    pub other: String,
    /// Where it stands.
    pub origin: Origin,
    /// Supply risk with it, in bounds.
    pub gives: (f64, f64),
    /// A second reading of the study that has the study's own value: it speaks against a slip of the transcription.
    pub confirmed_by: Option<String>,
}

/// Where a closing value stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// A fact of the package.
    Fact(FactRef),
    /// A row of the second readings, by its key.
    SecondReading(String),
    /// The other stage of the material.
    Stage(Stage),
    /// The published figures of the group's members.
    Members,
    /// The list of suppliers itself, for missing shares: the side and what is missing, a fraction.
    List(Side, f64),
}

/// The readings and the package to search in.
pub(super) struct Search<'a> {
    package: &'a Package,
    study: &'a Study,
    bounds: Evaluation<'a, AsBounds>,
    pub(super) value: ValueReading<'a>,
}

/// Inputs of which a single other value may be found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Single {
    ImportReliance,
    Recycling,
    Substitution,
}

impl Single {
    const ALL: [Self; 3] = [Self::ImportReliance, Self::Recycling, Self::Substitution];

    fn name(self) -> &'static str {
        match self {
            Self::ImportReliance => "import reliance",
            Self::Recycling => "EoL-RIR",
            Self::Substitution => "substitution index SI(SR)",
        }
    }

    /// The word in the table of second readings.
    fn word(self) -> &'static str {
        match self {
            Self::ImportReliance => "ir",
            Self::Recycling => "eol-rir",
            Self::Substitution => "si-sr",
        }
    }

    fn shown(self, value: f64) -> String {
        match self {
            Self::Substitution => format!("{value}"),
            _ => format!("{} %", (value * 1e4).round() / 100.0),
        }
    }

    fn table(self) -> (&'static str, &'static str) {
        match self {
            Self::ImportReliance => ("import-reliance", "ir"),
            Self::Recycling => ("recycling", "eol-rir"),
            Self::Substitution => ("substitution", "si-sr"),
        }
    }

    fn of(self, parts: &Parts) -> Option<Bounds> {
        match self {
            Self::ImportReliance => parts.import_reliance.filter(|_| parts.scope == Scope::Both),
            Self::Recycling => parts.recycled,
            Self::Substitution => parts.substitution,
        }
    }

    fn with(self, parts: &Parts, other: Bounds) -> Parts {
        let mut parts = *parts;
        match self {
            Self::ImportReliance => parts.import_reliance = Some(other),
            Self::Recycling => parts.recycled = Some(other),
            Self::Substitution => parts.substitution = Some(other),
        }
        parts
    }

    fn fact(self, m: &MaterialInputs, s: &StageInputs) -> Option<f64> {
        match self {
            Self::ImportReliance => s.import_reliance.map(|f| f.value),
            Self::Recycling => m.recycled.map(|f| f.value),
            Self::Substitution => m.si_sr.map(|f| f.value),
        }
    }
}

impl<'a> Search<'a> {
    pub(super) fn new(package: &'a Package, study: &'a Study) -> Self {
        Self { package, study, bounds: Evaluation::new(study, AsBounds), value: Evaluation::new(study, AsValue) }
    }

    /// All evidence for a row, strongest kind first.
    pub(super) fn evidence(&self, material: usize, stage: usize, published: Published) -> Vec<Evidence> {
        let m = &self.study.materials[material];
        let s = &m.stages[stage];
        let target = printed_box(published);
        let mut found = Vec::new();
        if m.members.is_empty() {
            if let Some(parts) = Parts::of(&self.bounds, m, s) {
                for single in Single::ALL {
                    self.other_values(m, s, single, &parts, target, &mut found);
                }
                self.other_stage_lists(m, s, &parts, target, &mut found);
                stated_scope(m, s, &parts, target, &mut found);
                self.missing_shares(m, s, &parts, target, &mut found);
            }
        } else {
            found.extend(self.members(m, s, target));
        }
        found.sort_by_key(|e| e.cause);
        found
    }

    /// Other values of one input: second readings, other editions, the other stage, the rows above and below.
    fn other_values(
        &self,
        m: &MaterialInputs,
        s: &StageInputs,
        single: Single,
        parts: &Parts,
        target: Bounds,
        found: &mut Vec<Evidence>,
    ) {
        let (Some(now), Some(fact)) = (single.of(parts), single.fact(m, s)) else { return };
        let second_readings = self.second_readings(m.material, s.stage, single);
        let same = second_readings.iter().find(|(number, _)| now.contains(number.value));
        let confirmed_by = same.map(|(_, key)| key.clone());
        let mut consider = |cause, number: Printed, origin| {
            if Bounds::new(number.low, number.high).meets(&now) {
                return;
            }
            // The printed value itself must close the gap: a coarse print such as 0.9 +- 0.05 would close anything near.
            if let Some(gives) =
                single.with(parts, Bounds::point(number.value)).supply_risk().filter(|gives| gives.meets(&target))
            {
                found.push(Evidence {
                    cause,
                    input: single.name(),
                    study_has: single.shown(fact),
                    other: single.shown(number.value),
                    origin,
                    gives: (gives.lo(), gives.hi()),
                    confirmed_by: confirmed_by.clone(),
                });
            }
        };
        for (number, key) in second_readings.clone() {
            consider(Cause::OtherTranscription, number, Origin::SecondReading(key));
        }
        for edition in self.package.editions().iter().rev().filter(|e| **e != self.study.options.edition) {
            if let Some(datum) = self.published(edition, m.material, s.stage, single) {
                consider(Cause::OtherEdition, datum.number, Origin::Fact(datum.at));
            }
        }
        if single == Single::ImportReliance {
            for stage in Stage::ALL.into_iter().filter(|stage| *stage != s.stage) {
                if let Some(datum) = self.published(&self.study.options.edition, m.material, stage, single) {
                    consider(Cause::OtherStage, datum.number, Origin::Fact(datum.at));
                }
            }
        }
        for datum in self.neighbours(m.material, s.stage, single) {
            consider(Cause::NeighbouringRow, datum.number, Origin::Fact(datum.at));
        }
    }

    fn published(&self, edition: &str, material: Material, stage: Stage, single: Single) -> Option<Datum> {
        match single {
            Single::ImportReliance => self.package.import_reliance(edition, material, stage),
            Single::Recycling => self.package.recycling(edition, material),
            Single::Substitution => self.package.si_sr(edition, material),
        }
    }

    /// Values of the materials above and below in the annex.
    fn neighbours(&self, material: Material, stage: Stage, single: Single) -> Vec<Datum> {
        let (table, _) = single.table();
        let edition = &self.study.options.edition;
        let Some(table) = self.package.table(table) else { return Vec::new() };
        let mut order: Vec<Material> = Vec::new();
        for row in table.rows().iter().filter(|row| row.text(table, "edition") == edition) {
            let found = self.package.vocabulary().find_material(row.text(table, "material"));
            order.extend(found.filter(|m| order.last() != Some(m)));
        }
        let Some(at) = order.iter().position(|m| *m == material) else { return Vec::new() };
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| order.get(at));
        beside.filter_map(|m| self.published(edition, *m, stage, single)).collect()
    }

    fn second_readings(&self, material: Material, stage: Stage, single: Single) -> Vec<(Printed, String)> {
        let Some(table) = self.package.table("second-readings") else { return Vec::new() };
        let words = self.package.vocabulary();
        let scale = if single == Single::Substitution { 1.0 } else { 100.0 };
        table
            .rows()
            .iter()
            .filter(|row| {
                row.text(table, "edition") == self.study.options.edition
                    && row.text(table, "material") == words.material(material).id
                    && row.text(table, "input") == single.word()
                    && ["any", stage.id()].contains(&row.text(table, "stage"))
            })
            .filter_map(|row| {
                let text = row.text(table, "value");
                let value = text.parse::<f64>().ok()? / scale;
                let half = 0.5 * 10f64.powi(-i32::from(decimals_shown(text))) / scale;
                Some((Printed { value, low: value - half, high: value + half }, row.key().to_owned()))
            })
            .collect()
    }

    /// The other stage's list of suppliers in place of this stage's.
    fn other_stage_lists(
        &self,
        m: &MaterialInputs,
        s: &StageInputs,
        parts: &Parts,
        target: Bounds,
        found: &mut Vec<Evidence>,
    ) {
        for other in m.stages.iter().filter(|of| of.stage != s.stage) {
            for side in [Side::World, Side::Europe] {
                let (Some(now), Some(theirs)) =
                    (self.bounds.concentration(m, s, side), self.bounds.concentration(m, other, side))
                else {
                    continue;
                };
                if now.meets(&theirs) {
                    continue;
                }
                let mut replaced = *parts;
                let input = match side {
                    Side::World => {
                        replaced.world = Some(theirs);
                        "list of world supply"
                    }
                    Side::Europe => {
                        replaced.europe = Some(theirs);
                        "list of EU sourcing"
                    }
                };
                if let Some(gives) = replaced.supply_risk().filter(|gives| gives.meets(&target)) {
                    found.push(Evidence {
                        cause: Cause::OtherStage,
                        input,
                        study_has: format!("that of {}", s.stage),
                        other: format!("that of {}", other.stage),
                        origin: Origin::Stage(other.stage),
                        gives: (gives.lo(), gives.hi()),
                        confirmed_by: None,
                    });
                }
            }
        }
    }

    /// The missing shares given to one of the listed suppliers: more than a new supplier could add.
    fn missing_shares(
        &self,
        m: &MaterialInputs,
        s: &StageInputs,
        parts: &Parts,
        target: Bounds,
        found: &mut Vec<Evidence>,
    ) {
        for side in [Side::World, Side::Europe] {
            let (Some(list), Some(now)) = (s.list(side), self.bounds.concentration(m, s, side)) else { continue };
            let missing = list.missing_share();
            if missing <= 0.0 {
                continue;
            }
            let most = list.suppliers.iter().map(|supplier| self.carried(supplier, missing)).fold(0.0, f64::max);
            let mut replaced = *parts;
            let wide = now + Bounds::new(0.0, most.next_up());
            match side {
                Side::World => replaced.world = Some(wide),
                Side::Europe => replaced.europe = Some(wide),
            }
            if let Some(gives) = replaced.supply_risk().filter(|gives| gives.meets(&target)) {
                found.push(Evidence {
                    cause: Cause::MissingShares,
                    input: if side == Side::World { "shares of world supply" } else { "shares of EU sourcing" },
                    study_has: format!("{} % listed", (list.total() * 1000.0).round() / 10.0),
                    other: format!("{} % missing", (missing * 1000.0).round() / 10.0),
                    origin: Origin::List(side, missing),
                    gives: (gives.lo(), gives.hi()),
                    confirmed_by: None,
                });
            }
        }
    }

    /// What a listed supplier's term grows by if all missing shares are its own: `((s + g)² - s²) WGI t`.
    fn carried(&self, supplier: &crate::risk::inputs::SupplierInputs, missing: f64) -> f64 {
        let governance = self.bounds.governance(supplier.country).map_or(WORST_GOVERNANCE, |g| g.hi());
        missing * (2.0 * supplier.share.high + missing) * governance * supplier.trade.value
    }

    /// A group's figure from its members' published figures.
    fn members(&self, m: &MaterialInputs, s: &StageInputs, target: Bounds) -> Option<Evidence> {
        let mut sum = Bounds::ZERO;
        for &at in &m.members {
            sum = sum + published_stage(&self.study.materials[at], s.stage)?;
        }
        let gives = sum / Bounds::point(m.members.len() as f64);
        let ours = self.value.stage(m, s)?;
        gives.meets(&target).then(|| Evidence {
            cause: Cause::Members,
            input: "members' figures",
            study_has: format!("computed mean {ours:.2}"),
            other: format!("published mean {:.2}", f64::midpoint(gives.lo(), gives.hi())),
            origin: Origin::Members,
            gives: (gives.lo(), gives.hi()),
            confirmed_by: None,
        })
    }
}

/// A member's published figure of a stage; where it is blank, the material's own figure if the other stage is lower (the
/// higher stage is the material's).
fn published_stage(member: &MaterialInputs, stage: Stage) -> Option<Bounds> {
    let of =
        |wanted: Stage| member.stages.iter().find(|s| s.stage == wanted).and_then(|s| s.published).map(printed_box);
    of(stage).or_else(|| {
        let whole = member.published_sr.map(printed_box)?;
        let other = Stage::ALL.into_iter().find(|s| *s != stage).and_then(of)?;
        (other.hi() < whole.lo()).then_some(whole)
    })
}

/// The scope stated for the material's other stage.
fn stated_scope(m: &MaterialInputs, s: &StageInputs, parts: &Parts, target: Bounds, found: &mut Vec<Evidence>) {
    for other in m.stages.iter().filter(|of| of.stage != s.stage && of.scope != s.scope) {
        let Some(scope) = other.scope else { continue };
        let replaced = Parts { scope, ..*parts };
        if let Some(gives) = replaced.supply_risk().filter(|gives| gives.meets(&target)) {
            found.push(Evidence {
                cause: Cause::StatedScope,
                input: "scope",
                study_has: parts.scope.to_string(),
                other: scope.to_string(),
                origin: Origin::Stage(other.stage),
                gives: (gives.lo(), gives.hi()),
                confirmed_by: None,
            });
        }
    }
}
