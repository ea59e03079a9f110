//! What products, components and materials consist of: `content`, `[composition]` and `[layers]`.
//!
//! A product contains components, materials and elements directly (`content`) and through what those consist of
//! (`[composition]`), multiplied through. What enters in a year is made as the compositions of that year say, and keeps
//! them until it leaves.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::ModelFile;
use super::reader::{Reader, Within};
use super::series::{Content, Series};
use crate::finding::Finding;
use crate::suggest;

/// Shares that are added may pass 1 by this much: the rounding of decimal fractions.
const ROUNDING: f64 = 1e-9;

/// What something below the product is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// A part of a product, such as a battery.
    Component,
    /// A material, such as steel.
    Material,
    /// A chemical element.
    Element,
}

impl Layer {
    /// The words of model files, from the outermost.
    pub const WORDS: [(&'static str, Self); 3] =
        [("component", Self::Component), ("material", Self::Material), ("element", Self::Element)];

    /// The word of model files.
    pub fn word(self) -> &'static str {
        Self::WORDS.into_iter().find(|(_, meant)| *meant == self).map_or("", |(word, _)| word)
    }
}

/// The layer that the file names for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layered {
    /// Component, material or element.
    pub name: String,
    /// Its layer.
    pub layer: Layer,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

/// What something consists of.
#[derive(Debug, Clone, PartialEq)]
pub struct Composition {
    /// The component or material.
    pub whole: String,
    /// Its parts, as fractions of it by year of making.
    pub parts: Vec<Content>,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

/// Amounts by name; all of them, or none.
pub(super) fn amounts(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    what: &str,
    within: Within,
) -> Option<Vec<Content>> {
    let ordered = in_file_order(table);
    let all = ordered.len();
    let mut amounts = Vec::with_capacity(all);
    for (key, at, value) in ordered {
        let name = key.trim();
        if name.is_empty() {
            let finding = Finding::error("model-file.blank", format!("{what}: a name is blank"));
            reader.say(finding.hint("name the material"), at);
            continue;
        }
        let amount = reader.by_year(value, &format!("{what}: {name}"), within);
        amounts.extend(amount.map(|amount| Content { name: name.to_owned(), amount }));
    }
    (amounts.len() == all).then_some(amounts)
}

/// Says so where shares of one product pass 1 together. Listed contents may overlap (a battery and the nickel in it), so
/// this is a warning; amounts in a unit of their own have no such limit.
pub(super) fn sums_to_one(reader: &mut Reader<'_>, contents: &[Content], what: &str, amounts: bool, at: usize) {
    if amounts {
        return;
    }
    if let Some((year, sum)) = over_one(contents) {
        let says = format!("{what} adds up to {sum} in {year}");
        let hint = "lower them; if they overlap, use [composition]; if they are no shares, name their unit: material_unit = \"kg\"";
        reader.say(Finding::warning("model-file.contents-over", says).hint(hint), at);
    }
}

/// The first year named in any of the contents in which they pass 1 together.
fn over_one(contents: &[Content]) -> Option<(f64, f64)> {
    let years = contents.iter().flat_map(|content| content.amount.points()).map(|(year, _)| *year);
    years
        .map(|year| (year, contents.iter().map(|content| content.amount.at(year)).sum::<f64>()))
        .find(|(_, sum)| *sum > 1.0 + ROUNDING)
}

/// A product can hold what it likes; a name that is nearly one of `[composition]` is mostly that one, misspelt.
pub(super) fn known(reader: &mut Reader<'_>, contents: &[Content], composition: &[Composition]) {
    let wholes: Vec<&str> = composition.iter().map(|one| one.whole.as_str()).collect();
    for content in contents.iter().filter(|content| !wholes.contains(&content.name.as_str())) {
        let same = wholes.iter().find(|whole| whole.eq_ignore_ascii_case(&content.name));
        if let Some(whole) = same {
            let says = format!("the content {} has no composition, and {whole} has one", content.name);
            let at = composition.iter().find(|one| one.whole == *whole).map_or(0, |one| one.at);
            reader.say(Finding::warning("model-file.unknown-name", says).hint(format!("did you mean {whole}?")), at);
        }
    }
}

/// `[composition]`, every whole before its parts.
pub(super) fn compositions(reader: &mut Reader<'_>, top: &DeTable<'_>) -> Vec<Composition> {
    let Some(value) = top.get("composition") else { return Vec::new() };
    let DeValue::Table(table) = value.get_ref() else {
        reader.wrong_type("composition", "a table such as battery = { nickel = 0.1 }", value);
        return Vec::new();
    };
    let mut all = Vec::with_capacity(table.len());
    for (key, at, value) in in_file_order(table) {
        let whole = key.trim().to_owned();
        let what = format!("composition of {whole}");
        let DeValue::Table(parts) = value.get_ref() else {
            reader.wrong_type(&what, "a table such as { nickel = 0.1 }", value);
            continue;
        };
        let Some(parts) = amounts(reader, parts, &what, Within::Share) else { continue };
        if let Some((year, sum)) = over_one(&parts) {
            let finding = Finding::error("model-file.contents-over", format!("{what} adds up to {sum} in {year}"));
            reader.say(finding.hint("the parts of something are at most all of it: lower them"), at);
        }
        all.push(Composition { whole, parts, at });
    }
    in_order(reader, all)
}

/// Every whole before its parts; what goes round in circles is said and left out.
fn in_order(reader: &mut Reader<'_>, mut left: Vec<Composition>) -> Vec<Composition> {
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let inner: Vec<&str> = left.iter().flat_map(|one| &one.parts).map(|part| part.name.as_str()).collect();
        let Some(next) = left.iter().position(|one| !inner.contains(&one.whole.as_str())) else {
            let says = format!("the composition of {} contains itself: {}", left[0].whole, circle(&left));
            let finding = Finding::error("model-file.circle", says);
            reader.say(finding.hint("take it out of what it contains"), left[0].at);
            return ordered;
        };
        ordered.push(left.remove(next));
    }
    ordered
}

/// From the first whole along parts that are wholes themselves, until one comes twice.
fn circle(left: &[Composition]) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut now = left.first();
    while let Some(one) = now {
        names.push(&one.whole);
        if names.iter().filter(|name| **name == one.whole).count() > 1 {
            break;
        }
        now = left.iter().find(|other| one.parts.iter().any(|part| part.name == other.whole));
    }
    names.join(" in ")
}

