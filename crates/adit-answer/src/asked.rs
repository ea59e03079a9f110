//! A question made ready: its words resolved, its study gathered and assessed.

use std::sync::Arc;

use adit_facts::package::DEFAULT_EDITION;
use adit_facts::{Changes, Country, Material, Package, Scope, Vocabulary, suggest};
use adit_model::risk::what_if::WhatIf;
use adit_model::risk::{About, MaterialRisk, Options, Study, assess, gather};

use crate::error::AnswerError;
use crate::id::{Id, Subject, find_country, find_material};
use crate::question::{Question, unreadable, write_years};

/// A study with its assessment.
#[derive(Debug)]
pub(crate) struct Assessed {
    pub(crate) study: Study,
    pub(crate) risks: Vec<MaterialRisk>,
}

impl Assessed {
    pub(crate) fn new(package: &Package, study: Study) -> Self {
        let risks = assess(package, &study);
        Self { study, risks }
    }

    /// Position of a material in the study.
    pub(crate) fn position(&self, material: Material) -> Option<usize> {
        self.risks.iter().position(|risk| risk.material == material)
    }
}

/// A question made ready.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    pub(crate) package: Arc<Package>,
    /// The material that it is about, if it is about one.
    pub(crate) material: Option<Material>,
    /// Its words, with codes for places and nothing that is the default.
    pub(crate) question: Question,
    /// What is gathered.
    pub(crate) options: Options,
    /// All changes to facts.
    pub(crate) changes: Changes,
    /// The study.
    pub(crate) assessed: Arc<Assessed>,
}

impl Asked {
    /// Resolves the words of a question and gathers its study. `plain` is the study of the default question, if it
    /// has been made.
    pub(crate) fn new(
        package: &Arc<Package>,
        material: Option<Material>,
        question: &Question,
        plain: Option<&Arc<Assessed>>,
    ) -> Result<Self, AnswerError> {
        let words = package.vocabulary();
        let options = options(package, question)?;
        let question = tidy(question, words)?;
        if let Some(material) = material {
            check_assessed(package, material, &options.edition)?;
        }
        let changes = expand(package, material, &question, &options)?;
        let shaped = Question { stage: None, ..question.clone() } != Question::default();
        let assessed = if let Some(ready) = plain.filter(|_| !shaped) {
            Arc::clone(ready)
        } else {
            let only = material.map(|m| vec![m]);
            let mut study = gather(package, &Options { only, ..options.clone() }, &changes);
            compute_under(&mut study, question.scope);
            Arc::new(Assessed::new(package, study))
        };
        Ok(Self { package: Arc::clone(package), material, question, options, changes, assessed })
    }

    pub(crate) fn words(&self) -> &Vocabulary {
        self.package.vocabulary()
    }

    pub(crate) fn study(&self) -> &Study {
        &self.assessed.study
    }

    /// `2016-2020`.
    pub(crate) fn years(&self) -> String {
        write_years(self.options.governance_years)
    }

    /// The id of a number in this study.
    pub(crate) fn id(&self, about: About) -> String {
        let words = self.words();
        Id { subject: Subject::Number(about), question: self.shape_of(about) }.print(words)
    }

    /// The same question under another scope, for ids of readings that stand beside the official one.
    pub(crate) fn under(&self, scope: Scope) -> Self {
        Self { question: Question { scope: Some(scope), ..self.question.clone() }, ..self.clone() }
    }

    /// The words that shape a number: a country's governance knows neither edition nor material.
    fn shape_of(&self, about: About) -> Question {
        let mut question = self.question.clone();
        if !question.is_what_if() {
            question.stage = None;
        }
        if matches!(about, About::Governance(_)) {
            question = Question {
                scope: None,
                stage: None,
                add: Vec::new(),
                without: Vec::new(),
                recycling: None,
                ..question
            };
        }
        question
    }

    /// The id of a fact of this study, by its index: its key, with the question where that changed it.
    pub(crate) fn fact_id(&self, index: u32) -> String {
        let study = self.study();
        let origin = &study.origin[index as usize];
        let fact = &study.facts[index as usize];
        let as_published = origin.before.is_none()
            && origin.at.is_some_and(|at| {
                let view = self.package.view(at);
                view.low == Some(fact.low) && view.high == Some(fact.high)
            });
        let question = if as_published {
            Question::default()
        } else if origin.key.starts_with("governance/") {
            governance_only(&self.question)
        } else {
            Question {
                scope: None,
                stage: self.question.stage.filter(|_| self.question.is_what_if()),
                ..self.question.clone()
            }
        };
        Id { subject: Subject::Fact(origin.key.clone()), question }.print(self.words())
    }

