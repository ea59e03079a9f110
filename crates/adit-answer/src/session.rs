//! An immutable snapshot that answers questions: the facts of a package, and nothing else.

use std::sync::{Arc, OnceLock};

use adit_facts::study::Side;
use adit_facts::{Changes, Package, Stage};
use adit_figure::Figure;

use crate::error::AnswerError;
use crate::explain::ExplainAnswer;
use crate::facts::{FactAnswer, FactsAnswer, SourcesAnswer, TablesAnswer};
use crate::flips::FlipsAnswer;
use crate::history::HistoryAnswer;
use crate::materials::{MaterialsAnswer, PlacesAnswer};
use crate::meta::MetaAnswer;
use crate::question::{Question, RiskQuestion};
use crate::risk::{Basis, RiskAnswer};
use crate::suppliers::SuppliersAnswer;
use crate::tables::PlainTable;
use crate::why::WhyAnswer;

/// The form of every document.
pub const FORMAT: u32 = 1;

/// A snapshot of facts that answers questions. Cheap to share; nothing in it changes after its creation.
#[derive(Debug)]
pub struct Session {
    package: Arc<Package>,
    workspace: Option<String>,
    default: OnceLock<()>,
}

impl Session {
    /// A session on a package; `workspace` is the name of the workspace that was laid over it.
    pub fn new(package: Arc<Package>, workspace: Option<String>) -> Self {
        Self { package, workspace, default: OnceLock::new() }
    }

    /// The facts that it answers from.
    pub fn package(&self) -> &Arc<Package> {
        &self.package
    }

    /// Version, data, editions, rooms.
    pub fn meta(&self) -> MetaAnswer {
        let _ = (&self.workspace, &self.default);
        unimplemented!()
    }

    /// The materials to choose from.
    pub fn materials(&self) -> MaterialsAnswer {
        unimplemented!()
    }

    /// The places to choose from.
    pub fn places(&self) -> PlacesAnswer {
        unimplemented!()
    }

    /// The sources with their licences.
    pub fn sources(&self) -> SourcesAnswer {
        unimplemented!()
    }

    /// The tables of facts.
    pub fn tables(&self) -> TablesAnswer {
        unimplemented!()
    }

    /// The facts of a table, at most `limit`; those whose row key begins with the parts of `under`, if given.
    pub fn facts(&self, _table: &str, _under: Option<&str>, _limit: Option<usize>) -> Result<FactsAnswer, AnswerError> {
        unimplemented!()
    }

    /// One fact by its key.
    pub fn fact(&self, _key: &str) -> Result<FactAnswer, AnswerError> {
        unimplemented!()
    }

    /// Supply risk and economic importance.
    pub fn risk(&self, _question: &RiskQuestion) -> Result<RiskAnswer, AnswerError> {
        unimplemented!()
    }

    /// The short forms of a question as changes to facts: what `--write-scenario` writes ([`Changes::to_toml`]).
    pub fn scenario(&self, _material: Option<&str>, _question: &Question) -> Result<Changes, AnswerError> {
        unimplemented!()
    }

    /// The derivation of a number or fact by its id; with every arithmetic step if `steps`.
    pub fn why(&self, _id: &str, _steps: bool) -> Result<WhyAnswer, AnswerError> {
        unimplemented!()
    }

    /// The suppliers of a material, by stage.
    pub fn suppliers(&self, _material: &str, _question: &Question) -> Result<SuppliersAnswer, AnswerError> {
        unimplemented!()
    }

    /// Published figures over the editions, of one or all materials.
    pub fn history(&self, _material: Option<&str>) -> Result<HistoryAnswer, AnswerError> {
        unimplemented!()
    }

    /// All flips of a material, at most `limit` of them listed.
    pub fn flips(
        &self,
        _material: &str,
        _question: &Question,
        _limit: Option<usize>,
    ) -> Result<FlipsAnswer, AnswerError> {
        unimplemented!()
    }

    /// All single changes of an input that make the supply risk of a stage `target`.
    pub fn explain(
        &self,
        _material: &str,
        _stage: Stage,
        _target: f64,
        _question: &Question,
    ) -> Result<ExplainAnswer, AnswerError> {
        unimplemented!()
    }

    /// The criticality matrix of an edition, computed or as published.
    pub fn matrix(&self, _question: &Question, _basis: Basis) -> Result<Figure, AnswerError> {
        unimplemented!()
    }

    /// A material over the editions.
    pub fn history_figure(&self, _material: &str) -> Result<Figure, AnswerError> {
        unimplemented!()
    }

    /// The suppliers of a stage, one side; the deciding stage if `stage` is `None`.
    pub fn suppliers_figure(
        &self,
        _material: &str,
        _stage: Option<Stage>,
        _side: Side,
        _question: &Question,
    ) -> Result<Figure, AnswerError> {
        unimplemented!()
    }

    /// A table by its name: `risk`, `history`, `suppliers-MATERIAL`, `flips-MATERIAL`.
    pub fn table(&self, _name: &str, _question: &Question) -> Result<PlainTable, AnswerError> {
        unimplemented!()
    }
}
