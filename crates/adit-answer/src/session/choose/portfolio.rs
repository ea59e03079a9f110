//! Portfolios.

use adit_facts::choose::portfolio_file::{EXAMPLES, PortfolioFile, example};
use adit_facts::suggest;
use adit_model::chain::balance::route_b;
use adit_model::choose::appraise::{Asked, appraise, gather as gather_plan};
use adit_model::choose::portfolio::gather::gather;
use adit_model::choose::portfolio::{Figure, Portfolio};
use adit_model::workings::{Input, Workings};
use adit_number::Ranged;

use super::super::{FORMAT, Session};
use crate::choose::appraisal::account::year;
use crate::choose::portfolio::question::PortfolioQuestion;
use crate::choose::portfolio::{PortfolioSummary, PortfoliosAnswer};
use crate::error::AnswerError;

/// A portfolio with its file, and how its figures came about.
#[derive(Debug)]
pub(super) struct Read {
    file: PortfolioFile,
    pub(super) name: String,
    pub(super) portfolio: Portfolio,
    pub(super) workings: Workings,
}

impl Session {
    /// The portfolios that adit brings along.
    pub fn portfolios(&self) -> PortfoliosAnswer {
        let read = EXAMPLES.iter().filter_map(|example| self.read(&PortfolioQuestion::new(example.id)).ok());
        PortfoliosAnswer { format: FORMAT, portfolios: read.map(|read| self.summary(&read)).collect() }
    }

    /// Reads a portfolio that adit brings along, or the file that the question carries, and joins it with the facts.
    pub(super) fn read(&self, question: &PortfolioQuestion) -> Result<Read, AnswerError> {
        let id = question.portfolio.as_str();
        let (text, file) = match &question.text {
            Some(text) => (text.as_str(), id.to_owned()),
            None => match example(id) {
                Some(example) => (example.text, format!("examples/portfolios/{id}.toml")),
                None => return Err(no_portfolio(id)),
            },
        };
        let (read, _) = PortfolioFile::parse(text, &file).map_err(AnswerError::File)?;
        let package = self.package();
        let worth = |project: &str| {
            let plan = gather_plan(package, &Asked::project(project), &mut Workings::default()).ok()?;
            let npv = appraise(&plan).ok()?.npv;
            let label = format!("Net present value of {project}, as `adit appraise {project}` has it");
            let id = Some(format!("appraise.npv/{project}"));
            let input = Input::Stated { label, value: npv, unit: "million EUR", id };
            Some(Figure { number: Ranged::new(npv, npv, npv), input, assumed: false })
        };
        let name = id.rsplit(['/', '\\']).next().unwrap_or(id).trim_end_matches(".toml");
        let mut workings = Workings::default();
        let portfolio = gather(package, &read, (name, &file), &route_b(package), &worth, &mut workings)
            .map_err(AnswerError::File)?;
        Ok(Read { file: read, name: file, portfolio, workings })
    }

    pub(super) fn summary(&self, read: &Read) -> PortfolioSummary {
        let words = self.package().vocabulary();
        let portfolio = &read.portfolio;
        let mut materials: Vec<String> = portfolio
            .candidates
            .iter()
            .flat_map(|candidate| &candidate.outputs)
            .filter_map(|output| words.find_material(&output.material))
            .map(|material| words.material(material).name.clone())
            .collect();
        materials.sort();
        materials.dedup();
        PortfolioSummary {
            id: portfolio.id.clone(),
            name: portfolio.name.clone(),
            question: read.file.note.clone().unwrap_or_else(|| portfolio.name.clone()),
            projects: portfolio.candidates.len(),
            regions: portfolio.regions().into_iter().map(str::to_owned).collect(),
            materials,
            first_year: year(portfolio.first),
            last_year: year(portfolio.last),
        }
    }
}

fn no_portfolio(id: &str) -> AnswerError {
    let ids: Vec<&str> = EXAMPLES.iter().map(|example| example.id).collect();
    let all = format!("adit brings along {}; a file of your own ends in .toml", ids.join(", "));
    AnswerError::UnknownDocument {
        kind: "portfolio",
        name: id.to_owned(),
        hint: suggest::hint(id, ids.iter().copied(), &all),
    }
}
