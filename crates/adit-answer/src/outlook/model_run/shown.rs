//! A model's answer as tables.

use std::convert::Infallible;
use std::io::{self, Write};

use super::{ModelBands, ModelCohort, ModelRunAnswer};
use crate::outlook::OutlookBands;
use crate::sheet::quoted;
use crate::tables::{Cell, Column, PlainTable};

/// Columns of the long form.
pub const LONG: [&str; 5] = ["series", "quantity", "material", "year", "value"];

/// A row of the long form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LongRow<'a> {
    /// Series; empty for what is of all series.
    pub series: &'a str,
    /// Quantity; bands are quantities such as `stock.p05`.
    pub quantity: &'a str,
    /// Material; empty for the product itself.
    pub material: &'a str,
    /// Year.
    pub year: i32,
    /// Value; `None` if there is none.
    pub value: Option<f64>,
}

/// Goes through the long form row by row: a large model has tens of millions of them, which are never held at once.
///
/// # Errors
/// The first error of `each`.
pub fn rows<E>(answer: &ModelRunAnswer, each: &mut dyn FnMut(LongRow<'_>) -> Result<(), E>) -> Result<(), E> {
    let mut long = Long { years: &answer.years, each };
    for series in &answer.series {
        let of = [series.name.as_str(), ""];
        long.lines(of, &[("inflow", &series.inflow), ("outflow", &series.outflow), ("stock", &series.stock)])?;
        long.line(of, "survival", &series.survival)?;
        series.used_net_imports.iter().try_for_each(|line| long.line(of, "used_net_imports", line))?;
        series.retired.iter().try_for_each(|line| long.line(of, "retired", line))?;
        long.bands(of, series.bands.as_ref())?;
        for material in &series.materials {
            let of = [series.name.as_str(), material.name.as_str()];
            long.lines(
                of,
                &[("inflow", &material.inflow), ("outflow", &material.outflow), ("stock", &material.stock)],
            )?;
        }
        for cohort in series.cohorts.iter().flatten() {
            let name = cohort_name(cohort);
            long.line(of, &format!("stock.cohort.{name}"), &cohort.stock)?;
            long.line(of, &format!("outflow.cohort.{name}"), &cohort.outflow)?;
        }
    }
    for material in &answer.materials {
        let of = ["", material.name.as_str()];
        long.lines(of, &[("inflow", &material.inflow), ("outflow", &material.outflow), ("stock", &material.stock)])?;
        material.secondary.iter().try_for_each(|line| long.line(of, "secondary", line))?;
        material.eol_rir.iter().try_for_each(|line| long.known(of, "eol_rir", line))?;
        material.eol_rr.iter().try_for_each(|line| long.known(of, "eol_rr", line))?;
        long.bands(of, material.bands.as_ref())?;
    }
    for route in &answer.routes {
        let of = [route.of.as_str(), route.material.as_deref().unwrap_or("")];
        let quantity = |what: &str| format!("route.{}.{what}", route.name);
        for (what, line) in [
            ("arriving", &route.arriving),
            ("not_collected", &route.not_collected),
            ("not_dismantled", &route.not_dismantled),
            ("not_recovered", &route.not_recovered),
            ("beyond_capacity", &route.beyond_capacity),
            ("secondary", &route.secondary),
        ] {
            long.line(of, &quantity(what), line)?;
        }
        let bands = route.bands.as_ref().and_then(|bands| bands.secondary.as_ref());
        bands.iter().try_for_each(|bands| long.band(of, &quantity("secondary"), bands))?;
    }
    for one in &answer.taken_up {
        let of = [one.series.as_str(), one.material.as_deref().unwrap_or("")];
        long.lines(
            of,
            &[("secondary_used", &one.used), ("secondary_surplus", &one.surplus), ("primary", &one.primary)],
        )?;
        one.primary_bands.iter().try_for_each(|bands| long.band(of, "primary", bands))?;
    }
    for flow in &answer.flows {
        let quantity = format!("flow.{}", flow.name);
        long.line(["", ""], &quantity, &flow.amount)?;
        flow.bands.iter().try_for_each(|bands| long.band(["", ""], &quantity, bands))?;
    }
    Ok(())
}

/// The year in which a cohort came, or its age.
fn cohort_name(cohort: &ModelCohort) -> String {
    match (cohort.year, cohort.age) {
        (Some(year), None) => year.to_string(),
        (Some(year), Some(age)) => format!("{year}-aged-{age}"),
        (None, age) => format!("initial-aged-{}", age.unwrap_or_default()),
    }
}

/// The long form as CSV.
///
/// # Errors
/// What the writer refuses.
pub fn write_csv(answer: &ModelRunAnswer, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", LONG.join(","))?;
    rows(answer, &mut |row| {
        for words in [row.series, row.quantity, row.material] {
            write!(out, "{},", quoted(words))?;
        }
        match row.value {
            Some(value) => writeln!(out, "{},{value}", row.year),
            None => writeln!(out, "{},", row.year),
        }
    })
}

/// The long form as a table: for models of a size that a spreadsheet can hold.
pub fn long(answer: &ModelRunAnswer) -> PlainTable {
    let mut table = Vec::new();
    let gathered: Result<(), Infallible> = rows(answer, &mut |row| {
        table.push(vec![
            Cell::text(row.series),
            Cell::text(row.quantity),
            Cell::text(row.material),
            Cell::plain(Some(f64::from(row.year))),
            Cell::plain(row.value),
        ]);
        Ok(())
    });
    // Gathering in memory has no way to fail.
    let Ok(()) = gathered;
    let [series, quantity, material, year, value] = LONG;
    PlainTable {
        name: "model".to_owned(),
        title: answer.name.clone().unwrap_or_else(|| "A model of one's own".to_owned()),
        columns: vec![
            Column::text(series, "Series"),
            Column::text(quantity, "Quantity"),
            Column::text(material, "Material"),
            Column::number(year, "Year", ""),
            Column::number(value, "Value", ""),
        ],
        rows: table,
        notes: answer.warnings.clone(),
    }
}

struct Long<'a, E> {
    years: &'a [i32],
    each: &'a mut dyn FnMut(LongRow<'_>) -> Result<(), E>,
}

