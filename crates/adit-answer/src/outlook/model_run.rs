//! The answer to a model file: stocks and flows of its series, what is in them, what comes back, and how sure that is.

use adit_facts::outlook::model_file::{ModelFile, Parameter, ParameterError};
use adit_facts::{Finding, suggest};
use adit_model::outlook::model::{self, DrawsAsked};
use adit_number::Sampling;
use serde::Serialize;
use utoipa::ToSchema;

use super::OutlookBands;
use super::question::SAMPLINGS;
use crate::error::AnswerError;
use crate::finding::FindingDocument;

mod build;
mod shown;

pub use shown::{LONG, LongRow, long, rows, summary, write_csv};

/// What is asked of a model file beside the file itself.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ModelQuestion {
    /// Numbers of parameters, as `cars.lifetime.scale=18`.
    pub set: Vec<String>,
    /// How often what is uncertain is drawn; 0 for not at all.
    pub draws: usize,
    /// Seed of the draws.
    pub seed: u64,
    /// How the inputs are spread over the draws: `plain` where nothing is said, `latin-hypercube` or `sobol`.
    pub sampling: Option<String>,
    /// Whether each series is also told by cohort.
    pub cohorts: bool,
}

/// Why a model file has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum ModelError {
    /// Something is wrong with the file.
    Findings(Vec<Finding>),
    /// Something is wrong with the question.
    Question(AnswerError),
}

/// A model file, run.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelRunAnswer {
    /// Form of the document.
    pub format: u32,
    /// What the model is called.
    pub name: Option<String>,
    /// What its author says of its numbers.
    pub note: Option<String>,
    /// Where its author has the numbers from.
    pub source: Option<String>,
    /// The years in which the periods end.
    pub years: Vec<i32>,
    /// Length of each period, in years. Flows are amounts in the period, not rates.
    pub steps: Vec<f64>,
    /// When in its period inflow enters: `start`, `middle` or `end`.
    pub inflow_at: String,
    /// Parameters that the question set.
    pub set: Vec<ModelSetting>,
    /// The series, in the order of the file.
    pub series: Vec<ModelSeries>,
    /// Everything that the series contain, each over all series.
    pub materials: Vec<ModelMaterial>,
    /// End-of-life routes, one for each material.
    pub routes: Vec<ModelRoute>,
    /// What series take up of what routes bring into them.
    pub taken_up: Vec<ModelTakenUp>,
    /// Processes.
    pub processes: Vec<ModelProcess>,
    /// Flows between processes.
    pub flows: Vec<ModelFlow>,
    /// The largest |change of stock - inflow - net imports of used goods + outflow| of any series, material or process
    /// in any period, divided by its largest flow; nought within rounding.
    pub balance_error: f64,
    /// The draws; null if none were asked for or nothing is uncertain.
    pub draws: Option<ModelDraws>,
    /// What a reader must know beside the figures, in words.
    pub warnings: Vec<String>,
    /// The same and what else stands out about the file, with its place in it.
    pub findings: Vec<FindingDocument>,
}

/// A parameter that the question set.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelSetting {
    /// Its path.
    pub path: String,
    /// `value`, which replaces that of the file, or `factor`, which multiplies it.
    pub meaning: String,
    /// The number set.
    pub value: f64,
    /// The number of the file; 1 for a factor.
    pub was: f64,
}

/// A series. Lists have one value for each period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelSeries {
    /// Its name.
    pub name: String,
    /// Unit of its amounts, as the file says.
    pub unit: Option<String>,
    /// What is given: `stock` or `inflow`.
    pub driver: String,
    /// New goods that enter use in the period.
    pub inflow: Vec<f64>,
    /// What leaves use in the period.
    pub outflow: Vec<f64>,
    /// In use at the end of the period.
    pub stock: Vec<f64>,
    /// Share of the first cohort that is left at the end of the period.
    pub survival: Vec<f64>,
    /// In use at the start of the first period.
    pub initial_stock: f64,
    /// Net imports of used goods; left out where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub used_net_imports: Option<Vec<f64>>,
    /// What happens where a falling stock would need negative inflow: `error` or `retire`.
    pub negative_inflow: String,
    /// The part of the outflow that was retired early; left out where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retired: Option<Vec<f64>>,
    /// What is in it.
    pub materials: Vec<ModelContent>,
    /// Bands over the draws; left out where nothing in it varies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<ModelBands>,
    /// By cohort, the initial ones first; left out where not asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cohorts: Option<Vec<ModelCohort>>,
}

