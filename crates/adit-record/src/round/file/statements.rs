//! The part of a round's file that puts statements to the vote.
//!
//! ```toml
//! project = "barranco"             # optional: the project in whose record the round is announced
//! voters = "codes"                 # optional: one answer for each participation code of the project; else anyone
//! [[statement]]
//! id = "water-first"
//! text = "No permit before a year of water measurements."
//! entry = 2                        # optional: the entry of the project's record from which it was taken
//! ```

use serde::Deserialize;
use toml::Spanned;

use crate::round::definition::{MOST_STATEMENTS, Statement, Voters};
use crate::round::file::{File, Reader};

/// Longest statement, in characters: one thought, read at a glance.
const LONGEST: usize = 280;

/// What troubles of a form are named by beside statements.
const RESERVED: [&str; 3] = ["form", "group", "slip"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileStatement {
    id: Spanned<String>,
    text: Spanned<String>,
    entry: Option<Spanned<i64>>,
}

impl Reader<'_> {
    /// The statements, which stand in place of criteria.
    pub(super) fn statements(&mut self, file: &File) -> Vec<Statement> {
        if let Some(voters) = file.voters.as_ref().filter(|voters| *voters.get_ref() == Voters::Codes)
            && file.project.is_none()
        {
            let hint = "write project = \"ID\" above: its clerks make the codes (`adit people codes`)";
            self.say(&voters.span(), "the codes of which project?", hint);
        }
        let Some(given) = &file.statement else {
            if file.criterion.is_none() {
                let hint = "write what is weighed as [[criterion]], or what is voted on as [[statement]]";
                self.say(&file.question.span(), "the round asks nothing", hint);
            }
            if let Some(project) = &file.project {
                let hint = "a round about a project puts [[statement]] to the vote; leave project out";
                self.say(&project.span(), "a round of weighing belongs to no record of a project", hint);
            }
            return Vec::new();
        };
        self.alone(file);
        let mut statements: Vec<Statement> = Vec::new();
        for one in given.get_ref() {
            let taken: Vec<String> = statements.iter().map(|had| had.id.clone()).collect();
            let (id, text) = (self.id(&one.id, &taken), self.words(&one.text, LONGEST));
            if RESERVED.contains(&id.as_str()) {
                self.say(&one.id.span(), format!("\"{id}\" names a part of the form"), "give the statement another id");
            }
            if statements.iter().any(|had| had.text == text) {
                self.say(&one.text.span(), "this statement stands twice", "put each statement to the vote once");
            }
            statements.push(Statement { id, text, entry: self.entry(one, file) });
        }
        let count = statements.len();
        if !(2..=MOST_STATEMENTS).contains(&count) {
            let says = format!("there are {count} statements; a round has 2 to {MOST_STATEMENTS}");
            self.say(&given.span(), says, "what people agree on shows beside what they do not agree on");
        }
        statements
    }

    /// That nothing else is asked: votes themselves show who stands with whom, and no group is asked for.
    fn alone(&mut self, file: &File) {
        let criterion = file.criterion.as_ref().map(Spanned::span);
        let group = file.group.first().map(|group| group.id.span());
        let alternative = file.alternative.first().map(|alternative| alternative.id.span());
        let portfolio = file.portfolio.as_ref().map(Spanned::span);
        let others =
            [(criterion, "criteria"), (group, "groups"), (alternative, "alternatives"), (portfolio, "a portfolio")];
        for (span, name) in others {
            if let Some(span) = span {
                let hint = "make two rounds: one that weighs criteria, and one that puts statements to the vote";
                self.say(&span, format!("a round of statements has no {}", name.trim_start_matches("a ")), hint);
            }
        }
    }

    fn entry(&mut self, one: &FileStatement, file: &File) -> Option<i64> {
        let entry = one.entry.as_ref()?;
        if *entry.get_ref() < 1 {
            self.say(
                &entry.span(),
                "entries are counted from 1",
                "write the number that stands beside the entry, as 2",
            );
        } else if file.project.is_none() {
            let hint = "write project = \"ID\" above, or leave entry out";
            self.say(&entry.span(), "an entry of which project?", hint);
        }
        Some(*entry.get_ref())
    }
}

#[cfg(test)]
mod tests {
    use crate::round::file::read;

    const SOUND: &str = include_str!("../../../../../examples/rounds/barranco-2026.toml");

    #[test]
    fn a_round_of_statements_is_read() {
        let asked = read(SOUND).unwrap();
        assert!(asked.asks_votes() && asked.criteria.is_empty() && asked.groups.is_empty());
        assert_eq!(asked.project.as_deref(), Some("barranco"));
        assert!(asked.statements.iter().any(|statement| statement.entry == Some(2)));
    }

    #[test]
    fn what_is_wrong_with_statements_has_its_place() {
        let first = SOUND.find("[[statement]]").unwrap();
        let only_one = &SOUND[..first + 2 + SOUND[first + 2..].find("[[statement]]").unwrap()];
        let with = |more: &str| format!("{SOUND}\n{more}");
        let twice = SOUND.lines().find(|line| line.starts_with("text")).unwrap();
        for (text, says) in [
            (only_one.to_owned(), "a round has 2 to 100"),
            (SOUND.replacen("id = \"no-mine\"", "id = \"slip\"", 1), "part of the form"),
            (SOUND[..first].to_owned(), "asks nothing"),
            (SOUND.replacen("entry = 2", "entry = 0", 1), "counted from 1"),
            (SOUND.replacen("project = \"barranco\"", "", 1), "of which project"),
            (SOUND.replacen("project = \"barranco\"", "voters = \"codes\"", 1), "the codes of which project"),
            (with(&format!("[[statement]]\nid = \"again\"\n{twice}")), "stands twice"),
            (with("[[group]]\nid = \"a\"\nname = \"A\""), "no groups"),
            (with("[[criterion]]\nid = \"a\"\nname = \"A\"\nmeans = \"a\"\nbetter = \"lower\""), "no criteria"),
            (with(&format!("[[statement]]\nid = \"long\"\ntext = \"{}\"", "a".repeat(281))), "longer than 280"),
        ] {
            let troubles = read(&text).unwrap_err();
            let found = troubles.iter().find(|trouble| trouble.says.contains(says));
            assert!(found.is_some_and(|one| one.line > 0 && !one.hint.is_empty()), "{says}: {troubles:?}");
        }
        let weighing = include_str!("../../../../../examples/rounds/lithium-2026.toml");
        let troubles = read(&weighing.replacen("opens", "project = \"barranco\"\nopens", 1)).unwrap_err();
        assert!(troubles[0].says.contains("no record of a project"), "{troubles:?}");
    }
}
