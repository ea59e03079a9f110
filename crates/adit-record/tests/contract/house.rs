//! What the cases stand on: a database, a round, answers.

use adit_record::round::{Ballot, Definition, Said, read_file};
use adit_record::{Code, Moment, Receipt, Record};

/// A database of one case, empty, and raw access to it past every rule.
pub struct House {
    pub url: String,
    pub record: Record,
}

impl House {
    pub async fn new(url: String) -> Self {
        let record = Self::opened(&url).await;
        Self { url, record }
    }

    /// Opens a record as another process would; the key that signs heads of each database stands in a folder of the test.
    pub async fn opened(url: &str) -> Record {
        let name = url.rsplit('/').next().unwrap_or_default();
        let key = std::env::temp_dir().join(format!("adit-heads-{}-{name}.key", std::process::id()));
        Record::open_with(url, Some(&key)).await.unwrap()
    }

    /// Runs a statement with the triggers that guard the chain out of the way, as someone with the database's keys could.
    pub async fn tamper(&self, statement: &'static str) {
        if self.url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&self.url).await.unwrap();
            let triggers: Vec<(String,)> =
                sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetch_all(&pool).await.unwrap();
            for (trigger,) in triggers {
                sqlx::query(sqlx::AssertSqlSafe(format!("DROP TRIGGER {trigger}"))).execute(&pool).await.unwrap();
            }
            sqlx::query(statement).execute(&pool).await.unwrap();
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.unwrap();
            for table in ["entries", "payloads", "sealed", "files"] {
                let disable = format!("ALTER TABLE {table} DISABLE TRIGGER USER");
                sqlx::query(sqlx::AssertSqlSafe(disable)).execute(&pool).await.unwrap();
            }
            sqlx::query(statement).execute(&pool).await.unwrap();
        }
    }

    /// Runs a statement as our own program would; the database's words if it refuses.
    pub async fn plainly(&self, statement: &'static str) -> Result<(), String> {
        let said = if self.url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&self.url).await.unwrap();
            sqlx::query(statement).execute(&pool).await.map(|_| ())
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.unwrap();
            sqlx::query(statement).execute(&pool).await.map(|_| ())
        };
        said.map_err(|error| error.to_string())
    }

    /// Everything in a table, as text.
    pub async fn dump(&self, table: &str) -> String {
        use sqlx::{Column, Row, TypeInfo, ValueRef};
        let select = format!("SELECT * FROM {table}");
        let shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let mut text = String::new();
        if self.url.starts_with("sqlite:") {
            let pool = sqlx::SqlitePool::connect(&self.url).await.unwrap();
            for row in sqlx::query(sqlx::AssertSqlSafe(select)).fetch_all(&pool).await.unwrap() {
                for at in 0..row.columns().len() {
                    let kind = row.try_get_raw(at).unwrap().type_info().name().to_owned();
                    text += &match kind.as_str() {
                        "TEXT" => row.get::<String, _>(at),
                        "BLOB" => shown(&row.get::<Vec<u8>, _>(at)),
                        _ => String::new(),
                    };
                    text.push('|');
                }
            }
        } else {
            let pool = sqlx::PgPool::connect(&self.url).await.unwrap();
            for row in sqlx::query(sqlx::AssertSqlSafe(select)).fetch_all(&pool).await.unwrap() {
                for at in 0..row.columns().len() {
                    text += &match row.column(at).type_info().name() {
                        "TEXT" => row.get::<Option<String>, _>(at).unwrap_or_default(),
                        "BYTEA" => shown(&row.get::<Option<Vec<u8>>, _>(at).unwrap_or_default()),
                        _ => String::new(),
                    };
                    text.push('|');
                }
            }
        }
        text
    }

    pub async fn open(&self) -> Definition {
        let asked = asked();
        self.record.open_round(&asked, before()).await.unwrap();
        asked
    }

    pub async fn cast(&self, ballot: &Ballot) -> (Code, Receipt) {
        let code = Code::fresh().unwrap();
        let receipt = self.record.cast(ROUND, ballot, &code, None, during()).await.unwrap();
        (code, receipt)
    }

    pub async fn flaws(&self) -> Vec<String> {
        let verdict = self.record.verify(ROUND, None).await.unwrap();
        verdict.flaws.iter().map(ToString::to_string).collect()
    }
}

pub const ROUND: &str = "lithium-2026";

pub fn asked() -> Definition {
    read_file(include_str!("../../../../examples/rounds/lithium-2026.toml")).unwrap()
}

pub fn before() -> Moment {
    Moment::parse("2026-11-19T12:00Z").unwrap()
}

pub fn during() -> Moment {
    Moment::parse("2026-11-25T12:34Z").unwrap()
}

pub fn after() -> Moment {
    Moment::parse("2026-12-21").unwrap()
}

pub fn points(group: Option<&str>, carbon: f64, jobs: f64, water: f64) -> Ballot {
    let points = [("carbon", carbon), ("jobs", jobs), ("water", water)];
    let points = points.into_iter().map(|(id, points)| (id.to_owned(), points)).collect();
    Ballot::new(group.map(str::to_owned), Said::Points { points })
}
