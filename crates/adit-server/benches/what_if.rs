//! Ten users drag sliders at once: how long does the server take to answer a what-if?
//!
//! ```text
//! cargo bench -p adit-server --bench what_if
//! ```
//!
//! Each user asks one what-if after another over a connection that stays open, each time with another share, as a hand
//! on a slider does. Prints the median, the 99th percentile and the slowest answer in milliseconds.
#![expect(clippy::print_stdout, reason = "a bench that says what it measured")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use adit_answer::Session;
use adit_facts::Package;
use adit_server::{Rounds, Snapshots, router};

const USERS: usize = 10;
const QUESTIONS: usize = 300;
const MATERIALS: [&str; 5] = ["lithium", "magnesium", "cobalt", "silicon-metal", "lree"];

fn main() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let package = Package::embedded().map_err(std::io::Error::other)?;
    let snapshots = Snapshots::new(Session::new(Arc::new(package), None));
    let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))?;
    let address = listener.local_addr()?;
    runtime.spawn(async move { axum::serve(listener, router(&snapshots, &Rounds::default())).await });

    let users: Vec<_> = (0..USERS).map(|user| std::thread::spawn(move || drag(address, user))).collect();
    let mut times = Vec::new();
    for user in users {
        times.extend(user.join().map_err(|_| std::io::Error::other("a user's thread failed"))??);
    }
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    println!("what-if over HTTP, {USERS} users, {} answers", times.len());
    println!("median {:.2} ms, p99 {:.2} ms, slowest {:.2} ms", at(50), at(99), at(100));
    Ok(())
}

/// One user's questions, one after another.
fn drag(address: std::net::SocketAddr, user: usize) -> std::io::Result<Vec<Duration>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let mut answers = BufReader::new(stream.try_clone()?);
    let mut questions = stream;
    let mut times = Vec::with_capacity(QUESTIONS);
    for step in 0..QUESTIONS {
        let material = MATERIALS[(user + step / 60) % MATERIALS.len()];
        let share = (step % 100) as f64 / 100.0;
        let what_if = if material == "lree" { String::new() } else { format!("?add=FI:{share}") };
        let started = Instant::now();
        write!(questions, "GET /api/v1/risk/{material}{what_if} HTTP/1.1\r\nHost: adit\r\n\r\n")?;
        read_answer(&mut answers)?;
        times.push(started.elapsed());
    }
    Ok(times)
}

/// Reads one answer whole: its headers, then as many bytes as they say, or chunks until the empty one.
fn read_answer(answers: &mut impl BufRead) -> std::io::Result<()> {
    let mut length = None;
    let mut line = String::new();
    answers.read_line(&mut line)?;
    if !line.starts_with("HTTP/1.1 200") {
        return Err(std::io::Error::other(format!("not an answer: {line}")));
    }
    loop {
        line.clear();
        answers.read_line(&mut line)?;
        let header = line.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(bytes) = header.strip_prefix("content-length:") {
            length = bytes.trim().parse::<u64>().ok();
        }
    }
    let length = length.ok_or_else(|| std::io::Error::other("an answer without a length"))?;
    std::io::copy(&mut answers.take(length), &mut std::io::sink())?;
    Ok(())
}
