//! A table or workbook into a file of the user's own.

use std::path::Path;

use adit_answer::tables::PlainTable;
use adit_answer::workbook::Workbook;
use adit_server::files::{ENDINGS, FileError, book, file};

use crate::outcome::Stop;

/// Writes a table by the ending of the file's name.
pub fn write(table: &PlainTable, path: &Path) -> Result<(), Stop> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let (_, bytes) = file(table, &ending).map_err(|error| match error {
        FileError::Ending(_) => {
            Stop::wrong(format!("{}: {error}", path.display()), format!("name it with one of {}", ENDINGS.join(", ")))
        }
        other => Stop::Broken(other.into()),
    })?;
    save(path, &bytes)
}

/// Writes a workbook with live formulas.
pub fn workbook(workbook: &Workbook, path: &Path) -> Result<(), Stop> {
    let (_, bytes) = book(workbook).map_err(|error| Stop::Broken(error.into()))?;
    save(path, &bytes)
}

/// Writes bytes into a file.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), Stop> {
    std::fs::write(path, bytes).map_err(|error| {
        Stop::wrong(format!("{} cannot be written: {error}", path.display()), "does the folder exist?")
    })
}
