//! How large a model may be: counted before anything is allocated for it, so that memory stays bounded.

use super::ModelFile;
use super::reader::Reader;
use crate::finding::Finding;

/// Largest model file, in bytes. Long tables belong in CSV files.
pub const LARGEST_TEXT: usize = 16 * 1024 * 1024;

/// Most periods of a model.
pub const MOST_PERIODS: usize = 5_000;

/// Most series of one model: what is kept of a series beside its numbers is about a kilobyte.
pub const MOST_SERIES: usize = 500_000;

/// Most series times periods of one model: their inflow, outflow, stock and survival are 0.5 GB.
pub const MOST_CELLS: usize = 16_000_000;

/// Most numbers of one result, in cells: series, materials, routes and cohorts together, 0.8 GB.
pub const MOST_RESULT_CELLS: usize = 100_000_000;

/// A text that is too large is refused before it is parsed.
pub(super) fn of_text(text: &str, file: &str) -> Result<(), Finding> {
    if text.len() <= LARGEST_TEXT {
        return Ok(());
    }
    let says = format!("is larger than {} MiB, which no model file needs", LARGEST_TEXT / (1024 * 1024));
    let hint =
        "put the numbers into a CSV file (name,year,value) and name it: name = \"*\", stock_file = \"stock.csv\"";
    Err(Finding::error("model-file.too-large", says).in_file(file).at(1, 1).hint(hint))
}

/// Says so if there are too many periods.
pub(super) fn of_periods(reader: &mut Reader<'_>, periods: usize, at: usize) -> bool {
    let fits = periods <= MOST_PERIODS;
    if !fits {
        let says = format!("[time] has {periods} periods; a model has at most {MOST_PERIODS}");
        reader.say(Finding::error("model-file.too-large", says).hint("take longer steps, or fewer years"), at);
    }
    fits
}

/// The finding of more series, or of more series times periods, than a model may have.
pub(super) fn too_many_series(series: usize, periods: usize) -> Option<Finding> {
    let cells = series.saturating_mul(periods);
    if series <= MOST_SERIES && cells <= MOST_CELLS {
        return None;
    }
    let says = format!(
        "{series} series of {periods} years are {cells} cells; a model has at most {MOST_SERIES} series and {MOST_CELLS} cells"
    );
    let most = MOST_SERIES.min(MOST_CELLS / periods.max(1));
    let hint = format!("split the file: at most {most} series of {periods} years at once");
    Some(Finding::error("model-file.too-large", says).hint(hint))
}

/// Says so if series times periods are too many.
pub(super) fn of_model(reader: &mut Reader<'_>, model: &ModelFile) {
    let periods = model.time.years.len();
    if let Some(finding) = too_many_series(model.series.len(), periods) {
        reader.say(finding, 0);
        return;
    }
    let materials: usize = model.series.iter().map(|series| model.contents_of(series).len()).sum();
    let cells = (model.series.len() * 4 + materials * 3).saturating_mul(periods);
    if cells > MOST_RESULT_CELLS {
        let says = format!("the results of the model are {cells} numbers; one run gives at most {MOST_RESULT_CELLS}");
        reader.say(Finding::error("model-file.too-large", says).hint("split the file, or list fewer contents"), 0);
    }
}
