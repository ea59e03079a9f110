//! A programme as text in the free MPS format, which other solvers read. Sense in an `OBJSENSE` section and whole columns
//! between markers, as HiGHS, SCIP and CBC read them; format: IBM, Mathematical Programming System Extended (MPSX), 1971,
//! in its free form.

use std::fmt::Write as _;

use crate::problem::Sense;
use crate::problem::mixed::{Kind, Mixed, Row};

/// The name of the objective row.
const OBJECTIVE: &str = "objective";

/// Writes a problem. Numbers are written so that they are read back to the last bit.
pub fn mps(mixed: &Mixed, name: &str) -> String {
    let mut text = String::new();
    // Writing into a String cannot fail.
    let _ = write(&mut text, mixed, name);
    text
}

fn write(out: &mut String, mixed: &Mixed, name: &str) -> std::fmt::Result {
    writeln!(out, "NAME {}", word(name))?;
    let sense = match mixed.sense {
        Sense::Minimise => "MIN",
        Sense::Maximise => "MAX",
    };
    writeln!(out, "OBJSENSE\n    {sense}\nROWS\n N  {OBJECTIVE}")?;
    for row in &mixed.rows {
        writeln!(out, " {}  {}", kind(row), word(&row.name))?;
    }
    columns(out, mixed)?;
    writeln!(out, "RHS")?;
    if mixed.constant != 0.0 {
        // The right-hand side of the objective counts against it.
        writeln!(out, "    rhs  {OBJECTIVE}  {:?}", -mixed.constant)?;
    }
    for row in &mixed.rows {
        let right = if row.upper.is_finite() { row.upper } else { row.lower };
        if right.is_finite() && right != 0.0 {
            writeln!(out, "    rhs  {}  {right:?}", word(&row.name))?;
        }
    }
    let both = |row: &&Row| row.lower.is_finite() && row.upper.is_finite() && row.lower != row.upper;
    if mixed.rows.iter().any(|row| both(&row)) {
        writeln!(out, "RANGES")?;
        for row in mixed.rows.iter().filter(both) {
            writeln!(out, "    range  {}  {:?}", word(&row.name), row.upper - row.lower)?;
        }
    }
    bounds(out, mixed)?;
    writeln!(out, "ENDATA")
}

/// The letter of a row. One with two bounds is an upper one with a range; one with none bounds nothing.
fn kind(row: &Row) -> &'static str {
    match (row.lower.is_finite(), row.upper.is_finite()) {
        (true, true) if row.lower == row.upper => "E",
        (_, true) => "L",
        (true, false) => "G",
        (false, false) => "N",
    }
}

fn columns(out: &mut String, mixed: &Mixed) -> std::fmt::Result {
    let mut entries: Vec<Vec<(usize, f64)>> = vec![Vec::new(); mixed.columns.len()];
    for (at, row) in mixed.rows.iter().enumerate() {
        for &(column, factor) in &row.terms {
            entries[column].push((at, factor));
        }
    }
    writeln!(out, "COLUMNS")?;
    let mut whole = false;
    for (column, entries) in mixed.columns.iter().zip(&entries) {
        if (column.kind != Kind::Continuous) != whole {
            whole = !whole;
            let word = if whole { "INTORG" } else { "INTEND" };
            writeln!(out, "    MARKER  'MARKER'  '{word}'")?;
        }
        let name = word(&column.name);
        if column.cost != 0.0 || entries.is_empty() {
            writeln!(out, "    {name}  {OBJECTIVE}  {:?}", column.cost)?;
        }
        for &(row, factor) in entries {
            writeln!(out, "    {name}  {}  {factor:?}", word(&mixed.rows[row].name))?;
        }
    }
    if whole {
        writeln!(out, "    MARKER  'MARKER'  'INTEND'")?;
    }
    Ok(())
}

fn bounds(out: &mut String, mixed: &Mixed) -> std::fmt::Result {
    writeln!(out, "BOUNDS")?;
    for column in &mixed.columns {
        let name = word(&column.name);
        let (lower, upper) = match column.kind {
            Kind::Binary => (column.lower.max(0.0), column.upper.min(1.0)),
            _ => (column.lower, column.upper),
        };
        if lower == upper {
            writeln!(out, " FX bound  {name}  {lower:?}")?;
            continue;
        }
        match (lower.is_finite(), upper.is_finite()) {
            (false, false) => writeln!(out, " FR bound  {name}")?,
            (false, true) => writeln!(out, " MI bound  {name}\n UP bound  {name}  {upper:?}")?,
            (true, false) => writeln!(out, " LO bound  {name}  {lower:?}\n PL bound  {name}")?,
            (true, true) => writeln!(out, " LO bound  {name}  {lower:?}\n UP bound  {name}  {upper:?}")?,
        }
    }
    Ok(())
}

/// A name without spaces.
fn word(name: &str) -> String {
    let plain: String = name.chars().map(|one| if one.is_whitespace() { '_' } else { one }).collect();
    if plain.is_empty() { "unnamed".to_owned() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::mps;
    use crate::problem::Sense;
    use crate::problem::mixed::{Column, Kind, Mixed, Row};

    #[test]
    fn every_part_of_a_problem_is_written() {
        let column = |name: &str, kind, lower, upper, cost| Column { name: name.to_owned(), lower, upper, kind, cost };
        let row = |name: &str, lower, upper, terms: &[(usize, f64)]| Row {
            name: name.to_owned(),
            lower,
            upper,
            terms: terms.to_vec(),
        };
        let problem = Mixed {
            sense: Sense::Maximise,
            constant: 2.5,
            columns: vec![
                column("x", Kind::Binary, 0.0, 1.0, 3.0),
                column("free", Kind::Continuous, f64::NEG_INFINITY, f64::INFINITY, 0.0),
                column("n", Kind::Integer, 0.0, f64::INFINITY, 0.1),
            ],
            rows: vec![
                row("both sides", 1.0, 4.0, &[(0, 1.0), (2, 2.0)]),
                row("equal", 2.0, 2.0, &[(1, 1.0)]),
                row("least", 0.5, f64::INFINITY, &[(0, -1.0), (1, 1.0)]),
            ],
            start: None,
        };
        let wanted = "\
NAME small
OBJSENSE
    MAX
ROWS
 N  objective
 L  both_sides
 E  equal
 G  least
COLUMNS
    MARKER  'MARKER'  'INTORG'
    x  objective  3.0
    x  both_sides  1.0
    x  least  -1.0
    MARKER  'MARKER'  'INTEND'
    free  equal  1.0
    free  least  1.0
    MARKER  'MARKER'  'INTORG'
    n  objective  0.1
    n  both_sides  2.0
    MARKER  'MARKER'  'INTEND'
RHS
    rhs  objective  -2.5
    rhs  both_sides  4.0
    rhs  equal  2.0
    rhs  least  0.5
RANGES
    range  both_sides  3.0
BOUNDS
 LO bound  x  0.0
 UP bound  x  1.0
 FR bound  free
 LO bound  n  0.0
 PL bound  n
ENDATA
";
        assert_eq!(mps(&problem, "small"), wanted);
    }
}
