//! Ids of numbers: `risk.sr/lithium/processing?edition=..&add=FI:0.25`, or the key of a fact.
//!
//! An id names a computation, not a stored value. The part after `?` says what shapes the study, only where it differs
//! from the default, in the fixed order of [`Question::to_pairs`].

use adit_facts::study::Side;
use adit_facts::{Country, Material, Stage, Vocabulary, suggest};
use adit_model::choose::appraise::LineItem;
use adit_model::outlook::case::Line;
use adit_model::risk::About;

use crate::error::AnswerError;
use crate::question::Question;

/// What an id is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A computed number of the Risk room.
    Number(About),
    /// A fact, by its key.
    Fact(String),
}

/// An id, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Id {
    /// What it is about.
    pub subject: Subject,
    /// What shapes the study.
    pub question: Question,
}

/// Measures of the Risk room.
const RISK: [&str; 7] =
    ["risk.sr", "risk.hhi", "risk.hhi-term", "risk.ir", "risk.governance", "risk.ei", "risk.ei-use"];

/// Measures of the Chain room, those that its answers print.
const CHAIN: [&str; 24] = [
    "benchmark.extraction",
    "benchmark.processing",
    "benchmark.recycling",
    "benchmark.consumption",
    "benchmark.counted",
    "benchmark.single-country",
    "benchmark.proxy-output",
    "benchmark.proxy-sourcing",
    "chain.production",
    "chain.imports",
    "chain.exports",
    "chain.consumption",
    "chain.consumption-facts",
    "chain.ir",
    "chain.reconciled",
    "together.sr",
    "together.extraction",
    "together.processing",
    "together.recycling",
    "together.single-country",
    "region.mining-share",
    "region.location-quotient",
    "geopolrisk.hhi",
    "geopolrisk.score",
];

/// Measures of the Choose room, beside the line items of an appraisal.
const CHOOSE: [&str; 9] = [
    "appraise.irr",
    "appraise.payback",
    "appraise.debt-cover",
    "appraise.break-even-price",
    "appraise.levelised-cost",
    "appraise.public-income",
    "instrument.public-cost",
    "impact.own",
    "impact.imports",
];

/// Measures of the Promises room.
const PROMISES: [&str; 10] = [
    "clock.due",
    "clock.effective",
    "clock.latest",
    "clock.period",
    "clock.stopped",
    "clock.stop",
    "clock.consultation",
    "clock.projected",
    "clock.chance",
    "obligation.due",
];

/// What may be written where a measure is not known.
const OTHERWISE: &str = "measures are risk.sr, risk.ei, risk.hhi, risk.ir, benchmark.extraction, chain.imports, \
                         together.sr, region.mining-share, geopolrisk.score, outlook.secondary-supply and those below them; or write a fact such \
                         as recycling/ec-2023/lithium/eol-rir";

/// The measures nearest to what was written.
pub(crate) fn measure_hint(measure: &str) -> String {
    let outlook: Vec<String> = Line::ALL.into_iter().map(|line| format!("outlook.{}", line.id())).collect();
    let lines = LineItem::ALL.map(|item| item.rule().id);
    let choose = CHOOSE.into_iter().chain(lines).chain(["appraise.npv"]);
    let known = RISK.into_iter().chain(CHAIN).chain(choose).chain(PROMISES).chain(outlook.iter().map(String::as_str));
    suggest::hint(measure, known, OTHERWISE)
}

/// Whether a measure is one of those that answers print.
pub(crate) fn is_measure(measure: &str) -> bool {
    let of_outlook = |measure: &str| measure.strip_prefix("outlook.").is_some_and(|line| Line::parse(line).is_some());
    let of_room = |room: &str| measure.strip_prefix(room).is_some_and(|rest| !rest.is_empty());
    RISK.contains(&measure)
        || CHAIN.contains(&measure)
        || PROMISES.contains(&measure)
        || of_outlook(measure)
        || ["appraise.", "instrument.", "impact.", "choose."].into_iter().any(of_room)
}

impl Id {
    /// Takes an id apart. Facts are not looked up here.
    pub fn parse(text: &str, words: &Vocabulary) -> Result<Self, AnswerError> {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let (question, rest) = Question::from_query(query)?;
        if let Some(name) = rest.first() {
            return Err(unknown(text, format!("\"{name}\" shapes no number")));
        }
        let path = path.trim().trim_matches('/');
        let measure = path.split('/').next().unwrap_or_default();
        // Names of tables have no dot, names of measures have one.
        let subject = if measure.contains('.') {
            Subject::Number(number(text, path, words)?)
        } else {
            Subject::Fact(path.to_owned())
        };
        Ok(Self { subject, question })
    }

    /// The id as text.
    pub fn print(&self, words: &Vocabulary) -> String {
        let path = match &self.subject {
            Subject::Number(about) => path_of(*about, words),
            Subject::Fact(key) => key.clone(),
        };
        let query = self.question.to_query();
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }
}

