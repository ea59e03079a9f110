//! Who pays what when: each instrument as a function of a state of the world.

use super::offer::Terms;
use super::parties::{Channel, Party};
use super::repayment::{Borrower, Schedule};
use super::worlds::World;

/// Most channels of an instrument.
pub const CHANNELS: usize = 4;

const fn channel(from: Party, to: Party, what: &'static str, when: &'static str) -> Channel {
    Channel { from, to, what, when }
}

use Party::{Bank, Market, Project, Public};

static GRANT: [Channel; 1] = [channel(Public, Project, "grant", "as the investment is made")];
static SOFT_LOAN: [Channel; 2] = [
    channel(Public, Project, "loan", "as the investment is made"),
    channel(Project, Public, "interest and repayment", "as far as the project has cash"),
];
static GUARANTEE: [Channel; 4] = [
    channel(Bank, Project, "loan", "as the investment is made"),
    channel(Project, Bank, "interest and repayment", "as far as the project has cash"),
    channel(Public, Bank, "guarantee called", "if the project cannot pay an instalment"),
    channel(Project, Public, "premium, and what is paid back after a call", "as far as the project has cash"),
];
static EQUITY: [Channel; 2] = [
    channel(Public, Project, "equity", "as the investment is made"),
    channel(Project, Public, "dividends", "if the project has cash to distribute"),
];
static PRICE_FLOOR: [Channel; 2] = [
    channel(Public, Project, "difference to the strike", "if the price is below the strike"),
    channel(Project, Public, "difference to the strike", "if the price is above the strike, in a two-sided contract"),
];
static PURCHASE: [Channel; 4] = [
    channel(Public, Project, "price guaranteed, for what goes into store", "if the price is below it"),
    channel(Project, Market, "sales forgone", "if the price is below the one guaranteed"),
    channel(Market, Public, "sale of the stock", "when the years in store are over"),
    channel(Public, Market, "storage", "while there is stock"),
];
static INFRASTRUCTURE: [Channel; 2] = [
    channel(Public, Project, "works that the project need not build", "as the investment is made"),
    channel(Project, Public, "fee", "in years of output"),
];
static EXPLORATION: [Channel; 2] = [
    channel(Public, Project, "part of exploration", "as exploration is paid"),
    channel(Project, Public, "paid back", "if a mine follows, as far as the project has cash"),
];

/// The channels of an instrument, in the order of the amounts of [`pay`].
pub fn channels(terms: &Terms) -> &'static [Channel] {
    match terms {
        Terms::Grant { .. } => &GRANT,
        Terms::SoftLoan { .. } => &SOFT_LOAN,
        Terms::Guarantee { .. } => &GUARANTEE,
        Terms::Equity { .. } => &EQUITY,
        Terms::PriceFloor { .. } => &PRICE_FLOOR,
        Terms::PurchaseGuarantee { .. } => &PURCHASE,
        Terms::SharedInfrastructure { .. } => &INFRASTRUCTURE,
        Terms::ExplorationCoFunding { .. } => &EXPLORATION,
    }
}

/// What a contract for difference pays on a tonne: strike less price, not below zero where it is one-sided.
pub fn difference(strike: f64, price: f64, two_sided: bool) -> f64 {
    let difference = strike - price;
    if two_sided { difference } else { difference.max(0.0) }
}

