//! Headers of every answer: a strict content-security policy, and an `ETag` that names exactly what was computed.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::snapshot::Snapshots;

/// No other host, no inline script or style, no frame around us.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

const FIXED: [(&str, &str); 5] = [
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    // Pages of our own may be named to us, so that a form says where it comes from; nobody else is told anything.
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

/// Adds the fixed headers.
pub async fn protect(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    for (name, value) in FIXED {
        // A file that somebody gave has a stricter policy of its own.
        response.headers_mut().entry(HeaderName::from_static(name)).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Answers of the API are functions of snapshot, version and query: their hash is the `ETag`, and an answer that the
/// caller already has is not computed again.
pub async fn tag(State(snapshots): State<Snapshots>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET {
        return next.run(request).await;
    }
    let mut digest = Sha256::new();
    for part in [snapshots.current().package().hash(), env!("CARGO_PKG_VERSION"), &request.uri().to_string()] {
        digest.update(part);
        digest.update([0]);
    }
    let etag =
        digest.finalize().iter().take(16).fold(String::from("\""), |tag, byte| tag + &format!("{byte:02x}")) + "\"";
    if known(request.headers(), &etag) {
        return with_tag(StatusCode::NOT_MODIFIED.into_response(), &etag);
    }
    let response = next.run(request).await;
    if response.status().is_success() { with_tag(response, &etag) } else { response }
}

fn known(headers: &HeaderMap, etag: &str) -> bool {
    let given = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or("");
    given.split(',').any(|tag| tag.trim().trim_start_matches("W/") == etag)
}

fn with_tag(mut response: Response, etag: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(etag) {
        response.headers_mut().insert(header::ETAG, value);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
