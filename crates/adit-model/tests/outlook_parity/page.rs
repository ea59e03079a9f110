//! The tables of `docs/src/methods/outlook-parity.md`: written from the comparison, and checked to be what it says now.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::agree::{CLEAR, Compared, DIRECTIONS, FLOOR, KINDS, TIMINGS, compare_case, plain};
use super::fixture::{Case, FIXTURE};

const BEGIN: &str = "<!-- parity tables: begin -->\n";
/// Differences are not told apart below this.
const LEAST: f64 = 1e-14;
const END: &str = "<!-- parity tables: end -->";

#[test]
fn the_page_says_what_the_comparison_says() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/src/methods/outlook-parity.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let (before, rest) = page.split_once(BEGIN).expect("the page marks where its tables begin");
    let (committed, after) = rest.split_once(END).expect("the page marks where its tables end");
    let tables = tables();
    if std::env::var_os("ADIT_WRITE_PARITY").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{tables}{END}{after}")).expect("the page can be written");
        return;
    }
    assert!(
        committed == tables,
        "the tables are stale; write them again with `scripts/peers.sh tables`. They would be:\n{tables}"
    );
}

fn tables() -> String {
    let mut page = String::from("\n");
    plain_table(&mut page);
    special_table(&mut page);
    let all = FIXTURE.cases.iter().map(compare_case).fold(Compared::default(), Compared::and);
    let with = |name: &str| &FIXTURE.with[name];
    writeln!(
        page,
        "In all {} runs and {} values; largest difference {}, or {} among values of at least {} of the largest of their \
         series. {} values are below {} of it, zeros included, and held to that.",
        FIXTURE.cases.len(),
        thousands(all.values),
        power(all.largest),
        power(all.largest_clear),
        power(CLEAR),
        thousands(all.at_floor),
        power(FLOOR),
    )
    .expect("writes to memory");
    writeln!(
        page,
        "Made with flodym {}, ODYM ({}), Python {}, numpy {}, scipy {}, mpmath {}.\n",
        with("flodym"),
        with("odym"),
        with("python"),
        with("numpy"),
        with("scipy"),
        with("mpmath"),
    )
    .expect("writes to memory");
    page
}

/// Kind by timing by direction, both peers.
fn plain_table(page: &mut String) {
    page.push_str("| lifetime | driven by | flodym: start | middle | end | ODYM: start | middle | end | values |\n");
    page.push_str("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
    for kind in KINDS {
        for direction in DIRECTIONS {
            let mut cells = Vec::new();
            let mut values = 0;
            for peer in ["flodym", "odym"] {
                for timing in TIMINGS {
                    let case = plain(peer, kind, timing, direction).next().expect("every cell has its run");
                    let compared = compare_case(case);
                    values += compared.values;
                    let given = if case.how == "own lifetime" { "" } else { " *" };
                    cells.push(format!("{}{given}", power(compared.largest)));
                }
            }
            writeln!(page, "| {kind} | {direction} | {} | {values} |", cells.join(" | ")).expect("writes to memory");
        }
    }
    page.push('\n');
}

/// All other runs, those of one description and peer in one row.
fn special_table(page: &mut String) {
    page.push_str("| what | peer | lifetimes | timings | driven by | runs | values | largest difference |\n");
    page.push_str("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
    let what = |case: &Case| match (&case.what, case.series().len()) {
        (None, 40) => None,
        (None, years) => Some(format!("{years} years")),
        (Some(what), _) => Some(what.clone()),
    };
    let mut rows: Vec<(String, &str)> = Vec::new();
    for case in &FIXTURE.cases {
        if let Some(what) = what(case)
            && !rows.contains(&(what.clone(), &case.peer))
        {
            rows.push((what, &case.peer));
        }
    }
    for (name, peer) in rows {
        let of_row = || {
            FIXTURE
                .cases
                .iter()
                .filter(|case| case.peer == peer && what(case).as_ref().is_some_and(|what| *what == name))
        };
        let distinct = |part: fn(&Case) -> &str| {
            let mut names: Vec<&str> = Vec::new();
            for case in of_row() {
                if !names.contains(&part(case)) {
                    names.push(part(case));
                }
            }
            names.join(", ")
        };
        let compared = of_row().map(compare_case).fold(Compared::default(), Compared::and);
        let given = if of_row().all(|case| case.how == "own lifetime") { "" } else { " *" };
        let peer = if peer == "odym" { "ODYM" } else { peer };
        writeln!(
            page,
            "| {name} | {peer}{given} | {} | {} | {} | {} | {} | {} |",
            distinct(|case| &case.kind),
            distinct(|case| &case.timing),
            distinct(|case| &case.direction),
            of_row().count(),
            thousands(compared.values),
            power(compared.largest),
        )
        .expect("writes to memory");
    }
    page.push('\n');
}

/// One digit and its power of ten; what only says in which order the last bits were added up is below the least.
fn power(difference: f64) -> String {
    if difference < LEAST { format!("< {LEAST:e}") } else { format!("{difference:.0e}") }
}

fn thousands(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{} {:03}", count / 1000, count % 1000) }
}
