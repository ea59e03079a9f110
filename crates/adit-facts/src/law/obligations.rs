//! Obligations: who must do what by when, under which paragraph.

use super::{Date, Unit, date, words};
use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;

/// The party that a sentence of the law binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Party {
    /// The European Commission.
    Commission,
    /// Member States.
    MemberState,
    /// Single point of contact of a Member State (Art. 9).
    SinglePointOfContact,
    /// An authority that decides on permits or assessments.
    CompetentAuthority,
    /// National, regional and local authorities that prepare plans (Art. 13).
    PlanningAuthority,
    /// Promoter of a project.
    Promoter,
    /// Operator of an extractive waste facility (Art. 27).
    WasteOperator,
    /// Large company of Art. 24.
    LargeCompany,
    /// Who places products or materials on the market, and key market operators.
    MarketOperator,
    /// Owner of a certification scheme (Art. 30).
    SchemeOwner,
    /// The European Critical Raw Materials Board.
    Board,
}

impl Party {
    /// All, in the order of the table's description.
    pub const ALL: [Self; 11] = [
        Self::Commission,
        Self::MemberState,
        Self::SinglePointOfContact,
        Self::CompetentAuthority,
        Self::PlanningAuthority,
        Self::Promoter,
        Self::WasteOperator,
        Self::LargeCompany,
        Self::MarketOperator,
        Self::SchemeOwner,
        Self::Board,
    ];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Commission => "commission",
            Self::MemberState => "member-state",
            Self::SinglePointOfContact => "single-point-of-contact",
            Self::CompetentAuthority => "competent-authority",
            Self::PlanningAuthority => "planning-authority",
            Self::Promoter => "promoter",
            Self::WasteOperator => "waste-operator",
            Self::LargeCompany => "large-company",
            Self::MarketOperator => "market-operator",
            Self::SchemeOwner => "scheme-owner",
            Self::Board => "board",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Commission => "Commission",
            Self::MemberState => "Member States",
            Self::SinglePointOfContact => "single point of contact",
            Self::CompetentAuthority => "competent authority",
            Self::PlanningAuthority => "planning authorities",
            Self::Promoter => "promoter",
            Self::WasteOperator => "waste operators",
            Self::LargeCompany => "large companies",
            Self::MarketOperator => "market operators",
            Self::SchemeOwner => "scheme owners",
            Self::Board => "Board",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|party| party.id() == text)
    }
}

/// What a date rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// One date of the law.
    Fixed,
    /// A date of the law and others every so many months after it.
    Recurring,
    /// A length after a trigger.
    Relative,
    /// When something happens; no length, or a continuous duty.
    Conditional,
}

impl Basis {
    /// All, in the order of the table's description.
    pub const ALL: [Self; 4] = [Self::Fixed, Self::Recurring, Self::Relative, Self::Conditional];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Recurring => "recurring",
            Self::Relative => "relative",
            Self::Conditional => "conditional",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.id() == text)
    }
}

/// The version of a rule that binds today.
pub const IN_FORCE: &str = "in-force";

/// A duty of one party.
#[derive(Debug, Clone, PartialEq)]
pub struct Obligation {
    /// Id.
    pub id: String,
    /// Whom it binds.
    pub who: Party,
    /// The duty in our own words.
    pub what: String,
    /// Act in which it stands.
    pub act: String,
    /// Article, paragraph and point.
    pub rule: String,
    /// What its date rests on.
    pub basis: Basis,
    /// The date, or the first of them.
    pub date: Option<Date>,
    /// What its length is counted from, or when it arises.
    pub trigger: Option<String>,
    /// Day of the trigger, where it is known.
    pub triggered: Option<Date>,
    /// Length after the trigger.
    pub length: Option<Datum>,
    /// Unit of the length.
    pub unit: Option<Unit>,
    /// Months between two dates.
    pub every_months: Option<i32>,
    /// First day on which it is in force; `None` for a proposal.
    pub valid_from: Option<Date>,
    /// Last day, where an end is laid down.
    pub valid_to: Option<Date>,
    /// [`IN_FORCE`], or the proposal that would make it so.
    pub version: String,
    /// Source id.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
    /// What must be known beside it.
    pub note: Option<String>,
}

impl Obligation {
    /// Whether it binds on a day.
    pub fn is_in_force(&self, day: Date) -> bool {
        self.version == IN_FORCE
            && self.valid_from.is_some_and(|first| first <= day)
            && self.valid_to.is_none_or(|last| day <= last)
    }
}

impl Package {
    /// All obligations, in the order of the table.
    pub fn obligations(&self) -> Vec<Obligation> {
        Record::all(self, "obligations").filter_map(|record| obligation(&record)).collect()
    }
}

fn obligation(record: &Record<'_>) -> Option<Obligation> {
    let owned = |column: &str| record.text(column).to_owned();
    Some(Obligation {
        id: owned("id"),
        who: Party::parse(record.text("who"))?,
        what: owned("what"),
        act: owned("act"),
        rule: owned("rule"),
        basis: Basis::parse(record.text("basis"))?,
        date: date(record, "date"),
        trigger: words(record, "trigger"),
        triggered: date(record, "triggered"),
        length: record.datum("length"),
        unit: Unit::parse(record.text("unit")),
        every_months: record.whole("every_months"),
        valid_from: date(record, "valid_from"),
        valid_to: date(record, "valid_to"),
        version: owned("version"),
        source: owned("source"),
        locator: owned("locator"),
        note: words(record, "note"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Basis, Party};

    #[test]
    fn words_of_the_table_are_read_back() {
        assert!(Party::ALL.iter().all(|party| Party::parse(party.id()) == Some(*party)));
        assert!(Basis::ALL.iter().all(|basis| Basis::parse(basis.id()) == Some(*basis)));
    }
}
