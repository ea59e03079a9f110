//! The fields of what can be said: shown as a form, and read back into an entry. One list serves both, so that no form
//! can ask for what is not read.

use adit_record::Day;
use adit_record::round::Trouble;
use adit_record::voice::{Kind, Said, State};
use maud::{Markup, html};
use serde_json::{Map, Value, json};

use crate::records::tongue::Tongue;
use crate::typed::Typed;

/// How a field is filled in, and what it becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Control {
    /// One line.
    Line,
    /// Many lines.
    Words,
    /// A day of the calendar.
    Day,
    /// A whole number.
    Number,
    /// A number of an entry.
    Entry,
    /// Numbers of entries with commas.
    Entries,
    /// A tag of a language.
    Language,
    /// Yes or no.
    Check,
    /// What has become of a promise.
    State,
    /// One document a line: title | pages | address.
    Documents,
}

/// A field of a form.
struct Field {
    name: &'static str,
    label: &'static str,
    control: Control,
    needed: bool,
    hint: &'static str,
}

const fn field(name: &'static str, label: &'static str, control: Control) -> Field {
    Field { name, label, control, needed: true, hint: "" }
}

const fn free(name: &'static str, label: &'static str, control: Control, hint: &'static str) -> Field {
    Field { name, label, control, needed: false, hint }
}

const LANGUAGE: Field = field("language", "Language of these words", Control::Language);
const EVIDENCE: Field =
    free("evidence", "Evidence: numbers of entries", Control::Entries, "Separated by commas, as 4, 7.");

const CONCERN: &[Field] = &[
    field("topic", "field-topic", Control::Line),
    field("words", "field-words", Control::Words),
    field("language", "field-language", Control::Language),
    free("place", "field-place", Control::Line, "field-place-hint"),
    field("consent", "field-consent", Control::Check),
];
const EVIDENCE_FIELDS: &[Field] = &[
    field("title", "What it is", Control::Line),
    field("words", "What it shows", Control::Words),
    field("source", "Who made it, and where it can be found", Control::Line),
    free("about", "About which entry", Control::Entry, "Its number in the record, or nothing."),
    LANGUAGE,
];
const ANSWER: &[Field] =
    &[field("to", "To which concern", Control::Entry), field("words", "Answer", Control::Words), EVIDENCE, LANGUAGE];
const PROMISE: &[Field] = &[
    field("by", "Who promises (an organisation)", Control::Line),
    field("to", "To whom", Control::Line),
    field("what", "What is promised", Control::Words),
    field("test", "How anyone can see whether it was kept", Control::Words),
    field("due", "The last day", Control::Day),
    free("concern", "Out of which concern", Control::Entry, "Its number in the record, or nothing."),
    free("obligation", "Under which rule", Control::Line, "As: Regulation (EU) 2024/1252, Art. 11(7); or nothing."),
    LANGUAGE,
    free("confidential", "Keep it from every public page (Art. 46)", Control::Check, ""),
];
const STATUS: &[Field] = &[
    field("promise", "Which promise", Control::Entry),
    field("state", "What has become of it", Control::State),
    field("words", "Why one can say so", Control::Words),
    EVIDENCE,
    LANGUAGE,
];
const MEETING: &[Field] = &[
    field("title", "What it is about", Control::Line),
    field("on", "Day", Control::Day),
    field("place", "Place", Control::Line),
    field("words", "What was said, or will be talked about", Control::Words),
    free("present", "How many came", Control::Number, "If somebody counted."),
    LANGUAGE,
];
const CONSULTATION: &[Field] = &[
    field("title", "What is consulted on", Control::Line),
    field("opens", "The day it opens", Control::Day),
    field("closes", "The last day", Control::Day),
    free("documents", "Documents", Control::Documents, "One a line: title | pages | address. Pages may be left empty."),
];
const SHOWN: &[Field] = &[field("entry", "Entry", Control::Entry)];
const WITHHELD: &[Field] =
    &[field("entry", "Entry", Control::Entry), field("reason", "Reason, as everybody will read it", Control::Words)];
