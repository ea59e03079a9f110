//! Portfolios.

use adit_facts::choose::portfolio_file::{EXAMPLES, PortfolioFile, example};
use adit_facts::suggest;
use adit_model::chain::balance::route_b;
use adit_model::choose::appraise::{Asked, appraise, gather as gather_plan};
use adit_model::choose::portfolio::gather::gather;
use adit_model::choose::portfolio::{Choice, Figure, Portfolio, check, programme};
use adit_model::problem::mixed::Kind;
use adit_model::problem::{MixedOptions, MixedStatus, Solver};
use adit_model::workings::{Input, Workings};
use adit_number::Ranged;
use adit_solve::Solvers;

use super::super::{FORMAT, Session};
use crate::choose::appraisal::account::year;
use crate::choose::portfolio::build::{self, Ran};
use crate::choose::portfolio::front::{FrontAnswer, NearAnswer};
use crate::choose::portfolio::moved::moved;
use crate::choose::portfolio::question::PortfolioQuestion;
use crate::choose::portfolio::robust::RobustAnswer;
use crate::choose::portfolio::{PortfolioAnswer, PortfolioSolving, PortfolioSummary, PortfoliosAnswer, says};
use crate::error::AnswerError;

/// Columns and integers of a programme, and what came out.
pub(super) struct Read {
    file: PortfolioFile,
    pub(super) portfolio: Portfolio,
}

impl Session {
    /// The portfolios that adit brings along.
    pub fn portfolios(&self) -> PortfoliosAnswer {
        let read = EXAMPLES.iter().filter_map(|example| self.read(&PortfolioQuestion::new(example.id)).ok());
        PortfoliosAnswer { format: FORMAT, portfolios: read.map(|read| self.summary(&read)).collect() }
    }

    /// The best set of a portfolio under all rules, with proof.
    pub fn choose(&self, question: &PortfolioQuestion) -> Result<PortfolioAnswer, AnswerError> {
        let read = self.read(question)?;
        let portfolio = moved(read.portfolio.clone(), question)?;
        let built = programme(&portfolio, None);
        let seed = u16::try_from(question.seed % u64::from(u16::MAX)).unwrap_or(0);
        let options = MixedOptions { seconds: question.time_limit, gap: question.gap, seed };
        let solution = Solvers.mixed(&built.mixed, options)?;
        let found = solution.found();
        let choice = if found { built.read(&portfolio, &solution.values) } else { Choice::default() };
        let checked = found.then(|| check(&portfolio, &choice, None));
        let status = match solution.status {
            MixedStatus::Infeasible => "infeasible",
            MixedStatus::Unbounded => "unbounded",
            MixedStatus::TimeLimit if found => "time-limit",
            MixedStatus::TimeLimit => "no-answer",
            _ => "optimal",
        };
        let mut answer = build::answer(Ran {
            package: self.package(),
            summary: self.summary(&read),
            portfolio: &portfolio,
            stated: &read.portfolio,
            choice: &choice,
            checked: checked.as_ref(),
            status,
            bound: solution.bound,
            gap: solution.gap,
            solving: PortfolioSolving {
                columns: built.mixed.columns.len(),
                rows: built.mixed.rows.len(),
                integers: built.mixed.columns.iter().filter(|column| column.kind != Kind::Continuous).count(),
                nodes: Some(solution.nodes),
                start: None,
                time_limit: question.time_limit,
                gap_limit: question.gap,
                solver: "HiGHS".to_owned(),
            },
        });
        answer.says = says::summary(&answer);
        Ok(answer)
    }

    /// The Pareto front of the two measures of `question.front`.
    pub fn choose_front(&self, question: &PortfolioQuestion) -> Result<FrontAnswer, AnswerError> {
        self.read(question)?;
        Err(not_yet("The Pareto front"))
    }

    /// Sets that are nearly as good as the best.
    pub fn choose_near(&self, question: &PortfolioQuestion) -> Result<NearAnswer, AnswerError> {
        self.read(question)?;
        Err(not_yet("Near-optimal sets"))
    }

    /// The choice that stands when the world turns out otherwise.
    pub fn choose_robust(&self, question: &PortfolioQuestion) -> Result<RobustAnswer, AnswerError> {
        self.read(question)?;
        Err(not_yet("The robust choice"))
    }

    /// The mixed-integer programme of a portfolio in free MPS form.
    pub fn choose_model(&self, question: &PortfolioQuestion) -> Result<String, AnswerError> {
        self.read(question)?;
        Err(not_yet("The model file"))
    }

    /// How the figures of a choice came about: those of its candidates stand with the projects.
    pub(super) fn portfolio_workings(&self, question: &PortfolioQuestion) -> Result<Workings, AnswerError> {
        self.read(question).map(|_| Workings::default())
    }

    /// Reads a portfolio that adit brings along, or the file that the question carries, and joins it with the facts.
    pub(super) fn read(&self, question: &PortfolioQuestion) -> Result<Read, AnswerError> {
        let id = question.portfolio.as_str();
        let (text, file) = match &question.text {
            Some(text) => (text.as_str(), id.to_owned()),
            None => match example(id) {
                Some(example) => (example.text, format!("{id}.toml")),
                None => return Err(no_portfolio(id)),
            },
        };
        let (read, _) = PortfolioFile::parse(text, &file).map_err(AnswerError::File)?;
        let package = self.package();
        let worth = |project: &str| {
            let plan = gather_plan(package, &Asked::project(project), &mut Workings::default()).ok()?;
            let npv = appraise(&plan).ok()?.npv;
            let input = Input::Number(format!("appraise.npv/{project}"));
            Some(Figure { number: Ranged::new(npv, npv, npv), input, assumed: false })
        };
        let name = id.rsplit(['/', '\\']).next().unwrap_or(id).trim_end_matches(".toml");
        let portfolio = gather(package, &read, (name, &file), &route_b(package), &worth).map_err(AnswerError::File)?;
        Ok(Read { file: read, portfolio })
    }

    fn summary(&self, read: &Read) -> PortfolioSummary {
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

fn not_yet(what: &str) -> AnswerError {
    AnswerError::NotKnown { label: what.to_owned(), says: "this adit does not compute it yet".to_owned() }
}
