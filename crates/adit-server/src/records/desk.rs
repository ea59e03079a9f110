//! The desk: what an account may do in a project, and nothing else. Every act is asked of the one table of who may what,
//! checked against what stands, and enters the trail.

use adit_record::ledger::{Draft, Given};
use adit_record::people::{Act, Outcome, Place, Trace, may};
use adit_record::round::Trouble;
use adit_record::voice::{
    Author, Confirmed, Contribution, Kind, ProjectRecord, Recorder, Role, Said, State as Fate, Visibility, troubles,
};
use adit_record::{Code, Moment, RecordError};
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::people::{Visitor, on_to, problem_page};
use crate::problem::Problem;
use crate::promises::named;
use crate::records::concern::proof;
use crate::records::fields;
use crate::records::read::unknown;
use crate::records::tongue::Tongue;
use crate::records::view::{View, line};
use crate::records::{Records, fresh};
use crate::typed::Typed;
use crate::upload::Sent;

/// What can be done at the desk, as people say it.
const KINDS: &[(Kind, &str)] = &[
    (Kind::Answer, "Answer a concern"),
    (Kind::Evidence, "Add evidence"),
    (Kind::Promise, "Make a promise"),
    (Kind::Status, "Say what became of a promise"),
    (Kind::Concern, "Write down what somebody else says"),
    (Kind::Witness, "Witness what another clerk wrote down"),
    (Kind::Withheld, "Withhold an entry"),
    (Kind::Shown, "Show an entry"),
    (Kind::NoticeAnswer, "Answer a notice of unlawful content"),
    (Kind::Meeting, "Announce or report a meeting"),
    (Kind::Consultation, "Announce a consultation"),
    (Kind::Project, "Change the description of the project"),
    (Kind::Erased, "Destroy the content of an entry, as was decided"),
    (Kind::Kept, "Refuse a request to erase"),
];

/// Whether a file can come with it: the file of evidence, the scan of what somebody else said.
fn takes_file(kind: Kind) -> bool {
    matches!(kind, Kind::Evidence | Kind::Concern)
}

/// Times that an entry is checked again because another came between.
const AGAIN: usize = 8;

/// In which roles something can be said here, and as which act; the first that the account may is taken.
fn ways(kind: Kind, record: &ProjectRecord, typed: &Typed) -> Vec<(Role, Act)> {
    let number = |name: &str| typed.filled(name).and_then(|text| text.trim_start_matches('#').parse::<i64>().ok());
    let about = |name: &str| number(name).and_then(|entry| record.item(entry)?.heard.contribution.as_ref());
    let each = |roles: &[Role], act: Act| roles.iter().map(|&role| (role, act)).collect();
    match kind {
        Kind::Answer => vec![(Role::Company, Act::AnswerAsCompany), (Role::Authority, Act::AnswerAsAuthority)],
        Kind::Promise => vec![(Role::Company, Act::PromiseAsCompany), (Role::Authority, Act::PromiseAsAuthority)],
        Kind::Status => {
            // Whoever promised may say that it is late, or take it back: that is no judgement of their own promise.
            let judged = typed.filled("state").and_then(Fate::read);
            let judged = judged.is_some_and(|state| !matches!(state, Fate::Late | Fate::Withdrawn));
            let promised_by = about("promise").and_then(|promise| promise.author.account).filter(|_| judged);
            each(&[Role::Authority, Role::Company, Role::Participant], Act::SayStatus { promised_by })
        }
        Kind::Evidence => {
            each(&[Role::Company, Role::Authority, Role::Editor, Role::Clerk, Role::Participant], Act::Attach)
        }
        Kind::Concern => vec![(Role::Clerk, Act::EnterForAnother)],
        Kind::Witness => {
            let recorder =
                about("entry").and_then(|said| said.recorder.as_ref()).map_or(0, |recorder| recorder.account);
            vec![(Role::Clerk, Act::Witness { recorder })]
        }
        Kind::Withheld | Kind::Shown | Kind::NoticeAnswer => each(&[Role::Clerk, Role::Editor], Act::Moderate),
        Kind::Meeting | Kind::Consultation => each(&[Role::Editor, Role::Authority, Role::Clerk], Act::Announce),
        Kind::Project => vec![(Role::Editor, Act::OpenProject)],
        Kind::Erased => vec![(Role::Administrator, Act::Erase)],
        Kind::Kept => vec![(Role::Administrator, Act::DecideRequest)],
        // These are said on the page of the entry, and with a receipt code.
        Kind::Objection | Kind::Notice | Kind::Correction | Kind::Disowned => Vec::new(),
    }
}

