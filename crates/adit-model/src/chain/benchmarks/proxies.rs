//! Readings of the benchmarks that are in use elsewhere: output instead of capacity, shares of sourcing instead of
//! shares of consumption. Each is shown beside the figure by the Act's definition, under its own name.

use adit_facts::chain::ChainStage;
use adit_facts::package::DEFAULT_EDITION;
use adit_facts::study::Side;
use adit_facts::{Country, Package, Stage};
use adit_number::{Ranged, Rule};

use super::{EntryModel, Gathered, STAGES};
use crate::workings::{Input, Worked, Workings, ranged};

/// Output over consumption.
pub static OUTPUT_SHARE: Rule = Rule {
    id: "benchmark.proxy-output",
    says: "What the Union produced over what it consumed: a proxy, since the Act counts capacity and not output",
    formula: "share = P / C",
    unit: "share",
    source: "Domestic production over consumption, as in studies that have no capacities; not the definition of Regulation (EU) 2024/1252, Art. 2(5)",
};

/// The largest third country of EU sourcing.
pub static SOURCING_SHARE: Rule = Rule {
    id: "benchmark.proxy-sourcing",
    says: "Share of the largest third country in the Union's supply (its own production and its imports): a proxy, since the Act divides by consumption of that form, in the year",
    formula: "share as published",
    unit: "share",
    source: "European Commission, Study on the critical raw materials for the EU 2023, EU sourcing; not the definition of Regulation (EU) 2024/1252, Art. 5(1)(b)",
};

/// A figure by another reading.
#[derive(Debug, Clone, PartialEq)]
pub struct Proxy {
    /// `extraction`, `processing` or `single-country`.
    pub measure: &'static str,
    /// Stage that it is of.
    pub stage: ChainStage,
    /// The largest third country, for `single-country`.
    pub country: Option<Country>,
    /// The figure.
    pub figure: Worked,
}

/// The proxies of an entry in the year of the latest facts.
pub fn proxies(package: &Package, gathered: &Gathered, entry: &EntryModel, workings: &mut Workings) -> Vec<Proxy> {
    let mut found = Vec::new();
    for (at, stage) in STAGES.into_iter().enumerate().take(2) {
        found.extend(output(gathered, entry, at, stage, workings));
    }
    found.extend(sourcing(package, entry, workings));
    found
}

fn output(
    gathered: &Gathered,
    entry: &EntryModel,
    at: usize,
    stage: ChainStage,
    workings: &mut Workings,
) -> Option<Proxy> {
    let step = entry.stages[at].steps.last()?;
    let id = format!("chain.output/{}", step.names.path);
    let made = gathered.workings.get(&id)?.number;
    let used = entry.consumption_in(gathered.now)?;
    let made = entry.stages[at].recovery.as_ref().map_or(made, |recovery| made * recovery.number);
    let mut inputs = vec![Input::Number(id)];
    inputs.extend(entry.stages[at].recovery.as_ref().and_then(|recovery| recovery.input.clone()));
    inputs.push(Input::Number(format!("benchmark.consumption/{}/{}", entry.id, gathered.now)));
    let figure = workings.number(
        format!("benchmark.proxy-output/{}/{stage}/{}", entry.id, gathered.now),
        format!("Output of the Union over consumption, {}, {stage}, {}", entry.id, gathered.now),
        made / used,
        &OUTPUT_SHARE,
        inputs,
    );
    Some(Proxy { measure: stage.id(), stage, country: None, figure })
}

fn sourcing(package: &Package, entry: &EntryModel, workings: &mut Workings) -> Vec<Proxy> {
    let words = package.vocabulary();
    let mut found = Vec::new();
    for stage in Stage::ALL {
        let list = package.supply(Side::Europe, DEFAULT_EDITION, entry.entry.material, stage);
        let outside = list.iter().filter(|supplier| !words.country(supplier.country).in_eu27());
        let Some(largest) = outside.max_by(|a, b| a.share.number.value.total_cmp(&b.share.number.value)) else {
            continue;
        };
        let country = words.country(largest.country);
        let number: Ranged = ranged(&largest.share);
        let figure = workings.number(
            format!("benchmark.proxy-sourcing/{}/{stage}", entry.id),
            format!("Share of {} in EU sourcing of {}, {stage}", country.name, entry.id),
            number,
            &SOURCING_SHARE,
            vec![Input::Fact(largest.share)],
        );
        let stage = ChainStage::from(stage);
        found.push(Proxy { measure: "single-country", stage, country: Some(largest.country), figure });
    }
    found
}
