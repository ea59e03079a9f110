//! `[[route]]`: what happens to products that leave use, and to the materials in them.
//!
//! Of what leaves a series the part `share` goes this way; of that `collection` is collected, of the collected
//! `dismantling` is taken out or separated, of that `recovery` comes back as secondary material, at most `capacity` a
//! year. `into` names the series whose new products take it up (closed loop: it displaces their primary demand of the same
//! material); without it the material leaves the model (open loop).

use toml::de::{DeTable, DeValue};

use super::content::{Composition, names_in};
use super::reader::{Reader, Within};
use super::series::Series;
use super::{ByYear, time::Time};
use crate::finding::Finding;
use crate::suggest;

const KEYS: [&str; 11] =
    ["name", "of", "materials", "share", "collection", "dismantling", "recovery", "capacity", "into", "note", "source"];

/// Shares that are added may pass 1 by this much: the rounding of decimal fractions.
const ROUNDING: f64 = 1e-9;

/// An end-of-life route.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Its name.
    pub name: String,
    /// What a reader must know of its numbers.
    pub note: Option<String>,
    /// Where its numbers come from.
    pub source: Option<String>,
    /// The series whose outflow it takes.
    pub of: String,
    /// The materials that it recovers; the product itself where the series has no contents.
    pub materials: Vec<String>,
    /// Part of the outflow that goes this way.
    pub share: ByYear,
    /// Part of that which is collected.
    pub collection: ByYear,
    /// Part of the collected which is taken out or separated.
    pub dismantling: ByYear,
    /// Part of the separated which comes back as secondary material.
    pub recovery: ByYear,
    /// Most secondary material that it gives, all its materials together, a year.
    pub capacity: Option<ByYear>,
    /// The series whose new products take up the secondary material.
    pub into: Option<String>,
    /// Byte of the model file at which it stands.
    pub at: usize,
}

/// The yields of a route by name.
pub(super) const YIELDS: [&str; 4] = ["share", "collection", "dismantling", "recovery"];

impl Route {
    /// A yield by name.
    pub(super) fn yield_mut(&mut self, name: &str) -> Option<&mut ByYear> {
        match name {
            "share" => Some(&mut self.share),
            "collection" => Some(&mut self.collection),
            "dismantling" => Some(&mut self.dismantling),
            "recovery" => Some(&mut self.recovery),
            _ => None,
        }
    }

    /// A yield by name.
    pub fn yield_of(&self, name: &str) -> Option<&ByYear> {
        match name {
            "share" => Some(&self.share),
            "collection" => Some(&self.collection),
            "dismantling" => Some(&self.dismantling),
            "recovery" => Some(&self.recovery),
            _ => None,
        }
    }
}

pub(super) fn read(
    reader: &mut Reader<'_>,
    top: &DeTable<'_>,
    time: &Time,
    series: &[Series],
    composition: &[Composition],
) -> Vec<Route> {
    let tables = reader.tables(top, "route");
    let routes: Vec<Route> =
        tables.into_iter().filter_map(|(table, at)| one(reader, table, at, series, composition)).collect();
    shares_fit(reader, time, &routes);
    routes
}

fn one(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    at: usize,
    series: &[Series],
    composition: &[Composition],
) -> Option<Route> {
    if table.get("name").is_none() {
        reader.missing("a route", "name", "write name = and what the route is called", at);
    }
    let name = reader.text_of(table, "name", "a route");
    let whose = name.clone().unwrap_or_else(|| "a route".to_owned());
    reader.known_keys(table, &whose, &KEYS);
    let note = reader.text_of(table, "note", &whose);
    let source = reader.text_of(table, "source", &whose);
    let share_of = |reader: &mut Reader<'_>, key: &str| match table.get(key) {
        Some(value) => reader.by_year(value, &format!("{key} of {whose}"), Within::Share),
        None => Some(ByYear::constant(1.0)),
    };
    let yields = YIELDS.map(|key| share_of(reader, key));
    if YIELDS[1..].iter().all(|key| !table.contains_key(*key)) {
        let hint = "write at least one of them, as a fraction of 0 to 1 or as [[year, fraction], ...]";
        reader.missing(&whose, "collection, dismantling and recovery", hint, at);
    }
    let capacity = match table.get("capacity") {
        Some(value) => Some(reader.by_year(value, &format!("capacity of {whose}"), Within::NotNegative)?),
        None => None,
    };
    if table.get("of").is_none() {
        reader.missing(&whose, "of", "write of = and the series whose outflow it takes", at);
    }
    let of = named_series(reader, table, "of", &whose, series)?;
    let into = match table.get("into") {
        Some(_) => Some(named_series(reader, table, "into", &whose, series)?),
        None => None,
    };
    let materials = materials(reader, table, &whose, of, composition)?;
    if let Some(into) = into {
        let known = names_in(&into.contents, composition);
        for material in materials.iter().filter(|material| !known.contains(&material.as_str())) {
            let says = format!("{whose} brings {material} into {}, which does not contain it", into.name);
            let hint = "name the materials that both have: materials = [...], or leave out into";
            reader.say(Finding::error("model-file.unknown-name", says).hint(hint), at);
        }
    }
    let [share, collection, dismantling, recovery] = yields;
    Some(Route {
        name: name?,
        note,
        source,
        of: of.name.clone(),
        materials,
        share: share?,
        collection: collection?,
        dismantling: dismantling?,
        recovery: recovery?,
        capacity,
        into: into.map(|into| into.name.clone()),
        at,
    })
}

