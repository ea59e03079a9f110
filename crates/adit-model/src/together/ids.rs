//! Ids of the game's numbers: `together.sr/lithium/ES43+FI1D?stage=processing&year=2035`.
//!
//! The last part is the coalition, its regions sorted; the query says what differs from the default, in a fixed order.
//! Numbers on the way to a coalition's value carry the same coalition and query, and the measure where it is not `sr`,
//! so that every id can be computed again from itself.

use adit_facts::{Material, Package, Stage};

use super::displacement::Displacement;
use super::inputs::Inputs;
use super::question::{Measure, Question};

impl Question {
    /// What differs from the default, as `key=value` pairs joined with `&`; empty for the default.
    pub fn query(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut say = |differs: bool, key: &str, value: String| {
            if differs {
                parts.push(format!("{key}={value}"));
            }
        };
        say(self.stage.is_some(), "stage", self.stage.map(|stage| stage.to_string()).unwrap_or_default());
        say(self.year != Self::YEAR, "year", self.year.to_string());
        say(self.displacement != Displacement::default(), "displacement", self.displacement.id().to_owned());
        say(self.supply.is_some(), "supply", self.supply.map(|tonnes| tonnes.to_string()).unwrap_or_default());
        say(self.demand != 1.0, "demand", self.demand.to_string());
        say(self.all_built, "built", "all".to_owned());
        say(!self.without.is_empty(), "without", self.without.join("+"));
        parts.join("&")
    }

    /// Reads one pair of a query; `None` if the key or the value is not of the game.
    fn take(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "stage" => self.stage = Some(Stage::parse(value)?),
            "year" => self.year = value.parse().ok()?,
            "displacement" => self.displacement = Displacement::parse(value)?,
            "supply" => self.supply = Some(value.parse().ok()?),
            "demand" => self.demand = value.parse().ok()?,
            "built" if value == "all" => self.all_built = true,
            "without" => self.without = value.split('+').map(str::to_owned).collect(),
            "measure" => self.measure = Measure::parse(value)?,
            _ => return None,
        }
        Some(())
    }
}

/// What an id of the game asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// A number of a coalition: the game of its regions.
    Coalition(Box<Question>),
    /// EU supply or world production of a material at a stage in a year.
    Tonnes(Material, Stage, u16),
}

/// Keys of a query that the baseline understands, not the game.
const OF_THE_BASELINE: [&str; 4] = ["edition", "scenario", "governance-years", "governance-error"];

/// Reads an id of the game; `None` if it is none.
pub fn parse(package: &Package, id: &str) -> Option<Asked> {
    let (path, query) = id.split_once('?').unwrap_or((id, ""));
    let parts: Vec<&str> = path.split('/').collect();
    let (head, material, last) = (parts.first()?.strip_prefix("together.")?, parts.get(1)?, parts.last()?);
    let material = package.vocabulary().find_material(material)?;
    if matches!(head, "supply" | "production") {
        return Some(Asked::Tonnes(material, Stage::parse(parts.get(2)?)?, last.parse().ok()?));
    }
    if parts.len() < 3 || last.is_empty() {
        return None;
    }
    let mut question = Question::new(material, last.split('+'));
    question.measure = Measure::parse(head).unwrap_or_default();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=')?;
        if !OF_THE_BASELINE.contains(&key) {
            question.take(key, value)?;
        }
    }
    Some(Asked::Coalition(Box::new(question)))
}

/// The ids of one coalition.
#[derive(Debug, Clone)]
pub struct Ids {
    coalition: String,
    query: String,
    inner: String,
    baseline: String,
    measure: Measure,
}

impl Ids {
    /// Of the coalition of some players.
    pub fn new(inputs: &Inputs, coalition: super::game::Coalition) -> Self {
        let regions: Vec<&str> = coalition.players().map(|at| inputs.players[at].region.as_str()).collect();
        let baseline = inputs.baseline_query.trim_start_matches('?');
        let question = inputs.question.query();
        let measure = inputs.question.measure;
        let own = if measure == Measure::default() { String::new() } else { format!("measure={}", measure.id()) };
        let joined = |parts: &[&str]| {
            let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
            if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
        };
        Self {
            coalition: regions.join("+"),
            query: joined(&[baseline, &question]),
            inner: joined(&[baseline, &own, &question]),
            baseline: joined(&[baseline]),
            measure,
        }
    }

    /// Of the coalition's value for a material.
    pub fn value(&self, material: &str) -> String {
        format!("together.{}/{material}/{}{}", self.measure.id(), self.coalition, self.query)
    }

    /// Of a number on the way to it: `together.HEAD/PATH/COALITION`.
    pub fn inner(&self, head: &str, path: &str) -> String {
        format!("together.{head}/{path}/{}{}", self.coalition, self.inner)
    }

    /// Of a number of the Risk room before anybody joins.
    pub fn baseline(&self, path: &str) -> String {
        format!("{path}{}", self.baseline)
    }
}
