//! Public instruments for an appraised project, side by side.

use adit_facts::Package;
use adit_facts::chain::Assumption;
use adit_facts::study::Datum;
use adit_model::choose::appraise::{CashFlow, Given, nominal_rate};
use adit_model::choose::instruments::{
    Award, Check, InstrumentKind, InstrumentResult, Offer, Outcome, Rates, Setting, Usual, Worlds, compare, usual,
};
use adit_model::workings::{Input, Workings};
use adit_number::Ranged;

use super::account::year;
use super::build::Ran;
use super::instrument::{AppraisalBreach, AppraisalInstrument, AppraisalPublicFlow, AppraisalTerm};
use crate::error::AnswerError;
use crate::question::unreadable;

/// Rating and collateral of a debtor of whom neither is known: those for which the Commission sets its usual margin.
const RATING: (&str, &str) = ("satisfactory", "normal");

/// Year whose output is held against the benchmark.
const BENCHMARK_YEAR: i32 = 2030;

/// Everything that instruments are compared with; `Err` says in words what is missing.
pub(crate) struct Compared {
    /// What they do.
    pub documents: Vec<AppraisalInstrument>,
    /// How the figures came about.
    pub workings: Workings,
    /// What must be said beside them.
    pub notes: Vec<String>,
}

/// Compares the instruments that the question names, or the usual ones.
pub(crate) fn compared(
    ran: &Ran<'_>,
    base: &CashFlow,
    draws: &[CashFlow],
    consumption: Option<Given>,
) -> Result<Result<Compared, String>, AnswerError> {
    let plan = ran.plan;
    let day = format!("{}-07-01", plan.money_year);
    let package = ran.package;
    let (rating, collateral) = RATING;
    let rates = match Rates::of(&package.reference_rates(), &plan.country, &day, rating, collateral) {
        Ok(rates) => rates,
        Err(missing) => return Ok(Err(missing)),
    };
    let Some(chance) = assumed(package, &format!("probability/{}", ran.project.status)) else {
        return Ok(Err(format!("no chance of going ahead is assumed for the status {}", ran.project.status)));
    };
    let Some(slope) = assumed(package, "additionality/slope") else {
        return Ok(Err("no assumption of additionality is in the facts".to_owned()));
    };
    let mut state = Worlds::new(plan.first_year(), plan.years());
    state.push_cash_flow(base);
    let mut worlds = Worlds::new(plan.first_year(), plan.years());
    for flow in draws {
        worlds.push_cash_flow(flow);
    }
    let worlds = if draws.is_empty() { &state } else { &worlds };
    let stage = ran.project.stages.first().cloned();
    let award = Award {
        stage: stage.clone(),
        ..Award::new(day.clone(), ran.project.regions.first().map(|region| region.code.clone()), "regional-investment")
    };
    let (discount, inflation) = (&plan.finance.discount, plan.finance.inflation.value);
    let price = plan.products.first().map_or(0.0, |main| main.price.value / main.contained.value);
    let assumptions = package.assumptions();
    let reference = rates.reference();
    let offers = offers(ran, &usual(&Usual { assumptions: &assumptions, reference, price }))?;
    let mut notes = rates.notes.clone();
    notes.push(format!(
        "Instruments are held against the rules as they stand on 1 July {}, as regional investment aid to an undertaking whose size, fund and situation are not known; a debtor of {rating} rating with {collateral} collateral.",
        plan.money_year
    ));
    let setting = Setting {
        project: plan.project.clone(),
        rates,
        owner_rate: Given { value: nominal_rate(discount.value, inflation), ..discount.clone() },
        chance,
        slope,
        counted: (plan.first_year(), plan.first_year() + i32::try_from(plan.years()).unwrap_or(0) - 1),
        benchmark_year: BENCHMARK_YEAR,
        consumption,
        award,
    };
    let mut workings = Workings::default();
    let results = compare(&setting, &offers, &package.fund_rules(), (state.get(0), worlds), &mut workings);
    let benchmark = stage.filter(|stage| matches!(stage.as_str(), "extraction" | "processing" | "recycling"));
    let documents = results.iter().map(|result| document(ran, result, benchmark.as_deref())).collect();
    Ok(Ok(Compared { documents, workings, notes }))
}

/// The usual offers, or those that the question names; a size in million euro is a share of the investment.
fn offers(ran: &Ran<'_>, usual: &[Offer]) -> Result<Vec<Offer>, AnswerError> {
    if ran.question.instruments.is_empty() {
        return Ok(usual.to_vec());
    }
    let investment = ran.plan.costs.capital.value * ran.plan.costs.overrun.value;
    let of = |(kind, size): &(String, Option<f64>)| {
        let kinds = InstrumentKind::ALL.map(InstrumentKind::id);
        let known = InstrumentKind::parse(kind).and_then(|kind| usual.iter().find(|offer| offer.terms.kind() == kind));
        let Some(offer) = known else {
            let all = format!("the kinds are {}", kinds.join(", "));
            return Err(unreadable("instrument", kind, &adit_facts::suggest::hint(kind, kinds, &all)));
        };
        let Some(size) = size else { return Ok(offer.clone()) };
        let factor = size / (offer.terms.share() * investment);
        let scaled = offer.scaled(factor).filter(|_| factor.is_finite());
        scaled.map(|offer| Offer { assumed: false, ..offer }).ok_or_else(|| {
            let hint =
                format!("the investment is {investment} million euro; an instrument covers no more than all of it");
            unreadable("instrument", &format!("{kind}={size}"), &hint)
        })
    };
    ran.question.instruments.iter().map(of).collect()
}

