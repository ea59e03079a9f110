use super::*;
use crate::hash::Hash;
use crate::moment::{Day, Moment};

/// A record in the making: each entry on a day of its own.
struct Village {
    heard: Vec<Heard>,
}

fn author(role: Role, account: Option<i64>) -> Author {
    Author { role, name: Some(role.word().to_owned()), account }
}

fn project() -> Project {
    Project {
        title: "Mine".to_owned(),
        summary: "A made-up mine.".to_owned(),
        country: "PT".to_owned(),
        region: "PT11".to_owned(),
        facts: None,
        clock: None,
        look_within_days: 7,
        office: "Town hall".to_owned(),
        confidential: false,
    }
}

fn concern(words: &str) -> Said {
    let (topic, words, language) = ("water".to_owned(), words.to_owned(), "en".to_owned());
    Said::Concern(Concern { topic, words, language, place: None, consent: true, file: None })
}

fn promise(due: &str, confidential: bool) -> Said {
    let text = |text: &str| text.to_owned();
    Said::Promise(Promise {
        by: text("Agency"),
        to: text("the village"),
        what: text("tables"),
        test: text("twelve tables"),
        due: day(due),
        language: text("en"),
        obligation: None,
        concern: None,
        confidential,
    })
}

fn status(promise: i64, state: State, evidence: &[i64]) -> Said {
    let (words, language) = ("so it is".to_owned(), "en".to_owned());
    Said::Status(Status { promise, state, words, language, evidence: evidence.to_vec() })
}

