//! The rules that stamp the numbers of a case.

use adit_number::Rule;

pub mod lines;

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

/// Scrap potential.
pub static SCRAP_POTENTIAL: Rule = Rule {
    id: "outlook.scrap-potential",
    says: "Secondary material that manufacturing scrap would give if capacity were no limit",
    formula: "Σ manufacturing-scrap × recovery",
    unit: "t/a",
    source: TRANSFER,
};

/// Stage input.
pub static STAGE_INPUT: Rule = Rule {
    id: "outlook.stage-input",
    says: "Material entering the stage in the Union: what goes into products and what becomes scrap there",
    formula: "C + manufacturing-scrap",
    unit: "t/a",
    source: TRANSFER,
};

/// Stock change.
pub static STOCK_CHANGE: Rule = Rule {
    id: "outlook.stock-change",
    says: "Growth of the material in use in a year",
    formula: "M(t) − M(t − 1)",
    unit: "t/a",
    source: COHORTS,
};

/// Stock drawn.
pub static STOCK_DRAWN: Rule = Rule {
    id: "outlook.stock-drawn",
    says: "Fall of the material in use in a year",
    formula: "M(t − 1) − M(t)",
    unit: "t/a",
    source: COHORTS,
};

/// Scrap lost.
pub static SCRAP_LOST: Rule = Rule {
    id: "outlook.scrap-lost",
    says: "Manufacturing scrap that does not come back: lost in recovery, or without capacity",
    formula: "manufacturing-scrap − scrap-supply",
    unit: "t/a",
    source: TRANSFER,
};

/// Mean.
pub static MEAN: Rule = Rule {
    id: "outlook.mean",
    says: "Arithmetic mean of the draws at one year; it differs from the median where the draws are skewed",
    formula: "Σ draws / n",
    unit: "as the line",
    source: DRAWS,
};

/// Region capacity.
pub static REGION_CAPACITY: Rule = Rule {
    id: "outlook.region-capacity",
    says: "Capacity of the recyclers that stand in a region and what counts of its projects at the end of a year; only those with tonnes",
    formula: "Σ capacity of recyclers in the region",
    unit: "t/a",
    source: ACT,
};

/// Quantile.
pub static QUANTILE: Rule = Rule {
    id: "outlook.band",
    says: "A band of draws at one year: the value below which that part of the draws lies. Bands are pointwise: no draw need follow them through the years",
    formula: "q(p) of the draws",
    unit: "as the line",
    source: DRAWS,
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

/// The rules of what the lines rest on.
pub static OTHERS: [&Rule; 18] = [
    &PRODUCT_INFLOW,
    &PRODUCT_STOCK,
    &PRODUCT_OUTFLOW,
    &COHORT,
    &CONTENT,
    &PARAMETER,
    &LEVER,
    &SCRAP_POTENTIAL,
    &STAGE_INPUT,
    &STOCK_CHANGE,
    &STOCK_DRAWN,
    &SCRAP_LOST,
    &MEAN,
    &REGION_CAPACITY,
    &QUANTILE,
    &REGION_SHARE,
    &REGIONAL,
    &RATE_AFTER,
];

/// All rules of the cases.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    OTHERS.into_iter().chain(lines::ALL)
}
