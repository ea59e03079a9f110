//! Regions like a region, to learn from: by materials, stages and structure, each part shown.
//!
//! ```text
//! materials: Jaccard index of the sets of materials
//! stages:    cosine of the numbers of sites and projects by stage
//! structure: 1 - |a - b| / max(a, b) of the share of mining in employment
//! similarity = sum of weight x part over the parts that are known / sum of their weights
//! ```

use std::collections::{BTreeMap, BTreeSet};

use adit_facts::Material;
use adit_facts::chain::{ChainStage, Region, Regions};

use super::Presence;

/// Weights of the parts, in the order of [`Part`].
pub const WEIGHTS: [f64; 3] = [0.5, 0.3, 0.2];

/// A region to learn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Similar<'a> {
    /// The region.
    pub region: &'a Region,
    /// 0..1.
    pub similarity: f64,
    /// Materials, stages, structure; `None` where unknown.
    pub parts: [Option<f64>; 3],
    /// Materials that both have.
    pub shared: Vec<Material>,
    /// What it has and the other lacks: a stage of a shared material.
    pub ahead: Vec<(Material, ChainStage)>,
}

/// What a region has.
#[derive(Debug, Clone, Default)]
struct Profile {
    materials: BTreeSet<Material>,
    stages: BTreeMap<ChainStage, f64>,
    by_material: BTreeSet<(Material, ChainStage)>,
}

impl Profile {
    fn of<'a>(presences: impl Iterator<Item = &'a Presence>) -> Self {
        let mut profile = Self::default();
        for presence in presences {
            profile.materials.insert(presence.material);
            if let Some(stage) = presence.stage {
                *profile.stages.entry(stage).or_default() += 1.0;
                profile.by_material.insert((presence.material, stage));
            }
        }
        profile
    }
}

/// The level-2 regions most like a region, at most `most`; `mining` is the share of mining in employment by code.
pub fn similar<'a>(
    regions: &'a Regions,
    region: &Region,
    all: &[Presence],
    mining: &dyn Fn(&str) -> Option<f64>,
    most: usize,
) -> Vec<Similar<'a>> {
    let own = Profile::of(all.iter().filter(|presence| presence.lies_in(region)));
    if own.materials.is_empty() {
        return Vec::new();
    }
    let mut by_region: BTreeMap<&str, Vec<&Presence>> = BTreeMap::new();
    for presence in all {
        if let Some(code) = presence.nuts2.as_deref() {
            by_region.entry(code).or_default().push(presence);
        }
    }
    let own_mining = mining(&region.code);
    let mut found: Vec<Similar<'a>> = by_region
        .into_iter()
        .filter(|(code, _)| !code.starts_with(region.code.as_str()) && !region.code.starts_with(code))
        .filter_map(|(code, presences)| {
            let other = regions.get(code)?;
            let profile = Profile::of(presences.into_iter());
            let structure = own_mining.zip(mining(code)).map(|(a, b)| alike(a, b));
            Some(compare(other, &own, &profile, structure))
        })
        .collect();
    found.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then_with(|| a.region.code.cmp(&b.region.code)));
    found.truncate(most);
    found
}

fn compare<'a>(region: &'a Region, own: &Profile, other: &Profile, structure: Option<f64>) -> Similar<'a> {
    let shared: Vec<Material> = own.materials.intersection(&other.materials).copied().collect();
    let union = own.materials.union(&other.materials).count();
    #[expect(clippy::cast_precision_loss, reason = "numbers of materials are small")]
    let materials = (union > 0).then(|| shared.len() as f64 / union as f64);
    let parts = [materials, cosine(&own.stages, &other.stages), structure];
    let known = parts.iter().zip(WEIGHTS).filter_map(|(part, weight)| part.map(|part| (part * weight, weight)));
    let (sum, weights) = known.fold((0.0, 0.0), |(sum, all), (part, weight)| (sum + part, all + weight));
    let ahead = other.by_material.difference(&own.by_material).filter(|(m, _)| shared.contains(m)).copied().collect();
    Similar { region, similarity: if weights > 0.0 { sum / weights } else { 0.0 }, parts, shared, ahead }
}

fn cosine(a: &BTreeMap<ChainStage, f64>, b: &BTreeMap<ChainStage, f64>) -> Option<f64> {
    let size = |of: &BTreeMap<ChainStage, f64>| of.values().map(|n| n * n).sum::<f64>().sqrt();
    let (one, other) = (size(a), size(b));
    let product: f64 = a.iter().map(|(stage, n)| n * b.get(stage).copied().unwrap_or_default()).sum();
    (one > 0.0 && other > 0.0).then(|| (product / (one * other)).min(1.0))
}

fn alike(a: f64, b: f64) -> f64 {
    let largest = a.max(b);
    if largest > 0.0 { 1.0 - (a - b).abs() / largest } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use adit_facts::chain::ChainStage;

    use super::{alike, cosine};

    #[test]
    fn the_same_mix_of_stages_is_alike_whatever_its_size() {
        let mix = |mines: f64, smelters: f64| {
            BTreeMap::from([(ChainStage::Extraction, mines), (ChainStage::Processing, smelters)])
        };
        assert!((cosine(&mix(1.0, 2.0), &mix(10.0, 20.0)).unwrap_or_default() - 1.0).abs() < 1e-12);
        assert!(cosine(&mix(1.0, 2.0), &mix(2.0, 1.0)).unwrap_or_default() < 0.9);
        assert_eq!(cosine(&BTreeMap::new(), &mix(1.0, 1.0)), None);
    }

    #[test]
    fn structure_compares_shares() {
        assert!((alike(0.01, 0.02) - 0.5).abs() < 1e-12);
        assert!((alike(0.0, 0.0) - 1.0).abs() < 1e-12);
    }
}
