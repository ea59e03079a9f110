//! Portfolios solved: the best set, fronts, alternatives, robust choices.

use std::sync::{Arc, PoisonError};

use adit_model::choose::portfolio::front::{Aim, front};
use adit_model::choose::portfolio::marginal::{loosened, price};
use adit_model::choose::portfolio::means::Means;
use adit_model::choose::portfolio::near::near;
use adit_model::choose::portfolio::robust::{View, robust, worlds};
use adit_model::choose::portfolio::why::{Counted, Writer};
use adit_model::choose::portfolio::why_not::{left_out, taken_in, worth};
use adit_model::choose::portfolio::{
    Answer, Choice, Exact, Figure, LimitRule, Linearised, Measure, Portfolio, Risk, check, linearise, mps, programme,
    solve, solve_linearised, thrifty,
};
use adit_model::problem::mixed::Kind;
use adit_model::problem::{MixedOptions, MixedStatus, Sense, Solver};
use adit_model::workings::{Input, Workings};
use adit_solve::Solvers;

use super::super::Session;
use super::portfolio::Read;
use crate::choose::portfolio::analyses;
use crate::choose::portfolio::build::{self, Ran, measure};
use crate::choose::portfolio::front::{FrontAnswer, NearAnswer};
use crate::choose::portfolio::moved::moved;
use crate::choose::portfolio::opens::Opens;
use crate::choose::portfolio::question::PortfolioQuestion;
use crate::choose::portfolio::robust::RobustAnswer;
use crate::choose::portfolio::set::{carried_answer, choice_of, set_words};
use crate::choose::portfolio::time::{Deadline, InTime};
use crate::choose::portfolio::{PortfolioAnswer, PortfolioRound, PortfolioSolving, PortfolioSupplyRisk, says, sets};
use crate::error::AnswerError;
use crate::question::unreadable;

/// Part of the draws that the worst are.
const WORST: f64 = 0.05;

/// The solver behind the models, as documents name it.
const SOLVER: &str = "HiGHS";

/// A portfolio with its best set.
#[derive(Debug)]
pub(in super::super) struct Solved {
    read: Read,
    portfolio: Portfolio,
    answer: Answer,
    exact: Option<Exact>,
    linear: Option<Linearised>,
    risk: Option<PortfolioSupplyRisk>,
    options: MixedOptions,
}

impl Solved {
    fn means<'a>(&'a self, solver: &'a dyn Solver) -> Means<'a> {
        Means { solver, options: self.options, linear: self.linear.as_ref(), risk: self.risk() }
    }

    fn risk(&self) -> Option<&dyn Risk> {
        self.exact.as_ref().map(|exact| exact as &dyn Risk)
    }

