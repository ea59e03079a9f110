//! `lifetime`, `lifetime_by_year` and `survival` of a series.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::reader::{Reader, Within};
use crate::finding::Finding;
use crate::suggest;

/// How long products stay in use: the distribution of the lifetime itself, in years.
#[derive(Debug, Clone, PartialEq)]
pub enum Lifetime {
    /// All live this long.
    Fixed {
        /// Years.
        years: f64,
    },
    /// Normal, not truncated.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Folded normal, by the parent normal before folding.
    FoldedNormal {
        /// Mean of the parent.
        mean: f64,
        /// Standard deviation of the parent.
        sd: f64,
    },
    /// Log-normal, by mean and standard deviation of the lifetime.
    LogNormal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Weibull.
    Weibull {
        /// Shape.
        shape: f64,
        /// Scale.
        scale: f64,
    },
    /// Gamma by shape and scale.
    Gamma {
        /// Shape.
        shape: f64,
        /// Scale.
        scale: f64,
    },
    /// Gamma by mean and standard deviation of the lifetime.
    GammaOfMean {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Exponential.
    Exponential {
        /// Mean.
        mean: f64,
    },
    /// The part that survives to the age of 0, 1, 2, ... years; linear between.
    Table {
        /// The parts, never rising.
        survival: Vec<f64>,
    },
}

/// The kinds and their parameters, as a model file writes them.
const KINDS: [(&str, &[&str]); 7] = [
    ("fixed", &["years"]),
    ("normal", &["mean", "sd"]),
    ("folded-normal", &["mean", "sd"]),
    ("lognormal", &["mean", "sd"]),
    ("weibull", &["shape", "scale"]),
    ("gamma", &["shape", "scale"]),
    ("exponential", &["mean"]),
];

impl Lifetime {
    /// The word of model files; `survival` for a table.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Fixed { .. } => "fixed",
            Self::Normal { .. } => "normal",
            Self::FoldedNormal { .. } => "folded-normal",
            Self::LogNormal { .. } => "lognormal",
            Self::Weibull { .. } => "weibull",
            Self::Gamma { .. } | Self::GammaOfMean { .. } => "gamma",
            Self::Exponential { .. } => "exponential",
            Self::Table { .. } => "survival",
        }
    }

    /// Its parameters by name; none of a table.
    pub fn parameters(&self) -> Vec<(&'static str, f64)> {
        match *self {
            Self::Fixed { years } => vec![("years", years)],
            Self::Normal { mean, sd }
            | Self::FoldedNormal { mean, sd }
            | Self::LogNormal { mean, sd }
            | Self::GammaOfMean { mean, sd } => vec![("mean", mean), ("sd", sd)],
            Self::Weibull { shape, scale } | Self::Gamma { shape, scale } => vec![("shape", shape), ("scale", scale)],
            Self::Exponential { mean } => vec![("mean", mean)],
            Self::Table { .. } => Vec::new(),
        }
    }

    /// A parameter by name, to be changed.
    pub(super) fn parameter_mut(&mut self, name: &str) -> Option<&mut f64> {
        match (self, name) {
            (Self::Fixed { years }, "years") => Some(years),
            (
                Self::Normal { mean, .. }
                | Self::FoldedNormal { mean, .. }
                | Self::LogNormal { mean, .. }
                | Self::GammaOfMean { mean, .. }
                | Self::Exponential { mean },
                "mean",
            ) => Some(mean),
            (
                Self::Normal { sd, .. }
                | Self::FoldedNormal { sd, .. }
                | Self::LogNormal { sd, .. }
                | Self::GammaOfMean { sd, .. },
                "sd",
            ) => Some(sd),
            (Self::Weibull { shape, .. } | Self::Gamma { shape, .. }, "shape") => Some(shape),
            (Self::Weibull { scale, .. } | Self::Gamma { scale, .. }, "scale") => Some(scale),
            _ => None,
        }
    }

    /// The range of a parameter: the parent of a folded normal may have a mean of nought.
    pub(super) fn range(&self, parameter: &str) -> Within {
        match self {
            Self::FoldedNormal { .. } if parameter == "mean" => Within::NotNegative,
            _ => Within::Positive,
        }
    }

    /// Stretches every age by a factor: what was true at age `a` is then true at `a * by`.
    pub(super) fn stretch(&mut self, by: f64) {
        for name in ["years", "mean", "sd", "scale"] {
            if let Some(value) = self.parameter_mut(name) {
                *value *= by;
            }
        }
    }
}

