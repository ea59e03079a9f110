//! Gates of exploration: what each costs, how likely it is passed, and what the right to stop is worth.

use adit_number::Rule;

/// Expected value through gates.
pub static STAGED: Rule = Rule {
    id: "appraise.staged-value",
    says: "Value at a gate if the project may be stopped: what is worth more, going on or stopping. Going on costs the gate at once and is worth, a gate's time later, the chance of passing times the value behind it",
    formula: "V(i) = max(0, −cost(i) + chance(i) × V(i + 1) / (1 + r)^years(i)); V(last + 1) = mean over draws of max(0, NPV) if the decision to build is free, else mean NPV",
    unit: "million EUR",
    source: "A. K. Dixit, R. S. Pindyck, Investment under Uncertainty, Princeton 1994, ch. 10 (sequential investment); J. E. Smith, R. F. Nau (1995), Management Science 41(5), 795-816",
};

/// A gate of exploration or study.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// Id: `drilling`, `feasibility`.
    pub id: String,
    /// What has to be paid to reach its decision, million euro, at the gate's beginning.
    pub cost: f64,
    /// Chance of passing it, 0 to 1.
    pub chance: f64,
    /// Years that it takes.
    pub years: f64,
}

/// The value of a project through its gates. Million euro at the first gate.
#[derive(Debug, Clone, PartialEq)]
pub struct Staged {
    /// If it may be stopped at every gate, and before it is built.
    pub with_stops: f64,
    /// If everything is carried through once begun: what was found is built, whatever it is worth.
    pub committed: f64,
    /// What the right to stop is worth: the difference.
    pub option: f64,
    /// Chance that it passes all gates.
    pub passes: f64,
    /// Chance that it is built, stops included.
    pub built: f64,
    /// Value on having passed each gate, stops included, at that time.
    pub after: Vec<f64>,
}

/// Values a project through gates, from the net present values of its draws as they are known when the last gate is passed,
/// each at the beginning of construction. `rate` is real. `None` without draws, or where a gate is not possible.
pub fn staged(gates: &[Gate], npv_draws: &[f64], rate: f64) -> Option<Staged> {
    let sound = |gate: &Gate| {
        (0.0..=1.0).contains(&gate.chance)
            && gate.cost.is_finite()
            && gate.cost >= 0.0
            && (0.0..=100.0).contains(&gate.years)
    };
    if npv_draws.is_empty() || !gates.iter().all(sound) || rate.is_nan() || rate <= -0.99 {
        return None;
    }
    let count = npv_draws.len() as f64;
    let mean = npv_draws.iter().sum::<f64>() / count;
    let free = npv_draws.iter().map(|npv| npv.max(0.0)).sum::<f64>() / count;
    let worth_building = npv_draws.iter().filter(|npv| **npv > 0.0).count() as f64 / count;
    let (mut with_stops, mut committed) = (free, mean);
    let mut after = Vec::with_capacity(gates.len());
    let mut goes_on = true;
    for gate in gates.iter().rev() {
        after.push(with_stops);
        let later = libm::pow(1.0 + rate, -gate.years);
        let going_on = -gate.cost + gate.chance * with_stops * later;
        goes_on &= going_on > 0.0;
        with_stops = going_on.max(0.0);
        committed = -gate.cost + gate.chance * committed * later;
    }
    after.reverse();
    let passes: f64 = gates.iter().map(|gate| gate.chance).product();
    Some(Staged {
        with_stops,
        committed,
        option: with_stops - committed,
        passes,
        built: if goes_on { passes * worth_building } else { 0.0 },
        after,
    })
}

#[cfg(test)]
mod tests {
    use super::{Gate, staged};

    fn gate(cost: f64, chance: f64) -> Gate {
        Gate { id: "drilling".into(), cost, chance, years: 0.0 }
    }

    /// Hand-worked: drilling for 2 succeeds in half; then 100 or -60, as likely as each other.
    #[test]
    fn the_worked_case() {
        let found = staged(&[gate(2.0, 0.5)], &[100.0, -60.0], 0.1).unwrap();
        // With stops: -2 + 0.5 * (0.5 * 100); committed: -2 + 0.5 * 20.
        assert_eq!((found.with_stops, found.committed, found.option), (23.0, 8.0, 15.0));
        assert_eq!((found.passes, found.built), (0.5, 0.25));
        assert_eq!(found.after, [50.0]);
    }

    #[test]
    fn a_gate_that_costs_more_than_it_promises_is_not_begun() {
        let found = staged(&[gate(60.0, 0.5), gate(1.0, 1.0)], &[100.0, -60.0], 0.0).unwrap();
        assert_eq!((found.with_stops, found.built), (0.0, 0.0));
        assert!(found.committed < 0.0);
    }

    #[test]
    fn gates_take_time() {
        let found = staged(&[Gate { years: 2.0, ..gate(0.0, 1.0) }], &[121.0], 0.1).unwrap();
        assert!((found.with_stops - 100.0).abs() < 1e-12 && (found.committed - 100.0).abs() < 1e-12);
    }

    #[test]
    fn impossible_gates_have_no_value() {
        assert!(staged(&[gate(1.0, 1.5)], &[1.0], 0.1).is_none());
        assert!(staged(&[gate(f64::NAN, 0.5)], &[1.0], 0.1).is_none());
        assert!(staged(&[], &[], 0.1).is_none());
    }
}
