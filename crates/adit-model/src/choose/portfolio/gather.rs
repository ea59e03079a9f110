//! From a portfolio file and the facts to the typed portfolio.
//!
//! What the file states goes before what the facts say. What neither says stays missing and is listed; defaults that
//! depend on the stage are assumptions of the package with their ranges.

use adit_facts::Package;
use adit_facts::chain::{ChainStage, ProjectCapacityFacts, ProjectFacts};
use adit_facts::choose::portfolio_file::{Own, PortfolioFile, Project};
use adit_facts::finding::Finding;
use adit_facts::study::Datum;
use adit_number::Ranged;

use super::candidates::{Candidate, Course, Figure, Figures, Fund, Instrument, Objective, Output, Payment, Portfolio};
use crate::chain::consumption::Balance;
use crate::workings::{Input, Workings, Written, ranged};

mod benchmarks;
mod desk;
mod figures;
mod limits;

use desk::Desk;

/// Gives the private net present value of a project at its start without public money, where it can be appraised.
pub type Appraised<'a> = &'a dyn Fn(&str) -> Option<Figure>;

/// Joins a portfolio file with the facts. `id` names the portfolio, `file` the file in findings; `balance` answers route
/// (b) of consumption. Each figure goes into `workings` under its id.
///
/// # Errors
/// Findings at the places of the file, where it names what there is not.
pub fn gather(
    package: &Package,
    read: &PortfolioFile,
    (id, file): (&str, &str),
    balance: Balance<'_>,
    appraised: Appraised<'_>,
    workings: &mut Workings,
) -> Result<Portfolio, Vec<Finding>> {
    let desk = Desk { portfolio: id.to_owned(), file: file.to_owned(), workings };
    let mut gatherer = Gatherer { package, read, appraised, desk, findings: Vec::new(), missing: Vec::new() };
    let facts = package.projects();
    let rows = package.project_capacities();
    let mut candidates = Vec::with_capacity(read.projects.len());
    let funds: Vec<Fund> =
        read.budgets.iter().map(|one| Fund { id: one.fund.clone(), name: one.name.clone() }).collect();
    let instruments = instruments(read);
    gatherer.desk.money(read);
    for project in &read.projects {
        let known = facts.iter().find(|one| one.id == project.id);
        let rows: Vec<&ProjectCapacityFacts> = rows.iter().filter(|row| row.project == project.id).collect();
        candidates.extend(gatherer.candidate(project, known, &rows, &instruments));
    }
    let benchmarks = benchmarks::of(&mut gatherer, &candidates, balance);
    let objective = limits::objective(&mut gatherer);
    let mut portfolio = Portfolio {
        id: id.to_owned(),
        name: read.name.clone(),
        first: read.first,
        last: read.last,
        discount: read.discount,
        candidates,
        instruments,
        funds,
        benchmarks,
        limits: Vec::new(),
        objective: objective.unwrap_or(Objective { sense: crate::problem::Sense::Maximise, terms: Vec::new() }),
        missing: Vec::new(),
    };
    if gatherer.findings.is_empty() {
        portfolio.limits = limits::of(&mut gatherer, &portfolio);
    }
    if gatherer.findings.is_empty() {
        portfolio.missing = gatherer.missing;
        return Ok(portfolio);
    }
    Err(gatherer.findings.into_iter().map(|finding| finding.in_file(file)).collect())
}

fn instruments(read: &PortfolioFile) -> Vec<Instrument> {
    let fund = |id: &str| read.budgets.iter().position(|budget| budget.fund == id);
    let of = |one: &adit_facts::choose::portfolio_file::Instrument| {
        Some(Instrument {
            id: one.id.clone(),
            kind: one.kind.clone(),
            intensity: one.intensity,
            cost: one.cost,
            fund: fund(&one.fund)?,
        })
    };
    read.instruments.iter().filter_map(of).collect()
}

pub(super) struct Gatherer<'a> {
    package: &'a Package,
    read: &'a PortfolioFile,
    appraised: Appraised<'a>,
    desk: Desk<'a>,
    findings: Vec<Finding>,
    missing: Vec<String>,
}