/// The material that a number or fact is about, if it is about one.
pub(crate) fn material_of(subject: &Subject, words: &Vocabulary) -> Option<Material> {
    match subject {
        Subject::Number(about) => match about {
            About::SupplyRisk(m)
            | About::StageRisk(m, _)
            | About::Concentration(m, ..)
            | About::Term(m, ..)
            | About::ImportReliance(m, _)
            | About::Importance(m)
            | About::Use(m, _) => Some(*m),
            About::Governance(_) => None,
        },
        Subject::Fact(key) => key.split('/').nth(2).and_then(|id| by_id(id, words)),
    }
}

/// The country whose indicator a fact is.
pub(crate) fn country_of(key: &str, words: &Vocabulary) -> Option<Country> {
    let id = key.strip_prefix("governance/")?.split('/').next()?;
    words.find_country(id)
}

fn path_of(about: About, words: &Vocabulary) -> String {
    let m = |material: Material| words.material(material).id.as_str();
    let c = |country: Country| words.country(country).id.as_str();
    match about {
        About::SupplyRisk(material) => format!("risk.sr/{}", m(material)),
        About::StageRisk(material, stage) => format!("risk.sr/{}/{stage}", m(material)),
        About::Concentration(material, stage, side) => format!("risk.hhi/{}/{stage}/{}", m(material), side_id(side)),
        About::Term(material, stage, side, country) => {
            format!("risk.hhi-term/{}/{stage}/{}/{}", m(material), side_id(side), c(country))
        }
        About::ImportReliance(material, stage) => format!("risk.ir/{}/{stage}", m(material)),
        About::Governance(country) => format!("risk.governance/{}", c(country)),
        About::Importance(material) => format!("risk.ei/{}", m(material)),
        About::Use(material, line) => format!("risk.ei-use/{}/{line}", m(material)),
    }
}

fn number(text: &str, path: &str, words: &Vocabulary) -> Result<About, AnswerError> {
    let parts: Vec<&str> = path.split('/').collect();
    let m = |name: &str| find_material(name, words);
    let s = |name: &str| Stage::parse(name).ok_or_else(|| unknown(text, format!("\"{name}\" is no stage")));
    let side = |name: &str| match name {
        "gs" => Ok(Side::World),
        "eus" => Ok(Side::Europe),
        _ => Err(unknown(text, format!("\"{name}\" is neither gs (world supply) nor eus (EU sourcing)"))),
    };
    match parts.as_slice() {
        ["risk.sr", material] => Ok(About::SupplyRisk(m(material)?)),
        ["risk.sr", material, stage] => Ok(About::StageRisk(m(material)?, s(stage)?)),
        ["risk.hhi", material, stage, of] => Ok(About::Concentration(m(material)?, s(stage)?, side(of)?)),
        ["risk.hhi-term", material, stage, of, country] => {
            Ok(About::Term(m(material)?, s(stage)?, side(of)?, find_country(country, words)?))
        }
        ["risk.ir", material, stage] => Ok(About::ImportReliance(m(material)?, s(stage)?)),
        ["risk.governance", country] => Ok(About::Governance(find_country(country, words)?)),
        ["risk.ei", material] => Ok(About::Importance(m(material)?)),
        ["risk.ei-use", material, line] => {
            let line = line.parse().map_err(|_| unknown(text, format!("\"{line}\" is no line of its uses")))?;
            Ok(About::Use(m(material)?, line))
        }
        [measure, ..] if is_measure(measure) => {
            Err(unknown(text, format!("{measure} has other parts than the {} given", parts.len() - 1)))
        }
        [measure, ..] => Err(AnswerError::UnknownId {
            id: text.to_owned(),
            says: format!("there is no measure \"{measure}\""),
            hint: measure_hint(measure),
        }),
        [] => Err(unknown(text, "it is empty".to_owned())),
    }
}

/// A material by id or name.
pub(crate) fn find_material(name: &str, words: &Vocabulary) -> Result<Material, AnswerError> {
    words
        .find_material(name)
        .ok_or_else(|| AnswerError::UnknownMaterial { name: name.to_owned(), hint: words.material_hint(name) })
}

/// A country by code or name.
pub(crate) fn find_country(name: &str, words: &Vocabulary) -> Result<Country, AnswerError> {
    words
        .find_country(name)
        .ok_or_else(|| AnswerError::UnknownPlace { name: name.to_owned(), hint: words.country_hint(name) })
}

/// `gs` or `eus`.
pub(crate) fn side_id(side: Side) -> &'static str {
    match side {
        Side::World => "gs",
        Side::Europe => "eus",
    }
}

fn by_id(id: &str, words: &Vocabulary) -> Option<Material> {
    words.find_material(id).filter(|m| words.material(*m).id == id)
}

fn unknown(id: &str, says: String) -> AnswerError {
    let hint = "ids look like risk.sr/lithium/processing, benchmark.extraction/lithium/2030 or recycling/ec-2023/lithium/eol-rir";
    AnswerError::UnknownId { id: id.to_owned(), says, hint: hint.to_owned() }
}

#[cfg(test)]
mod tests;
