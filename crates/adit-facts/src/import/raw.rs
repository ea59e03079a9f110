//! A publisher's file: decoded, recognised by its header, and whole.

use csv::StringRecord;

use super::ImportSource;
use crate::changes::line_and_column;
use crate::finding::Finding;
use crate::table::{Place, cell_column};

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    WorldSupply,
    EuSupply,
    Uses,
    Results,
    TimeSeries,
    Indicators,
    Population,
    Gdp,
    Unemployment,
    Employment,
    Mining,
    WorldTables,
    WorldMining,
    Assets,
}

const SUPPLY: &[&str] = &["Material", "Stage", "Country", "Share", "t"];

impl Kind {
    /// The kinds of a source. World supply and EU sourcing have the same header; the file's name tells them apart.
    fn of(source: ImportSource) -> &'static [Self] {
        match source {
            ImportSource::EcAnnex => &[Self::WorldSupply, Self::EuSupply, Self::Uses, Self::Results, Self::TimeSeries],
            ImportSource::Eurostat => {
                &[Self::Population, Self::Gdp, Self::Unemployment, Self::Employment, Self::Mining]
            }
            ImportSource::Icmm => &[Self::Assets],
            // Regions are GeoJSON.
            ImportSource::Nuts => &[],
            ImportSource::Wgi => &[Self::Indicators],
            ImportSource::UsgsMcs => &[Self::WorldTables],
            ImportSource::Wmd => &[Self::WorldMining],
        }
    }

    fn header(self) -> &'static [&'static str] {
        match self {
            Self::WorldSupply | Self::EuSupply => SUPPLY,
            Self::Uses => &["Material", "Application", "Share", "NACE sector", "VA in million €"],
            Self::Results => &[
                "material",
                "supply_risk",
                "economic_importance",
                "deciding_stage",
                "supply_risk_extraction",
                "scope_extraction",
                "supply_risk_processing",
                "scope_processing",
                "si_ei",
                "si_sr",
                "import_reliance_extraction_pct",
                "import_reliance_processing_pct",
                "eol_rir_pct",
            ],
            Self::TimeSeries => &["Material", "Year", "SR", "EI"],
            Self::Indicators => {
                &["code", "countryname", "year", "indicator", "estimate", "stddev", "nsource", "pctrank"]
            }
            Self::Population => &["geo", "year", "value", "flag"],
            Self::Gdp => &["geo", "unit", "year", "value", "flag"],
            Self::Unemployment => &["geo", "time", "unit", "sex", "values"],
            Self::Employment => &["geo", "nace_r2", "year", "value", "flag"],
            Self::Mining => &["nace_r2", "geo", "n2015"],
            Self::Assets => &[
                "ICMMID",
                "Confidence Factor",
                "Mine Name",
                "Group Names",
                "Latitude",
                "Longitude",
                "Asset Type",
                "Country",
                "Primary Commodity",
                "Secondary Commodity",
                "Other Commodities",
            ],
            Self::WorldMining => {
                &["commodity", "Country", "Country_Code", "Country_ISO", "year", "production", "unit", "data_source"]
            }
            Self::WorldTables => &[
                "SOURCE",
                "COMMODITY",
                "COUNTRY",
                "TYPE",
                "UNIT_MEAS",
                "PROD_2023",
                "PROD_EST_ 2024",
                "PROD_NOTES",
                "CAP_2023",
                "CAP_EST_ 2024",
                "CAP_NOTES",
                "RESERVES_2024",
                "RESERVE_NOTES",
            ],
        }
    }

    /// The transcription of the annexes is cp1252, and so are some copies of the world tables; the others are UTF-8.
    fn may_be_cp1252(self) -> bool {
        matches!(self, Self::WorldSupply | Self::EuSupply | Self::Uses | Self::WorldTables)
    }

    /// What it holds, in plain English.
    pub fn about(self) -> &'static str {
        match self {
            Self::WorldSupply => "shares of world supply",
            Self::EuSupply => "shares of EU sourcing",
            Self::Uses => "uses of materials",
            Self::Results => "results by material",
            Self::TimeSeries => "the assessments over time",
            Self::Indicators => "governance indicators",
            Self::Population => "population of regions (demo_r_pjangrp3)",
            Self::Gdp => "gross domestic product of regions (nama_10r_3gdp)",
            Self::Unemployment => "unemployment in regions (tgs00010)",
            Self::Employment => "employment in regions (lfst_r_lfe2en2)",
            Self::Mining => "persons employed in regions by economic activity (sbs_r_nuts06_r2)",
            Self::WorldTables => "world production, capacity and reserves",
            Self::WorldMining => "world mining production",
            Self::Assets => "mines, smelters and refineries of the world",
        }
    }
}

