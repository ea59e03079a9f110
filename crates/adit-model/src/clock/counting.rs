//! How periods of Union law are counted.
//!
//! # Source
//! Regulation (EEC, Euratom) No 1182/71 of 3 June 1971, Art. 3: the day of the event is not counted (1); a period in
//! months ends on the day with the same number, or on the last day of a month that has none (2)(c); public holidays,
//! Saturdays and Sundays count (3); a period whose last day is one of them ends with the next working day (4).

use adit_facts::law::{Date, Unit};
use jiff::{ToSpan, Unit as Measure};

use super::Calendar;

/// The calendar end of a period: months or days after the day of the event; working days need a calendar.
pub fn end(from: Date, length: i32, unit: Unit, calendar: Option<&Calendar>) -> Option<Date> {
    match unit {
        Unit::Months => add_months(from, length),
        Unit::Days => add_days(from, length),
        Unit::WorkingDays => add_working_days(from, length, calendar?),
    }
}

/// The same day number so many months later, or the last day of a month that has none (Art. 3(2)(c)).
pub fn add_months(from: Date, months: i32) -> Option<Date> {
    from.checked_add(months.months()).ok()
}

/// So many days later, the day itself not counted (Art. 3(1), (2)(b)).
pub fn add_days(from: Date, days: i32) -> Option<Date> {
    from.checked_add(days.days()).ok()
}

/// So many working days later (Art. 2(2), 3(3)).
pub fn add_working_days(from: Date, days: i32, calendar: &Calendar) -> Option<Date> {
    let mut day = from;
    for _ in 0..days {
        day = calendar.working_day_from(day.tomorrow().ok()?).0;
    }
    Some(day)
}

/// Days from one day to another, the first not counted; negative if the second lies before.
pub fn days_between(from: Date, to: Date) -> i32 {
    // Days of jiff's calendar lie far inside 32 bits.
    from.until((Measure::Day, to)).map_or(0, |span| span.get_days())
}

/// A day later by a number that may be negative; the day itself where the calendar ends.
pub fn shifted(day: Date, days: i32) -> Date {
    add_days(day, days).unwrap_or(day)
}
