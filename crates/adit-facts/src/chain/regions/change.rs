//! What changed since earlier nomenclatures: all of NUTS 2021, and level 2 of NUTS 2010 to 2016.

use super::super::rows::Record;
use crate::package::Package;

/// How a region changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// The same area under a new code.
    Recoded,
    /// One of several parts.
    Split,
    /// Part of a larger one.
    Merged,
    /// The boundary moved.
    Shifted,
    /// No longer in the nomenclature.
    Discontinued,
}

impl ChangeKind {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "recoded" => Some(Self::Recoded),
            "split" => Some(Self::Split),
            "merged" => Some(Self::Merged),
            "shifted" => Some(Self::Shifted),
            "discontinued" => Some(Self::Discontinued),
            _ => None,
        }
    }
}

/// A code that is no longer used and one that it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeChange {
    /// The last nomenclature that had the code: `2021`.
    pub vintage: String,
    /// The code there.
    pub was: String,
    /// Code in NUTS 2024; `None` where the region left the nomenclature.
    pub is: Option<String>,
    /// How it changed.
    pub kind: ChangeKind,
    /// What moved, in words; may be empty.
    pub note: String,
}

impl CodeChange {
    /// The change as part of a sentence: `boundary moved: with Heinävesi of FI1D1`.
    pub fn says(&self) -> String {
        let kind = match self.kind {
            ChangeKind::Recoded => "same area",
            ChangeKind::Split => "one of its parts",
            ChangeKind::Merged => "with other regions",
            ChangeKind::Shifted => "boundary moved",
            ChangeKind::Discontinued => "no longer in the nomenclature",
        };
        if self.note.is_empty() { kind.to_owned() } else { format!("{kind}: {}", self.note) }
    }
}

pub(super) fn read(package: &Package) -> Vec<CodeChange> {
    let changes = Record::all(package, "nuts-changes").filter_map(|row| {
        Some(CodeChange {
            vintage: row.text("vintage").to_owned(),
            was: row.text("code").to_owned(),
            is: row.some("code_2024").filter(|code| *code != "-").map(str::to_owned),
            kind: ChangeKind::parse(row.text("change"))?,
            note: row.text("note").to_owned(),
        })
    });
    let mut changes: Vec<CodeChange> = changes.collect();
    // Latest first; within a vintage by code, as in the table.
    changes.sort_by(|a, b| b.vintage.cmp(&a.vintage));
    changes
}
