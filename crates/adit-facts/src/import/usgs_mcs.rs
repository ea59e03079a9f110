//! The world tables of the U.S. Geological Survey's Mineral Commodity Summaries: production of two years, capacity and
//! reserves by country, in the file `MCS2025_World_Data.csv`.
//!
//! What each line counts, and how its figures become tonnes, stands in `goods`. Flaws of the file are mended by rules
//! that stand there or in [`MENDS`], and every row that a rule touched says so.

use super::figure::{Cell, Figure, NOT_AVAILABLE, WITHHELD, in_tonnes};
use super::names::Names;
use super::raw::{Line, RawFile};
use super::sheet::Sheet;
use crate::finding::Finding;
use crate::package::Package;
use crate::suggest;

mod goods;

use goods::{Factor, GOODS, Good, Reserves, Taken};

/// The columns of the file.
const COMMODITY: usize = 1;
const COUNTRY: usize = 2;
const TYPE: usize = 3;
const UNIT: usize = 4;
const PRODUCTION: [usize; 2] = [5, 6];
const PRODUCTION_NOTES: usize = 7;
const CAPACITY: [usize; 2] = [8, 9];
const CAPACITY_NOTES: usize = 10;
const RESERVES: usize = 11;
const RESERVE_NOTES: usize = 12;

/// The years of the two columns of production and capacity.
const YEARS: [&str; 2] = ["2023", "2024"];

/// The one form of boron that is a weight of boric oxide.
const BORIC_OXIDE_EQUIVALENT: &str = "boric oxide equivalent";

/// A figure that is misprinted: type, place and column, what is printed, what is read, and why.
struct Mend {
    kind: &'static str,
    place: &'static str,
    column: usize,
    printed: &'static str,
    read: &'static str,
    why: &'static str,
}

const MENDS: [Mend; 1] = [Mend {
    kind: "Mine poduction, Kaolin",
    place: "world",
    column: PRODUCTION[1],
    printed: "4400",
    read: "44000",
    why: "printed as 4400; the lines of the countries add to 44 240, so that a zero was lost",
}];

/// Both tables that the files give.
pub(super) fn sheets<'p>(raws: &[RawFile], package: &'p Package) -> Vec<Sheet<'p>> {
    let Some(raw) = raws.first() else { return Vec::new() };
    let (Some(mut production), Some(mut reserves)) =
        (Sheet::new(package, "production"), Sheet::new(package, "reserves"))
    else {
        return Vec::new();
    };
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let names = Names::of(package);
    for line in raw.lines() {
        match Entry::read(line, &names) {
            Ok(Some(entry)) => match entries.iter_mut().find(|other| other.adds_to(&entry)) {
                Some(first) => first.parts.push(line),
                None => entries.push(entry),
            },
            Ok(None) => {}
            Err(finding) => production.problem(finding),
        }
    }
    for entry in &entries {
        for year in 0..YEARS.len() {
            if let Err(finding) = entry.push_production(&mut production, year) {
                production.problem(finding);
            }
        }
        if let Err(finding) = entry.push_reserves(&mut reserves) {
            reserves.problem(finding);
        }
    }
    vec![production, reserves]
}

/// One figure of the tables: a good at a place, mostly one line, or several lines that add up.
struct Entry<'a> {
    taken: Taken,
    place: String,
    /// What the name of the place adds to it: `beneficiated`.
    qualifier: String,
    parts: Vec<Line<'a>>,
}

impl<'a> Entry<'a> {
    /// Reads a line; `None` if it is of no material, or the sum of a part only.
    fn read(line: Line<'a>, names: &Names<'_>) -> Result<Option<Self>, Finding> {
        let Some(taken) = good(line)?.taken else { return Ok(None) };
        let unit = line.cell(UNIT);
        // One line of the concentrates of titanium has no unit.
        if unit != taken.unit && !(unit.is_empty() && taken.adds) {
            let finding = Finding::error("value.unknown-word", format!("\"{unit}\" is not the unit of this table"));
            return Err(line.at(UNIT, finding.hint(format!("it is {}; fetch the file again", taken.unit))));
        }
        let edition = line.cell(0);
        if edition != "MCS2025" {
            let finding = Finding::error("value.unknown-word", format!("\"{edition}\" is not an edition that is read"));
            return Err(line.at(0, finding.hint("it is MCS2025")));
        }
        let Some((place, qualifier)) = place(line, names)? else { return Ok(None) };
        let mut taken = taken;
        if taken.material == "boron" && line.cell(PRODUCTION_NOTES) == BORIC_OXIDE_EQUIVALENT {
            (taken.form, taken.factor) = ("boron content", Some(goods::BORIC_OXIDE));
        }
        Ok(Some(Self { taken, place, qualifier, parts: vec![line] }))
    }

    fn adds_to(&self, other: &Self) -> bool {
        self.taken.adds && self.taken.material == other.taken.material && self.place == other.place
    }

