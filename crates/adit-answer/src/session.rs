//! An immutable snapshot that answers questions: the facts of a package, and nothing else.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, RwLock};

use adit_facts::package::DEFAULT_EDITION;
use adit_facts::study::Side;
use adit_facts::{Amount, Change, Changes, Country, Material, Package, Stage};
use adit_figure::Figure;
use adit_model::risk::{About, Options, gather};

use crate::asked::{self, Asked, Assessed};
use crate::error::AnswerError;
use crate::explain::ExplainAnswer;
use crate::facts::{FactAnswer, FactsAnswer, SourcesAnswer, TablesAnswer};
use crate::flips::FlipsAnswer;
use crate::history::HistoryAnswer;
use crate::id::{self, Id, Subject};
use crate::materials::{MaterialsAnswer, PlacesAnswer};
use crate::meta::MetaAnswer;
use crate::question::{Question, RiskQuestion};
use crate::risk::{Basis, RiskAnswer};
use crate::suppliers::SuppliersAnswer;
use crate::tables::PlainTable;
use crate::why::WhyAnswer;
use crate::{audit, explain, facts, figures, flips, history, house, names, risk, suppliers, tables, why};

mod chain;
mod choose;
mod outlook;
pub mod promises;

/// The form of every document.
pub const FORMAT: u32 = 1;

/// A snapshot of facts that answers questions. Cheap to share; nothing in it changes after its creation.
#[derive(Debug)]
pub struct Session {
    package: Arc<Package>,
    workspace: Option<String>,
    /// The study of the default question, assessed when first asked for.
    plain: OnceLock<Arc<Assessed>>,
    /// The facts of the benchmarks, gathered when first asked for.
    benchmarks: OnceLock<Arc<adit_model::chain::benchmarks::Gathered>>,
    /// The cases of the Outlook, each gathered when first asked for.
    outlooks: RwLock<BTreeMap<String, Arc<adit_model::outlook::case::CaseModel>>>,
    /// The set that was last proved to be the best of a portfolio, with the question, so that its numbers open at once.
    chosen: RwLock<Option<(String, Arc<choose::Solved>)>>,
    /// Official boundaries that the user brought along, as `GeoJSON` with their notice.
    boundaries: Option<Arc<str>>,
}

impl Session {
    /// A session on a package; `workspace` is the name of the workspace that was laid over it.
    pub fn new(package: Arc<Package>, workspace: Option<String>) -> Self {
        Self {
            package,
            workspace,
            plain: OnceLock::new(),
            benchmarks: OnceLock::new(),
            outlooks: RwLock::default(),
            chosen: RwLock::default(),
            boundaries: None,
        }
    }

    /// The same with official boundaries to draw: a `GeoJSON` text that carries its notice.
    #[must_use]
    pub fn with_boundaries(self, geojson: Option<String>) -> Self {
        Self { boundaries: geojson.map(Arc::from), ..self }
    }

    /// The official boundaries that the user brought along.
    pub fn boundaries(&self) -> Option<Arc<str>> {
        self.boundaries.clone()
    }

    /// The facts that it answers from.
    pub fn package(&self) -> &Arc<Package> {
        &self.package
    }

    /// Version, data, editions, rooms.
    pub fn meta(&self) -> MetaAnswer {
        house::meta(&self.package, self.workspace.as_deref())
    }

    /// The materials to choose from.
    pub fn materials(&self) -> MaterialsAnswer {
        house::materials(&self.package)
    }

    /// The places to choose from.
    pub fn places(&self) -> PlacesAnswer {
        house::places(&self.package)
    }

    /// The sources with their licences.
    pub fn sources(&self) -> SourcesAnswer {
        facts::build::sources(&self.package)
    }

    /// The tables of facts.
    pub fn tables(&self) -> TablesAnswer {
        facts::build::tables(&self.package)
    }

    /// The facts of a table, at most `limit`; those whose row key begins with the parts of `under`, if given.
    pub fn facts(&self, table: &str, under: Option<&str>, limit: Option<usize>) -> Result<FactsAnswer, AnswerError> {
        facts::build::facts(&self.package, table, under, limit)
    }

    /// One fact by its key.
    pub fn fact(&self, key: &str) -> Result<FactAnswer, AnswerError> {
        facts::build::one(&self.package, key)
    }

