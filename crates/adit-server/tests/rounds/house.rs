//! A server with a record of its own, and what a participant sends it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use adit_answer::Session;
use adit_facts::Package;
use adit_record::round::{Definition, read_file};
use adit_record::{Moment, Record};
use adit_server::rounds::Limits;
use adit_server::{Rounds, Snapshots, router};
use serde_json::Value;

pub const OTHER_SITE: (&str, &str) = ("origin", "https://elsewhere.example");

pub struct House {
    address: String,
    folder: PathBuf,
    pub runtime: tokio::runtime::Runtime,
    pub record: Option<Record>,
}

pub struct Answer {
    pub status: u16,
    pub text: String,
    pub bytes: Vec<u8>,
    headers: ureq::http::HeaderMap,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// A round that is open now.
pub fn asked(id: &str) -> Definition {
    let mut asked = read_file(include_str!("../../../../examples/rounds/lithium-2026.toml")).unwrap();
    let now = Moment::now().seconds();
    id.clone_into(&mut asked.id);
    (asked.opens, asked.closes) = (Moment::from_seconds(now - 3_600), Moment::from_seconds(now + 3_600));
    asked
}

impl House {
    /// A server with the round `lithium` open.
    pub fn new(name: &str, limits: Limits) -> Self {
        let folder = std::env::temp_dir().join(format!("adit-rounds-{name}-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        let house = Self::start(folder, true, limits);
        house.open(&asked("lithium"));
        house
    }

    pub fn without_database() -> Self {
        Self::start(PathBuf::new(), false, Limits::default())
    }

    /// The same, behind a proxy at this machine's own address.
    pub fn behind_a_proxy(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("adit-rounds-{name}-{}", std::process::id()));
        drop(std::fs::remove_dir_all(&folder));
        std::fs::create_dir_all(&folder).unwrap();
        Self::behind(folder, true, Limits::default(), &["127.0.0.1".parse().unwrap()])
    }

    fn start(folder: PathBuf, database: bool, limits: Limits) -> Self {
        Self::behind(folder, database, limits, &[])
    }

    fn behind(folder: PathBuf, database: bool, limits: Limits, proxies: &[std::net::IpAddr]) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let url = format!("sqlite:{}", folder.join("record.sqlite").display());
        let record = database.then(|| runtime.block_on(Record::open(&url)).unwrap());
        let rounds = Rounds::new(record.clone()).with_limits(limits).behind(proxies);
        let session = Session::new(Arc::new(Package::embedded().unwrap()), None);
        let service = router(&Snapshots::new(session), &rounds).into_make_service_with_connect_info::<SocketAddr>();
        let listener = runtime.block_on(tokio::net::TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        runtime.spawn(async move { axum::serve(listener, service).await });
        Self { address, folder, runtime, record }
    }

    fn record(&self) -> &Record {
        self.record.as_ref().unwrap()
    }

    pub fn open(&self, asked: &Definition) {
        self.runtime.block_on(self.record().open_round(asked, Moment::now())).unwrap();
    }

    pub fn close(&self, round: &str) {
        self.runtime.block_on(self.record().close_round(round, Moment::now())).unwrap();
    }

    pub fn get(&self, path: &str) -> Answer {
        answer(agent().get(format!("{}{path}", self.address)).call().unwrap())
    }

    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = agent().get(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request.call().unwrap())
    }

    pub fn post(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> Answer {
        self.post_bytes(path, body.as_bytes(), headers)
    }

    pub fn post_bytes(&self, path: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
        let mut request = agent().post(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request.send(body).unwrap())
    }

    /// A document is as its committed schema says.
    pub fn keeps(schema: &str, document: &Value) {
        let file = format!("{}/../../docs/schema/{schema}.json", env!("CARGO_MANIFEST_DIR"));
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let problems: Vec<String> = validator.iter_errors(document).map(|error| error.to_string()).collect();
        assert!(problems.is_empty(), "{file}: {problems:?}");
    }
}

impl Drop for House {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .build()
        .into()
}

fn answer(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let bytes = response.body_mut().read_to_vec().unwrap();
    Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned(), bytes }
}

/// A filled form: a number for each criterion.
pub fn form(way: &str, numbers: &[u32], group: &str) -> String {
    let fields = ["carbon", "jobs", "water"].iter().zip(numbers).map(|(id, number)| format!("&{way}-{id}={number}"));
    format!("way={way}&group={group}{}", fields.collect::<String>())
}
