use super::*;
use crate::figure::{Axis, Bar, BarClass, Body, Gap, GapClass, MatrixClass, MatrixPoint, Read, Series, SeriesPoint};

fn figure(x: Axis, y: Axis, body: Body) -> Figure {
    Figure {
        format: 1,
        id: "test".to_owned(),
        question: "Where does it stand, and how far is it from where it was said to stand?".to_owned(),
        finding: "It stands where it was said to stand.".to_owned(),
        note: Some("A note.".to_owned()),
        sources: vec!["a source".to_owned()],
        x,
        y,
        body,
    }
}

fn matrix() -> Figure {
    let read = |value: f64| Read { value: Some(value), low: Some(value * 0.9), high: Some(value * 1.1), why: None };
    let point = |name: &str, class, x: f64, y: f64| MatrixPoint {
        id: name.to_lowercase(),
        label: name.to_owned(),
        class,
        x: read(x),
        y: read(y),
        hollow: false,
        member: false,
    };
    let points = vec![
        point("Niobium", MatrixClass::Critical, 6.5, 4.4),
        point("Magnesium", MatrixClass::Strategic, 7.4, 4.1),
        point("Copper", MatrixClass::Below, 4.0, 0.1),
    ];
    let x = Axis::new("Economic importance", "index", 0.0, 9.0).threshold(2.8, "importance");
    figure(x, Axis::new("Supply risk", "index", 0.0, 5.0).threshold(1.0, "risk"), Body::Matrix { points })
}

fn bars() -> Figure {
    let bar = |id: &str, label: &str, class, value: f64| Bar {
        id: id.to_owned(),
        label: label.to_owned(),
        class,
        value: Some(value),
        low: Some(value - 0.005),
        high: Some(value + 0.005),
        why: None,
    };
    let bars = vec![bar("CN", "China", BarClass::Outside, 0.75), bar("FI", "Finland", BarClass::Eu, 0.25)];
    figure(Axis::new("Share", "share", 0.0, 1.0), Axis::rows("Country"), Body::Bars { bars })
}

fn lines() -> Figure {
    let point = |x: f64, y: Option<f64>| SeriesPoint { x, y, why: None };
    let points = vec![point(2011.0, Some(1.0)), point(2014.0, None), point(2023.0, Some(2.0))];
    let series = vec![Series { id: "sr".to_owned(), label: "Supply risk".to_owned(), points }];
    figure(Axis::new("Assessment", "year", 2011.0, 2023.0), Axis::new("Index", "", 0.0, 2.0), Body::Lines { series })
}

fn gaps() -> Figure {
    let gap = |label: &str, class, computed: f64| Gap {
        id: label.to_lowercase(),
        label: label.to_owned(),
        published: 2.0,
        published_half: 0.05,
        computed,
        low: computed - 0.1,
        high: computed + 0.1,
        class,
        why: None,
    };
    let rows = vec![gap("Arsenic", GapClass::Unexplained, 1.0), gap("Lithium", GapClass::Within, 2.02)];
    figure(Axis::new("Supply risk", "index", 0.0, 3.0), Axis::rows("Stage"), Body::Gaps { rows })
}

#[test]
fn no_line_is_wider_than_the_terminal_and_nothing_steers_it() {
    for figure in [matrix(), bars(), lines(), gaps()] {
        for columns in [40, 57, 80, 120, 160] {
            let text = draw(&figure, Terminal { columns, colour: false });
            assert!(text.lines().all(|line| line.chars().count() <= columns), "{columns} columns:\n{text}");
            assert!(!text.contains('\u{1b}'));
            assert!(text.contains("It stands where it was said to stand."));
        }
    }
}

#[test]
fn colour_adds_nothing_but_escape_codes() {
    for figure in [matrix(), bars(), lines(), gaps()] {
        let coloured = draw(&figure, Terminal { columns: 90, colour: true });
        assert!(coloured.contains("\u{1b}[38;2;"));
        let stripped: Vec<String> = coloured.lines().map(|line| without_escapes(line).into_iter().collect()).collect();
        let plain = draw(&figure, Terminal { columns: 90, colour: false });
        assert_eq!(stripped, plain.lines().collect::<Vec<_>>());
    }
}

#[test]
fn points_stand_in_order_of_their_values() {
    let text = draw(&matrix(), Terminal::default());
    let line_of = |name: &str| text.lines().position(|line| line.contains(name)).unwrap();
    assert!(line_of("Niobium") < line_of("Magnesium") && line_of("Magnesium") < line_of("Copper"), "{text}");
    let column = |mark: char| text.lines().find_map(|line| line.chars().position(|c| c == mark)).unwrap();
    assert!(column('●') < column('◆'), "{text}");
}

#[test]
fn bars_are_as_long_as_their_values_and_differ_without_colour() {
    let text = draw(&bars(), Terminal::default());
    let count = |letter: char| text.lines().take(4).map(|line| line.matches(letter).count()).sum::<usize>();
    let (outside, eu) = (count('▒'), count('█'));
    assert!(outside.abs_diff(3 * eu) <= 3, "{outside} against {eu}:\n{text}");
    assert!(text.contains("75\u{2009}%") && text.contains("25\u{2009}%"));
}

#[test]
fn a_missing_point_breaks_its_line() {
    let text = draw(&lines(), Terminal::default());
    assert_eq!(text.matches('●').count(), 2, "{text}");
    assert!(!text.chars().any(|c| ('\u{2801}'..='\u{28ff}').contains(&c)), "no stroke over the gap:\n{text}");
    assert!(text.contains("2023") && !text.contains("2\u{2009}023"), "years are names");
}

#[test]
fn a_gap_shows_both_figures_and_its_class() {
    let text = draw(&gaps(), Terminal::default());
    assert!(text.contains("2.0 → 1.0") && text.contains('▲') && text.contains('│'), "{text}");
}

#[test]
fn control_characters_of_names_do_not_reach_the_terminal() {
    let mut figure = bars();
    figure.finding = "red \u{1b}[31malert".to_owned();
    if let Body::Bars { bars } = &mut figure.body {
        bars[0].label = "Ch\u{1b}[2Jina".to_owned();
    }
    assert!(!draw(&figure, Terminal::default()).contains('\u{1b}'));
}

#[test]
fn documents_get_the_same_scene_as_svg() {
    let svg = crate::svg::draw(&matrix());
    assert!(svg.starts_with("<svg") && svg.contains("Niobium") && svg.trim_end().ends_with("</svg>"));
}
