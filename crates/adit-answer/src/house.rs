//! Version, data, editions, rooms, and the names to choose from.

use adit_facts::Package;
use adit_facts::package::DEFAULT_EDITION;
use adit_model::risk::Options;
use adit_model::risk::list_rule::{EI_THRESHOLD, SR_THRESHOLD};

use crate::history::build::year;
use crate::materials::{MaterialDocument, MaterialsAnswer, PlaceDocument, PlacesAnswer};
use crate::meta::{EditionDocument, GovernanceDocument, MetaAnswer, RoomDocument, ThresholdsDocument};
use crate::question::write_years;
use crate::session::FORMAT;

/// Id, question and whether the room is built.
const ROOMS: [(&str, &str, bool); 5] = [
    (
        "risk",
        "Which materials is Europe at risk of losing, by the official method, and does the official result follow from its \
         own inputs?",
        true,
    ),
    (
        "chain",
        "What is where, what flows to what, which link is missing, what comes back from use and waste, now and to 2050?",
        true,
    ),
    ("stress", "What breaks if a supplier stops, who is hit, and what softens it?", false),
    (
        "choose",
        "Which projects together, in which regions, with which money, at what impact, and whose priorities does that serve?",
        true,
    ),
    (
        "promises",
        "What does the law require by when, what do people fear, who answered, who promised what, was it kept?",
        true,
    ),
];

/// Tables without which no supply risk of an edition can be computed.
const NEEDED: [&str; 3] = ["stage-results", "recycling", "substitution"];

/// Version, data, editions, rooms.
pub(crate) fn meta(package: &Package, workspace: Option<&str>) -> MetaAnswer {
    let (first, last) = package.governance_years().unwrap_or((0, 0));
    MetaAnswer {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        data_hash: package.hash().to_owned(),
        workspace: workspace.map(str::to_owned),
        editions: package.editions().iter().map(|edition| describe(package, edition)).collect(),
        default_edition: DEFAULT_EDITION.to_owned(),
        governance: GovernanceDocument { default: write_years(Options::default().governance_years), first, last },
        thresholds: ThresholdsDocument { sr: SR_THRESHOLD, ei: EI_THRESHOLD },
        rooms: ROOMS
            .iter()
            .map(|(id, question, ready)| RoomDocument {
                id: (*id).to_owned(),
                question: (*question).to_owned(),
                ready: *ready,
            })
            .collect(),
    }
}

fn describe(package: &Package, edition: &str) -> EditionDocument {
    let has = |table: &str| {
        package.table(table).is_some_and(|t| t.rows().iter().any(|row| row.text(t, "edition") == edition))
    };
    let source = package.table("assessments").and_then(|t| t.schema.source_by_edition.get(edition));
    // Earlier assessments stand in the table of a later study; their own title is theirs only where the source is.
    let own = source.filter(|id| id.as_str() == edition).and_then(|id| package.sources().get(id));
    EditionDocument {
        id: edition.to_owned(),
        year: year(edition),
        title: own.map_or_else(
            || format!("Assessment of {} by the European Commission", year(edition)),
            |source| source.title.clone(),
        ),
        computable: NEEDED.iter().all(|table| has(table)) && (has("world-supply") || has("eu-supply")),
    }
}

/// The materials to choose from.
pub(crate) fn materials(package: &Package) -> MaterialsAnswer {
    let words = package.vocabulary();
    let document = |(_, entry): (_, &adit_facts::vocabulary::MaterialEntry)| MaterialDocument {
        id: entry.id.clone(),
        name: entry.name.clone(),
        kind: entry.kind.clone(),
        group: entry.group.map(|group| words.material(group).id.clone()),
        aliases: entry.aliases.clone(),
        strategic: entry.strategic.is_some(),
        listed: entry.listed.is_some(),
    };
    MaterialsAnswer { format: FORMAT, materials: words.materials().map(document).collect() }
}

/// The places to choose from.
pub(crate) fn places(package: &Package) -> PlacesAnswer {
    let document = |(_, entry): (_, &adit_facts::vocabulary::CountryEntry)| PlaceDocument {
        id: entry.id.clone(),
        name: entry.name.clone(),
        eu: entry.in_eu27(),
    };
    PlacesAnswer { format: FORMAT, places: package.vocabulary().countries().map(document).collect() }
}
