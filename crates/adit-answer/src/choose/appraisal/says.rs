//! The answer of an appraisal in plain words.

use adit_figure::number::{Reading, bounds, number};
use adit_model::choose::appraise::BreakEven;

use super::AppraisalAnswer;
use super::build::Ran;

/// The most important first: worth, how sure, at which price, what it rests on.
pub(crate) fn summary(ran: &Ran<'_>, answer: &AppraisalAnswer) -> Vec<String> {
    let mut says = vec![worth(ran, answer)];
    says.push(price(ran, answer));
    says.push(rests_on(answer));
    says
}

/// Net present value in the base case and its band.
pub(crate) fn worth(ran: &Ran<'_>, answer: &AppraisalAnswer) -> String {
    let year = ran.plan.money_year;
    let base = answer.npv.base.unwrap_or(f64::NAN);
    let rate = percent(ran.plan.finance.discount.value);
    let word = if base >= 0.0 { "is worth" } else { "loses" };
    let money = million(base.abs());
    let base = format!(
        "{} {word} an estimated {money} in the base case: net present value at the end of {year}, money of {year}, at {rate} real.",
        answer.project.name
    );
    match (answer.npv.p5, answer.npv.p95, answer.chance_positive) {
        (Some(low), Some(high), Some(chance)) => format!(
            "{base} Nine of ten draws lie within {}; {} of the draws are above zero.",
            bounds(&Reading::between(answer.npv.p50, Some(low), Some(high), "million EUR")),
            percent(chance)
        ),
        _ => base,
    }
}

fn price(ran: &Ran<'_>, answer: &AppraisalAnswer) -> String {
    let main = ran.plan.products.first();
    let product = main.map(|product| product.name.as_str()).unwrap_or_default();
    let today = main.map(|product| euro(product.price.value)).unwrap_or_default();
    match ran.appraisal.break_even {
        BreakEven::Price { price, .. } => {
            let cost = answer
                .levelised_cost
                .base
                .map(|cost| format!(" A tonne contained costs {} over the life, by-products taken off.", euro(cost)));
            format!(
                "It breaks even at a constant price of {} a tonne of what is sold ({product}); the base case has {today}.{}",
                euro(price),
                cost.unwrap_or_default()
            )
        }
        BreakEven::AtAnyPrice => format!("It pays even if {product} is given away: its other products carry it."),
        BreakEven::AtNone => "No price of the main product pays for it: what is earned is taken away again.".to_owned(),
    }
}

fn rests_on(answer: &AppraisalAnswer) -> String {
    let count = |kind: &str| answer.inputs.iter().filter(|input| input.kind == kind).count();
    let (facts, assumed) = (count("fact"), count("assumption"));
    format!("It rests on {facts} sourced inputs and {assumed} assumptions, each listed with its source or reason.")
}

/// Two significant digits of a million euro: an appraisal knows no more.
pub(crate) fn million(value: f64) -> String {
    number(&Reading::plain(Some(significant(value, 2)), "million EUR"))
}

fn euro(value: f64) -> String {
    number(&Reading::plain(Some(significant(value, 3)), "EUR"))
}

pub(crate) fn percent(share: f64) -> String {
    number(&Reading::plain(Some((share * 1e3).round() / 1e3), "share"))
}

/// A number to so many significant digits.
pub(crate) fn significant(value: f64, digits: i32) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10f64.powi(digits - 1 - first_place(value.abs()));
    (value * scale).round() / scale
}

/// Place of the first digit.
fn first_place(value: f64) -> i32 {
    let mut place = 0;
    let mut rest = value;
    while rest >= 10.0 {
        rest /= 10.0;
        place += 1;
    }
    while rest < 1.0 {
        rest *= 10.0;
        place -= 1;
    }
    place
}