/// What goes through each channel in each year, million euro, never negative: `paid[year][channel]`. The rows are
/// cleared first; there must be one for each year of the world.
pub fn pay(terms: &Terms, world: &World<'_>, paid: &mut [[f64; CHANNELS]]) {
    paid.fill([0.0; CHANNELS]);
    match *terms {
        Terms::Grant { share } => {
            for (row, investment) in paid.iter_mut().zip(world.investment) {
                row[0] = share * investment;
            }
        }
        Terms::SoftLoan { share, rate, grace, term } => {
            let loan = Loan { share, schedule: schedule(world, grace, term, rate), cover: 0.0, premium: 0.0 };
            loan.lent(world, |year, of| paid[year] = [of.drawn, of.arrears + of.instalment, 0.0, 0.0]);
        }
        Terms::Guarantee { share, cover, premium, rate, grace, term } => {
            let loan = Loan { share, schedule: schedule(world, grace, term, rate), cover, premium };
            loan.lent(world, |year, of| {
                let back = of.arrears * cover;
                paid[year] = [of.drawn, of.instalment + of.arrears - back, of.unpaid * cover, of.premium + back];
            });
        }
        Terms::Equity { share, cap } => equity(world, share, cap, paid),
        Terms::PriceFloor { strike, share, years, two_sided } => {
            let Some(begins) = world.begins() else { return };
            for year in begins..(begins + years).min(paid.len()) {
                let amount = difference(strike, world.price[year], two_sided) * share * world.output[year] * 1e-6;
                paid[year][usize::from(amount < 0.0)] = amount.abs();
            }
        }
        Terms::PurchaseGuarantee { price, share, years, stored, storage, discount } => {
            let Some(begins) = world.begins() else { return };
            for year in begins..(begins + years).min(paid.len()) {
                if world.price[year] >= price {
                    continue;
                }
                let tonnes = share * world.output[year] * 1e-6;
                paid[year][0] = tonnes * price;
                paid[year][1] = tonnes * world.price[year];
                let sold = (year + stored).min(paid.len() - 1);
                // Past the life of the project no price is drawn: the stock is sold at the last one.
                let known = world.price[..=sold].iter().rev().find(|price| **price > 0.0);
                paid[sold][2] += tonnes * known.copied().unwrap_or(0.0) * (1.0 - discount);
                for row in &mut paid[year..sold] {
                    row[3] += tonnes * price * storage;
                }
            }
        }
        Terms::SharedInfrastructure { share, fee } => {
            let mut built = 0.0;
            for (year, row) in paid.iter_mut().enumerate() {
                if world.output[year] > 0.0 {
                    row[1] = built * fee;
                }
                row[0] = share * world.investment[year];
                built += row[0];
            }
        }
        Terms::ExplorationCoFunding { share, repaid } => {
            let mut owed = 0.0;
            for (year, row) in paid.iter_mut().enumerate() {
                row[0] = share * world.exploration[year];
                owed += row[0] * repaid;
                if world.output[year] > 0.0 {
                    row[1] = owed.min(world.cash(year).max(0.0));
                    owed -= row[1];
                }
            }
        }
    }
}

fn schedule(world: &World<'_>, grace: usize, term: usize, rate: f64) -> Schedule {
    Schedule { built: world.built().unwrap_or(0), grace, term, rate }
}

/// A loan to a project in a state of the world.
struct Loan {
    share: f64,
    schedule: Schedule,
    cover: f64,
    premium: f64,
}

/// A year of it.
struct LoanYear {
    drawn: f64,
    premium: f64,
    arrears: f64,
    instalment: f64,
    unpaid: f64,
}

impl Loan {
    fn lent(&self, world: &World<'_>, mut take: impl FnMut(usize, LoanYear)) {
        let mut borrower = Borrower::default();
        let built = self.schedule.built;
        let drawn = world.investment.iter().enumerate().map(|(year, paid)| {
            // Replacements after building are the project's own matter.
            if year <= built { self.share * paid } else { 0.0 }
        });
        self.schedule.each(drawn, |year, drawn, due| {
            // While it is built the owners pay interest and premium with the rest of the investment.
            let cash = if year <= built { f64::INFINITY } else { world.cash(year).max(0.0) };
            let premium = (due.balance * self.cover * self.premium).min(cash);
            let paid = borrower.year(due.interest + due.repayment, cash - premium, self.schedule.rate);
            take(
                year,
                LoanYear { drawn, premium, arrears: paid.arrears, instalment: paid.instalment, unpaid: paid.unpaid },
            );
        });
    }
}

fn equity(world: &World<'_>, share: f64, cap: Option<f64>, paid: &mut [[f64; CHANNELS]]) {
    // With a cap: what the public still has to receive to have earned its return.
    let mut owed = 0.0;
    for (year, row) in paid.iter_mut().enumerate() {
        row[0] = share * world.investment[year];
        let part = share * world.operating[year].max(0.0);
        match cap {
            Some(cap) => {
                owed *= 1.0 + cap;
                row[1] = part.min(owed);
                owed += row[0] - row[1];
            }
            None => row[1] = part,
        }
    }
}
