//! What does an economy make, buy, sell and use of a material at a stage?
//!
//! ```text
//! apparent consumption = production + imports - exports              contained tonnes
//! import reliance      = (imports - exports) / apparent consumption
//! ```
//!
//! For the Union trade among members is left out. A country that a source does not name is not zero: it lies between
//! nothing and all of the source's "other countries" (rules of calculation §2.6).
//!
//! Source: Regulation (EU) 2024/1252, Annex II, Section 2, point 4; European Commission, Methodology for establishing
//! the EU list of critical raw materials, 2017, section 3.4.

use adit_facts::chain::TradeCodeFacts;
use adit_facts::study::Datum;
use adit_facts::{Country, Material, Package, Stage};
use adit_number::{Ranged, Rule};

use super::economy::Economy;
use super::trade_flows::{FLOW, FLOW_REST, StageTrade, gather};
use crate::workings::{Worked, Workings};

mod made;
mod official;
mod partners;
mod route;

pub use partners::Partner;
pub use route::{SUPPLY, route_b, supply};

/// Production of an economy.
pub static PRODUCTION: Rule = Rule {
    id: "chain.production",
    says: "Production of an economy at a stage; for the Union the sum of the members that the source names, the upper bound with all that it does not name",
    formula: "P = Σ production of the members",
    unit: "t",
    source: "Table production, each line with its source; countries that a source does not name: between 0 and its line of other countries",
};

/// Imports.
pub static IMPORTS: Rule = Rule {
    id: "chain.imports",
    says: "Imports of an economy from all that are not part of it, contained: gross weight of the goods of the stage times the share of the material that they hold",
    formula: "M = Σ gross weight × contained share",
    unit: "t",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 4; goods and shares: table trade-codes",
};

/// Exports.
pub static EXPORTS: Rule = Rule {
    id: "chain.exports",
    says: "Exports of an economy to all that are not part of it, contained: gross weight of the goods of the stage times the share of the material that they hold",
    formula: "X = Σ gross weight × contained share",
    unit: "t",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 4; goods and shares: table trade-codes",
};

/// Apparent consumption.
pub static CONSUMPTION: Rule = Rule {
    id: "chain.consumption",
    says: "Apparent consumption: production and imports less exports; changes of stocks are not known and not in it",
    formula: "C = P + M − X",
    unit: "t",
    source: "European Commission, Methodology for establishing the EU list of critical raw materials, 2017, section 3.4",
};

/// Import reliance computed here.
pub static RELIANCE: Rule = Rule {
    id: "chain.ir",
    says: "Import reliance computed from the facts of this year: net imports as a share of apparent consumption; negative for a net exporter",
    formula: "IR = (M − X) / (P + M − X)",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Annex II, Section 2, point 4",
};

/// Difference to the official import reliance.
pub static RELIANCE_DIFFERENCE: Rule = Rule {
    id: "chain.ir-difference",
    says: "Import reliance computed here less the official one: other years, other goods, other production",
    formula: "IR − official IR",
    unit: "share",
    source: "Difference of the two",
};

/// The balance of an economy at a stage in a year. A figure that nothing leads to is `None` and named in `missing`.
#[derive(Debug, Clone, PartialEq)]
pub struct StageBalance {
    /// Whose.
    pub economy: Economy,
    /// Stage.
    pub stage: Stage,
    /// Year.
    pub year: u16,
    /// Goods that are counted.
    pub codes: Vec<TradeCodeFacts>,
    /// Goods of this stage that are not, because no share is known.
    pub uncounted: Vec<TradeCodeFacts>,
    /// Production, tonnes.
    pub production: Option<Worked>,
    /// The most of it that is not in its value, because the source does not name it by country; infinite where the source
    /// withholds a figure.
    pub unnamed: f64,
    /// What a tonne of the production is a tonne of.
    pub form: Option<String>,
    /// Imports, contained tonnes.
    pub imports: Option<Worked>,
    /// Exports, contained tonnes.
    pub exports: Option<Worked>,
    /// Apparent consumption, tonnes.
    pub consumption: Option<Worked>,
    /// Import reliance, a fraction.
    pub reliance: Option<Worked>,
    /// The official import reliance of the Union.
    pub official: Option<Datum>,
    /// Import reliance less the official one.
    pub difference: Option<Worked>,
    /// Why the two differ, in words.
    pub differs_by: Vec<String>,
    /// The part of imports and exports whose weight was estimated from its value, a fraction.
    pub estimated_share: Option<f64>,
    /// Where imports come from, the largest first; the tenth and smaller in one.
    pub partners: Vec<Partner>,
    /// What is not known, in words.
    pub missing: Vec<String>,
}

