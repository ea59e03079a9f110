//! From facts to the model of the benchmarks.

use adit_facts::chain::production::Place;
use adit_facts::chain::{
    ChainStage, EntryStep, PlantBasis, PlantFacts, ProjectCapacityFacts, ProjectFacts, ProjectSet, Route, SourceKind,
    StrategicEntry,
};
use adit_facts::{Material, Package};
use adit_number::Ranged;

use super::single_country;
use super::{EntryModel, Host, STAGES, StageModel, StepModel};
use crate::chain::capacity::{self, Line, LineOf, Names, Standing};
use crate::chain::consumption::{self, Balance, Growth};
use crate::chain::pipeline::{Assumed, Plan};
use crate::chain::planned;
use crate::workings::{Input, Workings, ranged};

/// What shapes the benchmarks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Only these entries, by material; all if empty.
    pub only: Vec<Material>,
}

/// The model of the benchmarks, with how its numbers came about.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// One for each entry of Annex I.
    pub entries: Vec<EntryModel>,
    /// Year of the latest facts.
    pub now: u16,
    /// Plants and projects that are left out because they stand on memory, by name and what is missing.
    pub to_look_up: Vec<String>,
    /// Projects in the Union without any stated tonnage, by id.
    pub without_tonnes: Vec<String>,
    /// What the present capacities and consumption came from.
    pub workings: Workings,
}

/// Gathers the facts of the benchmarks. `balance` answers route (b) of consumption.
pub fn gather(package: &Package, options: &Options, balance: Balance<'_>) -> Gathered {
    let gatherer = Gatherer {
        package,
        plants: package.plants(),
        projects: package.projects(),
        capacities: package.project_capacities(),
        now: latest_year(package),
    };
    let mut workings = Workings::default();
    let wanted = |entry: &StrategicEntry| options.only.is_empty() || options.only.contains(&entry.material);
    let entries = package
        .strategic_entries()
        .into_iter()
        .filter(wanted)
        .map(|entry| gatherer.entry(entry, balance, &mut workings))
        .collect();
    Gathered {
        entries,
        now: gatherer.now,
        to_look_up: gatherer.to_look_up(),
        without_tonnes: gatherer.without_tonnes(),
        workings,
    }
}

/// The latest year for which production is known.
pub fn latest_year(package: &Package) -> u16 {
    let entries = package.strategic_entries();
    let stages = [ChainStage::Extraction, ChainStage::Processing].into_iter().filter_map(ChainStage::official);
    let pairs = stages.flat_map(|stage| entries.iter().map(move |entry| (entry.material, stage)));
    pairs.flat_map(|(material, stage)| package.production_years(material, stage)).max().unwrap_or_default()
}

struct Gatherer<'a> {
    package: &'a Package,
    plants: Vec<PlantFacts>,
    projects: Vec<ProjectFacts>,
    capacities: Vec<ProjectCapacityFacts>,
    now: u16,
}

