//! The questions of the Choose room.

use super::Session;
use crate::choose::appraisal::question::AppraisalQuestion;
use crate::choose::appraisal::{AppraisalAnswer, AppraisalsAnswer, table as appraisal_table};
use crate::choose::portfolio::front::{FrontAnswer, NearAnswer};
use crate::choose::portfolio::question::PortfolioQuestion;
use crate::choose::portfolio::robust::RobustAnswer;
use crate::choose::portfolio::{PortfolioAnswer, PortfoliosAnswer, table as portfolio_table};
use crate::error::AnswerError;
use crate::tables::PlainTable;

/// The tables of this room, as their names are written.
pub const TABLES: [&str; 13] = [
    "appraise",
    "appraise-PROJECT",
    "appraise-lines-PROJECT",
    "appraise-inputs-PROJECT",
    "appraise-instruments-PROJECT",
    "choose",
    "choose-PORTFOLIO",
    "choose-rejected-PORTFOLIO",
    "choose-limits-PORTFOLIO",
    "choose-years-PORTFOLIO",
    "choose-front-PORTFOLIO",
    "choose-near-PORTFOLIO",
    "choose-robust-PORTFOLIO",
];

impl Session {
    /// Which projects can be appraised, and what is missing for the others?
    pub fn appraisals(&self) -> Result<AppraisalsAnswer, AnswerError> {
        Err(not_yet("appraisals"))
    }

    /// What is a project worth, to whom, and how sure is that?
    pub fn appraise(&self, question: &AppraisalQuestion) -> Result<AppraisalAnswer, AnswerError> {
        Err(not_yet(&question.project))
    }

    /// The portfolios that adit brings along and those of the workspace.
    pub fn portfolios(&self) -> Result<PortfoliosAnswer, AnswerError> {
        Err(not_yet("portfolios"))
    }

    /// The best set of a portfolio under all rules, with proof.
    pub fn choose(&self, question: &PortfolioQuestion) -> Result<PortfolioAnswer, AnswerError> {
        Err(not_yet(&question.portfolio))
    }

    /// The Pareto front of the two measures of `question.front`.
    pub fn choose_front(&self, question: &PortfolioQuestion) -> Result<FrontAnswer, AnswerError> {
        Err(not_yet(&question.portfolio))
    }

    /// Sets that are nearly as good as the best.
    pub fn choose_near(&self, question: &PortfolioQuestion) -> Result<NearAnswer, AnswerError> {
        Err(not_yet(&question.portfolio))
    }

    /// The choice that stands when the world turns out otherwise.
    pub fn choose_robust(&self, question: &PortfolioQuestion) -> Result<RobustAnswer, AnswerError> {
        Err(not_yet(&question.portfolio))
    }

    /// A table of the Choose room by its name and the words of its question; `None` if it is of another room.
    pub fn choose_table<'a>(
        &self,
        name: &str,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Option<Result<PlainTable, AnswerError>> {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        match name {
            "appraise" => return Some(self.appraisals().map(|answer| appraisal_table::projects(&answer))),
            "choose" => return Some(self.portfolios().map(|answer| portfolio_table::portfolios(&answer))),
            _ => {}
        }
        if let Some(rest) = name.strip_prefix("appraise-") {
            let (write, project): (fn(&AppraisalAnswer) -> PlainTable, &str) =
                if let Some(of) = rest.strip_prefix("lines-") {
                    (appraisal_table::lines, of)
                } else if let Some(of) = rest.strip_prefix("inputs-") {
                    (appraisal_table::inputs, of)
                } else if let Some(of) = rest.strip_prefix("instruments-") {
                    (appraisal_table::instruments, of)
                } else {
                    (appraisal_table::cash_flow, rest)
                };
            let question = AppraisalQuestion::from_pairs(project, pairs);
            return Some(question.and_then(|question| self.appraise(&question)).map(|answer| write(&answer)));
        }
        let rest = name.strip_prefix("choose-")?;
        let asked = |portfolio: &str| PortfolioQuestion::from_pairs(portfolio, pairs.iter().copied());
        Some(if let Some(of) = rest.strip_prefix("front-") {
            asked(of).and_then(|question| self.choose_front(&question)).map(|answer| portfolio_table::front(&answer))
        } else if let Some(of) = rest.strip_prefix("near-") {
            asked(of).and_then(|question| self.choose_near(&question)).map(|answer| portfolio_table::near(&answer))
        } else if let Some(of) = rest.strip_prefix("robust-") {
            asked(of).and_then(|question| self.choose_robust(&question)).map(|answer| portfolio_table::robust(&answer))
        } else {
            let (write, portfolio): (fn(&PortfolioAnswer) -> PlainTable, &str) =
                if let Some(of) = rest.strip_prefix("rejected-") {
                    (portfolio_table::rejected, of)
                } else if let Some(of) = rest.strip_prefix("limits-") {
                    (portfolio_table::limits, of)
                } else if let Some(of) = rest.strip_prefix("years-") {
                    (portfolio_table::years, of)
                } else {
                    (portfolio_table::chosen, rest)
                };
            asked(portfolio).and_then(|question| self.choose(&question)).map(|answer| write(&answer))
        })
    }
}

fn not_yet(what: &str) -> AnswerError {
    AnswerError::NotKnown { label: what.to_owned(), says: "the models of the Choose room do not answer yet".to_owned() }
}
