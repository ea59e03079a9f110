//! One entry as readers see it: the words as they were written, by whom, when, and how that is known.

use adit_record::Day;
use adit_record::voice::{
    Answer, Concern, Contribution, Evidence, Item, Kind, ProjectRecord, PromiseState, Said, State, Visibility,
};
use maud::{Markup, PreEscaped, html};

use crate::records::tongue::{Tongue, Value};

/// What a page is made from: a record on a day, in a language.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// The record.
    pub record: &'a ProjectRecord,
    /// The day.
    pub today: Day,
    /// The language of everything but the entries.
    pub tongue: Tongue,
    /// Words that are marked where they stand.
    pub found: Option<&'a str>,
}

impl View<'_> {
    /// The address of the record.
    pub fn address(&self) -> String {
        format!("/records/{}", self.record.id)
    }

    /// The words of an entry, in their language, whatever its direction; what was searched is marked.
    pub fn words(&self, text: &str, language: &str) -> Markup {
        html! { div.words lang=(language) dir="auto" { @for part in text.split('\n') { p { (marked(part, self.found)) } } } }
    }

    /// Who, when, how confirmed, and the entry's number.
    pub fn byline(&self, item: &Item) -> Markup {
        let tongue = self.tongue;
        html! {
            p.soft.byline {
                @if let Some(contribution) = &item.heard.contribution {
                    (self.who(contribution)) ", " (item.day().in_words()) ", "
                    (tongue.text(&format!("confirmed-{}", contribution.confirmed.word())))
                    @if let Some(recorder) = &contribution.recorder { " (" bdi { (recorder.name) } ", " bdi { (recorder.how) } ")" }
                    " · "
                }
                a href={ (self.address()) "/entries/" (item.heard.sequence) } { "#" (item.heard.sequence) }
            }
        }
    }

    /// A name with its role.
    pub fn who(&self, contribution: &Contribution) -> Markup {
        let role = self.tongue.text(&format!("role-{}", contribution.author.role.word()));
        html! {
            @match &contribution.author.name {
                Some(name) => { bdi { (name) } " (" (role) ")" },
                None => { (self.tongue.text("somebody")) " (" (role) ")" },
            }
        }
    }

    /// What was said later about an entry: corrections, disowning.
    fn later(&self, item: &Item) -> Markup {
        let entries = item.corrections.iter().filter_map(|&entry| self.record.item(entry));
        let shown: Vec<&Item> = entries.filter(|correction| self.record.is_public(correction)).collect();
        html! {
            @for correction in shown {
                @if let Some(Said::Correction(said)) = correction.said() {
                    div.later { p.soft { (self.tongue.text("correction")) } (self.words(&said.words, &said.language)) (self.byline(correction)) }
                }
            }
            @if item.disowned.is_some() { p.error { (self.tongue.text("disowned")) } }
        }
    }

    /// Evidence that names an entry, or that an entry names.
    fn evidence<'a>(&self, entries: impl Iterator<Item = &'a i64>) -> Markup {
        let items: Vec<&Item> =
            entries.filter_map(|&entry| self.record.item(entry)).filter(|item| self.record.is_public(item)).collect();
        html! { @for item in items { @if let Some(Said::Evidence(said)) = item.said() { (self.one_evidence(item, said)) } } }
    }

    fn one_evidence(&self, item: &Item, said: &Evidence) -> Markup {
        html! {
            div.later id={ "entry-" (item.heard.sequence) } {
                p.soft { (self.tongue.text("evidence")) ": " bdi { b { (said.title) } } ". " bdi { (said.source) } }
                (self.words(&said.words, &said.language))
                @if let Some(measured) = &said.measured {
                    p { bdi { (measured.what) } ": " (measured.value) " " bdi { (measured.unit) } ", " (measured.on.in_words()) }
                }
                (self.file(item))
                (self.byline(item))
            }
        }
    }

    /// The file that the author gave, to be saved.
    fn file(&self, item: &Item) -> Markup {
        html! { @if let Some(file) = item.said().and_then(Said::file) {
            p { a href={ (self.address()) "/files/" (item.heard.sequence) } download { bdi { (file.name) } } " "
                span.soft { (file.media.split(';').next().unwrap_or("")) ", " (size(file.bytes)) ", SHA-256 " span.hash { (file.sha256) } } }
        } }
    }

    /// A concern with its answers.
    pub fn concern(&self, item: &Item, said: &Concern) -> Markup {
        let answers = item.answers.iter().filter_map(|&entry| self.record.item(entry));
        let answers: Vec<(&Item, &Answer)> = answers
            .filter(|answer| self.record.is_public(answer))
            .filter_map(|answer| match answer.said() {
                Some(Said::Answer(said)) => Some((answer, said)),
                _ => None,
            })
            .collect();
        html! {
            article.entry id={ "entry-" (item.heard.sequence) } {
                h3 { bdi { (marked(&said.topic, self.found)) } @if let Some(place) = &said.place { " · " bdi { (place) } } }
                (self.words(&said.words, &said.language))
                (self.file(item))
                (self.byline(item))
                (self.rooms(&said.topic))
                (self.later(item))
                (self.evidence(item.evidence.iter()))
                @for (answer, words) in &answers {
                    div.answer id={ "entry-" (answer.heard.sequence) } {
                        p { b { (self.tongue.text("answer")) } }
                        (self.words(&words.words, &words.language))
                        (self.byline(answer))
                        (self.later(answer))
                        (self.evidence(words.evidence.iter().chain(&answer.evidence)))
                    }
                }
                @if answers.is_empty() { p.waits { (self.tongue.text("no-answer")) ", " (self.waits(item)) } }
            }
        }
    }

    /// For how long an entry has waited.
    pub fn waits(&self, item: &Item) -> String {
        self.tongue.say("waits", &[("days", Value::Count(self.today.days_since(item.day()).max(0)))])
    }

    /// From a concern to the room that has figures about it.
    fn rooms(&self, topic: &str) -> Markup {
        let topic = topic.to_lowercase();
        let figures = MEASURED.iter().any(|word| topic.contains(word));
        html! { @if let Some(project) = self.record.project.facts.as_ref().filter(|_| figures) {
            p.soft { a href={ "/project/" (project) } { (self.tongue.text("rooms-topic")) } }
        } }
    }

    /// A promise with its state and everything said of it.
    pub fn promise(&self, item: &Item) -> Markup {
        let Some((promise, state)) = self.record.promise(item, self.today) else { return PreEscaped(String::new()) };
        let tongue = self.tongue;
        let statuses = item.statuses.iter().filter_map(|&entry| self.record.item(entry));
        let statuses: Vec<&Item> = statuses.filter(|status| self.record.is_public(status)).collect();
        html! {
            article.entry.promise id={ "entry-" (item.heard.sequence) } {
                h3 { bdi { (promise.what) } }
                p { (tongue.say("promise-by", &[("by", Value::Text(&promise.by)), ("to", Value::Text(&promise.to))])) ". "
                    (tongue.say("promise-due", &[("day", Value::Text(&promise.due.in_words()))])) ": "
                    strong class=(class(state)) { (self.state(state, promise.due)) } }
                p.soft { (tongue.text("promise-test")) ": " bdi { (promise.test) } @if let Some(rule) = &promise.obligation { " · " bdi { (rule) } }
                    @if let Some(concern) = promise.concern { " · " a href={ "#entry-" (concern) } { "#" (concern) } } }
                (self.byline(item))
                (self.later(item))
                @for status in statuses {
                    @if let (Some(Said::Status(said)), Some(contribution)) = (status.said(), &status.heard.contribution) {
                        div.answer id={ "entry-" (status.heard.sequence) } {
                            p { b { (tongue.text(&format!("state-{}", said.state.word()))) } ", " (who_says(tongue, &self.who(contribution))) }
                            (self.words(&said.words, &said.language))
                            (self.byline(status))
                            (self.evidence(said.evidence.iter()))
                        }
                    }
                }
            }
        }
    }

    /// The state of a promise in words.
    pub fn state(&self, state: PromiseState, due: Day) -> String {
        match state {
            PromiseState::Open { days } => self.tongue.say("state-open", &[("days", Value::Count(days))]),
            PromiseState::Overdue { .. } => {
                self.tongue.say("state-overdue", &[("day", Value::Text(&due.plus(1).in_words()))])
            }
            PromiseState::Said { state, .. } => self.tongue.text(&format!("state-{}", state.word())),
        }
    }

    /// An entry that readers do not see, and why.
    pub fn hidden(&self, item: &Item) -> Markup {
        let by = match item.visibility {
            Visibility::Withheld(by) | Visibility::Erased(by) => self.record.item(by),
            Visibility::Waiting | Visibility::Shown => None,
        };
        let day = item.day().in_words();
        html! {
            @match by.and_then(Item::said) {
                Some(Said::Withheld(said)) => {
                    (self.tongue.say("withheld-item", &[("day", Value::Text(&day)), ("reason", Value::Text(&said.reason))])) " "
                    a href={ (self.address()) "/entries/" (item.heard.sequence) } { (self.tongue.text("object")) }
                },
                Some(Said::Erased(said)) => { (self.tongue.say("erased-item", &[("day", Value::Text(&day)), ("ground", Value::Text(&said.ground))])) },
                _ => {},
            }
        }
    }

    /// Everything that an entry of any kind says, for its own page and the desk.
    pub fn any(&self, item: &Item) -> Markup {
        html! {
            @match item.said() {
                Some(Said::Concern(said)) => (self.concern(item, said)),
                Some(Said::Promise(_)) => (self.promise(item)),
                Some(Said::Evidence(said)) => (self.one_evidence(item, said)),
                Some(said) => {
                    article.entry {
                        h3 { (item.heard.kind.word().replace('-', " ")) }
                        @if let Some(words) = said.words() { (self.words(words, "")) }
                        (self.byline(item))
                    }
                },
                None => (self.hidden(item)),
            }
        }
    }
}

