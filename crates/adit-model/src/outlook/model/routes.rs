//! End of life: what is collected, taken apart and recovered, and what of it displaces primary material.

use adit_facts::outlook::model_file::{ModelFile, Route};

use super::series::SeriesFlows;
use crate::outlook::time::Periods;

/// What a route does with one material; lists have one value for each period, in the material's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct RouteFlows {
    /// Position of the route.
    pub route: usize,
    /// The material; `None` for the product itself.
    pub material: Option<String>,
    /// What leaves use and goes this way.
    pub arriving: Vec<f64>,
    /// Collected.
    pub collected: Vec<f64>,
    /// Taken out or separated.
    pub dismantled: Vec<f64>,
    /// Recovered if there were capacity for all.
    pub recoverable: Vec<f64>,
    /// Recovered: secondary material.
    pub secondary: Vec<f64>,
}

impl RouteFlows {
    /// What arrives less every loss and what is recovered, as a part of what arrives: each step loses what the next does
    /// not have.
    pub(super) fn balance_error(&self) -> f64 {
        let (mut residual, mut largest) = (0.0_f64, 0.0_f64);
        for t in 0..self.arriving.len() {
            let losses: f64 = self.losses(t).into_iter().sum();
            residual = residual.max((self.arriving[t] - losses - self.secondary[t]).abs());
            largest = largest.max(self.arriving[t]);
        }
        if residual == 0.0 { 0.0 } else { residual / largest }
    }

    /// What is lost in a period: not collected, not separated, not recovered, beyond capacity.
    pub fn losses(&self, t: usize) -> [f64; 4] {
        [
            self.arriving[t] - self.collected[t],
            self.collected[t] - self.dismantled[t],
            self.dismantled[t] - self.recoverable[t],
            self.recoverable[t] - self.secondary[t],
        ]
    }
}

/// What a series takes up of a material that routes bring into it; lists have one value for each period.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenUp {
    /// Position of the series.
    pub series: usize,
    /// The material; `None` for the product itself.
    pub material: Option<String>,
    /// What the routes bring.
    pub offered: Vec<f64>,
    /// What of it displaces primary material: at most what enters.
    pub used: Vec<f64>,
    /// Primary material that is still needed.
    pub primary: Vec<f64>,
}

/// Every route with every material, in the order of the file.
pub(super) fn run(model: &ModelFile, periods: &Periods, series: &[SeriesFlows]) -> Vec<RouteFlows> {
    let years: Vec<f64> = periods.years().iter().map(|year| f64::from(*year)).collect();
    let mut all = Vec::new();
    for (position, route) in model.routes.iter().enumerate() {
        let Some(from) = model.series.iter().position(|one| one.name == route.of) else { continue };
        let materials: Vec<Option<&String>> =
            if route.materials.is_empty() { vec![None] } else { route.materials.iter().map(Some).collect() };
        let mut of_route: Vec<RouteFlows> = materials
            .into_iter()
            .filter_map(|material| {
                let [_, outflow, _] = series[from].flows_of(material.map(String::as_str))?;
                Some(steps(position, route, material, &years, outflow))
            })
            .collect();
        within_capacity(route, periods, &mut of_route);
        all.extend(of_route);
    }
    all
}

fn steps(position: usize, route: &Route, material: Option<&String>, years: &[f64], outflow: &[f64]) -> RouteFlows {
    let step = |amounts: &[f64], part: &dyn Fn(f64) -> f64| -> Vec<f64> {
        amounts.iter().zip(years).map(|(amount, year)| amount * part(*year)).collect()
    };
    let arriving = step(outflow, &|year| route.share.at(year));
    let collected = step(&arriving, &|year| route.collection.at(year));
    let dismantled = step(&collected, &|year| route.dismantling.at(year));
    let recoverable = step(&dismantled, &|year| route.recovery.at(year));
    let secondary = recoverable.clone();
    RouteFlows { route: position, material: material.cloned(), arriving, collected, dismantled, recoverable, secondary }
}

/// All materials of a route share its capacity, in proportion to what could be recovered of each.
fn within_capacity(route: &Route, periods: &Periods, flows: &mut [RouteFlows]) {
    let Some(capacity) = &route.capacity else { return };
    for (t, (year, step)) in periods.years().iter().zip(periods.steps()).enumerate() {
        let most = capacity.at(f64::from(*year)) * step;
        let wanted: f64 = flows.iter().map(|flow| flow.recoverable[t]).sum();
        if wanted > most {
            for flow in flows.iter_mut() {
                flow.secondary[t] = flow.recoverable[t] * (most / wanted);
            }
        }
    }
}

/// What every series takes up of what routes bring into it.
pub(super) fn taken_up(model: &ModelFile, series: &[SeriesFlows], routes: &[RouteFlows]) -> Vec<TakenUp> {
    let mut all: Vec<TakenUp> = Vec::new();
    for flows in routes {
        let Some(into) = &model.routes[flows.route].into else { continue };
        let Some(position) = model.series.iter().position(|one| one.name == *into) else { continue };
        let known = all.iter_mut().find(|known| known.series == position && known.material == flows.material);
        match known {
            Some(known) => known.offered.iter_mut().zip(&flows.secondary).for_each(|(sum, more)| *sum += more),
            None => all.push(TakenUp {
                series: position,
                material: flows.material.clone(),
                offered: flows.secondary.clone(),
                used: Vec::new(),
                primary: Vec::new(),
            }),
        }
    }
    for one in &mut all {
        let Some([inflow, ..]) = series[one.series].flows_of(one.material.as_deref()) else { continue };
        one.used = one.offered.iter().zip(inflow).map(|(offered, inflow)| offered.min(*inflow)).collect();
        one.primary = inflow.iter().zip(&one.used).map(|(inflow, used)| inflow - used).collect();
    }
    all
}
