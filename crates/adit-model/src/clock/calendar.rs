//! Public holidays and working days of a country.
//!
//! # Source
//! Regulation (EEC, Euratom) No 1182/71, Art. 2: public holidays are those of the Member State in which the action is
//! taken; working days are all days but those, Saturdays and Sundays.

use adit_facts::law::{Date, Holiday, When};
use jiff::ToSpan;
use jiff::civil::Weekday;

/// The public holidays of one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    country: String,
    holidays: Vec<Holiday>,
}

/// Why a day is no working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoWork<'a> {
    /// A Saturday or Sunday.
    Weekend(Weekday),
    /// A public holiday.
    Holiday(&'a Holiday),
}

/// Most days that are no working days in a row: a guard against a calendar in which no day is.
const LONGEST_REST: usize = 60;

impl Calendar {
    /// The calendar of a country; `None` if no holiday of it is known.
    pub fn of(country: &str, holidays: &[Holiday]) -> Option<Self> {
        let own: Vec<Holiday> = holidays.iter().filter(|holiday| holiday.calendar == country).cloned().collect();
        (!own.is_empty()).then(|| Self { country: country.to_owned(), holidays: own })
    }

    /// Country code.
    pub fn country(&self) -> &str {
        &self.country
    }

    /// Its holidays that are treated as such by assumption.
    pub fn assumed(&self) -> impl Iterator<Item = &Holiday> {
        self.holidays.iter().filter(|holiday| holiday.assumed)
    }

    /// The public holiday on a day.
    pub fn holiday(&self, day: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| falls_on(holiday, day))
    }

    /// Why a day is no working day; `None` if it is one.
    pub fn no_work(&self, day: Date) -> Option<NoWork<'_>> {
        if let Some(holiday) = self.holiday(day) {
            return Some(NoWork::Holiday(holiday));
        }
        matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday).then(|| NoWork::Weekend(day.weekday()))
    }

    /// The day itself if it is a working day, else the next working day, with the reasons of the days passed over.
    pub fn working_day_from(&self, day: Date) -> (Date, Vec<String>) {
        let mut now = day;
        let mut why = Vec::new();
        while let Some(reason) = self.no_work(now) {
            why.push(match reason {
                NoWork::Weekend(weekday) => format!("{now} is a {}", name(weekday)),
                NoWork::Holiday(holiday) => format!("{now} is {} ({})", holiday.name, self.country),
            });
            let Ok(next) = now.tomorrow() else { break };
            now = next;
            if why.len() >= LONGEST_REST {
                break;
            }
        }
        (now, why)
    }

    /// The public holidays of a year with their days, in order.
    pub fn year(&self, year: i16) -> Vec<(Date, &Holiday)> {
        let mut days: Vec<(Date, &Holiday)> =
            self.holidays.iter().filter_map(|holiday| Some((in_year(holiday, year)?, holiday))).collect();
        days.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.id.cmp(&b.1.id)));
        days
    }
}

/// The name of a weekday.
pub fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn falls_on(holiday: &Holiday, day: Date) -> bool {
    in_year(holiday, day.year()) == Some(day)
}

/// The day of a holiday in a year, if there is one.
fn in_year(holiday: &Holiday, year: i16) -> Option<Date> {
    if holiday.first_year.is_some_and(|first| year < first) || holiday.last_year.is_some_and(|last| year > last) {
        return None;
    }
    match holiday.when {
        When::Fixed { month, day } => Date::new(year, month, day).ok(),
        When::Easter(offset) => easter(year)?.checked_add(offset.days()).ok(),
        When::OrthodoxEaster(offset) => orthodox_easter(year)?.checked_add(offset.days()).ok(),
        When::FridayFrom { month, day } => first_from(year, month, day, Weekday::Friday),
        When::SaturdayFrom { month, day } => first_from(year, month, day, Weekday::Saturday),
    }
}

fn first_from(year: i16, month: i8, day: i8, weekday: Weekday) -> Option<Date> {
    let first = Date::new(year, month, day).ok()?;
    let wait = first.weekday().until(weekday);
    first.checked_add(i32::from(wait).days()).ok()
}

/// Easter Sunday of the western churches, Gregorian calendar.
///
/// # Source
/// Anonymous correspondent, Nature 13, 20 April 1876, p. 487, in the form of J. Meeus (1991), Astronomical Algorithms,
/// chapter 8.
pub fn easter(year: i16) -> Option<Date> {
    let whole = i32::from(year);
    let golden = whole % 19;
    let (century, of_century) = (whole / 100, whole % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let full_moon = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - full_moon - of_century % 4) % 7;
    let late = (golden + 11 * full_moon + 22 * weekday) / 451;
    from_march(year, full_moon + weekday - 7 * late + 114)
}

/// Easter Sunday of the eastern churches, as a day of the Gregorian calendar.
///
/// # Source
/// C. F. Gauss's rule for the Julian calendar in the form of J. Meeus (1991), Astronomical Algorithms, chapter 8; the
/// distance of the calendars is `y/100 - y/400 - 2` days.
pub fn orthodox_easter(year: i16) -> Option<Date> {
    let whole = i32::from(year);
    let full_moon = (19 * (whole % 19) + 15) % 30;
    let weekday = (2 * (whole % 4) + 4 * (whole % 7) - full_moon + 34) % 7;
    let julian = from_march(year, full_moon + weekday + 114)?;
    julian.checked_add((whole / 100 - whole / 400 - 2).days()).ok()
}

/// The day that both rules write as month times 31 and day less one.
fn from_march(year: i16, number: i32) -> Option<Date> {
    Date::new(year, i8::try_from(number / 31).ok()?, i8::try_from(number % 31 + 1).ok()?).ok()
}
