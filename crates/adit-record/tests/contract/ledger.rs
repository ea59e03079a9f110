//! What every database must keep of the records of projects.

use std::time::{Duration, Instant};

use adit_record::chain::{Flaw, Verdict};
use adit_record::ledger::{Seen, SignedHead, Written, verify_export};
use adit_record::voice::{
    About, Author, Concern, Confirmed, Contribution, Erasure, Kind, Project, Role, Said, Withheld,
};
use adit_record::{Code, Hash, Moment, RecordError};

use crate::house::{House, during};

pub const MINE: &str = "north-mine";

pub fn by(role: Role, said: Said) -> Contribution {
    Contribution::new(said, Author { role, name: None, account: None }, Confirmed::None)
}

pub fn project() -> Vec<u8> {
    let said = Said::Project(Project {
        title: "North mine".to_owned(),
        summary: "A mine".to_owned(),
        country: "PT".to_owned(),
        region: "PT11E".to_owned(),
        facts: None,
        clock: None,
        look_within_days: 3,
        office: "Town hall".to_owned(),
        confidential: false,
    });
    by(Role::Editor, said).stored().unwrap()
}

pub fn concern(words: &str) -> Vec<u8> {
    let said = Said::Concern(Concern {
        file: None,
        topic: "water".to_owned(),
        words: words.to_owned(),
        language: "en".to_owned(),
        place: None,
        consent: true,
    });
    by(Role::Participant, said).stored().unwrap()
}

pub fn erasure(entry: i64) -> Vec<u8> {
    let said = Said::Erased(Erasure {
        entry,
        ground: "Art. 17(1)(b) GDPR".to_owned(),
        content: "a name".to_owned(),
        decided_by: "Town hall".to_owned(),
    });
    by(Role::Administrator, said).stored().unwrap()
}

fn shown(entry: i64) -> Vec<u8> {
    by(Role::Clerk, Said::Shown(About { entry })).stored().unwrap()
}

impl House {
    pub async fn open_mine(&self) -> Written {
        self.record.open_project(MINE, &project(), during()).await.unwrap()
    }

    pub async fn say(&self, words: &str) -> Written {
        self.record.append(MINE, Kind::Concern, concern(words), None, during()).await.unwrap()
    }

    pub async fn mine(&self) -> Verdict {
        self.record.verify_project(MINE, None).await.unwrap()
    }

    async fn seen(&self, head: &str) -> Vec<Flaw> {
        self.record.verify_project(MINE, Some(&head.parse().unwrap())).await.unwrap().flaws
    }

    /// The bytes of the record's files, or of a dump of its tables; of its keys if that is asked.
    async fn raw(&self, keys: bool) -> Vec<u8> {
        if let Some(file) = self.url.strip_prefix("sqlite:") {
            let file = if keys { format!("{file}.keys") } else { file.to_owned() };
            let log = std::fs::read(format!("{file}-wal")).unwrap_or_default();
            return [std::fs::read(&file).unwrap(), log].concat();
        }
        let pool = sqlx::PgPool::connect(&self.url).await.unwrap();
        // Whole pages, with what deleted rows have left in them.
        sqlx::query("CREATE EXTENSION IF NOT EXISTS pageinspect").execute(&pool).await.unwrap();
        sqlx::query("CHECKPOINT").execute(&pool).await.unwrap();
        let (toast,): (String,) =
            sqlx::query_as("SELECT reltoastrelid::regclass::text FROM pg_class WHERE oid = 'sealed'::regclass")
                .fetch_one(&pool)
                .await
                .unwrap();
        let tables = if keys { vec!["adit_keys.entry_keys"] } else { vec!["public.sealed", "public.entries", &toast] };
        let mut bytes = Vec::new();
        for table in tables {
            let pages: Vec<(Vec<u8>,)> = sqlx::query_as(
                "SELECT get_raw_page($1, page::int) FROM generate_series(0, pg_relation_size($1::regclass) / 8192 - 1) page",
            )
            .bind(table)
            .fetch_all(&pool)
            .await
            .unwrap();
            bytes.extend(pages.into_iter().flat_map(|(page,)| page));
        }
        bytes
    }

