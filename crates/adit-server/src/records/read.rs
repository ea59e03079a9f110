//! What everybody reads: the page, the letter, the feed, the calendar, the export.

use std::sync::PoisonError;

use adit_answer::promises::clock::ClockAnswer;
use adit_answer::promises::clock::question::ClockQuestion;
use adit_record::voice::ProjectRecord;
use adit_record::{Day, Moment, Round};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::Markup;

use crate::asking::{Words, ask};
use crate::plain;
use crate::problem::Problem;
use crate::promises::named;
use crate::records::page::{Asked, page as project_page};
use crate::records::shelf::PageKey;
use crate::records::tongue::Tongue;
use crate::records::view::View;
use crate::records::{Records, feed as feeds, in_tongue, letter as letters};

/// The words that the pages of a record understand.
const WORDS: [&str; 6] = ["lang", "as-of", "topic", "q", "page", "month"];

/// The day that an address names, or today in UTC.
pub(super) fn day(query: Option<&str>) -> Result<Day, Problem> {
    match named(query, "as-of").filter(|text| !text.is_empty()) {
        None => Ok(Moment::now().date()),
        Some(text) => {
            Day::parse(&text).map_err(|_| wrong("as-of", &text, "write a day of the calendar, as 2026-12-24"))
        }
    }
}

/// The language that an address names.
pub(super) fn tongue(query: Option<&str>) -> Result<Tongue, Problem> {
    let tag = named(query, "lang");
    Tongue::named(tag.as_deref()).ok_or_else(|| wrong("lang", tag.as_deref().unwrap_or(""), "write en, fi, es or de"))
}

pub(super) fn wrong(name: &str, text: &str, hint: &str) -> Problem {
    let detail = format!("\"{text}\" cannot be read as {name}");
    Problem::new(StatusCode::BAD_REQUEST, "records.word", detail, Some(hint.to_owned()))
}

/// That there is no such record: also where there is one that nobody may know of.
pub(super) fn unknown(id: &str) -> Problem {
    let hint = Some("/records lists the records that are open".to_owned());
    Problem::new(StatusCode::NOT_FOUND, "records.unknown", format!("there is no record of a project \"{id}\""), hint)
}

impl Records {
    /// Looks at a record that everybody may read.
    pub(super) async fn public<T>(
        &self,
        id: &str,
        look: impl FnOnce(&ProjectRecord) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        self.any(id, |record| if record.project.confidential { Err(unknown(id)) } else { look(record) }).await
    }

    /// Looks at a record, whoever may read it.
    pub(super) async fn any<T>(
        &self,
        id: &str,
        look: impl FnOnce(&ProjectRecord) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let shelved = self.rounds.shelf.project(self.record()?, id).await?;
        let reading = shelved.read().unwrap_or_else(PoisonError::into_inner);
        reading.record.as_ref().map_or_else(|| Err(unknown(id)), look)
    }

    /// The rounds about a project, the latest to close first.
    async fn rounds_about(&self, id: &str) -> Result<Vec<Round>, Problem> {
        let mut rounds = self.record()?.rounds(Moment::now()).await?;
        rounds.retain(|round| round.asked.project.as_deref() == Some(id));
        Ok(rounds)
    }

    /// The head of a project's chain, signed, as a line.
    pub(super) async fn head(&self, id: &str) -> Result<String, Problem> {
        Ok(self.record()?.signed_head(id).await?.to_string())
    }

    /// Where a project is in its permit procedure; none if its record says nothing of it that can be read.
    async fn clock(&self, id: &str, text: Option<String>, day: Day) -> Option<ClockAnswer> {
        let (text, id) = (text?, id.to_owned());
        let as_of = adit_answer::promises::day("as-of", &day.to_string()).ok()?;
        let question = ClockQuestion { text: Some(text), ..ClockQuestion::new(&id, as_of) };
        ask(&self.snapshots, move |session| Ok(session.clock(&question)?)).await.ok()
    }
}

/// The page of a project.
pub(super) async fn page(
    State(records): State<Records>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    match made(&records, &id, query.as_deref()).await {
        Ok(page) => Html(page.to_string()).into_response(),
        Err(problem) => plain::problem(&problem),
    }
}

