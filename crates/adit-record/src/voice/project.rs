//! What all entries of a project say together: concerns with their answers, promises with what became of them, what is
//! still open and for how long. Folded from the entries in their order; nothing of it is stored.

use std::collections::BTreeMap;

use crate::hash::Hash;
use crate::moment::{Day, Moment};
use crate::voice::contribution::{Contribution, Role};
use crate::voice::said::{Consultation, Kind, Project, Promise, Said, State};

/// An entry as it is read from the chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// Its place in the chain.
    pub sequence: i64,
    /// Its kind, by the public header.
    pub kind: Kind,
    /// When it came.
    pub at: Moment,
    /// Its hash.
    pub hash: Hash,
    /// What it says; none if that was erased.
    pub contribution: Option<Contribution>,
}

/// Whether readers see an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// A clerk has not looked at it yet.
    Waiting,
    /// Everybody sees it.
    Shown,
    /// A clerk withheld it; the entry that says so.
    Withheld(i64),
    /// Its content was destroyed; the entry that says so.
    Erased(i64),
}

/// An entry, and what later ones say about it. All numbers are places in the chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The entry.
    pub heard: Heard,
    /// Whether readers see it.
    pub visibility: Visibility,
    /// Answers to it, evidence about it, promises out of it.
    pub answers: Vec<i64>,
    /// Evidence about it.
    pub evidence: Vec<i64>,
    /// Promises that came out of it.
    pub promises: Vec<i64>,
    /// What was said to have become of it, if it is a promise.
    pub statuses: Vec<i64>,
    /// Corrections by its author.
    pub corrections: Vec<i64>,
    /// Objections to its being withheld.
    pub objections: Vec<i64>,
    /// Notices of unlawful content, or the answers to this notice.
    pub notices: Vec<i64>,
    /// The second clerk who witnessed it.
    pub witness: Option<i64>,
    /// The author said that it is not theirs.
    pub disowned: Option<i64>,
}

impl Item {
    /// What it says, unless it was erased.
    pub fn said(&self) -> Option<&Said> {
        self.heard.contribution.as_ref().map(|contribution| &contribution.said)
    }

    /// A clerk wrote it down for another, with neither the paper nor, yet, a second clerk to say that it is what was said.
    pub fn waits_for_witness(&self) -> bool {
        let recorder = self.heard.contribution.as_ref().and_then(|contribution| contribution.recorder.as_ref());
        recorder.is_some_and(|recorder| recorder.scan.is_none()) && self.witness.is_none()
    }

    /// The day it came.
    pub fn day(&self) -> Day {
        self.heard.at.date()
    }
}

/// Where a promise is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    /// Its last day is not over.
    Open {
        /// Days until it is over; 0 on the last day.
        days: i64,
    },
    /// Its last day is over and nobody has said what became of it.
    Overdue {
        /// Days since the last day.
        days: i64,
    },
    /// Somebody said what became of it: the entry says who, and on which evidence.
    Said {
        /// What.
        state: State,
        /// Where.
        entry: i64,
    },
}

/// How much there was to read in a consultation, and how long.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Load {
    /// Pages, of the documents whose pages are known.
    pub pages: u32,
    /// Documents whose pages nobody stated.
    pub uncounted: usize,
    /// Calendar days, the opening day not counted.
    pub days: i64,
}

impl Load {
    /// Of a consultation.
    pub fn of(consultation: &Consultation) -> Self {
        Self {
            pages: consultation.documents.iter().filter_map(|document| document.pages).sum(),
            uncounted: consultation.documents.iter().filter(|document| document.pages.is_none()).count(),
            days: consultation.closes.days_since(consultation.opens),
        }
    }
}

/// Counted facts about how people were heard. They are shown one beside the other and never summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Concerns that readers see.
    pub concerns: usize,
    /// Of these, with an answer.
    pub answered: usize,
    /// Days from a concern to its first answer, the middle one of those answered.
    pub median_days_to_answer: Option<i64>,
    /// Entries that wait for a clerk's look.
    pub waiting: usize,
    /// Of these, longer than was promised.
    pub waiting_too_long: usize,
    /// Entries that are withheld, with a reason each.
    pub withheld: usize,
    /// Meetings that took place.
    pub meetings: usize,
    /// Promises that readers see.
    pub promises: usize,
    /// Of these, overdue.
    pub overdue: usize,
    /// Of these, said to be kept.
    pub kept: usize,
    /// Of these, said to be broken.
    pub broken: usize,
}

/// What all entries of a project say together.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectRecord {
    /// Name of the project in addresses.
    pub id: String,
    /// Its description, the last that was given.
    pub project: Project,
    items: BTreeMap<i64, Item>,
}

