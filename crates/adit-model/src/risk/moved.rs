//! One input moved, everything else at its value: supply risk and economic importance as functions of that input, in
//! bounds. Flips and explanations search these functions; a bounds reading finds all answers and proves absence.
//!
//! A concentration is quadratic in one share and linear in one governance or trade parameter, so the part of the sum
//! that does not move is added up once.

use adit_facts::study::Side;
use adit_facts::{Country, Stage};
use adit_number::{AsValue, Bounds, Fact, Real};

use super::concentration::{HIGHEST_TRADE, LOWEST_TRADE, WORST_GOVERNANCE};
use super::evaluate::Evaluation;
use super::import_reliance::counted;
use super::inputs::{ListInputs, MaterialInputs, StageInputs, Study, SupplierInputs};
use super::supply_risk::{Stage as StageNumbers, Supply, supply_risk};

/// An input of a material that can be moved by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Input {
    /// A supplier's share of a list.
    Share(Stage, Side, Country),
    /// A supplier's trade parameter.
    Trade(Stage, Side, Country),
    /// A country's governance, wherever it stands.
    Governance(Country),
    /// Import reliance of a stage.
    ImportReliance(Stage),
    /// EoL-RIR.
    Recycling,
    /// `SI_SR`.
    SubstitutionRisk,
    /// `SI_EI`.
    SubstitutionImportance,
    /// Share of a use, by line of the list.
    Use(u16),
}

impl Input {
    /// The stage it belongs to, if it is one stage's.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Share(stage, ..) | Self::Trade(stage, ..) | Self::ImportReliance(stage) => Some(stage),
            _ => None,
        }
    }
}

/// How the other shares of a list behave when one moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Others {
    /// They keep their proportions and the list its total (flips).
    MakeRoom,
    /// They stay (looking for a wrong figure).
    Stay,
}

/// An input with its value now, the fact it is (governance is thirty facts, so none), and the range it can lie in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Movable {
    /// Position of its material in the study: a member's, when the question is about a group.
    pub of: usize,
    /// Which input.
    pub input: Input,
    /// Its value now.
    pub now: f64,
    /// The fact, where it is a single one.
    pub fact: Option<u32>,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
}

/// Every input of a material that can be moved by itself. A list's only supplier cannot move when others must make room.
pub(crate) fn movables(evaluation: &Evaluation<'_, AsValue>, of: usize, others: Others) -> Vec<Movable> {
    let m = &evaluation.study.materials[of];
    let mut found = Vec::new();
    let mut countries: Vec<Country> = Vec::new();
    for s in &m.stages {
        for side in [Side::World, Side::Europe] {
            for supplier in s.list(side).iter().flat_map(|list| &list.suppliers) {
                let room = s.list(side).map_or(0.0, ListInputs::total).min(1.0);
                let share = Input::Share(s.stage, side, supplier.country);
                let alone = s.list(side).is_some_and(|list| list.total() - supplier.share.value <= 1e-12);
                let top = if others == Others::MakeRoom { room } else { 1.0 };
                if others == Others::Stay || !alone {
                    found.push(of_fact(of, share, &supplier.share, 0.0, top.max(supplier.share.value)));
                }
                found.push(of_fact(
                    of,
                    Input::Trade(s.stage, side, supplier.country),
                    &supplier.trade,
                    LOWEST_TRADE,
                    HIGHEST_TRADE,
                ));
                if !countries.contains(&supplier.country) {
                    countries.push(supplier.country);
                }
            }
        }
        found.extend(s.import_reliance.iter().map(|ir| of_fact(of, Input::ImportReliance(s.stage), ir, 0.0, 1.0)));
    }
    let single =
        [(Input::Recycling, m.recycled), (Input::SubstitutionRisk, m.si_sr), (Input::SubstitutionImportance, m.si_ei)];
    found.extend(
        single.iter().filter_map(|(input, fact)| fact.as_ref().map(|fact| of_fact(of, *input, fact, 0.0, 1.0))),
    );
    found.extend(m.uses.iter().map(|u| of_fact(of, Input::Use(u.line), &u.share, 0.0, 1.0)));
    found.extend(countries.into_iter().filter_map(|country| {
        let now = evaluation.governance(country)?;
        Some(Movable { of, input: Input::Governance(country), now, fact: None, low: 0.0, high: WORST_GOVERNANCE })
    }));
    found
}

fn of_fact(of: usize, input: Input, fact: &Fact, low: f64, high: f64) -> Movable {
    Movable { of, input, now: fact.value, fact: Some(fact.index), low, high }
}

/// A concentration as a function of the moved number `x`: `still + linear x + square x² + room (total - x)²`.
#[derive(Clone, Copy)]
struct Form {
    still: Bounds,
    linear: Bounds,
    square: Bounds,
    room: Bounds,
    total: Bounds,
}

impl Form {
    fn at(&self, x: Bounds) -> Bounds {
        let mut sum = self.still;
        if self.linear != ZERO {
            sum = sum + self.linear * x;
        }
        if self.square != ZERO {
            sum = sum + self.square * x.square();
        }
        if self.room != ZERO {
            sum = sum + self.room * (self.total - x).square();
        }
        sum
    }
}

const ZERO: Bounds = Bounds::ZERO;

/// A stage as a function of the moved input.
struct MovedStage {
    world: Option<Form>,
    europe: Option<Form>,
    import_reliance: Option<Part>,
    recycled: Part,
    substitution: Part,
    scope: adit_facts::Scope,
}

/// A single number: still, or the one that moves.
#[derive(Clone, Copy)]
enum Part {
    Still(Bounds),
    Moves,
}

