//! The fields of the form: each criterion with what it means, three ways to say what matters, the group. Which way is
//! shown follows the choice by style alone; a browser that cannot do that shows all three, and the choice still counts.

use adit_figure::number::{Reading, number};
use adit_record::round::{Better, Criterion, Definition, Trouble, Voters};
use maud::{Markup, html};

use crate::rounds::door::{VOTE, field};
use crate::rounds::form::{Notice, SLIP};
use crate::typed::Typed;

/// The whole form.
pub(super) fn form(asked: &Definition, typed: &Typed, notice: &Notice) -> Markup {
    let none = Vec::new();
    let troubles = if let Notice::Troubles(troubles) = notice { troubles } else { &none };
    let action = format!("/rounds/{}", asked.id);
    html! {
        h1 { (asked.title) }
        (heading(asked, typed, notice))
        form.round method="post" action=(action) novalidate {
            input type="hidden" name="code" value=[typed.get("code")];
            @if let Some(code) = typed.get("replaces") { input type="hidden" name="replaces" value=(code); }
            (ways(typed))
            (points(asked, typed, troubles))
            (ranking(asked, typed, troubles))
            (swing(asked, typed, troubles))
            (groups(asked, typed, troubles))
            p { button type="submit" { "Send my answer" } }
            p.soft { "You then get a code with which you can check, change or withdraw it." }
        }
    }
}

/// What stands above the fields: what is wrong with each, the question, and what happens with the answer.
pub(super) fn heading(asked: &Definition, typed: &Typed, notice: &Notice) -> Markup {
    let none = Vec::new();
    let troubles = if let Notice::Troubles(troubles) = notice { troubles } else { &none };
    let way = if asked.asks_votes() { VOTE } else { typed.way() };
    let place = |trouble: &Trouble| match trouble.field.as_str() {
        "group" => "group-legend".to_owned(),
        SLIP => SLIP.to_owned(),
        "form" => format!("{way}-legend"),
        criterion => field(way, criterion),
    };
    html! {
        @if !troubles.is_empty() {
            section.troubles role="alert" aria-labelledby="troubles" {
                h2 id="troubles" { "Nothing is recorded yet. Please look at this again:" }
                ul { @for trouble in troubles {
                    li { a href={ "#" (place(trouble)) } { (of(asked, &trouble.field)) } ": " (trouble.says) }
                } }
            }
        }
        @if let Notice::Says(says) = notice { section.troubles role="alert" { p { (says) } } }
        @if typed.get("replaces").is_some() {
            section.troubles { p { "You are changing your answer. What you send now takes the place of the earlier one, and comes with a new code." } }
        }
        p.lead { (asked.question) }
        p.soft { "Asked by " (asked.who_asks) ". Open until " (asked.closes.in_words()) "." }
        details {
            summary { "What happens with your answer?" }
            ul {
                @if asked.asks_votes() {
                    li { "No name, address or account is asked, and none is stored. Your votes are kept with the day." }
                    @if asked.voters == Voters::Codes { li { "Of the code from your slip is kept that it was used; your votes are not kept with it." } }
                    li { "The result appears when the round has been closed: the votes on each statement, and those of groups of people who vote alike. Of fewer than five people nothing is shown, and single answers never are." }
                } @else {
                    li { "No name, address or account is asked, and none is stored. Your answer is kept with the group that you choose and the day." }
                    li { "The result appears when the round has been closed, group by group. Of a group with fewer than five answers nothing is shown, and single answers never are." }
                }
                li { "Answers cannot be changed unnoticed: each is bound into a chain, and your receipt proves that yours is in it." }
            }
        }
    }
}

/// The name of what a trouble is about.
fn of<'a>(asked: &'a Definition, field: &'a str) -> &'a str {
    match field {
        "group" => "Where you speak from",
        "form" => "Your answer",
        SLIP => "The code from your slip",
        id => {
            let statement = asked.statements.iter().find(|statement| statement.id == id).map(|one| one.text.as_str());
            statement.or_else(|| asked.criterion(id).map(|criterion| criterion.name.as_str())).unwrap_or(id)
        }
    }
}

