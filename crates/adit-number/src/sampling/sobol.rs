//! One dimension of a scrambled Sobol sequence.
//!
//! # Source
//! - Direction numbers from the primitive polynomial: S. Joe, F. Y. Kuo (2008), Constructing Sobol sequences with better
//!   two-dimensional projections, SIAM Journal on Scientific Computing 30(5), 2635-2654,
//!   <https://doi.org/10.1137/070709359>, section 2.
//! - Order of points by the Gray code of their number: I. A. Antonov, V. M. Saleev (1979), An economic method of
//!   computing LP-tau sequences, USSR Computational Mathematics and Mathematical Physics 19(1), 252-256,
//!   <https://doi.org/10.1016/0041-5553(79)90085-5>.
//! - Scrambling: B. Burley (2020), Practical hash-based Owen scrambling, Journal of Computer Graphics Techniques 9(4),
//!   1-20, <https://jcgt.org/published/0009/04/01/>: on the reversed bits a hash in which each bit depends only on the
//!   bits below it is a nested uniform scrambling in the sense of A. B. Owen (1995).

use super::joe_kuo::{FIRST_NUMBERS, POLYNOMIALS};
use super::mix;

/// Bits of a point.
const BITS: usize = 32;

/// Laid over the start of an input's stream, so that its scrambling has numbers of its own.
const SCRAMBLE: u64 = 0x7363_7261_6d62_6c65;

/// One dimension: its direction numbers `v_1 .. v_32` and what it is scrambled by.
#[derive(Clone, Debug)]
pub(super) struct Dimension {
    directions: [u32; BITS],
    scramble: Scramble,
}

impl Dimension {
    /// Dimension `rank` (from 0), scrambled for the input whose stream starts at `start`.
    pub(super) fn new(rank: usize, start: u64) -> Self {
        Dimension { directions: directions(rank), scramble: Scramble::new(mix(start ^ SCRAMBLE)) }
    }

    /// The numbers of the draws from `first_draw` on: the middle of the cell of width 2^-32 that holds the point.
    pub(super) fn fill(&self, first_draw: u64, into: &mut [f64]) {
        const CELL: f64 = 1.0 / (1u64 << 32) as f64;
        let mut point = self.point(first_draw);
        for (draw, u) in (first_draw..).zip(into) {
            *u = (f64::from(self.scramble.apply(point)) + 0.5) * CELL;
            // The Gray codes of a number and the next differ in the bit that is the lowest zero of the number.
            point ^= self.directions.get(draw.trailing_ones() as usize).copied().unwrap_or(0);
        }
    }

    /// The point of a draw before scrambling: the sum modulo 2 of the directions at the ones of its Gray code.
    fn point(&self, draw: u64) -> u32 {
        let gray = draw ^ (draw >> 1);
        (0..).zip(&self.directions).filter(|(bit, _)| gray >> bit & 1 == 1).fold(0, |point, (_, v)| point ^ v)
    }
}

/// The direction numbers of a dimension, as fractions of 2^32.
fn directions(rank: usize) -> [u32; BITS] {
    let Some(above_first) = rank.checked_sub(1) else {
        return std::array::from_fn(|bit| 1 << (BITS - 1 - bit));
    };
    let degree = |polynomial: u16| polynomial.ilog2() as usize;
    let polynomial = POLYNOMIALS[above_first];
    let from: usize = POLYNOMIALS[..above_first].iter().map(|before| degree(*before)).sum();
    let degree = degree(polynomial);
    let mut directions = [0; BITS];
    for (bit, first) in FIRST_NUMBERS[from..from + degree].iter().enumerate() {
        directions[bit] = u32::from(*first) << (BITS - 1 - bit);
    }
    for bit in degree..BITS {
        // v_k = v_{k-s} / 2^s + a_1 v_{k-1} + .. + a_{s-1} v_{k-s+1} + v_{k-s}, sums modulo 2.
        let back = directions[bit - degree];
        directions[bit] = (1..degree)
            .filter(|step| polynomial >> (degree - step) & 1 == 1)
            .fold(back ^ (back >> degree), |sum, step| sum ^ directions[bit - step]);
    }
    directions
}

