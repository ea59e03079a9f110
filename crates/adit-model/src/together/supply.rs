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

use super::displacement::{Displacement, accepted, displace, displaceable, taken_of};
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
    pub world: Option<List<R>>,
    /// EU sourcing, likewise.
    pub europe: Option<List<R>>,
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

/// What a stage works on while coalitions are tried: kept from one to the next, so that nothing is allocated.
#[derive(Debug, Clone)]
pub struct Scratch<R> {
    /// New tonnes by country.
    pub new: Vec<NewSupply<R>>,
    shares: Vec<R>,
    trades: Vec<R>,
    /// Of each new supply, what comes before it and what comes after it: the others without itself.
    others: Vec<R>,
}

impl<R> Default for Scratch<R> {
    fn default() -> Self {
        Self { new: Vec::new(), shares: Vec::new(), trades: Vec::new(), others: Vec::new() }
    }
}

impl<R: Real> Scratch<R> {
    /// Sums the others of each new supply, and gives the sum of all, each read by `read`.
    fn sum_others(&mut self, read: impl Fn(&NewSupply<R>) -> R) -> R {
        self.others.clear();
        let mut sum = R::exact(0.0);
        for new in &self.new {
            self.others.push(sum);
            sum = sum + read(new);
        }
        let mut after = R::exact(0.0);
        for (others, new) in self.others.iter_mut().zip(&self.new).rev() {
            *others = *others + after;
            after = after + read(new);
        }
        sum
    }
}

/// New tonnes of one country in the year, contained.
#[derive(Debug, Clone, Copy)]
pub struct NewSupply<R> {
    /// The country.
    pub country: Country,
    /// Tonnes.
    pub tonnes: R,
}

/// EU sourcing with new supply, beside the shares themselves.
#[derive(Debug, Clone, Copy)]
pub struct Sourcing<R> {
    /// Import reliance as it counts after.
    pub import_reliance: Option<R>,
    /// λ: the part of the new supply that is taken.
    pub accepted: R,
}

/// A list of suppliers before anybody joins.
#[derive(Debug, Clone)]
pub struct List<R> {
    /// The sources.
    pub sources: Vec<Source<R>>,
    /// Which of them are outside the Union.
    pub outside: Vec<bool>,
    /// The share of these.
    pub imports: R,
    /// Position of each country, by its index.
    places: Vec<Option<u16>>,
}

impl<R: Real> List<R> {
    /// A list of sources.
    pub fn new(sources: Vec<Source<R>>) -> Self {
        let outside = sources.iter().map(|source| source.outside).collect();
        let imports = sources.iter().filter(|s| s.outside).fold(R::exact(0.0), |sum, source| sum + source.share);
        let last = sources.iter().map(|source| source.country.0).max().unwrap_or_default();
        let mut places = vec![None; usize::from(last) + 1];
        for (source, at) in sources.iter().zip(0u16..) {
            places[usize::from(source.country.0)] = Some(at);
        }
        Self { sources, outside, imports, places }
    }

    fn position(&self, country: Country) -> Option<usize> {
        self.places.get(usize::from(country.0)).copied().flatten().map(usize::from)
    }

    /// The sources with the shares and trade parameters of a scratch.
    pub fn after(&self, scratch: &Scratch<R>) -> Vec<Source<R>> {
        let after = scratch.shares.iter().zip(&scratch.trades);
        self.sources.iter().zip(after).map(|(source, (&share, &trade))| Source { share, trade, ..*source }).collect()
    }

    /// A scratch with the list as it is.
    #[cfg(test)]
    pub(super) fn scratch(&self) -> Scratch<R> {
        let mut scratch = Scratch::default();
        self.reset(&mut scratch);
        scratch
    }

    fn reset(&self, scratch: &mut Scratch<R>) {
        scratch.shares.clear();
        scratch.shares.extend(self.sources.iter().map(|source| source.share));
        scratch.trades.clear();
        scratch.trades.extend(self.sources.iter().map(|source| source.trade));
    }

    /// Concentration with the shares of a scratch, by the formula of the Risk room.
    pub fn concentration(&self, scratch: &Scratch<R>) -> R {
        let after = scratch.shares.iter().zip(&scratch.trades);
        concentration(self.sources.iter().zip(after).map(|(source, (&share, &trade))| Supplier {
            subject: Subject::NONE,
            share,
            governance: source.governance,
            trade,
        }))
    }
}

impl<R: Real> StageBase<R> {
    /// Whether the official figure of the stage needs the EU supply in tonnes when supply is added.
    pub fn needs_supply(&self) -> bool {
        self.scope != Some(Scope::Gs) && self.europe.is_some()
    }

