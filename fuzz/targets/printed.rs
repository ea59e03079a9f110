//! Printed numbers: the first byte picks the column's format, the rest is the cell.
#![no_main]

use adit_facts::printed::{Format, Precision};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((which, bytes)) = data.split_first() else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let percent = which & 1 == 1;
    let precision = match (which >> 1) & 3 {
        0 => Precision::Exact,
        1 => Precision::Decimals(which >> 3),
        _ => Precision::Shown { at_least: which >> 3 },
    };
    for (minimum, maximum) in [(0.0, 1.0), (f64::MIN, 1.0), (f64::MIN, f64::MAX), (0.8, 1.5)] {
        let format = Format { percent, precision, minimum, maximum };
        if let Ok(Some(number)) = format.read(text) {
            assert!(number.low <= number.value && number.value <= number.high, "{text}: {number:?}");
            assert!(minimum <= number.low && number.high <= maximum, "{text}: {number:?}");
        }
    }
});
