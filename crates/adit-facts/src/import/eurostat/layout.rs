//! Where things stand in each of Eurostat's files, and which of their records are taken.

use super::super::raw::{Kind, Line, RawFile};
use super::codes::{Codes, Geo};
use crate::finding::Finding;

/// The year of the structural business statistics: it is the name of their column.
const OF_THE_COLUMN: u16 = 2015;

/// A file's columns.
pub(super) struct Layout {
    /// The table it feeds.
    pub table: &'static str,
    /// The table's column.
    pub column: &'static str,
    pub geo: usize,
    pub year: Option<usize>,
    pub value: usize,
    pub flag: Option<usize>,
    /// The cell of the economic activity, where it is part of the key.
    pub nace: Option<usize>,
    words: Vec<Words>,
    /// Whether the figure of five years before is taken too.
    pub with_earlier: bool,
    /// Whether figures are counts, which a transcription printed as `705.0`.
    counts: bool,
    /// Whether it is a file of which all is known that it holds, so that a part that is missing is seen.
    pub is_extract: bool,
}

/// A cell with a word: the words that there are (any where none are named), and the ones that are taken.
struct Words {
    cell: usize,
    known: &'static [&'static str],
    taken: &'static [&'static str],
}

/// What a record says.
pub(super) struct Reading<'p> {
    pub code: String,
    pub geo: Geo<'p>,
    pub year: u16,
    /// Whether it is of the unit, sex and sectors that are taken.
    pub of_kind: bool,
    /// Whether it has a figure.
    pub has_value: bool,
}

const UNITS: &[&str] = &["MIO_EUR", "EUR_HAB", "PPS_EU27_2020_HAB"];
const SECTORS: &[&str] = &["TOTAL", "A", "B-E", "F", "G-I", "J", "K", "L", "M_N", "O-Q", "R-U", "NRP"];
const MINING: &[&str] = &["B", "B05", "B06", "B07", "B08", "B09"];

/// What the structural business statistics cover: sections B to N without K, and the division of repair shops.
pub(super) const BUSINESS: [&str; 13] = ["B", "C", "D", "E", "F", "G", "H", "I", "J", "L", "M", "N", "S95"];

impl Layout {
    /// The layout of a file; `None` if it is not one of Eurostat's.
    pub fn of(raw: &RawFile) -> Option<Self> {
        let extract = Self::of_extract(raw.kind)?;
        if raw.is_sdmx() { extract.in_sdmx(raw) } else { Some(extract) }
    }

    /// The extracts of which the tables of the base were made.
    fn of_extract(kind: Kind) -> Option<Self> {
        let one = |cell, known, taken| vec![Words { cell, known, taken }];
        let plain = Self {
            table: "regional-population",
            column: "persons",
            geo: 0,
            year: Some(1),
            value: 2,
            flag: Some(3),
            nace: None,
            words: Vec::new(),
            with_earlier: true,
            counts: true,
            is_extract: true,
        };
        match kind {
            Kind::Population => Some(plain),
            Kind::Gdp => Some(Self {
                table: "regional-gdp",
                column: "million_eur",
                year: Some(2),
                value: 3,
                flag: Some(4),
                words: one(1, UNITS, &["MIO_EUR"]),
                counts: false,
                ..plain
            }),
            Kind::Unemployment => Some(Self {
                table: "regional-unemployment",
                column: "rate_pct",
                value: 4,
                flag: None,
                words: one(2, &["PC"], &["PC"]).into_iter().chain(one(3, &["T", "F", "M"], &["T"])).collect(),
                with_earlier: false,
                counts: false,
                ..plain
            }),
            Kind::Employment => Some(Self {
                table: "regional-employment",
                column: "thousand_persons",
                year: Some(2),
                value: 3,
                flag: Some(4),
                words: one(1, SECTORS, &["TOTAL"]),
                with_earlier: false,
                counts: false,
                ..plain
            }),
            Kind::Mining => Some(Self {
                table: "regional-mining",
                geo: 1,
                year: None,
                value: 2,
                flag: None,
                nace: Some(0),
                with_earlier: false,
                ..plain
            }),
            _ => None,
        }
    }

