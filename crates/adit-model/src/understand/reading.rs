//! How much there is to read in a consultation, and in how many days. Counted, not judged.

/// Pages to read on each day, for whoever wants to have read everything by the end.
///
/// `days` are the days that the consultation gives, as its own rule counts them (calendar or working days: the two are
/// told apart where they are shown). None without a day.
///
/// # Units
///
/// Pages a day.
pub fn pages_per_day(pages: u32, days: u32) -> Option<f64> {
    (days > 0).then(|| f64::from(pages) / f64::from(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(pages_per_day(3_000, 30), Some(100.0));
        assert_eq!(pages_per_day(0, 10), Some(0.0));
        assert_eq!(pages_per_day(10, 0), None);
    }
}
