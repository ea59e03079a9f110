//! **Does the official result follow from its own inputs?** Every published figure against the one computed from the
//! published inputs, and for every difference beyond rounding its cause.
//!
//! A cause counts as explained only if the closing value is found independently for the same material: in another
//! edition, another transcription, another stage, a neighbouring row or as a stated scope; or if shares missing from the
//! annex can carry the gap. A change that merely closes the gap is listed under `closable_by`, and the row stays
//! "unexplained" (rules §1.7).

use adit_facts::study::{Published, Side};
use adit_facts::{Material, Package, Scope, Stage};
use adit_number::{AsBounds, AsValue, Bounds};

use super::assessment::{Bounded, MaterialRisk, assess};
use super::evaluate::Evaluation;
use super::inputs::{ListInputs, MaterialInputs, StageInputs, Study};

mod closing;
mod evidence;
pub mod file;
pub mod list;
mod parts;

pub use closing::{ClosedBy, Closing};
pub use evidence::{Evidence, Origin};
pub use list::{ListAudit, Recomputed};

/// Why a published figure is not the computed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The closing value stands in another transcription of the same study.
    OtherTranscription,
    /// The closing value is that of another edition for the same material.
    OtherEdition,
    /// The closing value is that of the material's other stage.
    OtherStage,
    /// The closing value stands in the row above or below.
    NeighbouringRow,
    /// The scope stated elsewhere for the material closes the gap.
    StatedScope,
    /// A group's figure follows from its members' published figures, not from ours.
    Members,
    /// Shares missing from the annex can carry the gap.
    MissingShares,
    /// No independent evidence.
    Unexplained,
}

impl Cause {
    /// The word for it.
    pub fn id(self) -> &'static str {
        match self {
            Self::OtherTranscription => "other-transcription",
            Self::OtherEdition => "other-edition",
            Self::OtherStage => "other-stage",
            Self::NeighbouringRow => "neighbouring-row",
            Self::StatedScope => "stated-scope",
            Self::Members => "members",
            Self::MissingShares => "missing-shares",
            Self::Unexplained => "unexplained",
        }
    }
}

/// One published figure of a stage against the computed one.
#[derive(Debug, Clone)]
pub struct StageAudit {
    /// Material.
    pub material: Material,
    /// Stage.
    pub stage: Stage,
    /// Published scope.
    pub scope: Option<Scope>,
    /// Published supply risk.
    pub published: Published,
    /// Computed supply risk, `None` if an input is missing.
    pub computed: Option<Bounded>,
    /// Cause, for rows beyond rounding.
    pub cause: Option<Cause>,
    /// Independent evidence that closes the gap, best first.
    pub evidence: Vec<Evidence>,
    /// Changes that would close the gap, without evidence.
    pub closable_by: Vec<Closing>,
}

impl StageAudit {
    /// Whether the bounds meet the published figure within half its last printed digit; `None` if nothing is computed.
    pub fn within_rounding(&self) -> Option<bool> {
        self.computed.map(|computed| computed.bounds().meets(&printed_box(self.published)))
    }

    /// Computed minus published.
    pub fn difference(&self) -> Option<f64> {
        self.computed.map(|computed| computed.value - self.published.datum.number.value)
    }
}

/// A published figure's box: half a unit of its last printed digit each way.
pub(crate) fn printed_box(published: Published) -> Bounds {
    let (value, half) = (published.datum.number.value, published.half_digit());
    Bounds::new((value - half).next_down(), (value + half).next_up())
}

/// One published economic importance against the computed one.
#[derive(Debug, Clone)]
pub struct ImportanceAudit {
    /// Material.
    pub material: Material,
    /// Published economic importance.
    pub published: Published,
    /// Computed economic importance, `None` if an input is missing.
    pub computed: Option<Bounded>,
    /// Sum of all use shares, a fraction.
    pub use_shares: f64,
    /// Part of the uses without a sector, a fraction: they add nothing.
    pub without_sector: f64,
}

