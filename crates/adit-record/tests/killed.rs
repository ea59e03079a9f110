//! A process killed in the middle of writing loses nothing that it had acknowledged, and leaves chains that hold; a
//! database that goes away and comes back, a full disk: told clearly, nothing lost.
//!
//! `ADIT_KILLS` says how often each database's writer is killed: 10 without it, 100 in `make soak`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

#[path = "contract/house.rs"]
#[expect(dead_code, reason = "shared with the contract")]
mod house;
#[path = "contract/ledger.rs"]
#[expect(dead_code, reason = "shared with the contract")]
mod ledger;
#[path = "contract/postgres.rs"]
mod postgres;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use adit_record::voice::Kind;
use adit_record::{Hash, Record, RecordError};
use house::{House, ROUND, during, points};
use ledger::{MINE, concern};

/// Names the database in the environment of the process that is killed.
const DATABASE: &str = "ADIT_TEST_DATABASE";

/// Not a test: the process that writes until it is killed, an answer and four entries at a time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "run by the tests below, in a process of its own"]
async fn writes_until_killed() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let house = House { record: Record::open_with(&url, Some(&key(&url))).await.unwrap(), url };
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..4 {
        let record = house.record.clone();
        writers.spawn(async move {
            for entry in 0..100_000 {
                let words = concern(&format!("writer {writer}, entry {entry}"));
                let written = record.append(MINE, Kind::Concern, words, None, during()).await.unwrap();
                println!("entry {}", written.hash);
            }
        });
    }
    for answer in 0..100_000 {
        let (_, receipt) = house.cast(&points(None, f64::from(answer % 100) + 1.0, 0.0, 0.0)).await;
        println!("answer {}", receipt.head);
    }
}

/// The key of the heads, the same for every process that writes to a database.
fn key(url: &str) -> std::path::PathBuf {
    let name: String = url.chars().filter(char::is_ascii_alphanumeric).collect();
    std::env::temp_dir().join(format!("adit-killed-{name}.key"))
}

fn kills() -> u32 {
    std::env::var("ADIT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(10)
}

async fn kill_again_and_again(url: String) {
    let house = House { record: Record::open_with(&url, Some(&key(&url))).await.unwrap(), url };
    house.open().await;
    house.open_mine().await;
    let (mut entries, mut answers): (Vec<Hash>, Vec<Hash>) = (Vec::new(), Vec::new());
    for kill in 0..kills() {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "writes_until_killed", "--ignored", "--nocapture"])
            .env(DATABASE, &house.url)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        // Somewhere in the middle: after 1, 4, 7, ... acknowledgements.
        let until = 1 + (kill * 3) % 31;
        let mut heard = 0;
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let Ok(line) = line else { break };
            let said = |word: &str| line.split(word).nth(1).and_then(|hash| hash.trim().parse::<Hash>().ok());
            match (said("entry "), said("answer ")) {
                (Some(entry), _) => entries.push(entry),
                (_, Some(answer)) => answers.push(answer),
                _ => continue,
            }
            heard += 1;
            if heard == until {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(heard >= until);
        let record = Record::open_with(&house.url, Some(&key(&house.url))).await.unwrap();
        assert_eq!(record.verify_project(MINE, None).await.unwrap().flaws, [], "after kill {kill}");
        assert_eq!(record.verify(ROUND, None).await.unwrap().flaws, [], "after kill {kill}");
    }
    let told = house.record.entries_since(MINE, 0).await.unwrap();
    assert!(told.iter().all(|told| told.stored.is_some()));
    let kept: std::collections::BTreeSet<String> = told.iter().map(|told| told.hash.to_string()).collect();
    for entry in &entries {
        assert!(kept.contains(&entry.to_string()), "{entry} was acknowledged");
    }
    for answer in &answers {
        assert!(house.record.verify(ROUND, Some(*answer)).await.unwrap().holds(), "{answer} was acknowledged");
    }
    assert!(entries.len() + answers.len() >= kills() as usize, "every writer had acknowledged something");
    drop(std::fs::remove_file(key(&house.url)));
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_in_a_file_when_the_process_is_killed() {
    let folder = std::env::temp_dir().join(format!("adit-killed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    kill_again_and_again(format!("sqlite:{}", folder.join("record.sqlite").display())).await;
    drop(std::fs::remove_dir_all(&folder));
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_in_postgresql_and_it_may_go_and_come_back() {
    let server = postgres::Server::start();
    let url = server.database("killed").await;
    kill_again_and_again(url.clone()).await;
    // The server itself is stopped at once, without being asked to finish, and comes back.
    let record = Record::open_with(&url, Some(&key(&url))).await.unwrap();
    let before = record.signed_head(MINE).await.unwrap();
    server.stop();
    let add = async |words| record.append(MINE, Kind::Concern, concern(words), None, during()).await;
    let gone = add("while it is away").await;
    assert!(matches!(gone, Err(RecordError::Gone(_))), "{gone:?}");
    assert!(gone.unwrap_err().to_string().contains("nothing is lost"));
    server.start_again();
    let written = add("when it is back").await.unwrap();
    assert_eq!(written.sequence, before.head.sequence + 1);
    assert!(record.verify_project(MINE, Some(&before.to_string().parse().unwrap())).await.unwrap().holds());
    drop(std::fs::remove_file(key(&url)));
}

/// Not a test: writes long entries until the disk is full, under a limit of the size of files that the test sets.
#[tokio::test]
#[ignore = "run by the test below, in a process of its own"]
async fn writes_until_full() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let record = Record::open_with(&url, Some(&key(&url))).await.unwrap();
    for entry in 0..10_000 {
        let words = concern(&format!("{entry} {}", "dust ".repeat(2_000)));
        match record.append(MINE, Kind::Concern, words, None, during()).await {
            Ok(written) => println!("entry {}", written.hash),
            Err(error) => {
                println!("told: {error}");
                return;
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_full_disk_is_told_and_nothing_is_lost() {
    let folder = std::env::temp_dir().join(format!("adit-full-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let url = format!("sqlite:{}", folder.join("record.sqlite").display());
    let house = House { record: Record::open_with(&url, Some(&key(&url))).await.unwrap(), url };
    house.open_mine().await;
    // No file may grow beyond 1 200 blocks of 512 bytes, and the signal that says so is ignored: writing fails instead.
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 1200; exec \"$0\" --exact writes_until_full --ignored --nocapture"])
        .arg(std::env::current_exe().unwrap())
        .env(DATABASE, &house.url)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("told: the disk is full: nothing was recorded"), "{said}");
    let acknowledged: Vec<&str> = said.lines().filter_map(|line| line.split("entry ").nth(1)).collect();
    assert!(!acknowledged.is_empty());
    let told = house.record.entries_since(MINE, 1).await.unwrap();
    assert_eq!(told.iter().map(|told| told.hash.to_string()).collect::<Vec<_>>(), acknowledged);
    house.say("there is room again").await;
    assert_eq!(house.mine().await.flaws, []);
    drop(std::fs::remove_file(key(&house.url)));
    drop(std::fs::remove_dir_all(&folder));
}
