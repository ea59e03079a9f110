//! One contract, kept by both databases: every case runs on a SQLite file and on a PostgreSQL that the test starts.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "contract/cases.rs"]
mod cases;
#[path = "contract/copies.rs"]
mod copies;
#[path = "contract/files.rs"]
mod files;
#[path = "contract/house.rs"]
mod house;
#[path = "contract/identities.rs"]
mod identities;
#[path = "contract/ledger.rs"]
mod ledger;
#[path = "contract/letters.rs"]
mod letters;
#[path = "contract/people.rs"]
mod people;
#[path = "contract/postgres.rs"]
#[expect(dead_code, reason = "it is stopped and started again in the tests of faults")]
mod postgres;
#[path = "contract/votes.rs"]
mod votes;

use std::pin::Pin;

use cases::*;
use copies::*;
use files::*;
use house::House;
use identities::*;
use ledger::*;
use letters::*;
use people::*;
use votes::*;

/// A case on a database of its own. It is put on the heap by a function of its own, so that the stack never holds all of
/// them together.
fn boxed<'a, C: Future<Output = ()> + 'a>(
    database: impl Future<Output = String> + 'a,
    case: fn(House) -> C,
) -> Pin<Box<dyn Future<Output = ()> + 'a>> {
    Box::pin(async move { case(House::new(database.await).await).await })
}

/// Runs every case on a database of its own; `$database` makes one from its name.
macro_rules! every_case {
    ($database:expr, [$($case:ident),* $(,)?]) => {{
        $(
            println!("{}", stringify!($case));
            boxed($database(stringify!($case)), $case).await;
        )*
    }};
}

macro_rules! contract {
    ($database:expr) => {
        every_case!(
            $database,
            [
                a_round_is_opened_once_and_read_again,
                answers_are_taken_only_while_the_round_is_open,
                what_cannot_be_counted_is_refused_and_not_written,
                a_receipt_proves_inclusion_and_a_form_sent_twice_counts_once,
                an_answer_is_changed_or_withdrawn_once_by_its_code,
                a_code_of_one_round_is_unknown_in_another,
                a_hundred_threads_lose_nothing_and_keep_one_chain,
                the_chain_is_only_appended,
                a_changed_answer_is_found,
                a_changed_header_is_found,
                a_cut_tail_is_found,
                what_is_looked_up_beside_the_chain_must_agree_with_it,
                rounds_close_one_after_the_other,
                closing_commits_to_the_tally,
                statements_come_from_a_record_that_everybody_may_read,
                votes_are_taken_changed_and_tallied,
                a_participation_code_is_good_for_one_answer,
                an_account_signs_in_and_out_and_old_sessions_open_nothing,
                a_changed_password_and_a_disabled_account_end_every_session,
                wrong_tries_wait_longer_and_longer_whether_there_is_an_account_or_not,
                roles_are_given_and_taken_and_a_clerk_speaks_for_nobody,
                a_participation_code_is_spent_once,
                an_account_is_exported_and_erased_and_the_trail_keeps_its_number_only,
                an_address_joins_once,
                a_password_is_chosen_anew_with_a_letter,
                an_address_is_kept_with_its_account_and_gets_few_letters,
                another_house_vouches_for_one_account,
                an_erased_account_does_not_come_back_with_a_backup,
                the_trail_is_only_appended_and_reads_backwards,
                words_meant_for_the_database_are_only_words,
                a_project_is_opened_once_and_its_entries_are_read,
                a_form_sent_twice_is_one_entry_and_its_code_finds_it,
                of_two_clerks_at_the_same_entry_the_second_is_told,
                fifty_writers_keep_one_chain,
                the_words_are_nowhere_in_the_record_and_a_copy_has_no_keys,
                what_is_erased_is_gone_and_the_chain_holds,
                what_cannot_be_erased_is_refused,
                a_clock_set_back_is_told_and_days_never_go_back,
                a_changed_byte_is_found_and_where,
                heads_leave_the_house_and_find_a_rewritten_chain,
                the_key_is_rotated_with_both_signatures,
                an_export_verifies_by_itself,
                a_backup_holds_no_keys_and_what_was_erased_after_it_stays_erased,
                an_erasure_that_was_broken_off_is_finished,
                a_record_moves_with_its_chains_intact,
                fifty_thousand_entries_are_read_at_once,
                a_file_comes_with_its_entry_and_is_sealed,
                a_file_that_was_exchanged_or_lost_is_found,
                a_file_is_erased_with_its_entry_and_travels_with_the_record,
                files_of_an_account_have_a_limit,
            ]
        )
    };
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn on_sqlite() {
    let folder = std::env::temp_dir().join(format!("adit-record-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    contract!(async |case: &str| format!("sqlite:{}", folder.join(case).with_extension("sqlite").display()));
    drop(std::fs::remove_dir_all(&folder));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn on_postgres() {
    let server = postgres::Server::start();
    // PostgreSQL's names have at most 63 letters.
    contract!(async |case: &str| server.database(&case.chars().take(40).collect::<String>()).await);
}
