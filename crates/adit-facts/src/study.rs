//! Typed access to the facts of a criticality study, for the models.

use crate::package::Package;
use crate::printed::{Printed, decimals_shown};
use crate::table::{FactRef, Row, Table};
use crate::vocabulary::{Country, Material, Scope, Stage};

/// A fact as models take it: where it stands, and its number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Datum {
    /// Where it stands in this package.
    pub at: FactRef,
    /// Value and bounds in the unit of computation.
    pub number: Printed,
}

/// A published figure, with the number of decimals it was printed with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Published {
    /// The figure.
    pub datum: Datum,
    /// Decimals printed, at least one for SR and EI.
    pub decimals: u8,
}

impl Published {
    /// Half a unit of the last printed digit.
    pub fn half_digit(&self) -> f64 {
        0.5 * 10f64.powi(-i32::from(self.decimals))
    }
}

/// Which supply: the world's, or what the European Union buys and produces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Global supply (GS).
    World,
    /// EU sourcing (EUS): EU production and imports.
    Europe,
}

impl Side {
    /// The table that holds it.
    pub fn table(self) -> &'static str {
        match self {
            Self::World => "world-supply",
            Self::Europe => "eu-supply",
        }
    }
}

/// One supplier of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SupplyFacts {
    /// The country.
    pub country: Country,
    /// Its share, a fraction.
    pub share: Datum,
    /// Trade parameter t, index.
    pub trade: Datum,
}

/// One use of a material.
#[derive(Debug, Clone, PartialEq)]
pub struct UseFacts {
    /// Line within the material's list, from 1.
    pub line: u16,
    /// The application, in the study's words.
    pub application: String,
    /// Share of the material's use, a fraction.
    pub share: Datum,
    /// NACE 2-digit sector, `None` where the study names none.
    pub nace: Option<String>,
    /// Value added of that sector, million EUR.
    pub value_added: Option<Datum>,
}

/// The six dimensions of the Worldwide Governance Indicators, in the order of the table.
pub const DIMENSIONS: [&str; 6] = ["cc", "ge", "pv", "rl", "rq", "va"];

/// One indicator: estimate and standard error, both on the World Bank's scale of about -2.5 to 2.5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndicatorFacts {
    /// Estimate.
    pub estimate: Datum,
    /// Standard error.
    pub standard_error: Option<Datum>,
}

impl Package {
    /// The editions of the criticality assessment, oldest first.
    pub fn editions(&self) -> Vec<String> {
        let mut editions: Vec<String> = self
            .table("assessments")
            .into_iter()
            .flat_map(|t| t.rows().iter().map(move |r| r.text(t, "edition").to_owned()))
            .collect();
        editions.sort();
        editions.dedup();
        editions
    }

    /// Suppliers of a material at a stage, in the order of the published list; rows without a share or trade parameter are left out.
    pub fn supply(&self, side: Side, edition: &str, material: Material, stage: Stage) -> Vec<SupplyFacts> {
        let Some((index, table)) = self.table_full(side.table()) else { return Vec::new() };
        let parent = format!("{edition}/{}/{stage}", self.vocabulary().material(material).id);
        let (share, trade) = (table.schema.column("share_pct"), table.schema.column("trade"));
        table
            .rows_under(&parent)
            .filter_map(|(at, row)| {
                Some(SupplyFacts {
                    country: self.vocabulary().find_country(row.text(table, "country"))?,
                    share: datum(index, at, row, share)?,
                    trade: datum(index, at, row, trade)?,
                })
            })
            .collect()
    }

    /// Published import reliance of a stage, a fraction that may be negative (net exporter).
    pub fn import_reliance(&self, edition: &str, material: Material, stage: Stage) -> Option<Datum> {
        self.one("import-reliance", &format!("{edition}/{}/{stage}", self.vocabulary().material(material).id), "ir_pct")
    }

    /// End-of-life recycling input rate, a fraction.
    pub fn recycling(&self, edition: &str, material: Material) -> Option<Datum> {
        self.one("recycling", &format!("{edition}/{}", self.vocabulary().material(material).id), "eol_rir_pct")
    }

    /// Substitution index of supply risk, 0..1.
    pub fn si_sr(&self, edition: &str, material: Material) -> Option<Datum> {
        self.one("substitution", &format!("{edition}/{}", self.vocabulary().material(material).id), "si_sr")
    }

    /// Substitution index of economic importance, 0..1.
    pub fn si_ei(&self, edition: &str, material: Material) -> Option<Datum> {
        self.one("substitution", &format!("{edition}/{}", self.vocabulary().material(material).id), "si_ei")
    }

