//! What must hold of any dates.

use adit_facts::law::{Date, StopKind};
use adit_model::clock::counting::{add_months, days_between, shifted};
use adit_model::clock::stops::{Stop, pushed, united};
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = Date> {
    (0..4000i32).prop_map(|days| shifted(Date::constant(2025, 1, 1), days))
}

fn any_stop() -> impl Strategy<Value = Stop> {
    (any_day(), 0..300i32).prop_map(|(after, days)| Stop {
        kind: StopKind::LateReport,
        after,
        until: shifted(after, days),
        runs: false,
    })
}

proptest! {
    #[test]
    fn more_stops_never_end_a_period_earlier(
        start in any_day(), length in 1..900i32,
        mut stops in prop::collection::vec(any_stop(), 0..6), one in any_stop(),
    ) {
        let end = shifted(start, length);
        let before = pushed(start, end, &stops);
        stops.push(one);
        let after = pushed(start, end, &stops);
        prop_assert!(after.0 >= before.0 && after.1 >= before.1);
        prop_assert_eq!(days_between(end, after.0), after.1);
    }

    #[test]
    fn the_union_of_stops_knows_no_order(stops in prop::collection::vec(any_stop(), 0..8)) {
        let mut turned = stops.clone();
        turned.reverse();
        prop_assert_eq!(united(&stops), united(&turned));
        let twice: Vec<Stop> = stops.iter().chain(&stops).cloned().collect();
        prop_assert_eq!(united(&stops), united(&twice));
        let spans = united(&stops);
        prop_assert!(spans.windows(2).all(|pair| pair[0].1 < pair[1].0));
        let sum: i32 = spans.iter().map(|(after, until)| days_between(*after, *until)).sum();
        prop_assert!(sum <= stops.iter().map(Stop::days).sum());
    }

    #[test]
    fn months_end_on_the_same_day_number_or_on_the_last(from in any_day(), months in 0..60i32) {
        let end = add_months(from, months).unwrap();
        let same = end.day() == from.day();
        prop_assert!(same || (end.day() < from.day() && end == end.last_of_month()));
        let count = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
        prop_assert_eq!(count(end) - count(from), months);
        // Back again it is the same day, unless the end of a month wore it off.
        let back = add_months(end, -months).unwrap();
        prop_assert!(back == from || !same);
    }

    #[test]
    fn a_working_day_is_never_before_the_day(day in any_day()) {
        let calendar = crate::harness::law().calendar("RO").unwrap();
        let (moved, why) = calendar.working_day_from(day);
        prop_assert!(moved >= day && calendar.no_work(moved).is_none());
        prop_assert_eq!(days_between(day, moved), i32::try_from(why.len()).unwrap());
    }
}
