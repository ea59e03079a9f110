//! From flags to a question.

use adit_answer::Question;
use adit_facts::{Changes, Package, door};

use crate::args;
use crate::outcome::Stop;

/// The question that the study flags shape.
pub fn study(package: &Package, study: &args::Study) -> Result<Question, Stop> {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let texts = [("edition", &study.edition), ("governance", &study.governance), ("scope", &study.scope)];
    pairs.extend(texts.into_iter().filter_map(|(name, value)| value.clone().map(|value| (name, value))));
    if study.governance_error {
        pairs.push(("governance_error", "true".to_owned()));
    }
    let mut question = read(&pairs)?;
    if let Some(path) = &study.scenario {
        let file = path.display().to_string();
        let text = door::read_text(path)?;
        question.changes = Changes::parse(&text, &file, package)?;
    }
    Ok(question)
}

/// The question of `adit risk`.
pub fn risk(package: &Package, risk: &args::Risk) -> Result<Question, Stop> {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    pairs.extend(risk.stage.clone().map(|stage| ("stage", stage)));
    pairs.extend(risk.add.iter().map(|add| ("add", add.clone())));
    pairs.extend(risk.without.iter().map(|place| ("without", place.clone())));
    pairs.extend(risk.recycling.clone().map(|share| ("recycling", share)));
    let short = read(&pairs)?;
    let study = study(package, &risk.study)?;
    Ok(Question { stage: short.stage, add: short.add, without: short.without, recycling: short.recycling, ..study })
}

/// The same words as in addresses.
pub fn read(pairs: &[(&str, String)]) -> Result<Question, Stop> {
    let (question, _) = Question::from_pairs(pairs.iter().map(|(name, value)| (*name, value.as_str())))?;
    Ok(question)
}
