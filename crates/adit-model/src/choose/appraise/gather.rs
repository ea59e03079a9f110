//! From facts to a plan. What is missing is listed by name and never guessed; defaults by stage are marked assumptions.

use std::collections::BTreeMap;

use adit_facts::chain::{ChainStage, ProjectCapacityFacts, ProjectFacts};
use adit_facts::choose::appraisal_file::{AppraisalFile, StatedInput};
use adit_facts::{Package, suggest};
use adit_number::Rule;

use crate::workings::{Input, Workings};

use super::plan::{Costs, Debt, Depreciation, Finance, Given, LossCarryForward, Phases, Product, ProjectPlan};
use super::{AppraisalError, Fiscal};
use money::Money;

mod fiscal;
mod known;
mod money;
mod price;

pub use adit_facts::choose::appraisal_file::{InputOf, input_of};
pub use known::Known;
pub use price::PriceFrom;

/// The rules by which inputs follow from facts.
pub static RULES: [&Rule; 6] = [
    &money::CONVERTED,
    &price::LATEST,
    &price::LONG_TERM,
    &known::SHARE_OF_CAPEX,
    &known::CLOSURE_BY_YEARS,
    &fiscal::PART_OF_LEVY,
];

/// Which project, and what is said of it beside the facts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Asked {
    /// Id of a project of the facts, or of the user's own.
    pub project: String,
    /// What the user's own project is; `None` for a project of the facts.
    pub own: Option<OwnProject>,
    /// Inputs that lie over those of the facts, by name.
    pub over: BTreeMap<String, Known>,
    /// Where the price of the base case comes from.
    pub prices: PriceFrom,
}

/// A project that no table has.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnProject {
    /// Name.
    pub name: String,
    /// ISO 3166-1 alpha-2 code.
    pub country: String,
    /// `extraction`, `processing` or `recycling`.
    pub stage: ChainStage,
    /// Id of the material in the main product.
    pub material: Option<String>,
    /// Status, for the delay that is assumed.
    pub status: String,
}

impl Asked {
    /// What an appraisal file asks: a project of the facts or of its own, with the inputs that it states.
    pub fn file(file: &AppraisalFile) -> Self {
        let own = file.own.as_ref().map(|own| OwnProject {
            name: own.name.clone(),
            country: own.country.clone(),
            stage: own.stage,
            material: own.material.clone(),
            status: own.status.clone(),
        });
        let known = |stated: &StatedInput| Known {
            value: stated.value,
            low: stated.low,
            high: stated.high,
            text: stated.text.clone(),
            money_year: stated.money_year,
            input: Input::Stated {
                label: format!("{}, {} line {}", stated.name, file.file, stated.line),
                value: stated.value.unwrap_or_default(),
                unit: input_of(&stated.name).map_or("", |input| input.unit),
                id: None,
            },
            assumed: stated.assumption,
        };
        let over = file.inputs.iter().map(|stated| (stated.name.clone(), known(stated))).collect();
        let prices = if file.long_term_prices { PriceFrom::LongTerm } else { PriceFrom::Latest };
        Self { project: file.project.clone(), own, over, prices }
    }

    /// A project of the facts as it stands.
    pub fn project(id: &str) -> Self {
        Self { project: id.to_owned(), ..Self::default() }
    }
}

/// What is known of the project itself.
struct Subject {
    pub id: String,
    pub name: String,
    pub country: String,
    /// The stage whose defaults hold.
    pub stage: ChainStage,
    pub material: Option<String>,
    pub status: String,
    /// Year of first production, as stated.
    pub start: Option<u16>,
}

/// Gathers the plan of a project. Numbers that are computed on the way are written into `workings`.
pub fn gather(package: &Package, asked: &Asked, workings: &mut Workings) -> Result<ProjectPlan, AppraisalError> {
    let subject = subject(package, asked)?;
    let mut gathering = Gathering {
        package,
        workings,
        known: known::all(package, asked),
        money: Money::latest(package),
        subject,
        prices: asked.prices,
        missing: Vec::new(),
        notes: Vec::new(),
    };
    let plan = gathering.plan();
    match plan {
        Some(plan) if gathering.missing.is_empty() => {
            plan.check()?;
            Ok(plan)
        }
        _ => Err(AppraisalError::Missing { project: asked.project.clone(), missing: gathering.missing }),
    }
}

fn subject(package: &Package, asked: &Asked) -> Result<Subject, AppraisalError> {
    if let Some(own) = &asked.own {
        return Ok(Subject {
            id: asked.project.clone(),
            name: own.name.clone(),
            country: own.country.clone(),
            stage: own.stage,
            material: own.material.clone(),
            status: own.status.clone(),
            start: None,
        });
    }
    let Some(project) = package.project(&asked.project) else {
        let projects = package.projects();
        let hint = suggest::hint(
            &asked.project,
            projects.iter().map(|project| project.id.as_str()),
            "`adit facts projects` lists them",
        );
        return Err(AppraisalError::NoProject { id: asked.project.clone(), hint });
    };
    let capacities: Vec<ProjectCapacityFacts> =
        package.project_capacities().into_iter().filter(|row| row.project == project.id).collect();
    Ok(of_facts(package, &project, &capacities))
}

