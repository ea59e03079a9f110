//! Randomness from the operating system, and from nowhere else.

use crate::error::RecordError;

/// Bytes that nobody can guess.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], RecordError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|cause| RecordError::NoRandomness(cause.to_string()))?;
    Ok(bytes)
}
