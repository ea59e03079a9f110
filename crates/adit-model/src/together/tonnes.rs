//! EU supply and world production in tonnes: what turns the official shares into a game of tonnes.
//!
//! The official figures are shares; a project has tonnes. The bridge is T, the EU supply of the stage in the year, by the
//! first route that leads to it:
//!
//! 1. what the question states (`--supply`);
//! 2. production and imports of the stage's forms, where trade facts cover them;
//! 3. at processing, consumption in the Union (rules §2.2): what is exported again is not in it;
//! 4. at extraction, production of the Union over 1 less the import reliance of the study.
//!
//! Each is carried to the year by the growth of demand. So is G, world production of the latest year.

use adit_facts::chain::Place;
use adit_facts::{Material, Package, Stage};
use adit_number::{Ranged, Rule};

use crate::chain::consumption::{self, Balance, Growth};
use crate::workings::{Input, Worked, Workings, ranged};

/// EU supply at processing.
pub static SUPPLY_CONSUMPTION: Rule = Rule {
    id: "together.supply-consumption",
    says: "EU supply of the stage in the year: consumption in the Union stands for it; what is exported again is not in it",
    formula: "T = C(Y)",
    unit: "t/a",
    source: "Consumption: Regulation (EU) 2024/1252, Art. 2(12); a convention of adit that it stands for EU supply",
};

/// EU supply from production and imports.
pub static SUPPLY_BALANCE: Rule = Rule {
    id: "together.supply-balance",
    says: "EU supply of the stage in the year: what the Union produces and imports, grown with demand",
    formula: "T = (P + M) × (1 + g)^(Y − Y0)",
    unit: "t/a",
    source: "EU sourcing as in European Commission, Methodology for establishing the EU list of critical raw materials, 2017: domestic production and imports",
};

/// EU supply at extraction.
pub static SUPPLY_RELIANCE: Rule = Rule {
    id: "together.supply-reliance",
    says: "EU supply of the stage in the year: what the Union produces, over what it does not import on balance, grown with demand",
    formula: "T = P / (1 − IR) × (1 + g)^(Y − Y0)",
    unit: "t/a",
    source: "Definition of import reliance, Regulation (EU) 2024/1252, Annex II, Section 2, solved for production and net imports",
};

/// World production.
pub static PRODUCTION: Rule = Rule {
    id: "together.production",
    says: "World production of the stage in the year: that of the latest year, grown with demand",
    formula: "G = P(world) × (1 + g)^(Y − Y0)",
    unit: "t/a",
    source: "Constant yearly growth; the rate is an assumption with its range",
};

/// Above this import reliance the Union's production says too little about its supply (rules §2.2).
const HIGHEST_RELIANCE: f64 = 0.95;

/// Production and imports of a stage's forms, contained, with their year; `None` where trade facts do not cover them.
pub type SupplyRoute<'a> = &'a dyn Fn(Material, Stage, &mut Workings) -> Option<(Worked, u16)>;

/// How tonnes are found where the tables of this crate's own facts do not hold them.
#[derive(Clone, Copy)]
pub struct Routes<'a> {
    /// Route (b) of consumption.
    pub balance: Balance<'a>,
    /// EU supply of a stage from production and trade.
    pub supply: SupplyRoute<'a>,
}

impl Routes<'static> {
    /// Without trade facts.
    pub const NONE: Self = Self { balance: &|_, _| None, supply: &|_, _, _| None };
}

/// A material and a year.
#[derive(Clone, Copy)]
pub struct Tonnes<'a> {
    /// Facts.
    pub package: &'a Package,
    /// Material.
    pub material: Material,
    /// Year.
    pub year: u16,
    /// Edition of the study whose import reliance is used.
    pub edition: &'a str,
    /// Routes.
    pub routes: Routes<'a>,
}

