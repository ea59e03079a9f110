//! The game in words that a regional council understands.

use adit_figure::number::{Reading, number};
use adit_model::together::Question;

use super::TogetherAnswer;

/// Below this part of the figure a change is "almost nothing".
const ALMOST_NOTHING: f64 = 0.005;

/// The answer first, then its reasons.
pub(super) fn says(answer: &TogetherAnswer) -> Vec<String> {
    let (Some(together), Some(sum)) = (answer.together, answer.sum_alone) else { return Vec::new() };
    let figure = |value: f64| amount(value, &answer.unit);
    let what = match answer.measure.as_str() {
        "sr" => format!("the supply risk of {}", answer.material_name.to_lowercase()),
        "single-country" => format!("the largest third-country share of {}", answer.material_name.to_lowercase()),
        stage => {
            format!("the Union's {stage} of {} as a share of its consumption", answer.material_name.to_lowercase())
        }
    };
    let stage = answer.stage.as_ref().map_or_else(String::new, |stage| format!(" at {stage}"));
    let mut says = Vec::new();
    let from = match (answer.before, answer.after) {
        (Some(before), Some(after)) => format!(", from {} to {}", figure(before), figure(after)),
        _ => String::new(),
    };
    let direction = direction(together, answer.before, &answer.measure);
    let who = match answer.regions.as_slice() {
        [one] => format!("The projects of {} ({})", one.name, one.code),
        several => format!("Together these {} regions", several.len()),
    };
    says.push(format!("{who} {direction} {what}{stage} in {}{from}.", answer.year));
    if answer.regions.len() > 1 {
        says.push(compared(answer, together, sum));
    }
    let mut shares: Vec<(&String, f64)> = answer.shapley.iter().map(|(code, share)| (code, *share)).collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1));
    let named = |code: &str| {
        answer
            .regions
            .iter()
            .find(|region| region.code == code)
            .map_or_else(|| code.to_owned(), |r| format!("{} ({code})", r.name))
    };
    let largest = shares.first().filter(|(_, share)| answer.regions.len() > 1 && *share > 0.0);
    if let Some((first, share)) = largest {
        says.push(format!("The largest share is that of {}: {}.", named(first), figure(*share)));
    }
    let negative: Vec<String> =
        shares.iter().filter(|(_, share)| *share < -1e-12).map(|(code, _)| named(code)).collect();
    if !negative.is_empty() {
        says.push(format!("The share of {} is negative: its tonnes make the figure worse.", negative.join(", ")));
    }
    let nothing: Vec<String> =
        answer.regions.iter().filter(|region| region.tonnes == 0.0).map(|region| named(&region.code)).collect();
    if !nothing.is_empty() {
        says.push(format!("No tonnes count for {}: see what is not known.", nothing.join(", ")));
    }
    if let (Some(low), Some(high)) = (answer.together_low, answer.together_high) {
        says.push(format!(
            "By the ranges of tonnes, probabilities and demand the change lies between {} and {}.",
            figure(low),
            figure(high)
        ));
    }
    if answer.capped {
        says.push("They offer more than can displace anything in the Union: the rest is exported.".to_owned());
    }
    says
}

/// Together against each alone.
fn compared(answer: &TogetherAnswer, together: f64, sum: f64) -> String {
    let figure = |value: f64| amount(value, &answer.unit);
    let relation = if (together - sum).abs() <= 1e-9 * together.abs().max(1e-9) {
        "the same as"
    } else if together > sum {
        "more than"
    } else {
        "less than"
    };
    format!(
        "That is worth {} together, {relation} the {} of each alone added up{}.",
        figure(together),
        figure(sum),
        match relation {
            "less than" => ": the first tonnes change most, and later ones displace less of the same",
            "more than" => ": they complement each other",
            _ => "",
        }
    )
}

fn direction(together: f64, before: Option<f64>, measure: &str) -> &'static str {
    let scale = before.map_or(1.0, f64::abs).max(1e-9);
    let lowers = matches!(measure, "sr" | "single-country");
    if together.abs() / scale < ALMOST_NOTHING {
        "change almost nothing in"
    } else if (together > 0.0) == lowers {
        "lower"
    } else {
        "raise"
    }
}

fn amount(value: f64, unit: &str) -> String {
    let rounded = if unit == "share" { (value * 1e4).round() / 1e4 } else { (value * 1e3).round() / 1e3 };
    let text = number(&Reading::plain(Some(rounded), unit));
    if unit == "share" { format!("{text}-points").replace("%-points", "%") } else { text }
}

/// What must be said beside the figures.
pub(super) fn notes(question: &Question) -> Vec<String> {
    let mut notes = vec![
        "Positive is better: before less after for supply risk and the largest third country, after less before for \
         shares of capacity. A value may fall when a region joins, and a share may be negative."
            .to_owned(),
        "The official shares are means of 2016 to 2020; the tonnes are those of the year asked for. The game moves the \
         official figure as published, it is no forecast of it."
            .to_owned(),
    ];
    if question.all_built {
        notes.push("As asked, every project is built and runs: probability 1, no delay, no ramp-up.".to_owned());
    } else {
        notes.push("Tonnes are expected ones: capacity times probability, ramp-up and utilisation.".to_owned());
    }
    notes
}
