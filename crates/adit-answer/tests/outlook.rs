//! What the answers of the Outlook promise, whatever is asked.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::sync::{Arc, OnceLock};

use adit_answer::outlook::question::OutlookQuestion;
use adit_answer::outlook::{OutlookAnswer, OutlookLine, OutlookMaterial};
use adit_answer::{AnswerError, Class, Session};
use adit_facts::Package;

const CASES: [&str; 5] = ["eu-batteries", "eu-photovoltaics", "eu-magnets", "eu-wind-grid", "eu-copper-aluminium"];

fn session() -> &'static Session {
    static SESSION: OnceLock<Session> = OnceLock::new();
    SESSION.get_or_init(|| Session::new(Arc::new(Package::embedded().unwrap()), None))
}

fn asked(case: &str, pairs: &[(&str, &str)]) -> OutlookQuestion {
    OutlookQuestion::from_pairs(case, pairs.iter().copied()).unwrap()
}

fn ask(case: &str, pairs: &[(&str, &str)]) -> OutlookAnswer {
    session().outlook(&asked(case, pairs)).unwrap()
}

fn material<'a>(answer: &'a OutlookAnswer, id: &str) -> &'a OutlookMaterial {
    answer.materials.iter().find(|material| material.id == id).unwrap()
}

fn line<'a>(material: &'a OutlookMaterial, id: &str) -> &'a OutlookLine {
    material.lines.iter().find(|line| line.id == id).unwrap()
}

fn in_year(answer: &OutlookAnswer, line: &OutlookLine, year: u16) -> f64 {
    let at = answer.years.iter().position(|of| *of == year).unwrap();
    line.values[at].unwrap()
}

/// Every line of a document with its bands.
fn lines(answer: &OutlookAnswer) -> impl Iterator<Item = &OutlookLine> {
    let of_materials = answer.materials.iter().flat_map(|of| &of.lines);
    of_materials.chain(answer.products.iter().flat_map(|of| &of.lines))
}

#[test]
fn bands_are_in_order_and_hold_some_of_the_central_lines() {
    for case in ["eu-batteries", "eu-magnets"] {
        let answer = ask(case, &[("draws", "24")]);
        let mut banded = 0;
        for line in lines(&answer) {
            let Some(bands) = &line.bands else { continue };
            banded += 1;
            for at in 0..answer.years.len() {
                let steps = [&bands.p05, &bands.p25, &bands.p50, &bands.p75, &bands.p95].map(|band| band[at]);
                let known: Vec<f64> = steps.into_iter().flatten().collect();
                assert!(known.len() == 5 || known.is_empty(), "{case} {}", line.id);
                assert!(known.is_sorted(), "{case} {} {}: {known:?}", line.id, answer.years[at]);
                assert_eq!(bands.mean[at].is_some(), !known.is_empty());
            }
        }
        assert!(banded > 20, "{case}: {banded}");
    }
}

#[test]
fn draws_are_the_same_on_any_number_of_threads() {
    let question = asked("eu-magnets", &[("draws", "40"), ("sampling", "latin-hypercube"), ("seed", "3")]);
    let on = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        serde_json::to_string(&pool.install(|| session().outlook(&question)).unwrap()).unwrap()
    };
    let one = on(1);
    assert!(one.contains("p95"));
    assert_eq!(one, on(2));
    let other = OutlookQuestion { seed: 4, ..question.clone() };
    let other = serde_json::to_string(&session().outlook(&other).unwrap()).unwrap();
    assert_ne!(one, other, "another seed, other draws");
}

#[test]
fn brief_leaves_out_products_and_assumptions_and_nothing_else() {
    let whole = ask("eu-photovoltaics", &[]);
    let brief = ask("eu-photovoltaics", &[("brief", "true")]);
    assert!(!whole.products.is_empty() && !whole.assumptions.is_empty());
    let rest = OutlookAnswer { products: Vec::new(), assumptions: Vec::new(), ..whole };
    assert_eq!(brief, rest);
}

