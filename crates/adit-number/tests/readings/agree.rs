//! Value, slope, reason and every lane do the same operations in the same order: the same bits.

use adit_number::{AsSlope, AsValue, Fact, Lanes, Transcendental};
use proptest::prelude::*;

use crate::formulas::{cases, moved};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn readings_agree_to_the_last_bit((formula, facts) in cases()) {
        let value = formula.value(&facts).to_bits();
        prop_assert_eq!(formula.slope(&facts, 1).re.to_bits(), value);
        prop_assert_eq!(formula.traced_value(&facts).to_bits(), value);
        let twice = AsSlope { inner: AsSlope { inner: AsValue, index: 0 }, index: 1 };
        prop_assert_eq!(formula.read(&twice, &facts).re.re.to_bits(), value);
    }

    #[test]
    fn every_lane_is_the_value_of_its_draw((formula, facts) in cases(), inside in prop::collection::vec(0.0..=1.0, 40)) {
        let worlds: [Vec<Fact>; 8] = std::array::from_fn(|lane| moved(&facts, &inside[lane..]));
        let samples: Vec<[f64; 8]> =
            (0..facts.len()).map(|row| std::array::from_fn(|lane| worlds[lane][row].value)).collect();
        let drawn = formula.draws(&facts, &samples);
        for (lane, world) in worlds.iter().enumerate() {
            prop_assert_eq!(drawn.0[lane].to_bits(), formula.value(world).to_bits());
        }
    }
}

#[test]
fn lanes_have_the_functions_of_f64() {
    let lanes = Lanes([0.25, 1.0, 7.5]);
    for (lane, x) in lanes.0.into_iter().enumerate() {
        assert_eq!(lanes.exp().0[lane].to_bits(), libm::exp(x).to_bits());
        assert_eq!(lanes.ln().0[lane].to_bits(), libm::log(x).to_bits());
        assert_eq!(lanes.powf(-1.3).0[lane].to_bits(), libm::pow(x, -1.3).to_bits());
        assert_eq!(lanes.sqrt().0[lane].to_bits(), x.sqrt().to_bits());
    }
}
