//! One wrong input for each finding, with its place.

use super::{SOUND, SYSTEM, parse};

/// The codes and places that a text gives, errors and warnings.
fn said(text: &str) -> Vec<(&'static str, u64, u64)> {
    let findings = match parse(text) {
        Ok((_, findings)) | Err(findings) => findings,
    };
    for finding in &findings {
        assert!(finding.file.is_some() && finding.hint.is_some(), "{finding}");
    }
    findings.iter().map(|f| (f.code, f.line.unwrap(), f.column.unwrap())).collect()
}

/// Asserts that a changed line of the sound model gives exactly one finding there.
#[track_caller]
fn line(from: &str, to: &str, expected: (&'static str, u64, u64)) {
    assert!(SOUND.contains(from));
    let text = SOUND.replace(from, to);
    assert_eq!(said(&text), [expected], "{to}");
}

/// Asserts that lines after the sound model give exactly one finding.
#[track_caller]
fn more(lines: &str, expected: (&'static str, u64, u64)) {
    assert_eq!(said(&format!("{SOUND}{lines}")), [expected], "{lines}");
}

const YEARS: &str = "years = [2000, 2001, 2002]";
const STOCK: &str = "stock = [1.0, 2.0, 3.0]";
const LIFETIME: &str = "{ kind = \"weibull\", shape = 3.6, scale = 15.0 }";

#[test]
fn time() {
    line(YEARS, "", ("model-file.missing-key", 1, 1));
    line(YEARS, "years = []", ("model-file.empty-list", 2, 9));
    line(YEARS, "years = [2000, 2000, 2001]", ("model-file.years", 2, 16));
    line(YEARS, "years = [2000, 2000.5, 2001]", ("model-file.years", 2, 16));
    line(YEARS, "years = [2000, nan, 2001]", ("model-file.number", 2, 16));
    line(YEARS, "years = \"2000\"", ("model-file.wrong-type", 2, 9));
    line(YEARS, "years = [2000, 2001, 2002]\nstart = 2000", ("model-file.years", 2, 9));
    line(YEARS, "start = 2000\nend = 1990", ("model-file.years", 1, 1));
    line(YEARS, "start = 2000\nend = 2009\nstep = 2", ("model-file.years", 1, 1));
    line(YEARS, "start = 2000\nend = 2009\nstep = 0", ("model-file.years", 4, 8));
    line(YEARS, "start = -9999\nend = 9999", ("model-file.too-large", 1, 1));
    line(YEARS, "years = [2000, 2001, 2002]\ninflow_at = \"begin\"", ("model-file.unknown-word", 3, 13));
    line(YEARS, "years = [2000, 2001, 2002]\nfirst_step = 0", ("model-file.number", 3, 14));
    line(YEARS, "years = [2000, 2001, 2002]\nyear = 1", ("model-file.unknown-key", 3, 1));
    assert_eq!(said("[[series]]\nname = \"a\"\n"), [("model-file.missing-key", 1, 1)]);
    assert_eq!(said("time = 3\n"), [("model-file.wrong-type", 1, 8)]);
    let one = SOUND.replace(YEARS, "years = [2000]").replace(STOCK, "stock = [1.0]");
    assert_eq!(said(&one), [("model-file.missing-key", 1, 1)]);
}

#[test]
fn series() {
    let misspelt = SOUND.replace("[[series]]", "[[serie]]");
    assert_eq!(said(&misspelt), [("model-file.unknown-key", 3, 3), ("model-file.missing-key", 1, 1)]);
    line("name = \"cars\"", "name = \" \"", ("model-file.blank", 4, 8));
    line("name = \"cars\"\n", "", ("model-file.missing-key", 3, 1));
    line(STOCK, "", ("model-file.missing-key", 3, 1));
    line(STOCK, "stock = [1.0, 2.0]", ("model-file.length", 5, 9));
    line(STOCK, "stock = []", ("model-file.empty-list", 5, 9));
    line(STOCK, "stock = [1.0, -2.0, 3.0]", ("model-file.number", 5, 15));
    line(STOCK, "stock = [1.0, inf, 3.0]", ("model-file.number", 5, 15));
    line(STOCK, "stock = [1.0, \"2\", 3.0]", ("model-file.wrong-type", 5, 15));
    line(STOCK, "stock = [1.0, 2.0, 3.0]\ninflow = [1, 2, 3]", ("model-file.driver", 6, 10));
    line("name = \"cars\"", "name = \"*\"", ("model-file.driver", 5, 9));
    line(STOCK, "stock = [1.0, 2.0, 3.0]\nstok = 1", ("model-file.unknown-key", 6, 1));
    line(STOCK, "stock = [1.0, 2.0, 3.0]\nnegative_inflow = \"retired\"", ("model-file.unknown-word", 6, 19));
    more("[[series]]\nname = \"cars\"\ninflow = [1, 2, 3]\nsurvival = [1, 0]\n", ("model-file.twice", 7, 1));
    more("initial_cohorts = [{ age = -1, value = 2 }]\n", ("model-file.number", 7, 28));
    more("initial_cohorts = [{ age = 1 }]\n", ("model-file.missing-key", 7, 20));
    more("used_net_imports = [{ year = 2005, age = 1, value = 1 }]\n", ("model-file.years", 7, 21));
    more("used_net_imports = [{ year = 2001, age = 0, value = 1 }]\n", ("model-file.number", 7, 42));
}

#[test]
fn lifetimes() {
    line(LIFETIME, "{ kind = \"weibul\", shape = 3.6, scale = 15.0 }", ("model-file.lifetime", 6, 21));
    line(LIFETIME, "{ shape = 3.6, scale = 15.0 }", ("model-file.missing-key", 6, 12));
    line(LIFETIME, "{ kind = \"weibull\", shape = 0, scale = 15.0 }", ("model-file.number", 6, 40));
    line(LIFETIME, "{ kind = \"weibull\", shape = 3.6 }", ("model-file.missing-key", 6, 12));
    line(LIFETIME, "{ kind = \"fixed\", years = 10, mean = 3 }", ("model-file.unknown-key", 6, 42));
    line(LIFETIME, "{ kind = \"normal\", mean = 10, sd = nan }", ("model-file.number", 6, 47));
    line(LIFETIME, "15", ("model-file.wrong-type", 6, 12));
    line(LIFETIME, "[]", ("model-file.empty-list", 6, 12));
    line(
        LIFETIME,
        "[{ kind = \"fixed\", years = 1 }, { kind = \"fixed\", years = 2 }]",
        ("model-file.missing-key", 6, 44),
    );
    line(
        LIFETIME,
        "[{ from = 2001, kind = \"fixed\", years = 1 }, { from = 2000, kind = \"fixed\", years = 2 }]",
        ("model-file.years", 6, 57),
    );
    more("survival = [1.0, 0.5]\n", ("model-file.lifetime", 7, 12));
    let table = |survival: &str| SOUND.replace(&format!("lifetime = {LIFETIME}"), &format!("survival = {survival}"));
    assert_eq!(said(&table("[1.0, 0.5, 0.6]")), [("model-file.survival", 6, 23)]);
    assert_eq!(said(&table("[0.0]")), [("model-file.survival", 6, 13)]);
    assert_eq!(said(&table("[1.0, 1.2]")), [("model-file.not-a-share", 6, 18)]);
    assert_eq!(said(&table("[]")), [("model-file.empty-list", 6, 12)]);
    let none = SOUND.replace(&format!("lifetime = {LIFETIME}\n"), "");
    assert_eq!(said(&none), [("model-file.missing-key", 3, 1)]);
}

#[test]
fn contents_and_layers() {
    more("content = { copper = 1.2 }\n", ("model-file.not-a-share", 7, 22));
    more("content = { copper = -0.2 }\n", ("model-file.not-a-share", 7, 22));
    more("content = { copper = 0.7, steel = 0.7 }\n", ("model-file.contents-over", 7, 11));
    more("content = { copper = [[2001, 0.1], [2000, 0.2]] }\n", ("model-file.years", 7, 37));
    more("content = { copper = [[2001, 0.1, 3]] }\n", ("model-file.length", 7, 23));
    more("content = { \"\" = 0.1 }\n", ("model-file.blank", 7, 13));
    more("content = { a = 0.1 }\ncontent_file = \"content.csv\"\n", ("model-file.driver", 8, 16));
    more("content = { Battery = 0.1 }\n[composition]\nbattery = { a = 0.1 }\n", ("model-file.unknown-name", 9, 1));
    more("[composition]\na = { b = 0.5 }\nb = { a = 0.5 }\n", ("model-file.circle", 8, 1));
    more("[composition]\na = { a = 0.5 }\n", ("model-file.circle", 8, 1));
    more("[composition]\na = { b = 0.6, c = 0.6 }\n", ("model-file.contents-over", 8, 1));
    more("[layers]\ncomponent = [\"battery\"]\n", ("model-file.unknown-name", 8, 14));
    more("[layers]\npart = [\"battery\"]\n", ("model-file.unknown-key", 8, 1));
    more("[composition]\na = { b = 0.5 }\n[layers]\nelement = [\"a\", \"a\"]\n", ("model-file.twice", 10, 17));
    more(
        "[composition]\na = { b = 0.5 }\n[layers]\nelement = [\"a\"]\ncomponent = [\"b\"]\n",
        ("model-file.layer", 8, 1),
    );
    more(
        "content = { a = 0.1 }\n[[series]]\nname = \"b\"\ninflow = [1, 2, 3]\nsurvival = [1, 0]\n\
         content = { a = 5 }\nmaterial_unit = \"kg\"\n",
        ("model-file.unit", 8, 1),
    );
}

#[test]
fn data_files() {
    let of = |file: &str| SOUND.replace(STOCK, &format!("stock_file = \"{file}\""));
    assert_eq!(said(&of("gap.csv")), [("model-file.gap", 2, 1)]);
    assert_eq!(said(&of("twice.csv")), [("csv.duplicate-key", 5, 1)]);
    assert_eq!(
        said(&of("words.csv")),
        [
            ("value.impossible", 2, 11),
            ("value.impossible", 3, 6),
            ("value.impossible", 4, 11),
            ("value.impossible", 5, 11)
        ]
    );
    assert_eq!(said(&of("header.csv")), [("csv.missing-column", 1, 1)]);
    assert_eq!(said(&of("narrow.csv")), [("csv.wrong-width", 2, 1)]);
    assert_eq!(said(&of("all.csv"))[0], ("model-file.unknown-name", 5, 14));
    more("content_file = \"content-gap.csv\"\n", ("model-file.gap", 2, 1));
    more("content_file = \"content-over.csv\"\n", ("value.impossible", 2, 13));
}

#[test]
fn routes() {
    let route = |lines: &str| format!("content = {{ copper = 0.1 }}\n[[route]]\nname = \"shred\"\n{lines}\n");
    more(&route("of = \"cars\"\nrecovery = 1.2"), ("model-file.not-a-share", 11, 12));
    more(&route("of = \"cars\"\nrecovery = [[2000, 0.5], [2010, 1.5]]"), ("model-file.not-a-share", 11, 33));
    more(&route("of = \"cars\""), ("model-file.missing-key", 8, 1));
    more(&route("of = \"car\"\nrecovery = 1"), ("model-file.unknown-name", 10, 6));
    more(&route("of = \"cars\"\nrecovery = 1\ninto = \"bikes\""), ("model-file.unknown-name", 12, 8));
    more(&route("of = \"cars\"\nrecovery = 1\nmaterials = [\"coper\"]"), ("model-file.unknown-name", 12, 14));
    more(&route("of = \"cars\"\nrecovery = 1\nmaterials = [\"copper\", \"copper\"]"), ("model-file.twice", 12, 24));
    more(&route("of = \"cars\"\nrecover = 1\nrecovery = 1"), ("model-file.unknown-key", 11, 1));
    let second = "[[route]]\nname = \"b\"\nof = \"cars\"\nrecovery = 1\nshare = 0.5";
    more(&route(&format!("of = \"cars\"\nrecovery = 1\n{second}")), ("model-file.route-shares", 12, 1));
    let bikes = "[[series]]\nname = \"bikes\"\ninflow = [1, 2, 3]\nsurvival = [1, 0]";
    more(&route(&format!("of = \"cars\"\nrecovery = 1\ninto = \"bikes\"\n{bikes}")), ("model-file.unknown-name", 8, 1));
}

#[test]
fn processes() {
    assert_eq!(said(&format!("{SOUND}{SYSTEM}")), []);
    let changed = |from: &str, to: &str| {
        assert!(SYSTEM.contains(from));
        said(&format!("{SOUND}{}", SYSTEM.replacen(from, to, 1)))
    };
    assert_eq!(changed("share = 0.2\n", "share = 0.1\n"), [("model-file.shares-sum", 7, 1)]);
    assert_eq!(changed("share = 0.2\n", ""), [("model-file.missing-key", 21, 1)]);
    assert_eq!(changed("value = 10\n", ""), [("model-file.missing-key", 9, 1)]);
    assert_eq!(changed("value = 10", "value = [1, 2]"), [("model-file.length", 12, 9)]);
    assert_eq!(changed("value = 10", "share = 0.5"), [("model-file.driver", 12, 9)]);
    assert_eq!(changed("share = 0.2", "share = 0.2\nvalue = 1"), [("model-file.driver", 21 + 4, 9)]);
    assert_eq!(changed("to = \"sorting\"", "to = \"sortng\""), [("model-file.unknown-name", 11, 6)]);
    assert_eq!(changed("to = \"sorting\"\n", ""), [("model-file.missing-key", 9, 1)]);
    assert_eq!(changed("name = \"b\"", "name = \"a\""), [("model-file.twice", 17, 1)]);
    let alone = said(&format!("{SOUND}[[process]]\nname = \"p\"\n"));
    assert_eq!(alone, [("model-file.shares-sum", 7, 1)]);
    let twice = said(&format!("{SOUND}{SYSTEM}[[process]]\nname = \"sorting\"\n"));
    assert_eq!(twice, [("model-file.twice", 25, 1)]);
    let unknown = said(&format!("{SOUND}[[process]]\nname = \"p\"\nseries = \"car\"\n"));
    assert_eq!(unknown, [("model-file.unknown-name", 9, 10)]);
    let material = said(&format!("{SOUND}[[process]]\nname = \"p\"\nseries = \"cars\"\nmaterial = \"tin\"\n"));
    assert_eq!(material, [("model-file.unknown-name", 10, 12)]);
    let nothing = said(&format!("{SOUND}[[process]]\nname = \"p\"\nmaterial = \"tin\"\n"));
    assert_eq!(nothing, [("model-file.missing-key", 9, 12)]);
}

#[test]
fn uncertainty() {
    let uncertain = |lines: &str| format!("[uncertain]\n{lines}\n");
    let normal = "kind = \"normal\", mean = 15, sd = 1";
    more(&uncertain(&format!("\"cars.lifetime.scal\" = {{ {normal} }}")), ("model-file.unknown-path", 8, 1));
    more(&uncertain("\"cars.stock\" = { kind = \"norml\", mean = 1, sd = 1 }"), ("model-file.distribution", 8, 25));
    more(&uncertain("\"cars.stock\" = { kind = \"normal\", mean = 1, sd = -1 }"), ("model-file.distribution", 8, 1));
    more(&uncertain("\"cars.stock\" = { kind = \"normal\", mean = 1 }"), ("model-file.missing-key", 8, 1));
    more(&uncertain("\"cars.stock\" = { kind = \"normal\", mean = inf, sd = 1 }"), ("model-file.number", 8, 42));
    more(&uncertain("\"cars.stock\" = { kind = \"uniform\", low = 2, high = 1 }"), ("model-file.distribution", 8, 1));
    more(&uncertain("\"cars.stock\" = { kind = \"uniform\", low = -2, high = -1 }"), ("model-file.distribution", 8, 1));
    more(&uncertain("\"cars.stock\" = { kind = \"uniform\", low = -1, high = 1 }"), ("model-file.distribution", 8, 1));
    more(&uncertain("\"cars.stock\" = { kind = \"empirical\", values = [] }"), ("model-file.empty-list", 8, 47));
    more(
        &uncertain("\"cars.stock\" = { kind = \"pert\", low = 0, mode = 3, high = 2 }"),
        ("model-file.distribution", 8, 1),
    );
    more(&uncertain("\"cars.stock\" = 3"), ("model-file.wrong-type", 8, 16));
    let two = format!(
        "\"cars.lifetime.scale\" = {{ {normal} }}\n\"cars.stock\" = {{ kind = \"normal\", mean = 1, sd = 0.1 }}\n"
    );
    let pair =
        |between: &str, rho: &str| uncertain(&format!("{two}[[correlation]]\nbetween = [{between}]\nrho = {rho}"));
    let both = "\"cars.stock\", \"cars.lifetime.scale\"";
    more(&pair(both, "1.5"), ("model-file.correlation", 10, 1));
    more(&pair("\"cars.stock\"", "0.5"), ("model-file.correlation", 11, 11));
    more(&pair("\"cars.stock\", \"cars.stock\"", "0.5"), ("model-file.correlation", 11, 11));
    more(&pair("\"cars.stock\", \"cars.inflow\"", "0.5"), ("model-file.correlation", 11, 26));
    more(
        &uncertain(&format!("{two}cars.stock = {{ kind = \"normal\", mean = 1, sd = 0.1 }}")),
        ("model-file.twice", 10, 6),
    );
}

#[test]
fn what_is_no_toml() {
    assert_eq!(said("[time\n")[0].0, "model-file.not-readable");
    assert_eq!(said("a = 1\na = 2\n")[0].0, "model-file.not-readable");
    line("[time]", "format = 2\n[time]", ("model-file.format", 1, 10));
    assert!(said(&"x".repeat(17 * 1024 * 1024))[0].0 == "model-file.too-large");
}

#[test]
fn everything_is_said_at_once() {
    let text = "[time]\nyears = [2000, 2001]\n[[series]]\nname = \"a\"\nstock = [1]\nlifetime = { kind = \"none\" }\n\
                [[series]]\nname = \"b\"\ninflow = [1, nan]\nlifetime = { kind = \"fixed\", years = -1 }\n";
    assert_eq!(
        said(text),
        [
            ("model-file.length", 5, 9),
            ("model-file.lifetime", 6, 21),
            ("model-file.number", 9, 14),
            ("model-file.number", 10, 38),
        ]
    );
}

#[test]
fn a_broken_file_does_not_flood() {
    let many: Vec<String> = (0..5000).map(|at| format!("k{at} = 1")).collect();
    let found = said(&format!("{}\n{SOUND}", many.join("\n")));
    assert_eq!(found.len(), 201);
    assert_eq!(found[200].0, "model-file.too-many-problems");
}
