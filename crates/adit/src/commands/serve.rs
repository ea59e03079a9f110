//! `adit serve`: the rooms in the browser.

use adit_server::Rounds;
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
    let rounds = Rounds::new(record).behind(&serve.proxy);
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
