//! Taxes and royalties of the country, as they hold when output begins.

use adit_facts::chain::ChainStage;
use adit_facts::choose::fiscal::{FiscalBase, FiscalTerm, Level};
use adit_number::{Ranged, Rule};

use crate::choose::appraise::plan::{Fiscal, Given, Levy, LevyBase};
use crate::workings::Input;

use super::{Gathering, by_default};

/// The part of a levy that one level receives.
pub static PART_OF_LEVY: Rule = Rule {
    id: "appraise.part-of-levy",
    says: "Rate of a levy times the part of it that one level receives",
    formula: "rate × part",
    unit: "as the rate",
    source: "Table fiscal-terms, with the law of each term",
};

/// The fiscal terms of a plan; `None` where no corporate tax is known, which is then noted as missing.
pub(super) fn gather(gathering: &mut Gathering<'_>, output: Option<f64>) -> Option<Fiscal> {
    let depreciation = gathering.or_assumed("depreciation-years", "default");
    let terms = terms(gathering, output);
    let of_tax: Vec<&FiscalTerm> = terms.iter().filter(|term| term.term == "corporate-tax").collect();
    let (corporate_tax, levels) = if let Some(stated) = gathering.given("corporate-tax") {
        (Some(stated), vec![(Level::State, 1.0)])
    } else {
        let levels = of_tax.iter().map(|term| (term.level, term.share.number.value)).collect();
        (of_tax.first().map(|term| rate_of(term, 1.0)), levels)
    };
    if corporate_tax.is_none() {
        gathering.missing.push(format!("corporate tax of {}", gathering.subject.country));
    }
    if of_tax.iter().any(|term| term.base == FiscalBase::DistributedProfit) {
        gathering.notes.push(
            "The country taxes profit when it is paid out; here all profit is taken to be paid out in its year.".into(),
        );
    }
    let mut levies: Vec<Levy> = Vec::new();
    if let Some(rate) = gathering.given("royalty") {
        levies.push(Levy {
            id: "royalty".into(),
            label: "Royalty".into(),
            base: LevyBase::Revenue,
            rate,
            level: Level::State,
            royalty: true,
        });
    }
    let own_royalty = !levies.is_empty();
    for term in &terms {
        match term.term.as_str() {
            "corporate-tax" => {}
            // Only what is mined pays a royalty, and a rate of the user's stands in its place.
            "royalty" if gathering.subject.stage != ChainStage::Extraction || own_royalty => {}
            "royalty" | "local-tax" => levies.extend(levy(gathering, term)),
            _ => gathering.notes.push(format!(
                "The {} of {} is not counted: it follows area, which is not known.",
                term.term.replace('-', " "),
                gathering.subject.country
            )),
        }
    }
    let (depreciation, losses) = by_default(depreciation?);
    Some(Fiscal { levies, corporate_tax: corporate_tax?, corporate_tax_levels: levels, depreciation, losses })
}

/// The terms that hold when output begins, for the material of the main product.
fn terms(gathering: &Gathering<'_>, output: Option<f64>) -> Vec<FiscalTerm> {
    let words = gathering.package.vocabulary();
    let Some(country) = words.find_country(&gathering.subject.country) else { return Vec::new() };
    let day = format!("{:04.0}-12-31", output.unwrap_or(f64::from(gathering.money.year)).floor());
    if let Some(material) = gathering.subject.material.as_deref().and_then(|material| words.find_material(material)) {
        gathering.package.fiscal_terms(country, material, &day)
    } else {
        let mut terms = gathering.package.all_fiscal_terms();
        terms.retain(|term| term.country == country && term.material.is_none() && term.holds_on(&day));
        terms
    }
}

fn rate_of(term: &FiscalTerm, part: f64) -> Given {
    let rate = term.rate.number.value;
    let end = |datum: Option<adit_facts::study::Datum>| datum.map_or(rate, |datum| datum.number.value);
    Given {
        value: rate * part,
        low: end(term.low).min(rate) * part,
        high: end(term.high).max(rate) * part,
        input: Input::Fact(term.rate),
        assumed: false,
    }
}

fn levy(gathering: &mut Gathering<'_>, term: &FiscalTerm) -> Option<Levy> {
    let base = match term.base {
        FiscalBase::Profit | FiscalBase::DistributedProfit => LevyBase::Profit,
        FiscalBase::Revenue => LevyBase::Revenue,
        FiscalBase::Tonnes => LevyBase::Tonnes,
        FiscalBase::Area => {
            gathering.notes.push(format!(
                "The {} of {} is not counted: it follows area, which is not known.",
                term.term.replace('-', " "),
                gathering.subject.country
            ));
            return None;
        }
    };
    let part = term.share.number.value;
    let mut rate = rate_of(term, part);
    let id = format!("{}-{}", term.term, term.level.id());
    let label = format!("{} ({})", term.term.replace('-', " "), term.level.id());
    if part < 1.0 {
        let number = Ranged::new(rate.value, rate.low, rate.high);
        let inputs = vec![Input::Fact(term.rate), Input::Fact(term.share)];
        let key = format!("appraise.input/{}/{id}", gathering.subject.id);
        rate.input = gathering.workings.number(key, label.clone(), number, &PART_OF_LEVY, inputs).input();
    }
    Some(Levy { id, label, base, rate, level: term.level, royalty: term.term == "royalty" })
}
