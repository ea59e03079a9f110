//! The centre point of a region: a point that lies in it and stands for it on a schematic map.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::polygon::{Polygon, Position};

/// How finely the pole of inaccessibility is looked for, in degrees of latitude.
const FINE: f64 = 0.0005;

/// The area centroid of the largest part, to three decimals; where that falls outside the part, the point in it that is
/// farthest from its edges. `None` without a part that has an area.
pub(crate) fn centre(parts: &[Polygon]) -> Option<Position> {
    let largest = parts.iter().max_by(|a, b| a.area().total_cmp(&b.area()))?;
    let centroid = largest.centroid().map(rounded)?;
    Some(if largest.contains(centroid) { centroid } else { rounded(pole(largest)) })
}

/// The area centroid of parts that touch, together, to three decimals; where it falls outside all of them, the centre
/// of the largest.
pub(crate) fn centre_together(parts: &[Polygon]) -> Option<Position> {
    let weighted = parts.iter().filter_map(|part| part.centroid().map(|at| (part.area(), at)));
    let [area, east, north] =
        weighted.fold([0.0; 3], |[area, east, north], (more, [x, y])| [area + more, east + more * x, north + more * y]);
    let middle = rounded([east / area, north / area]);
    if parts.iter().any(|part| part.contains(middle)) { Some(middle) } else { centre(parts) }
}

/// Three decimals of a degree: about a hundred metres.
fn rounded([x, y]: Position) -> Position {
    let round = |degrees: f64| (degrees * 1000.0).round() / 1000.0 + 0.0;
    [round(x), round(y)]
}

/// A square of the search, with the depth at its middle and the most that any point of it can have.
struct Cell {
    at: Position,
    half: f64,
    depth: f64,
    most: f64,
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.most.total_cmp(&other.most)
    }
}

/// The pole of inaccessibility: squares are divided, the most promising first, until none can be better by more than
/// [`FINE`].
fn pole(polygon: &Polygon) -> Position {
    let (low, high) = polygon.bounds();
    let squeeze = f64::midpoint(low[1], high[1]).to_radians().cos();
    let cell = |at: Position, half: f64| {
        let depth = polygon.depth(at, squeeze);
        Cell { at, half, depth, most: depth + half * std::f64::consts::SQRT_2 }
    };
    // Squares are square on the ground: wider in degrees of longitude than of latitude.
    let spread = ((high[0] - low[0]) * squeeze).max(high[1] - low[1]);
    let middle = [f64::midpoint(low[0], high[0]), f64::midpoint(low[1], high[1])];
    let mut best = cell(middle, spread / 2.0);
    let mut heap = BinaryHeap::from([cell(middle, spread / 2.0)]);
    while let Some(next) = heap.pop() {
        if next.most <= best.depth + FINE {
            break;
        }
        let half = next.half / 2.0;
        for (east, north) in [(-1.0, -1.0), (-1.0, 1.0), (1.0, -1.0), (1.0, 1.0)] {
            heap.push(cell([next.at[0] + east * half / squeeze, next.at[1] + north * half], half));
        }
        if next.depth > best.depth {
            best = next;
        }
    }
    best.at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polygon(ring: &[Position]) -> Polygon {
        Polygon::new(vec![ring.to_vec()]).unwrap()
    }

    #[test]
    fn the_centroid_of_the_largest_part() {
        let small = polygon(&[[0.0, 60.0], [2.0, 60.0], [2.0, 61.0], [0.0, 61.0], [0.0, 60.0]]);
        // As large in degrees, but nearer the equator and so larger on the ground.
        let large = polygon(&[[10.0, 0.0], [12.0, 0.0], [12.0, 1.0], [10.0, 1.0], [10.0, 0.0]]);
        assert_eq!(centre(&[small.clone(), large.clone()]), Some([11.0, 0.5]));
        assert_eq!(centre(&[large, small]), Some([11.0, 0.5]));
        assert_eq!(centre(&[]), None);
    }

    #[test]
    fn parts_that_touch_have_one_centre() {
        let square =
            |from: f64| polygon(&[[from, 0.0], [from + 2.0, 0.0], [from + 2.0, 2.0], [from, 2.0], [from, 0.0]]);
        assert_eq!(centre_together(&[square(0.0), square(2.0), square(4.0)]), Some([3.0, 1.0]));
        // With a gap where the centre would be.
        assert_eq!(centre_together(&[square(0.0), square(4.0)]), Some([5.0, 1.0]));
        assert_eq!(centre_together(&[]), None);
    }

    #[test]
    fn a_horseshoe_has_its_centre_in_its_thick_part() {
        // Open to the east; the back is 3 wide, the arms are 1 wide.
        let shoe = polygon(&[
            [0.0, 0.0],
            [10.0, 0.0],
            [10.0, 1.0],
            [3.0, 1.0],
            [3.0, 9.0],
            [10.0, 9.0],
            [10.0, 10.0],
            [0.0, 10.0],
            [0.0, 0.0],
        ]);
        assert!(!shoe.contains(shoe.centroid().unwrap()));
        let [x, y] = centre(std::slice::from_ref(&shoe)).unwrap();
        assert!(shoe.contains([x, y]) && x < 3.0, "{x} {y}");
        let squeeze = 5f64.to_radians().cos();
        let found = shoe.depth([x, y], squeeze);
        // Deepest are the two places where a circle touches the back, an outer side and an inner corner of the shoe:
        // a radius of at least half the back's width.
        assert!(found > 1.5 * squeeze - 0.01, "{found}");
        for east in 0..100 {
            for north in 0..100 {
                let at = [f64::from(east) / 10.0, f64::from(north) / 10.0];
                assert!(shoe.depth(at, squeeze) <= found + 0.001, "{at:?} is deeper");
            }
        }
    }
}
