//! The lines of a project by year.

use adit_number::{Real, Subject};

use super::debt::Loan;
use super::line_item::LineItem;
use super::lines;
use super::plan::{LevyBase, ProjectPlan};
use super::schedule::{Schedule, Timing};
use super::tax::{Books, Deduction, Losses};
use super::{AppraisalError, Numbers};

/// A year of a project. Million euro, nominal; what is spent is positive in its own line and taken off in `net`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line<R> {
    /// Calendar year.
    pub year: i32,
    /// Money of the year over money of the plan's year.
    pub index: R,
    /// Output over a full year's.
    pub output: R,
    /// Revenue of the main product.
    pub revenue: R,
    /// Revenue of the other products.
    pub by_products: R,
    /// Public support received.
    pub support: R,
    /// Royalties.
    pub royalty: R,
    /// Operating cost.
    pub operating_cost: R,
    /// Purchased feed.
    pub feed: R,
    /// Sustaining capital.
    pub sustaining: R,
    /// Investment.
    pub capital: R,
    /// Exploration and studies.
    pub exploration: R,
    /// Closure and aftercare.
    pub closure: R,
    /// Growth of working capital.
    pub working_capital: R,
    /// Bond paid.
    pub bond_paid: R,
    /// Bond released.
    pub bond_released: R,
    /// Local taxes.
    pub local_taxes: R,
    /// Deduction for the investment; no cash.
    pub depreciation: R,
    /// Profit before carried losses, without interest; no cash.
    pub profit: R,
    /// Carried losses that are deducted; no cash.
    pub losses_used: R,
    /// Losses carried into the next year; no cash.
    pub losses_carried: R,
    /// Corporate tax, without the interest of the loan deducted.
    pub tax: R,
    /// Net cash flow of the project.
    pub net: R,
    /// The owners' view.
    pub equity: EquityLine<R>,
}

/// A year as the owners see it. Million euro, nominal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EquityLine<R> {
    /// Loan drawn.
    pub drawn: R,
    /// Interest.
    pub interest: R,
    /// Repayment.
    pub repayment: R,
    /// Owed at the end of the year.
    pub balance: R,
    /// Corporate tax and taxes on profit with interest deducted, less the taxes on profit that stand in `local_taxes`.
    pub tax: R,
    /// Cash flow of the owners.
    pub net: R,
}

/// What most of a year is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before anything is spent, or after everything.
    Idle,
    /// Exploration.
    Exploration,
    /// Construction.
    Construction,
    /// Output below full.
    RampUp,
    /// Full output.
    Operation,
    /// Closure and rehabilitation.
    Closure,
    /// Aftercare.
    Aftercare,
}

impl Phase {
    /// The word of the contract.
    pub fn id(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Exploration => "exploration",
            Self::Construction => "construction",
            Self::RampUp => "ramp-up",
            Self::Operation => "operation",
            Self::Closure => "closure",
            Self::Aftercare => "aftercare",
        }
    }

    fn of(schedule: &Schedule<f64>) -> Self {
        let full = schedule.output >= schedule.operating;
        let parts = [
            (schedule.operating, if full { Self::Operation } else { Self::RampUp }),
            (schedule.capital, Self::Construction),
            (schedule.closure, Self::Closure),
            (schedule.aftercare, Self::Aftercare),
            (schedule.exploration, Self::Exploration),
        ];
        parts.into_iter().find(|(part, _)| *part > 0.0).map_or(Self::Idle, |(_, phase)| phase)
    }
}

/// What a year holds by product and by levy, beside its line.
#[derive(Debug, Clone, Copy)]
pub struct Details<'a, R> {
    /// Tonnes of each product.
    pub tonnes: &'a [R],
    /// Revenue, by product, million euro, nominal.
    pub revenue: &'a [R],
    /// Royalties and local taxes, by levy, million euro, nominal.
    pub levies: &'a [R],
}

/// The cash flows of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct CashFlow {
    /// One line a year.
    pub lines: Vec<Line<f64>>,
    /// What each year is.
    pub phases: Vec<Phase>,
    /// Tonnes of product, by year and product.
    pub tonnes: Vec<Vec<f64>>,
    /// Revenue by year and product, million euro, nominal.
    pub revenue: Vec<Vec<f64>>,
    /// Royalties and local taxes by year and levy, million euro, nominal.
    pub levies: Vec<Vec<f64>>,
}

