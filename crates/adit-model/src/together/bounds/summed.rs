//! A limit of concentration that knows that shares are parts of one supply.
//!
//! Each new share may be as large as its tonnes allow, but not all of them at once: displacement leaves the sum of a list
//! as it was, or brings it nearer to 1. So `sum of S^2 w` is at most the largest `sum of S (S_high w)` over shares
//! `S <= S_high` of that sum, which fills the places with the largest `S_high w` first (a fractional knapsack). Source:
//! G. B. Dantzig (1957), Discrete-variable extremum problems, Operations Research 5(2), 266-288,
//! <https://doi.org/10.1287/opre.5.2.266>.

use adit_number::{Bounds, Subject};

use crate::risk::whole::{higher_stage, mean_of_members};
use crate::together::game::Coalition;
use crate::together::play::{MaterialPlay, Play};
use crate::together::supply::{List, Scratch};

/// What a coalition changes in the supply risk, with concentrations limited so.
pub(super) fn value(play: &Play<Bounds>, with: Coalition) -> Option<Bounds> {
    mean_of_members(play.materials.iter().map(|material| of_material(play, material, with)), Subject::NONE)
}

fn of_material(play: &Play<Bounds>, material: &MaterialPlay<Bounds>, with: Coalition) -> Option<Bounds> {
    if !play.moves(material, with) {
        return Some(Bounds::ZERO);
    }
    let mut scratch = Scratch::default();
    let recycled = material.base.recycled_with(material.old_scrap(with))?;
    let substitution = material.base.substitution?;
    let stages = play.played(material).filter_map(|stage| {
        material.new_supply(with, stage.stage.into(), &mut scratch.new);
        stage.supply_risk_with(&mut scratch, play.how, recycled, substitution, concentration)
    });
    Some(material.before? - higher_stage(stages, Subject::NONE)?)
}

fn concentration(list: &List<Bounds>, scratch: &Scratch<Bounds>) -> Bounds {
    let natural = list.concentration(scratch);
    let before = list.sources.iter().fold(Bounds::ZERO, |sum, source| sum + source.share);
    let after = list.after(scratch);
    let mut places: Vec<(f64, f64)> = after
        .iter()
        .map(|source| {
            let high = Bounds::point(source.share.hi());
            (source.share.hi(), (high * source.governance * source.trade).hi())
        })
        .collect();
    places.sort_by(|one, other| other.1.total_cmp(&one.1));
    let (mut left, mut most) = (before.hi().max(1.0), Bounds::ZERO);
    for (share, weight) in places {
        let taken = share.min(left).max(0.0);
        most = most + Bounds::point(taken) * Bounds::point(weight);
        // Rounded up, so that nothing is left out.
        left = (left - taken).next_up().max(0.0);
    }
    natural.intersect(Bounds::new(0.0, most.hi())).unwrap_or(natural)
}

#[cfg(test)]
mod tests {
    use adit_facts::Country;

    use super::*;
    use crate::together::supply::Source;

    /// Two places of 0 to 0.8 each with weight 5: intervals allow 2 x 0.64 x 5 = 6.4; of one supply at most
    /// 0.8 x 4 + 0.2 x 4 = 4.
    #[test]
    fn shares_of_one_supply_cannot_all_be_large() {
        let source = |country| Source {
            country: Country(country),
            share: Bounds::new(0.0, 0.8),
            governance: Bounds::point(5.0),
            trade: Bounds::point(1.0),
            outside: true,
            third: true,
        };
        let mut list = List::new(vec![source(0), source(1)]);
        let scratch = list.scratch();
        for source in &mut list.sources {
            source.share = Bounds::point(0.5);
        }
        let found = concentration(&list, &scratch);
        assert!((found.hi() - 4.0).abs() < 1e-9, "{found:?}");
        assert!(list.concentration(&scratch).hi() > 6.3);
    }
}
