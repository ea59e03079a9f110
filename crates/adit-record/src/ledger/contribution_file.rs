//! A contribution in a file of TOML, for what is entered at the command line.

use crate::round::FileTrouble;
use crate::voice::Contribution;

/// Reads a contribution: `format = 1`, its `kind` with the fields of that kind, `confirmed`, and `[author]`.
pub fn read_contribution(text: &str) -> Result<Contribution, FileTrouble> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        FileTrouble {
            line,
            column,
            says: error.message().to_owned(),
            hint: "docs/src/record.md shows the fields of every kind; days stand in quotes, as \"2027-03-31\""
                .to_owned(),
        }
    })
}
