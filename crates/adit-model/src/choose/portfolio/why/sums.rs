//! Sums over the chosen set: measures, money, benchmarks, the objective.

use adit_number::Ranged;

use super::{Counted, Writer, in_year, scope_words, stated, year_words};
use crate::choose::portfolio::candidates::{Benchmark, Choice, Pick, Portfolio, Scope};
use crate::choose::portfolio::check::{measured, points};
use crate::choose::portfolio::measure::Measure;
use crate::choose::portfolio::rules::{ADDED, CONTRIBUTES, FUND, OBJECTIVE, PART, POINTS, PRIVATE, RISK, SHARE, TOTAL};
use crate::workings::{Input, Worked};

impl<'a> Writer<'a> {
    /// A measure over a scope: in a year, or over the plan.
    pub fn total(&mut self, of: Measure, scope: &Scope, year: Option<i32>) -> Worked {
        let words = scope_words(self.of.portfolio, scope);
        let id = self.id("total", &[of.word(), &words, &year_words(year)]);
        let where_ = if words.is_empty() { String::new() } else { format!(", {}", words.replace('/', ", ")) };
        let label = format!("{}{where_}{}", words_of(of), in_year(year));
        if of == Measure::SupplyRisk {
            return self.fall(id, label);
        }
        let value = measured(self.of.portfolio, self.of.choice, of, scope, year);
        if of == Measure::Points {
            let inputs = self.points(year);
            return self.number(id, label, Ranged::point(value), (&TOTAL, of.unit()), inputs);
        }
        let parts: Vec<Worked> = self.picks(scope).iter().map(|pick| self.brings(pick, of, scope, year)).collect();
        let low: f64 = parts.iter().map(|part| part.value() - part.number.low()).sum();
        let high: f64 = parts.iter().map(|part| part.number.high() - part.value()).sum();
        let number = Ranged::new(value, value - low, value + high);
        let inputs = parts.iter().map(Worked::input).collect();
        self.number(id, label, number, (&TOTAL, of.unit()), inputs)
    }

    /// Points by benchmark in a year; without one, the totals of all years.
    fn points(&mut self, year: Option<i32>) -> Vec<Input> {
        let Some(year) = year else {
            let years = self.of.portfolio.years();
            return years.map(|year| self.total(Measure::Points, &Scope::default(), Some(year)).input()).collect();
        };
        let Ok(place) = usize::try_from(year - self.of.portfolio.first) else { return Vec::new() };
        let points = points(self.of.portfolio, self.of.choice);
        let benchmarks: &'a [Benchmark] = &self.of.portfolio.benchmarks;
        let mut inputs = Vec::new();
        for (benchmark, years) in benchmarks.iter().zip(&points) {
            let path = [benchmark.material.as_str(), &benchmark.stage.to_string(), &year.to_string()].join("/");
            let id = self.id("points", &[&path]);
            let label = format!("Points of {}, {}, {year}", benchmark.material, benchmark.stage);
            let parts =
                vec![self.added(benchmark, year).input(), self.stands(&path), self.consumption(benchmark, year)];
            let aim = stated("The benchmark of Art. 5(1)(a)", benchmark.aim, "share");
            let parts = parts.into_iter().chain([aim]).collect();
            inputs.push(
                self.number(id, label, Ranged::point(years[place]), (&POINTS, "percentage points"), parts).input(),
            );
        }
        inputs
    }

    fn stands(&self, path: &str) -> Input {
        Input::Number(format!("choose.stands/{}/{path}", self.of.portfolio.id))
    }

    fn consumption(&self, of: &Benchmark, year: i32) -> Input {
        Input::Number(format!("choose.consumption/{}/{}/{year}", self.of.portfolio.id, of.material))
    }

    /// Tonnes in the processed form that the set adds towards a benchmark in a year.
    pub fn added(&mut self, of: &Benchmark, year: i32) -> Worked {
        let scope = of.scope();
        let value = of.recovery * measured(self.of.portfolio, self.of.choice, Measure::Tonnes, &scope, Some(year));
        let id = self.id("added", &[&of.material, &of.stage.to_string(), &year.to_string()]);
        let picks = self.picks(&scope);
        let mut inputs: Vec<Input> =
            picks.iter().map(|pick| self.brings(pick, Measure::Tonnes, &scope, Some(year)).input()).collect();
        let recovery = format!("choose.recovery/{}/{}/{}", self.of.portfolio.id, of.material, of.stage);
        inputs.push(Input::Number(recovery));
        let label = format!("What the set adds of {}, {}, {year}", of.material, of.stage);
        self.number(id, label, Ranged::point(value), (&ADDED, "t/a"), inputs)
    }

