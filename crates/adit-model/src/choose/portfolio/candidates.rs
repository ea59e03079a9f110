//! The portfolio, typed: candidates with what they bring and take, money, limits, and what is wanted.

use adit_facts::chain::ChainStage;
use adit_number::Ranged;

use super::measure::Measure;
use crate::problem::Sense;
use crate::workings::Input;

/// A portfolio: what may be chosen, under which rules, and for what.
#[derive(Debug, Clone, PartialEq)]
pub struct Portfolio {
    /// Id: the name of its file without the ending.
    pub id: String,
    /// Name.
    pub name: String,
    /// First year of the plan.
    pub first: i32,
    /// Last year of the plan.
    pub last: i32,
    /// Real discount rate, a fraction.
    pub discount: f64,
    /// What may be chosen.
    pub candidates: Vec<Candidate>,
    /// Public instruments.
    pub instruments: Vec<Instrument>,
    /// Where public money comes from.
    pub funds: Vec<Fund>,
    /// Benchmarks of which points are counted.
    pub benchmarks: Vec<Benchmark>,
    /// Everything that must hold.
    pub limits: Vec<Limit>,
    /// What is wanted.
    pub objective: Objective,
    /// What could not be found out, in words: listed, never guessed.
    pub missing: Vec<String>,
}

impl Portfolio {
    /// The years of the plan.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.first..=self.last
    }

    /// The place of a candidate.
    pub fn candidate(&self, id: &str) -> Option<usize> {
        self.candidates.iter().position(|candidate| candidate.id == id)
    }

    /// Regions of candidates, each once, in order.
    pub fn regions(&self) -> Vec<&str> {
        let mut regions: Vec<&str> = self.candidates.iter().map(|candidate| candidate.region.as_str()).collect();
        regions.sort_unstable();
        regions.dedup();
        regions
    }
}

/// A figure with where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Value and limits.
    pub number: Ranged,
    /// Where it comes from.
    pub input: Input,
    /// Whether it is an assumption and no fact.
    pub assumed: bool,
}

impl Figure {
    /// The value.
    pub fn value(&self) -> f64 {
        self.number.value
    }
}

/// A project that may be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: String,
    /// Whether it lies in the Union: only there does it count towards benchmarks.
    pub union: bool,
    /// NUTS 2024 level 2 code, or a name that the portfolio gives; the country where neither is known.
    pub region: String,
    /// Latitude and longitude, degrees.
    pub point: Option<(f64, f64)>,
    /// Least size, as a share of what its figures say.
    pub least: f64,
    /// Largest size; the same as the least where the project is not divisible.
    pub most: f64,
    /// Years of construction, at least one.
    pub build: i32,
    /// What it brings and takes.
    pub figures: Figures,
    /// What it makes.
    pub outputs: Vec<Output>,
    /// What it needs from an earlier stage of the chain.
    pub feeds: Vec<Output>,
    /// The ways in which it can be built.
    pub courses: Vec<Course>,
}

impl Candidate {
    /// Whether its size can be chosen.
    pub fn divisible(&self) -> bool {
        self.least < self.most
    }

    /// The course of a start year and an instrument.
    pub fn course(&self, start: i32, instrument: Option<usize>) -> Option<usize> {
        self.courses.iter().position(|course| course.start == start && course.instrument == instrument)
    }
}

/// The figures of a candidate at full size; `None` is not known, and counts nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Figures {
    /// Investment, million euro.
    pub capex: Option<Figure>,
    /// Private net present value without public money at the first possible start, million euro.
    pub npv: Option<Figure>,
    /// Greenhouse gases, tonnes of CO2 equivalent a year in full operation.
    pub carbon: Option<Figure>,
    /// Water withdrawn, cubic metres a year in full operation.
    pub water: Option<Figure>,
    /// Land taken, hectares.
    pub land: Option<Figure>,
    /// Jobs in full operation.
    pub jobs: Option<Figure>,
    /// Jobs in each year of construction.
    pub construction_jobs: Option<Figure>,
}

/// Tonnes of a material at a stage: made, or needed as feed.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// Id of the material.
    pub material: String,
    /// Stage at which it is made; of a feed, the stage that makes it.
    pub stage: ChainStage,
    /// Tonnes contained, a year at full output.
    pub tonnes: Figure,
    /// Years from the start of construction to the first tonne.
    pub delay: f64,
    /// Years from the first tonne to full output.
    pub ramp: f64,
}

