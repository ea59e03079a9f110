//! `[uncertain]` and `[[correlation]]`: distributions of parameters.

use adit_number::{CorrelationError, Correlations, Distribution, Family, Pair};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ModelFile;
use super::content::in_file_order;
use super::parameter::{Parameter, ParameterError};
use super::reader::{Reader, Within};
use crate::finding::Finding;
use crate::suggest;

/// The kinds and their parameters, as a model file writes them.
const KINDS: [(&str, &[&str]); 7] = [
    ("normal", &["mean", "sd"]),
    ("lognormal", &["mean", "sd"]),
    ("triangular", &["low", "mode", "high"]),
    ("uniform", &["low", "high"]),
    ("beta", &["alpha", "beta"]),
    ("pert", &["low", "mode", "high"]),
    ("empirical", &["values"]),
];

/// A distribution that is cut by more than this part says something else than was meant.
const MUCH_CUT: f64 = 0.05;

/// Most uncertain parameters of a model.
const MOST: usize = 2_000;

/// An uncertain parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Uncertain {
    /// The parameter.
    pub parameter: Parameter,
    /// Its distribution, cut at the limits of the parameter.
    pub distribution: Distribution,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

/// Two uncertain parameters that go together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// Positions in the list of uncertain parameters.
    pub between: [usize; 2],
    /// Correlation of the normal scores, between -1 and 1.
    pub rho: f64,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

pub(super) fn read(reader: &mut Reader<'_>, top: &DeTable<'_>, model: &mut ModelFile) {
    if let Some(value) = top.get("uncertain") {
        let DeValue::Table(table) = value.get_ref() else {
            reader.wrong_type(
                "uncertain",
                "a table such as \"cars.lifetime.scale\" = { kind = \"normal\", .. }",
                value,
            );
            return;
        };
        model.uncertain = of_table(reader, table, "", model);
        if model.uncertain.len() > MOST {
            let says = format!("{} uncertain parameters are more than {MOST}", model.uncertain.len());
            let finding = Finding::error("model-file.too-large", says);
            reader.say(finding.hint("leave those out that matter least"), value.span().start);
            return;
        }
    }
    model.correlations = correlations(reader, top, &model.uncertain);
    match copula(&model.uncertain, &model.correlations) {
        Ok(copula) => model.copula = copula,
        Err(error) => {
            let finding = Finding::error("model-file.correlation", error.to_string());
            let at = model.correlations.first().map_or(0, |first| first.at);
            reader.say(finding.hint("correlations must be possible all at once"), at);
        }
    }
}

/// The correlations, ready to be applied to draws.
pub(super) fn copula(uncertain: &[Uncertain], correlations: &[Correlation]) -> Result<Correlations, CorrelationError> {
    let names: Vec<&str> = uncertain.iter().map(|one| one.parameter.path.as_str()).collect();
    let pair = |one: &Correlation| Pair { first: one.between[0], second: one.between[1], rho: one.rho };
    Correlations::new(&names, &correlations.iter().map(pair).collect::<Vec<_>>())
}

/// Paths may be written in quotes or as tables within tables: what has a kind is a distribution.
fn of_table(reader: &mut Reader<'_>, table: &DeTable<'_>, before: &str, model: &ModelFile) -> Vec<Uncertain> {
    let mut found: Vec<Uncertain> = Vec::new();
    for (key, at, value) in in_file_order(table) {
        let path = if before.is_empty() { key.to_owned() } else { format!("{before}.{key}") };
        let DeValue::Table(inner) = value.get_ref() else {
            reader.wrong_type(&path, "a distribution such as { kind = \"normal\", mean = 15, sd = 1 }", value);
            continue;
        };
        let nested = !inner.contains_key("kind") && !inner.is_empty() && inner.values().all(is_table);
        let more = if nested {
            of_table(reader, inner, &path, model)
        } else {
            one(reader, inner, &path, at, model).into_iter().collect()
        };
        for uncertain in more {
            if found.iter().any(|known| known.parameter.path == uncertain.parameter.path) {
                let says = format!("{} stands twice in [uncertain]", uncertain.parameter.path);
                reader.say(Finding::error("model-file.twice", says).hint("keep one of the two"), uncertain.at);
            } else {
                found.push(uncertain);
            }
        }
    }
    found
}

fn is_table(value: &Spanned<DeValue<'_>>) -> bool {
    matches!(value.get_ref(), DeValue::Table(_))
}

fn one(reader: &mut Reader<'_>, table: &DeTable<'_>, path: &str, at: usize, model: &ModelFile) -> Option<Uncertain> {
    let parameter = match model.parameter(path) {
        Ok(parameter) => Some(parameter),
        Err(ParameterError { says, hint }) => {
            reader.say(Finding::error("model-file.unknown-path", says).hint(hint), at);
            None
        }
    };
    let family = family(reader, table, path, at)?;
    let parameter = parameter?;
    let refuse = |reader: &mut Reader<'_>, says: String, hint: &str| {
        reader.say(Finding::error("model-file.distribution", says).hint(hint.to_owned()), at);
    };
    let whole = match Distribution::new(family) {
        Ok(whole) => whole,
        Err(error) => {
            refuse(reader, format!("{path}: {error}"), "correct the parameters of the distribution");
            return None;
        }
    };
    let (low, high) = (parameter.low, parameter.high);
    let left = whole.cdf(high) - if low.is_finite() { whole.cdf(low.next_down()) } else { 0.0 };
    match whole.within(low, high) {
        Ok(distribution) => {
            if left < 1.0 - MUCH_CUT {
                let says = format!(
                    "{path}: {:.0} % of the distribution lies where the parameter cannot be, and is cut",
                    (1.0 - left) * 100.0
                );
                let hint = "choose a distribution that lies within the range; results use what is left of this one";
                reader.say(Finding::warning("model-file.distribution", says).hint(hint), at);
            }
            Some(Uncertain { parameter, distribution, at })
        }
        Err(error) => {
            refuse(reader, format!("{path}: {error}"), "choose a distribution that lies where the parameter can be");
            None
        }
    }
}

