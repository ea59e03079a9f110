//! Public holidays by rule. Regulation (EEC, Euratom) No 1182/71, Art. 2(1), means those of the Member State in which the
//! action is taken; a country without rows has no calendar, and nothing is guessed for it.

use super::words;
use crate::chain::rows::Record;
use crate::package::Package;

/// When a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// The same day each year.
    Fixed {
        /// Month, 1 to 12.
        month: i8,
        /// Day of the month.
        day: i8,
    },
    /// Days after Easter Sunday of the western churches; negative before it.
    Easter(i32),
    /// Days after Easter Sunday of the eastern churches.
    OrthodoxEaster(i32),
    /// The first Friday on or after a day.
    FridayFrom {
        /// Month, 1 to 12.
        month: i8,
        /// Day of the month.
        day: i8,
    },
    /// The first Saturday on or after a day.
    SaturdayFrom {
        /// Month, 1 to 12.
        month: i8,
        /// Day of the month.
        day: i8,
    },
}

/// A public holiday of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Country code of the calendar.
    pub calendar: String,
    /// Id within the calendar.
    pub id: String,
    /// Name in English.
    pub name: String,
    /// When it falls.
    pub when: When,
    /// First year, where it is new.
    pub first_year: Option<i16>,
    /// Last year, where it ended.
    pub last_year: Option<i16>,
    /// Whether treating it as a public holiday is an assumption.
    pub assumed: bool,
    /// Source id.
    pub source: String,
    /// What must be known of it.
    pub note: Option<String>,
}

impl Package {
    /// The public holidays of all calendars.
    pub fn holidays(&self) -> Vec<Holiday> {
        Record::all(self, "holidays").filter_map(|record| holiday(&record)).collect()
    }
}

fn holiday(record: &Record<'_>) -> Option<Holiday> {
    let owned = |column: &str| record.text(column).to_owned();
    let on = || Some((record.whole("month")?, record.whole("day")?));
    let when = match record.text("kind") {
        "fixed" => on().map(|(month, day)| When::Fixed { month, day }),
        "easter" => record.whole("offset").map(When::Easter),
        "orthodox-easter" => record.whole("offset").map(When::OrthodoxEaster),
        "friday-from" => on().map(|(month, day)| When::FridayFrom { month, day }),
        "saturday-from" => on().map(|(month, day)| When::SaturdayFrom { month, day }),
        _ => None,
    }?;
    Some(Holiday {
        calendar: owned("calendar"),
        id: owned("id"),
        name: owned("name"),
        when,
        first_year: record.whole("first_year"),
        last_year: record.whole("last_year"),
        assumed: record.text("basis") == "assumption",
        source: owned("source"),
        note: words(record, "note"),
    })
}
