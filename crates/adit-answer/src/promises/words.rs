//! Days and parties in the words of people.

use adit_facts::law::Date;
use adit_model::clock::calendar;

use crate::error::AnswerError;
use crate::question::unreadable;

/// A day of an address or flag.
pub fn day(name: &str, text: &str) -> Result<Date, AnswerError> {
    let text = text.trim();
    Date::strptime("%Y-%m-%d", text)
        .ok()
        .filter(|day| text.len() == 10 && (1990..=2200).contains(&day.year()))
        .ok_or_else(|| unreadable(name, text, "write a day of the calendar, as 2026-11-23"))
}

/// A day as people read it: `Monday 17 April 2028`.
pub fn long(day: Date) -> String {
    format!("{} {}", calendar::name(day.weekday()), short(day))
}

/// A day without its weekday: `17 April 2028`.
pub fn short(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::try_from(day.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{} {month} {}", day.day(), day.year())
}

/// `1 day`, `40 days`.
pub fn days(count: i32) -> String {
    format!("{count} {}", if count == 1 { "day" } else { "days" })
}

/// An ISO date, where there is one.
pub fn iso(day: Option<Date>) -> Option<String> {
    day.map(|day| day.to_string())
}
