//! What a candidate brings and takes: as the file states it, else as the facts have it.

use adit_facts::chain::ProjectFacts;
use adit_facts::choose::portfolio_file::Project;
use adit_facts::study::Datum;
use adit_number::Ranged;

use super::{Gatherer, fact, own};
use crate::choose::portfolio::candidates::{Figure, Figures, Output};
use crate::workings::{Input, ranged};

impl Gatherer<'_> {
    pub(super) fn figures(&mut self, project: &Project, known: Option<&ProjectFacts>, outputs: &[Output]) -> Figures {
        let stated = |name: &str, unit: &'static str| {
            let (name, figure) = project.figures.iter().find(|(known, _)| *known == name)?;
            Some(own(&format!("{name} of {}", project.id), figure, unit))
        };
        let jobs = stated("jobs", "jobs")
            .or_else(|| self.appraisal(&project.id, "jobs-operation"))
            .or_else(|| known.and_then(|known| known.jobs).map(fact));
        let construction = stated("construction-jobs", "jobs")
            .or_else(|| self.appraisal(&project.id, "jobs-construction"))
            .or_else(|| self.times_jobs(&project.id, jobs.as_ref()?));
        let figures = Figures {
            capex: stated("capex", "million EUR")
                .or_else(|| self.appraisal(&project.id, "capex"))
                .or_else(|| known.and_then(|known| known.capex).map(fact)),
            npv: stated("npv", "million EUR").or_else(|| (self.appraised)(&project.id)),
            carbon: stated("carbon", "t CO2-eq/a").or_else(|| self.carbon(&project.id, outputs)),
            water: stated("water", "m3/a").or_else(|| self.impact(&project.id, "water")),
            land: stated("land", "ha").or_else(|| self.impact(&project.id, "land")),
            jobs,
            construction_jobs: construction,
        };
        let missing = [("investment", &figures.capex), ("net present value", &figures.npv), ("jobs", &figures.jobs)];
        for (what, _) in missing.iter().filter(|(_, figure)| figure.is_none()) {
            self.missing.push(format!("{}: no {what} is known; it counts nothing", project.id));
        }
        figures
    }

    /// An input of an appraisal: sourced or a marked assumption.
    fn appraisal(&self, project: &str, input: &str) -> Option<Figure> {
        let found = self.package.appraisal_input(project, input)?;
        let value = found.value?;
        let end = |end: Option<Datum>, other: f64| end.map_or(other, |datum| datum.number.value);
        let number = ranged(&value);
        Some(Figure {
            number: Ranged::new(number.value, end(found.low, number.low()), end(found.high, number.high())),
            input: Input::Fact(value),
            assumed: found.kind == adit_facts::choose::appraisal_inputs::InputKind::Assumption,
        })
    }

    fn times_jobs(&self, project: &str, jobs: &Figure) -> Option<Figure> {
        let factor = self.assumed("jobs-construction-factor/default")?;
        let number = jobs.number * factor.number;
        let label = format!("construction-jobs of {project}: its jobs times the assumed factor of {}", factor.value());
        let input = Input::Stated { label, value: number.value, unit: "jobs", id: None };
        Some(Figure { number, input, assumed: true })
    }

    /// A figure of a year in a unit without "per": water in cubic metres, land in hectares.
    fn impact(&self, project: &str, which: &str) -> Option<Figure> {
        let impacts = self.package.project_impacts(project);
        impacts.into_iter().find(|one| one.impact.id() == which && one.per.is_none()).map(|one| fact(one.value))
    }

    /// Tonnes of CO2 equivalent a year: those of a kilogram of product times the product that holds the last output.
    fn carbon(&self, project: &str, outputs: &[Output]) -> Option<Figure> {
        let impacts = self.package.project_impacts(project);
        let found = impacts.into_iter().find(|one| one.impact.id() == "carbon" && one.per.is_some())?;
        let output = outputs.last()?;
        let contained = found.contained.map_or(1.0, |datum| datum.number.value);
        let product = output.tonnes.number / Ranged::point(contained);
        let end = |end: Option<Datum>, other: f64| end.map_or(other, |datum| datum.number.value);
        let value = ranged(&found.value);
        let of_a_tonne = Ranged::new(value.value, end(found.low, value.low()), end(found.high, value.high()));
        Some(Figure { number: product * of_a_tonne, input: Input::Fact(found.value), assumed: false })
    }
}
