//! Bands of draws.

use adit_number::{Band, BandError, Side};
use proptest::prelude::*;

/// `numpy.quantile(x, p)` (NumPy 2, its default method "linear") of the ten values.
#[test]
fn quantiles_are_those_of_numpy() {
    let mut draws = [3.0, 1.0, 4.0, 1.5, 9.0, 2.6, 5.3, 5.8, 9.7, 9.3];
    let band = Band::of(&mut draws).expect("ten draws");
    let theirs = [1.225, 2.7, 4.65, 8.2, 9.52, 5.12];
    let ours = [band.p05, band.p25, band.p50, band.p75, band.p95, band.mean];
    for (ours, theirs) in ours.iter().zip(&theirs) {
        assert!((ours - theirs).abs() < 1e-14, "{ours} {theirs}");
    }
}

#[test]
fn one_draw_and_equal_draws_are_their_own_band() {
    for count in [1, 2, 7] {
        let band = Band::of(&mut vec![0.1; count]).expect("some draws");
        assert_eq!([band.p05, band.p25, band.p50, band.p75, band.p95, band.mean], [0.1; 6]);
        assert_eq!(band.skew(0.05), None);
    }
}

#[test]
fn draws_without_a_band_are_named() {
    assert_eq!(Band::of(&mut []), Err(BandError::NoDraws));
    assert_eq!(Band::of(&mut [1.0, f64::NAN, 2.0]), Err(BandError::NotFinite { draw: 1, draws: 3 }));
}

proptest! {
    /// Selected, not sorted: against the definition on sorted draws.
    #[test]
    fn a_band_is_that_of_the_sorted_draws(draws in prop::collection::vec(-1e3..1e3, 1..300usize)) {
        let mut sorted = draws.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let at = |hundredths: usize| {
            let place = hundredths * (sorted.len() - 1);
            let (below, part) = (place / 100, (place % 100) as f64 / 100.0);
            sorted[below] + part * (sorted[(below + 1).min(sorted.len() - 1)] - sorted[below])
        };
        let band = Band::of(&mut draws.clone()).expect("finite");
        for (ours, theirs) in [(band.p05, at(5)), (band.p25, at(25)), (band.p50, at(50)), (band.p75, at(75)), (band.p95, at(95))] {
            prop_assert!((ours - theirs).abs() < 1e-9, "{} {}", ours, theirs);
        }
        prop_assert!(band.p05 <= band.p25 && band.p25 <= band.p50 && band.p50 <= band.p75 && band.p75 <= band.p95);
        prop_assert!((band.mean - draws.iter().sum::<f64>() / draws.len() as f64).abs() < 1e-9);
    }
}

#[test]
fn a_mean_away_from_the_median_is_explained() {
    // 0, 1, .. 99 and their squares: the squares reach far above.
    let mut even: Vec<f64> = (0..100).map(f64::from).collect();
    let mut squares: Vec<f64> = even.iter().map(|n| n * n).collect();
    let mut mirrored: Vec<f64> = squares.iter().map(|n| -n).collect();
    assert_eq!(Band::of(&mut even).expect("finite").skew(0.01), None);
    let band = Band::of(&mut squares).expect("finite");
    let skew = band.skew(0.05).expect("a longer tail");
    assert_eq!((skew.longer, skew.mean, skew.median), (Side::Above, band.mean, band.p50));
    // 3283.5 less the middle of 49^2 and 50^2 is 833, and the band is 8935.9 wide, a little less than 95^2.
    assert!((skew.part_of_band - 833.0 / (band.p95 - band.p05)).abs() < 1e-12);
    assert_eq!(band.skew(0.1), None);
    assert!(skew.to_string().starts_with("The mean lies above the median because"));
    let below = Band::of(&mut mirrored).expect("finite").skew(0.05).expect("a longer tail");
    assert_eq!(below.longer, Side::Below);
}

/// One draw in a hundred away from the rest: the band has no width, and the mean still says so.
#[test]
fn a_band_without_width_may_have_a_mean_beside_it() {
    let mut draws = vec![0.0; 99];
    draws.push(5.0);
    let skew = Band::of(&mut draws).expect("finite").skew(0.05).expect("a mean above 0");
    assert_eq!((skew.part_of_band, skew.longer), (f64::INFINITY, Side::Above));
}
