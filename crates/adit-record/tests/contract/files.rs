//! What every database must keep of the files that come with entries.

use adit_record::RecordError;
use adit_record::attachment::clean;
use adit_record::chain::Flaw;
use adit_record::ledger::{Draft, Given, QUOTA};
use adit_record::voice::{Evidence, Kind, Role, Said};

use crate::copies::{file, remove};
use crate::house::{House, during};
use crate::ledger::{MINE, by, erasure, holds};

const REPORT: &[u8] = b"well,nitrate\n1,12\n2,14\n";

fn given(bytes: &[u8], account: Option<i64>) -> Given {
    Given::new(clean("wells of Covas.csv", bytes.to_vec()).unwrap(), account)
}

fn evidence(given: Option<&Given>) -> Vec<u8> {
    let said = Said::Evidence(Evidence {
        title: "Wells".to_owned(),
        words: "Two wells".to_owned(),
        language: "en".to_owned(),
        source: "Town hall".to_owned(),
        about: None,
        file: given.map(Given::named),
        measured: None,
    });
    by(Role::Authority, said).stored().unwrap()
}

impl House {
    async fn give(&self, stored: Vec<u8>, file: Option<&Given>) -> Result<i64, RecordError> {
        let draft = Draft { kind: Kind::Evidence, stored, receipt: None, expected: None, file };
        self.record.write(MINE, &draft, during()).await.map(|written| written.sequence)
    }
}

pub async fn a_file_comes_with_its_entry_and_is_sealed(house: House) {
    house.open_mine().await;
    let file = given(REPORT, None);
    let entry = house.give(evidence(Some(&file)), Some(&file)).await.unwrap();
    assert_eq!(house.record.file(MINE, entry).await.unwrap(), REPORT);
    assert!(!holds(house.dump("files").await.as_bytes(), b"nitrate"), "it stands there as it came");
    let bare = house.give(evidence(None), None).await.unwrap();
    assert!(matches!(house.record.file(MINE, bare).await, Err(RecordError::NoFile(_))));
    assert!(matches!(house.record.file(MINE, 99).await, Err(RecordError::NoFile(99))));
    let other = given(b"well,nitrate\n1,999\n", None);
    for (named, came) in [(Some(&file), Some(&other)), (Some(&file), None), (None, Some(&other))] {
        let refused = house.give(evidence(named), came).await;
        assert!(matches!(refused, Err(RecordError::AnotherFile { .. })), "{refused:?}");
    }
    assert_eq!(house.record.entries_since(MINE, 0).await.unwrap().len(), 3, "what was refused is not written");
    assert_eq!(house.mine().await.flaws, []);
}

pub async fn a_file_that_was_exchanged_or_lost_is_found(house: House) {
    house.open_mine().await;
    let (one, two) = (given(REPORT, None), given(b"well,nitrate\n1,9\n", None));
    let first = house.give(evidence(Some(&one)), Some(&one)).await.unwrap();
    let second = house.give(evidence(Some(&two)), Some(&two)).await.unwrap();
    let refused = house.plainly("UPDATE files SET sealed = sealed").await.unwrap_err();
    assert!(refused.contains("only appended"), "{refused}");
    house
        .tamper("UPDATE files SET sealed = (SELECT f.sealed FROM files f WHERE f.sequence = 3) WHERE sequence = 2")
        .await;
    assert_eq!(house.mine().await.flaws, [Flaw::FileChanged(first)]);
    assert!(matches!(house.record.file(MINE, first).await, Err(RecordError::FileChanged(_))));
    house.tamper("DELETE FROM files WHERE sequence = 3").await;
    assert_eq!(house.mine().await.flaws, [Flaw::FileChanged(first), Flaw::FileMissing(second)]);
}

pub async fn a_file_is_erased_with_its_entry_and_travels_with_the_record(house: House) {
    house.open_mine().await;
    let (one, two) = (given(REPORT, Some(7)), given(&vec![b'w'; 3_000_000], Some(7)));
    let gone = house.give(evidence(Some(&one)), Some(&one)).await.unwrap();
    let kept = house.give(evidence(Some(&two)), Some(&two)).await.unwrap();
    house.record.erase(MINE, gone, erasure(gone), during()).await.unwrap();
    assert!(matches!(house.record.file(MINE, gone).await, Err(RecordError::NoFile(_))));
    assert_eq!(house.mine().await.flaws, []);
    let target = file(&house, "moved");
    let other = House::opened(&format!("sqlite:{}", target.display())).await;
    house.record.move_to(&other).await.unwrap();
    assert_eq!(other.file(MINE, kept).await.unwrap(), vec![b'w'; 3_000_000]);
    assert!(matches!(other.file(MINE, gone).await, Err(RecordError::NoFile(_))));
    assert_eq!(other.verify_project(MINE, None).await.unwrap().flaws, []);
    remove(&target);
}

pub async fn files_of_an_account_have_a_limit(house: House) {
    house.open_mine().await;
    let file = given(REPORT, Some(7));
    house.give(evidence(Some(&file)), Some(&file)).await.unwrap();
    let most = usize::try_from(QUOTA).unwrap() - REPORT.len();
    house.record.room_for(7, most).await.unwrap();
    let full = house.record.room_for(7, most + 1).await;
    assert!(matches!(full, Err(RecordError::QuotaSpent { .. })), "{full:?}");
    house.record.room_for(8, most + 1).await.unwrap();
}
