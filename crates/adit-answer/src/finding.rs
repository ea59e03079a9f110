//! Findings and conflicts as documents.

use adit_facts::{Finding, Severity};
use serde::Serialize;
use utoipa::ToSchema;

/// A problem in the input, as data. The same in `adit check`, in answers and on the web.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FindingDocument {
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// A stable code.
    pub code: String,
    /// The file, as the user named it.
    pub file: Option<String>,
    /// 1-based line.
    pub line: Option<u64>,
    /// 1-based character column.
    pub column: Option<u64>,
    /// Material that it is about.
    pub material: Option<String>,
    /// What is wrong.
    pub says: String,
    /// How to mend it, or what follows from it.
    pub hint: Option<String>,
}

impl From<&Finding> for FindingDocument {
    fn from(finding: &Finding) -> Self {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        };
        Self {
            severity: severity.to_owned(),
            code: finding.code.to_owned(),
            file: finding.file.clone(),
            line: finding.line,
            column: finding.column,
            material: None,
            says: finding.says.clone(),
            hint: finding.hint.clone(),
        }
    }
}

/// A value of the base that a workspace laid another value over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ConflictDocument {
    /// Key of the fact.
    pub key: String,
    /// The overridden value, as it was printed.
    pub was: String,
    /// The value that counts, as it is printed.
    pub now: String,
    /// File of the new value.
    pub file: String,
    /// 1-based line in it.
    pub line: u64,
    /// The conflict in one sentence.
    pub says: String,
}
