//! `/rounds`: which rounds there are.

use adit_record::Round;
use adit_record::round::State as RoundState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use crate::rounds::{Rounds, fresh, problem_page, standing};

/// The page.
pub(super) async fn page(State(rounds): State<Rounds>) -> Response {
    match rounds.all().await {
        Ok(all) => fresh(StatusCode::OK, "Whose priorities?", &body(&all)),
        Err(problem) => problem_page(&problem),
    }
}

fn body(all: &[Round]) -> Markup {
    let of = |states: &[RoundState]| all.iter().filter(|round| states.contains(&round.state)).collect::<Vec<_>>();
    let open = of(&[RoundState::Open]);
    let coming = of(&[RoundState::Announced]);
    let over = of(&[RoundState::Ended, RoundState::Closed]);
    html! {
        h1 { "Whose priorities should count?" }
        p.lead {
            "In a round, people say what matters to them when projects are chosen, or vote on statements: agree, disagree, pass. "
            "Anyone can take part, on a phone, without an account and without a name. The result appears when the round has been closed, "
            "group by group."
        }
        h2 { "Open now" }
        @if open.is_empty() { p { "No round is open at present." } }
        (items(&open))
        @if !coming.is_empty() { h2 { "Coming" } (items(&coming)) }
        @if !over.is_empty() { h2 { "Over" } (items(&over)) }
    }
}

fn items(rounds: &[&Round]) -> Markup {
    html! {
        @if !rounds.is_empty() {
            ul.rounds {
                @for round in rounds {
                    li {
                        a href={ "/rounds/" (round.asked.id) } { (round.asked.title) }
                        p.soft { "Asked by " (round.asked.who_asks) ". " (standing(round)) }
                    }
                }
            }
        }
    }
}
