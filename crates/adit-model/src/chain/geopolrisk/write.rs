//! How one score came about, for `why`.

use std::collections::BTreeSet;

use adit_facts::{Country, Material, Package};
use adit_number::Ranged;

use super::gather::{governance_year, scaled};
use super::score::{Bought, ImportRisk, imports};
use super::{
    Economy, HHI, IMPORT_RISK, IMPORT_RISK_OUTSIDE, INSTABILITY, MaterialYear, REST, SCORE, UNKNOWN_INSTABILITY, World,
};
use crate::workings::{Input, Worked, Workings};

/// How many flows are listed one by one.
const LISTED: usize = 10;

/// A flow into the economy.
struct Flow {
    /// Number of the flow among all trade.
    row: u32,
    exporter: Country,
    /// Index of its good.
    code: usize,
    tonnes: f64,
    instability: f64,
}

/// Writes a score down with everything that it was computed from, for the Union also without trade among its members:
/// `geopolrisk.score/MATERIAL/ECONOMY/YEAR`, `geopolrisk.hhi/MATERIAL/YEAR`, `geopolrisk.import-risk/...`. `None` where
/// there is no score.
pub fn write(
    package: &Package,
    world: &World<'_>,
    material: Material,
    economy: Economy,
    year: u16,
    workings: &mut Workings,
) -> Option<Worked> {
    let at = world.materials.iter().find(|at| at.material == material && at.year == year)?;
    let bought = imports(at.flows.iter().copied(), world.instability(year), &world.members);
    let made = at.production.made(economy, &world.members);
    let writer = Writer { package, world, at, economy };
    let whole = match economy {
        Economy::Country(country) => bought.of(country),
        Economy::Union => bought.union,
    };
    let risk = whole.risk(made)?;
    let hhi = writer.concentration(workings);
    if let (Economy::Union, Some(outside)) = (economy, bought.outside.risk(made)) {
        let risk = writer.import_risk("-outside", bought.outside, outside, workings);
        writer.score("-outside", &hhi, &risk, workings);
    }
    let risk = writer.import_risk("", whole, risk, workings);
    Some(writer.score("", &hhi, &risk, workings))
}

struct Writer<'a> {
    package: &'a Package,
    world: &'a World<'a>,
    at: &'a MaterialYear<'a>,
    economy: Economy,
}

