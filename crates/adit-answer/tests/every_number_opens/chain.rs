//! The numbers of the Chain room.

use adit_answer::chain::geopolrisk::GeoPolRiskQuestion;
use adit_answer::chain::question::BenchmarksQuestion;
use adit_answer::chain::together::question::TogetherQuestion;

use super::opener::Opener;

fn benchmarks(opener: &mut Opener, pairs: &[(&str, &str)]) {
    let question = BenchmarksQuestion::from_pairs(pairs.iter().copied()).unwrap();
    let answer = opener.session.benchmarks(&question).unwrap();
    opener.answer(&answer);
    let (overall, why) = (&answer.overall, &answer.overall.why);
    for (figures, ids) in [(overall.by_tonnes, &why.by_tonnes), (overall.median, &why.median)] {
        let figures = [figures.extraction, figures.processing, figures.recycling];
        for (figure, id) in figures.into_iter().zip([&ids.extraction, &ids.processing, &ids.recycling]) {
            assert!(answer.definition == "proxy" || figure.is_some() == id.is_some(), "{id:?}");
            if let Some(id) = id {
                opener.open(id, figure);
            }
        }
    }
}

fn together(opener: &mut Opener, pairs: &[(&str, &str)]) {
    let question = TogetherQuestion::from_pairs(pairs.iter().copied()).unwrap();
    let answer = opener.session.together(&question).unwrap();
    assert!(answer.together.is_some(), "{pairs:?}: {:?}", answer.missing);
    opener.answer(&answer);
}

#[test]
fn of_the_benchmarks_by_the_pipeline() {
    let mut opener = Opener::new();
    benchmarks(&mut opener, &[("year", "2030")]);
    assert!(opener.opened() > 100, "{}", opener.opened());
}

#[test]
fn of_the_benchmarks_as_they_are() {
    benchmarks(&mut Opener::new(), &[("year", "2024")]);
}

#[test]
fn of_the_benchmarks_by_proxies() {
    benchmarks(&mut Opener::new(), &[("definition", "proxy")]);
}

#[test]
fn of_the_benchmarks_without_a_project() {
    let mut opener = Opener::new();
    let answer = opener.session.benchmarks(&BenchmarksQuestion::default()).unwrap();
    let carries = answer.projects.iter().find(|project| !project.carries.is_empty()).unwrap();
    benchmarks(&mut opener, &[("without", &carries.id)]);
}

#[test]
fn of_chains() {
    let mut opener = Opener::new();
    for material in ["lithium", "copper", "tungsten", "rare-earths"] {
        let latest = match opener.session.chain(material, None) {
            Ok(answer) => answer,
            Err(error) => panic!("{material}: {error}"),
        };
        for year in latest.years.iter().filter(|year| (2022..=2024).contains(*year)) {
            let answer = opener.session.chain(material, Some(*year)).unwrap();
            opener.answer(&answer);
        }
    }
    assert!(opener.opened() > 300, "{}", opener.opened());
}

#[test]
fn of_regions() {
    let mut opener = Opener::new();
    for code in ["FI1D", "ES41", "EL64", "DE71", "PL51", "SE33", "ITG2", "PT16", "FRY2", "UKK3"] {
        for answer in opener.session.region(code).unwrap_or_else(|error| panic!("{code}: {error}")) {
            opener.answer(&answer);
        }
    }
}

#[test]
fn of_games() {
    let mut opener = Opener::new();
    let lithium = [("regions", "FI1D,ES43,CZ04,FRK1,DE71"), ("material", "lithium")];
    for more in [
        &[][..],
        &[("stage", "processing")],
        &[("stage", "extraction")],
        &[("measure", "extraction")],
        &[("measure", "processing"), ("year", "2032")],
        &[("measure", "single-country"), ("stage", "processing")],
        &[("stage", "processing"), ("displacement", "largest-first"), ("built", "all")],
        &[("stage", "processing"), ("supply", "30000"), ("draws", "64")],
    ] {
        together(&mut opener, &[&lithium[..], more].concat());
    }
    assert!(opener.opened() > 200, "{}", opener.opened());
}

#[test]
fn of_games_of_a_group() {
    let mut opener = Opener::new();
    let answer = opener.session.sites();
    let of = |material: &str| {
        let there = answer.sites.iter().filter(|site| site.kind == "project");
        let there = there.filter(|site| site.materials.iter().any(|m| m == material));
        there.filter_map(|site| site.region.clone()).collect::<Vec<_>>()
    };
    let regions = of("pgm");
    assert!(!regions.is_empty());
    let question = [("regions", regions.join(",")), ("material", "pgm".to_owned())];
    let pairs: Vec<(&str, &str)> = question.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let question = TogetherQuestion::from_pairs(pairs).unwrap();
    let answer = opener.session.together(&question).unwrap();
    opener.answer(&answer);
}

#[test]
fn of_geopolrisk() {
    let mut opener = Opener::new();
    for (material, country, year) in
        [(Some("lithium"), "EU27", None), (Some("copper"), "DE", None), (None, "EU27", Some(2023))]
    {
        let question =
            GeoPolRiskQuestion { material: material.map(str::to_owned), country: Some(country.to_owned()), year };
        let answer = opener.session.geopolrisk(&question).unwrap();
        assert!(!answer.rows.is_empty(), "{material:?} {country} {year:?}");
        opener.answer(&answer);
    }
}

#[test]
fn of_sites() {
    let mut opener = Opener::new();
    let answer = opener.session.sites();
    opener.answer(&answer);
    assert!(opener.opened() > 100, "{}", opener.opened());
}
