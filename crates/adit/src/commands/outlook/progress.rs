//! A bar for what takes more than a second.

use std::time::{Duration, Instant};

use adit_answer::Session;
use adit_answer::outlook::matters::OutlookMatters;
use adit_answer::outlook::question::OutlookQuestion;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::Global;
use crate::outcome::Stop;

/// A bar appears when this has passed.
const PATIENCE: Duration = Duration::from_secs(1);

/// Ranks the assumptions, with a bar on a terminal if it takes long.
pub fn matters(global: &Global, session: &Session, question: &OutlookQuestion) -> Result<OutlookMatters, Stop> {
    let bar = ProgressBar::hidden();
    if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:30}] {percent} %") {
        bar.set_style(style);
    }
    bar.set_message("What matters most");
    let started = Instant::now();
    let quiet = global.quiet;
    let tick = |done: usize, all: usize| {
        if !quiet && bar.is_hidden() && started.elapsed() > PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let answer = session.outlook_matters(question, &tick);
    bar.finish_and_clear();
    Ok(answer?)
}
