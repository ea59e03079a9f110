//! Instruments side by side, over the same states of the world.

use adit_facts::choose::fund_rules::FundRule;
use adit_number::Ranged;
use rayon::prelude::*;

use super::additionality::{Chances, corners};
use super::comparison::{FlowYear, InstrumentResult, Term};
use super::gross_grant_equivalent::{self, GrantEquivalentBasis, present};
use super::offer::{InstrumentKind, Offer, Terms};
use super::parties::Party;
use super::payments::{CHANNELS, channels, pay};
use super::rates::Setting;
use super::rules::{Subject, check, intensity_limit};
use super::spread::spread;
use super::trail;
use super::worlds::{World, Worlds};
use crate::workings::Workings;

/// Part of the draws that is the tail.
const TAIL: f64 = 0.05;

/// Compares instruments for one project. `base` is its base case, `worlds` the states of the world that all instruments
/// share (the base case alone where there are no draws); both are nominal and before any support. Every figure is
/// written into `workings` as `instrument.public-cost/PROJECT/NAME`, `instrument.gge/...`, `instrument.tonnes-per-eur/...`.
pub fn compare(
    setting: &Setting,
    offers: &[Offer],
    rules: &[FundRule],
    (base, worlds): (World<'_>, &Worlds),
    workings: &mut Workings,
) -> Vec<InstrumentResult> {
    let common = Common::of(setting, base, worlds);
    let results: Vec<InstrumentResult> = offers.par_iter().map(|offer| one(&common, offer, rules)).collect();
    for result in &results {
        trail::write(setting, result, workings);
    }
    results
}

/// What all instruments share.
struct Common<'a> {
    setting: &'a Setting,
    base: World<'a>,
    worlds: &'a Worlds,
    /// Discount factors of the public and of the owners, by year.
    public: Vec<f64>,
    owner: Vec<f64>,
    /// Means over the draws.
    npv_without: f64,
    investment: f64,
    invested: f64,
    tonnes: f64,
    benchmark_tonnes: f64,
}

fn factors(rate: f64, years: usize) -> Vec<f64> {
    std::iter::successors(Some(1.0), |factor| Some(factor / (1.0 + rate))).take(years).collect()
}

fn discounted<'f>(amounts: impl Iterator<Item = f64>, factors: impl IntoIterator<Item = &'f f64>) -> f64 {
    amounts.zip(factors).map(|(amount, factor)| amount * factor).sum()
}

impl<'a> Common<'a> {
    fn of(setting: &'a Setting, base: World<'a>, worlds: &'a Worlds) -> Self {
        let years = worlds.years();
        let public = factors(setting.rates.discount(), years);
        let owner = factors(setting.owner_rate.value, years);
        let draws = worlds.draws().max(1) as f64;
        let year = |year: i32| usize::try_from(year - worlds.first_year()).unwrap_or(0);
        let counted = year(setting.counted.0)..year(setting.counted.1 + 1).min(years);
        let benchmark = usize::try_from(setting.benchmark_year - worlds.first_year()).ok();
        let mut common = Self {
            setting,
            base,
            worlds,
            public,
            owner,
            npv_without: 0.0,
            investment: 0.0,
            invested: 0.0,
            tonnes: 0.0,
            benchmark_tonnes: 0.0,
        };
        for world in worlds.iter() {
            let spent = || world.investment.iter().zip(world.exploration).map(|(one, other)| one + other);
            common.npv_without += discounted((0..years).map(|year| world.cash(year)), &common.owner) / draws;
            common.investment += discounted(spent(), &common.owner) / draws;
            common.invested += discounted(spent(), &common.public) / draws;
            let output = counted.clone().filter_map(|year| world.output.get(year)).copied();
            common.tonnes += discounted(output, common.public.iter().skip(counted.start)) / draws;
            common.benchmark_tonnes +=
                benchmark.and_then(|year| world.output.get(year)).copied().unwrap_or(0.0) / draws;
        }
        common
    }
}

/// Means over the draws in which the project goes ahead.
struct Means {
    costs: Vec<f64>,
    cost: f64,
    gain: f64,
    public_money_in: f64,
    flows: Vec<[f64; CHANNELS]>,
    tail_flows: Vec<[f64; CHANNELS]>,
}

/// Whether the first channel is public money that pays for investment or exploration.
fn pays_for_building(kind: InstrumentKind) -> bool {
    use InstrumentKind::{Equity, ExplorationCoFunding, Grant, SharedInfrastructure, SoftLoan};
    matches!(kind, Grant | SoftLoan | Equity | SharedInfrastructure | ExplorationCoFunding)
}

