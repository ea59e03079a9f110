//! Portfolios out of a seed, for tests and benches: lumpy ones, with few large projects among many small ones.

use adit_facts::chain::ChainStage;
use adit_model::choose::portfolio::{
    Benchmark, Candidate, Course, Figure, Figures, Fund, Instrument, Limit, LimitRule, Measure, Objective, Output,
    Payment, Portfolio, Scope, Term,
};
use adit_model::problem::Sense;
use adit_model::workings::Input;
use adit_number::{Ranged, stable_key, uniform};

/// How large a generated portfolio is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Candidates.
    pub projects: usize,
    /// Materials, each at three stages.
    pub materials: usize,
    /// Years of the plan.
    pub years: usize,
    /// Regions.
    pub regions: usize,
    /// Start years of each candidate.
    pub starts: i32,
    /// Whether a candidate can be built without public money.
    pub unaided: bool,
}

const STAGES: [ChainStage; 3] = [ChainStage::Extraction, ChainStage::Processing, ChainStage::Recycling];
const AIMS: [f64; 3] = [0.10, 0.40, 0.25];
const FIRST: i32 = 2026;

/// A draw of 0 to 1 under a name.
struct Draws(u64);

impl Draws {
    fn of(&self, name: &str, at: usize) -> f64 {
        uniform(self.0, at as u64, stable_key(name))
    }

    fn between(&self, name: &str, at: usize, low: f64, high: f64) -> f64 {
        low + (high - low) * self.of(name, at)
    }

    /// Of several orders of magnitude: many small, few large.
    fn lumpy(&self, name: &str, at: usize, low: f64, high: f64) -> f64 {
        low * (high / low).powf(self.of(name, at).powi(2))
    }

    fn whole(&self, name: &str, at: usize, below: usize) -> usize {
        ((self.of(name, at) * below as f64) as usize).min(below - 1)
    }
}

fn figure(value: f64) -> Figure {
    let input = Input::Stated { label: "generated".to_owned(), value, unit: "", id: None };
    Figure { number: Ranged::point(value), input, assumed: true }
}

/// A portfolio out of a seed: the largest number of benchmark points under budgets by fund and year, fairness, workforce
/// by region, feed of refineries, prerequisites and exclusions.
pub fn portfolio(size: Size, seed: u64) -> Portfolio {
    let draws = Draws(seed);
    let years = size.years as i32;
    let last = FIRST + years - 1;
    let funds = vec![fund("a"), fund("b")];
    let instruments = vec![instrument("grant-a", 0.25, 0), instrument("grant-b", 0.4, 1)];
    let candidates: Vec<Candidate> = (0..size.projects).map(|at| candidate(size, &draws, at)).collect();
    let made = |material: &str, stage: ChainStage| -> f64 {
        let outputs = candidates.iter().flat_map(|candidate| &candidate.outputs);
        outputs.filter(|one| one.material == material && one.stage == stage).map(|one| one.tonnes.value()).sum()
    };
    let mut benchmarks = Vec::new();
    for material in 0..size.materials {
        for (stage, aim) in STAGES.into_iter().zip(AIMS) {
            let id = format!("m{material}");
            let all = made(&id, stage);
            if all > 0.0 {
                // A good half of what all of them make together would reach the benchmark.
                let consumption = all * draws.between("consumption", material, 0.4, 0.8) / aim;
                benchmarks.push(Benchmark {
                    counted: vec![id.clone()],
                    material: id,
                    recovery: 1.0,
                    stage,
                    aim,
                    years: (0..years).map(|year| (consumption * 1.02f64.powi(year), 0.0)).collect(),
                });
            }
        }
    }
    let mut limits = Vec::new();
    let mut push = |name: String, rule: LimitRule| limits.push(Limit { name, rule, at: (0, 0) });
    let asked: [f64; 2] = [0, 1].map(|fund: usize| {
        let best = |candidate: &Candidate| {
            let of = candidate.courses.iter().filter(|course| course.instrument == Some(fund));
            of.map(Course::public).fold(0.0, f64::max)
        };
        candidates.iter().map(best).sum()
    });
    for (fund, asked) in asked.iter().enumerate() {
        push(format!("fund {fund} in all"), LimitRule::Budget { fund, year: None, most: 0.16 * asked });
        for year in FIRST..=last {
            let most = asked * 0.16 / f64::from(years) * draws.between("budget", fund * 100 + year as usize, 1.0, 2.2);
            push(format!("fund {fund}, {year}"), LimitRule::Budget { fund, year: Some(year), most });
        }
    }
    let regions: Vec<String> = (0..size.regions).map(|region| format!("R{region}")).collect();
    push(
        "fairness".to_owned(),
        LimitRule::Fairness { places: regions.clone(), most: (2.0 / size.regions as f64).min(1.0) },
    );
    for region in &regions {
        let scope = Scope { places: vec![region.clone()], ..Scope::default() };
        let jobs: f64 = candidates
            .iter()
            .filter(|candidate| candidate.region == *region)
            .map(|candidate| candidate.figures.construction_jobs.as_ref().map_or(0.0, Figure::value))
            .sum();
        let bound = adit_model::choose::portfolio::Bound::AtMost(0.35 * jobs);
        let rule = LimitRule::Measure { measure: Measure::Workforce, scope, year: None, bound };
        push(format!("workforce {region}"), rule);
    }
    for material in 0..size.materials {
        let id = format!("m{material}");
        let needed: f64 = candidates
            .iter()
            .flat_map(|candidate| &candidate.feeds)
            .filter(|feed| feed.material == id)
            .map(|feed| feed.tonnes.value())
            .sum();
        if needed > 0.0 {
            let stages = vec![ChainStage::Extraction, ChainStage::Recycling];
            push(format!("feed {id}"), LimitRule::Feed { material: id, stages, outside: 0.3 * needed });
        }
    }
    for at in (4..size.projects).step_by(11) {
        push(format!("{at} needs {}", at - 3), LimitRule::Prerequisite { candidate: at, needs: at - 3 });
    }
    for at in (3..size.projects).step_by(13) {
        let rule = LimitRule::Exclusion { candidates: vec![at, at - 1], most: 1.0 };
        push(format!("{at} or {}", at - 1), rule);
    }
    let term = Term { measure: Measure::Points, scope: Scope::default(), year: None, weight: 1.0 };
    Portfolio {
        id: format!("generated-{seed}"),
        name: "Generated".to_owned(),
        first: FIRST,
        last,
        discount: 0.06,
        candidates,
        instruments,
        funds,
        benchmarks,
        limits,
        objective: Objective { sense: Sense::Maximise, terms: vec![term] },
        missing: Vec::new(),
    }
}

