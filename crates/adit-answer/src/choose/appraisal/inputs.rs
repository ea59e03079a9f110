//! The inputs of a plan with their sources.

use adit_facts::Package;
use adit_model::choose::appraise::{Named, ProjectPlan};
use adit_model::workings::Input;

use super::input::AppraisalInput;

/// Every input of a plan, in the order of the plan; `set` are those that the question sets.
pub(crate) fn documents(package: &Package, plan: &ProjectPlan, set: &[(String, f64)]) -> Vec<AppraisalInput> {
    let years = whole_years(plan);
    plan.inputs().iter().map(|input| document(package, input, set)).chain(years).collect()
}

fn document(package: &Package, named: &Named<'_>, set: &[(String, f64)]) -> AppraisalInput {
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
            let note = Some(view.note.clone()).filter(|note| !note.is_empty());
            AppraisalInput {
                source: Some(view.source),
                locator: view.locator,
                note,
                why: Some(package.key(datum.at).to_string()),
                ..plain
            }
        }
        Input::Number(id) => AppraisalInput { locator: "computed".to_owned(), why: Some(id.clone()), ..plain },
        Input::Stated { label, id, .. } => AppraisalInput { locator: label.clone(), why: id.clone(), ..plain },
    }
}

/// Whole numbers of years, which stand in the plan without a range.
fn whole_years(plan: &ProjectPlan) -> Vec<AppraisalInput> {
    let phases = &plan.phases;
    let years = |years: u16| f64::from(years);
    let all = [
        ("begins", "Year in which the first money is spent", f64::from(phases.begins), "year"),
        ("exploration-years", "Years of exploration", years(phases.exploration), "a"),
        ("construction-years", "Years of construction, without delay", years(phases.construction), "a"),
        ("life", "Years of operation", years(phases.life), "a"),
        ("closure-years", "Years of closure", years(phases.closure), "a"),
        ("aftercare-years", "Years of aftercare", years(phases.aftercare), "a"),
    ];
    all.into_iter()
        .map(|(id, name, value, unit)| AppraisalInput {
            id: id.to_owned(),
            name: name.to_owned(),
            group: "Time".to_owned(),
            value,
            low: None,
            high: None,
            unit: unit.to_owned(),
            kind: "plan".to_owned(),
            source: None,
            locator: "the plan, in whole years".to_owned(),
            note: None,
            why: None,
        })
        .collect()
}

/// The group under which an input is shown.
fn group(name: &str) -> &'static str {
    match name.split('/').next().unwrap_or(name) {
        "delay" | "ramp" => "Time",
        "capacity" | "form" | "price" | "payable" | "utilisation" => "Output and price",
        "corporate-tax" | "depreciation" | "loss-share" | "loss-free" | "levy" => "Tax and royalty",
        "discount" | "inflation" | "debt-share" | "debt-rate" => "Finance",
        _ => "Cost",
    }
}

/// The unit of an input, as the plan states it.
fn unit(name: &str) -> &'static str {
    match name.split('/').next().unwrap_or(name) {
        "delay" | "ramp" | "depreciation" => "a",
        "utilisation" | "payable" | "working-capital" | "bond" | "corporate-tax" | "loss-share" | "discount"
        | "inflation" | "debt-share" | "debt-rate" | "levy" => "share",
        "operating-cost" | "price" => "EUR/t",
        "capacity" => "t/a",
        "form" => "t/t",
        "overrun" => "factor",
        "fixed-cost" | "sustaining" | "aftercare" => "million EUR/a",
        _ => "million EUR",
    }
}
