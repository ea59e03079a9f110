//! The numbers of an appraisal written down, each with what it was computed from, so that every line opens.

use adit_number::{Ranged, Rule};

use crate::workings::{Input, Worked, Workings};

use super::appraisal::{Appraisal, PUBLIC_INCOME};
use super::break_even::{BREAK_EVEN, BreakEven};
use super::cash_flow::CashFlow;
use super::debt::COVER;
use super::irr::IRR;
use super::levelised_cost::LEVELISED_COST;
use super::line_item::LineItem;
use super::lines;
use super::npv::NPV;
use super::payback::PAYBACK;
use super::plan::ProjectPlan;

/// Writes the base case of an appraisal: `appraise.npv/PROJECT`, `appraise.irr/PROJECT` ..., and every line of every year,
/// nominal, as `appraise.revenue/PROJECT/YEAR`. Lines of nothing are left out.
pub fn write(plan: &ProjectPlan, appraisal: &Appraisal, workings: &mut Workings) {
    let mut writing = Writing { plan, flow: &appraisal.nominal, workings };
    for at in 0..writing.flow.lines.len() {
        writing.year(at);
    }
    writing.results(appraisal);
}

struct Writing<'a> {
    plan: &'a ProjectPlan,
    flow: &'a CashFlow,
    workings: &'a mut Workings,
}

