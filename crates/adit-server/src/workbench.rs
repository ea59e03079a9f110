//! The workbench, embedded: built by Vite into `web/dist`, read from disk in development and from the binary in release.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use crate::plain;
use crate::problem::Problem;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Dist;

/// Files by their name; every other address is a page of the workbench, which reads the address itself.
pub async fn file_or_page(uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    if let Some(file) = Dist::get(path).filter(|_| !path.is_empty()) {
        return answer(path, file.data.into_owned(), path.starts_with("assets/"));
    }
    if path.starts_with("api/") || path.starts_with("assets/") {
        return Problem::not_found(uri.path()).into_response();
    }
    match Dist::get("index.html") {
        Some(page) => answer("index.html", page.data.into_owned(), false),
        None => (StatusCode::OK, plain::without_workbench()).into_response(),
    }
}

/// Whether the workbench is in this binary.
pub fn is_built() -> bool {
    Dist::get("index.html").is_some()
}

/// Assets carry their content's hash in their name and never change.
fn answer(path: &str, bytes: Vec<u8>, forever: bool) -> Response {
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind(path)));
    let cache = if forever { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json" | "map") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
