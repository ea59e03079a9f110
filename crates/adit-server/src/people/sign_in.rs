//! `/sign-in` and `/sign-out`.

use adit_record::Code;
use adit_record::people::{PeopleError, Token};
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use crate::people::{People, Visitor, cookie, entered, now, on_to, page, problem_page};
use crate::problem::Problem;
use crate::rounds::sentence;
use crate::typed::Typed;

const TITLE: &str = "Sign in";

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
pub(super) struct After {
    #[serde(default)]
    next: String,
}

#[cfg(feature = "oidc")]
impl After {
    /// Where.
    pub(super) fn next(&self) -> &str {
        &self.next
    }
}

/// Asks for name and password, or for a code.
pub(super) async fn ask(State(people): State<People>, visitor: Visitor, Query(after): Query<After>) -> Response {
    match people.record() {
        Ok(_) if visitor.account.is_some() => on_to(own(&after.next)),
        Ok(_) => page(StatusCode::OK, TITLE, &asking(&people, &after.next, "", None)),
        Err(problem) => problem_page(&problem),
    }
}

/// Signs in. Whatever session was there before ends, and the new one has a token of its own.
pub(super) async fn answer(State(people): State<People>, visitor: Visitor, body: Bytes) -> Response {
    let typed = Typed::read(&body);
    let tried = try_it(&people, &visitor, &typed).await;
    match tried {
        Ok(token) => entered(&token, &visitor, own(typed.raw("next"))),
        Err(problem) if matches!(problem.status, 422 | 429) => {
            let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
            page(status, TITLE, &asking(&people, typed.raw("next"), typed.raw("name"), Some(&problem)))
        }
        Err(problem) => problem_page(&problem),
    }
}

async fn try_it(people: &People, visitor: &Visitor, typed: &Typed) -> Result<Token, Problem> {
    let record = people.record()?;
    let code = typed.raw("code").trim();
    let token = if code.is_empty() {
        people.count(&format!("sign-in {}", typed.raw("name").trim().to_lowercase()), visitor.address)?;
        record.sign_in(typed.raw("name"), typed.raw("password"), now()).await?.0
    } else {
        people.count("participation-code", visitor.address)?;
        let code: Code = code.parse().map_err(|_| Problem::from(PeopleError::CodeRefused))?;
        record.enter_with_code(&code, now()).await?.0
    };
    if let Some(earlier) = &visitor.token {
        record.sign_out(earlier, now()).await?;
    }
    Ok(token)
}

/// Signs out.
pub(super) async fn out(State(people): State<People>, visitor: Visitor) -> Response {
    if let (Ok(record), Some(token)) = (people.record(), &visitor.token)
        && let Err(error) = record.sign_out(token, now()).await
    {
        return problem_page(&error.into());
    }
    let body = html! {
        h1 { "You are signed out" }
        p { a href="/sign-in" { "Sign in again" } }
    };
    let mut response = page(StatusCode::OK, "You are signed out", &body);
    response.headers_mut().insert(header::SET_COOKIE, cookie::unset(visitor.https));
    response
}

/// A page of this server, or one's own account: what else stands there leads elsewhere and is not followed.
pub(super) fn own(next: &str) -> &str {
    let ours = next.starts_with('/') && !next.starts_with("//") && !next.contains('\\');
    if ours && next.bytes().all(|byte| (0x21..0x7f).contains(&byte)) { next } else { "/account" }
}

fn asking(people: &People, next: &str, name: &str, wrong: Option<&Problem>) -> Markup {
    let by_code = wrong.is_some_and(|problem| problem.kind.ends_with("people.code"));
    let says = wrong.map(|problem| sentence(&problem.detail));
    let [of_name, of_code] = [says.as_ref().filter(|_| !by_code), says.as_ref().filter(|_| by_code)];
    html! {
        h1 { (TITLE) }
        p.lead { "Reading needs no account. With one you speak under its pseudonym, and see what became of what you said." }
        @if let Some(host) = people.elsewhere() {
            h2 { "By " (host) }
            p { a.button href={ "/sign-in/elsewhere?next=" (crate::plain::encoded(own(next))) } { "Sign in by " (host) } }
        }
        form.round method="post" action="/sign-in" novalidate {
            h2 { "With a name and a password" }
            input type="hidden" name="next" value=(next);
            @if let Some(says) = of_name { p.error id="name-error" { (says) } }
            div.criterion {
                label for="name" { "Sign-in name" }
                input.long type="text" id="name" name="name" value=(name) autocomplete="username" autocapitalize="none" spellcheck="false"
                    maxlength="64" aria-describedby=[of_name.map(|_| "name-error")] aria-invalid=[of_name.map(|_| "true")];
            }
            div.criterion {
                label for="password" { "Password" }
                input.long type="password" id="password" name="password" autocomplete="current-password" maxlength="256";
            }
            p { button type="submit" { "Sign in" } }
            p.soft { "Forgotten? " a href="/recover" { "Have a new password" } "." }
        }
        form.round method="post" action="/sign-in" novalidate {
            h2 { "With a code from a meeting" }
            p { "A code opens a session under a new pseudonym, without a name or address. It does so once: to come back later, ask for another code." }
            input type="hidden" name="next" value=(next);
            @if let Some(says) = of_code { p.error id="code-error" { (says) } }
            div.criterion {
                label for="code" { "Your code" }
                input.long type="text" id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false"
                    maxlength="40" aria-describedby=[of_code.map(|_| "code-error")] aria-invalid=[of_code.map(|_| "true")];
            }
            p { button type="submit" { "Enter" } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn only_pages_of_ours_are_gone_on_to() {
        for ours in ["/", "/projects/keliber?view=all#entry-4"] {
            assert_eq!(own(ours), ours);
        }
        for theirs in
            ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nset-cookie: x", "javascript:x"]
        {
            assert_eq!(own(theirs), "/account", "{theirs:?}");
        }
    }
}