fn evidence() -> Said {
    let text = |text: &str| text.to_owned();
    let (title, words, source) = (text("Report"), text("levels"), text("Company"));
    Said::Evidence(Evidence { title, words, language: text("en"), source, about: None, file: None, measured: None })
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

impl Village {
    fn new() -> Self {
        let mut village = Self { heard: Vec::new() };
        village.say(Said::Project(project()), author(Role::Editor, Some(9)));
        village
    }

    /// Adds an entry as it would be added; what is wrong with it otherwise.
    fn try_say(&mut self, said: Said, author: Author) -> Result<i64, Vec<String>> {
        let contribution = Contribution::new(said, author, Confirmed::Account);
        let wrong = troubles(&contribution, self.record().as_ref());
        if !wrong.is_empty() {
            return Err(wrong.into_iter().map(|trouble| trouble.field).collect());
        }
        let sequence = i64::try_from(self.heard.len()).unwrap() + 1;
        let at = Moment::parse("2026-01-01").unwrap().date().plus(sequence - 1).begins();
        let stored = contribution.stored().unwrap();
        assert_eq!(Contribution::read(&stored).as_ref(), Some(&contribution), "what is stored reads back");
        let kind = contribution.kind();
        self.heard.push(Heard { sequence, kind, at, hash: Hash::ZERO, contribution: Some(contribution) });
        Ok(sequence)
    }

    fn say(&mut self, said: Said, author: Author) -> i64 {
        self.try_say(said, author).unwrap()
    }

    fn record(&self) -> Option<ProjectRecord> {
        ProjectRecord::of("mine", self.heard.clone())
    }

    fn now(&self) -> ProjectRecord {
        self.record().unwrap()
    }
}

fn citizen() -> Author {
    author(Role::Participant, None)
}

fn clerk() -> Author {
    author(Role::Clerk, Some(1))
}

fn agency() -> Author {
    author(Role::Authority, Some(2))
}

#[test]
fn what_the_public_writes_is_seen_after_a_clerks_look() {
    let mut village = Village::new();
    let entry = village.say(concern("the well is dry"), citizen());
    assert_eq!(village.now().item(entry).unwrap().visibility, Visibility::Waiting);
    assert_eq!((village.now().public(Kind::Concern).count(), village.now().waiting().count()), (0, 1));
    assert_eq!(village.now().look_by(village.now().item(entry).unwrap()), day("2026-01-09"));
    village.say(Said::Shown(About { entry }), clerk());
    assert_eq!(village.now().public(Kind::Concern).count(), 1);
    let reason = "it names a person".to_owned();
    let by = village.say(Said::Withheld(Withheld { entry, reason }), clerk());
    assert_eq!(village.now().item(entry).unwrap().visibility, Visibility::Withheld(by));
    assert_eq!(village.now().facts(day("2026-02-01")).withheld, 1);
}

#[test]
fn a_promise_is_overdue_from_the_day_after_and_until_somebody_says_what_became_of_it() {
    let mut village = Village::new();
    let entry = village.say(promise("2026-03-31", false), agency());
    let at = |village: &Village, today: &str| {
        let record = village.now();
        record.promise(record.item(entry).unwrap(), day(today)).unwrap().1
    };
    assert_eq!(at(&village, "2026-03-31"), PromiseState::Open { days: 0 });
    assert_eq!(at(&village, "2026-04-01"), PromiseState::Overdue { days: 1 });
    assert_eq!(village.now().overdue(day("2026-04-01")).len(), 1);
    let proof = village.say(evidence(), author(Role::Company, Some(3)));
    let said = village.say(status(entry, State::Broken, &[proof]), author(Role::Company, Some(3)));
    assert_eq!(at(&village, "2026-04-01"), PromiseState::Said { state: State::Broken, entry: said });
    assert!(village.now().overdue(day("2026-04-01")).is_empty());
}

#[test]
fn who_promised_does_not_judge_and_a_clerk_never_does() {
    let mut village = Village::new();
    let entry = village.say(promise("2026-03-31", false), agency());
    let proof = village.say(evidence(), agency());
    for state in [State::Kept, State::Broken, State::Disputed] {
        assert_eq!(village.try_say(status(entry, state, &[proof]), agency()), Err(vec!["state".to_owned()]));
    }
    assert_eq!(village.try_say(status(entry, State::Kept, &[proof]), clerk()), Err(vec!["state".to_owned()]));
    assert_eq!(village.try_say(status(entry, State::Kept, &[proof]), citizen()), Err(vec!["state".to_owned()]));
    let other = author(Role::Authority, Some(4));
    assert_eq!(village.try_say(status(entry, State::Kept, &[]), other.clone()), Err(vec!["evidence".to_owned()]));
    assert_eq!(village.try_say(status(entry, State::Withdrawn, &[]), other.clone()), Err(vec!["state".to_owned()]));
    assert!(village.try_say(status(entry, State::Kept, &[proof]), other).is_ok());
    assert!(village.try_say(status(entry, State::Disputed, &[]), citizen()).is_ok());
    assert!(village.try_say(status(entry, State::Withdrawn, &[]), agency()).is_ok());
}

#[test]
fn what_is_confidential_is_in_no_public_list_nor_count() {
    let mut village = Village::new();
    let entry = village.say(promise("2026-01-02", true), agency());
    let proof = village.say(evidence(), agency());
    village.say(status(entry, State::Broken, &[proof]), author(Role::Company, Some(3)));
    let record = village.now();
    assert_eq!((record.public(Kind::Promise).count(), record.public(Kind::Status).count()), (0, 0));
    assert_eq!(record.facts(day("2026-06-01")).promises, 0);
    assert!(record.overdue(day("2026-06-01")).is_empty());
    // Neither a reason for withholding it nor its erasure tells of it, nor does what stood about it come up again.
    let reason = "it names a bidder".to_owned();
    village.say(Said::Withheld(Withheld { entry, reason }), clerk());
    let text = |text: &str| text.to_owned();
    let (ground, content, decided_by) = (text("Art. 17(1)(b) GDPR"), text("a name"), text("Town hall"));
    village.say(Said::Erased(Erasure { entry, ground, content, decided_by }), author(Role::Administrator, Some(5)));
    let record = village.now();
    let told: Vec<&str> =
        record.items().filter(|item| record.is_public(item)).map(|item| item.heard.kind.word()).collect();
    assert_eq!(told, ["project", "evidence"]);
    assert!(record.is_confidential(record.item(entry).unwrap()));
}

#[test]
fn what_was_erased_comes_back_by_nothing() {
    let mut village = Village::new();
    let entry = village.say(concern("my telephone number is 1"), citizen());
    let text = |text: &str| text.to_owned();
    let (ground, content, decided_by) = (text("Art. 17(1)(b) GDPR"), text("a number"), text("Town hall"));
    let erasure = Erasure { entry, ground, content, decided_by };
    village.say(Said::Erased(erasure), author(Role::Administrator, Some(5)));
    let record = village.now();
    assert_eq!(record.item(entry).unwrap().heard.contribution, None);
    assert_eq!(village.try_say(Said::Shown(About { entry }), clerk()), Err(vec!["entry".to_owned()]));
    // The chain itself gives an entry without its content once the key is gone.
    village.heard[1].contribution = None;
    assert!(matches!(village.now().item(entry).unwrap().visibility, Visibility::Erased(_)));
}

#[test]
fn two_clerks_witness_and_one_does_not() {
    let mut village = Village::new();
    let mut spoken = Contribution::new(concern("dust"), citizen(), Confirmed::Clerk);
    spoken.recorder =
        Some(Recorder { name: "Ana".to_owned(), account: 1, how: "at the market".to_owned(), scan: None });
    let (sequence, kind) = (2, Kind::Concern);
    let at = Moment::parse("2026-01-02").unwrap();
    village.heard.push(Heard { sequence, kind, at, hash: Hash::ZERO, contribution: Some(spoken) });
    assert_eq!(village.now().item(2).unwrap().visibility, Visibility::Waiting, "neither scan nor witness");
    assert_eq!(village.try_say(Said::Shown(About { entry: 2 }), clerk()), Err(vec!["entry".to_owned()]));
    assert_eq!(village.try_say(Said::Witness(About { entry: 2 }), clerk()), Err(vec!["entry".to_owned()]));
    let witness = village.say(Said::Witness(About { entry: 2 }), author(Role::Clerk, Some(7)));
    assert_eq!(village.now().item(2).unwrap().witness, Some(witness));
    assert_eq!(village.now().item(2).unwrap().visibility, Visibility::Shown);
    let disowned = village.say(Said::Disowned(About { entry: 2 }), citizen());
    assert_eq!(village.now().item(2).unwrap().disowned, Some(disowned));
}

#[test]
fn a_scan_stands_for_a_witness_and_is_named_as_the_file() {
    let mut village = Village::new();
    let mut written = Contribution::new(concern("dust"), citizen(), Confirmed::Clerk);
    let scan = Attachment {
        sha256: Hash::of(&[b"paper"]),
        name: "letter.pdf".to_owned(),
        media: "application/pdf".to_owned(),
        bytes: 5,
    };
    let recorder = |scan| Recorder { name: "Ana".to_owned(), account: 1, how: "by letter".to_owned(), scan };
    written.recorder = Some(recorder(Some(scan.clone())));
    assert_eq!(written.file(), Some(&scan));
    assert_eq!(written.said.file(), None, "the scan is not the author's file");
    let at = Moment::parse("2026-01-02").unwrap();
    let heard = Heard { sequence: 2, kind: Kind::Concern, at, hash: Hash::ZERO, contribution: Some(written.clone()) };
    village.heard.push(heard);
    assert_eq!(village.now().item(2).unwrap().visibility, Visibility::Shown);
    let mut zipped = scan;
    zipped.media = "application/zip".to_owned();
    written.recorder = Some(recorder(Some(zipped)));
    let fields: Vec<String> = troubles(&written, Some(&village.now())).into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["file"]);
}

