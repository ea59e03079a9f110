//! States of the world: the cash flows of a project before any support, draw by draw.

use crate::choose::appraise::CashFlow;

/// The cash flows of a project in many states of the world, one after another.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Worlds {
    /// First year: that of the award.
    first_year: i32,
    years: usize,
    operating: Vec<f64>,
    investment: Vec<f64>,
    exploration: Vec<f64>,
    output: Vec<f64>,
    price: Vec<f64>,
}

/// One state of the world. All slices have one entry a year.
#[derive(Debug, Clone, Copy)]
pub struct World<'a> {
    /// Cash of the project before investment, exploration and support, after taxes and closure, million euro.
    pub operating: &'a [f64],
    /// Investment, million euro.
    pub investment: &'a [f64],
    /// Exploration and studies, million euro.
    pub exploration: &'a [f64],
    /// Output of the main product, tonnes contained.
    pub output: &'a [f64],
    /// Price that the project gets for it on the market, euro a tonne contained.
    pub price: &'a [f64],
}

impl World<'_> {
    /// Cash of the project in a year without support, million euro.
    pub fn cash(&self, year: usize) -> f64 {
        self.operating[year] - self.investment[year] - self.exploration[year]
    }

    /// The first year with output.
    pub fn begins(&self) -> Option<usize> {
        self.output.iter().position(|tonnes| *tonnes > 0.0)
    }

    /// The last year with investment before output begins.
    pub fn built(&self) -> Option<usize> {
        let end = self.begins().unwrap_or(self.investment.len());
        self.investment[..end].iter().rposition(|paid| *paid > 0.0)
    }
}

impl Worlds {
    /// No state yet, of projects over `years` years from the year of the award.
    pub fn new(first_year: i32, years: usize) -> Self {
        Self { first_year, years, ..Self::default() }
    }

    /// First year, that of the award.
    pub fn first_year(&self) -> i32 {
        self.first_year
    }

    /// Number of years.
    pub fn years(&self) -> usize {
        self.years
    }

    /// Number of states.
    pub fn draws(&self) -> usize {
        self.operating.len().checked_div(self.years).unwrap_or(0)
    }

    /// Adds a state. A slice that is longer than the years is cut, a shorter one ends in zeros.
    pub fn push(&mut self, world: World<'_>) {
        let years = self.years;
        let add = |column: &mut Vec<f64>, part: &[f64]| {
            column.extend((0..years).map(|year| part.get(year).copied().unwrap_or(0.0)));
        };
        add(&mut self.operating, world.operating);
        add(&mut self.investment, world.investment);
        add(&mut self.exploration, world.exploration);
        add(&mut self.output, world.output);
        add(&mut self.price, world.price);
    }

    /// Adds a state from the cash flow of an appraisal (nominal flows with nominal rates, real with real). The price is
    /// the revenue of the main product over its tonnes; support that the flow already holds is taken out.
    pub fn push_cash_flow(&mut self, flow: &CashFlow) {
        let main = |rows: &[Vec<f64>], year: usize| rows.get(year).and_then(|row| row.first()).copied().unwrap_or(0.0);
        let each = |of: &dyn Fn(usize) -> f64| (0..flow.lines.len()).map(of).collect::<Vec<f64>>();
        let output = each(&|year| main(&flow.tonnes, year));
        let price = each(&|year| {
            let tonnes = output[year];
            if tonnes > 0.0 { main(&flow.revenue, year) * 1e6 / tonnes } else { 0.0 }
        });
        let operating = each(&|year| {
            let line = &flow.lines[year];
            line.net + line.capital + line.exploration - line.support
        });
        let investment = each(&|year| flow.lines[year].capital);
        let exploration = each(&|year| flow.lines[year].exploration);
        let world = World {
            operating: &operating,
            investment: &investment,
            exploration: &exploration,
            output: &output,
            price: &price,
        };
        self.push(world);
    }

    /// A state by its number.
    pub fn get(&self, draw: usize) -> World<'_> {
        let at = draw * self.years..(draw + 1) * self.years;
        World {
            operating: &self.operating[at.clone()],
            investment: &self.investment[at.clone()],
            exploration: &self.exploration[at.clone()],
            output: &self.output[at.clone()],
            price: &self.price[at],
        }
    }

    /// All states in their order.
    pub fn iter(&self) -> impl Iterator<Item = World<'_>> {
        (0..self.draws()).map(|draw| self.get(draw))
    }
}
