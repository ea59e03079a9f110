//! The rules of the lines of a material, one each.

use adit_number::Rule;

use super::{ACT, COHORTS, END_RATE, INPUT_RATE, RISK, TRANSFER};

/// Put into use.
pub static PUT_INTO_USE: Rule = Rule {
    id: "outlook.put-into-use",
    says: "Material in the products that are put into use in the Union in a year",
    formula: "F(t) = Σ I(s, t) × content(s, t)",
    unit: "t/a",
    source: COHORTS,
};

/// From outside.
pub static FROM_OUTSIDE: Rule = Rule {
    id: "outlook.from-outside",
    says: "Material put into use in products whose stage product (cell, magnet, module) is made outside the Union",
    formula: "F − C",
    unit: "t/a",
    source: ACT,
};

/// Consumption.
pub static CONSUMPTION: Rule = Rule {
    id: "outlook.consumption",
    says: "Material used by undertakings in the Union at the stage at which they consume it, in products put into use in the Union: scrap of that stage and products for export are not in it",
    formula: "C(t) = Σ F(s, t) × made-in-eu(s, t)",
    unit: "t/a",
    source: ACT,
};

/// Benchmark.
pub static BENCHMARK: Rule = Rule {
    id: "outlook.benchmark",
    says: "25 % of the consumption of this case. Art. 5 measures recycling capacity, not secondary supply, and all uses of the material, not this case alone",
    formula: "0.25 × C(t)",
    unit: "t/a",
    source: ACT,
};

/// Stock.
pub static STOCK: Rule = Rule {
    id: "outlook.stock",
    says: "Material in the products in use at the end of a year",
    formula: "M(t) = M(t − 1) + F(t) − E(t)",
    unit: "t",
    source: COHORTS,
};

/// End of life.
pub static END_OF_LIFE: Rule = Rule {
    id: "outlook.end-of-life",
    says: "Material in the products that reach their end of life in a year",
    formula: "E(t) = Σ over s, c of F(s, c) × (sf(t − 1 − c) − sf(t − c))",
    unit: "t/a",
    source: COHORTS,
};

/// Used export.
pub static USED_EXPORT: Rule = Rule {
    id: "outlook.used-export",
    says: "Material at its end of life that leaves the Union in used products or is not accounted for",
    formula: "Σ E × used-export",
    unit: "t/a",
    source: TRANSFER,
};

/// Uncollected.
pub static UNCOLLECTED: Rule = Rule {
    id: "outlook.uncollected",
    says: "Material at its end of life in the Union that is not collected",
    formula: "Σ E × (1 − used-export) × (1 − collection)",
    unit: "t/a",
    source: TRANSFER,
};

/// Collected.
pub static COLLECTED: Rule = Rule {
    id: "outlook.collected",
    says: "Material at its end of life that is collected in the Union",
    formula: "Σ E × (1 − used-export) × collection",
    unit: "t/a",
    source: TRANSFER,
};

/// Not dismantled.
pub static NOT_DISMANTLED: Rule = Rule {
    id: "outlook.not-dismantled",
    says: "Collected material that does not reach a recycler separated",
    formula: "Σ collected × (1 − dismantling)",
    unit: "t/a",
    source: TRANSFER,
};

/// Scrap export.
pub static SCRAP_EXPORT: Rule = Rule {
    id: "outlook.scrap-export",
    says: "Separated material that is treated outside the Union",
    formula: "Σ collected × dismantling × scrap-export",
    unit: "t/a",
    source: TRANSFER,
};

/// Feed.
pub static FEED: Rule = Rule {
    id: "outlook.feed",
    says: "Material at its end of life that reaches recyclers in the Union",
    formula: "Σ E × (1 − used-export) × collection × dismantling × (1 − scrap-export)",
    unit: "t/a",
    source: TRANSFER,
};

/// Secondary potential.
pub static SECONDARY_POTENTIAL: Rule = Rule {
    id: "outlook.secondary-potential",
    says: "Secondary material that the feed would give if capacity were no limit",
    formula: "P = Σ feed × recovery",
    unit: "t/a",
    source: TRANSFER,
};

/// Recycling capacity.
pub static RECYCLING_CAPACITY: Rule = Rule {
    id: "outlook.recycling-capacity",
    says: "Recycling capacity of the Union for the material, of all its uses: the plants and projects of the Chain room, else what the case states; where only a part is known, at least this much, and it limits nothing",
    formula: "K(t) = Σ capacity of plants and what counts of projects, or as stated",
    unit: "t/a",
    source: ACT,
};