fn way(visitor: &Visitor, place: &Place, ways: &[(Role, Act)]) -> Option<(Role, Act)> {
    let held =
        |&&(role, act): &&(Role, Act)| visitor.grants.holds(role, place) && may(&visitor.grants, act, place).is_ok();
    ways.iter().find(held).copied()
}

impl Records {
    /// Writes into the trail that an account did something; who has none leaves no trace.
    pub(super) async fn done(
        &self,
        visitor: &Visitor,
        act: Act,
        id: &str,
        entry: i64,
        at: Moment,
    ) -> Result<(), Problem> {
        let Some(account) = visitor.account.as_ref().map(|account| account.number) else { return Ok(()) };
        let (project, entry, outcome) = (Some(id.to_owned()), Some(entry), Outcome::Done);
        Ok(self.record()?.note(&Trace { at, account: Some(account), act: act.word(), project, entry, outcome }).await?)
    }

    /// The place of a project, for those who hold a role there; nobody else is told that a confidential one exists.
    pub(super) async fn place(&self, id: &str, visitor: &Visitor) -> Result<Place, Problem> {
        let (place, confidential) = self
            .any(id, |record| Ok((Place::project(id, Some(&record.project.region)), record.project.confidential)))
            .await?;
        let holds = Role::ALL.into_iter().any(|role| visitor.grants.holds(role, &place));
        if confidential && !holds { Err(unknown(id)) } else { Ok(place) }
    }
}

/// What waits, and what this account may do.
pub(super) async fn open(State(records): State<Records>, Path(id): Path<String>, visitor: Visitor) -> Response {
    let made = async {
        let place = records.place(&id, &visitor).await?;
        let Some(account) = &visitor.account else { return Ok(on_to(&format!("/sign-in?next=/records/{id}/desk"))) };
        let tongue = Tongue::named(None).ok_or_else(|| Problem::not_found("the language"))?;
        let body = records
            .any(&id, |record| {
                let view = View { record, today: Moment::now().date(), tongue, found: None };
                let moderates = way(&visitor, &place, &ways(Kind::Shown, record, &Typed::default())).is_some();
                let may_do = |kind: &Kind| way(&visitor, &place, &ways(*kind, record, &Typed::default())).is_some();
                let kinds: Vec<_> = KINDS.iter().filter(|(kind, _)| may_do(kind)).collect();
                let title = &record.project.title;
                Ok(html! {
                    p.tools { a href=(view.address()) { bdi { (title) } } " " a href="/account" { bdi { (account.pseudonym) } } }
                    h1 { "Your desk for " bdi { (title) } }
                    @if kinds.is_empty() { p.lead { "Your account has no role in this project. The office that gave it to you can give one." } }
                    @else {
                        h2 { "What you can do here" }
                        ul {
                            @for (kind, says) in kinds { li { a href={ (view.address()) "/desk/" (kind.word()) } { (says) } } }
                            @if may(&visitor.grants, Act::GiveCodes, &place).is_ok() { li { a href={ (view.address()) "/desk/codes" } { "Make codes to hand out" } } }
                        }
                    }
                    @if moderates { (waiting(view)) }
                    (open_questions(view, may_do(&Kind::Answer)))
                    (open_promises(view, may_do(&Kind::Status)))
                })
            })
            .await?;
        Ok(fresh(StatusCode::OK, "Your desk", &body))
    };
    made.await.unwrap_or_else(|problem: Problem| problem_page(&problem))
}

