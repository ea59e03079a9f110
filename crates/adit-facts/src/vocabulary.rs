//! The words of adit: materials, countries, stages, scopes; and the names that publishers give them.

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;

use crate::suggest;
use crate::table::Table;

/// A material: its dense index in the vocabulary of this package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Material(pub u16);

/// A country: its dense index in the vocabulary of this package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(pub u16);

/// A stage of the official method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// E: mining, harvesting, pumping.
    Extraction,
    /// P: refining, smelting.
    Processing,
}

impl Stage {
    /// Both stages, in the order of the chain.
    pub const ALL: [Self; 2] = [Self::Extraction, Self::Processing];

    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Extraction => "extraction",
            Self::Processing => "processing",
        }
    }

    /// From its id, or the letter of the Commission's tables.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "extraction" | "e" => Some(Self::Extraction),
            "processing" | "p" => Some(Self::Processing),
            _ => None,
        }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// Which of the two supplies enters the supply risk of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Global supply and EU sourcing, mixed by import reliance.
    Both,
    /// Global supply only.
    Gs,
    /// EU sourcing only.
    Eus,
}

impl Scope {
    /// All three, in the order in which they are tried where none is published.
    pub const ALL: [Self; 3] = [Self::Both, Self::Gs, Self::Eus];

    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Gs => "gs",
            Self::Eus => "eus",
        }
    }

    /// From its id, or the words of the Commission's tables.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "both" | "gs+eu" | "gs+eus" => Some(Self::Both),
            "gs" | "gsonly" | "gs only" => Some(Self::Gs),
            "eus" | "eu" | "euonly" | "eu only" => Some(Self::Eus),
            _ => None,
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// What is known of a material as such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MaterialEntry {
    /// Kebab-case id.
    pub id: String,
    /// Name in plain English.
    pub name: String,
    /// metal, industrial-mineral, biotic, gas, group ...
    pub kind: String,
    /// The group it is a member of.
    pub group: Option<Material>,
    /// Its members, if it is a group.
    pub members: Vec<Material>,
    /// Screened in the 2023 study.
    pub screened_2023: bool,
    /// Other names under which publishers print it.
    pub aliases: Vec<String>,
    /// Point and grade of Annex I, if strategic by its own entry or that of its group.
    pub strategic: Option<Listing>,
    /// Point of Annex II, Section 1, if critical by its own entry or that of its group.
    pub listed: Option<Listing>,
}

/// A place in a list of the law.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// Point, for example `(s)`.
    pub point: String,
    /// The entry's own words.
    pub entry: String,
    /// The grade, where only one grade is meant.
    pub grade: Option<String>,
    /// The group through which a member is listed.
    pub through: Option<String>,
}

/// What is known of a country as such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryEntry {
    /// ISO 3166-1 alpha-2 (XK for Kosovo).
    pub id: String,
    /// Name in plain English.
    pub name: String,
    /// Since when a member of the European Union (ISO date).
    pub eu_from: Option<String>,
    /// Until when.
    pub eu_to: Option<String>,
}

impl CountryEntry {
    /// A member state at the end of 2020 and after: the EU27 of the current editions.
    pub fn in_eu27(&self) -> bool {
        self.eu_from.is_some() && self.eu_to.is_none()
    }

    /// A member state on a date (ISO text).
    pub fn in_eu_on(&self, date: &str) -> bool {
        self.eu_from.as_deref().is_some_and(|from| from <= date)
            && self.eu_to.as_deref().is_none_or(|until| until >= date)
    }
}

/// All words of the package.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    materials: Vec<MaterialEntry>,
    countries: Vec<CountryEntry>,
    material_by_name: HashMap<String, Material>,
    country_by_name: HashMap<String, Country>,
}

/// The tables that hold the vocabulary.
pub(crate) struct VocabularyTables<'a> {
    pub materials: &'a Table,
    pub material_names: &'a Table,
    pub countries: &'a Table,
    pub country_names: &'a Table,
    pub law_lists: &'a Table,
}

impl Vocabulary {
    pub(crate) fn read(tables: &VocabularyTables<'_>) -> Self {
        let mut words = Self::default();
        words.read_materials(tables);
        words.read_countries(tables);
        words.read_law(tables.law_lists);
        words
    }

