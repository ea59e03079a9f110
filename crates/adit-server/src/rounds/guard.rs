//! Who may send something: a page of this server (or a program, which sends no `Origin`), and not too often.
//!
//! There are no cookies and no accounts, so nobody's authority can be borrowed; but another site could have its visitors
//! send answers without their knowing. Browsers say where a request comes from: in `Sec-Fetch-Site`, and in `Origin`.

use std::net::{IpAddr, SocketAddr};
use std::time::Instant;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api::PREFIX;
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
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn said(problem: &Problem, page: bool) -> Response {
    if page { problem_page(problem) } else { problem.clone().into_response() }
}

/// The address that a request comes from: the peer's, or behind our own proxies the last one in `X-Forwarded-For` that
/// is not one of them. What others write there is theirs to invent, and is not read.
fn sender(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let forwarded = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let named: Vec<Option<IpAddr>> =
        forwarded.flat_map(|value| value.split(',')).map(|address| address.trim().parse().ok()).collect();
    let mut sender = peer;
    for address in named.into_iter().rev() {
        let Some(address) = address.filter(|_| proxies.contains(&sender)) else { break };
        sender = address;
    }
    sender
}

/// Whether a request comes from a page of this server or from no page at all.
fn own(headers: &HeaderMap) -> Result<(), Problem> {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    let own = match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text("host")
        }
        (None, None) => true,
    };
    if own {
        return Ok(());
    }
    let detail = "this was sent by a page of another site; nothing was recorded";
    let hint = Some("open the round's own page and answer there".to_owned());
    Err(Problem::new(StatusCode::FORBIDDEN, "rounds.other-site", detail, hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value)));
        own(&headers.collect()).is_ok()
    }

    #[test]
    fn a_forwarded_address_counts_only_from_our_own_proxies() {
        let [proxy, other, far]: [IpAddr; 3] =
            ["10.0.0.1", "192.0.2.7", "198.51.100.9"].map(|text| text.parse().unwrap());
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static("203.0.113.5, 198.51.100.9, 10.0.0.1"));
        assert_eq!(sender(other, &headers, &[proxy]), other, "not a proxy of ours");
        assert_eq!(sender(proxy, &headers, &[proxy]), far, "the last that our own proxies vouch for");
        assert_eq!(sender(proxy, &HeaderMap::new(), &[proxy]), proxy);
        assert_eq!(sender(proxy, &headers, &[]), proxy);
    }

    #[test]
    fn own_pages_and_programs_pass_and_other_sites_do_not() {
        assert!(sent(&[]));
        assert!(sent(&[("sec-fetch-site", "same-origin"), ("origin", "null")]));
        assert!(sent(&[("origin", "http://127.0.0.1:7878"), ("host", "127.0.0.1:7878")]));
        assert!(!sent(&[
            ("sec-fetch-site", "cross-site"),
            ("origin", "http://127.0.0.1:7878"),
            ("host", "127.0.0.1:7878")
        ]));
        assert!(!sent(&[("sec-fetch-site", "same-site")]));
        assert!(!sent(&[("origin", "https://elsewhere.example"), ("host", "127.0.0.1:7878")]));
        assert!(!sent(&[("origin", "null"), ("host", "127.0.0.1:7878")]));
        assert!(!sent(&[("origin", "http://127.0.0.1:7879"), ("host", "127.0.0.1:7878")]));
    }
}
