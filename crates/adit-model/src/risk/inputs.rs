//! The typed inputs of a study, gathered from the facts of an edition, with a scenario's changes applied.

use std::collections::HashMap;

use adit_facts::study::{Datum, Published, Side};
use adit_facts::vocabulary::CountryEntry;
use adit_facts::{Changes, Country, FactRef, Material, Package, Printed, Scope, Stage};
use adit_number::{Fact, stable_key};

use super::concentration::{HIGHEST_TRADE, LOWEST_TRADE};

/// Standard errors each way of the governance box (90 % of a normal error lies inside).
pub const GOVERNANCE_BOX: f64 = 1.645;

/// What to gather.
#[derive(Debug, Clone)]
pub struct Options {
    /// Edition of the criticality assessment.
    pub edition: String,
    /// First and last year of the governance mean.
    pub governance_years: (u16, u16),
    /// Whether the World Bank's standard errors widen bounds and draws.
    pub governance_error: bool,
    /// Only these materials (their groups' members come along); all if `None`.
    pub only: Option<Vec<Material>>,
}

impl Default for Options {
    /// `ec-2023` with the governance mean of 2016 to 2020: the five years before the study.
    fn default() -> Self {
        Self {
            edition: adit_facts::package::DEFAULT_EDITION.to_owned(),
            governance_years: (2016, 2020),
            governance_error: false,
            only: None,
        }
    }
}

/// All inputs of one study.
#[derive(Debug, Clone)]
pub struct Study {
    /// What was asked for.
    pub options: Options,
    /// Every fact that enters, by dense index.
    pub facts: Vec<Fact>,
    /// Where each fact stands; `None` for a supplier that a scenario added.
    pub origin: Vec<Origin>,
    /// The materials, groups after their members.
    pub materials: Vec<MaterialInputs>,
    /// Governance by country index, where the World Bank has it.
    pub governance: Vec<Option<GovernanceInputs>>,
    /// Membership in the European Union at the time of the edition, by country index.
    pub in_eu: Vec<bool>,
    /// Largest value added of a sector, million EUR.
    pub largest_value_added: Option<Fact>,
}

/// Where a fact of a study comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// Its stable key.
    pub key: String,
    /// Where it stands in the package; `None` for what a scenario added.
    pub at: Option<FactRef>,
    /// The number before the scenario, where the scenario changed it.
    pub before: Option<Printed>,
}

/// Governance of a country: its indicators over the years.
#[derive(Debug, Clone)]
pub struct GovernanceInputs {
    /// Estimates, six a year.
    pub estimates: Vec<Fact>,
}

/// One material.
#[derive(Debug, Clone)]
pub struct MaterialInputs {
    /// Which.
    pub material: Material,
    /// Its stages, extraction first; for a group the stages its members have.
    pub stages: Vec<StageInputs>,
    /// EoL-RIR.
    pub recycled: Option<Fact>,
    /// `SI_SR`.
    pub si_sr: Option<Fact>,
    /// `SI_EI`.
    pub si_ei: Option<Fact>,
    /// Uses with a sector.
    pub uses: Vec<UseInputs>,
    /// Uses without a sector, as many and as much of the whole.
    pub uses_without_sector: f64,
    /// Positions of the members in [`Study::materials`], if a group.
    pub members: Vec<usize>,
    /// Published supply risk.
    pub published_sr: Option<Published>,
    /// Published economic importance.
    pub published_ei: Option<Published>,
    /// The published economic importance as an input, used where it cannot be computed.
    pub ei_as_published: Option<Fact>,
}

/// One stage.
#[derive(Debug, Clone)]
pub struct StageInputs {
    /// Which.
    pub stage: Stage,
    /// Published scope.
    pub scope: Option<Scope>,
    /// Published supply risk of the stage.
    pub published: Option<Published>,
    /// Global supply.
    pub world: Option<ListInputs>,
    /// EU sourcing.
    pub europe: Option<ListInputs>,
    /// Import reliance, as published.
    pub import_reliance: Option<Fact>,
}

