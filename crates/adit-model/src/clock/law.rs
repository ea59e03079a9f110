//! The law that a clock runs by: tables of facts, gathered once.

use adit_facts::Package;
use adit_facts::law::{Holiday, Obligation, TimeLimit};

use super::Calendar;

/// The tables of the law, and which countries are in the Union.
#[derive(Debug, Clone)]
pub struct Law {
    /// Time limits: those of the Act (territory `EU`), and national ones.
    pub limits: Vec<TimeLimit>,
    /// Obligations of the Act.
    pub obligations: Vec<Obligation>,
    holidays: Vec<Holiday>,
    members: Vec<String>,
}

impl Law {
    /// Gathers the law of a package.
    pub fn of(package: &Package) -> Self {
        let words = package.vocabulary();
        let members =
            words.countries().filter(|(_, country)| country.in_eu27()).map(|(_, country)| country.id.clone()).collect();
        Self {
            limits: package.time_limits(),
            obligations: package.obligations(),
            holidays: package.holidays(),
            members,
        }
    }

    /// The calendar of a country; `None` where none is known, so that nothing is guessed.
    pub fn calendar(&self, country: &str) -> Option<Calendar> {
        Calendar::of(country, &self.holidays)
    }

    /// Countries with a calendar, sorted.
    pub fn calendars(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.holidays.iter().map(|holiday| holiday.calendar.as_str()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether a country is a Member State.
    pub fn is_member(&self, country: &str) -> bool {
        self.members.iter().any(|member| member == country)
    }
}
