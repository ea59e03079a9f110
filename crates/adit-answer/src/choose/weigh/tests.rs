use adit_facts::choose::weights_file;
use serde_json::{Value, json};

use super::*;

const CRITERIA: &str = "alternative,income,landscape\nmine,1,0\nquarry,0,1\nmiddle way,0.6,0.6\n";

fn weigh(criteria: &str, weights: &str) -> WeighAnswer {
    let (criteria, mut findings) = weights_file::criteria(criteria.into(), "c.csv").unwrap();
    let (weights, more) = weights_file::weights(weights.into(), "w.csv", &criteria.criteria).unwrap();
    findings.extend(more);
    answer(&WeighQuestion { criteria: &criteria, weights: &weights, seed: 1, findings: &findings }).unwrap()
}

/// A file of groups of these sizes; each participant has a name that stands nowhere else and an income weight of its own.
fn of_groups(sizes: &[usize]) -> String {
    let mut text = "participant,group,income,landscape\n".to_owned();
    for (group, size) in sizes.iter().enumerate() {
        for person in 0..*size {
            text.extend([format!("secret-{group}-{person},group {group},{},{}\n", person + 1, group + 1)]);
        }
    }
    text
}

#[test]
fn the_contract_of_the_json_holds_for_the_case_worked_by_hand() {
    let answer = weigh(CRITERIA, "income,landscape\n3,1\n1,3\n1,1\n0.9,0.1\n");
    let document = serde_json::to_value(&answer).unwrap();
    assert_eq!(document["format"], 1);
    assert_eq!(document["alternatives"], json!(["mine", "quarry", "middle way"]));
    assert_eq!(document["rank_counts"], json!([[2, 1, 1], [1, 0, 3], [1, 3, 0]]));
    assert_eq!(document["pairwise"], json!([[0, 3, 2], [1, 0, 1], [2, 3, 0]]));
    assert_eq!(document["central_weights"][1], json!([0.25, 0.75]));
    assert_eq!(document["shares"][0], json!([0.5, 0.25, 0.25]));
    assert_eq!(document["confidence"], json!([null, null, null]));
    assert_eq!((&document["participants"], &document["groups"]), (&Value::Null, &json!([])));
    assert!(answer.says[0].starts_with("mine stands first under 50"), "{}", answer.says[0]);
    assert!(answer.withheld.is_empty());
}

#[test]
fn groups_are_told_apart_and_the_middle_way_is_nobodys_enemy() {
    let people = |name: &str, weights: [&str; 5]| {
        let row = |(at, weights): (usize, &&str)| format!("{name}{at},{name},{weights}\n");
        weights.iter().enumerate().map(row).collect::<String>()
    };
    let miners = people("miners", ["9,1", "8,2", "7,2", "9,2", "8,1"]);
    let neighbours = people("neighbours", ["1,9", "2,8", "1,7", "2,9", "3,7"]);
    let answer = weigh(CRITERIA, &format!("participant,group,income,landscape\n{miners}{neighbours}"));
    assert_eq!(answer.nobodys_enemy.as_deref(), Some("middle way"));
    assert_eq!(answer.standings[0].worst, 1.0);
    let pair = &answer.disagreement[0];
    assert_eq!((pair.first.as_str(), pair.second.as_str(), pair.must_disagree), ("mine", "quarry", true));
    assert_eq!(answer.groups[0].first.as_deref(), Some("mine"));
    assert_eq!(answer.groups[1].rank_counts, Some(vec![vec![0, 0, 5], vec![5, 0, 0], vec![0, 5, 0]]));
    assert_eq!(answer.participants, Some(10));
    // Five rank the mine first, and five the quarry: their means are shown; nobody's own weights are.
    assert!(answer.central_weights[0].is_some() && answer.central_weights[2].is_none());
    assert_eq!(pairs(&answer).rows.len(), answer.disagreement.len());
    assert_eq!(groups(&answer).columns.len(), 5);
    assert_eq!(ranks(&answer).rows.len(), 3 * 9);
    assert_eq!(central(&answer).rows.len(), 3);
}

#[test]
fn nothing_of_fewer_than_five_people_is_shown_or_can_be_subtracted() {
    for sizes in
        [vec![9, 4, 7], vec![1, 2, 9, 10], vec![6, 6], vec![5, 4], vec![3, 1], vec![4], vec![2, 2, 1], vec![30, 1]]
    {
        let answer = weigh(CRITERIA, &of_groups(&sizes));
        let everybody: usize = sizes.iter().sum();
        let text = serde_json::to_string(&answer).unwrap();
        assert!(!text.contains("secret"), "no participant is named");
        assert_eq!(answer.rank_counts.is_some(), everybody >= 5, "{sizes:?}");
        let shown: Vec<usize> =
            answer.groups.iter().zip(&sizes).filter(|(group, _)| group.shown).map(|(_, size)| *size).collect();
        assert!(shown.iter().all(|size| *size >= 5));
        // Every sum of shown groups, and everybody less it.
        for choice in 0..1_u32 << shown.len() {
            let together: usize =
                shown.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).map(|(_, size)| size).sum();
            assert!(together == 0 || together >= 5);
            if answer.rank_counts.is_some() {
                assert!(everybody == together || everybody - together >= 5, "{sizes:?}");
            }
        }
        for group in answer.groups.iter().filter(|group| !group.shown) {
            let document = serde_json::to_value(group).unwrap();
            let said =
                document.as_object().unwrap().iter().filter(|(name, _)| !["group", "shown"].contains(&name.as_str()));
            assert!(said.clone().all(|(_, value)| value.is_null()), "{document}");
        }
        // Central weights only where at least five people rank the alternative first.
        for (counts, central) in answer.rank_counts.iter().flatten().zip(&answer.central_weights) {
            assert!(central.is_none() || counts[0] >= 5, "{sizes:?}");
        }
        if everybody < 5 {
            assert!(answer.central_weights.iter().all(Option::is_none) && answer.sensitivity.is_empty());
            assert!(answer.pairwise.is_none() && answer.vectors.is_none() && answer.says.is_empty());
        }
        assert!(!answer.withheld.is_empty(), "what is withheld is said");
    }
}

#[test]
fn many_vectors_of_one_person_are_one_person() {
    let rows: String = (1..100).map(|at| format!("ann,{at},1\n")).collect();
    let answer = weigh(CRITERIA, &format!("participant,income,landscape\n{rows}"));
    assert_eq!((answer.rank_counts, answer.vectors), (None, None));
    assert!(answer.withheld[0].contains("fewer than 5 people"));
}

#[test]
fn uncertain_scores_give_confidence_and_bent_ones_a_sensitivity() {
    let criteria = "alternative,income,income_low,income_high\na,0.5,0.4,0.6\nb,0.45,0.3,0.7\nc,0.1,0.1,0.1\n";
    let answer = weigh(criteria, "income\n1\n");
    let confidence = answer.confidence[0].unwrap();
    assert!(confidence > 0.4 && confidence < 0.7, "{confidence}");
    assert_eq!(answer.confidence[1..], [None, None]);
    let shapes: Vec<&str> = answer.sensitivity.iter().map(|shape| shape.shape.as_str()).collect();
    assert_eq!(shapes, ["linear", "concave", "convex", "threshold"]);
    assert!(answer.sensitivity.iter().all(|shape| shape.first == "a" && shape.largest_change == 0.0));
}