    /// Supply risk and economic importance.
    pub fn risk(&self, question: &RiskQuestion) -> Result<RiskAnswer, AnswerError> {
        let material = question.material.as_deref().map(|name| self.material(name)).transpose()?;
        let asked = self.ask(material, &question.study)?;
        Ok(risk::build::answer(&asked, question.draws))
    }

    /// The scenario and short forms of a question as changes to facts: what `--write-scenario` writes.
    pub fn scenario(&self, material: Option<&str>, question: &Question) -> Result<Changes, AnswerError> {
        let material = material.map(|name| self.material(name)).transpose()?;
        Ok(self.ask(material, question)?.changes)
    }

    /// The derivation of a number or fact by its id; with every arithmetic step if `steps`.
    pub fn why(&self, id: &str, steps: bool) -> Result<WhyAnswer, AnswerError> {
        if let Some(answer) = self.why_chain(id) {
            return answer;
        }
        let id = Id::parse(id, self.package.vocabulary())?;
        let material = id::material_of(&id.subject, self.package.vocabulary());
        match &id.subject {
            Subject::Number(About::Governance(country)) => {
                let asked = self.ask_of_country(*country, &id.question)?;
                why::build::number(&asked, About::Governance(*country), steps)
            }
            Subject::Number(about) => why::build::number(&self.ask(material, &id.question)?, *about, steps),
            Subject::Fact(key) if id.question == Question::default() => why::build::fact(&self.package, key),
            Subject::Fact(key) => {
                if let Some(country) = id::country_of(key, self.package.vocabulary()) {
                    return why::build::changed_fact(&self.ask_of_country(country, &id.question)?, key);
                }
                // A fact of no material (the value added of a sector) is asked for in the whole study.
                let assessed = material.filter(|m| asked::assesses(&self.package, *m, id.question.edition.as_deref()));
                why::build::changed_fact(&self.ask(assessed, &id.question)?, key)
            }
        }
    }

    /// The suppliers of a material, by stage.
    pub fn suppliers(&self, material: &str, question: &Question) -> Result<SuppliersAnswer, AnswerError> {
        let (asked, at) = self.ask_of(material, question)?;
        Ok(suppliers::build::answer(&asked, at))
    }

    /// Published figures over the editions, of one or all materials.
    pub fn history(&self, material: Option<&str>) -> Result<HistoryAnswer, AnswerError> {
        let material = material.map(|name| self.material(name)).transpose()?;
        Ok(history::build::answer(&self.package, material))
    }

    /// All flips of a material, at most `limit` of them listed.
    pub fn flips(&self, material: &str, question: &Question, limit: Option<usize>) -> Result<FlipsAnswer, AnswerError> {
        let (asked, at) = self.ask_of(material, question)?;
        Ok(flips::build::answer(&asked, at, limit))
    }

    /// All single changes of an input that make the supply risk of a stage `target`.
    pub fn explain(
        &self,
        material: &str,
        stage: Stage,
        target: f64,
        question: &Question,
    ) -> Result<ExplainAnswer, AnswerError> {
        let (asked, at) = self.ask_of(material, question)?;
        explain::build::answer(&asked, at, stage, target)
    }

    /// The criticality matrix of an edition, computed or as published.
    pub fn matrix(&self, question: &Question, basis: Basis) -> Result<Figure, AnswerError> {
        let risk = self.risk(&RiskQuestion { study: question.clone(), ..RiskQuestion::default() })?;
        Ok(figures::matrix(&self.package, &risk, basis))
    }

    /// A material over the editions.
    pub fn history_figure(&self, material: &str) -> Result<Figure, AnswerError> {
        let history = self.history(Some(material))?;
        figures::history(&self.package, &history)
            .ok_or_else(|| no_figure("history", material, "no edition assesses it"))
    }

    /// The suppliers of a stage, one side; of the deciding stage if `stage` is `None`.
    pub fn suppliers_figure(
        &self,
        material: &str,
        stage: Option<Stage>,
        side: Side,
        question: &Question,
    ) -> Result<Figure, AnswerError> {
        let (asked, at) = self.ask_of(material, &Question { stage: None, ..question.clone() })?;
        let answer = suppliers::build::answer(&asked, at);
        let deciding = asked.assessed.risks[at].deciding.map(|(stage, _)| stage);
        let found = match stage.or(deciding) {
            Some(stage) => answer.stages.iter().find(|s| s.stage == stage.id()),
            None => answer.stages.first(),
        };
        let found = found.ok_or_else(|| {
            let there: Vec<String> = answer.stages.iter().map(|s| s.stage.clone()).collect();
            let hint = match there.as_slice() {
                [] => "a group has no suppliers of its own; ask for a member".to_owned(),
                there => format!("it has {}", names::listed(there, "and")),
            };
            no_figure("suppliers", material, &hint)
        })?;
        Ok(figures::suppliers(&self.package, &answer, found, side))
    }

