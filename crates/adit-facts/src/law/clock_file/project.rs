//! `[project]`: what it does, where, and where it stood when it was recognised.

use jiff::civil::Date;
use toml::de::DeTable;

use super::{At, day};
use crate::finding::Finding;
use crate::law::OfStatus;
use crate::toml_reader::Reader;

/// What a project does. Recovery from tailings and substitution are not clearly extraction or processing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProjectStage {
    /// Extraction (Art. 2(4)).
    Extraction,
    /// Processing (Art. 2(8)).
    Processing,
    /// Recycling (Art. 2(10)).
    Recycling,
    /// Recovery from extractive waste.
    Tailings,
    /// Innovative materials that replace strategic ones (Annex III, point 1(c)).
    Substitution,
}

const STAGES: [(&str, ProjectStage); 5] = [
    ("extraction", ProjectStage::Extraction),
    ("processing", ProjectStage::Processing),
    ("recycling", ProjectStage::Recycling),
    ("tailings", ProjectStage::Tailings),
    ("substitution", ProjectStage::Substitution),
];

const STATUSES: [(&str, OfStatus); 3] =
    [("new", OfStatus::New), ("in-procedure", OfStatus::InProcedure), ("extension", OfStatus::Extension)];

impl ProjectStage {
    /// The word of the file.
    pub fn id(self) -> &'static str {
        STAGES.iter().find(|(_, stage)| *stage == self).map_or("", |(word, _)| word)
    }
}

/// A project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Name.
    pub name: String,
    /// What it does, at least one.
    pub stages: Vec<ProjectStage>,
    /// Country code; `None` where the file names none, so that no calendar is known.
    pub country: Option<String>,
    /// Whether it is recognised as a Strategic Project.
    pub strategic: bool,
    /// Where it stood at its recognition, as the file says; `None` to take it from the events.
    pub status: Option<OfStatus>,
    /// Day of the Commission's decision.
    pub recognised: Option<Date>,
    /// Day on which the decision was notified; the day of the decision where nothing else is said.
    pub recognition_notified: Option<Date>,
    /// Whether an environmental impact assessment is required; `None` where the file does not say.
    pub assessment: Option<bool>,
    /// Kept out of everything public (Art. 46).
    pub confidential: bool,
    /// What a reader must know of it.
    pub note: Option<String>,
    /// Where `[project]` stands.
    pub at: At,
    /// Where its status stands, else `[project]`.
    pub status_at: At,
}

const KEYS: [&str; 11] = [
    "name",
    "stages",
    "kind",
    "country",
    "strategic",
    "status",
    "recognised",
    "recognition_notified",
    "assessment",
    "confidential",
    "note",
];

pub(super) fn read(reader: &mut Reader, top: &DeTable<'_>) -> Option<Project> {
    let whose = "[project]";
    let Some((table, at)) = reader.table_of(top, "project") else {
        if top.get("project").is_none() {
            let hint =
                "write [project] with name, stages = [\"extraction\"], country = \"PT\", recognised = 2025-03-25";
            reader.missing("the clock", whose, hint, 0);
        }
        return None;
    };
    reader.known_keys(table, whose, &KEYS);
    let name = reader.text_of(table, "name", whose).unwrap_or_else(|| "Project".to_owned());
    let stages = stages(reader, table, at);
    let country = country(reader, table, at);
    let strategic = reader.flag_of(table, "strategic", whose).unwrap_or(true);
    let status = reader
        .text_of(table, "status", whose)
        .and_then(|word| reader.word(&word, start(table, "status"), "status of [project]", &STATUSES));
    let recognised = day::of(reader, table, "recognised", whose);
    let notified = day::of(reader, table, "recognition_notified", whose);
    if strategic && table.get("recognised").is_none() {
        let hint = "write recognised = and the day of the Commission's decision, or strategic = false";
        reader.missing(whose, "recognised", hint, at);
    }
    if let (Some(decided), Some(told)) = (recognised, notified)
        && told < decided
    {
        let says = format!("recognition_notified {told} lies before recognised {decided}");
        let finding =
            Finding::error("clock-file.order", says).hint("a decision is notified when it is taken, or later");
        reader.say(finding, start(table, "recognition_notified"));
    }
    Some(Project {
        name,
        stages: stages?,
        country,
        strategic,
        status,
        recognised,
        recognition_notified: notified,
        assessment: reader.flag_of(table, "assessment", whose),
        confidential: reader.flag_of(table, "confidential", whose).unwrap_or(false),
        note: reader.text_of(table, "note", whose),
        at: reader.place(at),
        status_at: reader.place(if status.is_some() { start(table, "status") } else { at }),
    })
}

fn start(table: &DeTable<'_>, key: &str) -> usize {
    table.get(key).map_or(0, |value| value.span().start)
}

/// `stages`, or `kind` as the short form of one.
fn stages(reader: &mut Reader, table: &DeTable<'_>, at: usize) -> Option<Vec<ProjectStage>> {
    let whose = "[project]";
    let key = if table.get("stages").is_some() { "stages" } else { "kind" };
    if key == "stages" && table.get("kind").is_some() {
        let finding = Finding::error("clock-file.contradiction", "[project] has both stages and kind");
        reader.say(finding.hint("keep stages; kind is the short form of one stage"), start(table, "kind"));
    }
    let words = reader.texts_of(table, key, whose);
    let mut stages: Vec<ProjectStage> = Vec::new();
    for (word, at) in &words {
        if let Some(stage) = reader.word(word, *at, &format!("{key} of [project]"), &STAGES)
            && !stages.contains(&stage)
        {
            stages.push(stage);
        }
    }
    if words.is_empty() {
        let hint = "write stages = [\"extraction\"]: any of extraction, processing, recycling, tailings, substitution";
        reader.missing(whose, "stages", hint, at);
    }
    (!stages.is_empty()).then_some(stages)
}

fn country(reader: &mut Reader, table: &DeTable<'_>, at: usize) -> Option<String> {
    let Some(text) = reader.text_of(table, "country", "[project]") else {
        if table.get("country").is_none() {
            let says = "[project] names no country: no date is moved off a weekend or public holiday, and whether the \
                        limits of Art. 11 bind is not known";
            let finding = Finding::warning("clock-file.no-country", says).hint("write country = \"PT\"");
            reader.say(finding, at);
        }
        return None;
    };
    let code = text.to_uppercase();
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        // Eurostat's letters for Greece and the United Kingdom.
        return Some(match code.as_str() {
            "EL" => "GR".to_owned(),
            "UK" => "GB".to_owned(),
            _ => code,
        });
    }
    let finding = Finding::error("clock-file.country", format!("country \"{text}\" is no code of two letters"));
    reader.say(finding.hint("write the ISO code, as PT or FI"), start(table, "country"));
    None
}