impl Writing<'_> {
    fn id(&self, rule: &Rule, at: usize) -> String {
        format!("{}/{}/{}", rule.id, self.plan.project, self.flow.lines[at].year)
    }

    /// A line of a year as an input of another, where there is something in it.
    fn line(&self, item: LineItem, at: usize) -> Option<Input> {
        (item.of(&self.flow.lines[at]) != 0.0).then(|| Input::Number(self.id(item.rule(), at)))
    }

    fn lines<const N: usize>(&self, items: [LineItem; N], at: usize) -> Vec<Input> {
        items.into_iter().filter_map(|item| self.line(item, at)).collect()
    }

    fn number(&mut self, rule: &'static Rule, at: usize, label: &str, value: f64, inputs: Vec<Input>) -> Worked {
        let label = format!("{label}, {}, {}", self.plan.name, self.flow.lines[at].year);
        let id = self.id(rule, at);
        self.workings.number(id, label, Ranged::point(value), rule, inputs)
    }

    fn year(&mut self, at: usize) {
        let line = self.flow.lines[at];
        let (plan, costs) = (self.plan, &self.plan.costs);
        let inflation = plan.finance.inflation.input.clone();
        let index = self.number(&lines::INDEX, at, "Money of the year", line.index, vec![inflation]).input();
        let phases = &plan.phases;
        let times = [&phases.construction, &phases.delay, &phases.ramp, &phases.life].map(|given| given.input.clone());
        let output = self.some(&lines::OUTPUT_SHARE, at, "Output over a full year's", line.output, times.to_vec());
        let main = &plan.products[0];
        let mut made = vec![main.capacity.input.clone(), costs.utilisation.input.clone()];
        made.extend(output);
        let tonnes = self.some(&lines::TONNES, at, "Tonnes of product", self.flow.tonnes[at][0], made);
        let tonnes: Vec<Input> = tonnes.into_iter().collect();
        for item in LineItem::ALL {
            let value = item.of(&line);
            if value == 0.0 {
                continue;
            }
            let with = |more: &[&super::Given]| -> Vec<Input> {
                more.iter().map(|given| given.input.clone()).chain([index.clone()]).collect()
            };
            let inputs = match item {
                LineItem::Revenue => [tonnes.clone(), with(&[&main.price])].concat(),
                LineItem::ByProducts => {
                    let others: Vec<&super::Given> =
                        plan.products[1..].iter().flat_map(|other| [&other.capacity, &other.price]).collect();
                    with(&others)
                }
                LineItem::OperatingCost => [tonnes.clone(), with(&[&costs.operating, &costs.fixed])].concat(),
                LineItem::Feed => [tonnes.clone(), with(&[&costs.feed, &costs.feed_share, &main.price])].concat(),
                LineItem::Sustaining => with(&[&costs.sustaining]),
                LineItem::Capital => with(&[&costs.capital, &costs.overrun, &phases.construction, &phases.delay]),
                LineItem::Exploration => with(&[&costs.exploration, &phases.exploration]),
                LineItem::Closure => with(&[&costs.closure, &costs.aftercare, &phases.closure, &phases.aftercare]),
                LineItem::BondPaid => with(&[&costs.bond, &costs.closure, &costs.aftercare, &phases.aftercare]),
                _ => self.inputs_of_line(item, at),
            };
            self.number(item.rule(), at, item.name(), value, inputs);
        }
    }

    fn some(&mut self, rule: &'static Rule, at: usize, label: &str, value: f64, inputs: Vec<Input>) -> Option<Input> {
        (value != 0.0).then(|| self.number(rule, at, label, value, inputs).input())
    }

    /// What a line that follows from other lines was computed from.
    fn inputs_of_line(&self, item: LineItem, at: usize) -> Vec<Input> {
        let fiscal = &self.plan.fiscal;
        let before = |items: &[LineItem]| -> Vec<Input> {
            let Some(before) = at.checked_sub(1) else { return Vec::new() };
            items.iter().filter_map(|item| self.line(*item, before)).collect()
        };
        let sales = [LineItem::Revenue, LineItem::ByProducts];
        let rates = |royalty: bool| -> Vec<Input> {
            fiscal.levies.iter().filter(|levy| levy.royalty == royalty).map(|levy| levy.rate.input.clone()).collect()
        };
        match item {
            LineItem::Royalty => {
                [self.lines(sales, at), self.lines([LineItem::OperatingCost, LineItem::Feed], at), rates(true)].concat()
            }
            LineItem::LocalTaxes => {
                [self.lines(sales, at), self.lines([LineItem::Profit, LineItem::LossesUsed], at), rates(false)].concat()
            }
            LineItem::WorkingCapital => {
                [self.lines(sales, at), before(&sales), vec![self.plan.costs.working_capital.input.clone()]].concat()
            }
            LineItem::BondReleased => {
                [self.all_years(LineItem::BondPaid), self.lines([LineItem::Closure], at)].concat()
            }
            LineItem::Depreciation => [
                self.all_years(LineItem::Capital),
                self.lines([LineItem::Sustaining], at),
                vec![fiscal.depreciation.years.input.clone()],
            ]
            .concat(),
            LineItem::Profit => self.lines(
                [
                    LineItem::Revenue,
                    LineItem::ByProducts,
                    LineItem::Support,
                    LineItem::Royalty,
                    LineItem::OperatingCost,
                    LineItem::Feed,
                    LineItem::Exploration,
                    LineItem::Closure,
                    LineItem::Depreciation,
                ],
                at,
            ),
            LineItem::LossesUsed => [
                self.lines([LineItem::Profit], at),
                before(&[LineItem::LossesCarried]),
                vec![fiscal.losses.share.input.clone(), fiscal.losses.free.input.clone()],
            ]
            .concat(),
            LineItem::LossesCarried => {
                [before(&[LineItem::LossesCarried]), self.lines([LineItem::Profit, LineItem::LossesUsed], at)].concat()
            }
            LineItem::Tax => {
                [self.lines([LineItem::Profit, LineItem::LossesUsed], at), vec![fiscal.corporate_tax.input.clone()]]
                    .concat()
            }
            LineItem::Net => LineItem::CASH.iter().filter_map(|(item, _)| self.line(*item, at)).collect(),
            _ => self.inputs_of_loan(item, at),
        }
    }

    /// The same for the lines of the loan.
    fn inputs_of_loan(&self, item: LineItem, at: usize) -> Vec<Input> {
        let debt = self.plan.finance.debt.as_ref();
        let terms = |of: fn(&super::Debt) -> &super::Given| debt.map(|debt| of(debt).input.clone());
        let owed = || at.checked_sub(1).and_then(|before| self.line(LineItem::Balance, before));
        match item {
            LineItem::Drawn => {
                self.lines([LineItem::Capital], at).into_iter().chain(terms(|debt| &debt.share)).collect()
            }
            LineItem::Interest => owed().into_iter().chain(terms(|debt| &debt.rate)).collect(),
            LineItem::Repayment => self.all_years(LineItem::Drawn),
            LineItem::Balance => {
                owed().into_iter().chain(self.lines([LineItem::Drawn, LineItem::Repayment], at)).collect()
            }
            LineItem::EquityTax => [
                self.lines([LineItem::Profit, LineItem::Interest], at),
                vec![self.plan.fiscal.corporate_tax.input.clone()],
            ]
            .concat(),
            LineItem::Equity => self.lines(
                [
                    LineItem::Net,
                    LineItem::Drawn,
                    LineItem::Interest,
                    LineItem::Repayment,
                    LineItem::Tax,
                    LineItem::EquityTax,
                ],
                at,
            ),
            _ => Vec::new(),
        }
    }

    fn all_years(&self, item: LineItem) -> Vec<Input> {
        (0..self.flow.lines.len()).filter_map(|at| self.line(item, at)).collect()
    }

    fn result(&mut self, rule: &'static Rule, label: &str, value: f64, inputs: Vec<Input>) -> Worked {
        let id = format!("{}/{}", rule.id, self.plan.project);
        let label = format!("{label}, {}", self.plan.name);
        self.workings.number(id, label, Ranged::point(value), rule, inputs)
    }

    fn results(&mut self, appraisal: &Appraisal) {
        let finance = &self.plan.finance;
        let rates = vec![finance.discount.input.clone(), finance.inflation.input.clone()];
        let net = self.all_years(LineItem::Net);
        let worth = self.result(&NPV, "Net present value", appraisal.npv, [net.clone(), rates.clone()].concat());
        for note in &self.plan.notes {
            self.workings.note(&worth, note.clone());
        }
        // With several rates the lowest carries the sentence that names them all.
        if let Some(root) = appraisal.irr.roots.first() {
            let found = self.result(&IRR, "Internal rate of return", root.rate, net.clone());
            let (low, high) = root.bracket;
            self.workings.note(&found, format!("{} Bracket of this rate: {low} to {high}.", appraisal.irr.says()));
        }
        if let Some(years) = appraisal.payback {
            self.result(&PAYBACK, "Payback", years, net.clone());
        }
        if let Some(cover) = &appraisal.debt_cover {
            let debt = [LineItem::Net, LineItem::Interest, LineItem::Repayment];
            let inputs = debt.into_iter().flat_map(|item| self.all_years(item)).collect();
            self.result(&COVER, "Smallest debt service cover", cover.least, inputs);
        }
        if let BreakEven::Price { price, bracket } = appraisal.break_even {
            let inputs = vec![worth.input(), self.plan.products[0].price.input.clone()];
            let found = self.result(&BREAK_EVEN, "Break-even price", price, inputs);
            self.workings.note(&found, format!("Found between {} and {} EUR/t.", bracket.0, bracket.1));
        }
        if let Some(cost) = appraisal.levelised_cost {
            let costs = [
                LineItem::Exploration,
                LineItem::Capital,
                LineItem::Sustaining,
                LineItem::OperatingCost,
                LineItem::Feed,
                LineItem::Royalty,
                LineItem::Closure,
                LineItem::ByProducts,
            ];
            let inputs = costs.into_iter().flat_map(|item| self.all_years(item)).chain(rates).collect();
            self.result(&LEVELISED_COST, "Levelised cost of a tonne contained", cost, inputs);
        }
        for (at, income) in appraisal.public_income.iter().enumerate() {
            let rate = self.plan.fiscal.levies.get(at).map_or(&self.plan.fiscal.corporate_tax, |levy| &levy.rate);
            let id = format!("{}/{}/{}-{}", PUBLIC_INCOME.id, self.plan.project, income.id, income.level.id());
            let label = format!("{}, {}, {}", income.label, income.level.id(), self.plan.name);
            let from = if self.plan.fiscal.levies.get(at).is_some_and(|levy| levy.royalty) {
                self.all_years(LineItem::Royalty)
            } else if at < self.plan.fiscal.levies.len() {
                self.all_years(LineItem::LocalTaxes)
            } else {
                self.all_years(LineItem::Tax)
            };
            let inputs = [vec![rate.input.clone()], from].concat();
            self.workings.number(id, label, Ranged::point(income.total), &PUBLIC_INCOME, inputs);
        }
    }
}
