//! From the facts of the Chain room to the inputs of a game.

use adit_facts::chain::{ChainStage, ProjectCapacityFacts, ProjectFacts, SourceKind};
use adit_facts::study::Datum;
use adit_facts::{Changes, Material, Package, Printed, Stage};
use adit_number::{Ranged, Real};

use super::error::TogetherError;
use super::inputs::{Given, Inputs, MaterialFacts, StageTonnes};
use super::offer::{Known, Left, LeftOut, Mine, Offer, Player};
use super::question::{Measure, Question};
use super::tonnes::{Routes, Tonnes};
use crate::chain::benchmarks;
use crate::chain::pipeline::{Assumed, Plan, standing_part};
use crate::chain::planned;
use crate::risk::inputs::Options;
use crate::workings::{Input, Worked, Workings};

/// The stages at which projects play.
const STAGES: [ChainStage; 3] = [ChainStage::Extraction, ChainStage::Processing, ChainStage::Recycling];

/// Rare earths that a source does not split among their groups.
const RARE_EARTHS: &str = "rare-earths";

/// The groups of rare earths that the study assesses.
const RARE_EARTH_GROUPS: [&str; 2] = ["lree", "hree"];

/// Gathers a game. `changes` is a scenario: it changes the facts of the baseline and those of the projects.
/// `baseline_query` is what the ids of the baseline's numbers end with (`?edition=...`), empty for the default.
///
/// # Errors
/// If the regions make no sense or the material has no study.
pub fn gather(
    package: &Package,
    question: &Question,
    options: &Options,
    changes: &Changes,
    routes: Routes<'_>,
    baseline_query: &str,
) -> Result<Inputs, TogetherError> {
    let words = package.vocabulary();
    let materials = match words.material(question.material).members.as_slice() {
        [] => vec![question.material],
        members => members.to_vec(),
    };
    let mut gatherer = Gatherer {
        package,
        question,
        options,
        changes,
        routes,
        projects: package.projects(),
        rows: package.project_capacities(),
        workings: Workings::default(),
        left: Vec::new(),
    };
    let players = gatherer.players(&materials)?;
    let materials = materials.into_iter().map(|material| gatherer.material(material)).collect();
    let Gatherer { workings, left, .. } = gatherer;
    let given = Given { players, materials, left, baseline_query: baseline_query.to_owned(), workings };
    Inputs::new(package, question.clone(), options, changes, given)
}

struct Gatherer<'a> {
    package: &'a Package,
    question: &'a Question,
    options: &'a Options,
    changes: &'a Changes,
    routes: Routes<'a>,
    projects: Vec<ProjectFacts>,
    rows: Vec<ProjectCapacityFacts>,
    workings: Workings,
    left: Vec<Left>,
}

