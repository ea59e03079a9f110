//! The answer to "does the official result follow from its own inputs?".

use serde::Serialize;
use utoipa::ToSchema;

use crate::finding::FindingDocument;

mod edition;
mod file;
pub(crate) mod oddity;
mod shown;
mod words;

pub use file::of_file;
pub use shown::table;

/// The audit of an edition, or of a study given as a file.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AuditAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// Edition of the study, or the name of the file.
    pub edition: String,
    /// Years of the governance mean; null for a file, which brings its own concentrations.
    pub governance: Option<String>,
    /// Every published figure of a stage, worst difference first, those that cannot be computed last.
    pub stages: Vec<StageAuditDocument>,
    /// How many agree, and how many do not.
    pub summary: AuditSummary,
    /// The list, derived twice; null for a file.
    pub list: Option<ListDocument>,
    /// Economic importance; null for a file.
    pub ei: Option<ImportanceDocument>,
    /// What else is odd about the inputs.
    pub findings: Vec<FindingDocument>,
    /// What a reader must know to read the audit rightly.
    pub notes: Vec<String>,
}

/// One published figure of a stage against the one computed from the published inputs.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct StageAuditDocument {
    /// Material id; in a file, the file's own words.
    pub material: String,
    /// Material name.
    pub name: String,
    /// `extraction` or `processing`.
    pub stage: String,
    /// Published scope.
    pub scope: Option<String>,
    /// Published supply risk, index.
    pub published: Option<f64>,
    /// Half a unit of the last digit that it was printed with.
    pub published_half: Option<f64>,
    /// Computed supply risk, index; null if an input is missing.
    pub computed: Option<f64>,
    /// Lowest supply risk: rounding of the inputs and shares missing from the lists.
    pub low: Option<f64>,
    /// Highest supply risk: rounding of the inputs and shares missing from the lists.
    pub high: Option<f64>,
    /// Lowest supply risk by rounding alone.
    pub low_rounding: Option<f64>,
    /// Highest supply risk by rounding alone.
    pub high_rounding: Option<f64>,
    /// Computed minus published.
    pub difference: Option<f64>,
    /// Whether `low..high` meets the published figure within half its last printed digit; null if nothing is computed.
    pub within_rounding: Option<bool>,
    /// One word for why not: `other-transcription`, `other-edition`, `other-stage`, `neighbouring-row`, `stated-scope`,
    /// `members`, `missing-shares` or `unexplained`; null inside rounding.
    pub cause: Option<String>,
    /// The cause in a sentence, or why nothing is computed.
    pub explanation: Option<String>,
    /// Independent evidence, strongest kind first.
    pub evidence: Vec<EvidenceDocument>,
    /// Single changes that would close the gap; none of them is evidence.
    pub closable_by: Vec<ClosingDocument>,
    /// Id under which the computed figure opens.
    pub why: Option<String>,
}

/// Another value of one input, published independently, that closes the gap.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct EvidenceDocument {
    /// What kind of evidence: the words of `cause`.
    pub cause: String,
    /// The input.
    pub input: String,
    /// Its value in the study.
    pub study_has: String,
    /// The other value.
    pub other: String,
    /// Lowest supply risk with it.
    pub gives_low: Option<f64>,
    /// Highest supply risk with it.
    pub gives_high: Option<f64>,
    /// The evidence in a sentence.
    pub says: String,
    /// Citation of the publication that has the other value.
    pub source: String,
    /// Where it stands there.
    pub locator: String,
    /// Id under which the other value opens, if it is a fact of ours.
    pub why: Option<String>,
    /// Where a second transcription of the study prints the study's own value: it speaks against a slip in copying.
    pub against: Option<String>,
}

/// A change of one input that would close the gap.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ClosingDocument {
    /// The input: a fact's key, the id of a country's governance, `scope`, or a column of the file.
    pub input: String,
    /// What it is, in plain English.
    pub label: String,
    /// Its value now, for people.
    pub now: String,
    /// The value it would need, for people.
    pub needs: String,
}

/// Counts of the audit.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct AuditSummary {
    /// Published figures.
    pub published: usize,
    /// Figures that could be computed.
    pub compared: usize,
    /// Computed within 0.15 of the published figure.
    pub within_015: usize,
    /// Computed within 0.30 of the published figure.
    pub within_030: usize,
    /// Within the rounding of the inputs and the missing shares.
    pub within_rounding: usize,
    /// Of those, how many only because of the missing shares: rounding alone does not reach the published figure.
    pub only_with_missing_shares: usize,
    /// Beyond rounding, with independent evidence.
    pub explained: usize,
    /// Beyond rounding, without.
    pub unexplained: usize,
}

