//! Portfolio files: which projects may be chosen, with which money, under which rules, and for what.
//!
//! ```toml
//! format = 1
//! name = "Lithium in six regions"
//! [time]
//! first = 2026
//! last = 2035
//! discount = 0.06
//! [[instrument]]
//! id = "grant"
//! kind = "grant"
//! intensity = 0.2
//! fund = "innovation-fund"
//! [budget.innovation-fund]
//! total = 300
//! per_year = 80
//! [[project]]
//! id = "keliber"
//! start = [2026, 2028]
//! instruments = ["none", "grant"]
//! npv = { value = 120, low = -50, high = 300, assumption = "no statement of the promoter was found" }
//! [[rule]]
//! kind = "fairness"
//! at_most = 0.4
//! [objective]
//! maximise = "benchmark-points"
//! ```
//!
//! Everything is read and checked here with the line and column of what is wrong, all at once. Ids of projects, materials
//! and stages are held against the facts where the file is joined with them; here they are words.

use toml::de::DeTable;

use crate::finding::Finding;

mod examples;
mod judge;
mod money;
mod project;
mod rule;
mod wanted;

pub use crate::toml_reader::At;
pub use examples::{EXAMPLES, Example, example};
pub use money::{Budget, Instrument};
pub use project::{Flow, Own, Project};
pub use rule::{Kind, Rule};
pub use wanted::{Aim, Direction, Robust, RobustBy, Wanted};

use crate::toml_reader::{Codes, Reader, Within};

/// The codes of what the shared reader finds in a portfolio.
static CODES: Codes = Codes {
    what: "portfolio",
    looks: "a portfolio is TOML: [time], [[project]] tables with id, [budget.FUND], [[rule]] and [objective]",
    too_large: "portfolio.too-large",
    not_readable: "portfolio.not-readable",
    too_many: "portfolio.too-many-problems",
    unknown_key: "portfolio.unknown-key",
    missing_key: "portfolio.missing-key",
    wrong_type: "portfolio.wrong-type",
    blank: "portfolio.blank",
    unknown_word: "portfolio.unknown-word",
    number: "portfolio.number",
    years: "portfolio.years",
    pair: "portfolio.pair",
};

/// A portfolio file, read and sound in itself.
#[derive(Debug, Clone, PartialEq)]
pub struct PortfolioFile {
    /// Name.
    pub name: String,
    /// What a reader must know of it.
    pub note: Option<String>,
    /// First year of the plan.
    pub first: i32,
    /// Last year of the plan.
    pub last: i32,
    /// Real discount rate, a fraction.
    pub discount: f64,
    /// Where the discount rate stands; `[time]` where it is not stated.
    pub discount_at: At,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Budgets, one for each fund.
    pub budgets: Vec<Budget>,
    /// Projects.
    pub projects: Vec<Project>,
    /// Rules.
    pub rules: Vec<Rule>,
    /// What is wanted.
    pub wanted: Wanted,
    /// How draws decide, where they do.
    pub robust: Option<Robust>,
}

const KEYS: [&str; 10] =
    ["format", "name", "note", "time", "instrument", "budget", "project", "rule", "objective", "robust"];

impl PortfolioFile {
    /// Reads a portfolio file: it with what is worth knowing of it, or everything that is wrong with it.
    pub fn parse(text: &str, file: &str) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        CODES.read(text, file, read)
    }
}

fn read(reader: &mut Reader, top: &DeTable<'_>) -> Option<PortfolioFile> {
    let whose = "the portfolio";
    reader.known_keys(top, whose, &KEYS);
    if let Some(format) = reader.number_of(top, "format", whose, Within::Any)
        && format != 1.0
    {
        let finding = Finding::error("portfolio.format", format!("format {format} is not known"));
        reader.say(finding.hint("this adit reads format = 1"), top.get("format").map_or(0, |value| value.span().start));
    }
    let name = reader.text_of(top, "name", whose).unwrap_or_else(|| "Portfolio".to_owned());
    let note = reader.text_of(top, "note", whose);
    let time = time(reader, top);
    let budgets = money::budgets(reader, top);
    let instruments = money::instruments(reader, top, &budgets);
    let wanted = wanted::read(reader, top);
    let robust = wanted::robust(reader, top);
    let (first, last, (discount, discount_at)) = time?;
    let projects = project::read(reader, top, (first, last), &instruments);
    let rules = rule::read(reader, top, (first, last), &projects);
    let read = PortfolioFile {
        name,
        note,
        first,
        last,
        discount,
        discount_at,
        instruments,
        budgets,
        projects,
        rules,
        wanted: wanted?,
        robust,
    };
    judge::judge(reader, &read);
    Some(read)
}

/// Longest plan, in years.
const LONGEST: i32 = 60;

fn time(reader: &mut Reader, top: &DeTable<'_>) -> Option<(i32, i32, (f64, At))> {
    let whose = "[time]";
    let Some((table, at)) = reader.table_of(top, "time") else {
        if top.get("time").is_none() {
            reader.missing(
                "the portfolio",
                "[time]",
                "write [time] with first = 2026, last = 2035, discount = 0.06",
                0,
            );
        }
        return None;
    };
    reader.known_keys(table, whose, &["first", "last", "discount"]);
    let first = reader.needed_year(table, "first", whose, at);
    let last = reader.needed_year(table, "last", whose, at);
    let discount = reader.number_of(table, "discount", whose, Within::Share).unwrap_or(0.0);
    let (first, last) = (first?, last?);
    if last < first || last - first >= LONGEST {
        let finding = Finding::error("portfolio.years", format!("the plan runs from {first} to {last}"));
        reader.say(finding.hint(format!("end it after it begins, and within {LONGEST} years")), at);
        return None;
    }
    let stated = table.get("discount").map_or(at, |value| value.span().start);
    Some((first, last, (discount, reader.place(stated))))
}