/// A nested uniform scrambling.
///
/// # Source
/// N. Vegdahl (2021), Building a better LK hash, <https://psychopath.io/post/2021_01_30_building_a_better_lk_hash>: the
/// constants; the form is that of S. Laine, T. Karras (2011), Stratified sampling for stochastic transparency, Computer
/// Graphics Forum 30(4), 1197-1204.
#[derive(Clone, Copy, Debug)]
struct Scramble {
    add: u32,
    times: u32,
}

impl Scramble {
    /// From 64 random bits: the upper half is added, the lower, made odd, multiplies.
    fn new(bits: u64) -> Self {
        let [add, times] = [bits >> 32, bits & 0xffff_ffff].map(|half| u32::try_from(half).unwrap_or(0));
        Scramble { add, times: times | 1 }
    }

    fn apply(self, point: u32) -> u32 {
        let mut x = point.reverse_bits();
        x ^= x.wrapping_mul(0x3d20_adea);
        x = x.wrapping_add(self.add).wrapping_mul(self.times);
        x ^= x.wrapping_mul(0x0552_6c56);
        x ^= x.wrapping_mul(0x53a2_2864);
        x.reverse_bits()
    }
}

#[cfg(test)]
mod tests {
    use super::{Dimension, Scramble};

    /// Points 1, 7, 100, 777, 1000 and 1023 of `scipy.stats.qmc.Sobol(512, scramble=False)` (SciPy 1.17.1), as
    /// fractions of 2^32, in seven of the dimensions.
    #[test]
    fn points_are_those_of_joe_and_kuo() {
        let scipy: [(usize, [u32; 6]); 7] = [
            (1, [0x8000_0000, 0x2000_0000, 0x6a00_0000, 0xb140_0000, 0x3840_0000, 0x0040_0000]),
            (17, [0x8000_0000, 0x2000_0000, 0xae00_0000, 0x6740_0000, 0xb840_0000, 0x5040_0000]),
            (64, [0x8000_0000, 0x6000_0000, 0xa600_0000, 0x6d40_0000, 0x7240_0000, 0x0a40_0000]),
            (129, [0x8000_0000, 0xe000_0000, 0x4200_0000, 0xaf40_0000, 0xe440_0000, 0xfc40_0000]),
            (256, [0x8000_0000, 0x2000_0000, 0x9200_0000, 0xa2c0_0000, 0x3fc0_0000, 0xd7c0_0000]),
            (400, [0x8000_0000, 0xa000_0000, 0x2600_0000, 0xed40_0000, 0x0a40_0000, 0x0240_0000]),
            (512, [0x8000_0000, 0x2000_0000, 0x8600_0000, 0xcc40_0000, 0x6540_0000, 0x9d40_0000]),
        ];
        for (number, points) in scipy {
            let dimension = Dimension::new(number - 1, 0);
            let ours = [1, 7, 100, 777, 1000, 1023].map(|draw| dimension.point(draw));
            assert_eq!(ours, points, "dimension {number}");
        }
    }

    /// What makes the scrambling nested: whether two points part at a bit is not changed by it, for any bit.
    #[test]
    fn scrambled_points_part_where_they_parted() {
        let scramble = Scramble::new(0x0123_4567_89ab_cdef);
        let points = (0..2000u32).map(|n| n.wrapping_mul(0x9e37_79b9));
        for (a, b) in points.clone().zip(points.skip(7)) {
            let parted = (a ^ b).leading_zeros();
            assert_eq!((scramble.apply(a) ^ scramble.apply(b)).leading_zeros(), parted, "{a:x} {b:x}");
        }
    }
}
