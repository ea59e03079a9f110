//! `[[event]]`: what happened on a day.

use jiff::civil::Date;
use toml::de::{DeTable, DeValue};

use super::{At, EventKind, day};
use crate::finding::Finding;
use crate::suggest;
use crate::toml_reader::{Reader, Within};

/// What a consultation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Of {
    /// The environmental impact assessment report: Art. 12(5) says how long.
    Report,
    /// Additional information: a reasonable time (Directive 2011/92/EU, Art. 6(6)).
    Supplement,
}

/// Which time limit an extension is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extends {
    /// The comprehensive decision (Art. 11(4)).
    Decision,
    /// The reasoned conclusion (Art. 12(4)).
    Conclusion,
}

const OF: [(&str, Of); 2] = [("report", Of::Report), ("supplement", Of::Supplement)];

const EXTENDS: [(&str, Extends); 2] =
    [("comprehensive-decision", Extends::Decision), ("reasoned-conclusion", Extends::Conclusion)];

/// Something that happened, or that is supposed to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Day.
    pub date: Date,
    /// What happened.
    pub kind: EventKind,
    /// Until when a report or additional information was due.
    pub due: Option<Date>,
    /// Months of an extension of the decision.
    pub months: Option<i32>,
    /// Days of an extension of the reasoned conclusion.
    pub days: Option<i32>,
    /// Which time limit is extended.
    pub extends: Extends,
    /// Whether reasons were given in writing; `None` where the file does not say.
    pub reasons: Option<bool>,
    /// What a consultation is about.
    pub of: Of,
    /// Where it is known from.
    pub source: Option<String>,
    /// What must be known of it.
    pub note: Option<String>,
    /// Line and column; `None` for an event that a question supposes.
    pub at: Option<At>,
}

impl Event {
    /// An event that a question supposes.
    pub fn supposed(kind: EventKind, date: Date) -> Self {
        Self {
            date,
            kind,
            due: None,
            months: None,
            days: None,
            extends: Extends::Decision,
            reasons: None,
            of: Of::Report,
            source: None,
            note: None,
            at: None,
        }
    }
}

const KEYS: [&str; 10] = ["date", "kind", "due", "months", "days", "extends", "reasons", "of", "source", "note"];

/// Most events of one process.
const MOST: usize = 2000;

pub(super) fn read(reader: &mut Reader, top: &DeTable<'_>) -> Vec<Event> {
    let tables = reader.tables(top, "event");
    if tables.len() > MOST {
        let says = format!("there are {} events, more than {MOST}", tables.len());
        let finding = Finding::error("clock-file.too-large", says).hint("check that it is the file that was meant");
        reader.say(finding, tables[0].1);
        return Vec::new();
    }
    let mut events = Vec::with_capacity(tables.len());
    for (number, (table, at)) in tables.into_iter().enumerate() {
        let whose = format!("event {}", number + 1);
        if let Some(event) = one(reader, table, &whose, at) {
            events.push(event);
        }
    }
    events
}

fn one(reader: &mut Reader, table: &DeTable<'_>, whose: &str, at: usize) -> Option<Event> {
    reader.known_keys(table, whose, &KEYS);
    for key in ["date", "kind"] {
        if table.get(key).is_none() {
            let hint =
                if key == "date" { "write date = 2026-01-15" } else { "write kind = \"completeness-acknowledged\"" };
            reader.missing(whose, key, hint, at);
        }
    }
    let date = day::of(reader, table, "date", whose);
    let kind = kind(reader, table, whose);
    let due = day::of(reader, table, "due", whose);
    let months = whole(reader, table, "months", whose);
    let days = whole(reader, table, "days", whose);
    let extends = word(reader, table, "extends", whose, &EXTENDS).unwrap_or(Extends::Decision);
    let of = word(reader, table, "of", whose, &OF).unwrap_or(Of::Report);
    let reasons = reasons(reader, table, whose);
    let event = Event {
        date: date?,
        kind: kind?,
        due,
        months,
        days,
        extends,
        reasons,
        of,
        source: reader.text_of(table, "source", whose),
        note: reader.text_of(table, "note", whose),
        at: Some(reader.place(at)),
    };
    fitting(reader, table, &event, whose, at);
    Some(event)
}

