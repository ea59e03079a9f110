//! The API over real HTTP: every document against its schema, every kind of problem, headers and downloads.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::{Arc, OnceLock};

use adit_answer::Session;
use adit_facts::Package;
use adit_server::{Rounds, Snapshots, router};
use serde_json::Value;

/// A server of its own thread for all tests of this file, on a free port of this machine.
fn address() -> &'static str {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS.get_or_init(|| {
        let (tell, told) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let session = Session::new(Arc::new(Package::embedded().unwrap()), None);
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
                tell.send(listener.local_addr().unwrap().to_string()).unwrap();
                axum::serve(listener, router(&Snapshots::new(session), &Rounds::default())).await.unwrap();
            });
        });
        format!("http://{}", told.recv().unwrap())
    })
}

struct Answer {
    status: u16,
    headers: ureq::http::HeaderMap,
    bytes: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).unwrap()
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

fn get_with(path: &str, headers: &[(&str, &str)]) -> Answer {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build()
        .into();
    let mut request = agent.get(format!("{}{path}", address()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = request.call().unwrap();
    let bytes = response.body_mut().with_config().limit(64 * 1024 * 1024).read_to_vec().unwrap();
    Answer { status: response.status().as_u16(), headers: response.headers().clone(), bytes }
}

fn get(path: &str) -> Answer {
    get_with(path, &[])
}

fn ok(path: &str) -> Value {
    let answer = get(path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.json()
}

#[test]
fn every_document_keeps_its_schema() {
    let documents = [
        ("/api/v1/meta", "meta"),
        ("/api/v1/materials", "materials"),
        ("/api/v1/places", "places"),
        ("/api/v1/risk", "risk"),
        ("/api/v1/risk?draws=64&governance_error=true&governance=2018-2020", "risk"),
        ("/api/v1/risk?edition=ec-2017", "risk"),
        ("/api/v1/risk/lithium?stage=processing&add=FI:0.25&add=DE:0.25&without=CN&recycling=0.1", "risk"),
        ("/api/v1/risk/pgm", "risk"),
        ("/api/v1/materials/gallium/suppliers", "suppliers"),
        ("/api/v1/clocks", "clocks"),
        ("/api/v1/clocks/barroso?draws=64&before=2028-12-31", "clock"),
        ("/api/v1/obligations?as-of=2026-11-23", "obligations"),
        ("/api/v1/plans", "plans"),
        ("/api/v1/plans/upper-valley", "plan"),
        ("/api/v1/history", "history"),
        ("/api/v1/history/cobalt", "history"),
        ("/api/v1/flips/silver?limit=5", "flips"),
        ("/api/v1/flips/lree", "flips"),
        ("/api/v1/explain/arsenic?stage=processing&target=1.9", "explain"),
        ("/api/v1/audit/ec-2023", "audit"),
        ("/api/v1/audit/ec-2020", "audit"),
        ("/api/v1/why?id=risk.sr/magnesium/processing&steps=true", "why"),
        ("/api/v1/why?id=recycling/ec-2023/lithium/eol-rir", "why"),
        ("/api/v1/facts", "tables"),
        ("/api/v1/facts?table=recycling&under=ec-2023", "facts"),
        ("/api/v1/facts/recycling/ec-2023/lithium/eol-rir", "fact"),
        ("/api/v1/sources", "sources"),
        ("/api/v1/figures/matrix", "figure"),
        ("/api/v1/figures/matrix?edition=ec-2020&basis=published", "figure"),
        ("/api/v1/figures/history/lithium", "figure"),
        ("/api/v1/figures/suppliers/lithium?stage=processing&side=europe", "figure"),
        ("/api/v1/figures/audit/ec-2023", "figure"),
        ("/api/v1/benchmarks", "benchmarks"),
        ("/api/v1/benchmarks?year=2024&definition=proxy&draws=50", "benchmarks"),
        ("/api/v1/benchmarks?year=2035&without=cinovec-lithium&draws=64&seed=3", "benchmarks"),
        ("/api/v1/regions", "regions"),
        ("/api/v1/sites", "sites"),
        ("/api/v1/region/FI1D", "region"),
        ("/api/v1/region/Castilla%20y%20Le%C3%B3n", "region"),
        ("/api/v1/chain/lithium", "chain"),
        ("/api/v1/chain/copper?year=2023", "chain"),
        ("/api/v1/geopolrisk?material=lithium", "geopolrisk"),
        ("/api/v1/geopolrisk?material=copper&country=DE&year=2023", "geopolrisk"),
        ("/api/v1/together?regions=FI1D,ES43,CZ04&material=lithium&stage=processing", "together"),
        (
            "/api/v1/together?regions=FI1D&regions=DE71&material=lithium&measure=processing&built=all&draws=64",
            "together",
        ),
        ("/api/v1/together?regions=FI1D&material=lithium&measure=processing&target=0.4", "together"),
        ("/api/v1/why?id=benchmark.processing/lithium/2030", "why"),
        ("/api/v1/why?id=together.sr/lithium/CZ04%2BFI1D?stage=processing", "why"),
        ("/api/v1/outlook", "outlook-cases"),
        ("/api/v1/outlook/eu-batteries?brief=true", "outlook"),
        (
            "/api/v1/outlook/eu-magnets?material=neodymium&set=collection:0.9@2040&draws=16&sampling=sobol&seed=3",
            "outlook",
        ),
        ("/api/v1/outlook/eu-batteries?material=lithium&region=PL51&within=200", "outlook"),
        ("/api/v1/outlook/eu-batteries/flows?material=cobalt&year=2035", "outlook-flows"),
        ("/api/v1/outlook/eu-batteries/matters?material=lithium&year=2040&samples=8", "outlook-matters"),
        ("/api/v1/why?id=outlook.secondary-supply/eu-batteries/lithium/2040", "why"),
    ];
    for (path, schema) in documents {
        let file = format!("{}/../../docs/schema/{schema}.json", env!("CARGO_MANIFEST_DIR"));
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let document = ok(path);
        let problems: Vec<String> =
            validator.iter_errors(&document).map(|e| format!("{} at {}", e, e.instance_path())).collect();
        assert!(problems.is_empty(), "{path}: {problems:#?}");
        assert_eq!(document["format"], 1, "{path}");
    }
}

#[test]
fn the_description_names_every_address_once() {
    let description = ok("/api/v1/openapi.json");
    assert_eq!(description["openapi"], "3.1.0");
    assert!(description["paths"].as_object().unwrap().len() >= 20);
    assert!(description["paths"]["/api/v1/facts/{key}"].is_object());
    let mut ids: Vec<&str> = description["paths"]
        .as_object()
        .unwrap()
        .values()
        .filter_map(|path| path["get"]["operationId"].as_str())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "every operation has a name of its own");
}

#[test]
fn magnesium_opens_from_the_risk_to_a_fact_with_its_row() {
    let risk = ok("/api/v1/risk/magnesium");
    let stage = &risk["materials"][0]["stages"][0];
    assert!((stage["sr"].as_f64().unwrap() - 4.12).abs() < 0.005);
    let why = ok(&format!("/api/v1/why?id={}", stage["why"]["sr"].as_str().unwrap()));
    assert_eq!(why["value"], stage["sr"], "the id opens the same number, to the last bit");
    let text = why.to_string();
    assert!(text.contains("fact_GlobalSupplyShares_t.csv, row"), "{text}");
    assert!(text.contains("CC-BY-4.0"));
}

#[test]
fn mistakes_are_problems_with_a_hint() {
    for (path, status, word) in [
        ("/api/v1/risk/litium", 404, "lithium"),
        ("/api/v1/risk?edition=ec-2032", 404, "ec-2023"),
        ("/api/v1/risk/lithium?add=Finlnd:0.25", 404, "FI"),
        ("/api/v1/risk/lithium?add=FI:25", 400, "0.25"),
        ("/api/v1/risk/lithium?add=FI:0.7&add=DE:0.7", 400, "at most 1"),
        ("/api/v1/risk/lithium?whatever=1", 400, "recycling"),
        ("/api/v1/risk?draws=999999999", 400, "100000"),
        ("/api/v1/risk?add=FI:0.2", 400, "material"),
        ("/api/v1/why?id=risk.sr/nothing", 404, ""),
        ("/api/v1/why", 400, "risk.sr"),
        ("/api/v1/facts/recycling/ec-2023/lithium/eol", 404, "eol-rir"),
        ("/api/v1/tables/risk.pdf", 404, "csv"),
        ("/api/v1/nothing", 404, "openapi"),
        ("/api/v1/benchmarks?year=2099", 400, "2040"),
        ("/api/v1/benchmarks?definition=official", 400, "proxy"),
        ("/api/v1/benchmarks?colour=red", 400, "without"),
        ("/api/v1/benchmarks?without=cinovec", 404, "cinovec-lithium"),
        ("/api/v1/benchmarks?draws=999999999", 400, "100000"),
        ("/api/v1/region/FI1Z", 404, "FI1"),
        ("/api/v1/region/Lapplnd", 404, "Lapland"),
        ("/api/v1/region/PT16", 300, "PT1D"),
        ("/api/v1/chain/litium", 404, "lithium"),
        ("/api/v1/chain/lithium?year=soon", 400, "2015"),
        ("/api/v1/chain/lithium?colour=red", 400, "year"),
        ("/api/v1/geopolrisk?material=litium", 404, "lithium"),
        ("/api/v1/geopolrisk?country=Finlnd", 404, "FI"),
        ("/api/v1/geopolrisk?year=soon", 400, "year"),
        ("/api/v1/geopolrisk?colour=red", 400, "material"),
        ("/api/v1/together?regions=DE71,DE7&material=lithium", 400, "DE71"),
        ("/api/v1/together?regions=DE71&material=lithium&measure=si", 400, "single-country"),
        ("/api/v1/together?regions=DE71&material=lithium&supply=-3", 400, "above 0"),
        ("/api/v1/together?regions=DE71&material=lithium&without=cinovec", 404, "cinovec-lithium"),
        ("/api/v1/together?regions=DE71&material=lithium&draws=999999999", 400, "100000"),
        ("/api/v1/together", 400, "region"),
        ("/api/v1/boundaries", 404, "adit import nuts"),
        ("/api/v1/why?id=benchmarks.extraction/lithium/2030", 404, "benchmark.extraction"),
        ("/api/v1/tables/region-FI1Z.csv", 404, "FI1"),
        ("/api/v1/tables/chain-litium.csv", 404, "lithium"),
        ("/api/v1/tables/benchmarks.csv?year=2099", 400, "2040"),
        ("/api/v1/tables/outlook-eu-battery.csv", 404, "eu-batteries"),
        ("/api/v1/tables/outlook-eu-batteries.csv?scope=both", 400, "material"),
        ("/api/v1/outlook/eu-batterie", 404, "eu-batteries"),
        ("/api/v1/outlook/eu-batteries?material=litium", 404, "lithium"),
        ("/api/v1/outlook/eu-batteries?set=colection:0.9", 400, "collection"),
        ("/api/v1/outlook/eu-batteries?set=collection:9", 400, "0 to 1"),
        ("/api/v1/outlook/eu-batteries?sampling=guess", 400, "latin-hypercube or sobol"),
        ("/api/v1/outlook/eu-batteries?draws=999999999", 400, "100000"),
        ("/api/v1/outlook/eu-batteries?region=FI1Z", 404, "FI1"),
        ("/api/v1/outlook/eu-batteries?colour=red", 400, "sampling"),
        ("/api/v1/outlook/eu-batteries/flows?year=2070", 400, "2050"),
        ("/api/v1/outlook/eu-batteries/matters?line=secondary-suply", 400, "secondary-supply"),
        ("/api/v1/outlook/eu-batteries/matters?samples=99999", 400, "4096"),
    ] {
        let answer = get(path);
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let problem = answer.json();
        assert_eq!(problem["status"], status);
        assert!(answer.text().contains(word), "{path}: {}", answer.text());
    }
}

#[test]
fn an_answer_that_is_known_is_not_computed_again() {
    let path = "/api/v1/risk/lithium?add=FI:0.25";
    let first = get(path);
    let tag = first.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = get_with(path, &[("if-none-match", &tag)]);
    assert_eq!((again.status, again.bytes.len()), (304, 0));
    assert_ne!(get("/api/v1/risk/lithium?add=FI:0.26").header("etag"), tag);
    for path in ["/api/v1/benchmarks?year=2030", "/api/v1/region/FI1D", "/api/v1/chain/lithium", "/api/v1/regions"] {
        let tag = get(path).header("etag").to_owned();
        assert!(!tag.is_empty(), "{path}");
        assert_eq!(get_with(path, &[("if-none-match", &tag)]).status, 304, "{path}");
    }
    assert_ne!(get("/api/v1/benchmarks?year=2030").header("etag"), get("/api/v1/benchmarks?year=2031").header("etag"));
}

/// A session that carries boundaries answers with them as they are, and says so among the regions.
#[test]
fn boundaries_that_were_brought_along_are_served() {
    let notice = r#"{"type":"FeatureCollection","notice":"whose they are","features":[]}"#;
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let session = Session::new(Arc::new(Package::embedded().unwrap()), Some("with maps".to_owned()));
            let session = session.with_boundaries(Some(notice.to_owned()));
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            tell.send(listener.local_addr().unwrap().to_string()).unwrap();
            axum::serve(listener, router(&Snapshots::new(session), &Rounds::default())).await.unwrap();
        });
    });
    let address = told.recv().unwrap();
    let get = |path: &str| ureq::get(format!("http://{address}{path}")).call().unwrap();
    let mut served = get("/api/v1/boundaries");
    assert_eq!(served.headers()["content-type"], "application/geo+json");
    assert_eq!(served.body_mut().read_to_string().unwrap(), notice);
    let regions: Value = serde_json::from_str(&get("/api/v1/regions").body_mut().read_to_string().unwrap()).unwrap();
    assert_eq!(regions["boundaries"], true);
    assert_eq!(ok("/api/v1/regions")["boundaries"], false);
}

