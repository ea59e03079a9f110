//! Figures as tables of production print them, and as text in tonnes that shows the same digits.

/// What stands in a cell for a figure.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    Blank,
    /// A figure.
    Figure(Figure),
    /// A word instead of a figure.
    Word(&'static str),
}

/// A printed figure: its digits, and whether it is a lower bound.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    digits: String,
    above: bool,
}

/// Said of a figure that the publisher keeps back so that no company's figure can be told from it.
pub(super) const WITHHELD: &str = "withheld by the publisher";
/// Said of a figure that the publisher does not have.
pub(super) const NOT_AVAILABLE: &str = "not available to the publisher";

impl Cell {
    /// Reads a cell; `None` if it is neither blank, a figure nor a word of the publisher's.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "" => return Some(Self::Blank),
            "W" => return Some(Self::Word(WITHHELD)),
            "NA" => return Some(Self::Word(NOT_AVAILABLE)),
            "—" => return Some(Self::Figure(Figure { digits: "0".to_owned(), above: false })),
            _ => {}
        }
        let (above, rest) = text.strip_prefix('>').map_or((false, text), |rest| (true, rest));
        let digits = rest.trim().replace(',', "");
        let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        (number && digits.parse::<f64>().is_ok()).then_some(Self::Figure(Figure { digits, above }))
    }
}

impl Figure {
    /// As it was printed.
    pub fn printed(&self) -> String {
        format!("{}{}", if self.above { ">" } else { "" }, self.digits)
    }

    /// The number.
    pub fn value(&self) -> f64 {
        self.digits.parse().unwrap_or(0.0)
    }

    fn decimals(&self) -> usize {
        self.digits.split_once('.').map_or(0, |(_, fraction)| fraction.len())
    }
}

/// The sum of figures in tonnes: the printed digits with a power of ten, so that the precision printed stays visible.
/// After a factor, as many decimals as were printed, more if fewer than three digits would count.
pub(super) fn in_tonnes(parts: &[Figure], power: i32, factor: Option<f64>) -> String {
    let mark = if parts.iter().any(|part| part.above) { ">" } else { "" };
    let exponent = if power == 0 { String::new() } else { format!("E{power}") };
    let digits = if let ([one], None) = (parts, factor) {
        one.digits.clone()
    } else {
        let shown = parts.iter().map(Figure::decimals).max().unwrap_or(0);
        let value = parts.iter().map(Figure::value).sum::<f64>() * factor.unwrap_or(1.0);
        let whole = format!("{value:.0}").len();
        let needed = if factor.is_some() && value != 0.0 { 3_usize.saturating_sub(whole) } else { 0 };
        format!("{value:.*}", shown.max(needed))
    };
    format!("{mark}{digits}{exponent}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        match Cell::read(text) {
            Some(Cell::Figure(figure)) => figure,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn cells_are_figures_words_or_blank() {
        assert_eq!(Cell::read(""), Some(Cell::Blank));
        assert_eq!(Cell::read("W"), Some(Cell::Word(WITHHELD)));
        assert_eq!(Cell::read("NA"), Some(Cell::Word(NOT_AVAILABLE)));
        assert_eq!(figure(">17,000,000").printed(), ">17000000");
        assert_eq!(figure("—").printed(), "0");
        for wrong in ["Small", "-5", "1e5", ">", "12 t", "."] {
            assert_eq!(Cell::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn tonnes_keep_the_printed_digits() {
        assert_eq!(in_tonnes(&[figure("750")], 3, None), "750E3");
        assert_eq!(in_tonnes(&[figure("1860")], 0, None), "1860");
        assert_eq!(in_tonnes(&[figure(">1200000")], 3, None), ">1200000E3");
        assert_eq!(in_tonnes(&[figure("130"), figure("95")], 3, None), "225E3");
    }

    #[test]
    fn a_factor_leaves_three_digits() {
        assert_eq!(in_tonnes(&[figure("24000")], 0, Some(0.7574)), "18178");
        assert_eq!(in_tonnes(&[figure("38")], 3, Some(0.3106)), "11.8E3");
        assert_eq!(in_tonnes(&[figure("130"), figure("95")], 3, Some(0.5993)), "135E3");
        assert_eq!(in_tonnes(&[figure("0")], 3, Some(0.5993)), "0E3");
    }
}
