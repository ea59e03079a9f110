//! Appraisals.

use std::collections::BTreeMap;

use adit_facts::chain::ProjectFacts;
use adit_facts::choose::appraisal_file::AppraisalFile;
use adit_facts::suggest;
use adit_model::choose::appraise::draws::{DrawsAsked, Worlds, draw};
use adit_model::choose::appraise::gather::{Known, input_of};
use adit_model::choose::appraise::price::{PriceModels, ProcessAsked, price_models};
use adit_model::choose::appraise::{
    Appraisal, AppraisalError, Asked, CashFlow, Given, ProjectPlan, appraise, gather, nominal_rate,
};
use adit_model::workings::{Input, Workings};

use super::super::{FORMAT, Session};
use crate::choose::appraisal::build::{self, Ran};
use crate::choose::appraisal::project::Projects;
use crate::choose::appraisal::question::AppraisalQuestion;
use crate::choose::appraisal::{AppraisableProject, AppraisalAnswer, AppraisalProject, AppraisalsAnswer};
use crate::choose::appraisal::{book, drawn, impacts, inputs, instruments, later, trail};
use crate::error::AnswerError;
use crate::question::unreadable;
use crate::workbook::Workbook;

/// States of the world over which instruments are compared at most: each is a whole cash flow.
const WORLDS: usize = 400;

/// A project, appraised in its base case.
struct Appraised {
    /// The project of the facts; `None` for one of the user's own.
    project: Option<ProjectFacts>,
    document: AppraisalProject,
    plan: ProjectPlan,
    appraisal: Appraisal,
    prices: PriceModels,
    workings: Workings,
}

impl Session {
    /// Which projects can be appraised, and what is missing for the others?
    pub fn appraisals(&self) -> AppraisalsAnswer {
        let documents = Projects::of(self.package());
        let all: Vec<AppraisableProject> = self
            .package()
            .projects()
            .iter()
            .map(|project| {
                let gathered = gather(self.package(), &Asked::project(&project.id), &mut Workings::default());
                let (sourced, assumed) = gathered.as_ref().map_or((0, 0), |plan| {
                    let given = inputs::documents(self.package(), plan, &[], "");
                    let count = |kind: &str| given.iter().filter(|input| input.kind == kind).count();
                    (count("fact"), count("assumption"))
                });
                let missing = match gathered {
                    Ok(_) => Vec::new(),
                    Err(AppraisalError::Missing { missing, .. }) => missing,
                    Err(other) => vec![other.to_string()],
                };
                AppraisableProject {
                    project: documents.document(project),
                    ready: missing.is_empty(),
                    missing,
                    sourced,
                    assumed,
                }
            })
            .collect();
        let ready = all.iter().filter(|project| project.ready).count();
        let says = format!(
            "{ready} of {} projects can be appraised: for each of the others it is said what is missing. Nothing is guessed; an appraisal file of your own may state it.",
            all.len()
        );
        AppraisalsAnswer { format: FORMAT, says: vec![says], projects: all }
    }

    /// What is a project worth, to whom, and how sure is that?
    pub fn appraise(&self, question: &AppraisalQuestion) -> Result<AppraisalAnswer, AnswerError> {
        let mut appraised = self.appraised(question)?;
        let ran = Ran {
            package: self.package(),
            project: appraised.document.clone(),
            plan: &appraised.plan,
            appraisal: &appraised.appraisal,
            question,
        };
        let mut answer = build::answer(&ran);
        let mut flows: Vec<CashFlow> = Vec::new();
        let mut paths: Vec<Vec<f64>> = Vec::new();
        if question.draws > 0 {
            let asked = DrawsAsked { draws: question.draws, seed: question.seed, by_year: true };
            let plans = std::slice::from_ref(&appraised.plan);
            let bands = draw(plans, &appraised.prices, asked)?;
            if let Some(bands) = bands.first() {
                drawn::add(&mut answer, &ran, bands);
            }
            let worlds = Worlds::new(plans, &appraised.prices, question.seed)?;
            let few = question.draws.min(WORLDS) as u64;
            flows = (0..few).filter_map(|draw| worlds.cash_flow(0, draw)).collect();
            paths = (0..few).filter_map(|draw| worlds.prices(0, draw)).collect();
        }
        if question.brief {
            return Ok(answer);
        }
        drawn::prices(&mut answer, &ran, &appraised.prices, &paths);
        drawn::matters(&mut answer, &ran)?;
        later::add(&mut answer, &ran, &appraised.prices)?;
        match instruments::compared(&ran, &appraised.appraisal.nominal, &flows, self.consumption_of(&appraised.plan))? {
            Ok(compared) => {
                answer.instruments = compared.documents;
                answer.notes.extend(compared.notes);
            }
            Err(missing) => answer.missing.push(format!("Instruments: {missing}.")),
        }
        if let Some(project) = &appraised.project {
            answer.impacts = impacts::documents(self.package(), project, &question.id_query(), &mut appraised.workings);
            drawn::jobs(&mut answer, project, self.package());
        } else {
            answer.missing.push("Impacts and jobs: a file of your own states none.".to_owned());
        }
        Ok(answer)
    }

