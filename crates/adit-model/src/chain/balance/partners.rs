//! Where imports come from.

use adit_facts::Country;
use adit_number::Ranged;

use super::{FLOW, FLOW_REST, IMPORTS, Question, StageBalance, from_country};
use crate::chain::economy::Economy;
use crate::chain::trade_flows::StageTrade;
use crate::workings::{Input, Worked, Workings};

/// Imports from one country, or from all that are not listed.
#[derive(Debug, Clone, PartialEq)]
pub struct Partner {
    /// The country of dispatch; `None` for all that are not listed.
    pub country: Option<Country>,
    /// Contained tonnes.
    pub tonnes: Worked,
    /// Share of all imports, a fraction.
    pub share: f64,
}

/// How many partners are listed one by one.
const LISTED: usize = 10;

impl Question<'_> {
    /// Writes the imports of an economy, and gives them with the part whose weight was estimated. For the Union they are
    /// the sum over its partners, each with a number of its own.
    pub(super) fn imports(
        &self,
        balance: &mut StageBalance,
        trade: &StageTrade,
        workings: &mut Workings,
    ) -> (Worked, f64) {
        let economy = balance.economy;
        let label = self.label("imports", balance);
        let whose = economy.id(self.package);
        let lines = trade.bought(economy, None, self.members);
        if economy != Economy::Union {
            let sum = trade.write(self.package, ("imports", &IMPORTS), whose, label, &lines, workings);
            return (sum.tonnes, sum.estimated);
        }
        let mut countries: Vec<(Country, f64)> = Vec::new();
        for line in &lines {
            match countries.iter_mut().find(|(country, _)| *country == line.exporter) {
                Some((_, tonnes)) => *tonnes += line.tonnes.value,
                None => countries.push((line.exporter, line.tonnes.value)),
            }
        }
        countries.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let (listed, rest) = countries.split_at(countries.len().min(LISTED));
        let from = |country: Country, workings: &mut Workings| {
            let name = &self.package.vocabulary().country(country).name;
            let lines = trade.bought(economy, Some(country), self.members);
            let label = format!("{label}, from {name}");
            trade.write(self.package, ("flow", &FLOW), from_country(self.package, country), label, &lines, workings)
        };
        let mut partners: Vec<(Option<Country>, Worked)> =
            listed.iter().map(|(country, _)| (Some(*country), from(*country, workings).tonnes)).collect();
        if !rest.is_empty() {
            let smaller = lines.iter().filter(|line| rest.iter().any(|(country, _)| *country == line.exporter));
            let count = Input::Stated {
                label: "number of countries".to_owned(),
                value: rest.len() as f64,
                unit: "countries",
                id: None,
            };
            let other = workings.number(
                format!("chain.flow-rest/imports/{}/{whose}", trade.key(self.package)),
                format!("{label}, from {} other countries", rest.len()),
                Ranged::sum(smaller.map(|line| line.tonnes)),
                &FLOW_REST,
                vec![count],
            );
            partners.push((None, other));
        }
        let number = Ranged::sum(partners.iter().map(|(_, tonnes)| tonnes.number));
        let imports = workings.number(
            format!("chain.imports/{}/{whose}", trade.key(self.package)),
            label,
            number,
            &IMPORTS,
            partners.iter().map(|(_, tonnes)| tonnes.input()).collect(),
        );
        let whole = imports.value();
        let share = |tonnes: &Worked| if whole > 0.0 { tonnes.value() / whole } else { 0.0 };
        balance.partners =
            partners.into_iter().map(|(country, tonnes)| Partner { country, share: share(&tonnes), tonnes }).collect();
        (imports, crate::chain::trade_flows::estimated(&lines))
    }
}
