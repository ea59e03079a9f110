//! `[time]`: the periods of a model.

use toml::de::{DeTable, DeValue};

use super::limits;
use super::reader::{Reader, Within};
use crate::finding::Finding;

const KEYS: [&str; 6] = ["years", "start", "end", "step", "inflow_at", "first_step"];

/// When within its period an inflow enters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InflowAt {
    /// At its beginning: aged by the whole period at its end.
    Start,
    /// In its middle.
    Middle,
    /// At its end: of age nought then.
    End,
}

impl InflowAt {
    /// The words of model files.
    pub const WORDS: [(&'static str, Self); 3] = [("start", Self::Start), ("middle", Self::Middle), ("end", Self::End)];

    /// The word of model files.
    pub fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(_, meant)| *meant == self).map_or("", |(word, _)| word)
    }
}

/// The periods.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// The year in which each period ends, rising.
    pub years: Vec<i32>,
    /// When inflow enters.
    pub inflow_at: InflowAt,
    /// Length of the first period in years, where it is not that of the second.
    pub first_step: Option<f64>,
}

impl Time {
    /// Length of each period, in years.
    pub fn steps(&self) -> Vec<f64> {
        let rest: Vec<f64> = self.years.windows(2).map(|pair| f64::from(pair[1]) - f64::from(pair[0])).collect();
        let first = self.first_step.or(rest.first().copied()).unwrap_or(1.0);
        std::iter::once(first).chain(rest).collect()
    }

    /// The position of a year.
    pub fn position(&self, year: i32) -> Option<usize> {
        self.years.binary_search(&year).ok()
    }
}

pub(super) fn read(reader: &mut Reader<'_>, top: &DeTable<'_>) -> Option<Time> {
    let whose = "[time]";
    let Some(value) = top.get("time") else {
        reader.missing("the model", "[time]", "write [time] and years = [2000, 2001, ...], or start, end and step", 0);
        return None;
    };
    let DeValue::Table(table) = value.get_ref() else {
        reader.wrong_type("time", "a table", value);
        return None;
    };
    let at = value.span().start;
    reader.known_keys(table, whose, &KEYS);
    // A wrong word is a finding; what stands below it can be read all the same.
    let inflow_at = table
        .get("inflow_at")
        .and_then(|value| reader.word(value, "inflow_at of [time]", &InflowAt::WORDS))
        .unwrap_or(InflowAt::End);
    let first_step = reader.number_of(table, "first_step", whose, Within::Positive);
    let years = years(reader, table, at)?;
    if years.len() == 1 && table.get("first_step").is_none() {
        let hint = "one year alone does not say how long its period is: write first_step = 1";
        reader.missing(whose, "first_step", hint, at);
        return None;
    }
    Some(Time { years, inflow_at, first_step })
}

fn years(reader: &mut Reader<'_>, table: &DeTable<'_>, at: usize) -> Option<Vec<i32>> {
    let whose = "[time]";
    let by_steps = ["start", "end", "step"].iter().any(|key| table.contains_key(*key));
    let Some(value) = table.get("years") else {
        if !by_steps {
            reader.missing(whose, "years", "write years = [2000, 2001, ...], or start, end and step", at);
            return None;
        }
        return stepped(reader, table, at);
    };
    if by_steps {
        let finding = Finding::error("model-file.years", "[time] has years and also start, end or step");
        reader.say(finding.hint("keep one of the two"), value.span().start);
        return None;
    }
    let list = reader.list(value, "years of [time]", "a list of years")?;
    if !limits::of_periods(reader, list.len(), value.span().start) {
        return None;
    }
    let mut years: Vec<i32> = Vec::with_capacity(list.len());
    let mut sound = true;
    for one in list {
        let Some(year) = reader.year(one, "a year of [time]") else {
            sound = false;
            continue;
        };
        if years.last().is_some_and(|last| *last >= year) {
            let says = format!("the year {year} does not come after the one before it");
            let finding = Finding::error("model-file.years", says);
            reader.say(finding.hint("write the years in rising order, each once; steps may differ"), one.span().start);
            sound = false;
        }
        years.push(year);
    }
    sound.then_some(years)
}

fn stepped(reader: &mut Reader<'_>, table: &DeTable<'_>, at: usize) -> Option<Vec<i32>> {
    let whose = "[time]";
    let start = reader.needed_year(table, "start", whose, at);
    let end = reader.needed_year(table, "end", whose, at);
    let step = table.get("step").map_or(Some(1), |value| {
        let step = reader.year(value, "step of [time]").filter(|step| *step > 0);
        if step.is_none() {
            let finding = Finding::error("model-file.years", "a step is a whole number of years, at least 1");
            reader.say(finding.hint("write step = 1, or list the years"), value.span().start);
        }
        step
    });
    let (start, end, step) = (start?, end?, step?);
    if end < start {
        let finding = Finding::error("model-file.years", format!("[time] ends in {end}, before it starts in {start}"));
        reader.say(finding.hint("write the earlier year as start"), at);
        return None;
    }
    if (end - start) % step != 0 {
        let says = format!("steps of {step} years from {start} do not reach {end}");
        let hint = format!("end in {}, or list the years", end - (end - start) % step);
        reader.say(Finding::error("model-file.years", says).hint(hint), at);
        return None;
    }
    let years: Vec<i32> = (0..=(end - start) / step).map(|count| start + count * step).collect();
    limits::of_periods(reader, years.len(), at).then_some(years)
}
