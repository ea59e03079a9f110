//! An amount that is constant or moves with the years.

/// Points of year and value: linear between them, constant before the first and after the last. One point is a constant.
#[derive(Debug, Clone, PartialEq)]
pub struct ByYear {
    points: Vec<(f64, f64)>,
}

impl ByYear {
    /// The same in every year.
    pub fn constant(value: f64) -> Self {
        Self { points: vec![(0.0, value)] }
    }

    /// From points in rising years; at least one.
    pub(super) fn new(points: Vec<(f64, f64)>) -> Self {
        debug_assert!(!points.is_empty() && points.is_sorted_by(|a, b| a.0 < b.0));
        Self { points }
    }

    /// The value, if it is the same in every year.
    pub fn as_constant(&self) -> Option<f64> {
        match self.points.as_slice() {
            [(_, value)] => Some(*value),
            _ => None,
        }
    }

    /// Points of year and value, in rising years.
    pub fn points(&self) -> &[(f64, f64)] {
        &self.points
    }

    /// The value in a year.
    pub fn at(&self, year: f64) -> f64 {
        let after = self.points.partition_point(|(at, _)| *at <= year);
        match (after.checked_sub(1).map(|before| self.points[before]), self.points.get(after)) {
            (Some((y0, v0)), Some(&(y1, v1))) => v0 + (v1 - v0) * ((year - y0) / (y1 - y0)),
            (Some((_, value)), None) | (None, Some(&(_, value))) => value,
            (None, None) => f64::NAN,
        }
    }

    /// The smallest and the largest value in any year.
    pub fn range(&self) -> (f64, f64) {
        let fold = |pick: fn(f64, f64) -> f64, from| self.points.iter().map(|(_, value)| *value).fold(from, pick);
        (fold(f64::min, f64::INFINITY), fold(f64::max, f64::NEG_INFINITY))
    }

    /// Sets a constant, or multiplies every point of what moves with the years.
    pub(super) fn set_or_scale(&mut self, by: f64) {
        match self.points.as_mut_slice() {
            [(_, value)] => *value = by,
            points => points.iter_mut().for_each(|(_, value)| *value *= by),
        }
    }

    /// Multiplies every point.
    pub(super) fn scale(&mut self, by: f64) {
        self.points.iter_mut().for_each(|(_, value)| *value *= by);
    }
}

#[cfg(test)]
mod tests {
    use super::ByYear;

    #[test]
    fn linear_between_points_and_constant_beyond_them() {
        let amount = ByYear::new(vec![(2000.0, 1.0), (2010.0, 3.0), (2020.0, 2.0)]);
        assert_eq!(
            [1990.0, 2000.0, 2005.0, 2010.0, 2015.0, 2030.0].map(|year| amount.at(year)),
            [1.0, 1.0, 2.0, 3.0, 2.5, 2.0]
        );
        assert_eq!(amount.range(), (1.0, 3.0));
        assert_eq!(ByYear::constant(0.5).at(1000.0), 0.5);
    }
}
