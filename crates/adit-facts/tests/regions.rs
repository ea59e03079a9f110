//! Regions of the built-in package: found by whatever a person types, with figures that are theirs or none.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use adit_facts::Package;
use adit_facts::chain::regions::{nuts2_of, within};
use adit_facts::chain::{RegionError, RegionalFigure, RegionalTable, Vintage};
use adit_facts::geo::Point;
use rstest::{fixture, rstest};

#[fixture]
#[once]
fn package() -> Package {
    Package::embedded().unwrap()
}

fn codes(package: &Package, text: &str) -> Vec<String> {
    let found = package.find_region(text).unwrap_or_else(|error| panic!("{error}"));
    found.regions.iter().map(|region| region.code.clone()).collect()
}

#[rstest]
#[case("ES41", "ES41")]
#[case("es41", "ES41")]
#[case("Castilla y León", "ES41")]
#[case("castilla y leon", "ES41")]
#[case("Lappi", "FI1D7")]
#[case("Lapland", "FI1D7")]
#[case("Sterea Ellada", "EL64")]
#[case("Στερεά Ελλάδα", "EL64")]
#[case("Dolnoslaskie", "PL51")]
#[case("lower silesia", "PL51")]
#[case("Steiermark", "AT22")]
#[case("Sachsen", "DED")]
#[case("Severovychod", "CZ05")]
#[case("Северозападен", "BG31")]
#[case("Severozapaden", "BG31")]
#[case("Pohjois-Karjala", "FI1DC")]
#[case("Norrbottens län", "SE332")]
#[case("Luxembourg", "LU00")]
#[case("Lietuva", "LT")]
#[case("Finland", "FI")]
#[case("Greece", "EL")]
#[case("United Kingdom", "UK")]
#[case("Cornwall and Isles of Scilly", "UKK3")]
#[case("Brussels Hoofdstedelijk Gewest", "BE10")]
fn a_region_is_found_by_code_and_by_name(package: &Package, #[case] text: &str, #[case] code: &str) {
    assert_eq!(codes(package, text), [code]);
}

/// A code of 2021 leads to those of 2024, and a note says so.
#[rstest]
#[case("PT16", &["PT19", "PT1D"], "PT16 of NUTS 2021 is in NUTS 2024 PT19")]
#[case("PT17", &["PT1A", "PT1B"], "one of its parts: Grande Lisboa")]
#[case("Área Metropolitana de Lisboa", &["PT1A", "PT1B"], "PT17 of NUTS 2021")]
#[case("pt18", &["PT1C", "PT1D"], "PT1C (one of its parts: all but the sub-region PT185)")]
#[case("FI1D3", &["FI1DC"], "boundary moved: with Heinävesi of FI1D1")]
#[case("PT185", &["PT1D3"], "PT1D3 (same area)")]
#[case("FR72", &["FRK1"], "FR72 of NUTS 2013 is in NUTS 2024 FRK1 (same area)")]
#[case("HU10", &["HU11", "HU12"], "HU10 of NUTS 2013")]
#[case("EL24", &["EL64"], "EL24 of NUTS 2010")]
#[case("NO082", &["NO083", "NO084", "NO085"], "NO082 of NUTS 2021")]
#[case("UKK3", &["UKK3"], "in NUTS 2021 and not in NUTS 2024")]
#[case("Centro", &["PT19", "PT1D"], "REMIX region Centro: PT19, PT1D")]
#[case("north-karelia", &["FI1DC"], "REMIX region North Karelia")]
fn other_codes_are_translated_with_a_note(
    package: &Package,
    #[case] text: &str,
    #[case] expected: &[&str],
    #[case] note: &str,
) {
    assert_eq!(codes(package, text), expected);
    let said = package.find_region(text).unwrap().note.unwrap();
    assert!(said.contains(note), "{said}");
}

#[rstest]
#[case("Castila y Leon", "Castilla y León (ES41)")]
#[case("Laplnd", "Lapland")]
#[case("ES419X", "such as FI1D7")]
#[case("FI1DX", "it would be in FI1D Pohjois- ja Itä-Suomi")]
#[case("UKK30", "it would be in UKK3 Cornwall and Isles of Scilly")]
#[case("ES45", "did you mean ES4")]
#[case("Atlantis XYZ", "write a NUTS code")]
#[case("", "write a NUTS code")]
#[case("?", "write a NUTS code")]
fn unknown_names_get_suggestions(package: &Package, #[case] text: &str, #[case] hint: &str) {
    let error = package.find_region(text).unwrap_err();
    assert!(matches!(error, RegionError::Unknown { .. }));
    assert!(error.to_string().contains(hint), "{error}");
}

