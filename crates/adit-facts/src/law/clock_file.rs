//! Clock files: a project and what happened in its permit-granting process.
//!
//! ```toml
//! [project]
//! name = "Example"
//! stages = ["extraction", "processing"]
//! country = "PT"
//! strategic = true
//! status = "new"
//! recognised = 2025-03-25
//! [[event]]
//! date = 2026-01-15
//! kind = "completeness-acknowledged"
//! ```
//!
//! Everything is read and checked here with the line and column of what is wrong, all at once. What follows from the
//! events is computed by the models.

use toml::de::DeTable;

use crate::finding::Finding;
use crate::law::day;
use crate::toml_reader::{Codes, Reader, Within};

mod event;
mod examples;
mod kind;
mod order;
mod project;

pub use crate::toml_reader::At;
pub use event::{Event, Extends, Of};
pub use examples::{EXAMPLES, Example, example};
pub use kind::EventKind;
pub use project::{Project, ProjectStage};

/// The codes of what the shared reader finds in a clock file.
static CODES: Codes = Codes {
    what: "clock",
    looks: "a clock is TOML: [project], then [[event]] tables with date = 2026-01-15 and kind = \"...\"",
    too_large: "clock-file.too-large",
    not_readable: "clock-file.not-readable",
    too_many: "clock-file.too-many-problems",
    unknown_key: "clock-file.unknown-key",
    missing_key: "clock-file.missing-key",
    wrong_type: "clock-file.wrong-type",
    blank: "clock-file.blank",
    unknown_word: "clock-file.unknown-word",
    number: "clock-file.number",
    years: "clock-file.date",
    pair: "clock-file.order",
};

/// A clock file, read and sound in itself.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockFile {
    /// The project.
    pub project: Project,
    /// What happened, in the order of the dates; of one day in the order of the file.
    pub events: Vec<Event>,
}

impl ClockFile {
    /// Reads a clock file: it with what is worth knowing of it, or everything that is wrong with it.
    pub fn parse(text: &str, file: &str) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        CODES.read(text, file, read)
    }

    /// The same with one more event, as in "what if it comes in June"; an event that happens once replaces the one there.
    #[must_use]
    pub fn what_if(mut self, kind: EventKind, date: super::Date) -> Self {
        if kind.is_once() {
            self.events.retain(|event| event.kind != kind);
        }
        let at = self.events.partition_point(|event| event.date <= date);
        self.events.insert(at, Event::supposed(kind, date));
        self
    }
}

fn read(reader: &mut Reader, top: &DeTable<'_>) -> Option<ClockFile> {
    let whose = "the clock";
    reader.known_keys(top, whose, &["format", "project", "event"]);
    if let Some(format) = reader.number_of(top, "format", whose, Within::Any)
        && format != 1.0
    {
        let finding = Finding::error("clock-file.format", format!("format {format} is not known"));
        reader.say(finding.hint("this adit reads format = 1"), top.get("format").map_or(0, |value| value.span().start));
    }
    let project = project::read(reader, top);
    let events = event::read(reader, top);
    let project = project?;
    order::judge(reader, &project, &events);
    let mut events = events;
    events.sort_by_key(|event| event.date);
    Some(ClockFile { project, events })
}
