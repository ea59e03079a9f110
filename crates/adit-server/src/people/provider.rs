//! Signing in by OpenID Connect Core 1.0: the authorisation code flow with PKCE (RFC 7636), state and nonce. The other house
//! says who somebody is; what they may do is said here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use adit_record::Code;
use adit_record::people::{EmailKey, Identity};
use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata};
use openidconnect::reqwest;
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, IssuerUrl,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, TokenResponse,
};

/// How long somebody may take at the other house, and then to choose a pseudonym.
const PATIENCE: Duration = Duration::from_mins(15);
/// How long the other house may take to answer.
const ANSWERS: Duration = Duration::from_secs(20);
/// Most who are on their way at the same time.
const MANY: usize = 10_000;

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Why nobody can be signed in by the other house.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProviderError {
    /// An address cannot be read, or is not safe to use.
    #[error("\"{0}\" cannot be used: write https://HOST (http only for a server on this machine)")]
    Address(String),
    /// The other house does not answer as OpenID Connect asks.
    #[error("the provider does not answer as OpenID Connect asks: {0}")]
    Discovery(String),
    /// The answer does not belong to what was asked, was changed, or came too late.
    #[error("what the provider says cannot be trusted: {0}")]
    Refused(String),
    /// The system gives no random numbers, or TLS cannot be had.
    #[error("cannot begin: {0}")]
    Begin(String),
}

/// The other house, and who is on the way to it.
#[derive(Debug, Clone)]
pub struct Provider(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    issuer: IssuerUrl,
    client: ClientId,
    secret: Option<ClientSecret>,
    back: RedirectUrl,
    key: EmailKey,
    http: reqwest::Client,
    away: Mutex<HashMap<String, (Instant, Away)>>,
}

/// Somebody on the way.
#[derive(Debug)]
enum Away {
    /// Sent to the other house.
    Sent { client: Box<Client>, nonce: Nonce, verifier: PkceCodeVerifier, next: String },
    /// Back, without an account: a pseudonym is to be chosen.
    Back { identity: Identity, next: String },
}

/// What a provider is made from.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The issuer, as <https://id.example.org>.
    pub issuer: &'a str,
    /// The name that it gave this server.
    pub client: &'a str,
    /// The secret that it gave with it; none for a public client.
    pub secret: Option<&'a str>,
    /// Where this server is, as its visitors write it.
    pub site: &'a str,
}

fn is_safe(address: &str) -> bool {
    let host = |rest: &str| rest.split(['/', ':']).next().unwrap_or_default().to_owned();
    // A name before the host would hide which host it is.
    if address.contains('@') {
        return false;
    }
    match address.split_once("://") {
        Some(("https", rest)) => !host(rest).is_empty(),
        Some(("http", rest)) => matches!(host(rest).as_str(), "localhost" | "127.0.0.1"),
        _ => false,
    }
}

impl Provider {
    /// A provider; it is first spoken to when somebody signs in.
    pub fn new(named: Named<'_>, key: EmailKey) -> Result<Self, ProviderError> {
        let wrong = |address: &str| ProviderError::Address(address.to_owned());
        for address in [named.issuer, named.site] {
            if !is_safe(address) {
                return Err(wrong(address));
            }
        }
        let back = format!("{}/sign-in/back", named.site.trim_end_matches('/'));
        // Redirects are not followed: the provider would choose which hosts this server asks.
        let http = reqwest::ClientBuilder::new().redirect(reqwest::redirect::Policy::none()).timeout(ANSWERS).build();
        Ok(Self(Arc::new(Inner {
            issuer: IssuerUrl::new(named.issuer.to_owned()).map_err(|_| wrong(named.issuer))?,
            client: ClientId::new(named.client.to_owned()),
            secret: named.secret.map(|secret| ClientSecret::new(secret.to_owned())),
            back: RedirectUrl::new(back).map_err(|_| wrong(named.site))?,
            key,
            http: http.map_err(|error| ProviderError::Begin(error.to_string()))?,
            away: Mutex::default(),
        })))
    }

    /// The host of the other house, for people.
    pub(super) fn host(&self) -> &str {
        self.0.issuer.url().host_str().unwrap_or_default()
    }