impl Gatherer<'_> {
    fn say(&mut self, code: &'static str, says: String, hint: impl Into<String>, (line, column): (u64, u64)) {
        self.findings.push(Finding::error(code, says).hint(hint).at(line, column));
    }

    /// The id of a material, however it is written.
    fn material(&mut self, text: &str, at: (u64, u64)) -> Option<String> {
        let words = self.package.vocabulary();
        let found = words.find_material(text).map(|material| words.material(material).id.clone());
        if found.is_none() {
            let ids = words.materials().map(|(_, entry)| entry.id.as_str());
            let hint =
                adit_facts::suggest::hint(text, ids, "write the id of a material, as `adit materials` lists them");
            self.say("portfolio.unknown-id", format!("there is no material {text}"), hint, at);
        }
        found
    }

    fn stage(&mut self, text: &str, at: (u64, u64)) -> Option<ChainStage> {
        let found = ChainStage::parse(text);
        if found.is_none() {
            let ids = ChainStage::ALL.map(ChainStage::id);
            let hint = adit_facts::suggest::hint(text, ids, &format!("write one of {}", ids.join(", ")));
            self.say("portfolio.unknown-word", format!("there is no stage {text}"), hint, at);
        }
        found
    }

    fn candidate(
        &mut self,
        project: &Project,
        known: Option<&ProjectFacts>,
        rows: &[&ProjectCapacityFacts],
        instruments: &[Instrument],
    ) -> Option<Candidate> {
        let words = self.package.vocabulary();
        let stated = known.map(|known| words.country(known.country).id.clone());
        let Some(country) = project.country.clone().or(stated) else {
            let says = format!("project {} is not in the facts and has no country", project.id);
            let ids: Vec<String> = self.package.projects().into_iter().map(|known| known.id).collect();
            let otherwise = "write country, output and capex for a project of your own";
            let hint = adit_facts::suggest::hint(&project.id, ids.iter().map(String::as_str), otherwise);
            self.say("portfolio.unknown-id", says, hint, project.at);
            return None;
        };
        let stage = project
            .outputs
            .first()
            .and_then(|flow| ChainStage::parse(&flow.stage))
            .or_else(|| rows.first().map(|row| row.stage))
            .unwrap_or(ChainStage::Processing);
        let build = self.build(project, stage);
        let outputs = self.outputs(project, rows, build);
        let outputs = self.desk.flows(&project.id, "", outputs);
        let feeds = self.flows(project, &project.feeds, build);
        let feeds = self.desk.flows(&project.id, "feed-", feeds);
        let figures = self.figures(project, known, &outputs);
        let row = rows.iter().find(|row| row.nuts2.is_some());
        let region = project.region.clone().or_else(|| row.and_then(|row| row.nuts2.clone()));
        let point = rows.iter().find_map(|row| Some((row.lat?.number.value, row.lon?.number.value)));
        if outputs.is_empty() {
            self.missing.push(format!("{}: no tonnes are published; it counts for no benchmark", project.id));
        }
        let union = self.package.vocabulary().find_country(&country).is_some_and(|found| {
            let entry = self.package.vocabulary().country(found);
            entry.eu_from.is_some() && entry.eu_to.is_none()
        });
        let courses = self.courses(project, &figures, build, instruments);
        Some(Candidate {
            name: project.name.clone().or_else(|| known.map(|known| known.name.clone())).unwrap_or(project.id.clone()),
            id: project.id.clone(),
            region: region.unwrap_or_else(|| country.clone()),
            country,
            union,
            point,
            least: project.size.0,
            most: project.size.1,
            build,
            figures,
            outputs,
            feeds,
            courses,
        })
    }

    /// Whole years of construction.
    fn build(&mut self, project: &Project, stage: ChainStage) -> i32 {
        let stated = project.build.map(|years| self.line(&format!("build of {}", project.id), years, "a", project.at));
        let known = || self.package.appraisal_input(&project.id, "construction-years").and_then(|input| input.value);
        let years = stated
            .or_else(|| known().map(fact))
            .or_else(|| self.assumed(&format!("construction-years/{stage}")))
            .unwrap_or_else(|| otherwise("Years of construction, where nothing is known", 2.0, "a"));
        #[expect(clippy::cast_possible_truncation, reason = "bounded to a few decades")]
        let whole = years.value().ceil().clamp(1.0, 30.0) as i32;
        self.desk.years(&format!("{}/build-years", project.id), "Whole years of construction", f64::from(whole), years);
        whole
    }

    fn assumed(&self, id: &str) -> Option<Figure> {
        let found = self.package.assumption(id)?;
        let number = Ranged::new(found.value.number.value, found.low, found.high);
        Some(Figure { number, input: Input::Fact(found.value), assumed: true })
    }

    fn outputs(&mut self, project: &Project, rows: &[&ProjectCapacityFacts], build: i32) -> Vec<Timed> {
        if !project.outputs.is_empty() {
            return self.flows(project, &project.outputs, build);
        }
        let words = self.package.vocabulary();
        let of = |row: &&&ProjectCapacityFacts| {
            let tonnes = row.contained.filter(|_| row.source_kind.is_fact())?;
            let ramp = self.ramp(row.ramp.map(fact), row.stage);
            let output = Output {
                material: words.material(row.material).id.clone(),
                stage: row.stage,
                tonnes: fact(tonnes),
                delay: f64::from(build),
                ramp: ramp.value(),
            };
            Some(Timed { output, delay: None, ramp })
        };
        rows.iter().filter_map(|row| of(&row)).collect()
    }

    fn ramp(&self, stated: Option<Figure>, stage: ChainStage) -> Figure {
        let otherwise = || otherwise("Years to full output, where nothing is known", 1.0, "a");
        stated.or_else(|| self.assumed(&format!("ramp-years/{stage}"))).unwrap_or_else(otherwise)
    }

    fn flows(
        &mut self,
        project: &Project,
        flows: &[adit_facts::choose::portfolio_file::Flow],
        build: i32,
    ) -> Vec<Timed> {
        let mut outputs = Vec::with_capacity(flows.len());
        for flow in flows {
            let (Some(material), Some(stage)) =
                (self.material(&flow.material, flow.at), self.stage(&flow.stage, flow.at))
            else {
                continue;
            };
            let of = |what: &str| format!("{what} of {} at {}", material, project.id);
            let delay = flow.delay.map(|years| self.line(&of("delay"), years, "a", flow.at));
            let ramp = self.ramp(flow.ramp.map(|years| self.line(&of("ramp"), years, "a", flow.at)), stage);
            let output = Output {
                tonnes: self.own(&format!("{material}, {stage}, of {}", project.id), &flow.tonnes, "t/a"),
                delay: flow.delay.unwrap_or(f64::from(build)),
                ramp: ramp.value(),
                material,
                stage,
            };
            outputs.push(Timed { output, delay, ramp });
        }
        outputs
    }

    /// All ways in which a project can be built: each start year with each instrument.
    fn courses(&mut self, project: &Project, figures: &Figures, build: i32, instruments: &[Instrument]) -> Vec<Course> {
        let capex = figures.capex.as_ref().map(Figure::value);
        let public = project.figures.iter().find(|(name, _)| *name == "public").map(|(_, own)| own.value);
        let mut courses = Vec::new();
        if capex.is_none() && public.is_none() && project.instruments.iter().any(Option::is_some) {
            self.missing
                .push(format!("{}: no investment is known, so that no instrument covers a part of it", project.id));
        }
        let npv = figures.npv.as_ref().map_or(0.0, Figure::value);
        for start in project.start.0..=project.start.1 {
            for name in &project.instruments {
                let place = name.as_ref().and_then(|name| instruments.iter().position(|one| one.id == *name));
                let mut payments = Vec::new();
                if let Some(instrument) = place.map(|place| &instruments[place]) {
                    let covered = capex.map(|capex| capex * instrument.intensity * instrument.cost);
                    let Some(amount) = public.or(covered) else { continue };
                    let amount = amount / f64::from(build);
                    payments.extend((start..start + build).map(|year| Payment { fund: instrument.fund, year, amount }));
                }
                let at_first =
                    |year: i32, amount: f64| amount * (1.0 + self.read.discount).powi(self.read.first - year);
                let received: f64 = payments.iter().map(|paid| at_first(paid.year, paid.amount)).sum();
                courses.push(Course { start, instrument: place, npv: at_first(start, npv) + received, payments });
            }
        }
        courses
    }
}

