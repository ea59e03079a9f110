//! Regions: who could connect, which are alike, how much mining weighs.

use adit_facts::chain::{ChainStage, Region};
use adit_model::chain::region::connections::{Fit, connections};
use adit_model::chain::region::economy::{location_quotient, mining_share};
use adit_model::chain::region::similar::{Similar, similar};
use adit_model::chain::region::{Presence, chains, presences};
use adit_model::workings::Workings;
use proptest::prelude::*;

use super::made_up::{PACKAGE, datum, material, near};

fn region(code: &str) -> &'static Region {
    PACKAGE.regions().get(code).unwrap()
}

fn here(code: &str, id: &str, of: &str, stage: Option<ChainStage>) -> Presence {
    let at = region(code);
    Presence {
        id: id.to_owned(),
        name: id.to_owned(),
        planned: false,
        material: material(of),
        stage,
        status: "operating".to_owned(),
        country: at.country,
        nuts2: Some(code.to_owned()),
        nuts3: None,
        point: Some((at.centre.lat, at.centre.lon)),
        tonnes: None,
    }
}

fn weighing(tonnes: f64, presence: Presence) -> Presence {
    Presence { tonnes: Some(datum(tonnes)), ..presence }
}

const MINE: Option<ChainStage> = Some(ChainStage::Extraction);
const SMELTER: Option<ChainStage> = Some(ChainStage::Processing);

/// Smelters for a mine of 100 t in northern Finland: of its size nearby, too small, too large, far away, of unknown size.
#[test]
fn a_partner_fits_by_tonnes_and_distance() {
    let all = [
        weighing(100.0, here("FI1D", "mine", "copper", MINE)),
        weighing(80.0, here("SE33", "fits", "copper", SMELTER)),
        weighing(20.0, here("SE33", "small", "copper", SMELTER)),
        weighing(500.0, here("SE33", "large", "copper", SMELTER)),
        weighing(80.0, here("ES61", "far", "copper", SMELTER)),
        here("SE33", "unknown", "copper", SMELTER),
        weighing(80.0, here("FI1D", "own", "copper", SMELTER)),
        weighing(80.0, here("SE33", "other-metal", "zinc", SMELTER)),
        Presence { status: "closed".to_owned(), ..weighing(80.0, here("SE33", "closed", "copper", SMELTER)) },
    ];
    let [_, downstream] = connections(region("FI1D"), material("copper"), &all);
    let found: Vec<(&str, Fit)> = downstream.iter().map(|one| (one.partner.id.as_str(), one.fit)).collect();
    assert_eq!(found[0], ("fits", Fit::Good));
    for wanted in
        [("small", Fit::Possible), ("large", Fit::Possible), ("far", Fit::Possible), ("unknown", Fit::Unknown)]
    {
        assert!(found.contains(&wanted), "{wanted:?} in {found:?}");
    }
    assert_eq!(found.len(), 5, "neither its own, nor another metal's, nor what is closed: {found:?}");
    assert!(near(downstream[0].covers.unwrap(), 0.8));
}

#[test]
fn connections_never_name_the_region_itself() {
    let all = presences(&PACKAGE);
    let mut found = 0;
    for region in PACKAGE.regions().of_level(2).chain(PACKAGE.regions().of_level(3)).step_by(3) {
        for chain in chains(&PACKAGE, region, &all) {
            for side in connections(region, chain.material, &all) {
                for one in side {
                    assert!(!one.partner.lies_in(region), "{} in {}", one.partner.id, region.code);
                    assert!(one.distance_km.is_none_or(|km| (0.0..21_000.0).contains(&km)), "{:?}", one.distance_km);
                    found += 1;
                }
            }
        }
    }
    assert!(found > 100, "{found}");
}

fn alike<'a>(code: &str, to: &str, all: &[Presence], mining: &dyn Fn(&str) -> Option<f64>) -> Option<Similar<'a>> {
    similar(PACKAGE.regions(), region(code), all, mining, 100).into_iter().find(|one| one.region.code == to)
}

