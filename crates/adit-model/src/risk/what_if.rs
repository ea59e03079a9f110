//! The short forms of what-if questions, as changes to facts (rules §1.9).
//!
//! `--add PLACE=SHARE`: a place takes a share of EU sourcing; all present EU sources times 1 minus the sum of the added
//! shares; t = 0.8 for places in the EU. `--without PLACE`: that supplier gone from world and EU supply, the rest scaled
//! up. In both cases IR' = IR x m'/m, with m the import share of EU sourcing before and after. `--recycling SHARE`: that
//! EoL-RIR.

use adit_facts::study::Side;
use adit_facts::{Amount, Change, Changes, Country, Material, Package, Stage};
use thiserror::Error;

use super::concentration::LOWEST_TRADE;
use super::inputs::{Options, StageInputs, gather};

mod factors;

/// A question in short form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WhatIf {
    /// Only this stage; every stage of the material otherwise.
    pub stage: Option<Stage>,
    /// Places that take a share of EU sourcing, a fraction each.
    pub add: Vec<(Country, f64)>,
    /// Suppliers that are gone.
    pub without: Vec<Country>,
    /// EoL-RIR, a fraction.
    pub recycling: Option<f64>,
}

/// Why a question makes no sense.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum WhatIfError {
    /// A share or rate outside 0..1.
    #[error("{what} {given} is not a share between 0 and 1; write a quarter as 0.25")]
    NotAShare {
        /// Which.
        what: &'static str,
        /// The number given.
        given: f64,
    },
    /// The added shares are more than everything.
    #[error("the added shares sum to {0}; together they can be at most 1")]
    TooMuch(f64),
    /// No stage of the material buys from that supplier.
    #[error("{place} supplies neither the world nor the EU with this material at {stages}")]
    NotASupplier {
        /// Country code.
        place: String,
        /// Stages looked at.
        stages: String,
    },
    /// The material has no EU sourcing to share out.
    #[error("no EU sourcing is published for this material at {0}, so no share of it can be added")]
    NoSourcing(String),
    /// The stage does not exist for this material.
    #[error("this material has no stage {0}")]
    NoStage(Stage),
    /// Groups are the mean of their members.
    #[error("a group is the mean of its members; ask about a member")]
    Group,
}

impl WhatIf {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.add.is_empty() && self.without.is_empty() && self.recycling.is_none()
    }

    /// The question as changes to facts, after `before`.
    pub fn expand(
        &self,
        package: &Package,
        material: Material,
        options: &Options,
        before: &Changes,
    ) -> Result<Changes, WhatIfError> {
        self.check()?;
        let mut changes = before.clone();
        if self.is_empty() {
            return Ok(changes);
        }
        if !package.vocabulary().material(material).members.is_empty() {
            return Err(WhatIfError::Group);
        }
        let options = Options { only: Some(vec![material]), ..options.clone() };
        let scope = Scope { package, material, options: &options, stage: self.stage };
        for &country in &self.without {
            scope.without(country, &mut changes)?;
        }
        if !self.add.is_empty() {
            scope.add(&self.add, &mut changes)?;
        }
        if let Some(rate) = self.recycling {
            let id = &package.vocabulary().material(material).id;
            changes
                .changes
                .push(Change::set(format!("recycling/{}/{id}/eol-rir", options.edition), Amount::Exact(rate)));
        }
        Ok(changes)
    }

    fn check(&self) -> Result<(), WhatIfError> {
        let share = |what, given: f64| {
            if (0.0..=1.0).contains(&given) { Ok(()) } else { Err(WhatIfError::NotAShare { what, given }) }
        };
        for &(_, added) in &self.add {
            share("the added share", added)?;
        }
        self.recycling.map_or(Ok(()), |rate| share("the recycling rate", rate))?;
        let sum: f64 = self.add.iter().map(|(_, added)| added).sum();
        if sum > 1.0 + 1e-12 { Err(WhatIfError::TooMuch(sum)) } else { Ok(()) }
    }
}

