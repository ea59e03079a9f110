//! Moments in UTC, to the minute for people and to the day in public headers.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
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

/// Seconds since 1970-01-01T00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Moment(i64);

/// The text is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a day (2026-12-24) or a moment in UTC (2026-12-24T18:00Z)")]
pub struct NotAMoment(String);

impl Moment {
    /// The present, by the clock of this machine.
    pub fn now() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
    }

    /// From seconds since 1970-01-01T00:00Z.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00Z.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// Reads `2026-12-24` (its beginning) or `2026-12-24T18:00Z`, seconds allowed and dropped.
    pub fn parse(text: &str) -> Result<Self, NotAMoment> {
        let wrong = || NotAMoment(text.to_owned());
        let number = |part: &str, digits: usize| {
            let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
            if fits { part.parse::<i64>().map_err(|_| wrong()) } else { Err(wrong()) }
        };
        let (date, time) = text.trim().split_once(['T', ' ']).unwrap_or((text.trim(), "00:00Z"));
        let date: Vec<&str> = date.split('-').collect();
        let time: Vec<&str> = time.strip_suffix('Z').ok_or_else(wrong)?.split(':').collect();
        let ([year, month, day], [hour, minute] | [hour, minute, _]) = (&date[..], &time[..]) else {
            return Err(wrong());
        };
        let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
        let (hour, minute) = (number(hour, 2)?, number(minute, 2)?);
        let seconds = time.get(2).map_or(Ok(0), |part| number(part, 2))?;
        let days = days_from_civil(year, month, day);
        if civil_from_days(days) != (year, month, day) || hour > 23 || minute > 59 || seconds > 59 {
            return Err(wrong());
        }
        Ok(Self(days * DAY + hour * HOUR + minute * MINUTE))
    }

    /// The day, as `2026-12-24`.
    pub fn day(self) -> String {
        self.date().to_string()
    }

    /// The day in UTC.
    pub fn date(self) -> Day {
        Day(self.0.div_euclid(DAY))
    }

    /// For people, as "24 December 2026, 18:00 UTC".
    pub fn in_words(self) -> String {
        let (hour, minute) = self.time();
        format!("{}, {hour:02}:{minute:02} UTC", self.date().in_words())
    }

    fn time(self) -> (i64, i64) {
        let second = self.0.rem_euclid(DAY);
        (second / HOUR, second % HOUR / MINUTE)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute) = self.time();
        write!(f, "{}T{hour:02}:{minute:02}Z", self.day())
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl TryFrom<String> for Moment {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, NotAMoment> {
        Self::parse(&text)
    }
}

/// A day of the calendar, without a time zone, written as `2026-12-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Day(i64);

impl Day {
    /// Reads `2026-12-24`.
    pub fn parse(text: &str) -> Result<Self, NotAMoment> {
        let text = text.trim();
        if text.len() == 10 { Moment::parse(text).map(Moment::date) } else { Err(NotAMoment(text.to_owned())) }
    }

    /// Days from another day to this one; negative if this one is earlier.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }

    /// A number of days later.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// Its beginning in UTC.
    pub fn begins(self) -> Moment {
        Moment(self.0 * DAY)
    }

    /// For people, as "24 December 2026".
    pub fn in_words(self) -> String {
        let (year, month, day) = civil_from_days(self.0);
        format!("{day} {} {year}", month_name(month))
    }

    /// The month for people, as "December 2026".
    pub fn month_in_words(self) -> String {
        let (year, month, _) = civil_from_days(self.0);
        format!("{} {year}", month_name(month))
    }

    /// The first day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        let (year, month, _) = civil_from_days(self.0);
        Self(days_from_civil(year, month, 1))
    }

    /// The first day of the month after.
    #[must_use]
    pub fn first_of_next_month(self) -> Self {
        self.first_of_month().plus(31).first_of_month()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = civil_from_days(self.0);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl TryFrom<String> for Day {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, NotAMoment> {
        Self::parse(&text)
    }
}

fn month_name(month: i64) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
}

/// Days since 1970-01-01 of a date of the Gregorian calendar, counted from 1 March so that the leap day is a year's last.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let before_year = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    before_year + (153 * month + 2) / 5 + day - 1 - DAYS_TO_1970
}

/// Days from 1 March of the year 0 to 1 January 1970.
const DAYS_TO_1970: i64 = 719_468;
/// Days of 400 years of the Gregorian calendar.
const DAYS_OF_ERA: i64 = 146_097;

/// The date of a day counted from 1970-01-01.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_TO_1970;
    let era = days.div_euclid(DAYS_OF_ERA);
    let day = days.rem_euclid(DAYS_OF_ERA);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (era * 400 + year + next, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_is_written_and_read_again() {
        for days in -80_000..80_000 {
            let moment = Moment::from_seconds(days * DAY + 18 * HOUR);
            assert_eq!(Moment::parse(&moment.to_string()), Ok(moment));
        }
    }

    #[test]
    fn known_days() {
        // RFC 3339, section 5.8, and the first second of 2000 by its Unix time.
        assert_eq!(Moment::parse("1985-04-12T23:20Z").map(Moment::seconds), Ok(482_196_000));
        assert_eq!(Moment::parse("2000-01-01").map(Moment::seconds), Ok(946_684_800));
        assert_eq!(Moment::from_seconds(951_782_400).in_words(), "29 February 2000, 00:00 UTC");
    }

    #[test]
    fn months_begin_on_their_first_day_and_end_before_the_next() {
        let day = |text| Day::parse(text).unwrap();
        assert_eq!(day("2028-02-29").first_of_month(), day("2028-02-01"));
        assert_eq!(day("2028-02-29").first_of_next_month(), day("2028-03-01"));
        assert_eq!(day("2026-12-31").first_of_next_month(), day("2027-01-01"));
        assert_eq!(day("2027-03-01").days_since(day("2027-02-28")), 1);
        assert!(Day::parse("2026-12-24T18:00Z").is_err());
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "2026-02-29",
            "2026-13-01",
            "2026-12-24T18:00",
            "2026-12-24T24:00Z",
            "24.12.2026",
            "2026-1-1",
            "+026-01-01",
        ] {
            assert!(Moment::parse(text).is_err(), "{text}");
        }
    }
}