impl CashFlow {
    /// The same flows in money of the plan's year: every line deflated.
    #[must_use]
    pub fn real(&self) -> Self {
        let deflated = |rows: &[Vec<f64>]| {
            let of = |(row, line): (&Vec<f64>, &Line<f64>)| row.iter().map(|one| one / line.index).collect();
            rows.iter().zip(&self.lines).map(of).collect()
        };
        Self {
            lines: self.lines.iter().map(Line::real).collect(),
            phases: self.phases.clone(),
            tonnes: self.tonnes.clone(),
            revenue: deflated(&self.revenue),
            levies: deflated(&self.levies),
        }
    }

    /// Net cash flow by year.
    pub fn net(&self) -> Vec<f64> {
        self.lines.iter().map(|line| line.net).collect()
    }

    /// Cash flow of the owners by year.
    pub fn equity(&self) -> Vec<f64> {
        self.lines.iter().map(|line| line.equity.net).collect()
    }
}

impl Line<f64> {
    /// The line in money of the plan's year.
    #[must_use]
    pub fn real(&self) -> Self {
        let mut real = *self;
        for item in LineItem::ALL {
            *item.place(&mut real) /= self.index;
        }
        real.index = 1.0;
        real
    }
}

/// The cash flows of a plan in its base case.
pub fn cash_flow(plan: &ProjectPlan) -> Result<CashFlow, AppraisalError> {
    plan.check()?;
    Ok(with_numbers(plan, &Numbers::base(plan)))
}

/// The cash flows of a sound plan with other numbers than those of its base case.
pub fn with_numbers(plan: &ProjectPlan, numbers: &Numbers<f64>) -> CashFlow {
    let mut flow =
        CashFlow { lines: Vec::new(), phases: Vec::new(), tonnes: Vec::new(), revenue: Vec::new(), levies: Vec::new() };
    each_year(plan, numbers, |line, schedule, details| {
        flow.lines.push(*line);
        flow.phases.push(Phase::of(schedule));
        flow.tonnes.push(details.tonnes.to_vec());
        flow.revenue.push(details.revenue.to_vec());
        flow.levies.push(details.levies.to_vec());
    });
    flow
}

/// Computes the years of a sound plan one after another, in any reading, and hands each to `take`.
pub fn each_year<R: Real>(
    plan: &ProjectPlan,
    numbers: &Numbers<R>,
    mut take: impl FnMut(&Line<R>, &Schedule<R>, Details<'_, R>),
) {
    let mut past = Past::new(plan, numbers);
    for (t, year) in plan.calendar().enumerate() {
        let schedule = past.timing.year(t);
        let line = past.year(t, year, &schedule);
        take(&line, &schedule, Details { tonnes: &past.tonnes, revenue: &past.revenue, levies: &past.levies });
    }
}

/// Money of the first year over money of the plan's year, which is not before it.
fn first_index<R: Real>(plan: &ProjectPlan, inflation: R) -> R {
    let before = plan.money_year - plan.first_year();
    (0..before).fold(R::exact(1.0), |index, _| index / (R::exact(1.0) + inflation)).by(&lines::INDEX, Subject::NONE)
}

/// What a year needs of the years before it.
struct Past<'a, R> {
    plan: &'a ProjectPlan,
    numbers: &'a Numbers<R>,
    timing: Timing<R>,
    index: R,
    bond: R,
    working_capital: R,
    invested: R,
    books: Books<R>,
    losses: Losses<R>,
    losses_with_debt: Losses<R>,
    loan: Loan<R>,
    tonnes: Vec<R>,
    revenue: Vec<R>,
    levies: Vec<R>,
}

