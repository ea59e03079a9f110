//! Random numbers by what they are for, not by where they stand.
//!
//! The random number of a fact in a draw depends on the seed, the number of the draw and the fact's stable key, and on
//! nothing else: not on thread, machine, row order or other facts. So two scenarios are compared on the same draws.

use crate::{Fact, normal_quantile};

/// The step of `SplitMix64`: the odd number nearest to 2^64 divided by the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// The output function of `SplitMix64`.
///
/// # Source
/// G. L. Steele, D. Lea, C. H. Flood (2014), Fast splittable pseudorandom number generators, OOPSLA '14, 453-472,
/// <https://doi.org/10.1145/2660193.2660195>, with the constants of S. Vigna's reference implementation,
/// <https://prng.di.unimi.it/splitmix64.c>.
pub(crate) fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Where the `SplitMix64` stream of one key starts.
pub(crate) fn start(seed: u64, key: u64) -> u64 {
    mix(mix(seed.wrapping_add(STEP)) ^ key)
}

/// Output number `draw` (from 0) of a `SplitMix64` stream: the generator counts in steps, so any output can be had
/// without those before it.
pub(crate) fn output(start: u64, draw: u64) -> u64 {
    mix(start.wrapping_add(STEP.wrapping_mul(draw.wrapping_add(1))))
}

/// The upper 52 bits as the middle of one of 2^52 equal parts of 0..1: never 0, never 1, symmetric about one half.
pub(crate) fn fraction(bits: u64) -> f64 {
    const PART: f64 = 1.0 / (1u64 << 52) as f64;
    ((bits >> 12) as f64 + 0.5) * PART
}

/// The uniform random number, strictly between 0 and 1, of a key in a draw.
///
/// Output number `draw` of the `SplitMix64` stream that starts at `mix(mix(seed + STEP) ^ key)`.
pub fn uniform(seed: u64, draw: u64, key: u64) -> f64 {
    fraction(output(start(seed, key), draw))
}

/// The draw key of a text such as `recycling/ec-2023/lithium/eol-rir`: FNV-1a with 64 bits over its UTF-8 bytes. It
/// never changes, as saved results name draws by it.
///
/// # Source
/// G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, The FNV Non-Cryptographic Hash Algorithm, IETF draft-eastlake-fnv,
/// sections 2 and 5.
pub fn stable_key(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Fills a block: draws `first_draw .. first_draw + N` of every fact, one row a fact by [`Fact::index`]. A draw has the
/// same bits in whichever block it falls.
///
/// Rows of indices that no fact has hold NaN, so that a fact that was forgotten shows.
pub fn sample<const N: usize>(facts: &[Fact], seed: u64, first_draw: u64, into: &mut Vec<[f64; N]>) {
    let rows = facts.iter().map(|fact| fact.index as usize + 1).max().unwrap_or(0);
    into.clear();
    into.resize(rows, [f64::NAN; N]);
    let mut last: Option<(u64, [f64; N])> = None;
    for fact in facts {
        into[fact.index as usize] = if fact.is_constant() {
            [fact.value; N]
        } else if fact.sd > 0.0 {
            // Facts of one key share their error, and usually stand together: its quantile is computed once.
            let errors = match last {
                Some((key, errors)) if key == fact.key => errors,
                _ => uniforms(seed, first_draw, fact.key).map(normal_quantile),
            };
            last = Some((fact.key, errors));
            errors.map(|z| fact.value + fact.sd * z)
        } else {
            let width = fact.high - fact.low;
            uniforms::<N>(seed, first_draw, fact.key).map(|u| {
                let x = fact.low + width * u;
                if x <= fact.high { x } else { fact.high }
            })
        };
    }
}

/// The uniform random numbers of a key in draws `first_draw .. first_draw + N`.
fn uniforms<const N: usize>(seed: u64, first_draw: u64, key: u64) -> [f64; N] {
    let start = start(seed, key);
    let mut drawn = [0.0; N];
    for (draw, u) in (0..).zip(&mut drawn) {
        *u = fraction(output(start, first_draw.wrapping_add(draw)));
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::output;

    /// The first outputs of `splitmix64.c` for the seed 1234567, as Rosetta Code, "Pseudo-random numbers/Splitmix64",
    /// asks of every implementation.
    #[test]
    fn streams_are_those_of_splitmix64() {
        let first = [0, 1, 2, 3, 4].map(|draw| output(1_234_567, draw));
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(first, published);
    }
}
