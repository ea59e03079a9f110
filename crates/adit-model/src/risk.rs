//! **Which materials is Europe at risk of losing, by the official method, and does the official result follow from its
//! own inputs?**
//!
//! ```text
//! HHI = sum_c S_c^2 * WGI_c * t_c                                              concentration.rs, governance.rs
//! SR  = [ HHI_GS * IR/2 + HHI_EUS * (1 - IR/2) ] * (1 - EoL_RIR) * SI_SR       supply_risk.rs   (scope both)
//! IR  = (imports - exports) / (production + imports - exports)                 import_reliance.rs
//! EI  = SI_EI * sum_s A_s * VA_s * 10 / max_s VA_s                             economic_importance.rs
//! SR of a material: the higher of its stages; of a group: the mean of its members     whole.rs
//! critical <=> SR >= 1.0 and EI >= 2.8, or strategic                           list_rule.rs
//! ```
//!
//! Source: Regulation (EU) 2024/1252 (Critical Raw Materials Act), Annex II, Section 2; European Commission, Methodology
//! for establishing the EU list of critical raw materials, 2017, DOI 10.2873/769526.
//!
//! The formulas are generic over [`adit_number::Real`]; the public functions are not: [`assess`], [`reason`],
//! [`ensemble`], [`flips`], [`explain`], [`audit`], [`readings`].

pub mod about;
pub mod assessment;
pub mod audit;
pub(crate) mod concentration;
mod drawn;
mod economic_importance;
pub mod ensemble;
pub(crate) mod evaluate;
pub mod explain;
pub mod flips;
pub(crate) mod governance;
pub(crate) mod import_reliance;
pub mod inputs;
pub mod list_rule;
pub mod moved;
pub mod readings;
pub mod reason;
pub mod rules;
mod search;
pub(crate) mod supply_risk;
pub mod what_if;
pub(crate) mod whole;

pub use about::About;
pub use assessment::{Bounded, MaterialRisk, Missing, StageRisk, assess, figures};
pub use audit::{Audit, Cause, audit};
pub use ensemble::ensemble;
pub use explain::explain;
pub use flips::flips;
pub use inputs::{Options, Study, gather};
pub use reason::reason;