    /// The sealed content of an entry of the mine, past every rule.
    pub async fn sealed(&self, sequence: i64) -> Vec<u8> {
        let (sealed,): (Vec<u8>,) = if self.url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&self.url).await.unwrap();
            sqlx::query_as("SELECT sealed FROM sealed WHERE sequence = $1").bind(sequence).fetch_one(&pool).await
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.unwrap();
            sqlx::query_as("SELECT sealed FROM sealed WHERE sequence = $1").bind(sequence).fetch_one(&pool).await
        }
        .unwrap();
        sealed
    }

    pub async fn put_sealed(&self, sequence: i64, sealed: &[u8]) {
        const PUT: &str = "UPDATE sealed SET sealed = $1 WHERE sequence = $2";
        self.tamper("UPDATE sealed SET at = at").await;
        if self.url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&self.url).await.unwrap();
            sqlx::query(PUT).bind(sealed).bind(sequence).execute(&pool).await.unwrap();
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.unwrap();
            sqlx::query(PUT).bind(sealed).bind(sequence).execute(&pool).await.unwrap();
        }
    }

    /// The key of an entry, past every rule.
    pub async fn key_of(&self, sequence: i64) -> Vec<u8> {
        let (key,): (Vec<u8>,) = if let Some(file) = self.url.strip_prefix("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&format!("sqlite:{file}.keys")).await.unwrap();
            sqlx::query_as("SELECT key FROM entry_keys WHERE sequence = $1").bind(sequence).fetch_one(&pool).await
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.unwrap();
            sqlx::query_as("SELECT key FROM adit_keys.entry_keys WHERE sequence = $1")
                .bind(sequence)
                .fetch_one(&pool)
                .await
        }
        .unwrap();
        key
    }
}

pub fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

pub async fn a_project_is_opened_once_and_its_entries_are_read(house: House) {
    let missing = house.record.append(MINE, Kind::Concern, concern("no"), None, during()).await;
    assert!(matches!(missing, Err(RecordError::NoSuchProject(_))));
    assert!(matches!(house.record.open_project("Über", &project(), during()).await, Err(RecordError::NotAnId(_))));
    let opened = house.open_mine().await;
    let again = house.record.open_project(MINE, &project(), during()).await;
    assert!(matches!(again, Err(RecordError::ProjectExists(_))));
    let said = house.say("<script>'; DROP TABLE entries; -- \u{202e}e\u{301}").await;
    let told = house.record.entries_since(MINE, 0).await.unwrap();
    assert_eq!(told.iter().map(|told| told.kind.as_str()).collect::<Vec<_>>(), ["project", "concern"]);
    assert_eq!(told[0].stored.as_deref(), Some(&project()[..]));
    assert_eq!(told[1].stored, Some(concern("<script>'; DROP TABLE entries; -- \u{202e}e\u{301}")));
    assert_eq!((told[1].day.as_str(), told[1].at), ("2026-11-25", during()));
    assert_eq!(told[1].hash, said.hash);
    assert_eq!(house.record.entries_since(MINE, 1).await.unwrap(), told[1..]);
    assert!(told[1].heard().unwrap().contribution.is_some());
    let head = house.record.signed_head(MINE).await.unwrap();
    assert_eq!(head, said.head);
    assert!(head.holds() && opened.head.holds());
    let projects = house.record.projects().await.unwrap();
    assert_eq!(projects, [(MINE.to_owned(), head.head)]);
    assert_eq!(house.mine().await.flaws, []);
    // The chain of a round and that of a project do not meet.
    house.open().await;
    assert_eq!(house.record.projects().await.unwrap().len(), 1);
    assert_eq!(house.record.rounds(during()).await.unwrap().len(), 1);
}

