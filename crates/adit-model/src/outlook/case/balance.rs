//! The mass balance of a whole case: what comes, goes and stays, of products and materials, and along the way of scrap.

use super::block::Block;
use super::compiled::Compiled;
use super::lines::Line;

/// The largest |what enters less what leaves less what stays| of any balance in any year, over the largest flow of that
/// balance: 1e-12 and less is rounding.
pub(super) fn error(compiled: &Compiled<'_>, block: &Block<'_, '_>) -> f64 {
    let mut worst = 0.0f64;
    for segment in &block.segments {
        let product = [&segment.inflow, &segment.stock, &segment.outflow];
        let materials = segment.materials.iter().map(|of| [&of.inflow, &of.stock, &of.outflow]);
        for [inflow, stock, outflow] in materials.chain([product]) {
            let gaps = (0..inflow.len()).map(|t| {
                let before = if t == 0 { 0.0 } else { stock[t - 1][0] };
                stock[t][0] - before - inflow[t][0] + outflow[t][0]
            });
            let largest = inflow.iter().chain(outflow).map(|row| row[0]).fold(0.0, f64::max);
            worst = worst.max(relative(gaps, largest));
        }
    }
    for at in 0..compiled.asked {
        let line = |line: Line| block.line(at, line);
        let of = |what: Line, t: usize| line(what)[t][0];
        for (whole, parts) in BALANCES {
            let gaps =
                (0..compiled.periods()).map(|t| of(*whole, t) - parts.iter().map(|part| of(*part, t)).sum::<f64>());
            let largest = line(*whole).iter().map(|row| row[0]).fold(0.0, f64::max);
            worst = worst.max(relative(gaps, largest));
        }
    }
    worst
}

/// What is the sum of what.
const BALANCES: &[(Line, &[Line])] = &[
    (Line::PutIntoUse, &[Line::Consumption, Line::FromOutside]),
    (Line::EndOfLife, &[Line::UsedExport, Line::Uncollected, Line::Collected]),
    (Line::Collected, &[Line::NotDismantled, Line::ScrapExport, Line::Feed]),
    (Line::Feed, &[Line::Supply, Line::RecoveryLoss, Line::Untreated]),
];

fn relative(gaps: impl Iterator<Item = f64>, largest: f64) -> f64 {
    let gap = gaps.map(f64::abs).fold(0.0, f64::max);
    if largest > 0.0 { gap / largest } else { gap }
}
