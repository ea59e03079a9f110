//! What changed, for programs that watch: an Atom feed (RFC 4287) and a calendar (RFC 5545).

use adit_answer::promises::ical;
use adit_record::Moment;
use adit_record::voice::{Item, Kind, PromiseState, Said};

use crate::records::view::{View, line};

/// Entries in a feed.
const LONGEST: usize = 50;

/// The feed of a record: its newest entries, and every promise that went overdue. `site` is the address of the server.
pub(super) fn atom(view: View<'_>, site: &str, head: &str) -> String {
    let address = format!("{site}{}", view.address());
    let mut entries: Vec<(Moment, String, String, String)> = Vec::new();
    for item in view.record.items().rev().filter(|item| told(view, item)).take(LONGEST) {
        let link = format!("{address}/entries/{}", item.heard.sequence);
        entries.push((item.heard.at, link, title(item), line(item)));
    }
    for (item, promise, days) in view.record.overdue(view.today) {
        let link = format!("{address}/entries/{}#overdue", item.heard.sequence);
        let says = format!("{}. {}.", promise.what, view.state(PromiseState::Overdue { days }, promise.due));
        entries.push((promise.due.plus(1).begins(), link, format!("Overdue: {}", promise.by), says));
    }
    entries.sort_by_key(|(at, link, ..)| (std::cmp::Reverse(*at), link.clone()));
    let updated = entries.first().map_or(view.today.begins(), |(at, ..)| *at);
    let (id, title, rights) = (xml(&address), xml(&view.record.project.title), xml(head));
    let entries: String = entries.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{id}</id>\n\
         <title>{title}</title>\n<updated>{}</updated>\n<link rel=\"self\" href=\"{id}/feed.atom\"/>\n\
         <link href=\"{id}\"/>\n<author><name>adit</name></author>\n<rights>{rights}</rights>\n{entries}</feed>\n",
        stamp(updated)
    )
}

/// When, address, title and content of an entry.
fn entry((at, link, title, says): &(Moment, String, String, String)) -> String {
    let (link, title, says) = (xml(link), xml(title), xml(says));
    format!(
        "<entry><id>{link}</id><title>{title}</title><updated>{}</updated><link href=\"{link}\"/>\
         <content type=\"text\">{says}</content></entry>\n",
        stamp(*at)
    )
}

fn told(view: View<'_>, item: &Item) -> bool {
    !matches!(item.heard.kind, Kind::Shown | Kind::Witness | Kind::Project) && view.record.is_public(item)
}

fn title(item: &Item) -> String {
    let by = item.heard.contribution.as_ref().and_then(|contribution| contribution.author.name.clone());
    let kind = item.heard.kind.word().replace('-', " ");
    by.map_or_else(|| kind.clone(), |by| format!("{kind}: {by}"))
}

fn stamp(at: Moment) -> String {
    at.to_string().replace('Z', ":00Z")
}

/// A text in XML: five letters that mean something there are written otherwise, and what XML cannot hold is left out.
fn xml(text: &str) -> String {
    text.chars()
        .filter(|&one| !one.is_control() || matches!(one, '\n' | '\t'))
        .map(|one| match one {
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            '&' => "&amp;".to_owned(),
            '"' => "&quot;".to_owned(),
            '\'' => "&#39;".to_owned(),
            other => other.to_string(),
        })
        .collect()
}

/// The days of a record: promises, meetings, and the ends of consultations.
pub(super) fn calendar(view: View<'_>, site: &str) -> String {
    let entries = view.record.items().filter(|item| view.record.is_public(item)).filter_map(|item| {
        let (day, summary) = match item.said()? {
            Said::Promise(promise) => (promise.due, format!("{}: {}", promise.by, promise.what)),
            Said::Meeting(meeting) => (meeting.on, format!("{}, {}", meeting.title, meeting.place)),
            Said::Consultation(consultation) => (consultation.closes, format!("Last day: {}", consultation.title)),
            _ => return None,
        };
        Some(ical::Entry {
            uid: format!("{}-{}@records.adit", view.record.id, item.heard.sequence),
            day: day.to_string().parse().ok()?,
            summary,
            description: format!("{site}{}/entries/{}", view.address(), item.heard.sequence),
            categories: item.heard.kind.word().to_owned(),
        })
    });
    ical::calendar(&view.record.project.title, &view.today.to_string(), entries.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_said_becomes_xml() {
        assert_eq!(xml("<script>&\u{b}\"'"), "&lt;script&gt;&amp;&quot;&#39;");
    }
}