fn waiting(view: View<'_>) -> Markup {
    html! {
        h2 { "Waiting for your look" }
        @if view.record.waiting().next().is_none() { p { "Nothing waits." } }
        @for item in view.record.waiting().take(50) {
            (view.any(item))
            p.soft { "To be looked at until " (view.record.look_by(item).in_words()) "." }
            @let act = if item.waits_for_witness() { Kind::Witness } else { Kind::Shown };
            form.asked method="post" action={ (view.address()) "/desk/" (act.word()) } {
                input type="hidden" name="entry" value=(item.heard.sequence);
                input type="hidden" name="seen" value="waiting";
                button type="submit" { @if act == Kind::Witness { "Witness entry " } @else { "Show entry " } (item.heard.sequence) }
                a href={ (view.address()) "/desk/withheld?entry=" (item.heard.sequence) } { "Withhold it, with a reason" }
            }
        }
    }
}

fn open_questions(view: View<'_>, may: bool) -> Markup {
    html! {
        h2 { "Concerns without an answer, the oldest first" }
        ul { @for (item, days) in view.record.unanswered(view.today).iter().take(50) { li {
            a href={ (view.address()) "/entries/" (item.heard.sequence) } { bdi { (line(item)) } } ", " (days) " days"
            @if may { " · " a href={ (view.address()) "/desk/answer?to=" (item.heard.sequence) } { "answer" } }
        } } }
    }
}

fn open_promises(view: View<'_>, may: bool) -> Markup {
    html! {
        h2 { "Promises" }
        ul { @for item in view.record.public(Kind::Promise) { @if let Some((promise, state)) = view.record.promise(item, view.today) { li {
            a href={ (view.address()) "/entries/" (item.heard.sequence) } { bdi { (promise.what) } } ", " (view.state(state, promise.due))
            @if may { " · " a href={ (view.address()) "/desk/status?promise=" (item.heard.sequence) } { "say what became of it" } }
        } } } }
    }
}

/// The form of one kind, with what the address gives filled in.
pub(super) async fn form(
    State(records): State<Records>,
    Path((id, kind)): Path<(String, String)>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let made = async {
        let kind = known(&kind)?;
        let place = records.place(&id, &visitor).await?;
        let mut typed = Typed::default().with("receipt", Code::fresh()?.to_string());
        for name in ["entry", "to", "promise", "concern", "about", "notice"] {
            if let Some(value) = named(query.as_deref(), name) {
                typed = typed.with(name, value);
            }
        }
        let (allowed, typed) = records
            .any(&id, |record| {
                let filled = if kind == Kind::Project { described(record) } else { typed };
                Ok((ways(kind, record, &filled), filled))
            })
            .await?;
        if way(&visitor, &place, &allowed).is_none() {
            must(&records, &visitor, &place, &allowed).await?;
        }
        Ok(filled(&id, kind, StatusCode::OK, &typed, &[]))
    };
    made.await.unwrap_or_else(|problem: Problem| problem_page(&problem))
}

fn known(word: &str) -> Result<Kind, Problem> {
    let kind = Kind::read(word).filter(|kind| KINDS.iter().any(|(known, _)| known == kind));
    kind.ok_or_else(|| Problem::not_found("this form of the desk"))
}

/// The problem of an account that may say something in none of its ways.
async fn must(records: &Records, visitor: &Visitor, place: &Place, ways: &[(Role, Act)]) -> Result<(), Problem> {
    for (_, act) in ways {
        visitor.must(&records.people, *act, place).await?;
    }
    Err(Problem::new(
        StatusCode::FORBIDDEN,
        "people.refused",
        "this needs a role that your account does not have here",
        None,
    ))
}

