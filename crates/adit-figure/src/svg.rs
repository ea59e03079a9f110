//! A figure as SVG for documents: composed like that of the terminal, drawn exactly.

use kuva::backend::svg::SvgBackend;

use crate::drawing::{Medium, compose};
use crate::figure::Figure;

/// Columns of the grid that a document's figure is composed on.
const COLUMNS: usize = 110;

/// The drawing alone; question, finding, note and sources belong into the text around it.
pub fn draw(figure: &Figure) -> String {
    let (mut sheet, _) = compose(figure, COLUMNS, Medium::Document);
    sheet.scene.background_color = None;
    sheet.scene.text_color = Some("#1c2026".to_owned());
    sheet.scene.font_family = Some("ui-monospace, \"DejaVu Sans Mono\", monospace".to_owned());
    SvgBackend::new().render_scene(&sheet.scene)
}
