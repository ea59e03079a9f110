//! Stocks and flows from survival.
//!
//! All slices have one row for each period; shorter ones are a mistake of the caller. Amounts are taken as they are: that
//! they are finite and not negative is the caller's to check.

use super::{Eight, Survival};
use crate::outlook::cohorts::NegativeInflow;

/// A stock may lie below what is left of older goods by this share of the largest stock so far: that is rounding of the
/// earlier inflows, and nothing comes in then.
const ROUNDING: f64 = 1e-12;

/// A stock that would need a negative inflow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Negative {
    /// Lane.
    pub lane: usize,
    /// Period.
    pub period: usize,
    /// The inflow it would need.
    pub inflow: f64,
}

/// Stock at the end of each period. `stock` holds at the start what will be left of older goods then (0 where there are
/// none) and at the end the whole stock. `kept`, where given, is the part of older goods kept in each period
/// ([`inflow_of_stock`] writes it): with it the stock of a material follows that of its product through early retirement.
pub fn stock_of_inflow(survival: Survival<'_>, inflow: &[Eight], kept: Option<&[Eight]>, stock: &mut [Eight]) {
    let periods = stock.len();
    for c in 0..periods {
        if let Some(kept) = kept {
            cut(&kept[c], &mut stock[c..]);
        }
        scatter(&inflow[c], survival.of(c, periods), &mut stock[c..]);
    }
}

/// The inflow that gives each stock.
///
/// `left` holds at the start what will be left of older goods at the end of each period (0 where there are none), and at
/// the end what is left of all goods of earlier periods. `kept` becomes the part of them that is kept: 1 but where goods
/// retire early.
///
/// # Errors
/// With [`NegativeInflow::Error`] the first period (and in it the first lane) whose stock lies below what is left by more
/// than rounding. What is in `left` and `inflow` is then of no use.
pub fn inflow_of_stock(
    survival: Survival<'_>,
    stock: &[Eight],
    negative: NegativeInflow,
    left: &mut [Eight],
    inflow: &mut [Eight],
    kept: &mut [Eight],
) -> Result<(), Negative> {
    let periods = stock.len();
    for t in 0..periods {
        let shares = survival.of(t, periods);
        kept[t] = [1.0; 8];
        let mut falls = false;
        for lane in 0..8 {
            let missing = stock[t][lane] - left[t][lane];
            falls |= missing < 0.0;
            inflow[t][lane] = if missing > 0.0 { missing / shares[0][lane] } else { 0.0 };
        }
        if falls {
            fall(&stock[..=t], &left[t], &shares[0], negative, &mut kept[t]).map_err(|(lane, inflow)| Negative {
                lane,
                period: t,
                inflow,
            })?;
            cut(&kept[t], &mut left[t..]);
        }
        scatter(&inflow[t], &shares[1..], &mut left[t + 1..]);
    }
    Ok(())
}

/// What is kept of older goods in a period in which the stock of a lane falls below them.
#[cold]
fn fall(
    stocks: &[Eight],
    left: &Eight,
    share: &Eight,
    negative: NegativeInflow,
    kept: &mut Eight,
) -> Result<(), (usize, f64)> {
    let stock = stocks[stocks.len() - 1];
    for lane in 0..8 {
        let missing = stock[lane] - left[lane];
        if missing < 0.0 {
            let largest = || stocks.iter().map(|stock| stock[lane]).fold(0.0, f64::max);
            match negative {
                NegativeInflow::Retire => kept[lane] = stock[lane] / left[lane],
                NegativeInflow::Error if missing < -ROUNDING * largest() => {
                    return Err((lane, missing / share[lane]));
                }
                NegativeInflow::Error => {}
            }
        }
    }
    Ok(())
}

/// What leaves in each period: inflow less the change of stock, `initial` being the stock before the first period. What
/// rounding would put below 0 is 0.
pub fn outflow(initial: &Eight, inflow: &[Eight], stock: &[Eight], outflow: &mut [Eight]) {
    let mut before = initial;
    for ((inflow, stock), outflow) in inflow.iter().zip(stock).zip(outflow) {
        for lane in 0..8 {
            let left = inflow[lane] - (stock[lane] - before[lane]);
            outflow[lane] = if left < 0.0 { 0.0 } else { left };
        }
        before = stock;
    }
}

/// Adds what will be left of one inflow to the periods to come.
///
/// Two rows at a time: the compiler then puts lanes side by side. With one row it puts rows side by side and spends
/// three times as long on turning them (rustc 1.95, x86-64).
#[inline]
fn scatter(inflow: &Eight, shares: &[Eight], left: &mut [Eight]) {
    let rows = shares.len().min(left.len());
    let (pairs, last) = left[..rows].as_chunks_mut::<2>();
    let (of_pairs, of_last) = shares[..rows].as_chunks::<2>();
    for (left, share) in pairs.iter_mut().zip(of_pairs) {
        add(inflow, &share[0], &mut left[0]);
        add(inflow, &share[1], &mut left[1]);
    }
    for (left, share) in last.iter_mut().zip(of_last) {
        add(inflow, share, left);
    }
}

#[inline]
fn add(inflow: &Eight, share: &Eight, left: &mut Eight) {
    for lane in 0..8 {
        left[lane] += inflow[lane] * share[lane];
    }
}

/// Keeps a part of what will be left.
#[inline]
fn cut(kept: &Eight, left: &mut [Eight]) {
    if *kept == [1.0; 8] {
        return;
    }
    let (pairs, last) = left.as_chunks_mut::<2>();
    for left in pairs {
        scale(kept, &mut left[0]);
        scale(kept, &mut left[1]);
    }
    for left in last {
        scale(kept, left);
    }
}

#[inline]
fn scale(kept: &Eight, left: &mut Eight) {
    for lane in 0..8 {
        left[lane] *= kept[lane];
    }
}