    /// The same table as Eurostat's database gives it (SDMX-CSV): columns by name, and only the records that are of both
    /// sexes, all ages, all sectors and the unit of the table.
    fn in_sdmx(&self, raw: &RawFile) -> Option<Self> {
        let nace = raw.column("nace_r2");
        let taken: &[(&str, &'static [&'static str])] = match raw.kind {
            Kind::Gdp => &[("unit", &["MIO_EUR"])],
            Kind::Unemployment => &[("unit", &["PC"]), ("age", &["Y15-74", "Y_GE15"])],
            Kind::Employment => &[("unit", &["THS", "THS_PER"]), ("age", &["Y_GE15"]), ("nace_r2", &["TOTAL"])],
            Kind::Mining => &[("indic_sb", &["V16110"])],
            _ => &[("unit", &["NR"]), ("age", &["TOTAL"])],
        };
        let of_all: [(&str, &'static [&'static str]); 3] = [("freq", &["A"]), ("sex", &["T"]), ("isced11", &["TOTAL"])];
        let words = taken
            .iter()
            .chain(&of_all)
            .filter_map(|(name, taken)| raw.column(name).map(|cell| Words { cell, known: &[], taken }));
        Some(Self {
            geo: raw.column("geo")?,
            year: Some(raw.column("TIME_PERIOD")?),
            value: raw.column("OBS_VALUE")?,
            flag: raw.column("OBS_FLAG"),
            nace: self.nace.and(nace),
            words: words.collect(),
            is_extract: false,
            table: self.table,
            column: self.column,
            with_earlier: self.with_earlier,
            counts: self.counts,
        })
    }

    /// What a record says. Every record is checked, also those that are not taken.
    pub fn read<'p>(&self, line: Line<'_>, codes: &Codes<'p>) -> Result<Reading<'p>, Finding> {
        let code = line.cell(self.geo);
        let geo = codes.geo(&code).map_err(|finding| line.at(self.geo, finding))?;
        let year = self.year_of(line)?;
        let mut of_kind = self.nace.is_none_or(|cell| MINING.contains(&line.cell(cell).as_str()));
        for words in &self.words {
            let word = line.cell(words.cell);
            if !words.known.is_empty() && !words.known.contains(&word.as_str()) {
                let finding = Finding::error("value.unknown-word", format!("\"{word}\" is not known here"));
                return Err(line.at(words.cell, finding.hint(format!("it is one of {}", words.known.join(", ")))));
            }
            of_kind &= words.taken.contains(&word.as_str());
        }
        if let Some(cell) = self.nace.filter(|cell| !is_nace(&line.cell(*cell))) {
            let says = format!("\"{}\" is not an economic activity of NACE Rev. 2", line.cell(cell));
            let finding = Finding::error("value.unknown-word", says).hint("fetch the file again; this copy is damaged");
            return Err(line.at(cell, finding));
        }
        let value = self.text(&line.cell(self.value));
        let is_number = value.parse::<f64>().is_ok_and(f64::is_finite) && !(self.counts && value.contains('.'));
        if !value.is_empty() && !is_number {
            let what = if self.counts { "a whole number" } else { "a number" };
            let finding = Finding::error("value.impossible", format!("\"{value}\" is not {what}"));
            return Err(line.at(self.value, finding.hint("fetch the file again; this copy is damaged")));
        }
        if let Some(cell) = self
            .flag
            .filter(|cell| !line.cell(*cell).chars().all(|letter| letter == ' ' || flag_word(letter).is_some()))
        {
            let finding = Finding::error("value.unknown-word", format!("\"{}\" is not a flag", line.cell(cell)));
            return Err(line.at(cell, finding.hint("flags are letters such as b, e, p and u")));
        }
        Ok(Reading { code, geo, year, of_kind, has_value: !value.is_empty() })
    }

    /// A figure as it is taken: a count without the decimal that a transcription gave it; the colon is a blank.
    pub fn text(&self, cell: &str) -> String {
        let cell = cell.strip_prefix(':').unwrap_or(cell);
        if self.counts { cell.strip_suffix(".0").unwrap_or(cell) } else { cell }.to_owned()
    }

    /// Whether the file has several units, sexes or sectors, each of which is there or not for a whole region and year.
    pub fn has_kinds(&self) -> bool {
        self.is_extract && !self.words.is_empty()
    }

    /// The words of the records that are taken.
    pub fn kind(&self) -> String {
        self.words.iter().flat_map(|words| words.taken).copied().collect::<Vec<_>>().join(", ")
    }

    fn year_of(&self, line: Line<'_>) -> Result<u16, Finding> {
        let Some(cell) = self.year else { return Ok(OF_THE_COLUMN) };
        let text = line.cell(cell);
        text.parse().ok().filter(|year| (1990..=2100).contains(year)).ok_or_else(|| {
            let finding = Finding::error("value.impossible", format!("\"{text}\" is not a year from 1990 to 2100"));
            line.at(cell, finding.hint("fetch the file again; this copy is damaged"))
        })
    }
}

/// A section, a division or a group: `B`, `B07`, `G451`.
fn is_nace(text: &str) -> bool {
    let mut letters = text.bytes();
    letters.next().is_some_and(|first| first.is_ascii_uppercase())
        && matches!(text.len(), 1 | 3 | 4)
        && letters.all(|byte| byte.is_ascii_digit())
}

/// What the letters of a flag mean, in Eurostat's words.
pub(super) fn flag_words(flag: &str) -> String {
    flag.chars().filter_map(flag_word).collect::<Vec<_>>().join("; ")
}

fn flag_word(letter: char) -> Option<&'static str> {
    match letter {
        'b' => Some("break in time series"),
        'c' => Some("confidential"),
        'd' => Some("definition differs"),
        'e' => Some("estimated"),
        'f' => Some("forecast"),
        'n' => Some("not significant"),
        'p' => Some("provisional"),
        'r' => Some("revised"),
        's' => Some("Eurostat estimate"),
        'u' => Some("low reliability"),
        'z' => Some("not applicable"),
        _ => None,
    }
}
