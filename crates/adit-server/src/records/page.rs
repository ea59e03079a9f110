//! The public page of a project: where it stands, what comes next, what was promised, what people say and who answered.

use adit_answer::promises::clock::{ClockAnswer, ClockDeadline};
use adit_answer::promises::pages_per_day;
use adit_record::voice::{Item, Kind, Load, Said, Visibility};
use adit_record::{Day, Round};
use maud::{Markup, html};

use crate::records::tongue::{Tongue, Value};
use crate::records::view::View;

/// Concerns on one page.
const ON_A_PAGE: usize = 20;

/// Topics that are offered to choose from; all others are found by searching.
const MOST_TOPICS: usize = 40;

/// What a reader asked to see.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(crate) struct Asked {
    /// Only this topic.
    pub topic: Option<String>,
    /// Only entries with these words.
    pub words: Option<String>,
    /// Which page of concerns, from 0.
    pub page: usize,
}

/// The page.
pub(super) fn page(
    view: View<'_>,
    clock: Option<&ClockAnswer>,
    rounds: &[Round],
    head: &str,
    asked: &Asked,
) -> (String, Markup) {
    let (tongue, project) = (view.tongue, &view.record.project);
    let title = tongue.say("question", &[("title", Value::Text(&project.title))]);
    let address = view.address();
    let body = html! {
        (languages(view, &address))
        h1 { (title) }
        p.lead { (lead(view)) }
        div.words dir="auto" { p { (project.summary) } }
        p.soft { (tongue.say("as-of", &[("day", Value::Text(&view.today.in_words()))])) }
        p { a.button href={ (address) "/concern?lang=" (tongue.tag()) } { (tongue.text("say-something")) } }
        p.tools {
            a href={ (address) "/join" } { (tongue.text("join")) } " "
            a href={ (address) "/receipt" } { (tongue.text("check-receipt")) } " "
            a href={ (address) "/letter" } { (tongue.text("letter")) } " "
            a href={ (address) "/feed.atom" } { (tongue.text("feed")) } " "
            a href={ (address) "/calendar.ics" } { (tongue.text("calendar")) } " "
            a href={ (address) "/export" } { (tongue.text("export")) } " "
            a href={ (address) "/desk" } { (tongue.text("desk")) }
        }
        h2 { (tongue.text("clock-heading")) }
        (clock_part(tongue, clock, view.today))
        h2 id="promises" { (tongue.text("promises-heading")) }
        (promises(view))
        h2 id="questions" { (tongue.text("questions-heading")) }
        (questions(view))
        h2 id="concerns" { (tongue.text("concerns-heading")) }
        (concerns(view, asked))
        (votes(view.tongue, rounds))
        (consultations(view))
        (meetings(view))
        (withheld(view))
        (facts(view))
        h2 { (tongue.text("in-other-rooms")) }
        ul {
            li { a href={ "/region/" (project.region) } { (tongue.text("rooms-region")) } }
            @if let Some(facts) = &project.facts { li { a href={ "/project/" (facts) } { (tongue.text("rooms-project")) } } }
        }
        p.soft { (tongue.text("office")) " " bdi { (project.office) } "." }
        h2 { (tongue.text("head-heading")) }
        p.soft { (tongue.text("head-says")) }
        p.hash id="head" { (head) }
    };
    (title, body)
}

/// The page in the other languages.
fn languages(view: View<'_>, address: &str) -> Markup {
    html! {
        p.tools.languages {
            @for other in Tongue::all() {
                @if other.tag() == view.tongue.tag() { b lang=(other.tag()) { (other.text("language-name")) } }
                @else { a lang=(other.tag()) hreflang=(other.tag()) href={ (address) "?lang=" (other.tag()) } { (other.text("language-name")) } }
                " "
            }
        }
    }
}

/// How many concerns wait and how many promises are overdue, in one sentence.
pub(super) fn lead(view: View<'_>) -> String {
    let facts = view.record.facts(view.today);
    let count = |count: usize| Value::Count(i64::try_from(count).unwrap_or(i64::MAX));
    view.tongue.say(
        "lead",
        &[
            ("concerns", count(facts.concerns)),
            ("unanswered", count(facts.concerns - facts.answered)),
            ("promises", count(facts.promises)),
            ("overdue", count(facts.overdue)),
        ],
    )
}

