//! From the fields of a form to an answer: whatever was typed is kept, and what is wrong is said beside its field.

use adit_record::round::{Ballot, Criterion, Definition, Said, Trouble, Vote};
use indexmap::IndexMap;

use crate::typed::Typed;

/// The ways to say what matters, by the words of the form.
pub(super) const WAYS: [&str; 3] = ["points", "ranking", "swing"];

impl Typed {
    /// The fields that show an answer again, to be changed.
    pub fn of(ballot: &Ballot) -> Self {
        let mut fields = vec![
            ("way".to_owned(), ballot.said.form().to_owned()),
            ("group".to_owned(), ballot.group.clone().unwrap_or_default()),
        ];
        let mut add = |way: &str, id: &str, value: String| fields.push((field(way, id), value));
        match &ballot.said {
            Said::Points { points } => points.iter().for_each(|(id, value)| add("points", id, value.to_string())),
            Said::Swing { swings } => swings.iter().for_each(|(id, value)| add("swing", id, value.to_string())),
            Said::Ranking { ranks } => ranks.iter().for_each(|(id, value)| add("ranking", id, value.to_string())),
            Said::Votes { votes } => votes.iter().for_each(|(id, vote)| add(VOTE, id, vote.word().to_owned())),
        }
        Self::of_fields(fields)
    }

    /// The way that was chosen; points without a choice.
    pub fn way(&self) -> &'static str {
        WAYS.into_iter().find(|way| self.get("way") == Some(way)).unwrap_or(WAYS[0])
    }

    /// The answer, or everything that keeps it from being counted, each with the id of a field to go to.
    pub fn ballot(&self, asked: &Definition) -> Result<Ballot, Vec<Trouble>> {
        if asked.asks_votes() {
            return self.votes(asked);
        }
        let way = self.way();
        let mut troubles = Vec::new();
        let said = match way {
            "ranking" => Said::Ranking { ranks: self.numbers(asked, way, &mut troubles, rank) },
            "swing" => Said::Swing { swings: self.numbers(asked, way, &mut troubles, points) },
            _ => Said::Points { points: self.numbers(asked, way, &mut troubles, points) },
        };
        let group = self.get("group");
        if group.is_none() {
            troubles.push(Trouble::new("group", "choose one, or \"I would rather not say\""));
        }
        let ballot = Ballot::new(group.filter(|group| !group.is_empty()).map(str::to_owned), said);
        // What could not be read is said once; whatever else is wrong stands beside its own field.
        let others: Vec<Trouble> = ballot
            .troubles(asked)
            .into_iter()
            .filter(|one| !troubles.iter().any(|had| had.field == one.field))
            .collect();
        let unread = troubles.iter().any(|trouble| trouble.field != "group");
        troubles.extend(others.into_iter().filter(|one| !(unread && one.field == "form")));
        if troubles.is_empty() { Ok(ballot) } else { Err(troubles) }
    }

    /// Votes on statements; what was left open was not voted on.
    fn votes(&self, asked: &Definition) -> Result<Ballot, Vec<Trouble>> {
        let mut votes = IndexMap::new();
        let mut troubles = Vec::new();
        for statement in &asked.statements {
            let Some(word) = self.filled(&field(VOTE, &statement.id)) else { continue };
            match Vote::named(word) {
                Some(vote) => drop(votes.insert(statement.id.clone(), vote)),
                None => troubles.push(Trouble::new(&statement.id, "choose agree, disagree or pass, or leave it out")),
            }
        }
        let ballot = Ballot::new(None, Said::Votes { votes });
        if troubles.is_empty() {
            troubles = ballot.troubles(asked);
        }
        if troubles.is_empty() { Ok(ballot) } else { Err(troubles) }
    }

    fn numbers<T>(
        &self,
        asked: &Definition,
        way: &str,
        troubles: &mut Vec<Trouble>,
        read: fn(&str, &Definition) -> Result<T, String>,
    ) -> IndexMap<String, T> {
        let mut numbers = IndexMap::new();
        for Criterion { id, .. } in &asked.criteria {
            let typed = self.get(&field(way, id)).filter(|typed| !typed.is_empty());
            match typed.map(|typed| read(typed, asked)) {
                Some(Ok(number)) => drop(numbers.insert(id.clone(), number)),
                Some(Err(says)) => troubles.push(Trouble::new(id, says)),
                None => {}
            }
        }
        numbers
    }
}

