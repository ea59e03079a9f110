//! The questions of the Outlook.

use std::sync::{Arc, PoisonError};

use adit_facts::Material;
use adit_facts::outlook::cases::CaseFacts;
use adit_facts::suggest;
use adit_model::outlook::case::{CaseModel, Draws, Question};
use adit_number::Sampling;

use super::{FORMAT, Session};
use crate::error::AnswerError;
use crate::outlook::build::{self, Ran};
use crate::outlook::question::OutlookQuestion;
use crate::outlook::{NamedDocument, OutlookAnswer, OutlookCase, OutlookCases};

impl Session {
    /// The cases that adit brings along, and those of the workspace.
    pub fn outlook_cases(&self) -> OutlookCases {
        let cases = self.package().outlook_cases().iter().map(|case| self.outlook_case_document(case)).collect();
        OutlookCases { format: FORMAT, cases }
    }

    /// The cases that follow a material, by its id or name.
    pub fn outlook_cases_of(&self, material: &str) -> Result<OutlookCases, AnswerError> {
        let id = &self.package().vocabulary().material(self.material(material)?).id;
        let mut all = self.outlook_cases();
        all.cases.retain(|case| case.materials.iter().any(|of| of.id == *id));
        Ok(all)
    }

    /// A case from its first year to its last.
    pub fn outlook(&self, question: &OutlookQuestion) -> Result<OutlookAnswer, AnswerError> {
        let model = self.outlook_model(&question.case)?;
        let asked = self.outlook_asked(question)?;
        let run = model.run(&asked)?;
        let described = self.outlook_case_document(&model.facts);
        let ran = Ran {
            package: self.package(),
            case: &model.facts,
            described,
            question,
            settings: &asked.settings,
            run: &run,
        };
        Ok(build::answer(ran, None))
    }

    /// The question as the model takes it.
    fn outlook_asked(&self, question: &OutlookQuestion) -> Result<Question, AnswerError> {
        let sampling = Sampling::named(&question.sampling).unwrap_or_default();
        let draws = Draws { count: question.draws, seed: question.seed, sampling };
        Ok(Question {
            materials: question.materials.iter().map(|name| self.material(name)).collect::<Result<_, _>>()?,
            settings: question.settings.clone(),
            draws: (question.draws > 0).then_some(draws),
        })
    }

    /// The model of a case, gathered when first asked for.
    fn outlook_model(&self, id: &str) -> Result<Arc<CaseModel>, AnswerError> {
        self.outlook_case(id)?;
        // A thread that died while it wrote left the map as it was before or after.
        if let Some(model) = self.outlooks.read().unwrap_or_else(PoisonError::into_inner).get(id) {
            return Ok(Arc::clone(model));
        }
        let model = Arc::new(CaseModel::gather(self.package(), id, &self.gathered())?);
        self.outlooks.write().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), Arc::clone(&model));
        Ok(model)
    }

    /// The facts of a case.
    pub(crate) fn outlook_case(&self, id: &str) -> Result<CaseFacts, AnswerError> {
        self.package().outlook_case(id).ok_or_else(|| {
            let cases = self.package().outlook_cases();
            let names = cases.iter().map(|case| case.id.as_str());
            AnswerError::UnknownDocument {
                kind: "case",
                name: id.to_owned(),
                hint: suggest::hint(id, names, "`adit outlook` lists the cases; a model file ends in .toml"),
            }
        })
    }

    pub(crate) fn outlook_case_document(&self, case: &CaseFacts) -> OutlookCase {
        OutlookCase {
            id: case.id.clone(),
            name: case.name.clone(),
            question: case.question.clone(),
            product: case.product.clone(),
            product_unit: case.product_unit.clone(),
            stage_product: case.stage_product.clone(),
            first_year: case.first_year,
            base_year: case.base_year,
            last_year: case.last_year,
            inflow_at: case.inflow_at.clone(),
            materials: case.materials.iter().map(|material| self.named(*material)).collect(),
        }
    }

    pub(crate) fn named(&self, material: Material) -> NamedDocument {
        let words = self.package().vocabulary().material(material);
        NamedDocument { id: words.id.clone(), name: words.name.clone() }
    }
}