async fn made(records: &Records, id: &str, query: Option<&str>) -> Result<std::sync::Arc<str>, Problem> {
    if let Some((name, _)) = Words::read(query).pairs().find(|(name, _)| !WORDS.contains(name)) {
        return Err(wrong(name, name, "the words of this address are lang, as-of, topic, q and page"));
    }
    let (tongue, today) = (tongue(query)?, day(query)?);
    let asked = Asked {
        topic: named(query, "topic").filter(|topic| !topic.is_empty()),
        words: named(query, "q").filter(|words| !words.is_empty()),
        page: named(query, "page").and_then(|page| page.parse().ok()).unwrap_or(0),
    };
    let (last, clock) = records.public(id, |record| Ok((record.last(), record.project.clock.clone()))).await?;
    let snapshot = records.snapshots.current().package().hash().to_owned();
    let rounds = records.rounds_about(id).await?;
    let key = PageKey {
        project: id.to_owned(),
        last,
        today,
        tongue: tongue.tag(),
        asked: asked.clone(),
        rounds: rounds.iter().map(|round| (round.asked.id.clone(), round.state.word())).collect(),
        snapshot,
    };
    if let Some(page) = records.rounds.shelf.page(&key) {
        return Ok(page);
    }
    let clock = records.clock(id, clock, today).await;
    let head = records.head(id).await?;
    let (last, page) = records
        .public(id, |record| {
            let view = View { record, today, tongue, found: asked.words.as_deref() };
            let (title, body) = project_page(view, clock.as_ref(), &rounds, &head, &asked);
            Ok((record.last(), in_tongue(tongue, &title, &body).0))
        })
        .await?;
    Ok(records.rounds.shelf.remember(PageKey { last, ..key }, &page))
}

/// The letter of a month: `?month=2026-11`, the present one by default.
pub(super) async fn letter(
    State(records): State<Records>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let letter = async {
        let (tongue, today) = (tongue(query.as_deref())?, day(query.as_deref())?);
        let first = match named(query.as_deref(), "month").filter(|text| !text.is_empty()) {
            None => today.first_of_month(),
            Some(text) => {
                Day::parse(&format!("{text}-01")).map_err(|_| wrong("month", &text, "write a month, as 2026-11"))?
            }
        };
        let last = first.first_of_next_month().plus(-1);
        let head = records.head(&id).await?;
        records
            .public(&id, |record| {
                let view = View { record, today: today.min(last).max(first), tongue, found: None };
                let (title, body) = letters::letter(view, first, &head);
                Ok(in_tongue(tongue, &title, &body))
            })
            .await
    };
    shown(letter.await)
}

/// The Atom feed.
pub(super) async fn feed(
    State(records): State<Records>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let feed = async {
        let (tongue, today) = (tongue(query.as_deref())?, day(query.as_deref())?);
        let head = records.head(&id).await?;
        let site = site(&headers);
        records.public(&id, |record| Ok(feeds::atom(View { record, today, tongue, found: None }, &site, &head))).await
    };
    match feed.await {
        Ok(text) => ([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], text).into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// The calendar.
pub(super) async fn calendar(
    State(records): State<Records>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let calendar = async {
        let (tongue, today) = (tongue(query.as_deref())?, day(query.as_deref())?);
        let site = site(&headers);
        records.public(&id, |record| Ok(feeds::calendar(View { record, today, tongue, found: None }, &site))).await
    };
    crate::promises::calendar(calendar.await)
}

/// The whole public record as a file that verifies without this server.
pub(super) async fn export(State(records): State<Records>, Path(id): Path<String>) -> Response {
    let export = async {
        records.public(&id, |_| Ok(())).await?;
        Ok::<_, Problem>(records.record()?.export(&id).await?)
    };
    match export.await {
        Ok(text) => {
            let name = format!("attachment; filename=\"{id}.adit-export.jsonl\"");
            let kind = "application/jsonl; charset=utf-8".to_owned();
            ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], text).into_response()
        }
        Err(problem) => problem.into_response(),
    }
}

/// The address of this server as the reader wrote it, for links that are read elsewhere.
fn site(headers: &HeaderMap) -> String {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text("host").filter(|host| host.chars().all(|one| one.is_ascii_alphanumeric() || ".:-[]".contains(one)));
    let scheme = if text("x-forwarded-proto") == Some("https") { "https" } else { "http" };
    host.map_or_else(String::new, |host| format!("{scheme}://{host}"))
}

pub(super) fn shown(made: Result<Html<String>, Problem>) -> Response {
    match made {
        Ok(page) => page.into_response(),
        Err(problem) => plain::problem(&problem),
    }
}

/// A page without a language of its own.
pub(super) fn plainly(made: Result<(String, Markup), Problem>) -> Response {
    shown(made.map(|(title, body)| plain::page(&title, &body)))
}
