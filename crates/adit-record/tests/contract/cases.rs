//! What every database must keep.

use adit_record::chain::Flaw;
use adit_record::round::{Ballot, Said, State, Tally};
use adit_record::{Code, Fate, Hash, Record, RecordError};

use crate::house::{House, ROUND, after, asked, before, during, points};

pub async fn a_round_is_opened_once_and_read_again(house: House) {
    assert!(matches!(house.record.round(ROUND, during()).await, Err(RecordError::NoSuchRound(_))));
    let asked = house.open().await;
    assert!(matches!(house.record.open_round(&asked, before()).await, Err(RecordError::RoundExists(_))));
    for (when, state) in [(before(), State::Announced), (during(), State::Open), (after(), State::Ended)] {
        let round = house.record.round(ROUND, when).await.unwrap();
        assert_eq!((round.asked, round.state), (asked.clone(), state));
    }
    assert_eq!(house.record.rounds(during()).await.unwrap().len(), 1);
    assert_eq!(house.flaws().await, Vec::<String>::new());
    // A second opening of the same database finds its tables and loses nothing.
    let again = Record::open(&house.url).await.unwrap();
    assert_eq!(again.head(ROUND).await.unwrap(), house.record.head(ROUND).await.unwrap());
}

pub async fn answers_are_taken_only_while_the_round_is_open(house: House) {
    house.open().await;
    let ballot = points(None, 1.0, 2.0, 3.0);
    let code = Code::fresh().unwrap();
    let cast = async |when| house.record.cast(ROUND, &ballot, &code, None, when).await;
    assert!(matches!(cast(before()).await, Err(RecordError::NotYetOpen(_))));
    assert!(matches!(cast(after()).await, Err(RecordError::Over)));
    assert!(matches!(house.record.counted(ROUND).await, Err(RecordError::NotClosed)));
    house.record.close_round(ROUND, during()).await.unwrap();
    assert!(matches!(cast(during()).await, Err(RecordError::Over)));
    assert!(matches!(house.record.close_round(ROUND, during()).await, Err(RecordError::AlreadyClosed)));
    assert_eq!(house.record.count(ROUND).await.unwrap(), 0);
    assert!(matches!(
        house.record.cast("nowhere", &ballot, &code, None, during()).await,
        Err(RecordError::NoSuchRound(_))
    ));
}

pub async fn what_cannot_be_counted_is_refused_and_not_written(house: House) {
    house.open().await;
    let ranks = |ranks: &[(&str, u32)]| {
        Ballot::new(None, Said::Ranking { ranks: ranks.iter().map(|(id, rank)| ((*id).to_owned(), *rank)).collect() })
    };
    let swing = |ballot: Ballot| match ballot.said {
        Said::Points { points: swings } => Ballot::new(ballot.group, Said::Swing { swings }),
        _ => unreachable!("made from points"),
    };
    for (wrong, field) in [
        (points(None, 0.0, 0.0, 0.0), "form"),
        (points(None, -1.0, 2.0, 3.0), "carbon"),
        (points(None, 101.0, 2.0, 3.0), "carbon"),
        (points(None, f64::NAN, 2.0, 3.0), "carbon"),
        (points(None, 1.0, f64::INFINITY, 3.0), "jobs"),
        (points(Some("nobles"), 1.0, 2.0, 3.0), "group"),
        (Ballot { format: 2, ..points(None, 1.0, 2.0, 3.0) }, "form"),
        (swing(points(None, 90.0, 20.0, 30.0)), "form"),
        (ranks(&[]), "form"),
        (ranks(&[("carbon", 1), ("jobs", 1)]), "carbon"),
        (ranks(&[("carbon", 4)]), "carbon"),
        (ranks(&[("carbon", 0)]), "carbon"),
        (ranks(&[("carbon", 2)]), "form"),
        (ranks(&[("beauty", 1)]), "form"),
    ] {
        match house.record.cast(ROUND, &wrong, &Code::fresh().unwrap(), None, during()).await {
            Err(RecordError::Troubles(troubles)) => {
                assert!(troubles.iter().any(|trouble| trouble.field == field), "{wrong:?}: {troubles:?}");
            }
            other => panic!("{wrong:?}: {other:?}"),
        }
    }
    assert_eq!(house.record.head(ROUND).await.unwrap().sequence, 1);
    house.cast(&ranks(&[("water", 1), ("carbon", 2)])).await;
    house.cast(&swing(points(Some("company"), 100.0, 20.0, 30.0))).await;
    assert_eq!(house.record.count(ROUND).await.unwrap(), 2);
}

