//! Materials: what is in the cohorts comes, stays and leaves with them.

use super::given::{Content, MaterialContent, Product};
use super::results::MaterialFlows;
use super::run::{Standing, balance_error};
use crate::outlook::time::Periods;

/// Nothing yet, for each material of a product.
pub(super) fn empty(periods: &Periods, product: &Product) -> Vec<MaterialFlows> {
    let none = || Vec::with_capacity(periods.len());
    let before =
        |content: &Content| product.initial_cohorts.iter().map(|cohort| content.of(None) * cohort.value).sum::<f64>();
    let flows = |of: &MaterialContent| MaterialFlows {
        material: of.material.clone(),
        inflow: none(),
        outflow: none(),
        stock: none(),
        initial_stock: before(&of.content),
        used_net_imports: none(),
        balance_error: 0.0,
    };
    product.contents.iter().map(flows).collect()
}

/// What is in the cohorts of one period, summed in the order of the cohorts.
pub(super) fn add(materials: &mut [MaterialFlows], contents: &[MaterialContent], standing: &[Standing]) {
    for (flows, MaterialContent { content, .. }) in materials.iter_mut().zip(contents) {
        let (mut stock, mut outflow, mut used) = (0.0, 0.0, 0.0);
        for cohort in standing {
            let content = content.of(cohort.life.period);
            stock += content * cohort.stock();
            outflow += content * cohort.outflow;
            used += content * cohort.traded;
        }
        let new = standing.last().map_or(0.0, |cohort| content.of(cohort.life.period) * cohort.amount);
        flows.inflow.push(new);
        flows.outflow.push(outflow);
        flows.stock.push(stock);
        flows.used_net_imports.push(used);
    }
}

/// The balance of each material, once all periods are there.
pub(super) fn close(materials: &mut [MaterialFlows]) {
    for of in materials {
        of.balance_error = balance_error(of.initial_stock, &of.stock, &of.inflow, &of.used_net_imports, &of.outflow);
    }
}
