//! Numbers as they were printed: the value, and the bounds that the printed precision implies (rules §1.5).

use thiserror::Error;

/// A number as published, in the unit of computation (shares as fractions).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// The figure itself; the middle of the interval where only an interval was printed ("<0.1").
    pub value: f64,
    /// Lowest value that would have been printed like this, cut to the possible range.
    pub low: f64,
    /// Highest value that would have been printed like this, cut to the possible range.
    pub high: f64,
}

impl Printed {
    /// A number without any rounding.
    pub fn exact(value: f64) -> Self {
        Self { value, low: value, high: value }
    }

    /// Whether it is one point.
    pub fn is_exact(&self) -> bool {
        self.low >= self.high
    }
}

/// How finely a column was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// Not rounded, or defined: no interval.
    Exact,
    /// This many decimals, whatever the cell shows (trailing zeros were lost).
    Decimals(u8),
    /// As many decimals as the cell shows, at least this many.
    Shown {
        /// Fewest decimals of the column.
        at_least: u8,
    },
}

/// How a column's text becomes a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Format {
    /// The text is in percent, the number a fraction.
    pub percent: bool,
    /// Rounding of the column.
    pub precision: Precision,
    /// Lowest possible value, in the unit of computation.
    pub minimum: f64,
    /// Highest possible value, in the unit of computation.
    pub maximum: f64,
}

/// Why a text is not a number of its column.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum PrintedError {
    /// Not a number at all.
    #[error("\"{0}\" is not a number")]
    NotANumber(String),
    /// A number, but impossible here.
    #[error("{given} is outside the possible range{range}")]
    OutOfRange {
        /// The text.
        given: String,
        /// The range in words, as printed: ` 0 to 1`, `: 0 or more`.
        range: String,
    },
}

impl Format {
    /// Reads a printed number; `None` for a blank cell or one of the usual words for "missing".
    pub fn read(&self, text: &str) -> Result<Option<Printed>, PrintedError> {
        let text = text.trim();
        if matches!(text, "" | "-" | "N/A" | "n/a" | "NA") {
            return Ok(None);
        }
        let bare = if self.percent { text.strip_suffix('%').unwrap_or(text).trim_end() } else { text };
        let (mark, digits) = match bare.as_bytes().first() {
            Some(b'<') => (Mark::Below, bare[1..].trim_start()),
            Some(b'>') => (Mark::Above, bare[1..].trim_start()),
            _ => (Mark::Plain, bare),
        };
        let number = plain_number(digits).ok_or_else(|| PrintedError::NotANumber(text.to_owned()))?;
        let scale = if self.percent { 100.0 } else { 1.0 };
        let value = number / scale;
        if !(self.minimum..=self.maximum).contains(&value) {
            let range = range(self.minimum * scale, self.maximum * scale, self.percent);
            return Err(PrintedError::OutOfRange { given: text.to_owned(), range });
        }
        let half = self.half_of_last_digit(digits);
        let printed = match mark {
            Mark::Plain if half == 0.0 => Printed::exact(value),
            Mark::Plain => self.interval(value, (number - half) / scale, (number + half) / scale),
            Mark::Below => {
                let low = self.minimum.max(0.0).min(value);
                self.interval(f64::midpoint(low, value), low, value)
            }
            Mark::Above => {
                let high = ((number + half) / scale).min(self.maximum);
                self.interval(f64::midpoint(value, high), value, high)
            }
        };
        Ok(Some(printed))
    }

    /// Half a unit of the last printed digit, in the printed unit; 0 where the column is exact. Figures that were printed
    /// in thousands keep their digits ("750E3"), so that their last one is not taken for a unit.
    fn half_of_last_digit(&self, digits: &str) -> f64 {
        let (digits, power) = digits.split_once(['E', 'e']).unwrap_or((digits, "0"));
        let shown = digits.split_once('.').map_or(0, |(_, fraction)| u8::try_from(fraction.len()).unwrap_or(u8::MAX));
        let decimals = match self.precision {
            Precision::Exact => return 0.0,
            Precision::Decimals(d) => d.max(shown),
            Precision::Shown { at_least } => shown.max(at_least),
        };
        0.5 * 10f64.powi(power.parse().unwrap_or(0_i32).saturating_sub(i32::from(decimals)))
    }

    /// Ends widened outward by one step, as a decimal such as 0.35 is not a binary number; cut to the possible range.
    fn interval(&self, value: f64, low: f64, high: f64) -> Printed {
        Printed {
            value,
            low: low.next_down().max(self.minimum).min(value),
            high: high.next_up().min(self.maximum).max(value),
        }
    }
}

