//! The two directions in which votes differ most: principal components of the votes, by power iteration.
//!
//! A vote that was not given counts as the statement's mean (Small et al. 2021, section on imputation); taken from its
//! column's mean it is nothing, so that only votes that were given are ever touched.

/// Votes less the mean of their statement, by participant.
pub(super) type Rows = Vec<Vec<(usize, f64)>>;

/// Length below which a direction is none: all vote alike.
const NOTHING: f64 = 1e-12;
/// Change of a direction at which it is found.
const STILL: f64 = 1e-10;
/// The same for a resample, which begins near and only says who stands with whom.
const STILL_NEAR: f64 = 1e-5;
/// Most steps of a resample.
const MOST_NEAR: usize = 60;
/// Most steps towards a direction. Where two directions carry the same spread, any mixture of them is as good.
const MOST: usize = 1_000;

/// Two directions, each of length one (or nothing, where votes do not differ), across each other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Components(pub [Vec<f64>; 2]);

/// Means of each statement over the votes that were given by those who shape.
pub(super) fn means(rows: &[Vec<(usize, i8)>], shapes: &[usize], statements: usize) -> Vec<f64> {
    let mut sums = vec![(0_i64, 0_u32); statements];
    for (at, value) in shapes.iter().flat_map(|&one| &rows[one]) {
        sums[*at].0 += i64::from(*value);
        sums[*at].1 += 1;
    }
    sums.into_iter().map(|(sum, count)| if count == 0 { 0.0 } else { sum as f64 / f64::from(count) }).collect()
}

impl Components {
    /// The components of those who shape; `near` are directions to begin at, for speed.
    pub fn of(rows: &Rows, shapes: &[usize], statements: usize, near: Option<&Self>) -> Self {
        let (still, most) = if near.is_some() { (STILL_NEAR, MOST_NEAR) } else { (STILL, MOST) };
        let towards = |start: &[f64], across: Option<&Vec<f64>>| direction(rows, shapes, start, across, still, most);
        let first = towards(&start(statements, 0, near), None);
        let second = towards(&start(statements, 1, near), Some(&first));
        Self([first, second])
    }

    /// Where a participant stands: the sum over their votes along each direction, scaled by sqrt(statements/seen), so that
    /// who saw few statements does not stand in the middle for it.
    pub fn place(&self, row: &[(usize, f64)], statements: usize) -> [f64; 2] {
        if row.is_empty() {
            return [0.0; 2];
        }
        let scale = (statements as f64 / row.len() as f64).sqrt();
        [0, 1].map(|axis| scale * row.iter().map(|(at, value)| value * self.0[axis][*at]).sum::<f64>())
    }
}

/// A direction to begin at: none is special, and none is symmetric.
fn start(statements: usize, axis: usize, near: Option<&Components>) -> Vec<f64> {
    near.map_or_else(
        || (0..statements).map(|at| 1.0 + 0.5 * (1.7 * at as f64 + axis as f64).rem_euclid(1.0)).collect(),
        |near| near.0[axis].clone(),
    )
}

/// The direction of most spread, across another if one is given.
fn direction(
    rows: &Rows,
    shapes: &[usize],
    start: &[f64],
    across: Option<&Vec<f64>>,
    still: f64,
    most: usize,
) -> Vec<f64> {
    let mut now = start.to_vec();
    if !unit(&mut now, across) {
        return vec![0.0; start.len()];
    }
    for _ in 0..most {
        let mut next = vec![0.0; now.len()];
        for &one in shapes {
            let along: f64 = rows[one].iter().map(|(at, value)| value * now[*at]).sum();
            for (at, value) in &rows[one] {
                next[*at] += along * value;
            }
        }
        if !unit(&mut next, across) {
            return vec![0.0; start.len()];
        }
        let moved = now.iter().zip(&next).map(|(one, two)| (one - two).abs()).fold(0.0, f64::max);
        now = next;
        if moved < still {
            break;
        }
    }
    // The sign of a direction says nothing: its largest part is made positive, so that pictures stay as they are.
    let largest =
        now.iter().copied().fold(0.0, |best: f64, part| if part.abs() > best.abs() + STILL { part } else { best });
    if largest < 0.0 {
        for part in &mut now {
            *part = -*part;
        }
    }
    now
}

/// Takes away what lies along another direction, and makes the length one; whether there is any length.
fn unit(direction: &mut [f64], across: Option<&Vec<f64>>) -> bool {
    if let Some(across) = across {
        let along: f64 = direction.iter().zip(across).map(|(one, two)| one * two).sum();
        direction.iter_mut().zip(across).for_each(|(part, other)| *part -= along * other);
    }
    let length = direction.iter().map(|part| part * part).sum::<f64>().sqrt();
    if length < NOTHING {
        return false;
    }
    for part in direction.iter_mut() {
        *part /= length;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_statements_by_hand() {
        // Four people, two statements, both about the same: (1, 1), (1, 1), (-1, -1), (-1, -1). All spread lies along
        // (1, 1)/sqrt 2, and none across it.
        let votes: Vec<Vec<(usize, i8)>> = [1, 1, -1, -1].map(|value| vec![(0, value), (1, value)]).to_vec();
        let shapes = [0, 1, 2, 3];
        assert_eq!(means(&votes, &shapes, 2), [0.0, 0.0]);
        let rows: Rows =
            votes.iter().map(|row| row.iter().map(|(at, value)| (*at, f64::from(*value))).collect()).collect();
        let found = Components::of(&rows, &shapes, 2, None);
        let half = 0.5_f64.sqrt();
        assert!(found.0[0].iter().all(|part| (part - half).abs() < 1e-9), "{found:?}");
        assert_eq!(found.0[1], [0.0, 0.0]);
        // Seen both: at sqrt 2. Seen one of the two: half as far along, scaled by sqrt(2/1), so at 1.
        assert!((found.place(&rows[0], 2)[0] - 2.0 * half).abs() < 1e-9);
        assert!((found.place(&[(0, 1.0)], 2)[0] - 1.0).abs() < 1e-9);
        assert_eq!(found.place(&[], 2), [0.0, 0.0]);
    }

    #[test]
    fn who_did_not_vote_counts_as_the_mean() {
        let votes = vec![vec![(0, 1)], vec![(0, 1), (1, -1)], vec![(0, -1)], vec![(1, 0)]];
        let means = means(&votes, &[0, 1, 2, 3], 3);
        assert_eq!(means, [1.0 / 3.0, -0.5, 0.0]);
    }
}
