//! The Union's chain of one material in one year: do the figures of its stages fit together?
//!
//! ```text
//! extraction   mined + ore bought              = ore sold + ore processed
//! processing   ore processed + recycled         = processed + lost        lost = (1 - recovery) x ore
//! use          processed + bought              = sold + used
//! ```
//!
//! What is recycled follows from the end-of-life recycling input rate, which is a share of all input. Changes of stocks
//! are not known and not in it. Figures that contradict each other are named by their normalised residuals.

use adit_facts::Package;
use adit_number::{Ranged, Rule};

use super::balance::{Question, StageBalance};
use super::reconcile::{Balance, Figure, Flow, RECONCILED, RESIDUAL, ReconcileError, Reconciled, Standing, reconcile};
use crate::problem::Solver;
use crate::workings::{Input, Worked, Workings};

mod figures;

/// What old scrap brings back into processing.
pub static RECYCLED: Rule = Rule {
    id: "chain.recycled",
    says: "What comes back from old scrap: the end-of-life recycling input rate is the share of it in all input, taken here as apparent consumption of the processed form",
    formula: "R = EoL-RIR × C",
    unit: "t",
    source: "European Commission, Methodology for establishing the EU list of critical raw materials, 2017, section 3.6 (EoL-RIR as a share of all input)",
};

/// What processing loses.
pub static LOST: Rule = Rule {
    id: "chain.lost",
    says: "What does not reach the processed form: of the ore that the Union makes and buys less what it sells, the part that is not recovered",
    formula: "(1 − recovery) × (P + M − X), extraction",
    unit: "t",
    source: "Recoveries: table yields, or the assumption recovery/default",
};

/// What the source does not name.
pub static UNNAMED: Rule = Rule {
    id: "chain.unnamed",
    says: "Production in members of the Union that the source does not name: between nothing and its line of other countries; taken as nothing with that line as 1.96 standard errors",
    formula: "0 ≤ production not named ≤ other countries",
    unit: "t",
    source: "Table production, line of other countries",
};

/// A flow of the Union's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// Extracted in the Union.
    Mined,
    /// Extracted in members that the source does not name.
    MinedUnnamed,
    /// Ore and concentrate bought.
    OreBought,
    /// Ore and concentrate sold.
    OreSold,
    /// Ore and concentrate that goes into processing.
    OreProcessed,
    /// What does not reach the processed form.
    Lost,
    /// Old scrap that comes back into processing.
    Recycled,
    /// Processed in the Union.
    Processed,
    /// Processed in members that the source does not name.
    ProcessedUnnamed,
    /// Processed material bought.
    Bought,
    /// Processed material sold.
    Sold,
    /// Processed material used in the Union.
    Used,
}

impl Step {
    /// All, in the order of the chain.
    pub const ALL: [Self; 12] = [
        Self::Mined,
        Self::MinedUnnamed,
        Self::OreBought,
        Self::OreSold,
        Self::OreProcessed,
        Self::Lost,
        Self::Recycled,
        Self::Processed,
        Self::ProcessedUnnamed,
        Self::Bought,
        Self::Sold,
        Self::Used,
    ];

    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Mined => "mined",
            Self::MinedUnnamed => "mined-unnamed",
            Self::OreBought => "ore-bought",
            Self::OreSold => "ore-sold",
            Self::OreProcessed => "ore-processed",
            Self::Lost => "lost",
            Self::Recycled => "recycled",
            Self::Processed => "processed",
            Self::ProcessedUnnamed => "processed-unnamed",
            Self::Bought => "bought",
            Self::Sold => "sold",
            Self::Used => "used",
        }
    }

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mined => "extracted in the Union",
            Self::MinedUnnamed => "extracted in members that the source does not name",
            Self::OreBought => "ore and concentrate bought from third countries",
            Self::OreSold => "ore and concentrate sold to third countries",
            Self::OreProcessed => "ore and concentrate processed in the Union",
            Self::Lost => "lost in processing",
            Self::Recycled => "recycled from old scrap",
            Self::Processed => "processed in the Union",
            Self::ProcessedUnnamed => "processed in members that the source does not name",
            Self::Bought => "processed material bought from third countries",
            Self::Sold => "processed material sold to third countries",
            Self::Used => "processed material used in the Union",
        }
    }
}

/// One flow before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct ChainFlow {
    /// Which.
    pub step: Step,
    /// The figure with its number, contained tonnes; `None` where there is none.
    pub measured: Option<Worked>,
    /// Standard error that was used, tonnes.
    pub standard_error: Option<f64>,
    /// What the balances and the other figures say of it.
    pub standing: Standing,
    /// Reconciled, with 1.96 standard errors each way; `None` if unobservable.
    pub reconciled: Option<Worked>,
    /// Normalised residual; `None` where nothing checks the figure.
    pub residual: Option<Worked>,
}

/// The Union's chain, reconciled.
#[derive(Debug, Clone, PartialEq)]
pub struct UnionChain {
    /// The flows, in the order of the chain.
    pub flows: Vec<ChainFlow>,
    /// The largest relative gap that is left in a balance.
    pub gap: f64,
    /// Sets of flows whose figures cannot all be true, as far as leaving out one at a time shows.
    pub conflicts: Vec<Vec<Step>>,
    /// What must be said beside it.
    pub notes: Vec<String>,
}

impl UnionChain {
    /// Whether any figure is checked by others at all.
    pub fn is_checked(&self) -> bool {
        self.flows.iter().any(|flow| flow.standing == Standing::Checked)
    }
}

