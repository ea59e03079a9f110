//! Statistics of a region, by its code of today, from tables that were published under the codes of their day.
//!
//! A figure is the region's own, that of the same area under its earlier code, or the sum of parts that make up exactly
//! this region in the same year. Anything else would be an estimate, and there is none: what is missing says why, and
//! names the figures of the regions that it came from.

use super::super::rows::Record;
use super::{ChangeKind, Region, Regions};
use crate::package::Package;
use crate::study::Datum;

/// Which statistic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RegionalTable<'a> {
    /// Persons on 1 January.
    Population,
    /// Gross domestic product at current prices, in million euro.
    Gdp,
    /// Unemployed, as a fraction of the labour force of age 15 to 74.
    Unemployment,
    /// Employed persons in all sectors, in thousands.
    Employment,
    /// Persons employed in mining and quarrying, by NACE Rev. 2: `B`, or `B05` to `B09`.
    Mining(&'a str),
}

/// A figure of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionalFigure {
    /// Year.
    pub year: u16,
    /// The fact, or the facts that add up to the region.
    pub parts: Vec<Datum>,
    /// Under which code it was published, or what was added; `None` for the region's own.
    pub note: Option<String>,
}

/// Why a region has no figure.
#[derive(Debug, Clone, PartialEq)]
pub struct RegionalGap {
    /// The reason, in words.
    pub says: String,
    /// Figures of the regions that it came from, by their codes; they are not its own.
    pub earlier: Vec<(String, u16, Datum)>,
}

impl RegionalFigure {
    /// The value, in the unit of its table.
    pub fn value(&self) -> f64 {
        self.parts.iter().map(|part| part.number.value).sum()
    }

    /// Lowest and highest value that the printed digits allow.
    pub fn bounds(&self) -> (f64, f64) {
        let sum = |of: fn(&Datum) -> f64| self.parts.iter().map(of).sum();
        (sum(|part| part.number.low), sum(|part| part.number.high))
    }
}

impl RegionalTable<'_> {
    /// The table that holds it.
    pub fn table(self) -> &'static str {
        match self {
            Self::Population => "regional-population",
            Self::Gdp => "regional-gdp",
            Self::Unemployment => "regional-unemployment",
            Self::Employment => "regional-employment",
            Self::Mining(_) => "regional-mining",
        }
    }

    fn column(self) -> &'static str {
        match self {
            Self::Population | Self::Mining(_) => "persons",
            Self::Gdp => "million_eur",
            Self::Unemployment => "rate_pct",
            Self::Employment => "thousand_persons",
        }
    }

    /// A rate of parts does not add up.
    fn adds_up(self) -> bool {
        self != Self::Unemployment
    }

    fn rows_of(self, code: &str) -> String {
        match self {
            Self::Mining(nace) => format!("{code}/{nace}"),
            _ => code.to_owned(),
        }
    }
}

impl Package {
    /// The latest figure of a region.
    pub fn regional(&self, table: RegionalTable<'_>, code: &str) -> Result<RegionalFigure, RegionalGap> {
        let reading = Reading { package: self, regions: self.regions(), table };
        reading.figure(code, None).ok_or_else(|| reading.gap(code))
    }

    /// The figure of a region in a year; `None` where there is none of that year.
    pub fn regional_in(&self, table: RegionalTable<'_>, code: &str, year: u16) -> Option<RegionalFigure> {
        Reading { package: self, regions: self.regions(), table }.figure(code, Some(year))
    }
}

/// One statistic being read.
struct Reading<'a> {
    package: &'a Package,
    regions: &'a Regions,
    table: RegionalTable<'a>,
}

impl Reading<'_> {
    fn figure(&self, code: &str, year: Option<u16>) -> Option<RegionalFigure> {
        self.own(code, year).or_else(|| self.recoded(code, year)).or_else(|| self.of_children(code, year))
    }

    /// As published under this code: the latest, or that of a year.
    fn own(&self, code: &str, year: Option<u16>) -> Option<RegionalFigure> {
        let above = self.table.rows_of(code);
        let rows = Record::under(self.package, self.table.table(), &above);
        let figures = rows.filter_map(|row| Some((row.whole::<u16>("year")?, row.datum(self.table.column())?)));
        let (year, datum) = figures.filter(|(of, _)| year.is_none_or(|year| year == *of)).max_by_key(|(of, _)| *of)?;
        Some(RegionalFigure { year, parts: vec![datum], note: None })
    }

    /// The same area under a code that it had before, the latest such code with a figure.
    fn recoded(&self, code: &str, year: Option<u16>) -> Option<RegionalFigure> {
        let same = self.regions.came_from(code).filter(|change| change.kind == ChangeKind::Recoded);
        let mut published = same.filter_map(|change| Some((change, self.own(&change.was, year)?)));
        let (change, figure) = published.next()?;
        let note = format!("published for {}, the code of the same area in NUTS {}", change.was, change.vintage);
        Some(RegionalFigure { note: Some(note), ..figure })
    }

    /// The regions below, if every one of them has a figure of the same year.
    fn of_children(&self, code: &str, year: Option<u16>) -> Option<RegionalFigure> {
        let children: Vec<&Region> = self.regions.children(code).filter(|_| self.table.adds_up()).collect();
        let latest = children.iter().map(|child| Some(self.figure(&child.code, year)?.year));
        let year = latest.collect::<Option<Vec<u16>>>()?.into_iter().min()?;
        let parts = children.iter().map(|child| Some(self.figure(&child.code, Some(year))?.parts));
        let parts: Vec<Datum> = parts.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
        let codes: Vec<&str> = children.iter().map(|child| child.code.as_str()).collect();
        Some(RegionalFigure { year, parts, note: Some(format!("the sum of {}", codes.join(", "))) })
    }

    fn gap(&self, code: &str) -> RegionalGap {
        let before: Vec<_> = self.regions.came_from(code).collect();
        let earlier = before.iter().filter_map(|change| {
            let figure = self.own(&change.was, None)?;
            Some((change.was.clone(), figure.year, *figure.parts.first()?))
        });
        let earlier: Vec<(String, u16, Datum)> = earlier.collect();
        let says = match before.as_slice() {
            _ if self.regions.get(code).is_none() => format!("{code} is not a region of NUTS 2024 or 2021"),
            [] => format!("{} has no figure of {code}: not published, or confidential", self.table.table()),
            changes => {
                let each: Vec<String> = changes
                    .iter()
                    .map(|change| format!("{} of NUTS {} ({})", change.was, change.vintage, change.says()))
                    .collect();
                let of = each.join(" and ");
                format!("{} has no figure of {code}, which came from {of}", self.table.table())
            }
        };
        RegionalGap { says, earlier }
    }
}
