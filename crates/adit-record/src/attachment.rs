//! Uploads: recognised by what is in them, never by their name, and cleaned before anything else is done with them.
//!
//! PDF, PNG, JPEG, CSV and plain text are taken, to 20 MB. From pictures everything goes that is not the picture:
//! location, device, thumbnails, comments, whatever stands behind the end. Nothing is unpacked or drawn. The hash is that
//! of the cleaned bytes.

use crate::hash::Hash;

mod name;
mod picture;

/// Most bytes of one file.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// What is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A table: lines of as many cells.
    Csv,
    /// Plain text in UTF-8.
    Text,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Png, Self::Jpeg, Self::Csv, Self::Text];

    /// The media type under which it is served, always as an attachment.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// How its name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Csv => "csv",
            Self::Text => "txt",
        }
    }
}

/// A file that was recognised and cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned {
    /// What it is.
    pub kind: FileKind,
    /// Its name, safe to show and to save under.
    pub name: String,
    /// Its bytes, cleaned.
    pub bytes: Vec<u8>,
    /// SHA-256 of these.
    pub hash: Hash,
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is too large.
    #[error("the file is larger than 20 MB")]
    TooLarge,
    /// It is none of the five kinds.
    #[error("this is no PDF, PNG, JPEG, CSV or plain text in UTF-8; nothing else is taken")]
    Unknown,
    /// It begins as one of them and does not hold what it should.
    #[error("the file is damaged or cut off")]
    Damaged,
    /// It is one kind with another behind it, or text that a browser would run.
    #[error("there is something else in this file than it says")]
    Disguised,
}

/// Recognises and cleans a file.
pub fn clean(name: &str, bytes: Vec<u8>) -> Result<Cleaned, NotTaken> {
    if bytes.is_empty() {
        return Err(NotTaken::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(NotTaken::TooLarge);
    }
    let (kind, bytes) = if bytes.starts_with(b"%PDF-") {
        whole_pdf(&bytes)?;
        (FileKind::Pdf, bytes)
    } else if bytes.starts_with(picture::PNG) {
        (FileKind::Png, picture::png(&bytes).ok_or(NotTaken::Damaged)?)
    } else if bytes.starts_with(picture::JPEG) {
        (FileKind::Jpeg, picture::jpeg(&bytes).ok_or(NotTaken::Damaged)?)
    } else {
        (text(&bytes)?, bytes)
    };
    Ok(Cleaned { kind, name: name::cleaned(name, kind), hash: Hash::of(&[&bytes]), bytes })
}

/// A PDF ends with its mark, and nothing but white space behind it.
fn whole_pdf(bytes: &[u8]) -> Result<(), NotTaken> {
    const END: &[u8] = b"%%EOF";
    let at = bytes.windows(END.len()).rposition(|window| window == END).ok_or(NotTaken::Damaged)?;
    let behind = bytes.get(at + END.len()..).unwrap_or_default();
    if behind.iter().all(u8::is_ascii_whitespace) { Ok(()) } else { Err(NotTaken::Disguised) }
}

/// Text of letters and line ends, and a table if its lines have as many cells.
fn text(bytes: &[u8]) -> Result<FileKind, NotTaken> {
    let text = std::str::from_utf8(bytes).map_err(|_| NotTaken::Unknown)?;
    if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r')) {
        return Err(NotTaken::Unknown);
    }
    let begins = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    if begins.starts_with('<') || begins.starts_with("#!") {
        return Err(NotTaken::Disguised);
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let table = [',', ';', '\t'].into_iter().any(|mark| {
        let cells = |line: &&str| line.matches(mark).count();
        lines.len() > 1
            && lines.first().map(cells).is_some_and(|first| first > 0 && lines.iter().all(|line| cells(line) == first))
    });
    Ok(if table { FileKind::Csv } else { FileKind::Text })
}

#[cfg(test)]
mod tests;