/// A fact as a figure.
fn fact(datum: Datum) -> Figure {
    Figure { number: ranged(&datum), input: Input::Fact(datum), assumed: false }
}

/// A number of the calculation itself, where neither file nor facts nor assumptions have one.
fn otherwise(label: &str, value: f64, unit: &'static str) -> Figure {
    let input = Input::Stated { label: label.to_owned(), value, unit, id: None };
    Figure { number: Ranged::point(value), input, assumed: true }
}

/// An output or a feed with where its years come from; without a delay it begins when construction ends.
pub(super) struct Timed {
    output: Output,
    delay: Option<Figure>,
    ramp: Figure,
}

impl Gatherer<'_> {
    /// A figure of the file. Without low or high it has no range of its own.
    fn own(&self, label: &str, own: &Own, unit: &'static str) -> Figure {
        let number = Ranged::new(own.value, own.low.unwrap_or(own.value), own.high.unwrap_or(own.value));
        let written = Written {
            source: own.source.clone(),
            assumption: own.assumption.clone(),
            ..self.desk.written(label, own.value, unit, own.at)
        };
        Figure { input: Input::Written(Box::new(Written { number, ..written })), number, assumed: own.assumed() }
    }

    /// A number of the file that has no reason of its own: an assumption.
    fn line(&self, label: &str, value: f64, unit: &'static str, at: (u64, u64)) -> Figure {
        let written = self.desk.written(label, value, unit, at);
        Figure { number: written.number, input: Input::Written(Box::new(written)), assumed: true }
    }
}