    /// Published supply risk and scope of a stage.
    pub fn stage_result(&self, edition: &str, material: Material, stage: Stage) -> (Option<Published>, Option<Scope>) {
        let key = format!("{edition}/{}/{stage}", self.vocabulary().material(material).id);
        let scope = self
            .table("stage-results")
            .and_then(|t| t.row(&key).and_then(|(_, row)| Scope::parse(row.text(t, "scope"))));
        (self.published("stage-results", &key, "sr"), scope)
    }

    /// Published supply risk and economic importance of a material.
    pub fn assessment(&self, edition: &str, material: Material) -> (Option<Published>, Option<Published>) {
        let key = format!("{edition}/{}", self.vocabulary().material(material).id);
        (self.published("assessments", &key, "sr"), self.published("assessments", &key, "ei"))
    }

    /// Uses of a material, in the order of the published list.
    pub fn end_uses(&self, edition: &str, material: Material) -> Vec<UseFacts> {
        let Some((index, table)) = self.table_full("end-uses") else { return Vec::new() };
        let share = table.schema.column("share_pct");
        let parent = format!("{edition}/{}", self.vocabulary().material(material).id);
        table
            .rows_under(&parent)
            .filter_map(|(at, row)| {
                let nace = row.some_text(table, "nace");
                Some(UseFacts {
                    line: row.text(table, "line").parse().ok()?,
                    application: row.text(table, "application").to_owned(),
                    share: datum(index, at, row, share)?,
                    value_added: nace.as_ref().and_then(|code| self.value_added(edition, code)),
                    nace,
                })
            })
            .collect()
    }

    /// Value added of a NACE sector, million EUR.
    pub fn value_added(&self, edition: &str, nace: &str) -> Option<Datum> {
        self.one("value-added", &format!("{edition}/{nace}"), "value_added")
    }

    /// The largest value added of an edition's sectors: the divisor of economic importance.
    pub fn largest_value_added(&self, edition: &str) -> Option<Datum> {
        let (index, table) = self.table_full("value-added")?;
        let column = table.schema.column("value_added");
        table
            .rows_under(edition)
            .filter_map(|(at, row)| datum(index, at, row, column))
            .max_by(|a, b| a.number.value.total_cmp(&b.number.value))
    }

    /// The six governance indicators of a country in a year; `None` where one of the six is missing.
    pub fn indicators(&self, country: Country, year: u16) -> Option<[IndicatorFacts; 6]> {
        let (index, table) = self.table_full("governance")?;
        let (at, row) = table.row(&format!("{}/{year}", self.vocabulary().country(country).id))?;
        let mut found = Vec::with_capacity(6);
        for dimension in DIMENSIONS {
            found.push(IndicatorFacts {
                estimate: datum(index, at, row, table.schema.column(dimension))?,
                standard_error: datum(index, at, row, table.schema.column(&format!("{dimension}_se"))),
            });
        }
        found.try_into().ok()
    }

    /// The estimate of political stability and absence of violence of a country in a year, on the World Bank's scale of
    /// about -2.5 to 2.5.
    pub fn political_stability(&self, country: Country, year: u16) -> Option<Datum> {
        self.one("governance", &format!("{}/{year}", self.vocabulary().country(country).id), "pv")
    }

    /// First and last year of the governance table.
    pub fn governance_years(&self) -> Option<(u16, u16)> {
        let table = self.table("governance")?;
        let years = || table.rows().iter().filter_map(|row| row.text(table, "year").parse::<u16>().ok());
        Some((years().min()?, years().max()?))
    }

    fn one(&self, table: &str, row_key: &str, column: &str) -> Option<Datum> {
        let (index, table) = self.table_full(table)?;
        let (at, row) = table.row(row_key)?;
        datum(index, at, row, table.schema.column(column))
    }

    fn published(&self, name: &str, row_key: &str, column: &str) -> Option<Published> {
        let datum = self.one(name, row_key, column)?;
        let table: &Table = self.table(name)?;
        let (_, row) = table.row(row_key)?;
        Some(Published { datum, decimals: decimals_shown(row.text(table, column)).max(1) })
    }
}

fn datum(table: u16, row_index: u32, row: &Row, column: Option<usize>) -> Option<Datum> {
    let column = column?;
    let number = row.number_at(column)?;
    Some(Datum { at: FactRef { table, row: row_index, column: u16::try_from(column).ok()? }, number })
}
