//! The page of everything that the Act makes due: what comes next on top.

use adit_answer::promises::obligations::{ObligationEntry, ObligationsAnswer};
use adit_facts::law::Party;
use maud::{Markup, html};

use crate::plain::encoded;

/// The calendar as of a day, for a party or for all.
pub fn page(answer: &ObligationsAnswer) -> (String, Markup) {
    let title = "What does the law require next, and of whom?";
    let who = answer.who.as_deref().unwrap_or("");
    let body = html! {
        h1 { (title) }
        @if let Some(first) = answer.says.first() { p.lead { (first) "." } }
        @for line in answer.says.iter().skip(1) { p { (line) "." } }
        form.asked method="get" action="/obligations" {
            label for="as-of" { "As of" }
            input id="as-of" name="as-of" type="date" value=(answer.as_of);
            label for="who" { "Who" }
            select id="who" name="who" {
                option value="" selected[who.is_empty()] { "everybody" }
                @for party in Party::ALL.map(Party::id) { option value=(party) selected[party == who] { (party.replace('-', " ")) } }
            }
            button type="submit" { "Show" }
        }
        p.tools { a href={ "/obligations/calendar.ics?as-of=" (answer.as_of) "&who=" (who) } { "Calendar" } " "
            a href={ "/api/v1/obligations?as-of=" (answer.as_of) "&who=" (who) } { "JSON" } " " a href="/clocks" { "Clocks of projects" } }
        div.wide tabindex="0" role="region" aria-label="Obligations" { table {
            thead { tr { th scope="col" { "Due" } th scope="col" { "Who" } th scope="col" { "What" } th scope="col" { "Rule" } } }
            tbody { @for entry in &answer.obligations { (row(entry)) } }
        } }
        @if !answer.notes.is_empty() { h2 { "Notes" } ul.notes { @for note in &answer.notes { li { (note) } } } }
    };
    (title.to_owned(), body)
}

fn row(entry: &ObligationEntry) -> Markup {
    html! { tr {
        td {
            @match (&entry.due, &entry.why) {
                (Some(due), Some(id)) => { a.why.day href={ "/plain/why?id=" (encoded(id)) } { (due) } },
                (Some(due), None) => { span.day { (due) } },
                (None, _) => { span.soft { "no day yet" } },
            }
        }
        td { (entry.who.replace('-', " ")) }
        td {
            (entry.what)
            @if let Some(trigger) = &entry.trigger { br; span.soft { "After: " (trigger) } }
            @if let Some(says) = &entry.says { br; span.soft { (says) } }
            @if let Some(note) = &entry.note { br; span.soft { (note) } }
        }
        td { (entry.rule) @if entry.version != "in-force" { br; span.soft { (entry.version.replace('-', " ")) } } }
    } }
}
