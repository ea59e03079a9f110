//! Public holidays by rule.

use adit_model::clock::calendar::{easter, orthodox_easter};

use crate::harness::{day, law};

#[test]
fn easter_falls_where_it_fell() {
    for (year, western, eastern) in [
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        (2026, "2026-04-05", "2026-04-12"),
        (2027, "2027-03-28", "2027-05-02"),
        (2028, "2028-04-16", "2028-04-16"),
        (2029, "2029-04-01", "2029-04-08"),
        (2030, "2030-04-21", "2030-04-28"),
    ] {
        assert_eq!(easter(year), Some(day(western)), "{year}");
        assert_eq!(orthodox_easter(year), Some(day(eastern)), "{year}");
    }
}

#[test]
fn the_days_of_a_year_stand_in_order() {
    let days: Vec<String> =
        law().calendar("PT").unwrap().year(2028).into_iter().map(|(day, _)| day.to_string()).collect();
    assert_eq!(
        days,
        [
            "2028-01-01",
            "2028-04-14",
            "2028-04-16",
            "2028-04-25",
            "2028-05-01",
            "2028-06-10",
            "2028-06-15",
            "2028-08-15",
            "2028-10-05",
            "2028-11-01",
            "2028-12-01",
            "2028-12-08",
            "2028-12-25"
        ]
    );
}

#[test]
fn midsummer_and_all_saints_are_saturdays() {
    let sweden = law().calendar("SE").unwrap();
    assert_eq!(sweden.holiday(day("2026-06-20")).unwrap().id, "midsummer-day");
    assert_eq!(sweden.holiday(day("2026-10-31")).unwrap().id, "all-saints");
    assert_eq!(sweden.holiday(day("2027-06-25")).unwrap().id, "midsummer-eve");
}

#[test]
fn a_new_holiday_begins_in_its_year() {
    let poland = law().calendar("PL").unwrap();
    assert!(poland.holiday(day("2024-12-24")).is_none() && poland.holiday(day("2025-12-24")).is_some());
    let italy = law().calendar("IT").unwrap();
    assert!(italy.holiday(day("2025-10-04")).is_none() && italy.holiday(day("2026-10-04")).is_some());
}

#[test]
fn a_country_without_a_calendar_has_none() {
    assert!(law().calendar("MT").is_none());
    let calendars = law().calendars();
    for country in ["AT", "BE", "CZ", "DE", "EE", "ES", "FI", "FR", "GR", "IT", "PL", "PT", "RO", "SE"] {
        assert!(calendars.contains(&country), "{country}");
    }
}
