//! Portfolios solved: the best set, fronts, alternatives, robust choices.

use adit_model::choose::portfolio::front::{Aim, front};
use adit_model::choose::portfolio::means::Means;
use adit_model::choose::portfolio::near::near;
use adit_model::choose::portfolio::robust::{View, robust, worlds};
use adit_model::choose::portfolio::{
    Answer, Choice, Exact, LimitRule, Linearised, Measure, Portfolio, Risk, linearise, mps, programme, solve,
    solve_linearised,
};
use adit_model::problem::mixed::Kind;
use adit_model::problem::{MixedOptions, MixedStatus, Sense};
use adit_solve::Solvers;

use super::super::Session;
use super::portfolio::Read;
use crate::choose::portfolio::analyses::{self, Deadline};
use crate::choose::portfolio::build::{self, Ran, measure};
use crate::choose::portfolio::front::{FrontAnswer, NearAnswer};
use crate::choose::portfolio::moved::moved;
use crate::choose::portfolio::question::PortfolioQuestion;
use crate::choose::portfolio::robust::RobustAnswer;
use crate::choose::portfolio::{PortfolioAnswer, PortfolioRound, PortfolioSolving, PortfolioSupplyRisk, says, sets};
use crate::error::AnswerError;
use crate::question::unreadable;

/// Part of the draws that the worst are.
const WORST: f64 = 0.05;

/// The solver behind the models, as documents name it.
const SOLVER: &str = "HiGHS";

/// A portfolio with its best set.
struct Solved {
    read: Read,
    portfolio: Portfolio,
    answer: Answer,
    exact: Option<Exact>,
    linear: Option<Linearised>,
    risk: Option<PortfolioSupplyRisk>,
    options: MixedOptions,
    deadline: Deadline,
}

impl Solved {
    fn means(&self) -> Means<'_> {
        Means {
            solver: &Solvers,
            options: self.options,
            linear: self.linear.as_ref(),
            risk: self.exact.as_ref().map(|exact| exact as &dyn Risk),
        }
    }
}

impl Session {
    /// The best set of a portfolio under all rules, with proof.
    pub fn choose(&self, question: &PortfolioQuestion) -> Result<PortfolioAnswer, AnswerError> {
        let mut solved = self.solved(question)?;
        let portfolio = &solved.portfolio;
        let none = Choice::default();
        let best = &solved.answer;
        let built = programme(portfolio, solved.linear.as_ref());
        let columns = &built.mixed.columns;
        let mut answer = build::answer(Ran {
            package: self.package(),
            summary: self.summary(&solved.read),
            portfolio,
            stated: &solved.read.portfolio,
            choice: best.choice.as_ref().unwrap_or(&none),
            checked: best.checked.as_ref(),
            status: status(best, solved.risk.is_some()),
            bound: best.bound,
            gap: best.gap,
            solving: PortfolioSolving {
                columns: columns.len(),
                rows: built.mixed.rows.len(),
                integers: columns.iter().filter(|column| column.kind != Kind::Continuous).count(),
                nodes: Some(best.nodes),
                start: None,
                time_limit: question.time_limit,
                gap_limit: question.gap,
                solver: SOLVER.to_owned(),
            },
        });
        if best.choice.is_some() {
            analyses::add(&mut answer, portfolio, best, solved.means(), solved.deadline)?;
        } else if best.infeasible()
            && let Some(means) = solved.deadline.within(solved.means())
        {
            answer.conflict = Some(analyses::contradiction(portfolio, means)?);
        }
        answer.missing.extend(solved.exact.iter().flat_map(|exact| exact.missing.iter().cloned()));
        answer.supply_risk = solved.risk.take();
        answer.says = says::summary(&answer);
        Ok(answer)
    }

    /// The Pareto front of the two measures of `question.front`.
    pub fn choose_front(&self, question: &PortfolioQuestion) -> Result<FrontAnswer, AnswerError> {
        let read = self.read(question)?;
        let portfolio = moved(read.portfolio, question)?;
        let main = portfolio.objective.terms.first().map_or(Measure::Npv, |term| term.measure);
        let words = question.front.clone().unwrap_or_else(|| {
            let other = if main == Measure::Public { Measure::Npv } else { Measure::Public };
            (main.word().to_owned(), other.word().to_owned())
        });
        let [first, second] = [aim(&words.0)?, aim(&words.1)?];
        let means =
            Means { solver: &Solvers, options: options(question, question.points.max(2)), linear: None, risk: None };
        let found = front(&portfolio, means, [first, second], question.points.max(2))?;
        Ok(sets::front(&portfolio, &found, [measure(first.measure), measure(second.measure)]))
    }

    /// Sets that are nearly as good as the best.
    pub fn choose_near(&self, question: &PortfolioQuestion) -> Result<NearAnswer, AnswerError> {
        let solved = self.solved(question)?;
        let options = options(question, question.near.max(1));
        let means = Means { options, ..solved.means() };
        let found = near(&solved.portfolio, means, &solved.answer, question.within, question.near)?;
        Ok(sets::near(&solved.portfolio, &found, &solved.answer, question.within))
    }

