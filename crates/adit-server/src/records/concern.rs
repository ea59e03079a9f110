//! The form in which anybody says what worries them: on a phone, without script, without a name.

use adit_record::ledger::Draft;
use adit_record::people::{Act, PeopleError};
use adit_record::round::Trouble;
use adit_record::voice::{Author, Confirmed, Contribution, Kind, Role, Said, troubles};
use adit_record::{Code, Moment, RecordError};
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::people::Visitor;
use crate::plain;
use crate::problem::Problem;
use crate::records::fields;
use crate::records::read::tongue;
use crate::records::tongue::{Tongue, Value};
use crate::records::{Records, fresh_in};
use crate::typed::Typed;
use crate::upload::Sent;

/// The empty form.
pub(super) async fn open(
    State(records): State<Records>,
    Path(id): Path<String>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let made = async {
        let tongue = tongue(query.as_deref())?;
        let days = records.public(&id, |record| Ok(record.project.look_within_days)).await?;
        let typed = Typed::default().with("language", tongue.tag()).with("receipt", Code::fresh()?.to_string());
        let form = Form { id: &id, tongue, days, visitor: &visitor };
        Ok::<_, Problem>(form.page(StatusCode::OK, &typed, &[]))
    };
    made.await.unwrap_or_else(|problem| plain::problem(&problem))
}

/// Takes a filled form.
pub(super) async fn send(
    State(records): State<Records>,
    Path(id): Path<String>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
    sent: Sent,
) -> Response {
    taken(&records, &id, &visitor, query.as_deref(), sent).await.unwrap_or_else(|problem| plain::problem(&problem))
}

async fn taken(
    records: &Records,
    id: &str,
    visitor: &Visitor,
    query: Option<&str>,
    sent: Sent,
) -> Result<Response, Problem> {
    let tongue = tongue(query)?;
    let Sent { typed, file } = sent;
    let days = records.public(id, |record| Ok(record.project.look_within_days)).await?;
    let form = Form { id, tongue, days, visitor };
    let chosen = file.is_some();
    let again = |troubles: &[Trouble]| form.again(&typed, troubles, chosen);
    let mut said = match fields::said(Kind::Concern, &typed) {
        Ok(said) => said,
        Err(wrong) => return Ok(again(&wrong)),
    };
    let code = match typed.filled("code").map(str::parse::<Code>) {
        None => None,
        Some(Ok(code)) => Some(code),
        Some(Err(error)) => return Ok(again(&[Trouble::new("code", error.to_string())])),
    };
    let account = visitor.account.as_ref();
    let name = account.map_or_else(|| typed.filled("name"), |account| Some(account.pseudonym.as_str()));
    let (name, number) = (name.map(str::to_owned), account.map(|account| account.number));
    let author = Author { role: Role::Participant, name, account: number };
    let confirmed = if account.is_none() && code.is_some() { Confirmed::Code } else { visitor.confirmed };
    let (mut wrong, mut given) = (Vec::new(), None);
    match file {
        Some(_) if confirmed == Confirmed::None => wrong.push(Trouble::new("file", tongue.text("file-needs-code"))),
        Some(file) => match file.given(records.record()?, number).await? {
            Ok(taken) => given = Some(taken),
            Err(refused) => wrong.push(refused),
        },
        None => {}
    }
    if let (Said::Concern(concern), Some(given)) = (&mut said, &given) {
        concern.file = Some(given.named());
    }
    let contribution = Contribution::new(said, author, confirmed);
    wrong.extend(records.public(id, |record| Ok(troubles(&contribution, Some(record)))).await?);
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
    let (kind, stored, file) = (Kind::Concern, contribution.stored()?, given.as_ref());
    let draft = Draft { kind, stored, receipt: Some(&receipt), expected: None, file };
    let written = match record.write(id, &draft, now).await {
        Ok(written) => written,
        Err(RecordError::AlreadySent) => {
            let says =
                "this form was sent before with other words, and those are recorded; open the form anew to say more";
            return Ok(again(&[Trouble::new("form", says)]));
        }
        Err(error) => return Err(error.into()),
    };
    records.done(visitor, Act::Contribute, id, written.sequence, now).await?;
    let look_by = now.date().plus(i64::from(days)).in_words();
    let title = tongue.text("thanks");
    let body = html! {
        h1 { (title) }
        p { (tongue.text("thanks-code")) }
        p.code id="code" { (receipt) }
        p { (tongue.say("thanks-look", &[("day", Value::Text(&look_by))])) }
        @if let Some(file) = contribution.file() { p.soft { bdi { (file.name) } ", SHA-256 " span.hash { (file.sha256) } } }
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

/// The form of one project, for one visitor.
struct Form<'a> {
    id: &'a str,
    tongue: Tongue,
    days: u16,
    visitor: &'a Visitor,
}

impl Form<'_> {
    /// The form with what was typed and what is wrong with it; a file that was chosen must be chosen again.
    fn again(&self, typed: &Typed, wrong: &[Trouble], chosen: bool) -> Response {
        let mut wrong = wrong.to_vec();
        if chosen && !wrong.iter().any(|trouble| trouble.field == "file") {
            wrong.push(Trouble::new("file", self.tongue.text("file-again")));
        }
        self.page(StatusCode::UNPROCESSABLE_ENTITY, typed, &wrong)
    }

    fn page(&self, status: StatusCode, typed: &Typed, wrong: &[Trouble]) -> Response {
        let Self { id, tongue, days, visitor } = *self;
        let title = tongue.text("form-title");
        let line = |name: &str| {
            let (label, hint) = (tongue.text(&format!("field-{name}")), tongue.text(&format!("field-{name}-hint")));
            fields::line(name, &label, &hint, typed, wrong)
        };
        let body = html! {
            h1 { (title) }
            p { (tongue.say("form-lead", &[("days", Value::Count(i64::from(days)))])) }
            (fields::troubles(tongue, wrong))
            form.round method="post" enctype="multipart/form-data" action={ "/records/" (id) "/concern?lang=" (tongue.tag()) } {
                input type="hidden" name="receipt" value=(typed.filled("receipt").unwrap_or(""));
                (fields::form(Kind::Concern, tongue, typed, wrong))
                @if let Some(account) = &visitor.account {
                    p { (tongue.say("writes-as", &[("name", Value::Text(&account.pseudonym))])) }
                } @else {
                    (line("name"))
                    (line("code"))
                }
                (fields::file(&tongue.text("field-file"), &tongue.text("field-file-hint"), wrong))
                button type="submit" { (tongue.text("send")) }
            }
        };
        fresh_in(tongue, status, &title, &body)
    }
}