/// The description that stands, to be changed.
fn described(record: &ProjectRecord) -> Typed {
    let project = &record.project;
    let mut typed = Typed::default()
        .with("title", &project.title)
        .with("summary", &project.summary)
        .with("country", &project.country)
        .with("region", &project.region)
        .with("look_within_days", project.look_within_days.to_string())
        .with("office", &project.office);
    for (name, value) in [("facts", &project.facts), ("clock", &project.clock)] {
        if let Some(value) = value {
            typed = typed.with(name, value);
        }
    }
    if project.confidential { typed.with("confidential", "yes") } else { typed }
}

fn filled(id: &str, kind: Kind, status: StatusCode, typed: &Typed, wrong: &[Trouble]) -> Response {
    let says = KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, says)| says);
    let Some(tongue) = Tongue::named(None) else { return problem_page(&Problem::not_found("the language")) };
    let body = html! {
        p.tools { a href={ "/records/" (id) "/desk" } { "Your desk" } }
        h1 { (says) }
        (fields::troubles(tongue, wrong))
        form.round method="post" enctype=[takes_file(kind).then_some("multipart/form-data")] action={ "/records/" (id) "/desk/" (kind.word()) } {
            input type="hidden" name="receipt" value=(typed.filled("receipt").unwrap_or(""));
            (fields::form(kind, tongue, typed, wrong))
            @if kind == Kind::Concern {
                (fields::line("author", "Name to show", "A name of their choice, or nothing. Never a real name without their wish.", typed, wrong))
                (fields::line("how", "How they said it", "As: on paper, village hall, 3 March.", typed, wrong))
                (fields::file("Scan of the paper", "Never public. Without it the entry waits until a second clerk witnesses it.", wrong))
            }
            @if kind == Kind::Evidence {
                (fields::file("File", "PDF, PNG, JPEG, CSV or plain text, at most 20 MB. Place and device are taken out of pictures.", wrong))
            }
            button type="submit" { "Enter it into the record" }
        }
    };
    fresh(status, says, &body)
}

/// Takes an entry.
pub(super) async fn send(
    State(records): State<Records>,
    Path((id, kind)): Path<(String, String)>,
    visitor: Visitor,
    sent: Sent,
) -> Response {
    taken(&records, &id, &kind, &visitor, sent).await.unwrap_or_else(|problem| problem_page(&problem))
}

