//! How the figures of an appraisal came about: every line of every year, and what follows from them, under the ids that
//! documents carry.
//!
//! Lines are computed in nominal money. In a question about real money a line opens as the nominal line over the index of
//! its year; the nominal line stands under the same id with `/nominal` behind it.

use adit_model::choose::appraise::{Appraisal, BreakEven, Given, LevyBase, Line, LineItem, ProjectPlan, rules};
use adit_model::workings::{Input, Workings};
use adit_number::{Ranged, Rule};

/// Writes them all.
pub(crate) fn write(plan: &ProjectPlan, appraisal: &Appraisal, nominal: bool, workings: &mut Workings) {
    let mut trail = Trail { plan, nominal, workings };
    for (at, line) in appraisal.nominal.lines.iter().enumerate() {
        trail.year(line, &appraisal.nominal.tonnes[at]);
    }
    trail.results(appraisal);
}

struct Trail<'a> {
    plan: &'a ProjectPlan,
    nominal: bool,
    workings: &'a mut Workings,
}

/// A rule by its id; every id here is one of the engine's.
fn rule(id: &str) -> Option<&'static Rule> {
    rules().into_iter().find(|rule| rule.id == id)
}

impl Trail<'_> {
    fn number(&mut self, id: String, label: String, value: f64, rule: &'static Rule, inputs: Vec<Input>) {
        self.workings.number(id, label, same(value), rule, inputs);
    }

    /// Id of the line in the money of the question.
    fn id(&self, item: LineItem, year: i32) -> String {
        format!("{}/{}/{year}", item.rule().id, self.plan.project)
    }

    /// Id of the nominal line.
    fn nominal_id(&self, item: LineItem, year: i32) -> String {
        let id = self.id(item, year);
        if self.nominal { id } else { format!("{id}/nominal") }
    }

    fn index_id(&self, year: i32) -> String {
        format!("appraise.index/{}/{year}", self.plan.project)
    }

    /// A year's lines.
    fn year(&mut self, line: &Line<f64>, tonnes: &[f64]) {
        let (plan, year) = (self.plan, line.year);
        if let Some(rule) = rule("appraise.index") {
            let inputs = vec![plan.finance.inflation.input.clone()];
            self.number(
                self.index_id(year),
                format!("Money of {year} over money of {}", plan.money_year),
                line.index,
                rule,
                inputs,
            );
        }
        if let Some(rule) = rule("appraise.tonnes") {
            for (product, made) in plan.products.iter().zip(tonnes) {
                let inputs = givens(&[&product.capacity, &plan.costs.utilisation, &plan.phases.ramp]);
                let id = format!("appraise.tonnes/{}/{}/{year}", plan.project, product.name);
                self.number(id, format!("Tonnes of {}, {year}", product.name), *made, rule, inputs);
            }
        }
        for item in LineItem::ALL {
            let value = item.of(line);
            let label = format!("{}, {year}", item.name());
            let inputs = self.inputs(item, line);
            self.number(self.nominal_id(item, year), format!("{label}, nominal"), value, item.rule(), inputs);
            if !self.nominal {
                let inputs = vec![Input::Number(self.nominal_id(item, year)), Input::Number(self.index_id(year))];
                let id = self.id(item, year);
                let says =
                    format!("Deflated: the nominal line over the index of {year}, in money of {}.", plan.money_year);
                let real = self.workings.number(id, label, same(value / line.index), item.rule(), inputs);
                self.workings.note(&real, says);
            }
        }
    }

    /// What a nominal line is computed from.
    fn inputs(&self, item: LineItem, line: &Line<f64>) -> Vec<Input> {
        use LineItem::{
            Balance, BondPaid, BondReleased, ByProducts, Capital, Closure, Depreciation, Drawn, Equity, EquityTax,
            Exploration, Feed, Interest, LocalTaxes, LossesCarried, LossesUsed, Net, OperatingCost, Profit, Repayment,
            Revenue, Royalty, Support, Sustaining, Tax, WorkingCapital,
        };
        let (plan, year) = (self.plan, line.year);
        let costs = &plan.costs;
        let index = Input::Number(self.index_id(year));
        let of = |items: &[LineItem]| -> Vec<Input> {
            items.iter().map(|item| Input::Number(self.nominal_id(*item, year))).collect()
        };
        let before = |item: LineItem| Input::Number(self.nominal_id(item, year - 1));
        let with_index =
            |given: &[&Given]| -> Vec<Input> { givens(given).into_iter().chain([index.clone()]).collect() };
        let sales = |main: bool| -> Vec<Input> {
            let products = plan.products.iter().enumerate().filter(|(at, _)| (*at == 0) == main);
            let each = products.flat_map(|(_, product)| {
                let tonnes = Input::Number(format!("appraise.tonnes/{}/{}/{year}", plan.project, product.name));
                [tonnes, product.price.input.clone()]
            });
            each.chain([index.clone()]).collect()
        };
        let tonnes = plan
            .products
            .first()
            .map(|main| Input::Number(format!("appraise.tonnes/{}/{}/{year}", plan.project, main.name)));
        let levies = |royalty: bool| -> Vec<Input> {
            let meant = plan.fiscal.levies.iter().filter(|levy| {
                if royalty {
                    levy.royalty && levy.base != LevyBase::Profit
                } else {
                    !levy.royalty || levy.base == LevyBase::Profit
                }
            });
            meant.map(|levy| levy.rate.input.clone()).collect()
        };
        match item {
            Revenue => sales(true),
            ByProducts => sales(false),
            Support => Vec::new(),
            Royalty => [levies(true), of(&[Revenue, ByProducts])].concat(),
            OperatingCost => tonnes.into_iter().chain(with_index(&[&costs.operating, &costs.fixed])).collect(),
            Feed => tonnes.into_iter().chain(with_index(&[&costs.feed, &costs.feed_share])).collect(),
            Sustaining => with_index(&[&costs.sustaining]),
            Capital => with_index(&[&costs.capital, &costs.overrun, &plan.phases.construction, &plan.phases.delay]),
            Exploration => with_index(&[&costs.exploration, &plan.phases.exploration]),
            Closure => with_index(&[&costs.closure, &costs.aftercare, &plan.phases.closure, &plan.phases.aftercare]),
            WorkingCapital => [givens(&[&costs.working_capital]), of(&[Revenue, ByProducts])].concat(),
            BondPaid => with_index(&[&costs.bond, &costs.closure, &costs.aftercare]),
            BondReleased => givens(&[&costs.bond, &costs.closure, &costs.aftercare]),
            LocalTaxes => [levies(false), of(&[Revenue, ByProducts, OperatingCost, Profit])].concat(),
            Tax => [givens(&[&plan.fiscal.corporate_tax]), of(&[Profit, LossesUsed])].concat(),
            Net => of(&LineItem::CASH.map(|(item, _)| item)),
            Depreciation => [givens(&[&plan.fiscal.depreciation.years]), of(&[Capital, Sustaining])].concat(),
            Profit => {
                of(&[Revenue, ByProducts, Support, Royalty, OperatingCost, Feed, Exploration, Closure, Depreciation])
            }
            LossesUsed => {
                let given = givens(&[&plan.fiscal.losses.share, &plan.fiscal.losses.free]);
                let carried = (year > plan.first_year()).then(|| before(LossesCarried));
                carried.into_iter().chain(given).chain(of(&[Profit])).collect()
            }
            LossesCarried => of(&[Profit, LossesUsed]),
            Drawn => plan
                .finance
                .debt
                .as_ref()
                .map_or_else(Vec::new, |debt| [givens(&[&debt.share]), of(&[Capital])].concat()),
            Interest => {
                let carried = (year > plan.first_year()).then(|| before(Balance));
                let rate = plan.finance.debt.as_ref().map(|debt| debt.rate.input.clone());
                carried.into_iter().chain(rate).collect()
            }
            Repayment => of(&[Drawn]),
            Balance => of(&[Drawn, Repayment]),
            EquityTax => [givens(&[&plan.fiscal.corporate_tax]), of(&[Profit, Interest])].concat(),
            Equity => of(&[Net, Drawn, Interest, Repayment, Tax, EquityTax]),
        }
    }

    /// What follows from all years.
    fn results(&mut self, appraisal: &Appraisal) {
        let plan = self.plan;
        let years = appraisal.nominal.lines.iter().filter(|line| line.net != 0.0).map(|line| line.year);
        let flows: Vec<Input> = years.map(|year| Input::Number(self.id(LineItem::Net, year))).collect();
        let discount = plan.finance.discount.input.clone();
        let with_rate: Vec<Input> = std::iter::once(discount.clone()).chain(flows.iter().cloned()).collect();
        self.result("appraise.npv", "Net present value", Some(appraisal.npv), with_rate);
        let irr = if self.nominal { &appraisal.irr_nominal } else { &appraisal.irr };
        self.result("appraise.irr", "Internal rate of return", irr.only(), flows.clone());
        self.result("appraise.payback", "Payback", appraisal.payback, flows);
        let cover = appraisal.debt_cover.as_ref();
        let least = cover.and_then(|cover| cover.by_year.iter().min_by(|a, b| a.1.total_cmp(&b.1)));
        let of_least = least.map_or_else(Vec::new, |(year, _)| {
            [LineItem::Net, LineItem::Capital, LineItem::Interest, LineItem::Repayment]
                .map(|item| Input::Number(self.nominal_id(item, *year)))
                .to_vec()
        });
        self.result("appraise.debt-cover", "Lowest cover of debt service", cover.map(|cover| cover.least), of_least);
        let given: Vec<Input> = plan.inputs().iter().map(|input| input.given.input.clone()).collect();
        let price = match appraisal.break_even {
            BreakEven::Price { price, .. } => Some(price),
            BreakEven::AtAnyPrice | BreakEven::AtNone => None,
        };
        self.result("appraise.break-even-price", "Break-even price", price, given.clone());
        self.result("appraise.levelised-cost", "Levelised cost", appraisal.levelised_cost, given);
        self.income(appraisal);
    }

    fn result(&mut self, id: &'static str, label: &str, value: Option<f64>, inputs: Vec<Input>) {
        if let (Some(value), Some(rule)) = (value, rule(id)) {
            let label = format!("{label}, {}", self.plan.name);
            self.number(format!("{id}/{}", self.plan.project), label, value, rule, inputs);
        }
    }

    fn income(&mut self, appraisal: &Appraisal) {
        let Some(rule) = rule("appraise.public-income") else { return };
        for income in &appraisal.public_income {
            let levy = self.plan.fiscal.levies.iter().find(|levy| levy.id == income.id);
            let given = levy.map_or(&self.plan.fiscal.corporate_tax, |levy| &levy.rate);
            let item = match levy {
                None => LineItem::Tax,
                Some(levy) if levy.royalty && levy.base != LevyBase::Profit => LineItem::Royalty,
                Some(_) => LineItem::LocalTaxes,
            };
            let years = appraisal.nominal.lines.iter().filter(|line| item.of(line) != 0.0);
            let lines = years.map(|line| Input::Number(self.id(item, line.year)));
            let inputs: Vec<Input> = std::iter::once(given.input.clone()).chain(lines).collect();
            let id = format!("appraise.public-income/{}/{}/{}", self.plan.project, income.id, income.level.id());
            self.number(id, format!("{}, {}", income.label, income.level.id()), income.total, rule, inputs);
        }
    }
}

/// Inputs of a line.
fn givens(given: &[&Given]) -> Vec<Input> {
    given.iter().map(|given| given.input.clone()).collect()
}

/// A number without bounds of its own.
fn same(value: f64) -> Ranged {
    Ranged::new(value, value, value)
}
