//! Sites and projects as a plain table.

use super::SitesAnswer;
use crate::tables::{Cell, Column, PlainTable};

/// One row for each site or project.
pub fn sites(answer: &SitesAnswer) -> PlainTable {
    let columns = vec![
        Column::text("id", "Id"),
        Column::text("name", "Name"),
        Column::text("kind", "Kind"),
        Column::text("country", "Country"),
        Column::text("region", "Region"),
        Column::text("stages", "Stages"),
        Column::text("materials", "Materials"),
        Column::text("status", "Status"),
        Column::number("lat", "Latitude", "degrees"),
        Column::number("lon", "Longitude", "degrees"),
        Column::text("confidence", "Confidence"),
        Column::text("source", "Source"),
    ];
    let rows = answer.sites.iter().map(|site| {
        vec![
            Cell::text(site.id.as_str()),
            Cell::text(site.name.as_str()),
            Cell::text(site.kind.as_str()),
            Cell::text(site.country.as_str()),
            Cell::words(site.region.as_deref()),
            Cell::text(site.stages.join(" ")),
            Cell::text(site.materials.join(" ")),
            Cell::text(site.status.as_str()),
            Cell::plain(site.lat),
            Cell::plain(site.lon),
            Cell::words(site.confidence.as_deref()),
            Cell::text(site.source.as_str()),
        ]
    });
    PlainTable {
        name: "sites".to_owned(),
        title: "Sites and projects".to_owned(),
        rows: rows.collect(),
        columns,
        notes: answer.notes.clone(),
    }
}