impl ProjectRecord {
    /// Folds entries in the order of the chain; none if no entry describes the project.
    pub fn of(id: &str, heard: impl IntoIterator<Item = Heard>) -> Option<Self> {
        let mut record: Option<Self> = None;
        for one in heard {
            if let Some(record) = &mut record {
                record.hear(one);
            } else if let Some(Said::Project(project)) = one.contribution.as_ref().map(|said| said.said.clone()) {
                let mut new = Self { id: id.to_owned(), project, items: BTreeMap::new() };
                new.hear(one);
                record = Some(new);
            }
        }
        record
    }

    /// Adds the next entry.
    pub fn hear(&mut self, heard: Heard) {
        let sequence = heard.sequence;
        let visibility = first_visibility(&heard);
        if let Some(contribution) = &heard.contribution {
            self.relate(sequence, contribution);
        }
        let item = Item {
            heard,
            visibility,
            answers: Vec::new(),
            evidence: Vec::new(),
            promises: Vec::new(),
            statuses: Vec::new(),
            corrections: Vec::new(),
            objections: Vec::new(),
            notices: Vec::new(),
            witness: None,
            disowned: None,
        };
        self.items.insert(sequence, item);
    }

    fn relate(&mut self, sequence: i64, contribution: &Contribution) {
        match &contribution.said {
            Said::Project(project) => self.project = project.clone(),
            Said::Answer(answer) => self.on(answer.to, |item| item.answers.push(sequence)),
            Said::Evidence(evidence) => {
                if let Some(about) = evidence.about {
                    self.on(about, |item| item.evidence.push(sequence));
                }
            }
            Said::Promise(promise) => {
                if let Some(concern) = promise.concern {
                    self.on(concern, |item| item.promises.push(sequence));
                }
            }
            Said::Status(status) => self.on(status.promise, |item| item.statuses.push(sequence)),
            Said::Shown(about) => self.see(about.entry, Visibility::Shown),
            Said::Withheld(withheld) => self.see(withheld.entry, Visibility::Withheld(sequence)),
            Said::Objection(said) => self.on(said.entry, |item| item.objections.push(sequence)),
            Said::Correction(said) => self.on(said.entry, |item| item.corrections.push(sequence)),
            Said::Disowned(about) => self.on(about.entry, |item| item.disowned = Some(sequence)),
            Said::Witness(about) => self.on(about.entry, |item| {
                if item.waits_for_witness() && item.visibility == Visibility::Waiting {
                    item.visibility = Visibility::Shown;
                }
                item.witness = Some(sequence);
            }),
            Said::Erased(erased) => {
                self.on(erased.entry, |item| {
                    item.visibility = Visibility::Erased(sequence);
                    item.heard.contribution = None;
                });
            }
            Said::Notice(notice) => self.on(notice.entry, |item| item.notices.push(sequence)),
            Said::NoticeAnswer(answer) => self.on(answer.notice, |item| item.notices.push(sequence)),
            Said::Concern(_) | Said::Meeting(_) | Said::Consultation(_) | Said::Kept(_) => {}
        }
    }

    fn on(&mut self, entry: i64, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.get_mut(&entry) {
            change(item);
        }
    }

    /// What was destroyed stays so.
    fn see(&mut self, entry: i64, visibility: Visibility) {
        self.on(entry, |item| {
            if !matches!(item.visibility, Visibility::Erased(_)) {
                item.visibility = visibility;
            }
        });
    }

