//! The rates by which public money is measured, and what else an instrument is measured with.

use adit_facts::choose::fund_rules::{RateKind, ReferenceRate};

use super::awards::Award;
use crate::choose::appraise::Given;
use crate::workings::Input;

/// Rates of the Commission for a country, a day and a debtor. All nominal, a share a year.
#[derive(Debug, Clone, PartialEq)]
pub struct Rates {
    /// Base rate.
    pub base: Given,
    /// Added to it for the discount rate.
    pub discount_margin: Given,
    /// Added to it for the reference rate of a loan.
    pub loan_margin: Given,
    /// Safe-harbour premium of a guarantee; `None` where it is not in the facts.
    pub premium: Option<Given>,
    /// What a reader must know of them.
    pub notes: Vec<String>,
}

impl Rates {
    /// The rates of a country on a day, for a debtor with a rating (`strong`, `good`, `satisfactory`, `weak`,
    /// `in-difficulty`) and collateral (`high`, `normal`, `low`). `Err` says what is missing.
    ///
    /// Where a country has no base rate in the facts, that of another is taken as an assumption and said so: the first
    /// in the table that holds on the day.
    pub fn of(
        table: &[ReferenceRate],
        country: &str,
        day: &str,
        rating: &str,
        collateral: &str,
    ) -> Result<Self, String> {
        let valid = |row: &&ReferenceRate| row.holds_on(day);
        let mut notes = Vec::new();
        let bases = || table.iter().filter(|row| row.kind == RateKind::Base).filter(valid);
        let own = bases().find(|row| row.country.as_deref() == Some(country));
        let (base, assumed) = match (own, bases().next()) {
            (Some(base), _) => (base, false),
            (None, Some(other)) => {
                let whose = other.country.as_deref().unwrap_or("another country");
                notes.push(format!("No base rate of {country} on {day} is in our facts: that of {whose} is assumed."));
                (other, true)
            }
            (None, None) => return Err(format!("no base rate of the Commission on {day} is in our facts")),
        };
        notes.extend(base.note.clone());
        let discount_margin = table.iter().filter(valid).find(|row| row.kind == RateKind::DiscountMargin);
        let of_debtor = |row: &&ReferenceRate| {
            row.kind == RateKind::LoanMargin
                && row.rating.as_deref() == Some(rating)
                && row.collateral.as_deref() == Some(collateral)
        };
        let loan_margin = table.iter().filter(valid).find(of_debtor);
        let class = if rating == "satisfactory" { "bb" } else { "unrated" };
        let premiums = |row: &&ReferenceRate| row.kind == RateKind::GuaranteePremium;
        let premium = table.iter().filter(valid).filter(premiums).find(|row| row.rating.as_deref() == Some(class));
        if class == "unrated" {
            notes.push("The safe-harbour premium is that of a debtor without rating: those of other ratings are not in our facts.".to_owned());
        }
        let missing = |what: &str| format!("{what} on {day} is not in our facts");
        Ok(Self {
            base: given(base, assumed),
            discount_margin: given(discount_margin.ok_or_else(|| missing("the margin of the discount rate"))?, false),
            loan_margin: given(
                loan_margin
                    .ok_or_else(|| missing(&format!("the loan margin of {rating} with {collateral} collateral")))?,
                false,
            ),
            premium: premium.map(|row| given(row, false)),
            notes,
        })
    }

    /// Discount rate: at which public money, aid and eligible costs are discounted.
    pub fn discount(&self) -> f64 {
        self.base.value + self.discount_margin.value
    }

    /// Reference rate of a loan.
    pub fn reference(&self) -> f64 {
        self.base.value + self.loan_margin.value
    }
}

fn given(row: &ReferenceRate, assumed: bool) -> Given {
    let number = row.value.number;
    Given { value: number.value, low: number.value, high: number.value, input: Input::Fact(row.value), assumed }
}

/// What instruments of one project are measured with.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// Id of the project, which ids use.
    pub project: String,
    /// Rates of the Commission.
    pub rates: Rates,
    /// Rate of the owners, nominal.
    pub owner_rate: Given,
    /// Chance that the project goes ahead without public money: an assumption with its range. What becomes of it once it
    /// goes ahead (price, cost, delay, failure) is in the states of the world.
    pub chance: Given,
    /// How strongly the odds of going ahead grow with what the owners gain over the investment: an assumption with its
    /// range ([`super::additionality`]).
    pub slope: Given,
    /// First and last year whose output counts.
    pub counted: (i32, i32),
    /// Year whose output is held against the benchmark.
    pub benchmark_year: i32,
    /// Union consumption, tonnes a year, where known.
    pub consumption: Option<Given>,
    /// The award, to hold against the rules.
    pub award: Award,
}
