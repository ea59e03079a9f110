//! The sheet of the cash flow: line items below each other, years beside each other, all nominal.

mod account;
mod left;
mod public;

use adit_model::choose::appraise::{LevyBase, Line, LineItem, Numbers, Schedule, each_year};

use super::Book;
use super::inputs::name;
use super::row::{FIRST, Label, Row, Rows};
use crate::workbook::{Sheet, Style};

/// The sheet, with the rows that results are computed from.
pub struct Flow {
    /// The sheet.
    pub sheet: Sheet,
    /// Net cash flow, nominal.
    pub net: Row,
    /// The same in money of the first year.
    pub real: Row,
    /// Present value of each year.
    pub present: Row,
    /// Money of the year over that of the first.
    pub index: Row,
    /// Discount factor, real.
    pub factor: Row,
    /// Years after the first money at which it is back; blank in all other years.
    pub back: Row,
    /// Costs of the levelised cost, discounted.
    pub levelised: Row,
    /// Tonnes of the main product, discounted.
    pub tonnes: Row,
    /// Cash flow of the owners, nominal.
    pub owners: Row,
    /// Cover of debt service; blank where none is due.
    pub cover: Option<Row>,
    /// Levies, and corporate tax last: what each is called, and its row.
    pub income: Vec<(String, Row)>,
}

/// What the engine computed for one year.
struct Year {
    line: Line<f64>,
    schedule: Schedule<f64>,
    tonnes: Vec<f64>,
    revenue: Vec<f64>,
    levies: Vec<f64>,
}

/// A step on the way, in million euro.
fn step(name: &str) -> Label<'_> {
    Label { name, unit: "million EUR", rule: "" }
}

/// A line of the account.
fn item(item: LineItem) -> Label<'static> {
    Label { name: item.name(), unit: "million EUR", rule: item.rule().id }
}

/// `overlap` of the engine: the part of year `t` between two times.
fn overlap(t: &str, from: &str, to: &str) -> String {
    format!("MAX(0,MIN({t}+1,{to})-MAX({t},{from}))")
}

/// The part of something that is spread between two times.
fn part(t: &str, from: &str, to: &str) -> String {
    format!("{}/MAX({to}-{from},1E-300)", overlap(t, from, to))
}

/// Output from the beginning of operation to a time, in years of full output.
fn produced(time: &str) -> String {
    let elapsed = format!("MIN(MAX({time}-in_t_operation,0),in_t_closure-in_t_operation)");
    format!(
        "IF(in_ramp_years<=0,0,MIN({elapsed},in_ramp_years)^2/(2*IF(in_ramp_years<=0,1,in_ramp_years)))+MAX({elapsed}-MAX(in_ramp_years,0),0)"
    )
}

/// Writes the sheet.
pub fn sheet(book: &Book<'_>) -> Flow {
    let plan = book.plan;
    let mut years: Vec<Year> = Vec::new();
    each_year(plan, &Numbers::base(plan), |line, schedule, details| {
        years.push(Year {
            line: *line,
            schedule: *schedule,
            tonnes: details.tonnes.to_vec(),
            revenue: details.revenue.to_vec(),
            levies: details.levies.to_vec(),
        });
    });
    Writer::new(book, years).write()
}

struct Writer<'a> {
    book: &'a Book<'a>,
    years: Vec<Year>,
    rows: Rows,
}

/// Rows of time and money that all others look at.
struct Frame {
    t: Row,
    index: Row,
    operating: Row,
}

impl<'a> Writer<'a> {
    fn new(book: &'a Book<'a>, years: Vec<Year>) -> Self {
        let mut sheet = Sheet::new("Cash flow");
        sheet.text(0, 0, format!("Cash flow of {}, base case", book.plan.name), Style::Title);
        sheet.text(
            1,
            0,
            "Million euro, nominal, unless a unit says otherwise. Line items as in the account: what is spent is positive in its own line.",
            Style::Plain,
        );
        for (column, head) in (0..).zip(["Line", "Unit", "Rule", "Sum"]) {
            sheet.text(3, column, head, Style::Head);
        }
        sheet.widths = vec![(0, 44.0), (1, 8.0), (2, 26.0), (3, 13.0)];
        sheet.frozen = (4, FIRST);
        let count = u16::try_from(years.len()).unwrap_or(u16::MAX);
        Self { book, years, rows: Rows::new(sheet, 3, count) }
    }

