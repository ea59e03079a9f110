//! The rules that stamp the figures of the benchmarks.

use adit_number::Rule;

/// What stands and what is planned at a step.
pub static STEP: Rule = Rule {
    id: "benchmark.step",
    says: "Capacity of a step at the end of a year: what stands, and what counts of what is planned; of a by-product no more than the feed of its host holds",
    formula: "K(Y) = min(K(now) + Σ k(Y), content × K(host))",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 2(5) and Art. 5(1)(a)",
};

/// The extraction benchmark.
pub static EXTRACTION: Rule = Rule {
    id: "benchmark.extraction",
    says: "Capacity of the Union to extract, as far as it reaches the processed form, over its annual consumption; the aim for 2030 is at least 10 %",
    formula: "share = K × recovery / C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)(i)",
};

/// The processing benchmark.
pub static PROCESSING: Rule = Rule {
    id: "benchmark.processing",
    says: "Capacity of the Union to process, that of the smallest step, over its annual consumption; the aim for 2030 is at least 40 %",
    formula: "share = min over steps of K / C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)(ii)",
};

/// The recycling benchmark by capacity.
pub static RECYCLING: Rule = Rule {
    id: "benchmark.recycling",
    says: "Capacity of the Union to recycle over its annual consumption; the aim for 2030 is at least 25 %",
    formula: "share = K / C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)(iii)",
};

/// The recycling benchmark by its proxy.
pub static RECYCLING_PROXY: Rule = Rule {
    id: "benchmark.recycling-proxy",
    says: "Recycling capacity is not known: the published end-of-life recycling input rate stands for it, and planned recycling capacity is added. The rate is what is recycled, Art. 5 means what could be: a lower bound",
    formula: "share ≥ EoL-RIR + Σ k(Y) / C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)(iii); proxy as in European Commission, Study on the critical raw materials for the EU 2023 (EoL-RIR)",
};

/// The overall figure by tonnes.
pub static BY_TONNES: Rule = Rule {
    id: "benchmark.overall-tonnes",
    says: "All materials for which both are known: tonnes of capacity over tonnes of consumption",
    formula: "share = Σ K / Σ C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a) sets an aim for the strategic raw materials without saying how they are added; one of three readings",
};

/// The median.
pub static MEDIAN: Rule = Rule {
    id: "benchmark.overall-median",
    says: "The median of the shares of the materials for which it is known",
    formula: "median of the shares",
    unit: "share",
    source: "One of three readings, see the overall figure by tonnes",
};

/// All rules of the benchmarks, with those of the figures behind them.
pub static RULES: [&Rule; 19] = [
    &crate::chain::consumption::PUBLISHED,
    &crate::chain::consumption::BALANCE,
    &crate::chain::consumption::RELIANCE,
    &crate::chain::consumption::MEMBERS,
    &crate::chain::consumption::GROWN,
    &crate::chain::capacity::CAPACITY,
    &crate::chain::capacity::OUTPUT,
    &crate::chain::capacity::KNOWN,
    &crate::chain::pipeline::COUNTED,
    &STEP,
    &EXTRACTION,
    &PROCESSING,
    &RECYCLING,
    &RECYCLING_PROXY,
    &BY_TONNES,
    &MEDIAN,
    &super::proxies::OUTPUT_SHARE,
    &super::proxies::SOURCING_SHARE,
    &super::single_country::SINGLE_COUNTRY,
];
