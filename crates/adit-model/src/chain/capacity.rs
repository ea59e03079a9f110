//! What the Union can make at a step today: the capacities of its plants, or at least its output.
//!
//! Capacity is the maximum annual production volume (Art. 2(5)). Where only output is known it is a lower bound and said
//! to be so; a country that a source does not name is not zero where the source prints a line for the others (rules of
//! calculation §2.3, §2.6). Rows from memory are no facts and never count (§2.8).

use adit_facts::study::Datum;
use adit_number::{Ranged, Rule};

use crate::workings::{Input, Worked, Workings, ranged};

/// Capacity of the plants of a step.
pub static CAPACITY: Rule = Rule {
    id: "chain.capacity",
    says: "Capacity of the operating plants of the Union at a step: their sum, plants that hold each other's tonnes counted once; paused plants are in the upper end",
    formula: "K = Σ capacity of plants",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 2(5)",
};

/// Output of the Union.
pub static OUTPUT: Rule = Rule {
    id: "chain.output",
    says: "Production of the Union: the countries that the source names, and up to the line for other countries in the upper end",
    formula: "P = Σ production of members; P ≤ Σ + others",
    unit: "t/a",
    source: "Sum over the member states; upper end by the line that the source prints for the countries not named",
};

/// The better of the two.
pub static KNOWN: Rule = Rule {
    id: "chain.capacity-known",
    says: "What the Union can make at a step at least: the larger of the capacity of the plants that are known and its output; where output is larger the list of plants is not complete, and the figure is a lower bound without an upper end",
    formula: "K = max(K(plants), P)",
    unit: "t/a",
    source: "Capacity is never below output; Regulation (EU) 2024/1252, Art. 2(5)",
};

/// What a figure of capacity rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Stated capacities.
    Capacity,
    /// Output: a lower bound of capacity.
    Output,
    /// Known to be nothing.
    Zero,
}

impl Basis {
    /// The word of the contract.
    pub fn id(self) -> &'static str {
        match self {
            Self::Capacity => "capacity",
            Self::Output => "output",
            Self::Zero => "zero",
        }
    }
}

/// A plant that stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Its tonnes a year, contained, as a fact.
    pub fact: Datum,
    /// The same with the range of the row's confidence.
    pub tonnes: Ranged,
    /// Maximum annual volume, or the output of a year.
    pub is_capacity: bool,
    /// Operating; paused otherwise.
    pub operating: bool,
}

/// Production of a country or of a line of the source.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// What it is of.
    pub of: LineOf,
    /// Tonnes.
    pub fact: Datum,
}

/// What a line of a production table is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineOf {
    /// A member state.
    Member,
    /// A third country.
    Outside,
    /// The countries not named.
    Others,
    /// The world.
    World,
}

/// The printed world total may differ from the sum of its lines by its own rounding.
const WORLD_ROUNDING: f64 = 0.01;

/// The names under which the numbers of a step are written down.
#[derive(Debug, Clone)]
pub struct Names {
    /// `aluminium/processing/alumina`.
    pub path: String,
    /// In words: "alumina, processing".
    pub words: String,
}

/// What the Union can make at a step; `None` where nothing is known.
pub fn known(names: &Names, plants: &[Standing], lines: &[Line], workings: &mut Workings) -> Option<(Worked, Basis)> {
    let capacity = of_plants(names, plants, workings);
    let output = of_lines(names, lines, workings);
    let all_stated = plants.iter().filter(|plant| plant.operating).all(|plant| plant.is_capacity);
    match (capacity, output) {
        (None, None) => None,
        (None, Some((made, true))) if made.value() == 0.0 => Some((made, Basis::Zero)),
        (Some(plants), Some((made, _))) if plants.value() < made.value() => {
            Some(at_least(names, &[&plants, &made], workings))
        }
        (Some(plants), _) if all_stated => Some((plants, Basis::Capacity)),
        (Some(plants), _) => Some(at_least(names, &[&plants], workings)),
        (None, Some((made, _))) => Some(at_least(names, &[&made], workings)),
    }
}

/// A lower bound of capacity.
fn at_least(names: &Names, of: &[&Worked], workings: &mut Workings) -> (Worked, Basis) {
    let value = of.iter().map(|one| one.value()).fold(0.0, f64::max);
    let low = of.iter().map(|one| one.number.low()).fold(0.0, f64::max);
    let number = Ranged::new(value, low, f64::INFINITY);
    let inputs = of.iter().map(|one| one.input()).collect();
    let label = format!("What the Union can make at least, {}", names.words);
    (workings.number(format!("chain.capacity-known/{}", names.path), label, number, &KNOWN, inputs), Basis::Output)
}

fn of_plants(names: &Names, plants: &[Standing], workings: &mut Workings) -> Option<Worked> {
    if plants.is_empty() {
        return None;
    }
    let operating = Ranged::sum(plants.iter().filter(|plant| plant.operating).map(|plant| plant.tonnes));
    let paused: f64 = plants.iter().filter(|plant| !plant.operating).map(|plant| plant.tonnes.high()).sum();
    let number = Ranged::new(operating.value, operating.low(), operating.high() + paused);
    let inputs = plants.iter().map(|plant| Input::Fact(plant.fact)).collect();
    let label = format!("Capacity of plants in the Union, {}", names.words);
    Some(workings.number(format!("chain.capacity/{}", names.path), label, number, &CAPACITY, inputs))
}

/// Output of the Union, and whether nothing else can be hidden in the source.
fn of_lines(names: &Names, lines: &[Line], workings: &mut Workings) -> Option<(Worked, bool)> {
    let of = |what: LineOf| lines.iter().filter(move |line| line.of == what);
    let world = of(LineOf::World).next().map(|line| line.fact.number.value);
    if of(LineOf::Member).next().is_none() && world.is_none() {
        return None;
    }
    let members = Ranged::sum(of(LineOf::Member).map(|line| ranged(&line.fact)));
    let outside: f64 = of(LineOf::Outside).map(|line| line.fact.number.value).sum();
    let others = of(LineOf::Others).map(|line| line.fact.number.high).reduce(f64::max);
    let hidden = match (others, world) {
        (Some(others), _) => others,
        (None, Some(world)) => {
            let rest = world - members.value - outside;
            if rest <= world * WORLD_ROUNDING { 0.0 } else { rest }
        }
        // Neither others nor a world total: the lines say nothing of members that they do not name.
        (None, None) => f64::INFINITY,
    };
    if members.value == 0.0 && hidden > 0.0 {
        // A country that the source does not name is not zero: nothing is known but an upper end.
        return None;
    }
    let number = Ranged::new(members.value, members.low(), members.high() + hidden);
    let shown = |line: &&Line| line.of != LineOf::Outside || hidden == 0.0 && members.value == 0.0;
    let inputs = lines.iter().filter(shown).map(|line| Input::Fact(line.fact)).collect();
    let label = format!("Production of the Union, {}", names.words);
    let made = workings.number(format!("chain.output/{}", names.path), label, number, &OUTPUT, inputs);
    Some((made, hidden == 0.0))
}