    /// The base case of an appraisal as a workbook with live formulas.
    pub fn appraisal_workbook(&self, question: &AppraisalQuestion) -> Result<Workbook, AnswerError> {
        let appraised = self.appraised(question)?;
        let given = inputs::documents(self.package(), &appraised.plan, &question.set, &question.id_query());
        let id =
            crate::chain::opened::with_query(&format!("appraise.npv/{}", appraised.plan.project), &question.id_query());
        Ok(book::workbook(&book::Book {
            plan: &appraised.plan,
            appraisal: &appraised.appraisal,
            inputs: &given,
            notes: &appraised.plan.notes,
            id: &id,
        }))
    }

    /// How the figures of an appraisal came about.
    pub(super) fn appraisal_workings(&self, question: &AppraisalQuestion) -> Result<Workings, AnswerError> {
        let mut appraised = self.appraised(question)?;
        trail::write(&appraised.plan, &appraised.appraisal, &mut appraised.workings);
        if let Some(project) = &appraised.project {
            impacts::documents(self.package(), project, &question.id_query(), &mut appraised.workings);
        }
        let ran = Ran {
            package: self.package(),
            project: appraised.document.clone(),
            plan: &appraised.plan,
            appraisal: &appraised.appraisal,
            question,
        };
        let worlds = Worlds::new(std::slice::from_ref(&appraised.plan), &appraised.prices, question.seed)?;
        let few = question.draws.min(WORLDS) as u64;
        let flows: Vec<CashFlow> = (0..few).filter_map(|draw| worlds.cash_flow(0, draw)).collect();
        let consumption = self.consumption_of(&appraised.plan);
        let compared = instruments::compared(&ran, &appraised.appraisal.nominal, &flows, consumption)?;
        let mut workings = compared.map(|compared| compared.workings).unwrap_or_default();
        workings.extend(appraised.workings);
        Ok(workings)
    }

    /// Gathers and appraises.
    fn appraised(&self, question: &AppraisalQuestion) -> Result<Appraised, AnswerError> {
        let (mut asked, project, document) = self.asked(question)?;
        let mut workings = Workings::default();
        let plan = self.gathered_plan(&document.name, &asked, &mut workings)?;
        let plan = if question.set.is_empty() && question.discount.is_none() {
            plan
        } else {
            asked.over.extend(over(question, &plan)?);
            workings = Workings::default();
            self.gathered_plan(&document.name, &asked, &mut workings)?
        };
        let appraisal = appraise(&plan)?;
        let process = match question.process.as_deref() {
            Some("geometric") => ProcessAsked::Geometric,
            _ => ProcessAsked::MeanReverting,
        };
        let prices = price_models(self.package(), std::slice::from_ref(&plan), process, &mut workings);
        Ok(Appraised { project, document, plan, appraisal, prices, workings })
    }

    fn gathered_plan(&self, name: &str, asked: &Asked, workings: &mut Workings) -> Result<ProjectPlan, AnswerError> {
        gather(self.package(), asked, workings).map_err(|error| match error {
            AppraisalError::Missing { missing, .. } => AnswerError::NotKnown {
                label: format!("What {name} is worth"),
                says: format!(
                    "{} must be known or assumed first, and nothing is guessed; `adit appraise` lists what can be appraised",
                    crate::names::listed(&missing, "and")
                ),
            },
            other => other.into(),
        })
    }

