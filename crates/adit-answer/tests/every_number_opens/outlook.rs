//! The numbers of the Outlook.

use adit_answer::outlook::question::OutlookQuestion;
use adit_answer::outlook::{OutlookAnswer, OutlookLine};

use super::opener::Opener;

/// Of the numbers of other years that a derivation rests on, every so many are opened in their turn.
const EVERY: usize = 40;

fn ask(opener: &Opener, case: &str, pairs: &[(&str, &str)]) -> (OutlookQuestion, OutlookAnswer) {
    let question = OutlookQuestion::from_pairs(case, pairs.iter().copied()).unwrap();
    let answer = opener.session.outlook(&question).unwrap_or_else(|error| panic!("{case} {pairs:?}: {error}"));
    (question, answer)
}

/// Opens the value of a line in a year.
fn in_year(opener: &mut Opener, answer: &OutlookAnswer, line: &OutlookLine, year: u16) {
    let at = answer.years.iter().position(|of| *of == year).unwrap();
    if let (Some(value), Some(why)) = (line.values[at], &line.why) {
        opener.open(&why.replace("{year}", &year.to_string()), Some(value));
    }
}

/// Opens each line in one of the base year, 2030, 2040 and the last year, in turn; what is printed of supply risk; the
/// assumptions; and some of the numbers of other years below.
fn case(id: &str) {
    let mut opener = Opener::new();
    opener.left = Some(Vec::new());
    let (_, answer) = ask(&opener, id, &[]);
    let years = [answer.case.base_year, 2030, 2040, answer.case.last_year];
    let of_materials = answer.materials.iter().flat_map(|material| &material.lines);
    let lines: Vec<&OutlookLine> = of_materials.chain(answer.products.iter().flat_map(|of| &of.lines)).collect();
    for (at, line) in lines.iter().enumerate() {
        // A step of its own for each round, so that no line keeps to one year.
        in_year(&mut opener, &answer, line, years[(at + at / years.len()) % years.len()]);
    }
    assert!(opener.opened() >= lines.len() / 2, "{} of {}", opener.opened(), lines.len());
    for risk in answer.materials.iter().filter_map(|material| material.risk.as_ref()) {
        for figure in [&risk.rate_before, &risk.rate_after, &risk.before, &risk.after] {
            if let Some(id) = &figure.why {
                opener.open(id, figure.value);
            }
        }
    }
    for one in answer.assumptions.iter().step_by(7) {
        opener.open(&one.why, Some(one.value));
    }
    let left = opener.left.replace(Vec::new()).unwrap();
    assert!(!left.is_empty(), "a stock rests on the year before");
    for (id, value) in left.iter().step_by(EVERY) {
        opener.open(id, Some(*value));
    }
}

#[test]
fn of_batteries() {
    case("eu-batteries");
}

#[test]
fn of_photovoltaics() {
    case("eu-photovoltaics");
}

#[test]
fn of_magnets() {
    case("eu-magnets");
}

#[test]
fn of_wind_and_grids() {
    case("eu-wind-grid");
}

#[test]
fn of_copper_and_aluminium() {
    case("eu-copper-aluminium");
}

#[test]
fn of_every_case_that_there_is() {
    let known = ["eu-batteries", "eu-photovoltaics", "eu-magnets", "eu-wind-grid", "eu-copper-aluminium"];
    let cases = Opener::new().session.outlook_cases().cases;
    assert_eq!(cases.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), known, "each has a test above");
}

#[test]
fn of_bands() {
    let mut opener = Opener::new();
    opener.left = Some(Vec::new());
    let shape = [("draws", "16"), ("seed", "5"), ("sampling", "sobol"), ("set", "collection:0.8@2040")];
    let (_, answer) = ask(&opener, "eu-batteries", &shape);
    let at = answer.years.iter().position(|year| *year == 2040).unwrap();
    let lithium = answer.materials.iter().find(|material| material.id == "lithium").unwrap();
    for line in lithium.lines.iter().filter(|line| ["secondary-supply", "eol-rir"].contains(&line.id.as_str())) {
        let bands = line.bands.as_ref().unwrap();
        for (name, band) in [
            ("p05", &bands.p05),
            ("p25", &bands.p25),
            ("p50", &bands.p50),
            ("p75", &bands.p75),
            ("p95", &bands.p95),
            ("mean", &bands.mean),
        ] {
            let query = "set=collection:0.8@2040&draws=16&seed=5&sampling=sobol";
            opener.open(&format!("outlook.{}.{name}/eu-batteries/lithium/2040?{query}", line.id), band[at]);
        }
    }
    assert_eq!(opener.opened(), 12);
}

#[test]
fn of_levers_that_are_moved() {
    let mut opener = Opener::new();
    opener.left = Some(Vec::new());
    let moved = [("set", "collection=0.7"), ("set", "capacity-delay=3"), ("set", "lifetime=1.2@2045")];
    let (_, answer) = ask(&opener, "eu-batteries", &moved);
    let cobalt = answer.materials.iter().find(|material| material.id == "cobalt").unwrap();
    for line in &cobalt.lines {
        in_year(&mut opener, &answer, line, 2045);
    }
    assert!(opener.opened() > 10, "{}", opener.opened());
    let left = opener.left.replace(Vec::new()).unwrap();
    let (id, value) = left.iter().find(|(id, _)| id.starts_with("outlook.")).unwrap();
    assert!(id.contains("set=collection:0.7"), "another year of the same question: {id}");
    opener.open(id, Some(*value));
}

#[test]
fn of_a_region() {
    let mut opener = Opener::new();
    opener.left = Some(Vec::new());
    let (_, answer) = ask(&opener, "eu-batteries", &[("region", "FI1D"), ("material", "nickel"), ("within", "350")]);
    let region = answer.region.as_ref().unwrap();
    for share in std::iter::once(&region.share).chain(region.places.iter().map(|place| &place.share)) {
        opener.open(share.why.as_ref().unwrap(), share.value);
    }
    for material in &region.materials {
        for line in material.own.iter().chain(&material.near).chain(std::iter::once(&material.capacity)) {
            in_year(&mut opener, &answer, line, 2040);
        }
    }
    assert!(opener.opened() > 8, "{}", opener.opened());
}

#[test]
fn of_flows() {
    let mut opener = Opener::new();
    opener.left = Some(Vec::new());
    for (case, material, year) in [("eu-batteries", "lithium", "2035"), ("eu-copper-aluminium", "copper", "2050")] {
        let question = OutlookQuestion::from_pairs(case, [("material", material), ("year", year)]).unwrap();
        let flows = opener.session.outlook_flows(&question).unwrap();
        assert!(flows.links.len() > 8, "{case}: {}", flows.links.len());
        for link in &flows.links {
            opener.open(link.tonnes.why.as_ref().unwrap(), link.tonnes.value);
        }
    }
}

#[test]
fn of_what_matters() {
    let mut opener = Opener::new();
    let question = OutlookQuestion::from_pairs("eu-magnets", [("material", "neodymium"), ("samples", "16")]).unwrap();
    let matters = opener.session.outlook_matters(&question, &|_, _| ()).unwrap();
    let groups: Vec<_> = matters.results.iter().flat_map(|result| &result.groups).collect();
    assert!(groups.len() > 3, "{}", groups.len());
    for id in groups.iter().filter_map(|group| group.why.as_ref()) {
        opener.open(id, None);
    }
    assert!(opener.opened() > 3);
}