impl Part {
    fn of(fact: &Fact, moves: bool) -> Self {
        if moves { Self::Moves } else { Self::Still(Bounds::point(fact.value)) }
    }

    fn at(self, x: Bounds) -> Bounds {
        match self {
            Self::Still(bounds) => bounds,
            Self::Moves => x,
        }
    }
}

impl MovedStage {
    fn at(&self, x: Bounds) -> Option<Bounds> {
        let form = |form: &Option<Form>| form.as_ref().map(|form| form.at(x));
        let import_reliance = self.import_reliance.map(|part| counted(part.at(x)));
        Some(supply_risk(&StageNumbers {
            subject: adit_number::Subject::NONE,
            supply: Supply::for_scope(self.scope, form(&self.world), form(&self.europe), import_reliance)?,
            recycled: self.recycled.at(x),
            substitution: self.substitution.at(x),
        }))
    }
}

/// Supply risk of a material as a function of one moved input.
pub(crate) struct MovedRisk {
    stages: Vec<MovedStage>,
}

impl MovedRisk {
    /// All stages of a material that can be computed, with `input` moving.
    pub(crate) fn of(evaluation: &Evaluation<'_, AsValue>, m: &MaterialInputs, input: Input, others: Others) -> Self {
        let stages = m.stages.iter().filter_map(|s| moved_stage(evaluation, m, s, s.scope?, input, others)).collect();
        Self { stages }
    }

    /// One stage under a scope, with `input` moving.
    pub(crate) fn of_stage(
        evaluation: &Evaluation<'_, AsValue>,
        m: &MaterialInputs,
        s: &StageInputs,
        scope: adit_facts::Scope,
        input: Input,
    ) -> Self {
        Self { stages: moved_stage(evaluation, m, s, scope, input, Others::Stay).into_iter().collect() }
    }

    /// Supply risk with the input anywhere in `x`; `None` if no stage can be computed.
    pub(crate) fn at(&self, x: Bounds) -> Option<Bounds> {
        self.stages.iter().filter_map(|s| s.at(x)).reduce(Real::larger)
    }
}

fn moved_stage(
    evaluation: &Evaluation<'_, AsValue>,
    m: &MaterialInputs,
    s: &StageInputs,
    scope: adit_facts::Scope,
    input: Input,
    others: Others,
) -> Option<MovedStage> {
    let form = |side| s.list(side).map(|list| list_form(evaluation, list, s.stage, side, input, others));
    let stage = MovedStage {
        world: form(Side::World),
        europe: form(Side::Europe),
        import_reliance: s.import_reliance.as_ref().map(|ir| Part::of(ir, input == Input::ImportReliance(s.stage))),
        recycled: Part::of(m.recycled.as_ref()?, input == Input::Recycling),
        substitution: Part::of(m.si_sr.as_ref()?, input == Input::SubstitutionRisk),
        scope,
    };
    // Only stages that the scope's inputs allow.
    stage.at(Bounds::point(0.5)).is_some().then_some(stage)
}

fn list_form(
    evaluation: &Evaluation<'_, AsValue>,
    list: &ListInputs,
    stage: Stage,
    side: Side,
    input: Input,
    others: Others,
) -> Form {
    let governance = |s: &SupplierInputs| Bounds::point(evaluation.governance(s.country).unwrap_or(0.0));
    let mut form = Form { still: ZERO, linear: ZERO, square: ZERO, room: ZERO, total: ZERO };
    let mut rest = ZERO;
    let mut moves = false;
    for s in &list.suppliers {
        let share_squared = Bounds::point(s.share.value).square();
        let trade = Bounds::point(s.trade.value);
        match input {
            Input::Share(at, of, country) if (at, of, country) == (stage, side, s.country) => {
                form.square = governance(s) * trade;
                moves = true;
            }
            Input::Trade(at, of, country) if (at, of, country) == (stage, side, s.country) => {
                form.linear = share_squared * governance(s);
            }
            Input::Governance(country) if country == s.country => form.linear = form.linear + share_squared * trade,
            _ => {
                form.still = form.still + share_squared * governance(s) * trade;
                rest = rest + Bounds::point(s.share.value);
            }
        }
    }
    if moves && others == Others::MakeRoom && rest.lo() > 0.0 {
        // The others keep their proportions: each share becomes s (total - x) / rest.
        form.room = form.still / rest.square();
        form.still = ZERO;
        form.total = list.suppliers.iter().map(|s| Bounds::point(s.share.value)).fold(ZERO, |sum, share| sum + share);
    }
    form
}

/// Economic importance of a material as a function of one moved input; `None` if it cannot be computed.
pub(crate) struct MovedImportance {
    still: Bounds,
    moving: Bounds,
    substitution: Part,
    scale: Bounds,
}

impl MovedImportance {
    pub(crate) fn of(study: &Study, m: &MaterialInputs, input: Input) -> Option<Self> {
        let largest = Bounds::point(study.largest_value_added?.value);
        if m.uses.is_empty() {
            return None;
        }
        let (mut still, mut moving) = (ZERO, ZERO);
        for u in &m.uses {
            let value_added = Bounds::point(u.value_added.value);
            if input == Input::Use(u.line) {
                moving = value_added;
            } else {
                still = still + Bounds::point(u.share.value) * value_added;
            }
        }
        let substitution = Part::of(m.si_ei.as_ref()?, input == Input::SubstitutionImportance);
        Some(Self { still, moving, substitution, scale: Bounds::point(10.0) / largest })
    }

    pub(crate) fn at(&self, x: Bounds) -> Bounds {
        let weighted = if self.moving == ZERO { self.still } else { self.still + self.moving * x };
        weighted * self.scale * self.substitution.at(x)
    }
}