impl Gatherer<'_> {
    fn entry(&self, entry: StrategicEntry, balance: Balance<'_>, workings: &mut Workings) -> EntryModel {
        let words = self.package.vocabulary();
        let id = words.material(entry.material).id.clone();
        let mut model = EntryModel {
            consumption: consumption::of(self.package, entry.material, balance, workings),
            growth: Growth::of(self.package, entry.material),
            stages: STAGES.map(|stage| self.stage(&entry, &id, stage, workings)),
            countries: Vec::new(),
            id,
            entry,
        };
        model.countries = single_country::shares(self.package, &model, workings);
        model
    }

    fn stage(&self, entry: &StrategicEntry, id: &str, stage: ChainStage, workings: &mut Workings) -> StageModel {
        let several = entry.of(stage).count() > 1;
        let steps = entry.of(stage).map(|step| self.step(step, id, several, workings)).collect();
        let first = entry.of(stage).flat_map(|step| &step.materials).next();
        let recovery = first
            .filter(|_| stage == ChainStage::Extraction)
            .and_then(|material| planned::recovery(self.package, *material));
        let proxy = (stage == ChainStage::Recycling)
            .then(|| self.package.recycling(adit_facts::package::DEFAULT_EDITION, entry.material))
            .flatten();
        StageModel { stage, steps, recovery, proxy }
    }

    fn step(&self, step: &EntryStep, id: &str, several: bool, workings: &mut Workings) -> StepModel {
        let words = self.package.vocabulary();
        let main = &words.material(step.materials[0]).id;
        let path = if several { format!("{id}/{}/{main}", step.stage) } else { format!("{id}/{}", step.stage) };
        let name = words.material(step.materials[0]).name.to_lowercase();
        let names = Names { path, words: format!("{name}, {}", step.stage) };
        let plants: Vec<Standing> = self.standing(step);
        let lines = self.lines(step);
        StepModel {
            existing: capacity::known(&names, &plants, &lines, workings),
            plans: self.plans(step),
            host: self.host(step, workings),
            names,
        }
    }

    /// The host of a by-product at processing, with its own step.
    fn host(&self, step: &EntryStep, workings: &mut Workings) -> Option<Host> {
        let facts = self.package.host(step.materials[0]).filter(|_| step.stage == ChainStage::Processing)?;
        let entries = self.package.strategic_entries();
        let of = |entry: &StrategicEntry| {
            let found = entry.of(ChainStage::Processing).find(|step| step.materials.contains(&facts.host))?.clone();
            Some((entry.material, entry.of(ChainStage::Processing).count() > 1, found))
        };
        let (material, several, found) = entries.iter().find_map(of)?;
        let id = self.package.vocabulary().material(material).id.clone();
        let value = ranged(&facts.content);
        let low = facts.low.map_or(value.low(), |datum| datum.number.value);
        let high = facts.high.map_or(value.high(), |datum| datum.number.value);
        Some(Host {
            step: Box::new(self.step(&found, &id, several, workings)),
            content: Assumed { number: Ranged::new(value.value, low, high), input: Some(Input::Fact(facts.content)) },
        })
    }

    fn standing(&self, step: &EntryStep) -> Vec<Standing> {
        let eu = |site: &str| {
            self.package.site(site).is_some_and(|site| self.package.vocabulary().country(site.country).in_eu27())
        };
        let of_step = |plant: &&PlantFacts| {
            plant.stage == step.stage
                && step.materials.contains(&plant.material)
                && matches!(plant.status.as_str(), "operating" | "paused")
                && matches!(plant.basis, PlantBasis::Capacity | PlantBasis::Production)
                && plant.source_kind != SourceKind::Memory
                && plant.part_of.is_none()
                && eu(&plant.site)
        };
        let plants: Vec<&PlantFacts> = self.plants.iter().filter(of_step).collect();
        // A total of the entry and its parts are not added: the total wins.
        let total = |plant: &&PlantFacts| {
            plant.material == step.materials[0]
                || !plants.iter().any(|other| other.site == plant.site && other.material == step.materials[0])
        };
        let counted: Vec<Standing> = plants
            .iter()
            .copied()
            .filter(total)
            .filter_map(|plant| {
                let fact = plant.contained?;
                Some(Standing {
                    fact,
                    tonnes: planned::within_confidence(self.package, ranged(&fact), plant.confidence.as_deref()),
                    is_capacity: plant.basis == PlantBasis::Capacity,
                    operating: plant.status == "operating",
                })
            })
            .collect();
        counted
    }

    /// Production of the latest year; several materials of one step are not added up, the first that is known counts.
    fn lines(&self, step: &EntryStep) -> Vec<Line> {
        let words = self.package.vocabulary();
        let Some(stage) = step.stage.official() else { return Vec::new() };
        for material in &step.materials {
            let facts = self.package.production(*material, stage, self.now);
            let lines: Vec<Line> = facts
                .iter()
                .filter_map(|line| {
                    let of = match line.place {
                        Place::Country(country) if words.country(country).in_eu27() => LineOf::Member,
                        Place::Country(_) => LineOf::Outside,
                        Place::Other => LineOf::Others,
                        Place::World => LineOf::World,
                    };
                    Some(Line { of, fact: line.quantity? })
                })
                .collect();
            if !lines.is_empty() {
                return lines;
            }
        }
        self.older_output(step)
    }

    /// Output of earlier years, where the present source has no line for the step: what route (c) of consumption rests on.
    fn older_output(&self, step: &EntryStep) -> Vec<Line> {
        if step.stage != ChainStage::Processing {
            return Vec::new();
        }
        let figures = self.package.consumption(step.materials[0]);
        let made = figures.iter().find(|figure| figure.route == Route::ImportReliance);
        made.map(|made| Line { of: LineOf::Member, fact: made.quantity }).into_iter().collect()
    }

    fn plans(&self, step: &EntryStep) -> Vec<Plan> {
        let of_step = |row: &&ProjectCapacityFacts| {
            row.stage == step.stage && step.materials.contains(&row.material) && row.source_kind != SourceKind::Memory
        };
        let rows: Vec<&ProjectCapacityFacts> = self.capacities.iter().filter(of_step).collect();
        let total = |row: &&&ProjectCapacityFacts| {
            row.material == step.materials[0]
                || !rows.iter().any(|other| other.project == row.project && other.material == step.materials[0])
        };
        rows.iter().filter(total).filter_map(|row| self.plan(row)).collect()
    }

    /// A project in the Union with a stated tonnage.
    fn plan(&self, row: &ProjectCapacityFacts) -> Option<Plan> {
        let project = self.projects.iter().find(|project| project.id == row.project)?;
        let in_union = self.package.vocabulary().country(project.country).in_eu27();
        planned::plan(self.package, project, row).filter(|_| in_union)
    }

    fn to_look_up(&self) -> Vec<String> {
        let words = self.package.vocabulary();
        let name = |site: &str| self.package.site(site).map_or_else(|| site.to_owned(), |found| found.name);
        let plants = self.plants.iter().filter(|plant| plant.source_kind == SourceKind::Memory).map(|plant| {
            format!("{} ({}, {})", name(&plant.site), words.material(plant.material).name.to_lowercase(), plant.stage)
        });
        let projects = self.capacities.iter().filter(|row| row.source_kind == SourceKind::Memory).map(|row| {
            format!("{} ({}, {})", row.project, words.material(row.material).name.to_lowercase(), row.stage)
        });
        plants.chain(projects).collect()
    }

    fn without_tonnes(&self) -> Vec<String> {
        let in_union = |project: &&ProjectFacts| {
            self.package.vocabulary().country(project.country).in_eu27() && project.set != ProjectSet::StrategicNonEu
        };
        let has = |project: &ProjectFacts| {
            self.capacities.iter().any(|row| row.project == project.id && row.contained.is_some())
        };
        self.projects
            .iter()
            .filter(in_union)
            .filter(|project| !has(project))
            .map(|project| project.id.clone())
            .collect()
    }
}
