//! The list, derived twice (rules §1.6): from the study's published figures, which must give the list of the law, and from
//! our own, which need not. Nothing is tuned to make the second equal the first.

use std::collections::BTreeSet;

use adit_facts::{Material, Package};

use super::{Cause, StageAudit};
use crate::risk::assessment::MaterialRisk;
use crate::risk::list_rule::{EI_THRESHOLD, SR_THRESHOLD, meets_thresholds};

/// The list derived, recomputed and in force.
#[derive(Debug, Clone, PartialEq)]
pub struct ListAudit {
    /// By the rule of Art. 4(2) on the published figures, with the strategic materials.
    pub derived: BTreeSet<Material>,
    /// The list in force (of the edition).
    pub official: BTreeSet<Material>,
    /// By the same rule on our own figures as they are.
    pub recomputed: Recomputed,
    /// By the same rule on our own figures rounded to one decimal.
    pub recomputed_rounded: Recomputed,
}

/// A list from our own figures, against the one in force.
#[derive(Debug, Clone, PartialEq)]
pub struct Recomputed {
    /// The entries.
    pub entries: BTreeSet<Material>,
    /// In force, not here.
    pub missing: Vec<Difference>,
    /// Here, not in force.
    pub extra: Vec<Difference>,
    /// Entries for which the published economic importance was used.
    pub with_published_importance: BTreeSet<Material>,
    /// Entries whose supply risk cannot be computed.
    pub unknown: BTreeSet<Material>,
}

/// An entry that differs, with its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The entry.
    pub material: Material,
    /// Our supply risk, where it can be computed.
    pub sr: Option<f64>,
    /// Its bounds.
    pub bounds: Option<(f64, f64)>,
    /// Published supply risk.
    pub published_sr: Option<f64>,
    /// Economic importance used.
    pub ei: Option<f64>,
    /// Cause of the difference of the deciding stage, if it is beyond rounding.
    pub cause: Option<Cause>,
}

pub(super) fn list_audit(
    package: &Package,
    edition: &str,
    assessed: &[MaterialRisk],
    stages: &[StageAudit],
) -> ListAudit {
    let official = official(package, edition);
    let strategic = strategic(package, edition);
    let entries: Vec<&MaterialRisk> =
        assessed.iter().filter(|m| package.vocabulary().material(m.material).group.is_none()).collect();
    let derived = entries
        .iter()
        .filter(|m| {
            let figure = |p: Option<adit_facts::study::Published>| p.map(|p| p.datum.number.value);
            figure(m.published_sr).zip(figure(m.published_ei)).is_some_and(|(sr, ei)| meets_thresholds(sr, ei))
        })
        .map(|m| m.material)
        .chain(strategic.iter().copied())
        .collect();
    let recompute = |round: fn(f64) -> f64| recomputed(&entries, &strategic, &official, stages, round);
    ListAudit {
        derived,
        recomputed: recompute(|x| x),
        recomputed_rounded: recompute(|x| (x * 10.0).round() / 10.0),
        official,
    }
}

/// The list of the edition: Annex II, Section 1 for 2023, the Commission's own lists before.
fn official(package: &Package, edition: &str) -> BTreeSet<Material> {
    let law = package.table("law-lists").filter(|_| edition == adit_facts::package::DEFAULT_EDITION);
    let rows = law
        .into_iter()
        .flat_map(|t| t.rows().iter().filter(|r| r.text(t, "annex") == "II").map(move |r| r.text(t, "materials")));
    let earlier = package.table("official-lists");
    let earlier = earlier
        .into_iter()
        .flat_map(|t| t.rows().iter().filter(|r| r.text(t, "edition") == edition).map(move |r| r.text(t, "materials")));
    rows.chain(earlier).filter_map(|materials| entry_of(package, materials)).collect()
}

/// Strategic materials as entries of the list: Annex I, a member through its group; none before the Act.
fn strategic(package: &Package, edition: &str) -> BTreeSet<Material> {
    let law = package.table("law-lists").filter(|_| edition == adit_facts::package::DEFAULT_EDITION);
    let rows = law
        .into_iter()
        .flat_map(|t| t.rows().iter().filter(|r| r.text(t, "annex") == "I").map(move |r| r.text(t, "materials")));
    rows.filter_map(|materials| entry_of(package, materials)).collect()
}

/// The entry that a line of the law stands for: its first material, or that material's group.
fn entry_of(package: &Package, materials: &str) -> Option<Material> {
    let first = package.vocabulary().find_material(materials.split(';').next()?)?;
    Some(package.vocabulary().material(first).group.unwrap_or(first))
}

fn recomputed(
    entries: &[&MaterialRisk],
    strategic: &BTreeSet<Material>,
    official: &BTreeSet<Material>,
    stages: &[StageAudit],
    round: fn(f64) -> f64,
) -> Recomputed {
    let mut list = Recomputed {
        entries: strategic.clone(),
        missing: Vec::new(),
        extra: Vec::new(),
        with_published_importance: BTreeSet::new(),
        unknown: BTreeSet::new(),
    };
    for m in entries {
        let ei = m.ei.map(|ei| ei.value).or(m.published_ei.map(|p| p.datum.number.value));
        if m.ei.is_none() && ei.is_some() {
            list.with_published_importance.insert(m.material);
        }
        match (m.sr, ei) {
            (Some(sr), Some(ei)) => {
                if round(sr.value) >= SR_THRESHOLD && round(ei) >= EI_THRESHOLD {
                    list.entries.insert(m.material);
                }
            }
            _ => {
                list.unknown.insert(m.material);
            }
        }
    }
    let difference = |material: &Material| {
        let m = entries.iter().find(|m| m.material == *material);
        let deciding = m.and_then(|m| m.deciding).map(|(stage, _)| stage);
        let row = stages.iter().find(|s| s.material == *material && Some(s.stage) == deciding);
        Difference {
            material: *material,
            sr: m.and_then(|m| m.sr).map(|sr| sr.value),
            bounds: m.and_then(|m| m.sr).map(|sr| (sr.low, sr.high)),
            published_sr: m.and_then(|m| m.published_sr).map(|p| p.datum.number.value),
            ei: m.and_then(|m| m.ei.map(|ei| ei.value).or(m.published_ei.map(|p| p.datum.number.value))),
            cause: row.and_then(|row| row.cause),
        }
    };
    list.missing = official.difference(&list.entries).map(difference).collect();
    list.extra = list.entries.difference(official).map(difference).collect();
    list
}
