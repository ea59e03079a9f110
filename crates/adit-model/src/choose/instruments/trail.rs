//! How the figures of an instrument came about, so that each opens.

use adit_number::{Ranged, Rule};

use super::comparison::InstrumentResult;
use super::method;
use super::rates::Setting;
use crate::workings::{Input, Worked, Workings};

fn stated(label: &str, value: f64, unit: &'static str) -> Input {
    Input::Stated { label: label.to_owned(), value, unit, id: None }
}

/// Writes the figures of an instrument under `instrument.FIGURE/PROJECT/NAME`.
pub(crate) fn write(setting: &Setting, result: &InstrumentResult, workings: &mut Workings) {
    let rates = rates(setting, workings);
    let mut put = |figure: &str, label: &str, number: Ranged, rule: &'static Rule, inputs: Vec<Input>| -> Worked {
        let id = format!("instrument.{figure}/{}/{}", setting.project, result.name);
        let label = format!("{label}: {} for {}", result.kind.name().to_lowercase(), setting.project);
        workings.number(id, label, number, rule, inputs)
    };
    let terms: Vec<Input> = result.terms.iter().map(|term| stated(term.name, term.value, term.unit)).collect();
    let discount = rates.discount.input();
    let with_terms = |inputs: Vec<Input>| terms.iter().cloned().chain(inputs).collect::<Vec<_>>();

    let cost = put(
        "cost-if-built",
        "Cost to the public if the project goes ahead",
        Ranged::point(result.cost_if_built),
        &method::COST_IF_BUILT,
        with_terms(vec![discount.clone()]),
    );
    let gain = put(
        "npv-effect",
        "What the owners gain",
        Ranged::point(result.npv_gain),
        &method::NPV_EFFECT,
        with_terms(vec![setting.owner_rate.input.clone()]),
    );
    let chance = put(
        "chance-with",
        "Chance of going ahead",
        result.chance_with,
        &method::CHANCE_WITH,
        vec![setting.chance.input.clone(), setting.slope.input.clone(), gain.input()],
    );
    let public = put(
        "public-cost",
        "Expected cost to the public",
        result.public_cost,
        &method::PUBLIC_COST,
        vec![chance.input(), cost.input()],
    );
    put(
        "tail-cost",
        "Cost to the public in the dearest five of a hundred states",
        Ranged::point(result.spread.tail_mean),
        &method::TAIL_COST,
        vec![chance.input(), cost.input()],
    );
    let eligible = put(
        "eligible-cost",
        "Eligible costs",
        Ranged::point(result.eligible_cost),
        &method::ELIGIBLE_COST,
        vec![discount.clone()],
    );
    if let Some(value) = result.grant_equivalent.value {
        let rule = result.grant_equivalent.rule();
        let mut inputs = with_terms(vec![discount.clone()]);
        if std::ptr::eq(rule, &raw const method::GGE_LOAN) {
            inputs.push(rates.reference.input());
        }
        if std::ptr::eq(rule, &raw const method::GGE_GUARANTEE) {
            inputs.extend(setting.rates.premium.as_ref().map(|premium| premium.input.clone()));
        }
        if std::ptr::eq(rule, &raw const method::GGE_EXPECTED) {
            inputs.push(cost.input());
        }
        let gge = put("gge", "Gross grant equivalent", Ranged::point(value), rule, inputs);
        if let Some(intensity) = result.intensity {
            let inputs = vec![gge.input(), eligible.input()];
            put("intensity", "Aid intensity", Ranged::point(intensity), &method::INTENSITY, inputs);
        }
    }
    if let Some(leverage) = result.leverage {
        let inputs = vec![cost.input(), discount.clone()];
        put("leverage", "Private money per public euro", Ranged::point(leverage), &method::LEVERAGE, inputs);
    }
    let counted = stated("last year counted", f64::from(setting.counted.1), "year");
    let tonnes = put(
        "additional-tonnes",
        "Additional tonnes",
        result.additional_tonnes,
        &method::ADDITIONAL_TONNES,
        vec![setting.chance.input.clone(), chance.input(), counted, discount],
    );
    if let Some(number) = result.tonnes_per_eur {
        let inputs = vec![tonnes.input(), public.input()];
        put("tonnes-per-eur", "Additional tonnes per public euro", number, &method::TONNES_PER_EUR, inputs);
    }
    if let (Some(number), Some(consumption)) = (result.points_per_million, &setting.consumption) {
        let inputs = vec![setting.chance.input.clone(), chance.input(), consumption.input.clone(), public.input()];
        put("points", "Benchmark points per million euro", number, &method::POINTS, inputs);
    }
}

struct RatesWorked {
    discount: Worked,
    reference: Worked,
}

fn rates(setting: &Setting, workings: &mut Workings) -> RatesWorked {
    let of = &setting.rates;
    let mut put = |figure: &str, label: &str, value: f64, rule: &'static Rule, margin: &Input| {
        let worked = workings.number(
            format!("instrument.{figure}/{}", setting.project),
            format!("{label} of {}", setting.project),
            Ranged::point(value),
            rule,
            vec![of.base.input.clone(), margin.clone()],
        );
        if !of.notes.is_empty() {
            workings.note(&worked, of.notes.join(" "));
        }
        worked
    };
    RatesWorked {
        discount: put(
            "discount-rate",
            "Discount rate",
            of.discount(),
            &method::DISCOUNT_RATE,
            &of.discount_margin.input,
        ),
        reference: put(
            "reference-rate",
            "Reference rate",
            of.reference(),
            &method::REFERENCE_RATE,
            &of.loan_margin.input,
        ),
    }
}
