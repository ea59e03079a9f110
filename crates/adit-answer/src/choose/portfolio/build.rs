//! From a solved portfolio to its document.

use adit_facts::Package;
use adit_facts::chain::ChainStage;
use adit_model::choose::portfolio::check::{Checked, measured};
use adit_model::choose::portfolio::measure::Span;
use adit_model::choose::portfolio::why::{contribution, paid};
use adit_model::choose::portfolio::{Candidate, Choice, Figure, Measure, Pick, Portfolio, Scope};
use adit_model::problem::Sense;

use super::chosen::{PortfolioCandidate, PortfolioChosen, PortfolioMeasured, PortfolioRejected};
use super::limits;
use super::opens::Opens;
use super::total::{
    PortfolioBenchmark, PortfolioOutput, PortfolioRegion, PortfolioSpent, PortfolioTotal, PortfolioYear,
};
use super::{PortfolioAim, PortfolioAnswer, PortfolioMeasure, PortfolioSolving, PortfolioSummary, PortfolioTerm};
use crate::choose::appraisal::account::year;
use crate::choose::appraisal::project::region;
use crate::session::FORMAT;

/// What a document is made from.
pub(crate) struct Ran<'a> {
    /// The facts.
    pub package: &'a Package,
    /// The portfolio in words.
    pub summary: PortfolioSummary,
    /// The portfolio, as the question moved it.
    pub portfolio: &'a Portfolio,
    /// The portfolio as its file states it.
    pub stated: &'a Portfolio,
    /// What was chosen; empty if nothing could be.
    pub choice: &'a Choice,
    /// The check of what was chosen; `None` if nothing could be.
    pub checked: Option<&'a Checked>,
    /// `optimal`, `optimal-of-linearisation`, `time-limit`, `infeasible` or `no-answer`.
    pub status: &'a str,
    /// No choice can be better.
    pub bound: f64,
    /// Of the bound.
    pub gap: f64,
    /// How it was solved.
    pub solving: PortfolioSolving,
    /// Keys of the facts and ids of the figures of the candidates.
    pub keys: &'a dyn Fn(&Figure) -> Option<String>,
}

impl Ran<'_> {
    fn candidate(&self, pick: &Pick) -> &Candidate {
        &self.portfolio.candidates[pick.candidate]
    }

    fn instrument(&self, place: Option<usize>) -> String {
        place.map_or_else(|| "none".to_owned(), |at| self.portfolio.instruments[at].id.clone())
    }

    fn measured(&self, measure: Measure, scope: &Scope, year: Option<i32>) -> f64 {
        measured(self.portfolio, self.choice, measure, scope, year)
    }
}

/// The document; what it prints is written down with `opens`.
pub(crate) fn answer(ran: Ran<'_>, opens: &mut Opens<'_>) -> PortfolioAnswer {
    let found = ran.checked.is_some();
    let finite = |value: f64| Some(value).filter(|value| value.is_finite());
    let checked = ran.checked;
    PortfolioAnswer {
        format: FORMAT,
        says: Vec::new(),
        status: ran.status.to_owned(),
        objective: checked.and_then(|checked| finite(checked.objective)),
        bound: finite(ran.bound),
        gap: finite(ran.gap).filter(|_| found),
        aim: aim(ran.portfolio),
        chosen: ran.choice.picks.iter().map(|pick| chosen(&ran, pick, opens)).collect(),
        rejected: rejected(&ran),
        limits: checked.map_or_else(Vec::new, |checked| limits::limits(&ran, checked, opens)),
        checked: checked.is_some_and(|checked| checked.breaches.is_empty()),
        check_findings: checked
            .map(|checked| checked.breaches.iter().map(|breach| breach.says.clone()).collect())
            .unwrap_or_default(),
        budgets: limits::budgets(&ran, opens),
        candidates: (0..ran.portfolio.candidates.len()).map(|at| candidate(&ran, at)).collect(),
        timeline: timeline(&ran, opens),
        benchmarks: benchmarks(&ran, opens),
        regions: regions(&ran, opens),
        totals: totals(&ran, opens),
        supply_risk: None,
        conflict: None,
        missing: ran.portfolio.missing.clone(),
        notes: Vec::new(),
        why: opens.objective(),
        solving: ran.solving,
        portfolio: ran.summary,
    }
}