async fn taken(records: &Records, id: &str, kind: &str, visitor: &Visitor, sent: Sent) -> Result<Response, Problem> {
    let kind = known(kind)?;
    let place = records.place(id, visitor).await?;
    let Sent { typed, file } = sent;
    let allowed = records.any(id, |record| Ok(ways(kind, record, &typed))).await?;
    let Some((role, act)) = way(visitor, &place, &allowed) else {
        must(records, visitor, &place, &allowed).await?;
        return Err(unknown(id));
    };
    let Some(account) = &visitor.account else { return Err(unknown(id)) };
    let chosen = file.is_some();
    let again = |wrong: &[Trouble]| {
        let mut wrong = wrong.to_vec();
        if chosen && !wrong.iter().any(|trouble| trouble.field == "file") {
            wrong.push(Trouble::new("file", "choose the file again: it was not kept"));
        }
        filled(id, kind, StatusCode::UNPROCESSABLE_ENTITY, &typed, &wrong)
    };
    let mut said = match fields::said(kind, &typed) {
        Ok(said) => said,
        Err(wrong) => return Ok(again(&wrong)),
    };
    let given = match file.filter(|_| takes_file(kind)) {
        Some(file) => match file.given(records.record()?, Some(account.number)).await? {
            Ok(given) => Some(given),
            Err(wrong) => return Ok(again(&[wrong])),
        },
        None => None,
    };
    if let Said::Evidence(evidence) = &mut said {
        evidence.file = given.as_ref().map(Given::named);
    }
    let author = Author { role, name: Some(account.pseudonym.clone()), account: Some(account.number) };
    let mut contribution = Contribution::new(said, author, visitor.confirmed);
    if kind == Kind::Concern {
        let Some(how) = typed.filled("how") else {
            let says = "say where and how it was said, as: on paper, village hall, 3 March";
            return Ok(again(&[Trouble::new("how", says)]));
        };
        let (name, how, scan) = (account.pseudonym.clone(), how.to_owned(), given.as_ref().map(Given::named_as_scan));
        contribution.recorder = Some(Recorder { name, account: account.number, how, scan });
        contribution.author =
            Author { role: Role::Participant, name: typed.filled("author").map(str::to_owned), account: None };
        contribution.confirmed = Confirmed::Clerk;
    }
    let record = records.record()?;
    let receipt = typed.filled("receipt").and_then(|code| code.parse::<Code>().ok()).map_or_else(Code::fresh, Ok)?;
    for _ in 0..AGAIN {
        let (last, wrong) =
            records.any(id, |project| Ok((project.last(), wrong(&contribution, project, &typed)))).await?;
        // A form that was sent before is told as its first sending was, whatever has become of its entry since.
        let sent = record.by_receipt(id, &receipt).await.is_ok();
        if !wrong.is_empty() && !sent {
            return Ok(again(&wrong));
        }
        let (stored, now) = (contribution.stored()?, Moment::now());
        let written = if let Said::Erased(erasure) = &contribution.said {
            record.erase(id, erasure.entry, stored, now).await
        } else {
            let draft = Draft { kind, stored, receipt: Some(&receipt), expected: Some(last), file: given.as_ref() };
            record.write(id, &draft, now).await
        };
        let written = match written {
            Err(RecordError::Moved { .. }) => continue,
            Err(RecordError::AlreadySent) => {
                return Ok(again(&[Trouble::new("form", "this form was sent before with other words; open it anew")]));
            }
            other => other?,
        };
        records.done(visitor, act, id, written.sequence, now).await?;
        if kind == Kind::Concern {
            let body = html! {
                h1 { "It is in the record" }
                p { "Give this code to the person whose words you wrote down. With it they can read, correct and disown them. It is shown only now." }
                p.code id="code" { (receipt) }
                (proof(written.sequence, &written.commitment.to_string(), &written.hash.to_string(), &written.head.to_string()))
                p { a href={ "/records/" (id) "/desk" } { "Your desk" } }
            };
            return Ok(fresh(StatusCode::CREATED, "It is in the record", &body));
        }
        let to = match kind {
            Kind::Shown | Kind::Withheld => format!("/records/{id}/desk"),
            _ => format!("/records/{id}/entries/{}", written.sequence),
        };
        return Ok(on_to(&to));
    }
    Err(RecordError::Busy.into())
}

/// What is wrong with an entry, and whether another clerk was quicker.
fn wrong(contribution: &Contribution, record: &ProjectRecord, typed: &Typed) -> Vec<Trouble> {
    let mut wrong = troubles(contribution, Some(record));
    let entry = match &contribution.said {
        Said::Shown(about) => about.entry,
        Said::Withheld(withheld) => withheld.entry,
        _ => return wrong,
    };
    let now = record.item(entry).map(|item| item.visibility);
    let says = match now {
        Some(Visibility::Shown) if contribution.kind() == Kind::Shown => {
            Some("another clerk has shown this entry already")
        }
        Some(Visibility::Withheld(_)) if contribution.kind() == Kind::Withheld => {
            Some("another clerk has withheld this entry already")
        }
        Some(Visibility::Withheld(_)) if typed.filled("seen") == Some("waiting") => {
            Some("another clerk has withheld this entry meanwhile: look at the reason first")
        }
        _ => None,
    };
    wrong.extend(says.map(|says| Trouble::new("entry", says)));
    wrong
}
