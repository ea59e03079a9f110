//! Statements that are voted on, over real HTTP: the form, the result, and what is told of few.

use adit_record::round::{Definition, read_file};
use adit_record::voice::{Author, Confirmed, Contribution, Kind, Project, Role, Said};
use adit_record::{Moment, Record};
use adit_server::rounds::Limits;
use serde_json::{Value, json};

use crate::house::House;

fn asked(id: &str, project: Option<&str>) -> Definition {
    let mut asked = read_file(include_str!("../../../../examples/rounds/barranco-2026.toml")).unwrap();
    let now = Moment::now().seconds();
    id.clone_into(&mut asked.id);
    (asked.opens, asked.closes) = (Moment::from_seconds(now - 3_600), Moment::from_seconds(now + 3_600));
    asked.project = project.map(str::to_owned);
    asked.statements.iter_mut().for_each(|one| one.entry = None);
    asked
}

fn description(confidential: bool) -> Vec<u8> {
    let said = Said::Project(Project {
        title: "Mina do Barranco".to_owned(),
        summary: "A mine".to_owned(),
        country: "PT".to_owned(),
        region: "PT11".to_owned(),
        facts: None,
        clock: None,
        look_within_days: 7,
        office: "Town hall".to_owned(),
        confidential,
    });
    let author = Author { role: Role::Editor, name: None, account: None };
    Contribution::new(said, author, Confirmed::None).stored().unwrap()
}

fn record(house: &House) -> &Record {
    house.record.as_ref().unwrap()
}

/// Twenty agree with the first four statements and not with the others, twelve turn it round, one votes on one alone.
fn vote(house: &House, id: &str, more: usize) {
    let ids: Vec<String> = asked(id, None).statements.into_iter().map(|one| one.id).collect();
    let turned = |turn: bool| -> Value {
        ids.iter()
            .enumerate()
            .map(|(at, id)| (id.clone(), json!(if (at < 4) == turn { "agree" } else { "disagree" })))
            .collect()
    };
    let lone: Value = [(ids[0].clone(), json!("pass"))].into_iter().collect();
    let all = std::iter::repeat_n(turned(true), 20).chain(std::iter::repeat_n(turned(false), 12));
    for votes in all.chain(std::iter::repeat_n(lone, more)) {
        let ballot = json!({"form": "votes", "votes": votes});
        let answer = house.post(&format!("/api/v1/rounds/{id}/ballots"), &ballot.to_string(), &[]);
        assert_eq!(answer.status, 201, "{}", answer.text);
    }
}

