//! What is asked of a case, in the words of addresses, ids and flags:
//! `?material=lithium&set=collection:0.9@2035&draws=1000&seed=1&sampling=sobol&region=FI1D`.

use adit_model::outlook::case::Setting;

use crate::error::AnswerError;
use crate::question::{DEFAULT_SEED, unreadable};

/// How draws are taken, as the words of a question write it.
pub const SAMPLINGS: [&str; 3] = ["plain", "latin-hypercube", "sobol"];

/// The words of a question, for hints.
const WORDS: &str = "the words are set, material, draws, seed, sampling, region, within, brief, year, line and samples";

/// A question to a case.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlookQuestion {
    /// The case.
    pub case: String,
    /// Only these materials, by id or name; all if empty.
    pub materials: Vec<String>,
    /// Levers that are moved, in the order given; of one lever the last counts.
    pub settings: Vec<Setting>,
    /// Number of draws; 0 without.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// One of [`SAMPLINGS`].
    pub sampling: String,
    /// A region, by code or name.
    pub region: Option<String>,
    /// How far away a neighbour of the region may be, kilometres between centre points; 300 if `None`.
    pub within_km: Option<f64>,
    /// Without products and assumptions: what a hand on a slider asks for.
    pub brief: bool,
    /// The year of the flows and of what matters most.
    pub year: Option<u16>,
    /// The line whose assumptions are ranked.
    pub line: Option<String>,
    /// Rows of each sample matrix of the ranking.
    pub samples: Option<usize>,
}

impl OutlookQuestion {
    /// The plain question to a case.
    pub fn new(case: &str) -> Self {
        Self {
            case: case.to_owned(),
            materials: Vec::new(),
            settings: Vec::new(),
            draws: 0,
            seed: DEFAULT_SEED,
            sampling: SAMPLINGS[0].to_owned(),
            region: None,
            within_km: None,
            brief: false,
            year: None,
            line: None,
            samples: None,
        }
    }

    /// Reads name-value pairs.
    pub fn from_pairs<'a>(
        case: &str,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, AnswerError> {
        let mut question = Self::new(case);
        for (name, value) in pairs {
            match name {
                "set" => question.set(read_setting(value)?),
                "material" => question.materials.push(value.trim().to_owned()),
                "draws" => question.draws = whole(name, value)?,
                "seed" => question.seed = whole(name, value)?,
                "sampling" => question.sampling = sampling(value)?,
                "region" => question.region = Some(value.trim().to_owned()).filter(|region| !region.is_empty()),
                "within" => question.within_km = Some(kilometres(value)?),
                "brief" => question.brief = value != "false",
                "year" => question.year = Some(whole(name, value)?),
                "line" => question.line = Some(value.trim().to_owned()),
                "samples" => question.samples = Some(whole(name, value)?),
                _ => return Err(unreadable(name, value, WORDS)),
            }
        }
        Ok(question)
    }

    /// Moves a lever; an earlier setting of it no longer counts.
    pub fn set(&mut self, setting: Setting) {
        self.settings.retain(|earlier| earlier.lever != setting.lever);
        self.settings.push(setting);
        self.settings.sort_by(|a, b| a.lever.cmp(&b.lever));
    }

    /// The words that shape a central number, for its id.
    pub(crate) fn id_query(&self) -> String {
        self.settings.iter().map(|setting| format!("set={}", write_setting(setting))).collect::<Vec<_>>().join("&")
    }

    /// The same for an estimate of a region.
    pub(crate) fn regional_query(&self, region: &str) -> String {
        let within = self.within_km.map(|km| format!("within={km}"));
        let words =
            [Some(self.id_query()).filter(|settings| !settings.is_empty()), Some(format!("region={region}")), within];
        words.into_iter().flatten().collect::<Vec<_>>().join("&")
    }
}

/// Reads `collection=0.9`, `collection:0.9` or `collection=0.9@2035`.
pub fn read_setting(text: &str) -> Result<Setting, AnswerError> {
    let hint = "write a lever, its value and, if it is not 2035, the year by which it is reached: collection=0.9@2040";
    let wrong = || unreadable("set", text, hint);
    let (lever, rest) = text.split_once(['=', ':']).ok_or_else(wrong)?;
    let (value, year) = match rest.split_once('@') {
        Some((value, year)) => (value, Some(year.trim().parse().map_err(|_| wrong())?)),
        None => (rest, None),
    };
    let value: f64 = value.trim().parse().map_err(|_| wrong())?;
    if !value.is_finite() || lever.trim().is_empty() {
        return Err(wrong());
    }
    Ok(Setting { lever: lever.trim().to_owned(), value, year })
}

/// The setting as it stands in addresses and ids.
pub fn write_setting(setting: &Setting) -> String {
    let year = setting.year.map(|year| format!("@{year}")).unwrap_or_default();
    format!("{}:{}{year}", setting.lever, setting.value)
}

fn whole<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, AnswerError> {
    value.trim().parse().map_err(|_| unreadable(name, value, "write a whole number"))
}

fn kilometres(value: &str) -> Result<f64, AnswerError> {
    let km = value.trim().parse::<f64>().ok().filter(|km| km.is_finite() && *km >= 0.0);
    km.ok_or_else(|| unreadable("within", value, "write kilometres from 0 on"))
}

fn sampling(value: &str) -> Result<String, AnswerError> {
    let known = SAMPLINGS.into_iter().find(|known| *known == value);
    known.map(str::to_owned).ok_or_else(|| {
        let hint = format!("draws are taken as {}", crate::names::listed(&SAMPLINGS.map(str::to_owned), "or"));
        unreadable("sampling", value, &hint)
    })
}

#[cfg(test)]
mod tests {
    use super::{OutlookQuestion, read_setting, write_setting};

    #[test]
    fn settings_read_as_they_are_written() {
        for text in ["collection=0.9", "lifetime:12@2040", "capacity-delay:-2"] {
            let setting = read_setting(text).unwrap();
            assert_eq!(read_setting(&write_setting(&setting)).unwrap(), setting);
        }
    }

    #[test]
    fn broken_settings_are_refused() {
        for text in ["collection", "=0.9", "collection=much", "collection=inf", "collection=0.9@soon", ""] {
            assert!(read_setting(text).is_err(), "{text}");
        }
    }

    #[test]
    fn of_one_lever_the_last_setting_counts() {
        let pairs = [("set", "collection=0.5"), ("set", "capacity=2"), ("set", "collection=0.9")];
        let question = OutlookQuestion::from_pairs("eu-batteries", pairs).unwrap();
        assert_eq!(question.id_query(), "set=capacity:2&set=collection:0.9");
    }

    #[test]
    fn words_of_other_questions_are_refused() {
        assert!(OutlookQuestion::from_pairs("eu-batteries", [("governance", "2019")]).is_err());
        assert!(OutlookQuestion::from_pairs("eu-batteries", [("sampling", "guess")]).is_err());
    }
}