fn fund(id: &str) -> Fund {
    Fund { id: id.to_owned(), name: format!("Fund {id}") }
}

fn instrument(id: &str, intensity: f64, fund: usize) -> Instrument {
    Instrument { id: id.to_owned(), kind: "grant".to_owned(), intensity, cost: 1.0, fund }
}

fn candidate(size: Size, draws: &Draws, at: usize) -> Candidate {
    let capex = draws.lumpy("capex", at, 40.0, 2_500.0);
    let build = 1 + draws.whole("build", at, 4) as i32;
    let output = |which: usize| Output {
        material: format!("m{}", draws.whole("material", 10 * at + which, size.materials)),
        stage: STAGES[draws.whole("stage", 10 * at + which, 3)],
        tonnes: figure((capex * draws.between("tonnes", 10 * at + which, 4.0, 20.0)).round()),
        delay: f64::from(build),
        ramp: draws.between("ramp", at, 1.0, 3.0),
    };
    let mut outputs: Vec<Output> = (0..=draws.whole("outputs", at, 2)).map(output).collect();
    outputs.dedup_by(|one, other| one.material == other.material && one.stage == other.stage);
    let refined = outputs.iter().filter(|output| output.stage == ChainStage::Processing);
    let feeds: Vec<Output> = refined.map(|output| Output { stage: ChainStage::Extraction, ..output.clone() }).collect();
    let npv = capex * draws.between("npv", at, -0.4, 0.5);
    let earliest = FIRST + draws.whole("earliest", at, 3) as i32;
    let mut courses = Vec::new();
    for start in earliest..earliest + size.starts {
        let ways = [None, Some((0, 0.25)), Some((1, 0.4))];
        for way in ways.into_iter().filter(|way| way.is_some() || size.unaided && npv > 0.0) {
            let amount = way.map_or(0.0, |(_, intensity)| capex * intensity / f64::from(build));
            let payments: Vec<Payment> = way
                .into_iter()
                .flat_map(|(fund, _)| (start..start + build).map(move |year| Payment { fund, year, amount }))
                .collect();
            let later = 1.06f64.powi(FIRST - start);
            let npv = (npv + amount * f64::from(build)) * later;
            courses.push(Course { start, instrument: way.map(|(fund, _)| fund), npv, payments });
        }
    }
    let jobs = capex * draws.between("jobs", at, 0.2, 1.0);
    Candidate {
        id: format!("p{at}"),
        name: format!("Project {at}"),
        country: "DE".to_owned(),
        union: true,
        region: format!("R{}", draws.whole("region", at, size.regions)),
        point: None,
        least: 1.0,
        most: 1.0,
        build,
        figures: Figures {
            capex: Some(figure(capex)),
            npv: Some(figure(npv)),
            jobs: Some(figure(jobs)),
            construction_jobs: Some(figure(2.0 * jobs)),
            ..Figures::default()
        },
        outputs,
        feeds,
        courses,
    }
}
