//! One cell against its column: what it may hold, and what to write instead.

use jiff::civil::Date;

use crate::finding::Finding;
use crate::printed::Printed;
use crate::schema::Field;
use crate::suggest;

/// Reads a cell that is not blank: its number if the column holds numbers, or a finding without a place.
pub(crate) fn read(field: &Field, edition: &str, cell: &str) -> Result<Option<Printed>, Finding> {
    let allowed = &field.constraints.allowed;
    if field.is_number() {
        return field.format(edition).read(cell).map_err(|error| {
            let hint =
                if field.percent { "write percent as a number: 8.3 or <0.1" } else { "write a decimal number: 0.94" };
            Finding::error("value.impossible", format!("{}: {error}", field.name)).hint(hint)
        });
    }
    if field.kind == "integer" {
        whole(field, cell)?;
    }
    if field.kind == "date" && Date::strptime("%Y-%m-%d", cell).is_err() {
        let says = format!("{}: \"{cell}\" is no day of the calendar", field.name);
        return Err(Finding::error("value.impossible", says).hint("write year, month and day: 2027-05-24"));
    }
    if !allowed.is_empty() && !allowed.iter().any(|word| word == cell) {
        let says = format!("{}: \"{cell}\" is not one of {}", field.name, allowed.join(", "));
        let words = allowed.iter().map(String::as_str);
        let hint = suggest::hint(cell, words, "write one of these words as it stands here");
        return Err(Finding::error("value.unknown-word", says).hint(hint));
    }
    Ok(None)
}

/// A whole number, such as a year, in the range of its column.
fn whole(field: &Field, cell: &str) -> Result<(), Finding> {
    let Ok(number) = cell.parse::<i32>() else {
        let says = format!("{}: \"{cell}\" is not a whole number", field.name);
        return Err(Finding::error("value.impossible", says).hint("write digits only: 2023"));
    };
    let (low, high) = (field.constraints.minimum, field.constraints.maximum);
    if low.is_none_or(|low| f64::from(number) >= low) && high.is_none_or(|high| f64::from(number) <= high) {
        return Ok(());
    }
    let says = format!("{}: {cell} is outside the possible range", field.name);
    let range = match (low, high) {
        (Some(low), Some(high)) => format!("it lies in {low} to {high}"),
        (Some(low), None) => format!("it is {low} or more"),
        (None, high) => format!("it is {} or less", high.unwrap_or(f64::INFINITY)),
    };
    Err(Finding::error("value.impossible", says).hint(range))
}