/// A number of bytes in kB or MB, thousands of thousands.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}

/// A line about an entry, for feeds and letters.
pub(super) fn line(item: &Item) -> String {
    let kind = item.heard.kind;
    let said = match item.said() {
        Some(Said::Concern(said)) => format!("{}: {}", said.topic, said.words),
        Some(Said::Meeting(said)) => format!("{}, {}, {}", said.title, said.on.in_words(), said.place),
        Some(Said::Consultation(said)) => said.title.clone(),
        Some(Said::Evidence(said)) => format!("{}: {}", said.title, said.words),
        Some(said) => said.words().unwrap_or("").to_owned(),
        None => String::new(),
    };
    let first: String = said.chars().take(280).collect();
    let rest = if said.chars().nth(280).is_some() { "…" } else { "" };
    format!(
        "{}: {first}{rest}",
        capital(match kind {
            Kind::Status => "a promise",
            other => other.word(),
        })
    )
}

/// Topics of which the appraisal of a project has figures, in the four languages of the pages.
const MEASURED: &[&str] = &[
    "water", "vesi", "agua", "wasser", "land", "maa", "suelo", "boden", "climate", "ilmasto", "clima", "klima",
    "carbon", "energy", "energia", "energía", "energie", "job", "work", "työ", "empleo", "trabajo", "arbeit", "tax",
    "vero",
];

