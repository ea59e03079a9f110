//! The tiny case worked by hand, to the last digit: all its numbers are sums of powers of two.

use adit_facts::Changes;
use adit_model::outlook::case::{CapacityBasis, Line, ProductLine, Question};
use adit_model::risk::readings::values as values_of;
use adit_model::risk::what_if::WhatIf;
use adit_model::risk::{About, Options};

use crate::given::{PACKAGE, ROWS, TINY, material, numbers, setting, tiny_of, values, with};

#[test]
fn products_come_stay_and_leave() {
    let run = TINY.run(&Question::default()).unwrap();
    let line = |line: ProductLine| -> Vec<f64> {
        run.products[0].lines[line as usize].values.iter().map(|value| value.unwrap()).collect()
    };
    assert_eq!(line(ProductLine::Inflow), [100.0, 110.0, 120.0, 130.0, 140.0]);
    // What comes at the end of 2020 is two years old at the end of 2022, and gone.
    assert_eq!(line(ProductLine::Outflow), [0.0, 0.0, 100.0, 110.0, 120.0]);
    assert_eq!(line(ProductLine::Stock), [100.0, 210.0, 230.0, 250.0, 270.0]);
}

#[test]
fn lithium_by_hand() {
    let run = TINY.run(&Question::default()).unwrap();
    let of = |line: Line| numbers(&run, "lithium", line);
    // 0.75 x 0.5 + 0.25 x 2 = 0.875 t in each.
    assert_eq!(of(Line::PutIntoUse), [87.5, 96.25, 105.0, 113.75, 122.5]);
    assert_eq!(of(Line::Consumption)[2], 52.5);
    assert_eq!(of(Line::FromOutside)[2], 52.5);
    assert_eq!(of(Line::Benchmark)[2], 13.125);
    assert_eq!(of(Line::Stock), [87.5, 183.75, 201.25, 218.75, 236.25]);
    assert_eq!(of(Line::EndOfLife), [0.0, 0.0, 87.5, 96.25, 105.0]);
    assert_eq!(of(Line::UsedExport)[2], 43.75);
    assert_eq!(of(Line::Collected)[2], 21.875);
    assert_eq!(of(Line::Uncollected)[2], 21.875);
    assert_eq!(of(Line::NotDismantled)[2], 10.9375);
    assert_eq!(of(Line::ScrapExport)[2], 2.734_375);
    assert_eq!(of(Line::Feed)[2], 8.203_125);
    assert_eq!(of(Line::Potential)[2], 4.101_562_5);
    assert_eq!(of(Line::Capacity), [2.0, 6.0, 10.0, 10.0, 10.0]);
    assert_eq!(of(Line::Supply)[2], 4.101_562_5);
    assert_eq!(of(Line::Untreated)[2], 0.0);
    assert_eq!(of(Line::RecoveryLoss)[2], 4.101_562_5);
    // As much scrap as product; half of it would come back, but old scrap is served first.
    assert_eq!(of(Line::ManufacturingScrap)[2], 52.5);
    assert_eq!(of(Line::ScrapSupply)[2], 10.0 - 4.101_562_5);
    assert_eq!(values(&run, "lithium", Line::EolRr)[2], Some(0.046_875));
    assert_eq!(values(&run, "lithium", Line::EolRir)[2], Some(4.101_562_5 / 52.5));
    assert_eq!(values(&run, "lithium", Line::SecondaryShare)[2], Some(10.0 / 52.5));
    assert_eq!(values(&run, "lithium", Line::CapacityShare)[2], Some(10.0 / 52.5));
    assert_eq!(run.materials[0].capacity, Some(CapacityBasis::Case));
    assert_eq!(run.balance_error, 0.0);
}

#[test]
fn what_is_not_known_has_no_value() {
    let run = TINY.run(&Question::default()).unwrap();
    // No end of life before 2022; no capacity of silver; silver is not among the benchmarks.
    assert_eq!(values(&run, "lithium", Line::EolRr)[1], None);
    assert_eq!(values(&run, "silver", Line::Capacity), [None; 5]);
    assert_eq!(values(&run, "silver", Line::CapacityShare), [None; 5]);
    assert_eq!(numbers(&run, "silver", Line::Supply), numbers(&run, "silver", Line::Potential));
    let silver = &run.materials[1];
    assert_eq!(silver.capacity, None);
    assert!(silver.notes[0].contains("limited by the feed alone"), "{:?}", silver.notes);
    assert!(silver.risk.as_ref().unwrap_err().contains("strategic"), "{:?}", silver.risk);
}

/// Supply risk moves with the rate, and the rate by what the case adds since the base year.
#[test]
fn the_rate_of_the_whole_material() {
    let run = TINY.run(&Question::default()).unwrap();
    let risk = run.materials[0].risk.as_ref().unwrap();
    let (supply, consumption) = (numbers(&run, "lithium", Line::Supply), numbers(&run, "lithium", Line::Consumption));
    let wanted = (risk.rate_before * risk.consumption + supply[4] - supply[1])
        / (risk.consumption + consumption[4] - consumption[1]);
    assert_eq!(risk.rates[4], Some(wanted));
    assert_eq!(risk.rates[0], None);
    assert_eq!(risk.rates[1], Some(risk.rate_before));
    assert_eq!(risk.after[1], Some(risk.before));
    // The same as the Risk room computes with that rate (`adit risk lithium --recycling`).
    let options = Options { only: Some(vec![material("lithium")]), ..Options::default() };
    let what_if = WhatIf { recycling: Some(wanted), ..WhatIf::default() };
    let changes = what_if.expand(&PACKAGE, material("lithium"), &options, &Changes::default()).unwrap();
    let study = adit_model::risk::gather(&PACKAGE, &options, &changes);
    let official = values_of(&study, &[About::SupplyRisk(material("lithium"))])[0].unwrap();
    assert!((risk.after[4].unwrap() - official).abs() < 1e-12, "{:?} {official}", risk.after);
    assert!(risk.after[4].unwrap() < risk.before);
}