    /// Where to send somebody, and the state that their browser keeps. The provider's keys are asked for anew each time, so
    /// that keys which it changed are known.
    pub(super) async fn begin(&self, next: &str) -> Result<(String, String), ProviderError> {
        let Inner { issuer, client, secret, back, http, .. } = &*self.0;
        let metadata = CoreProviderMetadata::discover_async(issuer.clone(), http).await;
        let metadata = metadata.map_err(|error| ProviderError::Discovery(error.to_string()))?;
        let client = CoreClient::from_provider_metadata(metadata, client.clone(), secret.clone());
        let client = client.set_redirect_uri(back.clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (address, state, nonce) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
            .set_pkce_challenge(challenge)
            .url();
        let sent = Away::Sent { client: Box::new(client), nonce, verifier, next: next.to_owned() };
        self.keep(state.secret().clone(), sent);
        Ok((address.into(), state.into_secret()))
    }

    /// Who came back, and where they wanted to go. A state is good once.
    pub(super) async fn back(&self, state: &str, code: &str) -> Result<(Identity, String), ProviderError> {
        let refused = |why: &dyn std::fmt::Display| ProviderError::Refused(why.to_string());
        let Some(Away::Sent { client, nonce, verifier, next }) = self.take(state) else {
            return Err(refused(&"this way in was not begun here, was used, or took too long"));
        };
        let asked = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(|error| refused(&error))?;
        let answer = asked.set_pkce_verifier(verifier).request_async(&self.0.http).await;
        let answer = answer.map_err(|error| refused(&error))?;
        let token = answer.id_token().ok_or_else(|| refused(&"it sent no ID token"))?;
        let claims = token.claims(&client.id_token_verifier(), &nonce).map_err(|error| refused(&error))?;
        Ok((Identity::of(&self.0.key, claims.issuer().as_str(), claims.subject().as_str()), next))
    }

    /// Remembers somebody who is to choose a pseudonym, by a ticket.
    pub(super) fn wait(&self, identity: Identity, next: String) -> Result<String, ProviderError> {
        let ticket = Code::fresh().map_err(|error| ProviderError::Begin(error.to_string()))?.to_string();
        self.keep(ticket.clone(), Away::Back { identity, next });
        Ok(ticket)
    }

    /// Who holds a ticket. It stays good until it is [torn](Self::tear), so that a pseudonym that is taken can be mended.
    pub(super) fn holder(&self, ticket: &str) -> Option<(Identity, String)> {
        let away = self.0.away.lock().unwrap_or_else(PoisonError::into_inner);
        match away.get(ticket) {
            Some((since, Away::Back { identity, next })) if since.elapsed() < PATIENCE => {
                Some((*identity, next.clone()))
            }
            _ => None,
        }
    }

    /// A ticket that was used.
    pub(super) fn tear(&self, ticket: &str) {
        drop(self.take(ticket));
    }

    fn keep(&self, key: String, one: Away) {
        let mut away = self.0.away.lock().unwrap_or_else(PoisonError::into_inner);
        if away.len() >= MANY {
            away.retain(|_, (since, _)| since.elapsed() < PATIENCE);
        }
        if away.len() < MANY {
            away.insert(key, (Instant::now(), one));
        }
    }

    fn take(&self, key: &str) -> Option<Away> {
        let taken = self.0.away.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
        taken.filter(|(since, _)| since.elapsed() < PATIENCE).map(|(_, one)| one)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_encrypted_or_on_this_machine() {
        for safe in
            ["https://id.example.org", "https://id.example.org/realm", "http://127.0.0.1:3000", "http://localhost"]
        {
            assert!(is_safe(safe), "{safe}");
        }
        for wrong in [
            "",
            "id.example.org",
            "http://id.example.org",
            "https://",
            "http://localhost.evil.example",
            "http://127.0.0.1:80@evil.example",
            "ftp://x",
        ] {
            assert!(!is_safe(wrong), "{wrong}");
        }
    }

    #[tokio::test]
    async fn a_way_in_that_was_not_begun_here_leads_nowhere() {
        let file = std::env::temp_dir().join(format!("adit-provider-key-{}", std::process::id()));
        let key = EmailKey::of_file(&file).unwrap();
        let named = Named { issuer: "http://127.0.0.1:1", client: "adit", secret: None, site: "http://127.0.0.1:7878" };
        let provider = Provider::new(named, key.clone()).unwrap();
        assert!(matches!(provider.begin("/").await, Err(ProviderError::Discovery(_))));
        assert!(matches!(provider.back("made up", "code").await, Err(ProviderError::Refused(_))));
        assert!(provider.holder("made up").is_none());
        let ticket = provider.wait(Identity::of(&key, "a", "b"), "/account".to_owned()).unwrap();
        assert!(matches!(provider.back(&ticket, "code").await, Err(ProviderError::Refused(_))), "a ticket is no state");
        let again = provider.wait(Identity::of(&key, "a", "b"), "/account".to_owned()).unwrap();
        assert!(provider.holder(&again).is_some());
        provider.tear(&again);
        assert!(provider.holder(&again).is_none());
    }
}