/// The list, derived twice.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ListDocument {
    /// By the rule of Art. 4(2) on the published figures, with the strategic materials.
    pub derived: Vec<String>,
    /// The list in force: Annex II, Section 1 of the act; for earlier editions the Commission's list.
    pub official: Vec<String>,
    /// Whether the two are the same.
    pub derived_equals_official: bool,
    /// By the same rule on our own figures, unrounded.
    pub recomputed: RecomputedDocument,
    /// By the same rule on our own figures rounded to one decimal.
    pub recomputed_rounded: RecomputedDocument,
}

/// A list from our own figures against the one in force.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RecomputedDocument {
    /// The entries.
    pub ids: Vec<String>,
    /// In force, not here.
    pub missing: Vec<String>,
    /// Here, not in force.
    pub extra: Vec<String>,
    /// Each missing or extra entry with its figures and the cause.
    pub causes: Vec<ListCauseDocument>,
    /// Entries for which the published economic importance was used, as ours cannot be computed.
    pub with_published_ei: Vec<String>,
    /// Materials whose supply risk cannot be computed.
    pub unknown: Vec<String>,
}

/// Why an entry is missing or extra.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ListCauseDocument {
    /// Material id.
    pub material: String,
    /// Material name.
    pub name: String,
    /// Our supply risk, index.
    pub sr: Option<f64>,
    /// Lowest.
    pub sr_low: Option<f64>,
    /// Highest.
    pub sr_high: Option<f64>,
    /// Published supply risk, index.
    pub sr_published: Option<f64>,
    /// Economic importance used, index.
    pub ei: Option<f64>,
    /// The cause in a sentence.
    pub says: String,
    /// Id under which our supply risk opens.
    pub why: String,
}

/// The audit of economic importance.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ImportanceDocument {
    /// Published figures.
    pub published: usize,
    /// Figures that could be computed.
    pub compared: usize,
    /// Computed within 0.05 of the published figure.
    pub within_005: usize,
    /// Within the rounding of the inputs.
    pub within_rounding: usize,
    /// The figures, worst difference first.
    pub rows: Vec<ImportanceRow>,
}

/// One published economic importance against the computed one.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ImportanceRow {
    /// Material id.
    pub material: String,
    /// Material name.
    pub name: String,
    /// Published, index.
    pub published: f64,
    /// Computed, index; null if an input is missing.
    pub computed: Option<f64>,
    /// Lowest by rounding.
    pub low: Option<f64>,
    /// Highest by rounding.
    pub high: Option<f64>,
    /// Computed minus published.
    pub difference: Option<f64>,
    /// Whether `low..high` meets the published figure within half its last printed digit.
    pub within_rounding: Option<bool>,
    /// Sum of all use shares, a fraction.
    pub use_shares: f64,
    /// Part of the uses without a sector, a fraction.
    pub without_sector: f64,
    /// What stands out about its inputs.
    pub note: Option<String>,
    /// Id under which the computed figure opens.
    pub why: Option<String>,
}

impl StageAuditDocument {
    /// Whether the published figure is met by the bounds with missing shares, and not by those of rounding alone.
    fn only_with_missing_shares(&self) -> bool {
        let (Some(published), Some(half), Some(low), Some(high)) =
            (self.published, self.published_half, self.low_rounding, self.high_rounding)
        else {
            return false;
        };
        self.within_rounding == Some(true) && (published + half < low || published - half > high)
    }
}

impl AuditSummary {
    /// Counted from the rows.
    pub(crate) fn of(stages: &[StageAuditDocument]) -> Self {
        let count = |test: &dyn Fn(&StageAuditDocument) -> bool| stages.iter().filter(|row| test(row)).count();
        let within = |reach: f64| count(&|row| row.difference.is_some_and(|d| d.abs() <= reach));
        Self {
            published: count(&|row| row.published.is_some()),
            compared: count(&|row| row.difference.is_some()),
            within_015: within(0.15),
            within_030: within(0.30),
            within_rounding: count(&|row| row.within_rounding == Some(true)),
            only_with_missing_shares: count(&StageAuditDocument::only_with_missing_shares),
            explained: count(&|row| row.cause.as_deref().is_some_and(|cause| cause != "unexplained")),
            unexplained: count(&|row| row.cause.as_deref() == Some("unexplained")),
        }
    }
}
