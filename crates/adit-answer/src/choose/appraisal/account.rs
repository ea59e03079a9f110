//! The cash flow as a document: years, line items, phases.

use adit_model::choose::appraise::{Appraisal, CashFlow, Line, LineItem, Phase, ProjectPlan};

use super::cash_flow::{AppraisalLine, AppraisalPhase, AppraisalYear};
use super::trail::REAL;
use crate::chain::opened::with_query;

/// The account in one kind of money.
pub(crate) struct Account<'a> {
    /// The plan.
    pub plan: &'a ProjectPlan,
    /// The lines, real or nominal.
    pub flow: &'a CashFlow,
    /// Whether they are nominal.
    nominal: bool,
    /// Discount rate of that money.
    pub rate: f64,
    /// The words of the question, for ids.
    pub query: &'a str,
    /// Years in which something happens: those after the last are left out.
    pub years: usize,
}

impl<'a> Account<'a> {
    /// The account of an appraisal.
    pub fn new(plan: &'a ProjectPlan, appraisal: &'a Appraisal, nominal: bool, rate: f64, query: &'a str) -> Self {
        let flow = if nominal { &appraisal.nominal } else { &appraisal.real };
        let last = flow.lines.iter().rposition(|line| LineItem::ALL.iter().any(|item| item.of(line) != 0.0));
        let busy = flow.phases.iter().rposition(|phase| *phase != Phase::Idle);
        let years = last.max(busy).map_or(0, |last| last + 1);
        Self { plan, flow, nominal, rate, query, years }
    }

    fn lines(&self) -> &[Line<f64>] {
        &self.flow.lines[..self.years]
    }

    /// Id of a line in the money of the account.
    fn id(&self, measure: &str, year: &str) -> String {
        let real = if self.nominal { "" } else { REAL };
        with_query(&format!("{measure}/{}/{year}{real}", self.plan.project), self.query)
    }

    /// What a flow of the first year is worth in the year of the money: more, where that is later.
    fn first_factor(&self) -> f64 {
        let before = self.plan.money_year - self.plan.first_year();
        (0..before).fold(1.0, |factor, _| factor * (1.0 + self.rate))
    }

    /// Year by year.
    pub fn years(&self) -> Vec<AppraisalYear> {
        let mut factor = self.first_factor();
        let mut cumulative = 0.0;
        let of = |(line, phase): (&Line<f64>, &Phase)| {
            let revenue = line.revenue + line.by_products + line.support;
            let tax = line.tax + line.local_taxes;
            cumulative += line.net;
            let discounted = line.net * factor;
            factor /= 1.0 + self.rate;
            AppraisalYear {
                year: year(line.year),
                phase: phase.id().to_owned(),
                revenue,
                cost: revenue - tax - line.net,
                tax,
                net: line.net,
                discounted,
                cumulative,
                p5: None,
                p50: None,
                p95: None,
                why: (line.net != 0.0).then(|| self.id(LineItem::Net.rule().id, &line.year.to_string())),
            }
        };
        self.lines().iter().zip(&self.flow.phases).map(of).collect()
    }

    /// Every line item, after the tonnes of each product.
    pub fn items(&self) -> Vec<AppraisalLine> {
        let products = self.plan.products.iter().enumerate().map(|(at, product)| {
            let values: Vec<f64> = self.flow.tonnes[..self.years].iter().map(|year| year[at]).collect();
            AppraisalLine {
                id: format!("tonnes/{}", product.name),
                name: format!("Tonnes of {}", product.name),
                says: "Tonnes of product that are made".to_owned(),
                kind: "quantity".to_owned(),
                unit: "t".to_owned(),
                total: Some(values.iter().sum()),
                values: values.into_iter().map(Some).collect(),
                why: None,
            }
        });
        let items = LineItem::ALL.into_iter().filter(|item| self.lines().iter().any(|line| item.of(line) != 0.0));
        products.chain(items.map(|item| self.item(item))).collect()
    }

    fn item(&self, item: LineItem) -> AppraisalLine {
        let rule = item.rule();
        let values: Vec<f64> = self.lines().iter().map(|line| item.of(line)).collect();
        let stock = matches!(item, LineItem::LossesCarried | LineItem::Balance);
        AppraisalLine {
            id: rule.id.split_once('.').map_or(rule.id, |(_, id)| id).to_owned(),
            name: item.name().to_owned(),
            says: rule.says.to_owned(),
            kind: kind(item).to_owned(),
            unit: "million EUR".to_owned(),
            total: (!stock).then(|| values.iter().sum()),
            values: values.into_iter().map(Some).collect(),
            why: Some(self.id(rule.id, "{year}")),
        }
    }

    /// The phases in their order.
    pub fn phases(&self) -> Vec<AppraisalPhase> {
        let mut phases: Vec<AppraisalPhase> = Vec::new();
        for (line, phase) in self.lines().iter().zip(&self.flow.phases) {
            let now = year(line.year);
            match phases.last_mut().filter(|last| last.id == phase.id()) {
                Some(last) => {
                    last.to = now;
                    last.net += line.net;
                }
                None => phases.push(AppraisalPhase {
                    id: phase.id().to_owned(),
                    name: name(*phase).to_owned(),
                    from: now,
                    to: now,
                    net: line.net,
                }),
            }
        }
        phases
    }
}

/// What a phase is called.
fn name(phase: Phase) -> &'static str {
    match phase {
        Phase::Idle => "Nothing happens",
        Phase::Exploration => "Exploration and studies",
        Phase::Construction => "Construction",
        Phase::RampUp => "Ramp-up",
        Phase::Operation => "Operation",
        Phase::Closure => "Closure",
        Phase::Aftercare => "Aftercare",
    }
}

/// What an item is in the account.
fn kind(item: LineItem) -> &'static str {
    let sign = LineItem::CASH.iter().find(|(of, _)| *of == item).map(|(_, sign)| *sign);
    match (item, sign) {
        (LineItem::Net | LineItem::Equity, _) => "total",
        (LineItem::Interest | LineItem::Repayment | LineItem::EquityTax, None) => "outflow",
        (_, Some(sign)) if sign <= 0.0 => "outflow",
        (LineItem::Drawn, None) | (_, Some(_)) => "inflow",
        _ => "memo",
    }
}

/// A calendar year; plans lie between 1900 and 2700.
pub(crate) fn year(of: i32) -> u16 {
    u16::try_from(of).unwrap_or(0)
}
