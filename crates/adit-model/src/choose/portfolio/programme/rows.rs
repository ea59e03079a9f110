//! The rows of the limits.

use super::{Programme, RowOf, sides, years_of};
use crate::choose::portfolio::candidates::{Limit, LimitRule, Portfolio, Scope};
use crate::choose::portfolio::measure::{Measure, in_year, over_plan};
use crate::choose::portfolio::supply_risk::Linearised;

/// Adds the rows of all limits; budgets in one pass over all payments.
pub(super) fn add(programme: &mut Programme, portfolio: &Portfolio, linear: Option<&Linearised>) {
    budgets(programme, portfolio);
    for (at, limit) in portfolio.limits.iter().enumerate() {
        add_one(programme, portfolio, linear, at, limit);
    }
}

/// Column and coefficient of a measure in a year; of what is measured in all or on average, without one.
pub(super) fn terms(
    programme: &Programme,
    portfolio: &Portfolio,
    measure: Measure,
    scope: &Scope,
    year: Option<i32>,
) -> Vec<(usize, f64)> {
    let mut terms = Vec::new();
    for (at, candidate) in portfolio.candidates.iter().enumerate() {
        if !scope.holds(at, candidate) {
            continue;
        }
        for (place, course) in candidate.courses.iter().enumerate() {
            let value = match year {
                Some(year) => in_year(candidate, course, measure, scope, year),
                None => over_plan(portfolio, candidate, course, measure, scope),
            };
            if value == 0.0 {
                continue;
            }
            // A project counts as one, whatever its size.
            let (column, factor) = if measure == Measure::Count {
                (programme.chosen[at][place], 1.0)
            } else {
                programme.quantity(at, place, candidate.divisible(), candidate.most)
            };
            terms.push((column, factor * value));
        }
    }
    terms
}

fn budgets(programme: &mut Programme, portfolio: &Portfolio) {
    let mut rows: Vec<Vec<(usize, f64)>> = vec![Vec::new(); portfolio.limits.len()];
    let mut of_fund: Vec<Vec<(usize, Option<i32>)>> = vec![Vec::new(); portfolio.funds.len()];
    for (at, limit) in portfolio.limits.iter().enumerate() {
        if let LimitRule::Budget { fund, year, .. } = limit.rule {
            of_fund[fund].push((at, year));
        }
    }
    if of_fund.iter().all(Vec::is_empty) {
        return;
    }
    for (at, candidate) in portfolio.candidates.iter().enumerate() {
        for (place, course) in candidate.courses.iter().enumerate() {
            let (column, factor) = programme.quantity(at, place, candidate.divisible(), candidate.most);
            for payment in &course.payments {
                for &(limit, year) in &of_fund[payment.fund] {
                    if year.is_none_or(|year| year == payment.year) {
                        match rows[limit].last_mut() {
                            Some((last, sum)) if *last == column => *sum += factor * payment.amount,
                            _ => rows[limit].push((column, factor * payment.amount)),
                        }
                    }
                }
            }
        }
    }
    for (at, (limit, terms)) in portfolio.limits.iter().zip(rows).enumerate() {
        if let LimitRule::Budget { most, .. } = limit.rule {
            programme.row(RowOf::Limit(at), format!("limit_{at}"), terms, f64::NEG_INFINITY, most);
        }
    }
}