    /// The row of a year; none where nothing is printed for it.
    fn push_production(&self, sheet: &mut Sheet<'_>, year: usize) -> Result<(), Finding> {
        let Some(first) = self.parts.first().copied() else { return Ok(()) };
        let mut said = Said::default();
        let produced = self.figures(PRODUCTION[year], &mut said)?;
        let mut capacity = self.figures(CAPACITY[year], &mut Said::default())?;
        if let (Reserves::Capacity { note }, 1) = (self.taken.reserves, year) {
            capacity = self.figures(RESERVES, &mut Said::default())?;
            if !capacity.is_empty() {
                said.add(note);
            }
        }
        for part in &self.parts {
            if let (Some(word), true) = (word_of_note(&part.cell(PRODUCTION_NOTES))[year], produced.is_empty()) {
                said.add(word);
            }
        }
        let absent = produced.is_empty() && said.is_empty();
        if absent && capacity.is_empty() {
            return Ok(());
        }
        if !produced.is_empty() {
            said.conversion(&produced, self.taken.factor);
        }
        said.add(self.taken.note);
        said.add(&self.qualifier);
        for part in &self.parts {
            if self.form_in_note(*part).is_none() {
                said.add(remark(&part.cell(PRODUCTION_NOTES)).unwrap_or_default().as_str());
            }
            if !capacity.is_empty() && !part.cell(CAPACITY_NOTES).is_empty() {
                said.add(&format!("capacity: {}", part.cell(CAPACITY_NOTES)));
            }
        }
        let tonnes = |figures: &[Figure]| match figures {
            [] => String::new(),
            _ => in_tonnes(figures, self.taken.power, self.taken.factor.map(|factor| factor.by)),
        };
        let estimated = match (produced.is_empty(), year) {
            (true, _) => "",
            (false, 0) if !self.is_estimated() => "no",
            _ => "yes",
        };
        sheet.push(
            first,
            &[
                ("edition", "usgs-mcs-2025".to_owned(), 0),
                ("material", self.taken.material.to_owned(), COMMODITY),
                ("stage", self.taken.stage.id().to_owned(), TYPE),
                ("place", self.place.clone(), COUNTRY),
                ("year", YEARS[year].to_owned(), PRODUCTION[year]),
                ("form", self.form(first), TYPE),
                ("quantity", tonnes(&produced), PRODUCTION[year]),
                ("capacity", tonnes(&capacity), CAPACITY[year]),
                ("estimated", estimated.to_owned(), PRODUCTION_NOTES),
                ("note", said.text(), PRODUCTION_NOTES),
            ],
        );
        Ok(())
    }

    /// The row of reserves, where the column holds some.
    fn push_reserves(&self, sheet: &mut Sheet<'_>) -> Result<(), Finding> {
        let Some(first) = self.parts.first().copied() else { return Ok(()) };
        let (material, form, power, factor, note) = match self.taken.reserves {
            Reserves::None | Reserves::Capacity { .. } => return Ok(()),
            Reserves::Same => {
                (self.taken.material, self.taken.form, self.taken.power, self.taken.factor, self.taken.note)
            }
            Reserves::Other { material, form, power, factor, note } => (material, form, power, factor, note),
        };
        let mut said = Said::default();
        let figures = self.figures(RESERVES, &mut Said::default())?;
        if figures.is_empty() {
            return Ok(());
        }
        said.conversion(&figures, factor);
        said.add(note);
        for part in &self.parts {
            let words = part.cell(RESERVE_NOTES);
            if words != "NA" && words != form {
                said.add(&words);
            }
        }
        sheet.push(
            first,
            &[
                ("edition", "usgs-mcs-2025".to_owned(), 0),
                ("material", material.to_owned(), COMMODITY),
                ("place", self.place.clone(), COUNTRY),
                ("form", form.to_owned(), TYPE),
                ("quantity", in_tonnes(&figures, power, factor.map(|factor| factor.by)), RESERVES),
                ("note", said.text(), RESERVE_NOTES),
            ],
        );
        Ok(())
    }

    /// The figures of a column, one for each part that has one; words in their place are said.
    fn figures(&self, column: usize, said: &mut Said) -> Result<Vec<Figure>, Finding> {
        let mut figures = Vec::new();
        for part in &self.parts {
            let mut text = part.cell(column);
            if let Some(mend) = MENDS.iter().find(|mend| {
                mend.kind == part.cell(TYPE)
                    && mend.place == self.place
                    && mend.column == column
                    && mend.printed == text
            }) {
                mend.read.clone_into(&mut text);
                said.add(mend.why);
            }
            match Cell::read(&text) {
                Some(Cell::Figure(figure)) => figures.push(figure),
                Some(Cell::Word(word)) => said.add(word),
                Some(Cell::Blank) => {}
                None => {
                    let finding = Finding::error("value.impossible", format!("\"{text}\" is not a figure"));
                    return Err(part.at(column, finding.hint("fetch the file again; this copy is damaged")));
                }
            }
        }
        Ok(figures)
    }

