//! The run through the periods.

use super::given::{Driver, NegativeInflow, Product};
use super::results::{Cohort, Flows, Vintage, Warning};
use super::survival::{Ageing, Life, SAME};
use super::{check, materials};
use crate::outlook::error::OutlookError;
use crate::outlook::time::Periods;

/// A stock may lie below what is left of older goods by this share of the largest stock so far: that is rounding of the
/// earlier inflows, and nothing comes in then.
const ROUNDING: f64 = 1e-12;

/// With less than this share of an inflow left at the end of its own period, no stock says what the inflow was.
pub const LEAST_SURVIVAL: f64 = 1e-9;

/// A cohort in use, and what it does in the current period.
pub(super) struct Standing {
    pub vintage: Vintage,
    pub life: Life,
    /// What entered, less what was traded away or retired since, as if nothing had died: in use is `amount` times the
    /// share of `life`.
    pub amount: f64,
    /// Leaving use in the current period.
    pub outflow: f64,
    /// Traded, used, in the current period: imports less exports.
    pub traded: f64,
}

impl Standing {
    pub(super) fn stock(&self) -> f64 {
        self.amount * self.life.share
    }

    fn age_to(&mut self, life: Life) {
        self.outflow += self.amount * (self.life.share - life.share);
        self.life = life;
    }
}

/// Stocks and flows of one product. With `with_cohorts` also by cohort, which costs the square of the periods in memory.
///
/// # Errors
/// What is not sensible in the product, and what cannot be: more exports of used goods than there are, a stock that
/// needs a negative inflow, or of whose inflow nothing is left. All name the year.
pub fn run(periods: &Periods, product: &Product, with_cohorts: bool) -> Result<Flows, OutlookError> {
    check::check(periods, product)?;
    let mut run = Run::start(periods, product, with_cohorts)?;
    for t in 0..periods.len() {
        run.period(t)?;
    }
    let Run { mut flows, tables, standing, .. } = run;
    flows.balance_error =
        balance_error(flows.initial_stock, &flows.stock, &flows.inflow, &flows.used_net_imports, &flows.outflow);
    materials::close(&mut flows.materials);
    if let Some(tables) = tables {
        let cohort = |(cohort, (stock, outflow)): (&Standing, (Vec<f64>, Vec<f64>))| Cohort {
            vintage: cohort.vintage,
            stock,
            outflow,
        };
        flows.cohorts = Some(standing.iter().zip(tables).map(cohort).collect());
    }
    Ok(flows)
}

struct Run<'a> {
    periods: &'a Periods,
    product: &'a Product,
    ageing: Ageing<'a>,
    standing: Vec<Standing>,
    flows: Flows,
    /// Stock and outflow of each cohort of `standing`.
    tables: Option<Vec<(Vec<f64>, Vec<f64>)>>,
}

impl<'a> Run<'a> {
    fn start(periods: &'a Periods, product: &'a Product, with_cohorts: bool) -> Result<Self, OutlookError> {
        let ageing = Ageing::new(periods, &product.lifetimes);
        let mut standing = Vec::with_capacity(product.initial_cohorts.len() + periods.len());
        for initial in &product.initial_cohorts {
            let Some(mut life) = ageing.used_goods(initial.age, ageing.start(0), 0)? else {
                let (what, year) = ("initial cohorts", periods.years()[0]);
                return Err(OutlookError::TooOld { what, year, age: initial.age });
            };
            let vintage = Vintage::Initial { age: initial.age };
            // Goods that stood before the first period were new before it, also where its inflow comes at its start.
            life.period = None;
            standing.push(Standing { vintage, life, amount: initial.value, outflow: 0.0, traded: 0.0 });
        }
        let none = || Vec::with_capacity(periods.len());
        let flows = Flows {
            inflow: none(),
            outflow: none(),
            stock: none(),
            // From 0.0 on: a sum of nothing would be -0.0.
            initial_stock: standing.iter().map(Standing::stock).fold(0.0, |sum, stock| sum + stock),
            used_net_imports: none(),
            retired: none(),
            survival: none(),
            balance_error: 0.0,
            warnings: warnings(periods, product),
            materials: materials::empty(periods, product),
            cohorts: None,
        };
        let tables = with_cohorts.then(Vec::new);
        Ok(Self { periods, product, ageing, standing, flows, tables })
    }

    fn period(&mut self, t: usize) -> Result<(), OutlookError> {
        for cohort in &mut self.standing {
            (cohort.outflow, cohort.traded) = (0.0, 0.0);
        }
        let (start, end) = (self.ageing.start(t), self.ageing.end(t));
        let used = self.product.used_trade.iter().filter(|trade| trade.year == self.periods.years()[t]);
        let used_net_imports = if used.clone().next().is_some() {
            let entry = self.ageing.entry(t);
            self.age(start, entry, t);
            let mut net = 0.0;
            for trade in used {
                self.trade(trade.age, trade.value, t)?;
                net += trade.value;
            }
            self.age(entry, end, t);
            net
        } else {
            self.age(start, end, t);
            0.0
        };

        let life = self.ageing.new_goods(t)?;
        let left: f64 = self.standing.iter().map(Standing::stock).sum();
        let mut retired = 0.0;
        let (inflow, stock) = match &self.product.driver {
            Driver::Inflow(inflow) => (inflow[t], left + inflow[t] * life.share),
            Driver::Stock(stock) => {
                let inflow = self.wanted(stock[t], left, life.share, t)?;
                if inflow < 0.0 {
                    retired = left - stock[t];
                    self.retire(stock[t] / left);
                    (0.0, stock[t])
                } else if inflow == 0.0 {
                    (0.0, left)
                } else {
                    (inflow, stock[t])
                }
            }
        };
        let year = self.periods.years()[t];
        let outflow = inflow * (1.0 - life.share);
        self.standing.push(Standing { vintage: Vintage::New { year }, life, amount: inflow, outflow, traded: 0.0 });

        self.flows.inflow.push(inflow);
        self.flows.outflow.push(self.standing.iter().map(|cohort| cohort.outflow).sum());
        self.flows.stock.push(stock);
        self.flows.used_net_imports.push(used_net_imports);
        self.flows.retired.push(retired);
        self.record(t);
        Ok(())
    }

