//! Whose priorities a portfolio serves.

use adit_facts::choose::weights_file::CriteriaTable;

use super::super::Session;
use crate::choose::portfolio::question::PortfolioQuestion;
use crate::choose::weigh::page::{self, WeighedAnswer, WeighedQuestion};
use crate::error::AnswerError;

impl Session {
    /// The criteria on which the candidates of a portfolio differ, for reading weights; by id.
    pub fn weigh_criteria(&self, question: &PortfolioQuestion) -> Result<CriteriaTable, AnswerError> {
        Ok(page::criteria(&self.read(question)?.portfolio))
    }

    /// Whose priorities do the candidates of a portfolio serve?
    pub fn weigh(
        &self,
        question: &PortfolioQuestion,
        weighed: &WeighedQuestion<'_>,
    ) -> Result<WeighedAnswer, AnswerError> {
        page::weighed(&self.read(question)?.portfolio, weighed)
    }
}
