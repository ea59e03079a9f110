//! The questions of the Choose room: tables, and what stands behind an id.

mod appraise;
mod portfolio;
mod solving;
mod weigh;

pub(super) use solving::Solved;

use super::Session;
use crate::chain::opened;
use crate::choose::appraisal::question::AppraisalQuestion;
use crate::choose::appraisal::{AppraisalAnswer, table as appraisal_table};
use crate::choose::portfolio::question::PortfolioQuestion;
use crate::choose::portfolio::{PortfolioAnswer, table as portfolio_table};
use crate::error::AnswerError;
use crate::tables::PlainTable;
use crate::why::WhyAnswer;

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

/// Words before the name of a project, and the table that they mean.
type OfAppraisal = (&'static str, fn(&AppraisalAnswer) -> PlainTable);
const OF_APPRAISAL: [OfAppraisal; 4] = [
    ("lines-", appraisal_table::lines),
    ("inputs-", appraisal_table::inputs),
    ("instruments-", appraisal_table::instruments),
    ("", appraisal_table::cash_flow),
];

/// The same for a portfolio.
type OfPortfolio = (&'static str, fn(&PortfolioAnswer) -> PlainTable);
const OF_PORTFOLIO: [OfPortfolio; 4] = [
    ("rejected-", portfolio_table::rejected),
    ("limits-", portfolio_table::limits),
    ("years-", portfolio_table::years),
    ("", portfolio_table::chosen),
];

impl Session {
    /// A table of the Choose room by its name and the words of its question; `None` if it is of another room.
    pub fn choose_table<'a>(
        &self,
        name: &str,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Option<Result<PlainTable, AnswerError>> {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        match name {
            "appraise" => return Some(Ok(appraisal_table::projects(&self.appraisals()))),
            "choose" => return Some(Ok(portfolio_table::portfolios(&self.portfolios()))),
            _ => {}
        }
        if let Some(rest) = name.strip_prefix("appraise-") {
            let found = OF_APPRAISAL.iter().find_map(|(word, write)| Some((rest.strip_prefix(word)?, write)));
            let (project, write) = found?;
            let question = AppraisalQuestion::from_pairs(project, pairs);
            return Some(question.and_then(|question| self.appraise(&question)).map(|answer| write(&answer)));
        }
        let rest = name.strip_prefix("choose-")?;
        let asked = |portfolio: &str| PortfolioQuestion::from_pairs(portfolio, pairs.iter().copied());
        if let Some(of) = rest.strip_prefix("front-") {
            return Some(asked(of).and_then(|q| self.choose_front(&q)).map(|answer| portfolio_table::front(&answer)));
        }
        if let Some(of) = rest.strip_prefix("near-") {
            return Some(asked(of).and_then(|q| self.choose_near(&q)).map(|answer| portfolio_table::near(&answer)));
        }
        if let Some(of) = rest.strip_prefix("robust-") {
            return Some(asked(of).and_then(|q| self.choose_robust(&q)).map(|answer| portfolio_table::robust(&answer)));
        }
        let found = OF_PORTFOLIO.iter().find_map(|(word, write)| Some((rest.strip_prefix(word)?, write)));
        let (portfolio, write) = found?;
        Some(asked(portfolio).and_then(|question| self.choose(&question)).map(|answer| write(&answer)))
    }

    /// The derivation of a number of the Choose room; `None` if the id is of another room.
    pub(super) fn why_choose(&self, path: &str, query: &str) -> Option<Result<WhyAnswer, AnswerError>> {
        let room = path.split(['.', '/']).next()?;
        match room {
            "appraise" | "instrument" | "impact" => Some(self.why_appraise(path, query)),
            "choose" => Some(self.why_portfolio(path, query)),
            _ => None,
        }
    }

    fn why_appraise(&self, path: &str, query: &str) -> Result<WhyAnswer, AnswerError> {
        let project = path.split('/').nth(1).unwrap_or_default();
        let pairs = query.split('&').filter(|part| !part.is_empty());
        let question =
            AppraisalQuestion::from_pairs(project, pairs.map(|part| part.split_once('=').unwrap_or((part, ""))))?;
        let workings = self.appraisal_workings(&question)?;
        opened::answer(self.package(), &workings, path, &question.id_query())
    }

    fn why_portfolio(&self, path: &str, query: &str) -> Result<WhyAnswer, AnswerError> {
        let portfolio = path.split('/').nth(1).unwrap_or_default();
        let pairs = query.split('&').filter(|part| !part.is_empty());
        let question =
            PortfolioQuestion::from_pairs(portfolio, pairs.map(|part| part.split_once('=').unwrap_or((part, ""))))?;
        let workings = self.portfolio_workings(&question, path)?;
        opened::answer(self.package(), &workings, path, &question.id_query())
    }
}
