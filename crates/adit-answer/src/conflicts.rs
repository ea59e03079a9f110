//! Values of the base that a workspace laid another value over.

use adit_facts::table::Conflict;
use adit_facts::{Material, Package};

use crate::finding::ConflictDocument;
use crate::names;

/// All conflicts, in the order in which they were laid over.
pub(crate) fn all(package: &Package) -> Vec<ConflictDocument> {
    package.conflicts().iter().map(|conflict| document(package, conflict)).collect()
}

/// What to say beside a material's figures.
pub(crate) fn of_material(package: &Package, edition: &str, material: Material) -> Vec<String> {
    let id = &package.vocabulary().material(material).id;
    let of_it = |document: &ConflictDocument| {
        let mut parts = document.key.split('/').skip(1);
        parts.next() == Some(edition) && parts.next() == Some(id.as_str())
    };
    all(package).into_iter().filter(of_it).map(|document| document.says).collect()
}

fn document(package: &Package, conflict: &Conflict) -> ConflictDocument {
    let key = package.key(conflict.at).to_string();
    let percent = if package.format(conflict.at).percent { " %" } else { "" };
    let was = if conflict.was.is_empty() { "nothing".to_owned() } else { format!("{}{percent}", conflict.was) };
    let says = format!(
        "Overridden value: {} was {was} and is {}{percent} by {}, line {}.",
        names::in_text(&names::of_fact(package, &key)),
        conflict.now,
        conflict.file,
        conflict.line
    );
    ConflictDocument {
        key,
        was: conflict.was.clone(),
        now: conflict.now.clone(),
        file: conflict.file.clone(),
        line: conflict.line,
        says,
    }
}
