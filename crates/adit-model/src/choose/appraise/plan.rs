//! What a cash flow is computed from. Every number is a [`Given`], with its range and where it comes from.

use adit_facts::choose::fiscal::Level;

use crate::workings::Input;

use super::AppraisalError;

/// Most years of a plan from its first year to the end of aftercare.
pub const MOST_YEARS: usize = 400;

/// An input of an appraisal.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The value of the base case, in the unit that its place in the plan states.
    pub value: f64,
    /// Lowest; not above `value`.
    pub low: f64,
    /// Highest; not below `value`.
    pub high: f64,
    /// The fact, number or statement that it is.
    pub input: Input,
    /// Whether it is an assumption rather than a sourced figure.
    pub assumed: bool,
}

impl Given {
    /// A number that the question states, without a range.
    pub fn stated(label: impl Into<String>, value: f64, unit: &'static str) -> Self {
        Self::ranging(label, value, value, value, unit)
    }

    /// A number that the question states, with its range.
    pub fn ranging(label: impl Into<String>, value: f64, low: f64, high: f64, unit: &'static str) -> Self {
        let input = Input::Stated { label: label.into(), value, unit, id: None };
        Self { value, low, high, input, assumed: false }
    }

    /// The same input with another value and no range.
    #[must_use]
    pub fn at(&self, value: f64) -> Self {
        Self { value, low: value, high: value, ..self.clone() }
    }

    /// Whether it has a range.
    pub fn is_uncertain(&self) -> bool {
        self.low < self.high
    }
}

/// A project as an appraisal sees it. Money is in million euro of [`ProjectPlan::money_year`] unless said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectPlan {
    /// Id of the project.
    pub project: String,
    /// Name of the project.
    pub name: String,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: String,
    /// The year in whose money prices are, and at whose end the project is valued. What was spent before it is counted
    /// with its interest.
    pub money_year: i32,
    /// When what happens.
    pub phases: Phases,
    /// What is sold; the first is the main product.
    pub products: Vec<Product>,
    /// What is spent.
    pub costs: Costs,
    /// What is owed to the public.
    pub fiscal: Fiscal,
    /// Rates and loans.
    pub finance: Finance,
    /// What a reader must know beside the result.
    pub notes: Vec<String>,
}

/// When what happens: numbers of years, which need not be whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Phases {
    /// Calendar year at whose beginning the first money is spent.
    pub begins: i32,
    /// Years of exploration and studies before construction.
    pub exploration: Given,
    /// Years of construction, without delay.
    pub construction: Given,
    /// Years by which construction takes longer.
    pub delay: Given,
    /// Years from first to full output, in a straight line.
    pub ramp: Given,
    /// Years of operation, ramp-up included.
    pub life: Given,
    /// Years of closure and rehabilitation after the last output.
    pub closure: Given,
    /// Years of aftercare after closure.
    pub aftercare: Given,
}

/// Something that is sold.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Name: `lithium`, `tin`.
    pub name: String,
    /// Id of the material that it contains, if it is one of the vocabulary.
    pub material: Option<String>,
    /// What draws of its price are named by, so that projects that sell the same share their prices.
    pub price_key: String,
    /// Output at full capacity, tonnes of product a year.
    pub capacity: Given,
    /// Tonnes of the material in a tonne of product (0.1879 of lithium in lithium carbonate).
    pub contained: Given,
    /// Price, euro a tonne of product.
    pub price: Given,
}

/// What is spent.
#[derive(Debug, Clone, PartialEq)]
pub struct Costs {
    /// Output over capacity in a normal year, a fraction.
    pub utilisation: Given,
    /// Operating cost, euro a tonne of the main product, by-products not taken off.
    pub operating: Given,
    /// Purchased ore, concentrate or scrap, euro a tonne of the main product.
    pub feed: Given,
    /// The same as a part of the price of the main product, with which it moves; beside `feed`.
    pub feed_share: Given,
    /// Operating cost that does not follow output, million euro a year of operation.
    pub fixed: Given,
    /// Investment until first output, million euro.
    pub capital: Given,
    /// Factor on the investment: 1 as estimated, 1.2 a fifth more.
    pub overrun: Given,
    /// Replacements and renewals, million euro a year of operation.
    pub sustaining: Given,
    /// Exploration and studies still to be paid, million euro.
    pub exploration: Given,
    /// Closure and rehabilitation, million euro in all.
    pub closure: Given,
    /// Aftercare, million euro a year.
    pub aftercare: Given,
    /// Working capital, as a part of a year's revenue.
    pub working_capital: Given,
    /// Bond for closure and aftercare, as a part of their cost.
    pub bond: Given,
}

/// What is owed to the public.
#[derive(Debug, Clone, PartialEq)]
pub struct Fiscal {
    /// Royalties and local taxes.
    pub levies: Vec<Levy>,
    /// Corporate tax on profit, a fraction.
    pub corporate_tax: Given,
    /// Who receives the corporate tax, and which part of it.
    pub corporate_tax_levels: Vec<(Level, f64)>,
    /// How the investment is deducted.
    pub depreciation: Depreciation,
    /// How losses are carried forward.
    pub losses: LossCarryForward,
}

/// A royalty or local tax.
#[derive(Debug, Clone, PartialEq)]
pub struct Levy {
    /// Id within the plan: `royalty`, `trade-tax`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What it is a part of.
    pub base: LevyBase,
    /// Its rate: a fraction, or euro a tonne.
    pub rate: Given,
    /// Who receives it.
    pub level: Level,
    /// Whether it is a royalty; a local tax otherwise.
    pub royalty: bool,
}

