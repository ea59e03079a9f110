//! A project beside the imports that it stands for: carbon, energy, water, land.

use adit_facts::chain::{ChainStage, ProjectCapacityFacts, ProjectFacts};
use adit_facts::choose::impact_factors::{Impact, ImpactFactor, ProjectImpact, WORLD};
use adit_facts::study::Datum;
use adit_facts::{Material, Package};
use adit_number::Ranged;

use super::{IMPORTS, OUTPUT, OWN, SAVED, YEAR};
use crate::chain::planned::{utilisation, within_confidence};
use crate::workings::{Input, Worked, Workings, ranged};

/// Square metres in a hectare. (Factors per kilogram need no constant: kg/kg is t/t, and MJ/kg is GJ/t.)
const SQUARE_METRES: f64 = 10_000.0;
/// Megajoules in a gigajoule.
const MEGAJOULES: f64 = 1000.0;

/// Where a project's figure comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The project states it.
    Own,
    /// It states nothing; nothing is taken for it.
    Unknown,
}

impl Basis {
    /// The word of documents.
    pub fn id(self) -> Option<&'static str> {
        match self {
            Self::Own => Some("own"),
            Self::Unknown => None,
        }
    }
}

/// One kind of burden of one material of a project.
#[derive(Debug, Clone, PartialEq)]
pub struct Burden {
    /// Kind.
    pub impact: Impact,
    /// The material whose tonnes are counted.
    pub material: Material,
    /// The stage at which they leave the project.
    pub stage: ChainStage,
    /// Whether the project states a figure.
    pub basis: Basis,
    /// The project, for a tonne contained, in [`per_tonne`].
    pub own: Option<Worked>,
    /// Imports at the world mix, for a tonne contained.
    pub imports: Option<Worked>,
    /// The project in a year of full output, in [`per_year`].
    pub own_year: Option<Worked>,
    /// The same tonnes imported.
    pub imports_year: Option<Worked>,
    /// What a year of the project burdens less than imports; bounds hold what the sources print, not their different
    /// years and system boundaries.
    pub saved: Option<Worked>,
    /// Single routes that a source states beside the world mix, for a tonne contained: the route and its figure.
    pub routes: Vec<(String, Worked)>,
    /// What must be said beside it.
    pub notes: Vec<String>,
}

/// Unit of a burden for a tonne contained.
pub fn per_tonne(impact: Impact) -> &'static str {
    match impact {
        Impact::Carbon => "t CO2e/t",
        Impact::Energy | Impact::FinalEnergy => "GJ/t",
        Impact::Water => "m3/t",
        Impact::Land => "m2 a/t",
    }
}

/// Unit of a burden in a year.
pub fn per_year(impact: Impact) -> &'static str {
    match impact {
        Impact::Carbon => "t CO2e/a",
        Impact::Energy | Impact::FinalEnergy => "GJ/a",
        Impact::Water => "m3/a",
        Impact::Land => "ha",
    }
}

/// The burdens of a project, material by material in the order of its rows, kind by kind. Empty where it publishes no
/// contained tonnage.
pub fn burdens(package: &Package, project: &ProjectFacts, workings: &mut Workings) -> Vec<Burden> {
    let rows: Vec<ProjectCapacityFacts> =
        package.project_capacities().into_iter().filter(|row| row.project == project.id).collect();
    let outputs = outputs(package, project, &rows, workings);
    let stated = package.project_impacts(&project.id);
    let largest = outputs.iter().map(|output| output.tonnes.value()).fold(0.0, f64::max);
    let mut found = Vec::new();
    let mut main_seen = false;
    for output in &outputs {
        // A project states one figure of each kind: it is its main product's.
        let main = !main_seen && output.tonnes.value() >= largest;
        main_seen |= main;
        for impact in Impact::ALL {
            let own = stated.iter().find(|own| main && own.impact == impact);
            if let Some(burden) = burden(package, project, output, impact, own, workings) {
                found.push(burden);
            }
        }
    }
    found
}

/// What leaves a project of a material.
struct Output {
    material: Material,
    stage: ChainStage,
    tonnes: Worked,
}

fn outputs(
    package: &Package,
    project: &ProjectFacts,
    rows: &[ProjectCapacityFacts],
    workings: &mut Workings,
) -> Vec<Output> {
    let mut found: Vec<Output> = Vec::new();
    for row in rows {
        let Some(capacity) = row.contained else { continue };
        // What is mined and refined in one project is counted once, as it leaves.
        if rows
            .iter()
            .any(|other| other.material == row.material && other.contained.is_some() && other.stage > row.stage)
        {
            continue;
        }
        let Some(used) = utilisation(package, row) else { continue };
        let number = within_confidence(package, ranged(&capacity), row.confidence.as_deref()) * used.number;
        let material = &package.vocabulary().material(row.material).id;
        let inputs = [Some(Input::Fact(capacity)), used.input].into_iter().flatten().collect();
        let id = format!("impact.output/{}/{material}", project.id);
        let label = format!("Output of {} in a full year, {material} contained", project.name);
        let tonnes = workings.number(id, label, number, &OUTPUT, inputs);
        found.push(Output { material: row.material, stage: row.stage, tonnes });
    }
    found
}