pub async fn a_receipt_proves_inclusion_and_a_form_sent_twice_counts_once(house: House) {
    house.open().await;
    let ballot = points(Some("company"), 1.5, 2.0, 3.0);
    let (code, receipt) = house.cast(&ballot).await;
    house.cast(&points(None, 5.0, 5.0, 5.0)).await;
    let proof = house.record.inclusion(ROUND, &code).await.unwrap();
    assert_eq!((proof.receipt.clone(), proof.fate), (receipt.clone(), Fate::Counts));
    assert_eq!(proof.ballot, ballot);
    assert!(proof.flaws.is_empty());
    // By hand: SHA-256 of salt and stored bytes is the commitment, SHA-256 of the entry's text is the head.
    assert_eq!(Hash::of(&[proof.payload.salt.bytes(), &proof.payload.stored]), receipt.commitment);
    assert_eq!(Hash::of(&[proof.entry.preimage(ROUND).as_bytes()]), receipt.head);
    assert!(house.record.verify(ROUND, Some(receipt.head)).await.unwrap().holds());

    let again = house.record.cast(ROUND, &ballot, &code, None, during()).await.unwrap();
    assert_eq!(again, receipt);
    // A retry that comes after the end still finds what was taken before it.
    assert_eq!(house.record.cast(ROUND, &ballot, &code, None, after()).await.unwrap(), receipt);
    let other = house.record.cast(ROUND, &points(None, 9.0, 9.0, 9.0), &code, None, during()).await;
    assert!(matches!(other, Err(RecordError::AlreadySent)), "{other:?}");
    assert_eq!(house.record.count(ROUND).await.unwrap(), 2);
    let unknown = house.record.inclusion(ROUND, &Code::fresh().unwrap()).await;
    assert!(matches!(unknown, Err(RecordError::UnknownCode)));
}

pub async fn an_answer_is_changed_or_withdrawn_once_by_its_code(house: House) {
    house.open().await;
    let (first, _) = house.cast(&points(Some("company"), 10.0, 0.0, 0.0)).await;
    let (other, _) = house.cast(&points(Some("resident"), 0.0, 10.0, 0.0)).await;
    let second = Code::fresh().unwrap();
    let better = points(Some("company"), 0.0, 0.0, 10.0);
    house.record.cast(ROUND, &better, &second, Some(&first), during()).await.unwrap();
    let third = Code::fresh().unwrap();
    let twice = house.record.cast(ROUND, &better, &third, Some(&first), during()).await;
    assert!(matches!(twice, Err(RecordError::CodeUsed)), "{twice:?}");
    assert!(matches!(house.record.withdraw(ROUND, &first, during()).await, Err(RecordError::CodeUsed)));
    assert_eq!(house.record.count(ROUND).await.unwrap(), 2);
    house.record.withdraw(ROUND, &other, during()).await.unwrap();
    assert!(matches!(house.record.withdraw(ROUND, &other, during()).await, Err(RecordError::CodeUsed)));
    assert!(matches!(house.record.withdraw(ROUND, &second, after()).await, Err(RecordError::Over)));
    let fate = async |code: &Code| house.record.inclusion(ROUND, code).await.unwrap().fate;
    assert_eq!(fate(&first).await, Fate::Replaced);
    assert_eq!(fate(&other).await, Fate::Withdrawn);
    assert_eq!(fate(&second).await, Fate::Counts);
    assert_eq!(house.record.head(ROUND).await.unwrap().sequence, 5, "nothing is removed");

    house.record.close_round(ROUND, after()).await.unwrap();
    let counted = house.record.counted(ROUND).await.unwrap();
    assert_eq!(counted.len(), 1);
    assert_eq!(counted[0].ballot.said, better.said);
    assert_eq!(house.flaws().await, Vec::<String>::new());
}

