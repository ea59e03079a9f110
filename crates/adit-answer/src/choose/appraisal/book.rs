//! The base case of an appraisal as a workbook in which every figure follows from the sheet of inputs by formulas.
//!
//! The formulas are those of `adit_model::choose::appraise`, written once more in the language of spreadsheets; every cell
//! carries the engine's own value beside its formula, so that a recalculation can be held against it cell by cell.

mod flow;
mod inputs;
mod read_me;
mod results;
mod row;

use adit_facts::Package;
use adit_model::choose::appraise::{Appraisal, AppraisalError, ProjectPlan, appraise};

use super::input::AppraisalInput;
use super::inputs::documents;
use crate::workbook::Workbook;

/// What a workbook is made from.
pub(crate) struct Book<'a> {
    /// The plan.
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

/// The workbook of any plan, in its base case.
pub fn of_plan(package: &Package, plan: &ProjectPlan) -> Result<Workbook, AppraisalError> {
    let appraisal = appraise(plan)?;
    let inputs = documents(package, plan, &[], "");
    let id = format!("appraise.npv/{}", plan.project);
    Ok(workbook(&Book { plan, appraisal: &appraisal, inputs: &inputs, notes: &plan.notes, id: &id }))
}

/// The workbook: Read me, Inputs, Cash flow, Results.
pub(crate) fn workbook(book: &Book<'_>) -> Workbook {
    let (inputs, names) = inputs::sheet(book);
    let flow = flow::sheet(book);
    let results = results::sheet(book, &flow);
    Workbook {
        title: format!("Appraisal of {}, base case", book.plan.name),
        sheets: vec![read_me::sheet(book), inputs, flow.sheet, results],
        names,
    }
}
