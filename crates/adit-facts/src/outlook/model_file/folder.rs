//! The CSV files that a model file names: in its own folder or below it, nowhere else.

use std::path::{Component, Path};

use crate::door;
use crate::finding::Finding;

/// Reads files in the folder of a model file, and refuses paths and links that lead out of it.
pub fn beside(model_file: &Path) -> impl FnMut(&str) -> Result<String, Finding> + use<> {
    let folder =
        model_file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned();
    move |named| {
        let shown = folder.join(named);
        let shown = shown.strip_prefix(".").unwrap_or(&shown).display().to_string();
        let outside = || {
            Finding::error("model-file.outside", format!("the file \"{named}\" is not in the folder of the model file"))
                .hint("put it beside the model file or below it, and name it from there")
        };
        let plain = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
        if !Path::new(named).components().all(plain) {
            return Err(outside());
        }
        let unreadable = |error: &std::io::Error| {
            Finding::error("file.unreadable", format!("cannot be read: {error}"))
                .in_file(&shown)
                .hint("check the path and the permissions; it is named from the folder of the model file")
        };
        let path = folder.join(named);
        let real = path.canonicalize().map_err(|error| unreadable(&error))?;
        let root = folder.canonicalize().map_err(|error| unreadable(&error))?;
        if !real.starts_with(&root) {
            return Err(outside());
        }
        // Opening a pipe would wait for ever.
        if !real.is_file() && !real.is_dir() {
            return Err(Finding::error("file.unreadable", "is neither a file nor a folder")
                .in_file(&shown)
                .hint("put a CSV file in its place"));
        }
        let bytes = door::read_bytes(&real).map_err(|finding| finding.in_file(&shown))?;
        door::text(bytes, &shown)
    }
}
