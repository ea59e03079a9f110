//! Production of an economy, and what the source's silence means.

use adit_facts::chain::{Place, ProductionFacts};
use adit_facts::study::Datum;
use adit_number::Ranged;

use super::{PRODUCTION, Question, StageBalance};
use crate::chain::economy::Economy;
use crate::workings::{Input, Workings, ranged};

/// The lines of a source as an economy sees them.
struct Lines {
    /// Lines of its own, with a figure.
    own: Vec<Datum>,
    /// All countries are counted in one form.
    one_form: bool,
    /// Lines of its own without one.
    withheld: bool,
    /// Every country of it has a line.
    all_named: bool,
    /// What the source says of the countries that it does not name.
    other: Others,
    /// The total of the world.
    world: Option<Datum>,
}

/// The line of other countries.
#[derive(Clone, Copy)]
enum Others {
    /// There is none: the source names all producers.
    None,
    /// It stands there without a figure.
    Unknown,
    /// Its figure.
    Known(Datum),
}

impl Question<'_> {
    /// Writes the production of an economy.
    pub(super) fn produce(&self, balance: &mut StageBalance, workings: &mut Workings) {
        let facts = self.package.production(self.material, balance.stage, self.year);
        if facts.is_empty() {
            balance.missing.push(self.no_production(balance));
            return;
        }
        let lines = self.lines(balance.economy, &facts);
        if !lines.one_form {
            balance.missing.push("production: the source counts different things in different countries".to_owned());
            return;
        }
        let full = !lines.withheld && matches!(lines.other, Others::None);
        if lines.own.is_empty() && !full {
            balance.missing.push(silence(&lines));
            return;
        }
        let sum = Ranged::sum(lines.own.iter().map(ranged));
        let unnamed = match (lines.withheld, lines.all_named, lines.other) {
            (true, ..) | (false, false, Others::Unknown) => f64::INFINITY,
            (false, false, Others::Known(other)) => other.number.high,
            (false, ..) => 0.0,
        };
        let number = Ranged::new(sum.value, sum.low(), sum.high() + unnamed);
        let hidden = match lines.other {
            Others::Known(other) if !lines.all_named => Some(other),
            _ => None,
        };
        let inputs = match lines.own.first() {
            // A source that names every producer and not this one says that there is nothing.
            None => lines.world.into_iter().map(Input::Fact).collect(),
            Some(_) => lines.own.iter().copied().chain(hidden).map(Input::Fact).collect(),
        };
        let id = format!("chain.production/{}/{}", self.key(balance.stage), balance.economy.id(self.package));
        let written = workings.number(id, self.label("production", balance), number, &PRODUCTION, inputs);
        if lines.own.is_empty() {
            workings.note(&written, "The source names all producers, and this is not among them.");
        } else if hidden.is_some() {
            workings.note(&written, "The upper bound holds all that the source does not name by country.");
        }
        balance.form = facts.first().map(|line| line.form.clone());
        balance.production = Some(written);
        balance.unnamed = unnamed;
    }

    fn lines(&self, economy: Economy, facts: &[ProductionFacts]) -> Lines {
        let own = || {
            facts
                .iter()
                .filter(|line| matches!(line.place, Place::Country(country) if economy.holds(country, self.members)))
        };
        let of = |place: Place| facts.iter().find(|line| line.place == place);
        let countries = match economy {
            Economy::Country(_) => 1,
            Economy::Union => self.members.iter().filter(|member| **member).count(),
        };
        Lines {
            own: own().filter_map(|line| line.quantity).collect(),
            one_form: facts
                .iter()
                .filter(|line| matches!(line.place, Place::Country(_)) && line.quantity.is_some())
                .map(|line| &line.form)
                .is_sorted_by(|a, b| a == b),
            withheld: own().any(|line| line.quantity.is_none()),
            all_named: own().count() >= countries,
            other: match of(Place::Other) {
                None => Others::None,
                Some(line) => line.quantity.map_or(Others::Unknown, Others::Known),
            },
            world: of(Place::World).and_then(|line| line.quantity),
        }
    }

    fn no_production(&self, balance: &StageBalance) -> String {
        let years = self.package.production_years(self.material, balance.stage);
        match (years.first(), years.last()) {
            (Some(first), Some(last)) => {
                format!("production: no figures of {} at this stage, only of {first} to {last}", self.year)
            }
            _ => "production: no source gives figures of this stage".to_owned(),
        }
    }
}

/// What a source says that does not name an economy.
fn silence(lines: &Lines) -> String {
    match (lines.withheld, lines.other) {
        (true, _) => "production: the source withholds it".to_owned(),
        (false, Others::Known(other)) => format!(
            "production: not named by the source, so between 0 and {} t, its line of other countries",
            other.number.value
        ),
        (false, _) => "production: not named by the source, whose line of other countries has no figure".to_owned(),
    }
}