/// `[layers]`: `component = ["battery"]` and so on.
pub(super) fn layers(reader: &mut Reader<'_>, top: &DeTable<'_>, composition: &[Composition]) -> Vec<Layered> {
    let Some(value) = top.get("layers") else { return Vec::new() };
    let DeValue::Table(table) = value.get_ref() else {
        reader.wrong_type("layers", "a table such as component = [\"battery\"]", value);
        return Vec::new();
    };
    reader.known_keys(table, "[layers]", &Layer::WORDS.map(|(word, _)| word));
    let mut found: Vec<Layered> = Vec::new();
    for (word, layer) in Layer::WORDS {
        let Some(value) = table.get(word) else { continue };
        let what = format!("{word} of [layers]");
        for one in reader.list(value, &what, "a list of names").unwrap_or_default() {
            let Some(name) = reader.text(one, &what) else { continue };
            if found.iter().any(|known| known.name == name) {
                let finding = Finding::error("model-file.twice", format!("{name} stands twice in [layers]"));
                reader.say(finding.hint("keep it in one layer"), one.span().start);
            } else {
                found.push(Layered { name, layer, at: one.span().start });
            }
        }
    }
    let layer_of = |name: &str| found.iter().find(|known| known.name == name).map(|known| known.layer);
    for one in composition {
        let Some(outer) = layer_of(&one.whole) else { continue };
        for part in &one.parts {
            if let Some(inner) = layer_of(&part.name).filter(|inner| *inner < outer) {
                let says = format!(
                    "{} is of the layer {} and contains {} of the layer {}",
                    one.whole,
                    outer.word(),
                    part.name,
                    inner.word()
                );
                let hint =
                    "components contain materials, materials contain elements: change the layers or the composition";
                reader.say(Finding::error("model-file.layer", says).hint(hint), one.at);
            }
        }
    }
    found
}

