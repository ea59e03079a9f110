//! What every database must keep of codes that go out in letters.

use adit_record::people::{BY_MAIL, EmailKey, Joining, NewAccount, ON_PAPER, PeopleError, ToWrite};
use adit_record::{Code, Moment};

use crate::house::House;

const PASSWORD: &str = "three blue mussels";
const ANNA: &str = "Anna@Example.org";
const CHOSEN: Joining<'_> = Joining { name: "anna", password: PASSWORD, pseudonym: "Heron" };

fn at(seconds: i64) -> Moment {
    Moment::from_seconds(1_800_000_000 + seconds)
}

fn key() -> EmailKey {
    let file = std::env::temp_dir().join(format!("adit-letters-{}.key", std::process::id()));
    EmailKey::of_file(&file).unwrap()
}

fn code(written: ToWrite) -> Code {
    let ToWrite::Code(code) = written else { panic!("a code is to be written: {written:?}") };
    code
}

/// Who joins by e-mail becomes a participant of that project, once; nothing of the address is in the database.
pub async fn an_address_joins_once(house: House) {
    let (record, key) = (&house.record, key());
    assert!(matches!(record.letter_to_join("mine", "anna", &key, at(0)).await, Err(PeopleError::NotAnAddress(_))));
    let first = code(record.letter_to_join("mine", ANNA, &key, at(0)).await.unwrap());
    let late = record.join(&first, CHOSEN, at(BY_MAIL)).await;
    assert!(matches!(late, Err(PeopleError::CodeRefused)), "a code is over after half an hour");
    let weak = Joining { password: "short", ..CHOSEN };
    assert!(matches!(record.join(&first, weak, at(1)).await, Err(PeopleError::WeakPassword(_))));
    let (token, visit) = record.join(&first, CHOSEN, at(2)).await.unwrap();
    assert_eq!(record.visit(&token, at(3)).await.unwrap().unwrap().account.pseudonym, "Heron");
    assert_eq!(visit.grants.held.iter().map(|grant| grant.at.word()).collect::<Vec<_>>(), ["project:mine"]);
    assert!(matches!(record.join(&first, CHOSEN, at(4)).await, Err(PeopleError::CodeRefused)), "a code works once");
    // The same address, however it is written, has an account now.
    assert_eq!(record.letter_to_join("mill", " anna@example.ORG", &key, at(5)).await.unwrap(), ToWrite::HasAccount);
    let kept = house.dump("letters").await + &house.dump("accounts").await;
    assert!(!kept.to_lowercase().contains("example.org"), "{kept}");
    assert_eq!(record.sign_in("anna", PASSWORD, at(6)).await.unwrap().1.account.number, visit.account.number);
    // Who was shut out does not come back by another letter.
    record.disable_account(visit.account.number, None, at(7)).await.unwrap();
    assert_eq!(record.letter_to_recover(ANNA, &key, at(4_000)).await.unwrap(), (ToWrite::Nothing, None));
    assert_eq!(record.letter_to_join("mine", ANNA, &key, at(4_001)).await.unwrap(), ToWrite::HasAccount);
}

/// A forgotten password is chosen anew, by e-mail or on paper; a code does nothing else than it was sent for.
pub async fn a_password_is_chosen_anew_with_a_letter(house: House) {
    let (record, key) = (&house.record, key());
    let new = |name, pseudonym, email| NewAccount { name, password: PASSWORD, pseudonym, email, grants: &[] };
    let anna = record.add_account(&new("anna", "Heron", Some((ANNA, &key))), None, at(0)).await.unwrap();
    let bert = record.add_account(&new("bert", "Stork", None), None, at(0)).await.unwrap();
    let nobody = record.letter_to_recover("nobody@example.org", &key, at(1)).await.unwrap();
    assert_eq!(nobody, (ToWrite::Nothing, None));
    let (letter, name) = record.letter_to_recover(ANNA, &key, at(1)).await.unwrap();
    let letter = code(letter);
    assert_eq!(name.as_deref(), Some("anna"));
    assert!(matches!(record.join(&letter, CHOSEN, at(2)).await, Err(PeopleError::CodeRefused)));
    assert!(matches!(record.keep_address(anna.number, &letter, at(2)).await, Err(PeopleError::CodeRefused)));

    let (token, _) = record.sign_in("anna", PASSWORD, at(3)).await.unwrap();
    for second in 4..10 {
        drop(record.sign_in("anna", "a wrong guess of it", at(second)).await);
    }
    assert!(matches!(record.sign_in("anna", PASSWORD, at(11)).await, Err(PeopleError::Wait(_))));
    assert!(matches!(record.recover(&letter, "anna anna anna", at(12)).await, Err(PeopleError::WeakPassword(_))));
    assert_eq!(record.recover(&letter, "four green herrings", at(12)).await.unwrap().as_deref(), Some("anna"));
    assert!(record.visit(&token, at(13)).await.unwrap().is_none(), "every session has ended");
    assert!(record.sign_in("anna", "four green herrings", at(13)).await.is_ok(), "and no wait stands");
    assert!(matches!(record.recover(&letter, "five red perches", at(14)).await, Err(PeopleError::CodeRefused)));

    let paper = record.letter_on_paper(bert.number, at(20)).await.unwrap();
    let over = record.recover(&paper, "five red perches", at(20 + ON_PAPER)).await;
    assert!(matches!(over, Err(PeopleError::CodeRefused)));
    record.recover(&paper, "five red perches", at(20 + ON_PAPER - 1)).await.unwrap();
    // Erased: nothing leads back, and an open letter opens nothing.
    let open = record.letter_on_paper(bert.number, at(30)).await.unwrap();
    record.erase_account(bert.number, None, at(31)).await.unwrap();
    assert!(matches!(record.recover(&open, "six white breams", at(32)).await, Err(PeopleError::CodeRefused)));
}

/// An address is kept with the account that asked for it, and three letters go to it in an hour.
pub async fn an_address_is_kept_with_its_account_and_gets_few_letters(house: House) {
    let (record, key) = (&house.record, key());
    let mut numbers = Vec::new();
    for (name, pseudonym) in [("anna", "Heron"), ("bert", "Stork")] {
        let new = NewAccount { name, password: PASSWORD, pseudonym, email: None, grants: &[] };
        numbers.push(record.add_account(&new, None, at(0)).await.unwrap().number);
    }
    let letter = code(record.letter_of_address(numbers[0], ANNA, &key, at(1)).await.unwrap());
    assert!(matches!(record.keep_address(numbers[1], &letter, at(2)).await, Err(PeopleError::CodeRefused)));
    record.keep_address(numbers[0], &letter, at(2)).await.unwrap();
    assert!(record.own_data(numbers[0]).await.unwrap().email_kept_as_keyed_hash);
    assert_eq!(record.letter_of_address(numbers[1], ANNA, &key, at(3)).await.unwrap(), ToWrite::HasAccount);
    code(record.letter_to_recover(ANNA, &key, at(4)).await.unwrap().0);
    assert_eq!(record.letter_to_recover(ANNA, &key, at(5)).await.unwrap().0, ToWrite::Nothing, "the fourth in an hour");
    code(record.letter_to_recover(ANNA, &key, at(3_700)).await.unwrap().0);
}
