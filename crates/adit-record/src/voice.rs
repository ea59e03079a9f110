//! The public record of a project: what people fear, who answered, who promised what, was it kept.
//!
//! One [`Contribution`] is one entry of a project's chain: who says it, who wrote it down, how that was confirmed, and
//! what is [`Said`]. A [`ProjectRecord`] is what all entries together say; it is folded from them and never stored.
//! Nothing here is a score: entries are counted, never people, and nobody's words are averaged.

mod check;
mod contribution;
mod project;
mod said;
#[cfg(test)]
mod tests;

pub use check::{LONGEST_WORDS, troubles};
pub use contribution::{Author, Confirmed, Contribution, Recorder, Role};
pub use project::{Facts, Heard, Item, Load, ProjectRecord, PromiseState, Visibility};
pub use said::{
    About, Answer, Attachment, Concern, Consultation, Document, Erasure, Evidence, Kind, Measurement, Meeting, Notice,
    NoticeAnswer, Project, Promise, Quoted, Said, State, Status, Withheld,
};