/// The same instrument on the terms of the market, against which a loan or guarantee gains.
fn on_market_terms(terms: &Terms, setting: &Setting) -> Option<Terms> {
    match *terms {
        Terms::SoftLoan { share, grace, term, .. } => {
            Some(Terms::SoftLoan { share, grace, term, rate: setting.rates.reference() })
        }
        Terms::Guarantee { share, cover, premium, rate, grace, term } => {
            let premium = setting.rates.premium.as_ref().map_or(premium, |safe| safe.value);
            Some(Terms::Guarantee { share, cover, premium, rate, grace, term })
        }
        _ => None,
    }
}

fn means(common: &Common<'_>, terms: &Terms) -> Means {
    let years = common.worlds.years();
    let draws = common.worlds.draws().max(1) as f64;
    let channels = channels(terms);
    let signs = |party: Party| {
        let mut signs = [0.0; CHANNELS];
        for (sign, channel) in signs.iter_mut().zip(channels) {
            *sign = channel.sign(party);
        }
        signs
    };
    let (public, project) = (signs(Party::Public), signs(Party::Project));
    let side = |paid: &[[f64; CHANNELS]], signs: &[f64; CHANNELS], factors: &[f64]| {
        let of = |row: &[f64; CHANNELS]| row.iter().zip(signs).map(|(amount, sign)| amount * sign).sum::<f64>();
        paid.iter().zip(factors).map(|(row, factor)| of(row) * factor).sum::<f64>()
    };
    let market = on_market_terms(terms, common.setting);
    let mut paid = vec![[0.0; CHANNELS]; years];
    let mut means = Means {
        costs: Vec::with_capacity(common.worlds.draws()),
        cost: 0.0,
        gain: 0.0,
        public_money_in: 0.0,
        flows: vec![[0.0; CHANNELS]; years],
        tail_flows: vec![[0.0; CHANNELS]; years],
    };
    let add = |flows: &mut [[f64; CHANNELS]], paid: &[[f64; CHANNELS]], weight: f64| {
        for (sum, row) in flows.iter_mut().zip(paid) {
            for (sum, amount) in sum.iter_mut().zip(row) {
                *sum += amount * weight;
            }
        }
    };
    let builds = pays_for_building(terms.kind());
    for world in common.worlds.iter() {
        if let Some(market) = &market {
            pay(market, &world, &mut paid);
            means.gain -= side(&paid, &project, &common.owner) / draws;
        }
        pay(terms, &world, &mut paid);
        means.costs.push(-side(&paid, &public, &common.public));
        means.gain += side(&paid, &project, &common.owner) / draws;
        if builds {
            means.public_money_in += discounted(paid.iter().map(|row| row[0]), &common.public) / draws;
        }
        add(&mut means.flows, &paid, 1.0 / draws);
    }
    means.cost = means.costs.iter().sum::<f64>() / draws;
    let mut dearest: Vec<usize> = (0..means.costs.len()).collect();
    dearest.sort_unstable_by(|one, other| means.costs[*other].total_cmp(&means.costs[*one]).then(one.cmp(other)));
    // A share of a count of draws, rounded up, is a small whole number.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let tail = (means.costs.len() as f64 * TAIL).ceil() as usize;
    for draw in dearest.into_iter().take(tail) {
        pay(terms, &common.worlds.get(draw), &mut paid);
        add(&mut means.tail_flows, &paid, 1.0 / tail as f64);
    }
    means
}

fn range(values: &[f64]) -> Option<Ranged> {
    let value = *values.first()?;
    let low = values.iter().copied().fold(value, f64::min);
    let high = values.iter().copied().fold(value, f64::max);
    Some(Ranged::new(value, low, high))
}

