//! The questions of the Outlook.

use adit_facts::Material;
use adit_facts::outlook::cases::CaseFacts;
use adit_facts::suggest;

use super::{FORMAT, Session};
use crate::error::AnswerError;
use crate::outlook::{NamedDocument, OutlookCase, OutlookCases};

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
