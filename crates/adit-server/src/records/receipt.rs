//! With a receipt code: see what became of what one said, correct it, or say that it is not one's own.

use adit_record::voice::{Contribution, Kind, troubles};
use adit_record::{Code, Moment, RecordError};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::plain;
use crate::problem::Problem;
use crate::records::concern::proof;
use crate::records::entry::refused;
use crate::records::fields;
use crate::records::tongue::Tongue;
use crate::records::view::View;
use crate::records::{Records, fresh};
use crate::typed::Typed;

/// The question for the code.
pub(super) async fn ask(State(records): State<Records>, Path(id): Path<String>) -> Response {
    match records.public(&id, |_| Ok(())).await {
        Ok(()) => fresh(StatusCode::OK, "What became of your words", &question(&id, None)),
        Err(problem) => plain::problem(&problem),
    }
}

fn question(id: &str, wrong: Option<&str>) -> Markup {
    let described = wrong.map(|_| "code-error");
    html! {
        h1 { "What became of your words?" }
        p { "Enter the code that you got when you sent them, or that a clerk gave you." }
        form.round method="post" action={ "/records/" (id) "/receipt" } {
            label for="code" { "Your code" }
            @if let Some(wrong) = wrong { p.error id="code-error" { (wrong) } }
            p { input.long id="code" name="code" type="text" autocomplete="off" aria-invalid=[described.map(|_| "true")] aria-describedby=[described]; }
            button type="submit" { "Look" }
        }
    }
}

/// What the code opens.
pub(super) async fn answer(State(records): State<Records>, Path(id): Path<String>, body: Bytes) -> Response {
    opened(&records, &id, &Typed::read(&body)).await.unwrap_or_else(|problem| plain::problem(&problem))
}

async fn opened(records: &Records, id: &str, typed: &Typed) -> Result<Response, Problem> {
    records.public(id, |_| Ok(())).await?;
    let told = match typed.filled("code").map(str::parse::<Code>) {
        Some(Ok(code)) => records.record()?.by_receipt(id, &code).await,
        _ => Err(RecordError::UnknownCode),
    };
    let told = match told {
        Ok(told) => told,
        Err(RecordError::UnknownCode) => {
            let says = "No entry of this record belongs to this code. Check its sixteen letters and digits.";
            let title = "What became of your words";
            return Ok(fresh(StatusCode::NOT_FOUND, title, &question(id, Some(says))));
        }
        Err(error) => return Err(error.into()),
    };
    let head = records.head(id).await?;
    let tongue = Tongue::named(None).ok_or_else(|| Problem::not_found("the language"))?;
    let code = typed.filled("code").unwrap_or("");
    let again = Code::fresh()?;
    let body = records
        .public(id, |record| {
            let item = record.item(told.sequence).ok_or_else(|| Problem::not_found("this entry"))?;
            let view = View { record, today: Moment::now().date(), tongue, found: None };
            let recorded = item.heard.contribution.as_ref().is_some_and(|said| said.recorder.is_some());
            Ok(html! {
                h1 { "Your words are in the record" }
                @match item.visibility {
                    adit_record::voice::Visibility::Shown => { p.lead { "Everybody can read them: " a href={ (view.address()) "/entries/" (told.sequence) } { "entry " (told.sequence) } "." } },
                    adit_record::voice::Visibility::Waiting => { p.lead { "They wait for a clerk's look, at the latest until " (record.look_by(item).in_words()) "." } },
                    _ => { p.lead { (view.hidden(item)) } },
                }
                h2 { "What they say" }
                (view.any(item))
                @if item.heard.contribution.is_some() {
                    details {
                        summary { "Correct them: the first words stay, the correction stands beside them" }
                        form.round method="post" action={ (view.address()) "/receipt/correction" } {
                            input type="hidden" name="code" value=(code);
                            input type="hidden" name="receipt" value=(again);
                            input type="hidden" name="entry" value=(told.sequence);
                            label for="words" { "Your words" }
                            textarea id="words" name="words" rows="6" dir="auto" {}
                            p { label for="language" { "Language" } " " input.short id="language" name="language" type="text" value="en"; }
                            button type="submit" { "Send the correction" }
                        }
                    }
                    @if recorded && item.disowned.is_none() {
                        details {
                            summary { "These are not my words" }
                            form method="post" action={ (view.address()) "/receipt/disowned" } {
                                input type="hidden" name="code" value=(code);
                                input type="hidden" name="receipt" value=(again);
                                input type="hidden" name="entry" value=(told.sequence);
                                p { "Everybody will read that you say so; the entry stays." }
                                button type="submit" { "Say that they are not mine" }
                            }
                        }
                    }
                }
                details { summary { "Proof" } (proof(told.sequence, &told.commitment.to_string(), &told.hash.to_string(), &head)) }
            })
        })
        .await?;
    Ok(fresh(StatusCode::OK, "Your words are in the record", &body))
}

/// A correction or a disowning by whoever holds the code.
pub(super) async fn change(
    State(records): State<Records>,
    Path((id, kind)): Path<(String, String)>,
    body: Bytes,
) -> Response {
    let made = async {
        let kind = Kind::read(&kind).filter(|kind| matches!(kind, Kind::Correction | Kind::Disowned));
        let kind = kind.ok_or_else(|| Problem::not_found("this form"))?;
        let typed = Typed::read(&body);
        let record = records.record()?;
        let code = typed.filled("code").and_then(|code| code.parse::<Code>().ok()).ok_or(RecordError::UnknownCode)?;
        let told = record.by_receipt(&id, &code).await?;
        // Whoever holds the code speaks of its own entry, whatever number the form sends.
        let typed = typed.with("entry", told.sequence.to_string());
        let said = fields::said(kind, &typed).map_err(|wrong| refused(&wrong))?;
        let contribution = records
            .public(&id, |project| {
                let item = project.item(told.sequence).and_then(|item| item.heard.contribution.clone());
                let first = item.ok_or_else(|| Problem::not_found("the content of this entry"))?;
                let contribution = Contribution::new(said, first.author, first.confirmed);
                let wrong = troubles(&contribution, Some(project));
                if wrong.is_empty() { Ok(contribution) } else { Err(refused(&wrong)) }
            })
            .await?;
        let receipt = typed.filled("receipt").and_then(|code| code.parse::<Code>().ok());
        record.append(&id, kind, contribution.stored()?, receipt.as_ref(), Moment::now()).await?;
        opened(&records, &id, &Typed::default().with("code", code.to_string())).await
    };
    made.await.unwrap_or_else(|problem: Problem| plain::problem(&problem))
}
