//! Criteria and weights of `adit weigh`, as CSV or as the bytes of a workbook: never a panic, every finding placed, and
//! whatever is read is sound.
#![no_main]

use adit_facts::choose::weights_file;
use adit_fuzz::placed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (Vec<u8>, Vec<u8>)| {
    let (criteria, weights) = input;
    let names = match weights_file::criteria(criteria, "criteria.csv") {
        Err(findings) => {
            assert!(!findings.is_empty());
            placed(&findings);
            vec!["income".to_owned(), "jobs".to_owned()]
        }
        Ok((table, findings)) => {
            placed(&findings);
            assert_eq!(table.scores.len(), table.alternatives.len() * table.criteria.len());
            assert!(table.scores.iter().all(|score| score.is_finite()));
            table.criteria
        }
    };
    match weights_file::weights(weights, "weights.csv", &names) {
        Err(findings) => {
            assert!(!findings.is_empty());
            placed(&findings);
        }
        Ok((table, findings)) => {
            placed(&findings);
            for vector in table.weights.chunks_exact(names.len()) {
                assert!(vector.iter().all(|weight| weight.is_finite() && *weight >= 0.0));
                assert!(vector.iter().sum::<f64>() > 0.0);
            }
        }
    }
});
