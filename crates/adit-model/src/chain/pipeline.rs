//! How much of a planned capacity counts in a year: start, delay, ramp-up, probability.

use adit_facts::study::Datum;
use adit_number::{Ranged, Real, Rule};

use crate::workings::{Input, Worked, Workings};

/// Planned capacity that counts at the end of a year.
pub static COUNTED: Rule = Rule {
    id: "benchmark.counted",
    says: "Planned capacity that counts at the end of a year: the stated capacity times the probability that the project produces, times the part of it that stands by then. A project without a stated start counts nothing, and in full in the upper end",
    formula: "k(Y) = k × p × min(1, max(0, (Y + 1 − start − delay) / ramp))",
    unit: "t/a",
    source: "Expected capacity with a linear ramp-up; probability, delay and ramp-up are assumptions with their ranges",
};

/// A quick ramp-up still takes a part of a year.
const SHORTEST_RAMP: f64 = 0.25;

/// What a project plans at one step.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Id of the project.
    pub project: String,
    /// Name of the project.
    pub name: String,
    /// Who promotes it: failures within one promoter are dependent.
    pub promoter: String,
    /// Capacity, tonnes contained a year.
    pub tonnes: Ranged,
    /// The fact of it.
    pub fact: Datum,
    /// Year of first production, as stated.
    pub start: Option<u16>,
    /// Probability that it produces.
    pub probability: Assumed,
    /// Years by which it is late.
    pub delay: Assumed,
    /// Years from first production to full capacity.
    pub ramp: Assumed,
}

/// A number that is assumed, or stated by the project.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumed {
    /// Its default and range.
    pub number: Ranged,
    /// Where it comes from; nothing where it follows from the status alone (a plant that operates).
    pub input: Option<Input>,
}

/// The part of a capacity that stands at the end of a year. Generic: each input named once.
pub fn standing_part<R: Real>(year: R, start: R, delay: R, ramp: R) -> R {
    let elapsed = year + R::exact(1.0) - start - delay;
    (elapsed / ramp.larger(R::exact(SHORTEST_RAMP))).larger(R::exact(0.0)).smaller(R::exact(1.0))
}

impl Plan {
    /// Capacity that counts at the end of a year.
    pub fn counted(&self, year: u16) -> Ranged {
        let expected = self.tonnes * self.probability.number;
        match self.start {
            None => Ranged::new(0.0, 0.0, expected.high()),
            // Nothing stands at the best: exactly nothing, without the outward rounding of a product.
            Some(start) if f64::from(start) + self.delay.number.low() >= f64::from(year) + 1.0 => Ranged::point(0.0),
            Some(start) => {
                let [year, start] = [year, start].map(|year| Ranged::point(f64::from(year)));
                let stands = standing_part(year, start, self.delay.number, self.ramp.number);
                (expected * stands).larger(Ranged::point(0.0))
            }
        }
    }

    /// The same, written down under `benchmark.counted/PROJECT/PATH/YEAR`.
    pub fn written(&self, path: &str, words: &str, year: u16, workings: &mut Workings) -> Worked {
        let mut inputs = vec![Input::Fact(self.fact)];
        inputs.extend([&self.probability, &self.delay, &self.ramp].into_iter().filter_map(|a| a.input.clone()));
        if let Some(start) = self.start {
            let label = format!("Start of {} as stated", self.name);
            inputs.push(Input::Stated { label, value: f64::from(start), unit: "year", id: None });
        }
        let id = format!("benchmark.counted/{}/{path}/{year}", self.project);
        let label = format!("{}: what counts at the end of {year}, {words}", self.name);
        let counted = workings.number(id, label, self.counted(year), &COUNTED, inputs);
        if self.start.is_none() {
            workings.note(&counted, "No start is published: it counts nothing, and in full in the upper end.");
        }
        counted
    }
}

#[cfg(test)]
mod tests {
    use super::standing_part;

    #[test]
    fn a_ramp_of_three_years_stands_by_thirds() {
        let part = |year: f64| standing_part(year, 2028.0, 0.0, 3.0);
        assert_eq!([part(2027.0), part(2030.0), part(2035.0)], [0.0, 1.0, 1.0]);
        assert!((part(2028.0) - 1.0 / 3.0).abs() < 1e-12);
        assert_eq!(standing_part(2029.0, 2028.0, 2.0, 1.0), 0.0);
    }
}
