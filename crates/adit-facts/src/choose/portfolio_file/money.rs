//! `[[instrument]]` and `[budget.FUND]`: which money there is, and in which form.

use toml::de::{DeTable, DeValue};

use super::At;
use crate::finding::Finding;
use crate::suggest;
use crate::toml_reader::{Reader, Within};

/// A public instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Share of the investment that it covers, a fraction.
    pub intensity: f64,
    /// Expected public cost of a euro covered; 1 for a grant.
    pub cost: f64,
    /// Id of the fund that pays.
    pub fund: String,
    /// Where it stands.
    pub at: At,
}

/// The kinds of instruments.
pub const KINDS: [&str; 8] = [
    "grant",
    "soft-loan",
    "guarantee",
    "equity",
    "price-floor",
    "purchase-guarantee",
    "shared-infrastructure",
    "exploration",
];

/// A budget.
#[derive(Debug, Clone, PartialEq)]
pub struct Budget {
    /// Id of the fund.
    pub fund: String,
    /// Name of the fund.
    pub name: String,
    /// Million euro in all.
    pub total: Option<f64>,
    /// Million euro in any one year.
    pub per_year: Option<f64>,
    /// Million euro in single years, over what `per_year` says.
    pub years: Vec<(i32, f64)>,
    /// Where it stands.
    pub at: At,
}

pub(super) fn budgets(reader: &mut Reader, top: &DeTable<'_>) -> Vec<Budget> {
    let Some((table, _)) = reader.table_of(top, "budget") else { return Vec::new() };
    let mut budgets = Vec::new();
    for (key, value) in table {
        let fund = key.get_ref().to_string();
        let whose = format!("budget.{fund}");
        let DeValue::Table(one) = value.get_ref() else {
            reader.wrong_type(&whose, "a table with total, per_year or years", value);
            continue;
        };
        let at = key.span().start;
        reader.known_keys(one, &whose, &["name", "total", "per_year", "years"]);
        let name = reader.text_of(one, "name", &whose).unwrap_or_else(|| fund.clone());
        let total = reader.number_of(one, "total", &whose, Within::NotNegative);
        let per_year = reader.number_of(one, "per_year", &whose, Within::NotNegative);
        let mut years = Vec::new();
        if let Some((by_year, _)) = reader.table_of(one, "years") {
            for (year, amount) in by_year {
                let what = format!("{} of {whose}", year.get_ref());
                let Some(amount) = reader.number(amount, &what, Within::NotNegative) else { continue };
                match year.get_ref().parse::<i32>() {
                    Ok(year) if (1900..=2200).contains(&year) => years.push((year, amount)),
                    _ => {
                        let finding = Finding::error("portfolio.years", format!("{what} is of no year"));
                        reader.say(finding.hint("write years = { 2026 = 50, 2027 = 80 }"), year.span().start);
                    }
                }
            }
        }
        years.sort_by_key(|(year, _)| *year);
        if total.is_none() && per_year.is_none() && years.is_empty() {
            reader.missing(&whose, "total", "write total, per_year or years, in million euro", at);
        }
        if total == Some(0.0) || (per_year == Some(0.0) && years.is_empty()) {
            let says = format!("{whose} is zero: nothing that it pays for can be chosen");
            reader
                .say(Finding::warning("portfolio.zero-budget", says).hint("write what there is, in million euro"), at);
        }
        budgets.push(Budget { fund, name, total, per_year, years, at: reader.place(at) });
    }
    // A table has no order of its own; that of the file is the one that people see.
    budgets.sort_by_key(|budget| budget.at);
    budgets
}

pub(super) fn instruments(reader: &mut Reader, top: &DeTable<'_>, budgets: &[Budget]) -> Vec<Instrument> {
    let mut instruments: Vec<Instrument> = Vec::new();
    for (table, at) in reader.tables(top, "instrument") {
        reader.known_keys(table, "an [[instrument]]", &["id", "kind", "intensity", "cost", "fund"]);
        let Some(id) = reader.needed_text(table, "id", "an [[instrument]]", at) else { continue };
        let whose = format!("instrument {id}");
        if id == "none" || instruments.iter().any(|other| other.id == id) {
            let says =
                if id == "none" { "none means no instrument".to_owned() } else { format!("{whose} is there twice") };
            reader.say(Finding::error("portfolio.duplicate", says).hint("give it an id of its own"), at);
            continue;
        }
        let kind = reader.needed_text(table, "kind", &whose, at);
        let kind =
            kind.and_then(|kind| reader.word(&kind, at, &format!("kind of {whose}"), &KINDS.map(|kind| (kind, kind))));
        let intensity = reader.needed(table, "intensity", &whose, Within::Share, at);
        let cost = reader.number_of(table, "cost", &whose, Within::NotNegative);
        let fund = reader.needed_text(table, "fund", &whose, at);
        let (Some(kind), Some(intensity), Some(fund)) = (kind, intensity, fund) else { continue };
        if !budgets.iter().any(|budget| budget.fund == fund) {
            let funds = budgets.iter().map(|budget| budget.fund.as_str());
            let hint = suggest::hint(&fund, funds, &format!("write [budget.{fund}] with total or per_year"));
            let finding =
                Finding::error("portfolio.unknown-id", format!("{whose}: there is no budget of the fund {fund}"));
            reader.say(finding.hint(hint), table.get("fund").map_or(at, |value| value.span().start));
        }
        if cost.is_none() && kind != "grant" && kind != "exploration" && kind != "shared-infrastructure" {
            let hint = "write the expected public cost of a euro covered: about the gross grant equivalent of the aid";
            reader.missing(&whose, "cost", hint, at);
        }
        let cost = cost.unwrap_or(1.0);
        instruments.push(Instrument { id, kind: kind.to_owned(), intensity, cost, fund, at: reader.place(at) });
    }
    instruments
}
