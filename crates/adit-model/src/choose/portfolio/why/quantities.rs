//! What each chosen project brings: its figure, for the part of construction or operation that falls into the year.

use adit_number::Ranged;

use super::{Writer, in_year, scope_words, stated, year_words};
use crate::choose::portfolio::candidates::{Figure, Output, Payment, Pick, Scope, flow_keys};
use crate::choose::portfolio::measure::{self, Measure, Span, building, operating, over_plan};
use crate::choose::portfolio::rules::{BRINGS, BUILDING, COURSE_NPV, PAYMENT, PRIVATE, STANDING};
use crate::workings::{Input, Worked};

impl Writer<'_> {
    /// What a pick brings to a measure.
    pub fn brings(&mut self, pick: &Pick, of: Measure, scope: &Scope, year: Option<i32>) -> Worked {
        let candidate = self.candidate(pick);
        let course = &candidate.courses[pick.course];
        // Only of tonnes does the scope look at parts of a project.
        let words =
            if of == Measure::Tonnes { scope_words(self.of.portfolio, &flows_only(scope)) } else { String::new() };
        let id = self.id("brings", &[&candidate.id, of.word(), &words, &year_words(year)]);
        let full = match year {
            Some(year) => measure::in_year(candidate, course, of, scope, year),
            None => over_plan(self.of.portfolio, candidate, course, of, scope),
        };
        let value = if of == Measure::Count { full } else { full * pick.size };
        let mut inputs = match (year, of.span()) {
            (None, Span::Yearly) => {
                let years = self.of.portfolio.years();
                years.map(|year| self.brings(pick, of, scope, Some(year)).input()).collect()
            }
            _ => self.parts(pick, of, scope, year),
        };
        inputs.extend(size(pick));
        let number = self.bounds(pick, of, scope, year, value);
        let label = format!("{}: {}{}", candidate.name, of.word(), in_year(year));
        self.number(id, label, number, (&BRINGS, of.unit()), inputs)
    }

    /// The same part of the limits of its figures; what is paid has none.
    fn bounds(&self, pick: &Pick, of: Measure, scope: &Scope, year: Option<i32>, value: f64) -> Ranged {
        let candidate = self.candidate(pick);
        let figures = &candidate.figures;
        let point = Ranged::point(value);
        let like = |figure: Option<&Figure>| match figure {
            Some(figure) if figure.value() != 0.0 && value != 0.0 => {
                let part = value / figure.value();
                spread(value, part * figure.number.low(), part * figure.number.high())
            }
            _ => point,
        };
        match of {
            Measure::Npv => figures.npv.as_ref().map_or(point, |npv| {
                let part = self.at_first(candidate.courses[pick.course].start) * pick.size;
                let below = part * (npv.value() - npv.number.low());
                let above = part * (npv.number.high() - npv.value());
                spread(value, value - below, value + above)
            }),
            Measure::Capex => like(figures.capex.as_ref()),
            Measure::Carbon => like(figures.carbon.as_ref()),
            Measure::Water => like(figures.water.as_ref()),
            Measure::Land => like(figures.land.as_ref()),
            Measure::Jobs => like(figures.jobs.as_ref()),
            Measure::ConstructionJobs => like(figures.construction_jobs.as_ref()),
            Measure::Tonnes if year.is_some() => {
                let start = candidate.courses[pick.course].start;
                let year = year.unwrap_or(start);
                let (mut below, mut above) = (0.0, 0.0);
                for output in candidate.outputs.iter().filter(|output| scope.output(output)) {
                    let part = pick.size * output.part(start, year);
                    below += part * (output.tonnes.value() - output.tonnes.number.low());
                    above += part * (output.tonnes.number.high() - output.tonnes.value());
                }
                spread(value, value - below, value + above)
            }
            _ => point,
        }
    }

    fn parts(&mut self, pick: &Pick, of: Measure, scope: &Scope, year: Option<i32>) -> Vec<Input> {
        let candidate = self.candidate(pick);
        let figure = |this: &Self, key: &str| this.figure_or_nothing(&format!("{}/{key}", candidate.id), of.unit());
        let running = |this: &mut Self, key: &str| {
            let year = year.unwrap_or(this.of.portfolio.last);
            vec![figure(this, key), this.operating(pick, year)]
        };
        let under_way = |this: &mut Self, key: &str| {
            let mut inputs = vec![figure(this, key)];
            inputs.extend(year.map(|year| this.building(pick, year)));
            inputs
        };
        match of {
            Measure::Points | Measure::SupplyRisk => Vec::new(),
            Measure::Npv => vec![self.course_npv(pick).input()],
            Measure::Count => vec![self.started(pick)],
            Measure::Public => self.payments(pick, |payment| year.is_none_or(|year| year == payment.year)),
            Measure::Capex => under_way(self, "capex"),
            Measure::ConstructionJobs => under_way(self, "construction-jobs"),
            Measure::Carbon => running(self, "carbon"),
            Measure::Water => running(self, "water"),
            Measure::Jobs => running(self, "jobs"),
            Measure::Land => vec![figure(self, "land"), self.started(pick)],
            Measure::Workforce => {
                let mut inputs = running(self, "jobs");
                inputs.extend(under_way(self, "construction-jobs"));
                inputs
            }
            Measure::Tonnes => {
                let year = year.unwrap_or(self.of.portfolio.last);
                self.flows(pick, "", &candidate.outputs, |output| scope.output(output), year)
            }
        }
    }

    /// Tonnes at full output and the part that stands, of each flow that is meant.
    pub(super) fn flows(
        &mut self,
        pick: &Pick,
        kind: &str,
        flows: &[Output],
        meant: impl Fn(&Output) -> bool,
        year: i32,
    ) -> Vec<Input> {
        let candidate = self.candidate(pick);
        let keys = flow_keys(flows);
        let mut inputs = Vec::new();
        for (flow, key) in flows.iter().zip(&keys).filter(|(flow, _)| meant(flow)) {
            inputs.push(self.figure_or_nothing(&format!("{}/{kind}tonnes/{key}", candidate.id), "t/a"));
            inputs.push(self.standing(pick, flow, (kind, key), year));
        }
        inputs
    }

    fn standing(&mut self, pick: &Pick, flow: &Output, (kind, key): (&str, &str), year: i32) -> Input {
        let candidate = self.candidate(pick);
        let start = candidate.courses[pick.course].start;
        let id = self.id("standing", &[&candidate.id, &format!("{kind}{key}"), &year.to_string()]);
        let of = |what: &str| format!("{}/{kind}{what}/{key}", candidate.id);
        let inputs = vec![
            self.started(pick),
            self.figure_or_nothing(&of("delay-years"), "a"),
            self.figure_or_nothing(&of("ramp-years"), "a"),
        ];
        let label = format!("Part of full output of {} at the end of {year}", candidate.name);
        self.number(id, label, Ranged::point(flow.part(start, year)), (&STANDING, "share"), inputs).input()
    }

    /// The part of full operation: that of the first output.
    fn operating(&mut self, pick: &Pick, year: i32) -> Input {
        let candidate = self.candidate(pick);
        let keys = flow_keys(&candidate.outputs);
        if let Some((output, key)) = candidate.outputs.first().zip(keys.first()) {
            return self.standing(pick, output, ("", key), year);
        }
        let value = operating(candidate, candidate.courses[pick.course].start, year);
        let id = self.id("standing", &[&candidate.id, &year.to_string()]);
        let inputs = vec![self.started(pick), self.build_years(pick)];
        let label = format!("Part of full operation of {}, {year}: all of it after construction", candidate.name);
        self.number(id, label, Ranged::point(value), (&STANDING, "share"), inputs).input()
    }

    fn building(&mut self, pick: &Pick, year: i32) -> Input {
        let candidate = self.candidate(pick);
        let value = building(candidate, candidate.courses[pick.course].start, year);
        let id = self.id("building", &[&candidate.id, &year.to_string()]);
        let inputs = vec![self.started(pick), self.build_years(pick)];
        let label = format!("Part of the construction of {} in {year}", candidate.name);
        self.number(id, label, Ranged::point(value), (&BUILDING, "share"), inputs).input()
    }

    fn build_years(&self, pick: &Pick) -> Input {
        self.figure_or_nothing(&format!("{}/build-years", self.candidate(pick).id), "a")
    }

    pub(super) fn started(&self, pick: &Pick) -> Input {
        let candidate = self.candidate(pick);
        let start = candidate.courses[pick.course].start;
        stated(&format!("{} is chosen to start in", candidate.name), f64::from(start), "year")
    }

    /// The payments of a pick that are meant, each under its id.
    pub(super) fn payments(&mut self, pick: &Pick, meant: impl Fn(&Payment) -> bool) -> Vec<Input> {
        let candidate = self.candidate(pick);
        let course = &candidate.courses[pick.course];
        course.payments.iter().filter(|payment| meant(payment)).map(|payment| self.payment(pick, payment)).collect()
    }

    fn payment(&mut self, pick: &Pick, payment: &Payment) -> Input {
        let candidate = self.candidate(pick);
        let course = &candidate.courses[pick.course];
        let mut inputs = Vec::new();
        if let Some(all) = self.figure(&format!("{}/public", candidate.id)) {
            inputs.push(all);
        } else {
            inputs.push(self.figure_or_nothing(&format!("{}/capex", candidate.id), "million EUR"));
            if let Some(at) = course.instrument {
                let instrument = &self.of.portfolio.instruments[at].id;
                inputs.push(self.figure_or_nothing(&format!("instrument/{instrument}/intensity"), "share"));
                inputs.push(self.figure_or_nothing(&format!("instrument/{instrument}/cost"), "EUR/EUR"));
            }
        }
        inputs.push(self.build_years(pick));
        inputs.extend(size(pick));
        let fund = &self.of.portfolio.funds[payment.fund];
        let id = self.id("payment", &[&candidate.id, &payment.year.to_string()]);
        let label = format!("{} to {}, {}", fund.name, candidate.name, payment.year);
        self.number(id, label, Ranged::point(pick.size * payment.amount), (&PAYMENT, "million EUR"), inputs).input()
    }

    /// The discount factor from a year to the first year of the plan.
    fn at_first(&self, year: i32) -> f64 {
        (1.0 + self.of.portfolio.discount).powi(self.of.portfolio.first - year)
    }

    pub(super) fn course_npv(&mut self, pick: &Pick) -> Worked {
        let candidate = self.candidate(pick);
        let course = &candidate.courses[pick.course];
        let mut inputs =
            vec![self.figure_or_nothing(&format!("{}/npv", candidate.id), "million EUR"), self.started(pick)];
        inputs.extend(self.figure("discount"));
        inputs.extend(self.payments(pick, |_| true));
        let id = self.id("course-npv", &[&candidate.id]);
        let label = format!("Net present value of {} with what it receives, at full size", candidate.name);
        self.number(id, label, Ranged::point(course.npv), (&COURSE_NPV, "million EUR"), inputs)
    }

    /// Private capital of a pick: its investment less what the public pays.
    pub fn private(&mut self, pick: &Pick, value: f64) -> Worked {
        let candidate = self.candidate(pick);
        let public = self.brings(pick, Measure::Public, &Scope::default(), None);
        let capex = self.brings(pick, Measure::Capex, &Scope::default(), None);
        let id = self.id("private", &[&candidate.id]);
        let label = format!("Private capital of {}", candidate.name);
        let inputs = vec![capex.input(), public.input()];
        self.number(id, label, Ranged::point(value), (&PRIVATE, "million EUR"), inputs)
    }
}

/// The part of a scope that looks at outputs.
fn flows_only(scope: &Scope) -> Scope {
    Scope { materials: scope.materials.clone(), stages: scope.stages.clone(), ..Scope::default() }
}

/// A size that is not the whole.
fn size(pick: &Pick) -> Option<Input> {
    (pick.size != 1.0).then(|| stated("Size that is chosen, as a share of the whole", pick.size, "share"))
}

/// A value with its limits, which hold it whatever the signs.
fn spread(value: f64, one: f64, other: f64) -> Ranged {
    Ranged::new(value, one.min(other).min(value), one.max(other).max(value))
}
