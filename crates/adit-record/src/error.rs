//! What can go wrong with the record.

use crate::chain::Flaw;
use crate::hash::Hash;
use crate::moment::Moment;
use crate::round::Trouble;

/// Why the record cannot do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecordError {
    /// The address of the database is of no kind that is known.
    #[error("\"{0}\" is no database: use sqlite:FILE or postgres://USER@HOST/NAME")]
    NoSuchKind(String),
    /// The database cannot be opened.
    #[error("the database cannot be opened: {0}")]
    Unreachable(sqlx::Error),
    /// The tables cannot be brought up to date.
    #[error("the tables of the record cannot be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The database refused or failed.
    #[error("the database failed: {0}")]
    Database(sqlx::Error),
    /// Too many others wrote at the same time; nothing was written.
    #[error("too many others wrote at the same time; nothing was recorded, please try again")]
    Busy,
    /// The operating system gives no random bytes.
    #[error("the operating system gives no random bytes: {0}")]
    NoRandomness(String),
    /// A text cannot be stored.
    #[error("what was said cannot be stored: {0}")]
    Unstorable(#[from] serde_json::Error),
    /// There is no such round.
    #[error("there is no round \"{0}\"")]
    NoSuchRound(String),
    /// A round of that name was opened before.
    #[error("there is already a round \"{0}\"")]
    RoundExists(String),
    /// The round takes no answers yet.
    #[error("the round opens on {}", .0.in_words())]
    NotYetOpen(Moment),
    /// The round takes no answers any more.
    #[error("the round takes no answers any more")]
    Over,
    /// The round was closed before.
    #[error("the round is closed already")]
    AlreadyClosed,
    /// The round is not closed yet, and nothing about its answers is told before.
    #[error("the round is not closed yet; results are told of closed rounds only")]
    NotClosed,
    /// What was said cannot be counted.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Troubles(Vec<Trouble>),
    /// The code belongs to no ballot of this round.
    #[error("this code belongs to no answer of this round")]
    UnknownCode,
    /// The round takes one answer for each participation code, and none was given.
    #[error("this round takes one answer for each code handed out for it: write the code from your slip")]
    SlipNeeded,
    /// The participation code is unknown, spent or over, or of another project: these are told alike.
    #[error("this code is not known here, was used before, or is over")]
    SlipRefused,
    /// The code has changed its ballot already, and does so once.
    #[error("this code was used already: it changes its answer once")]
    CodeUsed,
    /// A form that was sent before comes again with another answer.
    #[error("this form was sent before, with another answer")]
    AlreadySent,
    /// The chain does not hold.
    #[error("the record of this round is damaged: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Damaged(Vec<Flaw>),
    /// There is no record of such a project.
    #[error("there is no record of a project \"{0}\"")]
    NoSuchProject(String),
    /// A round about a record that not everybody may read.
    #[error("the record of \"{0}\" is confidential: a round would show that it exists")]
    ConfidentialProject(String),
    /// A statement is said to come from an entry that not everybody may read.
    #[error("the statement \"{statement}\" is said to come from entry {entry}, which the public record does not show")]
    StatementFromNowhere {
        /// The statement.
        statement: String,
        /// The entry.
        entry: i64,
    },
    /// The record of that project was opened before.
    #[error("there is already a record of the project \"{0}\"")]
    ProjectExists(String),
    /// The name of a project or the word of a kind cannot stand in a chain.
    #[error("\"{0}\" is no id: small letters, digits and hyphens, beginning with a letter or a digit")]
    NotAnId(String),
    /// Somebody else added an entry meanwhile.
    #[error(
        "entry {found} was added meanwhile: nothing was recorded; look at it, and send yours again if it still fits"
    )]
    Moved {
        /// The newest entry that was expected.
        expected: i64,
        /// The newest entry that stands.
        found: i64,
    },
    /// There is no such entry.
    #[error("there is no entry {0} in this record")]
    NoSuchEntry(i64),
    /// The content was erased before.
    #[error("the content of entry {0} is erased already")]
    AlreadyErased(i64),
    /// The content of such an entry is needed by the record itself.
    #[error("entry {0} says what was erased or opens the record; it holds no content of a person and stays")]
    NotErasable(i64),
    /// What says that a content is erased does not name it.
    #[error("what is to be recorded of the erasure does not name entry {0} in its field \"entry\"")]
    ErasureNamesAnother(i64),
    /// No file came with the entry, or it was erased.
    #[error("there is no file with entry {0}")]
    NoFile(i64),
    /// A file is not the one that its entry names.
    #[error(
        "the file of entry {0} is not the one that the entry names, or cannot be opened: it was changed or its key was lost"
    )]
    FileChanged(i64),
    /// An entry names a file, and that file was not given with it, or one was given that it does not name.
    #[error("the entry names {}, and {} was given with it", .named.as_deref().unwrap_or("no file"), .given.as_deref().unwrap_or("no file"))]
    AnotherFile {
        /// The hash of the file that the entry names.
        named: Option<String>,
        /// The hash of the file that was given.
        given: Option<String>,
    },
    /// The account has given as much as one may.
    #[error("the files of this account have {kept} MB already; together they may have {most} MB")]
    QuotaSpent {
        /// What is kept of the account, in millions of bytes.
        kept: i64,
        /// The most.
        most: i64,
    },
    /// A content cannot be sealed.
    #[error("the content is too long to be sealed")]
    Unsealable,
    /// The file of the key that signs heads cannot be used.
    #[error("the key that signs heads cannot be used: {file}: {why}")]
    HeadKey {
        /// The file.
        file: String,
        /// Why.
        why: String,
    },
    /// The house's chain names another key.
    #[error(
        "the house signs with the key {named} by its own record, and the key file holds {held}: put the former file back"
    )]
    AnotherKey {
        /// The key that the chain names.
        named: Hash,
        /// The key in the file.
        held: Hash,
    },
    /// The disk is full.
    #[error("the disk is full: nothing was recorded; make room and send it again")]
    Full,
    /// The database does not answer.
    #[error("the database does not answer: nothing is lost that was acknowledged; {0}")]
    Gone(sqlx::Error),
    /// An account that was erased before could not be erased again.
    #[error("an account that was erased before could not be erased again: {0}")]
    Unreplayed(String),
    /// A database that should hold nothing yet holds something.
    #[error("the database holds something already (in its table {0}): give one that is empty")]
    NotEmpty(String),
    /// A file that should not be there is.
    #[error("{0} is there already: give the name of a new file")]
    FileExists(String),
    /// A file is no backup.
    #[error("{file} cannot be read as a backup: {why}")]
    NoBackup {
        /// The file.
        file: String,
        /// Why.
        why: String,
    },
    /// An erasure is made, and old bytes could not be written over yet.
    #[error(
        "the erasure is made and recorded, but old bytes may still stand in the database's log until the next one: {0}"
    )]
    NotSwept(Box<RecordError>),
}