#[test]
fn a_lever_goes_straight_to_its_value_and_stays() {
    let run = TINY.run(&with(&[setting("collection", 0.75, Some(2023))])).unwrap();
    let shares: Vec<f64> = numbers(&run, "lithium", Line::Collected)
        .iter()
        .zip(numbers(&run, "lithium", Line::EndOfLife))
        .skip(2)
        .map(|(collected, end)| collected / (0.5 * end))
        .collect();
    assert_eq!(shares, [0.625, 0.75, 0.75]);
}

#[test]
fn the_lever_that_names_most_wins() {
    let settings = [setting("collection-lithium", 1.0, Some(2022)), setting("collection", 0.0, Some(2022))];
    let run = TINY.run(&with(&settings)).unwrap();
    assert_eq!(numbers(&run, "lithium", Line::Uncollected)[2], 0.0);
    assert_eq!(numbers(&run, "silver", Line::Collected)[2], 0.0);
}

#[test]
fn factors_start_from_one() {
    let run = TINY.run(&with(&[setting("demand", 2.0, Some(2023))])).unwrap();
    assert_eq!(numbers(&run, "lithium", Line::PutIntoUse), [87.5, 96.25, 157.5, 227.5, 245.0]);
    let run = TINY.run(&with(&[setting("intensity", 2.0, Some(2022))])).unwrap();
    // Only a doubles: 0.75 x 1 + 0.25 x 2.
    assert_eq!(numbers(&run, "lithium", Line::PutIntoUse)[2], 150.0);
    let run = TINY.run(&with(&[setting("without", 0.5, Some(2022))])).unwrap();
    assert_eq!(numbers(&run, "lithium", Line::PutIntoUse)[1..3], [96.25, 52.5]);
    assert_eq!(numbers(&run, "silver", Line::PutIntoUse)[2], 15.0);
    let run = TINY.run(&with(&[setting("capacity", 3.0, Some(2023))])).unwrap();
    assert_eq!(numbers(&run, "lithium", Line::Capacity), [2.0, 6.0, 20.0, 30.0, 30.0]);
}

#[test]
fn a_longer_life_is_of_what_comes_from_the_base_year_on() {
    let run = TINY.run(&with(&[setting("life", 2.0, Some(2022))])).unwrap();
    // 2020 and 2021 still last two years, what comes in 2022 four.
    assert_eq!(numbers(&run, "lithium", Line::EndOfLife), [0.0, 0.0, 87.5, 96.25, 0.0]);
}

#[test]
fn a_share_of_the_mix_leaves_the_rest_to_the_others() {
    let run = TINY.run(&with(&[setting("b", 1.0, Some(2023))])).unwrap();
    // 2022: 0.625 of b and 0.375 of a; 2023: b alone.
    assert_eq!(numbers(&run, "lithium", Line::PutIntoUse)[2], 120.0 * (0.375 * 0.5 + 0.625 * 2.0));
    assert_eq!(numbers(&run, "lithium", Line::PutIntoUse)[3], 260.0);
}

#[test]
fn stated_capacity_comes_later_from_the_base_year_on() {
    let run = TINY.run(&with(&[setting("delay", 1.0, None)])).unwrap();
    assert_eq!(numbers(&run, "lithium", Line::Capacity), [2.0, 6.0, 6.0, 10.0, 10.0]);
    let run = TINY.run(&with(&[setting("delay", 0.5, None)])).unwrap();
    assert_eq!(numbers(&run, "lithium", Line::Capacity), [2.0, 6.0, 8.0, 10.0, 10.0]);
}

#[test]
fn short_capacity_leaves_feed_untreated() {
    let run = TINY.run(&with(&[setting("capacity", 0.125, Some(2022))])).unwrap();
    let of = |line: Line| numbers(&run, "lithium", line)[2];
    assert_eq!(of(Line::Capacity), 1.25);
    assert_eq!(of(Line::Supply), 1.25);
    assert_eq!(of(Line::ScrapSupply), 0.0);
    // Half of what is treated is lost.
    assert!((of(Line::Untreated) - (8.203_125 - 2.5)).abs() < 1e-12);
    assert!((of(Line::RecoveryLoss) - 1.25).abs() < 1e-12);
}

#[test]
fn the_row_that_names_most_wins() {
    let mut rows = ROWS.to_vec();
    rows.push("collection,cars,all,all,all,1,,,none");
    rows.push("collection,all,all,lithium,all,0.25,,,none");
    let run = tiny_of(&rows).unwrap().run(&Question::default()).unwrap();
    assert_eq!(numbers(&run, "lithium", Line::Uncollected)[2], 0.0);
}
