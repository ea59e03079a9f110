//! The letter of a month, to be printed and hung up or carried from door to door: what is new, what is overdue, what
//! comes next, in plain words.

use adit_record::Day;
use adit_record::voice::{Item, Kind, PromiseState, Said};
use maud::{Markup, html};

use crate::records::page::lead;
use crate::records::tongue::Value;
use crate::records::view::{View, line};

/// Kinds that a letter tells of.
const TOLD: [Kind; 7] =
    [Kind::Concern, Kind::Answer, Kind::Promise, Kind::Status, Kind::Meeting, Kind::Consultation, Kind::Evidence];

/// The letter of the month that begins on `first`; `view` stands on the month's last day, or today if it is not over.
pub(super) fn letter(view: View<'_>, first: Day, head: &str) -> (String, Markup) {
    let (tongue, project) = (view.tongue, &view.record.project);
    let title = tongue.say(
        "letter-title",
        &[("title", Value::Text(&project.title)), ("month", Value::Text(&first.month_in_words()))],
    );
    let next = first.first_of_next_month();
    let news: Vec<&Item> = view
        .record
        .items()
        .filter(|item| TOLD.contains(&item.heard.kind) && view.record.is_public(item))
        .filter(|item| item.day() >= first && item.day() < next)
        .collect();
    let overdue = view.record.overdue(view.today);
    let coming: Vec<(&Item, Day, String)> =
        view.record.public(Kind::Promise).filter_map(|item| coming(view, item)).collect();
    let body = html! {
        article.letter {
            h1 { (title) }
            p.lead { (lead(view)) }
            h2 { (tongue.say("letter-overdue", &[("day", Value::Text(&view.today.in_words()))])) }
            @if overdue.is_empty() { p { (tongue.text("nothing-overdue")) } }
            ul { @for (item, promise, days) in &overdue { li {
                bdi { (promise.what) } " (" bdi { (promise.by) } "): "
                strong.unmet { (view.state(PromiseState::Overdue { days: *days }, promise.due)) } ". #" (item.heard.sequence)
            } } }
            h2 { (tongue.text("letter-coming")) }
            @if coming.is_empty() { p { (tongue.text("nothing-coming")) } }
            ul { @for (item, due, what) in &coming { li { (due.in_words()) ": " bdi { (what) } ". #" (item.heard.sequence) } } }
            h2 { (tongue.text("letter-new")) }
            @if news.is_empty() { p { (tongue.text("letter-nothing")) } }
            @for item in news { p { (item.day().in_words()) ". " bdi { (line(item)) } " #" (item.heard.sequence) } }
            p { (tongue.say("letter-how", &[("office", Value::Text(&project.office))])) }
            p.soft { (tongue.text("head-says")) }
            p.hash { (head) }
        }
    };
    (title, body)
}

/// A promise whose last day comes within two months.
fn coming<'a>(view: View<'_>, item: &'a Item) -> Option<(&'a Item, Day, String)> {
    let (promise, state) = view.record.promise(item, view.today)?;
    let Some(Said::Promise(_)) = item.said() else { return None };
    match state {
        PromiseState::Open { days } if days <= 61 => Some((item, promise.due, promise.what)),
        _ => None,
    }
}
