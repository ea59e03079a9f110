//! Points of the plane in k clusters (k-means, Lloyd 1982; begun as in Arthur and Vassilvitskii 2007), and how well they
//! stand apart (silhouette, Rousseeuw 1987).

use adit_number::uniform;

pub(super) type Point = [f64; 2];

/// Beginnings that are tried; the closest clusters are kept.
const BEGINNINGS: u64 = 8;
/// Most rounds of moving centres.
const MOST: usize = 100;

fn square(one: Point, two: Point) -> f64 {
    let [x, y] = [one[0] - two[0], one[1] - two[1]];
    x * x + y * y
}

/// The centre nearest to a point; of two as near, the first.
pub(super) fn nearest(point: Point, centres: &[Point]) -> (usize, f64) {
    centres.iter().enumerate().fold((0, f64::INFINITY), |best, (at, centre)| {
        let away = square(point, *centre);
        if away < best.1 { (at, away) } else { best }
    })
}

/// Centres of k clusters of the points. `seed` and `key` fix every choice.
pub(super) fn centres(points: &[Point], k: usize, seed: u64, key: u64) -> Vec<Point> {
    let tried = (0..BEGINNINGS).map(|beginning| moved(points, begun(points, k, seed, key * BEGINNINGS + beginning)));
    let best = tried.fold(None, |best: Option<(Vec<Point>, f64)>, next| match best {
        Some(best) if best.1 <= next.1 => Some(best),
        _ => Some(next),
    });
    best.map(|(centres, _)| centres).unwrap_or_default()
}

/// Begins at points that are far from each other, each by chance in proportion to its squared distance.
fn begun(points: &[Point], k: usize, seed: u64, key: u64) -> Vec<Point> {
    let mut centres: Vec<Point> = Vec::with_capacity(k);
    let mut away = vec![1.0; points.len()];
    for draw in 0..k {
        let all: f64 = away.iter().sum();
        let mut left = uniform(seed, u64::try_from(draw).unwrap_or(0), key) * all;
        let chosen = away.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        let Some(&centre) = points.get(chosen.unwrap_or(points.len().saturating_sub(1))) else { break };
        centres.push(centre);
        for (share, point) in away.iter_mut().zip(points) {
            *share = nearest(*point, &centres).1;
        }
    }
    centres
}

/// Moves each centre to the middle of its points until nothing moves; the sum of squared distances with it.
fn moved(points: &[Point], mut centres: Vec<Point>) -> (Vec<Point>, f64) {
    let mut of: Vec<usize> = Vec::new();
    for _ in 0..MOST {
        let now: Vec<usize> = points.iter().map(|point| nearest(*point, &centres).0).collect();
        if now == of {
            break;
        }
        let mut sums = vec![([0.0; 2], 0_u32); centres.len()];
        for (point, &at) in points.iter().zip(&now) {
            sums[at].0[0] += point[0];
            sums[at].0[1] += point[1];
            sums[at].1 += 1;
        }
        for (centre, (sum, count)) in centres.iter_mut().zip(sums) {
            if count > 0 {
                *centre = sum.map(|part| part / f64::from(count));
            }
        }
        of = now;
    }
    let sum = points.iter().map(|point| nearest(*point, &centres).1).sum();
    (centres, sum)
}

/// The mean silhouette of clusters: for each point, how much nearer its own cluster is than the next, from -1 to 1. A point
/// alone in its cluster counts as 0 (Rousseeuw 1987).
pub(super) fn silhouette(points: &[Point], of: &[usize], k: usize) -> f64 {
    let mut sizes = vec![0_u32; k];
    for &at in of {
        sizes[at] += 1;
    }
    let one = |at: usize| {
        let mut sums = vec![0.0; k];
        for (point, &cluster) in points.iter().zip(of) {
            sums[cluster] += square(points[at], *point).sqrt();
        }
        let own = of[at];
        if sizes[own] < 2 {
            return 0.0;
        }
        let within = sums[own] / f64::from(sizes[own] - 1);
        let others = (0..k).filter(|&other| other != own && sizes[other] > 0);
        let next = others.map(|other| sums[other] / f64::from(sizes[other])).fold(f64::INFINITY, f64::min);
        let largest = within.max(next);
        if largest.is_finite() && largest > 0.0 { (next - within) / largest } else { 0.0 }
    };
    let sum: f64 = (0..points.len()).map(one).sum();
    if points.is_empty() { 0.0 } else { sum / points.len() as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clusters_by_hand() {
        let points = [[0.0, 0.0], [0.0, 1.0], [10.0, 0.0], [10.0, 1.0]];
        let mut found = centres(&points, 2, 1, 0);
        found.sort_by(|one, two| one[0].total_cmp(&two[0]));
        assert_eq!(found, [[0.0, 0.5], [10.0, 0.5]]);
        // Each point: 1 from its own; the mean of 10 and sqrt 101 from the other cluster.
        let next = f64::midpoint(10.0, 101.0_f64.sqrt());
        let by_hand = (next - 1.0) / next;
        assert!((silhouette(&points, &[0, 0, 1, 1], 2) - by_hand).abs() < 1e-12);
        assert_eq!(silhouette(&points[..2], &[0, 1], 2), 0.0, "points alone");
        assert_eq!(silhouette(&[], &[], 2), 0.0);
    }

    #[test]
    fn of_two_centres_as_near_the_first_is_taken() {
        assert_eq!(nearest([0.0, 0.0], &[[1.0, 0.0], [-1.0, 0.0]]), (0, 1.0));
        assert_eq!(centres(&[[1.0, 1.0]; 3], 2, 1, 0).len(), 2, "points that are the same");
    }
}