fn of_facts(package: &Package, project: &ProjectFacts, capacities: &[ProjectCapacityFacts]) -> Subject {
    let has = |stage| capacities.iter().any(|row| row.stage == stage);
    // A mine with a plant is a mine: its defaults are the dearer ones. Plants of all kinds share those of processing.
    let stage = if has(ChainStage::Extraction) {
        ChainStage::Extraction
    } else if has(ChainStage::Recycling) && !has(ChainStage::Processing) {
        ChainStage::Recycling
    } else {
        ChainStage::Processing
    };
    let main = capacities.iter().find(|row| row.contained.is_some()).or(capacities.first());
    Subject {
        id: project.id.clone(),
        name: project.name.clone(),
        country: package.vocabulary().country(project.country).id.clone(),
        stage,
        material: main.map(|row| package.vocabulary().material(row.material).id.clone()),
        status: project.status.clone(),
        start: capacities.iter().filter_map(|row| row.start).min(),
    }
}

/// A plan in the making.
struct Gathering<'a> {
    pub package: &'a Package,
    pub workings: &'a mut Workings,
    pub known: BTreeMap<String, Known>,
    pub money: Money,
    pub subject: Subject,
    pub prices: PriceFrom,
    pub missing: Vec<String>,
    pub notes: Vec<String>,
}

