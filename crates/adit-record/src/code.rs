//! Receipt codes: 80 random bits, written for people.

use std::fmt;
use std::str::FromStr;

use crate::error::RecordError;
use crate::hash::Hash;
use crate::random;

/// Digits of Crockford's base 32: no I, L, O or U, which are read as others or as words.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 16;

/// A receipt code: sixteen digits of five bits each. It is kept only as its hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// A fresh code.
    pub fn fresh() -> Result<Self, RecordError> {
        let bytes: [u8; 10] = random::bytes()?;
        let bits = bytes.iter().fold(0_u128, |bits, &byte| (bits << 8) | u128::from(byte));
        let digit =
            |at: usize| usize::try_from((bits >> (5 * at)) & 31).ok().map_or('0', |digit| char::from(DIGITS[digit]));
        Ok(Self((0..LENGTH).rev().map(digit).collect()))
    }

    /// What is kept of a code: the round is in it, so that a code of another round is unknown here.
    pub(crate) fn key(&self, chain: &str) -> Hash {
        Hash::of(&[b"adit receipt 1\n", chain.as_bytes(), b"\n", self.0.as_bytes()])
    }
}

/// In groups of four, as `7QK2-M9XV-0F3T-AC5E`.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, digit) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

/// A code never appears in a log.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(..)")
    }
}

/// The text is no receipt code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a receipt code has sixteen letters and digits, as 7QK2-M9XV-0F3T-AC5E")]
pub struct NotACode;

/// Read as people write: any case, with or without hyphens and spaces, O for 0, I and L for 1.
impl FromStr for Code {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut code = String::with_capacity(LENGTH);
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '–' | '\u{2011}'))
        {
            let digit = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            if code.len() == LENGTH || !u8::try_from(digit).is_ok_and(|digit| DIGITS.contains(&digit)) {
                return Err(NotACode);
            }
            code.push(digit);
        }
        if code.len() == LENGTH { Ok(Self(code)) } else { Err(NotACode) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_written_and_as_people_write_it() {
        for _ in 0..200 {
            let code = Code::fresh().unwrap();
            let shown = code.to_string();
            assert_eq!(shown.len(), 19);
            for typed in [
                shown.clone(),
                shown.to_lowercase(),
                shown.replace('-', " "),
                shown.replace('0', "o").replace('1', "l"),
            ] {
                assert!(typed.parse::<Code>().unwrap() == code, "{typed}");
            }
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "7QK2-M9XV-0F3T", "7QK2-M9XV-0F3T-AC5E-1", "7QK2-M9XV-0F3T-AC5U", "7QK2-M9XV-0F3T-AC5É"] {
            assert!(text.parse::<Code>().is_err(), "{text}");
        }
    }

    #[test]
    fn every_digit_is_drawn() {
        let seen: std::collections::BTreeSet<char> =
            (0..200).flat_map(|_| Code::fresh().unwrap().0.chars().collect::<Vec<_>>()).collect();
        assert_eq!(seen.len(), 32);
    }
}
