//! Arguments of the commands about people.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub struct People {
    #[command(subcommand)]
    pub command: PeopleCommand,
}

#[derive(Debug, Subcommand)]
pub enum PeopleCommand {
    /// Make an account; the password is read from the terminal or from standard input
    Add(PeopleAdd),
    /// Which accounts are there, and what do they hold?
    List(PeopleList),
    /// Give an account a role
    Grant(PeopleRole),
    /// Take a role from an account
    Revoke(PeopleRole),
    /// End every session of an account and let it sign in no more
    Disable(PeopleOne),
    /// Everything that is kept of an account, as JSON
    Export(PeopleExport),
    /// Erase an account: what it said stays in the record under its pseudonym
    Erase(PeopleErase),
    /// Make participation codes to hand out at a meeting
    Codes(PeopleCodes),
    /// Print a letter with a code, with which the holder of an account chooses a new password
    Letter(PeopleLetter),
    /// The trail of acts: who did what, when, and whether it was allowed
    Trail(PeopleTrail),
}

/// Where a role is held.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub struct At {
    /// In this project
    #[arg(long, value_name = "ID")]
    pub project: Option<String>,
    /// In every project of this region, by NUTS code
    #[arg(long, value_name = "CODE")]
    pub region: Option<String>,
    /// Everywhere
    #[arg(long)]
    pub everywhere: bool,
}

#[derive(Debug, Args)]
pub struct PeopleAdd {
    /// The name to sign in by
    pub name: String,
    /// participant, clerk, company, authority, editor or administrator
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    #[command(flatten)]
    pub at: At,
    /// The pseudonym under which the account speaks [default: the sign-in name]
    #[arg(long, value_name = "P")]
    pub pseudonym: Option<String>,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct PeopleList {
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct PeopleRole {
    /// The name that the account signs in by
    pub name: String,
    /// participant, clerk, company, authority, editor or administrator
    #[arg(long, value_name = "ROLE")]
    pub role: String,
    #[command(flatten)]
    pub at: At,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct PeopleOne {
    /// The name that the account signs in by, or its number
    pub name: String,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct PeopleExport {
    #[command(flatten)]
    pub one: PeopleOne,
    /// Write it into this file
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct PeopleErase {
    #[command(flatten)]
    pub one: PeopleOne,
    /// Yes, erase it; it cannot be undone
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct PeopleCodes {
    /// The project
    pub project: String,
    /// How many, at most 1000
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub count: usize,
    /// The day until which they are good, in UTC [default: 30 days from now]
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Write them into this file: a sheet to print (.html) or a table (.csv)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct PeopleTrail {
    /// Only of this project
    #[arg(long, value_name = "ID")]
    pub project: Option<String>,
    /// Only of the account of this number
    #[arg(long, value_name = "NUMBER")]
    pub account: Option<i64>,
    /// At most this many, the newest first
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: u32,
    /// The database: sqlite:FILE or <postgres://USER@HOST/NAME>
    #[arg(long, value_name = "DATABASE")]
    pub db: String,
}

#[derive(Debug, Args)]
pub struct PeopleLetter {
    #[command(flatten)]
    pub one: PeopleOne,
    /// A file for the letter, as .txt; printed without it
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}