fn burden(
    package: &Package,
    project: &ProjectFacts,
    output: &Output,
    impact: Impact,
    own: Option<&ProjectImpact>,
    workings: &mut Workings,
) -> Option<Burden> {
    let name = &package.vocabulary().material(output.material).id;
    let factors: Vec<ImpactFactor> =
        package.impact_factors(output.material).into_iter().filter(|factor| factor.impact == impact).collect();
    let path = format!("{}/{name}", project.id);
    let id = |what: &str| format!("impact.{what}/{path}/{}", impact.id());
    let mut notes = Vec::new();
    let mine = own.map(|own| {
        notes.extend(own.note.clone());
        own_per_tonne(project, output, own, &id("own"), workings)
    });
    let refined = output.stage != ChainStage::Extraction;
    let world = factors.iter().find(|factor| factor.route == WORLD);
    if !refined && world.is_some() {
        notes.push(
            "It stops at extraction; the factor of the world mix counts to the refined material: no alternative stands beside it."
                .to_owned(),
        );
    }
    let theirs = world.filter(|_| refined).map(|factor| {
        notes.extend(factor.note.clone());
        let label = format!("A tonne of {name} at the world mix, {}", impact.id());
        imports_per_tonne(factor, format!("{}/{WORLD}", id("imports")), label, workings)
    });
    let routes = factors
        .iter()
        .filter(|factor| refined && factor.route != WORLD)
        .map(|factor| {
            notes.extend(factor.note.clone());
            let label = format!("A tonne of {name} by {}, {}", factor.route, impact.id());
            let id = format!("{}/{}", id("imports"), factor.route);
            (factor.route.clone(), imports_per_tonne(factor, id, label, workings))
        })
        .collect();
    // Kinds of which neither side knows anything are left to the list of what is missing.
    if mine.is_none() && theirs.is_none() && matches!(impact, Impact::FinalEnergy) {
        return None;
    }
    let mut year = |per: &Worked, what: &str, whose: &str| {
        let number = per.number * output.tonnes.number * Ranged::point(scale(impact));
        let label = format!("{whose} in a year, {}", impact.id());
        let year = workings.number(id(what), label, number, &YEAR, vec![per.input(), output.tonnes.input()]);
        workings.in_unit(&year, per_year(impact));
        year
    };
    let own_year = mine.as_ref().map(|per| year(per, "own-year", &project.name));
    let imports_year = theirs.as_ref().map(|per| year(per, "imports-year", "The same tonnes imported"));
    let saved = mine.as_ref().zip(theirs.as_ref()).map(|(mine, theirs)| {
        let number = (theirs.number - mine.number) * output.tonnes.number * Ranged::point(scale(impact));
        let label = format!("What {} burdens less than imports in a year, {}", project.name, impact.id());
        let inputs = vec![theirs.input(), mine.input(), output.tonnes.input()];
        let saved = workings.number(id("saved"), label, number, &SAVED, inputs);
        workings.in_unit(&saved, per_year(impact));
        saved
    });
    Some(Burden {
        impact,
        material: output.material,
        stage: output.stage,
        basis: if mine.is_some() { Basis::Own } else { Basis::Unknown },
        own: mine,
        imports: theirs,
        own_year,
        imports_year,
        saved,
        routes,
        notes,
    })
}

/// From a burden of a year in units per tonne to the unit of a year: square metres to hectares for land.
fn scale(impact: Impact) -> f64 {
    if impact == Impact::Land { 1.0 / SQUARE_METRES } else { 1.0 }
}

fn own_per_tonne(
    project: &ProjectFacts,
    output: &Output,
    own: &ProjectImpact,
    id: &str,
    workings: &mut Workings,
) -> Worked {
    let figure = with_limits(&own.value, own.low, own.high);
    let label = format!("{} for a tonne, {}", project.name, own.impact.id());
    let (number, input) = if let Some(content) = own.contained.filter(|_| own.unit.ends_with("/kg")) {
        (figure / ranged(&content), Input::Fact(content))
    } else {
        let unit = match own.unit.as_str() {
            "ha" => SQUARE_METRES,
            "MJ/a" => 1.0 / MEGAJOULES,
            _ => 1.0,
        };
        (figure * Ranged::point(unit) / output.tonnes.number, output.tonnes.input())
    };
    let written = workings.number(id, label, number, &OWN, vec![Input::Fact(own.value), input]);
    workings.in_unit(&written, per_tonne(own.impact));
    written
}

fn imports_per_tonne(factor: &ImpactFactor, id: String, label: String, workings: &mut Workings) -> Worked {
    let number = with_limits(&factor.value, factor.low, factor.high) / ranged(&factor.contained);
    let inputs = vec![Input::Fact(factor.value), Input::Fact(factor.contained)];
    let written = workings.number(id, label, number, &IMPORTS, inputs);
    workings.in_unit(&written, per_tonne(factor.impact));
    written
}

/// A figure with the ends that its source gives; the printed digits where it gives none.
fn with_limits(value: &Datum, low: Option<Datum>, high: Option<Datum>) -> Ranged {
    let own = ranged(value);
    let low = low.map_or(own.low(), |datum| datum.number.value);
    let high = high.map_or(own.high(), |datum| datum.number.value);
    Ranged::new(own.value, low, high)
}