pub async fn a_form_sent_twice_is_one_entry_and_its_code_finds_it(house: House) {
    house.open_mine().await;
    let code = Code::fresh().unwrap();
    let send = async |words| house.record.append(MINE, Kind::Concern, concern(words), Some(&code), during()).await;
    let first = send("the spring").await.unwrap();
    house.say("something else").await;
    let second = send("the spring").await.unwrap();
    assert_eq!((second.sequence, second.hash), (first.sequence, first.hash));
    assert!(matches!(send("the well").await, Err(RecordError::AlreadySent)));
    assert_eq!(house.record.entries_since(MINE, 0).await.unwrap().len(), 3);
    let found = house.record.by_receipt(MINE, &code).await.unwrap();
    assert_eq!((found.sequence, found.stored), (first.sequence, Some(concern("the spring"))));
    let unknown = house.record.by_receipt(MINE, &Code::fresh().unwrap()).await;
    assert!(matches!(unknown, Err(RecordError::UnknownCode)));
    house.record.open_project("mill", &project(), during()).await.unwrap();
    assert!(matches!(house.record.by_receipt("mill", &code).await, Err(RecordError::UnknownCode)));
}

pub async fn of_two_clerks_at_the_same_entry_the_second_is_told(house: House) {
    house.open_mine().await;
    let read = house.say("dust").await.sequence;
    let show = async || house.record.append_if(MINE, Some(read), Kind::Shown, shown(read), None, during()).await;
    let (one, other) = tokio::join!(show(), show());
    let moved = [one, other].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert!(matches!(moved[..], [RecordError::Moved { expected: 2, found: 3 }]), "{moved:?}");
    assert_eq!(house.record.entries_since(MINE, 0).await.unwrap().len(), 3);
}

pub async fn fifty_writers_keep_one_chain(house: House) {
    house.open_mine().await;
    let records = [house.record.clone(), House::opened(&house.url).await];
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..50_usize {
        let record = records[writer % 2].clone();
        let words = format!("writer {writer}");
        writers.spawn(async move { record.append(MINE, Kind::Concern, concern(&words), None, during()).await });
    }
    let written = writers.join_all().await.into_iter().map(Result::unwrap).collect::<Vec<_>>();
    let places: std::collections::BTreeSet<i64> = written.iter().map(|written| written.sequence).collect();
    assert_eq!(places, (2..=51).collect());
    for written in &written {
        assert_eq!(house.seen(&written.hash.to_string()).await, []);
    }
    let told = house.record.entries_since(MINE, 1).await.unwrap();
    let words: std::collections::BTreeSet<_> = told.into_iter().map(|told| told.stored.unwrap()).collect();
    assert_eq!(words.len(), 50, "each stands once");
}

pub async fn the_words_are_nowhere_in_the_record_and_a_copy_has_no_keys(house: House) {
    house.open_mine().await;
    let said = house.say("Maria fears for the spring").await;
    let (record, key) = (house.raw(false).await, house.key_of(said.sequence).await);
    assert!(!holds(&record, b"Maria"));
    assert!(!holds(&record, &key));
    assert!(holds(&record, said.commitment.bytes()), "the record was looked at");
    assert!(holds(&house.raw(true).await, &key), "the keys were looked at");
}

pub async fn what_is_erased_is_gone_and_the_chain_holds(house: House) {
    house.open_mine().await;
    let code = Code::fresh().unwrap();
    let said = house
        .record
        .append(MINE, Kind::Concern, concern(&"my number is 555".repeat(400)), Some(&code), during())
        .await
        .unwrap();
    house.say("stays").await;
    let key = house.key_of(said.sequence).await;
    let sealed = house.sealed(said.sequence).await;
    assert!(holds(&house.raw(false).await, &sealed[..1000]), "it was there");
    let gone = house.record.erase(MINE, said.sequence, erasure(said.sequence), during()).await.unwrap();
    assert!(!holds(&house.raw(true).await, &key), "the key is nowhere");
    assert!(!holds(&house.raw(false).await, &sealed[..1000]), "what it opened is nowhere");
    let told = house.record.entries_since(MINE, 0).await.unwrap();
    assert_eq!(told[1].stored, None);
    assert_eq!((told[3].kind.as_str(), told[3].sequence), ("erased", gone.sequence));
    assert_eq!(told[2].stored, Some(concern("stays")));
    assert_eq!(house.mine().await.flaws, []);
    assert_eq!(house.record.by_receipt(MINE, &code).await.unwrap().stored, None);
    // A content that is missing without an entry that says so is a flaw.
    house.tamper("UPDATE sealed SET sealed = NULL WHERE sequence = 3").await;
    assert_eq!(house.mine().await.flaws, [Flaw::PayloadMissing(3)]);
}

