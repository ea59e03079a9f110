//! Mean and tail of a cost over states of the world, the projects that do not go ahead among them.

/// Part of the states that is the tail.
const TAIL: f64 = 0.05;

/// A cost over the states of the world, million euro.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// The cost that five of a hundred states exceed.
    pub quantile_95: f64,
    /// Mean of the dearest five of a hundred states.
    pub tail_mean: f64,
}

/// The spread of `costs`, each equally likely and together as likely as `chance`, with `otherwise` as the cost of the
/// rest. The costs are sorted, dearest first. Without costs the whole is `otherwise`.
pub fn spread(costs: &mut [f64], chance: f64, otherwise: f64) -> Spread {
    if costs.is_empty() {
        return Spread { mean: otherwise, quantile_95: otherwise, tail_mean: otherwise };
    }
    costs.sort_unstable_by(|one, other| other.total_cmp(one));
    let each = chance / costs.len() as f64;
    let mean = costs.iter().sum::<f64>() * each + otherwise * (1.0 - chance);
    let dearer = costs.partition_point(|cost| *cost > otherwise);
    let (before, after) = costs.split_at(dearer);
    let weighed = |part: &[f64]| part.iter().map(|cost| (*cost, each)).collect::<Vec<_>>();
    let mut left = TAIL;
    let (mut sum, mut last) = (0.0, otherwise);
    for (cost, weight) in weighed(before).into_iter().chain([(otherwise, 1.0 - chance)]).chain(weighed(after)) {
        let taken = weight.min(left);
        if taken > 0.0 {
            sum += cost * taken;
            last = cost;
        }
        left -= taken;
        // What rounding leaves of the tail is not a state.
        if left <= 1e-12 {
            break;
        }
    }
    Spread { mean, quantile_95: last, tail_mean: sum / (TAIL - left.max(0.0)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_the_mean_of_the_dearest_five_of_a_hundred() {
        let mut costs: Vec<f64> = (1..=100).map(f64::from).collect();
        let all = spread(&mut costs, 1.0, 0.0);
        assert!((all.mean - 50.5).abs() < 1e-12);
        assert!((all.tail_mean - 98.0).abs() < 1e-9, "{}", all.tail_mean);
        assert_eq!(all.quantile_95, 96.0);
    }

    #[test]
    fn projects_that_do_not_go_ahead_are_in_it() {
        let mut costs = vec![10.0; 100];
        let half = spread(&mut costs, 0.5, 0.0);
        assert!((half.mean - 5.0).abs() < 1e-12);
        assert!((half.tail_mean - 10.0).abs() < 1e-9);
        let rare = spread(&mut costs, 0.01, 0.0);
        assert!((rare.tail_mean - 2.0).abs() < 1e-9, "{}", rare.tail_mean);
        assert_eq!(rare.quantile_95, 0.0);
    }
}
