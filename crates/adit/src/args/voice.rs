//! Arguments of the commands about the record of projects.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Where the record is, and the key of its heads.
#[derive(Debug, Args)]
pub struct Held {
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
    /// The key that signs heads; made if it is missing [default: FILE.head-key beside a SQLite file, else adit-head.key]
    #[arg(long, value_name = "FILE")]
    pub head_key: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Voice {
    #[command(subcommand)]
    pub command: VoiceCommand,
}

#[derive(Debug, Subcommand)]
pub enum VoiceCommand {
    /// Open the record of a project with a file that describes it
    Open(VoiceAdd),
    /// Which records are there? With a project: its entries
    List(VoiceList),
    /// Add an entry of any kind from a file
    Add(VoiceAdd),
    /// Add an answer from a file
    Answer(VoiceAdd),
    /// Add a promise from a file
    Promise(VoiceAdd),
    /// Add what has become of a promise from a file
    Status(VoiceAdd),
    /// Write the public record of a project into a file that verifies by itself
    Export(VoiceExport),
    /// Was anything in a record changed, rewritten or cut? Of a project, of the house, or of an exported file
    Verify(VoiceVerify),
    /// Enter the heads of all projects, signed, into the chain of the house, and print them
    Heads(VoiceHeads),
    /// Destroy the content of an entry, or enter that a request for it was refused
    Erase(VoiceErase),
}

#[derive(Debug, Args)]
pub struct VoiceList {
    /// A project; all of them without it
    pub project: Option<String>,
    #[command(flatten)]
    pub at: Held,
}

#[derive(Debug, Args)]
pub struct VoiceAdd {
    /// The project
    pub project: String,
    /// A TOML file: format, kind and its fields, confirmed, and [author]
    pub file: PathBuf,
    /// The file that comes with a concern or evidence: PDF, PNG, JPEG, CSV or plain text, at most 20 MB
    #[arg(long, value_name = "FILE")]
    pub attach: Option<PathBuf>,
    /// Only if this is the newest entry
    #[arg(long, value_name = "ENTRY")]
    pub after: Option<i64>,
    #[command(flatten)]
    pub at: Held,
}

#[derive(Debug, Args)]
pub struct VoiceExport {
    /// The project
    pub project: String,
    /// The file
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    #[command(flatten)]
    pub at: Held,
}

#[derive(Debug, Args)]
pub struct VoiceVerify {
    /// A project, "house", or an exported file (.jsonl)
    pub what: String,
    /// A head that was given out: its 64 digits, or the whole signed line
    #[arg(long, value_name = "HEAD")]
    pub head: Option<String>,
    /// The public key of the house, for an exported file
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
    /// The database; not needed for an exported file
    #[arg(long, value_name = "DATABASE")]
    pub db: Option<String>,
    /// The key that signs heads
    #[arg(long, value_name = "FILE")]
    pub head_key: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct VoiceHeads {
    /// A fresh key takes the place of the present one; the entry that says so is signed with both
    #[arg(long)]
    pub rotate: bool,
    #[command(flatten)]
    pub at: Held,
}

#[derive(Debug, Args)]
pub struct VoiceErase {
    /// The project
    pub project: String,
    /// The entry
    pub entry: i64,
    /// The legal ground, as "Art. 17(1)(b) GDPR"
    #[arg(long, value_name = "TEXT")]
    pub ground: String,
    /// What kind of content, never the content: as "a telephone number"
    #[arg(long, value_name = "TEXT")]
    pub content: String,
    /// The office that decided
    #[arg(long, value_name = "OFFICE")]
    pub by: String,
    /// Nothing is erased: enter that the request was refused on that ground, as "Art. 17(3)(b) GDPR"
    #[arg(long)]
    pub refuse: bool,
    #[command(flatten)]
    pub at: Held,
}

#[derive(Debug, Args)]
pub struct Db {
    #[command(subcommand)]
    pub command: DbCommand,
}

#[derive(Debug, Subcommand)]
pub enum DbCommand {
    /// Copy the record without its keys into a new file, while it is served
    Backup(DbBackup),
    /// Put a backup back into an empty database; what was erased since stays erased
    Restore(DbRestore),
    /// Copy the record with its keys into another database that is empty
    Move(DbMove),
}

#[derive(Debug, Args)]
pub struct DbBackup {
    /// The new file
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct DbRestore {
    /// The backup
    pub backup: PathBuf,
    #[command(flatten)]
    pub at: Held,
}

#[derive(Debug, Args)]
pub struct DbMove {
    /// The database to copy
    #[arg(long, value_name = "DATABASE")]
    pub from: String,
    /// The database to copy it into
    #[arg(long, value_name = "DATABASE")]
    pub to: String,
}