impl ImportanceAudit {
    /// Whether the bounds meet the published figure within half its last printed digit.
    pub fn within_rounding(&self) -> Option<bool> {
        self.computed.map(|computed| computed.bounds().meets(&printed_box(self.published)))
    }
}

/// Something about the inputs that should be looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Oddity {
    /// Import reliance is higher than the import share of EU sourcing allows, even if all missing shares were imports.
    ImportReliance {
        /// Material.
        material: Material,
        /// Stage.
        stage: Stage,
        /// Published import reliance, a fraction.
        published: f64,
        /// The most that the list of EU sourcing allows, a fraction.
        at_most: f64,
    },
    /// Use shares sum to more than their rounding allows.
    UseShares {
        /// Material.
        material: Material,
        /// Their sum, a fraction.
        total: f64,
    },
    /// Two lines of the uses are the same.
    RepeatedUse {
        /// Material.
        material: Material,
        /// The application.
        application: String,
        /// Its lines.
        lines: (u16, u16),
    },
    /// Shares of a list of suppliers sum to more than their rounding allows.
    SupplyShares {
        /// Material.
        material: Material,
        /// Stage.
        stage: Stage,
        /// Which list.
        side: Side,
        /// Their sum, a fraction.
        total: f64,
    },
    /// A list of suppliers lacks more than a twentieth of its shares.
    MissingShares {
        /// Material.
        material: Material,
        /// Stage.
        stage: Stage,
        /// Which list.
        side: Side,
        /// What is missing, a fraction.
        missing: f64,
    },
}

impl Oddity {
    /// The material that it is about.
    pub fn material(&self) -> Material {
        match self {
            Self::ImportReliance { material, .. }
            | Self::UseShares { material, .. }
            | Self::RepeatedUse { material, .. }
            | Self::SupplyShares { material, .. }
            | Self::MissingShares { material, .. } => *material,
        }
    }
}

/// The whole audit of an edition.
#[derive(Debug, Clone)]
pub struct Audit {
    /// Every published stage figure, worst difference first, those that cannot be computed last.
    pub stages: Vec<StageAudit>,
    /// Every published economic importance that the uses allow to compute, worst difference first.
    pub importance: Vec<ImportanceAudit>,
    /// The list, derived and recomputed.
    pub list: ListAudit,
    /// What else is odd about the inputs.
    pub oddities: Vec<Oddity>,
}

/// Audits an edition against its own inputs.
pub fn audit(package: &Package, study: &Study) -> Audit {
    let assessed = assess(package, study);
    let search = evidence::Search::new(package, study);
    let mut stages: Vec<StageAudit> = Vec::new();
    for (at, (m, risk)) in study.materials.iter().zip(&assessed).enumerate() {
        for (s, computed) in risk.stages.iter().enumerate() {
            if let Some(published) = computed.published {
                stages.push(stage_audit(&search, study, (at, s), m, published, computed.sr));
            }
        }
    }
    let size = |d: Option<f64>| d.map_or(-1.0, f64::abs);
    stages.sort_by(|a, b| size(b.difference()).total_cmp(&size(a.difference())));
    let list = list::list_audit(package, &study.options.edition, &assessed, &stages);
    Audit { importance: importance(package, study, &assessed), list, oddities: oddities(package, study), stages }
}

fn stage_audit(
    search: &evidence::Search<'_>,
    study: &Study,
    at: (usize, usize),
    m: &MaterialInputs,
    published: Published,
    computed: Option<Bounded>,
) -> StageAudit {
    let s: &StageInputs = &m.stages[at.1];
    let mut row = StageAudit {
        material: m.material,
        stage: s.stage,
        scope: s.scope,
        published,
        computed,
        cause: None,
        evidence: Vec::new(),
        closable_by: Vec::new(),
    };
    if row.within_rounding() == Some(false) {
        row.evidence = search.evidence(at.0, at.1, published);
        row.cause = Some(row.evidence.first().map_or(Cause::Unexplained, |e| e.cause));
        row.closable_by = closing::closable_by(&search.value, study, at.0, at.1, published);
    }
    row
}

