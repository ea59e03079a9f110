//! The sheet that says what the others are.

use super::Book;
use crate::workbook::{Sheet, Style};

/// Writes the sheet.
pub fn sheet(book: &Book<'_>) -> Sheet {
    let mut sheet = Sheet::new("Read me");
    sheet.text(0, 0, format!("Appraisal of {}, base case", book.plan.name), Style::Title);
    let version = env!("CARGO_PKG_VERSION");
    let year = book.plan.money_year;
    let mut lines = vec![
        format!(
            "A discounted cash flow of the whole life, computed by adit {version} and written with live formulas: change a value in blue on the sheet Inputs, and everything follows."
        ),
        "Inputs: every number with its range, its unit and its source. What stands on a yellow ground is an assumption and no fact.".to_owned(),
        "Cash flow: all line items of every year, in nominal million euro, because tax is paid on nominal profit. The column Rule names the rule that a line follows; `adit why` and the methods of adit explain it.".to_owned(),
        format!(
            "Results: net present value at the end of {year} in money of {year}, rates of return, payback, cost of a tonne, public income. Beside the net present value stands what adit computed; the difference is zero until an input is changed."
        ),
        "The bands of an appraisal, instruments and impacts are drawn or compared elsewhere and stand in adit, not in this workbook.".to_owned(),
        "An appraisal is an estimate. It is no offer, no advice and no statement of the promoter.".to_owned(),
    ];
    lines.extend(book.notes.iter().cloned());
    for (row, line) in (2..).zip(lines) {
        sheet.text(row, 0, line, Style::Wrapped);
    }
    sheet.widths = vec![(0, 110.0)];
    sheet
}