impl<'a, R: Real> Past<'a, R> {
    fn new(plan: &'a ProjectPlan, numbers: &'a Numbers<R>) -> Self {
        let zero = R::exact(0.0);
        Self {
            plan,
            numbers,
            timing: Timing::of(plan, numbers),
            index: first_index(plan, numbers.inflation),
            bond: zero,
            working_capital: zero,
            invested: zero,
            books: Books::empty(),
            losses: Losses::none(plan.fiscal.losses.years),
            losses_with_debt: Losses::none(plan.fiscal.losses.years),
            loan: Loan::none(),
            tonnes: vec![zero; plan.products.len()],
            revenue: vec![zero; plan.products.len()],
            levies: vec![zero; plan.fiscal.levies.len()],
        }
    }

    fn year(&mut self, t: usize, year: i32, schedule: &Schedule<R>) -> Line<R> {
        let numbers = self.numbers;
        let zero = R::exact(0.0);
        if t > 0 {
            self.index = (self.index * (R::exact(1.0) + numbers.inflation)).by(&lines::INDEX, Subject::NONE);
        }
        let index = self.index;
        let (revenue, by_products) = self.sales(t, schedule);
        let main = self.tonnes[0];
        let price = numbers.prices[t * numbers.products.len()];
        let operating_cost = lines::operating_cost(main, numbers.operating, numbers.fixed, schedule.operating, index);
        let feed = lines::feed(main, numbers.feed, numbers.feed_share, price, index);
        let sustaining = lines::paid(numbers.sustaining, schedule.operating, index, &lines::SUSTAINING);
        let capital = lines::paid(numbers.capital * numbers.overrun, schedule.capital, index, &lines::CAPITAL);
        let exploration = lines::paid(numbers.exploration, schedule.exploration, index, &lines::EXPLORATION);
        let closure = lines::closure(numbers.closure, schedule.closure, numbers.aftercare, schedule.aftercare, index);
        self.invested = self.invested + capital;
        let balance = numbers.working_capital * (revenue + by_products);
        let working_capital = lines::working_capital(balance, self.working_capital);
        self.working_capital = balance;
        let (bond_paid, bond_released) = self.bond(schedule);

        let grant = numbers.capital_support.get(t).copied().unwrap_or(zero);
        let taxed_support = numbers.support.get(t).copied().unwrap_or(zero);
        let when = Deduction { from: self.timing.operation, to: self.timing.closure, years: numbers.depreciation };
        let depreciation = self.books.year(t, when, capital - grant, sustaining);
        let (royalty, deductible) = self.levies_before_tax(revenue + by_products, operating_cost + feed, schedule);
        let cash_profit = revenue + by_products + taxed_support
            - royalty
            - operating_cost
            - feed
            - exploration
            - closure
            - deductible;
        let profit = cash_profit - depreciation;
        let losses_used = self.losses.year(profit, numbers.loss_free, numbers.loss_share);
        let (tax, on_profit) = self.taxes_on_profit(profit, losses_used, true);
        let local_taxes = (deductible + on_profit).by(&lines::LOCAL_TAXES, Subject::NONE);
        let support = (taxed_support + grant).by(&lines::SUPPORT, Subject::NONE);
        let net = (revenue + by_products + support
            - royalty
            - operating_cost
            - feed
            - sustaining
            - capital
            - exploration
            - closure
            - working_capital
            - bond_paid
            + bond_released
            - local_taxes
            - tax)
            .by(&lines::NET, Subject::NONE);
        let equity = self.owners(t, capital, profit, (tax, on_profit), net);
        Line {
            year,
            index,
            output: schedule.output,
            revenue,
            by_products,
            support,
            royalty,
            operating_cost,
            feed,
            sustaining,
            capital,
            exploration,
            closure,
            working_capital,
            bond_paid,
            bond_released,
            local_taxes,
            depreciation,
            profit,
            losses_used,
            losses_carried: self.losses.carried(),
            tax,
            net,
            equity,
        }
    }

    /// Revenue of the main product and of the others.
    fn sales(&mut self, t: usize, schedule: &Schedule<R>) -> (R, R) {
        let numbers = self.numbers;
        let count = numbers.products.len();
        let mut others = R::exact(0.0);
        for (at, product) in numbers.products.iter().enumerate() {
            let tonnes = lines::tonnes(product.capacity, numbers.utilisation, schedule.output);
            let price = numbers.prices[t * count + at];
            self.tonnes[at] = tonnes;
            self.revenue[at] = lines::revenue(tonnes, price, self.index);
            if at > 0 {
                others = others + self.revenue[at];
            }
        }
        (self.revenue[0], others.by(&lines::BY_PRODUCTS, Subject::NONE))
    }