    /// The chosen set as its figures are written down; `None` where nothing was chosen.
    fn counted(&self) -> Option<Counted<'_>> {
        Some(Counted {
            portfolio: &self.portfolio,
            stated: &self.read.portfolio,
            file: &self.read.name,
            choice: self.answer.choice.as_ref()?,
            checked: self.answer.checked.as_ref()?,
            risk: self.risk(),
        })
    }

    /// Counts the set that a contribution, worth, cost or price is held against.
    fn second_set(
        &self,
        (word, name): (&str, &str),
        counted: Counted<'_>,
        (solver, answer): (&dyn Solver, &PortfolioAnswer),
        workings: &mut Workings,
    ) -> Result<(), AnswerError> {
        let (portfolio, best, means) = (&self.portfolio, &self.answer, self.means(solver));
        let words = format!("{word}/{name}");
        if word == "loosened" {
            return self.looser(name, counted, (solver, answer), workings);
        }
        let Some(candidate) = portfolio.candidate(name) else { return Ok(()) };
        let pick = counted.choice.pick(candidate);
        if word == "out" {
            if let Some(pick) = pick {
                Writer::new(counted, workings).contributes(pick);
            }
            return Ok(());
        }
        let other = match (word, pick) {
            ("without", Some(_)) => left_out(portfolio, means, candidate)?,
            ("with", None) => taken_in(portfolio, means, best, candidate)?,
            _ => return Ok(()),
        };
        let (Some(choice), Some(checked)) = (&other.choice, &other.checked) else { return Ok(()) };
        let Some(loss) = worth(portfolio, best, &other) else { return Ok(()) };
        let written = Writer::other(Counted { choice, checked, ..counted }, &words, workings).objective();
        Writer::new(counted, workings).loses(candidate, loss, &written);
        Ok(())
    }

    fn looser(
        &self,
        name: &str,
        counted: Counted<'_>,
        (solver, answer): (&dyn Solver, &PortfolioAnswer),
        workings: &mut Workings,
    ) -> Result<(), AnswerError> {
        let portfolio = &self.portfolio;
        let Some(at) = portfolio.limits.iter().position(|limit| limit.slug() == name) else { return Ok(()) };
        let Some(used) = counted.checked.uses.iter().find(|used| used.limit == at) else { return Ok(()) };
        let binding = answer.limits.iter().any(|limit| limit.name == name && limit.binding);
        if !binding {
            if self.answer.proved() {
                Writer::new(counted, workings).price(used, 0.0, None);
            }
            return Ok(());
        }
        let Some(price) = price(portfolio, self.means(solver), &self.answer, at)? else { return Ok(()) };
        let (Some(value), Some(choice)) = (price.price, &price.choice) else { return Ok(()) };
        let mut looser = portfolio.clone();
        looser.limits[at].rule = loosened(&looser.limits[at].rule, price.by);
        let checked = check(&looser, choice, counted.risk);
        let other = Counted { portfolio: &looser, choice, checked: &checked, ..counted };
        let written = Writer::other(other, &format!("loosened/{name}"), workings).objective();
        Writer::new(counted, workings).price(used, value, Some(&written));
        Ok(())
    }
}

impl Session {
    /// The best set of a portfolio under all rules, with proof.
    pub fn choose(&self, question: &PortfolioQuestion) -> Result<PortfolioAnswer, AnswerError> {
        let deadline = Deadline::after(question.time_limit);
        let solver = InTime { solver: &Solvers, deadline };
        let solved = self.solved(question, &solver)?;
        let mut workings = solved.read.workings.clone();
        let (mut answer, opens) = self.document(question, &solved, &mut workings);
        if solved.answer.choice.is_some() {
            let means = (solved.means(&solver), deadline);
            analyses::add(&mut answer, &solved.portfolio, &solved.answer, means, &opens)?;
        } else if solved.answer.infeasible()
            && let Some(means) = deadline.within(solved.means(&solver))
        {
            answer.conflict = Some(analyses::contradiction(&solved.portfolio, means)?);
        }
        answer.says = says::summary(&answer);
        Ok(answer)
    }

