//! A dossier as a plain table: what is in the region.

use super::RegionAnswer;
use crate::tables::{Cell, Column, PlainTable};

/// Sites and projects of the region, one row for each material and stage.
pub fn sites(answer: &RegionAnswer) -> PlainTable {
    let columns = vec![
        Column::text("id", "Id"),
        Column::text("name", "Name"),
        Column::text("kind", "Kind"),
        Column::text("stage", "Stage"),
        Column::text("material", "Material"),
        Column::text("status", "Status"),
        Column::number("contained_t", "Capacity", "t/a"),
        Column::text("basis", "Basis"),
        Column::text("source", "Source"),
    ];
    let mut rows = Vec::new();
    for stage in &answer.stages {
        for site in &stage.sites {
            let none = [String::new()];
            let materials = if site.materials.is_empty() { &none[..] } else { &site.materials };
            for material in materials {
                let capacity = site.capacities.iter().find(|one| one.material == *material && one.stage == stage.stage);
                rows.push(vec![
                    Cell::text(site.id.as_str()),
                    Cell::text(site.name.as_str()),
                    Cell::text(site.kind.as_str()),
                    Cell::text(stage.stage.as_str()),
                    Cell::text(material.as_str()),
                    Cell::text(site.status.as_str()),
                    Cell::number(
                        capacity.and_then(|one| one.contained_t),
                        None,
                        None,
                        capacity.and_then(|one| one.why.as_deref()),
                    ),
                    Cell::text(capacity.map_or("", |one| if one.from_memory { "memory" } else { one.basis.as_str() })),
                    Cell::text(site.source.as_str()),
                ]);
            }
        }
    }
    for project in &answer.projects {
        for one in &project.capacities {
            let tonnes = &one.contained_t;
            rows.push(vec![
                Cell::text(project.id.as_str()),
                Cell::text(project.name.as_str()),
                Cell::text("project"),
                Cell::text(one.stage.as_str()),
                Cell::text(one.material.as_str()),
                Cell::text(project.status.as_str()),
                Cell::number(tonnes.value, tonnes.low, tonnes.high, tonnes.why.as_deref()),
                Cell::text("planned"),
                Cell::text(""),
            ]);
        }
    }
    PlainTable {
        name: format!("region-{}", answer.code),
        title: format!("Sites and projects in {} ({})", answer.name_latin, answer.code),
        columns,
        rows,
        notes: answer.notes.clone(),
    }
}
