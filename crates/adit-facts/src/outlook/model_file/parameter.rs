//! Paths of parameters: what `[uncertain]` and `--set` may change.
//!
//! | path | means |
//! | --- | --- |
//! | `SERIES.stock`, `SERIES.inflow`, `SERIES.initial_cohorts`, `SERIES.used_net_imports` | a factor on all its values |
//! | `SERIES.lifetime` | a factor on all ages: 1.2 is a fifth longer in use |
//! | `SERIES.lifetime.PARAMETER`, in a list `SERIES.lifetime.YEAR.PARAMETER` | the value |
//! | `SERIES.content.NAME`, `composition.WHOLE.PART` | the value; a factor where it moves with the years |
//! | `ROUTE.share`, `ROUTE.collection`, `ROUTE.dismantling`, `ROUTE.recovery`, `ROUTE.capacity` | likewise |
//! | `FLOW.share` | likewise; the other flows out of the process share the rest |
//! | `FLOW.value` | a factor |

use std::sync::Arc;

use super::process::FlowAmount;
use super::reader::Within;
use super::route::YIELDS;
use super::series::{Driver, Series};
use super::{ByYear, Lifetime, ModelFile};
use crate::suggest;

/// What a number given for a parameter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// It replaces the value of the file.
    Value,
    /// It multiplies the values of the file.
    Factor,
}

impl Meaning {
    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Factor => "factor",
        }
    }
}

/// A parameter of a model, found by its path.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its path.
    pub path: String,
    /// What a number given for it does.
    pub meaning: Meaning,
    /// Its value in the file; 1 for a factor.
    pub value: f64,
    /// The lowest that it may be.
    pub low: f64,
    /// The highest that it may be; infinite where there is no limit.
    pub high: f64,
    pub(super) target: Target,
}

/// Where a parameter is in the model, by positions in its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Driver(usize),
    InitialCohorts(usize),
    UsedTrade(usize),
    Stretch(usize),
    Lifetime { series: usize, entry: usize, name: &'static str },
    Content { series: usize, content: usize },
    Part { whole: usize, part: usize },
    Yield { route: usize, name: &'static str },
    Capacity(usize),
    FlowShare(usize),
    FlowValue(usize),
}

/// Why a path means no parameter, or a number is none for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParameterError {
    /// What is wrong.
    pub says: String,
    /// How to mend it.
    pub hint: String,
}

impl Parameter {
    /// The number, if the parameter can be that.
    pub fn checked(&self, number: f64) -> Result<f64, ParameterError> {
        if number.is_finite() && number >= self.low && number <= self.high {
            return Ok(number);
        }
        let upto = if self.high.is_finite() { format!("at most {}", self.high) } else { "finite".to_owned() };
        let from = if self.low == f64::MIN_POSITIVE { "above 0".to_owned() } else { format!("at least {}", self.low) };
        Err(ParameterError {
            says: format!("{} cannot be {number}", self.path),
            hint: format!("it is a {}, {from} and {upto}", self.meaning.word()),
        })
    }
}

/// The limits of a value.
fn limits(within: Within) -> (f64, f64) {
    match within {
        Within::Any => (f64::NEG_INFINITY, f64::INFINITY),
        Within::NotNegative => (0.0, f64::INFINITY),
        Within::Positive => (f64::MIN_POSITIVE, f64::INFINITY),
        Within::Share => (0.0, 1.0),
    }
}

impl ModelFile {
    /// The parameter that a path means.
    pub fn parameter(&self, path: &str) -> Result<Parameter, ParameterError> {
        let none = |says: String, hint: String| Err(ParameterError { says, hint });
        let Some((owner, rest)) = self.owner(path) else {
            let hint = suggest::hint(path, self.paths().iter().map(String::as_str), &self.some_paths());
            return none(format!("there is no parameter \"{path}\""), hint);
        };
        let found = match owner {
            Owner::Series(at) => self.of_series(at, rest),
            Owner::Route(at) => self.of_route(at, rest),
            Owner::Flow(at) => self.of_flow(at, rest),
            Owner::Composition => self.of_composition(rest),
        };
        let Some((target, meaning, value, (low, high))) = found else {
            let of_owner: Vec<String> = self.paths_of(owner);
            let list = of_owner.join(", ");
            let hint = suggest::hint(path, of_owner.iter().map(String::as_str), &format!("there are {list}"));
            return none(format!("there is no parameter \"{path}\""), hint);
        };
        Ok(Parameter { path: path.to_owned(), meaning, value, low, high, target })
    }

    /// Positions of the series whose own flows a parameter moves; none of a route or a flow.
    pub fn series_moved_by(&self, parameter: &Parameter) -> Vec<usize> {
        match parameter.target {
            Target::Driver(at) | Target::InitialCohorts(at) | Target::UsedTrade(at) | Target::Stretch(at) => vec![at],
            Target::Lifetime { series, .. } | Target::Content { series, .. } => vec![series],
            Target::Part { whole, .. } => {
                let whole = self.composition[whole].whole.as_str();
                (0..self.series.len()).filter(|at| self.contents_of(&self.series[*at]).contains(&whole)).collect()
            }
            Target::Yield { .. } | Target::Capacity(_) | Target::FlowShare(_) | Target::FlowValue(_) => Vec::new(),
        }
    }