#[rstest]
fn a_name_of_several_regions_asks_for_a_code(package: &Package) {
    let error = package.find_region("jura").unwrap_err();
    assert_eq!(error.to_string(), "\"jura\" is the name of several regions (write a code: CH025 Jura, FRC22 Jura)");
}

/// Every code and every whole name leads to itself or to a region of the same name.
#[rstest]
fn every_code_and_name_leads_somewhere(package: &Package) {
    let regions = package.regions();
    assert_eq!(regions.all().count(), 39 + 115 + 299 + 1345 + 335);
    for region in regions.all() {
        let found = codes(package, &region.code);
        if regions.became(&region.code).next().is_none() {
            assert_eq!(found, [region.code.as_str()]);
        }
        for name in [&region.name, &region.name_latin] {
            match package.find_region(name) {
                Ok(found) => assert!(!found.regions.is_empty(), "{name}"),
                Err(RegionError::Several { hint, .. }) => assert!(hint.contains(", "), "{name}: {hint}"),
                Err(error) => panic!("{} {name}: {error}", region.code),
            }
        }
    }
}

#[rstest]
fn the_hierarchy_is_whole(package: &Package) {
    let regions = package.regions();
    for region in regions.all().filter(|region| region.vintage == Vintage::Nuts2024) {
        assert_eq!(usize::from(region.level), region.code.len() - 2);
        match &region.parent {
            None => assert_eq!(region.level, 0),
            Some(parent) => {
                let above = regions.of(Vintage::Nuts2024, parent).unwrap();
                assert_eq!((above.level + 1, above.country), (region.level, region.country));
                assert!(within(&region.code, parent) && regions.children(parent).any(|child| child == region));
            }
        }
    }
    let children: Vec<&str> = regions.children("FI1D").map(|region| region.code.as_str()).collect();
    assert_eq!(children, ["FI1D5", "FI1D7", "FI1D8", "FI1D9", "FI1DA", "FI1DB", "FI1DC"]);
    assert_eq!((nuts2_of("FI1D7"), nuts2_of("FI1D"), nuts2_of("FI1")), (Some("FI1D"), Some("FI1D"), None));
    assert!(within("FI1D7", "FI1D") && within("FI1D", "FI1D") && !within("FI1D", "FI1D7") && !within("FI1D", ""));
}

/// Every code that a change names is there, in the vintage that it is said to be of.
#[rstest]
fn changes_lead_from_codes_that_are_gone_to_codes_that_are_there(package: &Package) {
    let regions = package.regions();
    let table = package.table("nuts-changes").unwrap();
    assert!(table.rows().len() > 100);
    for row in table.rows() {
        let (was, is) = (row.text(table, "code"), row.text(table, "code_2024"));
        assert!(regions.of(Vintage::Nuts2024, was).is_none(), "{was} is still used");
        assert_eq!(is == "-", row.text(table, "change") == "discontinued", "{was}");
        assert!(is == "-" || regions.of(Vintage::Nuts2024, is).is_some(), "{is}");
        assert!(is == "-" || is.len() == was.len(), "{was} {is}");
    }
    // Level 2 of 2021 is known whole: every code is used still, or its change is known.
    for region in regions.all().filter(|region| region.vintage == Vintage::Nuts2021) {
        let used = regions.of(Vintage::Nuts2024, &region.code).is_some();
        assert_eq!(used, regions.became(&region.code).next().is_none(), "{}", region.code);
    }
    // And of 2024 every code of level 2 was there before, came from a change, or is in a country that is new.
    for region in regions.of_level(2).filter(|region| regions.of(Vintage::Nuts2021, &region.code).is_none()) {
        let new = ["BA", "XK"].iter().any(|country| within(&region.code, country));
        assert_eq!(new, regions.came_from(&region.code).next().is_none(), "{}", region.code);
    }
}

