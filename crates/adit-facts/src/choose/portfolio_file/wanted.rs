//! `[objective]` and `[robust]`: what is wanted, and how draws decide.

use toml::de::DeTable;

use super::At;
use super::rule::MEASURES;
use crate::toml_reader::{Reader, Within};

/// What is wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// Which way.
    pub direction: Direction,
    /// Weighted measures.
    pub aims: Vec<Aim>,
    /// Where it stands.
    pub at: At,
}

/// Which way the objective goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As large as possible.
    Maximise,
    /// As small as possible.
    Minimise,
}

/// A measure of the objective.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim {
    /// Measure.
    pub measure: String,
    /// Materials, of tonnes; all without.
    pub materials: Vec<String>,
    /// Stages, of tonnes; all without.
    pub stages: Vec<String>,
    /// Year; the plan as a whole without.
    pub year: Option<i32>,
    /// Weight.
    pub weight: f64,
}

/// How draws decide.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Robust {
    /// By what.
    pub by: RobustBy,
    /// Of the worst: the share of draws that is averaged.
    pub worst: f64,
    /// Number of draws.
    pub draws: u32,
    /// Seed.
    pub seed: u64,
}

/// By what a choice over draws is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RobustBy {
    /// The mean.
    Expected,
    /// The mean of the worst share of draws.
    Worst,
    /// The largest regret.
    Regret,
}

pub(super) fn read(reader: &mut Reader, top: &DeTable<'_>) -> Option<Wanted> {
    let whose = "[objective]";
    let Some((table, at)) = reader.table_of(top, "objective") else {
        if top.get("objective").is_none() {
            reader.missing("the portfolio", whose, "write [objective] with maximise = \"benchmark-points\"", 0);
        }
        return None;
    };
    reader.known_keys(table, whose, &["maximise", "minimise", "year", "materials", "stages", "term"]);
    let (key, direction) = match (table.contains_key("maximise"), table.contains_key("minimise")) {
        (true, false) => ("maximise", Direction::Maximise),
        (false, true) => ("minimise", Direction::Minimise),
        _ => {
            reader.missing(whose, "maximise or minimise", "write one of the two, with a measure or \"sum\"", at);
            return None;
        }
    };
    let word = reader.text_of(table, key, whose)?;
    let mut aims = Vec::new();
    if word == "sum" {
        for (term, at) in reader.tables(table, "term") {
            let whose = "a term of [objective]";
            reader.known_keys(term, whose, &["measure", "weight", "year", "materials", "stages"]);
            let Some(word) = reader.needed_text(term, "measure", whose, at) else { continue };
            let weight = reader.number_of(term, "weight", whose, Within::Any).unwrap_or(1.0);
            aims.extend(aim(reader, term, &word, whose, at, weight));
        }
        if aims.is_empty() {
            reader.missing(whose, "[[objective.term]]", "write [[objective.term]] with measure and weight", at);
        }
    } else {
        aims.extend(aim(reader, table, &word, whose, at, 1.0));
    }
    (!aims.is_empty()).then(|| Wanted { direction, aims, at: reader.place(at) })
}

fn aim(reader: &mut Reader, table: &DeTable<'_>, word: &str, whose: &str, at: usize, weight: f64) -> Option<Aim> {
    let measure = reader.word(word, at, &format!("measure of {whose}"), &MEASURES.map(|word| (word, word)))?;
    let mut texts =
        |key: &str| reader.texts_of(table, key, whose).into_iter().map(|(text, _)| text).collect::<Vec<_>>();
    let (materials, stages) = (texts("materials"), texts("stages"));
    Some(Aim { measure: measure.to_owned(), materials, stages, year: reader.year_of(table, "year", whose), weight })
}

pub(super) fn robust(reader: &mut Reader, top: &DeTable<'_>) -> Option<Robust> {
    let whose = "[robust]";
    let (table, at) = reader.table_of(top, "robust")?;
    reader.known_keys(table, whose, &["by", "worst", "draws", "seed"]);
    let by = reader.needed_text(table, "by", whose, at)?;
    let words = [("expected", RobustBy::Expected), ("worst", RobustBy::Worst), ("regret", RobustBy::Regret)];
    let by = reader.word(&by, at, "by of [robust]", &words)?;
    let worst = reader.number_of(table, "worst", whose, Within::Share).unwrap_or(0.1);
    let mut whole = |key: &str, most: f64, otherwise: f64| {
        reader.number_of(table, key, whose, Within::NotNegative).map_or(otherwise, |number| number.min(most).floor())
    };
    let (draws, seed) = (whole("draws", 10_000.0, 100.0), whole("seed", 4e9, 1.0));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above, floored")]
    Some(Robust { by, worst, draws: (draws as u32).max(1), seed: seed as u64 })
}
