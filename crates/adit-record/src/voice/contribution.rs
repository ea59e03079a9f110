//! One entry of a project's record as it is stored: who says it, who wrote it down, and what is said.

use serde::{Deserialize, Serialize};

use crate::error::RecordError;
use crate::voice::said::{Attachment, Kind, Said};

/// In which capacity somebody speaks or acts. A reader needs no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Anyone who takes part under a pseudonym, or under none.
    Participant,
    /// Writes down what others say, looks at what comes in, hands out codes.
    Clerk,
    /// Speaks for the promoter.
    Company,
    /// Speaks for a public authority.
    Authority,
    /// Keeps the project's description, its clock and its consultations.
    Editor,
    /// Gives and takes roles, and decides on erasure.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] =
        [Self::Participant, Self::Clerk, Self::Company, Self::Authority, Self::Editor, Self::Administrator];

    /// The word of programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Clerk => "clerk",
            Self::Company => "company",
            Self::Authority => "authority",
            Self::Editor => "editor",
            Self::Administrator => "administrator",
        }
    }

    /// From the word of programs.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// How it is known that the author is who wrote this. It is shown with every entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confirmed {
    /// By signing in.
    Account,
    /// By a code that was handed out.
    Code,
    /// By a clerk who took it down from paper or speech.
    Clerk,
    /// In no way.
    None,
}

impl Confirmed {
    /// The word of programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Code => "code",
            Self::Clerk => "clerk",
            Self::None => "none",
        }
    }
}

/// Who says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// In which capacity.
    pub role: Role,
    /// A pseudonym of the author's choice, or the organisation for which they speak; none if they would rather give none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The number of the account, which says nothing without the table of accounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<i64>,
}

/// Who wrote it down for the author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorder {
    /// The clerk's name of office.
    pub name: String,
    /// The number of the clerk's account.
    pub account: i64,
    /// Where and how it was said, as "on paper, village hall, 3 March".
    pub how: String,
    /// The paper itself, for those who look after the record: it shows a hand, often a name, and is never public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan: Option<Attachment>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// Version of these words.
    pub format: u8,
    /// What is said.
    #[serde(flatten)]
    pub said: Said,
    /// By whom.
    pub author: Author,
    /// By whom it was written down, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorder: Option<Recorder>,
    /// How the author was confirmed.
    pub confirmed: Confirmed,
}

impl Contribution {
    /// What somebody says for themselves.
    pub fn new(said: Said, author: Author, confirmed: Confirmed) -> Self {
        Self { format: 1, said, author, recorder: None, confirmed }
    }

    /// Its kind, which stands in the public header.
    pub fn kind(&self) -> Kind {
        self.said.kind()
    }

    /// The one file that came with it: of the author, or the scan of what was written down for them.
    pub fn file(&self) -> Option<&Attachment> {
        self.said.file().or_else(|| self.recorder.as_ref()?.scan.as_ref())
    }

    /// The bytes that are stored and committed to.
    pub fn stored(&self) -> Result<Vec<u8>, RecordError> {
        Ok(serde_json::to_vec(self)?)
    }

    /// From stored bytes; none if they are no contribution that this version knows.
    pub fn read(stored: &[u8]) -> Option<Self> {
        serde_json::from_slice(stored).ok()
    }
}