#[test]
fn one_material_is_the_same_as_among_all() {
    let all = ask("eu-batteries", &[("draws", "16")]);
    let one = ask("eu-batteries", &[("draws", "16"), ("material", "Cobalt")]);
    assert_eq!(one.materials.len(), 1);
    assert_eq!(one.materials[0], *material(&all, "cobalt"));
    assert!(one.assumptions.len() < all.assumptions.len());
    assert!(one.assumptions.iter().all(|of| !of.of.contains("lithium")), "assumptions of what was asked for");
}

#[test]
fn wrong_questions_are_errors_of_their_kind_with_a_way_out() {
    let try_one = |case: &str, pairs: &[(&str, &str)]| -> AnswerError {
        match OutlookQuestion::from_pairs(case, pairs.iter().copied()) {
            Err(error) => error,
            Ok(question) => session().outlook(&question).unwrap_err(),
        }
    };
    for (case, pairs, code, class, word) in [
        ("eu-battery", &[][..], "name.unknown-document", Class::NotFound, "eu-batteries"),
        ("eu-batteries", &[("material", "litium")], "name.unknown-material", Class::NotFound, "lithium"),
        ("eu-batteries", &[("material", "copper")], "question.no-outlook", Class::BadRequest, "cobalt"),
        ("eu-batteries", &[("set", "colection=0.9")], "question.no-outlook", Class::BadRequest, "collection"),
        ("eu-batteries", &[("set", "collection=9")], "question.no-outlook", Class::BadRequest, "0 to 1"),
        ("eu-batteries", &[("set", "demand=0")], "question.no-outlook", Class::BadRequest, "above 0"),
        ("eu-batteries", &[("set", "collection=0.9@2070")], "question.no-outlook", Class::BadRequest, "2050"),
        (
            "eu-batteries",
            &[("set", "capacity-delay=2@2040")],
            "question.no-outlook",
            Class::BadRequest,
            "leave the year",
        ),
        ("eu-batteries", &[("set", "collection")], "question.unreadable", Class::BadRequest, "collection=0.9"),
        (
            "eu-batteries",
            &[("sampling", "guess")],
            "question.unreadable",
            Class::BadRequest,
            "latin-hypercube or sobol",
        ),
        ("eu-batteries", &[("draws", "many")], "question.unreadable", Class::BadRequest, "whole number"),
        ("eu-batteries", &[("draws", "99999999999")], "question.no-outlook", Class::BadRequest, "at most"),
        ("eu-batteries", &[("region", "FI1Z")], "name.unknown-region", Class::NotFound, "FI1"),
        ("eu-batteries", &[("region", "UKK3")], "question.no-outlook", Class::BadRequest, "Union"),
        (
            "eu-batteries",
            &[("region", "FI1D"), ("within", "-1")],
            "question.unreadable",
            Class::BadRequest,
            "kilometres",
        ),
        ("eu-batteries", &[("governance", "2019")], "question.unreadable", Class::BadRequest, "sampling"),
    ] {
        let error = try_one(case, pairs);
        assert_eq!((error.code(), error.class()), (code, class), "{case} {pairs:?}: {error}");
        let says = format!("{error} {}", error.hint().unwrap_or_default());
        assert!(says.contains(word), "{case} {pairs:?} should say {word}: {says}");
    }
}

