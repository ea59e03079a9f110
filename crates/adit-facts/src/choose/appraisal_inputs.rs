//! What the appraisal of a project is computed from: costs, tonnes, years, money, each with its source or marked as an
//! assumption.

use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;

/// Whether an input was published or is an assumption of adit's examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum InputKind {
    /// Stands in a source, perhaps in another unit.
    Sourced,
    /// Chosen for an example, with a range and a reason; never a fact about the project.
    Assumption,
}

impl InputKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Sourced, Self::Assumption];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Sourced => "sourced",
            Self::Assumption => "assumption",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == text)
    }
}

/// One input of the appraisal of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct AppraisalInput {
    /// Project id.
    pub project: String,
    /// Which input: a word of the table's description, for example `operating-cost`.
    pub input: String,
    /// The figure, in [`AppraisalInput::unit`]; `None` where the input is a text.
    pub value: Option<Datum>,
    /// The text, where the input is one: id of a series of prices, UNFC class, stage of exploration.
    pub text: Option<String>,
    /// Lowest that is thought possible.
    pub low: Option<Datum>,
    /// Highest that is thought possible.
    pub high: Option<Datum>,
    /// Unit.
    pub unit: String,
    /// The year whose money an amount is in; `None` for what is not money.
    pub money_year: Option<u16>,
    /// The figure as published, where it was published in another unit or currency.
    pub published: Option<Datum>,
    /// Unit of [`AppraisalInput::published`].
    pub published_unit: Option<String>,
    /// How the figure follows from the published one.
    pub conversion: Option<String>,
    /// Published or assumed.
    pub kind: InputKind,
    /// Source id; `adit-assumption` where it is a choice of adit.
    pub source: String,
    /// Where in the source it stands; for a choice of adit, its reason.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl Package {
    /// What is known or assumed of a project for its appraisal, in the order of the table.
    pub fn appraisal_inputs(&self, project: &str) -> Vec<AppraisalInput> {
        Record::under(self, "appraisal-inputs", project).filter_map(|record| read(&record)).collect()
    }

    /// One input of a project.
    pub fn appraisal_input(&self, project: &str, input: &str) -> Option<AppraisalInput> {
        Record::one(self, "appraisal-inputs", &format!("{project}/{input}")).and_then(|record| read(&record))
    }
}

fn read(record: &Record<'_>) -> Option<AppraisalInput> {
    let owned = |column: &str| record.some(column).map(str::to_owned);
    Some(AppraisalInput {
        project: record.text("project").to_owned(),
        input: record.text("input").to_owned(),
        value: record.datum("value"),
        text: owned("text"),
        low: record.datum("low"),
        high: record.datum("high"),
        unit: record.text("unit").to_owned(),
        money_year: record.whole("money_year"),
        published: record.datum("published"),
        published_unit: owned("published_unit"),
        conversion: owned("conversion"),
        kind: InputKind::parse(record.text("kind"))?,
        source: record.text("source").to_owned(),
        locator: record.text("locator").to_owned(),
        note: owned("note"),
    })
}

#[cfg(test)]
mod tests {
    use super::InputKind;

    #[test]
    fn words_of_the_table_are_read_back() {
        assert!(InputKind::ALL.iter().all(|kind| InputKind::parse(kind.id()) == Some(*kind)));
    }
}