/// A material in one series. Lists have one value for each period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelContent {
    /// Its name.
    pub name: String,
    /// In new goods.
    pub inflow: Vec<f64>,
    /// In goods that leave use.
    pub outflow: Vec<f64>,
    /// In use at the end of the period.
    pub stock: Vec<f64>,
}

/// Bands of the lines of a series or material; those that do not vary are left out.
#[derive(Debug, Clone, PartialEq, Default, Serialize, ToSchema)]
pub struct ModelBands {
    /// Of inflow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inflow: Option<OutlookBands>,
    /// Of outflow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outflow: Option<OutlookBands>,
    /// Of stock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stock: Option<OutlookBands>,
    /// Of secondary material.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary: Option<OutlookBands>,
}

/// One cohort of a series.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelCohort {
    /// `initial` (in use before the first period), `new`, or `used` (imported used).
    pub kind: String,
    /// Year of the period in which it came; null for initial cohorts.
    pub year: Option<i32>,
    /// Age at the start of the first period, or when it came used, in years; null for new goods.
    pub age: Option<f64>,
    /// In use at the end of each period; 0 before it came.
    pub stock: Vec<f64>,
    /// Leaving use in each period.
    pub outflow: Vec<f64>,
}

/// A component, material or element over all series. Lists have one value for each period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelMaterial {
    /// Its name.
    pub name: String,
    /// `component`, `material` or `element`.
    pub layer: String,
    /// Its unit, as the file says; null where contents are shares of the unit of the series.
    pub unit: Option<String>,
    /// In new goods.
    pub inflow: Vec<f64>,
    /// In goods that leave use.
    pub outflow: Vec<f64>,
    /// In use at the end of the period.
    pub stock: Vec<f64>,
    /// Recovered by all routes; left out where no route recovers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secondary: Option<Vec<f64>>,
    /// End-of-life recycling input rate: old scrap that displaces primary material, over all input; null where nothing
    /// enters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eol_rir: Option<Vec<Option<f64>>>,
    /// End-of-life recycling rate: recovered, over all that leaves use; null where nothing leaves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eol_rr: Option<Vec<Option<f64>>>,
    /// Bands over the draws; left out where nothing varies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<ModelBands>,
}

/// A route and one of its materials. Lists have one value for each period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelRoute {
    /// Name of the route.
    pub name: String,
    /// The series whose outflow it takes.
    pub of: String,
    /// The material; null for the product itself.
    pub material: Option<String>,
    /// The series that takes up what is recovered; null in an open loop.
    pub into: Option<String>,
    /// What leaves use and goes this way.
    pub arriving: Vec<f64>,
    /// Not collected.
    pub not_collected: Vec<f64>,
    /// Collected, and not taken out or separated.
    pub not_dismantled: Vec<f64>,
    /// Separated, and lost in recovery.
    pub not_recovered: Vec<f64>,
    /// Recoverable beyond the capacity of the route.
    pub beyond_capacity: Vec<f64>,
    /// Recovered: secondary material.
    pub secondary: Vec<f64>,
    /// Bands of what is recovered; left out where nothing varies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<ModelBands>,
}

/// What a series takes up of a material that routes bring into it. Lists have one value for each period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelTakenUp {
    /// The series.
    pub series: String,
    /// The material; null for the product itself.
    pub material: Option<String>,
    /// What the routes bring.
    pub offered: Vec<f64>,
    /// What of it displaces primary material.
    pub used: Vec<f64>,
    /// Offered, and more than enters the series.
    pub surplus: Vec<f64>,
    /// Primary material that is still needed.
    pub primary: Vec<f64>,
    /// Bands of what is still needed; left out where nothing varies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_bands: Option<OutlookBands>,
}

/// A process. Lists have one value for each period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelProcess {
    /// Its name.
    pub name: String,
    /// The series whose stock it holds.
    pub series: Option<String>,
    /// The material that is counted of that series.
    pub material: Option<String>,
    /// Sum of the flows into it.
    pub received: Vec<f64>,
    /// Sum of the flows out of it.
    pub passed_on: Vec<f64>,
    /// What its stock takes up and no flow brings, from outside; below 0 where flows bring more than it takes up. Null for
    /// a process without a stock.
    pub from_outside: Option<Vec<f64>>,
    /// Its imbalance, as a part of its largest flow.
    pub balance_error: f64,
}

/// A flow between processes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelFlow {
    /// Its name.
    pub name: String,
    /// The process that it leaves; null for outside.
    pub from: Option<String>,
    /// The process that it enters; null for outside.
    pub to: Option<String>,
    /// Amount in each period.
    pub amount: Vec<f64>,
    /// Bands over the draws; left out where nothing varies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bands: Option<OutlookBands>,
}