impl StageInputs {
    /// The list of one side.
    pub fn list(&self, side: Side) -> Option<&ListInputs> {
        match side {
            Side::World => self.world.as_ref(),
            Side::Europe => self.europe.as_ref(),
        }
    }
}

/// A list of suppliers.
#[derive(Debug, Clone)]
pub struct ListInputs {
    /// The suppliers in the order of the list.
    pub suppliers: Vec<SupplierInputs>,
}

/// One supplier.
#[derive(Debug, Clone, Copy)]
pub struct SupplierInputs {
    /// The country.
    pub country: Country,
    /// Its share, a fraction.
    pub share: Fact,
    /// Its trade parameter.
    pub trade: Fact,
}

impl ListInputs {
    /// Sum of the shares, a fraction.
    pub fn total(&self) -> f64 {
        self.suppliers.iter().map(|s| s.share.value).sum()
    }

    /// The mass missing to 1, a fraction; 0 where the shares pass 1. Differences of rounding in binary do not count.
    pub fn missing_share(&self) -> f64 {
        let missing = 1.0 - self.total();
        if missing > 1e-9 { missing } else { 0.0 }
    }

    /// Whether the shares can pass 1 together within their limits.
    pub fn can_pass_one(&self) -> bool {
        self.suppliers.iter().map(|s| s.share.high).sum::<f64>() > 1.0
    }

    /// Sum of the shares of countries outside the EU, a fraction.
    pub fn import_share(&self, in_eu: &[bool]) -> f64 {
        self.suppliers.iter().filter(|s| !in_eu[usize::from(s.country.0)]).map(|s| s.share.value).sum()
    }
}

/// One use.
#[derive(Debug, Clone)]
pub struct UseInputs {
    /// Line within the material's list, from 1.
    pub line: u16,
    /// The application, in the study's words.
    pub application: String,
    /// NACE sector.
    pub nace: String,
    /// Share of the material's use.
    pub share: Fact,
    /// Value added of the sector, million EUR.
    pub value_added: Fact,
}

/// Gathers a study from the package.
pub fn gather(package: &Package, options: &Options, changes: &Changes) -> Study {
    Gatherer { package, options, changes, facts: Vec::new(), origin: Vec::new(), shared: HashMap::new() }.study()
}

struct Gatherer<'a> {
    package: &'a Package,
    options: &'a Options,
    changes: &'a Changes,
    facts: Vec<Fact>,
    origin: Vec<Origin>,
    /// Facts read by several materials are one fact (value added of a sector).
    shared: HashMap<FactRef, Fact>,
}