/// One material, and the stages a question is about.
struct Scope<'a> {
    package: &'a Package,
    material: Material,
    options: &'a Options,
    stage: Option<Stage>,
}

impl Scope<'_> {
    fn stages(&self, changes: &Changes) -> Result<(Vec<StageInputs>, Vec<bool>), WhatIfError> {
        let study = gather(self.package, self.options, changes);
        let all =
            study.materials.into_iter().find(|m| m.material == self.material).map(|m| m.stages).unwrap_or_default();
        match self.stage {
            None => Ok((all, study.in_eu)),
            Some(wanted) => match all.into_iter().find(|s| s.stage == wanted) {
                Some(stage) => Ok((vec![stage], study.in_eu)),
                None => Err(WhatIfError::NoStage(wanted)),
            },
        }
    }

    fn row(&self, table: &str, stage: Stage) -> String {
        format!("{table}/{}/{}/{stage}", self.options.edition, self.package.vocabulary().material(self.material).id)
    }

    fn code(&self, country: Country) -> &str {
        &self.package.vocabulary().country(country).id
    }

    fn add(&self, added: &[(Country, f64)], changes: &mut Changes) -> Result<(), WhatIfError> {
        let (stages, in_eu) = self.stages(changes)?;
        let sum: f64 = added.iter().map(|(_, share)| share).sum();
        let from_outside: f64 = added.iter().filter(|(c, _)| !in_eu[usize::from(c.0)]).map(|(_, share)| share).sum();
        let mut any = false;
        for stage in &stages {
            let Some(europe) = &stage.europe else {
                // Where only global supply counts, EU sourcing need not be known for the answer to be known.
                any |= stage.scope == Some(adit_facts::Scope::Gs);
                continue;
            };
            any = true;
            let row = self.row(Side::Europe.table(), stage.stage);
            let new = &mut changes.changes;
            new.push(Change::scale(format!("{row}/*/share"), Amount::Exact(1.0 - sum)));
            for &(country, share) in added {
                new.push(Change::add(format!("{row}/{}/share", self.code(country)), Amount::Exact(share)));
                if in_eu[usize::from(country.0)] {
                    new.push(Change::set(format!("{row}/{}/trade", self.code(country)), Amount::Exact(LOWEST_TRADE)));
                }
            }
            let factor = factors::import_share_after_adding(europe, &in_eu, 1.0 - sum, from_outside);
            new.extend(factor.map(|f| Change::scale(self.row("import-reliance", stage.stage) + "/ir", f)));
        }
        if any { Ok(()) } else { Err(WhatIfError::NoSourcing(stage_names(&stages))) }
    }

    fn without(&self, country: Country, changes: &mut Changes) -> Result<(), WhatIfError> {
        let (stages, in_eu) = self.stages(changes)?;
        let mut any = false;
        for stage in &stages {
            for side in [Side::World, Side::Europe] {
                let Some(list) = stage.list(side) else { continue };
                let Some(gone) = list.suppliers.iter().find(|s| s.country == country) else { continue };
                any = true;
                let row = self.row(side.table(), stage.stage);
                if let Some(factor) = factors::rest_scaled_up(list, gone) {
                    changes.changes.push(Change::scale(format!("{row}/*/share"), factor));
                }
                changes.changes.push(Change::set(format!("{row}/{}/share", self.code(country)), Amount::Exact(0.0)));
                if side == Side::Europe
                    && let Some(factor) = factors::import_share_after_losing(list, gone, &in_eu)
                {
                    changes.changes.push(Change::scale(self.row("import-reliance", stage.stage) + "/ir", factor));
                }
            }
        }
        if any {
            return Ok(());
        }
        Err(WhatIfError::NotASupplier { place: self.code(country).to_owned(), stages: stage_names(&stages) })
    }
}

fn stage_names(stages: &[StageInputs]) -> String {
    let names: Vec<&str> = stages.iter().map(|s| s.stage.id()).collect();
    if names.is_empty() { "any stage".to_owned() } else { names.join(" or ") }
}
