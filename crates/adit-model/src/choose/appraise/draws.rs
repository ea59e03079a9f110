//! Draws: the same years of the same projects with inputs and prices drawn, and what comes out as bands.
//!
//! An input with a range is drawn from the triangle of lowest, base and highest value; prices walk by their processes. Rates
//! of tax and finance stay at their base values: they are terms, not accidents. A draw depends on the seed, its number and
//! the name of what is drawn, and on nothing else, so that scenarios and portfolios share their draws, on any number of
//! threads.

use adit_number::{Distribution, Family, Lanes, Rule, normal_quantile, stable_key, uniform};
use rayon::prelude::*;

use super::break_even::worth;
use super::cash_flow::{CashFlow, each_year, with_numbers};
use super::npv::{carried, net_present_value};
use super::plan::ProjectPlan;
use super::price::{Path, PriceModels};
use super::{AppraisalError, Numbers};
use rates::Rates;

mod bands;
mod rates;

pub use bands::{Drawn, IrrBands};

/// Net present value over draws.
pub static DRAWN: Rule = Rule {
    id: "appraise.npv-drawn",
    says: "Net present value in each draw of the uncertain inputs and prices: median, the values below which 5 % and 95 % of the draws lie, and the part of the draws below zero. It holds if the project is built; chances of success stand beside it",
    formula: "quantiles of NPV(draw)",
    unit: "million EUR",
    source: "D. B. Hertz (1964), Risk analysis in capital investment, Harvard Business Review 42(1), 95-106; quantiles: Hyndman and Fan (1996), definition 7",
};

/// Most draws of one question.
pub const MOST_DRAWS: usize = 1_000_000;

/// Most draws times projects, and draws times lines by year, that are kept at once.
const MOST_KEPT: usize = 50_000_000;

/// Draws that are computed side by side.
const LANES: usize = 8;

/// Groups of lanes that one thread takes at a time. Results do not depend on it.
const GROUPS: usize = 16;

/// Inputs that stay at their base values.
const TERMS: [&str; 9] = [
    "discount-rate",
    "inflation",
    "debt-share",
    "debt-rate",
    "corporate-tax",
    "depreciation-years",
    "loss-share",
    "loss-free",
    "levy",
];

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DrawsAsked {
    /// How many draws.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// Whether cash flows by year are kept, for their bands.
    pub by_year: bool,
}

/// Draws projects and gives their bands, in the order of the plans.
pub fn draw(plans: &[ProjectPlan], prices: &PriceModels, asked: DrawsAsked) -> Result<Vec<Drawn>, AppraisalError> {
    if asked.draws == 0 || asked.draws > MOST_DRAWS {
        return Err(AppraisalError::TooMuch(format!("{} draws are asked for; ask for 1 to {MOST_DRAWS}", asked.draws)));
    }
    let world = Worlds::new(plans, prices, asked.seed)?;
    let lines: usize = if asked.by_year { plans.iter().map(ProjectPlan::years).sum() } else { 0 };
    if asked.draws.saturating_mul(lines + plans.len()) > MOST_KEPT {
        return Err(AppraisalError::TooMuch(format!(
            "{} draws of {} projects are more than are kept at once; ask for fewer draws, or without years",
            asked.draws,
            plans.len()
        )));
    }
    let groups = asked.draws.div_ceil(LANES);
    let blocks: Vec<Vec<Group>> = (0..groups.div_ceil(GROUPS))
        .into_par_iter()
        .map(|block| {
            let mut factors = Vec::new();
            (block * GROUPS..groups.min((block + 1) * GROUPS))
                .map(|group| world.group((group * LANES) as u64, asked.by_year, &mut factors))
                .collect()
        })
        .collect();
    let groups: Vec<&Group> = blocks.iter().flatten().collect();
    (0..plans.len()).into_par_iter().map(|at| bands::of(&plans[at], at, &groups, asked)).collect()
}

/// Projects ready to be drawn.
#[derive(Debug, Clone)]
pub struct Worlds {
    seed: u64,
    projects: Vec<Prepared>,
    walks: Vec<Walk>,
}

