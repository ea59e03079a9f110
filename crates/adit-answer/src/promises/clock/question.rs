//! What is asked of a clock, in the words of addresses, ids and flags:
//! `?as-of=2026-11-23&what-if=supplement-delivered:2026-06-01&reading=preparation-counted&draws=1000&before=2029-01-01`.

use adit_facts::law::Date;
use adit_facts::law::clock_file::EventKind;
use adit_facts::suggest;
use adit_model::clock::Reading;
use adit_model::clock::readings::WORDS;

use crate::error::AnswerError;
use crate::promises::words::day;
use crate::question::{DEFAULT_SEED, unreadable};

/// Draws if none are asked for.
pub const DEFAULT_DRAWS: usize = 1000;

/// Most draws of one question.
const MOST_DRAWS: usize = 1_000_000;

/// A question about a clock.
#[derive(Debug, Clone, PartialEq)]
pub struct ClockQuestion {
    /// Id of a clock that comes with adit, or the name of the user's own file.
    pub clock: String,
    /// The text of the user's own file.
    pub text: Option<String>,
    /// The day of the question.
    pub as_of: Date,
    /// Events that it supposes.
    pub what_if: Vec<(EventKind, Date)>,
    /// How the open points are read.
    pub reading: Reading,
    /// Number of draws; 0 for the most likely lengths alone.
    pub draws: usize,
    /// Seed.
    pub seed: u64,
    /// The day whose chance is wanted.
    pub before: Option<Date>,
}

impl ClockQuestion {
    /// The plain question about a clock.
    pub fn new(clock: &str, as_of: Date) -> Self {
        Self {
            clock: clock.trim().to_owned(),
            text: None,
            as_of,
            what_if: Vec::new(),
            reading: Reading::default(),
            draws: DEFAULT_DRAWS,
            seed: DEFAULT_SEED,
            before: None,
        }
    }

    /// Reads name-value pairs.
    pub fn from_pairs<'a>(
        clock: &str,
        as_of: Date,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, AnswerError> {
        let mut question = Self::new(clock, as_of);
        for (name, value) in pairs {
            match name {
                "as-of" => question.as_of = day(name, value)?,
                "what-if" => question.what_if.push(supposed(value)?),
                "reading" => question.read(value)?,
                "draws" => question.draws = draws(value)?,
                "seed" => {
                    question.seed = value.parse().map_err(|_| unreadable(name, value, "write a whole number"))?;
                }
                "before" => question.before = Some(day(name, value)?),
                _ => {
                    let hint = "the words are as-of, what-if, reading, draws, seed and before";
                    return Err(unreadable(name, value, hint));
                }
            }
        }
        Ok(question)
    }

    fn read(&mut self, word: &str) -> Result<(), AnswerError> {
        if self.reading.read(word) {
            return Ok(());
        }
        let hint = suggest::hint(word, WORDS, &format!("readings are {}", WORDS.join(", ")));
        Err(unreadable("reading", word, &hint))
    }

    /// The words that shape the dates, for their ids.
    pub(crate) fn id_query(&self) -> String {
        let mut words = vec![format!("clock={}", written(&self.clock)), format!("as-of={}", self.as_of)];
        words.extend(self.what_if.iter().map(|(kind, day)| format!("what-if={}:{day}", kind.id())));
        words.extend(self.reading.words().into_iter().map(|word| format!("reading={word}")));
        if self.draws != DEFAULT_DRAWS {
            words.push(format!("draws={}", self.draws));
        }
        if self.seed != DEFAULT_SEED {
            words.push(format!("seed={}", self.seed));
        }
        words.extend(self.before.map(|day| format!("before={day}")));
        words.join("&")
    }
}

/// `KIND=DATE`, or with a colon as in ids.
fn supposed(text: &str) -> Result<(EventKind, Date), AnswerError> {
    let wrong = || unreadable("what-if", text, "write a kind of event and its day, as supplement-delivered=2026-06-01");
    let (kind, date) = text.split_once(['=', ':']).ok_or_else(wrong)?;
    let kinds = EventKind::ALL.map(EventKind::id);
    let found = EventKind::parse(kind.trim()).ok_or_else(|| {
        let hint = suggest::hint(kind.trim(), kinds, &format!("the kinds are {}", kinds.join(", ")));
        unreadable("what-if", kind.trim(), &hint)
    })?;
    if found == EventKind::ExtensionGranted {
        return Err(unreadable("what-if", text, "an extension has a length: write it into the file"));
    }
    Ok((found, day("what-if", date)?))
}

fn draws(text: &str) -> Result<usize, AnswerError> {
    let hint = "write a whole number up to 1000000";
    text.parse().ok().filter(|draws| *draws <= MOST_DRAWS).ok_or_else(|| unreadable("draws", text, hint))
}

/// A file's name within an id: the letters that an id needs for itself are escaped.
pub fn written(name: &str) -> String {
    name.replace('%', "%25").replace('&', "%26").replace('?', "%3F").replace(' ', "%20")
}

/// The name of a file that stands in an id.
pub fn unwritten(name: &str) -> String {
    name.replace("%20", " ").replace("%3F", "?").replace("%26", "&").replace("%25", "%")
}
