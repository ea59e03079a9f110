//! Our numbers against others': 400-bit values of mpmath, and published ones.

mod neighbours;

use adit_number::{Bounds, Transcendental, normal_quantile, stable_key, uniform};
use neighbours::{EXP, LN, POWER_1_7, POWER_3, POWER_MINUS_0_4};

/// The exact result lies between two neighbouring doubles; bounds that hold both hold it.
fn hold_the_exact(table: &[[u64; 2]], function: impl Fn(Bounds) -> Bounds) {
    for row in table {
        let [x, below] = row.map(f64::from_bits);
        let bounds = function(Bounds::point(x));
        assert!(bounds.contains(below) && bounds.contains(below.next_up()), "{x}: {below} not in {bounds:?}");
        assert!(bounds.width() <= 10.0 * (below.next_up() - below), "{x}: {bounds:?} is wider than it need be");
    }
}

#[test]
fn bounds_of_libm_hold_the_exact_result() {
    hold_the_exact(EXP, Transcendental::exp);
    hold_the_exact(LN, Transcendental::ln);
    hold_the_exact(POWER_1_7, |x| x.powf(1.7));
    hold_the_exact(POWER_MINUS_0_4, |x| x.powf(-0.4));
    hold_the_exact(POWER_3, |x| x.powf(3.0));
}

#[test]
fn functions_outside_their_domain_say_nothing() {
    let mixed = Bounds::new(-1.0, 4.0);
    assert_eq!(Bounds::new(-2.0, -1.0).ln(), Bounds::EVERYTHING);
    assert_eq!(Bounds::new(-2.0, -1.0).sqrt(), Bounds::EVERYTHING);
    assert_eq!(mixed.powf(0.5), Bounds::EVERYTHING);
    assert_eq!(mixed.powf(0.0), Bounds::point(1.0));
    assert_eq!(mixed.ln().lo(), f64::NEG_INFINITY);
    assert_eq!((mixed.sqrt().lo(), mixed.sqrt().hi()), (0.0, 2.0f64.next_up()));
    assert_eq!(Bounds::new(-0.0, 1.0).powf(-1.0).hi(), f64::INFINITY);
    assert_eq!(Bounds::EVERYTHING.exp(), Bounds::new(0.0, f64::INFINITY));
}

/// The three results given with Algorithm AS 241 (Wichura 1988); mpmath gives the same by `erfinv`.
#[test]
fn normal_quantile_gives_the_published_results() {
    let published =
        [(0.25, -0.674_489_750_196_081_7), (0.001, -3.090_232_306_167_814), (1e-20, -9.262_340_089_798_408)];
    for (u, z) in published {
        let ours = normal_quantile(u);
        assert!(((ours - z) / z).abs() < 4.0 * f64::EPSILON, "{u}: {ours} against {z}");
    }
}

/// The critical values that every table of the normal distribution prints.
#[test]
fn normal_quantile_agrees_with_tables() {
    for (u, z) in [(0.5, 0.0), (0.95, 1.645), (0.975, 1.960), (0.99, 2.326), (0.995, 2.576), (0.9995, 3.291)] {
        assert!((normal_quantile(u) - z).abs() < 0.0005, "{u}");
        assert!((normal_quantile(u) + normal_quantile(1.0 - u)).abs() < 1e-12, "{u}");
    }
}

#[test]
fn normal_quantile_rises_and_refuses_what_is_no_probability() {
    let steps = (1..10_000).map(|n| normal_quantile(f64::from(n) / 10_000.0));
    assert!(steps.is_sorted_by(|a, b| a < b));
    assert!([0.0, 1.0, -0.1, 1.1, f64::NAN].iter().all(|u| normal_quantile(*u).is_nan()));
    let (least, most) = (f64::EPSILON / 2.0, 1.0 - f64::EPSILON / 2.0);
    assert!(normal_quantile(least).is_finite() && normal_quantile(most).is_finite());
}

/// Test vectors of the FNV authors (draft-eastlake-fnv, appendix with FNV-1a 64 results), and one key of our own.
#[test]
fn stable_keys_never_change() {
    assert_eq!(stable_key(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(stable_key("a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(stable_key("foobar"), 0x8594_4171_f739_67e8);
    assert_eq!(stable_key("recycling/ec-2023/lithium/eol-rir"), 0x07b1_a1c7_0d15_6abc);
}

/// Pinned, and computed by another programme: saved results name their draws by seed, draw and key.
#[test]
fn random_numbers_never_change() {
    let pinned = [(0, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1), (u64::MAX, u64::MAX, u64::MAX)]
        .map(|(seed, draw, key)| uniform(seed, draw, key).to_bits());
    assert_eq!(
        pinned,
        [
            0x3fd5_a2a6_c2c6_8b02,
            0x3fdb_b217_c7e1_51ee,
            0x3fd1_396e_2c51_fbde,
            0x3fe0_b8c3_4601_d8e1,
            0x3fe1_b698_c12b_66b5
        ]
    );
}