#[test]
fn what_a_region_changes_opens_over_http() {
    let region = ok("/api/v1/region/es41");
    assert_eq!(region["code"], "ES41");
    for change in region["changes"].as_array().unwrap() {
        if let Some(id) = change["better_by"]["why"].as_str() {
            let id = id.replace('+', "%2B").replace('&', "%26");
            assert_eq!(ok(&format!("/api/v1/why?id={id}"))["value"], change["better_by"]["value"], "{id}");
        }
    }
}

#[test]
fn what_comes_back_opens_over_http() {
    let answer = ok("/api/v1/outlook/eu-batteries?material=lithium&brief=true&set=collection:0.8");
    let at = answer["years"].as_array().unwrap().iter().position(|year| *year == 2040).unwrap();
    let lines = answer["materials"][0]["lines"].as_array().unwrap();
    let supply = lines.iter().find(|line| line["id"] == "secondary-supply").unwrap();
    let id = supply["why"].as_str().unwrap().replace("{year}", "2040").replace('&', "%26");
    let why = ok(&format!("/api/v1/why?id={id}"));
    assert_eq!(why["value"], supply["values"][at], "{id}");
    assert!(why.to_string().contains("outlook-parameters/eu-batteries/"), "down to the rows of the table");
}

#[test]
fn every_answer_carries_a_strict_policy() {
    for path in ["/", "/risk/lithium", "/plain/risk", "/api/v1/meta", "/api/v1/nothing"] {
        let policy = get(path).header("content-security-policy").to_owned();
        assert!(policy.starts_with("default-src 'self'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(get(path).header("x-content-type-options"), "nosniff", "{path}");
    }
}

#[test]
fn tables_leave_as_csv_and_as_xlsx() {
    for name in [
        "risk",
        "audit",
        "history",
        "suppliers-lithium",
        "flips-silver",
        "sites",
        "benchmarks",
        "benchmark-projects",
        "geopolrisk",
        "region-FI1D",
        "chain-lithium",
        "chain-lithium-2023",
        "chain-stages-copper-2023",
        "outlook",
        "outlook-eu-batteries",
        "outlook-assumptions-eu-batteries",
        "outlook-flows-eu-batteries",
    ] {
        let csv = get(&format!("/api/v1/tables/{name}.csv"));
        assert_eq!(csv.status, 200, "{name}: {}", csv.text());
        assert!(csv.text().lines().count() > 1, "{name}");
        assert!(csv.header("content-disposition").contains(&format!("adit-{name}.csv")));
        let xlsx = get(&format!("/api/v1/tables/{name}.xlsx"));
        assert_eq!(&xlsx.bytes[..2], b"PK", "{name}");
    }
    for name in ["together", "coalitions"] {
        let asked = "regions=FI1D,CZ04&material=lithium&stage=processing";
        assert!(get(&format!("/api/v1/tables/{name}.csv?{asked}")).text().lines().count() > 2, "{name}");
        assert_eq!(&get(&format!("/api/v1/tables/{name}.xlsx?{asked}")).bytes[..2], b"PK", "{name}");
    }
    let asked = "material=lithium&set=collection:0.9@2040&draws=10";
    assert!(get(&format!("/api/v1/tables/outlook-eu-batteries.csv?{asked}")).text().contains("lithium"));
    let risk = get("/api/v1/tables/risk.csv").text();
    let materials = ok("/api/v1/risk")["materials"].as_array().unwrap().len();
    assert_eq!(risk.lines().count(), materials + 1);
}

#[test]
fn pages_without_script_say_the_same() {
    let index = get("/plain").text();
    for address in ["/plain/risk", "/plain/audit", "/api/v1/tables/risk.csv"] {
        assert!(index.contains(address), "{address}");
        assert_eq!(get(address).status, 200, "{address}");
    }
    let lithium = get("/plain/risk/lithium");
    assert_eq!(lithium.status, 200);
    assert!(lithium.text().contains("/plain/why?id=risk.sr%2Flithium"));
    let why = get("/plain/why?id=risk.sr%2Flithium");
    assert!(why.text().contains("fact_GlobalSupplyShares_t.csv"), "{}", why.text());
    let unknown = get("/plain/risk/litium");
    assert_eq!(unknown.status, 404);
    assert!(unknown.text().contains("did you mean lithium?"));
    assert!(!lithium.text().contains("<script"));
}

#[test]
fn pages_of_the_law_say_what_the_api_says() {
    let clock = ok("/api/v1/clocks/late-report?as-of=2026-11-23");
    assert_eq!(clock["deadlines"][0]["due"], "2028-05-25");
    assert_eq!((&clock["stops"][0]["days"], &clock["stops"][0]["runs"]), (&40.into(), &false.into()));
    let page = get("/clocks/late-report?as-of=2026-11-23&what-if=").text();
    assert!(page.contains("2028-05-25") && page.contains("40 days") && !page.contains("still running"), "{page}");
    // A report that has not come stops the clock to this day, and goes on doing so.
    let file = "[project]\nname = \"Mine\"\nkind = \"extraction\"\ncountry = \"PT\"\nstrategic = true\nstatus = \"new\"\n\
        recognised = 2025-03-25\n[[event]]\ndate = 2026-01-15\nkind = \"completeness-acknowledged\"\n[[event]]\n\
        date = 2026-02-01\nkind = \"eia-report-requested\"\ndue = 2026-06-01\n";
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let sent = agent.post(format!("{}/api/v1/clocks?as-of=2026-06-11", address())).send(file).unwrap();
    let own: Value = serde_json::from_reader(sent.into_body().into_reader()).unwrap();
    assert_eq!((&own["stops"][0]["days"], &own["stops"][0]["runs"]), (&10.into(), &true.into()), "{own}");
    let due = ok("/api/v1/obligations?as-of=2026-11-23&who=waste-operator");
    assert_eq!(due["obligations"][0]["due"], "2026-11-24");
    assert!(get("/obligations?as-of=2026-11-23&who=waste-operator").text().contains("2026-11-24"));
    for path in ["/clocks/late-report/calendar.ics?as-of=2026-11-23", "/obligations/calendar.ics?as-of=2026-11-23"] {
        assert!(get(path).text().starts_with("BEGIN:VCALENDAR"), "{path}");
    }
    for path in ["clocks/nowhere", "clocks/extraction?as-of=2026-13-01", "clocks?color=red", "obligations?who=promotor"]
    {
        let answer = get(&format!("/api/v1/{path}"));
        assert!(matches!(answer.status, 400 | 404) && answer.json()["hint"].is_string(), "{path}: {}", answer.text());
    }
}

#[test]
fn what_is_asked_is_escaped_where_it_is_shown() {
    let page = get("/plain/risk/%3Cscript%3Ealert(1)%3C%2Fscript%3E").text();
    assert!(!page.contains("<script>alert"), "{page}");
}
