//! Model files: a dynamic material flow model of one's own, as TOML.
//!
//! ```toml
//! [time]
//! years = [2000, 2001]            # or start, end, step
//! inflow_at = "end"               # start | middle | end
//! [[series]]
//! name = "cars"
//! stock = [1.0, 2.0]              # or inflow, stock_file, inflow_file
//! lifetime = { kind = "weibull", shape = 3.6, scale = 15.0 }
//! initial_cohorts = [ { age = 5, value = 3.0 } ]
//! content = { copper = 0.02 }
//! [[route]]
//! name = "shredder"
//! of = "cars"
//! recovery = [[2020, 0.5], [2040, 0.9]]
//! [uncertain]
//! "cars.lifetime.scale" = { kind = "normal", mean = 15, sd = 1 }
//! ```
//!
//! Everything is read and checked here, with the line and column of what is wrong, all at once; what comes out is sound:
//! every number is finite and in its range, every name that is referred to exists, every list has its length.

use std::sync::Arc;

use adit_number::Correlations;
use toml::de::DeTable;

use crate::finding::{Finding, any_error};

mod by_year;
mod content;
mod data_file;
mod folder;
mod lifetime;
pub mod limits;
mod parameter;
mod place;
mod process;
mod reader;
mod route;
mod series;
mod settings;
mod time;
mod uncertain;

pub use by_year::ByYear;
pub use content::{Composition, Layer, Layered};
pub use folder::beside;
pub use lifetime::{Lifetime, Lifetimes};
pub use parameter::{Meaning, Parameter, ParameterError};
pub use place::Text;
pub use process::{Flow, FlowAmount, Process};
pub use reader::ReadFile;
pub use route::Route;
pub use series::{Content, Driver, InitialCohort, NegativeInflow, Series, UsedTrade};
pub use settings::DrawnBack;
pub use time::{InflowAt, Time};
pub use uncertain::{Correlation, Uncertain};

use reader::Reader;

/// The tables that a model file may have, with the plain keys beside them.
const KEYS: [&str; 13] = [
    "format",
    "name",
    "note",
    "source",
    "time",
    "series",
    "composition",
    "layers",
    "route",
    "process",
    "flow",
    "uncertain",
    "correlation",
];

/// A model file, read and sound.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelFile {
    /// The text that it was read from.
    pub text: Arc<Text>,
    /// What the model is called.
    pub name: Option<String>,
    /// What a reader must know of its numbers.
    pub note: Option<String>,
    /// Where its numbers come from.
    pub source: Option<String>,
    /// The periods.
    pub time: Time,
    /// Products with a stock, in the order of the file.
    pub series: Vec<Series>,
    /// What components and materials consist of; free of cycles.
    pub composition: Vec<Composition>,
    /// The layer of a component, material or element, where the file names one.
    pub layers: Vec<Layered>,
    /// End-of-life routes.
    pub routes: Vec<Route>,
    /// Processes.
    pub processes: Vec<Process>,
    /// Flows between processes.
    pub flows: Vec<Flow>,
    /// Uncertain parameters.
    pub uncertain: Vec<Uncertain>,
    /// Correlations of uncertain parameters.
    pub correlations: Vec<Correlation>,
    /// The same, ready to be applied to their draws.
    pub copula: Correlations,
}

impl ModelFile {
    /// Reads a model file: the model with what is worth knowing of it, or everything that is wrong with it. `files` reads
    /// the CSV files that it names.
    pub fn parse(text: &str, file: &str, files: &mut ReadFile<'_>) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        limits::of_text(text, file).map_err(|finding| vec![finding])?;
        let source = Arc::new(Text::new(file, text));
        let mut reader = Reader::new(Arc::clone(&source), files);
        let (document, mut errors) = DeTable::parse_recoverable(text);
        errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
        for error in errors {
            let hint =
                "a model file is TOML: [time] with years, and [[series]] tables with name, stock or inflow, lifetime";
            let finding = Finding::error("model-file.not-readable", error.message().to_owned()).hint(hint);
            reader.say(finding, error.span().map_or(0, |span| span.start));
        }
        let model = if any_error(&reader.findings) { None } else { read(&mut reader, document.get_ref(), source) };
        reader.close();
        let findings = reader.findings;
        match model {
            Some(model) if !any_error(&findings) => Ok((model, findings)),
            _ => Err(findings),
        }
    }

    /// The layer of a component, material or element: the one that the file names, else a material.
    pub fn layer(&self, name: &str) -> Layer {
        self.layers.iter().find(|one| one.name == name).map_or(Layer::Material, |one| one.layer)
    }
}

fn read(reader: &mut Reader<'_>, top: &DeTable<'_>, text: Arc<Text>) -> Option<ModelFile> {
    reader.known_keys(top, "the model file", &KEYS);
    format(reader, top);
    let whose = "the model";
    let name = reader.text_of(top, "name", whose);
    let note = reader.text_of(top, "note", whose);
    let source = reader.text_of(top, "source", whose);
    let time = time::read(reader, top);
    let composition = content::compositions(reader, top);
    let layers = content::layers(reader, top, &composition);
    // Without its years nothing of a series can be held against them: what else is wrong is said in the next run.
    let time = time?;
    let series = series::read(reader, top, &time, &composition);
    let routes = route::read(reader, top, &time, &series, &composition);
    let (processes, flows) = process::read(reader, top, &time, &series, &composition);
    series::names_once(reader, &series, &routes, &flows);
    let mut model = ModelFile {
        text,
        name,
        note,
        source,
        time,
        series,
        composition,
        layers,
        routes,
        processes,
        flows,
        uncertain: Vec::new(),
        correlations: Vec::new(),
        copula: Correlations::default(),
    };
    content::check(reader, &model);
    limits::of_model(reader, &model);
    // Paths are looked up among what is sound; where something is not, a path to it would be called unknown.
    if !any_error(&reader.findings) {
        uncertain::read(reader, top, &mut model);
    }
    Some(model)
}

fn format(reader: &mut Reader<'_>, top: &DeTable<'_>) {
    let Some(value) = top.get("format") else { return };
    if let Some(number) = reader.number_of(top, "format", "the model", reader::Within::Any)
        && number != 1.0
    {
        let finding = Finding::error("model-file.format", format!("format {number} is not known"));
        reader.say(
            finding.hint("this adit reads format = 1, which is meant where the key is not there"),
            value.span().start,
        );
    }
}
