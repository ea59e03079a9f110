//! The base case of an appraisal as a workbook in which every figure follows from the sheet of inputs by formulas.
//!
//! The formulas are those of `adit_model::choose::appraise`, written once more in the language of spreadsheets; every cell
//! carries the engine's own value beside its formula, so that a recalculation can be held against it cell by cell.

mod flow;
mod inputs;
mod read_me;
mod results;
mod row;

use adit_model::choose::appraise::{Appraisal, ProjectPlan};

use super::AppraisalProject;
use super::input::AppraisalInput;
use crate::workbook::Workbook;

/// What a workbook is made from.
pub(crate) struct Book<'a> {
    /// The project.
    pub about: &'a AppraisalProject,
    /// Its plan.
    pub plan: &'a ProjectPlan,
    /// Its base case.
    pub appraisal: &'a Appraisal,
    /// Its inputs with their sources, as the document has them.
    pub inputs: &'a [AppraisalInput],
    /// What must be said beside the figures.
    pub notes: &'a [String],
    /// Id under which the net present value opens.
    pub id: &'a str,
}

/// The workbook: Read me, Inputs, Cash flow, Results.
pub(crate) fn workbook(book: &Book<'_>) -> Workbook {
    let (inputs, names) = inputs::sheet(book);
    let flow = flow::sheet(book);
    let results = results::sheet(book, &flow);
    Workbook {
        title: format!("Appraisal of {}, base case", book.about.name),
        sheets: vec![read_me::sheet(book), inputs, flow.sheet, results],
        names,
    }
}
