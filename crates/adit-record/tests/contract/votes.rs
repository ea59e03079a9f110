//! What every database must keep of rounds in which statements are voted on.

use adit_record::round::{Ballot, Definition, Said, Tally, Vote, Voters, read_file};
use adit_record::voice::{About, Author, Confirmed, Contribution, Kind, Project, Role};
use adit_record::{Code, RecordError};

use crate::house::{House, after, before, during, points};
use crate::ledger::concern;

const PROJECT: &str = "barranco";

fn asked() -> Definition {
    read_file(include_str!("../../../../examples/rounds/barranco-2026.toml")).unwrap()
}

fn entry(role: Role, said: adit_record::voice::Said) -> Vec<u8> {
    Contribution::new(said, Author { role, name: None, account: None }, Confirmed::None).stored().unwrap()
}

fn project(confidential: bool) -> Vec<u8> {
    let said = adit_record::voice::Said::Project(Project {
        title: "Mina do Barranco".to_owned(),
        summary: "A mine".to_owned(),
        country: "PT".to_owned(),
        region: "PT11".to_owned(),
        facts: None,
        clock: None,
        look_within_days: 7,
        office: "Town hall".to_owned(),
        confidential,
    });
    entry(Role::Editor, said)
}

fn votes(votes: &[(&str, Vote)]) -> Ballot {
    Ballot::new(None, Said::Votes { votes: votes.iter().map(|(id, vote)| ((*id).to_owned(), *vote)).collect() })
}

/// A round of statements about a record of which only what everybody may read is put to the vote.
pub async fn statements_come_from_a_record_that_everybody_may_read(house: House) {
    let mut asked = asked();
    asked.statements.iter_mut().filter(|one| one.entry == Some(10)).for_each(|one| one.entry = None);
    let open = async || house.record.open_round(&asked, before()).await;
    assert!(matches!(open().await, Err(RecordError::NoSuchProject(_))));
    house.record.open_project(PROJECT, &project(true), during()).await.unwrap();
    assert!(matches!(open().await, Err(RecordError::ConfidentialProject(_))));
    let add =
        async |kind: Kind, stored: Vec<u8>| house.record.append(PROJECT, kind, stored, None, during()).await.unwrap();
    add(Kind::Concern, concern("Who measures the water?")).await;
    add(Kind::Project, project(false)).await;
    let unseen = open().await;
    assert!(
        matches!(&unseen, Err(RecordError::StatementFromNowhere { statement, entry: 2 }) if statement == "year-of-water"),
        "nobody has looked at entry 2 yet: {unseen:?}"
    );
    add(Kind::Shown, entry(Role::Clerk, adit_record::voice::Said::Shown(About { entry: 2 }))).await;
    open().await.unwrap();
    assert_eq!(house.record.round(&asked.id, during()).await.unwrap().asked, asked);
}

/// Votes are taken as any answer: what does not fit is refused, a code changes them, and closing commits to their tally.
pub async fn votes_are_taken_changed_and_tallied(house: House) {
    let mut asked = asked();
    asked.project = None;
    asked.statements.iter_mut().for_each(|one| one.entry = None);
    house.record.open_round(&asked, before()).await.unwrap();
    let cast = async |ballot: &Ballot, replaces: Option<&Code>| {
        let code = Code::fresh().unwrap();
        house.record.cast(&asked.id, ballot, &code, replaces, during()).await.map(|_| code)
    };
    for wrong in [points(None, 1.0, 1.0, 1.0), votes(&[]), votes(&[("nothing", Vote::Agree)])] {
        assert!(matches!(cast(&wrong, None).await, Err(RecordError::Troubles(_))), "{wrong:?}");
    }
    for _ in 0..5 {
        cast(&votes(&[("no-mine", Vote::Agree), ("jobs-needed", Vote::Pass)]), None).await.unwrap();
    }
    let code = cast(&votes(&[("no-mine", Vote::Agree)]), None).await.unwrap();
    // The order in which votes are given is not the order in which they are stored.
    let changed = votes(&[("no-mine", Vote::Disagree), ("year-of-water", Vote::Agree)]);
    let code = cast(&changed, Some(&code)).await.unwrap();
    let held = house.record.inclusion(&asked.id, &code).await.unwrap();
    let stored = String::from_utf8(held.payload.stored).unwrap();
    assert!(stored.contains(r#""form":"votes","votes":{"year-of-water":"agree","no-mine":"disagree"}"#), "{stored}");
    house.record.close_round(&asked.id, after()).await.unwrap();
    let tally = Tally::of(&asked, &house.record.counted(&asked.id).await.unwrap());
    assert_eq!(tally.votes["no-mine"], [5, 1, 0]);
    assert_eq!(tally.votes["jobs-needed"], [0, 0, 5]);
    assert_eq!(tally.votes["no-lorries"], [0, 0, 0]);
    assert!(house.record.verify(&asked.id, None).await.unwrap().holds());
}

/// A round for holders of codes takes one answer for each, and a changed answer needs no other.
pub async fn a_participation_code_is_good_for_one_answer(house: House) {
    let mut asked = asked();
    asked.statements.iter_mut().for_each(|one| one.entry = None);
    asked.voters = Voters::Codes;
    house.record.open_project(PROJECT, &project(false), during()).await.unwrap();
    house.record.open_round(&asked, before()).await.unwrap();
    let codes = house.record.make_codes(PROJECT, 2, after(), None, during()).await.unwrap();
    let others = house.record.make_codes("elsewhere", 1, after(), None, during()).await.unwrap();
    let ballot = votes(&[("no-mine", Vote::Agree)]);
    let cast = async |own: &Code, replaces: Option<&Code>, slip: Option<&Code>, ballot: &Ballot| {
        house.record.cast_with(&asked.id, ballot, own, replaces, slip, during()).await
    };
    let own = Code::fresh().unwrap();
    assert!(matches!(cast(&own, None, None, &ballot).await, Err(RecordError::SlipNeeded)));
    assert!(matches!(cast(&own, None, Some(&others[0]), &ballot).await, Err(RecordError::SlipRefused)));
    assert!(matches!(cast(&own, None, Some(&codes[0]), &votes(&[])).await, Err(RecordError::Troubles(_))));
    let first = cast(&own, None, Some(&codes[0]), &ballot).await.unwrap();
    assert_eq!(cast(&own, None, Some(&codes[0]), &ballot).await.unwrap(), first, "sent twice, recorded once");
    let second = Code::fresh().unwrap();
    assert!(matches!(cast(&second, None, Some(&codes[0]), &ballot).await, Err(RecordError::SlipRefused)));
    cast(&second, Some(&own), None, &votes(&[("no-mine", Vote::Pass)])).await.unwrap();
    assert!(matches!(cast(&Code::fresh().unwrap(), Some(&own), None, &ballot).await, Err(RecordError::CodeUsed)));
    let late =
        house.record.cast_with(&asked.id, &ballot, &Code::fresh().unwrap(), None, Some(&codes[1]), after()).await;
    assert!(matches!(late, Err(RecordError::Over)));
    assert_eq!(house.record.codes(PROJECT, during()).await.unwrap().spent, 1, "who came too late keeps the code");
    assert_eq!(house.record.count(&asked.id).await.unwrap(), 1);
}
