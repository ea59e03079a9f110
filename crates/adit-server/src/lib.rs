//! HTTP API, the embedded workbench and the pages that need no script.
//!
//! One snapshot of facts is served at a time ([`snapshot`]); what-ifs live in the request, never in the server.

use std::net::SocketAddr;
use std::time::Duration;

use adit_answer::Session;
use adit_record::{Moment, Record};
use axum::Router;
use axum::http::StatusCode;
use axum::middleware;
use thiserror::Error;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

mod api;
mod asking;
mod columns;
pub mod files;
mod headers;
mod limits;
mod origin;
pub mod people;
mod plain;
mod post;
mod problem;
mod promises;
mod records;
pub mod rounds;
mod sheet;
mod snapshot;
mod typed;
mod upload;
mod workbench;
mod workbook;

pub use api::openapi;
pub use api::rounds::documents as round_documents;
pub use people::People;
pub use post::{Post, PostError};
pub use problem::Problem;
pub use rounds::Rounds;
pub use snapshot::Snapshots;
pub use workbench::is_built;

/// How hard answers are pressed: a tenth smaller than at the usual 4, for two more milliseconds of a large document.
const COMPRESSION: CompressionLevel = CompressionLevel::Precise(5);

/// Longest time that an answer may take.
const LONGEST: Duration = Duration::from_mins(1);

/// The same where a file may come: 20 MB over a slow line.
const LONGEST_WITH_FILE: Duration = Duration::from_mins(5);

/// Time between two publications of heads; the rule asks for one a day.
const BETWEEN_HEADS: Duration = Duration::from_hours(6);

/// Why the server cannot run.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ServeError {
    /// The address cannot be had.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// Why not.
        cause: std::io::Error,
    },
    /// Serving failed.
    #[error("serving failed: {0}")]
    Serve(#[from] std::io::Error),
}

/// Everything that is served.
pub fn router(snapshots: &Snapshots, rounds: &Rounds) -> Router {
    let records = records::router(&records::Records::new(rounds, snapshots))
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONGEST_WITH_FILE));
    Router::new()
        .merge(api::router(snapshots, rounds))
        .merge(plain::router(snapshots))
        .merge(promises::router(snapshots))
        .merge(rounds::router(rounds))
        .merge(people::router(&People::of(rounds)))
        .fallback(workbench::file_or_page)
        .layer(TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LONGEST))
        .merge(records)
        .layer(middleware::from_fn(headers::protect))
        .layer(CompressionLayer::new().quality(COMPRESSION))
        .layer(TraceLayer::new_for_http())
}

/// Serves until interrupted. `ready` is told the address once it listens; `reload` is asked for a new session on SIGHUP,
/// and the old one stays where it gives none.
pub async fn serve(
    address: SocketAddr,
    session: Session,
    rounds: Rounds,
    ready: impl FnOnce(SocketAddr),
    reload: impl Fn() -> Option<Session> + Send + Sync + 'static,
) -> Result<(), ServeError> {
    let snapshots = Snapshots::new(session);
    let listener =
        tokio::net::TcpListener::bind(address).await.map_err(|cause| ServeError::Listen { address, cause })?;
    ready(listener.local_addr()?);
    tokio::spawn(reload_on_hangup(snapshots.clone(), reload));
    if let Ok(record) = rounds.record() {
        tokio::spawn(publish_heads(record.clone()));
    }
    let service = router(&snapshots, &rounds).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(interrupted()).await?;
    Ok(())
}

#[cfg(unix)]
async fn reload_on_hangup(snapshots: Snapshots, reload: impl Fn() -> Option<Session> + Send + Sync + 'static) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut hangups) = signal(SignalKind::hangup()) else { return };
    while hangups.recv().await.is_some() {
        if let Some(session) = reload() {
            snapshots.replace(session);
        }
    }
}

#[cfg(not(unix))]
async fn reload_on_hangup(_: Snapshots, _: impl Fn() -> Option<Session> + Send + Sync + 'static) {}

/// Enters the signed heads of all records into the chain of the house, at the start and several times a day: nothing is
/// added while nothing has changed.
async fn publish_heads(record: Record) {
    let mut often = tokio::time::interval(BETWEEN_HEADS);
    loop {
        often.tick().await;
        if let Err(error) = record.publish_heads(Moment::now()).await {
            tracing::error!(%error, "the heads of the records were not published");
        }
    }
}

/// Resolves at Ctrl-C or SIGTERM.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    // Without a handler the process ends by itself, which is all that is wanted.
    let _ = tokio::signal::ctrl_c().await;
}
