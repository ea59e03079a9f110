//! The table, written out by hand, against every role, every act and every kind of place.

use super::*;
use crate::people::grant::{Grant, Where};

/// Who may do what: `x` may. Reader has no account; "account" has one and no role.
const TABLE: &str = "
act                   reader account participant clerk company authority editor administrator
read-public             x      x         x         x      x        x       x          x
contribute              x      x         x         x      x        x       x          x
give-notice             x      x         x         x      x        x       x          x
read-withheld           .      .         .         x      .        .       x          .
vote                    .      .         x         .      .        .       .          .
attach                  .      .         x         x      x        x       x          .
give-codes              .      .         .         x      .        .       .          .
enter-for-another       .      .         .         x      .        .       .          .
witness                 .      .         .         x      .        .       .          .
moderate                .      .         .         x      .        .       x          .
answer-as-company       .      .         .         .      x        .       .          .
answer-as-authority     .      .         .         .      .        x       .          .
promise-as-company      .      .         .         .      x        .       .          .
promise-as-authority    .      .         .         .      .        x       .          .
say-status              .      .         x         .      x        x       .          .
announce                .      .         .         x      .        x       x          .
open-project            .      .         .         .      .        .       x          .
decide-request          .      .         .         .      .        .       .          x
erase                   .      .         .         .      .        .       .          x
grant-roles             .      .         .         .      .        .       .          x
manage-accounts         .      .         .         .      .        .       .          x
see-trail               .      .         .         .      .        .       .          x
reload                  .      .         .         .      .        .       .          x
export-own              .      x         x         x      x        x       x          x
change-own              .      x         x         x      x        x       x          x
erase-own               .      x         x         x      x        x       x          x
";

fn with(role: Role, word: &str) -> Grants {
    Grants { account: Some(7), held: vec![Grant { role, at: Where::read(word).unwrap() }] }
}

fn here() -> Place {
    Place::project("keliber", Some("FI1D"))
}

#[test]
fn every_role_by_every_act_is_as_the_table_says() {
    let mut lines = TABLE.trim().lines();
    let columns: Vec<&str> = lines.next().unwrap().split_whitespace().skip(1).collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows.iter().map(|row| row[0]).collect::<Vec<_>>(), Act::ALL.map(Act::word), "every act, in order");
    for (row, act) in rows.iter().zip(Act::ALL) {
        for (column, cell) in columns.iter().zip(&row[1..]) {
            let role = Role::ALL.into_iter().find(|role| role.word() == *column);
            let grants: Vec<(Grants, bool)> = match (role, *column) {
                (None, "reader") => vec![(Grants::default(), true)],
                (None, "account") => vec![(Grants { account: Some(7), held: Vec::new() }, true)],
                (Some(role), _) => vec![
                    (with(role, "project:keliber"), true),
                    (with(role, "region:FI"), true),
                    (with(role, "everywhere"), true),
                    (with(role, "project:barroso"), false),
                    (with(role, "region:PT"), false),
                ],
                other => panic!("{other:?}"),
            };
            let account = [Act::ExportOwn, Act::ChangeOwn, Act::EraseOwn].contains(&act);
            let anyone = [Act::ReadPublic, Act::Contribute, Act::GiveNotice].contains(&act);
            for (grants, reaches) in grants {
                let expected = *cell == "x" && (reaches || account || anyone);
                assert_eq!(may(&grants, act, &here()).is_ok(), expected, "{} by {column}: {grants:?}", act.word());
            }
        }
    }
}

#[test]
fn roles_in_a_project_do_not_reach_the_server() {
    for role in Role::ALL {
        for act in [Act::GrantRoles, Act::ManageAccounts, Act::SeeTrail, Act::Reload] {
            assert!(may(&with(role, "project:keliber"), act, &Place::server()).is_err());
            assert_eq!(may(&with(role, "everywhere"), act, &Place::server()).is_ok(), role == Role::Administrator);
        }
    }
}

#[test]
fn who_promised_does_not_judge_and_nobody_is_their_own_witness() {
    let judged = |by| may(&with(Role::Authority, "everywhere"), Act::SayStatus { promised_by: by }, &here());
    assert_eq!(judged(Some(7)), Err(Refusal::OwnPromise));
    assert_eq!(judged(Some(8)), Ok(()));
    assert_eq!(judged(None), Ok(()));
    let witness = |recorder| may(&with(Role::Clerk, "project:keliber"), Act::Witness { recorder }, &here());
    assert_eq!(witness(7), Err(Refusal::OwnWitness));
    assert_eq!(witness(8), Ok(()));
}

#[test]
fn a_clerk_who_holds_another_role_still_speaks_for_nobody() {
    for other in [Role::Company, Role::Authority, Role::Participant] {
        let mut both = with(Role::Clerk, "project:keliber");
        both.held.push(Grant { role: other, at: Where::Everywhere });
        for act in [
            Act::AnswerAsCompany,
            Act::AnswerAsAuthority,
            Act::PromiseAsCompany,
            Act::PromiseAsAuthority,
            Act::SayStatus { promised_by: None },
        ] {
            assert_eq!(may(&both, act, &here()), Err(Refusal::Clerk), "{other:?} {act:?}");
        }
    }
}

#[test]
fn the_book_shows_this_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/src/people.md");
    let book = std::fs::read_to_string(path).unwrap();
    let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let head: Vec<&str> = ["act", "reader", "account"].into_iter().chain(Role::ALL.map(Role::word)).collect();
    let mut shown = line(&head) + &line(&vec!["---"; head.len()]);
    for act in Act::ALL {
        let none = Grants { account: Some(7), held: Vec::new() };
        let roles = Role::ALL.into_iter().map(|role| with(role, "project:keliber"));
        let answers = [Grants::default(), none].into_iter().chain(roles);
        let answers = answers.map(|grants| if may(&grants, act, &here()).is_ok() { "yes" } else { "" });
        shown += &line(&[act.word()].into_iter().chain(answers).collect::<Vec<_>>());
    }
    assert!(book.contains(&shown), "docs/src/people.md should show this table:\n{shown}");
}
