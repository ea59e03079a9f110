//! A polygon with holes, in degrees of longitude and latitude.

/// A position: longitude, latitude.
pub(crate) type Position = [f64; 2];

/// An outer ring and the rings of its holes; the last position of a ring repeats its first.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Polygon {
    rings: Vec<Vec<Position>>,
}

impl Polygon {
    /// A polygon of rings, the outer one first; `None` if a ring is not closed or has fewer than three corners.
    pub fn new(rings: Vec<Vec<Position>>) -> Option<Self> {
        let closed = |ring: &Vec<Position>| ring.len() >= 4 && ring.first() == ring.last();
        (!rings.is_empty() && rings.iter().all(closed)).then_some(Self { rings })
    }

    /// All edges, of the outline and of the holes.
    pub fn edges(&self) -> impl Iterator<Item = (Position, Position)> {
        self.rings.iter().flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])))
    }

    /// The corners of its bounding box: south-west and north-east.
    pub fn bounds(&self) -> (Position, Position) {
        let fold = |pick: fn(f64, f64) -> f64, start: f64| {
            self.rings[0].iter().fold([start; 2], |so_far, at| [pick(so_far[0], at[0]), pick(so_far[1], at[1])])
        };
        (fold(f64::min, f64::INFINITY), fold(f64::max, f64::NEG_INFINITY))
    }

    /// Whether a position lies inside: an odd number of edges to the east of it.
    pub fn contains(&self, [x, y]: Position) -> bool {
        let crosses = |([ax, ay], [bx, by]): &(Position, Position)| {
            (*ay > y) != (*by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax
        };
        self.edges().filter(crosses).count() % 2 == 1
    }

    /// Area on the sphere of radius 1, holes taken off.
    pub fn area(&self) -> f64 {
        let of_ring = |ring: &Vec<Position>| {
            let strips = ring.windows(2).map(|pair| {
                let [a, b] = [pair[0], pair[1]];
                (b[0] - a[0]).to_radians() * (a[1].to_radians().sin() + b[1].to_radians().sin()) / 2.0
            });
            strips.sum::<f64>().abs()
        };
        of_ring(&self.rings[0]) - self.rings[1..].iter().map(of_ring).sum::<f64>()
    }

    /// Centroid of its area, holes taken off, as drawn flat; `None` for a polygon without area.
    pub fn centroid(&self) -> Option<Position> {
        let origin = self.rings[0][0];
        let mut total = [0.0; 3];
        for (at, ring) in self.rings.iter().enumerate() {
            let of_ring = moments(ring, origin);
            // Rings turn either way round; a hole always counts against the outline.
            let sign = if (of_ring[0] >= 0.0) == (at == 0) { 1.0 } else { -1.0 };
            for (sum, part) in total.iter_mut().zip(of_ring) {
                *sum += sign * part;
            }
        }
        let [twice_area, east, north] = total;
        (twice_area > 0.0).then(|| [origin[0] + east / (3.0 * twice_area), origin[1] + north / (3.0 * twice_area)])
    }

    /// Distance to the nearest edge in degrees of latitude, with longitudes shortened by `squeeze`; negative outside.
    pub fn depth(&self, at: Position, squeeze: f64) -> f64 {
        let flat = |[x, y]: Position| [(x - at[0]) * squeeze, y - at[1]];
        let nearest = self.edges().map(|(a, b)| to_origin(flat(a), flat(b))).fold(f64::INFINITY, f64::min);
        if self.contains(at) { nearest } else { -nearest }
    }
}

/// Twice the area, and six times the first moments about `origin`, of a ring drawn flat; signed by how it turns.
fn moments(ring: &[Position], origin: Position) -> [f64; 3] {
    ring.windows(2).fold([0.0; 3], |sums, pair| {
        let [ax, ay] = [pair[0][0] - origin[0], pair[0][1] - origin[1]];
        let [bx, by] = [pair[1][0] - origin[0], pair[1][1] - origin[1]];
        let cross = ax * by - bx * ay;
        [sums[0] + cross, sums[1] + (ax + bx) * cross, sums[2] + (ay + by) * cross]
    })
}

/// Distance from the origin to the stretch between two positions.
fn to_origin([ax, ay]: Position, [bx, by]: Position) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (ax + along * dx).hypot(ay + along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(from: f64, to: f64) -> Vec<Position> {
        vec![[from, from], [to, from], [to, to], [from, to], [from, from]]
    }

    #[test]
    fn a_hole_is_outside_and_moves_the_centroid() {
        let hole: Vec<Position> = square(6.0, 8.0).into_iter().rev().collect();
        for hole in [hole.clone(), hole.into_iter().rev().collect()] {
            let polygon = Polygon::new(vec![square(0.0, 10.0), hole]).unwrap();
            assert!(polygon.contains([1.0, 1.0]) && !polygon.contains([7.0, 7.0]) && !polygon.contains([11.0, 1.0]));
            // (100 * 5 - 4 * 7) / 96
            let [x, y] = polygon.centroid().unwrap();
            assert!((x - 472.0 / 96.0).abs() < 1e-12 && (y - 472.0 / 96.0).abs() < 1e-12, "{x} {y}");
            assert_eq!(polygon.depth([7.0, 7.0], 1.0), -1.0);
            assert_eq!(polygon.depth([5.0, 7.0], 1.0), 1.0);
            assert_eq!(polygon.depth([5.0, 7.0], 0.5), 0.5);
            assert_eq!(polygon.depth([13.0, 14.0], 1.0), -5.0);
        }
    }

    #[test]
    fn areas_are_those_of_the_sphere() {
        // The northern half of a lune of 90 degrees is an eighth of the sphere.
        let ring = vec![[0.0, 0.0], [90.0, 0.0], [90.0, 90.0], [0.0, 90.0], [0.0, 0.0]];
        let area = Polygon::new(vec![ring]).unwrap().area();
        assert!((area - 4.0 * std::f64::consts::PI / 8.0).abs() < 1e-12, "{area}");
    }

    #[test]
    fn rings_must_be_closed() {
        assert_eq!(Polygon::new(Vec::new()), None);
        assert_eq!(Polygon::new(vec![vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]]), None);
        assert_eq!(Polygon::new(vec![vec![[0.0, 0.0], [1.0, 0.0], [0.0, 0.0]]]), None);
    }
}
