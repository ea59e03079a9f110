//! What every database must keep about people.

use adit_record::people::{
    ABSOLUTE, Account, Act, Grant, IDLE, NewAccount, Outcome, PeopleError, Place, Role, Trace, Where, may,
};
use adit_record::voice::Confirmed;
use adit_record::{Code, Moment, Record};

use crate::copies::{file, remove};
use crate::house::{House, during};

const PASSWORD: &str = "three blue mussels";
const PROJECT: &str = "keliber";

fn at(seconds: i64) -> Moment {
    Moment::from_seconds(during().seconds() + seconds)
}

async fn account(house: &House, name: &str, grants: &[Grant]) -> Account {
    let pseudonym = format!("P {name}");
    let new = NewAccount { name, password: PASSWORD, pseudonym: &pseudonym, email: None, grants };
    house.record.add_account(&new, None, during()).await.unwrap()
}

fn grant(role: Role, place: &str) -> Grant {
    Grant { role, at: Where::read(place).unwrap() }
}

pub async fn an_account_signs_in_and_out_and_old_sessions_open_nothing(house: House) {
    let record = &house.record;
    let anna = account(&house, "Anna", &[grant(Role::Clerk, "project:keliber")]).await;
    assert_eq!((anna.number, anna.name.as_deref()), (1, Some("anna")));
    let taken = NewAccount { name: "ANNA", password: PASSWORD, pseudonym: "Other", email: None, grants: &[] };
    assert!(matches!(record.add_account(&taken, None, during()).await, Err(PeopleError::NameTaken)));
    let taken = NewAccount { name: "other", password: PASSWORD, pseudonym: "p anna", email: None, grants: &[] };
    assert!(matches!(record.add_account(&taken, None, during()).await, Err(PeopleError::PseudonymTaken)));

    let (token, visit) = record.sign_in(" anna ", PASSWORD, at(0)).await.unwrap();
    assert_eq!(visit.account, anna);
    let place = Place::project(PROJECT, None);
    assert_eq!(may(&visit.grants, Act::GiveCodes, &place), Ok(()));
    assert_eq!(record.visit(&token, at(1)).await.unwrap(), Some(visit.clone()));
    let (other, _) = record.sign_in("anna", PASSWORD, at(2)).await.unwrap();
    assert!(other != token, "every sign-in has a session of its own");
    record.sign_out(&token, at(3)).await.unwrap();
    assert_eq!(record.visit(&token, at(3)).await.unwrap(), None, "a replayed session is refused");
    assert!(record.visit(&other, at(3)).await.unwrap().is_some());

    // Idle, then in use all the time until the absolute end.
    assert!(record.visit(&other, at(1 + IDLE)).await.unwrap().is_some());
    assert_eq!(record.visit(&other, at(1 + 2 * IDLE)).await.unwrap(), None);
    let (used, _) = record.sign_in("anna", PASSWORD, at(0)).await.unwrap();
    for minutes in (60..ABSOLUTE / 60).step_by(60) {
        assert!(record.visit(&used, at(minutes * 60)).await.unwrap().is_some(), "{minutes}");
    }
    assert_eq!(record.visit(&used, at(ABSOLUTE)).await.unwrap(), None);
    for table in ["sessions", "accounts"] {
        assert!(!house.dump(table).await.contains(&used.to_string()), "only the hash of a token is kept");
    }
}

