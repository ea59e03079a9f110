//! The form of a round that puts statements to the vote: each with agree, disagree and pass, and the choice to leave it out.

use adit_record::Hash;
use adit_record::round::{Definition, Statement, Trouble, Vote, Voters};
use maud::{Markup, html};

use crate::rounds::door::{VOTE, field};
use crate::rounds::form::fields::heading;
use crate::rounds::form::{Notice, SLIP};
use crate::typed::Typed;

/// The whole form.
pub(super) fn form(asked: &Definition, typed: &Typed, notice: &Notice) -> Markup {
    let none = Vec::new();
    let troubles = if let Notice::Troubles(troubles) = notice { troubles } else { &none };
    let wrong = |field: &str| troubles.iter().find(|trouble| trouble.field == field);
    html! {
        h1 { (asked.title) }
        (heading(asked, typed, notice))
        form.round method="post" action={ "/rounds/" (asked.id) } novalidate {
            input type="hidden" name="code" value=[typed.get("code")];
            @if let Some(code) = typed.get("replaces") { input type="hidden" name="replaces" value=(code); }
            h2 id="vote-legend" { (asked.statements.len()) " statements" }
            p.soft {
                "“Pass” means that you have read it and would rather say neither. What you leave out is not counted. "
                "The statements stand in another order for everybody, so that none is always the first."
            }
            @if let Some(wrong) = wrong("form") { p.error { (wrong.says) } }
            @for statement in in_order_of(typed.get("code").unwrap_or(""), &asked.statements) {
                (one(asked, statement, typed, wrong(&statement.id)))
            }
            @if asked.voters == Voters::Codes && typed.get("replaces").is_none() { (slip(typed, wrong(SLIP))) }
            p { button type="submit" { "Send my votes" } }
            p.soft { "You then get a code with which you can check, change or withdraw them." }
        }
    }
}

/// The statements in an order that hangs on the code of the form: another one for everybody, and the same when the form is
/// shown again.
fn in_order_of<'a>(code: &str, statements: &'a [Statement]) -> Vec<&'a Statement> {
    let mut ordered: Vec<&Statement> = statements.iter().collect();
    ordered.sort_by_cached_key(|one| {
        Hash::of(&[b"adit order 1\n", code.as_bytes(), b"\n", one.id.as_bytes()]).to_string()
    });
    ordered
}

fn one(asked: &Definition, statement: &Statement, typed: &Typed, wrong: Option<&Trouble>) -> Markup {
    let name = field(VOTE, &statement.id);
    let chosen = typed.filled(&name).and_then(Vote::named);
    let choices = Vote::ALL.map(|vote| (vote.word(), said(vote), chosen == Some(vote)));
    html! {
        fieldset.statement aria-describedby=[wrong.map(|_| format!("{name}-error"))] {
            legend id=(name) { bdi { (statement.text) } }
            @if let Some(wrong) = wrong { p.error id={ (name) "-error" } { (wrong.says) } }
            div.votes {
                @for (word, says, checked) in choices.into_iter().chain([("", "Leave out", chosen.is_none())]) {
                    label { input type="radio" name=(name) value=(word) checked[checked]; span { (says) } }
                }
            }
            (source(asked, statement))
        }
    }
}

/// The participation code, where each is good for one answer.
fn slip(typed: &Typed, wrong: Option<&Trouble>) -> Markup {
    let error = wrong.map(|_| " slip-error").unwrap_or_default();
    html! {
        div.field {
            label for=(SLIP) { "The code from your slip" }
            p.soft id="slip-hint" { "It was handed out for this project and is good for one answer. That it was used is kept, and not with which votes." }
            @if let Some(wrong) = wrong { p.error id="slip-error" { (wrong.says) } }
            input.long type="text" id=(SLIP) name=(SLIP) value=[typed.get(SLIP)] autocomplete="off" autocapitalize="characters" spellcheck="false"
                maxlength="40" aria-describedby={ "slip-hint" (error) } aria-invalid=[wrong.map(|_| "true")];
        }
    }
}

/// Where a statement comes from.
pub(in crate::rounds) fn source(asked: &Definition, statement: &Statement) -> Markup {
    html! {
        @if let (Some(project), Some(entry)) = (&asked.project, statement.entry) {
            p.soft { "From " a href={ "/records/" (project) "/entries/" (entry) } { "#" (entry) " of the record" } "." }
        }
    }
}

fn said(vote: Vote) -> &'static str {
    match vote {
        Vote::Agree => "Agree",
        Vote::Disagree => "Disagree",
        Vote::Pass => "Pass",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_hangs_on_the_code_alone_and_every_statement_is_sometimes_first() {
        let asked =
            adit_record::round::read_file(include_str!("../../../../../examples/rounds/barranco-2026.toml")).unwrap();
        let order = |code: &str| -> Vec<String> {
            in_order_of(code, &asked.statements).into_iter().map(|one| one.id.clone()).collect()
        };
        assert_eq!(order("7QK2-M9XV-0F3T-AC5E"), order("7QK2-M9XV-0F3T-AC5E"));
        let first: std::collections::BTreeSet<String> =
            (0..200).map(|code| order(&code.to_string()).remove(0)).collect();
        assert_eq!(first.len(), asked.statements.len());
    }
}