    /// EU sourcing with the new supply of the scratch, each country once; as it is if nothing is new. The shares are left
    /// in the scratch. `None` without a list, or without the EU supply in tonnes where something is new.
    pub fn sourcing(&self, scratch: &mut Scratch<R>, how: Displacement) -> Option<Sourcing<R>> {
        let (zero, one) = (R::exact(0.0), R::exact(1.0));
        let list = self.europe.as_ref()?;
        list.reset(scratch);
        let as_is = self.import_reliance.map(counted);
        if scratch.new.is_empty() {
            return Some(Sourcing { import_reliance: as_is, accepted: one });
        }
        let supply = self.supply?;
        if how != Displacement::Proportional && !self.imported {
            return Some(Sourcing { import_reliance: as_is, accepted: zero });
        }
        let limit = displaceable(how, list.imports);
        let offered = scratch.sum_others(|new| new.tonnes / supply);
        let taken = offered.smaller(limit);
        let kept = displace(how, &mut scratch.shares, &list.outside, &self.order, list.imports, taken);
        let mut from_outside = None;
        for (new, &others) in scratch.new.iter().zip(&scratch.others) {
            let Some(at) = list.position(new.country) else { continue };
            let share = taken_of(new.tonnes / supply, others, limit);
            scratch.shares[at] = scratch.shares[at] + share;
            if list.outside[at] {
                from_outside = Some(from_outside.map_or(share, |sum| sum + share));
            } else {
                scratch.trades[at] = R::exact(LOWEST_TRADE);
            }
        }
        let factor = if self.imported { import_share_factor(kept, from_outside, list.imports) } else { one };
        let import_reliance = self.import_reliance.map(|ir| counted((ir * factor).smaller(one)));
        Some(Sourcing { import_reliance, accepted: accepted(limit, offered) })
    }

    /// World supply with the new supply of the scratch; as it is if nothing is new or world production in tonnes is
    /// unknown. The shares are left in the scratch. `None` without a list.
    pub fn world_with(&self, scratch: &mut Scratch<R>) -> Option<()> {
        let list = self.world.as_ref()?;
        list.reset(scratch);
        let Some(production) = self.production.filter(|_| !scratch.new.is_empty()) else { return Some(()) };
        let all = scratch.sum_others(|new| new.tonnes);
        let kept = production.part_of(all);
        for share in &mut scratch.shares {
            *share = *share * kept;
        }
        for (new, &others) in scratch.new.iter().zip(&scratch.others) {
            let Some(place) = list.position(new.country) else { continue };
            scratch.shares[place] = scratch.shares[place] + new.tonnes.part_of(production + others);
        }
        Some(())
    }

    /// Supply risk of the stage with the new supply of the scratch; `None` if something that its scope needs is missing.
    ///
    /// # Source
    /// Regulation (EU) 2024/1252, Annex II, Section 2, point 3.
    pub fn supply_risk(&self, scratch: &mut Scratch<R>, how: Displacement, recycled: R, substitution: R) -> Option<R> {
        self.supply_risk_with(scratch, how, recycled, substitution, List::concentration)
    }

    /// The same, with the concentration of a list computed as the caller says.
    pub fn supply_risk_with(
        &self,
        scratch: &mut Scratch<R>,
        how: Displacement,
        recycled: R,
        substitution: R,
        concentration: impl Fn(&List<R>, &Scratch<R>) -> R,
    ) -> Option<R> {
        let scope = self.scope?;
        let mut world = None;
        if scope != Scope::Eus {
            self.world_with(scratch)?;
            world = self.world.as_ref().map(|list| concentration(list, scratch));
        }
        let (mut europe, mut import_reliance) = (None, None);
        if scope != Scope::Gs {
            import_reliance = self.sourcing(scratch, how)?.import_reliance;
            europe = self.europe.as_ref().map(|list| concentration(list, scratch));
        }
        Some(supply_risk(&StageNumbers {
            subject: Subject::NONE,
            supply: Supply::for_scope(scope, world, europe, import_reliance)?,
            recycled,
            substitution,
        }))
    }

    /// The largest share of a third country in EU sourcing with the new supply of the scratch; nothing without any.
    pub fn largest_third(&self, scratch: &mut Scratch<R>, how: Displacement) -> Option<R> {
        self.sourcing(scratch, how)?;
        let sources = &self.europe.as_ref()?.sources;
        let third = sources.iter().zip(&scratch.shares).filter(|(source, _)| source.third);
        Some(third.map(|(_, &share)| share).reduce(R::larger).unwrap_or(R::exact(0.0)))
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
