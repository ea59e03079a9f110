//! The form in which anybody says what worries them: on a phone, without script, without a name.

use adit_record::people::PeopleError;
use adit_record::round::Trouble;
use adit_record::voice::{Author, Confirmed, Contribution, Kind, Role, troubles};
use adit_record::{Code, Moment, RecordError};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::plain;
use crate::problem::Problem;
use crate::records::fields;
use crate::records::read::tongue;
use crate::records::tongue::{Tongue, Value};
use crate::records::{Records, fresh_in};
use crate::typed::Typed;

/// The empty form.
pub(super) async fn open(
    State(records): State<Records>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let made = async {
        let tongue = tongue(query.as_deref())?;
        let days = records.public(&id, |record| Ok(record.project.look_within_days)).await?;
        let typed = Typed::default().with("language", tongue.tag()).with("receipt", Code::fresh()?.to_string());
        Ok::<_, Problem>(form(&id, tongue, StatusCode::OK, days, &typed, &[]))
    };
    made.await.unwrap_or_else(|problem| plain::problem(&problem))
}

/// Takes a filled form.
pub(super) async fn send(
    State(records): State<Records>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Response {
    taken(&records, &id, query.as_deref(), &body).await.unwrap_or_else(|problem| plain::problem(&problem))
}

async fn taken(records: &Records, id: &str, query: Option<&str>, body: &[u8]) -> Result<Response, Problem> {
    let tongue = tongue(query)?;
    let typed = Typed::read(body);
    let days = records.public(id, |record| Ok(record.project.look_within_days)).await?;
    let again = |troubles: &[Trouble]| form(id, tongue, StatusCode::UNPROCESSABLE_ENTITY, days, &typed, troubles);
    let said = match fields::said(Kind::Concern, &typed) {
        Ok(said) => said,
        Err(wrong) => return Ok(again(&wrong)),
    };
    let code = match typed.filled("code").map(str::parse::<Code>) {
        None => None,
        Some(Ok(code)) => Some(code),
        Some(Err(error)) => return Ok(again(&[Trouble::new("code", error.to_string())])),
    };
    let confirmed = if code.is_some() { Confirmed::Code } else { Confirmed::None };
    let author = Author { role: Role::Participant, name: typed.filled("name").map(str::to_owned), account: None };
    let contribution = Contribution::new(said, author, confirmed);
    let wrong = records.public(id, |record| Ok(troubles(&contribution, Some(record)))).await?;
    if !wrong.is_empty() {
        return Ok(again(&wrong));
    }
    let (record, now) = (records.record()?, Moment::now());
    let receipt = typed.filled("receipt").and_then(|code| code.parse::<Code>().ok()).map_or_else(Code::fresh, Ok)?;
    if let Some(code) = &code {
        // The code is spent with the receipt of this form, so that the same form sent twice spends it once.
        match record.confirm_with_code(id, code, &receipt, now).await {
            Err(PeopleError::CodeRefused) => {
                let says =
                    "this code is not known here, was used before, or is over; without one you can write as well";
                return Ok(again(&[Trouble::new("code", says)]));
            }
            other => other?,
        }
    }
    let written = match record.append(id, Kind::Concern, contribution.stored()?, Some(&receipt), now).await {
        Ok(written) => written,
        Err(RecordError::AlreadySent) => {
            let says =
                "this form was sent before with other words, and those are recorded; open the form anew to say more";
            return Ok(again(&[Trouble::new("form", says)]));
        }
        Err(error) => return Err(error.into()),
    };
    let look_by = now.date().plus(i64::from(days)).in_words();
    let title = tongue.text("thanks");
    let body = html! {
        h1 { (title) }
        p { (tongue.text("thanks-code")) }
        p.code id="code" { (receipt) }
        p { (tongue.say("thanks-look", &[("day", Value::Text(&look_by))])) }
        p { a href={ "/records/" (id) "/receipt" } { (tongue.text("check-receipt")) } }
        details {
            summary { (tongue.text("head-heading")) }
            (proof(written.sequence, &written.commitment.to_string(), &written.hash.to_string(), &written.head.to_string()))
        }
        p { a href={ "/records/" (id) "?lang=" (tongue.tag()) } { (tongue.text("records")) } }
    };
    Ok(fresh_in(tongue, StatusCode::CREATED, &title, &body))
}

/// What proves that an entry is in the chain.
pub(super) fn proof(sequence: i64, commitment: &str, hash: &str, head: &str) -> Markup {
    html! {
        dl.proof {
            dt { "Entry" } dd { (sequence) }
            dt { "Commitment" } dd.hash { (commitment) }
            dt { "Hash of the entry" } dd.hash { (hash) }
            dt { "Signed head" } dd.hash { (head) }
        }
    }
}

fn form(id: &str, tongue: Tongue, status: StatusCode, days: u16, typed: &Typed, wrong: &[Trouble]) -> Response {
    let title = tongue.text("form-title");
    let body = html! {
        h1 { (title) }
        p { (tongue.say("form-lead", &[("days", Value::Count(i64::from(days)))])) }
        (fields::troubles(tongue, wrong))
        form.round method="post" action={ "/records/" (id) "/concern?lang=" (tongue.tag()) } {
            input type="hidden" name="receipt" value=(typed.filled("receipt").unwrap_or(""));
            (fields::form(Kind::Concern, tongue, typed, wrong))
            (fields::line("name", &tongue.text("field-name"), &tongue.text("field-name-hint"), typed, wrong))
            (fields::line("code", &tongue.text("field-code"), &tongue.text("field-code-hint"), typed, wrong))
            button type="submit" { (tongue.text("send")) }
        }
    };
    fresh_in(tongue, status, &title, &body)
}
