//! `adit import`: a publisher's own files, as tables of facts.

use std::path::Path;

use adit_facts::import::{BACI, ImportSource, boundaries, import};
use adit_facts::suggest;
use adit_facts::workspace::{Workspace, maps};
use anyhow::Context;

use crate::args::{Global, Import};
use crate::outcome::Stop;
use crate::{open, print};

mod trade;

/// Imports whole, or nothing.
pub fn run(global: &Global, args: &Import) -> Result<(), Stop> {
    if args.source == BACI {
        return trade::run(global, args);
    }
    let source = ImportSource::parse(&args.source).ok_or_else(|| {
        let mut ids: Vec<&str> = ImportSource::ALL.map(ImportSource::id).into_iter().chain([BACI]).collect();
        ids.sort_unstable();
        let all = format!("the sources are {}", ids.join(", "));
        Stop::wrong(format!("there is no importer for \"{}\"", args.source), suggest::hint(&args.source, ids, &all))
    })?;
    let session = open::session(global)?;
    let tables = import(source, &args.files, session.package())?;
    for note in tables.iter().flat_map(|table| &table.notes) {
        print::note(global.quiet, &note.to_string())?;
    }
    if source == ImportSource::Nuts {
        keep_boundaries(global, args)?;
    }
    match &args.output {
        None => tables.iter().try_for_each(|table| print::text(&table.csv)),
        Some(dir) => {
            std::fs::create_dir_all(dir).with_context(|| format!("cannot make {}", dir.display()))?;
            // Rows of a workspace name their source; those of a package have it in the schema.
            let sourced = Workspace::find(dir).is_some();
            for table in &tables {
                let csv =
                    if sourced { table.for_workspace(session.package(), source.words()) } else { table.csv.clone() };
                write(dir, &format!("{}.csv", table.name), &csv)?;
                print::text(&format!("{} rows in {}", table.rows, dir.join(format!("{}.csv", table.name)).display()))?;
            }
            Ok(())
        }
    }
}

/// In a workspace the official boundaries stay as they are, with their notice, to be drawn on its maps.
fn keep_boundaries(global: &Global, args: &Import) -> Result<(), Stop> {
    let of_output = args.output.as_deref().and_then(Workspace::find);
    let Some(workspace) = of_output.map_or_else(|| open::folder(global.workspace.as_deref()), |dir| Ok(Some(dir)))?
    else {
        return Ok(());
    };
    let kept = boundaries(&args.files)?;
    let dir = workspace.join(maps::MAPS);
    std::fs::create_dir_all(&dir).with_context(|| format!("cannot make {}", dir.display()))?;
    write(&dir, maps::NOTICE_FILE, maps::NOTICE_TEXT)?;
    for of in &kept {
        write(&dir, &of.file, &of.geojson)?;
        let path = dir.join(&of.file);
        print::note(global.quiet, &format!("boundaries kept in {} ({})", path.display(), maps::NOTICE))?;
    }
    Ok(())
}

/// Writes beside the target first, so that a full disk leaves no half file.
fn write(dir: &Path, name: &str, text: &str) -> Result<(), Stop> {
    let (path, part) = (dir.join(name), dir.join(format!(".{name}.part")));
    std::fs::write(&part, text).with_context(|| format!("cannot write {}", part.display()))?;
    std::fs::rename(&part, &path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(())
}
