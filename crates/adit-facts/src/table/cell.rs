//! One cell against its column: what it may hold, and what to write instead.

use crate::finding::Finding;
use crate::printed::Printed;
use crate::schema::Field;

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
    if field.kind == "integer" && cell.parse::<i64>().is_err() {
        let says = format!("{}: \"{cell}\" is not a whole number", field.name);
        return Err(Finding::error("value.impossible", says).hint("write digits only: 2023"));
    }
    if !allowed.is_empty() && !allowed.iter().any(|word| word == cell) {
        let says = format!("{}: \"{cell}\" is not one of {}", field.name, allowed.join(", "));
        return Err(Finding::error("value.unknown-word", says).hint("write one of these words as it stands here"));
    }
    Ok(None)
}
