//! Answers as plain tables.

use adit_facts::Package;

use super::{Cell, Column, PlainTable};
use crate::explain::ExplainAnswer;
use crate::figures;
use crate::flips::{Effect, FlipsAnswer};
use crate::history::HistoryAnswer;
use crate::risk::{Basis, RiskAnswer};
use crate::suppliers::{SideSuppliers, SuppliersAnswer};

/// Every material with its figures.
pub fn risk(package: &Package, answer: &RiskAnswer) -> PlainTable {
    let mut columns = vec![
        Column::text("material", "Material"),
        Column::text("name", "Name"),
        Column::number("sr", "Supply risk", "index"),
        Column::bounds("sr_bounds", "Bounds", "index"),
        Column::number("sr_published", "Published", "index"),
        Column::number("ei", "Economic importance", "index"),
        Column::bounds("ei_bounds", "Bounds", "index"),
        Column::text("ei_basis", "EI is"),
        Column::number("ei_published", "Published", "index"),
        Column::text("deciding_stage", "Stage"),
        Column::flag("critical", "Critical"),
        Column::flag("critical_certain", "Certain"),
        Column::flag("strategic", "Strategic"),
        Column::flag("listed", "Listed"),
    ];
    let drawn = answer.draws.is_some();
    if drawn {
        columns.push(Column::number("probability", "Meets the rule", "share"));
    }
    let rows = answer.materials.iter().map(|m| {
        let mut row = vec![
            Cell::text(m.id.as_str()),
            Cell::text(m.name.as_str()),
            Cell::number(m.sr, m.sr_low, m.sr_high, m.why.sr.as_deref()),
            Cell::number(m.sr, m.sr_low, m.sr_high, None),
            Cell::published(m.sr_published, m.sr_published_half, m.why.sr_published.as_deref()),
            Cell::number(m.ei, m.ei_low, m.ei_high, m.why.ei.as_deref()),
            Cell::number(m.ei, m.ei_low, m.ei_high, None),
            Cell::words(m.ei_basis.map(basis)),
            Cell::published(m.ei_published, m.ei_published_half, m.why.ei_published.as_deref()),
            Cell::words(m.deciding_stage.as_deref()),
            Cell::Flag(m.critical),
            Cell::Flag(m.critical_certain),
            Cell::Flag(Some(m.strategic)),
            Cell::Flag(Some(m.listed)),
        ];
        if drawn {
            row.push(Cell::plain(m.probability));
        }
        row
    });
    let mut notes = answer.what_if.clone();
    notes.extend(answer.draws.as_ref().map(|draws| draws.says.clone()));
    notes.extend(figures::sources(package, &answer.edition, Some(&answer.governance)));
    let title = format!("Supply risk and economic importance, {}", answer.edition);
    PlainTable { name: "risk".to_owned(), title, rows: rows.collect(), columns, notes }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Computed => "computed",
        Basis::Published => "published",
    }
}

/// The stages of one or more materials.
pub fn stages(answer: &RiskAnswer) -> PlainTable {
    let columns = vec![
        Column::text("material", "Material"),
        Column::text("stage", "Stage"),
        Column::text("scope", "Scope"),
        Column::number("sr", "Supply risk", "index"),
        Column::bounds("sr_bounds", "Bounds", "index"),
        Column::number("sr_published", "Published", "index"),
        Column::number("hhi_gs", "World HHI", "index"),
        Column::number("hhi_eus", "EU HHI", "index"),
        Column::number("ir", "Import reliance", "share"),
        Column::number("eol_rir", "EoL-RIR", "share"),
        Column::number("si_sr", "SI(SR)", "index"),
    ];
    let stages = answer.materials.iter().flat_map(|m| m.stages.iter().map(move |s| (m, s)));
    let rows = stages.map(|(m, s)| {
        vec![
            Cell::text(m.id.as_str()),
            Cell::text(s.stage.as_str()),
            Cell::words(s.scope.as_deref()),
            Cell::number(s.sr, s.sr_low, s.sr_high, s.why.sr.as_deref()),
            Cell::number(s.sr, s.sr_low, s.sr_high, None),
            Cell::published(s.sr_published, s.sr_published_half, s.why.sr_published.as_deref()),
            Cell::number(s.hhi_gs, None, None, s.why.hhi_gs.as_deref()),
            Cell::number(s.hhi_eus, None, None, s.why.hhi_eus.as_deref()),
            Cell::number(s.ir, None, None, s.why.ir.as_deref()),
            Cell::number(s.eol_rir, None, None, m.why.eol_rir.as_deref()),
            Cell::number(s.si_sr, None, None, m.why.si_sr.as_deref()),
        ]
    });
    let title = format!("Supply risk by stage, {}", answer.edition);
    PlainTable { name: "stages".to_owned(), title, rows: rows.collect(), columns, notes: answer.what_if.clone() }
}

