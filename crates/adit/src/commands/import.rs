//! `adit import`: a publisher's own files, as tables of facts.

use std::path::Path;

use adit_facts::import::{ImportSource, import};
use adit_facts::suggest;
use adit_facts::workspace::Workspace;
use anyhow::Context;

use crate::args::{Global, Import};
use crate::outcome::Stop;
use crate::{open, print};

/// Imports whole, or nothing.
pub fn run(global: &Global, args: &Import) -> Result<(), Stop> {
    let source = ImportSource::parse(&args.source).ok_or_else(|| {
        let ids = ImportSource::ALL.map(ImportSource::id);
        let all = format!("the sources are {}", ids.join(", "));
        Stop::wrong(format!("there is no importer for \"{}\"", args.source), suggest::hint(&args.source, ids, &all))
    })?;
    let session = open::session(global)?;
    let tables = import(source, &args.files, session.package())?;
    for note in tables.iter().flat_map(|table| &table.notes) {
        print::note(global.quiet, &note.to_string())?;
    }
    match &args.output {
        None => tables.iter().try_for_each(|table| print::text(&table.csv)),
        Some(dir) => {
            std::fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
            // Rows of a workspace name their source; those of a package have it in the schema.
            let sourced = Workspace::find(dir).is_some();
            for table in &tables {
                let csv = if sourced { table.for_workspace(session.package(), None) } else { table.csv.clone() };
                write(dir, &table.name, &csv)?;
                print::text(&format!("{} rows in {}", table.rows, dir.join(format!("{}.csv", table.name)).display()))?;
            }
            Ok(())
        }
    }
}

/// Writes beside the target first, so that a full disk leaves no half table.
fn write(dir: &Path, name: &str, csv: &str) -> Result<(), Stop> {
    let (path, part) = (dir.join(format!("{name}.csv")), dir.join(format!(".{name}.csv.part")));
    std::fs::write(&part, csv).with_context(|| format!("cannot write {}", part.display()))?;
    std::fs::rename(&part, &path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(())
}