pub async fn what_cannot_be_erased_is_refused(house: House) {
    house.open_mine().await;
    house.say("one").await;
    let erase = async |entry, named| house.record.erase(MINE, entry, erasure(named), during()).await;
    assert!(matches!(erase(9, 9).await, Err(RecordError::NoSuchEntry(9))));
    assert!(matches!(erase(1, 1).await, Err(RecordError::NotErasable(1))));
    assert!(matches!(erase(2, 1).await, Err(RecordError::ErasureNamesAnother(2))));
    assert!(matches!(house.record.erase("mill", 2, erasure(2), during()).await, Err(RecordError::NoSuchProject(_))));
    erase(2, 2).await.unwrap();
    assert!(matches!(erase(2, 2).await, Err(RecordError::AlreadyErased(2))));
    assert!(matches!(erase(3, 3).await, Err(RecordError::NotErasable(3))));
    assert_eq!(house.record.replay_erasures(during()).await.unwrap(), 0);
    assert_eq!(house.mine().await.head.unwrap().sequence, 3);
}

pub async fn a_clock_set_back_is_told_and_days_never_go_back(house: House) {
    house.open_mine().await;
    let back = Moment::parse("2026-11-20T10:00Z").unwrap();
    let said = house.record.append(MINE, Kind::Concern, concern("noise"), None, back).await.unwrap();
    assert!(said.clock_was_back);
    assert_eq!((said.sequence, said.day.as_str()), (2, "2026-11-25"));
    assert!(!house.say("dust").await.clock_was_back);
    assert_eq!(house.mine().await.flaws, []);
}

pub async fn a_changed_byte_is_found_and_where(house: House) {
    house.open_mine().await;
    for words in ["one", "two", "three"] {
        house.say(words).await;
    }
    // One byte in the middle of a sealed content.
    let mut sealed = house.sealed(3).await;
    sealed[60] ^= 1;
    house.put_sealed(3, &sealed).await;
    assert_eq!(house.mine().await.flaws, [Flaw::Unopened(3)]);
    house.tamper("UPDATE entries SET header = 'kind answer\nday 2026-11-25' WHERE sequence = 2").await;
    assert_eq!(house.mine().await.flaws, [Flaw::Changed(2), Flaw::Unopened(3)]);
}

pub async fn heads_leave_the_house_and_find_a_rewritten_chain(house: House) {
    house.open_mine().await;
    house.say("one").await;
    let first = house.record.publish_heads(during()).await.unwrap();
    assert!(first.added && first.house.holds());
    let again = house.record.publish_heads(during()).await.unwrap();
    assert!(!again.added, "nothing has changed that day");
    assert_eq!(again.house, first.house);
    let seen = house.say("two").await.head;
    let tomorrow = Moment::parse("2026-11-26T00:01Z").unwrap();
    let second = house.record.publish_heads(tomorrow).await.unwrap();
    assert_eq!(second.projects.len(), 1);
    assert_eq!(second.projects[0], seen);
    assert_eq!(house.record.verify_house(Some(&Seen::Signed(Box::new(first.house)))).await.unwrap().flaws, []);
    assert_eq!(house.seen(&seen.to_string()).await, []);
    // A head of another house, and one whose signature was changed.
    let forged = SignedHead { key: Hash::of(&[b"another"]), ..seen.clone() };
    assert_eq!(house.seen(&forged.to_string()).await.len(), 2);
    // Somebody with all keys of the database cuts the tail and mends the head: the chain holds, the published head tells.
    for statement in [
        "DELETE FROM sealed WHERE chain LIKE 'project:%' AND sequence = 3",
        "DELETE FROM entries WHERE chain LIKE 'project:%' AND sequence = 3",
        "UPDATE chains SET sequence = 2, hash = (SELECT hash FROM entries WHERE entries.chain = chains.chain AND sequence = 2) WHERE chain LIKE 'project:%'",
    ] {
        house.tamper(statement).await;
    }
    let lost = Flaw::PublishedHead { sequence: 3, hash: seen.head.hash };
    assert_eq!(house.mine().await.flaws, std::slice::from_ref(&lost));
    assert_eq!(house.seen(&seen.to_string()).await, [Flaw::HeadNotFound(seen.head.hash), lost]);
}

