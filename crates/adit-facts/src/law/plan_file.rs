//! Plan files: what a zoning, spatial or land use plan says of critical raw materials projects, for the check of Art. 13.
//!
//! ```toml
//! [plan]
//! name = "Regional plan"
//! kind = "spatial"
//! country = "FI"
//! regions = ["FI1D5"]
//! status = "draft"
//! date = 2026-09-01
//! considered = true
//! where = "Chapter 7"
//! [[provision]]
//! what = "Area for a concentrator"
//! where = "Map 3"
//! land = ["industrial-site"]
//! [assessment]
//! combined = true
//! ```
//!
//! What is left out is not said: no value is filled in.

use jiff::civil::Date;
use toml::de::DeTable;

use crate::finding::Finding;
use crate::law::day;
use crate::toml_reader::{Codes, Reader, Within};

mod examples;
mod land;

pub use crate::toml_reader::At;
pub use examples::{EXAMPLES, Example, example};
pub use land::Land;

/// The codes of what the shared reader finds in a plan file.
static CODES: Codes = Codes {
    what: "plan file",
    looks: "a plan is TOML: [plan], then [[provision]] tables, and [assessment]",
    too_large: "plan-file.too-large",
    not_readable: "plan-file.not-readable",
    too_many: "plan-file.too-many-problems",
    unknown_key: "plan-file.unknown-key",
    missing_key: "plan-file.missing-key",
    wrong_type: "plan-file.wrong-type",
    blank: "plan-file.blank",
    unknown_word: "plan-file.unknown-word",
    number: "plan-file.wrong-type",
    years: "plan-file.date",
    pair: "plan-file.wrong-type",
};

const KINDS: [(&str, &str); 4] =
    [("zoning", "zoning"), ("spatial", "spatial plan"), ("land-use", "land use plan"), ("other", "plan")];
const STAGES: [(&str, &str); 3] =
    [("extraction", "extraction"), ("processing", "processing"), ("recycling", "recycling")];

/// A plan as far as its file says.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFile {
    /// Name.
    pub name: String,
    /// Who prepares it.
    pub authority: Option<String>,
    /// What kind of plan it is, in words.
    pub kind: &'static str,
    /// Country code.
    pub country: Option<String>,
    /// NUTS codes that it covers.
    pub regions: Vec<String>,
    /// Adopted, or a draft.
    pub adopted: bool,
    /// The day it was adopted, or of the draft.
    pub date: Option<Date>,
    /// Whether including provisions was considered; none where the plan does not say.
    pub considered: Option<bool>,
    /// Where in the plan that stands.
    pub place: Option<String>,
    /// The reasons that it gives.
    pub reasons: Option<String>,
    /// What it provides.
    pub provisions: Vec<Provision>,
    /// How it is assessed; none where the file does not say.
    pub assessment: Option<Assessment>,
    /// Line of `[plan]`, and of what it says of considering.
    pub at: At,
}

/// One provision for critical raw materials projects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provision {
    /// What is provided.
    pub what: String,
    /// Where in the plan.
    pub place: Option<String>,
    /// Stages of the value chain.
    pub stages: Vec<&'static str>,
    /// Kinds of land.
    pub land: Vec<Land>,
    /// Why it lies there.
    pub reasons: Option<String>,
    /// Ids of sites and projects of the facts that it names.
    pub names: Vec<String>,
    /// Where it stands in the file.
    pub at: At,
}

/// Assessments of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessment {
    /// Directive 2001/42/EC applies.
    pub strategic: Option<bool>,
    /// Art. 6 of Directive 92/43/EEC applies.
    pub habitats: Option<bool>,
    /// Both are one assessment.
    pub combined: Option<bool>,
    /// The impact on water bodies (Directive 2000/60/EC) is in it.
    pub water: Option<bool>,
    /// Where it stands in the file.
    pub at: At,
}

impl PlanFile {
    /// Reads a plan file: it, or everything that is wrong with it.
    pub fn parse(text: &str, file: &str) -> Result<Self, Vec<Finding>> {
        CODES.read(text, file, read).map(|(plan, _)| plan)
    }
}

