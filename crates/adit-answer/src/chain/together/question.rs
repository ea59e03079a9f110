//! What can be asked of the game, in the words of addresses and flags.

use adit_facts::{Package, Stage};
use adit_model::together::{Displacement, Measure, Question, Target};

use crate::chain::question::read_year;
use crate::error::AnswerError;
use crate::question::unreadable;

/// The words of the question, for hints.
pub const WORDS: &str =
    "regions, material, measure, stage, year, displacement, supply, built, without, target, draws, seed";

/// A question as it was asked; names are looked up when it is answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TogetherQuestion {
    /// Regions by code or name.
    pub regions: Vec<String>,
    /// Material by id or name; that of most projects of the regions if `None`.
    pub material: Option<String>,
    /// Measure.
    pub measure: Measure,
    /// One stage.
    pub stage: Option<Stage>,
    /// Year; 2030 if `None`.
    pub year: Option<u16>,
    /// Displacement rule.
    pub displacement: Displacement,
    /// EU supply in tonnes.
    pub supply: Option<f64>,
    /// Every project is built and runs.
    pub all_built: bool,
    /// Projects that are left out.
    pub without: Vec<String>,
    /// The figure to be reached.
    pub target: Option<f64>,
    /// Draws; 0 for none.
    pub draws: usize,
    /// Seed.
    pub seed: Option<u64>,
}

impl TogetherQuestion {
    /// Reads name-value pairs.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, AnswerError> {
        let mut question = Self::default();
        for (name, value) in pairs {
            question.take(name, value)?;
        }
        Ok(question)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), AnswerError> {
        let listed = |text: &str| {
            text.split([',', '+']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let number = |text: &str| text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
        match name {
            "regions" => self.regions.extend(listed(value)),
            "material" => self.material = Some(value.to_owned()),
            "measure" => {
                let hint = "a measure is sr, extraction, processing, recycling or single-country";
                self.measure = Measure::parse(value).ok_or_else(|| unreadable(name, value, hint))?;
            }
            "stage" => {
                let hint = "a stage is extraction or processing";
                self.stage = Some(Stage::parse(value).ok_or_else(|| unreadable(name, value, hint))?);
            }
            "year" => self.year = Some(read_year(value)?),
            "displacement" => {
                let hint = "a rule is proportional, largest-first, worst-governed-first or imports-only";
                self.displacement = Displacement::parse(value).ok_or_else(|| unreadable(name, value, hint))?;
            }
            "supply" => {
                let tonnes = number(value).filter(|tonnes| *tonnes > 0.0);
                self.supply = Some(tonnes.ok_or_else(|| unreadable(name, value, "write tonnes, above 0"))?);
            }
            "built" => {
                self.all_built = match value {
                    "all" => true,
                    "expected" => false,
                    _ => return Err(unreadable(name, value, "write all or expected")),
                };
            }
            "without" => self.without.extend(listed(value)),
            "target" => {
                let hint = "write the figure to be reached: 0.9 for a supply risk, 0.4 for 40 %";
                self.target = Some(number(value).ok_or_else(|| unreadable(name, value, hint))?);
            }
            "draws" => self.draws = value.parse().map_err(|_| unreadable(name, value, "write a whole number"))?,
            "seed" => self.seed = Some(value.parse().map_err(|_| unreadable(name, value, "write a whole number"))?),
            _ => return Err(unreadable(name, value, &format!("the words are {WORDS}"))),
        }
        Ok(())
    }
}

/// The game that is asked for, and what was translated on the way.
pub(crate) struct Asked {
    pub question: Question,
    pub notes: Vec<String>,
}

/// Looks the names up.
pub(crate) fn asked(package: &Package, asked: &TogetherQuestion) -> Result<Asked, AnswerError> {
    let words = package.vocabulary();
    let mut codes = Vec::new();
    let mut notes = Vec::new();
    for text in &asked.regions {
        let found = package.find_region(text)?;
        notes.extend(found.note.clone());
        codes.extend(found.regions.iter().map(|region| region.code.clone()));
    }
    let material = if let Some(name) = &asked.material {
        crate::id::find_material(name, words)?
    } else {
        let (material, others) = most_planned(package, &codes)
            .ok_or_else(|| unreadable("material", "", "none of the regions has a project; name a material"))?;
        let name = &words.material(material).id;
        notes.push(match others.as_slice() {
            [] => format!("No material was named: {name}, the only one with projects there."),
            others => format!("No material was named: {name}, as most projects there; also {}.", others.join(", ")),
        });
        material
    };
    let mut question = Question::new(material, codes);
    question.measure = asked.measure;
    question.stage = asked.stage;
    question.year = asked.year.unwrap_or(Question::YEAR);
    question.displacement = asked.displacement;
    question.supply = asked.supply;
    question.all_built = asked.all_built;
    question.without.clone_from(&asked.without);
    question.without.sort();
    question.without.dedup();
    question.target = asked.target.map(Target::Level);
    question.draws = asked.draws;
    question.seed = asked.seed.unwrap_or(Question::SEED);
    Ok(Asked { question, notes })
}

/// The material of most projects in some regions, and the others by id.
fn most_planned(package: &Package, codes: &[String]) -> Option<(adit_facts::Material, Vec<String>)> {
    let words = package.vocabulary();
    let mut count = std::collections::BTreeMap::new();
    for row in package.project_capacities() {
        let here = row.nuts2.as_ref().is_some_and(|nuts2| codes.iter().any(|code| nuts2.starts_with(code.as_str())));
        if here && row.stage.official().is_some() && row.contained.is_some() {
            *count.entry(row.material).or_insert(0_usize) += 1;
        }
    }
    let most = count.iter().max_by_key(|(material, n)| (**n, std::cmp::Reverse(**material))).map(|(m, _)| *m)?;
    let others = count.keys().filter(|m| **m != most).map(|m| words.material(*m).id.clone()).collect();
    Some((most, others))
}
