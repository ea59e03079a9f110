//! Published figures over the editions.

use adit_facts::{Material, Package};
use adit_model::risk::list_rule::meets_thresholds;

use super::{HistoryAnswer, HistoryEdition, HistoryMaterial, HistoryPoint, HistoryWhy};
use crate::session::FORMAT;

/// The first year whose figures were made by the methodology that the act's thresholds belong to.
const COMPARABLE_FROM: u16 = 2017;

const NOTE: &str = "Figures as published. The assessments of 2011 and 2014 used another methodology, other scales and another \
     threshold of economic importance: they are not held against the thresholds of the act.";

/// Year of an edition, from its id.
pub(crate) fn year(edition: &str) -> u16 {
    edition.rsplit('-').next().and_then(|year| year.parse().ok()).unwrap_or(0)
}

/// The answer for one material, or all that any edition assessed.
pub(crate) fn answer(package: &Package, only: Option<Material>) -> HistoryAnswer {
    let editions = package.editions();
    let words = package.vocabulary();
    let materials = words.materials().filter(|(m, _)| only.is_none_or(|only| only == *m)).filter_map(|(m, entry)| {
        let points: Vec<HistoryPoint> = editions.iter().filter_map(|edition| point(package, edition, m)).collect();
        let named = HistoryMaterial { id: entry.id.clone(), name: entry.name.clone(), points };
        (!named.points.is_empty()).then_some(named)
    });
    HistoryAnswer {
        format: FORMAT,
        materials: materials.collect(),
        editions: editions
            .iter()
            .map(|edition| HistoryEdition {
                id: edition.clone(),
                year: year(edition),
                comparable: year(edition) >= COMPARABLE_FROM,
            })
            .collect(),
        note: NOTE.to_owned(),
    }
}

fn point(package: &Package, edition: &str, material: Material) -> Option<HistoryPoint> {
    let id = &package.vocabulary().material(material).id;
    package.table("assessments")?.row(&format!("{edition}/{id}"))?;
    let (sr, ei) = package.assessment(edition, material);
    let year = year(edition);
    let value = |published: Option<adit_facts::study::Published>| published.map(|p| p.datum.number.value);
    let key = |published: Option<adit_facts::study::Published>| published.map(|p| package.key(p.datum.at).to_string());
    let meets = value(sr).zip(value(ei)).map(|(sr, ei)| meets_thresholds(sr, ei));
    Some(HistoryPoint {
        edition: edition.to_owned(),
        year,
        sr: value(sr),
        ei: value(ei),
        sr_half: sr.map(|published| published.half_digit()),
        ei_half: ei.map(|published| published.half_digit()),
        meets_rule: meets.filter(|_| year >= COMPARABLE_FROM),
        listed: listed(package, edition, material),
        why: HistoryWhy { sr: key(sr), ei: key(ei) },
    })
}

/// Whether the official list of an edition names a material or its group: of 2023 Annex II of the act, before it the
/// Commission's own lists.
fn listed(package: &Package, edition: &str, material: Material) -> Option<bool> {
    let words = package.vocabulary();
    let entry = words.material(material);
    if edition == adit_facts::package::DEFAULT_EDITION {
        return Some(entry.listed.is_some());
    }
    let table = package.table("official-lists")?;
    let mut rows = table.rows().iter().filter(|row| row.text(table, "edition") == edition).peekable();
    rows.peek()?;
    let group = entry.group.map(|group| words.material(group).id.as_str());
    let means = |id: &str| id == entry.id || Some(id) == group;
    Some(rows.any(|row| row.text(table, "materials").split(';').any(|id| means(id.trim()))))
}
