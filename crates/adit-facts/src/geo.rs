//! Places on the globe: points, distances, and polygons as far as regions and coasts need them.
//!
//! Coordinates are degrees (WGS 84). Polygons lie flat in longitude and latitude, as publishers draw them; where
//! lengths are compared, longitudes are first shortened by the cosine of the latitude.

mod centre;
mod polygon;

pub(crate) use centre::{centre, centre_together};
pub(crate) use polygon::{Polygon, Position};

/// Mean radius of the Earth in kilometres (IUGG).
const EARTH_KM: f64 = 6371.0088;

/// A point, in degrees (WGS 84).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

impl Point {
    /// Great-circle distance in kilometres (haversine, spherical Earth: within 0.6 % of the ellipsoid).
    pub fn distance_km(self, other: Self) -> f64 {
        let half_chord = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
        let north = half_chord(self.lat, other.lat);
        let east = half_chord(self.lon, other.lon) * self.lat.to_radians().cos() * other.lat.to_radians().cos();
        2.0 * EARTH_KM * (north + east).sqrt().min(1.0).asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_sphere() {
        let quarter = Point { lat: 0.0, lon: 0.0 }.distance_km(Point { lat: 90.0, lon: 17.0 });
        assert!((quarter - EARTH_KM * std::f64::consts::FRAC_PI_2).abs() < 1e-9, "{quarter}");
        let half = Point { lat: 0.0, lon: -90.0 }.distance_km(Point { lat: 0.0, lon: 90.0 });
        assert!((half - EARTH_KM * std::f64::consts::PI).abs() < 1e-6, "{half}");
        // Helsinki and Brussels.
        let north = Point { lat: 60.1699, lon: 24.9384 };
        let west = Point { lat: 50.8503, lon: 4.3517 };
        assert!((1640.0..1660.0).contains(&north.distance_km(west)));
        assert_eq!(north.distance_km(west), west.distance_km(north));
        assert_eq!(north.distance_km(north), 0.0);
    }
}
