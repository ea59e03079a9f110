//! The parameters of a case as tracks: one parameter of one segment, technology and material over the years, with one
//! random number in a draw.

use adit_facts::outlook::cases::{self, Parameter, ParameterFacts};
use adit_number::{Distribution, Family, normal_quantile, stable_key};

use super::error::CaseError;
use super::spread::Spread;

/// A parameter over the years.
#[derive(Debug, Clone)]
pub struct Track {
    /// Key of its facts without the year.
    pub path: String,
    /// The stable key of its random number.
    pub key: u64,
    /// What it is.
    pub parameter: Parameter,
    /// Segment, technology and material, by their places in the case; `None` for all.
    pub of: Slot,
    /// Its values by year, in rising order.
    pub points: Vec<Point>,
}

/// A parameter in a year.
#[derive(Debug, Clone)]
pub struct Point {
    /// The year; `None` where it does not differ by year.
    pub year: Option<u16>,
    /// Place of its row among the parameters of the case.
    pub row: usize,
    /// Central value.
    pub value: f64,
    /// How it spreads; `None` where it does not.
    pub spread: Option<Spread>,
}

/// Segment, technology and material of a parameter, by their places in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Slot {
    /// Segment.
    pub segment: Option<usize>,
    /// Technology.
    pub technology: Option<usize>,
    /// Material.
    pub material: Option<usize>,
}

impl Slot {
    /// Whether a row of `self` holds for `wanted`: every part is the same, or `all` in the row.
    pub fn holds_for(self, wanted: Self) -> bool {
        let part = |own: Option<usize>, wanted: Option<usize>| own.is_none() || own == wanted;
        part(self.segment, wanted.segment)
            && part(self.technology, wanted.technology)
            && part(self.material, wanted.material)
    }

    /// Segment before technology before material: what makes one row more specific than another.
    pub(super) fn rank(self) -> [bool; 3] {
        [self.segment.is_some(), self.technology.is_some(), self.material.is_some()]
    }
}

/// Where in a track's points a year lies: between a point and the next, by the weight of the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Between {
    /// Place of the point at or before the year, or the first.
    pub at: usize,
    /// Weight of the next point; 0 at a point, before the first and after the last.
    pub weight: f64,
}

impl Track {
    /// Where a year lies.
    pub fn between(&self, year: u16) -> Between {
        let at_or_before = |point: &Point| point.year.is_none_or(|of| of <= year);
        let at = self.points.partition_point(at_or_before).saturating_sub(1);
        let (from, to) = (self.points[at].year, self.points.get(at + 1).and_then(|point| point.year));
        let weight = match (from, to) {
            (Some(from), Some(to)) if year > from => {
                (f64::from(year) - f64::from(from)) / (f64::from(to) - f64::from(from))
            }
            _ => 0.0,
        };
        Between { at, weight }
    }

    /// Central value in a year.
    pub fn value(&self, year: u16) -> f64 {
        let Between { at, weight } = self.between(year);
        let value = self.points[at].value;
        if weight == 0.0 { value } else { value + (self.points[at + 1].value - value) * weight }
    }

    /// Whether draws differ.
    pub fn varies(&self) -> bool {
        self.points.iter().any(|point| point.spread.is_some())
    }
}

/// The most specific track of a parameter that holds for a segment, technology and material.
pub fn find(tracks: &[Track], parameter: Parameter, wanted: Slot) -> Option<usize> {
    let holds = |(_, track): &(usize, &Track)| track.parameter == parameter && track.of.holds_for(wanted);
    tracks.iter().enumerate().filter(holds).max_by_key(|(_, track)| track.of.rank()).map(|(at, _)| at)
}

/// How a row spreads in draws.
///
/// # Errors
/// A spread without its limits, limits that do not hold the value, a value that its parameter cannot have.
pub fn spread(row: &ParameterFacts) -> Result<Option<Spread>, CaseError> {
    let value = row.value.number.value;
    possible(row, value, "value")?;
    if row.spread == cases::Spread::None {
        return Ok(None);
    }
    let limits = row.low.zip(row.high).map(|(low, high)| (low.number.value, high.number.value));
    let Some((low, high)) = limits else {
        let says = format!("spread {} has no low or no high", row.spread.id());
        return Err(wrong(row, says, "give both, or spread none"));
    };
    possible(row, low, "low")?;
    possible(row, high, "high")?;
    if !(low <= value && value <= high) {
        return Err(wrong(row, format!("{value} does not lie between low {low} and high {high}"), "mend one of them"));
    }
    if low == high {
        return Ok(None);
    }
    // 5th and 95th percentiles lie this many standard deviations from the middle.
    let reach = 2.0 * normal_quantile(0.95);
    let family = match row.spread {
        cases::Spread::Triangular => Family::Triangular { low, mode: value, high },
        cases::Spread::Uniform => Family::Uniform { low, high },
        cases::Spread::Pert => Family::Pert { low, mode: value, high },
        cases::Spread::Normal => Family::Normal { mean: f64::midpoint(low, high), sd: (high - low) / reach },
        cases::Spread::LogNormal => {
            Family::LogNormalMedian { median: (low * high).sqrt(), gsd: libm::pow(high / low, 1.0 / reach) }
        }
        cases::Spread::None => return Ok(None),
    };
    let most = if row.parameter.is_share() { 1.0 } else { f64::INFINITY };
    let made = Distribution::new(family);
    // Only the two laws without limits of their own need any.
    let cut = match row.spread {
        cases::Spread::Normal => made.and_then(|made| made.within(0.0, most)),
        cases::Spread::LogNormal if most < f64::INFINITY => made.and_then(|made| made.within(0.0, most)),
        _ => made,
    };
    cut.map(|made| Some(Spread::new(made)))
        .map_err(|error| wrong(row, error.to_string(), "mend the limits or the spread"))
}

