//! Names of files, made safe to show and to save under.

use unicode_normalization::UnicodeNormalization;

use crate::attachment::FileKind;

/// Most letters of a name before its ending.
const LONGEST: usize = 80;

/// The last part of a name, of letters, digits and plain marks, with the ending of what the file is.
pub(super) fn cleaned(given: &str, kind: FileKind) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    // Marks that turn the direction of writing, or show nothing, are no letters and become nothing.
    let kept = stem.nfc().filter(|letter| !letter.is_control() && !hidden(*letter)).take(LONGEST);
    let plain: String = kept.map(|letter| if plain(letter) { letter } else { '_' }).collect();
    let plain = plain.trim_matches([' ', '.', '_', '-']);
    let ending = kind.ending();
    if plain.is_empty() { format!("attachment.{ending}") } else { format!("{plain}.{ending}") }
}

fn plain(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, ' ' | '_' | '-')
        || unicode_normalization::char::is_combining_mark(letter)
}

fn hidden(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}')
}