fn clock_part(tongue: Tongue, clock: Option<&ClockAnswer>, today: Day) -> Markup {
    let Some(clock) = clock else { return html! { p { (tongue.text("clock-none")) } } };
    let day = |deadline: &ClockDeadline| deadline.effective.clone().or_else(|| deadline.due.clone());
    let open = clock.deadlines.iter().filter(|deadline| deadline.done.is_none());
    let mut open: Vec<(String, &ClockDeadline)> =
        open.filter_map(|deadline| Some((day(deadline)?, deadline))).collect();
    open.sort_by(|one, other| one.0.cmp(&other.0));
    // Days of the calendar as ISO 8601 writes them sort as texts.
    let (passed, next): (Vec<_>, Vec<_>) = open.into_iter().partition(|(day, _)| *day < today.to_string());
    let passed: Vec<_> = passed.into_iter().filter(|(_, deadline)| deadline.state == "overdue").collect();
    html! {
        @for line in clock.says.iter().take(1) { p { (line) "." } }
        @for (key, deadlines) in [("clock-next", next), ("clock-passed", passed)] {
            @if !deadlines.is_empty() {
                p.soft { (tongue.text(key)) }
                ul { @for (day, deadline) in deadlines.iter().take(4) { li {
                    (in_words(day)) ": " (deadline.what) ", " (deadline.who.replace('-', " ")) " " span.soft { (deadline.rule) }
                } } }
            }
        }
    }
}

/// A day of the clock's answer as people write it.
fn in_words(day: &str) -> String {
    Day::parse(day).map_or_else(|_| day.to_owned(), Day::in_words)
}

fn promises(view: View<'_>) -> Markup {
    let overdue: Vec<i64> = view.record.overdue(view.today).iter().map(|(item, ..)| item.heard.sequence).collect();
    let late = overdue.iter().filter_map(|&entry| view.record.item(entry));
    let others = view.record.public(Kind::Promise).filter(|item| !overdue.contains(&item.heard.sequence));
    let all: Vec<&Item> = late.chain(others).collect();
    html! {
        @if all.is_empty() { p { (view.tongue.text("promises-none")) } }
        @for item in all { (view.promise(item)) }
    }
}

fn questions(view: View<'_>) -> Markup {
    let open = view.record.unanswered(view.today);
    html! {
        @if open.is_empty() { p { (view.tongue.text("questions-none")) } }
        ul { @for (item, _) in open.iter().take(10) { @if let Some(Said::Concern(said)) = item.said() {
            li { a href={ (view.address()) "/entries/" (item.heard.sequence) } { bdi { (said.topic) } } ", " (view.waits(item)) }
        } } }
    }
}

fn concerns(view: View<'_>, asked: &Asked) -> Markup {
    let tongue = view.tongue;
    let mut topics: Vec<&str> = Vec::new();
    for item in view.record.public(Kind::Concern) {
        if let Some(Said::Concern(said)) = item.said()
            && topics.len() < MOST_TOPICS
            && !topics.contains(&said.topic.as_str())
        {
            topics.push(&said.topic);
        }
    }
    let chosen: Vec<&Item> = view.record.public(Kind::Concern).filter(|item| fits(view, item, asked)).collect();
    let shown = chosen.iter().skip(asked.page * ON_A_PAGE).take(ON_A_PAGE);
    let link = |page: usize| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("lang", tongue.tag()).append_pair("page", &page.to_string());
        asked.topic.as_ref().map(|topic| query.append_pair("topic", topic));
        asked.words.as_ref().map(|words| query.append_pair("q", words));
        format!("{}?{}#concerns", view.address(), query.finish())
    };
    html! {
        form.asked method="get" action={ (view.address()) "#concerns" } role="search" {
            input type="hidden" name="lang" value=(tongue.tag());
            label for="q" { (tongue.text("search")) }
            input.long id="q" name="q" type="text" value=(asked.words.as_deref().unwrap_or(""));
            button type="submit" { (tongue.text("search-do")) }
        }
        @if let Some(words) = &asked.words {
            p role="status" { (tongue.say("search-found", &[("found", Value::Count(i64::try_from(chosen.len()).unwrap_or(0))), ("words", Value::Text(words))])) }
        }
        @if topics.len() > 1 {
            p.tools { (tongue.text("topics")) ": "
                a href={ (view.address()) "?lang=" (tongue.tag()) "#concerns" } { (tongue.text("all-topics")) } " "
                @for topic in &topics { a href={ (view.address()) "?lang=" (tongue.tag()) "&topic=" (crate::plain::encoded(topic)) "#concerns" } { bdi { (topic) } } " " }
            }
        }
        @if chosen.is_empty() && asked.words.is_none() { p { (tongue.text("concerns-none")) } }
        @for item in shown { @if let Some(Said::Concern(said)) = item.said() { (view.concern(item, said)) } }
        @if chosen.len() > (asked.page + 1) * ON_A_PAGE { p { a href=(link(asked.page + 1)) { (tongue.text("more")) } } }
    }
}

/// Whether a concern, or an answer to it, is what the reader asked for.
fn fits(view: View<'_>, item: &Item, asked: &Asked) -> bool {
    let Some(Said::Concern(said)) = item.said() else { return false };
    let topic = asked.topic.as_ref().is_none_or(|topic| *topic == said.topic);
    let holds =
        |text: &str| asked.words.as_ref().is_none_or(|words| text.to_lowercase().contains(&words.to_lowercase()));
    let answers =
        || item.answers.iter().filter_map(|&entry| view.record.item(entry)).filter(|item| view.record.is_public(item));
    let in_answer = || answers().filter_map(|answer| answer.said()?.words().map(holds)).any(|found| found);
    topic && (holds(&said.words) || holds(&said.topic) || in_answer())
}

