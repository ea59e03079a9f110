//! Our own check of a choice: every limit computed from the portfolio and the choice, never from the matrix that the
//! solver saw.

use super::candidates::{Bound, Choice, LimitRule, Objective, Pick, Portfolio, Scope};
use super::measure::{Measure, Span, in_year, over_plan};
use super::supply_risk::Risk;

/// How far a limit may be missed, relative to the larger of 1 and the limit: solvers keep rows to 1e-6 or so.
pub const TOLERANCE: f64 = 1e-5;

/// A choice, held against its portfolio.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The objective.
    pub objective: f64,
    /// What each limit comes to, in the order of the limits; where a limit holds in several years or places, the one
    /// that is nearest to being broken.
    pub uses: Vec<Use>,
    /// What is broken; empty for a sound choice.
    pub breaches: Vec<Breach>,
}

/// What a limit comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Use {
    /// The limit, by its place.
    pub limit: usize,
    /// The year looked at, where the limit holds by year.
    pub year: Option<i32>,
    /// The place looked at, where the limit holds by place.
    pub place: Option<String>,
    /// What the choice comes to; not a number where it is not known.
    pub used: f64,
    /// What it is held against.
    pub bound: Bound,
    /// Unit of both.
    pub unit: &'static str,
}

impl Use {
    /// What is left, negative where the limit is broken.
    pub fn slack(&self) -> f64 {
        match self.bound {
            Bound::AtMost(most) => most - self.used,
            Bound::AtLeast(least) => self.used - least,
        }
    }

    /// Whether it holds.
    pub fn holds(&self) -> bool {
        self.slack() >= -TOLERANCE * self.bound.value().abs().max(1.0)
    }
}

/// Something that a choice breaks.
#[derive(Debug, Clone, PartialEq)]
pub struct Breach {
    /// The limit, by its place; none where the choice itself makes no sense.
    pub limit: Option<usize>,
    /// What is broken, in words.
    pub says: String,
}

/// Holds a choice against its portfolio. `risk` computes supply risk exactly; without it limits on it are not known and
/// count as broken.
pub fn check(portfolio: &Portfolio, choice: &Choice, risk: Option<&dyn Risk>) -> Checked {
    let checker = Checker { portfolio, choice, risk };
    let mut breaches = checker.sense();
    if !breaches.is_empty() {
        return Checked { objective: f64::NAN, uses: Vec::new(), breaches };
    }
    let uses: Vec<Use> = (0..portfolio.limits.len()).map(|at| checker.tightest(at)).collect();
    for used in uses.iter().filter(|used| !used.holds()) {
        let name = &portfolio.limits[used.limit].name;
        let word = match used.bound {
            Bound::AtMost(_) => "at most",
            Bound::AtLeast(_) => "at least",
        };
        let says = format!("{name}: {} {}, {word} {}", used.used, used.unit, used.bound.value());
        breaches.push(Breach { limit: Some(used.limit), says });
    }
    Checked { objective: checker.objective(&portfolio.objective), uses, breaches }
}

/// Benchmark points that a choice adds, by benchmark and year of the plan, each up to its benchmark.
pub fn points(portfolio: &Portfolio, choice: &Choice) -> Vec<Vec<f64>> {
    let of = |benchmark: &super::Benchmark| {
        let mut added: Vec<f64> = vec![0.0; benchmark.years.len()];
        for pick in &choice.picks {
            let candidate = &portfolio.candidates[pick.candidate];
            let start = candidate.courses[pick.course].start;
            for output in candidate.outputs.iter().filter(|output| benchmark.counts(candidate, output)) {
                for (place, year) in portfolio.years().enumerate() {
                    let tonnes = pick.size * output.tonnes.value() * output.part(start, year);
                    added[place] += tonnes * benchmark.points_of_a_tonne(place);
                }
            }
        }
        added.iter().enumerate().map(|(place, added)| added.min(benchmark.room(place))).collect()
    };
    portfolio.benchmarks.iter().map(of).collect()
}

