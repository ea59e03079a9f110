//! Who up- and downstream could connect to a region: by distance, tonnes and quality of fit.
//!
//! The fit is `good` where both tonnages are known, the partner covers between half and twice the region's, and its
//! centre lies within [`NEAR_KM`]; `possible` where something of that is missing the mark; `unknown` where a tonnage is
//! not known. It is a first look at a map, not a contract.

use std::collections::BTreeMap;

use adit_facts::Material;
use adit_facts::chain::{ChainStage, Region};
use adit_facts::geo::Point;

use super::Presence;

/// Within this distance transport by road or rail is usual for concentrates and intermediates in Europe.
pub const NEAR_KM: f64 = 1000.0;

/// At most this many partners of each side.
const MOST: usize = 5;

/// How well a partner fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Tonnes and distance fit.
    Good,
    /// Known, and one of the two does not fit.
    Possible,
    /// A tonnage is not known.
    Unknown,
}

impl Fit {
    /// The word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Possible => "possible",
            Self::Unknown => "unknown",
        }
    }
}

/// A partner that could connect.
#[derive(Debug, Clone, PartialEq)]
pub struct Connection<'a> {
    /// The partner.
    pub partner: &'a Presence,
    /// Its stage.
    pub stage: ChainStage,
    /// Great-circle distance from the region's own sites of the chain, or its centre, kilometres.
    pub distance_km: Option<f64>,
    /// Its tonnes over the region's own, a fraction.
    pub covers: Option<f64>,
    /// How well it fits.
    pub fit: Fit,
    /// Why.
    pub because: String,
}

/// The stage before and the stages that feed a stage.
fn before(stage: ChainStage) -> &'static [ChainStage] {
    match stage {
        ChainStage::Processing => &[ChainStage::Extraction, ChainStage::Recycling],
        _ => &[],
    }
}

fn after(stage: ChainStage) -> &'static [ChainStage] {
    match stage {
        ChainStage::Extraction | ChainStage::Recycling => &[ChainStage::Processing],
        _ => &[],
    }
}

/// Partners upstream and downstream of a region in a material's chain, best first.
pub fn connections<'a>(region: &Region, material: Material, all: &'a [Presence]) -> [Vec<Connection<'a>>; 2] {
    let own: Vec<&Presence> =
        all.iter().filter(|presence| presence.material == material && presence.lies_in(region)).collect();
    let search = |next: fn(ChainStage) -> &'static [ChainStage]| {
        let mut wanted: BTreeMap<ChainStage, Vec<&Presence>> = BTreeMap::new();
        for presence in &own {
            for stage in presence.stage.map_or(&[][..], next) {
                wanted.entry(*stage).or_default().push(presence);
            }
        }
        let mut found: Vec<Connection<'a>> = wanted
            .iter()
            .flat_map(|(stage, ours)| {
                let others = all.iter().filter(move |other| {
                    other.material == material
                        && other.stage == Some(*stage)
                        && !other.lies_in(region)
                        && !matches!(other.status.as_str(), "closed" | "cancelled")
                });
                others.map(move |other| connect(region, ours, other, *stage))
            })
            .collect();
        let far = |connection: &Connection<'_>| connection.distance_km.unwrap_or(f64::INFINITY);
        found.sort_by(|a, b| a.fit.cmp(&b.fit).then(far(a).total_cmp(&far(b))).then(a.partner.id.cmp(&b.partner.id)));
        found.dedup_by(|a, b| a.partner.id == b.partner.id && a.stage == b.stage);
        found.truncate(MOST);
        found
    };
    [search(before), search(after)]
}

fn connect<'a>(region: &Region, ours: &[&Presence], other: &'a Presence, stage: ChainStage) -> Connection<'a> {
    let from = ours.iter().find_map(|presence| presence.point).map_or(region.centre, point);
    let distance_km = other.point.map(|to| from.distance_km(point(to)));
    let known: Vec<f64> = ours.iter().filter_map(|one| one.tonnes).map(|tonnes| tonnes.number.value).collect();
    let sum: f64 = known.iter().sum();
    let covers = other.tonnes.filter(|_| sum > 0.0).map(|tonnes| tonnes.number.value / sum);
    let near = distance_km.is_some_and(|km| km <= NEAR_KM);
    let (fit, because) = match covers {
        None if other.tonnes.is_none() => (Fit::Unknown, "its tonnes are not known".to_owned()),
        None => (Fit::Unknown, "the region's own tonnes are not known".to_owned()),
        Some(part) if (0.5..=2.0).contains(&part) && near => (Fit::Good, "tonnes and distance fit".to_owned()),
        Some(_) if !near => (Fit::Possible, format!("farther than {NEAR_KM:.0} km, or its place is not known")),
        Some(part) if part < 0.5 => (Fit::Possible, "smaller than half of the region's tonnes".to_owned()),
        Some(_) => (Fit::Possible, "larger than twice the region's tonnes".to_owned()),
    };
    Connection { partner: other, stage, distance_km, covers, fit, because }
}

fn point((lat, lon): (f64, f64)) -> Point {
    Point { lat, lon }
}
