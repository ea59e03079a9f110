//! Figures from answers: what each of them asks, finds and shows.

use adit_facts::Package;
use adit_facts::study::Side;
use adit_figure::figure::axis_end;
use adit_figure::number::{Reading, number};
use adit_figure::{Axis, Bar, BarClass, Body, Figure, MatrixClass, MatrixPoint, Read, Series, SeriesPoint};
use adit_model::risk::list_rule::{EI_THRESHOLD, SR_THRESHOLD};

use crate::history::HistoryAnswer;
use crate::history::build::year;
use crate::names;
use crate::risk::{Basis, MaterialRiskDocument, RiskAnswer};
use crate::session::FORMAT;
use crate::suppliers::{StageSuppliers, SuppliersAnswer};

const BEFORE_2017: &str = "This assessment was made by another methodology, with other scales: it cannot be held against the \
     thresholds of the act, which are drawn for comparison only.";

/// Supply risk against economic importance.
pub(crate) fn matrix(package: &Package, risk: &RiskAnswer, basis: Basis) -> Figure {
    let points: Vec<MatrixPoint> = risk.materials.iter().filter_map(|m| point(m, basis)).collect();
    // Bounds that hold missing shares can reach far beyond everything else; the axis holds values and rounding.
    let rounding = |id: &str| risk.materials.iter().find(|m| m.id == id).and_then(|m| m.sr_high_rounding);
    let end = |of: &dyn Fn(&MatrixPoint) -> Option<f64>| axis_end(points.iter().filter_map(of).fold(0.0, f64::max));
    let highest_x = end(&|p| p.x.high.or(p.x.value));
    let highest_y = end(&|p| if p.y.high.is_some() { rounding(&p.id) } else { p.y.value });
    let x = Axis::new("Economic importance", "index", 0.0, highest_x)
        .threshold(EI_THRESHOLD, format!("importance ≥ {EI_THRESHOLD:.1}"));
    let y =
        Axis::new("Supply risk", "index", 0.0, highest_y).threshold(SR_THRESHOLD, format!("risk ≥ {SR_THRESHOLD:.1}"));
    Figure {
        format: FORMAT,
        id: format!("risk-matrix-{}", risk.edition),
        question: "Which raw materials could Europe lose?".to_owned(),
        finding: highest_risk(risk, &points),
        note: matrix_note(risk, &points, basis, highest_y),
        sources: sources(package, &risk.edition, (basis == Basis::Computed).then_some(risk.governance.as_str())),
        x,
        y,
        body: Body::Matrix { points },
    }
}

fn point(m: &MaterialRiskDocument, basis: Basis) -> Option<MatrixPoint> {
    let plain = |value: Option<f64>, why: &Option<String>| Read { value, low: None, high: None, why: why.clone() };
    let (x, y, hollow) = match basis {
        Basis::Published => {
            (plain(m.ei_published, &m.why.ei_published), plain(m.sr_published, &m.why.sr_published), false)
        }
        Basis::Computed => (
            Read { value: m.ei, low: m.ei_low, high: m.ei_high, why: m.why.ei.clone() },
            Read { value: m.sr, low: m.sr_low, high: m.sr_high, why: m.why.sr.clone() },
            m.ei_basis == Some(Basis::Published),
        ),
    };
    let meets = y.value? >= SR_THRESHOLD && x.value? >= EI_THRESHOLD;
    let class = match (m.strategic, meets) {
        (true, _) => MatrixClass::Strategic,
        (false, true) => MatrixClass::Critical,
        (false, false) => MatrixClass::Below,
    };
    let member = m.group.is_some();
    Some(MatrixPoint { id: m.id.clone(), label: m.name.clone(), class, x, y, hollow, member })
}

