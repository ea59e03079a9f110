//! The rules by which a chosen set is counted, each under its id.

use adit_number::Rule;

/// A figure of a candidate or of the plan.
pub static FIGURE: Rule = Rule {
    id: "choose.figure",
    says: "What a candidate brings or takes at full size, or a number of the plan: as the portfolio file states it, else as the facts have it",
    formula: "figure",
    unit: "of the figure",
    source: "Definition; the file or the facts, as the input says",
};

/// `choose.carbon`.
pub static CARBON: Rule = Rule {
    id: "choose.carbon",
    says: "Greenhouse gases of a candidate in a year of full operation: its last output, as the product that holds it, times what a tonne of the product emits",
    formula: "carbon = tonnes / content × emitted per tonne of product",
    unit: "t CO2-eq/a",
    source: "The project's own statement",
};

/// `choose.construction-jobs`.
pub static CONSTRUCTION_JOBS: Rule = Rule {
    id: "choose.construction-jobs",
    says: "Jobs in each year of construction, where none are stated: the jobs in operation times an assumed factor",
    formula: "construction jobs = jobs × factor",
    unit: "jobs",
    source: "Assumption of the data",
};

/// `choose.years`.
pub static YEARS: Rule = Rule {
    id: "choose.years",
    says: "Years of construction are whole, rounded up; without a delay of its own an output begins when construction ends",
    formula: "years",
    unit: "a",
    source: "Definition",
};

/// `choose.consumption`.
pub static CONSUMPTION: Rule = Rule {
    id: "choose.consumption",
    says: "The Union's consumption of a material in a year, as in the benchmarks",
    formula: "C",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 2(12) and 5(1)",
};

/// `choose.stands`.
pub static STANDS: Rule = Rule {
    id: "choose.stands",
    says: "Tonnes in the processed form that stand in a year when none of the candidates is built: the share of the benchmark without them times consumption; nothing where it is not known",
    formula: "stands = share × C",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)",
};

/// `choose.recovery`.
pub static RECOVERY: Rule = Rule {
    id: "choose.recovery",
    says: "Part of a tonne that reaches the processed form, at extraction; all of it at later stages",
    formula: "r",
    unit: "t/t",
    source: "As in the benchmarks",
};

/// `choose.standing`.
pub static STANDING: Rule = Rule {
    id: "choose.standing",
    says: "Part of full output that stands at the end of a year: nothing before the first tonne, then a linear rise",
    formula: "part = min(1, max(0, (year + 1 − start − delay) / ramp))",
    unit: "share",
    source: "As in the benchmarks",
};

/// `choose.building`.
pub static BUILDING: Rule = Rule {
    id: "choose.building",
    says: "Part of the construction that falls into a year: equal parts over its years",
    formula: "1 / years of construction, else 0",
    unit: "share",
    source: "Definition",
};

/// `choose.payment`.
pub static PAYMENT: Rule = Rule {
    id: "choose.payment",
    says: "What the public pays for a chosen project in a year of construction: the part of the investment that the instrument covers, times what a euro of it costs, in equal parts; or what the file states in all",
    formula: "size × investment × covered × cost / years of construction",
    unit: "million EUR",
    source: "Definition",
};

/// `choose.course-npv`.
pub static COURSE_NPV: Rule = Rule {
    id: "choose.course-npv",
    says: "Private net present value of a project with its instrument at full size, discounted to the first year of the plan: its own, and what it receives",
    formula: "(1 + d)^(first − start) × NPV + Σ (1 + d)^(first − year) × payment / size",
    unit: "million EUR",
    source: "R. A. Brealey, S. C. Myers and F. Allen, Principles of Corporate Finance, chapter 5",
};

/// `choose.brings`.
pub static BRINGS: Rule = Rule {
    id: "choose.brings",
    says: "What a chosen project brings to a measure: its figure at the size that was chosen, for the part of the construction or operation that falls into the year; without a year the mean over the years of the plan of what holds in a year, and all of what is spent",
    formula: "size × figure × part",
    unit: "of the measure",
    source: "Definition",
};

/// `choose.points`.
pub static POINTS: Rule = Rule {
    id: "choose.points",
    says: "Percentage points of consumption that chosen projects add at a stage in a year, up to what is missing to the benchmark",
    formula: "min(100 × r × Σ tonnes / C, max(0, 100 × (aim − stands / C)))",
    unit: "percentage points",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)",
};

/// `choose.total`.
pub static TOTAL: Rule = Rule {
    id: "choose.total",
    says: "Sum over the chosen projects; of benchmark points, over the benchmarks, and without a year the mean over the years of the plan",
    formula: "Σ brings",
    unit: "of the measure",
    source: "Definition",
};

