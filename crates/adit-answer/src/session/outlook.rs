//! The questions of the Outlook.

use std::sync::{Arc, PoisonError};

use adit_facts::Material;
use adit_facts::chain::Region;
use adit_facts::outlook::cases::CaseFacts;
use adit_facts::suggest;
use adit_model::outlook::case::matters::Progress;
use adit_model::outlook::case::regional::WITHIN_KM;
use adit_model::outlook::case::{CaseModel, CaseRun, Draws, Line, Question, RegionalRun, Target};
use adit_number::Sampling;

use super::{FORMAT, Session};
use crate::chain::opened;
use crate::error::AnswerError;
use crate::outlook::build::{self, Ran};
use crate::outlook::flows::OutlookFlows;
use crate::outlook::matters::OutlookMatters;
use crate::outlook::question::OutlookQuestion;
use crate::outlook::{NamedDocument, OutlookAnswer, OutlookCase, OutlookCases, OutlookRegion};
use crate::outlook::{ranked, regional, sankey};
use crate::why::WhyAnswer;

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
        let regional = question.region.as_deref().map(|name| self.outlook_region(&model, question, &run, name));
        let described = self.outlook_case_document(&model.facts);
        let settings = &asked.settings;
        let ran = Ran { package: self.package(), model: &model, described, question, settings, run: &run };
        Ok(build::answer(ran, regional.transpose()?))
    }

    /// The estimate for a region; for each together, where a name or an earlier code means several.
    fn outlook_region(
        &self,
        model: &CaseModel,
        question: &OutlookQuestion,
        run: &CaseRun,
        name: &str,
    ) -> Result<OutlookRegion, AnswerError> {
        let (region, regional) = self.outlook_regional(model, question, run, name)?;
        Ok(regional::document(self.package(), model, question, region, &regional))
    }

    fn outlook_regional(
        &self,
        model: &CaseModel,
        question: &OutlookQuestion,
        run: &CaseRun,
        name: &str,
    ) -> Result<(&Region, RegionalRun), AnswerError> {
        let found = self.package().find_region(name)?;
        let first = found.regions.first().copied().ok_or_else(|| AnswerError::UnknownPlace {
            name: name.to_owned(),
            hint: "write a NUTS code or the name of a region".to_owned(),
        })?;
        let within = question.within_km.unwrap_or(WITHIN_KM);
        Ok((first, model.regional(self.package(), run, &found.regions, within)?))
    }

    /// Which assumption matters most? `progress` hears how many sets of runs are done, of how many.
    pub fn outlook_matters(
        &self,
        question: &OutlookQuestion,
        progress: Progress<'_>,
    ) -> Result<OutlookMatters, AnswerError> {
        let model = self.outlook_model(&question.case)?;
        let asked = self.outlook_asked(question)?;
        let line = match question.line.as_deref() {
            None => ranked::LINE,
            Some(word) => Line::parse(word).ok_or_else(|| {
                let hint =
                    suggest::hint(word, Line::ALL.into_iter().map(Line::id), "lines stand in the JSON of a case");
                AnswerError::Unreadable { name: "line".to_owned(), says: format!("there is no line \"{word}\""), hint }
            })?,
        };
        let year = question.year.unwrap_or(ranked::YEAR.min(model.facts.last_year));
        let materials = if asked.materials.is_empty() { &model.facts.materials } else { &asked.materials };
        let targets: Vec<Target> = materials.iter().map(|&material| Target { material, line, year }).collect();
        let count = question.samples.unwrap_or(ranked::SAMPLES);
        let draws = Draws { count, seed: question.seed, sampling: Sampling::Sobol };
        let found = model.matters(&asked, &targets, draws, progress)?;
        Ok(ranked::answer(self.package(), &model, question, &found))
    }

    /// What goes where in one year, of one material.
    pub fn outlook_flows(&self, question: &OutlookQuestion) -> Result<OutlookFlows, AnswerError> {
        let model = self.outlook_model(&question.case)?;
        let mut asked = Question { draws: None, ..self.outlook_asked(question)? };
        asked.materials.truncate(1);
        if asked.materials.is_empty() {
            asked.materials.extend(model.facts.materials.first());
        }
        let run = model.run(&asked)?;
        let year = question.year.unwrap_or(sankey::YEAR.min(model.facts.last_year));
        let material = run.materials.first().ok_or_else(|| AnswerError::UnknownDocument {
            kind: "case",
            name: question.case.clone(),
            hint: "it follows no material".to_owned(),
        })?;
        sankey::answer(self.package(), &model, question, material, year)
    }

    /// `outlook.LINE/CASE/MATERIAL/YEAR?set=..&draws=..`, with the region behind the year for a regional estimate.
    pub(super) fn why_outlook(&self, path: &str, query: &str) -> Result<WhyAnswer, AnswerError> {
        let parts: Vec<&str> = path.split('/').collect();
        let case = parts.get(1).copied().unwrap_or_default();
        let pairs = query.split('&').filter(|part| !part.is_empty());
        let question = OutlookQuestion::from_pairs(case, pairs.map(|part| part.split_once('=').unwrap_or((part, ""))))?;
        let model = self.outlook_model(case)?;
        // Numbers are of a segment, of a material, or of a region.
        if let Some(name) = parts.get(2).filter(|_| parts[0] != "outlook.region-share")
            && !model.segments.iter().any(|segment| segment.id == *name)
        {
            self.material(name)?;
        }
        let asked = self.outlook_asked(&question)?;
        // A share of a region has no year; that of any year opens it.
        let years = parts.iter().rev().filter_map(|part| part.parse::<u16>().ok());
        let year = years.into_iter().next().unwrap_or(model.facts.last_year);
        let shape = question.id_query();
        let mut workings = model.write(&asked, year, &shape)?;
        let run = model.run(&asked)?;
        if run.draws.is_some() {
            model.write_bands(&run, year, &mut workings);
        }
        if let Some(name) = &question.region {
            let (_, regional) = self.outlook_regional(&model, &question, &run, name)?;
            model.write_regional(&regional, year, &mut workings);
        }
        opened::answer(self.package(), &workings, path, query)
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
