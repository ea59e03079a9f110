//! Facts with their sources: what is known, who published it, and where it stands there.
//!
//! The European data package (`data/`, compiled in) is a set of tables; every cell that holds a number is a **fact**
//! with a stable key, a value, the bounds that its printed precision implies, a source and a locator. A workspace lays
//! its own rows over the base; the overridden value is kept and reported as a conflict.
//!
//! Everything that comes from outside (CSV, TOML, publishers' files) is parsed here, at the door, and nowhere else.

pub mod chain;
pub mod changes;
pub mod choose;
pub mod door;
pub mod embedded;
pub mod finding;
mod fingerprint;
pub mod geo;
pub mod import;
pub mod key;
pub mod law;
pub mod outlook;
pub mod package;
pub mod printed;
pub mod schema;
pub mod source;
pub mod study;
pub mod study_file;
pub mod suggest;
pub mod table;
mod toml_reader;
pub mod vocabulary;
pub mod workspace;

pub use changes::{Amount, Change, Changes, Operation};
pub use finding::{Finding, Severity};
pub use import::{ImportSource, ImportedTable, import};
pub use key::FactKey;
pub use package::{FactView, Package, PackageError};
pub use printed::Printed;
pub use source::Source;
pub use table::{FactRef, Table};
pub use vocabulary::{Country, Material, Scope, Stage, Vocabulary};
pub use workspace::Workspace;
