//! What is asked of a project, in the words of addresses, ids and flags:
//! `?set=capex:800&instrument=grant:120&basis=real&discount=0.1&draws=1000&seed=1`.

use crate::error::AnswerError;
use crate::question::{DEFAULT_SEED, unreadable};

/// The words of a question, for hints.
const WORDS: &str = "the words are set, instrument, basis, discount, process, draws, seed and brief";

/// Draws if none are asked for: enough for two digits of a band.
pub const DEFAULT_DRAWS: usize = 1000;

/// A question about a project.
#[derive(Debug, Clone, PartialEq)]
pub struct AppraisalQuestion {
    /// Project by id or name, or the name of the user's own file.
    pub project: String,
    /// The text of the user's own file.
    pub text: Option<String>,
    /// Inputs that are set, in the order of their names; of one input the last counts.
    pub set: Vec<(String, f64)>,
    /// Instruments to show instead of the usual eight: kind, and size in `million EUR` or as the kind measures it.
    pub instruments: Vec<(String, Option<f64>)>,
    /// Real or nominal money; real if not said.
    pub nominal: bool,
    /// Discount rate of that basis; the input's own if `None`.
    pub discount: Option<f64>,
    /// Price process: `geometric` or `mean-reverting`; as calibrated if `None`.
    pub process: Option<String>,
    /// Number of draws; 0 for the base case alone.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// Without inputs, price history, impacts and instruments: what a hand on a slider asks for.
    pub brief: bool,
}

impl AppraisalQuestion {
    /// The plain question about a project.
    pub fn new(project: &str) -> Self {
        Self {
            project: project.trim().to_owned(),
            text: None,
            set: Vec::new(),
            instruments: Vec::new(),
            nominal: false,
            discount: None,
            process: None,
            draws: DEFAULT_DRAWS,
            seed: DEFAULT_SEED,
            brief: false,
        }
    }

    /// Reads name-value pairs.
    pub fn from_pairs<'a>(
        project: &str,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, AnswerError> {
        let mut question = Self::new(project);
        for (name, value) in pairs {
            match name {
                "set" => question.set(value)?,
                "instrument" => question.instrument(value)?,
                "basis" => question.nominal = basis(value)?,
                "discount" => question.discount = Some(rate(name, value)?),
                "process" => question.process = Some(process(value)?),
                "draws" => question.draws = whole(name, value)?,
                "seed" => question.seed = whole(name, value)?,
                "brief" => question.brief = value != "false",
                _ => return Err(unreadable(name, value, WORDS)),
            }
        }
        Ok(question)
    }

    fn set(&mut self, text: &str) -> Result<(), AnswerError> {
        let wrong = || unreadable("set", text, "write an input and its value, as capex=800");
        let (input, value) = text.split_once(['=', ':']).ok_or_else(wrong)?;
        let value = value.trim().parse::<f64>().ok().filter(|value| value.is_finite()).ok_or_else(wrong)?;
        let input = input.trim();
        if input.is_empty() {
            return Err(wrong());
        }
        self.set.retain(|(earlier, _)| earlier != input);
        self.set.push((input.to_owned(), value));
        self.set.sort_by(|a, b| a.0.cmp(&b.0));
        Ok(())
    }

    fn instrument(&mut self, text: &str) -> Result<(), AnswerError> {
        let wrong = || unreadable("instrument", text, "write a kind and, if wanted, its size: grant or grant=120");
        let (kind, size) = match text.split_once(['=', ':']) {
            Some((kind, size)) => {
                let size = size.trim().parse::<f64>().ok().filter(|size| size.is_finite() && *size >= 0.0);
                (kind, Some(size.ok_or_else(wrong)?))
            }
            None => (text, None),
        };
        let kind = kind.trim();
        if kind.is_empty() {
            return Err(wrong());
        }
        self.instruments.push((kind.to_owned(), size));
        Ok(())
    }

    /// The words that shape what is computed, for its ids.
    pub(crate) fn id_query(&self) -> String {
        let mut words: Vec<String> = self.set.iter().map(|(input, value)| format!("set={input}:{value}")).collect();
        for (kind, size) in &self.instruments {
            words.push(match size {
                Some(size) => format!("instrument={kind}:{size}"),
                None => format!("instrument={kind}"),
            });
        }
        if self.nominal {
            words.push("basis=nominal".to_owned());
        }
        words.extend(self.discount.map(|rate| format!("discount={rate}")));
        words.extend(self.process.iter().map(|process| format!("process={process}")));
        words.extend((self.draws != DEFAULT_DRAWS).then(|| format!("draws={}", self.draws)));
        words.extend((self.seed != DEFAULT_SEED).then(|| format!("seed={}", self.seed)));
        words.join("&")
    }
}

fn basis(value: &str) -> Result<bool, AnswerError> {
    match value.trim() {
        "nominal" => Ok(true),
        "real" => Ok(false),
        _ => Err(unreadable("basis", value, "write real or nominal")),
    }
}

fn process(value: &str) -> Result<String, AnswerError> {
    match value.trim() {
        known @ ("geometric" | "mean-reverting") => Ok(known.to_owned()),
        _ => Err(unreadable("process", value, "write geometric or mean-reverting")),
    }
}

fn rate(name: &str, value: &str) -> Result<f64, AnswerError> {
    let rate = value.trim().parse::<f64>().ok().filter(|rate| rate.is_finite() && *rate > -1.0 && *rate <= 10.0);
    rate.ok_or_else(|| unreadable(name, value, "write a yearly rate as a fraction, as 0.08"))
}

pub(crate) fn whole<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, AnswerError> {
    value.trim().parse().map_err(|_| unreadable(name, value, "write a whole number"))
}

#[cfg(test)]
mod tests {
    use super::AppraisalQuestion;

    #[test]
    fn the_words_of_an_id_read_back() {
        let pairs =
            [("set", "capital-cost=800"), ("instrument", "grant:120"), ("basis", "nominal"), ("discount", "0.1")];
        let question = AppraisalQuestion::from_pairs("keliber", pairs).unwrap();
        let query = question.id_query();
        let again = query.split('&').map(|word| word.split_once('=').unwrap());
        assert_eq!(AppraisalQuestion::from_pairs("keliber", again).unwrap(), question);
    }

    #[test]
    fn broken_words_are_refused() {
        for (name, value) in [
            ("set", "capital-cost"),
            ("set", "=1"),
            ("set", "capital-cost=much"),
            ("set", "capital-cost=nan"),
            ("instrument", "grant=-5"),
            ("instrument", ""),
            ("basis", "today"),
            ("discount", "eight"),
            ("discount", "-1"),
            ("draws", "-1"),
            ("colour", "red"),
        ] {
            assert!(AppraisalQuestion::from_pairs("keliber", [(name, value)]).is_err(), "{name}={value}");
        }
    }
}
