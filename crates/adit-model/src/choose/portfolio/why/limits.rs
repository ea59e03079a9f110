//! What each rule comes to, what it allows, and what it costs.

use adit_number::Ranged;

use super::{Writer, stated};
use crate::choose::portfolio::candidates::{LimitRule, Pick};
use crate::choose::portfolio::check::Use;
use crate::choose::portfolio::rules::{COSTS, LIMIT, NET_FEED, PRICE, USED, WORTH};
use crate::workings::{Input, Worked, Working, Written};

impl Writer<'_> {
    /// What the chosen set uses of a rule.
    pub fn used(&mut self, of: &Use) -> Worked {
        let limit = &self.of.portfolio.limits[of.limit];
        let inputs = self.behind(of);
        let id = self.id("used", &[&limit.slug()]);
        let place = of.place.as_ref().map(|place| format!(", in {place}")).unwrap_or_default();
        let label = format!("{}: what the set comes to{place}{}", limit.name, super::in_year(of.year));
        self.number(id, label, Ranged::point(of.used), (&USED, of.unit), inputs)
    }

    fn behind(&mut self, of: &Use) -> Vec<Input> {
        let portfolio = self.of.portfolio;
        let all = self.of.choice.picks.clone();
        let among = |these: &[usize]| -> Vec<Pick> {
            all.iter().filter(|pick| these.contains(&pick.candidate)).copied().collect()
        };
        match &portfolio.limits[of.limit].rule {
            LimitRule::Budget { fund, year, .. } => vec![self.fund(*fund, *year).input()],
            LimitRule::Benchmark { benchmark, year, .. } => {
                let shares = self.benchmark(&portfolio.benchmarks[*benchmark], *year);
                shares.map(|[_, after]| after.input()).into_iter().collect()
            }
            LimitRule::Measure { measure, scope, .. } => vec![self.total(*measure, scope, of.year).input()],
            LimitRule::Fairness { .. } => {
                of.place.clone().map(|place| self.public_share(&place).input()).into_iter().collect()
            }
            LimitRule::Feed { material, stages, .. } => {
                let year = of.year.unwrap_or(portfolio.last);
                let mut inputs = Vec::new();
                for pick in &all {
                    inputs.extend(self.net_feed(pick, (material, stages), year));
                }
                inputs
            }
            LimitRule::Include(candidate) | LimitRule::Exclude(candidate) => self.all_started(&among(&[*candidate])),
            LimitRule::Prerequisite { candidate, needs } => self.all_started(&among(&[*candidate, *needs])),
            LimitRule::Exclusion { candidates, .. } => self.all_started(&among(candidates)),
            LimitRule::Return { scope, .. } => {
                let picks = self.picks(scope);
                picks.iter().map(|pick| self.course_npv(pick).input()).collect()
            }
            LimitRule::SupplyRisk { material, year, .. } => {
                self.supply_risk(material, *year).map(|risk| risk.input()).into_iter().collect()
            }
        }
    }

    fn all_started(&self, picks: &[Pick]) -> Vec<Input> {
        picks.iter().map(|pick| self.started(pick)).collect()
    }

    /// What a pick needs of a material from some stages, less what it makes at them; nothing where it does neither.
    fn net_feed(
        &mut self,
        pick: &Pick,
        (material, stages): (&str, &[adit_facts::chain::ChainStage]),
        year: i32,
    ) -> Option<Input> {
        let candidate = self.candidate(pick);
        let start = candidate.courses[pick.course].start;
        let meant = |flow: &super::super::Output| flow.material == material && stages.contains(&flow.stage);
        let tonnes = |flows: &[super::super::Output]| -> f64 {
            let of = |flow: &super::super::Output| pick.size * flow.tonnes.value() * flow.part(start, year);
            flows.iter().filter(|flow| meant(flow)).map(of).sum()
        };
        let mut inputs = self.flows(pick, "feed-", &candidate.feeds, meant, year);
        inputs.extend(self.flows(pick, "", &candidate.outputs, meant, year));
        if inputs.is_empty() {
            return None;
        }
        let id = self.id("net-feed", &[&candidate.id, material, &year.to_string()]);
        let label = format!("What {} needs of {material}, less what it makes, {year}", candidate.name);
        let number = Ranged::point(tonnes(&candidate.feeds) - tonnes(&candidate.outputs));
        Some(self.number(id, label, number, (&NET_FEED, "t/a"), inputs).input())
    }

    /// What a rule allows or asks: the line of the file, or the question that moved it.
    pub fn limit(&mut self, of: &Use) -> Worked {
        let limit = &self.of.portfolio.limits[of.limit];
        let value = of.bound.value();
        let stands = self.of.stated.limits.iter().any(|other| other.name == limit.name && other.rule == limit.rule);
        let input = if stands && limit.at.0 > 0 {
            Input::Written(Box::new(Written {
                label: limit.name.clone(),
                number: Ranged::point(value),
                unit: of.unit,
                source: None,
                assumption: Some("a rule or budget of the portfolio".to_owned()),
                file: self.of.file.to_owned(),
                line: limit.at.0,
            }))
        } else {
            stated(&format!("{}, as the question has it", limit.name), value, of.unit)
        };
        let id = self.id("limit", &[&limit.slug()]);
        let label = format!("{}: what is allowed or asked", limit.name);
        self.number(id, label, Ranged::point(value), (&LIMIT, of.unit), vec![input])
    }

    /// What a rule costs: from the objective and that with the looser limit; from what leaves room where it does.
    pub fn price(&mut self, of: &Use, value: f64, looser: Option<&Worked>) -> Worked {
        let name = self.of.portfolio.limits[of.limit].name.clone();
        let objective = self.objective();
        let inputs = match looser {
            Some(looser) => vec![objective.input(), looser.input()],
            None => vec![self.used(of).input(), self.limit(of).input()],
        };
        let unit = self.unit_of(&objective);
        let id = self.id("price", &[&self.of.portfolio.limits[of.limit].slug()]);
        let label = format!("{name}: what loosening it by one unit changes");
        self.number(id, label, Ranged::point(value), (&PRICE, unit), inputs)
    }

    /// What the objective loses when a chosen candidate is held out (`worth`) or another forced in (`costs`), from the
    /// objective of the set that was chosen then.
    pub fn loses(&mut self, candidate: usize, value: f64, other: &Worked) -> Worked {
        let name = &self.of.portfolio.candidates[candidate];
        let (word, rule, how) = match self.of.choice.pick(candidate) {
            Some(_) => ("worth", &WORTH, "without"),
            None => ("costs", &COSTS, "with"),
        };
        let objective = self.objective();
        let unit = self.unit_of(&objective);
        let id = self.id(word, &[&name.id]);
        let label = format!("What the objective loses {how} {}, all else chosen anew", name.name);
        let inputs = vec![objective.input(), other.input()];
        self.number(id, label, Ranged::point(value), (rule, unit), inputs)
    }

    fn unit_of(&self, number: &Worked) -> &'static str {
        self.workings.get(&number.id).map_or("1", Working::unit)
    }
}