pub async fn a_changed_password_and_a_disabled_account_end_every_session(house: House) {
    let record = &house.record;
    let anna = account(&house, "anna", &[]).await;
    let (token, _) = record.sign_in("anna", PASSWORD, at(0)).await.unwrap();
    let wrong = record.change_password(anna.number, "another old one", "a wholly new sentence", at(1)).await;
    assert!(matches!(wrong, Err(PeopleError::NotSignedIn)));
    let weak = record.change_password(anna.number, PASSWORD, "password1234", at(1)).await;
    assert!(matches!(weak, Err(PeopleError::WeakPassword(_))));
    assert!(record.visit(&token, at(1)).await.unwrap().is_some());
    record.change_password(anna.number, PASSWORD, "a wholly new sentence", at(2)).await.unwrap();
    assert_eq!(record.visit(&token, at(2)).await.unwrap(), None);
    assert!(matches!(record.sign_in("anna", PASSWORD, at(3)).await, Err(PeopleError::NotSignedIn)));
    let (token, _) = record.sign_in("anna", "a wholly new sentence", at(4)).await.unwrap();
    record.disable_account(anna.number, None, at(5)).await.unwrap();
    assert_eq!(record.visit(&token, at(5)).await.unwrap(), None);
    let disabled = record.sign_in("anna", "a wholly new sentence", at(6)).await;
    assert!(matches!(disabled, Err(PeopleError::NotSignedIn)));
}

pub async fn wrong_tries_wait_longer_and_longer_whether_there_is_an_account_or_not(house: House) {
    let record = &house.record;
    account(&house, "anna", &[]).await;
    let mut told = Vec::new();
    for name in ["anna", "nobody"] {
        let mut answers = Vec::new();
        for seconds in [0, 1, 2, 3, 4, 5, 20] {
            answers.push(match record.sign_in(name, "not the password", at(seconds)).await {
                Err(PeopleError::Wait(wait)) => format!("wait {}", wait.seconds),
                Err(PeopleError::NotSignedIn) => "wrong".to_owned(),
                other => panic!("{other:?}"),
            });
        }
        told.push(answers);
    }
    assert_eq!(told[0], ["wrong", "wrong", "wrong", "wrong", "wrong", "wait 14", "wrong"]);
    assert_eq!(told[0], told[1]);
    // The right password waits as well, and then opens; what was counted is forgotten.
    assert!(matches!(record.sign_in("anna", PASSWORD, at(21)).await, Err(PeopleError::Wait(_))));
    assert!(record.sign_in("anna", PASSWORD, at(60)).await.is_ok());
    assert!(matches!(record.sign_in("anna", "wrong again", at(61)).await, Err(PeopleError::NotSignedIn)));
    assert!(record.sign_in("anna", PASSWORD, at(62)).await.is_ok());
}

pub async fn roles_are_given_and_taken_and_a_clerk_speaks_for_nobody(house: House) {
    let record = &house.record;
    let anna = account(&house, "anna", &[grant(Role::Clerk, "project:keliber")]).await;
    let company = grant(Role::Company, "everywhere");
    let clash = record.give_role(anna.number, &company, None, at(0)).await;
    assert!(matches!(clash, Err(PeopleError::RolesClash)));
    assert!(record.take_role(anna.number, &grant(Role::Clerk, "project:keliber"), None, at(1)).await.unwrap());
    assert!(!record.take_role(anna.number, &grant(Role::Clerk, "project:keliber"), None, at(1)).await.unwrap());
    for _ in 0..2 {
        record.give_role(anna.number, &company, None, at(2)).await.unwrap();
    }
    assert_eq!(record.grants(anna.number).await.unwrap().held, std::slice::from_ref(&company));
    let nobody = record.give_role(99, &company, None, at(3)).await;
    assert!(matches!(nobody, Err(PeopleError::NoSuchAccount)));
}