    /// The share of consumption of a benchmark in a year, without the set and with it.
    pub fn benchmark(&mut self, of: &Benchmark, year: i32) -> Option<[Worked; 2]> {
        let place = usize::try_from(year - self.of.portfolio.first).ok()?;
        let &(consumption, stands) = of.years.get(place).filter(|(consumption, _)| *consumption > 0.0)?;
        let path = [of.material.as_str(), &of.stage.to_string(), &year.to_string()].join("/");
        let added = self.added(of, year);
        let (before, after) = (self.id("before", &[&path]), self.id("benchmark", &[&path]));
        let label = |word: &str| format!("Share of {}, {}, {year}, {word} the set", of.material, of.stage);
        let used = self.consumption(of, year);
        let inputs = vec![self.stands(&path), used.clone()];
        let number = Ranged::point(stands / consumption);
        let before = self.number(before, label("without"), number, (&SHARE, "share"), inputs);
        let inputs = vec![self.stands(&path), added.input(), used];
        let number = Ranged::point((stands + added.value()) / consumption);
        let after = self.number(after, label("with"), number, (&SHARE, "share"), inputs);
        Some([before, after])
    }

    /// What a fund pays, in a year or in all.
    pub fn fund(&mut self, fund: usize, year: Option<i32>) -> Worked {
        let of = &self.of.portfolio.funds[fund];
        let id = self.id("fund", &[&of.id, &year_words(year)]);
        let picks = self.of.choice.picks.clone();
        let meant =
            |payment: &super::super::Payment| payment.fund == fund && year.is_none_or(|year| year == payment.year);
        let inputs = picks.iter().flat_map(|pick| self.payments(pick, meant)).collect();
        let value = paid(self.of.portfolio, self.of.choice, fund, year);
        let label = format!("What {} pays{}", of.name, in_year(year));
        self.number(id, label, Ranged::point(value), (&FUND, "million EUR"), inputs)
    }

    /// Private capital in a year: the investment of the set less what all funds pay.
    pub fn private_in(&mut self, year: i32, value: f64) -> Worked {
        let capex = self.total(Measure::Capex, &Scope::default(), Some(year));
        let funds = 0..self.of.portfolio.funds.len();
        let mut inputs = vec![capex.input()];
        inputs.extend(funds.map(|fund| self.fund(fund, Some(year)).input()));
        let id = self.id("private", &[&year.to_string()]);
        let label = format!("Private capital, {year}");
        self.number(id, label, Ranged::point(value), (&PRIVATE, "million EUR"), inputs)
    }

    /// The part of the public money that goes to a place.
    pub fn public_share(&mut self, place: &str) -> Worked {
        let scope = Scope { places: vec![place.to_owned()], ..Scope::default() };
        let all = self.total(Measure::Public, &Scope::default(), None);
        let there = self.total(Measure::Public, &scope, None);
        let value = if all.value() > 0.0 { there.value() / all.value() } else { 0.0 };
        let id = self.id("public-share", &[place]);
        let label = format!("Part of the public money that goes to {place}");
        let inputs = vec![there.input(), all.input()];
        self.number(id, label, Ranged::point(value), (&PART, "share"), inputs)
    }

    /// The objective, from its terms.
    pub fn objective(&mut self) -> Worked {
        let terms = &self.of.portfolio.objective.terms;
        let mut inputs = Vec::new();
        let mut unit = "1";
        for term in terms {
            inputs.push(self.total(term.measure, &term.scope, term.year).input());
            if term.weight != 1.0 {
                inputs.push(stated(&format!("Weight of {}", term.measure.word()), term.weight, "1"));
            }
            unit = if terms.len() == 1 { term.measure.unit() } else { "1" };
        }
        let id = self.id("objective", &[]);
        let label = "The objective of the chosen set".to_owned();
        self.number(id, label, Ranged::point(self.of.checked.objective), (&OBJECTIVE, unit), inputs)
    }

