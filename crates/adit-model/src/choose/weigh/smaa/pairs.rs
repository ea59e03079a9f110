//! Who stands before whom, from the ranks of a batch of vectors.

/// Vectors of a batch.
pub const BATCH: usize = 256;

/// Vectors compared at once: as many bytes as a register of plain x86-64 holds. A count in a lane is at most
/// `BATCH / WIDTH`, which a byte holds.
const WIDTH: usize = 16;

/// A rank in as few bits as will hold it.
pub trait Rank: Copy + PartialOrd + Default {
    /// From a place, which the caller knows to fit.
    fn of(place: usize) -> Self;
}

impl Rank for i8 {
    fn of(place: usize) -> Self {
        Self::try_from(place).unwrap_or(Self::MAX)
    }
}

impl Rank for i16 {
    fn of(place: usize) -> Self {
        Self::try_from(place).unwrap_or(Self::MAX)
    }
}

/// Adds to `before[i * n + j]`, for `j < i` and `n` alternatives, the vectors of the batch in which `j` stands before `i`.
pub fn count<R: Rank>(ranks: &[[R; BATCH]], before: &mut [u32]) {
    let n = ranks.len();
    for (i, (behind, row)) in ranks.iter().zip(before.chunks_exact_mut(n)).enumerate() {
        let (behind, _) = behind.as_chunks::<WIDTH>();
        for (front, count) in ranks.iter().take(i).zip(row) {
            let (front, _) = front.as_chunks::<WIDTH>();
            let mut lanes = [0_u8; WIDTH];
            for (back, front) in behind.iter().zip(front) {
                for lane in 0..WIDTH {
                    lanes[lane] += u8::from(back[lane] > front[lane]);
                }
            }
            *count += lanes.iter().map(|&count| u32::from(count)).sum::<u32>();
        }
    }
}