/// Asks for balances of one material in one year.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The facts.
    pub package: &'a Package,
    /// Which countries are members of the Union.
    pub members: &'a [bool],
    /// Material.
    pub material: Material,
    /// Year.
    pub year: u16,
}

impl Question<'_> {
    /// The balance of an economy at a stage.
    pub fn balance(&self, economy: Economy, stage: Stage, workings: &mut Workings) -> StageBalance {
        let trade = gather(self.package, self.material, stage, self.year);
        let mut balance = StageBalance {
            economy,
            stage,
            year: self.year,
            codes: trade.as_ref().map(|trade| trade.codes.clone()).unwrap_or_default(),
            uncounted: trade.as_ref().map(|trade| trade.uncounted.clone()).unwrap_or_default(),
            production: None,
            unnamed: 0.0,
            form: None,
            imports: None,
            exports: None,
            consumption: None,
            reliance: None,
            official: None,
            difference: None,
            differs_by: Vec::new(),
            estimated_share: None,
            partners: Vec::new(),
            missing: Vec::new(),
        };
        self.produce(&mut balance, workings);
        self.trade(&mut balance, trade.as_ref(), workings);
        self.consume(&mut balance, workings);
        self.compare(&mut balance, workings);
        balance
    }

    /// `lithium/processing/2022`.
    fn key(&self, stage: Stage) -> String {
        format!("{}/{stage}/{}", self.package.vocabulary().material(self.material).id, self.year)
    }

    /// `lithium, processing, 2022, the Union`.
    fn label(&self, what: &str, balance: &StageBalance) -> String {
        let material = &self.package.vocabulary().material(self.material).name;
        format!("{material}: {what} of {}, {}, {}", balance.economy.name(self.package), balance.stage, self.year)
    }

    fn trade(&self, balance: &mut StageBalance, trade: Option<&StageTrade>, workings: &mut Workings) {
        let Some(trade) = trade else {
            let years = self.package.trade().years();
            balance.missing.push(if years.contains(&self.year) {
                format!("imports and exports: no good of {} of this material is in the trade facts", balance.stage)
            } else {
                format!("imports and exports: the trade facts have no year {}", self.year)
            });
            return;
        };
        if !trade.uncounted.is_empty() {
            balance
                .missing
                .push(format!("goods that hold an unknown share are not counted: {}", listed(&trade.uncounted)));
        }
        if trade.codes.is_empty() {
            balance.missing.push("imports and exports: no good of this stage holds a known share".to_owned());
            return;
        }
        if trade.unweighed > 0 {
            let says =
                format!("{} flows in the world without a weight, of goods without a unit value", trade.unweighed);
            balance.missing.push(says);
        }
        let (economy, whose) = (balance.economy, balance.economy.id(self.package));
        let sold = trade.sold(economy, self.members);
        let label = self.label("exports", balance);
        let exports = trade.write(self.package, ("exports", &EXPORTS), whose, label, &sold, workings);
        let (imports, estimated) = self.imports(balance, trade, workings);
        let both = imports.value() + exports.tonnes.value();
        balance.estimated_share = (both > 0.0).then(|| (estimated + exports.estimated) / both);
        balance.imports = Some(imports);
        balance.exports = Some(exports.tonnes);
    }

    fn consume(&self, balance: &mut StageBalance, workings: &mut Workings) {
        let (Some(made), Some(bought), Some(sold)) = (&balance.production, &balance.imports, &balance.exports) else {
            return;
        };
        let inputs = || vec![made.input(), bought.input(), sold.input()];
        let net = bought.number - sold.number;
        let key = format!("{}/{}", self.key(balance.stage), balance.economy.id(self.package));
        let label = self.label("apparent consumption", balance);
        let consumption =
            workings.number(format!("chain.consumption/{key}"), label, made.number + net, &CONSUMPTION, inputs());
        if consumption.value() > 0.0 {
            let label = self.label("import reliance", balance);
            let number = reliance(net, made.number);
            balance.reliance = Some(workings.number(format!("chain.ir/{key}"), label, number, &RELIANCE, inputs()));
        } else {
            balance.missing.push("import reliance: production and imports less exports are not above zero".to_owned());
        }
        balance.consumption = Some(consumption);
    }
}