/// Words of a measure.
pub(crate) fn measure(of: Measure) -> PortfolioMeasure {
    let (name, sense) = match of {
        Measure::Points => ("Benchmark points", "max"),
        Measure::SupplyRisk => ("Fall of the supply risk", "max"),
        Measure::Npv => ("Private net present value", "max"),
        Measure::Public => ("Public money", "min"),
        Measure::Capex => ("Investment", "min"),
        Measure::Carbon => ("Greenhouse gases", "min"),
        Measure::Water => ("Water withdrawn", "min"),
        Measure::Land => ("Land taken", "min"),
        Measure::Jobs => ("Jobs in operation", "max"),
        Measure::ConstructionJobs => ("Jobs in construction", "max"),
        Measure::Workforce => ("Workforce", "max"),
        Measure::Tonnes => ("Tonnes contained", "max"),
        Measure::Count => ("Projects", "max"),
    };
    PortfolioMeasure {
        id: of.word().to_owned(),
        name: name.to_owned(),
        unit: of.unit().to_owned(),
        sense: sense.to_owned(),
    }
}

/// What is wanted, in words.
fn aim(portfolio: &Portfolio) -> PortfolioAim {
    let sense = match portfolio.objective.sense {
        Sense::Maximise => "max",
        Sense::Minimise => "min",
    };
    let terms = &portfolio.objective.terms;
    let measures = Measure::WORDS.into_iter().map(|(_, of)| measure(of)).collect();
    let (id, name, unit) = match terms.as_slice() {
        [one] => {
            let of = measure(one.measure);
            let year = match one.year {
                Some(year) => format!(" in {year}"),
                None if one.measure.span() == Span::Yearly => {
                    format!(", mean of {} to {}", portfolio.first, portfolio.last)
                }
                None => String::new(),
            };
            (of.id, format!("{}{year}", of.name), of.unit)
        }
        _ => ("sum".to_owned(), "Weighted sum".to_owned(), String::new()),
    };
    PortfolioAim {
        id,
        name,
        sense: sense.to_owned(),
        unit,
        terms: terms
            .iter()
            .map(|term| PortfolioTerm { id: term.measure.word().to_owned(), weight: term.weight })
            .collect(),
        measures,
    }
}

/// Unit of the objective; none of a weighted sum.
pub(crate) fn unit(portfolio: &Portfolio) -> String {
    aim(portfolio).unit
}

/// A choice as a list of projects, for fronts and alternatives.
pub(crate) fn set(portfolio: &Portfolio, choice: &Choice) -> Vec<PortfolioChosen> {
    choice.picks.iter().map(|pick| plain(portfolio, pick)).collect()
}

fn plain(portfolio: &Portfolio, pick: &Pick) -> PortfolioChosen {
    let candidate = &portfolio.candidates[pick.candidate];
    let course = &candidate.courses[pick.course];
    let capex = candidate.figures.capex.as_ref().map(|capex| capex.value() * pick.size);
    let public = course.public() * pick.size;
    let instrument = course.instrument.map_or_else(|| "none".to_owned(), |at| portfolio.instruments[at].id.clone());
    PortfolioChosen {
        project: candidate.id.clone(),
        name: candidate.name.clone(),
        start: year(course.start),
        size: pick.size,
        instrument,
        contributes: None,
        worth: None,
        worth_why: None,
        public_cost: Some(public),
        public_cost_why: None,
        private_cost: capex.map(|capex| (capex - public).max(0.0)),
        private_cost_why: None,
        why: None,
    }
}