/// Begins the names of the fields of statements.
pub(super) const VOTE: &str = "vote";

/// The name of the field of a criterion, or of a statement.
pub(super) fn field(way: &str, criterion: &str) -> String {
    format!("{way}-{criterion}")
}

/// A number as people write it, with a point or a comma.
fn points(typed: &str, _: &Definition) -> Result<f64, String> {
    let plain = typed.replace(',', ".");
    let digits = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number = plain.parse::<f64>().ok().filter(|_| digits);
    number.ok_or_else(|| "write a number from 0 to 100, in digits".to_owned())
}

fn rank(typed: &str, asked: &Definition) -> Result<u32, String> {
    typed.parse().map_err(|_| format!("write a whole number from 1 to {}, or leave it empty", asked.criteria.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked() -> Definition {
        adit_record::round::read_file(include_str!("../../../../examples/rounds/lithium-2026.toml")).unwrap()
    }

    fn fields(troubles: &[Trouble]) -> Vec<&str> {
        troubles.iter().map(|trouble| trouble.field.as_str()).collect()
    }

    #[test]
    fn what_is_typed_is_read_as_people_write_it() {
        let typed = Typed::read(b"way=points&points-carbon=+50&points-jobs=12,5&points-water=0&group=company");
        let ballot = typed.ballot(&asked()).unwrap();
        assert_eq!(ballot.group.as_deref(), Some("company"));
        let Said::Points { points } = ballot.said else { unreachable!("points were chosen") };
        assert_eq!(points.values().copied().collect::<Vec<_>>(), [50.0, 12.5, 0.0]);
    }

    #[test]
    fn each_thing_wrong_is_said_once_beside_its_field() {
        let wrong = |body: &str| Typed::read(body.as_bytes()).ballot(&asked()).unwrap_err();
        assert_eq!(
            fields(&wrong("way=points&points-carbon=much&points-jobs=101&points-water=")),
            ["carbon", "group", "jobs", "water"]
        );
        assert_eq!(fields(&wrong("way=points&points-carbon=1e3&points-jobs=1&points-water=1&group=")), ["carbon"]);
        assert_eq!(fields(&wrong("way=points&points-carbon=0&points-jobs=0&points-water=0&group=")), ["form"]);
        assert_eq!(fields(&wrong("way=ranking&ranking-carbon=1&ranking-jobs=1&group=")), ["carbon", "jobs"]);
        assert_eq!(fields(&wrong("way=ranking&ranking-carbon=first&group=")), ["carbon"]);
        assert_eq!(fields(&wrong("way=ranking&group=nobles")), ["group", "form"]);
        assert_eq!(fields(&wrong("way=swing&swing-carbon=90&swing-jobs=1&swing-water=1&group=")), ["form"]);
        assert_eq!(fields(&wrong("")), ["group", "carbon", "jobs", "water"]);
    }

    #[test]
    fn votes_are_read_and_what_is_left_out_was_not_voted_on() {
        let asked =
            adit_record::round::read_file(include_str!("../../../../examples/rounds/barranco-2026.toml")).unwrap();
        let typed = Typed::read(b"vote-year-of-water=agree&vote-no-mine=pass&vote-jobs-needed=&vote-unknown=agree");
        let ballot = typed.ballot(&asked).unwrap();
        let Said::Votes { votes } = &ballot.said else { unreachable!("votes were asked") };
        assert_eq!(votes.values().copied().collect::<Vec<_>>(), [Vote::Agree, Vote::Pass]);
        assert_eq!(Typed::of(&ballot).ballot(&asked).unwrap(), ballot);
        let wrong = |body: &str| Typed::read(body.as_bytes()).ballot(&asked).unwrap_err();
        assert_eq!(fields(&wrong("vote-no-mine=yes&vote-jobs-needed=agree")), ["no-mine"]);
        assert_eq!(fields(&wrong("way=points&points-carbon=1&group=")), ["form"]);
    }

    #[test]
    fn an_answer_shown_again_reads_as_the_same_answer() {
        for body in [
            "way=ranking&ranking-water=1&ranking-carbon=2&group=",
            "way=swing&swing-carbon=100&swing-jobs=33.3&swing-water=0&group=resident",
        ] {
            let ballot = Typed::read(body.as_bytes()).ballot(&asked()).unwrap();
            assert_eq!(Typed::of(&ballot).ballot(&asked()).unwrap(), ballot);
        }
    }
}