enum Mark {
    Plain,
    Below,
    Above,
}

/// A finite decimal number without thousands separators.
pub(crate) fn plain_number(digits: &str) -> Option<f64> {
    let starts_well = digits.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '.' || c == '+');
    let number: f64 = digits.parse().ok()?;
    (starts_well && number.is_finite()).then_some(number)
}

fn shown(value: f64, percent: bool) -> String {
    if percent { format!("{value} %") } else { format!("{value}") }
}

/// A range in words; a column without a highest or lowest value has the largest number there is.
fn range(minimum: f64, maximum: f64, percent: bool) -> String {
    match (minimum > f64::MIN, maximum < f64::MAX) {
        (true, false) => format!(": {} or more", shown(minimum, percent)),
        (false, true) => format!(": {} or less", shown(maximum, percent)),
        _ => format!(" {} to {}", shown(minimum, percent), shown(maximum, percent)),
    }
}

/// Decimals that a published figure shows, for `within_rounding`: "1" in a one-decimal column has one.
pub fn decimals_shown(text: &str) -> u8 {
    text.trim().split_once('.').map_or(0, |(_, fraction)| u8::try_from(fraction.len()).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARE: Format =
        Format { percent: true, precision: Precision::Shown { at_least: 0 }, minimum: 0.0, maximum: 1.0 };

    fn share(text: &str) -> Printed {
        SHARE.read(text).unwrap().unwrap()
    }

    #[test]
    fn whole_percent_carries_half_a_percent() {
        let four = share("4");
        assert_eq!(four.value, 0.04);
        assert!((four.low - 0.035).abs() < 1e-15 && (four.high - 0.045).abs() < 1e-15);
        assert!(four.low < 0.035 && four.high > 0.045, "ends are widened outward");
    }

    #[test]
    fn one_decimal_is_finer_and_the_percent_sign_is_welcome() {
        let share = share("8.3%");
        assert!((share.high - share.low - 0.001).abs() < 1e-12);
    }

    #[test]
    fn a_figure_printed_in_thousands_is_known_to_half_a_thousand() {
        let tonnes =
            Format { percent: false, precision: Precision::Shown { at_least: 0 }, minimum: 0.0, maximum: f64::MAX };
        let smelted = tonnes.read("750E3").unwrap().unwrap();
        assert_eq!(smelted.value, 750_000.0);
        assert!((smelted.low - 749_500.0).abs() < 1e-6 && (smelted.high - 750_500.0).abs() < 1e-6);
        let gallium = tonnes.read("3000E-3").unwrap().unwrap();
        assert!((gallium.high - 3.0005).abs() < 1e-12);
    }

    #[test]
    fn ends_are_cut_to_the_possible_range() {
        assert_eq!(share("100").high, 1.0);
        assert_eq!(share("0").low, 0.0);
    }

    #[test]
    fn less_than_is_a_box_with_its_middle() {
        let small = share("<0.1");
        assert_eq!(small.low, 0.0);
        assert!((small.value - 0.0005).abs() < 1e-15);
        assert!((small.high - 0.001).abs() < 1e-12);
        let traces = share(">0");
        assert_eq!(traces.low, 0.0);
        assert!((traces.high - 0.005).abs() < 1e-12);
        assert_eq!(share(">100").value, 1.0, "the middle of an interval lies in the possible range too");
    }

    #[test]
    fn blanks_and_dashes_are_missing_and_words_are_errors() {
        assert_eq!(SHARE.read(" ").unwrap(), None);
        assert_eq!(SHARE.read("N/A").unwrap(), None);
        assert!(matches!(SHARE.read("a lot"), Err(PrintedError::NotANumber(_))));
        assert!(matches!(SHARE.read("inf"), Err(PrintedError::NotANumber(_))));
        assert!(matches!(SHARE.read("101"), Err(PrintedError::OutOfRange { .. })));
        let tonnes = Format { percent: false, precision: Precision::Exact, minimum: 0.0, maximum: f64::MAX };
        assert_eq!(tonnes.read("-1").unwrap_err().to_string(), "-1 is outside the possible range: 0 or more");
        assert!(matches!(SHARE.read("-1"), Err(PrintedError::OutOfRange { .. })));
    }

    #[test]
    fn lost_trailing_zeros_do_not_widen_a_two_decimal_column() {
        let index = Format { percent: false, precision: Precision::Decimals(2), minimum: 0.0, maximum: 1.0 };
        let nine = index.read("0.9").unwrap().unwrap();
        assert!((nine.high - 0.905).abs() < 1e-12);
    }
}