fn chosen(ran: &Ran<'_>, pick: &Pick, opens: &mut Opens<'_>) -> PortfolioChosen {
    // What the objective loses if the pick is taken out and nothing else changes.
    let contributes = contribution(ran.portfolio, ran.choice, pick);
    let plain = plain(ran.portfolio, pick);
    let id = format!("choose.contributes/{}/{}", ran.portfolio.id, plain.project);
    let public = opens.id(|writer| writer.brings(pick, Measure::Public, &Scope::default(), None));
    let private = plain.private_cost.and_then(|value| opens.id(|writer| writer.private(pick, value)));
    PortfolioChosen {
        contributes: Some(contributes).filter(|value| value.is_finite()),
        why: opens.later(&id),
        public_cost_why: public,
        private_cost_why: private,
        ..plain
    }
}

/// Those that were not chosen; why not is added by those who solve it.
fn rejected(ran: &Ran<'_>) -> Vec<PortfolioRejected> {
    if ran.checked.is_none() {
        return Vec::new();
    }
    let candidates = ran.portfolio.candidates.iter().enumerate();
    candidates
        .filter(|(at, _)| ran.choice.pick(*at).is_none())
        .map(|(_, candidate)| PortfolioRejected {
            project: candidate.id.clone(),
            name: candidate.name.clone(),
            why_not: "Not decided within the time allowed.".to_owned(),
            costs: None,
            costs_why: None,
            displaces: Vec::new(),
            blocked_by: Vec::new(),
            would_take: Vec::new(),
            proved: false,
        })
        .collect()
}

fn candidate(ran: &Ran<'_>, at: usize) -> PortfolioCandidate {
    use adit_model::choose::portfolio::LimitRule;
    let portfolio = ran.portfolio;
    let of = &portfolio.candidates[at];
    let words = ran.package.vocabulary();
    let id = |at: &usize| portfolio.candidates[*at].id.clone();
    let mut starts: Vec<u16> = of.courses.iter().map(|course| year(course.start)).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut instruments: Vec<String> = of.courses.iter().map(|course| ran.instrument(course.instrument)).collect();
    instruments.sort();
    instruments.dedup();
    let (mut needs, mut excludes) = (Vec::new(), Vec::new());
    for limit in &portfolio.limits {
        match &limit.rule {
            LimitRule::Prerequisite { candidate, needs: needed } if *candidate == at => needs.push(id(needed)),
            LimitRule::Exclusion { candidates, most } if *most <= 1.0 && candidates.contains(&at) => {
                excludes.extend(candidates.iter().filter(|other| **other != at).map(id));
            }
            _ => {}
        }
    }
    let figures = figures(of);
    let known: Vec<&Figure> = figures
        .iter()
        .filter_map(|(_, figure)| *figure)
        .chain(of.outputs.iter().map(|output| &output.tonnes))
        .collect();
    let assumed = known.iter().filter(|figure| figure.assumed).count();
    let mut stages: Vec<String> = of.outputs.iter().map(|output| output.stage.to_string()).collect();
    stages.dedup();
    let mut materials: Vec<String> = of
        .outputs
        .iter()
        .map(|output| {
            let found = words.find_material(&output.material);
            found.map_or_else(|| output.material.clone(), |material| words.material(material).name.clone())
        })
        .collect();
    materials.dedup();
    PortfolioCandidate {
        project: of.id.clone(),
        name: of.name.clone(),
        lat: of.point.map(|(lat, _)| lat),
        lon: of.point.map(|(_, lon)| lon),
        region: (of.region != of.country).then(|| region(ran.package, &of.region)),
        country: of.country.clone(),
        stages,
        materials,
        chosen: ran.choice.pick(at).is_some(),
        divisible: of.divisible(),
        starts,
        instruments,
        needs,
        excludes,
        build_years: Some(f64::from(of.build)),
        ramp_years: of.outputs.first().map(|output| output.ramp),
        measures: measures(ran, of, &figures),
        assumed,
        sourced: known.len() - assumed,
    }
}