const QUOTED: &[Field] =
    &[field("entry", "Entry", Control::Entry), field("words", "Your words", Control::Words), LANGUAGE];
const ERASURE: &[Field] = &[
    field("entry", "Entry", Control::Entry),
    field("ground", "Legal ground", Control::Line),
    field("content", "What kind of content (never the content)", Control::Line),
    field("decided_by", "Which office decided", Control::Line),
];
const NOTICE_ANSWER: &[Field] = &[
    field("notice", "Which notice", Control::Entry),
    free("upheld", "The entry is withheld for it", Control::Check, ""),
    field("words", "Why", Control::Words),
];
const PROJECT: &[Field] = &[
    field("title", "Name of the project", Control::Line),
    field("summary", "One paragraph for people who live there", Control::Words),
    field("country", "Country (two letters)", Control::Line),
    field("region", "NUTS code of the region", Control::Line),
    free("facts", "The project in adit's facts", Control::Line, "Its id, as keliber; or nothing."),
    free("clock", "Clock file of the procedure", Control::Words, "As `adit clock` reads it; or nothing."),
    field("look_within_days", "Days within which a clerk looks at what comes in", Control::Number),
    field("office", "Office for objections and requests", Control::Line),
    free("confidential", "Keep the whole record from every public page (Art. 46)", Control::Check, ""),
];

fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Project => PROJECT,
        Kind::Concern => CONCERN,
        Kind::Evidence => EVIDENCE_FIELDS,
        Kind::Answer => ANSWER,
        Kind::Promise => PROMISE,
        Kind::Status => STATUS,
        Kind::Meeting => MEETING,
        Kind::Consultation => CONSULTATION,
        Kind::Shown | Kind::Disowned | Kind::Witness => SHOWN,
        Kind::Withheld => WITHHELD,
        Kind::Objection | Kind::Correction | Kind::Notice => QUOTED,
        Kind::Erased | Kind::Kept => ERASURE,
        Kind::NoticeAnswer => NOTICE_ANSWER,
    }
}

/// What was said, or everything that keeps it from being read, each with its field.
pub(super) fn said(kind: Kind, typed: &Typed) -> Result<Said, Vec<Trouble>> {
    let mut object = Map::new();
    let mut troubles = Vec::new();
    object.insert("kind".to_owned(), json!(kind.word()));
    for field in fields(kind) {
        match value(field, typed) {
            Ok(Some(value)) => drop(object.insert(field.name.to_owned(), value)),
            Ok(None) => {}
            Err(says) => troubles.push(Trouble::new(field.name, says)),
        }
    }
    if !troubles.is_empty() {
        return Err(troubles);
    }
    serde_json::from_value(Value::Object(object)).map_err(|error| vec![Trouble::new("form", error.to_string())])
}

fn value(field: &Field, typed: &Typed) -> Result<Option<Value>, String> {
    let given = typed.filled(field.name);
    let Some(given) = given else {
        return match field.control {
            Control::Check => Ok(Some(json!(false))),
            // An empty text is told by the rules of what is said, in its own words.
            Control::Line | Control::Words | Control::Language if field.needed => Ok(Some(json!(""))),
            Control::Documents | Control::Entries => Ok(Some(json!([]))),
            _ if field.needed => Err("this is empty: write something here".to_owned()),
            _ => Ok(None),
        };
    };
    let entry = |text: &str| {
        text.trim_start_matches('#').trim().parse::<i64>().map_err(|_| format!("\"{text}\" is no number of an entry"))
    };
    Ok(Some(match field.control {
        Control::Line | Control::Words | Control::Language => json!(given),
        Control::Day => json!(Day::parse(given).map_err(|_| "write a day of the calendar, as 2026-12-24".to_owned())?),
        Control::Number => json!(given.parse::<u32>().map_err(|_| "write a whole number".to_owned())?),
        Control::Entry => json!(entry(given)?),
        Control::Entries => json!(given.split(',').map(|one| entry(one.trim())).collect::<Result<Vec<_>, _>>()?),
        Control::Check => json!(true),
        Control::State => json!(State::read(given).ok_or("choose what has become of it")?.word()),
        Control::Documents => {
            json!(given.lines().filter(|line| !line.trim().is_empty()).map(document).collect::<Result<Vec<_>, _>>()?)
        }
    }))
}

