//! The choice that stands when the world turns out otherwise: best on average, best in the worst few of a hundred draws,
//! least to be regretted.
//!
//! ```text
//! f_w(x)    objective of the choice x in draw w: private value and output as drawn; limits hold in the base case
//! expected  max mean_w f_w(x)
//! worst     max h - sum_w u_w / (p N),  u_w >= h - f_w(x), u_w >= 0       mean of the worst p of the draws
//! regret    min r,  r >= best_w - f_w(x)                                  largest regret
//! ```
//!
//! Sources: R. T. Rockafellar and S. Uryasev 2000, Optimization of conditional value-at-risk, Journal of Risk 2(3),
//! 21-41; L. J. Savage 1951, The theory of statistical decision, Journal of the American Statistical Association 46,
//! 55-67. Draws are triangular between the limits of each figure and independent of one another: prices that several
//! projects share are not drawn together here, so that bands of the sum are too narrow where they sell the same.

use adit_number::{stable_key, uniform};

use super::candidates::{Choice, Figure, Portfolio};
use super::check::check;
use super::means::Means;
use super::measure::Measure;
use super::programme::{Programme, RowOf, programme};
use super::solve::Answer;
use crate::problem::SolveError;
use crate::problem::mixed::{Column, Kind, Mixed, MixedSolution, Row, Sense};

/// One way in which the world may turn out.
#[derive(Debug, Clone, PartialEq)]
pub struct World {
    /// For each candidate: change of its private net present value at full size, million euro.
    pub npv: Vec<f64>,
    /// For each candidate: output over what its figures say.
    pub output: Vec<f64>,
}

/// By what a choice is judged over the draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum View {
    /// The mean.
    Expected,
    /// The mean of the worst draws, this part of all.
    Worst(f64),
    /// The largest regret.
    Regret,
}

/// A choice with what it comes to over the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// By what it was chosen; none for the choice of the base case.
    pub view: Option<View>,
    /// The solve that gave it. Its objective is that of the view.
    pub solved: Answer,
    /// Objective in the base case.
    pub base: f64,
    /// Mean over the draws.
    pub expected: f64,
    /// Mean of the worst part of the draws.
    pub worst: f64,
    /// Largest regret.
    pub regret: f64,
}

/// The choices compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Robust {
    /// The choices: of the base case, then of each view.
    pub choices: Vec<Judged>,
    /// For each candidate: the part of the draws in whose own best set it stands.
    pub stands: Vec<f64>,
    /// Whether every solve was proved.
    pub proved: bool,
}

/// Draws of the world from the limits of the figures. Draw `k` of a candidate depends on the seed, `k` and its id only.
pub fn worlds(portfolio: &Portfolio, draws: u64, seed: u64) -> Vec<World> {
    let of = |draw: u64| {
        let drawn = |figure: &Figure, key: String| triangular(figure, uniform(seed, draw, stable_key(&key)));
        let npv = portfolio.candidates.iter().map(|candidate| {
            let figure = candidate.figures.npv.as_ref();
            figure.map_or(0.0, |figure| drawn(figure, format!("{}/npv", candidate.id)) - figure.value())
        });
        let output = portfolio.candidates.iter().map(|candidate| match candidate.outputs.first() {
            Some(output) if output.tonnes.value() > 0.0 => {
                drawn(&output.tonnes, format!("{}/output", candidate.id)) / output.tonnes.value()
            }
            _ => 1.0,
        });
        World { npv: npv.collect(), output: output.collect() }
    };
    (0..draws).map(of).collect()
}

/// Triangular between the limits with the value as its peak, by the inverse; the value itself where it has no limits.
fn triangular(figure: &Figure, u: f64) -> f64 {
    let (low, peak, high) = (figure.number.low(), figure.value(), figure.number.high());
    if !(low.is_finite() && high.is_finite()) || low >= high {
        return peak;
    }
    let left = (peak - low) / (high - low);
    if u <= left {
        low + ((high - low) * (peak - low) * u).sqrt()
    } else {
        high - ((high - low) * (high - peak) * (1.0 - u)).sqrt()
    }
}

