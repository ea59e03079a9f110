//! Gross grant equivalent: what an instrument is worth to the one who receives it, as if it were a grant.

use adit_number::Rule;

use super::method;
use super::offer::Terms;
use super::rates::Rates;
use super::repayment::Schedule;
use super::worlds::World;

/// How a grant equivalent was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrantEquivalentBasis {
    /// What is paid, discounted.
    Grant,
    /// Interest below the reference rate.
    Loan,
    /// Premium below the safe harbour.
    Guarantee,
    /// Expected payments: no communication measures it.
    Expected,
    /// On the terms of the private owners: no aid.
    SameTerms,
}

/// A gross grant equivalent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GrantEquivalent {
    /// Million euro; `None` where a rate is not in the facts.
    pub value: Option<f64>,
    /// How it was measured.
    pub basis: GrantEquivalentBasis,
}

impl GrantEquivalent {
    /// The rule by which it was measured.
    pub fn rule(&self) -> &'static Rule {
        match self.basis {
            GrantEquivalentBasis::Grant => &method::GGE_GRANT,
            GrantEquivalentBasis::Loan => &method::GGE_LOAN,
            GrantEquivalentBasis::Guarantee => &method::GGE_GUARANTEE,
            GrantEquivalentBasis::Expected | GrantEquivalentBasis::SameTerms => &method::GGE_EXPECTED,
        }
    }
}

/// A sum of yearly amounts, discounted; the first year is not.
pub(crate) fn present(amounts: impl IntoIterator<Item = f64>, rate: f64) -> f64 {
    let (mut sum, mut factor) = (0.0, 1.0);
    for amount in amounts {
        sum += amount * factor;
        factor /= 1.0 + rate;
    }
    sum
}

/// Grant equivalent of a loan, million euro: the balance times what its interest is below the reference rate,
/// discounted. Zero at or above the reference rate.
///
/// # Source
/// Communication 2008/C 14/02; Regulation (EU) No 651/2014, Art. 5(2)(b).
pub fn loan_equivalent(schedule: Schedule, drawn: &[f64], reference: f64, discount: f64) -> f64 {
    let below = (reference - schedule.rate).max(0.0);
    balances(schedule, drawn, |balance| balance * below, discount)
}

/// Grant equivalent of a guarantee, million euro: the balance covered times what the premium is below the safe-harbour
/// premium, discounted.
///
/// # Source
/// Notice 2008/C 155/02; Regulation (EU) No 651/2014, Art. 5(2)(c)(i).
pub fn guarantee_equivalent(
    schedule: Schedule,
    drawn: &[f64],
    cover: f64,
    (safe_harbour, premium): (f64, f64),
    discount: f64,
) -> f64 {
    let below = (safe_harbour - premium).max(0.0);
    balances(schedule, drawn, |balance| balance * cover * below, discount)
}

fn balances(schedule: Schedule, drawn: &[f64], of: impl Fn(f64) -> f64, discount: f64) -> f64 {
    let mut yearly = Vec::with_capacity(drawn.len());
    schedule.each(drawn.iter().copied(), |_, _, due| yearly.push(of(due.balance)));
    present(yearly, discount)
}

/// The grant equivalent of an instrument. `base` is the base case of the project, `paid` what it receives through the
/// first channel in it, `expected` the mean discounted cost to the public over the draws.
pub(crate) fn of(terms: &Terms, base: &World<'_>, paid: &[f64], expected: f64, rates: &Rates) -> GrantEquivalent {
    let schedule = |grace, term, rate| Schedule { built: base.built().unwrap_or(0), grace, term, rate };
    let discount = rates.discount();
    let (value, basis) = match *terms {
        Terms::Grant { .. } => (Some(present(paid.iter().copied(), discount)), GrantEquivalentBasis::Grant),
        Terms::SoftLoan { rate, grace, term, .. } => {
            let value = loan_equivalent(schedule(grace, term, rate), paid, rates.reference(), discount);
            (Some(value), GrantEquivalentBasis::Loan)
        }
        Terms::Guarantee { cover, premium, rate, grace, term, .. } => {
            let value = rates.premium.as_ref().map(|safe| {
                guarantee_equivalent(schedule(grace, term, rate), paid, cover, (safe.value, premium), discount)
            });
            (value, GrantEquivalentBasis::Guarantee)
        }
        Terms::Equity { cap: None, .. } => (Some(0.0), GrantEquivalentBasis::SameTerms),
        _ => (Some(expected.max(0.0)), GrantEquivalentBasis::Expected),
    };
    GrantEquivalent { value, basis }
}
