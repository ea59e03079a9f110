//! Arguments of the commands about rounds.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub struct Round {
    #[command(subcommand)]
    pub command: RoundCommand,
}

#[derive(Debug, Subcommand)]
pub enum RoundCommand {
    /// Open a round that a file describes
    Open(RoundOpen),
    /// Close a round: its tally enters the record, and its result can be seen
    Close(RoundClose),
    /// Which rounds are there?
    List(RoundList),
    /// Was anything in the record of a round changed?
    Verify(RoundVerify),
}

#[derive(Debug, Args)]
pub struct RoundOpen {
    /// A TOML file with title, question, times, and groups with criteria, or statements
    pub file: PathBuf,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct RoundClose {
    /// The round
    pub round: String,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct RoundList {
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct RoundVerify {
    /// The round
    pub round: String,
    /// A head that was given out earlier, from a receipt or a page: it must still be in the chain
    #[arg(long, value_name = "HASH")]
    pub head: Option<String>,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}
