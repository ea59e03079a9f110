//! One change of a scenario as a word: `set:recycling/ec-2023/lithium/eol-rir:0.3`, with bounds `0.3~0.2~0.4`.

use adit_facts::{Amount, Change, Operation};

use super::unreadable;
use crate::error::AnswerError;

pub(super) fn write(change: &Change) -> String {
    let (word, amount) = match change.operation {
        Operation::Set(amount) => ("set", amount),
        Operation::Add(amount) => ("add", amount),
        Operation::Scale(amount) => ("scale", amount),
    };
    let amount = match amount {
        Amount::Exact(value) => value.to_string(),
        Amount::Between { value, low, high } => format!("{value}~{low}~{high}"),
    };
    format!("{word}:{}:{amount}", change.fact.as_str())
}

pub(super) fn read(text: &str) -> Result<Change, AnswerError> {
    let wrong = || {
        unreadable(
            "change",
            text,
            "write set, add or scale, a fact and an amount: set:recycling/ec-2023/lithium/eol-rir:0.3",
        )
    };
    let (word, rest) = text.split_once(':').ok_or_else(wrong)?;
    let (fact, amount) = rest.rsplit_once(':').ok_or_else(wrong)?;
    let amount = read_amount(amount).ok_or_else(wrong)?;
    match word {
        "set" => Ok(Change::set(fact, amount)),
        "add" => Ok(Change::add(fact, amount)),
        "scale" => Ok(Change::scale(fact, amount)),
        _ => Err(wrong()),
    }
}

fn read_amount(text: &str) -> Option<Amount> {
    let numbers: Vec<f64> = text.split('~').map(str::parse).collect::<Result<_, _>>().ok()?;
    match *numbers.as_slice() {
        [value] if value.is_finite() => Some(Amount::Exact(value)),
        [value, low, high] if low.is_finite() && high.is_finite() && (low..=high).contains(&value) => {
            Some(Amount::Between { value, low, high })
        }
        _ => None,
    }
}
