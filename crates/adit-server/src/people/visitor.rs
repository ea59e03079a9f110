//! Who is behind a request: the extractor that pages use.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use adit_record::people::{Account, Act, Grants, Outcome, Place, Refusal, Token, Trace, may};
use adit_record::voice::Confirmed;
use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::StatusCode;
use axum::http::request::Parts;

use crate::origin;
use crate::people::{People, cookie, now};
use crate::problem::Problem;

/// A person at the door. A reader has no account and holds nothing; a session that ended is a reader's.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The account, if its session is good.
    pub account: Option<Account>,
    /// What it holds.
    pub grants: Grants,
    /// How it is known who this is.
    pub confirmed: Confirmed,
    /// The address that the request comes from, for limits only: it is never written down.
    pub address: Option<IpAddr>,
    pub(super) token: Option<Token>,
    pub(super) https: bool,
}

impl Visitor {
    /// Whether an act may be done, as the problem of a page. A refusal of somebody who signed in enters the trail.
    pub async fn must(&self, people: &People, act: Act, place: &Place) -> Result<(), Problem> {
        let Err(refusal) = may(&self.grants, act, place) else { return Ok(()) };
        if let (Some(account), Ok(record)) = (self.grants.account, people.record()) {
            let (act, project, outcome) = (act.word(), place.project.clone(), Outcome::Refused);
            record.note(&Trace { at: now(), account: Some(account), act, project, entry: None, outcome }).await?;
        }
        let status = if refusal == Refusal::SignIn { StatusCode::UNAUTHORIZED } else { StatusCode::FORBIDDEN };
        Err(Problem::new(status, "people.refused", refusal.to_string(), None))
    }

    /// The account, or the problem of having none.
    pub(crate) fn signed_in(&self) -> Result<&Account, Problem> {
        let problem = || Problem::new(StatusCode::UNAUTHORIZED, "people.refused", Refusal::SignIn.to_string(), None);
        self.account.as_ref().ok_or_else(problem)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor
where
    People: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let people = People::from_ref(state);
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let https = origin::is_https(peer, &parts.headers, &people.proxies);
        let address = peer.map(|peer| origin::sender(peer, &parts.headers, &people.proxies));
        let token = cookie::token(&parts.headers, https);
        let visit = match (&people.record, &token) {
            (Some(record), Some(token)) => record.visit(token, now()).await,
            _ => Ok(None),
        };
        let visit = visit.unwrap_or_else(|error| {
            // Nobody is let in because the database failed; reading goes on.
            tracing::error!(%error, "a session cannot be read");
            None
        });
        let (account, grants) = visit.map(|visit| (visit.account, visit.grants)).unzip();
        let confirmed = account.as_ref().map_or(Confirmed::None, |account| account.confirmed);
        Ok(Self { account, grants: grants.unwrap_or_default(), confirmed, address, token, https })
    }
}