impl Gatherer<'_> {
    fn players(&mut self, materials: &[Material]) -> Result<Vec<Player>, TogetherError> {
        let mut players = Vec::with_capacity(self.question.regions.len());
        for code in &self.question.regions {
            let known = self.package.regions().get(code);
            let country = known.ok_or_else(|| TogetherError::UnknownRegion(code.clone()))?.country;
            let mut player = Player { region: code.clone(), country, offers: Vec::new() };
            for at in 0..self.rows.len() {
                let row = &self.rows[at];
                let member = materials.contains(&row.material);
                if !(member || self.is_whole(row.material)) || !STAGES.contains(&row.stage) {
                    continue;
                }
                let Some(nuts2) = row.nuts2.as_deref() else { continue };
                if nuts2.starts_with(code.as_str()) {
                    let row = row.clone();
                    match self.offer(&row) {
                        _ if !member => self.leave(code, &row, LeftOut::WholeGroup),
                        Ok(offer) => {
                            self.note_standing(code, &row, &offer);
                            player.offers.push(offer);
                        }
                        Err(why) => self.leave(code, &row, why),
                    }
                } else if code.starts_with(nuts2) {
                    let row = row.clone();
                    self.leave(code, &row, LeftOut::FinerThanKnown);
                }
            }
            player.offers.sort_by(|one, other| (&one.project, one.stage).cmp(&(&other.project, other.stage)));
            players.push(player);
        }
        Ok(players)
    }

    /// Whether a material is the group that is asked for as a whole, or all rare earths where one of their groups is.
    fn is_whole(&self, material: Material) -> bool {
        let words = self.package.vocabulary();
        let (asked, given) = (words.material(self.question.material), words.material(material));
        let of_rare_earths = RARE_EARTH_GROUPS.contains(&asked.id.as_str()) && given.id == RARE_EARTHS;
        !asked.members.is_empty() && (material == self.question.material || of_rare_earths)
    }

    fn leave(&mut self, region: &str, row: &ProjectCapacityFacts, why: LeftOut) {
        let (region, project) = (region.to_owned(), row.project.clone());
        self.left.push(Left { region, project, material: row.material, stage: row.stage, why });
    }

    /// What an offer does not bring though it is one.
    fn note_standing(&mut self, region: &str, row: &ProjectCapacityFacts, offer: &Offer) {
        if row.start.is_none() && !self.question.all_built {
            self.leave(region, row, LeftOut::NoStart);
        } else if offer.standing.fact.value <= 0.0 {
            self.leave(region, row, LeftOut::Later);
        }
        if row.stage == ChainStage::Recycling && !offer.old_scrap && self.question.measure == Measure::SupplyRisk {
            self.leave(region, row, LeftOut::NotOldScrap);
        }
    }

    /// The number of a fact after the scenario.
    fn after(&self, number: Ranged, fact: &Datum) -> Ranged {
        let printed = Printed { value: number.value, low: number.low(), high: number.high() };
        let after = self.changes.apply(self.package.key(fact.at).as_str(), printed);
        Ranged::new(after.value, after.low, after.high)
    }

    fn assumed(&self, assumed: &Assumed, key: &str) -> Known {
        match &assumed.input {
            Some(Input::Fact(fact)) => {
                let key = self.package.key(fact.at);
                Known::new(key.as_str(), self.after(assumed.number, fact), vec![Input::Fact(*fact)])
            }
            other => Known::new(key, assumed.number, other.iter().cloned().collect()),
        }
    }

    fn offer(&self, row: &ProjectCapacityFacts) -> Result<Offer, LeftOut> {
        if self.question.without.contains(&row.project) {
            return Err(LeftOut::Asked);
        }
        if row.source_kind == SourceKind::Memory {
            return Err(LeftOut::FromMemory);
        }
        let project = self.projects.iter().find(|project| project.id == row.project).ok_or(LeftOut::NoCapacity)?;
        let plan = planned::plan(self.package, project, row).ok_or(LeftOut::NoCapacity)?;
        let path = format!("{}/{}", row.project, row.stage);
        let known = |number| Assumed { number, input: None };
        let utilisation = planned::utilisation(self.package, row).unwrap_or_else(|| known(Ranged::new(1.0, 0.0, 1.0)));
        let probability = if self.question.all_built {
            built("Probability, as asked: every project is built and runs")
        } else {
            self.assumed(&plan.probability, &format!("probability/{path}"))
        };
        Ok(Offer {
            project: plan.project.clone(),
            name: plan.name.clone(),
            promoter: plan.promoter.clone(),
            material: row.material,
            stage: row.stage,
            capacity: Known::new(
                self.package.key(plan.fact.at).as_str(),
                self.after(plan.tonnes, &plan.fact),
                vec![Input::Fact(plan.fact)],
            ),
            standing: self.standing(&plan, &path),
            utilisation: self.assumed(&utilisation, &format!("utilisation/{path}")),
            probability,
            needs: row.needs.as_ref().map(|mine| self.mine(mine, row.material)),
            old_scrap: row.input.as_deref() == Some("old-scrap"),
        })
    }

    /// The part of a capacity that stands at the end of the year: as in the benchmarks, nothing without a stated start,
    /// and everything in the upper end.
    fn standing(&self, plan: &Plan, path: &str) -> Known {
        let key = format!("standing/{path}");
        if self.question.all_built {
            return built("Part that stands, as asked: every project is built and runs");
        }
        let Some(start) = plan.start else {
            let label = "Part that stands: no start is published".to_owned();
            let from = vec![Input::Stated { label, value: 0.0, unit: "share", id: None }];
            return Known::new(&key, Ranged::new(0.0, 0.0, 1.0), from);
        };
        let label = format!("Start of {} as stated", plan.name);
        let mut from = vec![Input::Stated { label, value: f64::from(start), unit: "year", id: None }];
        let [delay, ramp] = [&plan.delay, &plan.ramp].map(|assumed| self.assumed(assumed, &key));
        from.extend(delay.from.iter().chain(&ramp.from).cloned());
        let [year, start] = [self.question.year, start].map(|year| Ranged::exact(f64::from(year)));
        Known::new(&key, standing_part(year, start, delay.ranged(), ramp.ranged()), from)
    }

    fn mine(&self, project: &str, material: Material) -> Mine {
        let rows = self
            .rows
            .iter()
            .filter(|row| row.project == project && row.material == material && row.stage == ChainStage::Extraction);
        let mut regions: Vec<String> = rows.filter_map(|row| row.nuts2.clone()).collect();
        if regions.is_empty() {
            // A mine that is nowhere is in no region of the game.
            regions.push(String::new());
        }
        Mine { project: project.to_owned(), regions }
    }

    fn material(&mut self, material: Material) -> MaterialFacts {
        let tonnes = Tonnes {
            package: self.package,
            material,
            year: self.question.year,
            edition: &self.options.edition,
            routes: self.routes,
        };
        let stated = self.question.supply.map(|supply| {
            let label = "EU supply, as stated in the question".to_owned();
            let from = vec![Input::Stated { label, value: supply, unit: "t/a", id: None }];
            Known::new("stated/supply", Ranged::point(supply), from)
        });
        let known = |worked: Worked| Known::new(&worked.id, worked.number, vec![worked.input()]);
        let stages = Stage::ALL.map(|stage| {
            let supply = stated.clone().or_else(|| tonnes.supply(stage, &mut self.workings).map(known));
            let production = tonnes.production(stage, &mut self.workings).map(known);
            (stage, StageTonnes { supply, production })
        });
        let consumption = stated.clone().or_else(|| tonnes.consumption(&mut self.workings).map(known));
        let recovery = planned::recovery(self.package, material);
        MaterialFacts {
            material,
            all_input: stages[1].1.supply.clone(),
            tonnes: stages.to_vec(),
            recovery: recovery.map(|assumed| self.assumed(&assumed, "recovery")),
            consumption,
            capacity_before: self.capacity_before(material),
        }
    }

    /// The share of the plants that stand, without any project; `None` for other measures or where it is not known.
    fn capacity_before(&self, material: Material) -> Option<Ranged> {
        let at = match self.question.measure {
            Measure::Extraction => 0,
            Measure::Processing => 1,
            Measure::Recycling => 2,
            Measure::SupplyRisk | Measure::SingleCountry => return None,
        };
        let options = benchmarks::Options { only: vec![material] };
        let gathered = benchmarks::gather(self.package, &options, self.routes.balance);
        let projects: Vec<String> = self.projects.iter().map(|project| project.id.clone()).collect();
        let entry = gathered.entries.first()?;
        entry.share(at, self.question.year, &projects).map(|share| share.share)
    }
}

/// A factor of 1 because the question says so.
fn built(label: &str) -> Known {
    let from = vec![Input::Stated { label: label.to_owned(), value: 1.0, unit: "share", id: None }];
    Known::new("stated/built", Ranged::point(1.0), from)
}
