//! How the figures of a chosen set came about: from the objective to what each project brings, to its figures, and on to
//! the fact or the line of the portfolio file that states them.
//!
//! The figures of the candidates were written down when they were gathered (`choose.figure/PORTFOLIO/PROJECT/...`); here
//! a choice is counted over them. Ids of a set that differs from the chosen one by one project or one limit carry that
//! in their path: `choose.objective/PORTFOLIO/without/keliber`.

use adit_number::{Ranged, Rule};

use super::candidates::{Candidate, Choice, Pick, Portfolio, Scope};
use super::check::Checked;
use super::supply_risk::Risk;
use crate::workings::{Input, Worked, Workings};

mod limits;
mod quantities;
mod sums;

pub use sums::{contribution, paid};

/// A choice with everything that is needed to write its figures down.
#[derive(Clone, Copy)]
pub struct Counted<'a> {
    /// The portfolio that was chosen from.
    pub portfolio: &'a Portfolio,
    /// The same as its file states it, before the question moved anything.
    pub stated: &'a Portfolio,
    /// Name of the file.
    pub file: &'a str,
    /// What was chosen.
    pub choice: &'a Choice,
    /// The check of it.
    pub checked: &'a Checked,
    /// Supply risk exactly, where objective or limits name it.
    pub risk: Option<&'a dyn Risk>,
}

/// Writes the figures of a choice into workings that hold the figures of the candidates.
pub struct Writer<'a> {
    of: Counted<'a>,
    /// The words of the set in ids: the portfolio, and by what the set differs from the chosen one.
    path: String,
    workings: &'a mut Workings,
}

impl<'a> Writer<'a> {
    /// A writer of the chosen set.
    pub fn new(of: Counted<'a>, workings: &'a mut Workings) -> Self {
        Self { path: of.portfolio.id.clone(), of, workings }
    }

    /// A writer of another set, which differs as the words say: `without/keliber`.
    pub fn other(of: Counted<'a>, words: &str, workings: &'a mut Workings) -> Self {
        Self { path: format!("{}/{words}", of.portfolio.id), of, workings }
    }

    fn id(&self, measure: &str, rest: &[&str]) -> String {
        let mut id = format!("choose.{measure}/{}", self.path);
        for part in rest.iter().filter(|part| !part.is_empty()) {
            id.push('/');
            id.push_str(part);
        }
        id
    }

    fn number(
        &mut self,
        id: String,
        label: String,
        number: Ranged,
        (rule, unit): (&'static Rule, &'static str),
        mut inputs: Vec<Input>,
    ) -> Worked {
        if inputs.is_empty() {
            inputs.push(stated("Nothing is chosen that counts", 0.0, unit));
        }
        let worked = self.workings.number(id, label, number, rule, inputs);
        self.workings.in_unit(&worked, unit);
        worked
    }

    fn candidate(&self, pick: &Pick) -> &'a Candidate {
        &self.of.portfolio.candidates[pick.candidate]
    }

    /// The picks that a scope holds.
    fn picks(&self, scope: &Scope) -> Vec<Pick> {
        let holds = |pick: &&Pick| scope.holds(pick.candidate, &self.of.portfolio.candidates[pick.candidate]);
        self.of.choice.picks.iter().filter(holds).copied().collect()
    }

    /// A figure that was gathered: of a candidate (`keliber/npv`) or of the plan (`discount`).
    fn figure(&self, path: &str) -> Option<Input> {
        let id = format!("choose.figure/{}/{path}", self.of.portfolio.id);
        self.workings.get(&id).is_some().then_some(Input::Number(id))
    }

    /// The same, with the words that it is not known.
    fn figure_or_nothing(&self, path: &str, unit: &'static str) -> Input {
        self.figure(path).unwrap_or_else(|| stated(&format!("Not known, and counts nothing: {path}"), 0.0, unit))
    }
}

/// A number that the choice itself states, or that is nothing.
fn stated(label: &str, value: f64, unit: &'static str) -> Input {
    Input::Stated { label: label.to_owned(), value, unit, id: None }
}

/// A scope in the words of ids; empty where it is everything.
pub fn scope_words(portfolio: &Portfolio, scope: &Scope) -> String {
    let candidates: Vec<&str> = scope.candidates.iter().map(|at| portfolio.candidates[*at].id.as_str()).collect();
    let stages: Vec<String> = scope.stages.iter().map(ToString::to_string).collect();
    let parts = [
        scope.materials.join("+"),
        stages.join("+"),
        scope.places.join("+"),
        candidates.join("+"),
        if scope.union { "union".to_owned() } else { String::new() },
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}

/// A year in the words of ids.
fn year_words(year: Option<i32>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// `, 2030`, for labels.
fn in_year(year: Option<i32>) -> String {
    year.map(|year| format!(", {year}")).unwrap_or_default()
}
