//! What can be said in a project's record. Entries are named by their place in the chain.

use serde::{Deserialize, Serialize};

use crate::hash::Hash;
use crate::moment::Day;

/// Makes the enum of what is said with its kinds and their words, so that no list can forget one.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident($inner:ty) = $word:literal),* $(,)?) => {
        /// What an entry of a project's chain is, in its public header.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind { $($(#[$doc])* $name,)* }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word in the header.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// From the word in the header.
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.word() == word)
            }
        }

        /// What is said.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "kind")]
        pub enum Said { $($(#[$doc])* #[serde(rename = $word)] $name($inner),)* }

        impl Said {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name,)* }
            }
        }
    };
}

kinds! {
    /// The record of a project is opened, or its description is revised: the last one counts.
    Project(Project) = "project",
    /// What somebody fears, asks or wants.
    Concern(Concern) = "concern",
    /// A document or a measurement.
    Evidence(Evidence) = "evidence",
    /// An answer to a concern.
    Answer(Answer) = "answer",
    /// A promise.
    Promise(Promise) = "promise",
    /// What has become of a promise, by somebody who is named.
    Status(Status) = "status",
    /// A meeting that took place or will.
    Meeting(Meeting) = "meeting",
    /// A consultation round.
    Consultation(Consultation) = "consultation",
    /// A clerk looked at an entry of the public: it is shown.
    Shown(About) = "shown",
    /// A clerk looked at an entry of the public: it is withheld, with the reason.
    Withheld(Withheld) = "withheld",
    /// Somebody objects to an entry being withheld.
    Objection(Quoted) = "objection",
    /// The author corrects an entry; the first words stay.
    Correction(Quoted) = "correction",
    /// The author says that an entry, written down by another, is not theirs.
    Disowned(About) = "disowned",
    /// A second clerk witnesses what a first one wrote down for another.
    Witness(About) = "witness",
    /// The content of an entry was destroyed.
    Erased(Erasure) = "erased",
    /// A request to erase was refused.
    Kept(Erasure) = "kept",
    /// Somebody gives notice of unlawful content.
    Notice(Notice) = "notice",
    /// The answer to such a notice.
    NoticeAnswer(NoticeAnswer) = "notice-answer",
}

impl Said {
    /// The entry that this one speaks of, so that what is hidden of that is hidden of this.
    pub fn about(&self) -> Option<i64> {
        match self {
            // A promise comes out of a concern, and does not speak of it.
            Self::Project(_) | Self::Concern(_) | Self::Meeting(_) | Self::Consultation(_) | Self::Promise(_) => None,
            Self::Evidence(said) => said.about,
            Self::Answer(said) => Some(said.to),
            Self::Status(said) => Some(said.promise),
            Self::Shown(said) | Self::Disowned(said) | Self::Witness(said) => Some(said.entry),
            Self::Withheld(said) => Some(said.entry),
            Self::Objection(said) | Self::Correction(said) => Some(said.entry),
            Self::Erased(said) | Self::Kept(said) => Some(said.entry),
            Self::Notice(said) => Some(said.entry),
            Self::NoticeAnswer(said) => Some(said.notice),
        }
    }

    /// The file that the author gave.
    pub fn file(&self) -> Option<&Attachment> {
        match self {
            Self::Concern(said) => said.file.as_ref(),
            Self::Evidence(said) => said.file.as_ref(),
            _ => None,
        }
    }

    /// The words of the author in their language, for those kinds that have some.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Concern(said) => Some(&said.words),
            Self::Evidence(said) => Some(&said.words),
            Self::Answer(said) => Some(&said.words),
            Self::Promise(said) => Some(&said.what),
            Self::Status(said) => Some(&said.words),
            Self::Meeting(said) => Some(&said.words),
            Self::Objection(said) | Self::Correction(said) => Some(&said.words),
            Self::Notice(said) => Some(&said.words),
            Self::NoticeAnswer(said) => Some(&said.words),
            Self::Withheld(said) => Some(&said.reason),
            _ => None,
        }
    }
}

/// What a record is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Name of the project.
    pub title: String,
    /// One paragraph for people who live there.
    pub summary: String,
    /// Country, ISO 3166-1 alpha-2.
    pub country: String,
    /// NUTS region, as `PT111`.
    pub region: String,
    /// The project in the facts of adit, if it is one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<String>,
    /// The events of its permit procedure: a clock file, as it was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<String>,
    /// Days within which a clerk looks at what the public writes.
    pub look_within_days: u16,
    /// Where objections and requests go: an office, not a person.
    pub office: String,
    /// Keeps the whole record from every public page (Art. 46 of Regulation (EU) 2024/1252).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
}

