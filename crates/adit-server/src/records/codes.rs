//! Codes to hand out at a meeting: a clerk asks for some, and prints the page that shows them once.

use adit_record::Moment;
use adit_record::people::Act;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::people::{Visitor, problem_page};
use crate::problem::Problem;
use crate::records::{Records, fresh};
use crate::typed::Typed;

const TITLE: &str = "Codes to hand out";
/// Most codes of one sheet: a full village hall.
const MOST: usize = 200;
/// Most days that a code may be good for.
const LONGEST: i64 = 365;

/// Asks how many.
pub(super) async fn ask(State(records): State<Records>, Path(id): Path<String>, visitor: Visitor) -> Response {
    let made = async {
        let place = records.place(&id, &visitor).await?;
        visitor.must(&records.people, Act::GiveCodes, &place).await?;
        let fate = records.record()?.codes(&id, Moment::now()).await?;
        let says = format!("{} were made so far, {} of them are used, {} are over.", fate.made, fate.spent, fate.over);
        Ok(fresh(StatusCode::OK, TITLE, &question(&id, &says, None)))
    };
    made.await.unwrap_or_else(|problem: Problem| problem_page(&problem))
}

fn question(id: &str, says: &str, wrong: Option<&str>) -> Markup {
    html! {
        p.tools { a href={ "/records/" (id) "/desk" } { "Your desk" } }
        h1 { (TITLE) }
        p { "Each code confirms one contribution of somebody who was given it by hand. It asks for no name. " (says) }
        @if let Some(wrong) = wrong { p.error role="alert" { (wrong) } }
        form.asked method="post" action={ "/records/" (id) "/desk/codes" } {
            label for="count" { "How many" } input.short id="count" name="count" type="text" inputmode="numeric" value="20";
            label for="days" { "Good for how many days" } input.short id="days" name="days" type="text" inputmode="numeric" value="60";
            button type="submit" { "Make them" }
        }
    }
}

/// Makes them and shows them once.
pub(super) async fn make(
    State(records): State<Records>,
    Path(id): Path<String>,
    visitor: Visitor,
    body: Bytes,
) -> Response {
    let made = async {
        let place = records.place(&id, &visitor).await?;
        visitor.must(&records.people, Act::GiveCodes, &place).await?;
        let typed = Typed::read(&body);
        let count = typed
            .filled("count")
            .and_then(|text| text.parse::<usize>().ok())
            .filter(|count| (1..=MOST).contains(count));
        let days =
            typed.filled("days").and_then(|text| text.parse::<i64>().ok()).filter(|days| (1..=LONGEST).contains(days));
        let (Some(count), Some(days)) = (count, days) else {
            let wrong = format!("Ask for 1 to {MOST} codes, good for 1 to {LONGEST} days.");
            return Ok(fresh(StatusCode::UNPROCESSABLE_ENTITY, TITLE, &question(&id, "", Some(&wrong))));
        };
        let now = Moment::now();
        let until = now.date().plus(days);
        let by = visitor.account.as_ref().map(|account| account.number);
        let codes = records.record()?.make_codes(&id, count, until.begins(), by, now).await?;
        let title = records.any(&id, |record| Ok(record.project.title.clone())).await?;
        let page = html! {
            h1 { (TITLE) }
            p { "They are shown only now: print this page and cut it. Good until " (until.in_words()) ", once each." }
            ul.slips { @for code in &codes { li {
                p { bdi { (title) } }
                p.code { (code) }
                p.soft { "Write what worries you at /records/" (id) "/concern with this code. No name is needed." }
            } } }
        };
        Ok(fresh(StatusCode::CREATED, TITLE, &page))
    };
    made.await.unwrap_or_else(|problem: Problem| problem_page(&problem))
}
