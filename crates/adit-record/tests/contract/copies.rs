//! What every database must keep when a record is copied: backed up, put back, moved.

use adit_record::chain::Flaw;
use adit_record::voice::Kind;
use adit_record::{Code, Record, RecordError};

use crate::house::{House, during};
use crate::ledger::{MINE, concern, erasure, holds};

/// A file of the case, beside the others of the test.
pub fn file(house: &House, ending: &str) -> std::path::PathBuf {
    let name = house.url.rsplit('/').next().unwrap_or_default();
    let file = std::env::temp_dir().join(format!("adit-copy-{}-{name}.{ending}", std::process::id()));
    drop(std::fs::remove_file(&file));
    file
}

pub fn remove(file: &std::path::Path) {
    for ending in ["", "-wal", "-shm", ".keys", ".keys-wal", ".keys-shm"] {
        drop(std::fs::remove_file(format!("{}{ending}", file.display())));
    }
}

pub async fn a_backup_holds_no_keys_and_what_was_erased_after_it_stays_erased(house: House) {
    house.open_mine().await;
    house.open().await;
    let said = house.say("my number is 555").await;
    house.say("stays").await;
    house.record.publish_heads(during()).await.unwrap();
    let before = house.record.entries_since(MINE, 0).await.unwrap();
    let (backup, key) = (file(&house, "backup"), house.key_of(said.sequence).await);
    house.record.backup(&backup).await.unwrap();
    assert!(matches!(house.record.backup(&backup).await, Err(RecordError::FileExists(_))));
    let bytes = std::fs::read(&backup).unwrap();
    assert!(!holds(&bytes, &key) && !holds(&bytes, b"555"));
    assert!(holds(&bytes, said.commitment.bytes()), "the backup was looked at");
    let full = Record::restore(&backup, &house.url, None, during()).await;
    assert!(matches!(full, Err(RecordError::NotEmpty(_))), "{full:?}");
    house.record.erase(MINE, said.sequence, erasure(said.sequence), during()).await.unwrap();
    // The record is lost; its keys are not.
    let url = if let Some(old) = house.url.strip_prefix("sqlite:") {
        let new = file(&house, "restored");
        std::fs::copy(format!("{old}.keys"), format!("{}.keys", new.display())).unwrap();
        format!("sqlite:{}", new.display())
    } else {
        house.tamper("TRUNCATE chains, entries, payloads, sealed, files, rounds, receipts").await;
        house.url.clone()
    };
    let restored = Record::restore(&backup, &url, Some(&file(&house, "key")), during()).await.unwrap();
    assert_eq!(restored.erased_again, 1);
    let after = restored.record.entries_since(MINE, 0).await.unwrap();
    assert_eq!(after[1].stored, None);
    assert_eq!(after[2], before[2]);
    assert_eq!((after.len(), after[3].kind.as_str()), (4, "erased"));
    assert_eq!(restored.record.verify_project(MINE, None).await.unwrap().flaws, []);
    assert!(restored.record.verify(crate::house::ROUND, None).await.unwrap().holds());
    assert_eq!(restored.record.replay_erasures(during()).await.unwrap(), 0);
    std::fs::write(&backup, "no database").unwrap();
    let wrong = Record::restore(&backup, &url, None, during()).await;
    assert!(matches!(wrong, Err(RecordError::NoBackup { .. })));
    remove(&backup);
    remove(&file(&house, "restored"));
}

pub async fn a_record_moves_with_its_chains_intact(house: House) {
    house.open_mine().await;
    house.open().await;
    let erased = house.say("goes").await.sequence;
    let code = Code::fresh().unwrap();
    house.record.append(MINE, Kind::Concern, concern("stays"), Some(&code), during()).await.unwrap();
    house.record.erase(MINE, erased, erasure(erased), during()).await.unwrap();
    house.record.publish_heads(during()).await.unwrap();
    let there = file(&house, "moved");
    let moved = House::new(format!("sqlite:{}", there.display())).await;
    house.record.move_to(&moved.record).await.unwrap();
    assert_eq!(moved.record.entries_since(MINE, 0).await.unwrap(), house.record.entries_since(MINE, 0).await.unwrap());
    assert_eq!(moved.mine().await.flaws, []);
    assert_eq!(moved.record.verify_house(None).await.unwrap().flaws, []);
    assert!(moved.record.by_receipt(MINE, &code).await.is_ok());
    assert!(matches!(house.record.move_to(&moved.record).await, Err(RecordError::NotEmpty(_))));
    // And back.
    if house.url.starts_with("postgres:") {
        house.tamper("TRUNCATE chains, entries, payloads, sealed, files, rounds, receipts, adit_keys.entry_keys, adit_keys.erasures").await;
        moved.record.move_to(&house.record).await.unwrap();
        assert_eq!(house.mine().await.flaws, []);
        assert_eq!(house.record.export(MINE).await.unwrap().lines().count(), 6);
    }
    remove(&there);
}

pub async fn an_erasure_that_was_broken_off_is_finished(house: House) {
    house.open_mine().await;
    let said = house.say("my number is 555").await.sequence;
    let sealed = house.sealed(said).await;
    house.record.erase(MINE, said, erasure(said), during()).await.unwrap();
    // As if the machine had stopped after the key was destroyed and before the record said so.
    house.put_sealed(said, &sealed).await;
    for statement in [
        "DELETE FROM sealed WHERE sequence = 3",
        "DELETE FROM entries WHERE sequence = 3",
        "UPDATE chains SET sequence = 2, hash = (SELECT hash FROM entries WHERE entries.chain = chains.chain AND sequence = 2)",
    ] {
        house.tamper(statement).await;
    }
    assert_eq!(house.mine().await.flaws, [Flaw::Unopened(said)]);
    let record = House::opened(&house.url).await;
    assert_eq!(record.verify_project(MINE, None).await.unwrap().flaws, []);
    let told = record.entries_since(MINE, 0).await.unwrap();
    assert_eq!((told.len(), told[1].stored.is_none(), told[2].kind.as_str()), (3, true, "erased"));
}