/// A file that is decoded, recognised and complete as far as its form goes.
#[derive(Debug)]
pub(super) struct RawFile {
    pub file: String,
    pub kind: Kind,
    text: String,
    records: Vec<StringRecord>,
}

/// One record of a file.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    raw: &'a RawFile,
    record: &'a StringRecord,
    /// Number of the record, the header being 1.
    pub number: usize,
}

impl RawFile {
    /// Reads a file, or says everything that is wrong with its form.
    pub fn read(source: ImportSource, file: String, bytes: Vec<u8>) -> Result<Self, Vec<Finding>> {
        let whole = |finding: Finding| vec![finding.in_file(&file)];
        let (text, encoding) = decode(source, bytes).map_err(whole)?;
        let mut records = Vec::new();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        for record in reader.records() {
            match record {
                Ok(record) => records.push(record),
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    let finding = Finding::error("csv.broken", format!("is not readable CSV: {error}"));
                    return Err(vec![finding.in_file(&file).at(line, 1)]);
                }
            }
        }
        let kind = recognise(source, &file, &records).map_err(|finding| whole(finding.at(1, 1)))?;
        if let (Encoding::Cp1252 { first }, false) = (encoding, kind.may_be_cp1252()) {
            let (line, column) = line_and_column(&text, first);
            let finding = Finding::error("file.not-utf8", "is not UTF-8 text").at(line, column);
            return Err(whole(finding.hint("fetch the file again; the publisher's own is UTF-8")));
        }
        let raw = Self { file, kind, text, records };
        let mut findings: Vec<Finding> = raw.lines().filter_map(|line| line.wrong_width()).collect();
        findings.extend(raw.cut());
        if findings.is_empty() { Ok(raw) } else { Err(findings) }
    }

    /// The position of a column by its name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.records.first()?.iter().position(|given| given.trim() == name)
    }

    /// Whether it has the form of Eurostat's own database.
    pub fn is_sdmx(&self) -> bool {
        self.column(SDMX[0]) == Some(0)
    }

    /// The records after the header.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.records.iter().enumerate().skip(1).map(|(at, record)| Line { raw: self, record, number: at + 1 })
    }

    /// Every one of the publishers' files ends with a line end; one that does not was cut off.
    fn cut(&self) -> Option<Finding> {
        if self.records.len() < 2 {
            let finding = Finding::error("import.cut", "has a header and nothing below it");
            return Some(finding.in_file(&self.file).at(1, 1).hint("fetch the file again"));
        }
        if self.text.ends_with('\n') {
            return None;
        }
        let (line, column) = line_and_column(&self.text, self.text.len());
        Some(
            Finding::error("import.cut", "ends in the middle of a line: it was cut off")
                .in_file(&self.file)
                .at(line, column)
                .hint("fetch the file again; if it is whole, end its last line with a line break"),
        )
    }
}

impl Line<'_> {
    /// The file it stands in.
    pub fn file(&self) -> &str {
        &self.raw.file
    }

    /// The text of a cell, each run of white space made one space.
    pub fn cell(&self, at: usize) -> String {
        self.record.get(at).unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// A finding at a cell.
    pub fn at(&self, cell: usize, finding: Finding) -> Finding {
        let place = Place::of(self.record, &self.raw.text);
        let column = cell_column(self.raw.text.get(place.byte..).unwrap_or(""), cell);
        finding.in_file(&self.raw.file).at(place.line, column)
    }

    fn wrong_width(&self) -> Option<Finding> {
        let wanted = self.raw.records.first().map_or(0, StringRecord::len);
        (self.record.len() != wanted).then(|| {
            let says = format!("has {} cells where the header has {wanted}", self.record.len());
            self.at(0, Finding::error("csv.wrong-width", says).hint("fetch the file again; this copy is damaged"))
        })
    }
}

/// How a file's bytes were read.
#[derive(Clone, Copy)]
enum Encoding {
    Utf8,
    /// With the place in the decoded text of the first letter that is not ASCII.
    Cp1252 {
        first: usize,
    },
}

