//! `[[project]]`: what may be chosen. What the file does not state comes from the facts.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::At;
use super::money::Instrument;
use crate::finding::Finding;
use crate::suggest;
use crate::toml_reader::{Reader, Within};

/// A project of a portfolio.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// Id: of a project of the facts, or one of the file's own.
    pub id: String,
    /// Name.
    pub name: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// NUTS 2 code, or a name.
    pub region: Option<String>,
    /// First and last year in which construction can begin.
    pub start: (i32, i32),
    /// Least and largest size, as shares of the figures.
    pub size: (f64, f64),
    /// Years of construction.
    pub build: Option<f64>,
    /// Ids of instruments that can be used; `None` for no instrument.
    pub instruments: Vec<Option<String>>,
    /// Ids of projects that must be chosen with it and start no later.
    pub needs: Vec<(String, At)>,
    /// Ids of projects that cannot be chosen with it.
    pub excludes: Vec<(String, At)>,
    /// Figures of its own, by name.
    pub figures: Vec<(&'static str, Own)>,
    /// What it makes; where there is none, what the facts say.
    pub outputs: Vec<Flow>,
    /// What it needs.
    pub feeds: Vec<Flow>,
    /// Where it stands.
    pub at: At,
}

/// A figure that the file states: sourced, or an assumption.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// Value.
    pub value: f64,
    /// Low end.
    pub low: Option<f64>,
    /// High end.
    pub high: Option<f64>,
    /// Source and place in it, in words.
    pub source: Option<String>,
    /// Why it is assumed.
    pub assumption: Option<String>,
    /// Where it stands.
    pub at: At,
}

impl Own {
    /// Whether it is an assumption.
    pub fn assumed(&self) -> bool {
        self.source.is_none()
    }
}

/// Tonnes of a material at a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// Material.
    pub material: String,
    /// Stage; of a feed, the stage that makes it.
    pub stage: String,
    /// Tonnes contained a year.
    pub tonnes: Own,
    /// Years from the start of construction to the first tonne.
    pub delay: Option<f64>,
    /// Years from the first tonne to full output.
    pub ramp: Option<f64>,
    /// Where it stands.
    pub at: At,
}

/// The figures of a project, each with where it may lie.
pub const FIGURES: [(&str, bool); 8] = [
    ("capex", false),
    ("npv", true),
    ("public", false),
    ("carbon", false),
    ("water", false),
    ("land", false),
    ("jobs", false),
    ("construction-jobs", false),
];

const KEYS: [&str; 12] =
    ["id", "name", "country", "region", "start", "size", "build", "instruments", "needs", "excludes", "output", "feed"];

pub(super) fn read(reader: &mut Reader, top: &DeTable<'_>, plan: (i32, i32), known: &[Instrument]) -> Vec<Project> {
    let mut projects: Vec<Project> = Vec::new();
    let keys: Vec<&str> = KEYS.into_iter().chain(FIGURES.map(|(name, _)| name)).collect();
    for (table, at) in reader.tables(top, "project") {
        reader.known_keys(table, "a [[project]]", &keys);
        let Some(id) = reader.needed_text(table, "id", "a [[project]]", at) else { continue };
        if let Some(other) = projects.iter().find(|other| other.id == id) {
            let says = format!("project {id} is there already, in line {}", other.at.0);
            reader.say(Finding::error("portfolio.duplicate", says).hint("keep one of the two"), at);
            continue;
        }
        projects.push(one(reader, table, id, at, plan, known));
    }
    if projects.is_empty() {
        reader.missing("the portfolio", "[[project]]", "write [[project]] and id = \"...\" for each candidate", 0);
    }
    projects
}