fn matrix_note(risk: &RiskAnswer, points: &[MatrixPoint], basis: Basis, highest: f64) -> Option<String> {
    let mut said = Vec::new();
    if year(&risk.edition) < 2017 {
        said.push(BEFORE_2017.to_owned());
    }
    if basis == Basis::Computed {
        said.push("The bounds hold the rounding of the inputs and the shares missing from the lists.".to_owned());
        if points.iter().any(|p| p.hollow) {
            said.push("Hollow points stand at the published economic importance, as it cannot be computed.".to_owned());
        }
    }
    let beyond = |p: &&MatrixPoint| p.y.high.is_some_and(|high| high > highest);
    let beyond: Vec<String> = points.iter().filter(beyond).map(|p| names::in_text(&p.label)).collect();
    if !beyond.is_empty() {
        let says = "reach beyond the figure, as much of a list of suppliers is missing";
        said.push(format!("The bounds of {} {says}.", names::listed(&beyond, "and")));
    }
    let hidden = risk.materials.len() - points.len();
    if hidden > 0 {
        let (which, are) = if hidden == 1 { ("material", "is") } else { ("materials", "are") };
        said.push(format!("{hidden} {which} of the edition {are} not shown, as one of the two figures is not known."));
    }
    said.extend(risk.what_if.iter().cloned());
    (!said.is_empty()).then(|| said.join(" "))
}

/// The three entries with the highest supply risk, and the one that matters most.
fn highest_risk(risk: &RiskAnswer, points: &[MatrixPoint]) -> String {
    let is_entry = |p: &&MatrixPoint| risk.materials.iter().any(|m| m.id == p.id && m.group.is_none());
    let mut entries: Vec<&MatrixPoint> = points.iter().filter(is_entry).collect();
    let value = |read: &Read| read.value.unwrap_or(f64::NEG_INFINITY);
    entries.sort_by(|a, b| value(&b.y).total_cmp(&value(&a.y)));
    let top: Vec<String> = entries.iter().take(3).map(|p| names::in_text(&p.label)).collect();
    let Some(most) = entries.iter().max_by(|a, b| value(&a.x).total_cmp(&value(&b.x))) else {
        return "No material of this edition has both figures.".to_owned();
    };
    let carry = if top.len() == 1 { "carries" } else { "carry" };
    let sentence = format!(
        "{} {carry} the highest supply risk; {} matters most.",
        names::listed(&top, "and"),
        names::in_text(&most.label)
    );
    names::capital(&sentence)
}

/// A material over the editions, as published.
pub(crate) fn history(package: &Package, history: &HistoryAnswer) -> Option<Figure> {
    let material = history.materials.first()?;
    let series =
        |id: &str, label: &str, y: fn(&crate::history::HistoryPoint) -> (Option<f64>, Option<String>)| Series {
            id: id.to_owned(),
            label: label.to_owned(),
            points: material
                .points
                .iter()
                .map(|point| {
                    let (y, why) = y(point);
                    SeriesPoint { x: f64::from(point.year), y, why }
                })
                .collect(),
        };
    let series = vec![
        series("sr", "Supply risk", |p| (p.sr, p.why.sr.clone())),
        series("ei", "Economic importance", |p| (p.ei, p.why.ei.clone())),
    ];
    let highest = series.iter().flat_map(|s| &s.points).filter_map(|p| p.y).fold(0.0, f64::max);
    let years = || history.editions.iter().map(|edition| edition.year);
    let (first, last) = (years().min().unwrap_or(0), years().max().unwrap_or(0));
    let edition = &material.points.last()?.edition;
    Some(Figure {
        format: FORMAT,
        id: format!("risk-history-{}", material.id),
        question: format!("How did the official figures of {} move?", names::in_text(&material.name)),
        finding: movement(material),
        note: Some(history.note.clone()),
        sources: sources(package, edition, None),
        x: Axis::new("Assessment", "year", f64::from(first), f64::from(last)),
        y: Axis::new("Supply risk, economic importance", "index", 0.0, axis_end(highest))
            .threshold(SR_THRESHOLD, format!("supply risk {SR_THRESHOLD:.1}"))
            .threshold(EI_THRESHOLD, format!("economic importance {EI_THRESHOLD:.1}")),
        body: Body::Lines { series },
    })
}

