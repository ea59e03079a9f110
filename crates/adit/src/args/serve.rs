//! Arguments of `adit serve`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub struct Serve {
    /// Address to listen on
    #[arg(long, default_value = "127.0.0.1:7878")]
    pub addr: SocketAddr,
    /// Where records and rounds are kept: sqlite:FILE or <postgres://USER@HOST/NAME>; without it there are none
    #[arg(long, value_name = "DATABASE")]
    pub db: Option<String>,
    /// The key that signs heads; made if it is missing [default: FILE.head-key beside a SQLite file, else adit-head.key]
    #[arg(long, value_name = "FILE", requires = "db")]
    pub head_key: Option<PathBuf>,
    /// The mail server that letters go out through: <smtps://HOST> or <smtp://HOST> (STARTTLS), with :PORT if needed
    #[arg(long, value_name = "SERVER", requires_all = ["db", "mail_from"])]
    pub smtp: Option<String>,
    /// The user at the mail server; the password is read from `ADIT_SMTP_PASSWORD`
    #[arg(long, value_name = "NAME", requires = "smtp")]
    pub smtp_user: Option<String>,
    /// Whom letters come from, as "Town hall <record@example.org>"
    #[arg(long, value_name = "ADDRESS", requires = "smtp")]
    pub mail_from: Option<String>,
    /// The key under which e-mail addresses and identities are kept; made if it is missing [default: FILE.mail-key beside a SQLite file, else adit-mail.key]
    #[arg(long, value_name = "FILE", requires = "db")]
    pub mail_key: Option<PathBuf>,
    /// The OpenID Connect provider that signs people in; the client's secret is read from `ADIT_OIDC_SECRET`
    #[cfg(feature = "oidc")]
    #[arg(long, value_name = "URL", requires_all = ["db", "oidc_client", "site"])]
    pub oidc_issuer: Option<String>,
    /// The name that the provider gave this server
    #[cfg(feature = "oidc")]
    #[arg(long, value_name = "ID", requires = "oidc_issuer")]
    pub oidc_client: Option<String>,
    /// Where this server is, as its visitors write it; the provider sends them back to /sign-in/back there
    #[cfg(feature = "oidc")]
    #[arg(long, value_name = "URL", requires = "oidc_issuer")]
    pub site: Option<String>,
    /// Address of a proxy of one's own in front: where requests come from is read from its X-Forwarded-For (repeatable)
    #[arg(long, value_name = "ADDRESS")]
    pub proxy: Vec<std::net::IpAddr>,
}
