//! Trade between countries, by good of the Harmonized System: columns for models that read all of it in one pass, and a
//! key, a source and a place for every number.
//!
//! Rows are sorted by code, year, exporter and importer, and those of a code and year lie side by side. A fact of trade
//! has the key `trade/YEAR/HS6/EXPORTER/IMPORTER/quantity` (or `/value`).

use std::fmt;
use std::ops::Range;

use crate::printed::{Format, Precision, Printed};
use crate::study::Datum;
use crate::table::FactRef;
use crate::vocabulary::{Country, Vocabulary};

mod fact;
mod laid_over;
mod pack;

pub(crate) use fact::{KEY, NoFlow, TABLE};
pub(crate) use laid_over::LaidOver;

/// The columns as built (`build.rs`), and the hash of the files that they were built from.
const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/trade.lz4"));
pub(crate) const HASH: &str = include_str!(concat!(env!("OUT_DIR"), "/trade.sha256"));

/// A good: six digits of the Harmonized System of 1992.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Hs6(u32);

impl Hs6 {
    /// From its six digits.
    pub fn parse(text: &str) -> Option<Self> {
        let sound = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| sound).map(Self)
    }
}

impl fmt::Display for Hs6 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// One flow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TradeRow {
    /// Country of dispatch, which is not always that of origin.
    pub exporter: Country,
    /// Country that receives.
    pub importer: Country,
    /// Value free on board, thousand US dollars of the year.
    pub value_kusd: f64,
    /// Gross weight of the good, tonnes; `None` where neither side reports one. 0 is less than half of the last digit
    /// printed (0.05 t in the base), not nothing.
    pub quantity_t: Option<f64>,
}

/// The flows of a code in a year: columns of equal length.
#[derive(Debug, Clone, Copy)]
pub struct TradeRows<'a> {
    first: u32,
    /// Countries of dispatch, ascending by ISO code.
    pub exporters: &'a [Country],
    /// Countries that receive, ascending within each exporter.
    pub importers: &'a [Country],
    /// Thousand US dollars.
    pub values_kusd: &'a [f64],
    /// Tonnes; NaN where no quantity is known.
    pub quantities_t: &'a [f64],
}

impl<'a> TradeRows<'a> {
    /// Number of flows.
    pub fn len(&self) -> usize {
        self.exporters.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.exporters.is_empty()
    }

    /// The flows with the number of each among all of [`Trade`].
    pub fn iter(&self) -> impl Iterator<Item = (u32, TradeRow)> + use<'a> {
        let Self { exporters, importers, values_kusd, quantities_t, .. } = *self;
        (self.first..).zip(0..exporters.len()).map(move |(row, at)| {
            let quantity = quantities_t[at];
            let flow = TradeRow {
                exporter: exporters[at],
                importer: importers[at],
                value_kusd: values_kusd[at],
                quantity_t: (!quantity.is_nan()).then_some(quantity),
            };
            (row, flow)
        })
    }
}

/// All trade of a package.
#[derive(Debug, Clone, Default)]
pub struct Trade {
    codes: Vec<Hs6>,
    years: Vec<u16>,
    /// Where the rows of each code and year begin, all years of a code in turn; one more at the end.
    starts: Vec<u32>,
    /// Where the rows of each code and year were read.
    origins: Vec<Origin>,
    exporters: Vec<Country>,
    importers: Vec<Country>,
    values: Vec<f64>,
    quantities: Vec<f64>,
    over: Vec<LaidOver>,
}

/// Where the rows of a code and year were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// `data/trade/YEAR.csv`, in the order of that file; the line of the first of them.
    Base { line: u32 },
    /// A file of a workspace; the position of the first of them among its rows.
    Over { file: u16, first: u32 },
}

impl Trade {
    /// The trade that is compiled in, with the files of a workspace laid over it.
    pub(crate) fn open(words: &Vocabulary, over: &[LaidOver]) -> Self {
        // The build unpacked what it had packed and compared (`build.rs`).
        let bytes = lz4_flex::decompress_size_prepended(PACK).unwrap_or_default();
        let base = pack::Packed::decode(&bytes).map(|packed| Self::of_pack(packed, words)).unwrap_or_default();
        if over.is_empty() { base } else { base.laid_over(over) }
    }

