//! The page of one entry: what it says, what became of it, its proof, and how to object or give notice.

use adit_record::people::{Act, Place, may};
use adit_record::round::Trouble;
use adit_record::voice::{Author, Contribution, Item, Kind, ProjectRecord, Role, Visibility, troubles};
use adit_record::{Code, Moment, RecordError};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::people::Visitor;
use crate::plain;
use crate::problem::Problem;
use crate::records::fields;
use crate::records::read::{day, plainly, tongue};
use crate::records::tongue::Tongue;
use crate::records::view::View;
use crate::records::{Records, fresh};
use crate::typed::Typed;

/// The page.
pub(super) async fn page(
    State(records): State<Records>,
    Path((id, entry)): Path<(String, i64)>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let made = async {
        let (tongue, today) = (tongue(query.as_deref())?, day(query.as_deref())?);
        let head = records.head(&id).await?;
        let code = Code::fresh()?;
        records
            .public(&id, |record| {
                let item = found(record, entry)?;
                let place = Place::project(&id, Some(&record.project.region));
                let clerk = may(&visitor.grants, Act::ReadWithheld, &place).is_ok();
                let view = View { record, today, tongue, found: None };
                let title = format!("Entry {entry}: {}", item.heard.kind.word().replace('-', " "));
                Ok((title, body(view, item, clerk, &head, &code)))
            })
            .await
    };
    plainly(made.await)
}

/// An entry that can be spoken of: what is confidential is not there.
fn found(record: &ProjectRecord, entry: i64) -> Result<&Item, Problem> {
    let item = record.item(entry).filter(|item| !record.is_confidential(item));
    item.ok_or_else(|| {
        let detail = format!("there is no entry {entry} in this record");
        Problem::new(StatusCode::NOT_FOUND, "records.unknown-entry", detail, None)
    })
}

fn body(view: View<'_>, item: &Item, clerk: bool, head: &str, code: &Code) -> Markup {
    let entry = item.heard.sequence;
    let address = format!("{}/entries/{entry}", view.address());
    html! {
        p.tools { a href=(view.address()) { bdi { (view.record.project.title) } } }
        h1 { "Entry " (entry) }
        h2 { "What it says" }
        @match item.visibility {
            Visibility::Shown => (view.any(item)),
            Visibility::Waiting => {
                p.lead { "This entry waits for a clerk's look, at the latest until " (view.record.look_by(item).in_words()) "." }
                @if clerk { (view.any(item)) }
            },
            Visibility::Withheld(_) => {
                p.lead { (view.hidden(item)) }
                @if clerk { (view.any(item)) }
            },
            Visibility::Erased(_) => { p.lead { (view.hidden(item)) } },
        }
        @if item.objections.iter().chain(&item.notices).count() > 0 {
            h2 { "Objections and notices" }
            @for other in item.objections.iter().chain(&item.notices).filter_map(|&other| view.record.item(other)) {
                @if view.record.is_public(other) || clerk { (view.any(other)) }
                @else { p.soft { (other.heard.kind.word().replace('-', " ")) " of " (other.day().in_words()) ", not looked at yet" } }
            }
        }
        h2 { "Proof" }
        dl.proof {
            dt { "Hash of the entry" } dd.hash { (item.heard.hash) }
            dt { "Signed head of the record" } dd.hash { (head) }
        }
        @if let Visibility::Withheld(_) = item.visibility {
            (form(view.tongue, &address, Kind::Objection, "Object to its being withheld", entry, code))
        }
        @if item.visibility == Visibility::Shown {
            details {
                summary { "Give notice of unlawful content" }
                (form(view.tongue, &address, Kind::Notice, "Say why it would be unlawful. The office answers here, with a date.", entry, code))
            }
        }
    }
}

fn form(tongue: Tongue, address: &str, kind: Kind, says: &str, entry: i64, code: &Code) -> Markup {
    let typed = Typed::default().with("entry", entry.to_string()).with("receipt", code.to_string());
    html! {
        form.round method="post" action={ (address) "/" (kind.word()) } {
            p { (says) }
            input type="hidden" name="receipt" value=(code);
            (fields::form(kind, tongue, &typed, &[]))
            button type="submit" { "Send" }
        }
    }
}

/// Takes an objection or a notice, from anybody.
pub(super) async fn object(
    State(records): State<Records>,
    Path((id, entry, kind)): Path<(String, i64, String)>,
    visitor: Visitor,
    body: Bytes,
) -> Response {
    let made = async {
        let kind = Kind::read(&kind).filter(|kind| matches!(kind, Kind::Objection | Kind::Notice));
        let kind = kind.ok_or_else(|| Problem::not_found("this form"))?;
        let typed = Typed::read(&body).with("entry", entry.to_string());
        let said = fields::said(kind, &typed).map_err(|wrong| refused(&wrong))?;
        let account = visitor.account.as_ref();
        let author = Author {
            role: Role::Participant,
            name: account.map(|account| account.pseudonym.clone()),
            account: account.map(|account| account.number),
        };
        let contribution = Contribution::new(said, author, visitor.confirmed);
        let wrong = records
            .public(&id, |record| {
                found(record, entry)?;
                Ok(troubles(&contribution, Some(record)))
            })
            .await?;
        if !wrong.is_empty() {
            return Err(refused(&wrong));
        }
        let receipt =
            typed.filled("receipt").and_then(|code| code.parse::<Code>().ok()).map_or_else(Code::fresh, Ok)?;
        let stored = contribution.stored()?;
        let now = Moment::now();
        let written = match records.record()?.append(&id, kind, stored, Some(&receipt), now).await {
            Err(RecordError::AlreadySent) => return Err(refused(&[Trouble::new("form", "this form was sent before")])),
            other => other?,
        };
        let act = if kind == Kind::Notice { Act::GiveNotice } else { Act::Contribute };
        records.done(&visitor, act, &id, written.sequence, now).await?;
        let page = html! {
            h1 { "It is in the record" }
            p { "A clerk looks at it, and the office answers on the page of the entry. This is your code; it is shown only now:" }
            p.code id="code" { (receipt) }
            p { a href={ "/records/" (id) "/entries/" (entry) } { "Back to entry " (entry) } }
            (super::concern::proof(written.sequence, &written.commitment.to_string(), &written.hash.to_string(), &written.head.to_string()))
        };
        Ok(fresh(StatusCode::CREATED, "It is in the record", &page))
    };
    made.await.unwrap_or_else(|problem: Problem| plain::problem(&problem))
}

/// That something cannot be recorded, with everything that is wrong.
pub(super) fn refused(wrong: &[Trouble]) -> Problem {
    let detail = wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
    let hint = Some("go back, mend it and send it again: nothing was recorded".to_owned());
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "records.entry", detail, hint)
}