/// The draws.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelDraws {
    /// How many.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// `plain`, `latin-hypercube` or `sobol`.
    pub sampling: String,
    /// How bands are to be read.
    pub says: String,
    /// What was drawn.
    pub parameters: Vec<ModelParameter>,
    /// What must be known of the draws.
    pub notes: Vec<String>,
}

/// An uncertain parameter.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ModelParameter {
    /// Its path.
    pub path: String,
    /// `value` or `factor`.
    pub meaning: String,
    /// Its distribution, in words.
    pub distribution: String,
    /// Its number in the run without draws.
    pub value: f64,
    /// 5 % of the draws lie below.
    pub p05: f64,
    /// Median of the draws.
    pub p50: f64,
    /// 95 % of the draws lie below.
    pub p95: f64,
    /// Mean of the draws.
    pub mean: f64,
}

/// Runs a model file and answers the question; `findings` are what reading it found, `progress` is told how many draws
/// are done.
///
/// # Errors
/// What cannot be run, with its place in the file; a path or number of the question that makes no sense.
pub fn answer(
    mut model: ModelFile,
    findings: &[Finding],
    question: &ModelQuestion,
    progress: &(dyn Fn(usize) + Sync),
) -> Result<ModelRunAnswer, ModelError> {
    let sampling = sampling(question.sampling.as_deref()).map_err(ModelError::Question)?;
    let set = settings(&mut model, &question.set).map_err(ModelError::Question)?;
    let run = model::run(&model, question.cohorts).map_err(ModelError::Findings)?;
    let drawn = if question.draws > 0 && !model.uncertain.is_empty() {
        let asked = DrawsAsked { draws: question.draws, seed: question.seed, sampling };
        Some(model::draw(&model, &run, asked, progress).map_err(|finding| ModelError::Findings(vec![finding]))?)
    } else {
        None
    };
    let nothing_uncertain = question.draws > 0 && drawn.is_none();
    Ok(build::answer(&model, run, drawn.as_ref(), set, findings, nothing_uncertain))
}

fn sampling(word: Option<&str>) -> Result<Sampling, AnswerError> {
    let Some(word) = word else { return Ok(Sampling::default()) };
    Sampling::named(word).ok_or_else(|| AnswerError::Unreadable {
        name: "sampling".to_owned(),
        says: format!("\"{word}\" is not known"),
        hint: suggest::hint(word, SAMPLINGS, &format!("draws are taken as {}", SAMPLINGS.join(", "))),
    })
}

/// Sets the parameters that the question names, all at once.
fn settings(model: &mut ModelFile, set: &[String]) -> Result<Vec<ModelSetting>, AnswerError> {
    let unreadable =
        |name: &str, says: String, hint: String| AnswerError::Unreadable { name: name.to_owned(), says, hint };
    let mut found = Vec::with_capacity(set.len());
    for text in set {
        let Some((path, number)) = text.rsplit_once('=') else {
            let hint = "write a path and a number, as cars.lifetime.scale=18".to_owned();
            return Err(unreadable("set", format!("\"{text}\" has no ="), hint));
        };
        let path = path.trim();
        let because = |ParameterError { says, hint }: ParameterError| unreadable("set", says, hint);
        let parameter = model.parameter(path).map_err(because)?;
        let Ok(number) = number.trim().parse::<f64>() else {
            let hint = "write a decimal number: 0.94".to_owned();
            return Err(unreadable("set", format!("{path}: \"{}\" is no number", number.trim()), hint));
        };
        let number = parameter.checked(number).map_err(because)?;
        if found.iter().any(|(known, _): &(Parameter, f64)| known.path == path) {
            return Err(unreadable("set", format!("{path} is set twice"), "keep one of the two".to_owned()));
        }
        found.push((parameter, number));
    }
    let given: Vec<_> = found.iter().map(|(parameter, number)| (parameter, *number)).collect();
    if let Some(back) = model.give_all(&given).first() {
        let says = format!("the shares of {} would add up to {}", back.whole, back.sum);
        return Err(unreadable("set", says, "the shares of one whole add up to 1: set them so".to_owned()));
    }
    // A parameter that is set is no longer uncertain.
    let kept: Vec<usize> = (0..model.uncertain.len())
        .filter(|at| !found.iter().any(|(parameter, _)| parameter.path == model.uncertain[*at].parameter.path))
        .collect();
    model.keep_uncertain(&kept);
    let setting = |(parameter, number): (Parameter, f64)| ModelSetting {
        path: parameter.path,
        meaning: parameter.meaning.word().to_owned(),
        value: number,
        was: parameter.value,
    };
    Ok(found.into_iter().map(setting).collect())
}
