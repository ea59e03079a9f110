//! Nothing about fewer than five people leaves by any page, address or command: every number that is shown is read back,
//! and everything that adding and subtracting can make of them is tried.

use std::collections::BTreeSet;

use adit_record::round::{Ballot, Said};
use adit_record::{Code, Moment};
use adit_server::Rounds;
use adit_server::rounds::Limits;
use serde_json::Value;

use crate::house::{House, asked};

const GROUPS: [Option<&str>; 4] = [Some("municipality"), Some("company"), Some("resident"), None];

/// Opens a round of a question of its own, takes so many answers from each group, and closes it. Answers of a group give
/// Climate the points of `carbon`, the others ten.
fn held(house: &House, id: &str, counts: [usize; 4], carbon: [f64; 4]) {
    let mut asked = asked(id);
    // Another criterion makes another question, so that rounds of one test do not limit each other.
    asked.criteria[2].id = format!("water-{id}");
    house.open(&asked);
    let record = house.record.as_ref().unwrap();
    house.runtime.block_on(async {
        for ((group, count), carbon) in GROUPS.into_iter().zip(counts).zip(carbon) {
            for _ in 0..count {
                let points =
                    asked.criteria.iter().map(|one| (one.id.clone(), if one.id == "carbon" { carbon } else { 10.0 }));
                let ballot = Ballot::new(group.map(str::to_owned), Said::Points { points: points.collect() });
                record.cast(id, &ballot, &Code::fresh().unwrap(), None, Moment::now()).await.unwrap();
            }
        }
    });
}

/// Everything that anyone can ask about a round without a code.
fn surfaces(house: &House, id: &str) -> Vec<String> {
    let mut said: Vec<String> = ["/rounds".to_owned(), "/api/v1/rounds".to_owned()]
        .into_iter()
        .chain(["", "/receipt"].map(|rest| format!("/rounds/{id}{rest}")))
        .chain(["", "/result"].map(|rest| format!("/api/v1/rounds/{id}{rest}")))
        .map(|path| house.get(&path).text)
        .collect();
    // What `adit round list` prints.
    let listed = house.runtime.block_on(Rounds::new(house.record.clone()).summaries()).unwrap();
    said.push(serde_json::to_string(&listed).unwrap());
    said
}

/// The numbers of answers in the page of a result: the cells of its first table.
fn counts_in(page: &str) -> Vec<usize> {
    let cells = page.split("<td class=\"num\">").skip(1).map(|rest| rest.split('<').next().unwrap());
    cells.filter_map(|cell| cell.parse().ok()).collect()
}

/// Numbers of people that sums and differences of what is shown are about, where these are sets of people.
fn reachable(shown: &[(Vec<bool>, usize)], counts: [usize; 4]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for code in 0..3_usize.pow(u32::try_from(shown.len()).unwrap()) {
        let mut sum = [0_i32; 4];
        for (at, (groups, _)) in shown.iter().enumerate() {
            let factor = i32::try_from(code / 3_usize.pow(u32::try_from(at).unwrap()) % 3).unwrap() - 1;
            groups.iter().enumerate().filter(|(_, within)| **within).for_each(|(group, _)| sum[group] += factor);
        }
        let people = |group: usize| counts[group] > 0;
        if (0..4).all(|group| !people(group) || matches!(sum[group], 0 | 1)) {
            found.insert((0..4).filter(|&group| sum[group] == 1).map(|group| counts[group]).sum());
        }
    }
    found
}

#[test]
fn no_number_shown_anywhere_leads_to_fewer_than_five() {
    let house = House::new("brute-force", Limits::default());
    let tables = [
        [0, 0, 0, 0],
        [1, 0, 0, 0],
        [4, 4, 4, 4],
        [5, 4, 0, 0],
        [5, 5, 5, 5],
        [9, 1, 0, 0],
        [6, 7, 2, 0],
        [6, 7, 2, 1],
        [6, 7, 2, 3],
        [8, 0, 0, 3],
        [5, 3, 3, 0],
        [4, 0, 0, 0],
        [12, 11, 10, 1],
    ];
    for (at, counts) in tables.into_iter().enumerate() {
        let id = format!("table-{at}");
        held(&house, &id, counts, [40.0, 30.0, 20.0, 10.0]);
        let total: usize = counts.iter().sum();
        // While it is open: whole fives, nothing by group, no result.
        let open: Value = house.get(&format!("/api/v1/rounds/{id}")).json();
        assert_eq!(open["answers_at_least"].as_u64().unwrap_or(0), u64::try_from(total / 5 * 5).unwrap());
        assert_eq!(house.get(&format!("/api/v1/rounds/{id}/result")).status, 409);

        house.close(&id);
        let result = house.get(&format!("/api/v1/rounds/{id}/result")).json();
        let mut shown: Vec<(Vec<bool>, usize)> = Vec::new();
        for (place, group) in result["groups"].as_array().unwrap().iter().enumerate() {
            assert_eq!(group["answers"].is_null(), group["weights"].is_null(), "{counts:?}");
            if let Some(answers) = group["answers"].as_u64() {
                shown.push(((0..4).map(|other| other == place).collect(), usize::try_from(answers).unwrap()));
            }
        }
        if let Some(answers) = result["answers"].as_u64() {
            shown.push((vec![true; 4], usize::try_from(answers).unwrap()));
        }
        for (groups, answers) in &shown {
            let people: usize = counts.iter().zip(groups).filter(|(_, within)| **within).map(|(count, _)| count).sum();
            assert_eq!(*answers, people, "what is shown is right");
        }
        let few: Vec<usize> = reachable(&shown, counts).into_iter().filter(|people| (1..5).contains(people)).collect();
        assert_eq!(few, Vec::<usize>::new(), "{counts:?}: {result}");
        // The page shows these numbers and no other; so does the round in short.
        let page = counts_in(&house.get(&format!("/rounds/{id}")).text);
        assert_eq!(page, shown.iter().map(|(_, answers)| *answers).collect::<Vec<_>>(), "{counts:?}");
        let short = house.get(&format!("/api/v1/rounds/{id}")).json();
        assert_eq!(short["answers_at_least"], result["answers"]);
    }
}

#[test]
fn what_a_small_group_said_changes_nothing_that_is_shown() {
    // Two worlds that differ only in what the small groups said: every surface is the same but for hashes and names.
    let counts = [7, 3, 6, 1];
    let [one, other] = ["one", "two"].map(|world| {
        let house = House::new(world, Limits::default());
        let said = if world == "one" { 90.0 } else { 0.0 };
        held(&house, "world", counts, [40.0, said, 20.0, said]);
        let open = surfaces(&house, "world");
        house.close("world");
        let strip = |text: &String| without_what_differs_by_chance(text);
        open.iter().map(strip).chain(surfaces(&house, "world").iter().map(strip)).collect::<Vec<_>>()
    });
    assert!(one.iter().any(|text| text.contains("What matters to them")), "something is shown at all");
    assert_eq!(one, other);
}

/// Hashes, receipt codes and moments are of each round's own.
fn without_what_differs_by_chance(text: &str) -> String {
    let by_chance = |word: &str| {
        let hash = word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let moment = word.len() > 4 && word.contains(':') && word.bytes().any(|byte| byte.is_ascii_digit());
        let code = word.len() == 19 && word.split('-').all(|part| part.len() == 4);
        hash || moment || code
    };
    let words = text.split(['"', '<', '>', ' ', ',', '.', '/', '=']);
    words.filter(|word| !by_chance(word)).collect::<Vec<_>>().join(" ")
}