/// The portfolio as it is in a world.
pub fn in_world(portfolio: &Portfolio, world: &World) -> Portfolio {
    let mut drawn = portfolio.clone();
    let factors = world.npv.iter().zip(&world.output);
    for (candidate, (npv, output)) in drawn.candidates.iter_mut().zip(factors) {
        for course in &mut candidate.courses {
            course.npv += npv * (1.0 + portfolio.discount).powi(portfolio.first - course.start);
        }
        for made in &mut candidate.outputs {
            made.tonnes.number = made.tonnes.number * adit_number::Ranged::point(*output);
        }
    }
    drawn
}

/// The choices of the base case and of each view, judged over the worlds.
pub fn robust(
    portfolio: &Portfolio,
    means: Means<'_>,
    base: &Answer,
    worlds: &[World],
    views: &[View],
) -> Result<Robust, SolveError> {
    if worlds.is_empty() {
        return Err(SolveError::Malformed("a robust choice needs at least one draw".to_owned()));
    }
    if portfolio.objective.terms.iter().any(|term| term.measure == Measure::SupplyRisk) {
        let says = "supply risk is not linear in the choice: robust choices are of other objectives";
        return Err(SolveError::Malformed(says.to_owned()));
    }
    let drawn: Vec<Portfolio> = worlds.iter().map(|world| in_world(portfolio, world)).collect();
    let mut bests = Vec::with_capacity(drawn.len());
    let mut stands = vec![0.0; portfolio.candidates.len()];
    let mut proved = base.proved();
    let alone = Means { risk: None, ..means };
    for one in &drawn {
        let master = Master::new(portfolio, std::slice::from_ref(one));
        let solved = master.solve(portfolio, alone, View::Expected, &[])?;
        proved &= solved.proved();
        for pick in solved.choice.iter().flat_map(|choice| &choice.picks) {
            stands[pick.candidate] += 1.0 / drawn.len() as f64;
        }
        bests.push(solved.objective);
    }
    let master = Master::new(portfolio, &drawn);
    let mut choices = vec![judged(portfolio, &drawn, &bests, None, base.clone())];
    for &view in views {
        let solved = master.solve(portfolio, alone, view, &bests)?;
        proved &= solved.proved();
        choices.push(judged(portfolio, &drawn, &bests, Some(view), solved));
    }
    Ok(Robust { choices, stands, proved })
}

/// Part of the draws that the worst are, where no view says otherwise.
const WORST: f64 = 0.05;

fn judged(portfolio: &Portfolio, drawn: &[Portfolio], bests: &[f64], view: Option<View>, solved: Answer) -> Judged {
    let nothing = Choice::default();
    let choice = solved.choice.as_ref().unwrap_or(&nothing);
    let sign = portfolio.objective.sense.sign();
    let values: Vec<f64> = drawn.iter().map(|world| check(world, choice, None).objective).collect();
    let mut ordered = values.clone();
    // The worst first.
    ordered.sort_by(|a, b| (sign * b).total_cmp(&(sign * a)));
    let part = if let Some(View::Worst(part)) = view { part } else { WORST };
    let regrets = values.iter().zip(bests).map(|(value, best)| sign * (value - best));
    Judged {
        base: check(portfolio, choice, None).objective,
        expected: values.iter().sum::<f64>() / values.len() as f64,
        worst: mean_of_worst(&ordered, part),
        regret: regrets.fold(0.0, f64::max),
        view,
        solved,
    }
}

/// Mean of the first part of ordered values; the last of them counts by what is left of the part.
fn mean_of_worst(ordered: &[f64], part: f64) -> f64 {
    let count = part * ordered.len() as f64;
    let mut left = count.max(1.0);
    let all = left;
    let mut sum = 0.0;
    for value in ordered {
        let weight = left.min(1.0);
        sum += weight * value;
        left -= weight;
        if left <= 0.0 {
            break;
        }
    }
    sum / all
}

/// The programme of the base case with the objective of every world beside it.
struct Master {
    built: Programme,
    /// For each world: column and factor, and a constant.
    objectives: Vec<(Vec<(usize, f64)>, f64)>,
}

impl Master {
    fn new(portfolio: &Portfolio, drawn: &[Portfolio]) -> Self {
        let mut built = programme(portfolio, None);
        for column in &mut built.mixed.columns {
            column.cost = 0.0;
        }
        built.mixed.constant = 0.0;
        let objectives = drawn.iter().enumerate().map(|(at, world)| world_of(&mut built, world, at)).collect();
        Self { built, objectives }
    }

