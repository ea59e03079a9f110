//! `/account`: what is kept of one's own account, and what can be done about it.

use adit_record::RecordError;
use adit_record::people::{BY_MAIL, OwnData, PeopleError, ToWrite};
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::people::{People, Visitor, address, cookie, now, on_to, problem_page, secret};
use crate::post::Letter;
use crate::problem::Problem;
use crate::rounds::sentence;
use crate::typed::Typed;

const TITLE: &str = "Your account";

/// The word to type before an account without a password is erased.
const WORD: &str = "ERASE";

/// What is kept.
async fn page_of(people: &People, visitor: &Visitor, wrong: Option<&Problem>) -> Result<Response, Problem> {
    let own = people.record()?.own_data(visitor.signed_in()?.number).await?;
    let status = wrong.and_then(|problem| StatusCode::from_u16(problem.status).ok()).unwrap_or(StatusCode::OK);
    Ok(super::page(status, TITLE, &body(&own, people, wrong)))
}

/// The page.
pub(super) async fn page(State(people): State<People>, visitor: Visitor) -> Response {
    if visitor.account.is_none() && people.record().is_ok() {
        return on_to("/sign-in?next=/account");
    }
    page_of(&people, &visitor, None).await.unwrap_or_else(|problem| problem_page(&problem))
}

/// Everything that is kept, as a file.
pub(super) async fn export(State(people): State<People>, visitor: Visitor) -> Response {
    let own = async { Ok(people.record()?.own_data(visitor.signed_in()?.number).await?) };
    match own.await {
        Ok(own) => {
            let name = "attachment; filename=\"adit-account.json\"";
            ([(header::CONTENT_DISPOSITION, name)], Json(own)).into_response()
        }
        Err(problem) => problem_page(&problem),
    }
}

/// Changes the password, ends every session, or erases the account.
pub(super) async fn change(State(people): State<People>, visitor: Visitor, body: Bytes) -> Response {
    let typed = Typed::read(&body);
    let changed = match typed.raw("action") {
        "password" => password(&people, &visitor, &typed).await,
        "address" => letter(&people, &visitor, &typed).await,
        "address-code" => keep_address(&people, &visitor, &typed).await,
        "end-sessions" => end_sessions(&people, &visitor).await,
        "erase" => erase(&people, &visitor, &typed).await,
        _ => Ok(on_to("/account")),
    };
    match changed {
        Ok(response) => response,
        Err(problem) if matches!(problem.status, 422 | 429) => {
            page_of(&people, &visitor, Some(&problem)).await.unwrap_or_else(|problem| problem_page(&problem))
        }
        Err(problem) => problem_page(&problem),
    }
}

async fn password(people: &People, visitor: &Visitor, typed: &Typed) -> Result<Response, Problem> {
    let account = visitor.signed_in()?;
    if typed.raw("new") != typed.raw("again") {
        let detail = "the new password was not typed twice alike";
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "people.field", detail, None));
    }
    people.record()?.change_password(account.number, typed.raw("old"), typed.raw("new"), now()).await?;
    Ok(ended(visitor, "Your password is changed", "Every session of your account has ended, this one as well."))
}

/// Sends a code to an address that is to be kept with the account.
async fn letter(people: &People, visitor: &Visitor, typed: &Typed) -> Result<Response, Problem> {
    let (account, record) = (visitor.signed_in()?, people.record()?);
    let post = people.post(visitor)?;
    if !record.is_password(account.number, typed.raw("address-password"), now()).await? {
        return Err(PeopleError::NotSignedIn.into());
    }
    let to = typed.raw("address").trim();
    let body = match record.letter_of_address(account.number, to, post.key(), now()).await? {
        ToWrite::Code(code) => Some(format!(
            "Somebody, we think you, wants to keep this address with an account.\n\nYour code: {code}\n\nType it into the \
             page that you have open. It works once, for {} minutes. If it was not you, do nothing.\n",
            BY_MAIL / 60
        )),
        ToWrite::HasAccount => Some(
            "Somebody wants to keep this address with an account; it belongs to another account already.\n".to_owned(),
        ),
        ToWrite::Nothing => None,
    };
    if let Some(body) = body {
        post.send(to, Letter { subject: "Your code to keep this address", body });
    }
    let body = html! {
        h1 { "Please look at your letters" }
        p { "A code is on its way to the address that you typed." }
        form.round method="post" action="/account" novalidate {
            input type="hidden" name="action" value="address-code";
            div.criterion {
                label for="code" { "Code" }
                input.long type="text" id="code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="40";
            }
            p { button type="submit" { "Keep the address" } }
        }
    };
    Ok(super::page(StatusCode::OK, TITLE, &body))
}

async fn keep_address(people: &People, visitor: &Visitor, typed: &Typed) -> Result<Response, Problem> {
    people.count("letter-code", visitor.address)?;
    let code = typed.raw("code").parse().map_err(|_| Problem::from(PeopleError::CodeRefused))?;
    people.record()?.keep_address(visitor.signed_in()?.number, &code, now()).await?;
    Ok(on_to("/account"))
}