impl Gatherer<'_> {
    fn study(mut self) -> Study {
        let words = self.package.vocabulary();
        let wanted = self.wanted();
        let mut materials: Vec<MaterialInputs> = wanted.iter().map(|&m| self.material(m)).collect();
        let position: HashMap<Material, usize> = wanted.iter().enumerate().map(|(at, &m)| (m, at)).collect();
        for inputs in &mut materials {
            let members = &words.material(inputs.material).members;
            inputs.members = members.iter().filter_map(|member| position.get(member).copied()).collect();
        }
        let mut used = vec![false; words.countries().count()];
        let lists = materials.iter().flat_map(|m| &m.stages).flat_map(|s| [s.world.as_ref(), s.europe.as_ref()]);
        for supplier in lists.flatten().flat_map(|list| &list.suppliers) {
            used[usize::from(supplier.country.0)] = true;
        }
        let governance =
            words.countries().map(|(c, _)| used[usize::from(c.0)].then(|| self.governance(c)).flatten()).collect();
        let largest_value_added = self.package.largest_value_added(&self.options.edition).map(|d| self.shared(d));
        Study {
            options: self.options.clone(),
            in_eu: self.members_of_the_union(),
            facts: self.facts,
            origin: self.origin,
            materials,
            governance,
            largest_value_added,
        }
    }

    /// Membership belongs to the edition (rules §1.2): that on the last day of its year, which is EU28 for the study of
    /// 2017 and EU27 for those of 2020 and 2023. An edition without a year is of today.
    fn members_of_the_union(&self) -> Vec<bool> {
        let year = self.options.edition.rsplit('-').next().filter(|year| year.parse::<u16>().is_ok());
        let day = year.map(|year| format!("{year}-12-31"));
        let is_member = |entry: &CountryEntry| day.as_ref().map_or(entry.in_eu27(), |day| entry.in_eu_on(day));
        self.package.vocabulary().countries().map(|(_, entry)| is_member(entry)).collect()
    }

    /// The materials of the edition in the order of the vocabulary, groups last; members come with their group.
    fn wanted(&self) -> Vec<Material> {
        let words = self.package.vocabulary();
        let edition = &self.options.edition;
        let in_edition = |m: Material| {
            let id = &words.material(m).id;
            self.package.table("assessments").is_some_and(|t| t.row(&format!("{edition}/{id}")).is_some())
        };
        let asked = |m: Material| {
            self.options.only.as_ref().is_none_or(|only| {
                only.contains(&m) || words.material(m).group.is_some_and(|group| only.contains(&group))
            })
        };
        let all: Vec<Material> = words.materials().map(|(m, _)| m).filter(|&m| in_edition(m) && asked(m)).collect();
        let (groups, single): (Vec<Material>, Vec<Material>) =
            all.into_iter().partition(|&m| !words.material(m).members.is_empty());
        single.into_iter().chain(groups).collect()
    }

    fn material(&mut self, material: Material) -> MaterialInputs {
        let edition = self.options.edition.clone();
        let (published_sr, published_ei) = self.package.assessment(&edition, material);
        let is_group = !self.package.vocabulary().material(material).members.is_empty();
        let uses = self.package.end_uses(&edition, material);
        let without: f64 = uses.iter().filter(|u| u.value_added.is_none()).map(|u| u.share.number.value).sum();
        MaterialInputs {
            material,
            stages: Stage::ALL.into_iter().filter_map(|stage| self.stage(material, stage, is_group)).collect(),
            recycled: self.package.recycling(&edition, material).map(|d| self.fact(d)),
            si_sr: self.package.si_sr(&edition, material).map(|d| self.fact(d)),
            si_ei: self.package.si_ei(&edition, material).map(|d| self.fact(d)),
            uses: uses
                .into_iter()
                .filter_map(|u| {
                    let value_added = self.shared(u.value_added?);
                    Some(UseInputs {
                        line: u.line,
                        application: u.application,
                        nace: u.nace?,
                        share: self.fact(u.share),
                        value_added,
                    })
                })
                .collect(),
            uses_without_sector: without,
            members: Vec::new(),
            published_sr,
            published_ei,
            ei_as_published: published_ei.map(|p| self.fact(p.datum)),
        }
    }

    /// A stage exists where the edition has a result, a scope or a list for it.
    fn stage(&mut self, material: Material, stage: Stage, is_group: bool) -> Option<StageInputs> {
        let edition = self.options.edition.clone();
        let (published, scope) = self.package.stage_result(&edition, material, stage);
        let import_reliance = self.package.import_reliance(&edition, material, stage).map(|d| self.fact(d));
        // Sourcing published for a group is not handed to its members, and a group is the mean of its members.
        let (world, europe) = if is_group {
            (None, None)
        } else {
            (self.list(Side::World, material, stage), self.list(Side::Europe, material, stage))
        };
        let exists = published.is_some() || scope.is_some() || world.is_some() || europe.is_some();
        exists.then_some(StageInputs { stage, scope, published, world, europe, import_reliance })
    }

    fn list(&mut self, side: Side, material: Material, stage: Stage) -> Option<ListInputs> {
        let edition = self.options.edition.clone();
        let rows = self.package.supply(side, &edition, material, stage);
        let mut suppliers = Vec::with_capacity(rows.len());
        for row in rows {
            let (share, trade) = (self.fact(row.share), self.fact(row.trade));
            suppliers.push(SupplierInputs { country: row.country, share, trade });
        }
        self.add_suppliers(side, material, stage, &mut suppliers);
        let supplies = suppliers.iter().any(|s| s.share.value > 0.0);
        supplies.then_some(ListInputs { suppliers })
    }

    /// Suppliers that a scenario names and the published list does not have.
    fn add_suppliers(&mut self, side: Side, material: Material, stage: Stage, suppliers: &mut Vec<SupplierInputs>) {
        if self.changes.is_empty() {
            return;
        }
        let words = self.package.vocabulary();
        let parent = format!("{}/{}/{}/{stage}", side.table(), self.options.edition, words.material(material).id);
        for code in self.changes.named_under(&parent, "share") {
            let Some(country) = words.find_country(&code) else { continue };
            if suppliers.iter().any(|s| s.country == country) {
                continue;
            }
            let base = Printed::exact(0.0);
            let key = format!("{parent}/{code}/share");
            let share = cut(self.changes.apply(&key, base), 0.0, 1.0);
            let share = self.push(key, None, share, Some(base));
            let key = format!("{parent}/{code}/trade");
            let trade = cut(self.changes.apply(&key, Printed::exact(1.0)), LOWEST_TRADE, HIGHEST_TRADE);
            let trade = self.push(key, None, trade, None);
            suppliers.push(SupplierInputs { country, share, trade });
        }
    }

    /// Indicators of a country over the years; missing years are left out, no year at all is missing governance.
    fn governance(&mut self, country: Country) -> Option<GovernanceInputs> {
        let (first, last) = self.options.governance_years;
        let draw_key = stable_key(&format!("governance/{}", self.package.vocabulary().country(country).id));
        let mut estimates = Vec::with_capacity(30);
        for indicators in (first..=last).filter_map(|year| self.package.indicators(country, year)) {
            for indicator in indicators {
                let estimate = self.fact(indicator.estimate);
                let error = indicator.standard_error.map_or(0.0, |e| e.number.value);
                estimates.push(if self.options.governance_error {
                    self.with_error(estimate, error, draw_key)
                } else {
                    estimate
                });
            }
        }
        (!estimates.is_empty()).then_some(GovernanceInputs { estimates })
    }

    /// Errors of one country are fully correlated over years and dimensions: one draw key for the country.
    fn with_error(&mut self, estimate: Fact, sd: f64, key: u64) -> Fact {
        let reach = GOVERNANCE_BOX * sd;
        let fact = Fact { key, sd, low: estimate.low - reach, high: estimate.high + reach, ..estimate };
        self.facts[fact.index as usize] = fact;
        fact
    }

    fn shared(&mut self, datum: Datum) -> Fact {
        if let Some(fact) = self.shared.get(&datum.at) {
            return *fact;
        }
        let fact = self.fact(datum);
        self.shared.insert(datum.at, fact);
        fact
    }

    /// A fact after the scenario, cut to the possible range of its column. (Published numbers were cut at the door.)
    fn fact(&mut self, datum: Datum) -> Fact {
        let number = datum.number;
        let key = self.package.key(datum.at).as_str().to_owned();
        let mut after = self.changes.apply(&key, number);
        if after == number {
            return self.push(key, Some(datum.at), number, None);
        }
        let format = self.package.format(datum.at);
        after = cut(after, format.minimum, format.maximum);
        self.push(key, Some(datum.at), after, Some(number))
    }

    fn push(&mut self, key: String, at: Option<FactRef>, number: Printed, before: Option<Printed>) -> Fact {
        let index = u32::try_from(self.facts.len()).unwrap_or(u32::MAX);
        let Printed { value, low, high } = number;
        let fact = Fact { index, key: stable_key(&key), value, low, high, sd: 0.0 };
        self.facts.push(fact);
        self.origin.push(Origin { key, at, before });
        fact
    }
}

/// Cut to a possible range. Import reliance may be negative there: a net exporter keeps its value.
fn cut(number: Printed, minimum: f64, maximum: f64) -> Printed {
    Printed {
        value: number.value.clamp(minimum, maximum),
        low: number.low.clamp(minimum, maximum),
        high: number.high.clamp(minimum, maximum),
    }
}