fn ways(typed: &Typed) -> Markup {
    let words = [
        ("points", "Points", "each criterion gets 0 to 100"),
        ("ranking", "An order", "what matters most, what next"),
        ("swing", "Steps", "which improvement you want first, and the others beside it"),
    ];
    html! {
        fieldset.choice {
            legend { "How would you like to say it?" }
            @for (way, name, hint) in words {
                label for={ "way-" (way) } {
                    input type="radio" name="way" id={ "way-" (way) } value=(way) checked[typed.way() == way];
                    span { b { (name) } " " span.soft { (hint) } }
                }
            }
        }
    }
}

/// One way: a legend, what to do, what is wrong with it as a whole, and a field for each criterion.
fn way(asked: &Definition, typed: &Typed, troubles: &[Trouble], name: &str, legend: &str, hint: &str) -> Markup {
    // Troubles belong to the way that was chosen; the others show none.
    let troubles = if typed.way() == name { troubles } else { &[] };
    let wrong = troubles.iter().find(|trouble| trouble.field == "form");
    html! {
        fieldset class={ "way " (name) } {
            legend id={ (name) "-legend" } { (legend) }
            p.soft { (hint) }
            @if let Some(wrong) = wrong { p.error { (wrong.says) } }
            @for criterion in &asked.criteria {
                @let id = field(name, &criterion.id);
                @let wrong = troubles.iter().find(|trouble| trouble.field == criterion.id);
                @let described = format!("{id}-hint{}", if wrong.is_some() { format!(" {id}-error") } else { String::new() });
                div.criterion {
                    label for=(id) { (criterion.name) }
                    p.soft id={ (id) "-hint" } { (meaning(criterion)) }
                    @if let Some(wrong) = wrong { p.error id={ (id) "-error" } { (wrong.says) } }
                    input type="text" inputmode=(if name == "ranking" { "numeric" } else { "decimal" }) autocomplete="off" maxlength="12"
                        id=(id) name=(id) value=[typed.get(&id)] aria-describedby=(described) aria-invalid=[wrong.map(|_| "true")];
                }
            }
        }
    }
}

fn points(asked: &Definition, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let hint =
        "From 0 (does not matter to me) to 100 (matters most). What matters twice as much gets twice the points.";
    way(asked, typed, troubles, "points", "How much does each matter to you?", hint)
}

fn ranking(asked: &Definition, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let hint = "Write 1 beside what matters most, 2 beside the next, and so on. What you leave empty comes after everything that has a number.";
    way(asked, typed, troubles, "ranking", "In which order do they matter to you?", hint)
}

fn swing(asked: &Definition, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let hint = "Imagine that everything stood at its worst. Which one step, from worst to best, would you want first? Give it 100. \
                Give each other step a number beside it: 50 if it is worth half as much to you, 0 if it is worth nothing.";
    way(asked, typed, troubles, "swing", "Which step from worst to best do you want most?", hint)
}

/// What a criterion means, with its unit and the values between which a choice is made.
pub(super) fn meaning(criterion: &Criterion) -> Markup {
    let unit = criterion.unit.as_deref().unwrap_or("");
    let value = |value: f64| number(&Reading::plain(Some(value), unit));
    html! {
        (criterion.means) "."
        @match (criterion.worst, criterion.best) {
            (Some(worst), Some(best)) => { " Worst " (value(worst)) ", best " (value(best)) "." }
            _ => {
                @if !unit.is_empty() { " In " (unit) "." }
                @if criterion.better == Better::Lower { " Less is better." } @else { " More is better." }
            }
        }
    }
}

fn groups(asked: &Definition, typed: &Typed, troubles: &[Trouble]) -> Markup {
    let wrong = troubles.iter().find(|trouble| trouble.field == "group");
    let choices = asked.groups.iter().map(|group| (group.id.as_str(), group.name.as_str()));
    html! {
        fieldset.choice aria-describedby=[wrong.map(|_| "group-error")] {
            legend id="group-legend" { "Where do you speak from?" }
            p.soft { "Answers are summed up by group. A group is shown only when at least five answers came from it." }
            @if let Some(wrong) = wrong { p.error id="group-error" { (wrong.says) } }
            @for (id, name) in choices.chain([("", "I would rather not say")]) {
                label for={ "group-" (if id.is_empty() { "-not-said" } else { id }) } {
                    input type="radio" name="group" id={ "group-" (if id.is_empty() { "-not-said" } else { id }) } value=(id) checked[typed.get("group") == Some(id)];
                    span { (name) }
                }
            }
        }
    }
}
