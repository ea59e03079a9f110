//! The questions of the Promises room about the law: clocks, obligations, and what stands behind their dates.

use adit_facts::law::clock_file::{ClockFile, EXAMPLES, example};
use adit_facts::law::plan_file::{self, PlanFile};
use adit_facts::law::{Date, Party};
use adit_facts::suggest;
use adit_model::clock::{Law, obligations as due, workings};

use super::Session;
use crate::chain::opened;
use crate::error::AnswerError;
use crate::promises::clock::build::{self, Run};
use crate::promises::clock::list::{self, ClocksAnswer};
use crate::promises::clock::question::{ClockQuestion, unwritten};
use crate::promises::clock::{ClockAnswer, table as clock_table};
use crate::promises::obligations::{self, ObligationsAnswer};
use crate::promises::plan::{self, PlanAnswer, PlansAnswer};
use crate::promises::words::day;
use crate::question::unreadable;
use crate::tables::PlainTable;
use crate::why::WhyAnswer;

impl Session {
    /// The clocks that come with adit.
    pub fn clocks(&self, as_of: Date) -> ClocksAnswer {
        list::answer(&self.law(), as_of)
    }

    /// The clock of a project.
    pub fn clock(&self, question: &ClockQuestion) -> Result<ClockAnswer, AnswerError> {
        Ok(build::answer(&self.clock_run(question)?, question))
    }

    /// The deadlines of a clock as a table.
    pub fn clock_table(&self, question: &ClockQuestion) -> Result<PlainTable, AnswerError> {
        self.clock(question).map(|answer| clock_table::deadlines(&answer))
    }

    /// What is due under the Act as of a day, for a party or for all.
    pub fn obligations(&self, as_of: Date, who: Option<&str>) -> Result<ObligationsAnswer, AnswerError> {
        let parties = Party::ALL.map(Party::id);
        let who = who.map(|word| {
            Party::parse(word.trim()).ok_or_else(|| {
                let hint = suggest::hint(word, parties, &format!("the parties are {}", parties.join(", ")));
                unreadable("who", word, &hint)
            })
        });
        Ok(obligations::build::answer(&self.law(), as_of, who.transpose()?))
    }

    /// The made-up plans that come with adit.
    pub fn plans(&self) -> PlansAnswer {
        plan::build::list(self.package(), &self.law())
    }

    /// The check of a plan: one that comes along, or the text of a file.
    pub fn plan(&self, id: &str, text: Option<&str>) -> Result<PlanAnswer, AnswerError> {
        let text = match (text, plan_file::example(id)) {
            (Some(text), _) => text,
            (None, Some(example)) => example.text,
            (None, None) => {
                let names = plan_file::EXAMPLES.iter().map(|example| example.id);
                let other = "write a file of your own (plan.toml), or one of those that `adit plan` lists";
                let hint = suggest::hint(id, names, other);
                return Err(AnswerError::UnknownDocument { kind: "plan", name: id.to_owned(), hint });
            }
        };
        let plan = PlanFile::parse(text, id).map_err(AnswerError::File)?;
        Ok(plan::build::answer(self.package(), &self.law(), &plan, id))
    }

    /// The derivation of a date of a clock whose file the caller has read.
    pub fn why_clock_of(&self, id: &str, text: Option<String>) -> Result<WhyAnswer, AnswerError> {
        let (path, query) = id.split_once('?').unwrap_or((id, ""));
        let (clock, question) = clock_of(id, query)?;
        let question = ClockQuestion { clock, text, ..question };
        let workings = self.clock_run(&question)?.workings();
        opened::answer(self.package(), &workings, path.trim_matches('/'), &question.id_query())
    }

    /// The derivation of a number of this room; `None` if the id is of another.
    pub(super) fn why_promises(&self, path: &str, query: &str) -> Option<Result<WhyAnswer, AnswerError>> {
        match path.split(['.', '/']).next()? {
            "clock" => Some(self.why_clock_of(&format!("{path}?{query}"), None)),
            "obligation" => Some(self.why_obligation(path, query)),
            _ => None,
        }
    }

    fn why_obligation(&self, path: &str, query: &str) -> Result<WhyAnswer, AnswerError> {
        let as_of = query.strip_prefix("as-of=").ok_or_else(|| missing(path, "as-of=2026-11-23"))?;
        let as_of = day("as-of", as_of)?;
        let dues = due::as_of(&self.law().obligations, as_of, None);
        opened::answer(self.package(), &workings::of_obligations(&dues), path, query)
    }

    fn law(&self) -> Law {
        Law::of(self.package())
    }

    fn clock_run(&self, question: &ClockQuestion) -> Result<Run, AnswerError> {
        let text = match (&question.text, example(&question.clock)) {
            (Some(text), _) => text.as_str(),
            (None, Some(example)) => example.text,
            (None, None) => {
                let names: Vec<&str> = EXAMPLES.iter().map(|example| example.id).collect();
                let other = format!("write a file of your own (clock.toml), or one of {}", names.join(", "));
                let hint = suggest::hint(&question.clock, names.iter().copied(), &other);
                return Err(AnswerError::UnknownDocument { kind: "clock", name: question.clock.clone(), hint });
            }
        };
        let (file, findings) = ClockFile::parse(text, &question.clock).map_err(AnswerError::File)?;
        Ok(Run::new(self.package(), &self.law(), file, findings, question))
    }
}

/// The clock that an id names, and the words that shape its dates.
fn clock_of(id: &str, query: &str) -> Result<(String, ClockQuestion), AnswerError> {
    let pairs: Vec<(&str, &str)> = query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .collect();
    let clock = pairs.iter().find(|(name, _)| *name == "clock").ok_or_else(|| missing(id, "clock=extraction"))?.1;
    let as_of = pairs.iter().find(|(name, _)| *name == "as-of").ok_or_else(|| missing(id, "as-of=2026-11-23"))?.1;
    let rest = pairs.iter().copied().filter(|(name, _)| *name != "clock");
    Ok((unwritten(clock), ClockQuestion::from_pairs(clock, day("as-of", as_of)?, rest)?))
}

/// The file or example that an id of a clock names.
pub fn clock_named(id: &str) -> Option<String> {
    let (path, query) = id.split_once('?')?;
    let named = query.split('&').find_map(|part| part.strip_prefix("clock="));
    path.trim_start().starts_with("clock.").then(|| named.map(unwritten)).flatten()
}

fn missing(id: &str, lacks: &str) -> AnswerError {
    AnswerError::UnknownId {
        id: id.to_owned(),
        says: format!("it does not say {}", lacks.split('=').next().unwrap_or_default()),
        hint: format!("add {lacks} behind the question mark; ids stand in the JSON of each answer, under `why`"),
    }
}