    /// What is asked, of a project of the facts or of a file.
    fn asked(
        &self,
        question: &AppraisalQuestion,
    ) -> Result<(Asked, Option<ProjectFacts>, AppraisalProject), AnswerError> {
        let documents = Projects::of(self.package());
        let Some(text) = &question.text else {
            let project = self.project_named(&question.project)?;
            let document = documents.document(&project);
            return Ok((Asked::project(&project.id), Some(project), document));
        };
        let file = AppraisalFile::parse(text, &question.project).map_err(AnswerError::File)?;
        let asked = Asked::file(&file);
        let Some(own) = &file.own else {
            let project = self.project_named(&file.project)?;
            let document = documents.document(&project);
            return Ok((asked, Some(project), document));
        };
        let words = self.package().vocabulary();
        let country = crate::id::find_country(&own.country, words)?;
        let material = own.material.as_deref().map(|name| crate::id::find_material(name, words)).transpose()?;
        let document = AppraisalProject {
            id: file.project.clone(),
            name: own.name.clone(),
            promoter: None,
            place: None,
            regions: Vec::new(),
            country: words.country(country).id.clone(),
            country_name: words.country(country).name.clone(),
            status: own.status.clone(),
            stages: vec![own.stage.to_string()],
            materials: material.map(|material| words.material(material).name.clone()).into_iter().collect(),
            lat: None,
            lon: None,
        };
        Ok((asked, None, document))
    }

    /// A project of the facts by id or name.
    fn project_named(&self, text: &str) -> Result<ProjectFacts, AnswerError> {
        let projects = self.package().projects();
        let meant = text.trim().to_lowercase();
        if let Some(found) = projects.iter().find(|project| project.id == meant || project.name.to_lowercase() == meant)
        {
            return Ok(found.clone());
        }
        let ids = projects.iter().map(|project| project.id.as_str());
        let hint = suggest::hint(&meant, ids, "`adit appraise` lists the projects");
        Err(AnswerError::UnknownDocument { kind: "project", name: text.to_owned(), hint })
    }

    /// Union consumption of the main material, where the benchmarks know it.
    fn consumption_of(&self, plan: &ProjectPlan) -> Option<Given> {
        let material = plan.products.first()?.material.as_deref()?;
        let material = self.package().vocabulary().find_material(material)?;
        let gathered = self.gathered();
        let id = &self.package().vocabulary().material(material).id;
        let entry = gathered.entries.iter().find(|entry| entry.id == *id)?;
        let tonnes = &entry.consumption.as_ref()?.tonnes;
        Some(Given {
            value: tonnes.value(),
            low: tonnes.number.low().max(0.0),
            high: tonnes.number.high(),
            input: Input::Number(tonnes.id.clone()),
            assumed: false,
        })
    }
}

/// What the question lays over the inputs: values of its own, and the discount rate.
fn over(question: &AppraisalQuestion, plan: &ProjectPlan) -> Result<BTreeMap<String, Known>, AnswerError> {
    let mut over = BTreeMap::new();
    let known = |value: f64, label: &str| Known {
        value: Some(value),
        low: None,
        high: None,
        text: None,
        money_year: u16::try_from(plan.money_year).ok(),
        input: Input::Stated { label: label.to_owned(), value, unit: "", id: None },
        assumed: false,
    };
    let main = plan.products.first().map(|product| product.name.as_str()).unwrap_or_default();
    for (name, value) in &question.set {
        // Inputs of the main product may be written with its name: price/lithium.
        let short = name.strip_suffix(&format!("/{main}")).unwrap_or(name);
        let Some(of) = input_of(short) else {
            let inputs = plan.inputs();
            let names = inputs.iter().map(|input| input.name.as_str()).filter(|name| input_of(name).is_some());
            let all = "`adit appraise PROJECT --inputs` lists the inputs with their names";
            return Err(unreadable("set", name, &suggest::hint(name, names, all)));
        };
        over.insert(short.to_owned(), known(*value, &format!("{}, set by the question", of.words)));
    }
    if let Some(rate) = question.discount {
        let inflation = question.set.iter().find(|(name, _)| name == "inflation").map(|(_, value)| *value);
        let inflation = inflation.unwrap_or(plan.finance.inflation.value);
        let real = if question.nominal { (1.0 + rate) / (1.0 + inflation) - 1.0 } else { rate };
        debug_assert!(!question.nominal || (nominal_rate(real, inflation) - rate).abs() < 1e-12);
        over.insert("discount-rate".to_owned(), known(real, "Discount rate, set by the question"));
    }
    Ok(over)
}