fn read(reader: &mut Reader, top: &DeTable<'_>) -> Option<PlanFile> {
    let whose = "the plan";
    reader.known_keys(top, whose, &["format", "plan", "provision", "assessment"]);
    if let Some(format) = reader.number_of(top, "format", whose, Within::Any)
        && format != 1.0
    {
        let finding = Finding::error("plan-file.format", format!("format {format} is not known"));
        reader.say(finding.hint("this adit reads format = 1"), start(top, "format"));
    }
    let provisions = provisions(reader, top);
    let assessment = assessment(reader, top);
    let whose = "[plan]";
    let Some((table, at)) = reader.table_of(top, "plan") else {
        if top.get("plan").is_none() {
            let hint = "write [plan] with name, kind = \"spatial\", country = \"FI\", regions = [\"FI1D5\"]";
            reader.missing("the file", whose, hint, 0);
        }
        return None;
    };
    let known =
        ["name", "authority", "kind", "country", "regions", "status", "date", "considered", "where", "reasons", "note"];
    reader.known_keys(table, whose, &known);
    let name = reader.needed_text(table, "name", whose, at);
    let kind = reader.needed_text(table, "kind", whose, at);
    let kind = kind.and_then(|word| reader.word(&word, start(table, "kind"), "kind of [plan]", &KINDS));
    let adopted = reader.text_of(table, "status", whose);
    let statuses = [("draft", false), ("adopted", true)];
    let adopted = adopted.and_then(|word| reader.word(&word, start(table, "status"), "status of [plan]", &statuses));
    let considered_at = if table.get("considered").is_some() { start(table, "considered") } else { at };
    Some(PlanFile {
        name: name?,
        authority: reader.text_of(table, "authority", whose),
        kind: kind?,
        country: country(reader, table),
        regions: regions(reader, table),
        adopted: adopted.unwrap_or(false),
        date: day::of(reader, table, "date", whose),
        considered: reader.flag_of(table, "considered", whose),
        place: reader.text_of(table, "where", whose),
        reasons: reader.text_of(table, "reasons", whose),
        provisions,
        assessment,
        at: reader.place(considered_at),
    })
}

fn provisions(reader: &mut Reader, top: &DeTable<'_>) -> Vec<Provision> {
    let whose = "[[provision]]";
    let mut provisions = Vec::new();
    for (table, at) in reader.tables(top, "provision") {
        reader.known_keys(table, whose, &["what", "where", "stages", "land", "reasons", "names", "note"]);
        let what = reader.needed_text(table, "what", whose, at);
        let stages = words(reader, table, "stages", &STAGES);
        let land = words(reader, table, "land", &Land::WORDS);
        if table.get("land").is_none() {
            let hint = "write land = [\"industrial-site\"]: Art. 13(1) gives priority by kind of land";
            reader.missing(whose, "land", hint, at);
        }
        let names = reader.texts_of(table, "names", whose).into_iter().map(|(name, _)| name).collect();
        let (place, reasons) = (reader.text_of(table, "where", whose), reader.text_of(table, "reasons", whose));
        let at = reader.place(at);
        provisions.extend(what.map(|what| Provision { what, place, stages, land, reasons, names, at }));
    }
    provisions
}

fn words<T: Copy>(reader: &mut Reader, table: &DeTable<'_>, key: &str, known: &[(&str, T)]) -> Vec<T> {
    let texts = reader.texts_of(table, key, "[[provision]]");
    texts.iter().filter_map(|(text, at)| reader.word(text, *at, &format!("{key} of [[provision]]"), known)).collect()
}

fn assessment(reader: &mut Reader, top: &DeTable<'_>) -> Option<Assessment> {
    let whose = "[assessment]";
    let (table, at) = reader.table_of(top, "assessment")?;
    reader.known_keys(table, whose, &["strategic", "habitats", "combined", "water", "note"]);
    let mut flag = |key: &str| reader.flag_of(table, key, whose);
    let (strategic, habitats, combined, water) = (flag("strategic"), flag("habitats"), flag("combined"), flag("water"));
    Some(Assessment { strategic, habitats, combined, water, at: reader.place(at) })
}

fn country(reader: &mut Reader, table: &DeTable<'_>) -> Option<String> {
    let code = reader.text_of(table, "country", "[plan]")?.to_uppercase();
    if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(if code == "EL" { "GR".to_owned() } else { code });
    }
    let finding = Finding::error("plan-file.country", format!("country \"{code}\" is no code of two letters"));
    reader.say(finding.hint("write the ISO code, as PT or FI"), start(table, "country"));
    None
}

/// NUTS codes: two letters of a country, then up to three letters or digits.
fn regions(reader: &mut Reader, table: &DeTable<'_>) -> Vec<String> {
    let mut regions = Vec::new();
    for (text, at) in reader.texts_of(table, "regions", "[plan]") {
        let code = text.to_uppercase();
        let sound = (2..=5).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && code.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
        if sound {
            regions.push(code);
        } else {
            let finding = Finding::error("plan-file.region", format!("\"{text}\" is no NUTS code"));
            reader.say(finding.hint("write the code of a region, as FI1D5, or of a country, as FI"), at);
        }
    }
    regions
}

fn start(table: &DeTable<'_>, key: &str) -> usize {
    table.get(key).map_or(0, |value| value.span().start)
}

#[cfg(test)]
mod tests;
