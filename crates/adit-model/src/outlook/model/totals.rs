//! Materials over all series of a model.

use adit_facts::outlook::model_file::{Layer, ModelFile};
use indexmap::IndexMap;

use super::routes::{RouteFlows, TakenUp};
use super::series::SeriesFlows;

/// A material over all series; lists have one value for each period, in the material's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct MaterialTotal {
    /// Its name.
    pub name: String,
    /// Its layer.
    pub layer: Layer,
    /// Its unit, where the series have one.
    pub unit: Option<String>,
    /// In new goods.
    pub inflow: Vec<f64>,
    /// In goods that leave use.
    pub outflow: Vec<f64>,
    /// In use at the end of the period.
    pub stock: Vec<f64>,
    /// What comes back; `None` where no route recovers it.
    pub recycling: Option<Recycling>,
}

/// What comes back of a material.
#[derive(Debug, Clone, PartialEq)]
pub struct Recycling {
    /// Secondary material of all routes.
    pub secondary: Vec<f64>,
    /// What of it displaces primary material in the series of the model.
    pub used: Vec<f64>,
    /// End-of-life recycling input rate: used over all input; `None` in periods without input.
    pub input_rate: Vec<Option<f64>>,
    /// End-of-life recycling rate: secondary over all that leaves use; `None` in periods in which nothing does.
    pub rate: Vec<Option<f64>>,
}

pub(super) fn add(
    model: &ModelFile,
    series: &[SeriesFlows],
    routes: &[RouteFlows],
    taken_up: &[TakenUp],
) -> Vec<MaterialTotal> {
    let mut totals: IndexMap<&str, MaterialTotal> = IndexMap::new();
    for (given, flows) in model.series.iter().zip(series) {
        for material in &flows.materials {
            let total = totals.entry(&material.material).or_insert_with(|| {
                let none = vec![0.0; flows.inflow.len()];
                MaterialTotal {
                    name: material.material.clone(),
                    layer: model.layer(&material.material),
                    unit: given.material_unit.clone(),
                    inflow: none.clone(),
                    outflow: none.clone(),
                    stock: none,
                    recycling: None,
                }
            });
            sum(&mut total.inflow, &material.inflow);
            sum(&mut total.outflow, &material.outflow);
            sum(&mut total.stock, &material.stock);
        }
    }
    let mut totals: Vec<MaterialTotal> = totals.into_values().collect();
    for total in &mut totals {
        let named = |material: &Option<String>| material.as_deref() == Some(total.name.as_str());
        let of_routes: Vec<&RouteFlows> = routes.iter().filter(|flows| named(&flows.material)).collect();
        if of_routes.is_empty() {
            continue;
        }
        let (mut secondary, mut used) = (vec![0.0; total.inflow.len()], vec![0.0; total.inflow.len()]);
        for flows in of_routes {
            sum(&mut secondary, &flows.secondary);
        }
        for one in taken_up.iter().filter(|one| named(&one.material)) {
            sum(&mut used, &one.used);
        }
        let ratio = |above: &[f64], below: &[f64]| -> Vec<Option<f64>> {
            above.iter().zip(below).map(|(above, below)| (*below > 0.0).then(|| above / below)).collect()
        };
        let (input_rate, rate) = (ratio(&used, &total.inflow), ratio(&secondary, &total.outflow));
        total.recycling = Some(Recycling { secondary, used, input_rate, rate });
    }
    totals
}

fn sum(total: &mut [f64], more: &[f64]) {
    total.iter_mut().zip(more).for_each(|(total, more)| *total += more);
}