/// What a choice comes to in a measure: in a year, or over the plan without one.
pub fn measured(portfolio: &Portfolio, choice: &Choice, measure: Measure, scope: &Scope, year: Option<i32>) -> f64 {
    if measure == Measure::Points {
        let points = points(portfolio, choice);
        let in_place = |place: usize| points.iter().map(|years| years[place]).sum::<f64>();
        let count = portfolio.years().count();
        return match year.and_then(|year| usize::try_from(year - portfolio.first).ok()) {
            Some(place) => in_place(place),
            None => (0..count).map(in_place).sum::<f64>() / count as f64,
        };
    }
    let meant = choice.picks.iter().filter(|pick| scope.holds(pick.candidate, &portfolio.candidates[pick.candidate]));
    let of = meant
        .map(|pick| {
            let candidate = &portfolio.candidates[pick.candidate];
            let course = &candidate.courses[pick.course];
            let full = match year {
                Some(year) => in_year(candidate, course, measure, scope, year),
                None => over_plan(portfolio, candidate, course, measure, scope),
            };
            if measure == Measure::Count { full } else { full * pick.size }
        })
        .sum::<f64>();
    // A sum of nothing is a negative zero otherwise.
    0.0 + of
}

struct Checker<'a> {
    portfolio: &'a Portfolio,
    choice: &'a Choice,
    risk: Option<&'a dyn Risk>,
}