/// Published figures over the editions.
pub fn history(answer: &HistoryAnswer) -> PlainTable {
    let columns = vec![
        Column::text("material", "Material"),
        Column::text("name", "Name"),
        Column::text("edition", "Edition"),
        Column::number("sr", "Supply risk", "index"),
        Column::number("ei", "Economic importance", "index"),
        Column::flag("meets_rule", "Meets the thresholds"),
        Column::flag("listed", "Listed"),
    ];
    let points = answer.materials.iter().flat_map(|m| m.points.iter().map(move |p| (m, p)));
    let rows = points.map(|(m, p)| {
        vec![
            Cell::text(m.id.as_str()),
            Cell::text(m.name.as_str()),
            Cell::text(p.edition.as_str()),
            Cell::published(p.sr, p.sr_half, p.why.sr.as_deref()),
            Cell::published(p.ei, p.ei_half, p.why.ei.as_deref()),
            Cell::Flag(p.meets_rule),
            Cell::Flag(p.listed),
        ]
    });
    let title = "Published figures over the assessments".to_owned();
    PlainTable { name: "history".to_owned(), title, rows: rows.collect(), columns, notes: vec![answer.note.clone()] }
}

/// The suppliers of a material.
pub fn suppliers(package: &Package, answer: &SuppliersAnswer) -> PlainTable {
    let columns = vec![
        Column::text("stage", "Stage"),
        Column::text("supply", "Supply"),
        Column::text("country", "Code"),
        Column::text("name", "Country"),
        Column::flag("eu", "EU"),
        Column::number("share", "Share", "share"),
        Column::bounds("share_bounds", "Bounds", "share"),
        Column::text("published", "As printed"),
        Column::number("trade", "Trade parameter", "factor"),
        Column::number("governance", "Governance", "index"),
        Column::number("contribution", "Adds to HHI", "index"),
    ];
    let lists = answer.stages.iter().flat_map(|s| [(s, "world", &s.world), (s, "europe", &s.europe)]);
    let rows = lists.flat_map(|(stage, supply, list)| supplier_rows(&stage.stage, supply, list));
    PlainTable {
        name: format!("suppliers-{}", answer.material),
        title: format!("Suppliers of {}, {}", crate::names::in_text(&answer.name), answer.edition),
        rows: rows.collect(),
        columns,
        notes: figures::sources(package, &answer.edition, Some(&answer.governance)),
    }
}

fn supplier_rows<'a>(stage: &'a str, supply: &'a str, list: &'a SideSuppliers) -> impl Iterator<Item = Vec<Cell>> + 'a {
    list.suppliers.iter().map(move |s| {
        vec![
            Cell::text(stage),
            Cell::text(supply),
            Cell::text(s.country.as_str()),
            Cell::text(s.name.as_str()),
            Cell::Flag(Some(s.eu)),
            Cell::number(Some(s.share), Some(s.share_low), Some(s.share_high), s.why.share.as_deref()),
            Cell::number(Some(s.share), Some(s.share_low), Some(s.share_high), None),
            Cell::text(s.published.as_str()),
            Cell::number(Some(s.trade), None, None, s.why.trade.as_deref()),
            Cell::number(s.governance, None, None, s.why.governance.as_deref()),
            Cell::number(s.contribution, None, None, s.why.contribution.as_deref()),
        ]
    })
}

/// A relative change to a tenth of a percent for people; programs get all of it.
fn about(change: Option<f64>) -> Cell {
    Cell::number(change, change.map(|c| c - 0.0005), change.map(|c| c + 0.0005), None)
}

/// The flips of a material. Inputs have different units, so each row names its own.
pub fn flips(answer: &FlipsAnswer) -> PlainTable {
    let columns = vec![
        Column::text("input", "Input"),
        Column::text("label", "What it is"),
        Column::text("unit", "Unit"),
        Column::number("now", "Now", ""),
        Column::number("flips_at", "Flips at", ""),
        Column::number("relative_change", "Change", "share"),
        Column::text("effect", "The material then"),
    ];
    let rows = answer.flips.iter().map(|f| {
        vec![
            Cell::text(f.input.as_str()),
            Cell::text(f.label.as_str()),
            Cell::text(f.unit.as_str()),
            Cell::number(Some(f.now), None, None, f.why.as_deref()).in_unit(&f.unit),
            Cell::plain(Some(f.flips_at)).in_unit(&f.unit),
            about(f.relative_change),
            Cell::text(if f.effect == Effect::Enters { "enters" } else { "leaves" }),
        ]
    });
    PlainTable {
        name: format!("flips-{}", answer.material),
        title: format!("Values at which {} meets both thresholds, or no longer", crate::names::in_text(&answer.name)),
        rows: rows.collect(),
        columns,
        notes: answer.note.iter().cloned().collect(),
    }
}

/// Single changes that give a target.
pub fn explain(answer: &ExplainAnswer) -> PlainTable {
    let columns = vec![
        Column::text("input", "Input"),
        Column::text("label", "What it is"),
        Column::text("unit", "Unit"),
        Column::number("now", "Now", ""),
        Column::number("needs", "Needs", ""),
        Column::number("relative_change", "Change", "share"),
        Column::flag("within_rounding", "Within its rounding"),
    ];
    let rows = answer.answers.iter().map(|a| {
        vec![
            Cell::text(a.input.as_str()),
            Cell::text(a.label.as_str()),
            Cell::text(a.unit.as_str()),
            Cell::number(Some(a.now), None, None, a.why.as_deref()).in_unit(&a.unit),
            Cell::plain(Some(a.needs)).in_unit(&a.unit),
            about(a.relative_change),
            Cell::Flag(a.within_rounding),
        ]
    });
    PlainTable {
        name: format!("explain-{}-{}", answer.material, answer.stage),
        title: format!("Single changes that give a supply risk of {}", answer.target),
        rows: rows.collect(),
        columns,
        notes: vec![answer.note.clone()],
    }
}
