//! The parts of the account: time, sales, investment, what is tied up.

use adit_model::choose::appraise::LineItem;

use super::super::inputs::name;
use super::super::row::{Label, Row};
use super::{Frame, Writer, overlap, part, produced, step};
use crate::workbook::Style;

impl Writer<'_> {
    /// Years, parts of years, money.
    pub(super) fn frame(&mut self) -> Frame {
        let label = |name, unit, rule| Label { name, unit, rule };
        let first = f64::from(self.book.plan.first_year());
        let years = &self.years;
        let of = |t: u16| &years[usize::from(t)];
        let rows = &mut self.rows;
        rows.row(label("Year", "", ""), Style::Whole, |t| format!("in_first_year+{t}"), |t| first + f64::from(t));
        let t = rows.row(label("Years after the first", "years", ""), Style::Whole, |t| t.to_string(), f64::from);
        let here = rows.coming();
        let index = rows.row(
            label("Money of the year over money of the prices", "factor", "appraise.index"),
            Style::Number,
            |t| {
                if t == 0 {
                    "(1+in_inflation)^(in_first_year-in_money_year)".to_owned()
                } else {
                    format!("{}*(1+in_inflation)", here.before(t))
                }
            },
            |t| of(t).line.index,
        );
        let operating = rows.row(
            label("Part of the year in operation", "share", ""),
            Style::Number,
            |y| overlap(&t.at(y), "in_t_operation", "in_t_closure"),
            |t| of(t).schedule.operating,
        );
        Frame { t, index, operating }
    }

    /// Tonnes of each product.
    pub(super) fn sales(&mut self, frame: &Frame) -> Vec<Row> {
        self.rows.head("What is made");
        let years = &self.years;
        let t = frame.t;
        let output = self.rows.row(
            Label { name: "Output over full output", unit: "share", rule: "appraise.output-share" },
            Style::Number,
            |y| format!("({})-({})", produced(&format!("({}+1)", t.at(y))), produced(&t.at(y))),
            |t| years[usize::from(t)].schedule.output,
        );
        let products = self.book.plan.products.iter().enumerate();
        let mut rows = Vec::new();
        for (at, product) in products {
            let capacity = name(&format!("product-tonnes/{}", product.name));
            let label = format!("Tonnes of {}", product.name);
            rows.push(self.rows.summed(
                Label { name: &label, unit: "t", rule: "appraise.tonnes" },
                Style::Number,
                |t| format!("{capacity}*in_utilisation*{}", output.at(t)),
                |t| years[usize::from(t)].tonnes[at],
            ));
        }
        rows
    }

    /// Revenue of the main product, and of the others together.
    pub(super) fn revenue(&mut self, frame: &Frame, tonnes: &[Row]) -> (Row, Row) {
        self.rows.head("What is sold");
        let mut sold = Vec::new();
        for (at, product) in self.book.plan.products.iter().enumerate() {
            let price = name(&format!("price/{}", product.name));
            let made = tonnes[at];
            let label = format!("Sales of {}", product.name);
            let years = &self.years;
            sold.push(self.rows.row(
                step(&label),
                Style::Money,
                |t| format!("{}*{price}*{}/1000000", made.at(t), frame.index.at(t)),
                |t| years[usize::from(t)].revenue[at],
            ));
        }
        let main = sold.first().copied();
        let revenue = self.item(LineItem::Revenue, |t| main.map_or_else(|| "0".to_owned(), |row| row.at(t)));
        let others: Vec<Row> = sold.into_iter().skip(1).collect();
        let by_products = self.item(LineItem::ByProducts, |t| sum(&others, t));
        (revenue, by_products)
    }

    /// Investment, exploration, closure.
    pub(super) fn investment(&mut self, frame: &Frame) -> (Row, Row, Row) {
        let (t, index) = (frame.t, frame.index);
        let capital = self.item(LineItem::Capital, |y| {
            format!(
                "in_capex*in_cost_overrun*{}*{}",
                part(&t.at(y), "in_t_construction", "in_t_operation"),
                index.at(y)
            )
        });
        let exploration = self.item(LineItem::Exploration, |y| {
            format!("in_exploration_cost*{}*{}", part(&t.at(y), "in_t_begins", "in_t_construction"), index.at(y))
        });
        let closure = self.item(LineItem::Closure, |y| {
            format!(
                "(in_closure_cost*{}+in_aftercare_cost*{})*{}",
                part(&t.at(y), "in_t_closure", "in_t_aftercare"),
                overlap(&t.at(y), "in_t_aftercare", "in_t_ends"),
                index.at(y)
            )
        });
        (capital, exploration, closure)
    }

    /// Working capital and bond.
    pub(super) fn tied_up(&mut self, frame: &Frame, sold: &impl Fn(u16) -> String) -> (Row, Row, Row) {
        let (t, index) = (frame.t, frame.index);
        let here = self.rows.coming();
        let years = &self.years;
        let balance = |t: u16| years[..=usize::from(t)].iter().map(|year| year.line.working_capital).sum();
        let balance = self.rows.row(
            step("Working capital at the end of the year"),
            Style::Money,
            |y| format!("in_working_capital*{}", sold(y)),
            balance,
        );
        debug_assert_eq!(here, balance);
        let working_capital =
            self.item(LineItem::WorkingCapital, |y| format!("{}-{}", balance.at(y), balance.before(y)));
        let whole = "(in_closure_cost+in_aftercare_cost*in_aftercare_years)";
        let paid = self.item(LineItem::BondPaid, |y| {
            let year = overlap(&t.at(y), "in_t_operation-1", "in_t_operation");
            format!("in_bond_share*{whole}*{year}*{}", index.at(y))
        });
        let bond = self.running("Bond paid so far", paid, LineItem::BondPaid);
        let released = self.item(LineItem::BondReleased, |y| {
            format!(
                "{}*(in_closure_cost*{}+in_aftercare_cost*{})/IF({whole}<=0,1,{whole})",
                bond.at(y),
                part(&t.at(y), "in_t_closure", "in_t_aftercare"),
                overlap(&t.at(y), "in_t_aftercare", "in_t_ends"),
            )
        });
        (working_capital, paid, released)
    }
}

/// The sum of rows in a year.
pub(super) fn sum(rows: &[Row], t: u16) -> String {
    if rows.is_empty() {
        return "0".to_owned();
    }
    rows.iter().map(|row| row.at(t)).collect::<Vec<_>>().join("+")
}