fn importance(package: &Package, study: &Study, assessed: &[MaterialRisk]) -> Vec<ImportanceAudit> {
    let mut rows: Vec<ImportanceAudit> = study
        .materials
        .iter()
        .zip(assessed)
        .filter(|(m, _)| m.members.is_empty())
        .filter_map(|(m, risk)| {
            let computed = risk.ei;
            let published = m.published_ei?;
            let uses = package.end_uses(&study.options.edition, m.material);
            let use_shares = uses.iter().map(|u| u.share.number.value).sum();
            Some(ImportanceAudit {
                material: m.material,
                published,
                computed,
                use_shares,
                without_sector: m.uses_without_sector,
            })
        })
        .collect();
    let size =
        |row: &ImportanceAudit| row.computed.map_or(-1.0, |c| (c.value - row.published.datum.number.value).abs());
    rows.sort_by(|a, b| size(b).total_cmp(&size(a)));
    rows
}

/// Everything odd about the inputs of a study, in the order of its materials.
pub fn oddities(package: &Package, study: &Study) -> Vec<Oddity> {
    let bounds = Evaluation::new(study, AsBounds);
    let mut found = Vec::new();
    for m in &study.materials {
        for s in &m.stages {
            for side in [Side::World, Side::Europe] {
                found.extend(s.list(side).and_then(|list| odd_list(m.material, s.stage, side, list)));
            }
            if let (Some(ir), Some(list)) = (bounds.import_reliance(m, s), &s.europe) {
                let at_most = most_imported(list, &study.in_eu);
                if ir.lo() > at_most {
                    let published = s.import_reliance.map_or(0.0, |f| f.value);
                    found.push(Oddity::ImportReliance { material: m.material, stage: s.stage, published, at_most });
                }
            }
        }
        found.extend(odd_uses(package, &study.options.edition, m.material));
    }
    found
}

/// The largest share that imports can have in a list of EU sourcing, if everything that it lacks was imported.
fn most_imported(list: &ListInputs, in_eu: &[bool]) -> f64 {
    let suppliers = |inside| list.suppliers.iter().filter(move |s| in_eu[usize::from(s.country.0)] == inside);
    let imported: f64 = suppliers(false).map(|s| s.share.high).sum();
    let not_from_the_eu = 1.0 - suppliers(true).map(|s| s.share.low).sum::<f64>();
    imported.max(not_from_the_eu).min(1.0)
}

/// More of a list than this missing is worth a look, a fraction. (A twentieth itself is not, however it is rounded in
/// binary.)
const MUCH_MISSING: f64 = 0.05 + 1e-9;

fn odd_list(material: Material, stage: Stage, side: Side, list: &ListInputs) -> Option<Oddity> {
    let lowest: f64 = list.suppliers.iter().map(|s| s.share.low).sum();
    let missing = list.missing_share();
    if lowest > 1.0 {
        Some(Oddity::SupplyShares { material, stage, side, total: list.total() })
    } else if missing > MUCH_MISSING {
        Some(Oddity::MissingShares { material, stage, side, missing })
    } else {
        None
    }
}

fn odd_uses(package: &Package, edition: &str, material: Material) -> Vec<Oddity> {
    let uses = package.end_uses(edition, material);
    let mut found = Vec::new();
    if uses.iter().map(|u| u.share.number.low).sum::<f64>() > 1.0 {
        found.push(Oddity::UseShares { material, total: uses.iter().map(|u| u.share.number.value).sum() });
    }
    for (at, u) in uses.iter().enumerate() {
        let same = |other: &&adit_facts::study::UseFacts| {
            other.application == u.application && other.nace == u.nace && other.share.number == u.share.number
        };
        if let Some(first) = uses[..at].iter().find(same) {
            let lines = (first.line, u.line);
            found.push(Oddity::RepeatedUse { material, application: u.application.clone(), lines });
        }
    }
    found
}

/// The readings that the search for evidence needs.
pub(crate) type ValueReading<'a> = Evaluation<'a, AsValue>;
