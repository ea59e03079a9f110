//! Inputs by name: from the table of inputs, from a file, or an assumption.

use std::collections::BTreeMap;

use adit_facts::Package;
use adit_facts::choose::appraisal_file::input_of;
use adit_facts::choose::appraisal_inputs::{AppraisalInput, InputKind};
use adit_number::{Ranged, Rule};

use crate::choose::appraise::plan::{Given, Phases};
use crate::workings::{Input, Workings};

use super::{Asked, Gathering};

/// Something that is assumed as a part of the investment.
pub static SHARE_OF_CAPEX: Rule = Rule {
    id: "appraise.share-of-capex",
    says: "A cost that is not stated, as an assumed part of the investment; an estimate",
    formula: "part × investment",
    unit: "million EUR",
    source: "Assumption of adit, with its range, in table assumptions",
};

/// Closure and aftercare out of one cost.
pub static CLOSURE_BY_YEARS: Rule = Rule {
    id: "appraise.closure-by-years",
    says: "The cost of closure and aftercare in all, spread evenly over the years of both: what falls on closure, and on a year of aftercare",
    formula: "cost × years of closure / (years of closure + years of aftercare)",
    unit: "million EUR",
    source: "Assumption of adit: no source states when it falls",
};

/// An input as it was stated, before money is brought to one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// The number, if it is one.
    pub value: Option<f64>,
    /// Lowest.
    pub low: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// The text, if it is one.
    pub text: Option<String>,
    /// Year of its money.
    pub money_year: Option<u16>,
    /// Where it comes from.
    pub input: Input,
    /// Whether it is an assumption.
    pub assumed: bool,
}

impl Known {
    /// As an input of the plan, in the unit in which it was stated.
    pub fn given(&self) -> Option<Given> {
        let value = self.value?;
        let (low, high) = (self.low.unwrap_or(value).min(value), self.high.unwrap_or(value).max(value));
        Some(Given { value, low, high, input: self.input.clone(), assumed: self.assumed })
    }
}

/// What is known of a project, by name: the table, and what lies over it.
pub(super) fn all(package: &Package, asked: &Asked) -> BTreeMap<String, Known> {
    let rows = package.appraisal_inputs(&asked.project);
    let mut known: BTreeMap<String, Known> = rows.iter().map(|row| (row.input.clone(), of_row(row))).collect();
    known.extend(asked.over.iter().map(|(name, over)| (name.clone(), over.clone())));
    known
}

fn of_row(row: &AppraisalInput) -> Known {
    let number = |datum: Option<adit_facts::study::Datum>| datum.map(|datum| datum.number.value);
    let stated = || Input::Stated { label: row.input.clone(), value: 0.0, unit: "", id: None };
    Known {
        value: number(row.value),
        low: number(row.low),
        high: number(row.high),
        text: row.text.clone(),
        money_year: row.money_year,
        input: row.value.map_or_else(stated, Input::Fact),
        assumed: row.kind == InputKind::Assumption,
    }
}

impl Gathering<'_> {
    /// A number that is no money.
    pub(super) fn given(&self, name: &str) -> Option<Given> {
        self.known.get(name)?.given()
    }

    /// The same, and its name is noted where it is missing.
    pub(super) fn needed(&mut self, name: &str) -> Option<Given> {
        let given = self.given(name);
        if given.is_none() {
            self.missing.push(input_of(name).map_or(name, |input| input.words).to_owned());
        }
        given
    }

    /// An amount of money that must be known, in the money of the plan.
    pub(super) fn amount(&mut self, name: &str) -> Option<Given> {
        let amount = self.optional_amount(name);
        if amount.is_none() {
            self.missing.push(input_of(name).map_or(name, |input| input.words).to_owned());
        }
        amount
    }

    /// An amount of money, in the money of the plan.
    pub(super) fn optional_amount(&mut self, name: &str) -> Option<Given> {
        let known = self.known.get(name)?.clone();
        let given = known.given()?;
        let id = format!("appraise.input/{}/{name}", self.subject.id);
        let words = input_of(name).map_or(name, |input| input.words);
        let label = format!("{}: {words}, money of {}", self.subject.name, self.money.year);
        self.money.convert(self.package, self.workings, (id, label), given, known.money_year)
    }

    /// An assumption of the package.
    pub(super) fn assumption(&self, topic: &str, subject: &str) -> Option<Given> {
        let assumption = self.package.assumption(&format!("{topic}/{subject}"))?;
        Some(Given {
            value: assumption.value.number.value,
            low: assumption.low,
            high: assumption.high,
            input: Input::Fact(assumption.value),
            assumed: true,
        })
    }

    /// What is stated, else what is assumed; noted as missing where there is neither.
    pub(super) fn or_assumed(&mut self, name: &str, subject: &str) -> Option<Given> {
        let given = self.given(name).or_else(|| self.assumption(name, subject));
        if given.is_none() {
            self.missing.push(input_of(name).map_or(name, |input| input.words).to_owned());
        }
        given
    }

    /// What is stated, else an assumed part of the investment.
    pub(super) fn share_of_capex(&mut self, name: &str, topic: &str, capital: &Given) -> Given {
        if let Some(stated) = self.optional_amount(name) {
            return stated;
        }
        let words = input_of(name).map_or(name, |input| input.words);
        let Some(part) = self.assumption(topic, self.subject.stage.id()) else {
            return Given::stated(format!("No {words} is assumed for this stage"), 0.0, "million EUR");
        };
        let at = |part: f64| part * capital.value;
        let number = Ranged::new(at(part.value), at(part.low), at(part.high));
        let id = format!("appraise.input/{}/{name}", self.subject.id);
        let label = format!("{}: {words}, assumed as a part of the investment", self.subject.name);
        let inputs = vec![part.input, capital.input.clone()];
        let worked = self.workings.number(id, label, number, &SHARE_OF_CAPEX, inputs);
        Given { value: number.value, low: at(part.low), high: at(part.high), input: worked.input(), assumed: true }
    }
}

/// The cost of closure and aftercare in all, spread evenly over their years: what falls on closure, and on a year of
/// aftercare.
pub(super) fn closure_by_years(
    whole: &Given,
    phases: &Phases,
    project: &str,
    workings: &mut Workings,
) -> (Given, Given) {
    let (closing, caring) = (phases.closure.value, phases.aftercare.value);
    let years = closing + caring;
    let mut part = |times: f64, name: &str, words: &str| {
        let at = |value: f64| value * times / years;
        let inputs = vec![whole.input.clone(), phases.closure.input.clone(), phases.aftercare.input.clone()];
        let number = Ranged::new(at(whole.value), at(whole.low), at(whole.high));
        let id = format!("appraise.input/{project}/{name}");
        let input = workings.number(id, format!("{words}, {project}"), number, &CLOSURE_BY_YEARS, inputs).input();
        Given { value: at(whole.value), low: at(whole.low), high: at(whole.high), input, ..whole.clone() }
    };
    let closure = part(closing, "closure-part", "Closure and rehabilitation without aftercare");
    (closure, part(1.0, "aftercare-part", "Aftercare in a year"))
}