/// Secondary supply.
pub static SECONDARY_SUPPLY: Rule = Rule {
    id: "outlook.secondary-supply",
    says: "Secondary material from old scrap: what the feed gives, at most what recyclers can take; old scrap is served before manufacturing scrap, so this is the most that capacity allows",
    formula: "min(P, K), or P where K is not known",
    unit: "t/a",
    source: ACT,
};

/// Untreated.
pub static UNTREATED: Rule = Rule {
    id: "outlook.untreated",
    says: "Feed that is not treated for lack of capacity",
    formula: "feed × (1 − supply / P)",
    unit: "t/a",
    source: TRANSFER,
};

/// Recovery loss.
pub static RECOVERY_LOSS: Rule = Rule {
    id: "outlook.recovery-loss",
    says: "Material lost in the recovery of what is treated",
    formula: "feed − untreated − supply",
    unit: "t/a",
    source: TRANSFER,
};

/// Manufacturing scrap.
pub static MANUFACTURING_SCRAP: Rule = Rule {
    id: "outlook.manufacturing-scrap",
    says: "Scrap that arises when the stage product is made in the Union: r of what enters becomes scrap",
    formula: "C × r / (1 − r)",
    unit: "t/a",
    source: TRANSFER,
};

/// Scrap supply.
pub static SCRAP_SUPPLY: Rule = Rule {
    id: "outlook.scrap-supply",
    says: "Secondary material from manufacturing scrap, with the capacity that old scrap leaves. It is recycling under Art. 2(10) and (11), and never part of the end-of-life recycling input rate",
    formula: "min(manufacturing-scrap × recovery, K − supply)",
    unit: "t/a",
    source: ACT,
};

/// Eol rir.
pub static EOL_RIR: Rule = Rule {
    id: "outlook.eol-rir",
    says: "End-of-life recycling input rate of the case: the input of old scrap over all input of the undertakings. Where more comes back than they consume, the surplus is no input of theirs and the rate is 1",
    formula: "min(supply from old scrap, C) / C",
    unit: "share",
    source: INPUT_RATE,
};

/// Eol rr.
pub static EOL_RR: Rule = Rule {
    id: "outlook.eol-rr",
    says: "End-of-life recycling rate: secondary supply from old scrap over all that reached its end of life; another figure than the input rate",
    formula: "supply from old scrap / E",
    unit: "share",
    source: END_RATE,
};

/// Capacity share.
pub static CAPACITY_SHARE: Rule = Rule {
    id: "outlook.capacity-share",
    says: "Recycling capacity over the consumption of this case; the benchmark is 25 % of the consumption of all uses",
    formula: "K / C",
    unit: "share",
    source: ACT,
};

/// Secondary share.
pub static SECONDARY_SHARE: Rule = Rule {
    id: "outlook.secondary-share",
    says: "Secondary supply from both feeds over consumption; not the end-of-life recycling input rate",
    formula: "(supply from old scrap + supply from manufacturing scrap) / C",
    unit: "share",
    source: ACT,
};

/// Union share.
pub static UNION_SHARE: Rule = Rule {
    id: "outlook.union-share",
    says: "Consumption of this case over that of the Union by the benchmarks, which covers all uses",
    formula: "C / C(Union)",
    unit: "share",
    source: ACT,
};

/// Supply risk.
pub static SUPPLY_RISK: Rule = Rule {
    id: "outlook.supply-risk",
    says: "Supply risk of the material by the official formula with the end-of-life recycling input rate of that year, all else unchanged",
    formula: "SR(r(t))",
    unit: "index",
    source: RISK,
};

/// All of them, in the order of [`super::super::Line::ALL`].
pub static ALL: [&Rule; 25] = [
    &PUT_INTO_USE,
    &FROM_OUTSIDE,
    &CONSUMPTION,
    &BENCHMARK,
    &STOCK,
    &END_OF_LIFE,
    &USED_EXPORT,
    &UNCOLLECTED,
    &COLLECTED,
    &NOT_DISMANTLED,
    &SCRAP_EXPORT,
    &FEED,
    &SECONDARY_POTENTIAL,
    &RECYCLING_CAPACITY,
    &SECONDARY_SUPPLY,
    &UNTREATED,
    &RECOVERY_LOSS,
    &MANUFACTURING_SCRAP,
    &SCRAP_SUPPLY,
    &EOL_RIR,
    &EOL_RR,
    &CAPACITY_SHARE,
    &SECONDARY_SHARE,
    &UNION_SHARE,
    &SUPPLY_RISK,
];
