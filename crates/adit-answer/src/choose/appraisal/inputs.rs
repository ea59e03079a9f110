//! The inputs of a plan with their sources.

use adit_facts::Package;
use adit_model::choose::appraise::{Named, ProjectPlan};
use adit_model::workings::Input;

use super::input::AppraisalInput;
use crate::chain::opened::with_query;

/// Every input of a plan, in the order of the plan; `set` are those that the question sets, and `query` stands behind
/// the ids of those that are computed.
pub(crate) fn documents(
    package: &Package,
    plan: &ProjectPlan,
    set: &[(String, f64)],
    query: &str,
) -> Vec<AppraisalInput> {
    plan.inputs().iter().map(|input| document(package, input, set, query)).collect()
}

fn document(package: &Package, named: &Named<'_>, set: &[(String, f64)], query: &str) -> AppraisalInput {
    let given = named.given;
    let asked = set.iter().any(|(name, _)| *name == named.name);
    let plain = AppraisalInput {
        id: named.name.clone(),
        name: named.label.clone(),
        group: group(&named.name).to_owned(),
        value: given.value,
        low: (given.low < given.value || given.high > given.value).then_some(given.low),
        high: (given.low < given.value || given.high > given.value).then_some(given.high),
        unit: unit(&named.name).to_owned(),
        kind: if given.assumed { "assumption" } else { "fact" }.to_owned(),
        source: None,
        locator: String::new(),
        note: None,
        why: None,
    };
    if asked {
        return AppraisalInput { kind: "question".to_owned(), locator: "set by the question".to_owned(), ..plain };
    }
    match &given.input {
        Input::Fact(datum) => {
            let view = package.view(datum.at);
            AppraisalInput {
                source: Some(view.source),
                locator: view.locator,
                note: view.note,
                why: Some(package.key(datum.at).to_string()),
                ..plain
            }
        }
        Input::Number(id) => {
            AppraisalInput { locator: "computed".to_owned(), why: Some(with_query(id, query)), ..plain }
        }
        Input::Written(written) => AppraisalInput {
            locator: format!("{}, line {}", written.file, written.line),
            note: written.source.clone().or_else(|| written.assumption.clone()),
            ..plain
        },
        Input::Stated { label, id, .. } => AppraisalInput { locator: label.clone(), why: id.clone(), ..plain },
    }
}

/// The group under which an input is shown.
fn group(name: &str) -> &'static str {
    match name.split('/').next().unwrap_or(name) {
        "product-tonnes" | "contained" | "price" | "utilisation" => "Output and price",
        "corporate-tax" | "depreciation-years" | "loss-share" | "loss-free" | "levy" => "Tax and royalty",
        "discount-rate" | "inflation" | "debt-share" | "debt-rate" => "Finance",
        years if years.ends_with("-years") => "Time",
        _ => "Cost",
    }
}

/// The unit of an input, as the plan states it.
fn unit(name: &str) -> &'static str {
    match name.split('/').next().unwrap_or(name) {
        "utilisation" | "working-capital" | "bond-share" | "corporate-tax" | "loss-share" | "discount-rate"
        | "inflation" | "debt-share" | "debt-rate" | "feed-share" | "levy" => "share",
        "operating-cost" | "feed-cost" | "price" => "EUR/t",
        "product-tonnes" => "t/a",
        "contained" => "t/t",
        "cost-overrun" => "factor",
        "fixed-cost" | "sustaining-capex" | "aftercare-cost" => "million EUR/a",
        years if years.ends_with("-years") => "a",
        _ => "million EUR",
    }
}
