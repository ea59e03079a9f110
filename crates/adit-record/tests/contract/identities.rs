//! What every database must keep of identities that another house vouches for.

use adit_record::Moment;
use adit_record::people::{EmailKey, Identity, NewAccount, PeopleError};

use crate::house::House;

fn at(seconds: i64) -> Moment {
    Moment::from_seconds(1_800_000_000 + seconds)
}

/// An identity signs in to one account, its own or one that its holder had before; nothing of its name is in the database.
pub async fn another_house_vouches_for_one_account(house: House) {
    let record = &house.record;
    let file = std::env::temp_dir().join(format!("adit-identities-{}.key", std::process::id()));
    let key = EmailKey::of_file(&file).unwrap();
    let of = |subject: &str| Identity::of(&key, "https://id.example.org", subject);
    assert_ne!(of("anna"), Identity::of(&key, "https://other.example.org", "anna"), "a subject is one of its issuer");
    assert!(record.sign_in_as(of("anna"), at(0)).await.unwrap().is_none());
    assert!(matches!(record.welcome(of("anna"), "x", at(0)).await, Err(PeopleError::Pseudonym)));
    let (token, visit) = record.welcome(of("anna"), "Heron", at(1)).await.unwrap();
    let number = visit.account.number;
    assert_eq!((visit.account.pseudonym.as_str(), visit.grants.held.len()), ("Heron", 0));
    assert!(matches!(record.welcome(of("anna"), "Stork", at(2)).await, Err(PeopleError::NotSignedIn)));
    record.take_part(number, "mine", at(3)).await.unwrap();
    let (_, again) = record.sign_in_as(of("anna"), at(4)).await.unwrap().unwrap();
    assert_eq!(again.grants.held[0].at.word(), "project:mine");

    // An account with a password is signed in to by an identity as well, and by no one else's.
    let new = NewAccount { name: "bert", password: "three blue mussels", pseudonym: "Stork", email: None, grants: &[] };
    let bert = record.add_account(&new, None, at(5)).await.unwrap().number;
    assert!(!record.vouch(of("anna"), bert, at(6)).await.unwrap());
    assert!(record.vouch(of("bert"), bert, at(6)).await.unwrap());
    assert!(record.vouch(of("bert"), bert, at(6)).await.unwrap(), "twice is once");
    assert_eq!(record.own_data(bert).await.unwrap().identities_kept_as_keyed_hash, 1);
    assert_eq!(record.sign_in_as(of("bert"), at(7)).await.unwrap().unwrap().1.account.number, bert);
    record.disable_account(bert, None, at(8)).await.unwrap();
    assert!(matches!(record.sign_in_as(of("bert"), at(9)).await, Err(PeopleError::NotSignedIn)));

    let kept = house.dump("identities").await;
    assert!(!kept.contains("example") && !kept.contains("anna"), "{kept}");
    record.erase_account(number, None, at(10)).await.unwrap();
    assert!(record.visit(&token, at(11)).await.unwrap().is_none());
    assert!(record.sign_in_as(of("anna"), at(12)).await.unwrap().is_none(), "nothing leads back");
}