impl Checker<'_> {
    /// A candidate twice, a course that is none, a size outside its bounds.
    fn sense(&self) -> Vec<Breach> {
        let mut breaches = Vec::new();
        let mut say = |says: String| breaches.push(Breach { limit: None, says });
        let mut last = None;
        for pick in &self.choice.picks {
            let Some(candidate) = self.portfolio.candidates.get(pick.candidate) else {
                say(format!("there is no candidate {}", pick.candidate));
                continue;
            };
            if last >= Some(pick.candidate) {
                say(format!("{} is chosen twice or out of order", candidate.id));
            }
            last = Some(pick.candidate);
            if pick.course >= candidate.courses.len() {
                say(format!("{} has no course {}", candidate.id, pick.course));
            }
            if !(pick.size >= candidate.least - TOLERANCE && pick.size <= candidate.most + TOLERANCE) {
                say(format!("{} has the size {}", candidate.id, pick.size));
            }
        }
        breaches
    }

    fn objective(&self, objective: &Objective) -> f64 {
        let of = |term: &super::Term| {
            let value = if term.measure == Measure::SupplyRisk {
                self.risk.map_or(f64::NAN, |risk| risk.fall(self.portfolio, self.choice))
            } else {
                measured(self.portfolio, self.choice, term.measure, &term.scope, term.year)
            };
            term.weight * value
        };
        objective.terms.iter().map(of).sum()
    }

    fn tightest(&self, at: usize) -> Use {
        let all = self.uses(at);
        // A limit that looks at nothing is met.
        let none = || Use { limit: at, year: None, place: None, used: 0.0, bound: Bound::AtMost(0.0), unit: "" };
        let near = |used: &Use| used.slack() / used.bound.value().abs().max(1.0);
        all.into_iter().reduce(|one, other| if near(&other) < near(&one) { other } else { one }).unwrap_or_else(none)
    }

    fn picked(&self, candidate: usize) -> Option<&Pick> {
        self.choice.pick(candidate)
    }

    fn start(&self, candidate: usize) -> Option<i32> {
        self.picked(candidate).map(|pick| self.portfolio.candidates[candidate].courses[pick.course].start)
    }

    fn paid(&self, fund: usize, year: Option<i32>) -> f64 {
        let of = |pick: &Pick| {
            let payments = &self.portfolio.candidates[pick.candidate].courses[pick.course].payments;
            let meant = payments.iter().filter(|paid| paid.fund == fund && year.is_none_or(|year| year == paid.year));
            pick.size * meant.map(|paid| paid.amount).sum::<f64>()
        };
        0.0 + self.choice.picks.iter().map(of).sum::<f64>()
    }

    fn uses(&self, at: usize) -> Vec<Use> {
        let (portfolio, choice) = (self.portfolio, self.choice);
        let whole =
            |used: f64, bound: Bound, unit: &'static str| Use { limit: at, year: None, place: None, used, bound, unit };
        let count =
            |candidates: &[usize]| candidates.iter().filter(|which| self.picked(**which).is_some()).count() as f64;
        match &portfolio.limits[at].rule {
            LimitRule::Budget { fund, year, most } => {
                let used = self.paid(*fund, *year);
                vec![Use { year: *year, ..whole(used, Bound::AtMost(*most), "million EUR") }]
            }
            LimitRule::Benchmark { benchmark, year, least } => {
                let entry = &portfolio.benchmarks[*benchmark];
                let Ok(place) = usize::try_from(*year - portfolio.first) else { return Vec::new() };
                let (consumption, stands) = entry.years[place];
                let made = measured(portfolio, choice, Measure::Tonnes, &entry.scope(), Some(*year));
                let used = (stands + entry.recovery * made) / consumption;
                vec![Use { year: Some(*year), ..whole(used, Bound::AtLeast(*least), "share of consumption") }]
            }
            LimitRule::Measure { measure, scope, year, bound } => {
                let years: Vec<Option<i32>> = match (year, measure.span(), bound) {
                    (Some(year), ..) => vec![Some(*year)],
                    (None, Span::Yearly, Bound::AtMost(_)) => portfolio.years().map(Some).collect(),
                    (None, Span::Yearly, Bound::AtLeast(_)) => vec![Some(portfolio.last)],
                    (None, ..) => vec![None],
                };
                let of = |year: Option<i32>| {
                    let used = measured(portfolio, choice, *measure, scope, year);
                    Use { year, ..whole(used, *bound, measure.unit()) }
                };
                years.into_iter().map(of).collect()
            }
            LimitRule::Fairness { places, most } => {
                let all = measured(portfolio, choice, Measure::Public, &Scope::default(), None);
                let of = |place: &String| {
                    let scope = Scope { places: vec![place.clone()], ..Scope::default() };
                    let there = measured(portfolio, choice, Measure::Public, &scope, None);
                    let used = if all > 0.0 { there / all } else { 0.0 };
                    Use { place: Some(place.clone()), ..whole(used, Bound::AtMost(*most), "share of public money") }
                };
                places.iter().map(of).collect()
            }
            LimitRule::Feed { material, stages, outside } => {
                let of = |year: i32| {
                    let mut net = 0.0;
                    for pick in &choice.picks {
                        let candidate = &portfolio.candidates[pick.candidate];
                        let start = candidate.courses[pick.course].start;
                        let meant = |flow: &&super::Output| flow.material == *material && stages.contains(&flow.stage);
                        let tonnes = |flow: &super::Output| pick.size * flow.tonnes.value() * flow.part(start, year);
                        net += candidate.feeds.iter().filter(meant).map(tonnes).sum::<f64>();
                        net -= candidate.outputs.iter().filter(meant).map(tonnes).sum::<f64>();
                    }
                    Use { year: Some(year), ..whole(net, Bound::AtMost(*outside), "t/a") }
                };
                portfolio.years().map(of).collect()
            }
            LimitRule::Include(candidate) => vec![whole(count(&[*candidate]), Bound::AtLeast(1.0), "projects")],
            LimitRule::Exclude(candidate) => vec![whole(count(&[*candidate]), Bound::AtMost(0.0), "projects")],
            LimitRule::Prerequisite { candidate, needs } => {
                // Years by which the needed one comes too late; without it for ever.
                let late = match (self.start(*candidate), self.start(*needs)) {
                    (None, _) => 0.0,
                    (Some(_), None) => f64::INFINITY,
                    (Some(mine), Some(theirs)) => f64::from((theirs - mine).max(0)),
                };
                vec![whole(late, Bound::AtMost(0.0), "years")]
            }
            LimitRule::Exclusion { candidates, most } => {
                vec![whole(count(candidates), Bound::AtMost(*most), "projects")]
            }
            LimitRule::Return { scope, least } => {
                let of = |pick: &Pick| {
                    let used = portfolio.candidates[pick.candidate].courses[pick.course].npv;
                    whole(used, Bound::AtLeast(*least), "million EUR")
                };
                let meant = |pick: &&Pick| scope.holds(pick.candidate, &portfolio.candidates[pick.candidate]);
                choice.picks.iter().filter(meant).map(of).collect()
            }
            LimitRule::SupplyRisk { material, year, most } => {
                let used = self.risk.and_then(|risk| risk.supply_risk(portfolio, choice, material, *year));
                vec![Use { year: Some(*year), ..whole(used.unwrap_or(f64::NAN), Bound::AtMost(*most), "SR") }]
            }
        }
    }
}