    /// What the objective loses if a pick is taken out and nothing else changes.
    pub fn contributes(&mut self, pick: &Pick) -> Worked {
        let candidate = self.candidate(pick);
        let objective = self.objective();
        let unit = self.workings.get(&objective.id).map_or("1", crate::workings::Working::unit);
        let rest = without(self.of.choice, pick);
        let mut checked = self.of.checked.clone();
        checked.objective = plain_objective(self.of.portfolio, &rest);
        let words = format!("{}/out/{}", self.path, candidate.id);
        let of = Counted { choice: &rest, checked: &checked, ..self.of };
        let other = Writer { of, path: words, workings: self.workings }.objective();
        let id = self.id("contributes", &[&candidate.id]);
        let label = format!("What the objective loses without {}, all else as it is", candidate.name);
        let value = contribution(self.of.portfolio, self.of.choice, pick);
        let inputs = vec![objective.input(), other.input()];
        self.number(id, label, Ranged::point(value), (&CONTRIBUTES, unit), inputs)
    }

    /// The fall of the supply risk, from the supply risk of each material with nothing chosen and with the set.
    fn fall(&mut self, id: String, label: String) -> Worked {
        let risk = self.of.risk;
        let of: Vec<(String, i32)> = risk.map_or_else(Vec::new, |risk| risk.materials().to_vec());
        let mut inputs = Vec::new();
        for (material, year) in &of {
            let before = risk.and_then(|risk| risk.supply_risk(self.of.portfolio, &Choice::default(), material, *year));
            inputs.extend(before.map(|before| {
                let label = format!("Supply risk of {material} with nothing chosen");
                Input::Stated { label, value: before, unit: "SR", id: None }
            }));
            inputs.extend(self.supply_risk(material, *year).map(|after| after.input()));
        }
        let value = risk.map_or(f64::NAN, |risk| risk.fall(self.of.portfolio, self.of.choice));
        self.number(id, label, Ranged::point(value), (&TOTAL, "SR"), inputs)
    }

    /// The supply risk of a material in a year with the set, exactly.
    pub fn supply_risk(&mut self, material: &str, year: i32) -> Option<Worked> {
        let value = self.of.risk?.supply_risk(self.of.portfolio, self.of.choice, material, year)?;
        let scope = Scope { materials: vec![material.to_owned()], union: true, ..Scope::default() };
        let picks = self.picks(&scope);
        let mut inputs: Vec<Input> =
            picks.iter().map(|pick| self.brings(pick, Measure::Tonnes, &scope, Some(year)).input()).collect();
        let before = self.of.risk?.supply_risk(self.of.portfolio, &Choice::default(), material, year)?;
        inputs.push(stated(&format!("Supply risk of {material} with nothing chosen"), before, "SR"));
        let id = self.id("supply-risk", &[material, &year.to_string()]);
        let label = format!("Supply risk of {material} with the set, {year}");
        Some(self.number(id, label, Ranged::point(value), (&RISK, "SR"), inputs))
    }
}

/// What a fund pays, in a year or in all, million euro.
pub fn paid(portfolio: &Portfolio, choice: &Choice, fund: usize, year: Option<i32>) -> f64 {
    let of = |pick: &Pick| {
        let payments = &portfolio.candidates[pick.candidate].courses[pick.course].payments;
        let meant = payments.iter().filter(|paid| paid.fund == fund && year.is_none_or(|year| year == paid.year));
        pick.size * meant.map(|paid| paid.amount).sum::<f64>()
    };
    // A sum of nothing is a negative zero otherwise.
    0.0 + choice.picks.iter().map(of).sum::<f64>()
}

fn without(choice: &Choice, pick: &Pick) -> Choice {
    Choice { picks: choice.picks.iter().filter(|other| *other != pick).copied().collect() }
}

/// What the objective loses if a pick is taken out and nothing else changes, without supply risk.
pub fn contribution(portfolio: &Portfolio, choice: &Choice, pick: &Pick) -> f64 {
    plain_objective(portfolio, choice) - plain_objective(portfolio, &without(choice, pick))
}

/// The objective of a choice, without supply risk.
fn plain_objective(portfolio: &Portfolio, choice: &Choice) -> f64 {
    let terms = portfolio.objective.terms.iter();
    terms.map(|term| term.weight * measured(portfolio, choice, term.measure, &term.scope, term.year)).sum()
}

fn words_of(of: Measure) -> &'static str {
    match of {
        Measure::Points => "Benchmark points",
        Measure::SupplyRisk => "Fall of the supply risk",
        Measure::Npv => "Private net present value",
        Measure::Public => "Public money",
        Measure::Capex => "Investment",
        Measure::Carbon => "Greenhouse gases",
        Measure::Water => "Water withdrawn",
        Measure::Land => "Land taken",
        Measure::Jobs => "Jobs in operation",
        Measure::ConstructionJobs => "Jobs in construction",
        Measure::Workforce => "Workforce",
        Measure::Tonnes => "Tonnes contained",
        Measure::Count => "Projects",
    }
}