fn kind(reader: &mut Reader, table: &DeTable<'_>, whose: &str) -> Option<EventKind> {
    let text = reader.text_of(table, "kind", whose)?;
    if let Some(kind) = EventKind::parse(&text) {
        return Some(kind);
    }
    let kinds = EventKind::ALL.map(EventKind::id);
    let hint = suggest::hint(&text, kinds, &format!("the kinds are {}", kinds.join(", ")));
    let finding = Finding::error("clock-file.unknown-kind", format!("kind of {whose}: \"{text}\" is not known"));
    reader.say(finding.hint(hint), table.get("kind").map_or(0, |value| value.span().start));
    None
}

fn word<T: Copy>(reader: &mut Reader, table: &DeTable<'_>, key: &str, whose: &str, words: &[(&str, T)]) -> Option<T> {
    let text = reader.text_of(table, key, whose)?;
    let at = table.get(key).map_or(0, |value| value.span().start);
    reader.word(&text, at, &format!("{key} of {whose}"), words)
}

fn whole(reader: &mut Reader, table: &DeTable<'_>, key: &str, whose: &str) -> Option<i32> {
    let number = reader.number_of(table, key, whose, Within::Positive)?;
    #[expect(clippy::cast_possible_truncation, reason = "checked to be a small whole number")]
    let whole = number as i32;
    if f64::from(whole) == number && whole <= 1200 {
        return Some(whole);
    }
    let finding =
        Finding::error("clock-file.number", format!("{key} of {whose} is {number}, not a small whole number"));
    reader.say(finding.hint(format!("write whole {key}")), table.get(key).map_or(0, |value| value.span().start));
    None
}

/// `reasons = true`, `false`, or the reasons themselves.
fn reasons(reader: &mut Reader, table: &DeTable<'_>, whose: &str) -> Option<bool> {
    let value = table.get("reasons")?;
    match value.get_ref() {
        DeValue::Boolean(given) => Some(*given),
        DeValue::String(text) => Some(!text.trim().is_empty()),
        _ => {
            reader.wrong_type(&format!("reasons of {whose}"), "true, false or the reasons in quotes", value);
            None
        }
    }
}

/// Keys that its kind needs, and keys that say nothing of it.
fn fitting(reader: &mut Reader, table: &DeTable<'_>, event: &Event, whose: &str, at: usize) {
    let id = event.kind.id();
    let whose = format!("{whose} ({id})");
    let extension = event.kind == EventKind::ExtensionGranted;
    if extension && event.extends == Extends::Decision && table.get("months").is_none() {
        let hint = "write months = 1 to 6 with extraction, 1 to 3 otherwise (Art. 11(4))";
        reader.missing(&whose, "months", hint, at);
    }
    if extension && event.extends == Extends::Conclusion && table.get("days").is_none() {
        reader.missing(&whose, "days", "write days = 1 to 20 (Art. 12(4))", at);
    }
    let requests = matches!(event.kind, EventKind::EiaReportRequested | EventKind::SupplementRequested);
    let consults = matches!(event.kind, EventKind::ConsultationOpened | EventKind::ConsultationClosed);
    let fits = [
        ("due", requests),
        ("months", extension),
        ("days", extension),
        ("extends", extension),
        ("reasons", extension || consults),
        ("of", consults),
    ];
    for (key, fits) in fits {
        if let Some(value) = table.get(key).filter(|_| !fits) {
            let finding = Finding::error("clock-file.contradiction", format!("{whose} has no {key}"));
            reader.say(finding.hint("remove it, or check the kind"), value.span().start);
        }
    }
    if let Some(due) = event.due.filter(|due| *due < event.date) {
        let says = format!("{whose}: due {due} lies before the notification of {}", event.date);
        let finding = Finding::error("clock-file.order", says).hint("what is asked for is due later");
        reader.say(finding, table.get("due").map_or(at, |value| value.span().start));
    }
}
