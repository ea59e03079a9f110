//! The command line as clap sees it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

mod law;
mod people;
mod round;
mod serve;
mod voice;

pub use law::{Clock, Obligations, Plan};
pub use people::{
    At, People, PeopleAdd, PeopleCodes, PeopleCommand, PeopleErase, PeopleExport, PeopleLetter, PeopleList, PeopleOne,
    PeopleRole, PeopleTrail,
};
pub use round::{Round, RoundClose, RoundCommand, RoundList, RoundOpen, RoundVerify};
pub use serve::Serve;
pub use voice::{
    Db, DbCommand, Held, Voice, VoiceAdd, VoiceCommand, VoiceErase, VoiceExport, VoiceHeads, VoiceList, VoiceVerify,
};

/// Numbers you can walk into: raw-material supply risk for Europe, by the official method, down to its sources.
#[derive(Debug, Parser)]
#[command(name = "adit", version, arg_required_else_help = true, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Global {
    /// The workspace to use; without it, the present folder if it has an adit.toml, else the built-in data alone
    #[arg(long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// How to print: tables for people, json and csv for programs
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Seed of the draws
    #[arg(long, global = true, value_name = "N", default_value_t = adit_answer::question::DEFAULT_SEED)]
    pub seed: u64,
    /// Nothing but the answer: no notes, no progress
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// How high are supply risk and economic importance, and what would change them?
    Risk(Risk),
    /// Does the published result follow from its own inputs?
    Audit(Audit),
    /// What flows to what: a material's chain into the Union, and what comes back?
    Chain(Chain),
    /// What is in a region, which chains does it belong to, and what do its projects change?
    Region(Region),
    /// What do regions change in Europe's official numbers, alone and together?
    Together(Together),
    /// How far is Europe from its four benchmarks, and which projects carry them?
    Benchmarks(Benchmarks),
    /// What will be needed, what is in use, what comes back, and how sure is that?
    Outlook(Outlook),
    /// What is a project worth, to whom, and how sure is that?
    Appraise(Appraise),
    /// Which projects together, in which regions, with which money?
    Choose(Choose),
    /// Whose priorities does a choice serve? Rank acceptability over people's weights, by group
    Weigh(Weigh),
    /// What does the law require of a project by when, and who is late?
    Clock(Clock),
    /// What is due under the Critical Raw Materials Act, and for whom?
    Obligations(Obligations),
    /// Did a plan do what Art. 13 asks: consider critical raw materials projects, on which land?
    Plan(Plan),
    /// How exposed is a country, by a second, independent method?
    Geopolrisk(Geopolrisk),
    /// Where does this number come from?
    Why(Why),
    /// Which single input, at which value, would take the material on or off the list?
    Flip(Flip),
    /// If this figure is right, which single input must have been another?
    Explain(Explain),
    /// What does adit know, and from whom?
    Facts(Facts),
    /// Start a workspace of one's own
    Init(Init),
    /// Is everything in the workspace in order?
    Check(Check),
    /// Read a publisher's own files into tables of facts
    Import(Import),
    /// Rounds in which people say what matters to them: open, close, list, verify
    Round(Round),
    /// People of the record: accounts, roles, participation codes, the trail of acts
    People(People),
    /// The record of a project: concerns, answers, promises and what became of them
    Voice(Voice),
    /// Copies of what the record holds: back up, restore, move to another database
    Db(Db),
    /// Open the rooms in the browser
    Serve(Serve),
}

