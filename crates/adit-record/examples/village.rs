//! Fills a record as a large procedure would: so many entries by so many people, through the functions that the server
//! calls. For measuring; the words are made up.
//!
//! ```text
//! cargo run --release -p adit-record --example village -- sqlite:village.sqlite village 50000 2000
//! ```
#![expect(clippy::print_stdout, reason = "an example that says what it did")]

use std::error::Error;
use std::time::Instant;

use adit_record::round::{Definition, read_file};
use adit_record::voice::{About, Answer, Author, Concern, Confirmed, Contribution, Project, Promise, Role, Said};
use adit_record::{Day, Moment, Record};

/// Topics go round.
const TOPICS: [&str; 7] = ["water", "dust", "jobs", "roads", "noise", "land", "taxes"];
/// Rounds that the page of the project leads to.
const ROUNDS: u32 = 3;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [database, project, entries, people] = words.as_slice() else {
        return Err("give a database, the id of a project, a number of entries and one of people".into());
    };
    let (entries, people): (i64, i64) = (entries.parse()?, people.parse()?);
    let record = Record::open(database).await?;
    let (started, now) = (Instant::now(), Moment::now());
    record.open_project(project, &office(Role::Editor, described()).stored()?, now).await?;
    for entry in 2..=entries {
        let contribution = entry_of(entry, people)?;
        record.append(project, contribution.kind(), contribution.stored()?, None, now).await?;
    }
    for round in 1..=ROUNDS {
        record.open_round(&asked(project, round)?, now).await?;
    }
    println!("{entries} entries by {people} people in {:.0} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// A round that puts statements to the vote.
fn asked(project: &str, round: u32) -> Result<Definition, Box<dyn Error>> {
    let text = include_str!("../../../examples/rounds/barranco-2026.toml");
    let mut asked = read_file(text).map_err(|troubles| format!("{troubles:?}"))?;
    asked.id = format!("{project}-{round}");
    asked.project = Some(project.to_owned());
    asked.statements.iter_mut().for_each(|statement| statement.entry = None);
    Ok(asked)
}

fn described() -> Said {
    Said::Project(Project {
        title: "A village".to_owned(),
        summary: "Made up, to measure with.".to_owned(),
        country: "PT".to_owned(),
        region: "PT11".to_owned(),
        facts: None,
        clock: None,
        look_within_days: 7,
        office: "Town hall".to_owned(),
        confidential: false,
    })
}

fn office(role: Role, said: Said) -> Contribution {
    Contribution::new(said, Author { role, name: Some(role.word().to_owned()), account: None }, Confirmed::Account)
}

/// Of five entries: a concern, a clerk's look at it, a concern, a clerk's look, and an answer to the first; of fifty, one
/// is a promise.
fn entry_of(entry: i64, people: i64) -> Result<Contribution, Box<dyn Error>> {
    let person = entry * 7_919 % people;
    let topic = usize::try_from(entry)? % TOPICS.len();
    Ok(match entry % 5 {
        2 | 4 => {
            let author =
                Author { role: Role::Participant, name: Some(format!("neighbour {person}")), account: Some(person) };
            let said = Said::Concern(Concern {
                topic: TOPICS[topic].to_owned(),
                words: format!(
                    "I am neighbour {person} and I ask about {}: what will be measured, by whom, how often, and where can \
                     everybody read it? Last summer nobody could tell us, and the meeting was over before we were heard.",
                    TOPICS[topic]
                ),
                language: "en".to_owned(),
                place: Some("the upper village".to_owned()),
                consent: true,
                file: None,
            });
            Contribution::new(said, author, Confirmed::Account)
        }
        3 | 0 => office(Role::Clerk, Said::Shown(About { entry: entry - 1 })),
        _ if entry % 50 == 1 => office(
            Role::Company,
            Said::Promise(Promise {
                by: "A company".to_owned(),
                to: "the village".to_owned(),
                what: format!("Publish the measurements of station {person}"),
                test: "The table stands on the site of the company".to_owned(),
                due: Day::parse("2026-06-30")?,
                language: "en".to_owned(),
                obligation: None,
                concern: Some(entry - 4),
                confidential: false,
            }),
        ),
        _ => office(
            Role::Company,
            Said::Answer(Answer {
                to: entry - 4,
                words: "It is measured each week by the laboratory of the district; the tables are public.".to_owned(),
                language: "en".to_owned(),
                evidence: Vec::new(),
            }),
        ),
    })
}