fn one(
    reader: &mut Reader,
    table: &DeTable<'_>,
    id: String,
    at: usize,
    plan: (i32, i32),
    known: &[Instrument],
) -> Project {
    let whose = format!("project {id}");
    let start = years(reader, table, &whose, plan, at);
    let size = reader.pair_of(table, "size", &whose, Within::Positive).unwrap_or((1.0, 1.0));
    let mut instruments = Vec::new();
    for (name, place) in reader.texts_of(table, "instruments", &whose) {
        if name != "none" && !known.iter().any(|instrument| instrument.id == name) {
            let ids = known.iter().map(|instrument| instrument.id.as_str()).chain(["none"]);
            let hint = suggest::hint(&name, ids, "write [[instrument]] with that id, or \"none\"");
            let says = format!("{whose}: there is no instrument {name}");
            reader.say(Finding::error("portfolio.unknown-id", says).hint(hint), place);
            continue;
        }
        let instrument = (name != "none").then_some(name);
        if !instruments.contains(&instrument) {
            instruments.push(instrument);
        }
    }
    if instruments.is_empty() {
        instruments.push(None);
    }
    let placed = |reader: &mut Reader, key: &str| -> Vec<(String, At)> {
        let texts = reader.texts_of(table, key, &whose);
        texts.into_iter().map(|(text, at)| (text, reader.place(at))).collect()
    };
    let (needs, excludes) = (placed(reader, "needs"), placed(reader, "excludes"));
    let mut figures = Vec::new();
    for (name, negative) in FIGURES {
        let within = if negative { Within::Any } else { Within::NotNegative };
        if let Some(own) = table.get(name).and_then(|value| own(reader, value, &format!("{name} of {whose}"), within)) {
            figures.push((name, own));
        }
    }
    Project {
        name: reader.text_of(table, "name", &whose),
        country: reader.text_of(table, "country", &whose),
        region: reader.text_of(table, "region", &whose),
        start,
        size,
        build: reader.number_of(table, "build", &whose, Within::Positive),
        instruments,
        needs,
        excludes,
        figures,
        outputs: flows(reader, table, "output", &whose),
        feeds: flows(reader, table, "feed", &whose),
        at: reader.place(at),
        id,
    }
}

/// The years in which a project can start: within the plan; without any, its first half.
fn years(reader: &mut Reader, table: &DeTable<'_>, whose: &str, plan: (i32, i32), at: usize) -> (i32, i32) {
    let Some(value) = table.get("start") else {
        return (plan.0, plan.0 + (plan.1 - plan.0) / 2);
    };
    let what = format!("start of {whose}");
    let years: Vec<i32> = match value.get_ref() {
        DeValue::Array(list) => list.iter().filter_map(|one| reader.year(one, &what)).collect(),
        _ => reader.year(value, &what).into_iter().collect(),
    };
    match years[..] {
        [one] if plan.0 <= one && one <= plan.1 => (one, one),
        [from, to] if plan.0 <= from && from <= to && to <= plan.1 => (from, to),
        _ => {
            let says = format!("{what} is not [earliest, latest] within the plan of {} to {}", plan.0, plan.1);
            reader.say(
                Finding::error("portfolio.years", says).hint("write start = [2026, 2028]"),
                value.span().start.max(at),
            );
            plan
        }
    }
}

/// A number, or a table with value, low, high and source or assumption.
pub(super) fn own(reader: &mut Reader, value: &Spanned<DeValue<'_>>, what: &str, within: Within) -> Option<Own> {
    let at = value.span().start;
    let DeValue::Table(table) = value.get_ref() else {
        let number = reader.number(value, what, within)?;
        return Some(Own {
            value: number,
            low: None,
            high: None,
            source: None,
            assumption: None,
            at: reader.place(at),
        });
    };
    reader.known_keys(table, what, &["value", "low", "high", "source", "assumption"]);
    let number = reader.needed(table, "value", what, within, at);
    let low = reader.number_of(table, "low", what, within);
    let high = reader.number_of(table, "high", what, within);
    let source = reader.text_of(table, "source", what);
    let assumption = reader.text_of(table, "assumption", what);
    let value = number?;
    if low.is_some_and(|low| low > value) || high.is_some_and(|high| high < value) {
        let finding =
            Finding::error("portfolio.number", format!("{what} does not lie between its low and its high end"));
        reader.say(finding.hint("write low <= value <= high"), at);
    }
    Some(Own { value, low, high, source, assumption, at: reader.place(at) })
}

fn flows(reader: &mut Reader, table: &DeTable<'_>, key: &str, whose: &str) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    for (flow, at) in reader.tables(table, key) {
        let what = format!("{key} of {whose}");
        reader.known_keys(flow, &what, &["material", "stage", "tonnes", "delay", "ramp"]);
        let material = reader.needed_text(flow, "material", &what, at);
        let stage = reader.needed_text(flow, "stage", &what, at);
        if flow.get("tonnes").is_none() {
            reader.missing(&what, "tonnes", "write tonnes = and tonnes contained a year", at);
        }
        let tonnes =
            flow.get("tonnes").and_then(|value| own(reader, value, &format!("tonnes of {what}"), Within::NotNegative));
        let delay = reader.number_of(flow, "delay", &what, Within::NotNegative);
        let ramp = reader.number_of(flow, "ramp", &what, Within::NotNegative);
        let (Some(material), Some(stage), Some(tonnes)) = (material, stage, tonnes) else { continue };
        if flows.iter().any(|other| other.material == material && other.stage == stage) {
            let says = format!("{what}: {material} at the stage of {stage} is there twice");
            reader.say(Finding::error("portfolio.duplicate", says).hint("add the two up"), at);
            continue;
        }
        flows.push(Flow { material, stage, tonnes, delay, ramp, at: reader.place(at) });
    }
    flows
}
