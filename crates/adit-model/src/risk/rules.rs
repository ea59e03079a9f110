//! All rules of the Risk room, so that a test can walk them and the documentation can be held against them.

use adit_number::Rule;

use super::{concentration, economic_importance, governance, import_reliance, list_rule, supply_risk, whole};

/// Every rule with its source.
pub fn all() -> [&'static Rule; 12] {
    [
        &concentration::HHI,
        &concentration::HHI_TERM,
        &governance::GOVERNANCE,
        &import_reliance::IMPORT_RELIANCE,
        &supply_risk::SUPPLY_RISK,
        &supply_risk::SUPPLY_RISK_WORLD,
        &supply_risk::SUPPLY_RISK_EUROPE,
        &economic_importance::ECONOMIC_IMPORTANCE,
        &economic_importance::USE,
        &whole::STAGE_HIGHER,
        &whole::GROUP_MEAN,
        &list_rule::LIST_RULE,
    ]
}