/// What is drawn of an input.
#[derive(Debug, Clone)]
enum Source {
    Fixed(f64),
    Drawn { key: u64, distribution: Distribution },
}

impl Source {
    fn value(&self, seed: u64, draw: u64) -> f64 {
        match self {
            Self::Fixed(value) => *value,
            Self::Drawn { key, distribution } => distribution.quantile(uniform(seed, draw, *key)),
        }
    }
}

#[derive(Debug, Clone)]
struct Prepared {
    /// The plan, without its loan: draws are of the project, not of its owners.
    plan: ProjectPlan,
    sources: Vec<Source>,
    /// Walk of each product's price; none where it stands still.
    walks: Vec<Option<usize>>,
}

/// The walk of one price from the year of money on.
#[derive(Debug, Clone)]
struct Walk {
    series: String,
    from: i32,
    path: Path,
    /// Key of each year's shock.
    keys: Vec<u64>,
    /// Half of the variance after each year.
    half: Vec<f64>,
    /// Where its factors begin in those of a group.
    begins: usize,
}

/// What a group of draws gives, by project.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub npv: Vec<[f64; LANES]>,
    pub rates: Vec<[Rates; LANES]>,
    /// Real net cash flow by year, where kept.
    pub net: Vec<Vec<[f64; LANES]>>,
}

impl Worlds {
    /// Prepares sound plans.
    pub fn new(plans: &[ProjectPlan], prices: &PriceModels, seed: u64) -> Result<Self, AppraisalError> {
        let mut walks: Vec<Walk> = Vec::new();
        let mut projects = Vec::with_capacity(plans.len());
        for plan in plans {
            plan.check()?;
            let mut plan = plan.clone();
            plan.finance.debt = None;
            let sources = plan.inputs().iter().map(|input| source(&plan, &input.name, input.given)).collect();
            let of = |product: &super::Product| walk(&plan, &product.price_key, prices, &mut walks);
            let of_products = plan.products.iter().map(of).collect();
            projects.push(Prepared { plan, sources, walks: of_products });
        }
        let mut begins = 0;
        for walk in &mut walks {
            walk.begins = begins;
            begins += walk.keys.len();
        }
        Ok(Self { seed, projects, walks })
    }

    /// The cash flows of one project in one draw, nominal: the same that the bands are made of.
    pub fn cash_flow(&self, project: usize, draw: u64) -> Option<CashFlow> {
        let prepared = self.projects.get(project)?;
        Some(with_numbers(&prepared.plan, &self.numbers_of(prepared, draw)))
    }

    /// Its real prices by year and product, in the order of [`Numbers::prices`].
    pub fn prices(&self, project: usize, draw: u64) -> Option<Vec<f64>> {
        let prepared = self.projects.get(project)?;
        Some(self.numbers_of(prepared, draw).prices)
    }

    /// Its net present value, million euro.
    pub fn npv(&self, project: usize, draw: u64) -> Option<f64> {
        let prepared = self.projects.get(project)?;
        Some(worth(&prepared.plan, &self.numbers_of(prepared, draw)))
    }

    fn numbers_of(&self, prepared: &Prepared, draw: u64) -> Numbers<f64> {
        let mut factors: Vec<[f64; 1]> = Vec::new();
        self.walk(draw, &mut factors);
        let mut numbers = Numbers::read(&prepared.plan, |at, _| prepared.sources[at].value(self.seed, draw));
        prepared.each_price(&self.walks, |price, at| numbers.prices[price] *= factors[at][0]);
        numbers
    }

