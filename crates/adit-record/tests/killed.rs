//! A process killed between two answers loses none that it had acknowledged, and leaves a chain that holds.

#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "contract/house.rs"]
#[expect(dead_code, reason = "shared with the contract")]
mod house;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use adit_record::{Hash, Record};
use house::{House, ROUND, points};

/// Names the database in the environment of the process that is killed.
const DATABASE: &str = "ADIT_TEST_DATABASE";

/// Not a test: the process that answers until it is killed.
#[tokio::test]
#[ignore = "run by the test below, in a process of its own"]
async fn answers_until_killed() {
    let Ok(url) = std::env::var(DATABASE) else { return };
    let house = House::new(url).await;
    for answer in 0..100_000 {
        let (_, receipt) = house.cast(&points(None, f64::from(answer % 100) + 1.0, 0.0, 0.0)).await;
        println!("acknowledged {}", receipt.head);
    }
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let folder = std::env::temp_dir().join(format!("adit-killed-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let url = format!("sqlite:{}", folder.join("record.sqlite").display());
    House::new(url.clone()).await.open().await;
    let mut acknowledged: Vec<Hash> = Vec::new();
    for until in [1, 7, 20] {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "answers_until_killed", "--ignored", "--nocapture"])
            .env(DATABASE, &url)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut heard = 0;
        while let Some(Ok(line)) = lines.next() {
            let Some(head) = line.split("acknowledged ").nth(1) else { continue };
            acknowledged.push(head.parse().unwrap());
            heard += 1;
            if heard == until {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();
        assert!(heard >= until);
    }
    let record = Record::open(&url).await.unwrap();
    for head in &acknowledged {
        assert!(record.verify(ROUND, Some(*head)).await.unwrap().holds(), "{head} was acknowledged");
    }
    assert!(record.count(ROUND).await.unwrap() >= acknowledged.len());
    drop(std::fs::remove_dir_all(&folder));
}