/// Reconciles the Union's chain from its balances of extraction and processing.
pub fn union_chain(
    question: &Question<'_>,
    solver: &dyn Solver,
    extraction: &StageBalance,
    processing: &StageBalance,
    workings: &mut Workings,
) -> Result<UnionChain, ReconcileError> {
    let (measured, notes) = figures::figures(question, extraction, processing, workings);
    let flows: Vec<Flow> = Step::ALL
        .iter()
        .zip(&measured)
        .map(|(step, figure)| Flow {
            name: step.name().to_owned(),
            figure: figure
                .as_ref()
                .map(|(worked, error)| Figure { value: worked.value(), standard_error: error.value }),
        })
        .collect();
    let found = reconcile(solver, &flows, &balances())?;
    let writer = Writer { question, measured: &measured, found: &found };
    let steps = |set: &Vec<usize>| set.iter().map(|&index| Step::ALL[index]).collect();
    let is_said = |index: &usize| is_said(Step::ALL[*index], &measured[*index]);
    Ok(UnionChain {
        flows: (0..Step::ALL.len()).filter(is_said).map(|index| writer.flow(index, workings)).collect(),
        gap: found.gap,
        conflicts: found.conflicts.iter().map(steps).collect(),
        notes,
    })
}

/// The balances.
fn balances() -> Vec<Balance> {
    let index = |step: Step| Step::ALL.iter().position(|other| *other == step).unwrap_or_default();
    let balance = |name: &str, terms: &[(Step, f64)]| Balance {
        name: name.to_owned(),
        terms: terms.iter().map(|(step, factor)| (index(*step), *factor)).collect(),
    };
    vec![
        balance(
            "extraction",
            &[
                (Step::Mined, 1.0),
                (Step::MinedUnnamed, 1.0),
                (Step::OreBought, 1.0),
                (Step::OreSold, -1.0),
                (Step::OreProcessed, -1.0),
            ],
        ),
        balance(
            "processing",
            &[
                (Step::OreProcessed, 1.0),
                (Step::Recycled, 1.0),
                (Step::Lost, -1.0),
                (Step::Processed, -1.0),
                (Step::ProcessedUnnamed, -1.0),
            ],
        ),
        balance(
            "use",
            &[
                (Step::Processed, 1.0),
                (Step::ProcessedUnnamed, 1.0),
                (Step::Bought, 1.0),
                (Step::Sold, -1.0),
                (Step::Used, -1.0),
            ],
        ),
    ]
}

/// Where the source names all countries, or none of the Union, nothing is unnamed beside what it names, and nothing need
/// be said of it.
fn is_said(step: Step, measured: &Measured) -> bool {
    !matches!(step, Step::MinedUnnamed | Step::ProcessedUnnamed)
        || measured.as_ref().is_none_or(|(worked, _)| worked.number.high() > 0.0)
}

/// A figure with its standard error and what that rests on.
type Measured = Option<(Worked, StandardError)>;

/// A standard error and the facts behind it.
#[derive(Debug, Clone, PartialEq)]
struct StandardError {
    value: f64,
    inputs: Vec<Input>,
}

struct Writer<'a> {
    question: &'a Question<'a>,
    measured: &'a [Measured],
    found: &'a Reconciled,
}

impl Writer<'_> {
    fn flow(&self, index: usize, workings: &mut Workings) -> ChainFlow {
        let (step, found) = (Step::ALL[index], &self.found.flows[index]);
        let measured = self.measured[index].as_ref();
        let package: &Package = self.question.package;
        let key = format!("{}/{}", package.vocabulary().material(self.question.material).id, self.question.year);
        let name = format!(
            "{}, {}, {}",
            package.vocabulary().material(self.question.material).name,
            step.name(),
            self.question.year
        );
        let reconciled = found.value.map(|value| {
            let spread = 1.96 * found.standard_error.unwrap_or(0.0);
            let number = Ranged::new(value, (value - spread).max(0.0), value + spread);
            workings.number(
                format!("chain.reconciled/{key}/{}", step.id()),
                format!("{name}: reconciled"),
                number,
                &RECONCILED,
                self.behind(step),
            )
        });
        let residual = found.residual.map(|residual| {
            let inputs = measured.map(|(worked, _)| worked.input()).into_iter();
            let inputs = inputs.chain(reconciled.as_ref().map(Input::from));
            let errors = measured.map(|(_, error)| error.inputs.clone()).unwrap_or_default();
            workings.number(
                format!("chain.residual/{key}/{}", step.id()),
                format!("{name}: residual"),
                Ranged::point(residual),
                &RESIDUAL,
                inputs.chain(errors).collect(),
            )
        });
        ChainFlow {
            step,
            measured: measured.map(|(worked, _)| worked.clone()),
            standard_error: measured.map(|(_, error)| error.value),
            standing: found.standing,
            reconciled,
            residual,
        }
    }

    /// The figures behind a reconciled value: its own first, then all others that are there.
    fn behind(&self, step: Step) -> Vec<Input> {
        let said = || Step::ALL.iter().zip(self.measured).filter(|(other, measured)| is_said(**other, measured));
        let own = said().filter(|(other, _)| **other == step);
        let others = said().filter(|(other, _)| **other != step);
        let mut inputs = Vec::new();
        for (_, measured) in own.chain(others) {
            inputs.extend(measured.iter().map(|(worked, _)| worked.input()));
        }
        inputs
    }
}
