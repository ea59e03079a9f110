//! How much of a planned capacity counts: by hand, and what holds for every plan.

use adit_model::chain::pipeline::{Assumed, Plan};
use adit_number::Ranged;
use proptest::prelude::*;

use super::made_up::{datum, near};

pub fn exactly(value: f64) -> Assumed {
    Assumed { number: Ranged::point(value), input: None }
}

/// A plan of some tonnes that starts in a year, for sure, at once and in full.
pub fn plan(project: &str, tonnes: f64, start: u16) -> Plan {
    Plan {
        project: project.to_owned(),
        name: project.to_owned(),
        promoter: project.to_owned(),
        tonnes: Ranged::point(tonnes),
        fact: datum(tonnes),
        start: Some(start),
        probability: exactly(1.0),
        delay: exactly(0.0),
        ramp: exactly(0.0),
    }
}

/// 1000 t with a chance of one half, from 2028, one year late, two years to full capacity.
#[test]
fn a_late_ramp_by_hand() {
    let plan = Plan { probability: exactly(0.5), delay: exactly(1.0), ramp: exactly(2.0), ..plan("a", 1000.0, 2028) };
    let counted = [2027, 2028, 2029, 2030, 2040].map(|year| plan.counted(year).value);
    for (found, wanted) in counted.into_iter().zip([0.0, 0.0, 250.0, 500.0, 500.0]) {
        assert!(near(found, wanted), "{counted:?}");
    }
}

#[test]
fn limits_are_those_of_the_best_and_the_worst_case() {
    let range = |value, low, high| Assumed { number: Ranged::new(value, low, high), input: None };
    let plan = Plan {
        probability: range(0.5, 0.25, 0.75),
        delay: range(1.0, 0.0, 2.0),
        ramp: range(2.0, 1.0, 4.0),
        ..plan("a", 1000.0, 2028)
    };
    // Elapsed by the end of 2029: 2 - delay, so 0 to 2 years; of a ramp of 1 to 4 years.
    let counted = plan.counted(2029);
    assert!(near(counted.value, 1000.0 * 0.5 * 0.5), "{counted:?}");
    assert!(counted.low() <= 1e-9 && near(counted.high(), 1000.0 * 0.75), "{counted:?}");
}

#[test]
fn a_plan_without_a_start_counts_in_the_upper_end_alone() {
    let plan = Plan { start: None, probability: exactly(0.4), ..plan("a", 1000.0, 2028) };
    let counted = plan.counted(2030);
    assert_eq!((counted.value, counted.low()), (0.0, 0.0));
    assert!(near(counted.high(), 400.0));
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let range = |most: f64| {
        (0.0..=most, 0.0..=most, 0.0..=most)
            .prop_map(|(value, low, high)| Assumed { number: Ranged::new(value, low, high), input: None })
    };
    (0.0..1e6, proptest::option::of(2015_u16..2040), range(1.0), range(6.0), range(8.0)).prop_map(
        |(tonnes, start, probability, delay, ramp)| Plan {
            start,
            probability,
            delay,
            ramp,
            ..plan("any", tonnes, 2030)
        },
    )
}

proptest! {
    #[test]
    fn what_counts_never_falls_and_never_exceeds_what_is_expected(plan in any_plan(), year in 2015_u16..2040) {
        let (now, next) = (plan.counted(year), plan.counted(year + 1));
        prop_assert!(0.0 <= now.low() && now.low() <= now.value && now.value <= now.high());
        prop_assert!(now.value <= next.value && now.low() <= next.low() && now.high() <= next.high());
        let expected = plan.tonnes.value * plan.probability.number.value;
        prop_assert!(now.value >= 0.0 && now.value <= expected * (1.0 + 1e-12));
    }
}
