//! Everything due under the Act as of a day: what is due next on top, then what has no date, then what has passed.

use adit_facts::law::{Basis, Date, Obligation, Party, Unit};

use super::counting::{add_days, add_months};

/// A duty with one of its dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// The date; `None` where the trigger is unknown or the law names none.
    pub due: Option<Date>,
    /// Which of its dates: 1 is the first.
    pub number: i32,
    /// Whether the date has passed. Whether the duty was done is not in our facts.
    pub passed: bool,
    /// Whether it binds on the day of the question.
    pub in_force: bool,
    /// The duty.
    pub obligation: Obligation,
}

/// Months ahead for which every date of a recurring duty is listed; beyond it only the next one.
pub const AHEAD: i32 = 36;

/// Most dates of one recurring duty that are looked at.
const MOST: i32 = 400;

/// The duties of a party, or of all.
pub fn as_of(obligations: &[Obligation], day: Date, who: Option<Party>) -> Vec<Due> {
    let mut all: Vec<Due> = obligations
        .iter()
        .filter(|obligation| who.is_none_or(|who| obligation.who == who))
        .flat_map(|obligation| dates(obligation, day))
        .collect();
    let rank = |due: &Due| (!due.in_force, due.passed, due.due.is_none());
    all.sort_by(|a, b| {
        let days = if a.passed && b.passed { b.due.cmp(&a.due) } else { a.due.cmp(&b.due) };
        rank(a).cmp(&rank(b)).then(days).then_with(|| a.obligation.id.cmp(&b.obligation.id))
    });
    all
}

/// The first date of a duty: the date of the law, or the end of its period where the trigger is known.
pub fn first_date(obligation: &Obligation) -> Option<Date> {
    if obligation.date.is_some() {
        return obligation.date;
    }
    let from = obligation.triggered?;
    #[expect(clippy::cast_possible_truncation, reason = "lengths of the law are small whole numbers")]
    let length = obligation.length.as_ref()?.number.value.round() as i32;
    match obligation.unit? {
        Unit::Months => add_months(from, length),
        Unit::Days => add_days(from, length),
        // No period of the Act is in working days of a place that is not named.
        Unit::WorkingDays => None,
    }
}

/// The last date that has passed, then those to come: of a recurring duty all within [`AHEAD`], and the next in any case.
fn dates(obligation: &Obligation, day: Date) -> Vec<Due> {
    let in_force = obligation.is_in_force(day);
    let one = |due: Option<Date>, number: i32| Due {
        due,
        number,
        passed: due.is_some_and(|due| due < day),
        in_force,
        obligation: obligation.clone(),
    };
    let Some(first) = first_date(obligation) else { return vec![one(None, 1)] };
    let Some(every) = obligation.every_months else { return vec![one(Some(first), 1)] };
    let base = if obligation.basis == Basis::Relative { obligation.triggered.unwrap_or(first) } else { first };
    let until = add_months(day, AHEAD).unwrap_or(day);
    let mut found: Vec<Due> = Vec::new();
    let mut last_passed = None;
    for number in 1..=MOST {
        // Counted from the first day each time, so that the end of a month does not wear off.
        let steps = if obligation.basis == Basis::Relative { number } else { number - 1 };
        let Some(due) = add_months(base, every * steps) else { break };
        if due < day {
            last_passed = Some(one(Some(due), number));
            continue;
        }
        if due > until && !found.is_empty() {
            break;
        }
        found.push(one(Some(due), number));
    }
    last_passed.into_iter().chain(found).collect()
}