    /// The series, route or flow with the longest name that the path begins with, and the rest of the path.
    fn owner<'p>(&self, path: &'p str) -> Option<(Owner, &'p str)> {
        let rest = |name: &str| path.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
        let series = self.series.iter().enumerate().map(|(at, one)| (one.name.as_str(), Owner::Series(at)));
        let routes = self.routes.iter().enumerate().map(|(at, one)| (one.name.as_str(), Owner::Route(at)));
        let flows = self.flows.iter().enumerate().map(|(at, one)| (one.name.as_str(), Owner::Flow(at)));
        series
            .chain(routes)
            .chain(flows)
            .chain([("composition", Owner::Composition)])
            .filter_map(|(name, owner)| Some((name.len(), owner, rest(name)?)))
            .max_by_key(|(length, ..)| *length)
            .map(|(_, owner, rest)| (owner, rest))
    }

    fn of_series(&self, at: usize, rest: &str) -> Option<Found> {
        let series = &self.series[at];
        let factor = |target| Some((target, Meaning::Factor, 1.0, limits(Within::NotNegative)));
        match (rest, &series.driver) {
            ("stock", Driver::Stock(_)) | ("inflow", Driver::Inflow(_)) => return factor(Target::Driver(at)),
            ("initial_cohorts", _) if series.initial_cohorts.as_ref().is_some_and(|list| !list.is_empty()) => {
                return factor(Target::InitialCohorts(at));
            }
            ("used_net_imports", _) if !series.used_net_imports.is_empty() => return factor(Target::UsedTrade(at)),
            ("lifetime", _) if stretches(series) => {
                return Some((Target::Stretch(at), Meaning::Factor, 1.0, limits(Within::Positive)));
            }
            _ => {}
        }
        if let Some(name) = rest.strip_prefix("content.") {
            let content = series.contents.iter().position(|content| content.name == name)?;
            let within = if series.material_unit.is_some() { Within::NotNegative } else { Within::Share };
            let target = Target::Content { series: at, content };
            return Some(by_year(target, &series.contents[content].amount, within));
        }
        let named = rest.strip_prefix("lifetime.")?;
        let list = series.lifetimes.list();
        let (entry, name) = match named.split_once('.') {
            Some((from, name)) => (list.iter().position(|(year, _)| entry_name(*year) == from)?, name),
            None if list.len() == 1 => (0, named),
            None => return None,
        };
        let lifetime = &list[entry].1;
        let (name, value) = lifetime.parameters().into_iter().find(|(known, _)| *known == name)?;
        let target = Target::Lifetime { series: at, entry, name };
        Some((target, Meaning::Value, value, limits(lifetime.range(name))))
    }

    fn of_route(&self, at: usize, rest: &str) -> Option<Found> {
        let route = &self.routes[at];
        if rest == "capacity" {
            return Some(by_year(Target::Capacity(at), route.capacity.as_ref()?, Within::NotNegative));
        }
        let name = YIELDS.into_iter().find(|name| *name == rest)?;
        Some(by_year(Target::Yield { route: at, name }, route.yield_of(name)?, Within::Share))
    }

    fn of_flow(&self, at: usize, rest: &str) -> Option<Found> {
        match (&self.flows[at].amount, rest) {
            (FlowAmount::Share(share), "share") => Some(by_year(Target::FlowShare(at), share, Within::Share)),
            (FlowAmount::Value(_), "value") => {
                Some((Target::FlowValue(at), Meaning::Factor, 1.0, limits(Within::NotNegative)))
            }
            _ => None,
        }
    }

    fn of_composition(&self, rest: &str) -> Option<Found> {
        self.composition.iter().enumerate().find_map(|(whole, one)| {
            let name = rest.strip_prefix(one.whole.as_str())?.strip_prefix('.')?;
            let part = one.parts.iter().position(|part| part.name == name)?;
            Some(by_year(Target::Part { whole, part }, &one.parts[part].amount, Within::Share))
        })
    }

    /// Every path of the model.
    pub fn paths(&self) -> Vec<String> {
        let owners = (0..self.series.len()).map(Owner::Series);
        let owners = owners.chain((0..self.routes.len()).map(Owner::Route));
        let owners = owners.chain((0..self.flows.len()).map(Owner::Flow)).chain([Owner::Composition]);
        owners.take(1000).flat_map(|owner| self.paths_of(owner)).collect()
    }

    fn some_paths(&self) -> String {
        let paths = self.paths();
        format!("write one such as {}", paths.iter().take(4).map(String::as_str).collect::<Vec<_>>().join(", "))
    }

    fn paths_of(&self, owner: Owner) -> Vec<String> {
        match owner {
            Owner::Series(at) => series_paths(&self.series[at]),
            Owner::Route(at) => {
                let route = &self.routes[at];
                let capacity = route.capacity.is_some().then_some("capacity");
                YIELDS.into_iter().chain(capacity).map(|name| format!("{}.{name}", route.name)).collect()
            }
            Owner::Flow(at) => {
                let flow = &self.flows[at];
                let name = if matches!(flow.amount, FlowAmount::Share(_)) { "share" } else { "value" };
                vec![format!("{}.{name}", flow.name)]
            }
            Owner::Composition => {
                let parts = self.composition.iter().flat_map(|one| one.parts.iter().map(move |part| (one, part)));
                parts.map(|(one, part)| format!("composition.{}.{}", one.whole, part.name)).collect()
            }
        }
    }

    /// Gives one parameter a number.
    pub(super) fn give(&mut self, target: Target, number: f64) {
        let scale = |values: &mut [f64]| values.iter_mut().for_each(|value| *value *= number);
        match target {
            Target::Driver(at) => {
                let (Driver::Stock(values) | Driver::Inflow(values)) = &mut self.series[at].driver;
                scale(values);
            }
            Target::InitialCohorts(at) => {
                let cohorts = self.series[at].initial_cohorts.iter_mut().flatten();
                cohorts.for_each(|cohort| cohort.value *= number);
            }
            Target::UsedTrade(at) => {
                self.series[at].used_net_imports.iter_mut().for_each(|trade| trade.value *= number);
            }
            Target::Stretch(at) => {
                let lifetimes = Arc::make_mut(&mut self.series[at].lifetimes);
                lifetimes.list_mut().iter_mut().for_each(|(_, lifetime)| lifetime.stretch(number));
            }
            Target::Lifetime { series, entry, name } => {
                let lifetimes = Arc::make_mut(&mut self.series[series].lifetimes);
                if let Some(value) = lifetimes.list_mut()[entry].1.parameter_mut(name) {
                    *value = number;
                }
            }
            Target::Content { series, content } => {
                Arc::make_mut(&mut self.series[series].contents)[content].amount.set_or_scale(number);
            }
            Target::Part { whole, part } => self.composition[whole].parts[part].amount.set_or_scale(number),
            Target::Yield { route, name } => {
                if let Some(share) = self.routes[route].yield_mut(name) {
                    share.set_or_scale(number);
                }
            }
            Target::Capacity(at) => {
                if let Some(capacity) = &mut self.routes[at].capacity {
                    capacity.set_or_scale(number);
                }
            }
            Target::FlowShare(at) => {
                if let FlowAmount::Share(share) = &mut self.flows[at].amount {
                    share.set_or_scale(number);
                }
            }
            Target::FlowValue(at) => {
                if let FlowAmount::Value(values) = &mut self.flows[at].amount {
                    scale(values);
                }
            }
        }
    }
}

