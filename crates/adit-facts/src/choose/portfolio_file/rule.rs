//! `[[rule]]`: what must hold.

use toml::de::DeTable;

use super::At;
use super::project::Project;
use crate::finding::Finding;
use crate::suggest;
use crate::toml_reader::{Reader, Within};

/// A rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Name, where the file gives one.
    pub name: Option<String>,
    /// Kind.
    pub kind: Kind,
    /// Codes of regions or countries, or names of regions.
    pub places: Vec<String>,
    /// Ids of materials.
    pub materials: Vec<String>,
    /// Stages.
    pub stages: Vec<String>,
    /// Ids of projects.
    pub projects: Vec<String>,
    /// Ids of projects that are needed, of a prerequisite.
    pub needs: Vec<String>,
    /// What is measured, of a limit.
    pub measure: Option<String>,
    /// Year.
    pub year: Option<i32>,
    /// Upper bound.
    pub at_most: Option<f64>,
    /// Lower bound.
    pub at_least: Option<f64>,
    /// Tonnes a year from outside, of a feed.
    pub outside: f64,
    /// Where it stands.
    pub at: At,
}

/// Kinds of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A stage and material reach a share of consumption.
    Benchmark,
    /// A measure has a bound.
    Limit,
    /// Each place has at least so much of a measure.
    Floor,
    /// No place has more than a share of the public money.
    Fairness,
    /// What is needed of a material is made, or comes from outside.
    Feed,
    /// So many projects.
    Count,
    /// Projects that are chosen.
    Include,
    /// Projects that are not chosen.
    Exclude,
    /// A project only with others.
    Prerequisite,
    /// Not all of these together.
    Exclusion,
    /// People at work in any year.
    Workforce,
    /// Private return of what is chosen.
    Return,
    /// Supply risk of a material.
    SupplyRisk,
}

impl Kind {
    /// The words of portfolio files.
    pub const WORDS: [(&'static str, Self); 13] = [
        ("benchmark", Self::Benchmark),
        ("limit", Self::Limit),
        ("floor", Self::Floor),
        ("fairness", Self::Fairness),
        ("feed", Self::Feed),
        ("count", Self::Count),
        ("include", Self::Include),
        ("exclude", Self::Exclude),
        ("prerequisite", Self::Prerequisite),
        ("exclusion", Self::Exclusion),
        ("workforce", Self::Workforce),
        ("return", Self::Return),
        ("supply-risk", Self::SupplyRisk),
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(_, meant)| *meant == self).map_or("", |(word, _)| word)
    }

    /// What it must state, beside its kind.
    fn needs(self) -> &'static [&'static str] {
        match self {
            Self::Benchmark => &["material", "stage", "year"],
            Self::Limit => &["measure"],
            Self::Floor => &["measure", "places", "at_least"],
            Self::Fairness | Self::Workforce => &["at_most"],
            Self::Feed => &["material", "stages"],
            Self::Include | Self::Exclude | Self::Exclusion => &["projects"],
            Self::Prerequisite => &["projects", "needs"],
            Self::Return => &["at_least"],
            Self::SupplyRisk => &["material", "year", "at_most"],
            Self::Count => &[],
        }
    }
}

/// The measures that a rule or an objective can name.
pub const MEASURES: [&str; 13] = [
    "benchmark-points",
    "supply-risk",
    "npv",
    "public",
    "capex",
    "carbon",
    "water",
    "land",
    "jobs",
    "construction-jobs",
    "workforce",
    "tonnes",
    "count",
];

const KEYS: [&str; 16] = [
    "kind",
    "name",
    "places",
    "place",
    "materials",
    "material",
    "stages",
    "stage",
    "projects",
    "project",
    "needs",
    "measure",
    "year",
    "at_most",
    "at_least",
    "outside",
];

pub(super) fn read(reader: &mut Reader, top: &DeTable<'_>, plan: (i32, i32), projects: &[Project]) -> Vec<Rule> {
    let tables = reader.tables(top, "rule");
    tables.into_iter().filter_map(|(table, at)| one(reader, table, at, plan, projects)).collect()
}

fn one(reader: &mut Reader, table: &DeTable<'_>, at: usize, plan: (i32, i32), projects: &[Project]) -> Option<Rule> {
    reader.known_keys(table, "a [[rule]]", &KEYS);
    let kind = reader.needed_text(table, "kind", "a [[rule]]", at)?;
    let kind = reader.word(&kind, at, "kind of a [[rule]]", &Kind::WORDS)?;
    let whose = format!("rule {}", kind.word());
    for key in kind.needs() {
        let singular = key.strip_suffix('s').unwrap_or(key);
        if !table.contains_key(*key) && !table.contains_key(singular) {
            reader.missing(&whose, key, &format!("write {key} ="), at);
        }
    }
    let both = |reader: &mut Reader, one: &str, many: &str| -> Vec<(String, usize)> {
        let mut texts = reader.texts_of(table, one, &whose);
        texts.extend(reader.texts_of(table, many, &whose));
        texts
    };
    let places = both(reader, "place", "places");
    let materials = both(reader, "material", "materials");
    let stages = both(reader, "stage", "stages");
    let named = both(reader, "project", "projects");
    let needs = reader.texts_of(table, "needs", &whose);
    for (id, place) in named.iter().chain(&needs) {
        if !projects.iter().any(|project| project.id == *id) {
            let ids = projects.iter().map(|project| project.id.as_str());
            let hint = suggest::hint(id, ids, "name a project of the portfolio");
            let says = format!("{whose}: there is no project {id} in the portfolio");
            reader.say(Finding::error("portfolio.unknown-id", says).hint(hint), *place);
        }
    }
    let measure = reader.text_of(table, "measure", &whose).and_then(|word| {
        let place = table.get("measure").map_or(at, |value| value.span().start);
        reader.word(&word, place, &format!("measure of {whose}"), &MEASURES.map(|word| (word, word)))
    });
    let within = if kind == Kind::Fairness { Within::Share } else { Within::Any };
    let year = reader.year_of(table, "year", &whose);
    if let Some(year) = year.filter(|year| *year < plan.0 || *year > plan.1) {
        let finding = Finding::error("portfolio.years", format!("{whose}: {year} is no year of the plan"));
        reader.say(finding.hint(format!("write a year of {} to {}", plan.0, plan.1)), at);
    }
    let at_most = reader.number_of(table, "at_most", &whose, within);
    let at_least = reader.number_of(table, "at_least", &whose, within);
    let bounded = !matches!(kind, Kind::Limit | Kind::Count) || at_most.is_some() || at_least.is_some();
    if !bounded {
        reader.missing(&whose, "at_most", "write at_most = or at_least = and a number", at);
    }
    if measure == Some("benchmark-points") && at_most.is_some() {
        let finding =
            Finding::error("portfolio.contradiction", format!("{whose}: benchmark points have no upper bound"));
        reader.say(finding.hint("points are counted up to the benchmark; write at_least"), at);
    }
    let texts = |pairs: Vec<(String, usize)>| pairs.into_iter().map(|(text, _)| text).collect();
    Some(Rule {
        name: reader.text_of(table, "name", &whose),
        kind,
        places: texts(places),
        materials: texts(materials),
        stages: texts(stages),
        projects: texts(named),
        needs: texts(needs),
        measure: measure.map(str::to_owned),
        year,
        at_most,
        at_least,
        outside: reader.number_of(table, "outside", &whose, Within::NotNegative).unwrap_or(0.0),
        at: reader.place(at),
    })
}
