//! Survival functions against scipy.stats, tails included.

use super::fixture::{FIXTURE, lifetime};

/// Below this a double has no full set of digits, and only the absolute difference counts.
const SMALLEST: f64 = 1e-290;

#[test]
fn survival_is_that_of_scipy() {
    let mut kinds = std::collections::BTreeSet::new();
    let (mut relative, mut absolute, mut tails) = (0.0_f64, 0.0_f64, 0);
    for curve in &FIXTURE.survival.grid {
        kinds.insert(curve.kind.as_str());
        let ours = lifetime(&curve.kind, &curve.parameters, 0, 1.0);
        for (age, theirs) in curve.age.iter().zip(&curve.survival) {
            let survival = ours.survival(*age);
            absolute = absolute.max((survival - theirs).abs());
            if *theirs > SMALLEST {
                relative = relative.max((survival / theirs - 1.0).abs());
                tails += usize::from(*theirs < 1e-12);
            }
            assert!(absolute <= 1e-12 && relative <= 1e-10, "{} at {age}: {survival} beside {theirs}", curve.kind);
        }
    }
    assert_eq!(kinds.len(), 7, "all kinds");
    assert!(tails > 20, "{tails} values far out in the tails");
    assert!(FIXTURE.survival.scipy_from_mpmath < 1e-11, "scipy.stats is itself right");
}
