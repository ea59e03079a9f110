//! A table as a file to take away, by the ending of its name: CSV, xlsx or Parquet.

use adit_answer::tables::PlainTable;
use adit_answer::workbook::Workbook;
use thiserror::Error;

use crate::{columns, sheet, workbook};

/// Media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The endings that a table can have.
pub const ENDINGS: [&str; 3] = ["csv", "xlsx", "parquet"];

/// Why there is no file.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum FileError {
    /// No such form.
    #[error("tables leave as .csv, .xlsx or .parquet, not as \".{0}\"")]
    Ending(String),
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// The Parquet file could not be written.
    #[error("the Parquet file could not be written: {0}")]
    Columns(#[from] parquet::errors::ParquetError),
}

/// Media type and bytes of a table.
pub fn file(table: &PlainTable, ending: &str) -> Result<(&'static str, Vec<u8>), FileError> {
    match ending {
        "csv" => Ok(("text/csv; charset=utf-8", table.to_csv().into_bytes())),
        "xlsx" => Ok((XLSX, sheet::xlsx(table)?)),
        "parquet" => Ok(("application/vnd.apache.parquet", columns::parquet(table)?)),
        _ => Err(FileError::Ending(ending.to_owned())),
    }
}

/// Media type and bytes of a workbook with live formulas.
pub fn book(book: &Workbook) -> Result<(&'static str, Vec<u8>), FileError> {
    Ok((XLSX, workbook::xlsx(book)?))
}
