//! A plain table as an xlsx workbook: numbers as numbers, bounds in two columns, notes on a second sheet.

use adit_answer::tables::{PlainTable, Value};
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

/// The workbook's bytes.
pub fn xlsx(table: &PlainTable) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name(sheet_name(&table.name))?;
    for (column, header) in (0u16..).zip(table.headers()) {
        sheet.write_string_with_format(0, column, header, &head)?;
    }
    for (row, record) in (1u32..).zip(table.records()) {
        for (column, value) in (0u16..).zip(record) {
            write(sheet, row, column, &value)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    let notes = book.add_worksheet().set_name("notes")?;
    notes.write_string_with_format(0, 0, &table.title, &head)?;
    for (row, note) in (1u32..).zip(&table.notes) {
        notes.write_string(row, 0, note)?;
    }
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
    match value {
        Value::Blank => Ok(()),
        Value::Text(text) => sheet.write_string(row, column, text).map(|_| ()),
        Value::Number(number) => sheet.write_number(row, column, *number).map(|_| ()),
        Value::Flag(flag) => sheet.write_boolean(row, column, *flag).map(|_| ()),
    }
}

/// At most 31 characters, as Excel has it.
fn sheet_name(name: &str) -> String {
    name.chars().take(31).collect()
}