/// What a royalty or local tax is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LevyBase {
    /// Revenue of all products.
    Revenue,
    /// Tonnes contained of the main product; the rate is in euro a tonne.
    Tonnes,
    /// Revenue less operating cost, where above zero.
    OperatingMargin,
    /// Taxable profit after carried losses, as for corporate tax; not deductible from it.
    Profit,
    /// The investment as it was paid, in each year of operation.
    Capital,
}

/// How the investment is deducted from profit.
#[derive(Debug, Clone, PartialEq)]
pub struct Depreciation {
    /// Years over which it is written off in equal parts from first output on; the life of the project if that is shorter.
    pub years: Given,
}

/// How losses are carried forward.
#[derive(Debug, Clone, PartialEq)]
pub struct LossCarryForward {
    /// Years after which a loss can no longer be used; without limit if absent.
    pub years: Option<u16>,
    /// Part of a year's profit above `free` that losses may cover, a fraction.
    pub share: Given,
    /// Profit that losses may cover in full, million euro a year.
    pub free: Given,
}

/// Rates and loans.
#[derive(Debug, Clone, PartialEq)]
pub struct Finance {
    /// Real discount rate, a fraction.
    pub discount: Given,
    /// Inflation, a fraction.
    pub inflation: Given,
    /// Loan, if there is one.
    pub debt: Option<Debt>,
}

/// A loan, drawn as the investment is paid and repaid in equal parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Debt {
    /// Part of the investment, a fraction.
    pub share: Given,
    /// Nominal interest rate, a fraction.
    pub rate: Given,
    /// Years after first output before the first repayment.
    pub grace: u16,
    /// Years of repayment; at least one.
    pub term: u16,
}

impl Phases {
    /// Years from the first money spent to the last output, at their longest.
    pub fn years_until_closure(&self) -> i32 {
        let spans = [&self.exploration, &self.construction, &self.delay, &self.life];
        let longest: f64 = spans.into_iter().map(|span| span.high.clamp(0.0, 200.0)).sum();
        #[expect(clippy::cast_possible_truncation, reason = "0 to 800 years")]
        let longest = longest.ceil() as i32;
        longest
    }
}

impl ProjectPlan {
    /// The first calendar year of the plan.
    pub fn first_year(&self) -> i32 {
        self.phases.begins.min(self.money_year)
    }

    /// Number of years from the first to the end of aftercare, at their longest.
    pub fn years(&self) -> usize {
        let phases = &self.phases;
        let spans = [
            &phases.exploration,
            &phases.construction,
            &phases.delay,
            &phases.life,
            &phases.closure,
            &phases.aftercare,
        ];
        let longest: f64 = spans.into_iter().map(|span| span.high.clamp(0.0, 200.0)).sum();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1200 years")]
        let longest = longest.ceil() as usize;
        // One year more: working capital comes back in the year after the last revenue.
        usize::try_from(phases.begins - self.first_year()).unwrap_or(0) + longest + 1
    }

    /// The calendar years.
    pub fn calendar(&self) -> impl Iterator<Item = i32> + use<> {
        let (first, years) = (self.first_year(), i32::try_from(self.years()).unwrap_or(0));
        first..first + years
    }

    /// The same plan with the first money spent in another year.
    #[must_use]
    pub fn beginning(&self, year: i32) -> Self {
        Self { phases: Phases { begins: year, ..self.phases.clone() }, ..self.clone() }
    }

    /// Refuses what no project can be, with words.
    pub fn check(&self) -> Result<(), AppraisalError> {
        super::error::check(self)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use adit_facts::choose::fiscal::Level;

    use super::{
        Costs, Depreciation, Finance, Fiscal, Given, Levy, LevyBase, LossCarryForward, Phases, Product, ProjectPlan,
    };

    /// A small mine of round numbers: 100 million invested over two years, 1000 t a year at 60 000 EUR/t for four.
    pub fn mine() -> ProjectPlan {
        let given = |value: f64| Given::stated("round number", value, "");
        ProjectPlan {
            project: "round-mine".into(),
            name: "Round Mine".into(),
            country: "FI".into(),
            money_year: 2026,
            phases: Phases {
                begins: 2026,
                exploration: given(0.0),
                construction: given(2.0),
                delay: given(0.0),
                ramp: given(0.0),
                life: given(4.0),
                closure: given(1.0),
                aftercare: given(0.0),
            },
            products: vec![Product {
                name: "lithium".into(),
                material: Some("lithium".into()),
                price_key: "lithium".into(),
                capacity: given(1000.0),
                contained: given(1.0),
                price: given(60_000.0),
            }],
            costs: Costs {
                utilisation: given(1.0),
                operating: given(20_000.0),
                feed: given(0.0),
                feed_share: given(0.0),
                fixed: given(0.0),
                capital: given(100.0),
                overrun: given(1.0),
                sustaining: given(0.0),
                exploration: given(0.0),
                closure: given(10.0),
                aftercare: given(0.0),
                working_capital: given(0.0),
                bond: given(0.0),
            },
            fiscal: Fiscal {
                levies: vec![Levy {
                    id: "royalty".into(),
                    label: "Royalty".into(),
                    base: LevyBase::Revenue,
                    rate: given(0.0),
                    level: Level::State,
                    royalty: true,
                }],
                corporate_tax: given(0.2),
                corporate_tax_levels: vec![(Level::State, 1.0)],
                depreciation: Depreciation { years: given(4.0) },
                losses: LossCarryForward { years: None, share: given(1.0), free: given(0.0) },
            },
            finance: Finance { discount: given(0.1), inflation: given(0.0), debt: None },
            notes: Vec::new(),
        }
    }
}
