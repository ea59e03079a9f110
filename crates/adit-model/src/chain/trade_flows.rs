//! Trade in a material at a stage, in contained tonnes.
//!
//! ```text
//! tonnes = gross weight of the good x share of the material in it
//! missing gross weight = value / median unit value of that good and year
//! ```
//!
//! A good belongs to a stage and holds a share of the material (table `trade-codes`), with its lowest and highest;
//! goods of which no share is known are not counted and are named. Trade data name the country of dispatch, not of
//! origin.

use adit_facts::chain::{ChainStage, Trade, TradeCodeFacts, TradeRows};
use adit_facts::{Country, Material, Package, Stage};
use adit_number::{Ranged, Rule};

mod sums;

pub use sums::Sum;
pub(in crate::chain) use sums::estimated;

/// A flow between two countries, or a sum of flows.
pub static FLOW: Rule = Rule {
    id: "chain.flow",
    says: "Trade in a material: gross weight of the traded goods times the share of the material that they hold; a missing weight is the value over the median unit value of that good and year",
    formula: "Σ gross weight × contained share",
    unit: "t",
    source: "Goods and shares: table trade-codes, each with its source; unit values as in Gaulier & Zignago, CEPII working paper 2010-23 (BACI), section 3",
};

/// Smaller flows in one figure.
pub static FLOW_REST: Rule = Rule {
    id: "chain.flow-rest",
    says: "The flows that are too small to be listed one by one, in one figure",
    formula: "Σ gross weight × contained share",
    unit: "t",
    source: "The same sum as chain.flow",
};

/// Unit value of a good.
pub static UNIT_VALUE: Rule = Rule {
    id: "chain.unit-value",
    says: "Unit value of a good in a year: the median over all flows in the world that report a weight; bounds are the quartiles",
    formula: "median of value / weight",
    unit: "kUSD/t",
    source: "adit's own convention for flows without a weight",
};

/// The trade of a material at a stage in a year.
#[derive(Debug, Clone)]
pub struct StageTrade {
    /// Material.
    pub material: Material,
    /// Stage of the goods.
    pub stage: Stage,
    /// Year.
    pub year: u16,
    /// The goods that hold a known share.
    pub codes: Vec<TradeCodeFacts>,
    /// Goods of this stage that hold it in an unknown share: not counted.
    pub uncounted: Vec<TradeCodeFacts>,
    /// Every flow in the world.
    pub lines: Vec<Line>,
    /// Unit value of each good, where any flow reports a weight.
    pub unit_values: Vec<Option<UnitValue>>,
    /// Flows without a weight of goods without a unit value: nothing is known of their tonnes.
    pub unweighed: usize,
}

/// One flow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// Number of the flow among all trade.
    pub row: u32,
    /// Index of its good.
    pub code: usize,
    /// Country of dispatch.
    pub exporter: Country,
    /// Country that receives.
    pub importer: Country,
    /// Contained tonnes.
    pub tonnes: Ranged,
    /// The weight was estimated from the value.
    pub estimated: bool,
}

/// Unit value of a good in a year, kUSD a tonne.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitValue {
    /// Median and quartiles.
    pub number: Ranged,
    /// Number of flows behind it.
    pub flows: usize,
}

/// Half of the last digit to which weights are printed, tonnes.
const HALF_DIGIT: f64 = 0.05;

/// Gathers the trade of a material at a stage in a year; `None` if no good of that stage carries it, or the trade facts
/// have not that year.
pub fn gather(package: &Package, material: Material, stage: Stage, year: u16) -> Option<StageTrade> {
    let trade = package.trade();
    if !trade.years().contains(&year) {
        return None;
    }
    let at_stage = package.trade_codes_of(material).into_iter().filter(|code| code.stage == ChainStage::from(stage));
    let (codes, uncounted): (Vec<_>, Vec<_>) = at_stage.partition(|code| code.contained.is_some());
    if codes.is_empty() && uncounted.is_empty() {
        return None;
    }
    let mut found = StageTrade {
        material,
        stage,
        year,
        uncounted,
        lines: Vec::new(),
        unit_values: Vec::new(),
        unweighed: 0,
        codes: Vec::new(),
    };
    for code in codes {
        found.add(trade, code);
    }
    Some(found)
}

impl StageTrade {
    fn add(&mut self, trade: &Trade, code: TradeCodeFacts) {
        let rows = trade.rows(code.hs6, self.year);
        let unit = unit_value(&rows);
        let share = share(&code);
        for (row, flow) in rows.iter() {
            let gross = match (flow.quantity_t, unit) {
                (Some(tonnes), _) => Ranged::new(tonnes, (tonnes - HALF_DIGIT).max(0.0), tonnes + HALF_DIGIT),
                (None, Some(unit)) => Ranged::point(flow.value_kusd) / unit.number,
                (None, None) => {
                    self.unweighed += 1;
                    continue;
                }
            };
            self.lines.push(Line {
                row,
                code: self.codes.len(),
                exporter: flow.exporter,
                importer: flow.importer,
                tonnes: gross * share,
                estimated: flow.quantity_t.is_none(),
            });
        }
        self.unit_values.push(unit);
        self.codes.push(code);
    }
}

/// The share that a good holds, with its lowest and highest.
fn share(code: &TradeCodeFacts) -> Ranged {
    let value = code.contained.map_or(0.0, |share| share.number.value);
    let end = |share: Option<adit_facts::study::Datum>| share.map_or(value, |share| share.number.value);
    Ranged::new(value, end(code.low), end(code.high))
}

/// Median and quartiles of value over weight; weights that are all rounding do not count.
fn unit_value(rows: &TradeRows<'_>) -> Option<UnitValue> {
    let pairs = rows.values_kusd.iter().zip(rows.quantities_t);
    let mut all: Vec<f64> = pairs
        .filter(|(value, tonnes)| **tonnes >= 1.0 && **value > 0.0)
        .map(|(value, tonnes)| value / tonnes)
        .collect();
    all.sort_unstable_by(f64::total_cmp);
    let quarter = |quarters: usize| all.get(all.len() * quarters / 4).copied();
    let number = Ranged::new(quarter(2)?, quarter(1)?, quarter(3)?);
    Some(UnitValue { number, flows: all.len() })
}