    fn read_materials(&mut self, tables: &VocabularyTables<'_>) {
        let table = tables.materials;
        for row in table.rows() {
            let id = row.text(table, "id").to_owned();
            let material = Material(u16::try_from(self.materials.len()).unwrap_or(u16::MAX));
            self.material_by_name.insert(id.to_lowercase(), material);
            let name = row.text(table, "name").to_owned();
            self.material_by_name.entry(name.to_lowercase()).or_insert(material);
            self.materials.push(MaterialEntry {
                id,
                name,
                kind: row.text(table, "kind").to_owned(),
                group: None,
                members: Vec::new(),
                screened_2023: row.text(table, "screened_2023") == "yes",
                aliases: Vec::new(),
                strategic: None,
                listed: None,
            });
        }
        for (index, row) in table.rows().iter().enumerate() {
            let group = row.text(table, "group");
            if let Some(&group) = self.material_by_name.get(group) {
                let member = Material(u16::try_from(index).unwrap_or(u16::MAX));
                self.materials[index].group = Some(group);
                self.materials[usize::from(group.0)].members.push(member);
            }
        }
        let table = tables.material_names;
        for row in table.rows() {
            if let Some(&material) = self.material_by_name.get(row.text(table, "material")) {
                let name = row.text(table, "name");
                self.material_by_name.entry(name.to_lowercase()).or_insert(material);
                let entry = &mut self.materials[usize::from(material.0)];
                if entry.name != name && !entry.aliases.iter().any(|alias| alias == name) {
                    entry.aliases.push(name.to_owned());
                }
            }
        }
    }

    fn read_countries(&mut self, tables: &VocabularyTables<'_>) {
        let table = tables.countries;
        for row in table.rows() {
            let country = Country(u16::try_from(self.countries.len()).unwrap_or(u16::MAX));
            for column in ["id", "iso3", "name", "eurostat", "worldbank"] {
                let name = row.text(table, column);
                if !name.is_empty() {
                    self.country_by_name.entry(name.to_lowercase()).or_insert(country);
                }
            }
            self.countries.push(CountryEntry {
                id: row.text(table, "id").to_owned(),
                name: row.text(table, "name").to_owned(),
                eu_from: row.some_text(table, "eu_from"),
                eu_to: row.some_text(table, "eu_to"),
            });
        }
        let table = tables.country_names;
        for row in table.rows() {
            if let Some(&country) = self.country_by_name.get(&row.text(table, "country").to_lowercase()) {
                self.country_by_name.entry(row.text(table, "name").to_lowercase()).or_insert(country);
            }
        }
    }

    /// Annex I makes strategic, Annex II, Section 1 makes critical; a group's entry lists its members too.
    fn read_law(&mut self, table: &Table) {
        for row in table.rows() {
            let listing = Listing {
                point: row.text(table, "point").to_owned(),
                entry: row.text(table, "entry").to_owned(),
                grade: row.some_text(table, "grade"),
                through: None,
            };
            let strategic = row.text(table, "annex") == "I";
            for id in row.text(table, "materials").split(';').map(str::trim) {
                let Some(&material) = self.material_by_name.get(id) else { continue };
                self.list(material, &listing, strategic);
                let group = self.materials[usize::from(material.0)].id.clone();
                for member in self.materials[usize::from(material.0)].members.clone() {
                    let through = Listing { through: Some(group.clone()), ..listing.clone() };
                    self.list(member, &through, strategic);
                }
            }
        }
    }

    fn list(&mut self, material: Material, listing: &Listing, strategic: bool) {
        let entry = &mut self.materials[usize::from(material.0)];
        let place = if strategic { &mut entry.strategic } else { &mut entry.listed };
        place.get_or_insert_with(|| listing.clone());
    }

    /// All materials, in order.
    pub fn materials(&self) -> impl Iterator<Item = (Material, &MaterialEntry)> {
        (0u16..).map(Material).zip(&self.materials)
    }

    /// All countries, in order.
    pub fn countries(&self) -> impl Iterator<Item = (Country, &CountryEntry)> {
        (0u16..).map(Country).zip(&self.countries)
    }

    /// One material.
    pub fn material(&self, material: Material) -> &MaterialEntry {
        &self.materials[usize::from(material.0)]
    }

    /// One country.
    pub fn country(&self, country: Country) -> &CountryEntry {
        &self.countries[usize::from(country.0)]
    }

    /// A material by id, name or a publisher's name, whatever the case.
    pub fn find_material(&self, name: &str) -> Option<Material> {
        self.material_by_name.get(&name.trim().to_lowercase()).copied()
    }

    /// A country by ISO code, Eurostat or World Bank code, name or a publisher's name, whatever the case.
    pub fn find_country(&self, name: &str) -> Option<Country> {
        self.country_by_name.get(&name.trim().to_lowercase()).copied()
    }

    /// "did you mean ...?" for an unknown material.
    pub fn material_hint(&self, name: &str) -> String {
        let names = self
            .materials
            .iter()
            .flat_map(|m| std::iter::once(m.id.as_str()).chain(m.aliases.iter().map(String::as_str)));
        suggest::hint(name, names, "`adit risk` lists the materials")
    }

    /// "did you mean ...?" for an unknown country.
    pub fn country_hint(&self, name: &str) -> String {
        let near = suggest::nearest(name, self.countries.iter().map(|c| c.name.as_str()));
        let codes: Vec<String> = near
            .iter()
            .filter_map(|near| self.countries.iter().find(|c| c.name == *near))
            .map(|c| format!("{} ({})", c.id, c.name))
            .collect();
        if codes.is_empty() {
            "places are ISO country codes such as FI, or country names".to_owned()
        } else {
            format!("did you mean {}?", codes.join(" or "))
        }
    }
}
