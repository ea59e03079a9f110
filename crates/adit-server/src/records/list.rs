//! The records that are open, and everything that is overdue in any of them.

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use crate::problem::Problem;
use crate::records::page::lead;
use crate::records::read::{day, shown, tongue};
use crate::records::view::View;
use crate::records::{Records, in_tongue};

/// What was found in a record, or nothing where it is not for everybody. A record that cannot be read is no record less.
fn open_to_all<T>(found: Result<T, Problem>) -> Result<Option<T>, Problem> {
    match found {
        Err(problem) if problem.status == StatusCode::NOT_FOUND.as_u16() => Ok(None),
        other => other.map(Some),
    }
}

/// `/records`.
pub(super) async fn page(State(records): State<Records>, RawQuery(query): RawQuery) -> Response {
    let made = async {
        let (tongue, today) = (tongue(query.as_deref())?, day(query.as_deref())?);
        let mut open = Vec::new();
        for (id, _) in records.record()?.projects().await? {
            let line = records
                .public(&id, |record| {
                    let view = View { record, today, tongue, found: None };
                    Ok((record.project.title.clone(), record.project.region.clone(), lead(view)))
                })
                .await;
            open.extend(open_to_all(line)?.map(|(title, region, lead)| (id, title, region, lead)));
        }
        let body = html! {
            h1 { (tongue.text("records")) }
            p.lead { (tongue.text("records-lead")) }
            @if open.is_empty() { p { (tongue.text("records-none")) } }
            ul.rounds { @for (id, title, region, lead) in &open { li {
                a href={ "/records/" (id) "?lang=" (tongue.tag()) } { bdi { (title) } }
                p.soft { (region) ". " (lead) }
            } } }
            p.tools { a href="/overdue" { "Everything that is overdue" } " " a href="/clocks" { "Clocks" } " " a href="/obligations" { "Obligations" } " " a href="/rounds" { "Rounds" } }
        };
        Ok::<_, Problem>(in_tongue(tongue, &tongue.text("records"), &body))
    };
    shown(made.await)
}

/// `/overdue`: promises whose day is over and of which nobody has said anything, concerns that nobody answered, and
/// entries that no clerk has looked at in time.
pub(super) async fn overdue(State(records): State<Records>, RawQuery(query): RawQuery) -> Response {
    let made = async {
        let (tongue, today) = (tongue(query.as_deref())?, day(query.as_deref())?);
        let mut rows = Vec::new();
        for (id, _) in records.record()?.projects().await? {
            let found = records
                .public(&id, |record| {
                    let title = record.project.title.clone();
                    let promises = record.overdue(today).into_iter().map(|(item, promise, days)| {
                        (days, title.clone(), item.heard.sequence, promise.by, promise.what)
                    });
                    let mut found: Vec<_> = promises.collect();
                    for item in record.waiting() {
                        let days = today.days_since(record.look_by(item));
                        if days > 0 {
                            let what = "an entry that nobody has looked at".to_owned();
                            found.push((days, title.clone(), item.heard.sequence, record.project.office.clone(), what));
                        }
                    }
                    Ok(found)
                })
                .await;
            rows.extend(open_to_all(found)?.into_iter().flatten().map(|row| (id.clone(), row)));
        }
        rows.sort_by_key(|(id, (days, _, entry, ..))| (-days, id.clone(), *entry));
        let title = "What is overdue, and with whom?";
        let lead = match rows.len() {
            0 => "Nothing is overdue in any record.".to_owned(),
            1 => "One thing is overdue.".to_owned(),
            many => format!("{many} things are overdue."),
        };
        let body = html! {
            h1 { (title) }
            p.lead { (lead) }
            p.soft { "As of " (today.in_words()) ". The longest overdue stands first." }
            @if !rows.is_empty() {
                div.wide tabindex="0" role="region" aria-label="Overdue" { table {
                    thead { tr { th scope="col" { "Days" } th scope="col" { "With" } th scope="col" { "What" } th scope="col" { "Project" } } }
                    tbody { @for (id, (days, title, entry, by, what)) in &rows { tr {
                        td.num { (days) } td { bdi { (by) } } td { a href={ "/records/" (id) "/entries/" (entry) } { bdi { (what) } } } td { a href={ "/records/" (id) } { bdi { (title) } } }
                    } } }
                } }
            }
        };
        Ok::<_, Problem>(in_tongue(tongue, title, &body))
    };
    shown(made.await)
}
