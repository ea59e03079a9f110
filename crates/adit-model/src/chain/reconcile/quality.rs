//! Standard errors from the quality of a fact, where its source states none (rules §2.9).

use adit_facts::Package;
use adit_facts::study::Datum;
use adit_number::Rule;

/// The standard error of a figure.
pub static QUALITY_ERROR: Rule = Rule {
    id: "chain.standard-error",
    says: "The standard error of a figure: the share of it that its quality class is taken to be wrong by",
    formula: "standard error = figure × error of its quality class",
    unit: "t",
    source: "adit's own convention, in the manner of Laner et al., Journal of Industrial Ecology 18 (2014) 859-870; a workspace may set other errors",
};

/// The standard error of a figure of some quality, in the unit of the figure, and the assumption that it rests on.
/// `None` where the class is not in the table of assumptions.
pub fn standard_error(package: &Package, quality: u8, figure: f64) -> Option<(f64, Datum)> {
    let assumed = package.assumption(&format!("error/quality-{quality}"))?;
    let share = assumed.value.number.value / if assumed.unit == "%" { 100.0 } else { 1.0 };
    Some((figure.abs() * share, assumed.value))
}