pub async fn a_code_of_one_round_is_unknown_in_another(house: House) {
    house.open().await;
    let mut second = asked();
    "lithium-2027".clone_into(&mut second.id);
    house.record.open_round(&second, before()).await.unwrap();
    let (code, _) = house.cast(&points(None, 1.0, 1.0, 1.0)).await;
    assert!(matches!(house.record.inclusion(&second.id, &code).await, Err(RecordError::UnknownCode)));
    assert!(matches!(house.record.withdraw(&second.id, &code, during()).await, Err(RecordError::UnknownCode)));
}

pub async fn a_hundred_threads_lose_nothing_and_keep_one_chain(house: House) {
    const THREADS: u32 = 100;
    house.open().await;
    // Two records on one database, as the server and the command line are.
    let records = [house.record.clone(), Record::open(&house.url).await.unwrap()];
    let runtime = tokio::runtime::Handle::current();
    let threads: Vec<_> = (0..THREADS)
        .map(|thread| {
            let (record, runtime) = (records[(thread % 2) as usize].clone(), runtime.clone());
            std::thread::spawn(move || {
                let code = Code::fresh().unwrap();
                let ballot = points(Some("company"), f64::from(thread) + 1.0, 0.0, 1.0);
                let ballot = if thread < 99 { ballot } else { points(None, 99.5, 0.0, 1.0) };
                let receipt = runtime.block_on(record.cast(ROUND, &ballot, &code, None, during())).unwrap();
                (code, receipt)
            })
        })
        .collect();
    let receipts =
        tokio::task::spawn_blocking(|| threads.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>());
    let receipts = receipts.await.unwrap();
    let sequences: std::collections::BTreeSet<i64> = receipts.iter().map(|(_, receipt)| receipt.sequence).collect();
    assert_eq!(sequences, (2..=101).collect());
    for (_, receipt) in &receipts {
        assert!(house.record.verify(ROUND, Some(receipt.head)).await.unwrap().holds());
    }
    assert_eq!(house.record.count(ROUND).await.unwrap(), 100);
    house.record.close_round(ROUND, after()).await.unwrap();
    let said: std::collections::BTreeSet<String> =
        house.record.counted(ROUND).await.unwrap().iter().map(|one| format!("{:?}", one.ballot.said)).collect();
    assert_eq!(said.len(), 100, "each answer stands once");
}

pub async fn the_chain_is_only_appended(house: House) {
    house.open().await;
    house.cast(&points(None, 1.0, 1.0, 1.0)).await;
    for statement in [
        "UPDATE entries SET header = 'kind ballot' WHERE sequence = 2",
        "DELETE FROM entries WHERE sequence = 2",
        "UPDATE payloads SET chain = chain",
        "DELETE FROM payloads",
    ] {
        let said = house.plainly(statement).await.unwrap_err();
        assert!(said.contains("only appended"), "{statement}: {said}");
    }
    assert_eq!(house.flaws().await, Vec::<String>::new());
}

pub async fn a_changed_answer_is_found(house: House) {
    house.open().await;
    for jobs in [1.0, 2.0, 3.0] {
        house.cast(&points(Some("company"), 50.0, jobs, 0.0)).await;
    }
    house
        .tamper(if house.url.starts_with("sqlite:") {
            "UPDATE payloads SET stored = CAST(replace(CAST(stored AS TEXT), '\"carbon\":50', '\"carbon\":99') AS BLOB) WHERE sequence = 3"
        } else {
            "UPDATE payloads SET stored = convert_to(replace(convert_from(stored, 'UTF8'), '\"carbon\":50', '\"carbon\":99'), 'UTF8') WHERE sequence = 3"
        })
        .await;
    let verdict = house.record.verify(ROUND, None).await.unwrap();
    assert_eq!(verdict.flaws, [Flaw::PayloadChanged(3)]);
    let closing = house.record.close_round(ROUND, after()).await;
    assert!(matches!(closing, Err(RecordError::Damaged(_))), "a damaged round is not tallied: {closing:?}");
}

