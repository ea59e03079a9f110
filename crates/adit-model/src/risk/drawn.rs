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
    /// The lists of suppliers whose shares can pass 1 together.
    lists: Vec<Shares>,
}

/// The shares of one list.
struct Shares {
    /// Those that vary: row, and lowest value.
    varying: Vec<(u32, f64)>,
    /// Sum of the others.
    known: f64,
    /// Sum of all at their lowest.
    lowest: f64,
}

impl Varying {
    pub(crate) fn of(study: &Study) -> Self {
        let mut varying = Self { facts: Vec::new(), row: vec![u32::MAX; study.facts.len()], lists: Vec::new() };
        for fact in study.facts.iter().filter(|fact| !fact.is_constant()) {
            let index = u32::try_from(varying.facts.len()).unwrap_or(u32::MAX);
            varying.row[fact.index as usize] = index;
            varying.facts.push(Fact { index, ..*fact });
        }
        let stages = study.materials.iter().flat_map(|m| &m.stages);
        let lists = stages.flat_map(|s| [&s.world, &s.europe]).flatten().filter(|list| list.can_pass_one());
        varying.lists = lists.map(|list| varying.shares(list)).collect();
        varying
    }

    fn shares(&self, list: &ListInputs) -> Shares {
        let (known, drawn): (Vec<Fact>, Vec<Fact>) =
            list.suppliers.iter().map(|s| s.share).partition(Fact::is_constant);
        Shares {
            varying: drawn.iter().map(|share| (self.row[share.index as usize], share.low)).collect(),
            known: known.iter().map(|share| share.value).sum(),
            lowest: list.suppliers.iter().map(|s| s.share.low).sum(),
        }
    }

    /// Draws `first .. first + LANES` into `rows`, as a reading.
    pub(crate) fn block<'a>(&'a self, seed: u64, first: u64, rows: &'a mut Vec<[f64; LANES]>) -> Drawn<'a> {
        sample::<LANES>(&self.facts, seed, first, rows);
        for list in &self.lists {
            list.draw_back(rows);
        }
        Drawn { rows, row: &self.row }
    }
}

impl Shares {
    /// Shares that pass 1 together are drawn back to 1: each by the same part of what it has beyond its lower limit, so
    /// that none leaves the limits of its own print. (Where the lower limits alone pass 1, the list stays at them.)
    fn draw_back(&self, rows: &mut [[f64; LANES]]) {
        let mut total = [self.known; LANES];
        for (row, _) in &self.varying {
            for (sum, share) in total.iter_mut().zip(rows[*row as usize]) {
                *sum += share;
            }
        }
        let excess =
            total.map(|total| if total > 1.0 { ((total - 1.0) / (total - self.lowest)).min(1.0) } else { 0.0 });
        for (row, low) in &self.varying {
            for (share, excess) in rows[*row as usize].iter_mut().zip(excess) {
                *share = (*share - (*share - low) * excess).max(*low);
            }
        }
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

    #[inline]
    fn read(&self, fact: &Fact) -> Lanes<LANES> {
        if fact.is_constant() {
            return Lanes::exact(fact.value);
        }
        Lanes(self.rows[self.row[fact.index as usize] as usize])
    }
}

impl RiskReading for Drawn<'_> {}
