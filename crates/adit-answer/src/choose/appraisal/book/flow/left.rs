//! What is left: discounted, paid back, per tonne, for the owners.

use adit_model::choose::appraise::LineItem;

use super::super::row::{Label, Row};
use super::{Frame, Writer, overlap, step};
use crate::workbook::Style;

impl Writer<'_> {
    /// Real net cash flow, discount factor, present value.
    pub(super) fn discounted(&mut self, frame: &Frame, net: Row) -> (Row, Row, Row) {
        let years = &self.years;
        let real = |t: u16| years[usize::from(t)].line.net / years[usize::from(t)].line.index;
        let factors: Vec<f64> = self.factors();
        let label = format!("Net cash flow, money of {}", self.book.plan.money_year);
        let real_row =
            self.rows.summed(step(&label), Style::Money, |y| format!("{}/{}", net.at(y), frame.index.at(y)), real);
        let here = self.rows.coming();
        let factor = self.rows.row(
            Label { name: "Discount factor, real", unit: "factor", rule: "" },
            Style::Number,
            |y| {
                if y == 0 {
                    "(1+in_discount_rate)^(in_money_year-in_first_year)".to_owned()
                } else {
                    format!("{}/(1+in_discount_rate)", here.before(y))
                }
            },
            |t| factors[usize::from(t)],
        );
        let present = self.rows.summed(
            Label { name: "Present value", unit: "million EUR", rule: "appraise.npv" },
            Style::Money,
            |y| format!("{}*{}", real_row.at(y), factor.at(y)),
            |t| real(t) * factors[usize::from(t)],
        );
        (real_row, factor, present)
    }

    /// Discount factors: 1 in the year of money.
    fn factors(&self) -> Vec<f64> {
        let rate = self.book.plan.finance.discount.value;
        let before = self.book.plan.money_year - self.book.plan.first_year();
        let first = (0..before).fold(1.0, |factor, _| factor * (1.0 + rate));
        std::iter::successors(Some(first), |factor| Some(factor / (1.0 + rate))).take(self.years.len()).collect()
    }

    /// Years after the first money in which it is back: blank in all years but those in which the sum turns.
    pub(super) fn back(&mut self, real: Row) -> Row {
        let years = &self.years;
        let flows: Vec<f64> = years.iter().map(|year| year.line.net / year.line.index).collect();
        let sums: Vec<f64> = flows
            .iter()
            .scan(0.0, |sum, flow| {
                *sum += flow;
                Some(*sum)
            })
            .collect();
        let began = flows.iter().position(|flow| *flow != 0.0).unwrap_or(0);
        let here = self.rows.coming();
        let so_far = self.rows.row(
            step("Net cash flow so far, real"),
            Style::Money,
            |y| format!("{}+{}", here.before(y), real.at(y)),
            |t| sums[usize::from(t)],
        );
        let with_money = self.rows.sparse(
            Label { name: "Years with money", unit: "years", rule: "" },
            Style::Whole,
            |y| format!("IF({}=0,\"\",{y})", real.at(y)),
            |t| (flows[usize::from(t)] != 0.0).then_some(f64::from(t)),
        );
        self.rows.sparse(
            Label { name: "Back after", unit: "years", rule: "appraise.payback" },
            Style::Number,
            |y| {
                let before = so_far.before(y);
                format!(
                    "IF(AND({before}<0,{}>=0),{y}-MIN({})-1-{before}/{},\"\")",
                    so_far.at(y),
                    with_money.all(),
                    real.at(y)
                )
            },
            |t| {
                let at = usize::from(t);
                let before = at.checked_sub(1).map_or(0.0, |at| sums[at]);
                (before < 0.0 && sums[at] >= 0.0).then(|| (at - began) as f64 - 1.0 - before / flows[at])
            },
        )
    }

    /// Costs and tonnes of the levelised cost, discounted.
    pub(super) fn levelised<const N: usize>(
        &mut self,
        spent: [Row; N],
        taken_off: [Row; 2],
        (frame, factor, tonnes): (&Frame, Row, &impl Fn(u16) -> String),
    ) -> (Row, Row) {
        let factors = self.factors();
        let contained = self.book.plan.products.first().map_or(0.0, |main| main.contained.value);
        let years = &self.years;
        let discounted = |t: u16, amount: f64| factors[usize::from(t)] * amount;
        let cost = self.rows.summed(
            Label {
                name: "Costs before taxes on profit, discounted",
                unit: "million EUR",
                rule: "appraise.levelised-cost",
            },
            Style::Money,
            |y| {
                let plus: Vec<String> = spent.iter().map(|row| row.at(y)).collect();
                let minus: String = taken_off.iter().map(|row| format!("-{}", row.at(y))).collect();
                format!("({}{minus})/{}*{}", plus.join("+"), frame.index.at(y), factor.at(y))
            },
            |t| {
                let line = &years[usize::from(t)].line;
                let all = line.exploration
                    + line.capital
                    + line.sustaining
                    + line.operating_cost
                    + line.feed
                    + line.royalty
                    + line.closure
                    + line.working_capital
                    + line.bond_paid
                    - line.bond_released
                    - line.by_products;
                discounted(t, all / line.index)
            },
        );
        let made = self.rows.summed(
            Label { name: "Tonnes, discounted", unit: "t", rule: "appraise.levelised-cost" },
            Style::Number,
            |y| format!("{}*{}", tonnes(y), factor.at(y)),
            |t| discounted(t, years[usize::from(t)].tonnes.first().copied().unwrap_or(0.0) * contained),
        );
        (cost, made)
    }

    /// The owners' view, and the cover of debt service where there is a loan.
    pub(super) fn owners(
        &mut self,
        frame: &Frame,
        capital: Row,
        profit: Row,
        tax: Row,
        on_profit: Row,
        net: Row,
    ) -> (Row, Option<Row>) {
        self.rows.head("The owners' view");
        if self.book.plan.finance.debt.is_none() {
            return (self.item(LineItem::Equity, |t| net.at(t)), None);
        }
        let t = frame.t;
        let drawn = self.item(LineItem::Drawn, |y| format!("in_debt_share*{}", capital.at(y)));
        let lent = self.running("Lent so far", drawn, LineItem::Drawn);
        let begins = "in_t_operation+in_debt_grace";
        let repayment = self.item(LineItem::Repayment, |y| {
            let year = overlap(&t.at(y), begins, &format!("{begins}+in_debt_term"));
            format!("{}*{year}/in_debt_term", lent.at(y))
        });
        let here = self.rows.coming();
        let years = &self.years;
        let owed = self.rows.row(
            super::item(LineItem::Balance),
            Style::Money,
            |y| format!("{}+{}-{}", here.before(y), drawn.at(y), repayment.at(y)),
            |t| years[usize::from(t)].line.equity.balance,
        );
        let interest = self.item(LineItem::Interest, |y| format!("{}*in_debt_rate", owed.before(y)));
        let years = &self.years;
        let less_interest = self.rows.row(
            step("Profit less interest"),
            Style::Money,
            |y| format!("{}-{}", profit.at(y), interest.at(y)),
            |t| {
                let line = &years[usize::from(t)].line;
                line.profit - line.equity.interest
            },
        );
        let used = self.losses(LineItem::LossesUsed, ", with the loan", &|t| less_interest.at(t), |year| {
            year.line.profit - year.line.equity.interest
        });
        let rates: String = self
            .book
            .plan
            .fiscal
            .levies
            .iter()
            .filter(|levy| levy.base == super::LevyBase::Profit)
            .map(|levy| format!("+{}", super::name(&format!("levy/{}", levy.id))))
            .collect();
        let tax_of_owners = self.item(LineItem::EquityTax, |y| {
            format!("(in_corporate_tax{rates})*(MAX({},0)-{})-{}", less_interest.at(y), used.at(y), on_profit.at(y))
        });
        let owners = self.item(LineItem::Equity, |y| {
            format!(
                "{}+{}-{}-{}+{}-{}",
                net.at(y),
                drawn.at(y),
                interest.at(y),
                repayment.at(y),
                tax.at(y),
                tax_of_owners.at(y)
            )
        });
        let covers = self.book.appraisal.debt_cover.as_ref().map(|cover| cover.by_year.clone()).unwrap_or_default();
        let first = self.book.plan.first_year();
        let cover = self.rows.sparse(
            Label { name: "Cover of debt service", unit: "factor", rule: "appraise.debt-cover" },
            Style::Number,
            |y| {
                let due = format!("({}+{})", interest.at(y), repayment.at(y));
                format!(
                    "IF({}>0,({}+{}+{}-{})/{due},\"\")",
                    repayment.at(y),
                    net.at(y),
                    capital.at(y),
                    tax.at(y),
                    tax_of_owners.at(y)
                )
            },
            |t| covers.iter().find(|(year, _)| *year == first + i32::from(t)).map(|(_, cover)| *cover),
        );
        (owners, Some(cover))
    }
}