/// Whether a parameter can have a value at all.
fn possible(row: &ParameterFacts, value: f64, what: &str) -> Result<(), CaseError> {
    let (parameter, id) = (row.parameter, row.parameter.id());
    let fine = match parameter {
        Parameter::ManufacturingScrap => (0.0..1.0).contains(&value),
        _ if parameter.is_share() => (0.0..=1.0).contains(&value),
        _ if parameter.is_lifetime() => value.is_finite() && value > 0.0,
        _ => value.is_finite() && value >= 0.0,
    };
    if fine {
        return Ok(());
    }
    let hint = match parameter {
        Parameter::ManufacturingScrap => "give a share from 0 to below 1",
        _ if parameter.is_share() => "give a share from 0 to 1; a quarter is 0.25",
        _ if parameter.is_lifetime() => "give a finite number above 0",
        _ => "give a finite number not below 0",
    };
    Err(wrong(row, format!("{what} {value} is no {id}"), hint))
}

fn wrong(row: &ParameterFacts, says: String, hint: &str) -> CaseError {
    let year = row.year.map_or_else(|| "all".to_owned(), |year| year.to_string());
    CaseError::Row { row: format!("outlook-parameters/{}/{year}", row.path), says, hint: hint.to_owned() }
}

/// The rows of a case as tracks, in the order of the table. `slot` reads segment, technology and material.
///
/// # Errors
/// Rows that say what cannot be: see [`spread`]; a parameter that differs by what it cannot; years beside `all`.
pub fn tracks(
    rows: &[ParameterFacts],
    slot: impl Fn(&ParameterFacts) -> Result<Slot, CaseError>,
) -> Result<Vec<Track>, CaseError> {
    let mut tracks: indexmap::IndexMap<&str, Track> = indexmap::IndexMap::new();
    for (at, row) in rows.iter().enumerate() {
        let of = slot(row)?;
        differs_by_what_it_can(row, of)?;
        let point = Point { year: row.year, row: at, value: row.value.number.value, spread: spread(row)? };
        let track = tracks.entry(row.path.as_str()).or_insert_with(|| Track {
            path: row.path.clone(),
            key: stable_key(&row.path),
            parameter: row.parameter,
            of,
            points: Vec::new(),
        });
        if track.points.iter().any(|other| other.year.is_none() || row.year.is_none()) {
            let says = "stands beside a row of another year".to_owned();
            return Err(wrong(row, says, "give one row for all years, or rows for years only"));
        }
        track.points.push(point);
    }
    let mut tracks: Vec<Track> = tracks.into_values().collect();
    let mut known: Vec<Spread> = Vec::new();
    for track in &mut tracks {
        track.points.sort_by_key(|point| point.year);
        for spread in track.points.iter_mut().filter_map(|point| point.spread.as_mut()) {
            for other in &known {
                spread.share_table(other);
            }
            known.push(spread.clone());
        }
    }
    Ok(tracks)
}

fn differs_by_what_it_can(row: &ParameterFacts, of: Slot) -> Result<(), CaseError> {
    let [segment, technology, material] = match row.parameter {
        Parameter::Inflow | Parameter::Stock => [true, false, false],
        parameter if parameter.is_lifetime() => [true, false, false],
        Parameter::Mix => [true, true, false],
        Parameter::Intensity | Parameter::IntensityFactor => [true, true, true],
        Parameter::Capacity => [false, false, true],
        _ => [true, false, true],
    };
    for (may, given, what) in [
        (segment, of.segment.is_some(), "segment"),
        (technology, of.technology.is_some(), "technology"),
        (material, of.material.is_some(), "material"),
    ] {
        if given && !may {
            let says = format!("{} cannot differ by {what}", row.parameter.id());
            return Err(wrong(row, says, "write all in that column"));
        }
    }
    Ok(())
}
