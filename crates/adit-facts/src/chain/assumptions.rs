//! What no source measures and adit must assume, each with a range and a reason.

use super::rows::Record;
use crate::package::Package;
use crate::study::Datum;

/// An assumption: the default with its range.
#[derive(Debug, Clone, PartialEq)]
pub struct Assumption {
    /// Its id, for example `probability/permitting`.
    pub id: String,
    /// What it means.
    pub says: String,
    /// The default, in [`Assumption::unit`].
    pub value: Datum,
    /// Lowest; the default itself where no range is given.
    pub low: f64,
    /// Highest; the default itself where no range is given.
    pub high: f64,
    /// Unit.
    pub unit: String,
}

impl Package {
    /// An assumption by its id.
    pub fn assumption(&self, id: &str) -> Option<Assumption> {
        Record::one(self, "assumptions", id).and_then(read)
    }

    /// All assumptions, in the order of the table.
    pub fn assumptions(&self) -> Vec<Assumption> {
        Record::all(self, "assumptions").filter_map(read).collect()
    }
}

fn read(record: Record<'_>) -> Option<Assumption> {
    let value = record.datum("value")?;
    let end = |column: &str| record.datum(column).map_or(value.number.value, |datum| datum.number.value);
    Some(Assumption {
        id: format!("{}/{}", record.text("topic"), record.text("subject")),
        says: record.text("says").to_owned(),
        low: end("low").min(value.number.value),
        high: end("high").max(value.number.value),
        unit: record.text("unit").to_owned(),
        value,
    })
}
