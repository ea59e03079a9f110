//! What the past leaves to the tax of a year: book values and carried losses. All nominal.

use adit_number::{Real, Subject};

use super::lines;

/// Losses carried forward.
#[derive(Debug, Clone)]
pub(super) struct Losses<R> {
    /// Losses by age, the oldest first; a single one where they never grow too old.
    vintages: Vec<R>,
    limited: bool,
}

impl<R: Real> Losses<R> {
    /// No losses yet. A loss may be used in `years` years after its own, or for ever.
    pub fn none(years: Option<u16>) -> Self {
        let vintages = years.map_or(1, usize::from);
        Self { vintages: vec![R::exact(0.0); vintages], limited: years.is_some() }
    }

    /// All that is carried.
    pub fn carried(&self) -> R {
        self.vintages.iter().fold(R::exact(0.0), |sum, loss| sum + *loss).by(&lines::LOSSES, Subject::NONE)
    }

    /// A year with this profit or loss: what is used of the past.
    pub fn year(&mut self, profit: R, free: R, share: R) -> R {
        let zero = R::exact(0.0);
        let used = lines::losses_used(self.carried(), profit, free, share);
        let mut left = used;
        for loss in &mut self.vintages {
            let taken = loss.smaller(left);
            *loss = *loss - taken;
            left = left - taken;
        }
        let new = (-profit).larger(zero);
        if self.limited {
            // The oldest is a year too old now.
            self.vintages.rotate_left(1);
            if let Some(last) = self.vintages.last_mut() {
                *last = new;
            }
        } else if let Some(only) = self.vintages.first_mut() {
            *only = *only + new;
        }
        used
    }
}

/// Book values that are still to be deducted.
#[derive(Debug, Clone)]
pub(super) struct Books<R> {
    /// The investment so far, less grants for it.
    investment: R,
    /// Sustaining capital not yet deducted.
    sustaining: R,
}

/// When the investment is deducted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deduction<R> {
    /// First output.
    pub from: R,
    /// End of output.
    pub to: R,
    /// Years of straight-line depreciation.
    pub years: R,
}

impl<R: Real> Books<R> {
    /// Nothing invested yet.
    pub fn empty() -> Self {
        Self { investment: R::exact(0.0), sustaining: R::exact(0.0) }
    }

    /// The deduction of year `t`, after what is invested in it.
    pub fn year(&mut self, t: usize, when: Deduction<R>, investment: R, sustaining: R) -> R {
        let (zero, one) = (R::exact(0.0), R::exact(1.0));
        self.investment = self.investment + investment;
        self.sustaining = self.sustaining + sustaining;
        let years = when.years.smaller(when.to - when.from);
        let part = lines::overlap(t, when.from, when.from + years) / years;
        let operating = lines::overlap(t, when.from, when.to);
        let left = when.to - when.from.larger(R::exact(t as f64));
        let idle = zero.at_least(operating);
        let renewals = self.sustaining * (R::choose(idle, zero, operating) / R::choose(idle, one, left));
        self.sustaining = self.sustaining - renewals;
        (self.investment * part + renewals).by(&lines::DEPRECIATION, Subject::NONE)
    }
}