    /// The choice that stands when the world turns out otherwise.
    pub fn choose_robust(&self, question: &PortfolioQuestion) -> Result<RobustAnswer, AnswerError> {
        let solved = self.solved(question)?;
        let all = [("expected", View::Expected), ("worst", View::Worst(WORST)), ("regret", View::Regret)];
        let wanted = |word: &str| question.robust.is_empty() || question.robust.iter().any(|asked| asked == word);
        let views: Vec<View> = all.into_iter().filter(|(word, _)| wanted(word)).map(|(_, view)| view).collect();
        let drawn = worlds(&solved.portfolio, question.draws as u64, question.seed);
        let means = Means { options: options(question, views.len() + 1), ..solved.means() };
        let found = robust(&solved.portfolio, means, &solved.answer, &drawn, &views)?;
        Ok(sets::robust(&solved.portfolio, &found, question.draws, question.seed))
    }

    /// The mixed-integer programme of a portfolio in free MPS form.
    pub fn choose_model(&self, question: &PortfolioQuestion) -> Result<String, AnswerError> {
        let read = self.read(question)?;
        let portfolio = moved(read.portfolio, question)?;
        Ok(mps(&programme(&portfolio, None).mixed, &portfolio.id))
    }

    fn solved(&self, question: &PortfolioQuestion) -> Result<Solved, AnswerError> {
        let read = self.read(question)?;
        let portfolio = moved(read.portfolio.clone(), question)?;
        let options = options(question, 1);
        let deadline = Deadline::after(question.time_limit);
        if !looks_at_risk(&portfolio) {
            let answer = solve(&portfolio, &Solvers, options, None)?;
            return Ok(Solved { read, portfolio, answer, exact: None, linear: None, risk: None, options, deadline });
        }
        let of = Exact::materials(&portfolio);
        let exact = self.with_routes(|routes| Exact::new(self.package(), &portfolio, &of, routes));
        let found = solve_linearised(&portfolio, &exact, &Solvers, options)?;
        let choice = found.answer.choice.clone().unwrap_or_default();
        let linear = linearise(&portfolio, &exact, &choice);
        let words: Vec<&str> = Risk::materials(&exact).iter().map(|(material, _)| material.as_str()).collect();
        let before: f64 = Risk::materials(&exact)
            .iter()
            .filter_map(|(material, year)| exact.supply_risk(&portfolio, &Choice::default(), material, *year))
            .sum();
        let best = &found.rounds[found.best];
        let risk = PortfolioSupplyRisk {
            material: words.join(", "),
            before,
            sr_linear: best.sr_linear,
            sr_exact: best.sr_exact,
            rounds: found
                .rounds
                .iter()
                .map(|round| PortfolioRound {
                    sr_linear: round.sr_linear,
                    sr_exact: round.sr_exact,
                    chosen: Vec::new(),
                })
                .collect(),
            settled: found.agrees,
            says: if found.agrees {
                "Supply risk is cubic in the choice: linearised around it and computed again exactly, the two agree within 1 %. The set is the best of the linearisation; that no other is better exactly is not proved.".to_owned()
            } else {
                "Supply risk is cubic in the choice: linearised around it and computed again exactly, the two do not agree within 1 %. The exact figure counts.".to_owned()
            },
        };
        let answer = found.answer;
        Ok(Solved {
            read,
            portfolio,
            answer,
            exact: Some(exact),
            linear: Some(linear),
            risk: Some(risk),
            options,
            deadline,
        })
    }
}

/// The time of a question, shared between so many solves.
fn options(question: &PortfolioQuestion, solves: usize) -> MixedOptions {
    let seed = u16::try_from(question.seed % u64::from(u16::MAX)).unwrap_or(0);
    MixedOptions { seconds: question.time_limit / solves as f64, gap: question.gap, seed }
}

fn looks_at_risk(portfolio: &Portfolio) -> bool {
    portfolio.objective.terms.iter().any(|term| term.measure == Measure::SupplyRisk)
        || portfolio.limits.iter().any(|limit| matches!(limit.rule, LimitRule::SupplyRisk { .. }))
}

/// The word of the contract.
fn status(answer: &Answer, linearised: bool) -> &'static str {
    match (answer.status, answer.choice.is_some()) {
        (MixedStatus::Infeasible, _) => "infeasible",
        (MixedStatus::Unbounded, _) => "unbounded",
        (_, false) => "no-answer",
        (MixedStatus::TimeLimit, true) => "time-limit",
        (_, true) if linearised => "optimal-of-linearisation",
        _ => "optimal",
    }
}

/// A measure of a front by its word.
fn aim(word: &str) -> Result<Aim, AnswerError> {
    let known: Vec<&str> =
        Measure::WORDS.iter().filter(|(_, of)| *of != Measure::SupplyRisk).map(|(word, _)| *word).collect();
    let found = Measure::parse(word).filter(|of| *of != Measure::SupplyRisk).ok_or_else(|| {
        let all = format!("the measures are {}", known.join(", "));
        unreadable("front", word, &adit_facts::suggest::hint(word, known.iter().copied(), &all))
    })?;
    let sense = if measure(found).sense == "max" { Sense::Maximise } else { Sense::Minimise };
    Ok(Aim { measure: found, sense })
}