#[test]
fn questions_wait_by_age_and_answers_end_their_waiting() {
    let mut village = Village::new();
    let first = village.say(concern("one"), clerk());
    let second = village.say(concern("two"), clerk());
    let open = |village: &Village| {
        let record = village.now();
        record.unanswered(day("2026-01-12")).iter().map(|(item, days)| (item.heard.sequence, *days)).collect::<Vec<_>>()
    };
    assert_eq!(open(&village), [(first, 10), (second, 9)]);
    let answer = Answer { to: first, words: "so".to_owned(), language: "en".to_owned(), evidence: Vec::new() };
    village.say(Said::Answer(answer), author(Role::Company, Some(3)));
    assert_eq!(open(&village), [(second, 9)]);
    let facts = village.now().facts(day("2026-01-12"));
    assert_eq!((facts.concerns, facts.answered, facts.median_days_to_answer), (2, 1, Some(2)));
}

#[test]
fn an_entry_about_nothing_is_refused() {
    let mut village = Village::new();
    let answer =
        |to| Said::Answer(Answer { to, words: "so".to_owned(), language: "en".to_owned(), evidence: vec![1, 99] });
    let company = author(Role::Company, Some(3));
    assert_eq!(
        village.try_say(answer(99), company.clone()),
        Err(vec!["to".into(), "evidence".into(), "evidence".into()])
    );
    assert_eq!(village.try_say(answer(1), company).unwrap_err()[0], "to");
}

#[test]
fn words_that_cannot_be_shown_are_refused_and_all_others_are_kept() {
    let mut village = Village::new();
    for words in ["", "  \n ", "bell \u{7}", &"a".repeat(LONGEST_WORDS + 1)] {
        assert_eq!(village.try_say(concern(words), citizen()), Err(vec!["words".to_owned()]));
    }
    for words in [
        "مياه البئر",
        "e\u{301}a\u{308}",
        "<script>alert(1)</script>",
        "'; DROP TABLE entries; --",
        "👩🏽‍🌾",
        &"a".repeat(LONGEST_WORDS),
    ] {
        let entry = village.say(concern(words), citizen());
        assert_eq!(village.now().item(entry).unwrap().said().unwrap().words(), Some(words));
    }
}

#[test]
fn the_load_of_reading_counts_pages_and_days() {
    // Barroso: ten working days, here two calendar weeks, for 1 776 files; with a page each at the least.
    let documents = vec![Document { title: "Files".to_owned(), pages: Some(1_776), address: "office".to_owned() }];
    let (opens, closes) = (day("2026-07-01"), day("2026-07-15"));
    let load = Load::of(&Consultation { title: "Report".to_owned(), opens, closes, documents });
    assert_eq!((load.days, load.pages, load.uncounted), (14, 1_776, 0));
}

#[test]
fn hearing_one_by_one_says_the_same_as_hearing_all_at_once() {
    let mut village = Village::new();
    let entry = village.say(concern("one"), citizen());
    village.say(Said::Shown(About { entry }), clerk());
    village.say(promise("2026-03-01", false), agency());
    let mut record = ProjectRecord::of("mine", village.heard[..1].to_vec()).unwrap();
    for heard in &village.heard[1..] {
        record.hear(heard.clone());
    }
    assert_eq!(record, village.now());
}
