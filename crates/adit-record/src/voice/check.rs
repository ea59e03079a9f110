//! Whether something can be said: its words can be stored and read, what it is about is there, and its author is one who
//! may say it of that entry. What a role may do at all is asked before, where people are known.

use crate::attachment::{FileKind, LARGEST, NotTaken};
use crate::round::Trouble;
use crate::voice::contribution::{Contribution, Role};
use crate::voice::project::{Item, ProjectRecord};
use crate::voice::said::{Attachment, Evidence, Kind, Project, Said, State};

/// Longest text of one entry, in characters: some ten printed pages.
pub const LONGEST_WORDS: usize = 20_000;
/// Longest text of a name, a title, a topic, a place.
const LONGEST_NAME: usize = 200;
/// Most days that a clerk's look may take.
const LONGEST_LOOK: u16 = 60;

/// Everything that keeps an entry out of the record. `record` is none for the entry that opens it.
pub fn troubles(contribution: &Contribution, record: Option<&ProjectRecord>) -> Vec<Trouble> {
    let mut check = Check { record, contribution, troubles: Vec::new() };
    if contribution.format != 1 {
        check.says("format", "the format of an entry is 1");
    }
    if let Some(name) = &contribution.author.name {
        check.name("name", name);
    }
    match (&contribution.said, record) {
        (Said::Project(_), _) | (_, Some(_)) => {}
        _ => check.says("entry", "the record of this project is not open yet: its first entry describes the project"),
    }
    if let Some(file) = contribution.file() {
        check.file(file);
    }
    check.said();
    check.troubles
}

struct Check<'a> {
    record: Option<&'a ProjectRecord>,
    contribution: &'a Contribution,
    troubles: Vec<Trouble>,
}