/// `choose.added`.
pub static ADDED: Rule = Rule {
    id: "choose.added",
    says: "Tonnes in the processed form that chosen projects in the Union add at a stage in a year",
    formula: "r × Σ tonnes",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)",
};

/// `choose.benchmark`.
pub static SHARE: Rule = Rule {
    id: "choose.benchmark",
    says: "Share of consumption with the chosen projects: what stands and what they add, over consumption",
    formula: "(stands + added) / C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)",
};

/// `choose.objective`.
pub static OBJECTIVE: Rule = Rule {
    id: "choose.objective",
    says: "What is made as large or as small as can be: a weighted sum of measures of the chosen set",
    formula: "Σ weight × measure",
    unit: "of the objective",
    source: "Definition",
};

/// `choose.contributes`.
pub static CONTRIBUTES: Rule = Rule {
    id: "choose.contributes",
    says: "What the objective loses if a chosen project is taken out and nothing else changes",
    formula: "objective − objective without it",
    unit: "of the objective",
    source: "Definition",
};

/// `choose.private`.
pub static PRIVATE: Rule = Rule {
    id: "choose.private",
    says: "Private capital: the investment less what the public pays, never below nought",
    formula: "max(0, investment − public)",
    unit: "million EUR",
    source: "Definition",
};

/// `choose.fund`.
pub static FUND: Rule = Rule {
    id: "choose.fund",
    says: "What a fund pays for the chosen projects, in a year or in all",
    formula: "Σ payments",
    unit: "million EUR",
    source: "Definition",
};

/// `choose.public-share`.
pub static PART: Rule = Rule {
    id: "choose.public-share",
    says: "Part of the public money of the chosen set that goes to a place; nothing where none is spent",
    formula: "public in the place / public in all",
    unit: "share",
    source: "Definition",
};

/// `choose.net-feed`.
pub static NET_FEED: Rule = Rule {
    id: "choose.net-feed",
    says: "What chosen projects need of a material from a stage in a year, less what chosen projects make at it",
    formula: "Σ needed − Σ made",
    unit: "t/a",
    source: "Definition",
};

/// `choose.used`.
pub static USED: Rule = Rule {
    id: "choose.used",
    says: "What a rule comes to with the chosen set; where it holds in several years or places, in the one that is nearest to being broken",
    formula: "of the rule",
    unit: "of the rule",
    source: "Definition",
};

/// `choose.limit`.
pub static LIMIT: Rule = Rule {
    id: "choose.limit",
    says: "What a rule allows or asks: as the portfolio file states it, or as the question moves it",
    formula: "limit",
    unit: "of the rule",
    source: "The file or the question",
};

/// `choose.price`.
pub static PRICE: Rule = Rule {
    id: "choose.price",
    says: "Change of the objective when a limit is loosened by one stated unit and the model is solved again; nothing where the limit leaves room and the set is proved, or where the change is within the gap",
    formula: "objective with the looser limit − objective",
    unit: "of the objective",
    source: "Rules of the choice; a dual of the relaxation is no price",
};

/// `choose.worth`.
pub static WORTH: Rule = Rule {
    id: "choose.worth",
    says: "What the objective loses when a chosen project is held out and all else is chosen anew",
    formula: "objective − objective without it, chosen anew",
    unit: "of the objective",
    source: "Definition",
};

/// `choose.costs`.
pub static COSTS: Rule = Rule {
    id: "choose.costs",
    says: "What the objective loses when a project that was not chosen is forced in and all else is chosen anew",
    formula: "objective − objective with it, chosen anew",
    unit: "of the objective",
    source: "Definition",
};

/// `choose.supply-risk`.
pub static RISK: Rule = Rule {
    id: "choose.supply-risk",
    says: "Supply risk of a material in a year with what the chosen projects make, by the formula of the Risk room: cubic in the choice, and computed exactly for it",
    formula: "SR(tonnes of each chosen project)",
    unit: "SR",
    source: "Regulation (EU) 2024/1252, Annex II; European Commission (2017), EUR 28654",
};

/// All of them.
pub const RULES: [&Rule; 28] = [
    &FIGURE,
    &CARBON,
    &CONSTRUCTION_JOBS,
    &YEARS,
    &CONSUMPTION,
    &STANDS,
    &RECOVERY,
    &STANDING,
    &BUILDING,
    &PAYMENT,
    &COURSE_NPV,
    &BRINGS,
    &POINTS,
    &TOTAL,
    &ADDED,
    &SHARE,
    &OBJECTIVE,
    &CONTRIBUTES,
    &PRIVATE,
    &FUND,
    &PART,
    &NET_FEED,
    &USED,
    &LIMIT,
    &PRICE,
    &WORTH,
    &COSTS,
    &RISK,
];