pub async fn a_participation_code_is_spent_once(house: House) {
    let record = &house.record;
    let codes = record.make_codes(PROJECT, 4, at(3_600), Some(5), at(0)).await.unwrap();
    let kept = house.dump("participation_codes").await;
    assert!(codes.iter().all(|code| !kept.contains(&code.to_string().replace('-', ""))), "only hashes are kept");
    let (token, visit) = record.enter_with_code(&codes[0], at(1)).await.unwrap();
    assert_eq!((visit.account.confirmed, &visit.account.name), (Confirmed::Code, &None));
    assert!(visit.account.pseudonym.starts_with("Participant "), "{}", visit.account.pseudonym);
    assert_eq!(may(&visit.grants, Act::Vote, &Place::project(PROJECT, None)), Ok(()));
    assert!(may(&visit.grants, Act::Vote, &Place::project("barroso", None)).is_err());
    assert!(record.visit(&token, at(2)).await.unwrap().is_some());
    assert!(matches!(record.enter_with_code(&codes[0], at(2)).await, Err(PeopleError::CodeRefused)));

    let [one, two] = [Code::fresh().unwrap(), Code::fresh().unwrap()];
    let elsewhere = record.confirm_with_code("barroso", &codes[1], &one, at(3)).await;
    assert!(matches!(elsewhere, Err(PeopleError::CodeRefused)));
    record.confirm_with_code(PROJECT, &codes[1], &one, at(3)).await.unwrap();
    record.confirm_with_code(PROJECT, &codes[1], &one, at(4)).await.unwrap();
    let twice = record.confirm_with_code(PROJECT, &codes[1], &two, at(4)).await;
    assert!(matches!(twice, Err(PeopleError::CodeRefused)));
    assert!(matches!(record.enter_with_code(&codes[1], at(5)).await, Err(PeopleError::CodeRefused)));
    assert!(matches!(record.enter_with_code(&codes[2], at(3_600)).await, Err(PeopleError::CodeRefused)), "over");
    let unknown = record.enter_with_code(&Code::fresh().unwrap(), at(5)).await;
    assert!(matches!(unknown, Err(PeopleError::CodeRefused)));
    let fate = record.codes(PROJECT, at(3_600)).await.unwrap();
    assert_eq!((fate.made, fate.spent, fate.over), (4, 2, 2));

    // Of many who send the same slip at once, one enters.
    let entering = (0..8).map(|_| {
        let (record, code) = (house.record.clone(), codes[3].clone());
        tokio::spawn(async move { record.enter_with_code(&code, at(6)).await.is_ok() })
    });
    let mut entered = 0;
    for one in entering.collect::<Vec<_>>() {
        entered += u32::from(one.await.unwrap());
    }
    assert_eq!(entered, 1);
}

pub async fn an_account_is_exported_and_erased_and_the_trail_keeps_its_number_only(house: House) {
    let record = &house.record;
    let folder = std::env::temp_dir().join(format!("adit-people-{}", std::process::id()));
    let key = adit_record::people::EmailKey::of_file(&folder).unwrap();
    drop(std::fs::remove_file(&folder));
    let new = NewAccount {
        name: "anna.virtanen",
        password: PASSWORD,
        pseudonym: "Heron",
        email: Some(("anna@example.org", &key)),
        grants: &[grant(Role::Participant, "project:keliber")],
    };
    let anna = record.add_account(&new, None, at(0)).await.unwrap();
    let (token, _) = record.sign_in("anna.virtanen", PASSWORD, at(1)).await.unwrap();
    let own = serde_json::to_value(record.own_data(anna.number).await.unwrap()).unwrap();
    assert_eq!((own["sign_in_name"].as_str(), own["pseudonym"].as_str()), (Some("anna.virtanen"), Some("Heron")));
    assert_eq!((own["email_kept_as_keyed_hash"].as_bool(), own["sessions"].as_i64()), (Some(true), Some(1)));
    assert_eq!(own["roles"][0]["place"], "project:keliber");
    assert_eq!(own["trail"][0]["act"], "sign-in");
    assert!(!own.to_string().contains("argon2"), "{own}");
    assert!(!house.dump("accounts").await.contains("anna@example.org"));

    record.erase_account(anna.number, None, at(2)).await.unwrap();
    assert_eq!(record.visit(&token, at(2)).await.unwrap(), None);
    assert!(matches!(record.own_data(anna.number).await, Err(PeopleError::NoSuchAccount)));
    for table in ["accounts", "grants", "sessions", "pseudonyms", "audit_trail", "sign_in_tries"] {
        let kept = house.dump(table).await;
        assert!(!kept.contains("anna") && !kept.contains("Heron"), "{table}: {kept}");
    }
    let trail = record.trail(None, None, Some(anna.number), 10).await.unwrap();
    assert_eq!(trail.iter().map(|one| one.act.as_str()).collect::<Vec<_>>(), ["erase-own", "sign-in"]);
    // Neither the number nor the pseudonym is anybody else's afterwards.
    let other = NewAccount { name: "other", password: PASSWORD, pseudonym: "heron", email: None, grants: &[] };
    assert!(matches!(record.add_account(&other, None, at(3)).await, Err(PeopleError::PseudonymTaken)));
    assert_eq!(account(&house, "other", &[]).await.number, anna.number + 1);
}