    fn group(&self, first: u64, by_year: bool, factors: &mut Vec<[f64; LANES]>) -> Group {
        self.walk(first, factors);
        let count = self.projects.len();
        let mut group =
            Group { npv: Vec::with_capacity(count), rates: Vec::with_capacity(count), net: Vec::with_capacity(count) };
        let mut net: Vec<Lanes<LANES>> = Vec::new();
        for prepared in &self.projects {
            let mut numbers: Numbers<Lanes<LANES>> = Numbers::read(&prepared.plan, |at, _| {
                let mut draw = first;
                Lanes([(); LANES].map(|()| {
                    draw += 1;
                    prepared.sources[at].value(self.seed, draw - 1)
                }))
            });
            prepared.each_price(&self.walks, |price, at| {
                numbers.prices[price] = numbers.prices[price] * Lanes(factors[at]);
            });
            net.clear();
            each_year(&prepared.plan, &numbers, |line, _, _| net.push(line.net / line.index));
            let past = prepared.plan.money_year - prepared.plan.first_year();
            let worth = carried(net_present_value(&net, numbers.discount), numbers.discount, past);
            group.npv.push(worth.0);
            group.rates.push(rates::of(&net));
            group.net.push(if by_year { net.iter().map(|lanes| lanes.0).collect() } else { Vec::new() });
        }
        group
    }

    /// The factors on all prices in draws `first .. first + N`: one row a walk and year.
    fn walk<const N: usize>(&self, first: u64, factors: &mut Vec<[f64; N]>) {
        factors.clear();
        for walk in &self.walks {
            let mut deviation = [0.0; N];
            for (key, half) in walk.keys.iter().zip(&walk.half) {
                let mut row = [0.0; N];
                for ((draw, deviation), factor) in (first..).zip(&mut deviation).zip(&mut row) {
                    *deviation = walk.path.step(*deviation, normal_quantile(uniform(self.seed, draw, *key)));
                    *factor = libm::exp(*deviation - half);
                }
                factors.push(row);
            }
        }
    }
}

impl Prepared {
    /// Each price that walks: its place among the numbers' prices, and the row of its factor.
    fn each_price(&self, walks: &[Walk], mut on: impl FnMut(usize, usize)) {
        let count = self.walks.len();
        for (product, walk) in self.walks.iter().enumerate() {
            let Some(walk) = walk.map(|at| &walks[at]) else { continue };
            for (t, year) in self.plan.calendar().enumerate() {
                // The year of money itself has the price of the base case, and so have the years before it.
                if let Ok(after) = usize::try_from(year - walk.from - 1)
                    && after < walk.keys.len()
                {
                    on(t * count + product, walk.begins + after);
                }
            }
        }
    }
}

fn source(plan: &ProjectPlan, name: &str, given: &super::Given) -> Source {
    let term = TERMS.contains(&name.split('/').next().unwrap_or(name));
    if term || !given.is_uncertain() {
        return Source::Fixed(given.value);
    }
    let family = Family::Triangular { low: given.low, mode: given.value, high: given.high };
    Distribution::new(family).map_or(Source::Fixed(given.value), |distribution| Source::Drawn {
        key: stable_key(&format!("appraise/{}/{name}", plan.project)),
        distribution,
    })
}

/// The place of a price's walk, which is made if it is not there or not long enough.
fn walk(plan: &ProjectPlan, series: &str, prices: &PriceModels, walks: &mut Vec<Walk>) -> Option<usize> {
    let path = prices.processes.get(series)?.path();
    if !path.moves() {
        return None;
    }
    // Nothing is sold after the last output.
    let last = plan.phases.begins + plan.phases.years_until_closure();
    let at = walks.iter().position(|walk| walk.series == series && walk.from == plan.money_year).unwrap_or_else(|| {
        walks.push(Walk {
            series: series.to_owned(),
            from: plan.money_year,
            path,
            keys: Vec::new(),
            half: Vec::new(),
            begins: 0,
        });
        walks.len() - 1
    });
    let walk = &mut walks[at];
    let years = usize::try_from(last - plan.money_year).unwrap_or(0);
    let mut variance = walk.half.last().map_or(0.0, |half| 2.0 * half);
    while walk.keys.len() < years {
        let year = i64::from(plan.money_year) + 1 + i64::try_from(walk.keys.len()).unwrap_or(0);
        walk.keys.push(stable_key(&format!("price/{series}/{year}")));
        variance = path.variance(variance);
        walk.half.push(0.5 * variance);
    }
    Some(at)
}