/// What the first part of a path names.
#[derive(Debug, Clone, Copy)]
enum Owner {
    Series(usize),
    Route(usize),
    Flow(usize),
    Composition,
}

type Found = (Target, Meaning, f64, (f64, f64));

/// A constant is set; what moves with the years is multiplied, up to where it would leave its range.
fn by_year(target: Target, amount: &ByYear, within: Within) -> Found {
    if let Some(value) = amount.as_constant() {
        return (target, Meaning::Value, value, limits(within));
    }
    let (_, largest) = amount.range();
    let high = if matches!(within, Within::Share) && largest > 0.0 { 1.0 / largest } else { f64::INFINITY };
    (target, Meaning::Factor, 1.0, (0.0, high))
}

/// The part of a path that names an entry of a list of lifetimes: its year.
fn entry_name(from: i32) -> String {
    if from == i32::MIN { "first".to_owned() } else { from.to_string() }
}

/// A survival table has ages of its own, which are not stretched.
fn stretches(series: &Series) -> bool {
    series.lifetimes.list().iter().all(|(_, lifetime)| !matches!(lifetime, Lifetime::Table { .. }))
}

fn series_paths(series: &Series) -> Vec<String> {
    let mut rest: Vec<String> = vec![match series.driver {
        Driver::Stock(_) => "stock".to_owned(),
        Driver::Inflow(_) => "inflow".to_owned(),
    }];
    if stretches(series) {
        rest.push("lifetime".to_owned());
    }
    let list = series.lifetimes.list();
    for (from, lifetime) in list {
        let of_year = if list.len() == 1 { String::new() } else { format!("{}.", entry_name(*from)) };
        rest.extend(lifetime.parameters().into_iter().map(|(name, _)| format!("lifetime.{of_year}{name}")));
    }
    rest.extend(series.contents.iter().map(|content| format!("content.{}", content.name)));
    if series.initial_cohorts.as_ref().is_some_and(|list| !list.is_empty()) {
        rest.push("initial_cohorts".to_owned());
    }
    if !series.used_net_imports.is_empty() {
        rest.push("used_net_imports".to_owned());
    }
    rest.into_iter().map(|rest| format!("{}.{rest}", series.name)).collect()
}
