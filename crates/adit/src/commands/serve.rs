//! `adit serve`: the rooms in the browser.

use std::path::{Path, PathBuf};

use adit_record::people::EmailKey;
use adit_server::{Post, PostError, Rounds};
use anyhow::Context;
use tracing_subscriber::EnvFilter;

use crate::args::{Global, Serve};
use crate::commands::round;
use crate::outcome::Stop;
use crate::{open, print};

/// Serves until interrupted.
pub fn run(global: &Global, serve: &Serve) -> Result<(), Stop> {
    let filter = EnvFilter::try_from_env("ADIT_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let session = open::to_serve(global)?;
    if !adit_server::is_built() {
        print::note(
            global.quiet,
            "The workbench is not in this build (run `make web`); API and plain pages are served.",
        )?;
    }
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("cannot start the server")?;
    let record = match &serve.db {
        Some(db) => Some(runtime.block_on(round::record_with(db, serve.head_key.as_deref()))?),
        None => None,
    };
    let post = post(global, serve, &runtime)?;
    let rounds = Rounds::new(record).behind(&serve.proxy).with_post(post);
    #[cfg(feature = "oidc")]
    let rounds = rounds.with_provider(provider(serve)?);
    let quiet = global.quiet;
    let ready = move |address: std::net::SocketAddr| {
        // Standard output may be closed; the server runs all the same.
        drop(print::text(&format!("adit is at http://{address}/")));
        drop(print::note(quiet, "Ctrl-C stops it."));
    };
    let workspace = global.workspace.clone();
    let reload = move || open::at(workspace.as_deref()).map_err(|stop| stop.report()).ok();
    runtime.block_on(adit_server::serve(serve.addr, session, rounds, ready, reload)).map_err(anyhow::Error::from)?;
    Ok(())
}

/// The password of the mail server.
const PASSWORD: &str = "ADIT_SMTP_PASSWORD";

/// The post, if a mail server is named. One that does not answer now may answer later: that is said, and no more.
fn post(global: &Global, serve: &Serve, runtime: &tokio::runtime::Runtime) -> Result<Option<Post>, Stop> {
    let (Some(server), Some(from)) = (&serve.smtp, &serve.mail_from) else { return Ok(None) };
    let key = key(serve)?;
    let credentials = match (&serve.smtp_user, std::env::var(PASSWORD).ok()) {
        (Some(user), Some(password)) => Some((user.clone(), password)),
        (None, None) => None,
        _ => {
            let hint = format!("say --smtp-user NAME and put the password into {PASSWORD}, or neither");
            return Err(Stop::wrong("the mail server needs both a user and a password", hint));
        }
    };
    let wrong = |error: PostError| Stop::Wrong { says: error.to_string(), hint: None };
    let post = runtime.block_on(async { Post::new(server, credentials, from, key) }).map_err(wrong)?;
    let trouble = match runtime.block_on(post.answers()) {
        Ok(true) => None,
        Ok(false) => Some("it hung up".to_owned()),
        Err(error) => Some(error.to_string()),
    };
    if let Some(trouble) = trouble {
        print::note(global.quiet, &format!("The mail server does not answer now ({trouble}); letters will be tried."))?;
    }
    Ok(Some(post))
}

/// The key under which addresses and identities are kept.
fn key(serve: &Serve) -> Result<EmailKey, Stop> {
    let beside = serve.db.as_deref().and_then(|db| db.strip_prefix("sqlite:")).map(Path::new);
    let file = serve.mail_key.clone().or_else(|| beside.map(|file| file.with_added_extension("mail-key")));
    Ok(EmailKey::of_file(&file.unwrap_or_else(|| PathBuf::from("adit-mail.key")))?)
}

/// The house that says who somebody is, if one is named.
#[cfg(feature = "oidc")]
fn provider(serve: &Serve) -> Result<Option<adit_server::people::Provider>, Stop> {
    let (Some(issuer), Some(client), Some(site)) = (&serve.oidc_issuer, &serve.oidc_client, &serve.site) else {
        return Ok(None);
    };
    let secret = std::env::var("ADIT_OIDC_SECRET").ok();
    let named = adit_server::people::Named { issuer, client, secret: secret.as_deref(), site };
    let made = adit_server::people::Provider::new(named, key(serve)?);
    made.map(Some).map_err(|error| Stop::Wrong { says: error.to_string(), hint: None })
}
