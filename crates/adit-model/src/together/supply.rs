//! What new supply changes in the two lists of a stage, in import reliance and in what is recycled.
//!
//! ```text
//! a_c   = λ A_c / T                              share of EU sourcing that a country's new tonnes take
//! S'_c  = S_c less what gives way + a_c          EU sourcing; tonnes of one country are summed before squaring
//! S'_c  = (S_c G + A_c) / (G + A)                world supply: all new tonnes, also those exported
//! IR'   = IR m'/m, within 0..1                   m: share of imports in EU sourcing
//! E'    = min(1, E + R / I)                      EoL-RIR: R old scrap recycled, I all input
//! ```
//!
//! The supply risk itself is the Risk room's own formula, called with these.

use adit_facts::{Country, Scope, Stage};
use adit_number::{Real, Subject};

use super::displacement::{Displacement, Present, accepted, displace, displaceable};
use crate::risk::concentration::{LOWEST_TRADE, Supplier, concentration};
use crate::risk::import_reliance::{counted, import_share_factor};
use crate::risk::supply_risk::{Stage as StageNumbers, Supply, supply_risk};

/// A supplier of a list, read.
#[derive(Debug, Clone, Copy)]
pub struct Source<R> {
    /// The country.
    pub country: Country,
    /// Its share, a fraction.
    pub share: R,
    /// Governance, 0 best to 10 worst.
    pub governance: R,
    /// Trade parameter.
    pub trade: R,
    /// Whether it is outside the Union.
    pub outside: bool,
    /// Whether Art. 5(1)(b) counts it as a third country: outside, and no overseas country or territory.
    pub third: bool,
}

/// A stage before anybody joins.
#[derive(Debug, Clone)]
pub struct StageBase<R> {
    /// Which.
    pub stage: Stage,
    /// Published scope.
    pub scope: Option<Scope>,
    /// World supply; sources of the game stand in it, with 0 if they are new.
    pub world: Option<Vec<Source<R>>>,
    /// EU sourcing, likewise.
    pub europe: Option<Vec<Source<R>>>,
    /// Import reliance as published.
    pub import_reliance: Option<R>,
    /// T: EU supply, tonnes contained in the year.
    pub supply: Option<R>,
    /// G: world production, tonnes contained in the year.
    pub production: Option<R>,
    /// Whether anything is imported at all: with m = 0 import reliance stays.
    pub imported: bool,
    /// The order in which third countries give way, positions in `europe`.
    pub order: Vec<usize>,
}

/// New tonnes of one country in the year, contained.
#[derive(Debug, Clone, Copy)]
pub struct NewSupply<R> {
    /// The country.
    pub country: Country,
    /// Tonnes.
    pub tonnes: R,
}

/// EU sourcing with new supply.
#[derive(Debug, Clone)]
pub struct Sourcing<R> {
    /// The sources with their shares after.
    pub sources: Vec<Source<R>>,
    /// Import reliance as it counts after.
    pub import_reliance: Option<R>,
    /// The new supply as a share of EU sourcing, before it is cut.
    pub offered: R,
    /// What can be displaced, a share of EU sourcing.
    pub displaceable: R,
    /// λ: the part of the new supply that is taken.
    pub accepted: R,
}

impl<R: Real> StageBase<R> {
    /// Whether the official figure of the stage needs the EU supply in tonnes when supply is added.
    pub fn needs_supply(&self) -> bool {
        self.scope != Some(Scope::Gs) && self.europe.is_some()
    }

    /// The share of imports in EU sourcing.
    pub fn imports(&self) -> R {
        let outside = self.europe.iter().flatten().filter(|source| source.outside);
        outside.fold(R::exact(0.0), |sum, source| sum + source.share)
    }

