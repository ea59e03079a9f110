//! Real lines beside the nominal ones of the engine: each opens as the nominal line over the index of its year.

use adit_model::choose::appraise::{Appraisal, LineItem, ProjectPlan, write as write_nominal};
use adit_model::workings::{Input, Workings};
use adit_number::Ranged;

/// What stands behind the id of a line in real money.
pub(crate) const REAL: &str = "/real";

/// Writes every figure of an appraisal under the id that its document carries.
pub(crate) fn write(plan: &ProjectPlan, appraisal: &Appraisal, workings: &mut Workings) {
    write_nominal(plan, appraisal, workings);
    for line in &appraisal.nominal.lines {
        let of_year = format!("{}/{}", plan.project, line.year);
        for item in LineItem::ALL.into_iter().filter(|item| item.of(line) != 0.0) {
            let nominal = format!("{}/{of_year}", item.rule().id);
            let inputs = vec![Input::Number(nominal.clone()), Input::Number(format!("appraise.index/{of_year}"))];
            let label = format!("{}, {}, {}, real", item.name(), plan.name, line.year);
            let real = Ranged::point(item.of(line) / line.index);
            let written = workings.number(format!("{nominal}{REAL}"), label, real, item.rule(), inputs);
            let says = format!("In money of {}: the nominal line over the index of {}", plan.money_year, line.year);
            workings.note(&written, says);
        }
    }
}
