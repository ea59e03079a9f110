//! Where a request comes from: a page of this server, and which address.
//!
//! Another site could have its visitors send something without their knowing. Browsers say where a request comes from: in
//! `Sec-Fetch-Site`, and in `Origin`. Programs say neither, and carry nobody's cookie.

use std::net::IpAddr;

use axum::http::{HeaderMap, StatusCode};

use crate::problem::Problem;

/// Whether a request came to the proxy in front of us by https, as far as a proxy of our own says so.
pub(crate) fn is_https(peer: Option<IpAddr>, headers: &HeaderMap, proxies: &[IpAddr]) -> bool {
    let said = headers.get("x-forwarded-proto").and_then(|value| value.to_str().ok());
    said == Some("https") && peer.is_some_and(|peer| proxies.contains(&peer))
}

/// The address that a request comes from: the peer's, or behind our own proxies the last one in `X-Forwarded-For` that
/// is not one of them. What others write there is theirs to invent, and is not read.
pub(crate) fn sender(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
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
pub(crate) fn own(headers: &HeaderMap) -> Result<(), Problem> {
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
    let hint = Some("open the page itself and send it from there".to_owned());
    Err(Problem::new(StatusCode::FORBIDDEN, "other-site", detail, hint))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

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
    fn https_is_believed_from_our_own_proxies_only() {
        let [proxy, other]: [IpAddr; 2] = ["10.0.0.1", "192.0.2.7"].map(|text| text.parse().unwrap());
        let mut headers = HeaderMap::new();
        assert!(!is_https(Some(proxy), &headers, &[proxy]));
        headers.insert("x-forwarded-proto", HeaderValue::from_static("https"));
        assert!(is_https(Some(proxy), &headers, &[proxy]));
        assert!(!is_https(Some(other), &headers, &[proxy]));
        assert!(!is_https(None, &headers, &[proxy]));
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
