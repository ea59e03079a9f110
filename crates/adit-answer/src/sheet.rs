//! A plain table as CSV text, for programs: unrounded numbers, fractions, blank for unknown.

use crate::tables::PlainTable;

impl PlainTable {
    /// The table as CSV with one header line.
    pub fn to_csv(&self) -> String {
        let mut text = line(self.headers().iter().map(String::as_str));
        for record in self.records() {
            let cells: Vec<String> = record.iter().map(ToString::to_string).collect();
            text.push_str(&line(cells.iter().map(String::as_str)));
        }
        text
    }
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(quoted).collect::<Vec<_>>().join(",") + "\n"
}

/// A cell that a spreadsheet would take for a formula is kept as text by a leading apostrophe; numbers stay numbers.
pub(crate) fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '@', '+', '-', '\t']) && cell.parse::<f64>().is_err();
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_with_commas_and_quotes_are_quoted_and_formulas_defused() {
        assert_eq!(
            line(["a", "b,c", "say \"d\"", "=1+1", "-0.5"].into_iter()),
            "a,\"b,c\",\"say \"\"d\"\"\",'=1+1,-0.5\n"
        );
    }
}