/// Statements that were put to the vote about the project.
fn votes(tongue: Tongue, rounds: &[Round]) -> Markup {
    html! { @if !rounds.is_empty() {
        h2 id="votes" { (tongue.text("votes-heading")) }
        ul.rounds { @for Round { asked, state, .. } in rounds { li {
            a href={ "/rounds/" (asked.id) } { bdi { (asked.title) } }
            p.soft { (tongue.say(&format!("votes-{}", state.word()), &[("opens", Value::Text(&asked.opens.in_words())), ("closes", Value::Text(&asked.closes.in_words()))])) }
        } } }
    } }
}

fn consultations(view: View<'_>) -> Markup {
    let tongue = view.tongue;
    let all: Vec<&Item> = view.record.public(Kind::Consultation).collect();
    html! { @if !all.is_empty() {
        h2 { (tongue.text("consultations-heading")) }
        @for item in all { @if let Some(Said::Consultation(said)) = item.said() {
            @let load = Load::of(said);
            article.entry id={ "entry-" (item.heard.sequence) } {
                h3 { bdi { (said.title) } }
                p { (tongue.say("consultation-days", &[("opens", Value::Text(&said.opens.in_words())), ("closes", Value::Text(&said.closes.in_words())), ("days", Value::Count(load.days))])) "." }
                @if let Some(rate) = rate(load) {
                    p { strong { (tongue.say("consultation-load", &[("pages", Value::Count(i64::from(load.pages))), ("rate", Value::Text(&whole(rate)))])) } "." }
                }
                @if load.uncounted > 0 { p.soft { (tongue.say("consultation-uncounted", &[("count", Value::Count(i64::try_from(load.uncounted).unwrap_or(0)))])) } }
                ul { @for document in &said.documents { li {
                    @if document.address.starts_with("https://") || document.address.starts_with("http://") { a href=(document.address) rel="noreferrer" { bdi { (document.title) } } }
                    @else { bdi { (document.title) } ", " bdi { (document.address) } }
                    @if let Some(pages) = document.pages { " " span.soft { (pages) " p." } }
                } } }
                (view.byline(item))
            }
        } }
    } }
}

/// Pages a day, where a number of pages is known.
fn rate(load: Load) -> Option<f64> {
    let days = u32::try_from(load.days).ok()?;
    pages_per_day(load.pages, days).filter(|_| load.pages > 0)
}

/// Pages a day in whole pages; below ten with one decimal, as nobody reads a hundredth of a page.
fn whole(rate: f64) -> String {
    if rate < 10.0 { format!("{rate:.1}") } else { format!("{rate:.0}") }
}

fn meetings(view: View<'_>) -> Markup {
    let tongue = view.tongue;
    let all: Vec<&Item> = view.record.public(Kind::Meeting).collect();
    html! { @if !all.is_empty() {
        h2 { (tongue.text("meetings-heading")) }
        @for item in all { @if let Some(Said::Meeting(said)) = item.said() {
            article.entry id={ "entry-" (item.heard.sequence) } {
                h3 { bdi { (said.title) } }
                p { (said.on.in_words()) ", " bdi { (said.place) } @if let Some(present) = said.present { ", " (tongue.say("present", &[("count", Value::Count(i64::from(present)))])) } }
                (view.words(&said.words, &said.language))
                (view.byline(item))
            }
        } }
    } }
}

fn withheld(view: View<'_>) -> Markup {
    let hidden = |item: &&Item| matches!(item.visibility, Visibility::Withheld(_) | Visibility::Erased(_));
    let all: Vec<&Item> =
        view.record.items().filter(hidden).filter(|item| !view.record.is_confidential(item)).collect();
    html! { @if !all.is_empty() {
        h2 { (view.tongue.text("withheld-heading")) }
        ul { @for item in all { li id={ "entry-" (item.heard.sequence) } { (view.hidden(item)) } } }
    } }
}

fn facts(view: View<'_>) -> Markup {
    let (tongue, facts) = (view.tongue, view.record.facts(view.today));
    let median = facts.median_days_to_answer.map_or_else(|| "–".to_owned(), |days| days.to_string());
    let rows: [(&str, String); 7] = [
        ("facts-answered", format!("{} / {}", facts.answered, facts.concerns)),
        ("facts-median", median),
        ("facts-waiting", facts.waiting.to_string()),
        ("facts-waiting-long", facts.waiting_too_long.to_string()),
        ("facts-meetings", facts.meetings.to_string()),
        ("facts-kept", format!("{} / {}", facts.kept, facts.promises)),
        ("facts-broken", format!("{} / {}", facts.broken, facts.promises)),
    ];
    html! {
        h2 { (tongue.text("facts-heading")) }
        dl { @for (key, value) in rows { dt { (tongue.text(key)) } dd { (value) } } }
    }
}
