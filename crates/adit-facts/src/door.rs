//! Reading files from outside: readable, not a folder, not too large, UTF-8; else a finding that says which.

use std::fs;
use std::io::Read;
use std::path::Path;

use crate::changes::line_and_column;
use crate::finding::Finding;

/// Largest file that is read, in bytes: over a hundred times the largest table of the base.
pub const LARGEST: u64 = 64 * 1024 * 1024;

/// Reads a text file whole, or says what is wrong with it.
pub fn read_text(path: &Path) -> Result<String, Finding> {
    let file = path.display().to_string();
    let bytes = read_bytes(path)?;
    text(bytes, &file)
}

/// Reads a file whole, up to [`LARGEST`].
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Finding> {
    let file = path.display().to_string();
    let refused = |error: &std::io::Error| {
        Finding::error("file.unreadable", format!("cannot be read: {error}"))
            .in_file(&file)
            .hint("check the path and the permissions")
    };
    let about = fs::metadata(path).map_err(|e| refused(&e))?;
    if about.is_dir() {
        return Err(Finding::error("file.is-folder", "is a folder, not a file")
            .in_file(&file)
            .hint("name the file itself"));
    }
    let mut bytes = Vec::new();
    fs::File::open(path).and_then(|open| open.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(|e| refused(&e))?;
    if bytes.len() as u64 > LARGEST {
        return Err(Finding::error("file.too-large", format!("is larger than {} MiB", LARGEST / (1024 * 1024)))
            .in_file(&file)
            .hint("tables and scenarios are far smaller; check that it is the file you meant"));
    }
    Ok(bytes)
}

/// Bytes as UTF-8 text, without a byte-order mark; the finding points at the first byte that is not UTF-8.
pub fn text(bytes: Vec<u8>, file: &str) -> Result<String, Finding> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let upto = error.utf8_error().valid_up_to();
        // What comes before the first bad byte is sound.
        let before = String::from_utf8_lossy(&error.as_bytes()[..upto]);
        let (line, column) = line_and_column(&before, before.len());
        Finding::error("file.not-utf8", "is not UTF-8 text")
            .in_file(file)
            .at(line, column)
            .hint("save it as UTF-8, for example: iconv -f cp1252 -t utf-8 OLD > NEW")
    })?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Finding::error("file.empty", "is empty")
            .in_file(file)
            .at(1, 1)
            .hint("a table needs at least its header line"));
    }
    Ok(text)
}
