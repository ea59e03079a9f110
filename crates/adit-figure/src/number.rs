//! **How a number is written for people**: in tables, figures, documents and on the web. One rule, held by
//! `cases/numbers.json`, which the tests here and those of the workbench both read.
//!
//! 1. Missing is `–`.
//! 2. A `share` is written in percent: everything below is done to 100 times the number. (The JSON keeps fractions.)
//! 3. **As many digits as the bounds support.** Let `h` be the longer of the distances from the value to its two
//!    bounds. The last digit shown stands at the finest decimal place at which `h` is at most four units, so that digit
//!    is never wrong by more than four. A figure known to half its last digit (five units of the next place) so appears
//!    exactly as it was printed.
//!    Rounding may not push a value out of its own bounds: decimals are added until it lies within them.
//! 4. Without bounds, or with bounds closer than a billionth of the value (or of 1, whichever is larger), the number
//!    has the fewest decimals, from none, that give it back within 10^-12 of itself (or of 1).
//! 5. **At most four significant digits.** The first digit is that of the value rounded to four significant digits.
//! 6. **At least one significant digit**: bounds wider than the value do not make it zero.
//! 7. Half a unit is rounded away from zero.
//! 8. Four and more digits before the point are parted in groups of three by a thin space (U+2009). The minus sign is
//!    U+2212, left out where only zeros are shown.
//! 9. The unit follows after a thin space; `share` is `%`, `million-eur` is `million EUR`, and `index` (with or
//!    without a comment behind it), `estimate` and `factor` are numbers without one.
//!
//! Bounds are written `low–high` with one place more than rule 3 finds (and no fewer than the value has; never more than
//! four significant digits of the larger of the two), rounded outward, so that what is written always holds the bounds;
//! ends that lie within a millionth of a unit of a digit are taken as that digit. The unit stands once, at the end.

/// Thin space.
pub const THIN: char = '\u{2009}';
/// Minus sign.
pub const MINUS: char = '\u{2212}';
/// What stands for a number that is not known.
pub const MISSING: &str = "–";
const SIGNIFICANT: i32 = 4;
/// Units of the last digit shown that bounds may lie away from the value.
const UNITS: f64 = 4.0;

/// A number with what is known about it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Reading<'a> {
    /// The number, `None` if it is not known.
    pub value: Option<f64>,
    /// Lowest value.
    pub low: Option<f64>,
    /// Highest value.
    pub high: Option<f64>,
    /// Unit, as the documents name it: `share`, `index`, `million-eur`, `t` ...
    pub unit: &'a str,
}

impl<'a> Reading<'a> {
    /// A number without bounds.
    pub fn plain(value: Option<f64>, unit: &'a str) -> Self {
        Self { value, low: None, high: None, unit }
    }

    /// A number between bounds.
    pub fn between(value: Option<f64>, low: Option<f64>, high: Option<f64>, unit: &'a str) -> Self {
        Self { value, low, high, unit }
    }

    fn scaled(&self) -> Self {
        let scale = |number: Option<f64>| number.map(|n| if self.unit == "share" { n * 100.0 } else { n });
        Self { value: scale(self.value), low: scale(self.low), high: scale(self.high), unit: self.unit }
    }
}

/// The number with its unit.
pub fn number(reading: &Reading<'_>) -> String {
    let scaled = reading.scaled();
    match scaled.value.filter(|value| value.is_finite()) {
        // A year is a name, not an amount.
        Some(year) if reading.unit == "year" => format!("{year:.0}"),
        Some(value) => digits(value, places(value, scaled.low, scaled.high), nearest) + &suffix(reading.unit),
        None => MISSING.to_owned(),
    }
}

/// The bounds with their unit: `1.89–2.07`.
pub fn bounds(reading: &Reading<'_>) -> String {
    let scaled = reading.scaled();
    let finite = |number: Option<f64>| number.filter(|n| n.is_finite());
    let (low, high) = match (finite(scaled.low), finite(scaled.high)) {
        (Some(low), Some(high)) if low < high => (low, high),
        (Some(only), Some(_)) => return digits(only, places(only, None, None), nearest) + &suffix(reading.unit),
        (Some(low), None) => return one_sided('≥', low, downward, reading.unit),
        (None, Some(high)) => return one_sided('≤', high, upward, reading.unit),
        (None, None) => return MISSING.to_owned(),
    };
    let value = finite(scaled.value).unwrap_or(f64::midpoint(low, high));
    let finer =
        supported(value, Some(low), Some(high)).map_or(i32::MAX, |at| at + 1).max(places(value, Some(low), Some(high)));
    let largest = if low.abs() > high.abs() { low } else { high };
    let places = finer.min(SIGNIFICANT - 1 - first_digit(largest));
    format!("{}–{}{}", digits(low, places, downward), digits(high, places, upward), suffix(reading.unit))
}

