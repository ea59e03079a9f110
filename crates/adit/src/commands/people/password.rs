//! A password is typed or piped in, never part of a call: calls are kept in histories and shown in lists of processes.

use std::io::{BufRead, Write};
use std::process::Command;

use super::piped;
use crate::outcome::Stop;

/// Reads a password: twice without echo from a terminal, else the first line of standard input.
pub fn read() -> Result<String, Stop> {
    if let Some(text) = piped()? {
        return Ok(text.lines().next().unwrap_or_default().to_owned());
    }
    let [first, second] = [typed("Password (at least 12 letters): ")?, typed("Once more: ")?];
    if first == second {
        Ok(first)
    } else {
        Err(Stop::wrong("the two were not the same", "type the password twice alike"))
    }
}

fn typed(asks: &str) -> Result<String, Stop> {
    let mut screen = std::io::stderr().lock();
    write!(screen, "{asks}")?;
    screen.flush()?;
    // The terminal's own program turns echoing off; where there is none, a password is not read in the clear.
    let echo = |word: &str| Command::new("stty").arg(word).status().is_ok_and(|status| status.success());
    if !echo("-echo") {
        return Err(Stop::wrong("this terminal cannot hide what is typed", "pipe the password in on standard input"));
    }
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    echo("echo");
    writeln!(screen)?;
    read?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
