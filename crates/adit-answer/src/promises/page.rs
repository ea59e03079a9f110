//! The schedule of a permit-granting process as a page to print and to publish (Art. 11(7)).

use maud::{DOCTYPE, Markup, html};

use super::clock::{ClockAnswer, ClockDeadline};

/// The style of the page: prints in black on white, readable on a phone, no request to anywhere.
const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}\
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;\
border-bottom:1px solid #bbb}caption{text-align:left;font-weight:600;padding:.5rem 0}.small{font-size:.875rem;color:#444}\
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}";

/// The page of a clock.
pub fn schedule(answer: &ClockAnswer) -> String {
    let project = &answer.project;
    let title = format!("Schedule of the permit-granting process: {}", project.name);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (STYLE) }
            }
            body {
                main {
                    h1 { (title) }
                    p.small {
                        "As of " (answer.as_of) ". "
                        @if let Some(country) = &project.country { "Country: " (country) ". " }
                        "Stages: " (project.stages.join(", ")) ". Status at recognition: " (project.status) "."
                    }
                    @for line in &answer.says { p { (line) "." } }
                    (deadlines(answer))
                    (readings(answer))
                    (breaches(answer))
                    (events(answer))
                    (duties(answer))
                    h2 { "Notes" }
                    ul { @for note in &answer.notes { li { (note) } } }
                    p.small {
                        "Rules: Regulation (EU) 2024/1252; counting: Regulation (EEC, Euratom) No 1182/71. “Due” is the calendar \
                         end of a period, “effective” the day on which it ends after weekends and public holidays. Only the \
                         Official Journal of the European Union is authentic."
                    }
                }
            }
        }
    };
    page.into_string()
}

fn deadlines(answer: &ClockAnswer) -> Markup {
    let day = |day: &Option<String>| day.clone().unwrap_or_else(|| "not known".to_owned());
    let row = |deadline: &ClockDeadline| {
        html! {
            tr {
                th scope="row" { (deadline.what) }
                td { (deadline.who.replace('-', " ")) }
                td { (day(&deadline.due)) }
                td { (day(&deadline.effective)) }
                td { (deadline.latest.as_deref().unwrap_or_default()) }
                td { (deadline.state) @if let Some(done) = &deadline.done { ", " (done) } }
                td { (deadline.rule) }
            }
        }
    };
    html! {
        table {
            caption { "Deadlines" }
            thead {
                tr {
                    @for head in ["What", "Who", "Due", "Effective", "Latest", "State", "Rule"] { th scope="col" { (head) } }
                }
            }
            tbody { @for deadline in &answer.deadlines { (row(deadline)) } }
        }
    }
}

fn readings(answer: &ClockAnswer) -> Markup {
    html! {
        @if !answer.readings.is_empty() {
            h2 { "Readings of the decision, side by side" }
            ul {
                @for reading in &answer.readings {
                    li {
                        (reading.says) ": "
                        (reading.due.as_deref().unwrap_or("not known")) ", " (reading.rule)
                        @if reading.chosen { " (used above)" }
                    }
                }
            }
        }
    }
}

fn breaches(answer: &ClockAnswer) -> Markup {
    html! {
        @if !answer.breaches.is_empty() {
            h2 { "Against a rule" }
            ul { @for breach in &answer.breaches { li { (breach.text) " (" (breach.rule) ")" } } }
        }
    }
}

fn events(answer: &ClockAnswer) -> Markup {
    html! {
        @if !answer.events.is_empty() {
            h2 { "What happened" }
            ul {
                @for event in &answer.events {
                    li {
                        (event.date) ": " (event.says)
                        @if let Some(due) = &event.due { ", due " (due) }
                        @if event.supposed { " (still to come, or supposed)" }
                        @if let Some(note) = &event.note { ". " (note) }
                    }
                }
            }
        }
    }
}

fn duties(answer: &ClockAnswer) -> Markup {
    html! {
        @if !answer.duties.is_empty() {
            h2 { "Duties without a date" }
            ul {
                @for duty in &answer.duties {
                    li {
                        (duty.what) " (" (duty.who.replace('-', " ")) ", " (duty.rule) "): "
                        @match &duty.done {
                            Some(day) => { "done on " (day) }
                            None => { "the file does not say whether it is done" }
                        }
                    }
                }
            }
        }
    }
}
