//! Stocks and flows from survival by age.
//!
//! All slices have one row for each period. Inputs are taken as they are: finite and not negative is the caller's to
//! check. `survival[0]` is the share of an inflow still in use at the end of its own period.

use std::array::from_fn;

use super::Eight;

/// Stock at the end of each period: `stock[t]` = sum over `c <= t` of `inflow[c] * survival[t - c]`, oldest first.
pub fn stock_of_inflow(survival: &[Eight], inflow: &[Eight], stock: &mut [Eight]) {
    for (t, stock) in stock.iter_mut().enumerate() {
        *stock = in_use(survival, &inflow[..=t], t);
    }
}

/// Inflow that gives each stock; it may come out negative, which the caller must refuse
/// ([`inflow_of_stock_retiring`] never does).
pub fn inflow_of_stock(survival: &[Eight], stock: &[Eight], inflow: &mut [Eight]) {
    for t in 0..inflow.len() {
        let left = in_use(survival, &inflow[..t], t);
        inflow[t] = from_fn(|lane| (stock[t][lane] - left[lane]) / survival[0][lane]);
    }
}

/// Inflow that gives each stock, where a stock that falls faster than its goods leave has them retire early: nothing
/// comes in then, and every surviving cohort is cut by the same factor.
///
/// Cutting every cohort is the same as making every later inflow larger by that factor: `entered` is inflow over the
/// product of the factors so far, and what is in use is that product times the convolution of `entered`.
pub fn inflow_of_stock_retiring(survival: &[Eight], stock: &[Eight], inflow: &mut [Eight], entered: &mut [Eight]) {
    let mut scale = [1.0; 8];
    for t in 0..inflow.len() {
        let left = in_use(survival, &entered[..t], t);
        for lane in 0..8 {
            let missing = stock[t][lane] - left[lane] * scale[lane];
            if missing < 0.0 {
                scale[lane] = stock[t][lane] / left[lane];
                if scale[lane] < LEAST_SCALE {
                    for row in &mut entered[..t] {
                        row[lane] *= scale[lane];
                    }
                    scale[lane] = 1.0;
                }
            }
            inflow[t][lane] = missing.max(0.0) / survival[0][lane];
            entered[t][lane] = inflow[t][lane] / scale[lane];
        }
    }
}

/// The product of the factors is folded into what entered before it leaves what numbers can hold (it is 0 where a stock
/// falls to 0).
const LEAST_SCALE: f64 = 1e-100;

/// What leaves in each period: inflow less the change of stock, from a stock of 0 before the first period. Rounding
/// below 0 is 0.
pub fn outflow(inflow: &[Eight], stock: &[Eight], outflow: &mut [Eight]) {
    let mut before = [0.0; 8];
    for ((inflow, stock), outflow) in inflow.iter().zip(stock).zip(outflow) {
        for lane in 0..8 {
            let left = inflow[lane] - (stock[lane] - before[lane]);
            outflow[lane] = if left < 0.0 { 0.0 } else { left };
        }
        before = *stock;
    }
}

/// What is left at the end of period `t` of the cohorts of the first periods.
fn in_use(survival: &[Eight], entered: &[Eight], t: usize) -> Eight {
    let mut sum = [0.0; 8];
    for (entered, survival) in entered.iter().zip(survival[..=t].iter().rev()) {
        for lane in 0..8 {
            sum[lane] += entered[lane] * survival[lane];
        }
    }
    sum
}