impl<E> Long<'_, E> {
    fn line(&mut self, of: [&str; 2], quantity: &str, line: &[f64]) -> Result<(), E> {
        self.push(of, quantity, line.iter().map(|value| Some(*value)))
    }

    fn known(&mut self, of: [&str; 2], quantity: &str, line: &[Option<f64>]) -> Result<(), E> {
        self.push(of, quantity, line.iter().copied())
    }

    fn lines(&mut self, of: [&str; 2], lines: &[(&str, &Vec<f64>)]) -> Result<(), E> {
        lines.iter().try_for_each(|(quantity, line)| self.line(of, quantity, line))
    }

    fn bands(&mut self, of: [&str; 2], bands: Option<&ModelBands>) -> Result<(), E> {
        let Some(bands) = bands else { return Ok(()) };
        for (quantity, band) in [
            ("inflow", &bands.inflow),
            ("outflow", &bands.outflow),
            ("stock", &bands.stock),
            ("secondary", &bands.secondary),
        ] {
            band.iter().try_for_each(|band| self.band(of, quantity, band))?;
        }
        Ok(())
    }

    fn band(&mut self, of: [&str; 2], quantity: &str, band: &OutlookBands) -> Result<(), E> {
        for (name, line) in [
            ("p05", &band.p05),
            ("p25", &band.p25),
            ("p50", &band.p50),
            ("p75", &band.p75),
            ("p95", &band.p95),
            ("mean", &band.mean),
        ] {
            self.known(of, &format!("{quantity}.{name}"), line)?;
        }
        Ok(())
    }

    fn push(&mut self, of: [&str; 2], quantity: &str, line: impl Iterator<Item = Option<f64>>) -> Result<(), E> {
        let [series, material] = of;
        for (year, value) in self.years.iter().zip(line) {
            (self.each)(LongRow { series, quantity, material, year: *year, value })?;
        }
        Ok(())
    }
}

/// Lines for people: each quantity of each series and material in a few years, with its band where it has one.
pub fn summary(answer: &ModelRunAnswer, years: &[i32]) -> PlainTable {
    let at: Vec<usize> = years.iter().filter_map(|year| answer.years.iter().position(|known| known == year)).collect();
    let mut rows = Vec::new();
    let mut add = |of: &str, what: &str, unit: &str, line: &[f64], band: Option<&OutlookBands>| {
        let mut row = vec![Cell::text(of), Cell::text(what), Cell::text(unit)];
        for &t in &at {
            let end = |column: fn(&OutlookBands) -> &Vec<Option<f64>>| band.and_then(|band| column(band)[t]);
            row.push(Cell::plain(line.get(t).copied()));
            row.push(Cell::number(None, end(|band| &band.p05), end(|band| &band.p95), None));
        }
        rows.push(row);
    };
    for series in &answer.series {
        let unit = series.unit.as_deref().unwrap_or("");
        let bands = series.bands.clone().unwrap_or_default();
        add(&series.name, "inflow", unit, &series.inflow, bands.inflow.as_ref());
        add(&series.name, "outflow", unit, &series.outflow, bands.outflow.as_ref());
        add(&series.name, "stock", unit, &series.stock, bands.stock.as_ref());
    }
    for material in &answer.materials {
        let unit = material.unit.as_deref().unwrap_or("");
        let bands = material.bands.clone().unwrap_or_default();
        add(&material.name, "inflow", unit, &material.inflow, bands.inflow.as_ref());
        add(&material.name, "outflow", unit, &material.outflow, bands.outflow.as_ref());
        add(&material.name, "stock", unit, &material.stock, bands.stock.as_ref());
        if let Some(secondary) = &material.secondary {
            add(&material.name, "secondary", unit, secondary, bands.secondary.as_ref());
        }
    }
    for one in &answer.taken_up {
        let name = one.material.as_deref().map_or_else(|| one.series.clone(), |of| format!("{of} in {}", one.series));
        add(&name, "primary", "", &one.primary, one.primary_bands.as_ref());
    }
    for flow in &answer.flows {
        add(&flow.name, "flow", "", &flow.amount, flow.bands.as_ref());
    }
    let mut columns = vec![Column::text("of", "Of"), Column::text("quantity", ""), Column::text("unit", "Unit")];
    for year in years {
        columns.push(Column::number(&format!("y{year}"), &year.to_string(), ""));
        columns.push(Column::bounds(&format!("y{year}_band"), "5–95 %", ""));
    }
    PlainTable { name: "summary".to_owned(), title: "Chosen years".to_owned(), columns, rows, notes: Vec::new() }
}