#[rstest]
#[case(67.42, 26.59, "FI1D7")]
#[case(41.65, -4.72, "ES418")]
#[case(65.58, 22.15, "SE332")]
fn a_point_is_in_the_region_with_the_nearest_centre(
    package: &Package,
    #[case] lat: f64,
    #[case] lon: f64,
    #[case] code: &str,
) {
    let (region, far) = package.regions().at(Point { lat, lon }).unwrap();
    assert_eq!(region.code, code);
    assert!(far < 200.0, "{far} km");
    let at = region.centre;
    assert_eq!(package.regions().at(at).map(|(region, far)| (region.code.as_str(), far)), Some((code, 0.0)));
}

#[rstest]
fn distances_between_centres(package: &Package) {
    let regions = package.regions();
    let far = regions.distance_km("FI1D7", "ES41").unwrap();
    assert!((3300.0..3700.0).contains(&far), "{far}");
    assert_eq!(regions.distance_km("FI1D7", "FI1D7"), Some(0.0));
    assert_eq!(regions.distance_km("FI1D7", "ZZ"), None);
}

fn figure(package: &Package, table: RegionalTable<'_>, code: &str) -> RegionalFigure {
    package.regional(table, code).unwrap_or_else(|gap| panic!("{}", gap.says))
}

#[rstest]
fn figures_of_the_regions_themselves(package: &Package) {
    let population = figure(package, RegionalTable::Population, "ES41");
    assert_eq!((population.year, population.value(), population.note), (2022, 2_376_687.0, None));
    let key = package.key(population.parts[0].at);
    assert_eq!(key.as_str(), "regional-population/ES41/2022/persons");
    assert_eq!(package.view(population.parts[0].at).note.as_deref(), None);
    let gdp = figure(package, RegionalTable::Gdp, "ES41");
    assert_eq!((gdp.year, gdp.value()), (2021, 58_119.46));
    assert_eq!(package.view(gdp.parts[0].at).note.as_deref(), Some("provisional"));
    assert_eq!(package.regional_in(RegionalTable::Gdp, "ES41", 2016).unwrap().value(), 54_764.02);
    assert_eq!(package.regional_in(RegionalTable::Gdp, "ES41", 2013), None);
    let rate = figure(package, RegionalTable::Unemployment, "ES41");
    assert_eq!((rate.year, rate.value()), (2019, 11.6 / 100.0));
    let (low, high) = rate.bounds();
    assert!((low - 0.1155).abs() < 1e-12 && (high - 0.1165).abs() < 1e-12, "{low} {high}");
    assert_eq!(figure(package, RegionalTable::Employment, "ES41").value(), 930.7);
    assert_eq!(figure(package, RegionalTable::Mining("B"), "PL51").value(), 20_485.0);
    assert_eq!(figure(package, RegionalTable::Mining("B07"), "FI1D").value(), 2155.0);
    assert_eq!(figure(package, RegionalTable::Mining("B"), "UKK3").value(), 873.0);
}

#[rstest]
fn figures_of_the_same_area_under_its_earlier_code(package: &Package) {
    let found = figure(package, RegionalTable::Population, "PT1D3");
    let published = figure(package, RegionalTable::Population, "PT185");
    assert_eq!(found.parts, published.parts);
    assert_eq!(found.note.unwrap(), "published for PT185, the code of the same area in NUTS 2021");
    let mining = figure(package, RegionalTable::Mining("B"), "FRK1");
    assert_eq!(package.key(mining.parts[0].at).as_str(), "regional-mining/FR72/B/2015/persons");
    assert_eq!(mining.note.unwrap(), "published for FR72, the code of the same area in NUTS 2013");
}

/// Alentejo lost one sub-region; the four that stayed were only given new codes, so that their sum is exact.
#[rstest]
fn figures_that_add_up(package: &Package) {
    let found = figure(package, RegionalTable::Gdp, "PT1C");
    let parts = ["PT181", "PT184", "PT186", "PT187"]
        .map(|code| package.regional_in(RegionalTable::Gdp, code, found.year).unwrap());
    assert_eq!(found.parts.len(), 4);
    assert_eq!(found.value(), parts.iter().map(RegionalFigure::value).sum::<f64>());
    assert_eq!(found.note.as_deref(), Some("the sum of PT1C1, PT1C2, PT1C3, PT1C4"));
    // Level 1 is in no table and is always a sum; where both are published they agree.
    let saxony = figure(package, RegionalTable::Mining("B"), "DED");
    let districts = ["DED2", "DED4", "DED5"].map(|code| figure(package, RegionalTable::Mining("B"), code).value());
    assert_eq!(saxony.value(), districts.iter().sum::<f64>());
    let finland = figure(package, RegionalTable::Population, "FI");
    let regions =
        ["FI19", "FI1B", "FI1C", "FI1D", "FI20"].map(|code| figure(package, RegionalTable::Population, code).value());
    assert_eq!(finland.value(), regions.iter().sum::<f64>());
}

