//! Clocks from a few words.

use std::sync::OnceLock;

use adit_facts::Package;
use adit_facts::law::Date;
use adit_facts::law::clock_file::ClockFile;
use adit_model::clock::{Clock, Deadline, Law, Reading, run};

pub fn package() -> &'static Package {
    static PACKAGE: OnceLock<Package> = OnceLock::new();
    PACKAGE.get_or_init(|| Package::embedded().unwrap())
}

pub fn law() -> &'static Law {
    static LAW: OnceLock<Law> = OnceLock::new();
    LAW.get_or_init(|| Law::of(package()))
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// An event: `2026-01-15 kind`, and more keys after it, as `due=2026-06-01`.
fn event(line: &str) -> String {
    let mut words = line.split_whitespace();
    let (date, kind) = (words.next().unwrap(), words.next().unwrap());
    let more: String = words
        .map(|word| {
            let (key, value) = word.split_once('=').unwrap();
            format!("{key} = {value}\n")
        })
        .collect();
    format!("[[event]]\ndate = {date}\nkind = \"{kind}\"\n{more}")
}

pub fn text(project: &str, events: &[&str]) -> String {
    let project: String = project.split(';').map(|line| format!("{}\n", line.trim())).collect();
    format!("[project]\n{project}{}", events.iter().map(|line| event(line)).collect::<String>())
}

pub fn file(project: &str, events: &[&str]) -> ClockFile {
    let text = text(project, events);
    ClockFile::parse(&text, "c.toml").unwrap_or_else(|findings| panic!("{text}{findings:?}")).0
}

pub fn clock(project: &str, events: &[&str], as_of: &str) -> Clock {
    run(&file(project, events), law(), Reading::default(), day(as_of))
}

pub const MINE: &str = "kind = \"extraction\"; country = \"PT\"; recognised = 2025-03-25";
pub const PLANT: &str = "kind = \"processing\"; country = \"FI\"; recognised = 2025-03-25";
pub const COMPLETE: &str = "2026-01-15 completeness-acknowledged";

pub fn decision(clock: &Clock) -> &Deadline {
    clock.deadline("comprehensive-decision").expect("a deadline for the decision")
}

/// Due, effective and latest of the decision as texts.
pub fn ends(clock: &Clock) -> [String; 3] {
    let deadline = decision(clock);
    [deadline.due, deadline.effective, deadline.latest].map(|day| day.map_or("none".to_owned(), |day| day.to_string()))
}

pub fn rules(clock: &Clock) -> Vec<&str> {
    clock.breaches.iter().map(|breach| breach.rule.as_str()).collect()
}
