//! `[[process]]` and `[[flow]]`: process systems.
//!
//! A process passes on what it receives: its outgoing flows are shares of it that add up to 1. A flow without `from` comes
//! from outside and has an amount; one without `to` leaves the system. A process with `series` holds a stock: what leaves
//! the series goes out by its shares, and what enters the series is met by the flows into it, the rest from outside.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::content::{Composition, names_in};
use super::reader::{Reader, Said, Within};
use super::series::Series;
use super::{ByYear, route, time::Time};
use crate::finding::Finding;
use crate::suggest;

const PROCESS_KEYS: [&str; 5] = ["name", "series", "material", "note", "source"];
const FLOW_KEYS: [&str; 7] = ["name", "from", "to", "share", "value", "note", "source"];

/// Transfer coefficients of a process add up to 1 within this.
pub const SUM_WITHIN: f64 = 1e-9;

/// Most processes of a model: their balances are one dense system.
const MOST_PROCESSES: usize = 500;

/// A process.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Its name.
    pub name: String,
    /// The series whose stock it holds.
    pub series: Option<String>,
    /// The material that is counted of that series; the product itself without it.
    pub material: Option<String>,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

/// A flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Its name.
    pub name: String,
    /// Position of the process that it leaves; outside without it.
    pub from: Option<usize>,
    /// Position of the process that it enters; outside without it.
    pub to: Option<usize>,
    /// How much flows.
    pub amount: FlowAmount,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

/// How much flows.
#[derive(Debug, Clone, PartialEq)]
pub enum FlowAmount {
    /// A share of what leaves the process that it comes from: a transfer coefficient.
    Share(ByYear),
    /// An amount for each period, from outside.
    Value(Vec<f64>),
}

pub(super) fn read(
    reader: &mut Reader<'_>,
    top: &DeTable<'_>,
    time: &Time,
    series: &[Series],
    composition: &[Composition],
) -> (Vec<Process>, Vec<Flow>) {
    let tables = reader.tables(top, "process");
    if tables.len() > MOST_PROCESSES {
        let says = format!("{} processes are more than {MOST_PROCESSES}", tables.len());
        let finding = Finding::error("model-file.too-large", says).hint("join processes, or split the file");
        reader.say(finding, tables[MOST_PROCESSES].1);
        return (Vec::new(), Vec::new());
    }
    let wanted = tables.len();
    let mut processes: Vec<Process> = Vec::with_capacity(wanted);
    for (table, at) in tables {
        let Some(process) = process(reader, table, at, series, composition) else { continue };
        if let Some(first) = processes.iter().find(|known| known.name == process.name) {
            let (line, _) = reader.text.line_and_column(first.at);
            let says = format!("the process {} stands already in line {line}", process.name);
            reader.say(Finding::error("model-file.twice", says).hint("give each process a name of its own"), at);
        } else {
            processes.push(process);
        }
    }
    let tables = reader.tables(top, "flow");
    let wanted_flows = tables.len();
    let flows: Vec<Flow> =
        tables.into_iter().filter_map(|(table, at)| flow(reader, table, at, time, &processes)).collect();
    // A flow or process that could not be read is missing from every sum.
    if processes.len() == wanted && flows.len() == wanted_flows {
        for position in 0..processes.len() {
            sums_to_one(reader, time, &processes, &flows, position);
        }
    }
    (processes, flows)
}

fn process(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    at: usize,
    series: &[Series],
    composition: &[Composition],
) -> Option<Process> {
    if table.get("name").is_none() {
        reader.missing("a process", "name", "write name = and what the process is called", at);
    }
    let name = reader.text_of(table, "name", "a process");
    let whose = name.clone().unwrap_or_else(|| "a process".to_owned());
    reader.known_keys(table, &whose, &PROCESS_KEYS);
    reader.text_of(table, "note", &whose);
    reader.text_of(table, "source", &whose);
    let held = match table.get("series") {
        Some(_) => Some(route::named_series(reader, table, "series", &whose, series)?),
        None => None,
    };
    let material = match (table.get("material"), held) {
        (None, _) => None,
        (Some(value), None) => {
            let finding = Finding::error("model-file.missing-key", format!("{whose} has a material and no series"));
            reader.say(finding.hint("write series = and the series whose stock the process holds"), value.span().start);
            return None;
        }
        (Some(value), Some(held)) => {
            let name = reader.text(value, &format!("material of {whose}"))?;
            let known = names_in(&held.contents, composition);
            if !known.contains(&name.as_str()) {
                let hint = suggest::hint(&name, known.iter().copied(), "name a content of that series");
                let says = format!("material of {whose}: {} has no {name}", held.name);
                reader.say(Finding::error("model-file.unknown-name", says).hint(hint), value.span().start);
                return None;
            }
            Some(name)
        }
    };
    Some(Process { name: name?, series: held.map(|held| held.name.clone()), material, at })
}