impl Writer<'_> {
    fn material(&self) -> &str {
        &self.package.vocabulary().material(self.at.material).id
    }

    fn country(&self, country: Country) -> &str {
        &self.package.vocabulary().country(country).id
    }

    /// `lithium/DE/2023`.
    fn place(&self) -> String {
        format!("{}/{}/{}", self.material(), self.economy.id(self.package), self.at.year)
    }

    fn concentration(&self, workings: &mut Workings) -> Worked {
        let production = &self.at.production;
        let value = production.concentration();
        let inputs = production.named.iter().map(|(_, datum)| *datum).chain(production.other).map(Input::Fact);
        let written = workings.number(
            format!("geopolrisk.hhi/{}/{}", self.material(), self.at.year),
            format!("{}: concentration of world production, {}, {}", self.material(), self.at.made_at, self.at.year),
            Ranged::new(value.value, value.low, value.high),
            &HHI,
            inputs.collect(),
        );
        let mut notes = Vec::new();
        if production.other.is_some() {
            notes.push("Countries that the source does not name count in the total only; were they one country, the index would be at its upper bound.".to_owned());
        }
        if !production.withheld.is_empty() {
            let names: Vec<&str> = production.withheld.iter().map(|country| self.country(*country)).collect();
            notes.push(format!("Not in it, because the source gives no figure: {}.", names.join(", ")));
        }
        if !notes.is_empty() {
            workings.note(&written, notes.join(" "));
        }
        written
    }

    fn instability(&self, country: Country, workings: &mut Workings) -> Worked {
        let year = governance_year(self.package, self.at.year);
        let fact = self.package.political_stability(country, year);
        let value = fact.map_or(UNKNOWN_INSTABILITY, |fact| scaled(fact.number.value));
        let written = workings.number(
            format!("geopolrisk.instability/{}/{}", self.country(country), self.at.year),
            format!("{}: political instability", self.package.vocabulary().country(country).name),
            Ranged::point(value),
            &INSTABILITY,
            fact.into_iter().map(Input::Fact).collect(),
        );
        if fact.is_none() {
            workings.note(&written, "The World Bank has no estimate: 0.5 by rule.");
        } else if year != self.at.year {
            workings.note(&written, format!("The latest year that the World Bank has: {year}."));
        }
        written
    }

    /// The flows into the economy, the largest first. `inside`: with trade among members of the Union.
    fn flows(&self, inside: bool) -> Vec<Flow> {
        let trade = self.package.trade();
        let member = |country: Country| self.world.members[usize::from(country.0)];
        let receives = |country: Country| self.economy.holds(country, &self.world.members);
        let instability = self.world.instability(self.at.year);
        let mut found = Vec::new();
        for (at, code) in self.at.codes.iter().enumerate() {
            let contained = self.at.flows[at].contained;
            for (row, flow) in trade.rows(code.hs6, self.at.year).iter().filter(|(_, flow)| receives(flow.importer)) {
                let among = self.economy == Economy::Union && member(flow.exporter);
                let Some(quantity) = flow.quantity_t.filter(|_| inside || !among) else { continue };
                found.push(Flow {
                    row,
                    exporter: flow.exporter,
                    code: at,
                    tonnes: quantity * contained,
                    instability: if among { 0.0 } else { instability[usize::from(flow.exporter.0)] },
                });
            }
        }
        found.sort_by(|a, b| b.tonnes.total_cmp(&a.tonnes).then(a.row.cmp(&b.row)));
        found
    }

    fn import_risk(&self, which: &str, bought: Bought, risk: ImportRisk, workings: &mut Workings) -> Worked {
        let flows = self.flows(which.is_empty());
        let (listed, rest) = flows.split_at(flows.len().min(LISTED));
        let trade = self.package.trade();
        let mut inputs = Vec::new();
        for flow in listed {
            inputs.extend(trade.quantity(flow.row).map(Input::Fact));
            let inside = self.economy == Economy::Union && self.world.members[usize::from(flow.exporter.0)];
            if !inside {
                inputs.push(self.instability(flow.exporter, workings).input());
            }
        }
        let codes: BTreeSet<usize> = listed.iter().map(|flow| flow.code).collect();
        inputs.extend(codes.iter().filter_map(|code| self.at.codes[*code].contained).map(Input::Fact));
        if !rest.is_empty() {
            inputs.push(self.rest(which, rest, bought, workings).input());
        }
        inputs.extend(self.made().map(Input::Fact));
        let written = workings.number(
            format!("geopolrisk.import-risk{which}/{}", self.place()),
            format!("Import risk, {}", self.place()),
            Ranged::new(risk.value, risk.low, risk.high),
            if which.is_empty() { &IMPORT_RISK } else { &IMPORT_RISK_OUTSIDE },
            inputs,
        );
        workings.note(&written, self.note());
        written
    }

    /// Facts of the production in the economy.
    fn made(&self) -> impl Iterator<Item = adit_facts::study::Datum> {
        let here = |country: Country| self.economy.holds(country, &self.world.members);
        self.at.production.named.iter().filter(move |(country, _)| here(*country)).map(|(_, datum)| *datum)
    }

    fn rest(&self, which: &str, rest: &[Flow], bought: Bought, workings: &mut Workings) -> Worked {
        let tonnes: f64 = rest.iter().map(|flow| flow.tonnes).sum();
        let weighted: f64 = rest.iter().map(|flow| flow.tonnes * flow.instability).sum();
        let supply = bought.tonnes + self.at.production.made(self.economy, &self.world.members).named;
        let stated = |label: String, value: f64, unit| Input::Stated { label, value, unit, id: None };
        workings.number(
            format!("geopolrisk.rest{which}/{}", self.place()),
            format!("Import risk of the {} smaller flows, {}", rest.len(), self.place()),
            Ranged::point(weighted / supply),
            &REST,
            vec![
                stated("their contained tonnes".to_owned(), tonnes, "t"),
                stated("the same weighted by instability".to_owned(), weighted, "t"),
                stated("all imports and production".to_owned(), supply, "t"),
            ],
        )
    }

    fn note(&self) -> String {
        let mut says = vec![
            "Imports are gross tonnes times the share of the material that the good holds; flows without a quantity do not count; trade data name the country of dispatch, not of origin.".to_owned(),
        ];
        if self.at.made_at != self.at.traded_at {
            says.push(format!(
                "Production is that of {}, goods are those of {}: no good of its own stage holds a known share of the material.",
                self.at.made_at, self.at.traded_at
            ));
        }
        let made = self.at.production.made(self.economy, &self.world.members);
        if made.hidden > 0.0 {
            says.push(
                "The source does not name all producers: what may be hidden here is in the lower bound.".to_owned(),
            );
        }
        says.join(" ")
    }

    fn score(&self, which: &str, hhi: &Worked, risk: &Worked, workings: &mut Workings) -> Worked {
        let (a, b) = (hhi.number, risk.number);
        workings.number(
            format!("geopolrisk.score{which}/{}", self.place()),
            format!("Geopolitical supply risk, {}", self.place()),
            Ranged::new(a.value * b.value, a.low() * b.low(), a.high() * b.high()),
            &SCORE,
            vec![hhi.input(), risk.input()],
        )
    }
}