    /// What is counted.
    fn form(&self, line: Line<'_>) -> String {
        match self.form_in_note(line) {
            Some(form) if self.taken.factor.is_none() => format!("{form}, gross weight"),
            _ => self.taken.form.to_owned(),
        }
    }

    /// Countries report boron in forms of their own, which stand in the notes.
    fn form_in_note(&self, line: Line<'_>) -> Option<String> {
        let note = remark(&line.cell(PRODUCTION_NOTES))?;
        (self.taken.material == "boron").then(|| note.to_lowercase())
    }

    /// Whether the figure of 2023 is an estimate: the type says so for all lines, a note for one.
    fn is_estimated(&self) -> bool {
        self.parts.iter().any(|part| {
            let note = part.cell(PRODUCTION_NOTES).to_lowercase();
            // One line says "reproted".
            let reported = note.contains("reported") || note.contains("reproted");
            note.contains("estimated") || part.cell(TYPE).to_lowercase().contains("estimated") && !reported
        })
    }
}

/// What a line counts.
fn good(line: Line<'_>) -> Result<&'static Good, Finding> {
    let (commodity, kind) = (line.cell(COMMODITY), line.cell(TYPE));
    GOODS.iter().find(|good| good.commodity == commodity && good.kind == kind).ok_or_else(|| {
        let of_commodity = GOODS.iter().filter(|good| good.commodity == commodity).map(|good| good.kind);
        let (cell, name, hint) = if of_commodity.clone().next().is_some() {
            (TYPE, &kind, suggest::hint(&kind, of_commodity, "fetch the file again"))
        } else {
            let all = GOODS.iter().map(|good| good.commodity);
            (COMMODITY, &commodity, suggest::hint(&commodity, all, "fetch the file again"))
        };
        let says = format!("\"{name}\" is not a line of the world tables that is known");
        line.at(cell, Finding::error("value.unknown-word", says).hint(hint))
    })
}

/// The place that a line names, and what its name adds in brackets; `None` for the sum of a part of a table.
fn place(line: Line<'_>, names: &Names<'_>) -> Result<Option<(String, String)>, Finding> {
    let printed = line.cell(COUNTRY);
    // Numbers of footnotes stand behind names: "World total (rounded) 10", "Zimbabwe10".
    let name = printed.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let lower = name.to_lowercase();
    if lower.starts_with("world total") {
        let of_a_part = lower.contains("ilmenite") != lower.contains("rutile");
        return Ok((!of_a_part).then(|| ("world".to_owned(), String::new())));
    }
    if lower.starts_with("other countries") {
        return Ok(Some(("other".to_owned(), String::new())));
    }
    if let Some(country) = names.find_country(name) {
        return Ok(Some((country.to_owned(), String::new())));
    }
    match name.split_once(" (") {
        Some((bare, rest)) if names.find_country(bare).is_some() => {
            let country = names.find_country(bare).unwrap_or_default();
            Ok(Some((country.to_owned(), rest.trim_end_matches(')').to_owned())))
        }
        _ => names.country(line, COUNTRY).map(|country| Some((country.to_owned(), String::new()))),
    }
}

/// The word that a note puts in the place of figures, by year: 2023, 2024.
fn word_of_note(note: &str) -> [Option<&'static str>; 2] {
    let note = note.to_lowercase();
    match note.as_str() {
        "na" => [Some(NOT_AVAILABLE); 2],
        "na for 2023" => [Some(NOT_AVAILABLE), None],
        _ if note.starts_with("w for 23-24") => [Some(WITHHELD); 2],
        _ => [None; 2],
    }
}

/// A note of the publisher's that says more than whether the figure is an estimate.
fn remark(note: &str) -> Option<String> {
    let known = ["", "estimated 2023", "estimated for 2023", "estimated", "reported", "reported.", "reproted", "xx"];
    let word = word_of_note(note) != [None; 2];
    (!word && !known.contains(&note.to_lowercase().as_str())).then(|| note.to_owned())
}

/// The notes of a row, each once.
#[derive(Default)]
struct Said(Vec<String>);

impl Said {
    fn add(&mut self, words: &str) {
        let words = words.trim().trim_end_matches('.');
        if !words.is_empty() && !self.0.iter().any(|said| said == words) {
            self.0.push(words.to_owned());
        }
    }

    /// What was printed, where the row holds something else.
    fn conversion(&mut self, figures: &[Figure], factor: Option<Factor>) {
        let printed = figures.iter().map(Figure::printed).collect::<Vec<_>>().join(" + ");
        match factor {
            Some(factor) => self.add(&format!("printed {printed}: {}", factor.says)),
            None if figures.len() > 1 => self.add(&format!("printed {printed}")),
            None => {}
        }
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn text(&self) -> String {
        self.0.join("; ")
    }
}