fn flow(reader: &mut Reader<'_>, table: &DeTable<'_>, at: usize, time: &Time, processes: &[Process]) -> Option<Flow> {
    if table.get("name").is_none() {
        reader.missing("a flow", "name", "write name = and what the flow is called", at);
    }
    let name = reader.text_of(table, "name", "a flow");
    let whose = name.clone().unwrap_or_else(|| "a flow".to_owned());
    reader.known_keys(table, &whose, &FLOW_KEYS);
    reader.text_of(table, "note", &whose);
    reader.text_of(table, "source", &whose);
    let from = end(reader, table, "from", &whose, processes).ok()?;
    let to = end(reader, table, "to", &whose, processes).ok()?;
    if from.is_none() && to.is_none() {
        reader.missing(&whose, "from and to", "name the process that it leaves, the one that it enters, or both", at);
        return None;
    }
    let amount = match (table.get("share"), table.get("value"), from) {
        (Some(value), None, Some(_)) => {
            FlowAmount::Share(reader.by_year(value, &format!("share of {whose}"), Within::Share)?)
        }
        (None, Some(value), None) => FlowAmount::Value(amounts(reader, value, &format!("value of {whose}"), time)?),
        (None, None, Some(_)) => {
            reader.missing(&whose, "share", "write share = and the part of its process that it takes, 0 to 1", at);
            return None;
        }
        (None, None, None) => {
            reader.missing(&whose, "value", "write value = and how much comes from outside in each period", at);
            return None;
        }
        (_, Some(value), Some(_)) => {
            let finding = Finding::error("model-file.driver", format!("{whose} leaves a process and has a value"));
            let hint =
                "what leaves a process is a share of what it receives: write share; values are for flows from outside";
            reader.say(finding.hint(hint), value.span().start);
            return None;
        }
        (Some(value), _, None) => {
            let finding = Finding::error("model-file.driver", format!("{whose} comes from outside and has a share"));
            reader.say(finding.hint("write value, or the process that it leaves: from"), value.span().start);
            return None;
        }
    };
    Some(Flow { name: name?, from, to, amount, at })
}

/// The process at one end of a flow; `None` for outside.
fn end(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    key: &str,
    whose: &str,
    processes: &[Process],
) -> Result<Option<usize>, Said> {
    let Some(value) = table.get(key) else { return Ok(None) };
    let name = reader.text(value, &format!("{key} of {whose}")).ok_or(Said)?;
    let found = processes.iter().position(|process| process.name == name);
    if found.is_none() {
        let names = processes.iter().map(|process| process.name.as_str());
        let hint = suggest::hint(&name, names, "write the name of a [[process]]; leave the key out for outside");
        let says = format!("{key} of {whose}: there is no process \"{name}\"");
        reader.say(Finding::error("model-file.unknown-name", says).hint(hint), value.span().start);
        return Err(Said);
    }
    Ok(found)
}

/// One number for each period: a list of them, or what is constant or given by year.
fn amounts(reader: &mut Reader<'_>, value: &Spanned<DeValue<'_>>, what: &str, time: &Time) -> Option<Vec<f64>> {
    let plain = matches!(value.get_ref(), DeValue::Array(list) if !matches!(list.first().map(Spanned::get_ref), Some(DeValue::Array(_))));
    if !plain {
        let amount = reader.by_year(value, what, Within::NotNegative)?;
        return Some(time.years.iter().map(|year| amount.at(f64::from(*year))).collect());
    }
    let numbers = reader.numbers(value, what, Within::NotNegative)?;
    if numbers.len() != time.years.len() {
        let says = format!("{what} has {} numbers for {} years", numbers.len(), time.years.len());
        let hint = "write one number for each year, or [[year, value], ...]";
        reader.say(Finding::error("model-file.length", says).hint(hint), value.span().start);
        return None;
    }
    Some(numbers)
}

fn sums_to_one(reader: &mut Reader<'_>, time: &Time, processes: &[Process], flows: &[Flow], position: usize) {
    let process = &processes[position];
    let out: Vec<&ByYear> = flows
        .iter()
        .filter(|flow| flow.from == Some(position))
        .filter_map(|flow| match &flow.amount {
            FlowAmount::Share(share) => Some(share),
            FlowAmount::Value(_) => None,
        })
        .collect();
    if out.is_empty() {
        let finding = Finding::error("model-file.shares-sum", format!("nothing leaves the process {}", process.name));
        let hint = "write [[flow]] from it with share = 1.0, with to, or without it for what leaves the system";
        reader.say(finding.hint(hint), process.at);
        return;
    }
    for year in &time.years {
        let sum: f64 = out.iter().map(|share| share.at(f64::from(*year))).sum();
        if (sum - 1.0).abs() > SUM_WITHIN {
            let says = format!("the shares of the flows out of {} add up to {sum} in {year}, not to 1", process.name);
            let hint = "what a process receives leaves it: add the missing flow, or correct the shares";
            reader.say(Finding::error("model-file.shares-sum", says).hint(hint), process.at);
            return;
        }
    }
}