/// The lifetimes of a series. In a list each holds from its year on, the first also before it.
#[derive(Debug, Clone, PartialEq)]
pub enum Lifetimes {
    /// By year of entry: a cohort keeps its own; `lifetime`.
    ByCohort(Vec<(i32, Lifetime)>),
    /// By calendar year: it decides how fast every cohort leaves then, whatever its year of entry; `lifetime_by_year`.
    ByYear(Vec<(i32, Lifetime)>),
}

impl Lifetimes {
    /// The lifetimes with the years from which they hold.
    pub fn list(&self) -> &[(i32, Lifetime)] {
        match self {
            Self::ByCohort(list) | Self::ByYear(list) => list,
        }
    }

    pub(super) fn list_mut(&mut self) -> &mut [(i32, Lifetime)] {
        match self {
            Self::ByCohort(list) | Self::ByYear(list) => list,
        }
    }
}

/// The year from which the first lifetime of a list holds that names none.
const ALWAYS: i32 = i32::MIN;

pub(super) fn read(reader: &mut Reader<'_>, table: &DeTable<'_>, whose: &str, at: usize) -> Option<Lifetimes> {
    let keys = ["lifetime", "survival", "lifetime_by_year"];
    let given: Vec<_> = keys.into_iter().filter_map(|key| Some((key, table.get(key)?))).collect();
    let (key, value) = match given.as_slice() {
        [one] => *one,
        [] => {
            let hint = "write lifetime = { kind = \"weibull\", shape = 3.6, scale = 15.0 }, or survival = [1.0, ...]";
            reader.missing(whose, "lifetime", hint, at);
            return None;
        }
        [(first, _), (second, value), ..] => {
            let says = format!("{whose} has both {first} and {second}");
            reader.say(Finding::error("model-file.lifetime", says).hint("keep one of the two"), value.span().start);
            return None;
        }
    };
    let what = format!("{key} of {whose}");
    match (key, value.get_ref()) {
        ("survival", _) => {
            let survival = self::table(reader, value, whose)?;
            Some(Lifetimes::ByCohort(vec![(ALWAYS, Lifetime::Table { survival })]))
        }
        ("lifetime_by_year", _) => listed(reader, value, &what).map(Lifetimes::ByYear),
        (_, DeValue::Array(_)) => listed(reader, value, &what).map(Lifetimes::ByCohort),
        _ => one(reader, value, &what, &[]).map(|lifetime| Lifetimes::ByCohort(vec![(ALWAYS, lifetime)])),
    }
}

/// Lifetimes with the year from which each holds. The first, which also holds before its year, may leave it out.
fn listed(reader: &mut Reader<'_>, value: &Spanned<DeValue<'_>>, what: &str) -> Option<Vec<(i32, Lifetime)>> {
    let list = reader.list(value, what, "a list of lifetimes, each with from = and a year")?;
    let mut found: Vec<(i32, Lifetime)> = Vec::with_capacity(list.len());
    for (position, entry) in list.iter().enumerate() {
        let lifetime = one(reader, entry, what, &["from"]);
        let DeValue::Table(table) = entry.get_ref() else { continue };
        let from = match table.get("from") {
            Some(year) => reader.year(year, &format!("from in {what}")),
            None if position == 0 => Some(ALWAYS),
            None => {
                reader.missing(what, "from", "write from = and the year from which it holds", entry.span().start);
                None
            }
        };
        let (Some(from), Some(lifetime)) = (from, lifetime) else { continue };
        if found.last().is_some_and(|(last, _)| *last >= from) {
            let says = format!("{what}: from {from} does not come after the one before it");
            let finding = Finding::error("model-file.years", says).hint("write them in rising order of from");
            reader.say(finding, entry.span().start);
            continue;
        }
        found.push((from, lifetime));
    }
    (found.len() == list.len()).then_some(found)
}