/// From the first comparable assessment to the last.
fn movement(material: &crate::history::HistoryMaterial) -> String {
    let known: Vec<(u16, (f64, f64))> =
        material.points.iter().filter(|p| p.year >= 2017).filter_map(|p| Some((p.year, (p.sr?, p.sr_half?)))).collect();
    let shown = |(sr, half): (f64, f64)| number(&Reading::between(Some(sr), Some(sr - half), Some(sr + half), "index"));
    match known.as_slice() {
        [] => format!("No assessment since 2017 gives {} a supply risk.", names::in_text(&material.name)),
        [(year, sr)] => format!("Its published supply risk was {} in {year}.", shown(*sr)),
        [(first, from), .., (last, to)] => {
            let (from, to) = (shown(*from), shown(*to));
            if from == to {
                format!("Its published supply risk was {from} in {first} and in {last}.")
            } else {
                format!("Its published supply risk went from {from} in {first} to {to} in {last}.")
            }
        }
    }
}

/// The suppliers of a stage, one side.
pub(crate) fn suppliers(package: &Package, answer: &SuppliersAnswer, stage: &StageSuppliers, side: Side) -> Figure {
    let list = if side == Side::World { &stage.world } else { &stage.europe };
    let bars: Vec<Bar> = list
        .suppliers
        .iter()
        .filter(|s| s.share > 0.0)
        .map(|s| Bar {
            id: s.country.clone(),
            label: s.name.clone(),
            class: if s.eu { BarClass::Eu } else { BarClass::Outside },
            value: Some(s.share),
            low: Some(s.share_low),
            high: Some(s.share_high),
            why: s.why.share.clone(),
        })
        .collect();
    let highest = bars.iter().filter_map(|bar| bar.high).fold(0.0, f64::max);
    let name = names::in_text(&answer.name);
    let question = match side {
        Side::World => format!("Who supplies the world with {name} ({})?", stage.stage),
        Side::Europe => format!("Where does the European Union get its {name} ({})?", stage.stage),
    };
    let percent = |share| number(&Reading::plain(Some(share), "share"));
    let note = ((list.total - 1.0).abs() > 0.005 && !bars.is_empty())
        .then(|| format!("The published shares sum to {}.", percent(list.total)));
    let which = if side == Side::World { "world" } else { "europe" };
    Figure {
        format: FORMAT,
        id: format!("risk-suppliers-{}-{}-{which}", answer.material, stage.stage),
        question,
        finding: largest(&bars, side),
        note,
        sources: sources(package, &answer.edition, None),
        x: Axis::new(
            names::capital(&format!("share of {}", names::side(side))),
            "share",
            0.0,
            axis_end(highest).min(1.0),
        ),
        y: Axis::rows("Country"),
        body: Body::Bars { bars },
    }
}

fn largest(bars: &[Bar], side: Side) -> String {
    let share = |bar: &Bar| number(&Reading::between(bar.value, bar.low, bar.high, "share"));
    match bars {
        [] => format!("The study has no list of {} for this stage.", names::side(side)),
        [only] => format!("{} alone has {} of {}.", only.label, share(only), names::side(side)),
        [first, second, ..] => {
            format!(
                "{} has {} of {}, {} {}.",
                first.label,
                share(first),
                names::side(side),
                second.label,
                share(second)
            )
        }
    }
}

/// The publications behind the figures of an edition, and behind governance where it counts.
pub(crate) fn sources(package: &Package, edition: &str, governance: Option<&str>) -> Vec<String> {
    let schema = |table: &str| package.table(table).map(|t| &t.schema);
    let study = schema("assessments").and_then(|s| s.source_by_edition.get(edition).or(s.source.as_ref()));
    let line = |id: &String| {
        let source = package.sources().get(id)?;
        Some(format!("{}, {} ({}), {}", source.publisher, source.title, source.year, source.licence))
    };
    let mut lines: Vec<String> = study.and_then(line).into_iter().collect();
    if let Some(years) = governance {
        let wgi = schema("governance").and_then(|s| s.source.as_ref()).and_then(line);
        lines.extend(wgi.map(|line| format!("{line}, mean of {}", years.replace('-', "–"))));
    }
    lines
}