impl Check<'_> {
    fn says(&mut self, field: &str, says: impl Into<String>) {
        self.troubles.push(Trouble::new(field, says));
    }

    fn said(&mut self) {
        let said = &self.contribution.said;
        match said {
            Said::Project(project) => self.project(project),
            Said::Concern(concern) => {
                self.name("topic", &concern.topic);
                self.words("words", &concern.words);
                self.language(&concern.language);
                if let Some(place) = &concern.place {
                    self.name("place", place);
                }
                if !concern.consent {
                    self.says("consent", "say that these words may be public, or give them to the office instead");
                }
            }
            Said::Evidence(evidence) => self.evidence(evidence),
            Said::Answer(answer) => {
                self.words("words", &answer.words);
                self.language(&answer.language);
                self.about("to", answer.to, &[Kind::Concern]);
                self.all_evidence(&answer.evidence);
            }
            Said::Promise(promise) => {
                self.name("by", &promise.by);
                self.name("to", &promise.to);
                self.words("what", &promise.what);
                self.words("test", &promise.test);
                self.language(&promise.language);
                if let Some(concern) = promise.concern {
                    self.about("concern", concern, &[Kind::Concern]);
                }
            }
            Said::Status(status) => self.status(status.promise, status.state, &status.evidence),
            Said::Meeting(meeting) => {
                self.name("title", &meeting.title);
                self.name("place", &meeting.place);
                self.words("words", &meeting.words);
                self.language(&meeting.language);
            }
            Said::Consultation(consultation) => {
                self.name("title", &consultation.title);
                if consultation.closes <= consultation.opens {
                    self.says("closes", "the last day must come after the day it opens");
                }
                for document in &consultation.documents {
                    self.name("documents", &document.title);
                    self.name("documents", &document.address);
                }
            }
            Said::Shown(about) => self.shown(about.entry),
            Said::Witness(about) => self.witness(about.entry),
            Said::Disowned(about) => {
                self.about("entry", about.entry, WRITTEN);
                if self.item(about.entry).is_some_and(|contribution| contribution.recorder.is_none()) {
                    self.says("entry", "this entry was not written down by another: correct it instead");
                }
            }
            Said::Withheld(withheld) => {
                self.about("entry", withheld.entry, WRITTEN);
                self.words("reason", &withheld.reason);
            }
            Said::Objection(said) | Said::Correction(said) => {
                self.about("entry", said.entry, WRITTEN);
                self.words("words", &said.words);
                self.language(&said.language);
            }
            Said::Erased(erasure) | Said::Kept(erasure) => {
                self.about("entry", erasure.entry, WRITTEN);
                self.name("ground", &erasure.ground);
                self.name("content", &erasure.content);
                self.name("decided_by", &erasure.decided_by);
            }
            Said::Notice(notice) => {
                self.about("entry", notice.entry, WRITTEN);
                self.words("words", &notice.words);
                self.language(&notice.language);
            }
            Said::NoticeAnswer(answer) => {
                self.about("notice", answer.notice, &[Kind::Notice]);
                self.words("words", &answer.words);
            }
        }
        if let Said::Status(status) = said {
            self.words("words", &status.words);
            self.language(&status.language);
        }
    }

    fn project(&mut self, project: &Project) {
        self.name("title", &project.title);
        self.words("summary", &project.summary);
        self.name("office", &project.office);
        if project.country.len() != 2 || !project.country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            self.says("country", "write the two letters of the country, as PT");
        }
        let region = project.region.as_bytes();
        if !(2..=5).contains(&region.len()) || !region.iter().all(u8::is_ascii_alphanumeric) {
            self.says("region", "write the NUTS code of the region, as PT11");
        }
        if !(1..=LONGEST_LOOK).contains(&project.look_within_days) {
            self.says("look_within_days", format!("write a number of days from 1 to {LONGEST_LOOK}"));
        }
    }

    /// Who promised and who judges are different accounts; whoever promised may say that it will be late, or take it back.
    fn status(&mut self, promise: i64, state: State, evidence: &[i64]) {
        self.about("promise", promise, &[Kind::Promise]);
        self.all_evidence(evidence);
        let author = &self.contribution.author;
        let promised = self.item(promise).map(|promise| promise.author.account);
        let own = author.account.is_some() && promised == Some(author.account);
        if own && !matches!(state, State::Late | State::Withdrawn) {
            self.says(
                "state",
                "whoever made a promise does not judge it: they may say that it is late, or withdraw it",
            );
        }
        if !own && state == State::Withdrawn {
            self.says("state", "a promise is withdrawn by the account that made it");
        }
        if author.role == Role::Clerk {
            self.says("state", "a clerk does not say what became of a promise");
        }
        if author.role == Role::Participant && state != State::Disputed {
            self.says("state", "a participant may say that a promise is disputed");
        }
        if matches!(state, State::Kept | State::Broken) && evidence.is_empty() {
            self.says("evidence", "name at least one entry of evidence: first add the evidence, then say this");
        }
    }

    /// Two clerks, each with their own account.
    fn witness(&mut self, entry: i64) {
        self.about("entry", entry, WRITTEN);
        let account = self.contribution.author.account;
        let recorder = self.item(entry).and_then(|contribution| contribution.recorder.as_ref());
        match recorder.map(|recorder| recorder.account) {
            None => self.says("entry", "this entry was not written down by a clerk for another"),
            Some(wrote) if Some(wrote) == account => self.says("entry", "the witness is another clerk than the writer"),
            Some(_) => {}
        }
    }

    fn item(&self, entry: i64) -> Option<&Contribution> {
        self.record.and_then(|record| record.item(entry)).and_then(|item| item.heard.contribution.as_ref())
    }

    /// What an entry is about must be there, be of the right kind, and not be erased.
    fn about(&mut self, field: &str, entry: i64, kinds: &[Kind]) {
        let Some(record) = self.record else { return };
        let found = record.item(entry).map(|item| (item.heard.kind, item.heard.contribution.is_some()));
        match found {
            Some((kind, true)) if kinds.contains(&kind) => {}
            Some((_, false)) => self.says(field, format!("the content of entry {entry} was erased")),
            Some((kind, true)) => self.says(field, format!("entry {entry} is a {}: choose another", kind.word())),
            None => self.says(field, format!("there is no entry {entry} in this record")),
        }
    }

    fn evidence(&mut self, evidence: &Evidence) {
        self.name("title", &evidence.title);
        self.words("words", &evidence.words);
        self.name("source", &evidence.source);
        self.language(&evidence.language);
        if let Some(about) = evidence.about {
            self.about("about", about, &[Kind::Concern, Kind::Answer, Kind::Promise, Kind::Status]);
        }
        if let Some(measured) = &evidence.measured {
            self.name("measured", &measured.what);
            self.name("unit", &measured.unit);
            if !measured.value.is_finite() {
                self.says("value", "write the measured value as a number");
            }
        }
    }

    fn shown(&mut self, entry: i64) {
        self.about("entry", entry, WRITTEN);
        if self.record.and_then(|record| record.item(entry)).is_some_and(Item::waits_for_witness) {
            let says = "a clerk wrote this entry down for another, without a scan: a second clerk witnesses it first";
            self.says("entry", says);
        }
    }

    fn file(&mut self, file: &Attachment) {
        self.name("file", &file.name);
        if !FileKind::ALL.iter().any(|kind| kind.media_type() == file.media) {
            self.says(
                "file",
                format!("\"{}\" is no kind of file that is taken: PDF, PNG, JPEG, CSV, plain text", file.media),
            );
        }
        if usize::try_from(file.bytes).map_or(true, |bytes| bytes > LARGEST) {
            self.says("file", NotTaken::TooLarge.to_string());
        }
    }

    fn all_evidence(&mut self, entries: &[i64]) {
        for &entry in entries {
            self.about("evidence", entry, &[Kind::Evidence]);
        }
    }

    fn name(&mut self, field: &str, text: &str) {
        self.text(field, text, LONGEST_NAME);
        if text.contains('\n') {
            self.says(field, "write this in one line");
        }
    }

    fn words(&mut self, field: &str, text: &str) {
        self.text(field, text, LONGEST_WORDS);
    }

    fn text(&mut self, field: &str, text: &str, longest: usize) {
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.says(field, "this is empty: write something here");
        } else if length > longest {
            self.says(
                field,
                format!("this has {length} characters; write at most {longest}, or give the rest as a file"),
            );
        }
        if let Some(control) = text.chars().find(|&one| one.is_control() && !matches!(one, '\n' | '\t')) {
            let code = u32::from(control);
            self.says(
                field,
                format!("this holds a control character (U+{code:04X}) that cannot be shown: take it out"),
            );
        }
    }

    fn language(&mut self, language: &str) {
        let first = language.split('-').next().unwrap_or("");
        let fits = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase());
        if !fits || language.len() > 20 || !language.split('-').all(|part| !part.is_empty() && is_tag(part)) {
            self.says("language", "write the language as a tag: en, pt, fi, sr-Latn");
        }
    }
}

fn is_tag(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Kinds whose content somebody wrote, so that it can be looked at, withheld, corrected and erased.
const WRITTEN: &[Kind] = &[
    Kind::Concern,
    Kind::Evidence,
    Kind::Answer,
    Kind::Promise,
    Kind::Status,
    Kind::Meeting,
    Kind::Objection,
    Kind::Correction,
    Kind::Notice,
];
