//! The rules that stamp the numbers of a case.

use adit_number::Rule;

const COHORTS: &str = "E. van der Voet et al. (2002), Ecological Economics 41(2), 223-234; D. B. Müller (2006), Ecological Economics 59(1), 142-156";
const TRANSFER: &str = "Transfer coefficients of material flow analysis: P. H. Brunner, H. Rechberger (2016), Handbook of Material Flow Analysis, 2nd edition, CRC Press, chapter 2";
const ACT: &str = "Regulation (EU) 2024/1252, Art. 2(10) to (12) and Art. 5(1)(a)(iii)";
const STRAIGHT: &str = "A straight line between the years that are given: a choice of adit";
const DRAWS: &str = "Quantiles of the draws by the rule of type 7, R. J. Hyndman, Y. Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4), 361-365";
const REGION: &str = "Downscaling by a proxy: a choice of adit, labelled an estimate";
const INPUT_RATE: &str = "End-of-life recycling input rate: European Commission, Methodology for establishing the EU list of critical raw materials, 2017; Regulation (EU) 2024/1252, Annex II, Section 2";
const END_RATE: &str = "T. E. Graedel et al. (2011), What Do We Know About Metal Recycling Rates?, Journal of Industrial Ecology 15(3), 355-366: EOL-RR";
const RATE: &str =
    "The definition of the end-of-life recycling input rate with the change of one case laid over it: a choice of adit";
const RISK: &str = "Regulation (EU) 2024/1252, Annex II, Section 2; European Commission, Methodology for establishing the EU list of critical raw materials, 2017";

/// Product inflow.
pub static PRODUCT_INFLOW: Rule = Rule {
    id: "outlook.product-inflow",
    says: "Products put into use in a year: given, or what the stock that is given needs beside what is left of earlier years",
    formula: "I(t) given, or (S(t) − Σ I(c) × sf(t − c)) / sf(0)",
    unit: "product unit",
    source: COHORTS,
};

/// Product stock.
pub static PRODUCT_STOCK: Rule = Rule {
    id: "outlook.product-stock",
    says: "Products in use at the end of a year: what is left of all that was put into use before",
    formula: "S(t) = Σ over c ≤ t of I(c) × sf(t − c)",
    unit: "product unit",
    source: COHORTS,
};

/// Product outflow.
pub static PRODUCT_OUTFLOW: Rule = Rule {
    id: "outlook.product-outflow",
    says: "Products that reach their end of life in a year",
    formula: "O(t) = S(t − 1) + I(t) − S(t)",
    unit: "product unit",
    source: COHORTS,
};

/// Cohort.
pub static COHORT: Rule = Rule {
    id: "outlook.cohort",
    says: "Material that leaves use in a year in the products of one year of entry: content leaves with the cohort that brought it",
    formula: "O(c, t) = I(c) × content(c) × (sf(t − 1 − c) − sf(t − c))",
    unit: "t",
    source: COHORTS,
};

/// Content.
pub static CONTENT: Rule = Rule {
    id: "outlook.content",
    says: "Material in one product put into use in a year: the mean over the technologies by their share, times the factor on intensity, less what is met without the material",
    formula: "content = Σ mix(k) / Σ mix × intensity(k) × intensity-factor × (1 − substitution)",
    unit: "t per product unit",
    source: COHORTS,
};

/// Parameter.
pub static PARAMETER: Rule = Rule {
    id: "outlook.parameter",
    says: "A parameter in a year: in a straight line between the years for which it is given, unchanged before the first and after the last",
    formula: "p(t) = p(a) + (p(b) − p(a)) × (t − a) / (b − a)",
    unit: "as the parameter",
    source: STRAIGHT,
};

/// Lever.
pub static LEVER: Rule = Rule {
    id: "outlook.lever",
    says: "A parameter that a lever moves: in a straight line from its value in the base year to the value set, reached in the year said with it, and unchanged after",
    formula: "p'(t) = p(base) + (v − p(base)) × (t − base) / (year − base), then v",
    unit: "as the parameter",
    source: STRAIGHT,
};

/// Quantile.
pub static QUANTILE: Rule = Rule {
    id: "outlook.band",
    says: "A band of draws at one year: the value below which that part of the draws lies. Bands are pointwise: no draw need follow them through the years",
    formula: "q(p) of the draws",
    unit: "as the line",
    source: DRAWS,
};

/// Case capacity.
pub static CASE_CAPACITY: Rule = Rule {
    id: "outlook.capacity-known",
    says: "Recycling capacity that limits secondary supply: that of the Chain room where its plants state capacities, else that which the case states; a lower bound limits nothing",
    formula: "K(t) = capacity of the Chain room's recyclers and projects, else that of the case",
    unit: "t/a",
    source: ACT,
};

/// Region share.
pub static REGION_SHARE: Rule = Rule {
    id: "outlook.region-share",
    says: "The part of the Union's stock that is put down to a region: its share of population or gross domestic product. An estimate: products in use and their age are assumed to be spread like that",
    formula: "share = X(region) / X(Union)",
    unit: "share",
    source: REGION,
};

/// Regional.
pub static REGIONAL: Rule = Rule {
    id: "outlook.regional",
    says: "A line of the Union times the region's share: an estimate",
    formula: "line(region) = share × line(Union)",
    unit: "as the line",
    source: REGION,
};

/// Rate after.
pub static RATE_AFTER: Rule = Rule {
    id: "outlook.risk-rate",
    says: "End-of-life recycling input rate of the whole material with the case's secondary supply and consumption of that year in place of those of the base year; all other uses stay as they are",
    formula: "r(t) = (r0 × I0 + supply(t) − supply(base)) / (I0 + C(t) − C(base))",
    unit: "share",
    source: RATE,
};

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
    says: "Recycling capacity of the Union for the material, of all its uses: the plants and projects of the Chain room, else what the case states; where only a part is known, at least",
    formula: "K(t)",
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
    says: "End-of-life recycling input rate of the case: secondary supply from old scrap over all input of the undertakings. Where more comes back than is consumed it is above 1",
    formula: "supply from old scrap / C",
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

/// The rules of the lines of a material, in the order of [`super::Line::ALL`].
pub static LINES: [&Rule; 25] = [
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

/// The rules of what the lines rest on.
pub static OTHERS: [&Rule; 12] = [
    &PRODUCT_INFLOW,
    &PRODUCT_STOCK,
    &PRODUCT_OUTFLOW,
    &COHORT,
    &CONTENT,
    &PARAMETER,
    &LEVER,
    &QUANTILE,
    &CASE_CAPACITY,
    &REGION_SHARE,
    &REGIONAL,
    &RATE_AFTER,
];

/// All rules of the cases.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    OTHERS.into_iter().chain(LINES)
}
