//! `/sign-in/elsewhere` and the way back: signing in by another house (OpenID Connect).

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;

use crate::people::provider::{Provider, ProviderError};
use crate::people::sign_in::{After, own};
use crate::people::{People, Visitor, cookie, entered, now, on_to, page, problem_page};
use crate::problem::Problem;
use crate::rounds::sentence;
use crate::typed::Typed;

const TITLE: &str = "Choose a pseudonym";

/// What the other house adds to the way back.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Back {
    #[serde(default)]
    state: String,
    #[serde(default)]
    code: String,
    /// Why it sends nobody.
    #[serde(default)]
    error: String,
}

impl People {
    fn provider(&self) -> Result<&Provider, Problem> {
        self.provider.as_ref().ok_or_else(|| {
            let detail = "nobody signs in by another house here";
            Problem::new(StatusCode::NOT_FOUND, "people.no-provider", detail, None)
        })
    }
}

impl From<ProviderError> for Problem {
    fn from(error: ProviderError) -> Self {
        tracing::warn!(%error, "signing in by another house");
        let (status, kind) = match error {
            ProviderError::Refused(_) => (StatusCode::FORBIDDEN, "people.provider-refused"),
            _ => (StatusCode::BAD_GATEWAY, "people.provider"),
        };
        let detail = match error {
            ProviderError::Refused(_) => {
                "this way in does not hold: it was not begun here, was used before, or took too long"
            }
            _ => "the other house does not answer now",
        };
        Self::new(status, kind, detail, Some("begin again at the page to sign in".to_owned()))
    }
}

/// Sends to the other house.
pub(super) async fn begin(State(people): State<People>, visitor: Visitor, Query(after): Query<After>) -> Response {
    let begun = async {
        people.record()?;
        people.count("elsewhere", visitor.address)?;
        let (address, state) = people.provider()?.begin(own(after.next())).await?;
        let mut response = on_to(&address);
        response.headers_mut().append(header::SET_COOKIE, cookie::on_the_way(&state, visitor.https)?);
        Ok(response)
    };
    begun.await.unwrap_or_else(|problem: Problem| problem_page(&problem))
}

/// Takes who comes back: the browser must be the one that was sent.
pub(super) async fn back(
    State(people): State<People>,
    visitor: Visitor,
    Query(back): Query<Back>,
    headers: HeaderMap,
) -> Response {
    let came = async {
        let (record, provider) = (people.record()?, people.provider()?);
        people.count("elsewhere", visitor.address)?;
        if !back.error.is_empty() {
            let detail = "the other house did not say who you are";
            return Err(Problem::new(StatusCode::FORBIDDEN, "people.provider-refused", detail, None));
        }
        if back.state.is_empty() || cookie::way(&headers, visitor.https).as_deref() != Some(back.state.as_str()) {
            return Err(ProviderError::Refused("the state is not that of this browser".to_owned()).into());
        }
        let (identity, next) = provider.back(&back.state, &back.code).await?;
        if let Some(account) = &visitor.account {
            if record.vouch(identity, account.number, now()).await? {
                return Ok(on_to(&next));
            }
            let detail = "that identity signs in to another account already";
            return Err(Problem::new(StatusCode::CONFLICT, "people.conflict", detail, None));
        }
        if let Some((token, _)) = record.sign_in_as(identity, now()).await? {
            return Ok(entered(&token, &visitor, &next));
        }
        let ticket = provider.wait(identity, next)?;
        Ok(page(StatusCode::OK, TITLE, &choosing(provider, &ticket, "", None)))
    };
    let mut response = came.await.unwrap_or_else(|problem| problem_page(&problem));
    response.headers_mut().append(header::SET_COOKIE, cookie::off_the_way(visitor.https));
    response
}

/// Makes the account under the pseudonym that was chosen.
pub(super) async fn welcome(State(people): State<People>, visitor: Visitor, body: Bytes) -> Response {
    let typed = Typed::read(&body);
    let ticket = typed.raw("ticket");
    let welcomed = async {
        let (record, provider) = (people.record()?, people.provider()?);
        people.count("elsewhere", visitor.address)?;
        let (identity, next) =
            provider.holder(ticket).ok_or_else(|| ProviderError::Refused("the ticket is over".to_owned()))?;
        match record.welcome(identity, typed.raw("pseudonym"), now()).await.map_err(Problem::from) {
            Ok((token, _)) => {
                provider.tear(ticket);
                Ok(entered(&token, &visitor, &next))
            }
            Err(problem) if matches!(problem.status, 409 | 422) => {
                let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
                Ok(page(status, TITLE, &choosing(provider, ticket, typed.raw("pseudonym"), Some(&problem))))
            }
            Err(problem) => Err(problem),
        }
    };
    welcomed.await.unwrap_or_else(|problem| problem_page(&problem))
}

fn choosing(provider: &Provider, ticket: &str, pseudonym: &str, wrong: Option<&Problem>) -> Markup {
    html! {
        h1 { (TITLE) }
        p.lead { (provider.host()) " says who you are. Here you speak under a pseudonym: everybody sees it beside what you say, and it belongs to you for ever." }
        p.soft { "Of your name there only a keyed hash is kept, from which it cannot be read." }
        form.round method="post" action="/sign-in/welcome" novalidate {
            input type="hidden" name="ticket" value=(ticket);
            @if let Some(problem) = wrong { p.error role="alert" id="pseudonym-error" { (sentence(&problem.detail)) } }
            div.criterion {
                label for="pseudonym" { "Pseudonym" }
                input.long type="text" id="pseudonym" name="pseudonym" value=(pseudonym) autocomplete="nickname" spellcheck="false" maxlength="64"
                    aria-describedby=[wrong.map(|_| "pseudonym-error")] aria-invalid=[wrong.map(|_| "true")];
            }
            p { button type="submit" { "Make my account" } }
        }
    }
}
