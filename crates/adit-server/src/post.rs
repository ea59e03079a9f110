//! Letters by e-mail, through whichever mail server the keeper named; without one, codes go out on paper.
//!
//! A letter holds a code and never a link: an address in a link would be what the request said of itself, and whoever asks
//! for a letter in another's name would choose where it leads. Addresses are kept for the time of sending only.

use std::sync::Arc;
use std::time::{Duration, Instant};

use adit_record::people::EmailKey;
use axum::http::Uri;
use lettre::message::Mailbox;
use lettre::message::header::{self, ContentType, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use crate::limits::Limits;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// How long the mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long is waited before a letter is tried again.
const AGAIN: [Duration; 2] = [Duration::from_secs(5), Duration::from_mins(1)];

/// Why letters cannot be sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PostError {
    /// The address of the mail server cannot be read.
    #[error(
        "\"{0}\" is no mail server: use smtps://HOST (TLS from the beginning) or smtp://HOST (STARTTLS), with :PORT if needed"
    )]
    Server(String),
    /// A name or password stands in the address.
    #[error("the address of the mail server holds a name or a password, which others on this machine can read")]
    Secret,
    /// A user without a password, or the other way round.
    #[error("the mail server needs both a user and a password")]
    HalfSigned,
    /// The sender is no address.
    #[error("\"{0}\" is no address to send from: write it as \"Town hall <record@example.org>\"")]
    From(String),
    /// TLS cannot be had, or the mail server did not answer.
    #[error("the mail server: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
}

/// The mail server, the sender, and the key under which addresses are kept.
#[derive(Debug, Clone)]
pub struct Post(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    transport: Transport,
    from: Mailbox,
    key: EmailKey,
    limits: Limits,
}

/// What is written to somebody.
pub(crate) struct Letter {
    /// What stands above it.
    pub subject: &'static str,
    /// The words.
    pub body: String,
}

impl Post {
    /// Letters from a sender through a mail server. Only a server on this machine is spoken to without TLS.
    pub fn new(
        server: &str,
        credentials: Option<(String, String)>,
        from: &str,
        key: EmailKey,
    ) -> Result<Self, PostError> {
        let wrong = || PostError::Server(server.to_owned());
        let uri: Uri = server.parse().map_err(|_| wrong())?;
        let host = uri.host().ok_or_else(wrong)?;
        if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
            return Err(PostError::Secret);
        }
        if uri.path_and_query().is_some_and(|rest| rest.as_str() != "/" && !rest.as_str().is_empty()) {
            return Err(wrong());
        }
        let here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let builder = match uri.scheme_str() {
            Some("smtps") => Transport::relay(host)?,
            Some("smtp") if here => Transport::builder_dangerous(host).port(25),
            Some("smtp") => Transport::starttls_relay(host)?,
            _ => return Err(wrong()),
        };
        let builder = match uri.port_u16() {
            Some(port) => builder.port(port),
            None => builder,
        };
        let builder = match credentials {
            Some((user, password)) => builder.credentials(Credentials::new(user, password)),
            None => builder,
        };
        let from = from.parse().map_err(|_| PostError::From(from.to_owned()))?;
        let transport = builder.timeout(Some(PATIENCE)).build();
        let limits = Limits::new(2_000, 20, Duration::from_hours(1));
        Ok(Self(Arc::new(Inner { transport, from, key, limits })))
    }

    /// Whether the mail server answers, with these credentials.
    pub async fn answers(&self) -> Result<bool, PostError> {
        Ok(self.0.transport.test_connection().await?)
    }

    /// The key under which addresses are kept.
    pub(crate) fn key(&self) -> &EmailKey {
        &self.0.key
    }

    /// Counts one more letter that somebody at an address of the network asks for; how long to wait if that is too many.
    pub(crate) fn count(&self, address: Option<std::net::IpAddr>) -> Result<(), Duration> {
        self.0.limits.count("letters", address, Instant::now())
    }

    /// Sends a letter, in its own time: whoever asked for it learns nothing from how long it takes or whether it goes out.
    pub(crate) fn send(&self, to: &str, letter: Letter) {
        let Some(message) = self.message(to, letter) else { return };
        let transport = self.0.transport.clone();
        tokio::spawn(async move {
            for wait in AGAIN.into_iter().map(Some).chain([None]) {
                match (transport.send(message.clone()).await, wait) {
                    (Ok(_), _) => return,
                    // The address of the letter is in no log.
                    (Err(error), Some(wait)) if !error.is_permanent() => {
                        tracing::warn!(%error, "a letter did not go out yet");
                        tokio::time::sleep(wait).await;
                    }
                    (Err(error), _) => {
                        tracing::error!(%error, "a letter did not go out");
                        return;
                    }
                }
            }
        });
    }

    fn message(&self, to: &str, letter: Letter) -> Option<Message> {
        let made =
            to.trim().parse().map(|to| Mailbox::new(None, to)).map_err(|error| error.to_string()).and_then(|to| {
                let message = Message::builder().from(self.0.from.clone()).to(to).subject(letter.subject);
                let message = message.message_id(None).header(ContentType::TEXT_PLAIN).header(Automatic);
                message.body(letter.body).map_err(|error| error.to_string())
            });
        made.inspect_err(|error| tracing::error!(error, "a letter cannot be written")).ok()
    }
}

/// Says that no person wrote the letter, so that no machine answers it (RFC 3834, section 5).
#[derive(Clone)]
struct Automatic;

impl header::Header for Automatic {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(server: &str, from: &str) -> Result<Post, PostError> {
        let file = std::env::temp_dir().join(format!("adit-post-key-{}", std::process::id()));
        Post::new(server, None, from, EmailKey::of_file(&file).unwrap())
    }

    #[tokio::test]
    async fn mail_servers_are_named_by_kind_and_host() {
        const FROM: &str = "Town hall <record@example.org>";
        for sound in
            ["smtps://mail.example.org", "smtp://mail.example.org:2525", "smtp://127.0.0.1:1025", "smtp://[::1]"]
        {
            assert!(post(sound, FROM).is_ok(), "{sound}");
        }
        for wrong in ["", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://mail.example.org/inbox"] {
            assert!(matches!(post(wrong, FROM), Err(PostError::Server(_))), "{wrong}");
        }
        assert!(matches!(post("smtps://anna:secret@mail.example.org", FROM), Err(PostError::Secret)));
        assert!(matches!(post("smtps://mail.example.org", "Town hall"), Err(PostError::From(_))));
    }

    #[tokio::test]
    async fn a_letter_is_plain_text_that_no_machine_answers() {
        let post = post("smtp://127.0.0.1:1", "record@example.org").unwrap();
        let letter = |body: &str| Letter { subject: "Your code", body: body.to_owned() };
        let sent = post.message(" anna@example.org ", letter("Kärnä\r\n.\r\nQUIT")).unwrap().formatted();
        let text = String::from_utf8(sent).unwrap();
        for line in
            ["Auto-Submitted: auto-generated", "Content-Type: text/plain; charset=utf-8", "To: anna@example.org"]
        {
            assert!(text.contains(line), "{line}: {text}");
        }
        for hostile in ["anna@example.org\r\nBcc: all@example.org", "anna", "", "a@b, c@d"] {
            assert!(post.message(hostile, letter("x")).is_none(), "{hostile:?}");
        }
    }
}
