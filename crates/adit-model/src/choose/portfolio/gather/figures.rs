//! What a candidate brings and takes: as the file states it, else as the facts have it.

use adit_facts::chain::ProjectFacts;
use adit_facts::choose::portfolio_file::Project;
use adit_facts::study::Datum;
use adit_number::Ranged;

use super::{Gatherer, fact};
use crate::choose::portfolio::candidates::{Figure, Figures, Output};
use crate::choose::portfolio::rules::{CARBON, CONSTRUCTION_JOBS};
use crate::workings::{Input, ranged};

impl Gatherer<'_> {
    pub(super) fn figures(&mut self, project: &Project, known: Option<&ProjectFacts>, outputs: &[Output]) -> Figures {
        let stated = |this: &Self, name: &str, unit: &'static str| {
            let (name, figure) = project.figures.iter().find(|(known, _)| *known == name)?;
            Some(this.own(&format!("{name} of {}", project.id), figure, unit))
        };
        let capex = stated(self, "capex", "million EUR")
            .or_else(|| self.appraisal(&project.id, "capex"))
            .or_else(|| known.and_then(|known| known.capex).map(fact));
        let npv = stated(self, "npv", "million EUR").or_else(|| (self.appraised)(&project.id));
        let water = stated(self, "water", "m3/a").or_else(|| self.impact(&project.id, "water"));
        let land = stated(self, "land", "ha").or_else(|| self.impact(&project.id, "land"));
        let jobs = stated(self, "jobs", "jobs")
            .or_else(|| self.appraisal(&project.id, "jobs-operation"))
            .or_else(|| known.and_then(|known| known.jobs).map(fact));
        let construction =
            stated(self, "construction-jobs", "jobs").or_else(|| self.appraisal(&project.id, "jobs-construction"));
        let public = stated(self, "public", "million EUR");
        let carbon = stated(self, "carbon", "t CO2-eq/a");
        let mut write = |key: &str, what: &str, figure: Option<Figure>, unit: &'static str| {
            let label = format!("{what} of {}", project.id);
            figure.map(|figure| self.desk.figure(&format!("{}/{key}", project.id), &label, figure, unit))
        };
        write("public", "Public money", public, "million EUR");
        let mut figures = Figures {
            capex: write("capex", "Investment", capex, "million EUR"),
            npv: write("npv", "Private net present value without public money", npv, "million EUR"),
            carbon: write("carbon", "Greenhouse gases in full operation", carbon, "t CO2-eq/a"),
            water: write("water", "Water withdrawn in full operation", water, "m3/a"),
            land: write("land", "Land taken", land, "ha"),
            jobs: write("jobs", "Jobs in full operation", jobs, "jobs"),
            construction_jobs: write("construction-jobs", "Jobs in each year of construction", construction, "jobs"),
        };
        figures.carbon = figures.carbon.take().or_else(|| self.carbon(&project.id, outputs));
        figures.construction_jobs = match figures.construction_jobs.take() {
            None => figures.jobs.as_ref().and_then(|jobs| self.times_jobs(&project.id, jobs)),
            known => known,
        };
        let missing =
            [("investment is", &figures.capex), ("net present value is", &figures.npv), ("jobs are", &figures.jobs)];
        for (what, _) in missing.iter().filter(|(_, figure)| figure.is_none()) {
            self.missing.push(format!("{}: no {what} known; it counts nothing", project.id));
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

    fn times_jobs(&mut self, project: &str, jobs: &Figure) -> Option<Figure> {
        let factor = self.assumed("jobs-construction-factor/default")?;
        let number = jobs.number * factor.number;
        let (path, label) =
            (format!("{project}/construction-jobs"), format!("Jobs in each year of construction of {project}"));
        let inputs = vec![jobs.input.clone(), factor.input];
        let input = self.desk.derived(&path, &label, (number, "jobs"), &CONSTRUCTION_JOBS, inputs);
        Some(Figure { number, input, assumed: true })
    }

    /// A figure of a year in a unit without "per": water in cubic metres, land in hectares.
    fn impact(&self, project: &str, which: &str) -> Option<Figure> {
        let impacts = self.package.project_impacts(project);
        impacts.into_iter().find(|one| one.impact.id() == which && one.per.is_none()).map(|one| fact(one.value))
    }

    /// Tonnes of CO2 equivalent a year: those of a kilogram of product times the product that holds the last output.
    fn carbon(&mut self, project: &str, outputs: &[Output]) -> Option<Figure> {
        let impacts = self.package.project_impacts(project);
        let found = impacts.into_iter().find(|one| one.impact.id() == "carbon" && one.per.is_some())?;
        let output = outputs.last()?;
        let contained = found.contained.map_or(1.0, |datum| datum.number.value);
        let product = output.tonnes.number / Ranged::point(contained);
        let end = |end: Option<Datum>, other: f64| end.map_or(other, |datum| datum.number.value);
        let value = ranged(&found.value);
        let of_a_tonne = Ranged::new(value.value, end(found.low, value.low()), end(found.high, value.high()));
        let number = product * of_a_tonne;
        let (path, label) = (format!("{project}/carbon"), format!("Greenhouse gases in full operation of {project}"));
        let inputs =
            [Some(output.tonnes.input.clone()), found.contained.map(Input::Fact), Some(Input::Fact(found.value))];
        let inputs = inputs.into_iter().flatten().collect();
        let input = self.desk.derived(&path, &label, (number, "t CO2-eq/a"), &CARBON, inputs);
        Some(Figure { number, input, assumed: false })
    }
}
