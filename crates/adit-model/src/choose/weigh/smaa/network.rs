//! A sorting network: which two places to compare and exchange, in which order, whatever the values are. So many series
//! can be sorted side by side without a branch.
//!
//! # Source
//! K. E. Batcher (1968), Sorting networks and their applications, AFIPS Spring Joint Computer Conference 32, 307-314:
//! odd-even merge; in the iterative form of D. E. Knuth, The Art of Computer Programming 3, 2nd edition, 5.2.2, algorithm
//! M (merge exchange), with comparators beyond the number of places left out.

/// Comparators that bring `places` values into order, the first of each pair to the front; at most 128 places.
pub fn comparators(places: usize) -> Vec<(u8, u8)> {
    let whole = places.next_power_of_two();
    let mut found = Vec::new();
    let mut half = 1;
    while half < whole {
        let mut step = half;
        while step >= 1 {
            let mut from = step % half;
            while from + step < whole {
                for at in from..from + step {
                    let (front, back) = (at, at + step);
                    // Values beyond the last place would all be the least, and never move.
                    if back < places
                        && front / (2 * half) == back / (2 * half)
                        && let (Ok(front), Ok(back)) = (u8::try_from(front), u8::try_from(back))
                    {
                        found.push((front, back));
                    }
                }
                from += 2 * step;
            }
            step /= 2;
        }
        half *= 2;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::comparators;

    /// The zero-one principle: a network that sorts all sequences of noughts and ones sorts everything (Knuth 5.3.4,
    /// theorem Z).
    #[test]
    fn every_sequence_of_noughts_and_ones_is_sorted() {
        for places in 1..=16_u32 {
            let network = comparators(places as usize);
            for bits in 0..1_u32 << places {
                let sorted = network.iter().fold(bits, |now, &(front, back)| {
                    let wrong = now >> front & 1 == 0 && now >> back & 1 == 1;
                    if wrong { now ^ (1 << front) ^ (1 << back) } else { now }
                });
                assert_eq!(sorted, (1_u32 << bits.count_ones()) - 1, "{places} places, {bits:b}");
            }
        }
    }

    #[test]
    fn larger_numbers_of_places_are_sorted() {
        for places in [17, 31, 32, 33, 64, 100, 127, 128] {
            let network = comparators(places);
            for seed in 0..50_u64 {
                let mut values: Vec<u64> = (0..places as u64).map(|at| (at + 1) * (2 * seed + 7) % 113).collect();
                for &(front, back) in &network {
                    if values[usize::from(front)] < values[usize::from(back)] {
                        values.swap(front.into(), back.into());
                    }
                }
                assert!(values.is_sorted_by(|a, b| a >= b), "{places} places");
            }
        }
    }
}
