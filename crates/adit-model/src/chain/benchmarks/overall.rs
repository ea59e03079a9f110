//! The overall figure, three ways, since the Act fixes none (rules of calculation §2.4).

use adit_number::Ranged;

use super::{AIMS, EntryModel, STAGES};

/// The overall figures of one stage in one year.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Overall {
    /// Tonnes of capacity over tonnes of consumption, of the entries for which both are known.
    pub by_tonnes: Option<Ranged>,
    /// Median over the entries known.
    pub median: Option<f64>,
    /// Entries that meet the aim by their value.
    pub met: usize,
    /// Entries for which it is known.
    pub known: usize,
    /// Entries of which the bounds leave no doubt that they meet it.
    pub certainly_met: usize,
    /// Entries of which the bounds leave it open.
    pub open: usize,
    /// How much of the consumption by tonnes is aluminium and copper, a fraction.
    pub aluminium_copper: Option<f64>,
}

/// The overall figures of each stage of [`STAGES`] in a year.
pub fn overall(entries: &[EntryModel], year: u16, without: &[String]) -> [Overall; 3] {
    std::array::from_fn(|stage| of_stage(entries, stage, year, without))
}

fn of_stage(entries: &[EntryModel], stage: usize, year: u16, without: &[String]) -> Overall {
    debug_assert!(stage < STAGES.len());
    let mut shares = Vec::new();
    let mut found = Overall::default();
    let (mut tonnes, mut consumption) = (Ranged::point(0.0), Ranged::point(0.0));
    let mut large = 0.0;
    for entry in entries {
        let Some(share) = entry.share(stage, year, without) else { continue };
        shares.push(share.share.value);
        found.known += 1;
        found.met += usize::from(share.share.value >= AIMS[stage]);
        found.certainly_met += usize::from(share.share.low() >= AIMS[stage]);
        found.open += usize::from(share.share.low() < AIMS[stage] && share.share.high() >= AIMS[stage]);
        if let Some(used) = entry.consumption_in(year) {
            tonnes = tonnes + share.tonnes;
            consumption = consumption + used;
            if matches!(entry.id.as_str(), "aluminium" | "copper") {
                large += used.value;
            }
        }
    }
    if consumption.value > 0.0 {
        found.by_tonnes = Some(tonnes / consumption);
        found.aluminium_copper = Some(large / consumption.value);
    }
    found.median = median(&mut shares);
    found
}

/// The median; the mean of the middle two where their number is even.
pub fn median(values: &mut [f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    Some(if values.len() % 2 == 1 { values[middle] } else { 0.5 * (values[middle - 1] + values[middle]) })
}