    /// EU sourcing with new supply, each country once; as it is if nothing is new. `None` without a list, or without
    /// the EU supply in tonnes where something is new.
    pub fn sourcing(&self, new: &[NewSupply<R>], how: Displacement) -> Option<Sourcing<R>> {
        let (zero, one) = (R::exact(0.0), R::exact(1.0));
        let before = self.europe.as_ref()?;
        let imports = self.imports();
        let (limit, as_is) = (displaceable(how, imports), self.import_reliance.map(counted));
        let unchanged = |offered: R, accepted: R| Sourcing {
            sources: before.clone(),
            import_reliance: as_is,
            offered,
            displaceable: limit,
            accepted,
        };
        if new.is_empty() {
            return Some(unchanged(zero, one));
        }
        let supply = self.supply?;
        let shares: Vec<R> = new.iter().map(|new| new.tonnes / supply).collect();
        let offered = shares.iter().fold(zero, |sum, &share| sum + share);
        if how != Displacement::Proportional && !self.imported {
            return Some(unchanged(offered, zero));
        }
        let accepted = accepted(limit, offered);
        let taken = shares.iter().fold(zero, |sum, &share| sum + share * accepted);
        let present: Vec<Present<R>> =
            before.iter().map(|source| Present { share: source.share, outside: source.outside }).collect();
        let displaced = displace(how, &present, &self.order, imports, taken);
        let mut sources: Vec<Source<R>> =
            before.iter().zip(&displaced.shares).map(|(source, &share)| Source { share, ..*source }).collect();
        let mut from_outside = None;
        for (new, share) in new.iter().zip(shares) {
            let Some(source) = sources.iter_mut().find(|source| source.country == new.country) else { continue };
            source.share = source.share + share * accepted;
            if source.outside {
                from_outside = Some(from_outside.map_or(share * accepted, |sum| sum + share * accepted));
            } else {
                source.trade = R::exact(LOWEST_TRADE);
            }
        }
        let factor =
            if self.imported { import_share_factor(displaced.imports_kept, from_outside, imports) } else { one };
        let import_reliance = self.import_reliance.map(|ir| counted((ir * factor).smaller(one)));
        Some(Sourcing { sources, import_reliance, offered, displaceable: limit, accepted })
    }

    /// World supply with new supply; as it is if nothing is new or world production in tonnes is unknown.
    pub fn world_with(&self, new: &[NewSupply<R>]) -> Option<Vec<Source<R>>> {
        let before = self.world.as_ref()?;
        let Some(production) = self.production.filter(|_| !new.is_empty()) else { return Some(before.clone()) };
        let zero = R::exact(0.0);
        let all = new.iter().fold(zero, |sum, new| sum + new.tonnes);
        let kept = production.part_of(all);
        let after = before.iter().map(|source| {
            let share = source.share * kept;
            let Some(own) = new.iter().find(|new| new.country == source.country) else {
                return Source { share, ..*source };
            };
            let others = new.iter().filter(|new| new.country != source.country);
            let rest = others.fold(production, |sum, new| sum + new.tonnes);
            Source { share: share + own.tonnes.part_of(rest), ..*source }
        });
        Some(after.collect())
    }
}

/// A material before anybody joins.
#[derive(Debug, Clone)]
pub struct MaterialBase<R> {
    /// EoL-RIR, a fraction.
    pub recycled: Option<R>,
    /// `SI_SR`.
    pub substitution: Option<R>,
    /// I: all input of the material in the year, tonnes contained.
    pub all_input: Option<R>,
    /// Its stages.
    pub stages: Vec<StageBase<R>>,
}

impl<R: Real> MaterialBase<R> {
    /// EoL-RIR with `old_scrap` more tonnes recycled; as it is with none. `None` if it or all input is unknown.
    pub fn recycled_with(&self, old_scrap: Option<R>) -> Option<R> {
        let before = self.recycled?;
        match old_scrap {
            None => Some(before),
            Some(tonnes) => Some((before + tonnes / self.all_input?).smaller(R::exact(1.0))),
        }
    }

    /// Supply risk of a stage with what was changed; `None` if something that its scope needs is missing.
    pub fn supply_risk(
        &self,
        scope: Scope,
        world: Option<&[Source<R>]>,
        sourcing: Option<&Sourcing<R>>,
        recycled: R,
    ) -> Option<R> {
        let world = world.filter(|_| scope != Scope::Eus).map(index);
        let europe = sourcing.filter(|_| scope != Scope::Gs).map(|sourcing| index(&sourcing.sources));
        let import_reliance = sourcing.and_then(|sourcing| sourcing.import_reliance);
        Some(supply_risk(&StageNumbers {
            subject: Subject::NONE,
            supply: Supply::for_scope(scope, world, europe, import_reliance)?,
            recycled,
            substitution: self.substitution?,
        }))
    }
}

/// Concentration of a list, by the formula of the Risk room.
pub fn index<R: Real>(sources: &[Source<R>]) -> R {
    concentration(sources.iter().map(|source| Supplier {
        subject: Subject::NONE,
        share: source.share,
        governance: source.governance,
        trade: source.trade,
    }))
}
