//! From an appraised plan to its document.

use adit_facts::Package;
use adit_model::choose::appraise::{Appraisal, BreakEven, ProjectPlan, nominal_rate};

use super::account::{Account, year};
use super::impact::AppraisalIncome;
use super::question::AppraisalQuestion;
use super::{AppraisalAnswer, AppraisalIrr, AppraisalMoney, AppraisalProject, inputs, says};
use crate::chain::opened::with_query;
use crate::choose::ChooseBand;
use crate::session::FORMAT;

/// What a document is made from.
pub(crate) struct Ran<'a> {
    /// The facts.
    pub package: &'a Package,
    /// The project.
    pub project: AppraisalProject,
    /// Its plan, with what the question sets.
    pub plan: &'a ProjectPlan,
    /// Its base case.
    pub appraisal: &'a Appraisal,
    /// The question.
    pub question: &'a AppraisalQuestion,
}

impl Ran<'_> {
    /// Id of a result of this run.
    pub fn id(&self, measure: &str) -> String {
        with_query(&format!("{measure}/{}", self.plan.project), &self.question.id_query())
    }

    fn base(&self, base: Option<f64>, unit: &str, measure: &str) -> ChooseBand {
        let why = base.map(|_| self.id(measure));
        ChooseBand { base, p5: None, p50: None, p95: None, mean: None, unit: unit.to_owned(), why }
    }
}

/// The document of the base case; bands, instruments and impacts are added by those who compute them.
pub(crate) fn answer(ran: &Ran<'_>) -> AppraisalAnswer {
    let (plan, appraisal) = (ran.plan, ran.appraisal);
    let nominal = ran.question.nominal;
    let (discount, inflation) = (plan.finance.discount.value, plan.finance.inflation.value);
    let rate = if nominal { nominal_rate(discount, inflation) } else { discount };
    let query = ran.question.id_query();
    let account = Account::new(plan, appraisal, nominal, rate, &query);
    let roots = if nominal { &appraisal.irr_nominal } else { &appraisal.irr };
    let break_even = match appraisal.break_even {
        BreakEven::Price { price, .. } => Some(price),
        BreakEven::AtAnyPrice | BreakEven::AtNone => None,
    };
    let mut answer = AppraisalAnswer {
        format: FORMAT,
        project: ran.project.clone(),
        says: Vec::new(),
        money: AppraisalMoney {
            unit: "million EUR".to_owned(),
            basis: if nominal { "nominal" } else { "real" }.to_owned(),
            year: year(plan.money_year),
            discount_rate: rate,
            inflation,
        },
        draws: 0,
        seed: ran.question.seed,
        npv: ran.base(Some(appraisal.npv), "million EUR", "appraise.npv"),
        irr: AppraisalIrr {
            base: roots.only(),
            p5: None,
            p50: None,
            p95: None,
            roots: roots.roots.iter().map(|root| root.rate).collect(),
            sign_changes: roots.sign_changes,
            one_root: None,
            says: roots.says(),
            why: appraisal.irr.only().filter(|_| !nominal).map(|_| ran.id("appraise.irr")),
        },
        payback: ran.base(appraisal.payback, "a", "appraise.payback"),
        debt_cover: ran.base(appraisal.debt_cover.as_ref().map(|cover| cover.least), "factor", "appraise.debt-cover"),
        break_even: ran.base(break_even, "EUR/t", "appraise.break-even-price"),
        levelised_cost: ran.base(appraisal.levelised_cost, "EUR/t", "appraise.levelised-cost"),
        chance_positive: None,
        product: plan.products.first().map(|product| product.name.clone()).unwrap_or_default(),
        cash_flow: account.years(),
        lines: if ran.question.brief { Vec::new() } else { account.items() },
        phases: account.phases(),
        inputs: if ran.question.brief {
            Vec::new()
        } else {
            inputs::documents(ran.package, plan, &ran.question.set, &query)
        },
        prices: Vec::new(),
        matters: Vec::new(),
        stages: None,
        waiting: None,
        instruments: Vec::new(),
        impacts: Vec::new(),
        jobs: Vec::new(),
        public_income: income(ran, account.years),
        missing: Vec::new(),
        notes: plan.notes.clone(),
    };
    answer.says = says::summary(ran, &answer);
    answer
}

/// What the public earns, by levy and year, in money of the first year.
fn income(ran: &Ran<'_>, years: usize) -> Vec<AppraisalIncome> {
    let rate = |id: &str| ran.plan.fiscal.levies.iter().find(|levy| levy.id == id).map(|levy| &levy.rate);
    let of = |income: &adit_model::choose::appraise::PublicIncome| {
        let given = rate(&income.id).unwrap_or(&ran.plan.fiscal.corporate_tax);
        let (rule, source) = match &given.input {
            adit_model::workings::Input::Fact(datum) => {
                let view = ran.package.view(datum.at);
                (view.locator, view.source)
            }
            adit_model::workings::Input::Stated { label, .. } => (label.clone(), String::new()),
            adit_model::workings::Input::Number(id) => (id.clone(), String::new()),
            adit_model::workings::Input::Written(written) => {
                (written.label.clone(), format!("{}, line {}", written.file, written.line))
            }
        };
        AppraisalIncome {
            level: income.level.id().to_owned(),
            receiver: match income.level.id() {
                "landowner" => "Owner of the land",
                "municipality" => "Municipality",
                "region" => "Region",
                _ => "State",
            }
            .to_owned(),
            kind: income.label.clone(),
            rule,
            source,
            values: income.by_year[..years].to_vec(),
            total: income.total,
            why: Some(ran.id("appraise.public-income")).map(|id| {
                let (path, query) = id.split_once('?').unwrap_or((&id, ""));
                with_query(&format!("{path}/{}-{}", income.id, income.level.id()), query)
            }),
        }
    };
    ran.appraisal.public_income.iter().map(of).collect()
}