/// The words of outputs or feeds in ids: `lithium/processing`, the second of the same with a number.
pub fn flow_keys(flows: &[Output]) -> Vec<String> {
    let plain: Vec<String> = flows.iter().map(|flow| format!("{}/{}", flow.material, flow.stage)).collect();
    let of = |(at, key): (usize, &String)| match plain[..at].iter().filter(|before| *before == key).count() {
        0 => key.clone(),
        before => format!("{key}/{}", before + 1),
    };
    plain.iter().enumerate().map(of).collect()
}

/// A way in which a candidate can be built: when, and with which instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Year in which construction begins.
    pub start: i32,
    /// Instrument, by its place in the portfolio; `None` without public money.
    pub instrument: Option<usize>,
    /// Private net present value with the instrument, discounted to the first year of the plan, million euro at full size.
    pub npv: f64,
    /// What the public pays, when, from which fund, million euro at full size.
    pub payments: Vec<Payment>,
}

impl Course {
    /// All that the public pays, not discounted.
    pub fn public(&self) -> f64 {
        // A sum of nothing is a negative zero otherwise.
        0.0 + self.payments.iter().map(|payment| payment.amount).sum::<f64>()
    }
}

/// A payment out of a fund.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payment {
    /// Fund, by its place.
    pub fund: usize,
    /// Year.
    pub year: i32,
    /// Million euro.
    pub amount: f64,
}

/// A public instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// Id.
    pub id: String,
    /// Kind: `grant`, `soft-loan`, `guarantee`, `equity`, ...
    pub kind: String,
    /// Share of the investment that it covers, a fraction.
    pub intensity: f64,
    /// Expected public cost of a euro covered: 1 for a grant.
    pub cost: f64,
    /// The fund that pays.
    pub fund: usize,
}

/// A fund.
#[derive(Debug, Clone, PartialEq)]
pub struct Fund {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A benchmark of which points are counted: percentage points of the Union's consumption, up to the benchmark.
#[derive(Debug, Clone, PartialEq)]
pub struct Benchmark {
    /// Id of the material that stands for the entry of Annex I.
    pub material: String,
    /// Ids of the materials whose outputs count towards it.
    pub counted: Vec<String>,
    /// Part of a tonne that reaches the processed form, a fraction: below 1 at extraction.
    pub recovery: f64,
    /// Stage.
    pub stage: ChainStage,
    /// The benchmark, a fraction of consumption.
    pub aim: f64,
    /// For each year of the plan: consumption in tonnes, and the tonnes in the processed form that stand without any
    /// candidate.
    pub years: Vec<(f64, f64)>,
}

impl Benchmark {
    /// Percentage points that a tonne adds in the year at a place of the plan.
    pub fn points_of_a_tonne(&self, year: usize) -> f64 {
        100.0 * self.recovery / self.years[year].0
    }

    /// Whether an output of a candidate counts towards it.
    pub fn counts(&self, candidate: &Candidate, output: &Output) -> bool {
        candidate.union && output.stage == self.stage && self.counted.contains(&output.material)
    }

    /// The candidates and outputs that count towards it.
    pub fn scope(&self) -> Scope {
        Scope { materials: self.counted.clone(), stages: vec![self.stage], union: true, ..Scope::default() }
    }

    /// Percentage points that are still missing in a year without any candidate.
    pub fn room(&self, year: usize) -> f64 {
        let (consumption, stands) = self.years[year];
        (100.0 * (self.aim - stands / consumption)).max(0.0)
    }
}

/// Which candidates a limit looks at: those that meet all of its parts; an empty part is met by all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// Codes with which the region begins, or countries.
    pub places: Vec<String>,
    /// Materials of outputs.
    pub materials: Vec<String>,
    /// Stages of outputs.
    pub stages: Vec<ChainStage>,
    /// Candidates by place.
    pub candidates: Vec<usize>,
    /// Only those in the Union.
    pub union: bool,
}

impl Scope {
    /// Whether a candidate (by its place) is meant.
    pub fn holds(&self, at: usize, candidate: &Candidate) -> bool {
        let place = |code: &String| candidate.region.starts_with(code.as_str()) || candidate.country == *code;
        (!self.union || candidate.union)
            && (self.places.is_empty() || self.places.iter().any(place))
            && (self.candidates.is_empty() || self.candidates.contains(&at))
            && ((self.materials.is_empty() && self.stages.is_empty())
                || candidate.outputs.iter().any(|output| self.output(output)))
    }

    /// Whether an output is meant.
    pub fn output(&self, output: &Output) -> bool {
        (self.materials.is_empty() || self.materials.contains(&output.material))
            && (self.stages.is_empty() || self.stages.contains(&output.stage))
    }
}

