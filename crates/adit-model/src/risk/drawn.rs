//! Draws of the facts that vary. Two thirds of a study's facts (governance, trade parameters, value added) are the same
//! in every draw; they are read as they are, so that a block of draws stays in the processor's cache.

use adit_number::{Fact, Lanes, Reading, Real, sample};

use super::evaluate::RiskReading;
use super::inputs::{ListInputs, Study};

/// Draws that are computed at once.
pub const LANES: usize = 8;

/// The facts of a study that vary, and the row of each in a block of draws.
pub(crate) struct Varying {
    /// Indexed by row.
    facts: Vec<Fact>,
    /// By index in the study.
    row: Vec<u32>,
}

impl Varying {
    pub(crate) fn of(study: &Study) -> Self {
        let mut varying = Self { facts: Vec::new(), row: vec![u32::MAX; study.facts.len()] };
        for fact in study.facts.iter().filter(|fact| !fact.is_constant()) {
            let index = u32::try_from(varying.facts.len()).unwrap_or(u32::MAX);
            varying.row[fact.index as usize] = index;
            varying.facts.push(Fact { index, ..*fact });
        }
        varying
    }

    /// Draws `first .. first + LANES` into `rows`, as a reading.
    pub(crate) fn block<'a>(&'a self, seed: u64, first: u64, rows: &'a mut Vec<[f64; LANES]>) -> Drawn<'a> {
        sample::<LANES>(&self.facts, seed, first, rows);
        Drawn { rows, row: &self.row }
    }
}

/// A block of draws.
#[derive(Clone, Copy)]
pub(crate) struct Drawn<'a> {
    rows: &'a [[f64; LANES]],
    row: &'a [u32],
}

impl Reading for Drawn<'_> {
    type Number = Lanes<LANES>;

    fn read(&self, fact: &Fact) -> Lanes<LANES> {
        if fact.is_constant() {
            return Lanes::exact(fact.value);
        }
        Lanes(self.rows[self.row[fact.index as usize] as usize])
    }
}

impl RiskReading for Drawn<'_> {
    /// Shares that pass 1 together are drawn back to 1: each by the same part of what it has beyond its lower limit, so
    /// that none leaves the limits of its own print. (Where the lower limits alone pass 1, the list stays at them.)
    fn excess(&self, list: &ListInputs) -> Option<Lanes<LANES>> {
        let mut total = [0.0; LANES];
        for supplier in &list.suppliers {
            for (sum, share) in total.iter_mut().zip(self.read(&supplier.share).0) {
                *sum += share;
            }
        }
        if total.iter().all(|total| *total <= 1.0) {
            return None;
        }
        let lowest: f64 = list.suppliers.iter().map(|s| s.share.low).sum();
        let part = |total: f64| if total > 1.0 { ((total - 1.0) / (total - lowest)).min(1.0) } else { 0.0 };
        Some(Lanes(total.map(part)))
    }
}