#[test]
fn wrong_lines_and_years_are_errors_of_their_kind_with_a_way_out() {
    let flows = |pairs: &[(&str, &str)]| session().outlook_flows(&asked("eu-batteries", pairs)).unwrap_err();
    let matters =
        |pairs: &[(&str, &str)]| session().outlook_matters(&asked("eu-batteries", pairs), &|_, _| ()).unwrap_err();
    let why = |id: &str| session().why(id, false).unwrap_err();
    for (error, code, word) in [
        (flows(&[("year", "2070")]), "question.no-outlook", "2010 to 2050"),
        (flows(&[("material", "litium")]), "name.unknown-material", "lithium"),
        (matters(&[("line", "secondary-suply")]), "question.unreadable", "secondary-supply"),
        (matters(&[("year", "1999"), ("samples", "4")]), "question.no-outlook", "2050"),
        (why("outlook.secondary-suply/eu-batteries/lithium/2040"), "id.unknown", "outlook.secondary-supply"),
        (why("outlook.secondary-supply/eu-bateries/lithium/2040"), "name.unknown-document", "eu-batteries"),
        (why("outlook.secondary-supply/eu-batteries/litium/2040"), "name.unknown-material", "lithium"),
        (why("outlook.secondary-supply/eu-batteries/lithium/2070"), "question.no-outlook", "2050"),
        (
            why("outlook.secondary-supply/eu-batteries/lithium/2040?set=colection:1"),
            "question.no-outlook",
            "collection",
        ),
        (why("outlook.secondary-supply/eu-batteries/lithium/2040?colour=red"), "question.unreadable", "set"),
        (why("outlook.feed/eu-batteries/lithium/2040/FI1Z?region=FI1Z"), "name.unknown-region", "FI1"),
    ] {
        let says = format!("{error} {}", error.hint().unwrap_or_default());
        assert_eq!(error.code(), code, "{says}");
        assert!(says.contains(word), "should say {word}: {says}");
    }
}

#[test]
fn levers_move_the_lines_and_come_back() {
    let plain = ask("eu-batteries", &[("brief", "true")]);
    assert!(plain.levers.iter().all(|lever| lever.set.is_none() && lever.low < lever.high), "none is moved");
    let mut question =
        asked("eu-batteries", &[("brief", "true"), ("set", "collection=0.5"), ("set", "recovery=0.4@2045")]);
    let moved = session().outlook(&question).unwrap();
    let lever = |id: &str| moved.levers.iter().find(|lever| lever.id == id).unwrap();
    assert_eq!((lever("collection").set, lever("collection").year), (Some(0.5), 2035));
    assert_eq!((lever("recovery").set, lever("recovery").year), (Some(0.4), 2045));
    for id in ["lithium", "cobalt", "nickel"] {
        let of = |answer: &OutlookAnswer| in_year(answer, line(material(answer, id), "secondary-supply"), 2045);
        assert!(of(&moved) < of(&plain), "{id}: less is collected and recovered");
        let until = |answer: &OutlookAnswer| in_year(answer, line(material(answer, id), "feed"), answer.case.base_year);
        assert_eq!(until(&moved).to_bits(), until(&plain).to_bits(), "nothing moves up to the base year");
    }
    question.settings.clear();
    assert_eq!(session().outlook(&question).unwrap(), plain);
    let still: Vec<(&str, &str)> =
        ["demand=1", "lifetime=1", "intensity=1", "capacity=1", "capacity-delay=0", "substitution=0"]
            .map(|setting| ("set", setting))
            .to_vec();
    let still = ask("eu-batteries", &[&[("brief", "true")], &still[..]].concat());
    for (before, after) in lines(&plain).zip(lines(&still)) {
        assert_eq!(before.values, after.values, "{}: factors of one and delays of nought move nothing", before.id);
    }
}

