//! Concentration by region, **not an official measure**: the official one counts countries.
//!
//! `H = sum of shares of EU sourcing squared`, 1 for a single source, 1/n for n equal ones; no weights for governance or
//! trade. Counted by country, and again with every region of the game as a source of its own. Sources that are there
//! already count as one for each country, because the study does not say from which regions they come. Source of the
//! index: A. O. Hirschman (1964), The Paternity of an Index, The American Economic Review 54(5), 761-762.

use adit_facts::{Country, Stage};
use adit_number::AsValue;

use super::displacement::Displacement;
use super::inputs::Inputs;
use super::outcome::stage_of_interest;
use super::read::Reader;
use super::supply::Scratch;

/// The index before and after, unofficial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Regional {
    /// The stage looked at.
    pub stage: Stage,
    /// Before anybody joins, by country.
    pub before: f64,
    /// With everybody, by country.
    pub by_country: f64,
    /// With everybody, each region a source of its own.
    pub by_region: f64,
}

/// The index at the stage played, or that of interest; `None` for a group, a measure of capacity, or a stage without EU
/// sourcing.
pub fn regional(inputs: &Inputs, how: Displacement) -> Option<Regional> {
    let play = Reader::new(inputs, AsValue, 1.0).play(how);
    let [material] = play.materials.as_slice() else { return None };
    if play.measure.is_capacity() {
        return None;
    }
    let wanted = stage_of_interest(inputs)?;
    let stage = material.base.stages.iter().find(|stage| stage.stage == wanted)?;
    let (list, supply) = (stage.europe.as_ref()?, stage.supply?);
    let mut scratch = Scratch::default();
    let accepted = play.sourcing(material, stage, inputs.all(), &mut scratch)?.accepted;
    let after = list.after(&scratch);
    let mut remaining: Vec<(Country, f64)> = after.iter().map(|source| (source.country, source.share)).collect();
    let mut by_region = 0.0;
    for (at, player) in inputs.players.iter().enumerate() {
        let tonnes: f64 =
            material.at(inputs.all(), wanted.into()).filter(|offer| offer.by == at).map(|offer| offer.tonnes).sum();
        let share = tonnes / supply * accepted;
        by_region += share * share;
        for (_, rest) in remaining.iter_mut().filter(|(country, _)| *country == player.country) {
            *rest -= share;
        }
    }
    by_region += squares(remaining.iter().map(|(_, rest)| rest.max(0.0)));
    Some(Regional {
        stage: wanted,
        before: squares(list.sources.iter().map(|source| source.share)),
        by_country: squares(after.iter().map(|source| source.share)),
        by_region,
    })
}

fn squares(shares: impl Iterator<Item = f64>) -> f64 {
    shares.map(|share| share * share).sum()
}