/// What somebody fears, asks or wants, in their own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// A topic of the author's choice, as "water".
    pub topic: String,
    /// The words.
    pub words: String,
    /// Their language, BCP 47, as `pt`.
    pub language: String,
    /// The place that it is about, as far as the author wants to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The author agrees that the words, and the file, are public.
    pub consent: bool,
    /// A picture or a document that belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Attachment>,
}

/// A file that was given with an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// SHA-256 of the bytes that are kept, after location and device data were taken out.
    pub sha256: Hash,
    /// Its name.
    pub name: String,
    /// Its media type, by content.
    pub media: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A measured value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// What was measured, as "nitrate in well 3".
    pub what: String,
    /// The value.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// When.
    pub on: Day,
}

/// A document or a measurement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// What it shows, in the author's words.
    pub words: String,
    /// Their language, BCP 47.
    pub language: String,
    /// Who made it, where it is published.
    pub source: String,
    /// The entry that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<i64>,
    /// The file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<Attachment>,
    /// The measured value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured: Option<Measurement>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The concern.
    pub to: i64,
    /// The words.
    pub words: String,
    /// Their language, BCP 47.
    pub language: String,
    /// Entries of evidence on which the answer rests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<i64>,
}

/// A promise: whoever makes it says how anyone can see whether it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Who promises: an organisation.
    pub by: String,
    /// To whom.
    pub to: String,
    /// What.
    pub what: String,
    /// By which measurable test anyone can see whether it was kept.
    pub test: String,
    /// By when: the last day.
    pub due: Day,
    /// Language of these words, BCP 47.
    pub language: String,
    /// The rule under which it is made, as `crma-2024-1252/art-11/1/a`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obligation: Option<String>,
    /// The concern from which it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concern: Option<i64>,
    /// Keeps the promise and all that is said of it from every public page.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
}

/// What can become of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It was kept.
    Kept,
    /// It was or will be kept later than promised.
    Late,
    /// It was not kept.
    Broken,
    /// Whether it was kept is disputed.
    Disputed,
    /// Whoever made it takes it back.
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Kept, Self::Late, Self::Broken, Self::Disputed, Self::Withdrawn];

    /// The word of programs and of people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Late => "late",
            Self::Broken => "broken",
            Self::Disputed => "disputed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// From the word.
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What has become of a promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Status {
    /// The promise.
    pub promise: i64,
    /// What has become of it.
    pub state: State,
    /// Why one can say so.
    pub words: String,
    /// Their language, BCP 47.
    pub language: String,
    /// Entries of evidence; a promise is not said to be kept or broken without any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<i64>,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// What it was about.
    pub title: String,
    /// When.
    pub on: Day,
    /// Where.
    pub place: String,
    /// What was said, or what will be talked about.
    pub words: String,
    /// Their language, BCP 47.
    pub language: String,
    /// How many came, if somebody counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
}

/// A document of a consultation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Its pages, if they are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Where it can be had.
    pub address: String,
}

/// A consultation round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consultation {
    /// What is consulted on.
    pub title: String,
    /// The day it opens, which is not counted.
    pub opens: Day,
    /// The last day.
    pub closes: Day,
    /// What there is to read.
    pub documents: Vec<Document>,
}

/// An entry that another is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The entry.
    pub entry: i64,
}

/// An entry that is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The entry.
    pub entry: i64,
    /// Why.
    pub reason: String,
}

/// Words about an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// The entry.
    pub entry: i64,
    /// The words.
    pub words: String,
    /// Their language, BCP 47.
    pub language: String,
}

/// A decision on a request to erase: what kind of content, never the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// The entry.
    pub entry: i64,
    /// The legal ground, as "Art. 17(1)(b) GDPR" or "Art. 17(3)(b) GDPR".
    pub ground: String,
    /// What kind of content, as "a name and a telephone number".
    pub content: String,
    /// The office that decided.
    pub decided_by: String,
}

/// A notice of unlawful content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The entry.
    pub entry: i64,
    /// Why it would be unlawful.
    pub words: String,
    /// Language of the words, BCP 47.
    pub language: String,
}

/// The answer to a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeAnswer {
    /// The notice.
    pub notice: i64,
    /// Whether the entry is withheld for it; a withholding is an entry of its own.
    pub upheld: bool,
    /// Why.
    pub words: String,
}