/// An assumption of the facts as an input.
fn assumed(package: &Package, id: &str) -> Option<Given> {
    let Assumption { value, low, high, .. } = package.assumption(id)?;
    let number = value.number.value;
    Some(Given {
        value: number,
        low: low.min(number),
        high: high.max(number),
        input: Input::Fact(value),
        assumed: true,
    })
}

fn document(ran: &Ran<'_>, of: &InstrumentResult, benchmark: Option<&str>) -> AppraisalInstrument {
    let assumed = of.terms.iter().any(|term| term.assumed);
    let terms = of.terms.iter().map(|term| AppraisalTerm {
        name: term.name.to_owned(),
        value: term.value,
        unit: term.unit.to_owned(),
        kind: if term.assumed { "assumption" } else { "question" }.to_owned(),
    });
    let low = |number: Option<Ranged>| number.map(adit_number::Ranged::low).filter(|low| low.is_finite());
    let high = |number: Option<Ranged>| number.map(adit_number::Ranged::high).filter(|high| high.is_finite());
    let points = of.points_per_million.map(|points| points.value * 1000.0);
    let part = |outcomes: &[Outcome]| -> Vec<AppraisalBreach> {
        of.checks
            .iter()
            .filter(|check| outcomes.contains(&check.outcome))
            .map(|check| breach(ran.package, check))
            .collect()
    };
    let unknown = of.checks.iter().filter(|check| matches!(check.outcome, Outcome::Unknown | Outcome::NotInFacts));
    let notes = unknown.map(|check| {
        let paragraph = Some(check.paragraph.as_str()).filter(|text| !text.is_empty());
        paragraph.map_or_else(|| check.says.clone(), |paragraph| format!("{paragraph}: {}", check.says))
    });
    AppraisalInstrument {
        kind: of.kind.id().to_owned(),
        name: of.kind.name().to_owned(),
        says: if assumed {
            "On the terms that adit assumes where none are asked for.".to_owned()
        } else {
            "On the terms asked for; what was not asked for is assumed.".to_owned()
        },
        terms: terms.collect(),
        public_cost: Some(of.public_cost.value),
        public_cost_tail: Some(of.spread.tail_mean),
        grant_equivalent: of.grant_equivalent.value,
        intensity: of.intensity,
        intensity_limit: of.intensity_limit,
        leverage: of.leverage,
        npv: Some(of.npv_with()),
        chance_without: Some(of.chance_without.value),
        chance_with: Some(of.chance_with.value),
        additional_tonnes: Some(of.additional_tonnes.value),
        additional_tonnes_low: low(Some(of.additional_tonnes)),
        additional_tonnes_high: high(Some(of.additional_tonnes)),
        tonnes_per_eur: of.tonnes_per_eur.map(|tonnes| tonnes.value),
        tonnes_per_eur_low: low(of.tonnes_per_eur),
        tonnes_per_eur_high: high(of.tonnes_per_eur),
        points_per_billion_eur: points,
        benchmark: points.and(benchmark.map(str::to_owned)),
        flows: of
            .flows
            .iter()
            .map(|flow| AppraisalPublicFlow {
                year: year(flow.year),
                from: flow.from.name().to_owned(),
                to: flow.to.name().to_owned(),
                what: flow.what.to_owned(),
                when: flow.when.to_owned(),
                expected: flow.expected,
                tail: Some(flow.tail),
            })
            .collect(),
        breaches: part(&[Outcome::Breach, Outcome::Notify]),
        kept: part(&[Outcome::Kept]),
        notes: of.notes.iter().cloned().chain(notes).collect(),
        why: Some(ran.id("instrument.public-cost")).map(|id| {
            let (path, query) = id.split_once('?').unwrap_or((&id, ""));
            crate::chain::opened::with_query(&format!("{path}/{}", of.name), query)
        }),
    }
}

fn breach(package: &Package, check: &Check) -> AppraisalBreach {
    let key = |datum: &Datum| package.key(datum.at).to_string();
    AppraisalBreach {
        rule: check.rule.clone().unwrap_or_default(),
        paragraph: check.paragraph.clone(),
        says: if check.outcome == Outcome::Notify {
            format!("{} It must be notified to the Commission.", check.says)
        } else {
            check.says.clone()
        },
        limit: check.limit,
        found: check.found,
        unit: check.unit.clone(),
        valid_to: check.valid_to.clone(),
        why: check.fact.as_ref().map(key),
    }
}
