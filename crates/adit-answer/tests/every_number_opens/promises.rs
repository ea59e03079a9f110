//! The dates of clocks and obligations: each opens as days from the event that it is counted from.

use adit_answer::promises::clock::question::ClockQuestion;
use adit_answer::promises::day;
use adit_facts::law::Date;

use super::opener::Opener;

fn date(text: &str) -> Date {
    day("as-of", text).unwrap()
}

/// Days between two ISO dates.
fn between(from: &str, to: &str) -> f64 {
    f64::from(adit_model::clock::counting::days_between(date(from), date(to)))
}

#[test]
fn of_clocks() {
    let mut opener = Opener::new();
    let day = date("2026-11-23");
    let words: [&[(&str, &str)]; 3] = [
        &[("before", "2028-12-31"), ("draws", "64"), ("seed", "3")],
        &[("what-if", "eia-preparation-started:2026-02-01"), ("draws", "0")],
        &[("what-if", "eia-preparation-started:2026-02-01"), ("reading", "preparation-counted")],
    ];
    for clock in opener.session.clocks(day).clocks {
        for pairs in words {
            let question = ClockQuestion::from_pairs(&clock.clock, day, pairs.iter().copied()).unwrap();
            let answer = opener.session.clock(&question).unwrap();
            for deadline in &answer.deadlines {
                let Some(from) = &deadline.counted_from else { continue };
                for (id, end) in [
                    (&deadline.why, &deadline.due),
                    (&deadline.why_effective, &deadline.effective),
                    (&deadline.why_latest, &deadline.latest),
                ] {
                    if let Some(id) = id {
                        opener.open(id, Some(between(from, end.as_ref().unwrap())));
                    }
                }
            }
            for stop in &answer.stops {
                opener.open(&stop.why, Some(f64::from(stop.days)));
            }
            for reading in &answer.readings {
                opener.open(reading.why.as_ref().unwrap(), None);
            }
            if let Some(projection) = &answer.projection {
                opener.open(&projection.why, Some(between(&answer.as_of, &projection.base)));
                for (id, chance) in
                    [(&projection.why_chance, projection.chance), (&projection.why_in_time, projection.in_time)]
                {
                    if let Some(id) = id {
                        opener.open(id, chance);
                    }
                }
            }
        }
    }
    assert!(opener.opened() > 100, "{}", opener.opened());
}

#[test]
fn of_obligations() {
    let mut opener = Opener::new();
    for day in ["2026-11-23", "2029-02-28"] {
        let answer = opener.session.obligations(date(day), None).unwrap();
        for entry in &answer.obligations {
            assert_eq!(entry.why.is_some(), entry.due.is_some(), "{}", entry.id);
            if let (Some(id), Some(due)) = (&entry.why, &entry.due) {
                let from = entry.triggered.as_deref().unwrap_or("2024-05-23");
                opener.open(id, Some(between(from, due)));
            }
        }
    }
    assert!(opener.opened() > 80, "{}", opener.opened());
}