    /// A table by its name: `risk`, `stages`, `audit`, `history`, `audit`, `suppliers-MATERIAL`, `flips-MATERIAL`.
    pub fn table(&self, name: &str, question: &Question) -> Result<PlainTable, AnswerError> {
        let risk = || self.risk(&RiskQuestion { study: question.clone(), ..RiskQuestion::default() });
        match name {
            "risk" => Ok(tables::risk(&self.package, &risk()?)),
            "stages" => Ok(tables::stages(&risk()?)),
            "audit" => Ok(audit::table(&self.audit(question)?)),
            "history" => Ok(tables::history(&self.history(None)?)),
            _ => self.table_of(name, question),
        }
    }

    /// Tables of one material.
    fn table_of(&self, name: &str, question: &Question) -> Result<PlainTable, AnswerError> {
        match name.split_once('-') {
            Some(("suppliers", material)) => Ok(tables::suppliers(&self.package, &self.suppliers(material, question)?)),
            Some(("flips", material)) => Ok(tables::flips(&self.flips(material, question, None)?)),
            Some(("history", material)) => Ok(tables::history(&self.history(Some(material))?)),
            _ => Err(AnswerError::UnknownDocument {
                kind: "table",
                name: name.to_owned(),
                hint: format!(
                    "the tables are risk, stages, audit, history, suppliers-MATERIAL, flips-MATERIAL, {}, {}",
                    chain::TABLES.join(", "),
                    choose::TABLES.join(", ")
                ),
            }),
        }
    }

    fn material(&self, name: &str) -> Result<Material, AnswerError> {
        asked::material(&self.package, name)
    }

    fn ask(&self, material: Option<Material>, question: &Question) -> Result<Asked, AnswerError> {
        let plain = if material.is_none() { Some(self.plain()) } else { self.plain.get() };
        Asked::new(&self.package, material, question, plain)
    }

    fn plain(&self) -> &Arc<Assessed> {
        self.plain.get_or_init(|| {
            let study = gather(&self.package, &Options::default(), &Changes::default());
            Arc::new(Assessed::new(&self.package, study))
        })
    }

    /// A question about one material, and its position in the study.
    fn ask_of(&self, material: &str, question: &Question) -> Result<(Asked, usize), AnswerError> {
        let material = self.material(material)?;
        let asked = self.ask(Some(material), question)?;
        let at = asked.assessed.position(material).ok_or_else(|| AnswerError::NotInEdition {
            edition: asked.options.edition.clone(),
            material: self.package.vocabulary().material(material).id.clone(),
            hint: "ask for another edition".to_owned(),
        })?;
        Ok((asked, at))
    }

    /// A small study in which a country supplies: nothing but the governance of its suppliers matters in it. The
    /// addition of nothing to a list shapes no number, so ids stay those of the question.
    fn ask_of_country(&self, country: Country, question: &Question) -> Result<Asked, AnswerError> {
        let words = self.package.vocabulary();
        let list = self.package.table("world-supply").and_then(|table| {
            let (list, _) = table
                .rows()
                .iter()
                .map(adit_facts::table::Row::key)
                .find(|key| key.starts_with(DEFAULT_EDITION))?
                .rsplit_once('/')?;
            let material = words.find_material(list.split('/').nth(1)?)?;
            Some((material, format!("world-supply/{list}/{}/share", words.country(country).id)))
        });
        let question = Question { edition: None, scope: None, stage: None, ..question.clone() };
        let plain = self.ask(None, &Question::default())?;
        let supplies = plain.study().governance[usize::from(country.0)].is_some();
        let shaped = question != Question::default();
        let Some((material, share)) = list.filter(|_| shaped || !supplies) else { return Ok(plain) };
        let mut named = question.clone();
        named.changes.changes.push(Change::add(share, Amount::Exact(0.0)));
        Ok(Asked { question, ..self.ask(Some(material), &named)? })
    }
}

fn no_figure(of: &str, material: &str, hint: &str) -> AnswerError {
    AnswerError::UnknownDocument { kind: "figure", name: format!("{of}/{material}"), hint: hint.to_owned() }
}