pub(super) fn named_series<'s>(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    key: &str,
    whose: &str,
    series: &'s [Series],
) -> Option<&'s Series> {
    let name = reader.text_of(table, key, whose)?;
    let found = series.iter().find(|one| one.name == name);
    if found.is_none() {
        let names = series.iter().map(|one| one.name.as_str()).take(1000);
        let hint = suggest::hint(&name, names, "write the name of a [[series]]");
        let at = table.get(key).map_or(0, |value| value.span().start);
        let finding =
            Finding::error("model-file.unknown-name", format!("{key} of {whose}: there is no series \"{name}\""));
        reader.say(finding.hint(hint), at);
    }
    found
}

fn materials(
    reader: &mut Reader<'_>,
    table: &DeTable<'_>,
    whose: &str,
    of: &Series,
    composition: &[Composition],
) -> Option<Vec<String>> {
    let known = names_in(&of.contents, composition);
    let Some(value) = table.get("materials") else {
        // Without a choice the innermost: a battery and the nickel in it are not both recovered.
        let wholes: Vec<&str> = composition.iter().map(|one| one.whole.as_str()).collect();
        let innermost = known.into_iter().filter(|name| !wholes.contains(name));
        return Some(innermost.map(str::to_owned).collect());
    };
    let what = format!("materials of {whose}");
    let DeValue::Array(list) = value.get_ref() else {
        reader.wrong_type(&what, "a list of names", value);
        return None;
    };
    reader.list(value, &what, "a list of names")?;
    let mut found: Vec<String> = Vec::with_capacity(list.len());
    for one in list {
        let Some(name) = reader.text(one, &what) else { continue };
        if !known.contains(&name.as_str()) {
            let hint = suggest::hint(&name, known.iter().copied(), "name a content of that series");
            let finding = Finding::error("model-file.unknown-name", format!("{what}: {} has no {name}", of.name));
            reader.say(finding.hint(hint), one.span().start);
        } else if found.contains(&name) {
            let finding = Finding::error("model-file.twice", format!("{what} name {name} twice"));
            reader.say(finding.hint("keep one of the two"), one.span().start);
        } else {
            found.push(name);
        }
    }
    (found.len() == list.len()).then_some(found)
}

/// The routes of one series and material take at most all of its outflow.
fn shares_fit(reader: &mut Reader<'_>, time: &Time, routes: &[Route]) {
    for (position, route) in routes.iter().enumerate() {
        let earlier = |other: &&Route| {
            other.of == route.of
                && (other.materials.is_empty() || other.materials.iter().any(|m| route.materials.contains(m)))
        };
        let before: Vec<&Route> = routes[..position].iter().filter(earlier).collect();
        if before.is_empty() {
            continue;
        }
        for year in &time.years {
            let year_number = f64::from(*year);
            let sum = before.iter().map(|other| other.share.at(year_number)).sum::<f64>() + route.share.at(year_number);
            if sum > 1.0 + ROUNDING {
                let says = format!("the routes of {} take {sum} of its outflow in {year}", route.of);
                let hint = format!("give {} and {} a share each that add up to at most 1", before[0].name, route.name);
                reader.say(Finding::error("model-file.route-shares", says).hint(hint), route.at);
                break;
            }
        }
    }
}