/// Which side is bounded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// No more than.
    AtMost(f64),
    /// No less than.
    AtLeast(f64),
}

impl Bound {
    /// The number.
    pub fn value(self) -> f64 {
        match self {
            Self::AtMost(value) | Self::AtLeast(value) => value,
        }
    }

    /// The same bound, looser by an amount that is not negative.
    #[must_use]
    pub fn loosened(self, by: f64) -> Self {
        match self {
            Self::AtMost(value) => Self::AtMost(value + by),
            Self::AtLeast(value) => Self::AtLeast(value - by),
        }
    }
}

/// Something that must hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Name, unique in the portfolio, in words.
    pub name: String,
    /// What it says.
    pub rule: LimitRule,
    /// Line and column in the file of the portfolio; (0, 0) where it was made by a program.
    pub at: (u64, u64),
}

impl Limit {
    /// Its name as a word of addresses and ids: `Carbon of all projects` is `carbon-of-all-projects`.
    pub fn slug(&self) -> String {
        slug(&self.name)
    }
}

/// A name as a word of addresses: letters and digits in lower case, joined by hyphens.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for part in name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(part);
    }
    slug
}

/// What a limit says.
#[derive(Debug, Clone, PartialEq)]
pub enum LimitRule {
    /// A fund pays no more, in a year or in all; million euro.
    Budget {
        /// Fund, by its place.
        fund: usize,
        /// Year; all years together without.
        year: Option<i32>,
        /// Million euro.
        most: f64,
    },
    /// What stands and what is chosen reach a share of consumption.
    Benchmark {
        /// Which benchmark, by its place.
        benchmark: usize,
        /// Year.
        year: i32,
        /// Share of consumption, a fraction.
        least: f64,
    },
    /// A measure over a scope.
    Measure {
        /// What is measured.
        measure: Measure,
        /// Of which candidates.
        scope: Scope,
        /// Year. Without one a measure by year is bounded in every year where it is an upper bound, and in the last year
        /// of the plan where it is a lower one.
        year: Option<i32>,
        /// The bound.
        bound: Bound,
    },
    /// No place has more than a share of the public money.
    Fairness {
        /// Places, by the beginning of their region codes.
        places: Vec<String>,
        /// The largest share, a fraction.
        most: f64,
    },
    /// In each year, what is needed of a material from a stage is no more than what is made at it and what comes from
    /// outside.
    Feed {
        /// Id of the material.
        material: String,
        /// Stages that make it.
        stages: Vec<ChainStage>,
        /// Tonnes a year from outside the portfolio.
        outside: f64,
    },
    /// The candidate is chosen.
    Include(usize),
    /// The candidate is not chosen.
    Exclude(usize),
    /// A candidate only with another, which starts no later.
    Prerequisite {
        /// Which needs.
        candidate: usize,
        /// What it needs.
        needs: usize,
    },
    /// At most so many of these.
    Exclusion {
        /// Of which.
        candidates: Vec<usize>,
        /// How many.
        most: f64,
    },
    /// Every chosen candidate has at least this private net present value with its instrument, million euro at full size.
    Return {
        /// Of which candidates.
        scope: Scope,
        /// Million euro.
        least: f64,
    },
    /// The supply risk of a material in a year is no more than this. Cubic in the choice: linearised by the solver's
    /// loop, checked exactly.
    SupplyRisk {
        /// Id of the material.
        material: String,
        /// Year.
        year: i32,
        /// Supply risk.
        most: f64,
    },
}

/// What is wanted: a weighted sum of measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    /// Which way.
    pub sense: Sense,
    /// Measures with weights.
    pub terms: Vec<Term>,
}

/// A measure of the objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// What is measured.
    pub measure: Measure,
    /// Of which candidates; benchmark points always count for all.
    pub scope: Scope,
    /// Year; without one the sum over the years of what is measured in all, the mean over the years of what is measured
    /// by year.
    pub year: Option<i32>,
    /// Weight, in units of the objective for a unit of the measure.
    pub weight: f64,
}

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// Picks, in the order of the candidates, each candidate at most once.
    pub picks: Vec<Pick>,
}

impl Choice {
    /// The pick of a candidate.
    pub fn pick(&self, candidate: usize) -> Option<&Pick> {
        self.picks.iter().find(|pick| pick.candidate == candidate)
    }
}

/// A chosen candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pick {
    /// Candidate, by its place.
    pub candidate: usize,
    /// Course, by its place in the candidate.
    pub course: usize,
    /// Size, as a share of what its figures say.
    pub size: f64,
}
