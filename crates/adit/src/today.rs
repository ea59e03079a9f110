//! The day on which a command runs, in coordinated universal time: the only place of the program that asks what day it is.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::outcome::Stop;
use adit_facts::law::Date;

const DAY: u64 = 86_400;

/// Today, or the day that a flag names.
pub fn or_named(named: Option<&str>) -> Result<Date, Stop> {
    match named {
        Some(text) => Ok(adit_answer::promises::day("as-of", text)?),
        None => today(),
    }
}

fn today() -> Result<Date, Stop> {
    let wrong = || Stop::wrong("the clock of this machine is not set", "write --as-of and the day, as 2026-11-23");
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| wrong())?;
    let days = i32::try_from(since.as_secs() / DAY).map_err(|_| wrong())?;
    adit_answer::promises::day_after(Date::constant(1970, 1, 1), days).ok_or_else(wrong)
}
