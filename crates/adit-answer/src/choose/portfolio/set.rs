//! A chosen set in the words of ids: `keliber:2026:none,cinovec-lithium:2029:soft-loan:0.5`.

use adit_model::choose::portfolio::{Answer, Choice, Pick, Portfolio, Risk, check};
use adit_model::problem::MixedStatus;

use crate::error::AnswerError;
use crate::question::unreadable;

/// The words of a set: project, start year, instrument, and the size where it is not the whole.
pub(crate) fn set_words(portfolio: &Portfolio, choice: &Choice) -> String {
    let of = |pick: &Pick| {
        let candidate = &portfolio.candidates[pick.candidate];
        let course = &candidate.courses[pick.course];
        let instrument = course.instrument.map_or("none", |at| portfolio.instruments[at].id.as_str());
        let size = if pick.size == 1.0 { String::new() } else { format!(":{}", pick.size) };
        format!("{}:{}:{instrument}{size}", candidate.id, course.start)
    };
    choice.picks.iter().map(of).collect::<Vec<_>>().join(",")
}

/// A set from its words.
pub(crate) fn choice_of(portfolio: &Portfolio, words: &str) -> Result<Choice, AnswerError> {
    let mut picks = Vec::new();
    for text in words.split(',').filter(|text| !text.is_empty()) {
        let pick = pick(portfolio, text).ok_or_else(|| {
            let hint = "write project:start:instrument of this portfolio, and its size if it is not the whole: keliber:2026:none";
            unreadable("chosen", text, hint)
        })?;
        picks.push(pick);
    }
    picks.sort_by_key(|pick: &Pick| pick.candidate);
    Ok(Choice { picks })
}

fn pick(portfolio: &Portfolio, text: &str) -> Option<Pick> {
    let mut parts = text.split(':');
    let candidate = portfolio.candidate(parts.next()?)?;
    let start = parts.next()?.parse().ok()?;
    let instrument = match parts.next()? {
        "none" => None,
        id => Some(portfolio.instruments.iter().position(|instrument| instrument.id == id)?),
    };
    let size = parts.next().map_or(Some(1.0), |size| size.parse().ok())?;
    let course = portfolio.candidates[candidate].course(start, instrument)?;
    parts.next().is_none().then_some(Pick { candidate, course, size })
}

/// A set that an id carries: counted and checked, not solved for.
pub(crate) fn carried_answer(portfolio: &Portfolio, choice: Choice, risk: Option<&dyn Risk>) -> Answer {
    let checked = check(portfolio, &choice, risk);
    Answer {
        status: MixedStatus::TimeLimit,
        objective: checked.objective,
        choice: Some(choice),
        bound: f64::NAN,
        gap: f64::INFINITY,
        checked: Some(checked),
        nodes: 0,
        seconds: 0.0,
    }
}
