//! The derivation of a number as nested lists.

use adit_answer::why::{DerivationDocument, NodeDocument};
use adit_answer::{AnswerError, Session};
use adit_figure::number::{Reading, number};
use maud::{Markup, html};

use super::pages::encoded;

/// The page of one number.
pub fn page(session: &Session, id: &str) -> Result<(String, Markup), AnswerError> {
    let answer = session.why(id, false)?;
    let node = &answer.number;
    let body = html! {
        h1 { "Why " (written(node)) "?" }
        p.soft { "The same as " code { "adit why '" (id) "'" } " and " a href={ "/api/v1/why?id=" (encoded(id)) } { "as JSON" } "." }
        ul.tree { (branch(node)) }
    };
    Ok((node.label.clone(), body))
}

fn written(node: &NodeDocument) -> String {
    number(&Reading::between(Some(node.value), node.low, node.high, &node.unit))
}

fn branch(node: &NodeDocument) -> Markup {
    html! {
        li {
            span.value { (written(node)) } " " (node.label)
            @if let Some(formula) = &node.formula { div.soft { (formula) } }
            @if let Some(fact) = &node.fact {
                div.soft { (fact.citation) ". " (fact.locator) ". " (fact.licence) " · " code { (fact.key) } " (" (fact.file) ", line " (fact.line) ")" }
            } @else {
                div.soft { (node.source) }
            }
            @if !node.inputs.is_empty() {
                ul {
                    @for input in &node.inputs {
                        @match input {
                            DerivationDocument::Number(node) => (branch(node)),
                            DerivationDocument::See(see) => li { (see.label) ", see above" },
                        }
                    }
                }
            }
        }
    }
}