pub async fn the_trail_is_only_appended_and_reads_backwards(house: House) {
    let record = &house.record;
    for entry in 1..=5 {
        let project = Some(if entry < 4 { PROJECT } else { "barroso" }.to_owned());
        let outcome = if entry == 2 { Outcome::Refused } else { Outcome::Done };
        let trace =
            Trace { at: at(entry), account: Some(7), act: Act::Moderate.word(), project, entry: Some(entry), outcome };
        record.note(&trace).await.unwrap();
    }
    let numbers = async |before, project| {
        let acts = record.trail(before, project, None, 2).await.unwrap();
        acts.iter().map(|act| act.number).collect::<Vec<_>>()
    };
    assert_eq!(numbers(None, None).await, [5, 4]);
    assert_eq!(numbers(Some(4), None).await, [3, 2]);
    assert_eq!(numbers(None, Some(PROJECT)).await, [3, 2]);
    let refused = &record.trail(Some(3), None, None, 1).await.unwrap()[0];
    assert_eq!((refused.outcome.as_str(), refused.entry, refused.at), ("refused", Some(2), at(2)));
    for statement in ["UPDATE audit_trail SET outcome = 'done'", "DELETE FROM audit_trail"] {
        let said = house.plainly(statement).await.unwrap_err();
        assert!(said.contains("only appended"), "{said}");
    }
}

pub async fn words_meant_for_the_database_are_only_words(house: House) {
    let record = &house.record;
    account(&house, "anna", &[]).await;
    for hostile in ["' OR '1'='1", "anna'--", "\u{0}", "anna\"; DROP TABLE accounts; --", "%", "$1"] {
        let hostile: String = hostile.replace('\u{0}', "");
        assert!(record.sign_in(&hostile, PASSWORD, at(0)).await.is_err(), "{hostile}");
        assert!(record.account_named(&hostile).await.is_err());
        assert_eq!(record.codes(&hostile, at(0)).await.unwrap().made, 0);
        assert!(record.trail(None, Some(&hostile), None, 5).await.unwrap().is_empty());
    }
    assert_eq!(record.accounts().await.unwrap().len(), 1);
}

pub async fn an_erased_account_does_not_come_back_with_a_backup(house: House) {
    let anna = account(&house, "anna", &[]).await;
    let backup = file(&house, "backup");
    house.record.backup(&backup).await.unwrap();
    let bert = account(&house, "bert", &[]).await;
    for gone in [&anna, &bert] {
        house.record.erase_account(gone.number, None, during()).await.unwrap();
    }
    // The record is lost; its keys are not.
    let url = if let Some(old) = house.url.strip_prefix("sqlite:") {
        let new = file(&house, "restored");
        std::fs::copy(format!("{old}.keys"), format!("{}.keys", new.display())).unwrap();
        format!("sqlite:{}", new.display())
    } else {
        house.tamper("TRUNCATE accounts, grants, sessions, pseudonyms, audit_trail").await;
        house.url.clone()
    };
    let restored = Record::restore(&backup, &url, Some(&file(&house, "key")), during()).await.unwrap();
    assert_eq!(restored.erased_again, 1);
    assert!(matches!(restored.record.own_data(anna.number).await, Err(PeopleError::NoSuchAccount)));
    let other = House { url, record: restored.record };
    assert!(account(&other, "carl", &[]).await.number > bert.number, "no number is given twice");
    remove(&backup);
    remove(&file(&house, "restored"));
}
