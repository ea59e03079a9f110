//! The sheet of results, each a formula over the cash flow, beside what adit computed.

use super::Book;
use super::flow::Flow;
use super::row::Row;
use crate::workbook::{Computed, Content, Placed, Sheet, Style, address, fixed};

/// Euro in a million euro.
const MILLION: f64 = 1e6;

/// Column of the results.
const VALUE: u16 = 1;

/// Writes the sheet.
pub fn sheet(book: &Book<'_>, flow: &Flow) -> Sheet {
    let mut sheet = Sheet::new("Results");
    sheet.text(0, 0, format!("What {} is worth, base case", book.plan.name), Style::Title);
    for (column, head) in (0..).zip(["Result", "By formula", "Unit", "How"]) {
        sheet.text(2, column, head, Style::Head);
    }
    let mut row = 3;
    present_value(book, flow, &mut sheet, &mut row);
    rates(book, flow, &mut sheet, &mut row);
    per_tonne(book, flow, &mut sheet, &mut row);
    income(book, flow, &mut sheet, row + 1);
    sheet.widths = vec![(0, 58.0), (1, 22.0), (2, 14.0), (3, 80.0)];
    sheet.frozen = (3, 1);
    sheet
}

/// One result: name, unit and how it is found stand beside it.
fn result(sheet: &mut Sheet, row: &mut u32, words: [&str; 3], formula: String, value: f64, style: Style) -> String {
    let [name, unit, how] = words;
    sheet.text(*row, 0, name, Style::Plain);
    sheet.formula(*row, VALUE, formula, value, style);
    sheet.text(*row, 2, unit, Style::Plain);
    sheet.text(*row, 3, how, Style::Plain);
    *row += 1;
    address(*row - 1, VALUE)
}

fn present_value(book: &Book<'_>, flow: &Flow, sheet: &mut Sheet, row: &mut u32) {
    let a = book.appraisal;
    let sum = |of: Row| format!("SUM({})", of.elsewhere());
    let npv = result(
        sheet,
        row,
        ["Net present value", "million EUR", "Sum of the present values of the cash flow: real flows at the real rate"],
        sum(flow.present),
        a.npv,
        Style::Result,
    );
    let cents = (a.npv * MILLION * 100.0).round() / 100.0;
    result(
        sheet,
        row,
        ["Net present value, to the cent", "EUR", "The same, rounded"],
        format!("ROUND({npv}*1000000,2)"),
        cents,
        Style::Cents,
    );
    sheet.text(*row, 0, "The same as adit computed it", Style::Plain);
    sheet.number(*row, VALUE, cents, Style::Cents);
    sheet.text(*row, 2, "EUR", Style::Plain);
    sheet.text(*row, 3, format!("A number, not a formula; adit why {}", book.id), Style::Plain);
    let known = fixed(*row, VALUE);
    *row += 1;
    result(
        sheet,
        row,
        ["Difference", "EUR", "Zero until an input is changed"],
        format!("ROUND({npv}*1000000,2)-{known}"),
        0.0,
        Style::Cents,
    );
    let nominal = format!(
        "SUMPRODUCT({0}/((1+in_discount_rate)*(1+in_inflation))^(COLUMN({0})-MIN(COLUMN({0}))+in_first_year-in_money_year))",
        flow.net.elsewhere()
    );
    result(
        sheet,
        row,
        [
            "Net present value, nominal flows at the nominal rate",
            "million EUR",
            "(1 + nominal) = (1 + real) × (1 + inflation): the same number",
        ],
        nominal,
        a.npv_nominal,
        Style::Result,
    );
    let owners =
        format!("SUMPRODUCT({}/{}*{})", flow.owners.elsewhere(), flow.index.elsewhere(), flow.factor.elsewhere());
    result(
        sheet,
        row,
        ["Net present value of the owners' cash flow", "million EUR", "At the same rate"],
        owners,
        a.npv_equity,
        Style::Result,
    );
}

fn rates(book: &Book<'_>, flow: &Flow, sheet: &mut Sheet, row: &mut u32) {
    let a = book.appraisal;
    if let Some(rate) = a.irr.only() {
        let how = "IRR of the real cash flow; the only root between -99 % and 1000 % in the base case";
        let guess = (rate * 100.0).round() / 100.0;
        let formula = format!("IRR({},{guess})", flow.real.elsewhere());
        result(sheet, row, ["Internal rate of return, real", "share", how], formula, rate, Style::Percent);
    } else {
        sheet.text(*row, 0, "Internal rate of return, real", Style::Plain);
        sheet.text(*row, 3, a.irr.says(), Style::Plain);
        *row += 1;
    }
    let back = flow.back.elsewhere();
    let content = Content::Formula(
        format!("IF(COUNT({back})=0,\"never\",MIN({back}))"),
        a.payback.map_or_else(|| Computed::Text("never".to_owned()), Computed::Number),
    );
    sheet.text(*row, 0, "Payback", Style::Plain);
    sheet.cells.push(Placed { row: *row, column: VALUE, content, style: Style::Result });
    sheet.text(*row, 2, "years", Style::Plain);
    sheet.text(*row, 3, "Years from the first money until it is back, real, not discounted", Style::Plain);
    *row += 1;
    if let (Some(cover), Some(least)) = (flow.cover, a.debt_cover.as_ref().map(|cover| cover.least)) {
        let words = ["Lowest cover of debt service", "factor", "Over the years in which the loan is repaid"];
        result(sheet, row, words, format!("MIN({})", cover.elsewhere()), least, Style::Result);
    }
}

fn per_tonne(book: &Book<'_>, flow: &Flow, sheet: &mut Sheet, row: &mut u32) {
    if let Some(cost) = book.appraisal.levelised_cost {
        let words = [
            "Levelised cost",
            "EUR/t",
            "Per tonne contained of the main product, before taxes on profit, by-products taken off",
        ];
        let formula = format!("SUM({})*1000000/SUM({})", flow.levelised.elsewhere(), flow.tonnes.elsewhere());
        result(sheet, row, words, formula, cost, Style::Result);
    }
    if let adit_model::choose::appraise::BreakEven::Price { price, .. } = book.appraisal.break_even {
        sheet.text(*row, 0, "Break-even price of the main product, as adit computed it", Style::Plain);
        sheet.number(*row, VALUE, price, Style::Number);
        sheet.text(*row, 2, "EUR/t", Style::Plain);
        sheet.text(
            *row,
            3,
            "A number, not a formula: with it as the price on the sheet of inputs the net present value is zero",
            Style::Plain,
        );
        *row += 1;
    }
}

fn income(book: &Book<'_>, flow: &Flow, sheet: &mut Sheet, mut row: u32) {
    sheet.text(row, 0, "What the public earns, not discounted, real", Style::Head);
    row += 1;
    for (label, levy) in &flow.income {
        // Corporate tax may go to several levels: what stands here is all of it.
        let earned = book.appraisal.public_income.iter().filter(|income| income.label == *label);
        let formula = format!("SUMPRODUCT({}/{})", levy.elsewhere(), flow.index.elsewhere());
        let receivers: Vec<&str> = earned.clone().map(|income| income.level.id()).collect();
        let total = earned.map(|income| income.total).sum();
        result(sheet, &mut row, [label, "million EUR", &receivers.join(", ")], formula, total, Style::Money);
    }
}
