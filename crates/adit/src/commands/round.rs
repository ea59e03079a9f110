//! `adit round`: rounds of weighing and of votes on statements, for the person who runs the server.

use std::path::Path;

use adit_answer::tables::{Cell, Column, PlainTable};
use adit_facts::{Finding, door};
use adit_record::round::read_file;
use adit_record::{Hash, Moment, Record, RecordError};
use adit_server::Rounds;
use anyhow::Context;
use serde_json::json;

use crate::args::{Format, Global, Round, RoundClose, RoundCommand, RoundList, RoundOpen, RoundVerify};
use crate::outcome::Stop;
use crate::print;

/// Runs one of the commands.
pub fn run(global: &Global, round: &Round) -> Result<(), Stop> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start")?;
    runtime.block_on(async {
        match &round.command {
            RoundCommand::Open(call) => open(global, call).await,
            RoundCommand::Close(call) => close(global, call).await,
            RoundCommand::List(call) => list(global, call).await,
            RoundCommand::Verify(call) => verify(global, call).await,
        }
    })
}

async fn open(global: &Global, call: &RoundOpen) -> Result<(), Stop> {
    let file = call.file.display().to_string();
    let text = door::read_text(&call.file)?;
    let asked = read_file(&text).map_err(|troubles| {
        let finding = |trouble: adit_record::round::FileTrouble| {
            let place = |number: usize| u64::try_from(number).unwrap_or(0);
            Finding::error("round-file.wrong", trouble.says)
                .in_file(&file)
                .at(place(trouble.line), place(trouble.column))
                .hint(trouble.hint)
        };
        Stop::Failed(troubles.into_iter().map(finding).collect())
    })?;
    let record = record(&call.db).await?;
    let opened = record.open_round(&asked, Moment::now()).await?;
    if global.format == Format::Json {
        return print::json(&json!({"format": 1, "round": asked.id, "head": opened.head}));
    }
    print::text(&format!("The round \"{}\" is recorded: {}", asked.id, asked.title))?;
    print::text(&format!("It takes answers from {} to {}.", asked.opens.in_words(), asked.closes.in_words()))?;
    print::text(&format!("Its page is /rounds/{} of `adit serve --db {}`.", asked.id, call.db))?;
    print::text(&format!("Head of its chain: {}", opened.head))
}

async fn close(global: &Global, call: &RoundClose) -> Result<(), Stop> {
    let closed = record(&call.db).await?.close_round(&call.round, Moment::now()).await?;
    if global.format == Format::Json {
        return print::json(&json!({"format": 1, "round": call.round, "head": closed.head}));
    }
    print::text(&format!("The round \"{}\" is closed; its result is at /rounds/{}.", call.round, call.round))?;
    print::text(&format!("Head of its chain: {}", closed.head))?;
    print::note(global.quiet, "Publish that head: whoever keeps it can find whether anything was changed afterwards.")
}

async fn list(global: &Global, call: &RoundList) -> Result<(), Stop> {
    let rounds = Rounds::new(Some(record(&call.db).await?));
    let document = rounds.summaries().await.map_err(|problem| Stop::Broken(anyhow::anyhow!(problem.detail)))?;
    if global.format == Format::Json {
        return print::json(&document);
    }
    let rows = document.rounds.iter().map(|round| {
        let words = [&round.id, &round.title, &round.state, &round.opens, &round.closes];
        // Counts of answers are far below 2^53.
        let answers = round.answers_at_least.map(|count| count as f64);
        words.into_iter().cloned().map(Cell::text).chain([Cell::plain(answers)]).collect()
    });
    let table = PlainTable {
        name: "rounds".to_owned(),
        title: "Rounds".to_owned(),
        columns: vec![
            Column::text("id", "Round"),
            Column::text("title", "Title"),
            Column::text("state", "State"),
            Column::text("opens", "Opens"),
            Column::text("closes", "Closes"),
            Column::number("answers_at_least", "Answers, at least", ""),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    };
    if global.format == Format::Csv {
        return print::text(&table.to_csv());
    }
    if table.rows.is_empty() {
        return print::text("No round was opened yet.");
    }
    print::table(&table)
}

async fn verify(global: &Global, call: &RoundVerify) -> Result<(), Stop> {
    let seen = call.head.as_deref().map(str::parse::<Hash>).transpose();
    let seen =
        seen.map_err(|error| Stop::wrong(error.to_string(), "copy the head from a receipt, or leave --head out"))?;
    let verdict = record(&call.db).await?.verify(&call.round, seen).await?;
    let flaws: Vec<String> = verdict.flaws.iter().map(ToString::to_string).collect();
    if global.format == Format::Json {
        print::json(&json!({
            "format": 1, "round": call.round, "holds": verdict.holds(), "head": verdict.head.map(|head| head.hash), "flaws": flaws,
        }))?;
    } else if verdict.holds() {
        let head = verdict.head.map(|head| head.hash.to_string()).unwrap_or_default();
        print::text(&format!("The record of \"{}\" holds: every hash was computed again.", call.round))?;
        print::text(&format!("Head of its chain: {head}"))?;
    }
    if verdict.holds() {
        return Ok(());
    }
    let finding = |says: String| {
        Finding::error("round.damaged", says).hint("compare with a backup and with heads that were published")
    };
    Err(Stop::Failed(flaws.into_iter().map(finding).collect()))
}

/// The record at an address; a SQLite file's folder is made if needed.
pub async fn record(db: &str) -> Result<Record, Stop> {
    record_with(db, None).await
}

/// The same, with the file of the key that signs heads.
pub async fn record_with(db: &str, head_key: Option<&Path>) -> Result<Record, Stop> {
    if let Some(file) = db.strip_prefix("sqlite:")
        && let Some(folder) = Path::new(file).parent()
    {
        std::fs::create_dir_all(folder)?;
    }
    Ok(Record::open_with(db, head_key).await?)
}

impl From<RecordError> for Stop {
    fn from(error: RecordError) -> Self {
        let says = error.to_string();
        if let Some(hint) = super::voice::hint(&error) {
            return Self::wrong(says, hint);
        }
        match error {
            RecordError::NoSuchKind(_) => Self::wrong(says, "as sqlite:adit-record.sqlite"),
            RecordError::NoSuchRound(_) => Self::wrong(says, "`adit round list` names the rounds"),
            RecordError::RoundExists(_) => Self::wrong(says, "give the new round an id of its own"),
            RecordError::AlreadyClosed => Self::Wrong { says, hint: None },
            other => Self::Broken(other.into()),
        }
    }
}
