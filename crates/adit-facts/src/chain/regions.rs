//! Regions of the European nomenclature (NUTS): their hierarchy over two vintages, and finding them by code or name.
//!
//! Codes are those of NUTS 2024 unless said otherwise. An earlier code that changed is translated and the answer says
//! so; the United Kingdom, which left the nomenclature, keeps its codes of 2021. Regions are built once for a
//! package, when they are first asked for.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::rows::Record;
use crate::geo::Point;
use crate::package::Package;
use crate::vocabulary::Country;

mod change;
mod figures;
mod find;
mod names;

pub use change::{ChangeKind, CodeChange};
pub use figures::{RegionalFigure, RegionalGap, RegionalTable};
pub use find::{Found, RegionError};

use names::Names;

/// A year's nomenclature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vintage {
    /// NUTS 2021, the last with the United Kingdom. Of it level 2 is known, and the United Kingdom as a whole.
    Nuts2021,
    /// NUTS 2024, in force.
    Nuts2024,
}

impl Vintage {
    /// Its year, as in the tables.
    pub fn id(self) -> &'static str {
        match self {
            Self::Nuts2021 => "2021",
            Self::Nuts2024 => "2024",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Nuts2021, Self::Nuts2024].into_iter().find(|vintage| vintage.id() == text)
    }
}

/// A region.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// NUTS code (`EL64` in Greece, where the country's code is GR).
    pub code: String,
    /// The nomenclature that the code belongs to.
    pub vintage: Vintage,
    /// 0 for countries, 1, 2, 3.
    pub level: u8,
    /// Country.
    pub country: Country,
    /// Code of the region one level above; `None` for countries.
    pub parent: Option<String>,
    /// Name in the local script.
    pub name: String,
    /// Name in Latin script.
    pub name_latin: String,
    /// A point in the region that stands for it on a schematic map.
    pub centre: Point,
}

/// A region of the REMIX project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemixRegion {
    /// Short name.
    pub id: String,
    /// Name as the project prints it.
    pub name: String,
    /// Codes of NUTS 2024; those of NUTS 2021 where it has none.
    pub codes: Vec<String>,
    /// Lead partner, partner region or advisory partner.
    pub role: String,
}

/// All regions of a package.
#[derive(Debug)]
pub struct Regions {
    all: Vec<Region>,
    by_code: HashMap<(Vintage, String), usize>,
    children: HashMap<String, Vec<usize>>,
    changes: Vec<CodeChange>,
    remix: Vec<RemixRegion>,
    names: OnceLock<Names>,
}

impl Regions {
    /// Reads the regions of a package.
    pub(crate) fn read(package: &Package) -> Self {
        let mut regions: Vec<Region> = Record::all(package, "nuts").filter_map(|row| region(package, row)).collect();
        regions.sort_by(|a, b| (b.vintage, &a.code).cmp(&(a.vintage, &b.code)));
        let mut by_code = HashMap::with_capacity(regions.len());
        let mut children: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, region) in regions.iter().enumerate() {
            by_code.insert((region.vintage, region.code.clone()), at);
            if let (Some(parent), Vintage::Nuts2024) = (&region.parent, region.vintage) {
                children.entry(parent.clone()).or_default().push(at);
            }
        }
        let remix = Record::all(package, "remix-regions").map(remix).collect();
        let changes = change::read(package);
        Self { all: regions, by_code, children, changes, remix, names: OnceLock::new() }
    }

    /// All regions, those of NUTS 2024 first, by code.
    pub fn all(&self) -> impl Iterator<Item = &Region> {
        self.all.iter()
    }

    /// The regions of NUTS 2024 of a level, by code.
    pub fn of_level(&self, level: u8) -> impl Iterator<Item = &Region> {
        self.all.iter().filter(move |region| region.vintage == Vintage::Nuts2024 && region.level == level)
    }

    /// The region with a code: that of NUTS 2024, else that of NUTS 2021.
    pub fn get(&self, code: &str) -> Option<&Region> {
        self.of(Vintage::Nuts2024, code).or_else(|| self.of(Vintage::Nuts2021, code))
    }

    /// The region with a code in a vintage.
    pub fn of(&self, vintage: Vintage, code: &str) -> Option<&Region> {
        self.by_code.get(&(vintage, code.to_owned())).map(|at| &self.all[*at])
    }

    /// The regions of NUTS 2024 one level below.
    pub fn children(&self, code: &str) -> impl Iterator<Item = &Region> {
        self.children.get(code).into_iter().flatten().map(|at| &self.all[*at])
    }

    /// What an earlier code became; nothing if it is still used.
    pub fn became<'a>(&'a self, earlier: &'a str) -> impl Iterator<Item = &'a CodeChange> {
        self.changes.iter().filter(move |change| change.was == earlier)
    }

    /// What a code of NUTS 2024 was before, latest first; nothing if it did not change since NUTS 2010.
    pub fn came_from<'a>(&'a self, code_2024: &'a str) -> impl Iterator<Item = &'a CodeChange> {
        self.changes.iter().filter(move |change| change.is.as_deref() == Some(code_2024))
    }

    /// The regions of the REMIX project.
    pub fn remix(&self) -> &[RemixRegion] {
        &self.remix
    }

    /// The region of NUTS 2024, level 3, whose centre is nearest to a point, and how far that is in kilometres.
    /// Schematic, as the map is: near a boundary it may be the neighbour.
    pub fn at(&self, point: Point) -> Option<(&Region, f64)> {
        let far = self.of_level(3).map(|region| (region, region.centre.distance_km(point)));
        far.min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Distance between the centres of two regions in kilometres; `None` if one is not known.
    pub fn distance_km(&self, from: &str, to: &str) -> Option<f64> {
        Some(self.get(from)?.centre.distance_km(self.get(to)?.centre))
    }

    fn names(&self) -> &Names {
        self.names.get_or_init(|| Names::of(self))
    }
}

/// Whether a region is another one or lies in it, by their codes: of one vintage, as each code begins with that of the
/// region above.
pub fn within(code: &str, region: &str) -> bool {
    !region.is_empty() && code.starts_with(region)
}

/// The code of the level-2 region that a region of level 2 or 3 is or lies in.
pub fn nuts2_of(code: &str) -> Option<&str> {
    code.get(..4)
}

fn region(package: &Package, row: Record<'_>) -> Option<Region> {
    let number = |column: &str| row.datum(column).map(|datum| datum.number.value);
    Some(Region {
        code: row.text("code").to_owned(),
        vintage: Vintage::parse(row.text("vintage"))?,
        level: row.whole("level")?,
        country: package.vocabulary().find_country(row.text("country"))?,
        parent: row.some("parent").map(str::to_owned),
        name: row.text("name").to_owned(),
        name_latin: row.text("name_latin").to_owned(),
        centre: Point { lat: number("lat")?, lon: number("lon")? },
    })
}

fn remix(row: Record<'_>) -> RemixRegion {
    let codes = row.some("codes_2024").unwrap_or(row.text("codes_2021"));
    RemixRegion {
        id: row.text("id").to_owned(),
        name: row.text("name").to_owned(),
        codes: codes.split(';').map(str::trim).filter(|code| !code.is_empty()).map(str::to_owned).collect(),
        role: row.text("role").to_owned(),
    }
}
