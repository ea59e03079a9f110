//! The pages of clocks: when must who have decided, what stopped the days, and what if.

use adit_answer::promises::clock::list::ClocksAnswer;
use adit_answer::promises::clock::{ClockAnswer, ClockDeadline};
use maud::{Markup, html};

use crate::plain::encoded;

/// The clocks that come with adit.
pub fn list(answer: &ClocksAnswer) -> (String, Markup) {
    let title = "By when must it be decided?";
    let body = html! {
        h1 { (title) }
        p.lead { "The permit clock of the Critical Raw Materials Act, for five cases. A clock of your own is a small file: "
            code { "adit clock FILE" } " computes it, and so does the API." }
        ul.rounds {
            @for clock in &answer.clocks {
                li {
                    a href={ "/clocks/" (clock.clock) } { (clock.name) }
                    p.soft {
                        @if let Some(country) = &clock.country { (country) ". " }
                        @match (&clock.due, &clock.effective) {
                            (Some(due), Some(effective)) => { "Decision due " (due) ", in effect " (effective) "." },
                            (Some(due), None) => { "Decision due " (due) "." },
                            _ => { "No day is known for the decision." },
                        }
                    }
                }
            }
        }
        p { a href="/obligations" { "Everything that the Act makes due, for everybody" } }
    };
    (title.to_owned(), body)
}

/// The page of one clock.
pub fn page(id: &str, answer: &ClockAnswer) -> (String, Markup) {
    let project = &answer.project;
    let title = format!("By when must {} be decided?", project.name);
    let body = html! {
        h1 { (title) }
        @if let Some(first) = answer.says.first() { p.lead { (first) "." } }
        @for line in answer.says.iter().skip(1) { p { (line) "." } }
        p.soft {
            "As of " (answer.as_of) ". "
            @if let Some(country) = &project.country { (country) ". " }
            (project.stages.join(", ")) "; " (project.status) " at recognition."
        }
        p.tools { a href={ "/clocks/" (id) "/calendar.ics" } { "Calendar" } " " a href={ "/api/v1/clocks/" (id) } { "JSON" } " " a href="/clocks" { "All clocks" } }
        (asked(id, answer))
        h2 { "What is due" }
        (deadlines(answer))
        (breaches(answer))
        (readings(answer))
        (stops(answer))
        (events(answer))
        @if !answer.duties.is_empty() {
            h2 { "Duties without a day" }
            ul { @for duty in &answer.duties { li {
                (duty.who.replace('-', " ")) ": " (duty.what) " " span.soft { (duty.rule) }
                @if let Some(done) = &duty.done { " Done " (done) "." }
            } } }
        }
        h2 { "Notes" }
        ul.notes { @for note in &answer.notes { li { (note) } } }
    };
    (title, body)
}

/// What may be moved: the day of the question, and one event that is supposed.
fn asked(id: &str, answer: &ClockAnswer) -> Markup {
    let supposed = answer.what_if.first().cloned().unwrap_or_default();
    html! {
        form.asked method="get" action={ "/clocks/" (id) } {
            label for="as-of" { "As of" }
            input id="as-of" name="as-of" type="date" value=(answer.as_of);
            label for="what-if" { "What if (event=day)" }
            input.long id="what-if" name="what-if" type="text" value=(supposed) placeholder="supplement-delivered=2026-06-01";
            button type="submit" { "Show" }
        }
    }
}

fn deadlines(answer: &ClockAnswer) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label="What is due" {
            table {
                thead { tr { th scope="col" { "What" } th scope="col" { "Who" } th scope="col" { "Due" } th scope="col" { "In effect" } th scope="col" { "State" } th scope="col" { "Rule" } } }
                tbody { @for deadline in &answer.deadlines { tr {
                    th scope="row" { (deadline.what) @if let Some(note) = &deadline.note { br; span.soft { (note) } } }
                    td { (deadline.who.replace('-', " ")) }
                    td { (day(deadline.due.as_ref(), deadline.why.as_deref())) @if let Some(latest) = &deadline.latest { br; span.soft { "at the latest " (day(Some(latest), deadline.why_latest.as_deref())) } } }
                    td { (day(deadline.effective.as_ref(), deadline.why_effective.as_deref())) }
                    td { (state(deadline)) }
                    td { (deadline.rule) }
                } } }
            }
        }
    }
}

fn state(deadline: &ClockDeadline) -> Markup {
    let days = deadline.days_left.map(|days| match days {
        0 => "today".to_owned(),
        1 => "1 day left".to_owned(),
        -1 => "1 day over".to_owned(),
        days if days > 0 => format!("{days} days left"),
        days => format!("{} days over", -days),
    });
    html! {
        (deadline.state.replace('-', " "))
        @if let Some(done) = &deadline.done { " " (done) } @else if let Some(days) = days { br; span.soft { (days) } }
        @if deadline.stopped_days > 0 { br; span.soft { "stopped " (deadline.stopped_days) " days" } }
        @if deadline.extended > 0 { br; span.soft { "extended " (deadline.extended) " months" } }
    }
}

fn day(day: Option<&String>, why: Option<&str>) -> Markup {
    html! {
        @match (day, why) {
            (Some(day), Some(id)) => { a.why.day href={ "/plain/why?id=" (encoded(id)) } { (day) } },
            (Some(day), None) => { span.day { (day) } },
            (None, _) => { span.soft { "not known" } },
        }
    }
}

fn breaches(answer: &ClockAnswer) -> Markup {
    html! { @if !answer.breaches.is_empty() {
        h2 { "What did not keep to a rule" }
        ul { @for breach in &answer.breaches { li { (breach.text) " " span.soft { (breach.rule) ", " (breach.on) } } } }
    } }
}

fn readings(answer: &ClockAnswer) -> Markup {
    html! { @if answer.readings.len() > 1 {
        h2 { "Where the rule can be read in two ways" }
        div.wide tabindex="0" role="region" aria-label="Readings" { table {
            thead { tr { th scope="col" { "Reading" } th scope="col" { "Due" } th scope="col" { "In effect" } th scope="col" { "Rule" } } }
            tbody { @for reading in &answer.readings { tr {
                th scope="row" { (reading.says) @if reading.chosen { " (followed here)" } }
                td { (day(reading.due.as_ref(), reading.why.as_deref())) }
                td { (day(reading.effective.as_ref(), None)) }
                td { (reading.rule) }
            } } }
        } }
    } }
}

fn stops(answer: &ClockAnswer) -> Markup {
    html! { @if !answer.stops.is_empty() {
        h2 { "What stopped the days" }
        ul { @for stop in &answer.stops { li {
            (stop.kind.replace('-', " ")) ": after " (stop.after) " until " (stop.until) ", "
            a.why href={ "/plain/why?id=" (encoded(&stop.why)) } { (stop.days) " days" } " " span.soft { (stop.rule) }
            @if stop.runs { ", still running" }
        } } }
    } }
}

fn events(answer: &ClockAnswer) -> Markup {
    html! { @if !answer.events.is_empty() {
        h2 { "What happened" }
        dl { @for event in &answer.events { dt { (event.date) } dd {
            (event.says) @if event.supposed { " (supposed)" }
            @if let Some(source) = &event.source { " " span.soft { (source) } }
        } } }
    } }
}
