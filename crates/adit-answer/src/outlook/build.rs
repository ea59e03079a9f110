//! From a run of a case to its document.

use adit_facts::Package;
use adit_model::outlook::case::{CaseModel, CaseRun, Line, LineRun, MaterialRun, ProductLine, ProductRun, Setting};

use adit_number::Band;

use super::says::{skew, summary};
use super::{
    OutlookAnswer, OutlookBands, OutlookCase, OutlookLine, OutlookMaterial, OutlookProduct, OutlookRegion, OutlookRisk,
};
use super::{levers, question::OutlookQuestion};
use crate::chain::FigureDocument;
use crate::chain::opened::with_query;
use crate::session::FORMAT;

/// What a document is made from.
pub(crate) struct Ran<'a> {
    /// The facts.
    pub package: &'a Package,
    /// The case, gathered.
    pub model: &'a CaseModel,
    /// Its document.
    pub described: OutlookCase,
    /// The question.
    pub question: &'a OutlookQuestion,
    /// The levers as the model takes them.
    pub settings: &'a [Setting],
    /// The run.
    pub run: &'a CaseRun,
}

/// The document of a case.
pub(crate) fn answer(ran: Ran<'_>, region: Option<OutlookRegion>) -> OutlookAnswer {
    let materials: Vec<OutlookMaterial> = ran.run.materials.iter().map(|of| material(&ran, of)).collect();
    let brief = ran.question.brief;
    let products = if brief { &[] } else { ran.run.products.as_slice() };
    let missing = unknown(&materials);
    let asked: Vec<String> = materials.iter().map(|of| of.id.clone()).collect();
    OutlookAnswer {
        format: FORMAT,
        says: summary(&ran.described, &ran.run.years, &materials),
        years: ran.run.years.clone(),
        draws: ran.run.draws.map_or(0, |draws| draws.count),
        seed: ran.question.seed,
        sampling: ran.question.sampling.clone(),
        levers: levers::levers(ran.model, ran.settings),
        products: products.iter().map(|of| product(&ran, of)).collect(),
        assumptions: if brief { Vec::new() } else { levers::assumptions(ran.package, ran.model, &asked) },
        region,
        balance_error: ran.run.balance_error,
        missing,
        notes: ran.run.notes.clone(),
        materials,
        case: ran.described,
    }
}

fn material(ran: &Ran<'_>, of: &MaterialRun) -> OutlookMaterial {
    let name = ran.package.vocabulary().material(of.material).name.clone();
    let path = |line: Line| format!("outlook.{}/{}/{}/{{year}}", line.id(), ran.model.facts.id, of.id);
    let lines = of.lines.iter().map(|run| {
        let about = About { id: run.line.id(), name: run.line.name(), says: run.line.says(), unit: run.line.unit() };
        line(run, about, &path(run.line), &ran.question.id_query())
    });
    let (risk, note) = match &of.risk {
        Ok(found) => (risk(ran, of, found), None),
        Err(why) => (None, Some(why.clone())),
    };
    let notes: Vec<String> = note.into_iter().chain(of.notes.iter().cloned()).collect();
    OutlookMaterial {
        id: of.id.clone(),
        name,
        lines: lines.collect(),
        capacity_basis: of.capacity.map(|basis| basis.id().to_owned()),
        risk,
        risk_note: (!notes.is_empty()).then(|| notes.join(" ")),
    }
}

/// The year in which the change of supply risk is told.
pub(crate) const TOLD: u16 = 2040;

fn risk(ran: &Ran<'_>, of: &MaterialRun, found: &adit_model::outlook::case::RiskRun) -> Option<OutlookRisk> {
    let year = TOLD.clamp(ran.model.facts.base_year, ran.model.facts.last_year);
    let at = ran.run.years.iter().position(|y| *y == year)?;
    let figure = |value: f64, why: Option<String>| FigureDocument { value: Some(value), low: None, high: None, why };
    let query = ran.question.id_query();
    let id = |measure: &str| with_query(&format!("outlook.{measure}/{}/{}/{year}", ran.model.facts.id, of.id), &query);
    Some(OutlookRisk {
        year,
        rate_before: figure(found.rate_before, None),
        rate_after: figure((*found.rates.get(at)?)?, None),
        before: figure(found.before, Some(format!("risk.sr/{}", of.id))),
        after: figure((*found.after.get(at)?)?, Some(id("supply-risk"))),
    })
}

fn product(ran: &Ran<'_>, of: &ProductRun) -> OutlookProduct {
    let segment = ran.model.segments.iter().find(|segment| segment.id == of.segment);
    let path = |line: ProductLine| format!("outlook.{}/{}/{}/{{year}}", line.id(), ran.model.facts.id, of.segment);
    let unit = |line: ProductLine| match line {
        ProductLine::Stock => ran.model.facts.product_unit.clone(),
        ProductLine::Inflow | ProductLine::Outflow => format!("{}/a", ran.model.facts.product_unit),
    };
    let lines = of.lines.iter().map(|run| {
        let unit = unit(run.line);
        let about = About { id: run.line.id(), name: run.line.name(), says: run.line.says(), unit: &unit };
        line(run, about, &path(run.line), &ran.question.id_query())
    });
    OutlookProduct {
        segment: of.segment.clone(),
        name: segment.map_or_else(|| of.segment.clone(), |segment| segment.name.clone()),
        driver: if segment.is_some_and(|segment| segment.by_stock) { "stock" } else { "inflow" }.to_owned(),
        lifetime: segment.map(|segment| segment.lifetime.clone()).unwrap_or_default(),
        lines: lines.collect(),
    }
}

/// What a line is.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// Id.
    pub id: &'a str,
    /// Name.
    pub name: &'a str,
    /// One sentence.
    pub says: &'a str,
    /// Unit.
    pub unit: &'a str,
}

/// The document of a line; `path` is its id with `{year}` in the place of the year.
pub(super) fn line<L>(run: &LineRun<L>, about: About<'_>, path: &str, query: &str) -> OutlookLine {
    let bands = run.bands.as_deref().filter(|bands| varies(bands)).map(documents);
    OutlookLine {
        id: about.id.to_owned(),
        name: about.name.to_owned(),
        says: about.says.to_owned(),
        unit: about.unit.to_owned(),
        skew: bands.as_ref().and_then(skew),
        bands,
        why: run.values.iter().any(Option::is_some).then(|| with_query(path, query)),
        values: run.values.clone(),
    }
}

/// Whether any year has a band wider than nothing.
fn varies(bands: &[Option<Band>]) -> bool {
    bands.iter().flatten().any(|band| band.p95 > band.p05)
}

fn documents(bands: &[Option<Band>]) -> OutlookBands {
    let all = |of: fn(&Band) -> f64| bands.iter().map(|band| band.as_ref().map(of)).collect();
    OutlookBands {
        p05: all(|band| band.p05),
        p25: all(|band| band.p25),
        p50: all(|band| band.p50),
        p75: all(|band| band.p75),
        p95: all(|band| band.p95),
        mean: all(|band| band.mean),
    }
}

/// Materials whose recycling capacity is not known.
fn unknown(materials: &[OutlookMaterial]) -> Vec<String> {
    let without = materials.iter().filter(|material| material.capacity_basis.is_none());
    without
        .map(|material| format!("The recycling capacity for {} in the Union.", crate::names::in_text(&material.name)))
        .collect()
}
