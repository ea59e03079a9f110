//! One file of boundaries: a `GeoJSON` collection of the regions of one vintage and level, checked from end to end.

use serde::Deserialize;

use crate::changes::line_and_column;
use crate::door;
use crate::finding::Finding;
use crate::geo::{Polygon, Position, centre, centre_together};
use crate::table::MOST_FINDINGS;

/// The vintages that the tables know.
const VINTAGES: [&str; 2] = ["2021", "2024"];

const AGAIN: &str = "fetch the file again; this copy is damaged";

/// Regions of one vintage and level.
#[derive(Debug)]
pub(crate) struct Collection {
    pub file: String,
    pub vintage: String,
    pub level: usize,
    pub regions: Vec<Region>,
    /// The file as it is.
    pub text: String,
}

/// A region as drawn.
#[derive(Debug)]
pub(crate) struct Region {
    /// Its place in the file, from 1.
    pub number: usize,
    pub code: String,
    /// Name in the local script; empty for a country made from its regions.
    pub name: String,
    /// Name in Latin script.
    pub name_latin: String,
    parts: Vec<Polygon>,
    /// Whether the parts are regions that touch each other, not the islands of one.
    joined: bool,
}

impl Region {
    /// The country's two letters, and one more letter or digit for each level.
    pub fn level(&self) -> usize {
        self.code.len().saturating_sub(2)
    }

    /// A point in the region that stands for it; `None` if it has no area.
    pub fn centre(&self) -> Option<Position> {
        if self.joined { centre_together(&self.parts) } else { centre(&self.parts) }
    }
}

#[derive(Deserialize)]
struct Raw {
    #[serde(rename = "type")]
    kind: String,
    features: Vec<RawRegion>,
}

#[derive(Deserialize)]
struct RawRegion {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    #[serde(rename = "NUTS_ID")]
    code: String,
    #[serde(rename = "LEVL_CODE")]
    level: usize,
    #[serde(rename = "CNTR_CODE")]
    country: String,
    #[serde(rename = "NUTS_NAME")]
    name: String,
    #[serde(rename = "NAME_LATN")]
    name_latin: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    Polygon(Vec<Vec<[f64; 2]>>),
    MultiPolygon(Vec<Vec<Vec<[f64; 2]>>>),
}

impl Collection {
    /// Reads a file, or says everything that is wrong with it.
    pub fn read(file: String, bytes: Vec<u8>) -> Result<Self, Vec<Finding>> {
        let text = door::text(bytes, &file).map_err(|finding| vec![finding])?;
        let whole = |finding: Finding, hint: &str| vec![finding.in_file(&file).at(1, 1).hint(hint)];
        if text.trim().is_empty() {
            return Err(whole(Finding::error("file.empty", "is empty"), "fetch the file again"));
        }
        let raw: Raw = serde_json::from_str(&text).map_err(|error| vec![not_read(&file, &text, &error)])?;
        if raw.kind != "FeatureCollection" {
            let says = format!("is a GeoJSON {}, not a FeatureCollection", raw.kind);
            return Err(whole(Finding::error("import.geojson", says), "name a file of regions as GISCO publishes it"));
        }
        let Some(vintage) = vintage(&file) else {
            let says = "is of one vintage of the nomenclature; nothing in it says which";
            let hint = "keep the publisher's name, which has the year in it: NUTS_RG_20M_2024_4326_LEVL_2.geojson";
            return Err(whole(Finding::error("import.which-vintage", says), hint));
        };
        let Some(level) = raw.features.first().map(|first| first.properties.level) else {
            let finding = Finding::error("import.cut", "holds no regions");
            return Err(whole(finding, "fetch the file again"));
        };
        let mut of = Self { vintage: vintage.to_owned(), level, regions: Vec::new(), text, file };
        let mut findings = Vec::new();
        for (at, region) in raw.features.into_iter().enumerate() {
            match of.region(at + 1, region) {
                Ok(region) => of.regions.push(region),
                Err(finding) if findings.len() < MOST_FINDINGS => findings.push(finding),
                Err(_) => {}
            }
        }
        if findings.is_empty() { Ok(of) } else { Err(findings) }
    }

    /// Whether two files hold the same vintage and level.
    pub fn holds_as(&self, other: &Self) -> bool {
        self.vintage == other.vintage && self.level == other.level
    }

    /// What it holds, in plain English.
    pub fn about(&self) -> String {
        format!("regions of NUTS {}, level {}", self.vintage, self.level)
    }

