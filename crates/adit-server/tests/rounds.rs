//! Rounds of weighing over real HTTP, on a database file of each test's own.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

#[path = "rounds/files.rs"]
mod files;
#[path = "rounds/house.rs"]
mod house;
#[path = "rounds/people.rs"]
mod people;
#[path = "rounds/routes.rs"]
mod routes;
#[path = "rounds/small_groups.rs"]
mod small_groups;
#[path = "rounds/votes.rs"]
mod votes;

use std::time::Duration;

use adit_server::rounds::Limits;
use house::{House, OTHER_SITE, form};
use serde_json::json;

#[test]
fn without_a_database_pages_and_api_say_how_to_have_one() {
    let house = House::without_database();
    for path in
        ["/rounds", "/rounds/lithium", "/rounds/lithium/receipt", "/api/v1/rounds", "/api/v1/rounds/lithium/result"]
    {
        let answer = house.get(path);
        assert_eq!(answer.status, 503, "{path}");
        assert!(answer.text.contains("without a database") && answer.text.contains("--db"), "{path}: {}", answer.text);
    }
}

#[test]
fn a_form_is_filled_in_and_answered_with_a_code() {
    let house = House::new("filled", Limits::default());
    let page = house.get("/rounds/lithium");
    assert_eq!(page.status, 200);
    for words in ["Climate", "t CO2e/t", "Worst", "I would rather not say", "Regional development agency"] {
        assert!(page.text.contains(words), "{words}");
    }
    let thanks = house.post("/rounds/lithium", &form("points", &[80, 10, 10], "company"), &[]);
    assert_eq!(thanks.status, 200, "{}", thanks.text);
    assert!(thanks.text.contains("Your answer is recorded"));
    assert!(house.get("/rounds").text.contains("Which lithium projects first?"));
}

#[test]
fn answers_of_programs_are_taken_or_told_what_is_wrong() {
    let house = House::new("programs", Limits::default());
    let path = "/api/v1/rounds/lithium/ballots";
    let good = json!({"group": "company", "form": "ranking", "ranks": {"jobs": 1}, "code": "7QK2-M9XV-0F3T-AC5E"});
    let receipt = house.post(path, &good.to_string(), &[]);
    assert_eq!(receipt.status, 201, "{}", receipt.text);
    assert_eq!(receipt.json()["sequence"], 2);
    assert_eq!(house.post(path, &good.to_string(), &[]).json(), receipt.json(), "sent again, recorded once");
    for (wrong, status) in [
        (json!({"form": "points"}), 400),
        (json!({"form": "points", "points": {"carbon": 1, "jobs": 1, "water": 1}, "name": "Ann"}), 400),
        (json!({"form": "points", "points": {"carbon": 1, "jobs": 1, "water": 1}, "code": "short"}), 400),
        (json!({"form": "points", "points": {"carbon": 1}}), 422),
        (json!({"form": "points", "points": {"carbon": -1, "jobs": 1, "water": 1}}), 422),
        (json!({"form": "swing", "swings": {"carbon": 10, "jobs": 1, "water": 1}}), 422),
        (json!({"form": "ranking", "ranks": {"jobs": 2}, "code": "7QK2-M9XV-0F3T-AC5E"}), 409),
        (
            json!({"form": "points", "points": {"carbon": 1, "jobs": 1, "water": 1}, "replaces": "0000-0000-0000-0000"}),
            404,
        ),
    ] {
        let answer = house.post(path, &wrong.to_string(), &[]);
        assert_eq!(answer.status, status, "{wrong}: {}", answer.text);
        assert!(answer.json()["detail"].as_str().is_some_and(|detail| detail.len() > 10));
    }
    assert_eq!(house.post("/api/v1/rounds/nowhere/ballots", &good.to_string(), &[]).status, 404);
    assert_eq!(house.post(path, "[", &[]).status, 400);
    assert_eq!(house.get("/api/v1/rounds/lithium/result").status, 409);
}

#[test]
fn what_is_typed_is_kept_and_never_read_as_markup() {
    let house = House::new("typed", Limits::default());
    let body = "way=points&points-carbon=%3Cscript%3Ealert(1)%3C/script%3E&points-jobs=1&points-water=1&group=";
    let answer = house.post("/rounds/lithium", body, &[]);
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\""), "{}", answer.text);
    assert!(!answer.text.contains("<script>"));
}

#[test]
fn other_sites_floods_and_large_bodies_are_refused() {
    let house = House::new("refused", Limits::new(100, 3, Duration::from_mins(10)));
    let body = form("points", &[80, 10, 10], "company");
    assert_eq!(house.post("/rounds/lithium", &body, &[OTHER_SITE]).status, 403);
    assert_eq!(house.post("/api/v1/rounds/lithium/ballots", "{}", &[OTHER_SITE]).status, 403);
    assert_eq!(house.post("/rounds/lithium", &"a=b&".repeat(50_000), &[]).status, 413);
    assert_eq!(house.post("/rounds/lithium", &body, &[]).status, 200);
    assert_eq!(house.post("/rounds/lithium", &body, &[]).status, 200);
    let late = house.post("/rounds/lithium", &body, &[]);
    assert_eq!(late.status, 429);
    assert!(late.header("retry-after").parse::<u64>().unwrap() > 500);
    assert_eq!(house.get("/rounds/lithium").status, 200, "reading is not limited");
}

#[test]
fn pages_are_fresh_and_under_the_strict_policy() {
    let house = House::new("headers", Limits::default());
    for path in ["/rounds", "/rounds/lithium", "/rounds/lithium/receipt", "/api/v1/rounds", "/api/v1/rounds/lithium"] {
        let answer = house.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("etag"), "", "{path}");
        assert!(answer.header("content-security-policy").contains("script-src 'self'"), "{path}");
        assert!(!answer.text.contains("style=\"") && !answer.text.contains("<script"), "{path}");
    }
    assert_eq!(house.get("/rounds/nowhere").status, 404);
}

#[test]
fn documents_keep_their_schemas() {
    let house = House::new("schemas", Limits::default());
    let receipt = house.post(
        "/api/v1/rounds/lithium/ballots",
        &json!({"form": "ranking", "ranks": {"jobs": 1}}).to_string(),
        &[],
    );
    House::keeps("ballot-receipt", &receipt.json());
    House::keeps("rounds", &house.get("/api/v1/rounds").json());
    House::keeps("round", &house.get("/api/v1/rounds/lithium").json());
    house.close("lithium");
    House::keeps("round-result", &house.get("/api/v1/rounds/lithium/result").json());
}