pub async fn the_key_is_rotated_with_both_signatures(house: House) {
    house.open_mine().await;
    let before = house.record.publish_heads(during()).await.unwrap();
    let new = house.record.rotate_head_key(during()).await.unwrap();
    assert_ne!(new, before.house.key);
    let after = house.record.publish_heads(during()).await.unwrap();
    assert_eq!(after.house.key, new);
    for head in [before.house, after.house] {
        assert_eq!(house.record.verify_house(Some(&Seen::Signed(Box::new(head)))).await.unwrap().flaws, []);
    }
    // A head under the former key is still one of this house; another process reads the new key.
    assert_eq!(house.seen(&before.projects[0].to_string()).await, []);
    assert_eq!(House::opened(&house.url).await.signed_head(MINE).await.unwrap().key, new);
}

pub async fn an_export_verifies_by_itself(house: House) {
    house.open_mine().await;
    let shown_one = house.say("the spring").await.sequence;
    let withheld = house.say("somebody's name").await.sequence;
    house.say("nobody has looked at this yet").await;
    let erased = house.say("my number").await.sequence;
    let clerk = async |kind, stored| house.record.append(MINE, kind, stored, None, during()).await.unwrap();
    clerk(Kind::Shown, shown(shown_one)).await;
    clerk(Kind::Shown, shown(erased)).await;
    let reason = Withheld { entry: withheld, reason: "it names a person".to_owned() };
    clerk(Kind::Withheld, by(Role::Clerk, Said::Withheld(reason)).stored().unwrap()).await;
    house.record.erase(MINE, erased, erasure(erased), during()).await.unwrap();
    let text = house.record.export(MINE).await.unwrap();
    assert!(text.contains("the spring"));
    for hidden in ["somebody's name", "nobody has looked", "my number"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    let head = house.record.signed_head(MINE).await.unwrap();
    let verdict = verify_export(&text, Some(&Seen::Hash(head.head.hash)), Some(head.key));
    assert_eq!((verdict.flaws.as_slice(), verdict.entries), (&[][..], 9));
    assert_eq!(verdict.head, Some(head));
    let other = Hash::of(&[b"other"]);
    assert_eq!(verify_export(&text, Some(&Seen::Hash(other)), Some(other)).flaws.len(), 2);
    // Every byte counts.
    for at in (0..text.len()).step_by(7) {
        let mut changed = text.clone().into_bytes();
        changed[at] ^= 1;
        let Ok(changed) = String::from_utf8(changed) else { continue };
        assert!(!verify_export(&changed, None, None).flaws.is_empty(), "byte {at}");
    }
    let lines: Vec<&str> = text.lines().collect();
    let cut = [&lines[..4], &lines[10..]].concat().join("\n");
    assert!(!verify_export(&cut, None, None).flaws.is_empty());
    assert!(!verify_export(&lines[..8].join("\n"), None, None).flaws.is_empty());
    assert!(!verify_export("", None, None).flaws.is_empty());
}

pub async fn fifty_thousand_entries_are_read_at_once(house: House) {
    house.open_mine().await;
    house.say("one of many").await;
    // The second entry again and again: what is measured is the reading.
    house
        .tamper(if house.url.starts_with("sqlite:") {
            "INSERT INTO entries (chain, sequence, previous, header, commitment, hash) \
             WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) \
             SELECT chain, i, previous, header, commitment, randomblob(32) FROM entries, n WHERE sequence = 2"
        } else {
            "INSERT INTO entries (chain, sequence, previous, header, commitment, hash) \
             SELECT chain, i, previous, header, commitment, sha256(i::text::bytea) \
             FROM entries, generate_series(3, 50000) i WHERE sequence = 2"
        })
        .await;
    house
        .tamper(
            "INSERT INTO sealed (chain, sequence, at, sealed) SELECT e.chain, e.sequence, s.at, s.sealed \
             FROM entries e, sealed s WHERE s.sequence = 2 AND e.sequence > 2",
        )
        .await;
    let started = Instant::now();
    let told = house.record.entries_since(MINE, 0).await.unwrap();
    assert_eq!(told.len(), 50_000);
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}
