//! One number of trade: its key, and everything that is known of it.

use super::{FORMAT, Hs6, Origin, Trade, TradeRow, text};
use crate::key::FactKey;
use crate::printed::{Format, Printed};
use crate::table::FactRef;
use crate::vocabulary::Vocabulary;

/// The first part of the keys, and the name of the resource in `datapackage.json`.
pub(crate) const KEY: &str = "trade";

/// Stands for trade where other facts have the position of their table: a package has not so many.
pub(crate) const TABLE: u16 = u16::MAX;

/// The columns of a flow, in the place of positions in a table.
pub(super) const VALUE: u16 = 0;
pub(super) const QUANTITY: u16 = 1;

/// A number of trade, where it stands, and what its file says of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TradeFact {
    /// Its key.
    pub key: FactKey,
    /// `None` where no quantity is known.
    pub number: Option<Printed>,
    /// As its file prints it; empty if blank.
    pub printed: String,
    /// Name of its column.
    pub column: &'static str,
    /// File and 1-based line.
    pub file: String,
    /// 1-based line.
    pub line: u64,
    /// The source that a file of a workspace names; `None` for the base.
    pub source: Option<String>,
    /// Year.
    pub year: u16,
    /// Code, exporter and importer.
    pub parts: [String; 3],
}

/// Why a key names no flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoFlow {
    /// The last part is neither `value` nor `quantity`.
    Column,
    /// There is no such year, code or pair of countries.
    Row,
}

impl Trade {
    /// The number with the key `trade/` and `rest`.
    pub(crate) fn find(&self, rest: &str, words: &Vocabulary) -> Result<FactRef, NoFlow> {
        let (row, column) = rest.rsplit_once('/').unwrap_or(("", rest));
        let column = match column {
            "value" => VALUE,
            "quantity" => QUANTITY,
            _ => return Err(NoFlow::Column),
        };
        let row = self.row(row, words).ok_or(NoFlow::Row)?;
        Ok(FactRef { table: TABLE, row, column })
    }

    fn row(&self, key: &str, words: &Vocabulary) -> Option<u32> {
        let mut parts = key.split('/');
        let year = parts.next()?.parse().ok()?;
        let hs6 = Hs6::parse(parts.next()?)?;
        let mut country = || {
            let code = parts.next()?;
            words.find_country(code).filter(|country| words.country(*country).id == code)
        };
        let (exporter, importer) = (country()?, country()?);
        let rows = self.rows(hs6, year);
        let at = (0..rows.len()).find(|&at| rows.exporters[at] == exporter && rows.importers[at] == importer);
        at.filter(|_| parts.next().is_none()).and_then(|at| u32::try_from(at).ok()).map(|at| rows.first + at)
    }

    /// The numbers of a year and good, or of one exporter's or pair's flows in them: `2022/283691`, `2022/283691/CL`.
    /// `None` if a year and a good are not named: all of trade is no list for people.
    pub(crate) fn under(&self, parts: &str, words: &Vocabulary) -> Option<Vec<FactRef>> {
        let mut parts = parts.split('/');
        let (year, hs6) = (parts.next()?.parse().ok()?, Hs6::parse(parts.next()?)?);
        let mut meant = [None, None];
        for (country, code) in meant.iter_mut().zip(&mut parts) {
            *country = Some(words.find_country(code).filter(|country| words.country(*country).id == code)?);
        }
        let flows = self.rows(hs6, year);
        let meant = |flow: &TradeRow| {
            meant[0].is_none_or(|exporter| exporter == flow.exporter)
                && meant[1].is_none_or(|importer| importer == flow.importer)
        };
        let facts = flows.iter().filter(|(_, flow)| meant(flow)).flat_map(|(row, flow)| {
            let value = FactRef { table: TABLE, row, column: VALUE };
            let quantity = flow.quantity_t.map(|_| FactRef { table: TABLE, row, column: QUANTITY });
            [Some(value), quantity].into_iter().flatten()
        });
        parts.next().is_none().then(|| facts.collect())
    }

    /// What is known of a number; `None` for a place that trade does not have.
    pub(crate) fn fact(&self, at: FactRef, words: &Vocabulary) -> Option<TradeFact> {
        let (segment, hs6, year) = self.place_of(at.row)?;
        let row = at.row as usize;
        let country = |of: &[crate::vocabulary::Country]| words.country(of[row]).id.clone();
        let parts = [hs6.to_string(), country(&self.exporters), country(&self.importers)];
        let (column, part, number) = match at.column {
            VALUE => ("value_kusd", "value", self.value(at.row)),
            _ => ("quantity_t", "quantity", self.quantity(at.row)),
        };
        let within = at.row - self.starts[segment];
        let (file, line, source) = match self.origins[segment] {
            Origin::Base { line } => (format!("data/trade/{year}.csv"), line + within, None),
            Origin::Over { file, first } => {
                let over = &self.over[usize::from(file)];
                (over.file.clone(), over.line((first + within) as usize), Some(over.source.clone()))
            }
        };
        Some(TradeFact {
            key: FactKey(format!("{KEY}/{year}/{}/{part}", parts.join("/"))),
            number: number.map(|datum| datum.number),
            printed: number.map(|datum| text(datum.number.value)).unwrap_or_default(),
            column,
            file,
            line: u64::from(line),
            source,
            year,
            parts,
        })
    }

    /// How the numbers of trade are read.
    pub(crate) fn format() -> Format {
        FORMAT
    }
}
