//! What is owed to the public: depreciation, levies, losses.

use adit_model::choose::appraise::{LevyBase, LineItem};

use super::super::inputs::name;
use super::super::row::Row;
use super::account::sum;
use super::{Frame, Label, Writer, Year, overlap, step};
use crate::workbook::Style;

impl Writer<'_> {
    /// Depreciation of the investment, and of sustaining capital over what is left of the life.
    pub(super) fn depreciation(&mut self, frame: &Frame, capital: Row, sustaining: Row) -> Row {
        let t = frame.t;
        let written_over = "MIN(in_depreciation_years,in_t_closure-in_t_operation)";
        // What the engine deducts beyond the investment is what it writes off of sustaining capital.
        let plan = self.book.plan;
        let [from, to] = self.operation();
        let straight = plan.fiscal.depreciation.years.value.min(to - from);
        let investment = |years: &[Year], t: u16| {
            let so_far: f64 = years[..=usize::from(t)].iter().map(|year| year.line.capital).sum();
            let (begin, end) = (f64::from(t), f64::from(t) + 1.0);
            so_far * ((end.min(from + straight) - begin.max(from)).max(0.0) / straight)
        };
        let years = &self.years;
        let so_far = self.rows.coming();
        let sum_of_capital = |t: u16| years[..=usize::from(t)].iter().map(|year| year.line.capital).sum();
        let invested = self.rows.row(
            step("Investment to be written off"),
            Style::Money,
            |y| format!("{}+{}", so_far.before(y), capital.at(y)),
            sum_of_capital,
        );
        let of_investment = self.rows.row(
            step("Written off of the investment"),
            Style::Money,
            |y| {
                let year = overlap(&t.at(y), "in_t_operation", &format!("in_t_operation+{written_over}"));
                format!("{}*{year}/{written_over}", invested.at(y))
            },
            |t| investment(years, t),
        );
        let renewed = |t: u16| years[usize::from(t)].line.depreciation - investment(years, t);
        let book = |t: u16| {
            let before: f64 = (0..t).map(|y| years[usize::from(y)].line.sustaining - renewed(y)).sum();
            before + years[usize::from(t)].line.sustaining
        };
        // The book value stands above what is written off of it: each row looks at the other in the year before.
        let book_row = self.rows.coming();
        let off_row = book_row.below();
        let book_row = self.rows.row(
            step("Sustaining capital to be written off"),
            Style::Money,
            |y| format!("{}-{}+{}", book_row.before(y), off_row.before(y), sustaining.at(y)),
            book,
        );
        let renewals = self.rows.row(
            step("Written off of sustaining capital"),
            Style::Money,
            |y| {
                let operating = frame.operating.at(y);
                format!(
                    "IF({operating}<=0,0,{}*{operating}/(in_t_closure-MAX(in_t_operation,{})))",
                    book_row.at(y),
                    t.at(y)
                )
            },
            renewed,
        );
        self.item(LineItem::Depreciation, |y| format!("{}+{}", of_investment.at(y), renewals.at(y)))
    }

    /// Begin and end of operation, years from the beginning of the first.
    fn operation(&self) -> [f64; 2] {
        use adit_model::choose::appraise::{Numbers, Timing};
        let times = Timing::of(self.book.plan, &Numbers::base(self.book.plan));
        [times.operation, times.closure]
    }

    /// Levies that do not wait for the profit: each, the royalties together, and the local taxes that are deducted.
    pub(super) fn levies(
        &mut self,
        frame: &Frame,
        sold: &impl Fn(u16) -> String,
        running: [Row; 2],
        invested: Row,
        tonnes: &impl Fn(u16) -> String,
    ) -> (Vec<Option<Row>>, Row, Row) {
        let mut rows = Vec::new();
        for (at, levy) in self.book.plan.fiscal.levies.iter().enumerate() {
            let rate = name(&format!("levy/{}", levy.id));
            let base = |t: u16| match levy.base {
                LevyBase::Revenue => Some(sold(t)),
                LevyBase::Tonnes => Some(format!("{}*{}/1000000", tonnes(t), frame.index.at(t))),
                LevyBase::OperatingMargin => Some({
                    let [operating, feed] = running.map(|row| row.at(t));
                    format!("MAX({}-{operating}-{feed},0)", sold(t))
                }),
                LevyBase::Capital => Some(format!("{}*{}", invested.at(t), frame.operating.at(t))),
                LevyBase::Profit => None,
            };
            let years = &self.years;
            rows.push(base(0).is_some().then(|| {
                self.rows.summed(
                    step(&levy.label),
                    Style::Money,
                    |t| format!("{rate}*{}", base(t).unwrap_or_default()),
                    |t| years[usize::from(t)].levies[at],
                )
            }));
        }
        let of = |royalty: bool| -> Vec<Row> {
            let levies = self.book.plan.fiscal.levies.iter().zip(&rows);
            levies.filter(|(levy, _)| levy.royalty == royalty).filter_map(|(_, row)| *row).collect()
        };
        let (royalties, local) = (of(true), of(false));
        let royalty = self.item(LineItem::Royalty, |t| sum(&royalties, t));
        let years = &self.years;
        let levies = &self.book.plan.fiscal.levies;
        let deducted = |t: u16| {
            let owed = levies.iter().zip(&years[usize::from(t)].levies);
            owed.filter(|(levy, _)| !levy.royalty && levy.base != LevyBase::Profit).map(|(_, owed)| owed).sum()
        };
        let deductible = self.rows.row(
            step("Local taxes that are deducted from profit"),
            Style::Money,
            |t| sum(&local, t),
            deducted,
        );
        (rows, royalty, deductible)
    }

    /// Levies on profit, and all levies with their rows.
    pub(super) fn levies_on_profit(
        &mut self,
        rows: &[Option<Row>],
        taxed: impl Fn(u16) -> String,
    ) -> (Row, Vec<(String, Row)>) {
        let mut all = Vec::new();
        let mut on_profit = Vec::new();
        for (at, (levy, row)) in self.book.plan.fiscal.levies.iter().zip(rows).enumerate() {
            let years = &self.years;
            let row = row.unwrap_or_else(|| {
                let rate = name(&format!("levy/{}", levy.id));
                let row = self.rows.summed(
                    step(&levy.label),
                    Style::Money,
                    |t| format!("{rate}*{}", taxed(t)),
                    |t| years[usize::from(t)].levies[at],
                );
                on_profit.push(row);
                row
            });
            all.push((levy.label.clone(), row));
        }
        let years = &self.years;
        let levies = &self.book.plan.fiscal.levies;
        let owed = |t: u16| {
            let owed = levies.iter().zip(&years[usize::from(t)].levies);
            owed.filter(|(levy, _)| levy.base == LevyBase::Profit).map(|(_, owed)| owed).sum()
        };
        let together = self.rows.row(step("Local taxes on profit"), Style::Money, |t| sum(&on_profit, t), owed);
        (together, all)
    }

    /// Carried losses that are deducted from a profit. What is used or too old is counted together, the oldest first: so
    /// far, it is at least all losses that are `loss-years` old.
    pub(super) fn losses(
        &mut self,
        of: LineItem,
        whose: &str,
        profit: &impl Fn(u16) -> String,
        value: impl Fn(&Year) -> f64,
    ) -> Row {
        let limit = self.book.plan.fiscal.losses.years;
        let carried = Carried::of(self.book.plan, &self.years, limit.map(usize::from), &value);
        let so_far = self.rows.coming();
        let losses = self.rows.row(
            step(&format!("Losses so far{whose}")),
            Style::Money,
            |y| format!("{}+MAX(-{},0)", so_far.before(y), profit(y)),
            |t| carried.losses[usize::from(t)],
        );
        let used = self.rows.coming();
        let gone = used.below();
        let formula = |y: u16| {
            let positive = format!("MAX({},0)", profit(y));
            format!(
                "MIN({}-{},{positive},in_loss_free+in_loss_share*MAX({positive}-in_loss_free,0))",
                losses.before(y),
                gone.before(y)
            )
        };
        let label = format!("{}{whose}", of.name());
        let used = self.rows.summed(
            Label { name: &label, unit: "million EUR", rule: of.rule().id },
            Style::Money,
            formula,
            |t| carried.used[usize::from(t)],
        );
        let here = self.rows.coming();
        self.rows.row(
            step(&format!("Losses used or too old so far{whose}")),
            Style::Money,
            |y| {
                let counted = format!("{}+{}", here.before(y), used.at(y));
                match limit {
                    None => counted,
                    Some(_) => {
                        format!("MAX({counted},IF({y}<in_loss_years,0,INDEX({},1,{y}-in_loss_years+1)))", losses.all())
                    }
                }
            },
            |t| carried.gone[usize::from(t)],
        );
        used
    }
}

/// Losses of a row of profits, year by year, as sums so far.
struct Carried {
    losses: Vec<f64>,
    used: Vec<f64>,
    gone: Vec<f64>,
}

impl Carried {
    fn of(
        plan: &adit_model::choose::appraise::ProjectPlan,
        years: &[Year],
        limit: Option<usize>,
        profit: &impl Fn(&Year) -> f64,
    ) -> Self {
        let (free, share) = (plan.fiscal.losses.free.value, plan.fiscal.losses.share.value);
        let mut carried = Self { losses: Vec::new(), used: Vec::new(), gone: Vec::new() };
        let (mut lost, mut gone) = (0.0_f64, 0.0_f64);
        for (t, year) in years.iter().enumerate() {
            let profit = profit(year);
            let positive = profit.max(0.0);
            let used = (lost - gone).min(positive).min(free + share * (positive - free).max(0.0));
            lost += (-profit).max(0.0);
            carried.losses.push(lost);
            carried.used.push(used);
            let old = limit.and_then(|limit| t.checked_sub(limit)).map_or(0.0, |old| carried.losses[old]);
            gone = (gone + used).max(old);
            carried.gone.push(gone);
        }
        carried
    }
}
