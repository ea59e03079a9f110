//! `/records/ID/join`: an account of one's own as a participant, confirmed by e-mail.

use adit_record::Code;
use adit_record::people::{BY_MAIL, Joining, PeopleError, ToWrite};
use adit_record::voice::Confirmed;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::people::{Visitor, address, entered, now, on_to, secret};
use crate::plain;
use crate::post::Letter;
use crate::problem::Problem;
use crate::records::{Records, fresh};
use crate::rounds::sentence;
use crate::typed::Typed;

const TITLE: &str = "Take part under a name of your own";

/// Asks for an address.
pub(super) async fn ask(State(records): State<Records>, Path(id): Path<String>, visitor: Visitor) -> Response {
    let made = async {
        let title = title(&records, &id).await?;
        Ok(fresh(StatusCode::OK, TITLE, &asking(&records, &id, &title, &visitor, &Typed::default(), None)))
    };
    made.await.unwrap_or_else(|problem: Problem| plain::problem(&problem))
}

/// Sends the letter, or makes the account with its code.
pub(super) async fn answer(
    State(records): State<Records>,
    Path(id): Path<String>,
    visitor: Visitor,
    body: Bytes,
) -> Response {
    let typed = Typed::read(&body);
    let made = async {
        let title = title(&records, &id).await?;
        if typed.raw("action") == "take-part" {
            let account = visitor.signed_in()?;
            records.record()?.take_part(account.number, &id, now()).await?;
            return Ok(on_to(&format!("/records/{id}")));
        }
        let asked = typed.raw("action") == "letter";
        let done = if asked {
            letter(&records, &id, &title, &visitor, &typed).await
        } else {
            account(&records, &id, &visitor, &typed).await
        };
        match done {
            Err(problem) if matches!(problem.status, 409 | 422 | 429) => {
                let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
                let body = if asked {
                    asking(&records, &id, &title, &visitor, &typed, Some(&problem))
                } else {
                    html! { h1 { (TITLE) } (choosing(&id, &typed, Some(&problem))) }
                };
                Ok(fresh(status, TITLE, &body))
            }
            other => other,
        }
    };
    made.await.unwrap_or_else(|problem: Problem| plain::problem(&problem))
}

async fn title(records: &Records, id: &str) -> Result<String, Problem> {
    records.public(id, |record| Ok(record.project.title.clone())).await
}

async fn letter(
    records: &Records,
    id: &str,
    title: &str,
    visitor: &Visitor,
    typed: &Typed,
) -> Result<Response, Problem> {
    let post = records.people.post(visitor)?;
    let to = typed.raw("address").trim();
    let project: String = title.chars().filter(|letter| !letter.is_control()).collect();
    let body = match records.record()?.letter_to_join(id, to, post.key(), now()).await? {
        ToWrite::Code(code) => Some(format!(
            "Somebody, we think you, asked to take part in the record of “{project}” with this address.\n\n\
             Your code: {code}\n\n\
             Type it into the page that you have open. It works once, for {} minutes. If it was not you, do nothing: without \
             the code nothing happens, and this address is not kept.\n",
            BY_MAIL / 60
        )),
        ToWrite::HasAccount => Some(format!(
            "Somebody, we think you, asked to take part in the record of “{project}” with this address. There is an account \
             with this address already: sign in with it, or ask there for a new password. If it was not you, do nothing.\n"
        )),
        ToWrite::Nothing => None,
    };
    if let Some(body) = body {
        post.send(to, Letter { subject: "Your code to take part", body });
    }
    let body = html! {
        h1 { "Please look at your letters" }
        p { "A code is on its way to the address that you typed. It works for " (BY_MAIL / 60) " minutes." }
        p.soft { "No letter? Look among the unwanted ones, then ask again; three go to one address in an hour." }
        (choosing(id, &Typed::default(), None))
    };
    Ok(fresh(StatusCode::OK, TITLE, &body))
}

async fn account(records: &Records, id: &str, visitor: &Visitor, typed: &Typed) -> Result<Response, Problem> {
    records.people.count("letter-code", visitor.address)?;
    let code: Code = typed.raw("code").parse().map_err(|_| Problem::from(PeopleError::CodeRefused))?;
    if typed.raw("new") != typed.raw("again") {
        let detail = "the password was not typed twice alike";
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "people.field", detail, None));
    }
    let chosen = Joining { name: typed.raw("name"), password: typed.raw("new"), pseudonym: typed.raw("pseudonym") };
    let (token, _) = records.record()?.join(&code, chosen, now()).await?;
    Ok(entered(&token, visitor, &format!("/records/{id}")))
}

fn asking(
    records: &Records,
    id: &str,
    title: &str,
    visitor: &Visitor,
    typed: &Typed,
    wrong: Option<&Problem>,
) -> Markup {
    let account = visitor.account.as_ref().filter(|account| account.confirmed == Confirmed::Account);
    let own = account.map(|account| account.pseudonym.as_str());
    html! {
        h1 { (TITLE) }
        p.lead { "In the record of " bdi { (title) } " anybody may say something without an account. With one you speak under one pseudonym, and see what became of what you said." }
        @if let Some(pseudonym) = own {
            form.round method="post" action={ "/records/" (id) "/join" } {
                input type="hidden" name="action" value="take-part";
                p { "You are signed in as " strong { (pseudonym) } "." }
                p { button type="submit" { "Take part as " (pseudonym) } }
            }
        } @else if records.people.has_post() {
            form.round method="post" action={ "/records/" (id) "/join" } novalidate {
                input type="hidden" name="action" value="letter";
                p { "A code is sent to your address. The address is then forgotten; what is kept is a keyed hash, by which you can have a new password, and from which nobody can read the address." }
                (address(typed, wrong))
                p { button type="submit" { "Send me a code" } }
            }
        } @else {
            p { "No e-mail is sent here. A clerk of the project gives you a code on paper: with it you " a href="/sign-in" { "sign in" } " under a pseudonym." }
        }
    }
}

fn choosing(id: &str, typed: &Typed, wrong: Option<&Problem>) -> Markup {
    let line = |name: &str, label: &str, hint: &str, kind: &str| {
        html! {
            div.criterion {
                label for=(name) { (label) }
                @if !hint.is_empty() { p.soft id={ (name) "-hint" } { (hint) } }
                input.long type="text" id=(name) name=(name) value=(typed.raw(name)) autocomplete=(kind) autocapitalize="none" spellcheck="false"
                    maxlength="64" aria-describedby=[(!hint.is_empty()).then(|| format!("{name}-hint"))];
            }
        }
    };
    html! {
        form.round method="post" action={ "/records/" (id) "/join" } novalidate {
            h2 { "With the code of the letter" }
            @if let Some(problem) = wrong { p.error role="alert" { (sentence(&problem.detail)) } }
            (line("code", "Code", "", "one-time-code"))
            (line("pseudonym", "Pseudonym", "Everybody sees it beside what you say. It belongs to you for ever.", "nickname"))
            (line("name", "Sign-in name", "Only you and whoever runs this server see it.", "username"))
            (secret("new", "Password, at least 12 letters", "new-password"))
            (secret("again", "Password once more", "new-password"))
            p { button type="submit" { "Make my account" } }
        }
    }
}
