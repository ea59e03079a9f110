//! Lifetimes whose sum over cohorts has a closed form, so that a series costs its periods and not their square.

use super::Eight;

/// Exponential lifetimes: of all that is in use the share `next` survives a period, whatever its age, and of new goods
/// the share `first` their own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memoryless {
    /// Share of an inflow in use at the end of its own period.
    pub first: Eight,
    /// Share of a stock in use a period later.
    pub next: Eight,
}

impl Memoryless {
    /// Stock at the end of each period, from a stock of `initial` before the first.
    pub fn stock_of_inflow(&self, initial: &Eight, inflow: &[Eight], stock: &mut [Eight]) {
        let mut in_use = *initial;
        for (inflow, stock) in inflow.iter().zip(stock) {
            for lane in 0..8 {
                in_use[lane] = in_use[lane] * self.next[lane] + inflow[lane] * self.first[lane];
            }
            *stock = in_use;
        }
    }

    /// What is left of the stock of the period before (`initial` before the first), and the inflow that gives each stock:
    /// 0 where the stock lies below what is left. As goods of all ages survive alike, early retirement changes nothing
    /// later.
    pub fn inflow_of_stock(&self, initial: &Eight, stock: &[Eight], left: &mut [Eight], inflow: &mut [Eight]) {
        let mut before = initial;
        for ((stock, left), inflow) in stock.iter().zip(left).zip(inflow) {
            for lane in 0..8 {
                left[lane] = before[lane] * self.next[lane];
                let missing = stock[lane] - left[lane];
                inflow[lane] = if missing > 0.0 { missing / self.first[lane] } else { 0.0 };
            }
            before = stock;
        }
    }
}

/// Fixed lifetimes: stock at the end of each period as the sum of the last inflows, `periods_in_use` of them in each lane
/// (those after which a cohort is still younger than its lifetime).
///
/// The periods are cut into groups as long as the window, so that a window is the end of one group and the start of the
/// next: sums from the ends of groups and from their starts give it with one addition and, unlike a running sum that
/// adds what comes and subtracts what goes, without loss of digits.
pub fn stock_of_fixed(periods_in_use: &[usize; 8], inflow: &[Eight], stock: &mut [Eight]) {
    let periods = stock.len();
    stock.fill([0.0; 8]);
    for (lane, window) in periods_in_use.iter().enumerate() {
        let window = (*window).min(periods);
        if window == 0 {
            continue;
        }
        for start in (0..periods).step_by(window) {
            let end = (start + window).min(periods);
            let mut so_far = 0.0;
            for t in start..end {
                so_far += inflow[t][lane];
                stock[t][lane] += so_far;
            }
            // What of this group is still in use in each period of the next one, which adds its own.
            let mut still = 0.0;
            for t in (start + 1..end).rev() {
                still += inflow[t][lane];
                if let Some(later) = stock.get_mut(t + window - 1) {
                    later[lane] = still;
                }
            }
        }
    }
}