pub async fn a_changed_header_is_found(house: House) {
    house.open().await;
    house.cast(&points(None, 1.0, 1.0, 1.0)).await;
    house.tamper("UPDATE entries SET header = 'kind ballot\nday 2026-11-24' WHERE sequence = 2").await;
    assert_eq!(house.record.verify(ROUND, None).await.unwrap().flaws, [Flaw::Changed(2)]);
}

pub async fn a_cut_tail_is_found(house: House) {
    house.open().await;
    house.cast(&points(None, 1.0, 1.0, 1.0)).await;
    let kept = house.record.head(ROUND).await.unwrap();
    let (code, receipt) = house.cast(&points(None, 2.0, 1.0, 1.0)).await;
    for statement in [
        "DELETE FROM receipts WHERE sequence = 3",
        "DELETE FROM payloads WHERE sequence = 3",
        "DELETE FROM entries WHERE sequence = 3",
    ] {
        house.tamper(statement).await;
    }
    let verdict = house.record.verify(ROUND, None).await.unwrap();
    assert_eq!(verdict.flaws, [Flaw::HeadElsewhere { stored: Some(3), last: Some(2) }]);
    // Whoever cuts well also mends the head: the chain alone cannot tell, a head that was given out can.
    house.tamper("UPDATE chains SET sequence = 2, hash = (SELECT hash FROM entries WHERE entries.chain = chains.chain AND sequence = 2)").await;
    assert!(house.record.verify(ROUND, None).await.unwrap().holds());
    assert!(house.record.verify(ROUND, Some(kept.hash)).await.unwrap().holds());
    let verdict = house.record.verify(ROUND, Some(receipt.head)).await.unwrap();
    assert_eq!(verdict.flaws, [Flaw::HeadNotFound(receipt.head)]);
    assert!(matches!(house.record.inclusion(ROUND, &code).await, Err(RecordError::UnknownCode)));
}

pub async fn what_is_looked_up_beside_the_chain_must_agree_with_it(house: House) {
    house.open().await;
    let (code, _) = house.cast(&points(None, 1.0, 1.0, 1.0)).await;
    house.record.withdraw(ROUND, &code, during()).await.unwrap();
    house.tamper("UPDATE receipts SET spent_by = NULL").await;
    assert!(house.flaws().await[0].contains("receipt of entry 2"));
    house.tamper("UPDATE receipts SET spent_by = 3").await;
    house.tamper("UPDATE rounds SET closed_by = 3").await;
    assert!(house.flaws().await[0].contains("closed"));
}

pub async fn rounds_close_one_after_the_other(house: House) {
    let rounds = ["a", "b", "c"].map(|id| {
        let mut asked = asked();
        id.clone_into(&mut asked.id);
        asked
    });
    for asked in &rounds {
        house.record.open_round(asked, before()).await.unwrap();
    }
    // Within one second, and then by a clock that was set back.
    house.record.close_round("b", during()).await.unwrap();
    house.record.close_round("a", during()).await.unwrap();
    house.record.close_round("c", before()).await.unwrap();
    let mut closed = Vec::new();
    for id in ["b", "a", "c"] {
        closed.push(house.record.round(id, after()).await.unwrap().closed_at.unwrap());
    }
    assert!(closed.is_sorted_by(|one, next| one < next), "{closed:?}");
}

pub async fn closing_commits_to_the_tally(house: House) {
    house.open().await;
    for carbon in 1..=6 {
        house.cast(&points(Some("company"), f64::from(carbon), 1.0, 1.0)).await;
    }
    house.cast(&points(None, 1.0, 1.0, 1.0)).await;
    let closing = house.record.close_round(ROUND, after()).await.unwrap();
    assert_eq!(closing.sequence, 9);
    let counted = house.record.counted(ROUND).await.unwrap();
    let tally = Tally::of(&asked(), &counted);
    assert_eq!(
        tally.groups.iter().map(|(group, count)| (group.as_str(), *count)).collect::<Vec<_>>(),
        [("municipality", 0), ("company", 6), ("resident", 0), ("", 1)]
    );
    assert_eq!(house.flaws().await, Vec::<String>::new());
    let round = house.record.round(ROUND, after()).await.unwrap();
    assert_eq!(round.state, State::Closed);
}
