//! Sites, plants and projects of the base: what holds between their tables.

// A test stops where something is wrong.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use adit_facts::Package;
use adit_facts::chain::land::on_land;
use adit_facts::chain::regions::Vintage;
use adit_facts::chain::{PlantBasis, ProjectSet, SiteFacts};
use adit_facts::geo::Point;

fn base() -> Package {
    Package::embedded().unwrap()
}

/// Regions exist, are of the site's country and of one another; and sites are not in the sea.
#[test]
fn sites_lie_on_land_in_regions_of_their_country() {
    let package = base();
    let regions = package.regions();
    let (mut with_region, mut with_point) = (0, 0);
    for site in package.sites() {
        if let Some(code) = &site.nuts2 {
            let region = regions.of(Vintage::Nuts2024, code).unwrap_or_else(|| panic!("{}: {code}", site.id));
            // French Guiana is a country of ISO and a region of France.
            let country = package.vocabulary().country(site.country).id.as_str();
            let expected = if country == "GF" { "FR" } else { country };
            let of_region = package.vocabulary().country(region.country).id.as_str();
            assert_eq!((region.level, of_region), (2, expected), "{}: {code}", site.id);
            with_region += 1;
        }
        if let Some(code) = &site.nuts3 {
            assert_eq!(regions.of(Vintage::Nuts2024, code).map(|region| region.level), Some(3), "{}: {code}", site.id);
            assert_eq!(code.get(..4), site.nuts2.as_deref(), "{}", site.id);
        }
        if let (Some(lat), Some(lon)) = (site.lat, site.lon) {
            assert!(on_land(Point { lat: lat.number.value, lon: lon.number.value }), "{}", site.id);
            with_point += 1;
        }
        assert_eq!(site.lat.is_some(), site.lon.is_some(), "{}", site.id);
    }
    assert!(with_region > 600 && with_point > 700, "{with_region} {with_point}");
}

/// The same for the sites of projects, whose regions are given stage by stage.
#[test]
fn stages_of_projects_lie_on_land_in_regions_that_exist() {
    let package = base();
    for plan in package.project_capacities() {
        if let Some(code) = &plan.nuts2 {
            let level = package.regions().of(Vintage::Nuts2024, code).map(|region| region.level);
            assert_eq!(level, Some(2), "{}: {code}", plan.project);
        }
        if let (Some(lat), Some(lon)) = (plan.lat, plan.lon) {
            assert!(on_land(Point { lat: lat.number.value, lon: lon.number.value }), "{}", plan.project);
        }
    }
}

/// What was not looked up is marked twice: by its kind, and by a source that says so.
#[test]
fn memory_is_never_a_fact() {
    let package = base();
    let marked = |table: &str| -> usize {
        let table = package.table(table).unwrap();
        let rows = table.rows().iter();
        rows.filter(|row| {
            let memory = row.text(table, "source_kind") == "memory";
            assert_eq!(memory, row.text(table, "source") == "not-looked-up", "{} {}", table.schema.name, row.key());
            memory
        })
        .count()
    };
    assert!(marked("plants") > 50);
    assert!(marked("project-capacities") > 0);
    assert_eq!(marked("project-figures"), 0);
}

/// Contained tonnes follow from the stated figure by the factors that the row names.
#[test]
fn contained_tonnes_follow_from_the_stated_figure() {
    let package = base();
    let plants =
        package.plants().into_iter().map(|plant| (plant.site, plant.stated, plant.contained, plant.conversion));
    let plans = package.project_capacities().into_iter().map(|p| (p.project, p.stated, p.contained, p.conversion));
    let mut checked = 0;
    for (name, stated, contained, conversion) in plants.chain(plans) {
        let Some(contained) = contained else { continue };
        let conversion = conversion.unwrap_or_else(|| panic!("{name} does not say how"));
        let stated = stated.unwrap_or_else(|| panic!("{name} has contained tonnes of nothing"));
        // These name other figures than the one beside them: a life of mine, a product, a statement.
        if ["recovered", "stated", " / ", " less ", "per quarter"].iter().any(|word| conversion.contains(word)) {
            continue;
        }
        let expected = stated.number.value * factors(&conversion).into_iter().product::<f64>();
        let gap = (expected - contained.number.value).abs();
        assert!(gap <= 1.0 + 0.006 * expected, "{name}: {conversion} gives {expected}, not {}", contained.number.value);
        checked += 1;
    }
    assert!(checked > 110, "{checked}");
}