/// What shapes the numbers of a study.
#[derive(Debug, Args, Default)]
pub struct Study {
    /// Edition of the study [default: ec-2023]
    #[arg(long, value_name = "EDITION")]
    pub edition: Option<String>,
    /// Years of the governance mean, as 2016-2020 or 2019 [default: 2016-2020]
    #[arg(long, value_name = "YEARS")]
    pub governance: Option<String>,
    /// Bounds and draws include the World Bank's standard errors
    #[arg(long)]
    pub governance_error: bool,
    /// Compute under this scope instead of the published one: both, gs or eus
    #[arg(long, value_name = "SCOPE")]
    pub scope: Option<String>,
    /// Changes to facts from a scenario file
    #[arg(long, value_name = "FILE")]
    pub scenario: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Risk {
    /// A material by id or name; all of the edition without it
    pub material: Option<String>,
    #[command(flatten)]
    pub study: Study,
    /// Only this stage: extraction or processing
    #[arg(long, value_name = "STAGE")]
    pub stage: Option<String>,
    /// Draw this often: how often the rule of the list is met
    #[arg(long, value_name = "N")]
    pub draws: Option<usize>,
    /// A place takes a share of EU sourcing, as FI=0.25 (repeatable)
    #[arg(long, value_name = "PLACE=SHARE")]
    pub add: Vec<String>,
    /// A supplier is gone, as CN (repeatable)
    #[arg(long, value_name = "PLACE")]
    pub without: Vec<String>,
    /// Another end-of-life recycling input rate, as 0.2
    #[arg(long, value_name = "SHARE")]
    pub recycling: Option<String>,
    /// Write the changes of this call as a scenario file
    #[arg(long, value_name = "FILE")]
    pub write_scenario: Option<PathBuf>,
    /// Draw the criticality matrix in the terminal
    #[arg(long)]
    pub plot: bool,
    /// Show the ids that `adit why` opens
    #[arg(long)]
    pub ids: bool,
}

#[derive(Debug, Args)]
pub struct Audit {
    /// An edition (ec-2023) or a CSV file with the columns `material,stage,scope,hhi_gs,hhi_eus,ir,eol_rir,si_sr,sr`
    pub study: String,
    /// Years of the governance mean, as 2016-2020 or 2019 [default: 2016-2020]
    #[arg(long, value_name = "YEARS")]
    pub governance: Option<String>,
    /// Show every row, also those within rounding
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct Chain {
    /// A material by id or name
    pub material: String,
    /// Year [default: the latest with production and trade]
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,
    /// Only what this region has and could connect to
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// Every link
    #[arg(long)]
    pub links: bool,
}

#[derive(Debug, Args)]
pub struct Region {
    /// A NUTS code (2024 or 2021), a name, or a region of the REMIX project
    pub region: String,
}

#[derive(Debug, Args)]
pub struct Together {
    /// The regions, by code or name, separated by commas (repeatable)
    #[arg(long, value_name = "A,B,C", required = true)]
    pub regions: Vec<String>,
    /// A material by id or name [default: that of most projects there]
    #[arg(long, value_name = "MATERIAL")]
    pub material: Option<String>,
    /// sr, extraction, processing, recycling or single-country [default: sr]
    #[arg(long, value_name = "MEASURE")]
    pub measure: Option<String>,
    /// Play one stage: extraction or processing [default: the official figure, the higher stage]
    #[arg(long, value_name = "STAGE")]
    pub stage: Option<String>,
    /// Year, to 2040 [default: 2030]
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,
    /// proportional, largest-first, worst-governed-first or imports-only [default: proportional]
    #[arg(long, value_name = "RULE")]
    pub displacement: Option<String>,
    /// EU supply in tonnes contained, where adit does not know it or you know better
    #[arg(long, value_name = "TONNES", allow_negative_numbers = true)]
    pub supply: Option<String>,
    /// Every project is built and runs, instead of what is expected of it
    #[arg(long)]
    pub all_built: bool,
    /// A project is left out (repeatable)
    #[arg(long, value_name = "PROJECT")]
    pub without: Vec<String>,
    /// The figure to be reached, as 4.0 for a supply risk or 0.4 for 40 %
    #[arg(long, value_name = "FIGURE", allow_negative_numbers = true)]
    pub target: Option<String>,
    /// Draw which projects succeed this often
    #[arg(long, value_name = "N")]
    pub draws: Option<usize>,
    /// Show every coalition; with --format csv the table of coalitions
    #[arg(long)]
    pub coalitions: bool,
}

#[derive(Debug, Args)]
pub struct Benchmarks {
    /// Year, to 2040 [default: 2030]
    #[arg(long, value_name = "YEAR")]
    pub year: Option<String>,
    /// By the Act's definition (act) or by the proxies used elsewhere (proxy) [default: act]
    #[arg(long, value_name = "WORD")]
    pub definition: Option<String>,
    /// A project fails (repeatable)
    #[arg(long, value_name = "PROJECT")]
    pub without: Vec<String>,
    /// Draw projects, demand and recoveries this often
    #[arg(long, value_name = "N")]
    pub draws: Option<usize>,
    /// Every project; with --format csv the table of projects
    #[arg(long)]
    pub projects: bool,
}

#[derive(Debug, Args)]
pub struct Outlook {
    /// A case (eu-batteries), a model file (cars.toml), or a material to find its cases; all cases without it
    pub what: Option<String>,
    /// Draw what is uncertain this often
    #[arg(long, value_name = "N")]
    pub draws: Option<usize>,
    /// Move a lever of a case, by 2035 or the year said, as collection=0.9@2040; or set a number of a model file
    /// (repeatable)
    #[arg(long, value_name = "LEVER=VALUE", allow_hyphen_values = true)]
    pub set: Vec<String>,
    /// plain, latin-hypercube or sobol [default: plain]
    #[arg(long, value_name = "KIND")]
    pub sampling: Option<String>,
    /// Only this material of a case (repeatable)
    #[arg(long, value_name = "MATERIAL")]
    pub material: Vec<String>,
    /// Estimate what comes back in a region and near it
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// How far away a neighbour of the region may be, between centre points [default: 300]
    #[arg(long, value_name = "KM", allow_hyphen_values = true)]
    pub within: Option<String>,
    /// What goes where in this year, for one material
    #[arg(long, value_name = "YEAR")]
    pub flows: Option<u16>,
    /// Every assumption in every year, with source and reason
    #[arg(long)]
    pub assumptions: bool,
    /// Stock and outflow by cohort (model files)
    #[arg(long)]
    pub cohorts: bool,
    /// Write all lines and years (or the flows, or the assumptions) into a file: .csv, .xlsx or .parquet
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Appraise {
    /// A project by id, or an appraisal of your own (mine.toml); without it the projects that can be appraised
    pub project: Option<String>,
    /// Draw what is uncertain this often [default: 1000; 0 for the base case alone]
    #[arg(long, value_name = "N")]
    pub draws: Option<usize>,
    /// Another value for an input, as capital=800 (repeatable)
    #[arg(long, value_name = "INPUT=VALUE", allow_hyphen_values = true)]
    pub set: Vec<String>,
    /// Only this public instrument, with its size if wanted, as grant=120 (repeatable)
    #[arg(long, value_name = "KIND[=SIZE]")]
    pub instrument: Vec<String>,
    /// Money of the first year, real rates (the default)
    #[arg(long, conflicts_with = "nominal")]
    pub real: bool,
    /// Nominal money and rates
    #[arg(long)]
    pub nominal: bool,
    /// Discount rate of that money, as 0.08
    #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
    pub discount: Option<String>,
    /// How prices move: geometric or mean-reverting [default: as calibrated]
    #[arg(long, value_name = "PROCESS")]
    pub process: Option<String>,
    /// Every input with source and reason; with --format csv the table of inputs
    #[arg(long, conflicts_with = "lines")]
    pub inputs: bool,
    /// Every line item in every year; with --format csv the table of line items
    #[arg(long)]
    pub lines: bool,
    /// Write the base case into a workbook with live formulas (.xlsx), or all line items into a .csv or .parquet
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Choose {
    /// A portfolio by id, or a file of your own (PORTFOLIO.toml); all portfolios without it
    pub portfolio: Option<String>,
    /// Another budget, million euro, of one year if said, as jtf=200 or jtf=50@2028 (repeatable)
    #[arg(long, value_name = "FUND=MEUR[@YEAR]")]
    pub budget: Vec<String>,
    /// Another limit for a rule, or none, as carbon=900 or carbon=off (repeatable)
    #[arg(long, value_name = "RULE=LIMIT", allow_hyphen_values = true)]
    pub rule: Vec<String>,
    /// A project must be chosen (repeatable)
    #[arg(long, value_name = "PROJECT")]
    pub with: Vec<String>,
    /// A project must not be chosen (repeatable)
    #[arg(long, value_name = "PROJECT")]
    pub without: Vec<String>,
    /// The Pareto front of two measures, as npv,public
    #[arg(long, value_name = "A,B", conflicts_with_all = ["robust", "near"])]
    pub front: Option<String>,
    /// At most this many points of the front [default: 12]
    #[arg(long, value_name = "N", requires = "front")]
    pub points: Option<usize>,
    /// The choice that stands over the draws: expected, worst or regret (repeatable)
    #[arg(long, value_name = "VIEW", conflicts_with = "near")]
    pub robust: Vec<String>,
    /// Draws of a robust choice [default: 200]
    #[arg(long, value_name = "N", requires = "robust")]
    pub draws: Option<usize>,
    /// At most this many sets that are nearly as good
    #[arg(long, value_name = "N")]
    pub near: Option<usize>,
    /// They may be worse by this share [default: 0.05]
    #[arg(long, value_name = "SHARE", requires = "near")]
    pub within: Option<String>,
    /// Stop after this many seconds with the best set found, its bound and gap [default: 60]
    #[arg(long, value_name = "SECONDS")]
    pub time_limit: Option<String>,
    /// Stop when the set is proved to be this near to the best, as 0.01 [default: 0.0001]
    #[arg(long, value_name = "SHARE")]
    pub gap: Option<String>,
    /// Write the mixed-integer programme in free MPS form, for other solvers
    #[arg(long, value_name = "FILE")]
    pub write_model: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Weigh {
    /// A portfolio by id, or a file of your own (PORTFOLIO.toml), whose projects are weighed
    pub portfolio: Option<String>,
    /// Criteria: a column `alternative` and one for each criterion, scaled, higher is better; CSV or xlsx
    #[arg(long, value_name = "FILE", conflicts_with = "portfolio")]
    pub criteria: Option<PathBuf>,
    /// Weights: one weight vector a row, columns as in the criteria, and if wanted participant and group; CSV or xlsx. Of
    /// a portfolio without them: all weights that are possible
    #[arg(long, value_name = "FILE")]
    pub weights: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Geopolrisk {
    /// A material by id or name; all without it
    pub material: Option<String>,
    /// Only this country, or EU27 [default for tables: EU27]
    #[arg(long, value_name = "PLACE")]
    pub country: Option<String>,
    /// Only this year
    #[arg(long, value_name = "YEAR")]
    pub year: Option<u16>,
}

#[derive(Debug, Args)]
pub struct Why {
    /// Id of a number (risk.sr/magnesium) or key of a fact (recycling/ec-2023/lithium/eol-rir)
    pub id: String,
    /// Every arithmetic step as well
    #[arg(long)]
    pub steps: bool,
    /// How deep the tree is printed
    #[arg(long, value_name = "LEVELS")]
    pub depth: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Flip {
    /// A material by id or name
    pub material: String,
    #[command(flatten)]
    pub study: Study,
    /// At most this many flips
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Explain {
    /// A material by id or name
    pub material: String,
    /// The stage: extraction or processing
    #[arg(long, value_name = "STAGE")]
    pub stage: String,
    /// The supply risk to be reached
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub target: f64,
    #[command(flatten)]
    pub study: Study,
}

#[derive(Debug, Args)]
pub struct Facts {
    /// A table, the key of a fact, or `sources`; the tables without it
    pub what: Option<String>,
    /// Only rows whose key begins with these parts, as ec-2023/lithium
    #[arg(long, value_name = "PARTS")]
    pub under: Option<String>,
    /// At most this many facts
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Init {
    /// The folder to make
    pub dir: PathBuf,
}

#[derive(Debug, Args)]
pub struct Check {
    /// Write adit.lock: the hashes of everything that results come from
    #[arg(long)]
    pub lock: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    /// Whose files: baci, ec-annex, eurostat, icmm, nuts, usgs-mcs, wgi or wmd
    pub source: String,
    /// The publisher's own files
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Folder to write the tables into; printed without it
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}
