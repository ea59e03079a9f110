//! The way of a material in one segment: from what is put into use and what reaches its end of life to what comes back.

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

/// The same in one period and lane.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shares {
    used_export: f64,
    collection: f64,
    dismantling: f64,
    scrap_export: f64,
    recovery: f64,
    made_in_eu: f64,
    manufacturing_scrap: f64,
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

    pub fn at(&self, t: usize, lane: usize) -> Shares {
        Shares {
            used_export: self.used_export[t][lane],
            collection: self.collection[t][lane],
            dismantling: self.dismantling[t][lane],
            scrap_export: self.scrap_export[t][lane],
            recovery: self.recovery[t][lane],
            made_in_eu: self.made_in_eu[t][lane],
            manufacturing_scrap: self.manufacturing_scrap[t][lane],
        }
    }
}

impl Shares {
    /// What each line gets of a material that is put into use, in use, and at its end of life, in tonnes; manufacturing
    /// scrap last.
    pub fn amounts(self, put: f64, stock: f64, end: f64) -> [(Line, f64); 13] {
        let made = put * self.made_in_eu;
        let arising = made * self.manufacturing_scrap / (1.0 - self.manufacturing_scrap);
        let used = end * self.used_export;
        let collected = (end - used) * self.collection;
        let separated = collected * self.dismantling;
        let abroad = separated * self.scrap_export;
        let feed = separated - abroad;
        [
            (Line::PutIntoUse, put),
            (Line::FromOutside, put - made),
            (Line::Consumption, made),
            (Line::Stock, stock),
            (Line::EndOfLife, end),
            (Line::UsedExport, used),
            (Line::Uncollected, end - used - collected),
            (Line::Collected, collected),
            (Line::NotDismantled, collected - separated),
            (Line::ScrapExport, abroad),
            (Line::Feed, feed),
            (Line::Potential, feed * self.recovery),
            (Line::ManufacturingScrap, arising),
        ]
    }

    /// What manufacturing scrap would give if capacity were no limit, in tonnes.
    pub fn scrap_potential(self, arising: f64) -> f64 {
        arising * self.recovery
    }
}
