//! What secondary supply would change in the official supply risk: the rate of the whole material moves by what the case
//! adds to old-scrap input and to all input since the base year; all else stays.

use adit_facts::study::Datum;
use adit_facts::{Changes, Material, Package};

use crate::chain::benchmarks::EntryModel;
use crate::risk::inputs::{Options, Study, gather};
use crate::risk::{About, readings};

/// The official figures of a material that a rate is laid into.
#[derive(Debug, Clone)]
pub struct Risk {
    /// The official rate, a fraction.
    pub rate: f64,
    /// The fact of it.
    pub rate_fact: Option<Datum>,
    /// The Union's consumption in the base year by the benchmarks, tonnes a year.
    pub consumption: f64,
    /// Supply risk as adit computes it.
    pub before: f64,
}

impl Risk {
    /// The official study of some materials, from which [`Risk::of`] reads each.
    pub(super) fn study(package: &Package, materials: &[Material]) -> Study {
        let options = Options { only: Some(materials.to_vec()), ..Options::default() };
        gather(package, &options, &Changes::default())
    }

    /// What is known of a material; the reason otherwise.
    pub(super) fn of(
        package: &Package,
        study: &Study,
        material: Material,
        entry: Option<&EntryModel>,
        base_year: u16,
    ) -> Result<Self, String> {
        let word = package.vocabulary().material(material);
        let name = word.name.to_lowercase();
        let entry = entry.ok_or_else(|| {
            format!(
                "The Union's consumption of {name} is not among the benchmarks, which count strategic materials only."
            )
        })?;
        if entry.entry.material != material {
            return Err(format!(
                "The benchmarks count {name} together with others, so its own consumption is unknown."
            ));
        }
        let consumption = entry
            .consumption_in(base_year)
            .filter(|tonnes| tonnes.value > 0.0)
            .ok_or_else(|| format!("No source says how much {name} the Union consumes."))?;
        let of = study.materials.iter().find(|of| of.material == material);
        let rate = of.and_then(|of| of.recycled.as_ref()).map(|rate| rate.value);
        let rate = rate.ok_or_else(|| format!("{} has no official end-of-life recycling input rate.", word.name))?;
        if rate >= 1.0 {
            return Err(format!("All {name} is recycled by the official rate: nothing is left to change."));
        }
        let unknown = || format!("The official supply risk of {name} cannot be computed.");
        Ok(Self {
            rate,
            rate_fact: package.recycling(&study.options.edition, material),
            consumption: consumption.value,
            before: figure(study, material).ok_or_else(unknown)?,
        })
    }

    /// The rate of the whole material when old-scrap input and all input change by so many tonnes, kept within 0..1.
    pub fn rate_after(&self, more_secondary: f64, more_input: f64) -> f64 {
        let input = self.consumption + more_input;
        let rate = (self.rate * self.consumption + more_secondary) / input;
        if input > 0.0 { rate.clamp(0.0, 1.0) } else { f64::NAN }
    }

    /// Supply risk with a rate: all else unchanged it is in proportion to 1 - rate.
    pub fn at(&self, rate: f64) -> f64 {
        self.before * ((1.0 - rate) / (1.0 - self.rate))
    }
}

/// Supply risk by the formula of the Risk room; `None` where it cannot be computed.
fn figure(study: &Study, material: Material) -> Option<f64> {
    readings::values(study, &[About::SupplyRisk(material)]).pop().flatten()
}