fn family(reader: &mut Reader<'_>, table: &DeTable<'_>, path: &str, at: usize) -> Option<Family> {
    let what = format!("the distribution of {path}");
    let Some(kind) = table.get("kind") else {
        let kinds = KINDS.map(|(kind, _)| kind).join(", ");
        reader.missing(&what, "kind", &format!("the kinds are {kinds}"), at);
        return None;
    };
    let word = reader.text(kind, &format!("kind of {what}"))?;
    let Some((kind, parameters)) = KINDS.iter().find(|(name, _)| *name == word) else {
        let names = KINDS.map(|(kind, _)| kind);
        let hint = suggest::hint(&word, names, &format!("the kinds are {}", names.join(", ")));
        let says = format!("{what}: there is no distribution \"{word}\"");
        reader.say(Finding::error("model-file.distribution", says).hint(hint), kind.span().start);
        return None;
    };
    if *kind == "empirical" {
        reader.known_keys(table, &what, &["kind", "values"]);
        let Some(values) = table.get("values") else {
            reader.missing(&what, "values", "write values = and a list of numbers", at);
            return None;
        };
        return Some(Family::Empirical { values: reader.numbers(values, &format!("values of {what}"), Within::Any)? });
    }
    let by_median = *kind == "lognormal" && (table.contains_key("median") || table.contains_key("gsd"));
    let parameters: &[&str] = if by_median { &["median", "gsd"] } else { parameters };
    let more: &[&str] = if *kind == "beta" { &["kind", "low", "high"] } else { &["kind"] };
    let known: Vec<&str> = more.iter().chain(parameters).copied().collect();
    reader.known_keys(table, &what, &known);
    let values: Vec<Option<f64>> =
        parameters.iter().map(|name| reader.needed(table, name, &what, Within::Any, at)).collect();
    let low = if table.contains_key("low") { reader.number_of(table, "low", &what, Within::Any) } else { Some(0.0) };
    let high = if table.contains_key("high") { reader.number_of(table, "high", &what, Within::Any) } else { Some(1.0) };
    let values: Vec<f64> = values.into_iter().collect::<Option<_>>()?;
    match (*kind, values.as_slice()) {
        ("normal", &[mean, sd]) => Some(Family::Normal { mean, sd }),
        ("lognormal", &[median, gsd]) if by_median => Some(Family::LogNormalMedian { median, gsd }),
        ("lognormal", &[mean, sd]) => Some(Family::LogNormal { mean, sd }),
        ("triangular", &[low, mode, high]) => Some(Family::Triangular { low, mode, high }),
        ("uniform", &[low, high]) => Some(Family::Uniform { low, high }),
        ("beta", &[alpha, beta]) => Some(Family::Beta { alpha, beta, low: low?, high: high? }),
        ("pert", &[low, mode, high]) => Some(Family::Pert { low, mode, high }),
        _ => None,
    }
}

fn correlations(reader: &mut Reader<'_>, top: &DeTable<'_>, uncertain: &[Uncertain]) -> Vec<Correlation> {
    let mut found: Vec<Correlation> = Vec::new();
    let what = "a correlation";
    for (table, at) in reader.tables(top, "correlation") {
        reader.known_keys(table, what, &["between", "rho"]);
        let rho = reader.needed(table, "rho", what, Within::Any, at);
        if let Some(rho) = rho.filter(|rho| rho.abs() > 1.0) {
            let finding =
                Finding::error("model-file.correlation", format!("a correlation of {rho} is not within -1 to 1"));
            reader.say(finding.hint("write a number from -1 to 1"), at);
            continue;
        }
        let Some(value) = table.get("between") else {
            reader.missing(what, "between", "write between = [\"path\", \"path\"]", at);
            continue;
        };
        let DeValue::Array(list) = value.get_ref() else {
            reader.wrong_type("between of a correlation", "a list of two paths", value);
            continue;
        };
        let mut positions = Vec::new();
        for one in list {
            let Some(path) = reader.text(one, "a path of a correlation") else { continue };
            let Some(position) = uncertain.iter().position(|known| known.parameter.path == path) else {
                let names = uncertain.iter().map(|known| known.parameter.path.as_str());
                let hint = suggest::hint(&path, names, "write a path that stands in [uncertain]");
                let says = format!("a correlation names {path}, which is not uncertain");
                reader.say(Finding::error("model-file.correlation", says).hint(hint), one.span().start);
                continue;
            };
            positions.push(position);
        }
        if positions.len() != list.len() {
            continue;
        }
        let (&[a, b], Some(rho)) = (positions.as_slice(), rho) else {
            let says = format!("a correlation is between two paths, not {}", list.len());
            let finding = Finding::error("model-file.correlation", says).hint("write between = [\"path\", \"path\"]");
            reader.say(finding, value.span().start);
            continue;
        };
        let same = |known: &&Correlation| known.between == [a, b] || known.between == [b, a];
        if a == b || found.iter().any(|known| same(&known)) {
            let says =
                if a == b { "a correlation is between two different paths" } else { "a correlation stands twice" };
            let finding = Finding::error("model-file.correlation", says).hint("keep one for each pair");
            reader.say(finding, value.span().start);
            continue;
        }
        found.push(Correlation { between: [a, b], rho, at });
    }
    found
}
