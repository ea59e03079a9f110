//! The single inputs that flips and explanations move, as documents name them.

use adit_model::risk::About;
use adit_model::risk::moved::{Input, Movable};

use crate::asked::Asked;
use crate::names;

/// An input in words.
pub(crate) struct Named {
    /// Its fact's key, or the id of a country's governance.
    pub(crate) input: String,
    /// What it is.
    pub(crate) label: String,
    /// Unit of its values.
    pub(crate) unit: &'static str,
    /// Id under which its present value opens.
    pub(crate) why: Option<String>,
}

/// Names an input of the study.
pub(crate) fn named(asked: &Asked, movable: &Movable) -> Named {
    let unit = match movable.input {
        Input::Share(..) | Input::ImportReliance(_) | Input::Recycling | Input::Use(_) => "share",
        Input::Trade(..) => "factor",
        Input::Governance(_) | Input::SubstitutionRisk | Input::SubstitutionImportance => "index",
    };
    if let Input::Governance(country) = movable.input {
        let id = asked.id(About::Governance(country));
        let label = names::of_number(asked.words(), About::Governance(country), &asked.years());
        return Named { input: id.clone(), label, unit, why: Some(id) };
    }
    let key = movable.fact.map(|index| asked.study().origin[index as usize].key.clone()).unwrap_or_default();
    Named {
        label: names::of_fact(&asked.package, &key),
        why: movable.fact.map(|index| asked.fact_id(index)),
        input: key,
        unit,
    }
}
