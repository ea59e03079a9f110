//! What a question changes, in words.

use adit_facts::{Change, Operation};
use adit_figure::number::{Reading, number};

use crate::asked::Asked;
use crate::names;

/// One sentence for each change that the question asks for.
pub(super) fn in_words(asked: &Asked) -> Vec<String> {
    let question = &asked.question;
    let words = asked.words();
    let place =
        |code: &str| words.find_country(code).map_or_else(|| code.to_owned(), |c| words.country(c).name.clone());
    let percent = |share: f64| number(&Reading::plain(Some(share), "share"));
    let at = question.stage.map(|stage| format!(" at {stage}")).unwrap_or_default();
    let mut said: Vec<String> = question.changes.changes.iter().map(|change| scenario_change(asked, change)).collect();
    let added = |(code, share): &(String, f64)| {
        format!(
            "{} takes {} of EU sourcing{at}; the other sources give way in proportion.",
            place(code),
            percent(*share)
        )
    };
    said.extend(
        question.without.iter().map(|code| {
            format!("{} supplies nothing{at}; the other suppliers fill the gap in proportion.", place(code))
        }),
    );
    said.extend(question.add.iter().map(added));
    said.extend(question.recycling.map(|rate| format!("The end-of-life recycling input rate is {}.", percent(rate))));
    if let Some(scope) = question.scope {
        said.push(format!("Every stage is computed under the scope {scope}, whatever scope was published."));
    }
    said
}

fn scenario_change(asked: &Asked, change: &Change) -> String {
    let fact = change.fact.as_str();
    let what = if change.fact.is_exact() { names::of_fact(&asked.package, fact) } else { fact.to_owned() };
    match change.operation {
        Operation::Set(amount) => format!("Scenario: {what} is {}.", amount.number().value),
        Operation::Add(amount) => format!("Scenario: {what} plus {}.", amount.number().value),
        Operation::Scale(amount) => format!("Scenario: {what} times {}.", amount.number().value),
    }
}
