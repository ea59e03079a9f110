//! What can be asked of the benchmarks, in the words of addresses and ids: `?year=2030&without=PROJECT`.

use crate::error::AnswerError;
use crate::question::{DEFAULT_SEED, Draws, unreadable};

/// The year of the benchmarks, Art. 5(1).
pub const BENCHMARK_YEAR: u16 = 2030;

/// Years that can be asked for.
pub const YEARS: std::ops::RangeInclusive<u16> = 2015..=2040;

/// Which reading the main figures take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Definition {
    /// The definitions of the Act.
    #[default]
    Act,
    /// Proxies used elsewhere.
    Proxy,
}

impl Definition {
    /// The word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::Proxy => "proxy",
        }
    }
}

/// A question about the benchmarks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BenchmarksQuestion {
    /// Year; [`BENCHMARK_YEAR`] if `None`.
    pub year: Option<u16>,
    /// Which reading.
    pub definition: Definition,
    /// Projects that fail.
    pub without: Vec<String>,
    /// Draws.
    pub draws: Option<Draws>,
}

impl BenchmarksQuestion {
    /// Reads name-value pairs.
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, AnswerError> {
        let mut question = Self::default();
        let (mut draws, mut seed) = (0, DEFAULT_SEED);
        for (name, value) in pairs {
            match name {
                "year" => question.year = Some(read_year(value)?),
                "definition" => {
                    question.definition = match value {
                        "act" => Definition::Act,
                        "proxy" => Definition::Proxy,
                        _ => return Err(unreadable(name, value, "a definition is act or proxy")),
                    };
                }
                "without" => question.without.push(value.trim().to_owned()),
                "draws" => draws = value.parse().map_err(|_| unreadable(name, value, "write a whole number"))?,
                "seed" => seed = value.parse().map_err(|_| unreadable(name, value, "write a whole number"))?,
                _ => return Err(unreadable(name, value, "the words are year, definition, without, draws and seed")),
            }
        }
        question.draws = (draws > 0).then_some(Draws { draws, seed });
        question.without.sort();
        question.without.dedup();
        Ok(question)
    }

    /// The words that shape a number, for its id.
    pub(crate) fn id_query(&self) -> String {
        self.without.iter().map(|project| format!("without={project}")).collect::<Vec<_>>().join("&")
    }
}

/// A year within [`YEARS`].
pub fn read_year(text: &str) -> Result<u16, AnswerError> {
    let year = text.trim().parse::<u16>().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| unreadable("year", text, &format!("years are {} to {}", YEARS.start(), YEARS.end())))
}
