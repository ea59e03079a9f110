//! Days on which the clock stood still. Overlapping stops are united, so that no day is taken twice.

use adit_facts::law::{Date, StopKind};

use super::counting::{days_between, shifted};

/// A stop: the days after one day, to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Why the clock stands still.
    pub kind: StopKind,
    /// The deadline, or the day on which preparation began; itself not counted as stopped (Art. 11(8), (9)).
    pub after: Date,
    /// The last day of the stop.
    pub until: Date,
    /// Whether it still runs: nothing was delivered by the day of the question.
    pub runs: bool,
}

impl Stop {
    /// Days of it.
    pub fn days(&self) -> i32 {
        days_between(self.after, self.until)
    }
}

/// Stops as spans of days that do not overlap, in order: each is (day before its first day, its last day).
pub fn united<'a>(stops: impl IntoIterator<Item = &'a Stop>) -> Vec<(Date, Date)> {
    let mut spans: Vec<(Date, Date)> =
        stops.into_iter().filter(|stop| stop.after < stop.until).map(|stop| (stop.after, stop.until)).collect();
    spans.sort_unstable();
    let mut united: Vec<(Date, Date)> = Vec::with_capacity(spans.len());
    for (after, until) in spans {
        match united.last_mut() {
            Some((_, last)) if after <= *last => *last = until.max(*last),
            _ => united.push((after, until)),
        }
    }
    united
}

/// The end of a period that runs from `start` to `end` by the calendar, moved by the stopped days within it, and how
/// many those are. A stop that begins when the period is over moves nothing: there is nothing left to stop.
pub fn pushed<'a>(start: Date, end: Date, stops: impl IntoIterator<Item = &'a Stop>) -> (Date, i32) {
    let mut now = end;
    let mut stopped = 0;
    for (after, until) in united(stops) {
        let first = after.max(start);
        if first >= now || until <= first {
            continue;
        }
        let days = days_between(first, until);
        stopped += days;
        now = shifted(now, days);
    }
    (now, stopped)
}