fn one(common: &Common<'_>, offer: &Offer, rules: &[FundRule]) -> InstrumentResult {
    let setting = common.setting;
    let terms = &offer.terms;
    let kind = terms.kind();
    let mut means = means(common, terms);
    let mut paid = vec![[0.0; CHANNELS]; common.worlds.years()];
    pay(terms, &common.base, &mut paid);
    let first: Vec<f64> = paid.iter().map(|row| row[0]).collect();
    let discount = setting.rates.discount();
    let explores = kind == InstrumentKind::ExplorationCoFunding;
    let eligible = if explores { common.base.exploration } else { common.base.investment };
    let eligible_cost = present(eligible.iter().copied(), discount);
    let grant_equivalent = gross_grant_equivalent::of(terms, &common.base, &first, means.cost, &setting.rates);
    // Exploration is paid for whether or not a mine follows.
    let otherwise = if explores { present(first.iter().copied(), discount) } else { 0.0 };

    let gain = if common.investment > 0.0 { means.gain / common.investment } else { 0.0 };
    let chances = corners(&setting.chance, &setting.slope, gain);
    let cost = |with: f64| with * means.cost + (1.0 - with) * otherwise;
    let each = |of: &dyn Fn(Chances) -> f64| -> Vec<f64> { chances.iter().map(|one| of(*one)).collect() };
    let public_costs = each(&|one| cost(one.with));
    let costs_something = public_costs.iter().all(|cost| *cost > 0.0);
    let per_cost = |of: &dyn Fn(Chances) -> f64| {
        let values = each(&|one| of(one) / cost(one.with));
        if costs_something { range(&values) } else { None }
    };
    let zero = Ranged::point(0.0);
    let base_with = chances.first().map_or(0.0, |one| one.with);
    let supported = if pays_for_building(kind) || kind == InstrumentKind::Guarantee {
        present(first.iter().copied(), discount)
    } else {
        0.0
    };
    let subject = Subject { kind, grant_equivalent: grant_equivalent.value, eligible_cost, supported };
    let private = common.invested - means.public_money_in;
    InstrumentResult {
        name: offer.name.clone(),
        kind,
        terms: listed(offer),
        cost_if_built: means.cost,
        spread: spread(&mut means.costs, base_with, otherwise),
        public_cost: range(&public_costs).unwrap_or(zero),
        grant_equivalent,
        eligible_cost,
        intensity: grant_equivalent.value.filter(|_| eligible_cost > 0.0).map(|value| value / eligible_cost),
        intensity_limit: intensity_limit(rules, &setting.award).map(|limit| limit.value),
        leverage: (means.cost > 0.0).then(|| private / means.cost),
        npv_without: common.npv_without,
        npv_gain: means.gain,
        chance_without: range(&each(&|one| one.without)).unwrap_or(zero),
        chance_with: range(&each(&|one| one.with)).unwrap_or(zero),
        additional_tonnes: range(&each(&|one| one.added() * common.tonnes)).unwrap_or(zero),
        tonnes_per_eur: per_cost(&|one| one.added() * common.tonnes * 1e-6),
        points_per_million: setting
            .consumption
            .as_ref()
            .filter(|of| of.value > 0.0)
            .and_then(|consumption| per_cost(&|one| 100.0 * one.added() * common.benchmark_tonnes / consumption.value)),
        flows: flows(common, terms, &means),
        checks: check(rules, &setting.award, &subject),
        notes: notes(setting, grant_equivalent.basis, grant_equivalent.value, means.cost),
    }
}

fn listed(offer: &Offer) -> Vec<Term> {
    let term = |(name, value, unit)| Term { name, value, unit, assumed: offer.assumed };
    offer.terms.listed().into_iter().map(term).collect()
}

fn flows(common: &Common<'_>, terms: &Terms, means: &Means) -> Vec<FlowYear> {
    let mut flows = Vec::new();
    for (year, (row, tail)) in (common.worlds.first_year()..).zip(means.flows.iter().zip(&means.tail_flows)) {
        for ((channel, expected), tail) in channels(terms).iter().zip(row).zip(tail) {
            if *expected != 0.0 || *tail != 0.0 {
                let (what, when) = (channel.what, channel.when);
                flows.push(FlowYear {
                    year,
                    from: channel.from,
                    to: channel.to,
                    what,
                    when,
                    expected: *expected,
                    tail: *tail,
                });
            }
        }
    }
    flows
}

fn notes(setting: &Setting, basis: GrantEquivalentBasis, value: Option<f64>, cost: f64) -> Vec<String> {
    let mut notes = vec![
        "How far the instrument makes the project go ahead is an assumption with a range, not a measurement."
            .to_owned(),
    ];
    match basis {
        GrantEquivalentBasis::Loan => notes.push(
            "The owners' gain is against the same loan at the reference rate; where no bank would lend, it is larger."
                .to_owned(),
        ),
        GrantEquivalentBasis::Guarantee if value.is_none() => {
            notes.push("The safe-harbour premium is not in our facts: no grant equivalent.".to_owned());
        }
        GrantEquivalentBasis::Guarantee => notes.push(
            "The owners' gain is against the same guarantee at the safe-harbour premium; where no bank would lend, it is larger."
                .to_owned(),
        ),
        GrantEquivalentBasis::Expected => notes.push(
            "No communication of the Commission measures its grant equivalent: it is the expected payment, by our method."
                .to_owned(),
        ),
        GrantEquivalentBasis::SameTerms => notes.push(
            "On the terms of the private owners it is no aid. It brings money but not more return, so this measure sees nothing additional in it."
                .to_owned(),
        ),
        GrantEquivalentBasis::Grant => {}
    }
    if cost <= 0.0 {
        notes.push("In expectation it costs the public nothing, so there are no tonnes per euro.".to_owned());
    }
    notes.extend(setting.rates.notes.iter().cloned());
    notes
}