#[test]
fn a_form_of_statements_is_filled_in_and_its_code_shows_the_votes() {
    let house = House::new("statements", Limits::default());
    house.open(&asked("barranco", None));
    let page = house.get("/rounds/barranco");
    for words in ["8 statements", "No ore lorry should pass the school.", "Agree", "Disagree", "Pass", "Leave out"] {
        assert!(page.text.contains(words), "{words}");
    }
    assert!(!page.text.contains("Where do you speak from?"), "no group is asked");
    let empty = house.post("/rounds/barranco", "vote-no-mine=&code=7QK2-M9XV-0F3T-AC5E", &[]);
    assert_eq!(empty.status, 422);
    assert!(empty.text.contains("Nothing is recorded yet") && empty.text.contains("at least one statement"));
    let thanks = house.post("/rounds/barranco", "vote-no-mine=agree&vote-no-lorries=pass&vote-jobs-needed=", &[]);
    assert_eq!(thanks.status, 200, "{}", thanks.text);
    let code = thanks.text.split("id=\"code\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
    let held = house.post("/rounds/barranco/receipt", &format!("code={code}"), &[]);
    assert!(held.text.contains("whatever is promised.</dt><dd>agree</dd>"), "{}", held.text);
    assert!(held.text.contains("we need the jobs.</dt><dd>left out</dd>") && !held.text.contains("Spoken from"));
    let change = house.post("/rounds/barranco/receipt", &format!("code={code}&action=change"), &[]);
    assert!(change.text.contains("name=\"vote-no-mine\" value=\"agree\" checked"), "{}", change.text);
    for wrong in [json!({"form": "points", "points": {"carbon": 1}}), json!({"form": "votes", "votes": {"x": "agree"}})]
    {
        let answer = house.post("/api/v1/rounds/barranco/ballots", &wrong.to_string(), &[]);
        assert_eq!(answer.status, 422, "{}", answer.text);
    }
    let unreadable = json!({"form": "votes", "votes": {"no-mine": "yes"}});
    assert_eq!(house.post("/api/v1/rounds/barranco/ballots", &unreadable.to_string(), &[]).status, 400);
    House::keeps("round", &house.get("/api/v1/rounds/barranco").json());
}

#[test]
fn a_closed_round_tells_of_groups_and_a_later_one_not_of_the_one_who_came() {
    let house = House::new("opinions", Limits::default());
    house.open(&asked("first", None));
    vote(&house, "first", 0);
    assert_eq!(house.get("/api/v1/rounds/first/result").status, 409, "nothing before it is closed");
    assert!(!house.get("/rounds/first").text.contains("20 agree"));
    house.close("first");
    let result = house.get("/api/v1/rounds/first/result").json();
    House::keeps("round-result", &result);
    let votes = &result["votes"];
    assert_eq!((&votes["answers_at_least"], &result["answers"]), (&json!(30), &Value::Null));
    assert_eq!(votes["groups"][0]["name"], "A");
    assert_eq!(votes["statements"][0]["all"], json!({"agree": 20, "disagree": 12, "pass": 0}));
    assert_eq!(votes["statements"][0]["groups"][1], json!({"agree": 0, "disagree": 12, "pass": 0}));
    let page = house.get("/rounds/first").text;
    for words in
        ["At least 30 answers count.", "20 agree, 0 pass, 12 disagree", "Group B", "Where groups are furthest apart"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert_eq!(house.get("/api/v1/rounds/first").json()["answers_at_least"], 30);

    house.open(&asked("second", None));
    vote(&house, "second", 1);
    house.close("second");
    let votes = house.get("/api/v1/rounds/second/result").json()["votes"].clone();
    assert_eq!(votes["statements"][0]["all"], Value::Null, "33 after 32 would tell how one voted");
    assert_eq!(votes["statements"][1]["all"], json!({"agree": 20, "disagree": 12, "pass": 0}));
    assert!(!house.get("/rounds/second").text.contains("1 pass"));
}

#[test]
fn the_record_of_a_project_leads_to_its_rounds_and_hides_them_with_itself() {
    let house = House::new("about-a-project", Limits::default());
    let now = Moment::now();
    house.runtime.block_on(record(&house).open_project("barranco", &description(false), now)).unwrap();
    let page = house.get("/records/barranco").text;
    assert!(!page.contains("Statements to vote on"));
    house.open(&asked("barranco-2026", Some("barranco")));
    for (tag, words) in [
        ("en", "Statements to vote on"),
        ("fi", "Väittämiä"),
        ("es", "Afirmaciones"),
        ("de", "Aussagen zur Abstimmung"),
    ] {
        let page = house.get(&format!("/records/barranco?lang={tag}")).text;
        assert!(page.contains(words) && page.contains("href=\"/rounds/barranco-2026\""), "{tag}");
    }
    house.close("barranco-2026");
    assert!(house.get("/records/barranco").text.contains("Closed: see what people agree on"));

    let hide = record(&house).append("barranco", Kind::Project, description(true), None, now);
    house.runtime.block_on(hide).unwrap();
    for path in [
        "/rounds/barranco-2026",
        "/rounds/barranco-2026/receipt",
        "/api/v1/rounds/barranco-2026",
        "/api/v1/rounds/barranco-2026/result",
    ] {
        assert_eq!(house.get(path).status, 404, "{path}");
    }
    for path in ["/rounds", "/api/v1/rounds"] {
        assert!(!house.get(path).text.contains("barranco-2026"), "{path}");
    }
}

#[test]
fn a_round_for_codes_asks_for_one_beside_its_field_and_takes_it_once() {
    let house = House::new("slips", Limits::default());
    let now = Moment::now();
    house.runtime.block_on(record(&house).open_project("barranco", &description(false), now)).unwrap();
    let codes = record(&house).make_codes("barranco", 1, Moment::from_seconds(now.seconds() + 3_600), None, now);
    let code = house.runtime.block_on(codes).unwrap().remove(0);
    let mut asked = asked("slips", Some("barranco"));
    asked.voters = adit_record::round::Voters::Codes;
    house.open(&asked);
    assert!(house.get("/rounds/slips").text.contains("The code from your slip"));
    let send = |slip: &str| house.post("/rounds/slips", &format!("vote-no-mine=agree&slip={slip}"), &[]);
    let without = send("");
    assert_eq!(without.status, 422);
    assert!(
        without.text.contains("href=\"#slip\"") && without.text.contains("value=\"agree\" checked"),
        "{}",
        without.text
    );
    assert_eq!(send(&code.to_string()).status, 200);
    let again = send(&code.to_string());
    assert!(again.status == 422 && again.text.contains("was used before"), "{}", again.text);
    let ballot = json!({"form": "votes", "votes": {"no-mine": "pass"}});
    let refused = house.post("/api/v1/rounds/slips/ballots", &ballot.to_string(), &[]);
    assert_eq!((refused.status, refused.json()["type"].as_str().unwrap().contains("rounds.slip")), (422, true));
    assert_eq!(house.get("/api/v1/rounds/slips").json()["voters"], "codes");
}
