//! The way of a material in one segment: from what is put into use and what reaches its end of life to what comes back.
//!
//! Eight draws side by side; each step is a plain loop over the lanes, which the compiler turns into vector
//! instructions.

use std::array::from_fn;

use super::compiled::SegmentMaterial;
use super::lines::Line;
use crate::outlook::lanes::Eight;

/// The parameters of a material in a segment over the periods.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parameters<'a> {
    used_export: &'a [Eight],
    collection: &'a [Eight],
    dismantling: &'a [Eight],
    scrap_export: &'a [Eight],
    recovery: &'a [Eight],
    made_in_eu: &'a [Eight],
    manufacturing_scrap: &'a [Eight],
}

impl<'a> Parameters<'a> {
    /// By the series that a segment has for a material.
    pub fn of(plan: &SegmentMaterial, series: impl Fn(usize) -> &'a [Eight]) -> Self {
        Self {
            used_export: series(plan.used_export),
            collection: series(plan.collection),
            dismantling: series(plan.dismantling),
            scrap_export: series(plan.scrap_export),
            recovery: series(plan.recovery),
            made_in_eu: series(plan.made_in_eu),
            manufacturing_scrap: series(plan.manufacturing_scrap),
        }
    }

    /// What each line gets in a period of a material that is put into use, in use, and at its end of life, in tonnes;
    /// manufacturing scrap last.
    pub fn amounts(&self, t: usize, put: &Eight, stock: &Eight, end: &Eight) -> [(Line, Eight); 13] {
        let made = times(put, &self.made_in_eu[t]);
        let lost = &self.manufacturing_scrap[t];
        let arising = from_fn(|lane| made[lane] * lost[lane] / (1.0 - lost[lane]));
        let used = times(end, &self.used_export[t]);
        let here = less(end, &used);
        let collected = times(&here, &self.collection[t]);
        let separated = times(&collected, &self.dismantling[t]);
        let abroad = times(&separated, &self.scrap_export[t]);
        let feed = less(&separated, &abroad);
        [
            (Line::PutIntoUse, *put),
            (Line::FromOutside, less(put, &made)),
            (Line::Consumption, made),
            (Line::Stock, *stock),
            (Line::EndOfLife, *end),
            (Line::UsedExport, used),
            (Line::Uncollected, less(&here, &collected)),
            (Line::Collected, collected),
            (Line::NotDismantled, less(&collected, &separated)),
            (Line::ScrapExport, abroad),
            (Line::Feed, feed),
            (Line::Potential, times(&feed, &self.recovery[t])),
            (Line::ManufacturingScrap, arising),
        ]
    }

    /// What manufacturing scrap would give in a period if capacity were no limit, in tonnes.
    pub fn scrap_potential(&self, t: usize, arising: &Eight) -> Eight {
        times(arising, &self.recovery[t])
    }
}

fn times(a: &Eight, b: &Eight) -> Eight {
    from_fn(|lane| a[lane] * b[lane])
}

fn less(a: &Eight, b: &Eight) -> Eight {
    from_fn(|lane| a[lane] - b[lane])
}
