//! Did a plan do what Art. 13 of Regulation (EU) 2024/1252 asks, and what of our facts lies in its regions?

pub(crate) mod build;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

/// The plans that adit brings along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlansAnswer {
    /// Form of the document.
    pub format: u32,
    /// Each of them; all are made up.
    pub plans: Vec<PlanEntry>,
}

/// A plan of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlanEntry {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// The answer in one sentence.
    pub says: String,
}

/// The check of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlanAnswer {
    /// Form of the document.
    pub format: u32,
    /// Id of the plan, or the file.
    pub plan: String,
    /// Its name.
    pub name: String,
    /// What kind of plan it is.
    pub kind: String,
    /// Who prepares it.
    pub authority: Option<String>,
    /// Country code.
    pub country: Option<String>,
    /// NUTS codes that it covers.
    pub regions: Vec<String>,
    /// The answer in words.
    pub says: Vec<String>,
    /// Sentence by sentence.
    pub checks: Vec<PlanCheck>,
    /// Sites of our facts in its regions, and whether a provision names them.
    pub facts: Vec<PlanFact>,
    /// Names of provisions that are no id of a site or project in our facts.
    pub unknown_names: Vec<String>,
    /// What must be said beside it.
    pub notes: Vec<String>,
}

/// One sentence of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlanCheck {
    /// What is asked: `considered`, `priority`, `one-assessment`, `water` or `binds`.
    pub id: String,
    /// The sentence.
    pub rule: String,
    /// `met`, `not-met`, `not-shown` or `does-not-bind`.
    pub standing: String,
    /// Why.
    pub says: String,
    /// What would mend it, or show it.
    pub mend: Option<String>,
    /// Line in the file.
    pub line: u64,
}

/// A site of our facts in a region of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PlanFact {
    /// Id of the site.
    pub site: String,
    /// Name.
    pub name: String,
    /// What it is: `mine`, `deposit`, `refinery`, ...
    pub kind: String,
    /// Its status as the facts have it.
    pub status: String,
    /// Ids of materials.
    pub materials: Vec<String>,
    /// NUTS code, the finest that is known.
    pub region: String,
    /// Whether a provision of the plan names it.
    pub named: bool,
    /// Source id.
    pub source: String,
}