impl Gathering<'_> {
    fn plan(&mut self) -> Option<ProjectPlan> {
        let capital = self.amount("capex");
        let operating = self.amount("operating-cost");
        let capacity = self.needed("product-tonnes");
        let price = self.price();
        let phases = self.phases();
        let fiscal = self.fiscal(phases.as_ref());
        // Everything that is missing has been named by now.
        let (capital, operating, capacity, price, phases, fiscal) =
            (capital?, operating?, capacity?, price?, phases?, fiscal?);
        let products = self.products(capacity, price);
        let costs = self.costs(capital, operating, &phases);
        let finance = self.finance(&phases);
        Some(ProjectPlan {
            project: self.subject.id.clone(),
            name: self.subject.name.clone(),
            country: self.subject.country.clone(),
            money_year: self.money.year,
            phases,
            products,
            costs,
            fiscal,
            finance,
            notes: std::mem::take(&mut self.notes),
        })
    }

    fn products(&mut self, capacity: Given, price: Given) -> Vec<Product> {
        let contained = self.given("contained").unwrap_or_else(|| {
            self.notes.push(
                "How much of the material a tonne of product holds is not known; tonnes are those of the product."
                    .into(),
            );
            Given::stated("Material in a tonne of product, not known", 1.0, "t/t")
        });
        let name = self.subject.material.clone().unwrap_or_else(|| "product".to_owned());
        let series = self.known.get("product-series").and_then(|known| known.text.clone());
        let by_products = self.optional_amount("by-product-revenue").map(|price| Product {
            name: "by-products".into(),
            material: None,
            price_key: format!("{}/by-products", self.subject.id),
            // The range of the tonnes is that of the main product.
            capacity: capacity.at(capacity.value),
            contained: Given::stated("By-products are not counted as tonnes of the material", 0.0, "t/t"),
            price,
        });
        let main = Product {
            price_key: series.unwrap_or_else(|| self.subject.id.clone()),
            material: self.subject.material.clone(),
            name,
            capacity,
            contained,
            price,
        };
        [Some(main), by_products].into_iter().flatten().collect()
    }

    fn phases(&mut self) -> Option<Phases> {
        let stage = self.subject.stage.id();
        let explored =
            matches!(self.exploration_stage().as_deref(), Some("feasibility" | "construction" | "operation"));
        let exploration = match self.given("exploration-years") {
            Some(years) => years,
            None if explored => Given::stated("Explored and studied", 0.0, "years"),
            None => self.assumption("exploration-years", stage)?,
        };
        let construction = self.or_assumed("construction-years", stage)?;
        let life = self.or_assumed("operation-years", stage)?;
        let begins = self.begins(&exploration, &construction)?;
        let status = self.subject.status.clone();
        Some(Phases {
            begins,
            exploration,
            construction,
            delay: self.or_assumed("delay-years", &status)?,
            ramp: self.or_assumed("ramp-years", stage)?,
            life,
            closure: self.or_assumed("closure-years", stage).map(some_time)?,
            aftercare: self.or_assumed("aftercare-years", stage).map(some_time)?,
        })
    }

    /// The first year: stated, or so that output begins in the year that the project states.
    fn begins(&mut self, exploration: &Given, construction: &Given) -> Option<i32> {
        let stated = self.given("first-year").map(|year| year.value);
        let from_start = || {
            let start = f64::from(self.subject.start?);
            Some(start - (exploration.value + construction.value).ceil())
        };
        match stated.or_else(from_start) {
            #[expect(clippy::cast_possible_truncation, reason = "checked to be a calendar year")]
            Some(year) if (1900.0..=2300.0).contains(&year) => Some(year.round() as i32),
            _ => {
                self.missing.push("first year".into());
                None
            }
        }
    }

    fn exploration_stage(&self) -> Option<String> {
        self.known.get("exploration-stage").and_then(|known| known.text.clone())
    }

    fn costs(&mut self, capital: Given, operating: Given, phases: &Phases) -> Costs {
        let stage = self.subject.stage.id();
        let nothing = |what: &str| Given::stated(format!("No {what} is stated"), 0.0, "EUR/t");
        let sustaining = self.share_of_capex("sustaining-capex", "sustaining-capex-share", &capital);
        let exploration = if phases.exploration.high > 0.0 {
            self.share_of_capex("exploration-cost", "exploration-cost-share", &capital)
        } else {
            Given::stated("Explored and studied", 0.0, "million EUR")
        };
        let whole_closure = self.share_of_capex("closure-cost", "closure-cost-share", &capital);
        let (closure, aftercare) = {
            let project = self.subject.id.clone();
            known::closure_by_years(&whole_closure, phases, &project, self.workings)
        };
        let overrun = self.overrun(&capital);
        let default = |gathering: &mut Self, name: &str, subject: &str| {
            gathering
                .or_assumed(name, subject)
                .unwrap_or_else(|| Given::stated(format!("No {name} is assumed"), 0.0, ""))
        };
        Costs {
            utilisation: self
                .or_assumed("utilisation", stage)
                .unwrap_or_else(|| Given::stated("Output as stated", 1.0, "share")),
            operating,
            feed: self.optional_amount("feed-cost").unwrap_or_else(|| nothing("purchased feed")),
            feed_share: self.given("feed-share").unwrap_or_else(|| nothing("purchased feed")),
            fixed: Given::stated("Operating cost stands in the cost of a tonne", 0.0, "million EUR"),
            capital,
            overrun,
            sustaining,
            exploration,
            closure,
            aftercare,
            working_capital: default(self, "working-capital", "default"),
            bond: default(self, "bond-share", "default"),
        }
    }

    /// The factor on the investment: assumed by the stage of study, where the investment has no range of its own.
    fn overrun(&mut self, capital: &Given) -> Given {
        let as_estimated = |why: &str| Given::stated(why, 1.0, "factor");
        if capital.is_uncertain() {
            return as_estimated("The investment has a range of its own");
        }
        let study = self.exploration_stage().unwrap_or_else(|| "pre-feasibility".into());
        let Some(more) = self.assumption("cost-overrun", &study) else {
            return as_estimated("No overrun is assumed for this stage");
        };
        Given { value: 1.0 + more.value, low: 1.0 + more.low, high: 1.0 + more.high, ..more }
    }

    fn finance(&mut self, phases: &Phases) -> Finance {
        let mut rate = |name: &str| {
            self.or_assumed(name, "default")
                .unwrap_or_else(|| Given::stated(format!("No {name} is assumed"), 0.0, "share"))
        };
        let (discount, inflation) = (rate("discount-rate"), rate("inflation"));
        let (share, interest, years) = (rate("debt-share"), rate("debt-rate"), rate("debt-years"));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 200 years")]
        let term = years.value.min(phases.life.low).clamp(1.0, 200.0).floor() as u16;
        // A loan without a range: draws are about the project, and its loan follows the investment.
        let debt = (share.value > 0.0).then_some(Debt { share, rate: interest, grace: 0, term });
        Finance { discount, inflation, debt }
    }
}

/// Years over which a cost is spread are not zero, even at their shortest.
fn some_time(years: Given) -> Given {
    Given { low: years.low.max(0.25), value: years.value.max(0.25), high: years.high.max(0.25), ..years }
}

/// How depreciation and losses are taken where no source says more.
pub(super) fn by_default(years: Given) -> (Depreciation, LossCarryForward) {
    let assumed = |label: &str, value| Given { assumed: true, ..Given::stated(label, value, "share") };
    let losses = LossCarryForward {
        years: None,
        share: assumed("Losses are carried forward without limit", 1.0),
        free: assumed("Losses are carried forward without limit", 0.0),
    };
    (Depreciation { years }, losses)
}

/// The plan's taxes and royalties.
impl Gathering<'_> {
    fn fiscal(&mut self, phases: Option<&Phases>) -> Option<Fiscal> {
        let output =
            phases.map(|phases| f64::from(phases.begins) + phases.exploration.value + phases.construction.value);
        fiscal::gather(self, output)
    }
}
