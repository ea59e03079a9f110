//! Days of the calendar in a TOML file: written bare (2026-01-15) or in quotes.

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::Finding;
use crate::toml_reader::Reader;

/// Years in which a process of the Act, or one before it, can lie.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// A day, or a finding: no day of the calendar, a time of day, a year long ago.
fn read(reader: &mut Reader, value: &Spanned<DeValue<'_>>, what: &str) -> Option<Date> {
    let at = value.span().start;
    let text = match value.get_ref() {
        DeValue::Datetime(written) if written.time.is_none() => written.to_string(),
        DeValue::Datetime(_) => {
            let finding = Finding::error(reader.codes().years, format!("{what} has a time of day"));
            reader.say(finding.hint("periods of the law are counted in days: write the day alone, 2026-01-15"), at);
            return None;
        }
        DeValue::String(text) => text.trim().to_owned(),
        _ => {
            reader.wrong_type(what, "a day, as 2026-01-15", value);
            return None;
        }
    };
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    match Date::strptime("%Y-%m-%d", &text) {
        Ok(day) if shape && YEARS.contains(&day.year()) => Some(day),
        Ok(_) if shape => {
            let says = format!("{what} is {text}, outside {} to {}", YEARS.start(), YEARS.end());
            reader.say(Finding::error(reader.codes().years, says).hint("check the year"), at);
            None
        }
        _ => {
            let finding =
                Finding::error(reader.codes().years, format!("{what} is \"{text}\", which is no day of the calendar"));
            reader.say(finding.hint("write year, month and day, as 2026-01-15"), at);
            None
        }
    }
}

/// The day of a key, if it is there.
pub(super) fn of(reader: &mut Reader, table: &DeTable<'_>, key: &str, whose: &str) -> Option<Date> {
    let value = table.get(key)?;
    read(reader, value, &format!("{key} of {whose}"))
}