fn add_one(programme: &mut Programme, portfolio: &Portfolio, linear: Option<&Linearised>, at: usize, limit: &Limit) {
    let of = RowOf::Limit(at);
    let below = f64::NEG_INFINITY;
    match &limit.rule {
        LimitRule::Budget { .. } => {}
        LimitRule::Benchmark { benchmark, year, least } => {
            let entry = &portfolio.benchmarks[*benchmark];
            let Ok(place) = usize::try_from(*year - portfolio.first) else { return };
            let (consumption, stands) = entry.years[place];
            let terms = terms(programme, portfolio, Measure::Tonnes, &entry.scope(), Some(*year));
            programme.row(
                of,
                format!("limit_{at}"),
                terms,
                (least * consumption - stands) / entry.recovery,
                f64::INFINITY,
            );
        }
        LimitRule::Measure { measure: Measure::Points, year, bound, .. } => {
            for year in years_of(portfolio, Measure::Points, *year, *bound).into_iter().flatten() {
                let Ok(place) = usize::try_from(year - portfolio.first) else { continue };
                let terms = programme.points.iter().filter_map(|of| of[place]).map(|column| (column, 1.0)).collect();
                let (lower, upper) = sides(*bound);
                programme.row(of, format!("limit_{at}_{year}"), terms, lower, upper);
            }
        }
        LimitRule::Measure { measure, scope, year, bound } => {
            for year in years_of(portfolio, *measure, *year, *bound) {
                let terms = terms(programme, portfolio, *measure, scope, year);
                let (lower, upper) = sides(*bound);
                let name = year.map_or(format!("limit_{at}"), |year| format!("limit_{at}_{year}"));
                programme.row(of, name, terms, lower, upper);
            }
        }
        LimitRule::Fairness { places, most } => {
            let all = terms(programme, portfolio, Measure::Public, &Scope::default(), None);
            for place in places {
                let scope = Scope { places: vec![place.clone()], ..Scope::default() };
                let there = terms(programme, portfolio, Measure::Public, &scope, None);
                let mut here = there.iter().peekable();
                // Both lists run through the columns in the same order.
                let less = all.iter().map(|&(column, paid)| {
                    let own = here.next_if(|(own, _)| *own == column).map_or(0.0, |(_, paid)| *paid);
                    (column, own - most * paid)
                });
                let terms: Vec<(usize, f64)> = less.collect();
                programme.row(of, format!("limit_{at}_{place}"), terms, below, 0.0);
            }
        }
        LimitRule::Feed { material, stages, outside } => {
            feed(programme, portfolio, of, at, (material, stages, *outside));
        }
        LimitRule::Include(candidate) => {
            let terms = programme.chosen[*candidate].iter().map(|&column| (column, 1.0)).collect();
            programme.row(of, format!("limit_{at}"), terms, 1.0, f64::INFINITY);
        }
        LimitRule::Exclude(candidate) => {
            let terms = programme.chosen[*candidate].iter().map(|&column| (column, 1.0)).collect();
            programme.row(of, format!("limit_{at}"), terms, below, 0.0);
        }
        LimitRule::Prerequisite { candidate, needs } => {
            let [mine, theirs] = [candidate, needs].map(|which| &portfolio.candidates[*which].courses);
            let mut starts: Vec<i32> = mine.iter().map(|course| course.start).collect();
            starts.sort_unstable();
            starts.dedup();
            for start in starts {
                let by = |courses: &[super::super::Course], columns: &[usize], sign: f64| -> Vec<(usize, f64)> {
                    let begun = courses.iter().zip(columns).filter(|(course, _)| course.start <= start);
                    begun.map(|(_, &column)| (column, sign)).collect()
                };
                let mut terms = by(mine, &programme.chosen[*candidate], 1.0);
                terms.extend(by(theirs, &programme.chosen[*needs], -1.0));
                programme.row(of, format!("limit_{at}_{start}"), terms, below, 0.0);
            }
        }
        LimitRule::Exclusion { candidates, most } => {
            let columns = candidates.iter().flat_map(|candidate| &programme.chosen[*candidate]);
            let terms = columns.map(|&column| (column, 1.0)).collect();
            programme.row(of, format!("limit_{at}"), terms, below, *most);
        }
        LimitRule::Return { scope, least } => {
            let mut terms = Vec::new();
            for (place, candidate) in portfolio.candidates.iter().enumerate() {
                if scope.holds(place, candidate) {
                    let poor = candidate.courses.iter().zip(&programme.chosen[place]);
                    terms.extend(poor.filter(|(course, _)| course.npv < *least).map(|(_, &column)| (column, 1.0)));
                }
            }
            programme.row(of, format!("limit_{at}"), terms, below, 0.0);
        }
        LimitRule::SupplyRisk { material, year, most } => {
            if let Some((terms, without)) = linear.and_then(|linear| linear.row(programme, portfolio, material, *year))
            {
                programme.row(of, format!("limit_{at}"), terms, below, most - without);
            }
        }
    }
}

fn feed(
    programme: &mut Programme,
    portfolio: &Portfolio,
    of: RowOf,
    at: usize,
    (material, stages, outside): (&str, &[adit_facts::chain::ChainStage], f64),
) {
    // Who makes or needs it, once for all years.
    let mut flows = Vec::new();
    for (place, candidate) in portfolio.candidates.iter().enumerate() {
        let needed = candidate.feeds.iter().map(|feed| (feed, 1.0));
        let made = candidate.outputs.iter().map(|output| (output, -1.0));
        let meant =
            |(flow, _): &(&super::super::Output, f64)| flow.material == material && stages.contains(&flow.stage);
        flows.extend(needed.chain(made).filter(meant).map(|(flow, sign)| (place, flow, sign)));
    }
    for year in portfolio.years() {
        let mut terms: Vec<(usize, f64)> = Vec::new();
        for of_one in flows.chunk_by(|(one, ..), (other, ..)| one == other) {
            let place = of_one[0].0;
            let candidate = &portfolio.candidates[place];
            for (which, course) in candidate.courses.iter().enumerate() {
                let tonnes =
                    of_one.iter().map(|(_, flow, sign)| sign * flow.tonnes.value() * flow.part(course.start, year));
                let net: f64 = tonnes.sum();
                let (column, factor) = programme.quantity(place, which, candidate.divisible(), candidate.most);
                terms.push((column, factor * net));
            }
        }
        programme.row(of, format!("limit_{at}_{year}"), terms, f64::NEG_INFINITY, outside);
    }
}