    /// Every entry, in the order of the chain.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.items.values()
    }

    /// One entry.
    pub fn item(&self, entry: i64) -> Option<&Item> {
        self.items.get(&entry)
    }

    /// The last entry's place.
    pub fn last(&self) -> i64 {
        self.items.last_key_value().map_or(0, |(&sequence, _)| sequence)
    }

    /// Whether everybody may read what an entry says: it is shown, and neither it nor the promise it belongs to is
    /// confidential.
    pub fn is_public(&self, item: &Item) -> bool {
        item.visibility == Visibility::Shown && !self.is_confidential(item)
    }

    /// Whether an entry, or what it is about, is confidential.
    /// Whether a promise that was erased had been so, nobody can tell any more: it is taken to have been.
    pub fn is_confidential(&self, item: &Item) -> bool {
        let Some(said) = item.said() else { return self.project.confidential || item.heard.kind == Kind::Promise };
        let own = matches!(said, Said::Promise(promise) if promise.confidential);
        // What is said of an entry comes after it: a number that points forward names nothing.
        let about = said.about().filter(|&entry| entry < item.heard.sequence).and_then(|entry| self.item(entry));
        self.project.confidential || own || about.is_some_and(|about| self.is_confidential(about))
    }

    /// Entries of a kind that everybody may read, the newest first.
    pub fn public(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items().rev().filter(move |item| item.heard.kind == kind && self.is_public(item))
    }

    /// Where a promise is on a day; none if the entry is no promise.
    pub fn promise(&self, item: &Item, today: Day) -> Option<(Promise, PromiseState)> {
        let Some(Said::Promise(promise)) = item.said() else { return None };
        let said = item.statuses.iter().rev().filter_map(|&entry| self.item(entry));
        let last =
            said.filter(|status| status.visibility == Visibility::Shown).find_map(|status| match status.said() {
                Some(Said::Status(said)) => {
                    Some(PromiseState::Said { state: said.state, entry: status.heard.sequence })
                }
                _ => None,
            });
        let days = promise.due.days_since(today);
        let by_date = if days >= 0 { PromiseState::Open { days } } else { PromiseState::Overdue { days: -days } };
        Some((promise.clone(), last.unwrap_or(by_date)))
    }

    /// Promises that everybody may read and that are overdue, the longest overdue first.
    pub fn overdue(&self, today: Day) -> Vec<(&Item, Promise, i64)> {
        let mut overdue: Vec<_> = self
            .public(Kind::Promise)
            .filter_map(|item| match self.promise(item, today)? {
                (promise, PromiseState::Overdue { days }) => Some((item, promise, days)),
                _ => None,
            })
            .collect();
        overdue.sort_by_key(|(item, _, days)| (-days, item.heard.sequence));
        overdue
    }

    /// The first answer to a concern that everybody may read.
    pub fn first_answer(&self, concern: &Item) -> Option<&Item> {
        concern.answers.iter().filter_map(|&entry| self.item(entry)).find(|answer| self.is_public(answer))
    }

    /// Concerns without an answer, the oldest first, with the days they have waited.
    pub fn unanswered(&self, today: Day) -> Vec<(&Item, i64)> {
        let mut open: Vec<_> = self
            .public(Kind::Concern)
            .filter(|concern| self.first_answer(concern).is_none())
            .map(|concern| (concern, today.days_since(concern.day())))
            .collect();
        open.reverse();
        open
    }

    /// Entries that wait for a clerk's look, the oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Item> {
        self.items().filter(|item| item.visibility == Visibility::Waiting)
    }

    /// The day by which a clerk promised to look at an entry.
    pub fn look_by(&self, item: &Item) -> Day {
        item.day().plus(i64::from(self.project.look_within_days))
    }

    /// Counted facts on a day.
    pub fn facts(&self, today: Day) -> Facts {
        let mut facts = Facts {
            waiting: self.waiting().count(),
            waiting_too_long: self.waiting().filter(|item| self.look_by(item) < today).count(),
            withheld: self.items().filter(|item| matches!(item.visibility, Visibility::Withheld(_))).count(),
            ..Facts::default()
        };
        let mut waits = Vec::new();
        for concern in self.public(Kind::Concern) {
            facts.concerns += 1;
            if let Some(answer) = self.first_answer(concern) {
                facts.answered += 1;
                waits.push(answer.day().days_since(concern.day()));
            }
        }
        waits.sort_unstable();
        facts.median_days_to_answer = waits.get(waits.len().saturating_sub(1) / 2).copied();
        for item in self.public(Kind::Meeting) {
            facts.meetings += usize::from(matches!(item.said(), Some(Said::Meeting(meeting)) if meeting.on <= today));
        }
        for item in self.public(Kind::Promise) {
            facts.promises += 1;
            match self.promise(item, today) {
                Some((_, PromiseState::Overdue { .. })) => facts.overdue += 1,
                Some((_, PromiseState::Said { state: State::Kept, .. })) => facts.kept += 1,
                Some((_, PromiseState::Said { state: State::Broken, .. })) => facts.broken += 1,
                _ => {}
            }
        }
        facts
    }
}

/// What the public writes waits for a clerk's look, and what a clerk wrote down for another without its scan for a second
/// clerk's witness; what an office writes, and what somebody says about their own entry without new words, does not.
fn first_visibility(heard: &Heard) -> Visibility {
    let Some(contribution) = &heard.contribution else { return Visibility::Erased(heard.sequence) };
    let own_words = matches!(contribution.author.role, Role::Participant) && contribution.said.words().is_some();
    let carried = contribution.recorder.as_ref().is_some_and(|recorder| recorder.scan.is_some());
    if own_words && !carried { Visibility::Waiting } else { Visibility::Shown }
}