fn document(line: &str) -> Result<Value, String> {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let [title, pages, address] = parts[..] else {
        return Err(format!("write title | pages | address, not \"{line}\""));
    };
    let pages = match pages {
        "" => None,
        some => Some(some.parse::<u32>().map_err(|_| format!("\"{some}\" is no number of pages"))?),
    };
    Ok(json!({"title": title, "pages": pages, "address": address}))
}

/// The fields of a form, filled with what was typed, each with what is wrong beside it. `tongue` has the labels of the
/// forms for everybody; those of the desk are English.
pub(super) fn form(kind: Kind, tongue: Tongue, typed: &Typed, troubles: &[Trouble]) -> Markup {
    html! {
        @for field in fields(kind) {
            @let label = if field.label.starts_with("field-") { tongue.text(field.label) } else { field.label.to_owned() };
            @let hint = if field.hint.starts_with("field-") { tongue.text(field.hint) } else { field.hint.to_owned() };
            (input(field.name, &label, &hint, field.control, typed, troubles))
        }
    }
}

/// A line of its own, for what stands beside an entry: a code, a name.
pub(super) fn line(name: &str, label: &str, hint: &str, typed: &Typed, troubles: &[Trouble]) -> Markup {
    input(name, label, hint, Control::Line, typed, troubles)
}

/// A file to choose. A page that is shown again cannot keep what was chosen.
pub(super) fn file(label: &str, hint: &str, wrong: &[Trouble]) -> Markup {
    let wrong = wrong.iter().find(|trouble| trouble.field == "file");
    let described = if wrong.is_some() { "file-hint file-error" } else { "file-hint" };
    html! {
        div.field {
            label for="file" { (label) }
            p.soft id="file-hint" { (hint) }
            @if let Some(wrong) = wrong { p.error id="file-error" { (wrong.says) } }
            input id="file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg,.csv,.txt" aria-invalid=[wrong.map(|_| "true")] aria-describedby=(described);
        }
    }
}

fn input(name: &str, label: &str, hint: &str, control: Control, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let wrong = troubles.iter().find(|trouble| trouble.field == name);
    let value = typed.filled(name).unwrap_or("");
    let described = match (hint.is_empty(), wrong.is_some()) {
        (true, false) => None,
        (false, false) => Some(format!("{name}-hint")),
        (true, true) => Some(format!("{name}-error")),
        (false, true) => Some(format!("{name}-hint {name}-error")),
    };
    let described = described.as_deref();
    let invalid = wrong.map(|_| "true");
    html! {
        div.field {
            @if control == Control::Check {
                label.check for=(name) {
                    input id=(name) name=(name) type="checkbox" value="yes" checked[!value.is_empty()] aria-invalid=[invalid] aria-describedby=[described];
                    (label)
                }
            } @else {
                label for=(name) { (label) }
            }
            @if !hint.is_empty() { p.soft id={ (name) "-hint" } { (hint) } }
            @if let Some(wrong) = wrong { p.error id={ (name) "-error" } { (wrong.says) } }
            @match control {
                Control::Check => {},
                Control::Words | Control::Documents => {
                    textarea id=(name) name=(name) rows="6" dir="auto" aria-invalid=[invalid] aria-describedby=[described] { (value) }
                },
                Control::State => {
                    select id=(name) name=(name) aria-invalid=[invalid] aria-describedby=[described] {
                        option value="" { "choose" }
                        @for state in State::ALL { option value=(state.word()) selected[state.word() == value] { (state.word()) } }
                    }
                },
                Control::Language => {
                    input.short id=(name) name=(name) type="text" value=(if value.is_empty() { "en" } else { value }) aria-invalid=[invalid] aria-describedby=[described];
                },
                Control::Day => {
                    input id=(name) name=(name) type="date" value=(value) aria-invalid=[invalid] aria-describedby=[described];
                },
                Control::Number | Control::Entry => {
                    input.short id=(name) name=(name) type="text" inputmode="numeric" value=(value) aria-invalid=[invalid] aria-describedby=[described];
                },
                Control::Line | Control::Entries => {
                    input.long id=(name) name=(name) type="text" dir="auto" value=(value) aria-invalid=[invalid] aria-describedby=[described];
                },
            }
        }
    }
}