    /// The document of a chosen set before anything more is asked of it; its figures are written down.
    fn document<'a>(
        &self,
        question: &PortfolioQuestion,
        solved: &'a Solved,
        workings: &'a mut Workings,
    ) -> (PortfolioAnswer, Opens<'a>) {
        let portfolio = &solved.portfolio;
        let none = Choice::default();
        let best = &solved.answer;
        let built = programme(portfolio, solved.linear.as_ref());
        let columns = &built.mixed.columns;
        let gathered = workings.clone();
        // A file of the user's own is in no id: of its figures only the facts open.
        let printed = question.text.is_none();
        let keys = |figure: &Figure| self.opens_under(figure, &gathered, printed);
        // What time stopped is not found again by solving again: such ids carry the set.
        let chosen = best.choice.as_ref().filter(|_| !best.proved()).map(|choice| set_words(portfolio, choice));
        let query = PortfolioQuestion { chosen, ..question.clone() }.id_query();
        let mut opens = Opens { writer: solved.counted().map(|of| Writer::new(of, workings)), query, printed };
        let ran = Ran {
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
                time_limit: question.time_limit,
                gap_limit: question.gap,
                solver: SOLVER.to_owned(),
            },
            keys: &keys,
        };
        let mut answer = build::answer(ran, &mut opens);
        answer.missing.extend(solved.exact.iter().flat_map(|exact| exact.missing.iter().cloned()));
        answer.supply_risk.clone_from(&solved.risk);
        if let (Some(risk), Some(exact)) = (&mut answer.supply_risk, &solved.exact) {
            for (material, year) in Risk::materials(exact) {
                let written = opens.writer.as_mut().and_then(|writer| writer.supply_risk(material, *year));
                risk.why.extend(written.and_then(|worked| opens.later(&worked.id)));
            }
        }
        (answer, opens)
    }

    /// Where a figure of a candidate opens: under its own id, or at its fact.
    fn opens_under(&self, figure: &Figure, gathered: &Workings, printed: bool) -> Option<String> {
        let Input::Number(id) = &figure.input else { return None };
        if printed {
            return Some(id.clone());
        }
        let fact = |input: &Input| match input {
            Input::Fact(datum) => Some(self.package().key(datum.at).to_string()),
            _ => None,
        };
        gathered.get(id).and_then(|working| working.inputs.iter().find_map(fact))
    }

    /// How a figure of a portfolio came about.
    pub(super) fn portfolio_workings(&self, question: &PortfolioQuestion, path: &str) -> Result<Workings, AnswerError> {
        let parts: Vec<&str> = path.split('/').collect();
        let measure = parts[0].trim_start_matches("choose.");
        if ["figure", "consumption", "stands", "recovery"].contains(&measure) {
            return Ok(self.read(question)?.workings);
        }
        let solver: &dyn Solver = &Solvers;
        let solved = self.solved(question, solver)?;
        let mut workings = solved.read.workings.clone();
        let (answer, opens) = self.document(question, &solved, &mut workings);
        // A second set is counted, and solved for, only where it is asked about.
        let other =
            parts.get(2).zip(parts.get(3)).filter(|(word, _)| ["out", "without", "with", "loosened"].contains(word));
        let asked = match (measure, other) {
            ("contributes", _) => parts.get(2).map(|name| ("out", *name)),
            ("worth", _) => parts.get(2).map(|name| ("without", *name)),
            ("costs", _) => parts.get(2).map(|name| ("with", *name)),
            ("price", _) => parts.get(2).map(|name| ("loosened", *name)),
            (_, Some((word, name))) => Some((*word, *name)),
            _ => None,
        };
        drop(opens);
        if let (Some((word, name)), Some(counted)) = (asked, solved.counted()) {
            solved.second_set((word, name), counted, (solver, &answer), &mut workings)?;
        }
        Ok(workings)
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
        let solver = InTime { solver: &Solvers, deadline: Deadline::after(question.time_limit) };
        let means =
            Means { solver: &solver, options: options(question, question.points.max(2)), linear: None, risk: None };
        let found = front(&portfolio, means, [first, second], question.points.max(2))?;
        Ok(sets::front(&portfolio, &found, [measure(first.measure), measure(second.measure)]))
    }

    /// Sets that are nearly as good as the best.
    pub fn choose_near(&self, question: &PortfolioQuestion) -> Result<NearAnswer, AnswerError> {
        let solver = InTime { solver: &Solvers, deadline: Deadline::after(question.time_limit) };
        let solved = self.solved(question, &solver)?;
        let options = options(question, question.near.max(1));
        let means = Means { options, ..solved.means(&solver) };
        let found = near(&solved.portfolio, means, &solved.answer, question.within, question.near)?;
        Ok(sets::near(&solved.portfolio, &found, &solved.answer, question.within))
    }

    /// The choice that stands when the world turns out otherwise.
    pub fn choose_robust(&self, question: &PortfolioQuestion) -> Result<RobustAnswer, AnswerError> {
        let solver = InTime { solver: &Solvers, deadline: Deadline::after(question.time_limit) };
        let solved = self.solved(question, &solver)?;
        let all = [("expected", View::Expected), ("worst", View::Worst(WORST)), ("regret", View::Regret)];
        let wanted = |word: &str| question.robust.is_empty() || question.robust.iter().any(|asked| asked == word);
        let views: Vec<View> = all.into_iter().filter(|(word, _)| wanted(word)).map(|(_, view)| view).collect();
        let drawn = worlds(&solved.portfolio, question.draws as u64, question.seed);
        let means = Means { options: options(question, views.len() + 1), ..solved.means(&solver) };
        let found = robust(&solved.portfolio, means, &solved.answer, &drawn, &views)?;
        Ok(sets::robust(&solved.portfolio, &found, question.draws, question.seed))
    }

    /// The mixed-integer programme of a portfolio in free MPS form.
    pub fn choose_model(&self, question: &PortfolioQuestion) -> Result<String, AnswerError> {
        let read = self.read(question)?;
        let portfolio = moved(read.portfolio, question)?;
        Ok(mps(&programme(&portfolio, None).mixed, &portfolio.id))
    }

    /// The best set, or the set that an id carries; the last that was proved is kept, so that its numbers open at once.
    fn solved(&self, question: &PortfolioQuestion, solver: &dyn Solver) -> Result<Arc<Solved>, AnswerError> {
        let key = question.text.is_none().then(|| format!("{}?{}", question.portfolio, question.id_query()));
        let kept = |last: &Option<(String, Arc<Solved>)>| {
            let (of, solved) = last.as_ref()?;
            (key.as_ref() == Some(of)).then(|| Arc::clone(solved))
        };
        // A thread that died while it wrote left what was kept as it was before or after.
        if let Some(solved) = kept(&self.chosen.read().unwrap_or_else(PoisonError::into_inner)) {
            return Ok(solved);
        }
        let solved = Arc::new(self.solve(question, solver)?);
        if let Some(key) = key.filter(|_| solved.answer.proved()) {
            *self.chosen.write().unwrap_or_else(PoisonError::into_inner) = Some((key, Arc::clone(&solved)));
        }
        Ok(solved)
    }

    fn solve(&self, question: &PortfolioQuestion, solver: &dyn Solver) -> Result<Solved, AnswerError> {
        let read = self.read(question)?;
        let portfolio = moved(read.portfolio.clone(), question)?;
        let options = options(question, 1);
        let carried = question.chosen.as_deref().map(|words| choice_of(&portfolio, words)).transpose()?;
        if !looks_at_risk(&portfolio) {
            let answer = match carried {
                Some(choice) => carried_answer(&portfolio, choice, None),
                None => thrifty(&portfolio, solver, options, solve(&portfolio, solver, options, None)?)?,
            };
            return Ok(Solved { read, portfolio, answer, exact: None, linear: None, risk: None, options });
        }
        let of = Exact::materials(&portfolio);
        let exact = self.with_routes(|routes| Exact::new(self.package(), &portfolio, &of, routes));
        if let Some(choice) = carried {
            let answer = carried_answer(&portfolio, choice, Some(&exact));
            return Ok(Solved { read, portfolio, answer, exact: Some(exact), linear: None, risk: None, options });
        }
        let found = solve_linearised(&portfolio, &exact, solver, options)?;
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
            why: Vec::new(),
            rounds: found
                .rounds
                .iter()
                .map(|round| PortfolioRound { sr_linear: round.sr_linear, sr_exact: round.sr_exact })
                .collect(),
            settled: found.agrees,
            says: if found.agrees {
                "Supply risk is cubic in the choice: linearised around it and computed again exactly, the two agree within 1 %. The set is the best of the linearisation; that no other is better exactly is not proved.".to_owned()
            } else {
                "Supply risk is cubic in the choice: linearised around it and computed again exactly, the two do not agree within 1 %. The exact figure counts.".to_owned()
            },
        };
        let answer = found.answer;
        Ok(Solved { read, portfolio, answer, exact: Some(exact), linear: Some(linear), risk: Some(risk), options })
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