/// One lifetime; `more` are keys beside its own.
fn one(reader: &mut Reader<'_>, value: &Spanned<DeValue<'_>>, what: &str, more: &[&str]) -> Option<Lifetime> {
    let at = value.span().start;
    let DeValue::Table(table) = value.get_ref() else {
        reader.wrong_type(what, "a table such as { kind = \"fixed\", years = 10 }", value);
        return None;
    };
    let Some(kind) = table.get("kind") else {
        let kinds = KINDS.map(|(kind, _)| kind).join(", ");
        reader.missing(what, "kind", &format!("the kinds are {kinds}"), at);
        return None;
    };
    let word = reader.text(kind, &format!("kind of {what}"))?;
    let Some((kind, parameters)) = KINDS.iter().find(|(name, _)| *name == word) else {
        let names = KINDS.map(|(kind, _)| kind);
        let hint = suggest::hint(&word, names, &format!("the kinds are {}", names.join(", ")));
        let says = format!("{what}: there is no lifetime \"{word}\"");
        reader.say(Finding::error("model-file.lifetime", says).hint(hint), kind.span().start);
        return None;
    };
    let by_mean = *kind == "gamma" && (table.contains_key("mean") || table.contains_key("sd"));
    let parameters: &[&str] = if by_mean { &["mean", "sd"] } else { parameters };
    let known: Vec<&str> = ["kind"].iter().chain(parameters).chain(more).copied().collect();
    reader.known_keys(table, what, &known);
    let parent = *kind == "folded-normal";
    let values: Vec<Option<f64>> = parameters
        .iter()
        .map(|name| {
            let within = if parent && *name == "mean" { Within::NotNegative } else { Within::Positive };
            reader.needed(table, name, what, within, at)
        })
        .collect();
    // All are read before any is used, so that all are said where several are wrong.
    let values: Vec<f64> = values.into_iter().collect::<Option<_>>()?;
    match (*kind, values.as_slice()) {
        ("fixed", &[years]) => Some(Lifetime::Fixed { years }),
        ("normal", &[mean, sd]) => Some(Lifetime::Normal { mean, sd }),
        ("folded-normal", &[mean, sd]) => Some(Lifetime::FoldedNormal { mean, sd }),
        ("lognormal", &[mean, sd]) => Some(Lifetime::LogNormal { mean, sd }),
        ("weibull", &[shape, scale]) => Some(Lifetime::Weibull { shape, scale }),
        ("gamma", &[mean, sd]) if by_mean => Some(Lifetime::GammaOfMean { mean, sd }),
        ("gamma", &[shape, scale]) => Some(Lifetime::Gamma { shape, scale }),
        ("exponential", &[mean]) => Some(Lifetime::Exponential { mean }),
        _ => None,
    }
}

/// `survival = [1.0, 0.9, ...]`: fractions that never rise.
fn table(reader: &mut Reader<'_>, value: &Spanned<DeValue<'_>>, whose: &str) -> Option<Vec<f64>> {
    let what = format!("survival of {whose}");
    let survival = reader.numbers(value, &what, Within::Share)?;
    let DeValue::Array(list) = value.get_ref() else { return None };
    for (age, pair) in survival.windows(2).enumerate() {
        if pair[1] > pair[0] {
            let says = format!("{what} rises from {} at age {age} to {} at age {}", pair[0], pair[1], age + 1);
            let finding = Finding::error("model-file.survival", says);
            reader.say(
                finding.hint("what has left does not come back: survival falls with age"),
                list[age + 1].span().start,
            );
            return None;
        }
    }
    if survival[0] <= 0.0 {
        let finding = Finding::error("model-file.survival", format!("{what} begins with nothing left at age 0"));
        reader
            .say(finding.hint("begin with 1.0, or with what is left after the losses at entry"), list[0].span().start);
        return None;
    }
    Some(survival)
}