fn who_says(tongue: Tongue, who: &Markup) -> Markup {
    PreEscaped(tongue.say("state-by", &[("who", Value::Text(&who.0))]))
}

fn class(state: PromiseState) -> &'static str {
    match state {
        PromiseState::Overdue { .. } | PromiseState::Said { state: State::Broken, .. } => "unmet",
        PromiseState::Said { state: State::Kept, .. } => "met",
        _ => "",
    }
}

/// A text with what was searched marked, so that a reader sees why it was found.
fn marked(text: &str, found: Option<&str>) -> Markup {
    let Some(wanted) = found.filter(|wanted| !wanted.is_empty()) else { return html! { (text) } };
    let lower = text.to_lowercase();
    // Lower case may have another length: then the place cannot be told, and the text is shown without marks.
    if lower.len() != text.len() {
        return html! { (text) };
    }
    let wanted = wanted.to_lowercase();
    let mut at = 0;
    let mut parts: Vec<(&str, bool)> = Vec::new();
    for (start, hit) in lower.match_indices(&wanted) {
        if let (Some(before), Some(hit)) = (text.get(at..start), text.get(start..start + hit.len())) {
            parts.extend([(before, false), (hit, true)]);
            at = start + hit.len();
        }
    }
    parts.push((text.get(at..).unwrap_or(""), false));
    html! { @for (part, hit) in parts { @if hit { mark { (part) } } @else { (part) } } }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_searched_is_marked_and_nothing_is_lost() {
        assert_eq!(marked("Water, WATER", Some("water")).0, "<mark>Water</mark>, <mark>WATER</mark>");
        assert_eq!(marked("<b>İ</b>", Some("b")).0, "&lt;b&gt;İ&lt;/b&gt;");
        assert_eq!(marked("a & b", None).0, "a &amp; b");
    }
}