/// What can only be said of the whole model: names of layers and units that nothing has, sums over different units.
pub(super) fn check(reader: &mut Reader<'_>, model: &ModelFile) {
    let mut names: HashMap<&str, Option<&Series>> = HashMap::new();
    let mut mixed: Vec<(String, usize)> = Vec::new();
    for series in &model.series {
        for name in model.contents_of(series) {
            let first = names.entry(name).or_insert(Some(series));
            let unit = |series: &Series| series.material_unit.clone();
            if let Some(other) = first.filter(|other| unit(other) != unit(series)) {
                let in_words = |unit: Option<String>| unit.unwrap_or_else(|| "no unit of its own".to_owned());
                let says = format!(
                    "{name} is in {} in {} and in {} in {}",
                    in_words(unit(other)),
                    other.name,
                    in_words(unit(series)),
                    series.name
                );
                mixed.push((says, series.at));
            }
        }
    }
    for one in &model.composition {
        names.entry(&one.whole).or_insert(None);
        for part in &one.parts {
            names.entry(&part.name).or_insert(None);
        }
    }
    for Layered { name, at, .. } in model.layers.iter().filter(|one| !names.contains_key(one.name.as_str())) {
        let mut known: Vec<&str> = names.keys().copied().collect();
        known.sort_unstable();
        let hint = suggest::hint(name, known, "name what a content or a composition has");
        let finding =
            Finding::error("model-file.unknown-name", format!("[layers] names {name}, which nothing contains"));
        reader.say(finding.hint(hint), *at);
    }
    for (says, at) in mixed {
        let finding = Finding::error("model-file.unit", says);
        reader.say(finding.hint("totals add the series of a model: give both the same material_unit"), at);
    }
}

/// Names of contents, and of everything in them through compositions; wholes before their parts.
pub(super) fn names_in<'m>(contents: &'m [Content], composition: &'m [Composition]) -> Vec<&'m str> {
    let mut names: Vec<&str> = contents.iter().map(|content| content.name.as_str()).collect();
    for one in composition {
        if names.contains(&one.whole.as_str()) {
            let parts = one.parts.iter().map(|part| part.name.as_str());
            let new: Vec<&str> = parts.filter(|part| !names.contains(part)).collect();
            names.extend(new);
        }
    }
    names
}

impl ModelFile {
    /// Names of everything that a series contains, directly and through compositions; wholes before their parts.
    pub fn contents_of<'m>(&'m self, series: &'m Series) -> Vec<&'m str> {
        names_in(&series.contents, &self.composition)
    }

    /// How much of each of [`Self::contents_of`] is in a unit of the series that enters in a year.
    pub fn content_in(&self, series: &Series, year: f64) -> Vec<f64> {
        let names = self.contents_of(series);
        let mut amounts = vec![0.0; names.len()];
        for (amount, content) in amounts.iter_mut().zip(series.contents.iter()) {
            *amount = content.amount.at(year);
        }
        let position = |name: &str| names.iter().position(|known| *known == name);
        for one in &self.composition {
            let Some(whole) = position(&one.whole) else { continue };
            for part in &one.parts {
                if let Some(at) = position(&part.name) {
                    amounts[at] += amounts[whole] * part.amount.at(year);
                }
            }
        }
        amounts
    }
}

/// Keys, their places and values of a table, in the order of the file.
pub(super) fn in_file_order<'v, 't>(table: &'v DeTable<'t>) -> Vec<(&'v str, usize, &'v Spanned<DeValue<'t>>)> {
    let mut ordered: Vec<_> =
        table.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span().start, value)).collect();
    ordered.sort_by_key(|(_, at, _)| *at);
    ordered
}