/// The numbers of a conversion: `x 0.1654` and `36 % Cr2O3`.
fn factors(conversion: &str) -> Vec<f64> {
    let words: Vec<&str> = conversion.split([' ', '(', ')', ',']).collect();
    words
        .windows(2)
        .filter_map(|pair| match pair {
            ["x", number] => number.parse::<f64>().ok(),
            [number, "%"] => number.parse::<f64>().ok().map(|percent| percent / 100.0),
            _ => None,
        })
        .collect()
}

/// Tonnes that another row holds are held there, for the same material; and a group has no point.
#[test]
fn groups_hold_the_tonnes_of_their_members() {
    let package = base();
    let plants = package.plants();
    let mut members = 0;
    for part in plants.iter().filter(|plant| plant.part_of.is_some()) {
        let whole = plants.iter().find(|plant| {
            Some(&plant.site) == part.part_of.as_ref() && (plant.material, plant.stage) == (part.material, part.stage)
        });
        let whole = whole.unwrap_or_else(|| panic!("{} is part of nothing", part.site));
        assert!(whole.contained.is_some() && whole.part_of.is_none(), "{}", whole.site);
        members += 1;
    }
    assert!(members >= 5, "{members}");
    for site in package.sites() {
        assert_eq!(site.lat.is_none(), is_group(&site), "{}", site.id);
    }
}

fn is_group(site: &SiteFacts) -> bool {
    site.note.as_deref().is_some_and(|note| note.contains("Group of sites"))
}

#[test]
fn a_figure_says_what_it_measures() {
    for plant in base().plants() {
        assert_eq!(plant.stated.is_none(), plant.basis == PlantBasis::Unknown, "{}", plant.site);
        assert!(plant.stated.is_none() || !plant.unit.is_empty(), "{}", plant.site);
        let meant_later = plant.basis == PlantBasis::Planned && plant.contained.is_some();
        assert!(!meant_later, "{}: what is meant for later is no capacity", plant.site);
    }
}

/// The official counts of the two decisions, by country.
#[test]
fn the_strategic_projects_are_those_of_the_decisions() {
    let package = base();
    let mut by_country: BTreeMap<String, usize> = BTreeMap::new();
    let projects = package.projects();
    for project in projects.iter().filter(|project| project.set == ProjectSet::StrategicEu) {
        *by_country.entry(package.vocabulary().country(project.country).id.clone()).or_default() += 1;
    }
    let found: Vec<(&str, usize)> = by_country.iter().map(|(id, count)| (id.as_str(), *count)).collect();
    let official = [
        ("BE", 2),
        ("CZ", 2),
        ("DE", 3),
        ("EE", 1),
        ("ES", 7),
        ("FI", 6),
        ("FR", 9),
        ("GR", 1),
        ("IT", 4),
        ("PL", 2),
        ("PT", 4),
        ("RO", 3),
        ("SE", 3),
    ];
    assert_eq!(found, official);
    let outside: BTreeSet<&str> = projects
        .iter()
        .filter(|project| project.set == ProjectSet::StrategicNonEu)
        .map(|project| package.vocabulary().country(project.country).id.as_str())
        .collect();
    let named = ["BR", "CA", "GB", "GL", "KZ", "MG", "MW", "NC", "NO", "RS", "UA", "ZA", "ZM"];
    assert_eq!(outside.into_iter().collect::<Vec<_>>(), named);
    assert_eq!(projects.len(), 60);
    let with_rows: BTreeSet<String> = package.project_capacities().into_iter().map(|plan| plan.project).collect();
    for project in &projects {
        assert!(with_rows.contains(&project.id), "{} has no row, not even a blank one", project.id);
        assert!(project.as_of.is_some() || project.status != "announced", "{}", project.id);
    }
}