/// What is wrong, above the form, each with a way to its field.
pub(super) fn troubles(tongue: Tongue, troubles: &[Trouble]) -> Markup {
    html! { @if !troubles.is_empty() {
        div.troubles role="alert" {
            h2 { (tongue.text("mend")) }
            ul { @for trouble in troubles { li { a href={ "#" (trouble.field) } { (label(tongue, &trouble.field)) } ": " (trouble.says) } } }
        }
    } }
}

/// What a field is called in a language, where its form is for everybody; else its name.
fn label(tongue: Tongue, field: &str) -> String {
    let key = format!("field-{field}");
    let label = tongue.text(&key);
    if label == key { field.replace('_', " ") } else { label.trim_end_matches('.').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_what_is_said() {
        let typed = Typed::read(b"topic=water&words=The+well%0D%0Aruns+dry&language=pt&place=&consent=yes");
        let Ok(Said::Concern(concern)) = said(Kind::Concern, &typed) else { panic!("a concern") };
        assert_eq!((concern.words.as_str(), concern.place, concern.consent), ("The well\nruns dry", None, true));
        let typed = Typed::read(
            b"title=EIA&opens=2026-01-01&closes=2026-02-10&documents=Report+|+1776+|+https://a.example%0AMap+||x",
        );
        let Ok(Said::Consultation(consultation)) = said(Kind::Consultation, &typed) else { panic!("a consultation") };
        assert_eq!(consultation.documents.iter().map(|one| one.pages).collect::<Vec<_>>(), [Some(1776), None]);
    }

    #[test]
    fn what_cannot_be_read_is_said_beside_its_field() {
        let wrong = |kind, body: &str| said(kind, &Typed::read(body.as_bytes())).unwrap_err();
        let of = |troubles: Vec<Trouble>| troubles.into_iter().map(|trouble| trouble.field).collect::<Vec<_>>();
        assert_eq!(
            of(wrong(Kind::Promise, "by=A&to=B&what=C&test=D&due=2026-02-30&concern=x&language=en")),
            ["due", "concern"]
        );
        assert_eq!(
            of(wrong(Kind::Status, "promise=3&state=lovely&words=a&language=en&evidence=4,five")),
            ["state", "evidence"]
        );
        assert_eq!(
            of(wrong(Kind::Consultation, "title=a&opens=2026-01-01&closes=2026-02-01&documents=one")),
            ["documents"]
        );
    }

    #[test]
    fn every_kind_has_a_form_that_its_words_fit() {
        let tongue = Tongue::named(None).unwrap();
        for kind in Kind::ALL {
            let page = form(*kind, tongue, &Typed::default(), &[]).into_string();
            assert!(
                fields(*kind).iter().all(|field| page.contains(&format!("name=\"{}\"", field.name))),
                "{}",
                kind.word()
            );
            assert!(!page.contains(">field-"), "{}", kind.word());
        }
    }
}
