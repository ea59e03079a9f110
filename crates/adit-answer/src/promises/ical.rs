//! Deadlines as an iCalendar file.
//!
//! # Source
//! RFC 5545 (B. Desruisseaux, 2009), sections 3.1 (lines folded at 75 octets, CRLF), 3.3.11 (escaped text), 3.6.1 (events
//! of whole days), 3.8.4.7 (UID) and 3.8.7.2 (DTSTAMP, here from the day of the question, so that the same question gives
//! the same file).

use adit_facts::law::Date;
use adit_number::stable_key;

use super::clock::ClockAnswer;
use super::obligations::ObligationsAnswer;

/// Octets of a line, without its end.
const LINE: usize = 75;

/// An entry of a calendar: a whole day.
pub struct Entry {
    /// Its id, the same whenever the calendar is read again.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// What is on that day, in a line.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Of which kind it is.
    pub categories: String,
}

/// The deadlines of a clock that have a day and are not done.
pub fn clock(answer: &ClockAnswer) -> String {
    let project = &answer.project;
    // The same project keeps the same ids, so that a calendar that is read again moves its entries.
    let key = format!("{}/{}", project.name, project.recognised.as_deref().unwrap_or_default());
    let open = answer.deadlines.iter().filter(|deadline| deadline.done.is_none());
    let entries = open.filter_map(|deadline| {
        let day = deadline.effective.as_deref().or(deadline.due.as_deref())?.parse().ok()?;
        let mut lines = vec![format!("{}, binds: {}", deadline.rule, deadline.who.replace('-', " "))];
        lines.extend(deadline.due.as_ref().map(|due| format!("Calendar end: {due}")));
        lines.extend(deadline.latest.as_ref().map(|latest| format!("With the longest extension: {latest}")));
        lines.extend(deadline.counted_from.as_ref().map(|from| format!("Counted from: {from}")));
        lines.extend(deadline.note.clone());
        lines.push(format!("As of {}. A passed time limit approves nothing.", answer.as_of));
        Some(Entry {
            uid: format!("{}-{:016x}@adit", deadline.id, stable_key(&key)),
            day,
            summary: format!("{}: {}", project.name, deadline.what),
            description: lines.join("\n"),
            categories: deadline.who.clone(),
        })
    });
    calendar(&format!("Permit clock of {}", project.name), &answer.as_of, entries.collect())
}

/// The obligations that have a day to come.
pub fn obligations(answer: &ObligationsAnswer) -> String {
    let coming = answer.obligations.iter().filter(|entry| entry.state == "due");
    let entries = coming.filter_map(|entry| {
        let mut lines = vec![format!("{}, {}, binds: {}", entry.act, entry.rule, entry.who.replace('-', " "))];
        lines.extend(entry.trigger.as_ref().map(|trigger| format!("Trigger: {trigger}")));
        lines.extend(entry.note.clone());
        Some(Entry {
            uid: format!("{}-{}@adit", entry.id, entry.number),
            day: entry.due.as_deref()?.parse().ok()?,
            summary: entry.what.clone(),
            description: lines.join("\n"),
            categories: entry.who.clone(),
        })
    });
    calendar("Obligations of the Critical Raw Materials Act", &answer.as_of, entries.collect())
}

/// A calendar of whole days; `as_of` is the day of the question, as `2026-11-23`.
pub fn calendar(name: &str, as_of: &str, entries: Vec<Entry>) -> String {
    let stamp = format!("{}T000000Z", as_of.replace('-', ""));
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//adit//promises//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "METHOD:PUBLISH".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(name)),
    ];
    for entry in entries {
        let Ok(next) = entry.day.tomorrow() else { continue };
        lines.extend([
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}", entry.uid),
            format!("DTSTAMP:{stamp}"),
            format!("DTSTART;VALUE=DATE:{}", entry.day.strftime("%Y%m%d")),
            format!("DTEND;VALUE=DATE:{}", next.strftime("%Y%m%d")),
            format!("SUMMARY:{}", escaped(&entry.summary)),
            format!("DESCRIPTION:{}", escaped(&entry.description)),
            format!("CATEGORIES:{}", escaped(&entry.categories)),
            "TRANSP:TRANSPARENT".to_owned(),
            "END:VEVENT".to_owned(),
        ]);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// Text with the letters escaped that mean something in iCalendar; control characters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A content line with its end, folded so that no line is longer than 75 octets and no letter is cut.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, folded};

    #[test]
    fn long_lines_are_folded_between_letters() {
        let line = format!("SUMMARY:{}", "ä€😀x".repeat(40));
        let text = folded(&line);
        assert!(text.split("\r\n").all(|part| part.len() <= 75), "{text}");
        assert_eq!(text.replace("\r\n ", "").trim_end(), line);
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a;b,c\\d\ne\u{7}"), "a\\;b\\,c\\\\d\\ne");
    }
}