    /// Bond paid and released.
    fn bond(&mut self, schedule: &Schedule<R>) -> (R, R) {
        let numbers = self.numbers;
        let zero = R::exact(0.0);
        let whole = numbers.closure + numbers.aftercare * numbers.aftercare_years;
        let paid = lines::paid(numbers.bond * whole, schedule.bond, self.index, &lines::BOND_PAID);
        self.bond = self.bond + paid;
        let carried_out = numbers.closure * schedule.closure + numbers.aftercare * schedule.aftercare;
        let nothing = zero.at_least(whole);
        let part = carried_out / R::choose(nothing, R::exact(1.0), whole);
        (paid, (self.bond * part).by(&lines::BOND_RELEASED, Subject::NONE))
    }

    /// Royalties, and local taxes that are deducted from profit.
    fn levies_before_tax(&mut self, revenue: R, operating_cost: R, schedule: &Schedule<R>) -> (R, R) {
        let zero = R::exact(0.0);
        let (mut royalties, mut deductible) = (zero, zero);
        for (at, (levy, rate)) in self.plan.fiscal.levies.iter().zip(&self.numbers.levies).enumerate() {
            let base = match levy.base {
                LevyBase::Revenue => revenue,
                LevyBase::Tonnes => self.tonnes[0] * self.numbers.products[0].contained * self.index / R::exact(1e6),
                LevyBase::OperatingMargin => (revenue - operating_cost).larger(zero),
                LevyBase::Capital => self.invested * schedule.operating,
                // Waits for the profit.
                LevyBase::Profit => zero,
            };
            let owed = *rate * base;
            self.levies[at] = owed;
            if levy.royalty {
                royalties = royalties + owed;
            } else {
                deductible = deductible + owed;
            }
        }
        (royalties.by(&lines::ROYALTY, Subject::NONE), deductible)
    }

    /// Corporate tax, and local taxes on profit.
    fn taxes_on_profit(&mut self, profit: R, losses_used: R, write: bool) -> (R, R) {
        let tax = lines::tax(self.numbers.corporate_tax, profit, losses_used);
        let mut local = R::exact(0.0);
        for (at, (levy, rate)) in self.plan.fiscal.levies.iter().zip(&self.numbers.levies).enumerate() {
            if levy.base == LevyBase::Profit {
                let owed = lines::tax(*rate, profit, losses_used);
                local = local + owed;
                if write {
                    self.levies[at] = owed;
                }
            }
        }
        (tax, local)
    }

    /// The owners' view.
    fn owners(&mut self, t: usize, capital: R, profit: R, (tax, on_profit): (R, R), net: R) -> EquityLine<R> {
        let zero = R::exact(0.0);
        let Some(debt) = &self.plan.finance.debt else {
            return EquityLine { drawn: zero, interest: zero, repayment: zero, balance: zero, tax, net };
        };
        let numbers = self.numbers;
        let from = self.timing.operation + R::exact(f64::from(debt.grace));
        let repaid = (from, from + R::exact(f64::from(debt.term)));
        let loan = self.loan.year(t, numbers.debt_share * capital, numbers.debt_rate, repaid);
        let profit = profit - loan.interest;
        let losses_used = self.losses_with_debt.year(profit, numbers.loss_free, numbers.loss_share);
        let (tax_with_debt, on_profit_with_debt) = self.taxes_on_profit(profit, losses_used, false);
        let tax_of_owners = tax_with_debt + on_profit_with_debt - on_profit;
        let owners =
            (net + loan.drawn - loan.interest - loan.repayment + tax - tax_of_owners).by(&lines::EQUITY, Subject::NONE);
        EquityLine {
            drawn: loan.drawn,
            interest: loan.interest,
            repayment: loan.repayment,
            balance: loan.balance,
            tax: tax_of_owners,
            net: owners,
        }
    }
}
