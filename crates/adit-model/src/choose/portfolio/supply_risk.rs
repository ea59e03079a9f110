//! Supply risk in a programme: cubic in the choice, so that it is linearised around a choice and re-checked exactly
//! (rules §6.1).

use super::candidates::{Choice, Portfolio};
use super::programme::Programme;

mod exact;
mod rounds;

pub use exact::Exact;
pub use rounds::{LinearisedAnswer, Round, linearise, solve_linearised};

/// Something that computes supply risk exactly.
pub trait Risk {
    /// The supply risk of a material in a year with a choice; `None` where it is not known.
    fn supply_risk(&self, portfolio: &Portfolio, choice: &Choice, material: &str, year: i32) -> Option<f64>;

    /// The materials and years whose supply risk the objective sums.
    fn materials(&self) -> &[(String, i32)];

    /// By how much a choice lowers the supply risk, summed over the materials.
    fn fall(&self, portfolio: &Portfolio, choice: &Choice) -> f64 {
        let of = |(material, year): &(String, i32)| {
            let before = self.supply_risk(portfolio, &Choice::default(), material, *year)?;
            Some(before - self.supply_risk(portfolio, choice, material, *year)?)
        };
        self.materials().iter().filter_map(of).sum()
    }
}

/// Supply risk around a choice: a plane for each material.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Linearised {
    /// Planes, one for each material and year.
    pub planes: Vec<Plane>,
}

/// `SR = intercept + sum of slope x size`.
#[derive(Debug, Clone, PartialEq)]
pub struct Plane {
    /// Id of the material.
    pub material: String,
    /// Year.
    pub year: i32,
    /// The exact supply risk with nothing chosen.
    pub before: f64,
    /// What the plane says with nothing chosen.
    pub intercept: f64,
    /// For each candidate and course: change of the supply risk at full size.
    pub slopes: Vec<Vec<f64>>,
}

impl Linearised {
    /// What the planes say of the fall with nothing chosen.
    pub fn fall_without(&self) -> f64 {
        self.planes.iter().map(|plane| plane.before - plane.intercept).sum()
    }

    /// Column and fall of the supply risk, over all planes.
    pub fn fall(&self, programme: &Programme, portfolio: &Portfolio) -> Vec<(usize, f64)> {
        let of = |plane: &Plane| plane.terms(programme, portfolio);
        self.planes.iter().flat_map(of).map(|(column, slope)| (column, -slope)).collect()
    }

    /// The terms of a material in a year, with what the plane says of nothing chosen.
    pub fn row(
        &self,
        programme: &Programme,
        portfolio: &Portfolio,
        material: &str,
        year: i32,
    ) -> Option<(Vec<(usize, f64)>, f64)> {
        let plane = self.planes.iter().find(|plane| plane.material == material && plane.year == year)?;
        Some((plane.terms(programme, portfolio), plane.intercept))
    }
}

impl Plane {
    fn terms(&self, programme: &Programme, portfolio: &Portfolio) -> Vec<(usize, f64)> {
        let mut terms = Vec::new();
        for (at, (candidate, slopes)) in portfolio.candidates.iter().zip(&self.slopes).enumerate() {
            for (course, &slope) in slopes.iter().enumerate().filter(|(_, slope)| **slope != 0.0) {
                let (column, factor) = programme.quantity(at, course, candidate.divisible(), candidate.most);
                terms.push((column, factor * slope));
            }
        }
        terms
    }
}