async fn end_sessions(people: &People, visitor: &Visitor) -> Result<Response, Problem> {
    people.record()?.end_sessions(visitor.signed_in()?.number, now()).await?;
    Ok(ended(visitor, "Every session has ended", "Wherever this account was signed in, it is not any more."))
}

async fn erase(people: &People, visitor: &Visitor, typed: &Typed) -> Result<Response, Problem> {
    let account = visitor.signed_in()?;
    let record = people.record()?;
    let sure = if account.name.is_some() {
        record.is_password(account.number, typed.raw("password"), now()).await?
    } else {
        typed.raw("word").trim() == WORD
    };
    if !sure {
        return Err(if account.name.is_some() {
            PeopleError::NotSignedIn.into()
        } else {
            let detail = format!("nothing was erased: the word to type is {WORD}");
            Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "people.field", detail, None)
        });
    }
    match record.erase_account(account.number, None, now()).await {
        // It is erased; only old bytes below the database wait for the next sweep, which is the keeper's matter.
        Err(PeopleError::Record(error @ RecordError::NotSwept(_))) => tracing::warn!(%error, "an account is erased"),
        other => other?,
    }
    let says = "Nothing leads from your pseudonym to you any more. What you said stays in the record under it; whether an entry can be \
                erased as well is decided on request.";
    Ok(ended(visitor, "Your account is erased", says))
}

fn ended(visitor: &Visitor, title: &str, says: &str) -> Response {
    let body = html! {
        h1 { (title) }
        p { (says) }
        p { a href="/sign-in" { "Sign in" } }
    };
    let mut response = super::page(StatusCode::OK, title, &body);
    response.headers_mut().insert(header::SET_COOKIE, cookie::unset(visitor.https));
    response
}

fn body(own: &OwnData, people: &People, wrong: Option<&Problem>) -> Markup {
    let (has_post, elsewhere) = (people.has_post(), people.elsewhere());
    html! {
        h1 { (TITLE) }
        @if let Some(problem) = wrong { section.troubles role="alert" { p.error { (sentence(&problem.detail)) } } }
        p.lead { "You speak here as " strong { (own.pseudonym) } "." }
        dl {
            dt { "Sign-in name" } dd { (own.sign_in_name.as_deref().unwrap_or("none: you came with a code")) }
            dt { "Since" } dd { (own.created.in_words()) }
            dt { "Confirmed by" } dd { (own.confirmed) }
            dt { "Roles" }
            dd { @if own.roles.is_empty() { "none" } @for role in &own.roles { (role.role) " (" (role.place) ") " } }
            dt { "E-mail address" } dd { @if own.email_kept_as_keyed_hash { "kept as a keyed hash, from which it cannot be read" } @else { "none" } }
            dt { "Open sessions" } dd { (own.sessions) }
        }
        form method="post" action="/sign-out" { p { button type="submit" { "Sign out" } } }
        h2 { "What is kept of you" }
        p { a href="/account/export" { "Everything, as a file (JSON)" } ": the account, its roles, and when it did what. What you said is in the record of each project." }
        @if own.password_kept_as_hash {
            h2 { "Change the password" }
            form.round method="post" action="/account" novalidate {
                input type="hidden" name="action" value="password";
                (secret("old", "Present password", "current-password"))
                (secret("new", "New password, at least 12 letters", "new-password"))
                (secret("again", "New password once more", "new-password"))
                p { button type="submit" { "Change it and end every session" } }
            }
        }
        @if has_post && own.password_kept_as_hash {
            h2 { "E-mail address" }
            p { "With it you can have a new password when the old one is forgotten. What is kept is a keyed hash, from which nobody can read the address." }
            form.round method="post" action="/account" novalidate {
                input type="hidden" name="action" value="address";
                (address(&Typed::default(), None))
                (secret("address-password", "Your password", "current-password"))
                p { button type="submit" { "Send me a code" } }
            }
        }
        @if let Some(host) = elsewhere {
            h2 { "Sign in by " (host) }
            p { @match own.identities_kept_as_keyed_hash { 0 => "No identity of another house signs in to this account.", _ => "An identity of another house signs in to this account." } }
            p { a href="/sign-in/elsewhere?next=/account" { "Let my identity of " (host) " sign in to this account" } }
        }
        h2 { "End every session" }
        form method="post" action="/account" {
            input type="hidden" name="action" value="end-sessions";
            p { button type="submit" { "Sign out everywhere" } }
        }
        h2 { "Erase the account" }
        p { "Name, password, roles and sessions go, and with them the link from your pseudonym to you. It cannot be undone. What you said stays in the record under the pseudonym." }
        form.round method="post" action="/account" novalidate {
            input type="hidden" name="action" value="erase";
            @if own.sign_in_name.is_some() {
                (secret("password", "Your password", "current-password"))
            } @else {
                div.criterion {
                    label for="word" { "Type " (WORD) }
                    input.long type="text" id="word" name="word" autocomplete="off" maxlength="20";
                }
            }
            p { button type="submit" { "Erase the account" } }
        }
    }
}
