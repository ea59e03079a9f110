//! What it takes to reach a target: who is indispensable, and the cheapest set that does it.

use super::{Coalition, Values};

/// What reaches a target.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// The target: coalitions with `v >= target` reach it.
    pub target: f64,
    /// How many coalitions reach it.
    pub coalitions: usize,
    /// Players who are in every coalition that reaches it; nobody if none does.
    pub indispensable: Coalition,
    /// The cheapest coalition that reaches it, where costs are given.
    pub cheapest: Option<Cheapest>,
}

/// The cheapest coalition that reaches the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cheapest {
    /// Which; at a tie the smaller, then the one whose players stand earlier.
    pub coalition: Coalition,
    /// What it costs, in the unit of the costs.
    pub cost: f64,
    /// What it is worth.
    pub value: f64,
}

/// Looks at every coalition. `costs` gives each player's cost, where known for all.
pub fn reach(values: &Values, target: f64, costs: Option<&[f64]>) -> Reach {
    let (mut coalitions, mut in_all) = (0, Coalition::all(values.players()));
    let mut cheapest: Option<Cheapest> = None;
    for (coalition, value) in values.iter().filter(|&(_, value)| value >= target) {
        coalitions += 1;
        in_all = in_all.and(coalition);
        let Some(costs) = costs else { continue };
        let cost: f64 = coalition.players().filter_map(|player| costs.get(player)).sum();
        let better = cheapest
            .is_none_or(|best| cost < best.cost || cost == best.cost && order(coalition) < order(best.coalition));
        if better {
            cheapest = Some(Cheapest { coalition, cost, value });
        }
    }
    let indispensable = if coalitions > 0 { in_all } else { Coalition::EMPTY };
    Reach { target, coalitions, indispensable, cheapest }
}

/// Smaller first, then the one whose players stand earlier.
fn order(coalition: Coalition) -> (usize, u64) {
    (coalition.size(), !coalition.0.reverse_bits())
}