    fn solve(&self, portfolio: &Portfolio, means: Means<'_>, view: View, bests: &[f64]) -> Result<Answer, SolveError> {
        let mut mixed = self.built.mixed.clone();
        let sense = portfolio.objective.sense;
        let count = self.objectives.len() as f64;
        match view {
            View::Expected => {
                for (terms, constant) in &self.objectives {
                    mixed.constant += constant / count;
                    for &(column, factor) in terms {
                        mixed.columns[column].cost += factor / count;
                    }
                }
            }
            View::Worst(part) => self.worst(&mut mixed, sense, part * count),
            View::Regret => self.regret(&mut mixed, sense, bests),
        }
        let solution = means.solver.mixed(&mixed, means.options)?;
        let choice = solution.found().then(|| self.built.read(portfolio, &solution.values));
        let checked = choice.as_ref().map(|choice| check(portfolio, choice, means.risk));
        let MixedSolution { status, objective, bound, gap, nodes, seconds, .. } = solution;
        Ok(Answer { status, choice, objective, bound, gap, checked, nodes, seconds })
    }

    /// `h` less (to maximise) or plus what the draws fall short of it, over the part.
    fn worst(&self, mixed: &mut Mixed, sense: Sense, part: f64) {
        let free = |name: String, lower: f64, cost: f64| Column {
            name,
            lower,
            upper: f64::INFINITY,
            kind: Kind::Continuous,
            cost,
        };
        let level = mixed.column(free("level".to_owned(), f64::NEG_INFINITY, 1.0));
        let sign = sense.sign();
        for (at, (terms, constant)) in self.objectives.iter().enumerate() {
            let short = mixed.column(free(format!("short_{at}"), 0.0, sign / part.max(1.0)));
            // u >= sign x (f - h): what the draw is worse than the level.
            let mut row: Vec<(usize, f64)> = terms.iter().map(|&(column, factor)| (column, -sign * factor)).collect();
            row.extend([(short, 1.0), (level, sign)]);
            let name = format!("short_of_{at}");
            mixed.row(Row { name, lower: sign * constant, upper: f64::INFINITY, terms: row });
        }
    }

    fn regret(&self, mixed: &mut Mixed, sense: Sense, bests: &[f64]) {
        mixed.sense = Sense::Minimise;
        let name = "regret".to_owned();
        let most = mixed.column(Column { name, lower: 0.0, upper: f64::INFINITY, kind: Kind::Continuous, cost: 1.0 });
        let sign = sense.sign();
        for (at, ((terms, constant), best)) in self.objectives.iter().zip(bests).enumerate() {
            // r >= sign x (f - best).
            let mut row: Vec<(usize, f64)> = terms.iter().map(|&(column, factor)| (column, -sign * factor)).collect();
            row.push((most, 1.0));
            let name = format!("regret_of_{at}");
            mixed.row(Row { name, lower: sign * (constant - best), upper: f64::INFINITY, terms: row });
        }
    }
}

/// Adds the points of a world to a programme and gives its objective: column and factor, and a constant.
fn world_of(built: &mut Programme, world: &Portfolio, at: usize) -> (Vec<(usize, f64)>, f64) {
    let own = programme(world, None);
    let is_points: Vec<bool> = {
        let mut found = vec![false; own.mixed.columns.len()];
        for column in own.points.iter().flatten().flatten() {
            found[*column] = true;
        }
        found
    };
    // Choices and sizes are the same columns in every world; points are each world's own.
    let place: Vec<usize> = own
        .mixed
        .columns
        .iter()
        .enumerate()
        .map(|(column, of)| {
            if is_points[column] {
                built.mixed.column(Column { name: format!("{}_{at}", of.name), cost: 0.0, ..of.clone() })
            } else {
                column
            }
        })
        .collect();
    for (of, row) in own.rows.iter().zip(&own.mixed.rows) {
        if matches!(of, RowOf::Points { .. }) {
            let terms = row.terms.iter().map(|&(column, factor)| (place[column], factor)).collect();
            built.mixed.row(Row { name: format!("{}_{at}", row.name), terms, ..row.clone() });
            built.rows.push(RowOf::Cut);
        }
    }
    let costs = own.mixed.columns.iter().zip(&place).filter(|(column, _)| column.cost != 0.0);
    (costs.map(|(column, &place)| (place, column.cost)).collect(), own.mixed.constant)
}
