//! Parameters in a year, the levers that move them, and the content of a product.

use adit_facts::outlook::cases::Moves;
use adit_number::Ranged;

use super::Writer;
use crate::outlook::case::compiled::Source;
use crate::outlook::case::lines::ProductLine;
use crate::outlook::case::moved::reaches;
use crate::outlook::case::rules;
use crate::outlook::case::tracks::{Slot, Track};
use crate::workings::Input;

impl Writer<'_, '_, '_> {
    pub(super) fn slot(&self, s: usize, at: Option<usize>) -> Slot {
        let material = at.map(|at| self.compiled.materials[at]);
        Slot { segment: Some(s), technology: None, material }
    }

    /// A parameter at a period: the row, the straight line between two rows, or what a lever makes of it.
    pub(super) fn parameter(&mut self, series: usize, t: usize) -> Input {
        let of = &self.compiled.series[series];
        let moved = of.set.map(|set| &self.compiled.moved[set]).filter(|moved| moved.gone[t] > 0.0);
        let Some(moved) = moved else { return self.given(series, t) };
        let base = self.given(series, self.compiled.base());
        let lever = &self.compiled.model.levers[moved.lever];
        let path = match &of.source {
            Source::Track(track, _) => self.compiled.model.tracks[*track].path.clone(),
            Source::Default(_) => format!("{}/{}", self.case(), lever.moves.id()),
        };
        let (year, value) = (self.compiled.years[t], self.block.parameter(series)[t][0]);
        let stated =
            Input::Stated { label: format!("Lever \"{}\"", lever.name), value: moved.value, unit: "set", id: None };
        let gone = Input::Stated {
            label: format!("How far the lever has gone in {year}"),
            value: moved.gone[t],
            unit: "share",
            id: None,
        };
        let id = format!("outlook.lever/{path}/{}/{year}", lever.id);
        let label = format!("{} with the lever \"{}\", {year}", sentence(lever.moves.id()), lever.name);
        self.out.number(id, label, Ranged::point(value), &rules::LEVER, vec![base, stated, gone]).input()
    }

    /// A parameter without its lever.
    fn given(&mut self, series: usize, t: usize) -> Input {
        let compiled = self.compiled;
        match &compiled.series[series].source {
            Source::Default(value) => Input::Stated {
                label: format!("No row is given: {value} stands for it"),
                value: *value,
                unit: "share",
                id: None,
            },
            Source::Track(track, _) => self.of_track(&compiled.model.tracks[*track], compiled.years[t]),
        }
    }

    fn of_track(&mut self, track: &Track, year: u16) -> Input {
        let between = track.between(year);
        let fact = |at: usize| Input::Fact(self.compiled.model.rows[track.points[at].row].value);
        if between.weight == 0.0 {
            return fact(between.at);
        }
        let inputs = vec![fact(between.at), fact(between.at + 1)];
        let label = format!("{}, {}, {year}", sentence(track.parameter.id()), self.compiled.model.words_of(track.of));
        let id = format!("outlook.parameter/{}/{year}", track.path);
        self.out.number(id, label, Ranged::point(track.value(year)), &rules::PARAMETER, inputs).input()
    }

    /// The levers that multiply something in the year.
    pub(super) fn levers(&self, moves: Moves, slot: Slot) -> Vec<Input> {
        self.levers_at(moves, slot, self.t)
    }

    /// The same at a period.
    pub(super) fn levers_at(&self, moves: Moves, slot: Slot, t: usize) -> Vec<Input> {
        let reached = self.compiled.moved.iter().filter(|moved| moved.moves == moves && reaches(moved.of, slot));
        let input = |moved: &crate::outlook::case::moved::Moved| {
            let lever = &self.compiled.model.levers[moved.lever];
            let year = self.compiled.years[t];
            let (value, unit) = match moves {
                Moves::Substitution => (moved.value * moved.gone[t], "share"),
                Moves::CapacityDelay => (moved.value, "years"),
                _ => (moved.factor(t), "times"),
            };
            Input::Stated { label: format!("Lever \"{}\", {year}", lever.name), value, unit, id: None }
        };
        reached.filter(|moved| moved.gone[t] > 0.0).map(input).collect()
    }

    /// Material in one product that comes in the year.
    pub(super) fn content(&mut self, s: usize, at: usize) -> Input {
        let compiled = self.compiled;
        let plan = &compiled.segments[s];
        let mut inputs = Vec::new();
        for (place, intensity) in &plan.materials[at].intensities {
            let (technology, mix) = plan.mix[*place];
            inputs.push(self.parameter(mix, self.t));
            let intensity = &compiled.intensities[*intensity];
            inputs.push(self.parameter(intensity.of, self.t));
            inputs.push(self.parameter(intensity.factor, self.t));
            let slot = Slot { technology: Some(technology), ..self.slot(s, Some(at)) };
            inputs.extend(self.levers(Moves::IntensityTimes, slot));
        }
        if inputs.is_empty() {
            // None of the technologies contains it: they stand here, without an intensity.
            inputs.push(Input::Number(self.product_id(ProductLine::Inflow, s)));
            inputs.extend(plan.mix.iter().map(|(_, mix)| self.parameter(*mix, self.t)));
        }
        for (_, moved) in &plan.mix_set {
            let moved = &compiled.moved[*moved];
            let label = format!("Lever \"{}\"", compiled.model.levers[moved.lever].name);
            let value = moved.value;
            inputs.extend((moved.gone[self.t] > 0.0).then_some(Input::Stated {
                label,
                value,
                unit: "share",
                id: None,
            }));
        }
        inputs.extend(self.levers(Moves::Substitution, self.slot(s, Some(at))));
        // A fact that several technologies share stands once.
        let mut once: Vec<Input> = Vec::new();
        for input in inputs {
            if !once.contains(&input) {
                once.push(input);
            }
        }
        let value = self.block.segments[s].materials[at].content[self.t][0];
        let segment = self.compiled.model.segments[s].name.to_lowercase();
        let unit = &self.compiled.model.facts.product_unit;
        let label =
            format!("Content of what comes in {}, {}, {segment} (t for each of: {unit})", self.year(), self.name(at));
        self.out.number(self.id_in("content", at, s), label, Ranged::point(value), &rules::CONTENT, once).input()
    }
}

/// An id as the beginning of a sentence: `made-in-eu` as "Made in eu".
fn sentence(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