/// UTF-8 where it is that, else cp1252, in which the annexes were transcribed.
fn decode(source: ImportSource, bytes: Vec<u8>) -> Result<(String, Encoding), Finding> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Finding::error("file.empty", "is empty").at(1, 1).hint("fetch the file again"));
    }
    let hint = "export the sheet as CSV in UTF-8";
    if [b"PK\x03\x04".as_slice(), b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"].iter().any(|mark| bytes.starts_with(mark))
    {
        let says = "is a spreadsheet, a PDF or an archive, not CSV";
        return Err(Finding::error("import.not-text", says).at(1, 1).hint(hint));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Finding::error("import.not-text", "is UTF-16 text").at(1, 1).hint(hint));
    }
    let (text, encoding) = match String::from_utf8(bytes) {
        Ok(text) => (text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text), Encoding::Utf8),
        Err(error) => {
            let text = encoding_rs::WINDOWS_1252.decode(error.as_bytes()).0.into_owned();
            let first = text.find(|letter: char| !letter.is_ascii()).unwrap_or(0);
            (text, Encoding::Cp1252 { first })
        }
    };
    // Names that were encoded twice, as some of ICMM's are, have control characters of the upper range in them.
    let twice = |letter: char| source == ImportSource::Icmm && ('\u{80}'..='\u{9f}').contains(&letter);
    match text.find(|letter| is_damage(letter, encoding) && !twice(letter)) {
        None => Ok((text, encoding)),
        Some(at) => {
            let (line, column) = line_and_column(&text, at);
            let code = text[at..].chars().next().map_or(0, u32::from);
            let says = format!("holds the character U+{code:04X}, which no text has: the file is damaged or binary");
            Err(Finding::error("import.not-text", says).at(line, column).hint("fetch the file again"))
        }
    }
}

/// Letters that no table of a publisher holds and damaged ones do: control characters, the replacement character, and
/// what cp1252 makes of bytes that it does not define and of 0xFF.
fn is_damage(letter: char, encoding: Encoding) -> bool {
    match letter {
        '\t' | '\r' | '\n' => false,
        '\u{fffd}' => true,
        'ÿ' => matches!(encoding, Encoding::Cp1252 { .. }),
        _ => letter.is_control(),
    }
}

/// Which of Eurostat's tables a file in the form of its own database is (SDMX-CSV): its first column names the table, as
/// in `ESTAT:NAMA_10R_3GDP(1.0)`.
fn sdmx(source: ImportSource, names: &[&str], first: Option<&StringRecord>) -> Option<Kind> {
    let whole = SDMX.iter().all(|needed| names.contains(needed));
    if source != ImportSource::Eurostat || !whole || names.first() != SDMX.first() {
        return None;
    }
    let table = first?.get(0)?.split(['(', ')']).next()?.rsplit(':').next()?;
    Kind::of(source).iter().copied().find(|kind| kind.about().ends_with(&format!("({})", table.to_lowercase())))
}

/// Columns that every file of Eurostat's database has.
const SDMX: [&str; 5] = ["DATAFLOW", "LAST UPDATE", "geo", "TIME_PERIOD", "OBS_VALUE"];

/// Which of the publisher's files this is.
fn recognise(source: ImportSource, file: &str, records: &[StringRecord]) -> Result<Kind, Finding> {
    let names: Vec<&str> = records.first().into_iter().flatten().map(str::trim).collect();
    if let Some(kind) = sdmx(source, &names, records.get(1)) {
        return Ok(kind);
    }
    let fits = |kinds: &'static [Kind]| kinds.iter().copied().filter(|kind| kind.header() == names).collect::<Vec<_>>();
    match fits(Kind::of(source)).as_slice() {
        [kind] => Ok(*kind),
        [] => Err(unknown(source, &names)),
        _ => {
            let name = file.rsplit(['/', '\\']).next().unwrap_or(file).to_lowercase();
            match (name.contains("globalsupply"), name.contains("eusupply")) {
                (true, false) => Ok(Kind::WorldSupply),
                (false, true) => Ok(Kind::EuSupply),
                _ => Err(Finding::error(
                    "import.which-supply",
                    "is world supply or EU sourcing; its columns do not say which",
                )
                .hint("keep the publisher's name: fact_GlobalSupplyShares_t.csv or fact_EUSupplyShares_t.csv")),
            }
        }
    }
}

fn unknown(source: ImportSource, names: &[&str]) -> Finding {
    let finding = Finding::error("import.unknown-file", format!("is none of the files that {} reads", source.id()));
    let other = ImportSource::ALL.into_iter().find(|other| Kind::of(*other).iter().any(|kind| kind.header() == names));
    if let Some(other) = other {
        return finding.hint(format!("it is one that {} reads", other.id()));
    }
    let shared = |kind: &Kind| names.iter().filter(|name| kind.header().contains(name)).count();
    let nearest = Kind::of(source).iter().max_by_key(|kind| shared(kind)).filter(|kind| shared(kind) > 0);
    finding.hint(nearest.map_or_else(
        || {
            let all: Vec<&str> = Kind::of(source).iter().map(|kind| kind.about()).collect();
            format!("it reads {}, as published in CSV", all.join(", "))
        },
        |near| format!("the columns of {} are {}", near.about(), near.header().join(",")),
    ))
}