    /// A row of the account, with the engine's values.
    fn item(&mut self, of: LineItem, formula: impl Fn(u16) -> String) -> Row {
        let years = &self.years;
        self.rows.summed(item(of), Style::Money, formula, |t| of.of(&years[usize::from(t)].line))
    }

    /// The running sum of a row of the account.
    fn running(&mut self, name: &str, row: Row, of: LineItem) -> Row {
        let here = self.rows.coming();
        let years = &self.years;
        let value = |t: u16| years[..=usize::from(t)].iter().map(|year| of.of(&year.line)).sum();
        self.rows.row(step(name), Style::Money, |t| format!("{}+{}", here.before(t), row.at(t)), value)
    }

    fn write(mut self) -> Flow {
        let frame = self.frame();
        let tonnes = self.sales(&frame);
        let (revenue, by_products) = self.revenue(&frame, &tonnes);
        let sold = |t: u16| format!("({}+{})", revenue.at(t), by_products.at(t));
        let main = self.book.plan.products.first().map(|product| product.name.clone()).unwrap_or_default();
        let price = name(&format!("price/{main}"));
        let contained = name(&format!("contained/{main}"));

        self.rows.head("What is spent");
        let first = tonnes.first().copied().unwrap_or(revenue);
        let operating_cost = self.item(LineItem::OperatingCost, |t| {
            format!(
                "({}*in_operating_cost/1000000+in_fixed_cost*{})*{}",
                first.at(t),
                frame.operating.at(t),
                frame.index.at(t)
            )
        });
        let feed = self.item(LineItem::Feed, |t| {
            format!("{}*(in_feed_cost+in_feed_share*{price})*{}/1000000", first.at(t), frame.index.at(t))
        });
        let sustaining = self.item(LineItem::Sustaining, |t| {
            format!("in_sustaining_capex*{}*{}", frame.operating.at(t), frame.index.at(t))
        });
        let (capital, exploration, closure) = self.investment(&frame);
        let (working_capital, bond_paid, bond_released) = self.tied_up(&frame, &sold);

        self.rows.head("What is owed to the public");
        let invested = self.running("Investment so far", capital, LineItem::Capital);
        let depreciation = self.depreciation(&frame, capital, sustaining);
        let (levies, royalty, deductible) =
            self.levies(&frame, &sold, [operating_cost, feed], invested, &|t| format!("{}*{contained}", first.at(t)));
        let profit = self.item(LineItem::Profit, |t| {
            format!(
                "{}-{}-{}-{}-{}-{}-{}-{}",
                sold(t),
                royalty.at(t),
                operating_cost.at(t),
                feed.at(t),
                exploration.at(t),
                closure.at(t),
                deductible.at(t),
                depreciation.at(t)
            )
        });
        let used = self.losses(LineItem::LossesUsed, "", &|t| profit.at(t), |year| year.line.profit);
        let tax = self.item(LineItem::Tax, |t| format!("in_corporate_tax*(MAX({},0)-{})", profit.at(t), used.at(t)));
        let (on_profit, mut income) =
            self.levies_on_profit(&levies, |t| format!("(MAX({},0)-{})", profit.at(t), used.at(t)));
        let local = self.item(LineItem::LocalTaxes, |t| format!("{}+{}", deductible.at(t), on_profit.at(t)));
        income.push(("Corporate tax".to_owned(), tax));

        self.rows.head("What is left");
        let net = self.item(LineItem::Net, |t| {
            let spent =
                [royalty, operating_cost, feed, sustaining, capital, exploration, closure, working_capital, bond_paid];
            let spent: String = spent.iter().map(|row| format!("-{}", row.at(t))).collect();
            format!("{}{spent}+{}-{}-{}", sold(t), bond_released.at(t), local.at(t), tax.at(t))
        });
        let (real, factor, present) = self.discounted(&frame, net);
        let back = self.back(real);
        let (levelised, discounted_tonnes) = self.levelised(
            [exploration, capital, sustaining, operating_cost, feed, royalty, closure, working_capital, bond_paid],
            [bond_released, by_products],
            (&frame, factor, &|t| format!("{}*{contained}", first.at(t))),
        );
        let (owners, cover) = self.owners(&frame, capital, profit, tax, on_profit, net);
        Flow {
            sheet: self.rows.done(),
            net,
            real,
            present,
            index: frame.index,
            factor,
            back,
            levelised,
            tonnes: discounted_tonnes,
            owners,
            cover,
            income,
        }
    }
}
