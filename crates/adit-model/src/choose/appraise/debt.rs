//! The loan and how well it is covered.

use adit_number::{Real, Rule, Subject};

use super::cash_flow::CashFlow;
use super::lines;

/// Debt service cover.
pub static COVER: Rule = Rule {
    id: "appraise.debt-cover",
    says: "Cash flow available for debt service over debt service of a year: net cash flow before loans, after tax with interest deducted, with the investment itself added back, over interest and repayment",
    formula: "(net + capital + tax − tax with interest deducted) / (interest + repayment)",
    unit: "factor",
    source: "E. R. Yescombe, Principles of Project Finance, 2nd ed. 2014, ch. 12 (annual debt service cover ratio)",
};

/// The loan of a plan through its years.
#[derive(Debug, Clone)]
pub(super) struct Loan<R> {
    /// What is owed.
    balance: R,
    /// What has been lent in all.
    lent: R,
}

/// What a year brings.
#[derive(Debug, Clone, Copy)]
pub(super) struct LoanYear<R> {
    /// Drawn.
    pub drawn: R,
    /// Interest on what was owed at the beginning of the year.
    pub interest: R,
    /// Repaid.
    pub repayment: R,
    /// Owed at the end.
    pub balance: R,
}

impl<R: Real> Loan<R> {
    /// Nothing lent yet.
    pub fn none() -> Self {
        Self { balance: R::exact(0.0), lent: R::exact(0.0) }
    }

    /// Year `t`: `drawn` is lent; equal parts are repaid between two times.
    pub fn year(&mut self, t: usize, drawn: R, rate: R, repaid: (R, R)) -> LoanYear<R> {
        let interest = self.balance * rate;
        self.lent = self.lent + drawn;
        let (from, to) = repaid;
        let repayment = self.lent * lines::overlap(t, from, to) / (to - from);
        self.balance = self.balance + drawn - repayment;
        LoanYear { drawn, interest, repayment, balance: self.balance }
    }
}

/// Cover of debt service over the years in which the loan is repaid.
#[derive(Debug, Clone, PartialEq)]
pub struct DebtCover {
    /// Calendar year, cover of its debt service.
    pub by_year: Vec<(i32, f64)>,
    /// Smallest.
    pub least: f64,
    /// Mean over the years.
    pub average: f64,
}

/// Cover of one year.
pub(super) fn cover<R: Real>(available: R, interest: R, repayment: R) -> R {
    (available / (interest + repayment)).by(&COVER, Subject::NONE)
}

/// Cover of the debt service of a cash flow; `None` without a loan.
pub fn debt_cover(flow: &CashFlow) -> Option<DebtCover> {
    let serviced = flow.lines.iter().filter(|line| line.equity.repayment > 0.0);
    let by_year: Vec<(i32, f64)> = serviced
        .map(|line| {
            let available = line.net + line.capital + line.tax - line.equity.tax;
            (line.year, cover(available, line.equity.interest, line.equity.repayment))
        })
        .collect();
    let least = by_year.iter().map(|(_, cover)| *cover).reduce(f64::min)?;
    let average = by_year.iter().map(|(_, cover)| cover).sum::<f64>() / by_year.len() as f64;
    Some(DebtCover { by_year, least, average })
}
