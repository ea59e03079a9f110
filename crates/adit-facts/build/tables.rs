//! The CSV files of trade, read into columns; anything that the packed form could not give back is an error.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::Packed;

/// Header of each file.
const HEADER: &str = "exporter,importer,hs6,value_kusd,quantity_t";

/// A row: exporter, importer, value in tenths, quantity in tenths plus one or 0.
type Row<'a> = (&'a str, &'a str, u64, u64);

/// The columns of all files, given by year.
pub fn read(files: &BTreeMap<u16, String>) -> Result<Packed, String> {
    let mut rows: BTreeMap<(u32, u16), Vec<Row<'_>>> = BTreeMap::new();
    for (year, text) in files {
        let mut lines = text.lines().enumerate();
        if lines.next().map(|(_, header)| header) != Some(HEADER) {
            return Err(format!("data/trade/{year}.csv: the header is not {HEADER}"));
        }
        let mut before = None;
        for (at, line) in lines {
            let place = || format!("data/trade/{year}.csv:{}", at + 1);
            let [exporter, importer, hs6, value, quantity] =
                line.split(',').collect::<Vec<_>>().try_into().map_err(|_| format!("{}: not five cells", place()))?;
            let is_code = hs6.len() == 6 && hs6.bytes().all(|b| b.is_ascii_digit());
            let code: u32 =
                hs6.parse().ok().filter(|_| is_code).ok_or_else(|| format!("{}: {hs6} is no code", place()))?;
            let value = tenths(value).ok_or_else(|| format!("{}: {value} has not one decimal", place()))?;
            let quantity = match quantity {
                "" => 0,
                _ => 1 + tenths(quantity).ok_or_else(|| format!("{}: {quantity} has not one decimal", place()))?,
            };
            let key = (hs6, exporter, importer);
            if before.replace(key).is_some_and(|before| before >= key) {
                return Err(format!("{}: not sorted by hs6, exporter, importer", place()));
            }
            rows.entry((code, *year)).or_default().push((exporter, importer, value, quantity));
        }
    }
    columns(&rows, files.keys().copied().collect())
}

fn columns(rows: &BTreeMap<(u32, u16), Vec<Row<'_>>>, years: Vec<u16>) -> Result<Packed, String> {
    let names: BTreeSet<&str> = rows.values().flatten().flat_map(|(from, to, ..)| [*from, *to]).collect();
    let codes: BTreeSet<u32> = rows.keys().map(|(code, _)| *code).collect();
    let mut packed = Packed { codes: codes.into_iter().collect(), years, ..Packed::default() };
    let mut positions = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        let position = u8::try_from(at).map_err(|_| "trade names more than 256 countries".to_owned())?;
        positions.insert(*name, position);
        packed.countries.push(name.as_bytes().try_into().map_err(|_| format!("{name} is no country code"))?);
    }
    for code in &packed.codes {
        for year in &packed.years {
            let of = rows.get(&(*code, *year)).map_or(&[][..], Vec::as_slice);
            packed.counts.push(u32::try_from(of.len()).map_err(|error| error.to_string())?);
            for (exporter, importer, value, quantity) in of {
                packed.exporters.push(positions[exporter]);
                packed.importers.push(positions[importer]);
                packed.values.push(*value);
                packed.quantities.push(*quantity);
            }
        }
    }
    Ok(packed)
}

/// A number with exactly one decimal, in tenths.
fn tenths(text: &str) -> Option<u64> {
    let (whole, tenth) = text.split_once('.')?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let canonical = digits(whole) && (whole == "0" || !whole.starts_with('0')) && tenth.len() == 1 && digits(tenth);
    if !canonical {
        return None;
    }
    whole.parse::<u64>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)
}