    fn of_pack(packed: pack::Packed, words: &Vocabulary) -> Self {
        let countries: Vec<Country> = packed
            .countries
            .iter()
            .filter_map(|code| words.find_country(std::str::from_utf8(code).unwrap_or_default()))
            .collect();
        let mut trade = Self { years: packed.years.clone(), starts: vec![0], ..Self::default() };
        trade.codes = packed.codes.iter().map(|code| Hs6(*code)).collect();
        let mut lines = vec![2_u32; packed.years.len()];
        let mut start = 0;
        for (at, count) in packed.counts.iter().enumerate() {
            let line = &mut lines[at % packed.years.len()];
            trade.origins.push(Origin::Base { line: *line });
            *line += count;
            start += count;
            trade.starts.push(start);
        }
        // A country that is not in the vocabulary would shift the dictionary; a test reads every file of the base.
        if countries.len() < packed.countries.len() {
            return Self::default();
        }
        trade.exporters = packed.exporters.iter().map(|at| countries[usize::from(*at)]).collect();
        trade.importers = packed.importers.iter().map(|at| countries[usize::from(*at)]).collect();
        // Both columns are turned into numbers where they lie.
        trade.values = packed.values.into_iter().map(|tenths| tenths as f64 / 10.0).collect();
        let tonnes = |plus_one: u64| plus_one.checked_sub(1).map_or(f64::NAN, |tenths| tenths as f64 / 10.0);
        trade.quantities = packed.quantities.into_iter().map(tonnes).collect();
        trade
    }

    /// The goods, ascending.
    pub fn codes(&self) -> &[Hs6] {
        &self.codes
    }

    /// The years, ascending.
    pub fn years(&self) -> &[u16] {
        &self.years
    }

    /// Number of all flows.
    pub fn len(&self) -> usize {
        self.exporters.len()
    }

    /// Whether there is no flow at all.
    pub fn is_empty(&self) -> bool {
        self.exporters.is_empty()
    }

    /// The flows of a good in a year, sorted by exporter and importer; none if trade has not that good or year.
    pub fn rows(&self, hs6: Hs6, year: u16) -> TradeRows<'_> {
        let range = self.segment(hs6, year).map_or(0..0, |segment| self.range(segment));
        TradeRows {
            first: u32::try_from(range.start).unwrap_or(u32::MAX),
            exporters: &self.exporters[range.clone()],
            importers: &self.importers[range.clone()],
            values_kusd: &self.values[range.clone()],
            quantities_t: &self.quantities[range],
        }
    }

    /// The value of a flow as a fact, thousand US dollars.
    pub fn value(&self, row: u32) -> Option<Datum> {
        let value = *self.values.get(row as usize)?;
        Some(Datum { at: FactRef { table: TABLE, row, column: fact::VALUE }, number: printed(value) })
    }

    /// The quantity of a flow as a fact, tonnes; `None` where none is known.
    pub fn quantity(&self, row: u32) -> Option<Datum> {
        let quantity = self.quantities.get(row as usize).copied().filter(|quantity| !quantity.is_nan())?;
        Some(Datum { at: FactRef { table: TABLE, row, column: fact::QUANTITY }, number: printed(quantity) })
    }

    /// Position of a code and year among `origins`.
    fn segment(&self, hs6: Hs6, year: u16) -> Option<usize> {
        let code = self.codes.binary_search(&hs6).ok()?;
        let year = self.years.binary_search(&year).ok()?;
        Some(code * self.years.len() + year)
    }

    fn range(&self, segment: usize) -> Range<usize> {
        self.starts[segment] as usize..self.starts[segment + 1] as usize
    }

    /// The code and year of a row, with its segment.
    fn place_of(&self, row: u32) -> Option<(usize, Hs6, u16)> {
        let segment = self.starts.partition_point(|start| *start <= row).checked_sub(1)?;
        let (code, year) = (segment / self.years.len(), segment % self.years.len());
        Some((segment, *self.codes.get(code)?, self.years[year]))
    }
}

/// How the numbers of trade are read: as finely as they are printed, to a tenth at least.
const FORMAT: Format =
    Format { percent: false, precision: Precision::Shown { at_least: 1 }, minimum: 0.0, maximum: f64::MAX };

/// A number as its file prints it: the shortest decimal that means it, with one decimal at least.
fn text(number: f64) -> String {
    format!("{number:?}")
}

fn printed(number: f64) -> Printed {
    FORMAT.read(&text(number)).ok().flatten().unwrap_or_else(|| Printed::exact(number))
}
