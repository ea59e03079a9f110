use super::*;

#[test]
fn a_published_figure_appears_as_printed() {
    assert_eq!(number(&Reading::between(Some(0.562), Some(0.5615), Some(0.5625), "share")), "56.2\u{2009}%");
}
