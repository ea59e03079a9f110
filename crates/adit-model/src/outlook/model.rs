//! **A model of one's own, as a file states it: what flows, what stands, what comes back, and how sure is that?**
//!
//! Series run in the engine of `cohorts.rs`; what they contain, their end-of-life routes and processes follow from what
//! enters and leaves them. Draws run the same model with the numbers of its uncertain parameters; draw `k` is the same on
//! any number of threads, and its sums are in the order of the file.
//!
//! ```text
//! secondary(t) = outflow(t) * share * collection * dismantling * recovery, at most capacity * length of t    routes.rs
//! primary(t)   = max(0, inflow(t) - secondary into it(t))                                                    routes.rs
//! EoL-RIR      = old scrap taken up / all input; EoL-RR = secondary / all outflow                            totals.rs
//! ```
//!
//! EoL-RIR and EoL-RR as in T. E. Graedel et al. (2011), What do we know about metal recycling rates?, Journal of
//! Industrial Ecology 15(3), 355-366, <https://doi.org/10.1111/j.1530-9290.2011.00342.x>.

use adit_facts::Finding;
use adit_facts::outlook::model_file::ModelFile;

mod draws;
mod routes;
mod series;
mod systems;
mod totals;

pub use draws::{Drawn, DrawsAsked, Figure, FigureBand, draw};
pub use routes::{RouteFlows, TakenUp};
pub use series::SeriesFlows;
pub use systems::{FlowRun, ProcessRun};
pub use totals::MaterialTotal;

use crate::outlook::time::Periods;

/// A model, run once with the numbers of its file.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelRun {
    /// The periods.
    pub periods: Periods,
    /// Each series, in the order of the file.
    pub series: Vec<SeriesFlows>,
    /// Each material over all series, in the order in which they first come.
    pub materials: Vec<MaterialTotal>,
    /// Each route and material.
    pub routes: Vec<RouteFlows>,
    /// What series take up of secondary material, where routes lead into them.
    pub taken_up: Vec<TakenUp>,
    /// Each process.
    pub processes: Vec<ProcessRun>,
    /// Each flow between processes.
    pub flows: Vec<FlowRun>,
    /// The largest imbalance of any series, material, route or process, as a part of its largest flow.
    pub balance_error: f64,
    /// What a reader must know, with its place in the file.
    pub warnings: Vec<Finding>,
}

/// Runs a model; with `with_cohorts` also by cohort.
///
/// # Errors
/// What cannot be run, each with its place in the file: a stock that would need a negative inflow, goods older than any
/// of them become, exports of more than there is, a loop of processes without an exit.
pub fn run(model: &ModelFile, with_cohorts: bool) -> Result<ModelRun, Vec<Finding>> {
    let periods = series::periods(model).map_err(|error| vec![series::of_model(model, &error)])?;
    let (series, warnings) = series::run_all(model, &periods, with_cohorts)?;
    let routes = routes::run(model, &periods, &series);
    let taken_up = routes::taken_up(model, &series, &routes);
    let (processes, flows) = systems::run(model, &periods, &series).map_err(|finding| vec![finding])?;
    let materials = totals::add(model, &series, &routes, &taken_up);
    let errors = series.iter().map(SeriesFlows::balance_error);
    let errors = errors.chain(processes.iter().map(|process| process.balance_error));
    let balance_error = errors.chain(routes.iter().map(RouteFlows::balance_error)).fold(0.0, f64::max);
    Ok(ModelRun { periods, series, materials, routes, taken_up, processes, flows, balance_error, warnings })
}
