//! `/recover`: a new password with the code of a letter, by e-mail where the server sends any, else on paper.

use adit_record::Code;
use adit_record::people::{BY_MAIL, PeopleError, ToWrite};
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::people::{People, Visitor, now, page, problem_page, secret};
use crate::post::Letter;
use crate::problem::Problem;
use crate::rounds::sentence;
use crate::typed::Typed;

const TITLE: &str = "A new password";

/// Asks.
pub(super) async fn ask(State(people): State<People>) -> Response {
    match people.record() {
        Ok(_) => page(StatusCode::OK, TITLE, &asking(&people, &Typed::default(), None)),
        Err(problem) => problem_page(&problem),
    }
}

/// Sends a letter, or takes its code with a new password.
pub(super) async fn answer(State(people): State<People>, visitor: Visitor, body: Bytes) -> Response {
    let typed = Typed::read(&body);
    let made = if typed.raw("action") == "letter" {
        letter(&people, &visitor, &typed).await
    } else {
        password(&people, &visitor, &typed).await
    };
    match made {
        Ok(response) => response,
        Err(problem) if matches!(problem.status, 422 | 429) => {
            let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            page(status, TITLE, &asking(&people, &typed, Some(&problem)))
        }
        Err(problem) => problem_page(&problem),
    }
}

async fn letter(people: &People, visitor: &Visitor, typed: &Typed) -> Result<Response, Problem> {
    let (record, post) = (people.record()?, people.post(visitor)?);
    let address = typed.raw("address").trim();
    let (to_write, name) = record.letter_to_recover(address, post.key(), now()).await?;
    if let ToWrite::Code(code) = to_write {
        let name = name.map(|name| format!("Your sign-in name: {name}\n")).unwrap_or_default();
        let body = format!(
            "Somebody, we think you, asked for a new password for the account that belongs to this address.\n\n\
             {name}Your code: {code}\n\n\
             Type it into the page that you have open. It works once, for {} minutes. If it was not you, do nothing: without \
             the code the password stays as it is.\n",
            BY_MAIL / 60
        );
        post.send(address, Letter { subject: "Your code for a new password", body });
    }
    let body = html! {
        h1 { "Please look at your letters" }
        p { "If an account belongs to this address, a code is on its way there. It works for " (BY_MAIL / 60) " minutes, and stands in the letter with your sign-in name." }
        p.soft { "No letter? Look among the unwanted ones, then ask again; three go to one address in an hour. The office of your project can print one on paper." }
        (with_code(&Typed::default(), None))
    };
    Ok(page(StatusCode::OK, TITLE, &body))
}

async fn password(people: &People, visitor: &Visitor, typed: &Typed) -> Result<Response, Problem> {
    let record = people.record()?;
    people.count("letter-code", visitor.address)?;
    let code: Code = typed.raw("code").parse().map_err(|_| Problem::from(PeopleError::CodeRefused))?;
    if typed.raw("new") != typed.raw("again") {
        let detail = "the new password was not typed twice alike";
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "people.field", detail, None));
    }
    let name = record.recover(&code, typed.raw("new"), now()).await?;
    let body = html! {
        h1 { "Your password is changed" }
        @if let Some(name) = name { p { "Your sign-in name is " strong { (name) } "." } }
        p { "Every session of your account has ended." }
        p { a href="/sign-in" { "Sign in" } }
    };
    Ok(page(StatusCode::OK, "Your password is changed", &body))
}

fn asking(people: &People, typed: &Typed, wrong: Option<&Problem>) -> Markup {
    let of_letter = wrong.filter(|_| typed.raw("action") == "letter");
    html! {
        h1 { (TITLE) }
        @if people.has_post() {
            form.round method="post" action="/recover" novalidate {
                h2 { "By e-mail" }
                p { "Type the address that is kept with your account, and a code is sent there." }
                input type="hidden" name="action" value="letter";
                (crate::people::address(typed, of_letter))
                p { button type="submit" { "Send me a code" } }
            }
        } @else {
            p.lead { "No e-mail is sent here: the office of your project, or whoever runs this server, prints a letter with a code for you." }
        }
        (with_code(typed, wrong.filter(|_| of_letter.is_none())))
    }
}

fn with_code(typed: &Typed, wrong: Option<&Problem>) -> Markup {
    html! {
        form.round method="post" action="/recover" novalidate {
            h2 { "With the code of a letter" }
            @if let Some(problem) = wrong { p.error role="alert" id="code-error" { (sentence(&problem.detail)) } }
            div.criterion {
                label for="code" { "Code" }
                input.long type="text" id="code" name="code" value=(typed.raw("code")) autocomplete="one-time-code" autocapitalize="characters"
                    spellcheck="false" maxlength="40" aria-describedby=[wrong.map(|_| "code-error")] aria-invalid=[wrong.map(|_| "true")];
            }
            (secret("new", "New password, at least 12 letters", "new-password"))
            (secret("again", "New password once more", "new-password"))
            p { button type="submit" { "Take this password" } }
        }
    }
}