    /// All cohorts, from one moment of period `t` to a later one.
    fn age(&mut self, from: f64, to: f64, t: usize) {
        if from < to {
            for cohort in &mut self.standing {
                let life = self.ageing.later(&cohort.life, from, to, t);
                cohort.age_to(life);
            }
        }
    }

    /// The inflow that a stock needs; below 0 where goods are to retire instead.
    fn wanted(&self, stock: f64, left: f64, share: f64, t: usize) -> Result<f64, OutlookError> {
        let missing = stock - left;
        let rounding = ROUNDING * self.flows.stock.iter().copied().fold(self.flows.initial_stock, f64::max);
        let year = self.periods.years()[t];
        if missing < 0.0 && self.product.negative_inflow == NegativeInflow::Retire {
            return Ok(missing);
        }
        if missing < -rounding {
            return Err(OutlookError::NegativeInflow { year, inflow: missing / share.max(LEAST_SURVIVAL) });
        }
        if share < LEAST_SURVIVAL && missing > rounding {
            return Err(OutlookError::NothingSurvives { year, share });
        }
        Ok(if missing <= 0.0 || share < LEAST_SURVIVAL { 0.0 } else { missing / share })
    }

    /// Every surviving cohort cut to the same part.
    fn retire(&mut self, part: f64) {
        for cohort in &mut self.standing {
            let before = cohort.stock();
            cohort.amount *= part;
            cohort.outflow += before - cohort.stock();
        }
    }

    /// Used goods of one age come or are taken away at the moment of period `t` at which new goods come.
    fn trade(&mut self, age: f64, value: f64, t: usize) -> Result<(), OutlookError> {
        let (moment, year) = (self.ageing.entry(t), self.periods.years()[t]);
        if value >= 0.0 {
            let Some(life) = self.ageing.used_goods(age, moment, t)? else {
                return Err(OutlookError::TooOld { what: "imported used goods", year, age });
            };
            let vintage = Vintage::Used { year, age };
            self.standing.push(Standing { vintage, life, amount: value, outflow: 0.0, traded: value });
            return Ok(());
        }
        let of_age = |cohort: &&mut Standing| (moment - cohort.life.born - age).abs() < SAME;
        let standing: f64 = self.standing.iter_mut().filter(of_age).map(|cohort| cohort.stock()).sum();
        if -value > standing * (1.0 + ROUNDING) {
            return Err(OutlookError::ExportsTooLarge { year, age, exported: -value, standing });
        }
        let part = ((standing + value) / standing).max(0.0);
        for cohort in self.standing.iter_mut().filter(of_age) {
            cohort.traded += cohort.stock() * (part - 1.0);
            cohort.amount *= part;
        }
        Ok(())
    }

    /// Survival, materials and tables at the end of period `t`.
    fn record(&mut self, t: usize) {
        let first = self.standing.iter().find(|cohort| matches!(cohort.vintage, Vintage::New { .. }));
        self.flows.survival.extend(first.map(|cohort| cohort.life.share));
        materials::add(&mut self.flows.materials, &self.product.contents, &self.standing);
        if let Some(tables) = &mut self.tables {
            tables.resize_with(self.standing.len(), || (vec![0.0; t], vec![0.0; t]));
            for (cohort, (stock, outflow)) in self.standing.iter().zip(tables) {
                stock.push(cohort.stock());
                outflow.push(cohort.outflow);
            }
        }
    }
}

/// The largest |change of stock - inflow - net imports + outflow| of any period, divided by the largest flow.
pub(super) fn balance_error(initial: f64, stock: &[f64], inflow: &[f64], used: &[f64], outflow: &[f64]) -> f64 {
    let (mut before, mut residual, mut flow) = (initial, 0.0_f64, 0.0_f64);
    for t in 0..stock.len() {
        residual = residual.max((stock[t] - before - inflow[t] - used[t] + outflow[t]).abs());
        flow = flow.max(inflow[t]).max(outflow[t]).max(used[t].abs());
        before = stock[t];
    }
    if residual == 0.0 { 0.0 } else { residual / flow }
}

fn warnings(periods: &Periods, product: &Product) -> Vec<Warning> {
    match &product.driver {
        Driver::Stock(stock) if stock[0] > 0.0 && product.initial_cohorts.is_empty() => {
            vec![Warning::NoInitialCohorts { year: periods.years()[0], stock: stock[0] }]
        }
        _ => Vec::new(),
    }
}