/// The figures of a candidate, each with its measure.
fn figures(of: &Candidate) -> [(Measure, Option<&Figure>); 7] {
    let f = &of.figures;
    [
        (Measure::Npv, f.npv.as_ref()),
        (Measure::Capex, f.capex.as_ref()),
        (Measure::Carbon, f.carbon.as_ref()),
        (Measure::Water, f.water.as_ref()),
        (Measure::Land, f.land.as_ref()),
        (Measure::Jobs, f.jobs.as_ref()),
        (Measure::ConstructionJobs, f.construction_jobs.as_ref()),
    ]
}

fn measures(ran: &Ran<'_>, of: &Candidate, figures: &[(Measure, Option<&Figure>)]) -> Vec<PortfolioMeasured> {
    let mut all: Vec<PortfolioMeasured> = figures
        .iter()
        .map(|(measure, figure)| PortfolioMeasured {
            id: measure.word().to_owned(),
            value: figure.map(Figure::value),
            unit: measure.unit().to_owned(),
            why: figure.and_then(ran.keys),
        })
        .collect();
    all.extend(of.outputs.iter().map(|output| PortfolioMeasured {
        id: format!("tonnes/{}/{}", output.material, output.stage),
        value: Some(output.tonnes.value()),
        unit: Measure::Tonnes.unit().to_owned(),
        why: (ran.keys)(&output.tonnes),
    }));
    all
}

fn timeline(ran: &Ran<'_>, opens: &mut Opens<'_>) -> Vec<PortfolioYear> {
    let all = Scope::default();
    let mut flows: Vec<(String, ChainStage)> = Vec::new();
    for output in ran.choice.picks.iter().flat_map(|pick| &ran.candidate(pick).outputs) {
        let flow = (output.material.clone(), output.stage);
        if !flows.contains(&flow) {
            flows.push(flow);
        }
    }
    flows.sort_by_key(|(material, stage)| (material.clone(), stage.to_string()));
    let mut of = |at: i32| {
        let public: Vec<PortfolioSpent> = (0..ran.portfolio.funds.len())
            .map(|fund| PortfolioSpent {
                fund: ran.portfolio.funds[fund].id.clone(),
                meur: paid(ran.portfolio, ran.choice, fund, Some(at)),
                why: opens.id(|writer| writer.fund(fund, Some(at))),
            })
            .collect();
        let output = flows.iter().map(|(material, stage)| {
            let scope = Scope { materials: vec![material.clone()], stages: vec![*stage], ..Scope::default() };
            PortfolioOutput {
                material: material.clone(),
                stage: stage.to_string(),
                tonnes: ran.measured(Measure::Tonnes, &scope, Some(at)),
                why: opens.id(|writer| writer.total(Measure::Tonnes, &scope, Some(at))),
            }
        });
        let output = output.collect();
        let spent: f64 = public.iter().map(|spent| spent.meur).sum();
        let private = (ran.measured(Measure::Capex, &all, Some(at)) - spent).max(0.0);
        PortfolioYear {
            year: year(at),
            private: Some(private),
            private_why: opens.id(|writer| writer.private_in(at, private)),
            public,
            output,
            workforce: Some(ran.measured(Measure::Workforce, &all, Some(at))),
            workforce_why: opens.id(|writer| writer.total(Measure::Workforce, &all, Some(at))),
        }
    };
    ran.portfolio.years().map(&mut of).collect()
}

