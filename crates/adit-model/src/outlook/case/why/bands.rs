//! Quantiles and means of draws: each opens to the central number and the rule of the band.

use adit_number::{Band, Ranged, Rule};

use crate::outlook::case::model::CaseModel;
use crate::outlook::case::results::{CaseRun, LineRun};
use crate::outlook::case::rules;
use crate::workings::{Input, Workings};

/// The suffixes of measures, with their words and rules: `outlook.secondary-supply.p05/CASE/MATERIAL/YEAR`.
const SUFFIXES: [(&str, &str, &Rule); 6] = [
    ("p05", "5th percentile of the draws", &rules::QUANTILE),
    ("p25", "25th percentile of the draws", &rules::QUANTILE),
    ("p50", "Median of the draws", &rules::QUANTILE),
    ("p75", "75th percentile of the draws", &rules::QUANTILE),
    ("p95", "95th percentile of the draws", &rules::QUANTILE),
    ("mean", "Mean of the draws", &rules::MEAN),
];

impl CaseModel {
    /// Writes the bands of a run at a year beside the central numbers, which must be written already.
    pub fn write_bands(&self, run: &CaseRun, year: u16, out: &mut Workings) {
        let Ok(t) = self.at(year) else { return };
        let mut write = |line: &str, path: &str, band: Option<Band>, name: &str| {
            let (Some(band), Some(draws)) = (band, run.draws) else { return };
            let central = format!("outlook.{line}/{}/{path}/{year}", self.facts.id);
            let numbers = [band.p05, band.p25, band.p50, band.p75, band.p95, band.mean];
            for ((suffix, words, rule), value) in SUFFIXES.into_iter().zip(numbers) {
                let count = draws.count as f64;
                let inputs = vec![
                    Input::Stated { label: "Draws".to_owned(), value: count, unit: "draws", id: None },
                    Input::Stated { label: "Seed".to_owned(), value: draws.seed as f64, unit: "seed", id: None },
                ];
                let central = out.get(&central).map(|_| Input::Number(central.clone()));
                let inputs = central.into_iter().chain(inputs).collect();
                let id = format!("outlook.{line}.{suffix}/{}/{path}/{year}", self.facts.id);
                let label = format!("{words}: {name}, {path}, {year}");
                let number = out.number(id, label, Ranged::point(value), rule, inputs);
                out.note(&number, format!("{} sampling. {}", draws.sampling, adit_number::POINTWISE));
            }
        };
        for material in &run.materials {
            for line in &material.lines {
                write(line.line.id(), &material.id, at(line, t), line.line.name());
            }
        }
        for product in &run.products {
            for line in &product.lines {
                write(line.line.id(), &product.segment, at(line, t), line.line.name());
            }
        }
    }
}

fn at<L>(line: &LineRun<L>, t: usize) -> Option<Band> {
    line.bands.as_ref().and_then(|bands| bands.get(t).copied().flatten())
}