/// Net imports over apparent consumption. Between its poles the fraction rises or falls in each of the two, so that its
/// bounds lie at corners; where consumption may be zero only the upper bound is known.
fn reliance(net: Ranged, made: Ranged) -> Ranged {
    let of = |net: f64, made: f64| net / (net + made);
    let value = of(net.value, made.value);
    if net.low() + made.low() <= 0.0 {
        return Ranged::new(value, f64::NEG_INFINITY, 1.0);
    }
    let corners =
        [(net.low(), made.low()), (net.low(), made.high()), (net.high(), made.low()), (net.high(), made.high())];
    let corners = corners.map(|(net, made)| if made.is_infinite() { 0.0 } else { of(net, made) });
    let (low, high) = (corners.into_iter().fold(value, f64::min), corners.into_iter().fold(value, f64::max));
    Ranged::new(value, low.next_down(), high.next_up().min(1.0))
}

/// Goods by code and name.
fn listed(codes: &[TradeCodeFacts]) -> String {
    let names: Vec<String> = codes.iter().map(|code| format!("{} ({})", code.hs6, code.description)).collect();
    names.join("; ")
}

/// Country of a partner and the flow from it, as ids name it.
fn from_country(package: &Package, country: Country) -> &str {
    &package.vocabulary().country(country).id
}

/// The rules of balances.
pub const RULES: [&Rule; 10] = [
    &SUPPLY,
    &PRODUCTION,
    &IMPORTS,
    &EXPORTS,
    &CONSUMPTION,
    &RELIANCE,
    &RELIANCE_DIFFERENCE,
    &FLOW,
    &FLOW_REST,
    &super::trade_flows::UNIT_VALUE,
];

#[cfg(test)]
mod tests {
    use adit_number::Ranged;

    use super::reliance;

    #[test]
    fn import_reliance_by_hand() {
        let found = reliance(Ranged::new(75.0, 60.0, 90.0), Ranged::new(25.0, 20.0, 30.0));
        assert_eq!(found.value, 0.75);
        assert!((found.low() - 60.0 / 90.0).abs() < 1e-12 && (found.high() - 90.0 / 110.0).abs() < 1e-12);
        let exporter = reliance(Ranged::point(-20.0), Ranged::point(100.0));
        assert!((exporter.value + 0.25).abs() < 1e-15);
        let open = reliance(Ranged::new(-20.0, -120.0, 10.0), Ranged::point(100.0));
        assert_eq!((open.low(), open.high()), (f64::NEG_INFINITY, 1.0));
        let hidden = reliance(Ranged::point(50.0), Ranged::new(50.0, 50.0, f64::INFINITY));
        assert!(hidden.value == 0.5 && hidden.low() <= 0.0);
    }
}