fn benchmarks(ran: &Ran<'_>, opens: &mut Opens<'_>) -> Vec<PortfolioBenchmark> {
    let words = ran.package.vocabulary();
    let last = ran.portfolio.last;
    let told = 2030.clamp(ran.portfolio.first, last);
    let mut rows = Vec::new();
    for of in &ran.portfolio.benchmarks {
        let mut years = vec![told, last];
        years.dedup();
        for at in years {
            let Some(&(consumption, stands)) =
                usize::try_from(at - ran.portfolio.first).ok().and_then(|place| of.years.get(place))
            else {
                continue;
            };
            let added = of.recovery * ran.measured(Measure::Tonnes, &of.scope(), Some(at));
            let share = |tonnes: f64| (consumption > 0.0).then_some(tonnes / consumption);
            let name = words
                .find_material(&of.material)
                .map_or_else(|| of.material.clone(), |material| words.material(material).name.clone());
            let shares = opens.writer.as_mut().and_then(|writer| writer.benchmark(of, at));
            let [why, after_why] = shares.map_or([None, None], |shares| shares.map(|share| opens.later(&share.id)));
            rows.push(PortfolioBenchmark {
                material: of.material.clone(),
                material_name: name,
                stage: of.stage.to_string(),
                year: year(at),
                before: share(stands),
                after: share(stands + added),
                aim: of.aim,
                added_t: added,
                why,
                after_why,
                added_t_why: opens.id(|writer| writer.added(of, at)),
            });
        }
    }
    rows
}

fn regions(ran: &Ran<'_>, opens: &mut Opens<'_>) -> Vec<PortfolioRegion> {
    let all = ran.measured(Measure::Public, &Scope::default(), None);
    let last = Some(ran.portfolio.last);
    let mut of = |code: &str| {
        let scope = Scope { places: vec![code.to_owned()], ..Scope::default() };
        let public = ran.measured(Measure::Public, &scope, None);
        let there = |candidate: &&Candidate| candidate.region == code;
        PortfolioRegion {
            region: region(ran.package, code),
            chosen: ran
                .choice
                .picks
                .iter()
                .map(|pick| ran.candidate(pick))
                .filter(there)
                .map(|candidate| candidate.id.clone())
                .collect(),
            candidates: ran.portfolio.candidates.iter().filter(there).count(),
            public,
            public_why: opens.id(|writer| writer.total(Measure::Public, &scope, None)),
            public_share: (all > 0.0).then_some(public / all),
            public_share_why: (all > 0.0).then(|| opens.id(|writer| writer.public_share(code))).flatten(),
            jobs: Some(ran.measured(Measure::Jobs, &scope, last)),
            jobs_why: opens.id(|writer| writer.total(Measure::Jobs, &scope, last)),
        }
    };
    ran.portfolio.regions().into_iter().map(&mut of).collect()
}

/// Sums over the chosen set: what is of a year, in the last year of the plan.
fn totals(ran: &Ran<'_>, opens: &mut Opens<'_>) -> Vec<PortfolioTotal> {
    if ran.checked.is_none() {
        return Vec::new();
    }
    let measures = [
        Measure::Points,
        Measure::Npv,
        Measure::Public,
        Measure::Capex,
        Measure::Carbon,
        Measure::Water,
        Measure::Land,
        Measure::Jobs,
    ];
    measures.into_iter().filter_map(|of| total(ran, of, opens)).collect()
}

fn total(ran: &Ran<'_>, of: Measure, opens: &mut Opens<'_>) -> Option<PortfolioTotal> {
    use adit_model::choose::portfolio::measure::Span;
    let at = (of.span() == Span::Yearly).then_some(ran.portfolio.last);
    let (worked, why) = opens.number(|writer| writer.total(of, &Scope::default(), at))?;
    let figure = |candidate: &Candidate| {
        figures(candidate).into_iter().find(|(measure, _)| *measure == of).map(|(_, figure)| figure.is_some())
    };
    let picked = ran.choice.picks.iter().map(|pick| ran.candidate(pick));
    let unknown: Vec<String> =
        picked.filter(|candidate| figure(candidate) == Some(false)).map(|candidate| candidate.id.clone()).collect();
    let words = measure(of);
    let year = at.map(|year| format!(", {year}")).unwrap_or_default();
    // Nothing is known where it is known of none.
    let known = unknown.len() < ran.choice.picks.len() || ran.choice.picks.is_empty();
    Some(PortfolioTotal {
        id: words.id.clone(),
        name: format!("{}{year}", words.name),
        value: known.then_some(worked.value()),
        low: known.then_some(worked.number.low()),
        high: known.then_some(worked.number.high()),
        unit: words.unit,
        unknown,
        why: why.filter(|_| known),
    })
}
