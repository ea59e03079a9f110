//! A workbook with live formulas as an xlsx file.

use adit_answer::workbook::{Computed, Content, Sheet, Style, Workbook};
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, Formula, Worksheet, XlsxError};

/// Blue: what may be changed, as in the models that analysts know.
const CHANGEABLE: Color = Color::RGB(0x001F_4E9C);

/// Behind an assumption.
const ASSUMED: Color = Color::RGB(0x00FF_F4CE);

/// The file's bytes.
pub fn xlsx(book: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_properties(&DocProperties::new().set_title(&book.title));
    for sheet in &book.sheets {
        write(file.add_worksheet().set_name(&sheet.name)?, sheet)?;
    }
    for (name, cell) in &book.names {
        file.define_name(name, &format!("={cell}"))?;
    }
    file.save_to_buffer()
}

fn write(into: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    for placed in &sheet.cells {
        let (row, column, look) = (placed.row, placed.column, look(placed.style));
        match &placed.content {
            Content::Text(text) => into.write_string_with_format(row, column, text, &look)?,
            Content::Number(number) => into.write_number_with_format(row, column, *number, &look)?,
            Content::Formula(formula, computed) => {
                let value = match computed {
                    Computed::Number(number) => number.to_string(),
                    Computed::Text(text) => text.clone(),
                };
                let formula = Formula::new(formula).set_result(value);
                into.write_formula_with_format(row, column, formula, &look)?
            }
        };
    }
    for (column, width) in &sheet.widths {
        into.set_column_width(*column, *width)?;
    }
    into.set_freeze_panes(sheet.frozen.0, sheet.frozen.1)?;
    Ok(())
}

fn look(style: Style) -> Format {
    let plain = Format::new().set_align(FormatAlign::Top);
    let input = || Format::new().set_num_format("#,##0.######").set_font_color(CHANGEABLE).set_align(FormatAlign::Top);
    match style {
        Style::Plain => plain,
        Style::Title => plain.set_bold().set_font_size(14.0),
        Style::Head => plain.set_bold(),
        Style::Wrapped => plain.set_text_wrap(),
        Style::Number => plain.set_num_format("#,##0.######"),
        Style::Input => input(),
        Style::Assumption => input().set_background_color(ASSUMED),
        Style::Money => plain.set_num_format("#,##0.000;-#,##0.000;0"),
        Style::Percent => plain.set_num_format("0.00%"),
        Style::Whole => plain.set_num_format("0"),
        Style::Result => plain.set_bold().set_num_format("#,##0.######"),
        Style::Cents => plain.set_num_format("#,##0.00"),
    }
}
