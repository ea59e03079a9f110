//! A sign of life for what takes more than a second.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::Global;
use crate::outcome::Stop;

/// A bar appears when this has passed.
const PATIENCE: Duration = Duration::from_secs(1);

/// Between two signs.
const TICK: Duration = Duration::from_millis(200);

/// Does something, and shows on standard error how long it has been at it.
pub fn patiently<T>(global: &Global, doing: &str, work: impl FnOnce() -> Result<T, Stop>) -> Result<T, Stop> {
    if global.quiet {
        return work();
    }
    let bar = ProgressBar::new_spinner();
    bar.set_draw_target(ProgressDrawTarget::hidden());
    if let Ok(style) = ProgressStyle::with_template("{msg} {spinner} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(doing.to_owned());
    let shown = bar.clone();
    let (done, waiting) = std::sync::mpsc::channel::<()>();
    let watcher = std::thread::spawn(move || {
        if waiting.recv_timeout(PATIENCE).is_err_and(|error| error == std::sync::mpsc::RecvTimeoutError::Timeout) {
            shown.set_draw_target(ProgressDrawTarget::stderr());
            shown.enable_steady_tick(TICK);
        }
    });
    let outcome = work();
    drop(done);
    // A watcher that panicked has nothing left to show.
    let _ = watcher.join();
    bar.finish_and_clear();
    outcome
}
