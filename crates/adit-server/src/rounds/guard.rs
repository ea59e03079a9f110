//! Who may send something: a page of this server (or a program, which sends no `Origin`), and not too often.
//!
//! Answering a round needs no cookie and no account, so nobody's authority can be borrowed; but another site could have its
//! visitors send answers without their knowing.

use std::net::SocketAddr;
use std::time::Instant;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api::PREFIX;
use crate::origin::{own, sender};
use crate::problem::Problem;
use crate::rounds::{Rounds, problem_page};

/// Lets through what may be answered; everything under it is computed anew each time.
pub(crate) async fn guard(State(rounds): State<Rounds>, request: Request, next: Next) -> Response {
    let page = !request.uri().path().starts_with(PREFIX);
    if request.method() == Method::POST {
        if let Err(problem) = own(request.headers()) {
            return said(&problem, page);
        }
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let address = peer.map(|peer| sender(peer, request.headers(), &rounds.proxies));
        let path = request.uri().path().trim_start_matches(PREFIX);
        let round = path.split('/').nth(2).unwrap_or("").to_owned();
        if let Err(wait) = rounds.limits.count(&round, address, Instant::now()) {
            let seconds = wait.as_secs() + 1;
            let detail = "very many answers have just come from your network or to this round; nothing was recorded";
            let hint = format!("go back and send it again in {} minutes", seconds.div_ceil(60));
            let problem = Problem::new(StatusCode::TOO_MANY_REQUESTS, "rounds.too-often", detail, Some(hint));
            let mut response = said(&problem, page);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            return response;
        }
    }
    let mut response = to_its_end(next.run(request)).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What was begun is finished, also when whoever asked has gone meanwhile: an act of several steps is never left half done,
/// and no connection to the database goes back with a transaction open.
pub(crate) async fn to_its_end(answer: impl Future<Output = Response> + Send + 'static) -> Response {
    tokio::spawn(answer).await.unwrap_or_else(|error| {
        tracing::error!(%error, "an answer failed");
        let detail = "something failed here that should not; it is written down";
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "server.failed", detail, None).into_response()
    })
}

fn said(problem: &Problem, page: bool) -> Response {
    if page { problem_page(problem) } else { problem.clone().into_response() }
}