/// What does not add up to the region is not its figure.
#[rstest]
#[case("PT19", RegionalTable::Population, "PT16")]
#[case("PT1A", RegionalTable::Gdp, "PT17")]
#[case("FI1DC", RegionalTable::Population, "FI1D3")]
#[case("NL35", RegionalTable::Gdp, "NL31")]
#[case("LV00A", RegionalTable::Gdp, "LV006")]
#[case("PT1C", RegionalTable::Unemployment, "PT18")]
fn what_is_not_exact_is_missing_and_says_why(
    package: &Package,
    #[case] code: &str,
    #[case] table: RegionalTable<'static>,
    #[case] was: &str,
) {
    let gap = package.regional(table, code).unwrap_err();
    assert!(gap.says.contains(code) && gap.says.contains(was), "{}", gap.says);
    assert!(gap.earlier.iter().any(|(code, ..)| code == was), "{gap:?}");
}

#[rstest]
fn what_is_not_published_is_missing(package: &Package) {
    let gap = package.regional(RegionalTable::Mining("B07"), "ES41").unwrap_err();
    assert_eq!(gap.says, "regional-mining has no figure of ES41: not published, or confidential");
    let gap = package.regional(RegionalTable::Population, "QQ11").unwrap_err();
    assert_eq!(gap.says, "QQ11 is not a region of NUTS 2024 or 2021");
}

/// Figures of a country are at least those of its regions, and every figure is of a region that is known.
#[rstest]
fn figures_fit_together(package: &Package) {
    for table in
        ["regional-population", "regional-gdp", "regional-unemployment", "regional-employment", "regional-mining"]
    {
        let rows = package.table(table).unwrap();
        for row in rows.rows() {
            let code = row.text(rows, "code");
            let known = package.regions().get(code).is_some() || package.regions().became(code).next().is_some();
            assert!(known, "{table} {code}");
            let vintage = match package.regions().became(code).next() {
                _ if package.regions().of(Vintage::Nuts2024, code).is_some() => "2024",
                Some(change) => change.vintage.as_str(),
                None => "2021",
            };
            assert_eq!(row.text(rows, "vintage"), vintage, "{table} {code}");
        }
    }
    for region in package.regions().of_level(2) {
        let all = package.regional(RegionalTable::Mining("B"), &region.code);
        for nace in ["B05", "B06", "B07", "B08", "B09"] {
            if let (Ok(all), Ok(part)) = (&all, package.regional(RegionalTable::Mining(nace), &region.code)) {
                assert!(part.value() <= all.value(), "{} {nace}", region.code);
            }
        }
    }
}

/// Where every division of mining is published they add up to all of it, in all but the one case that the notes on the
/// data name: zeros are published zeros, not what is confidential.
#[rstest]
fn divisions_of_mining_add_up(package: &Package) {
    let table = package.table("regional-mining").unwrap();
    let mut complete = 0;
    for row in table.rows().iter().filter(|row| row.text(table, "nace") == "B") {
        let code = row.text(table, "code");
        let of = |nace: &str| {
            table
                .row(&format!("{code}/{nace}/2015"))
                .and_then(|(_, row)| row.text(table, "persons").parse::<u32>().ok())
        };
        let divisions: Option<Vec<u32>> = ["B05", "B06", "B07", "B08", "B09"].into_iter().map(of).collect();
        if let Some(divisions) = divisions.filter(|_| !code.starts_with("IS")) {
            // Each is rounded by its publisher.
            let sum: u32 = divisions.iter().sum();
            assert!(of("B").is_some_and(|all| all.abs_diff(sum) <= 2), "{code}: {sum}");
            complete += 1;
        }
    }
    assert_eq!(complete, 90);
}
