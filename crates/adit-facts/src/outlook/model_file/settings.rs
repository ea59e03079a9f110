//! Numbers given for parameters, all at once: shares of one whole are kept together.

use super::parameter::{Parameter, Target};
use super::process::{FlowAmount, SUM_WITHIN};
use super::{ByYear, Correlation, ModelFile, uncertain};

/// Shares that could not be had as they were given: together they pass the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnBack {
    /// The whole: a process, a composition, or the outflow of a series.
    pub whole: String,
    /// What the shares add up to as they were given.
    pub sum: f64,
}

impl ModelFile {
    /// Gives parameters numbers that they can have ([`Parameter::checked`]). Of the flows out of a process those that are
    /// not given share what is left, in their old proportions. Where shares of one whole pass 1 together they are drawn
    /// back to 1 by one factor, which is told.
    pub fn give_all(&mut self, given: &[(&Parameter, f64)]) -> Vec<DrawnBack> {
        let before = self.flows.clone();
        for (parameter, number) in given {
            self.give(parameter.target, *number);
        }
        let mut drawn_back = Vec::new();
        let mut processes: Vec<usize> = Vec::new();
        let mut wholes: Vec<usize> = Vec::new();
        let mut routed: Vec<String> = Vec::new();
        for (parameter, _) in given {
            match parameter.target {
                Target::FlowShare(at) => processes.extend(self.flows[at].from),
                Target::Part { whole, .. } => wholes.push(whole),
                Target::Yield { route, name: "share" } => routed.push(self.routes[route].of.clone()),
                _ => {}
            }
        }
        processes.sort_unstable();
        processes.dedup();
        for process in processes {
            let flow_given = |at: usize| given.iter().any(|(parameter, _)| parameter.target == Target::FlowShare(at));
            if let Some(sum) = self.share_out(process, &before, flow_given) {
                drawn_back.push(DrawnBack { whole: format!("the process {}", self.processes[process].name), sum });
            }
        }
        wholes.sort_unstable();
        wholes.dedup();
        for whole in wholes {
            let one = &mut self.composition[whole];
            let largest = largest_sum(&one.parts.iter().map(|part| &part.amount).collect::<Vec<_>>());
            if largest > 1.0 + SUM_WITHIN {
                one.parts.iter_mut().for_each(|part| part.amount.scale(1.0 / largest));
                drawn_back.push(DrawnBack { whole: format!("the composition of {}", one.whole), sum: largest });
            }
        }
        routed.sort_unstable();
        routed.dedup();
        for of in routed {
            drawn_back.extend(self.fit_routes(&of));
        }
        drawn_back
    }

    /// Keeps only some of the uncertain parameters, by their positions in rising order, with the correlations between them.
    pub fn keep_uncertain(&mut self, kept: &[usize]) {
        if kept.len() == self.uncertain.len() {
            return;
        }
        let place = |at: usize| kept.iter().position(|one| *one == at);
        self.correlations = self
            .correlations
            .iter()
            .filter_map(|one| Some(Correlation { between: [place(one.between[0])?, place(one.between[1])?], ..*one }))
            .collect();
        self.uncertain = kept.iter().map(|at| self.uncertain[*at].clone()).collect();
        // Part of a set of correlations that can be had can be had.
        self.copula = uncertain::copula(&self.uncertain, &self.correlations).unwrap_or_default();
    }

    /// Lets the flows out of a process that were not given share what is left; the sum of those given if it passes 1 or
    /// nothing else is there to take the rest.
    fn share_out(&mut self, process: usize, before: &[super::Flow], flow_given: impl Fn(usize) -> bool) -> Option<f64> {
        let out: Vec<usize> = (0..self.flows.len()).filter(|at| self.flows[*at].from == Some(process)).collect();
        let share = |flow: &super::Flow, year: f64| match &flow.amount {
            FlowAmount::Share(share) => share.at(year),
            FlowAmount::Value(_) => 0.0,
        };
        let mut shares: Vec<Vec<(f64, f64)>> = vec![Vec::with_capacity(self.time.years.len()); out.len()];
        let mut furthest: Option<f64> = None;
        for year in self.time.years.iter().map(|year| f64::from(*year)) {
            let sum_of = |wanted: bool, flows: &[super::Flow]| {
                out.iter().filter(|at| flow_given(**at) == wanted).map(|at| share(&flows[*at], year)).sum::<f64>()
            };
            let (given, rest) = (sum_of(true, &self.flows), sum_of(false, before));
            let alone = rest <= 0.0 || given > 1.0;
            if alone && (given - 1.0).abs() > SUM_WITHIN {
                furthest = Some(furthest.map_or(given, |most: f64| most.max(given)));
            }
            for (points, at) in shares.iter_mut().zip(&out) {
                let now = match (flow_given(*at), alone) {
                    (true, false) => share(&self.flows[*at], year),
                    (true, true) if given > 0.0 => share(&self.flows[*at], year) / given,
                    (false, false) => share(&before[*at], year) * ((1.0 - given) / rest),
                    _ => share(&before[*at], year),
                };
                points.push((year, now));
            }
        }
        for (points, at) in shares.into_iter().zip(out) {
            self.flows[at].amount = FlowAmount::Share(ByYear::new(points));
        }
        furthest
    }

    /// Draws the shares of all routes of a series back to its whole outflow.
    fn fit_routes(&mut self, of: &str) -> Option<DrawnBack> {
        let of_series = |route: &&mut super::Route| route.of == of;
        let routes: Vec<&mut super::Route> = self.routes.iter_mut().filter(of_series).collect();
        let materials: Vec<String> = routes.iter().flat_map(|route| route.materials.clone()).collect();
        let takes = |route: &super::Route, material: Option<&String>| {
            material.is_none_or(|material| route.materials.contains(material))
        };
        let groups: Vec<Option<&String>> =
            if materials.is_empty() { vec![None] } else { materials.iter().map(Some).collect() };
        let sum = groups
            .into_iter()
            .map(|material| {
                let shares = routes.iter().filter(|route| takes(route, material)).map(|route| &route.share);
                largest_sum(&shares.collect::<Vec<_>>())
            })
            .fold(0.0, f64::max);
        if sum <= 1.0 + SUM_WITHIN {
            return None;
        }
        for route in routes {
            route.share.scale(1.0 / sum);
        }
        Some(DrawnBack { whole: format!("the outflow of {of}"), sum })
    }
}

/// The largest sum in any year: of lines between points it is at one of the points.
fn largest_sum(amounts: &[&ByYear]) -> f64 {
    let years = amounts.iter().flat_map(|amount| amount.points()).map(|(year, _)| *year);
    years.map(|year| amounts.iter().map(|amount| amount.at(year)).sum::<f64>()).fold(0.0, f64::max)
}
