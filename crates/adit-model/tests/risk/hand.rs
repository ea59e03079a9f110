//! Supply risk of one stage with nothing but lists and numbers: the arithmetic of rules §1.9 as one would do it on paper.

use std::collections::HashMap;
use std::sync::LazyLock;

use adit_facts::study::Side;
use adit_facts::{Scope, Stage};
use adit_model::risk::Study;
use adit_number::Fact;

use crate::facts::{PACKAGE, code, country, inputs, stage_inputs};

/// Share, governance and trade parameter of a supplier.
#[derive(Clone)]
pub struct Source {
    pub place: String,
    pub share: f64,
    pub governance: f64,
    pub trade: f64,
}

#[derive(Clone)]
pub struct Paper {
    pub scope: Scope,
    pub world: Vec<Source>,
    pub europe: Vec<Source>,
    pub import_reliance: f64,
    pub recycled: f64,
    pub substitution: f64,
}

/// The stage's figures, each fact read by `read` (its value, or a point of its box).
pub fn paper(study: &Study, name: &str, stage: Stage, read: &dyn Fn(&Fact) -> f64) -> Paper {
    let (m, s) = (inputs(study, name), stage_inputs(study, name, stage));
    let list = |side| {
        let suppliers = s.list(side).into_iter().flat_map(|list| &list.suppliers);
        let source = |supplier: &adit_model::risk::inputs::SupplierInputs| Source {
            place: code(supplier.country).to_owned(),
            share: read(&supplier.share),
            governance: governance(code(supplier.country)),
            trade: read(&supplier.trade),
        };
        suppliers.map(source).collect()
    };
    Paper {
        scope: s.scope.unwrap(),
        world: list(Side::World),
        europe: list(Side::Europe),
        import_reliance: read(s.import_reliance.as_ref().unwrap()),
        recycled: read(m.recycled.as_ref().unwrap()),
        substitution: read(m.si_sr.as_ref().unwrap()),
    }
}

/// `10 (2.5 - mean) / 5` over the thirty estimates of 2016 to 2020, of every country that has them.
static GOVERNANCE: LazyLock<HashMap<&'static str, f64>> = LazyLock::new(|| {
    let of = |country| {
        let years = (2016..=2020).filter_map(|year| PACKAGE.indicators(country, year));
        let estimates: Vec<f64> = years.flatten().map(|indicator| indicator.estimate.number.value).collect();
        10.0 * (2.5 - estimates.iter().sum::<f64>() / estimates.len() as f64) / 5.0
    };
    PACKAGE.vocabulary().countries().map(|(country, entry)| (entry.id.as_str(), of(country))).collect()
});

pub fn governance(place: &str) -> f64 {
    GOVERNANCE[place]
}

pub fn in_eu(place: &str) -> bool {
    PACKAGE.vocabulary().country(country(place)).in_eu27()
}

fn concentration(list: &[Source]) -> f64 {
    list.iter().map(|s| s.share * s.share * s.governance * s.trade).sum()
}

impl Paper {
    pub fn supply_risk(&self) -> f64 {
        let (world, europe) = (concentration(&self.world), concentration(&self.europe));
        let imports = self.import_reliance.clamp(0.0, 1.0);
        let concentration = match self.scope {
            Scope::Both => world * imports / 2.0 + europe * (1.0 - imports / 2.0),
            Scope::Gs => world,
            Scope::Eus => europe,
        };
        concentration * (1.0 - self.recycled) * self.substitution
    }

    fn imported(&self) -> f64 {
        self.europe.iter().filter(|s| !in_eu(&s.place)).map(|s| s.share).sum()
    }

    /// A share of EU sourcing for each place, all others cut back by the sum.
    pub fn add(&mut self, added: &[(&str, f64)]) {
        let before = self.imported();
        let kept = 1.0 - added.iter().map(|(_, share)| share).sum::<f64>();
        for source in &mut self.europe {
            source.share *= kept;
        }
        for (place, share) in added {
            match self.europe.iter_mut().find(|s| s.place == *place) {
                Some(known) => known.share += share,
                None => self.europe.push(Source {
                    place: (*place).to_owned(),
                    share: *share,
                    governance: governance(place),
                    trade: 1.0,
                }),
            }
            if in_eu(place) {
                for source in self.europe.iter_mut().filter(|s| s.place == *place) {
                    source.trade = 0.8;
                }
            }
        }
        self.follow(before);
    }

    /// A supplier gone from both lists, the others scaled up to the list's former total.
    pub fn without(&mut self, place: &str) {
        let before = self.imported();
        for list in [&mut self.world, &mut self.europe] {
            let total: f64 = list.iter().map(|s| s.share).sum();
            list.retain(|s| s.place != place);
            let rest: f64 = list.iter().map(|s| s.share).sum();
            for source in list.iter_mut() {
                source.share *= total / rest;
            }
        }
        self.follow(before);
    }

    /// `IR' = IR m'/m`, kept in 0..1; with `m = 0` it stays.
    fn follow(&mut self, before: f64) {
        if before > 0.0 {
            self.import_reliance = (self.import_reliance * self.imported() / before).clamp(0.0, 1.0);
        }
    }
}
