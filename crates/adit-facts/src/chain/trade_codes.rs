//! Traded goods: which material each carries, at which stage, and how much of it.

use super::rows::Record;
use super::stage::ChainStage;
use super::trade::Hs6;
use crate::package::Package;
use crate::study::Datum;
use crate::vocabulary::Material;

/// A material in a traded good.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeCodeFacts {
    /// The good.
    pub hs6: Hs6,
    /// The material.
    pub material: Material,
    /// Stage at which the good leaves the chain's step: ore extraction, metal processing.
    pub stage: ChainStage,
    /// Ore, concentrate, oxide, chemical, metal, alloy, scrap ...
    pub form: String,
    /// Tonnes of the material's reference form in a tonne of the good; `None` where nothing is known of it.
    pub contained: Option<Datum>,
    /// Lowest share.
    pub low: Option<Datum>,
    /// Highest share.
    pub high: Option<Datum>,
    /// The good carries this material only; otherwise the share is that of a mixture, and its flows are not this
    /// material's alone.
    pub alone: bool,
    /// The good, in short.
    pub description: String,
}

impl Package {
    /// The materials of all traded goods, by code.
    pub fn trade_codes(&self) -> Vec<TradeCodeFacts> {
        let words = self.vocabulary();
        let mut codes: Vec<_> = Record::all(self, "trade-codes")
            .filter_map(|record| {
                Some(TradeCodeFacts {
                    hs6: Hs6::parse(record.text("hs6"))?,
                    material: words.find_material(record.text("material"))?,
                    stage: ChainStage::parse(record.text("stage"))?,
                    form: record.text("form").to_owned(),
                    contained: record.datum("contained"),
                    low: record.datum("contained_low"),
                    high: record.datum("contained_high"),
                    alone: record.text("alone") == "yes",
                    description: record.text("description").to_owned(),
                })
            })
            .collect();
        codes.sort_by_key(|code| (code.hs6, code.material));
        codes
    }

    /// The goods that carry a material, by code.
    pub fn trade_codes_of(&self, material: Material) -> Vec<TradeCodeFacts> {
        let mut codes = self.trade_codes();
        codes.retain(|code| code.material == material);
        codes
    }
}