#[test]
fn rates_lie_between_nothing_and_everything() {
    let rates = ["eol-rir", "eol-rr"];
    for case in CASES {
        for pairs in [&[][..], &[("set", "collection=1"), ("set", "recovery=0.98"), ("set", "capacity=5")]] {
            if !pairs.is_empty() && case != "eu-batteries" {
                continue;
            }
            let answer = ask(case, pairs);
            assert!(answer.balance_error < 1e-12, "{case}: {}", answer.balance_error);
            for material in &answer.materials {
                for line in material.lines.iter().filter(|line| rates.contains(&line.id.as_str())) {
                    let within = line.values.iter().flatten().all(|rate| (0.0..=1.0).contains(rate));
                    assert!(within, "{case} {} {}: {:?}", material.id, line.id, line.values);
                }
                for line in material.lines.iter().filter(|line| line.unit != "share") {
                    assert!(
                        line.values.iter().flatten().all(|value| *value >= 0.0),
                        "{case} {} {}",
                        material.id,
                        line.id
                    );
                }
                let consumption = line(material, "consumption").values.iter();
                let quarter = line(material, "benchmark").values.iter();
                for (consumption, quarter) in consumption.zip(quarter) {
                    assert_eq!(consumption.map(|all| 0.25 * all), *quarter, "{case} {}", material.id);
                }
            }
        }
    }
}

#[test]
fn flows_balance_at_every_inner_node() {
    for case in CASES {
        for of in session().outlook_cases().cases.into_iter().find(|of| of.id == case).unwrap().materials {
            let mut inner = 0;
            for year in ["2025", "2040", "2050"] {
                let flows = session().outlook_flows(&asked(case, &[("material", &of.id), ("year", year)])).unwrap();
                for node in &flows.nodes {
                    let sum = |side: fn(&adit_answer::outlook::flows::OutlookLink) -> &str| -> f64 {
                        flows
                            .links
                            .iter()
                            .filter(|link| side(link) == node.id)
                            .map(|link| link.tonnes.value.unwrap())
                            .sum()
                    };
                    let (enters, leaves) = (sum(|link| &link.to), sum(|link| &link.from));
                    if enters == 0.0 || leaves == 0.0 {
                        continue;
                    }
                    inner += 1;
                    let larger = enters.max(leaves);
                    assert!(
                        (enters - leaves).abs() <= 1e-9 * larger,
                        "{case} {} {year} {}: {enters} {leaves}",
                        of.id,
                        node.id
                    );
                }
                for link in &flows.links {
                    assert!(link.tonnes.value.unwrap() >= 0.0, "{case} {} {year} {}", of.id, link.name);
                    let known = |id: &str| flows.nodes.iter().any(|node| node.id == id);
                    assert!(known(&link.from) && known(&link.to), "{link:?}");
                }
            }
            assert!(inner > 5, "{case} {}: {inner}", of.id);
        }
    }
}

#[test]
fn a_region_has_its_share_of_the_union() {
    let answer = ask("eu-batteries", &[("region", "ES41"), ("draws", "8")]);
    let region = answer.region.as_ref().unwrap();
    let share = region.share.value.unwrap();
    assert!(share > 0.0 && share < 0.1, "{share}");
    assert_eq!((region.places[0].code.as_str(), region.places[0].km), ("ES41", 0.0));
    assert!(region.places.is_sorted_by(|a, b| a.km <= b.km), "nearest first");
    let near: f64 = region.places.iter().map(|place| place.share.value.unwrap()).sum();
    assert!(region.says.iter().any(|line| line.to_lowercase().contains("estimate")), "{:?}", region.says);
    for of in &region.materials {
        let union = material(&answer, &of.id);
        for (lines, share) in [(&of.own, share), (&of.near, near)] {
            assert!(!lines.is_empty());
            for estimate in lines {
                for (whole, part) in line(union, &estimate.id).values.iter().zip(&estimate.values) {
                    assert_eq!(whole.map(|whole| whole * share), *part, "{} {}", of.id, estimate.id);
                }
            }
        }
    }
}

#[test]
fn a_wider_circle_feeds_more() {
    let at = |within: &str| {
        let answer =
            ask("eu-batteries", &[("region", "CZ05"), ("within", within), ("material", "lithium"), ("brief", "true")]);
        let region = answer.region.as_ref().unwrap();
        (region.places.len(), in_year(&answer, &region.materials[0].near[0], 2040))
    };
    let (few, some) = at("100");
    let (many, more) = at("400");
    assert!(few < many && some < more, "{few} {some} {many} {more}");
}
