//! Decimal numbers that print as they were read.

use std::fmt;

/// A decimal number of at least 0, with its decimals: `1279.0` stays `1279.0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: u64,
    decimals: u8,
}

impl Decimal {
    /// From digits with at most one point; `None` for anything else, signs and exponents among them.
    pub fn read(text: &[u8]) -> Option<Self> {
        let mut number = Self { digits: 0, decimals: 0 };
        let mut point = false;
        for (at, byte) in text.iter().enumerate() {
            match byte {
                b'0'..=b'9' => {
                    number.digits = number.digits.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
                    number.decimals += u8::from(point);
                }
                b'.' if !point && at > 0 && at + 1 < text.len() => point = true,
                _ => return None,
            }
        }
        (!text.is_empty()).then_some(number)
    }

    /// The number.
    pub fn number(self) -> f64 {
        self.digits as f64 / 10f64.powi(self.decimals.into())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = 10_u64.pow(u32::from(self.decimals));
        match self.decimals {
            0 => write!(f, "{}", self.digits),
            decimals => write!(f, "{}.{:0width$}", self.digits / scale, self.digits % scale, width = decimals.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_print_as_they_were_read() {
        for text in ["0", "350.7", "1279.0", "0.003", "755268502.4", "0.0"] {
            assert_eq!(Decimal::read(text.as_bytes()).unwrap().to_string(), text);
        }
        assert_eq!(Decimal::read(b"350.7").unwrap().number(), 350.7);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "-1", "+1", ".5", "5.", "1.2.3", "1e3", "NaN", " 1", "1,5", "99999999999999999999"] {
            assert_eq!(Decimal::read(text.as_bytes()), None, "{text}");
        }
    }
}
