//! What a group said in a round of weighing, summed up.
//!
//! Each answer is brought to weights with the sum 1 ([`centre`]), and a group's figure is their mean. Groups are compared
//! and never averaged; which of them may be shown at all is decided before anything is computed.

mod ranks;
mod shown;

pub use adit_model::choose::weigh::groups::{nobodys_enemy, standings};
pub use adit_model::choose::weigh::protect::FEWEST;
pub use adit_model::choose::weigh::{Acceptability, Scores};
pub use ranks::{ranks, scores};
pub use shown::{Shown, at_least, shown};

/// What one participant said, in the order of the criteria.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// Points, or steps from worst to best beside the most wanted one: numbers from 0 up, not all 0.
    Points(Vec<f64>),
    /// Places from 1; criteria without one come after all that have one.
    Places(Vec<Option<u32>>),
}

/// The weights that an answer stands for: points over their sum; for an order the centre of all weights that agree with
/// it, which is the mean of the uniform distribution over them.
///
/// With `n` criteria the one at place `k` has the weight `(1/k + 1/(k+1) + ... + 1/n) / n`; criteria without a place share
/// equally what the places after the last given one would have.
///
/// # Units
/// Fractions that add up to 1.
///
/// # Source
/// F. H. Barron, B. E. Barrett (1996), Decision quality using ranked attribute weights, Management Science 42(11),
/// 1515-1523, <https://doi.org/10.1287/mnsc.42.11.1515>: rank order centroid weights. Criteria without a place are alike, so
/// each has the mean of the weights of the places that they could take.
pub fn centre(said: &Said) -> Vec<f64> {
    match said {
        Said::Points(points) => {
            let sum: f64 = points.iter().sum();
            points.iter().map(|points| points / sum).collect()
        }
        Said::Places(places) => {
            let n = places.len();
            // What stands at place k, from the last to the first.
            let mut weights = vec![0.0; n];
            let mut sum = 0.0;
            for k in (1..=n).rev() {
                sum += 1.0 / k as f64;
                weights[k - 1] = sum / n as f64;
            }
            // Places 1, 2, 4 say the same as 1, 2, 3.
            let mut given: Vec<u32> = places.iter().flatten().copied().collect();
            given.sort_unstable();
            let left = &weights[given.len()..];
            let unplaced = left.iter().sum::<f64>() / left.len().max(1) as f64;
            let at = |place: &Option<u32>| place.and_then(|place| given.iter().position(|&given| given == place));
            places.iter().map(|place| at(place).map_or(unplaced, |at| weights[at])).collect()
        }
    }
}

/// The mean of the weights that answers stand for; `None` without answers.
///
/// # Units
/// Fractions that add up to 1.
///
/// # Source
/// Arithmetic mean; [`centre`] for each answer.
pub fn mean_weights(said: &[&Said]) -> Option<Vec<f64>> {
    let add = |sum: Vec<f64>, one: Vec<f64>| sum.iter().zip(&one).map(|(sum, one)| sum + one).collect();
    let sum: Vec<f64> = said.iter().map(|one| centre(one)).reduce(add)?;
    Some(sum.iter().map(|sum| sum / said.len() as f64).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(one: &[f64], other: &[f64]) -> bool {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-15)
    }

    #[test]
    fn points_are_brought_to_one() {
        assert!(close(&centre(&Said::Points(vec![80.0, 10.0, 10.0])), &[0.8, 0.1, 0.1]));
    }

    #[test]
    fn a_group_is_the_mean_of_its_answers() {
        let said = [Said::Points(vec![1.0, 3.0]), Said::Points(vec![50.0, 50.0]), Said::Places(vec![None, Some(1)])];
        let mean = mean_weights(&said.iter().collect::<Vec<_>>()).unwrap();
        assert!(close(&mean, &[1.0 / 3.0, 2.0 / 3.0]), "0.25, 0.5 and 0.25 of the first: {mean:?}");
        assert_eq!(mean_weights(&[]), None);
    }

    #[test]
    fn an_order_stands_for_the_centre_of_what_agrees_with_it() {
        // Barron and Barrett's weights for three criteria: 11/18, 5/18, 2/18.
        let full = Said::Places(vec![Some(2), Some(1), Some(3)]);
        assert!(close(&centre(&full), &[5.0 / 18.0, 11.0 / 18.0, 2.0 / 18.0]));
        let gap = Said::Places(vec![Some(5), Some(1), Some(9)]);
        assert_eq!(centre(&gap), centre(&full));
        let only_first = Said::Places(vec![None, Some(1), None]);
        assert!(close(&centre(&only_first), &[3.5 / 18.0, 11.0 / 18.0, 3.5 / 18.0]));
    }
}