    /// A country as the sum of its regions, if any are here.
    pub fn country_of_regions(&self, code: &str) -> Option<Region> {
        let regions: Vec<&Region> =
            self.regions.iter().filter(|region| self.level > 0 && region.code.starts_with(code)).collect();
        Some(Region {
            number: regions.first()?.number,
            code: code.to_owned(),
            name: String::new(),
            name_latin: String::new(),
            parts: regions.iter().flat_map(|region| region.parts.iter().cloned()).collect(),
            joined: true,
        })
    }

    /// A finding at a region.
    pub fn at(&self, region: &Region, finding: Finding) -> Finding {
        self.at_number(region.number, finding)
    }

    /// A finding at a region by its number: where the property with its code begins, if every region has one.
    fn at_number(&self, number: usize, finding: Finding) -> Finding {
        let place = self.text.match_indices("\"NUTS_ID\"").nth(number - 1).map_or(0, |(byte, _)| byte);
        let (line, column) = line_and_column(&self.text, place);
        finding.in_file(&self.file).at(line, column)
    }

    fn region(&self, number: usize, raw: RawRegion) -> Result<Region, Finding> {
        let Properties { code, level, country, name, name_latin } = raw.properties;
        let refuse = |says: String| self.at_number(number, Finding::error("import.geojson", says).hint(AGAIN));
        let letters = code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if !letters || !(2..=5).contains(&code.len()) || code.len() != level + 2 || !code.starts_with(&country) {
            return Err(refuse(format!("\"{code}\" is not a code of level {level} of the country {country}")));
        }
        if level != self.level {
            let says = format!("{code} is of level {level}, and the file began with level {}", self.level);
            return Err(refuse(says).hint("name a file of one level, such as NUTS_RG_20M_2024_4326_LEVL_2.geojson"));
        }
        if self.regions.iter().any(|other| other.code == code) {
            return Err(refuse(format!("gives {code} a second time")));
        }
        let (name, name_latin) = (one_line(&name), one_line(&name_latin));
        if name.is_empty() || name_latin.is_empty() {
            return Err(refuse(format!("{code} has no name")));
        }
        let polygons = match raw.geometry {
            Geometry::Polygon(rings) => vec![rings],
            Geometry::MultiPolygon(polygons) => polygons,
        };
        let on_globe = |at: &[f64; 2]| at[0].abs() <= 180.0 && at[1].abs() <= 90.0;
        if let Some([lon, lat]) = polygons.iter().flatten().flatten().find(|at| !on_globe(at)) {
            let says = format!("the boundary of {code} has the position {lon}, {lat}, which is not on the globe");
            return Err(refuse(says).hint("take the file in degrees (EPSG:4326), not in metres"));
        }
        let parts: Option<Vec<Polygon>> = polygons.into_iter().map(Polygon::new).collect();
        match parts.filter(|parts| !parts.is_empty()) {
            Some(parts) => Ok(Region { number, code, name, name_latin, parts, joined: false }),
            None => Err(refuse(format!("the boundary of {code} has a ring that is not closed"))),
        }
    }
}

/// What the reader of JSON says, without the place that the finding has already.
fn not_read(file: &str, text: &str, error: &serde_json::Error) -> Finding {
    let says = error.to_string();
    let says = says.split(" at line ").next().unwrap_or(&says);
    let hint = if error.is_eof() {
        "the file was cut off; fetch it again"
    } else if text.trim_start().starts_with('{') {
        "name a file of regions as GISCO publishes it, in degrees and with all its properties"
    } else {
        "regions are read from GeoJSON; take that format at GISCO"
    };
    // The reader counts bytes and this house characters, from 1; at the end of a cut file it stands one too far.
    let line = error.line().max(1);
    let of_line = text.split('\n').nth(line - 1).unwrap_or_default();
    let column = String::from_utf8_lossy(&of_line.as_bytes()[..error.column().min(of_line.len())]).chars().count();
    let finding = Finding::error("import.geojson", format!("is not readable: {says}")).in_file(file);
    finding.at(line as u64, column.max(1) as u64).hint(hint)
}

/// The vintage that a file's name says, if it says one and no other.
fn vintage(file: &str) -> Option<&'static str> {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let mut said = VINTAGES.into_iter().filter(|year| name.contains(year));
    said.next().filter(|_| said.next().is_none())
}

/// A name without the line breaks and stray spaces that some have in the files.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
