//! The real cases: balanced, monotone, drawn alike on any number of threads.

use adit_model::outlook::case::Question;

use crate::given::CASES;

#[test]
fn every_case_balances() {
    assert!(!CASES.is_empty());
    for case in CASES.iter() {
        let run = case.run(&Question::default()).unwrap();
        assert!(run.balance_error <= 1e-12, "{}: {:e}", case.facts.id, run.balance_error);
    }
}