    /// The positions in the study of the materials that the answer is about.
    pub(crate) fn positions(&self) -> Vec<usize> {
        match self.material {
            Some(material) => self.assessed.position(material).into_iter().collect(),
            None => (0..self.assessed.risks.len()).collect(),
        }
    }
}

/// What of a question can shape the governance of a country.
fn governance_only(question: &Question) -> Question {
    let changes = question.changes.changes.iter().filter(|change| change.fact.as_str().starts_with("governance/"));
    Question {
        governance: question.governance,
        governance_error: question.governance_error,
        changes: Changes { name: None, changes: changes.cloned().collect() },
        ..Question::default()
    }
}

/// Edition and years, checked against what there is.
fn options(package: &Package, question: &Question) -> Result<Options, AnswerError> {
    let default = Options::default();
    let edition = question.edition.clone().unwrap_or(default.edition);
    let editions = package.editions();
    if !editions.contains(&edition) {
        let all = format!("the editions are {}", editions.join(", "));
        let hint = suggest::hint(&edition, editions.iter().map(String::as_str), &all);
        return Err(AnswerError::UnknownEdition { name: edition, hint });
    }
    let governance_years = question.governance.unwrap_or(default.governance_years);
    if let Some((first, last)) = package.governance_years()
        && (governance_years.0 < first || governance_years.1 > last || governance_years.0 > governance_years.1)
    {
        let hint = format!("there are the years {first} to {last}; write them as 2016-2020 or 2019");
        return Err(unreadable("governance", &write_years(governance_years), &hint));
    }
    Ok(Options { edition, governance_years, governance_error: question.governance_error, only: None })
}

/// Codes for places, and nothing that is the default.
fn tidy(question: &Question, words: &Vocabulary) -> Result<Question, AnswerError> {
    let code = |name: &str| find_country(name, words).map(|c| words.country(c).id.clone());
    let mut tidy = question.clone();
    tidy.edition = tidy.edition.filter(|edition| edition != DEFAULT_EDITION);
    tidy.governance = tidy.governance.filter(|years| *years != Options::default().governance_years);
    // The name of a scenario shapes no number.
    tidy.changes.name = None;
    for (place, _) in &mut tidy.add {
        *place = code(place)?;
    }
    for place in &mut tidy.without {
        *place = code(place)?;
    }
    Ok(tidy)
}

/// Whether an edition (the default one if `None`) assesses a material.
pub(crate) fn assesses(package: &Package, material: Material, edition: Option<&str>) -> bool {
    let row = format!("{}/{}", edition.unwrap_or(DEFAULT_EDITION), package.vocabulary().material(material).id);
    package.table("assessments").is_some_and(|table| table.row(&row).is_some())
}

fn check_assessed(package: &Package, material: Material, edition: &str) -> Result<(), AnswerError> {
    if assesses(package, material, Some(edition)) {
        return Ok(());
    }
    let id = &package.vocabulary().material(material).id;
    let editions = package.editions();
    let others: Vec<String> = editions.into_iter().filter(|other| assesses(package, material, Some(other))).collect();
    let hint = if others.is_empty() {
        format!("no edition assesses {id} by itself")
    } else {
        format!("it is assessed in {}", crate::names::listed(&others, "and"))
    };
    Err(AnswerError::NotInEdition { edition: edition.to_owned(), material: id.clone(), hint })
}

/// The scenario and the short forms as changes to facts.
pub(crate) fn expand(
    package: &Package,
    material: Option<Material>,
    question: &Question,
    options: &Options,
) -> Result<Changes, AnswerError> {
    if !question.is_what_if() {
        return Ok(question.changes.clone());
    }
    let material = material.ok_or(AnswerError::WhatIfNeedsMaterial)?;
    let words = package.vocabulary();
    let country = |name: &String| find_country(name, words);
    let what_if = WhatIf {
        stage: question.stage,
        add: question
            .add
            .iter()
            .map(|(place, share)| Ok((country(place)?, *share)))
            .collect::<Result<_, AnswerError>>()?,
        without: question.without.iter().map(country).collect::<Result<Vec<Country>, _>>()?,
        recycling: question.recycling,
    };
    Ok(what_if.expand(package, material, options, &question.changes)?)
}

/// Every stage under one scope, where the question asks for another than the published one.
fn compute_under(study: &mut Study, scope: Option<Scope>) {
    let Some(scope) = scope else { return };
    for stage in study.materials.iter_mut().flat_map(|m| &mut m.stages) {
        stage.scope = Some(scope);
    }
}

/// The material that a name means.
pub(crate) fn material(package: &Package, name: &str) -> Result<Material, AnswerError> {
    find_material(name, package.vocabulary())
}