/// One shared of two materials: 1/2; two mines beside a mine and a smelter: cosine 1/sqrt(2); mining 2 % and 1 %: 1/2.
#[test]
fn similarity_by_hand() {
    let all = [
        here("FI1D", "a", "copper", MINE),
        here("FI1D", "b", "zinc", MINE),
        here("ES41", "c", "copper", MINE),
        here("ES41", "d", "copper", SMELTER),
    ];
    let mining = |code: &str| Some(if code == "FI1D" { 0.02 } else { 0.01 });
    let found = alike("FI1D", "ES41", &all, &mining).unwrap();
    let [materials, stages, structure] = found.parts.map(Option::unwrap);
    assert!(near(materials, 0.5) && near(stages, 0.5_f64.sqrt()) && near(structure, 0.5), "{:?}", found.parts);
    assert!(near(found.similarity, 0.5 * 0.5 + 0.3 * 0.5_f64.sqrt() + 0.2 * 0.5));
    assert_eq!(found.shared, [material("copper")]);
    assert_eq!(found.ahead, [(material("copper"), ChainStage::Processing)]);
    // What is not known has no weight.
    let found = alike("FI1D", "ES41", &all, &|_| None).unwrap();
    assert!(near(found.similarity, (0.5 * 0.5 + 0.3 * 0.5_f64.sqrt()) / 0.8));
}

#[test]
fn a_region_is_never_like_itself_or_what_lies_in_it() {
    let all = presences(&PACKAGE);
    for code in ["FI1D", "ES41", "DE71", "FI1D7"] {
        for one in similar(PACKAGE.regions(), region(code), &all, &|_| None, 1000) {
            assert!(!code.starts_with(&one.region.code) && !one.region.code.starts_with(code), "{}", one.region.code);
        }
    }
}

fn sites() -> impl Strategy<Value = Vec<Presence>> {
    let code = prop::sample::select(vec!["FI1D", "ES41", "EL64"]);
    let of = prop::sample::select(vec!["copper", "zinc", "lithium", "nickel"]);
    let stage = prop::sample::select(vec![None, MINE, SMELTER, Some(ChainStage::Recycling)]);
    proptest::collection::vec((code, of, stage), 1..20).prop_map(|sites| {
        sites.into_iter().enumerate().map(|(at, (code, of, stage))| here(code, &format!("s{at}"), of, stage)).collect()
    })
}

proptest! {
    #[test]
    fn similarity_is_symmetric_and_a_fraction(all in sites(), a in 0.0..0.1, b in 0.0..0.1) {
        let mining = |code: &str| Some(if code == "FI1D" { a } else { b });
        for to in ["ES41", "EL64"] {
            let there = alike("FI1D", to, &all, &mining);
            let back = alike(to, "FI1D", &all, &mining);
            if let (Some(there), Some(back)) = (there, back) {
                prop_assert!((0.0..=1.0).contains(&there.similarity));
                prop_assert!(there.parts.into_iter().flatten().all(|part| (0.0..=1.0).contains(&part)));
                prop_assert!(near(there.similarity, back.similarity));
                for (one, other) in there.parts.into_iter().zip(back.parts) {
                    prop_assert!(one.zip(other).map_or(one == other, |(one, other)| near(one, other)));
                }
                prop_assert_eq!(there.shared, back.shared);
            }
        }
    }
}

/// Eurostat, 2015: 7089 persons in B of 4067.6 thousand employed in Austria; 3964 of 519.6 thousand in FI1D.
#[test]
fn minings_share_by_hand() {
    let share = |code: &str| mining_share(&PACKAGE, code, &mut Workings::default()).unwrap().value();
    assert!(near(share("AT"), 7089.0 / 4_067_600.0));
    assert!(near(share("FI1D"), 3964.0 / 519_600.0));
    let mut workings = Workings::default();
    let quotient = location_quotient(&PACKAGE, "FI1D", &mut workings).unwrap().value();
    let union = workings.get("region.mining-share/EU27").unwrap().number.value;
    assert!(near(quotient, share("FI1D") / union), "{quotient}");
    assert!((0.0005..0.005).contains(&union), "{union}");
}
