//! Land and sea: whether a coordinate can be that of a mine or a plant.
//!
//! The outline is Natural Earth's at 1:50 million, made coarser by some three kilometres (`scripts/land.mjs`, source
//! `natural-earth`), without Antarctica; lakes count as land. What lies within [`TOLERANCE_KM`] of it counts as land
//! too, so that a quay or a small island beside a coast is not called sea.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::geo::Point;

/// How far from the outline a place still counts as land, in kilometres.
pub const TOLERANCE_KM: f64 = 10.0;

const OUTLINE: &str = include_str!("../../../../data/land/land.json");

/// Kilometres in a degree of latitude.
const DEGREE_KM: f64 = 111.195;

/// Whether a place is on land, or within [`TOLERANCE_KM`] of it.
pub fn on_land(place: Point) -> bool {
    distance_km(place, TOLERANCE_KM) <= TOLERANCE_KM
}

/// How far a place is from land in kilometres, 0 on land; infinite where there is none within `most` kilometres.
pub fn distance_km(place: Point, most: f64) -> f64 {
    let squeeze = place.lat.to_radians().cos().max(1e-6);
    let reach = [most / DEGREE_KM / squeeze, most / DEGREE_KM];
    let (mut inside, mut nearest) = (false, f64::INFINITY);
    // A ring that crosses the 180th meridian goes on beyond it, so that a place has three longitudes.
    let longitudes = [place.lon, place.lon + 360.0, place.lon - 360.0];
    let near = LAND.iter().flat_map(|ring| longitudes.map(|lon| (ring, [lon, place.lat])));
    for (ring, here) in near.filter(|(ring, here)| ring.may_reach(*here, reach)) {
        for pair in ring.corners.windows(2) {
            let from_here = |[x, y]: [f64; 2]| [x - here[0], y - here[1]];
            let (a, b) = (from_here(pair[0]), from_here(pair[1]));
            inside ^= (a[1] > 0.0) != (b[1] > 0.0) && 0.0 < (a[0] * b[1] - b[0] * a[1]) / (b[1] - a[1]);
            nearest = nearest.min(to_stretch([a[0] * squeeze, a[1]], [b[0] * squeeze, b[1]]));
        }
    }
    let far = nearest * DEGREE_KM;
    if inside {
        0.0
    } else if far <= most {
        far
    } else {
        f64::INFINITY
    }
}

/// Distance from the origin to the stretch between two positions.
fn to_stretch([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (ax + along * dx).hypot(ay + along * dy)
}

/// A closed line around land, or around water in it.
struct Ring {
    corners: Vec<[f64; 2]>,
    low: [f64; 2],
    high: [f64; 2],
}

impl Ring {
    fn may_reach(&self, here: [f64; 2], reach: [f64; 2]) -> bool {
        (0..2).all(|axis| (self.low[axis] - reach[axis]..=self.high[axis] + reach[axis]).contains(&here[axis]))
    }
}

/// The file: rings as a first position and steps from one to the next, in parts of a degree.
#[derive(Default, Deserialize)]
struct Outline {
    steps: f64,
    rings: Vec<Vec<i32>>,
}

static LAND: LazyLock<Vec<Ring>> = LazyLock::new(|| {
    // The file is compiled in, and a test reads it: there is no other case.
    let outline: Outline = serde_json::from_str(OUTLINE).unwrap_or_default();
    outline.rings.iter().map(|steps| ring(steps, outline.steps)).collect()
});

fn ring(steps: &[i32], to_a_degree: f64) -> Ring {
    let mut at = [0; 2];
    let mut corners: Vec<[f64; 2]> = steps
        .chunks_exact(2)
        .map(|step| {
            at = [at[0] + step[0], at[1] + step[1]];
            at.map(|whole| f64::from(whole) / to_a_degree)
        })
        .collect();
    corners.extend(corners.first().copied());
    let fold = |pick: fn(f64, f64) -> f64, from: f64| {
        corners.iter().fold([from; 2], |so_far, corner| [pick(so_far[0], corner[0]), pick(so_far[1], corner[1])])
    };
    let (low, high) = (fold(f64::min, f64::INFINITY), fold(f64::max, f64::NEG_INFINITY));
    Ring { corners, low, high }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, lon: f64) -> Point {
        Point { lat, lon }
    }

    #[test]
    fn the_outline_is_whole() {
        let outline: Outline = serde_json::from_str(OUTLINE).unwrap();
        assert!(outline.rings.len() > 1000 && OUTLINE.len() < 150_000);
        assert!(outline.rings.iter().all(|ring| ring.len() >= 6 && ring.len() % 2 == 0));
        for ring in LAND.iter() {
            assert_eq!(ring.corners.first(), ring.corners.last());
            assert!(ring.low[0] > -200.0 && ring.high[0] < 200.0 && ring.low[1] > -60.0 && ring.high[1] < 90.0);
        }
    }

    #[test]
    fn towns_are_on_land() {
        for (lat, lon) in [
            (67.85, 20.22),   // Kiruna
            (40.42, -3.70),   // Madrid
            (37.98, 23.73),   // Athens
            (52.37, 4.90),    // Amsterdam
            (50.12, -5.54),   // Penzance
            (36.74, 24.43),   // Milos
            (28.12, -15.43),  // Las Palmas
            (4.94, -52.33),   // Cayenne
            (-22.27, 166.46), // Nouméa
            (64.18, -51.72),  // Nuuk
            (58.9, 13.3),     // in Lake Vänern
            (66.0, -175.0),   // Chukotka, beyond the 180th meridian
            (68.0, 179.9),
            (68.0, -179.9),
            (-1.29, 36.82), // Nairobi
        ] {
            assert!(on_land(at(lat, lon)), "{lat} {lon}: {} km", distance_km(at(lat, lon), 500.0));
        }
        assert_eq!(distance_km(at(40.42, -3.70), 10.0), 0.0);
    }

    #[test]
    fn the_sea_is_not() {
        for (lat, lon) in [
            (56.0, 3.0),   // North Sea
            (45.0, -10.0), // Bay of Biscay
            (40.0, 6.0),   // between the Balearic Islands and Sardinia
            (58.5, 20.0),  // Baltic Sea
            (43.0, 34.0),  // Black Sea
            (42.0, 51.0),  // Caspian Sea
            (0.0, 0.0),    // where coordinates go that were left blank
            (35.0, 18.0),  // Ionian Sea
        ] {
            assert!(!on_land(at(lat, lon)), "{lat} {lon}");
        }
        assert_eq!(distance_km(at(0.0, 0.0), 10.0), f64::INFINITY);
    }

    /// Calais and Dover are 33 km apart across the strait.
    #[test]
    fn a_strait_is_measured() {
        let middle = at(51.02, 1.55);
        let far = distance_km(middle, 100.0);
        assert!((8.0..24.0).contains(&far), "{far}");
        assert_eq!(distance_km(middle, 5.0), f64::INFINITY);
    }
}
