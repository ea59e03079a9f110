//! Impacts of a project beside imports, as documents.

use adit_facts::Package;
use adit_facts::chain::ProjectFacts;
use adit_facts::choose::impact_factors::Impact;
use adit_model::choose::impacts::{Burden, burdens, per_tonne, per_year};
use adit_model::workings::{Worked, Workings};

use super::impact::AppraisalImpact;
use crate::chain::FigureDocument;
use crate::chain::opened::{finite, with_query};

/// The impacts of a project of the facts; how they came about goes into `workings`. `query` stands behind every id.
pub(crate) fn documents(
    package: &Package,
    project: &ProjectFacts,
    query: &str,
    workings: &mut Workings,
) -> Vec<AppraisalImpact> {
    burdens(package, project, workings).iter().map(|burden| document(package, burden, query)).collect()
}

fn document(package: &Package, of: &Burden, query: &str) -> AppraisalImpact {
    let material = package.vocabulary().material(of.material);
    let figure = |of: Option<&Worked>| figure(of, query);
    AppraisalImpact {
        kind: of.impact.id().to_owned(),
        name: name(of.impact).to_owned(),
        material: material.name.clone(),
        says: says(of),
        unit: per_tonne(of.impact).to_owned(),
        project: figure(of.own.as_ref()),
        imports: figure(of.imports.as_ref()),
        unit_per_year: per_year(of.impact).to_owned(),
        project_per_year: figure(of.own_year.as_ref()),
        imports_per_year: figure(of.imports_year.as_ref()),
        basis: of.basis.id().map(str::to_owned),
        note: (!of.notes.is_empty()).then(|| of.notes.join(" ")),
    }
}

fn name(of: Impact) -> &'static str {
    match of {
        Impact::Carbon => "Greenhouse gases",
        Impact::Energy => "Primary energy",
        Impact::FinalEnergy => "Final energy",
        Impact::Water => "Water",
        Impact::Land => "Land",
    }
}

/// More or less than imports, where both are known and their bounds tell.
fn says(of: &Burden) -> String {
    match (&of.own, &of.imports) {
        (Some(own), Some(imports)) => {
            let (own, imports) = (own.number, imports.number);
            if own.high() < imports.low() {
                "Less than imports at the world mix, within the bounds that the sources print."
            } else if own.low() > imports.high() {
                "More than imports at the world mix, within the bounds that the sources print."
            } else {
                "The bounds do not tell whether it is more or less than imports."
            }
        }
        (Some(_), None) => "No factor of the world mix is known to hold it against.",
        (None, Some(_)) => "The project states no figure of its own; nothing is taken for it.",
        (None, None) => "Neither the project's figure nor one of imports is known.",
    }
    .to_owned()
}

fn figure(of: Option<&Worked>, query: &str) -> FigureDocument {
    FigureDocument {
        value: of.map(Worked::value),
        low: of.and_then(|of| finite(of.number.low())),
        high: of.and_then(|of| finite(of.number.high())),
        why: of.map(|of| with_query(&of.id, query)),
    }
}