impl Tonnes<'_> {
    fn id(&self) -> &str {
        &self.package.vocabulary().material(self.material).id
    }

    fn name(&self) -> String {
        self.package.vocabulary().material(self.material).name.to_lowercase()
    }

    /// Consumption in the year; `None` if no route leads to it.
    pub fn consumption(&self, workings: &mut Workings) -> Option<Worked> {
        let found = consumption::of(self.package, self.material, self.routes.balance, workings)?;
        Some(consumption::in_year(self.package, self.material, &found, self.year, workings))
    }

    /// T: EU supply of a stage in the year, `together.supply/MATERIAL/STAGE/YEAR`; `None` if no route leads to it.
    pub fn supply(&self, stage: Stage, workings: &mut Workings) -> Option<Worked> {
        if let Some((found, year)) = (self.routes.supply)(self.material, stage, workings) {
            return Some(self.grown(stage, found.number, year, &SUPPLY_BALANCE, vec![found.input()], workings));
        }
        match stage {
            Stage::Processing => {
                let consumption = self.consumption(workings)?;
                let inputs = vec![consumption.input()];
                Some(self.written(stage, consumption.number, &SUPPLY_CONSUMPTION, inputs, workings))
            }
            Stage::Extraction => self.by_reliance(stage, workings),
        }
    }

    fn by_reliance(&self, stage: Stage, workings: &mut Workings) -> Option<Worked> {
        let reliance = self.package.import_reliance(self.edition, self.material, stage)?;
        // A net exporter supplies itself.
        let net =
            Ranged::new(reliance.number.value.max(0.0), reliance.number.low.max(0.0), reliance.number.high.max(0.0));
        if net.value > HIGHEST_RELIANCE {
            return None;
        }
        let words = self.package.vocabulary();
        let year = *self.package.production_years(self.material, stage).last()?;
        let members: Vec<_> = self
            .package
            .production(self.material, stage, year)
            .into_iter()
            .filter(|line| matches!(line.place, Place::Country(country) if words.country(country).in_eu27()))
            .filter_map(|line| line.quantity)
            .collect();
        let made = Ranged::sum(members.iter().map(ranged));
        if made.value <= 0.0 {
            return None;
        }
        let mut inputs: Vec<Input> = members.into_iter().map(Input::Fact).collect();
        inputs.push(Input::Fact(reliance));
        let found = made / (Ranged::point(1.0) - net);
        let written = self.grown(stage, found, year, &SUPPLY_RELIANCE, inputs, workings);
        workings.note(&written, "Production is of the latest year, import reliance of the years of the study.");
        Some(written)
    }

    fn grown(
        &self,
        stage: Stage,
        tonnes: Ranged,
        from: u16,
        rule: &'static Rule,
        mut inputs: Vec<Input>,
        workings: &mut Workings,
    ) -> Worked {
        let growth = Growth::of(self.package, self.material);
        inputs.extend(growth.inputs(from, self.year));
        self.written(stage, tonnes * growth.factor(from, self.year), rule, inputs, workings)
    }

    fn written(
        &self,
        stage: Stage,
        tonnes: Ranged,
        rule: &'static Rule,
        inputs: Vec<Input>,
        workings: &mut Workings,
    ) -> Worked {
        let id = format!("together.supply/{}/{stage}/{}", self.id(), self.year);
        let label = format!("EU supply of {}, {stage}, {}", self.name(), self.year);
        workings.number(id, label, tonnes, rule, inputs)
    }

    /// G: world production of a stage in the year, `together.production/MATERIAL/STAGE/YEAR`; `None` if no publisher
    /// gives a total.
    pub fn production(&self, stage: Stage, workings: &mut Workings) -> Option<Worked> {
        let total = |year: u16| {
            let lines = self.package.production(self.material, stage, year);
            lines.into_iter().find(|line| line.place == Place::World).and_then(|line| line.quantity)
        };
        let years = self.package.production_years(self.material, stage);
        let (from, fact) = years.iter().rev().find_map(|&year| Some((year, total(year)?)))?;
        let growth = Growth::of(self.package, self.material);
        let mut inputs = vec![Input::Fact(fact)];
        inputs.extend(growth.inputs(from, self.year));
        let id = format!("together.production/{}/{stage}/{}", self.id(), self.year);
        let label = format!("World production of {}, {stage}, {}", self.name(), self.year);
        Some(workings.number(id, label, ranged(&fact) * growth.factor(from, self.year), &PRODUCTION, inputs))
    }
}