/// A limit on one side only: `≥ 12 %`, with two significant digits, rounded away from the value.
fn one_sided(mark: char, limit: f64, round: fn(f64, i32) -> f64, unit: &str) -> String {
    let text = if limit == 0.0 { "0".to_owned() } else { digits(limit, 1 - first_digit(limit), round) };
    format!("{mark}{THIN}{text}{}", suffix(unit))
}

/// The unit as it follows a number: empty, or a thin space and the unit.
pub fn suffix(unit: &str) -> String {
    match unit {
        "" | "estimate" | "factor" => String::new(),
        _ if unit.starts_with("index") => String::new(),
        "share" => format!("{THIN}%"),
        "million-eur" => format!("{THIN}million EUR"),
        _ => format!("{THIN}{unit}"),
    }
}

/// Decimals to show, negative for whole tens and more.
fn places(value: f64, low: Option<f64>, high: Option<f64>) -> i32 {
    let most = SIGNIFICANT - 1 - first_digit(value);
    let Some(supported) = supported(value, low, high) else { return shortest(value, most) };
    let least = if value == 0.0 { i32::MIN } else { -first_digit(value) };
    let within = |at: i32| {
        let shown = nearest(value, at);
        low.is_none_or(|low| low <= shown) && high.is_none_or(|high| shown <= high)
    };
    (supported.max(least)..most).find(|&at| within(at)).unwrap_or(most)
}

/// Decimals that the bounds support; `None` without bounds.
fn supported(value: f64, low: Option<f64>, high: Option<f64>) -> Option<i32> {
    let below = low.map_or(0.0, |low| value - low);
    let above = high.map_or(0.0, |high| high - value);
    let half = below.max(above);
    (half > 1e-9 * value.abs().max(1.0)).then(|| decimals_for(half / UNITS))
}

/// The finest place at which one unit is not below `unit`.
fn decimals_for(unit: f64) -> i32 {
    // Logarithms differ by platform in the last bit; a billionth keeps powers of ten on their own side.
    #[expect(clippy::cast_possible_truncation, reason = "the logarithm of an f64 is within ±324")]
    let place = (unit.log10() - 1e-9).ceil() as i32;
    -place
}

/// The power of ten of the first digit of a number rounded to four significant digits; 0 for zero.
fn first_digit(value: f64) -> i32 {
    format!("{value:.3e}").rsplit_once('e').and_then(|(_, power)| power.parse().ok()).unwrap_or(0)
}

/// The fewest decimals that give a number back, at most `most`.
fn shortest(value: f64, most: i32) -> i32 {
    let close = 1e-12 * value.abs().max(1.0);
    (0..most).find(|&at| (nearest(value, at) - value).abs() < close).unwrap_or(most)
}

fn at_place(value: f64, places: i32, round: impl Fn(f64) -> f64) -> f64 {
    let scale = 10f64.powi(places.abs());
    if places >= 0 { round(value * scale) / scale } else { round(value / scale) * scale }
}

/// Half away from zero, decided on the decimal digits of the number, not on its product with a power of ten.
fn nearest(value: f64, places: i32) -> f64 {
    let Ok(decimals) = usize::try_from(places) else { return at_place(value, places, f64::round) };
    let text = format!("{value:.decimals$}");
    let rounded: f64 = text.parse().unwrap_or(value);
    let tie = format!("{:.*}", decimals + 30, value.abs());
    let is_tie = tie
        .get(tie.len().saturating_sub(30)..)
        .is_some_and(|rest| rest.starts_with('5') && !rest[1..].contains(|c| c != '0'));
    if is_tie && rounded.abs() < value.abs() { rounded + (10f64.powi(-places)).copysign(value) } else { rounded }
}

fn downward(value: f64, places: i32) -> f64 {
    at_place(value, places, |units| (units + 1e-6).floor())
}

fn upward(value: f64, places: i32) -> f64 {
    at_place(value, places, |units| (units - 1e-6).ceil())
}

/// A number at a place, rounded by `round`, with thin spaces and a true minus sign.
fn digits(value: f64, places: i32, round: impl Fn(f64, i32) -> f64) -> String {
    let rounded = if let Ok(decimals) = usize::try_from(places) {
        format!("{:.decimals$}", round(value, places).abs())
    } else {
        // Whole tens and more: their count, then zeros.
        let tens = (round(value, places) / 10f64.powi(-places)).round().abs();
        let zeros = if tens == 0.0 { 0 } else { places.unsigned_abs() as usize };
        format!("{tens:.0}{}", "0".repeat(zeros))
    };
    let (whole, fraction) = rounded.split_once('.').map_or((rounded.as_str(), None), |(w, f)| (w, Some(f)));
    let mut text = String::with_capacity(rounded.len() + 8);
    if value < 0.0 && rounded.contains(|c: char| ('1'..='9').contains(&c)) {
        text.push(MINUS);
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(THIN);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests;
