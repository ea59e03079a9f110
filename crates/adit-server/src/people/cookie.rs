//! The cookie of a session: never readable by scripts, never sent along by other sites' forms, and bound to this host
//! (`__Host-`) wherever the connection is encrypted.

use adit_record::people::{ABSOLUTE, Token};
use axum::http::{HeaderMap, HeaderValue, header};

const PLAIN: &str = "adit";
const BOUND: &str = "__Host-adit";

fn name(https: bool) -> &'static str {
    if https { BOUND } else { PLAIN }
}

/// The header that gives a token to the browser.
pub(super) fn set(token: &Token, https: bool) -> Option<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let cookie = format!("{}={token}; Path=/; Max-Age={ABSOLUTE}; HttpOnly; SameSite=Lax{secure}", name(https));
    HeaderValue::from_str(&cookie).ok()
}

/// The header that takes it back.
pub(super) fn unset(https: bool) -> HeaderValue {
    HeaderValue::from_static(if https {
        "__Host-adit=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure"
    } else {
        "adit=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
    })
}

/// The header by which a browser remembers that it was sent to another house, for as long as that may take.
#[cfg(feature = "oidc")]
pub(super) fn on_the_way(state: &str, https: bool) -> Result<HeaderValue, crate::problem::Problem> {
    let secure = if https { "; Secure" } else { "" };
    let cookie = format!("{}-way={state}; Path=/; Max-Age=900; HttpOnly; SameSite=Lax{secure}", name(https));
    HeaderValue::from_str(&cookie).map_err(|_| {
        let status = axum::http::StatusCode::INTERNAL_SERVER_ERROR;
        crate::problem::Problem::new(status, "people.provider", "this way in cannot begin", None)
    })
}

/// The header that takes it back.
#[cfg(feature = "oidc")]
pub(super) fn off_the_way(https: bool) -> HeaderValue {
    HeaderValue::from_static(if https {
        "__Host-adit-way=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure"
    } else {
        "adit-way=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"
    })
}

/// The state that a browser remembers.
#[cfg(feature = "oidc")]
pub(super) fn way(headers: &HeaderMap, https: bool) -> Option<String> {
    value(headers, &format!("{}-way", name(https))).map(str::to_owned)
}

/// The token that a request carries. Where the connection is encrypted, only the cookie that is bound to the host counts.
pub(super) fn token(headers: &HeaderMap, https: bool) -> Option<Token> {
    value(headers, name(https)).and_then(|value| value.parse().ok())
}

fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(given, _)| *given == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_goes_out_and_comes_back_under_the_right_name() {
        let digits = "ab".repeat(32);
        let given: Token = digits.parse().unwrap();
        for (https, of) in [(false, "adit"), (true, "__Host-adit")] {
            let cookie = set(&given, https).unwrap();
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.starts_with(&format!("{of}={digits}; Path=/; ")), "{cookie}");
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            assert_eq!(cookie.contains("Secure"), https);
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, HeaderValue::from_str(&format!("x=1; {of}={digits}")).unwrap());
            assert!(token(&headers, https) == Some(given.clone()));
            assert!(token(&headers, !https).is_none(), "the other name does not count");
        }
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("adit=12; adit"));
        assert!(token(&headers, false).is_none());
    }
}
