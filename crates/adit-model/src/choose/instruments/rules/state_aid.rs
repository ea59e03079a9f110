//! Conditions of State aid other than intensities.

use adit_facts::choose::fund_rules::{FundRule, RuleKind};

use super::{Book, Check, Outcome, Size, Subject};

/// The block exemption, whose categories are those without a framework of their own.
const FRAMEWORKS: [&str; 3] = ["cisaf", "tctf", "innovation-fund"];

fn is_block_exempted(category: &str) -> bool {
    !FRAMEWORKS.contains(&category) && category != "de-minimis"
}

/// The framework of the award has ended, or has not begun, on its day.
pub(super) fn ended(book: &Book<'_>) -> Option<Check> {
    let award = book.award;
    let ends = book.all.iter().filter(|rule| rule.kind == RuleKind::EndDate);
    let own = |rule: &&FundRule| match rule.category.as_deref() {
        Some(category) => category == award.category,
        None => is_block_exempted(&award.category),
    };
    let rule = ends.filter(own).find(|rule| !rule.holds_on(&award.day))?;
    let last = rule.valid_to.as_deref().unwrap_or("an earlier day");
    let says = if award.day < rule.valid_from {
        format!("{} It does not hold yet on {}.", rule.says, award.day)
    } else {
        format!("{} It ended on {last}; the award is of {}. A successor is not in our facts.", rule.says, award.day)
    };
    Some(Check::by(rule, Outcome::Breach, says))
}

/// Conditions of the category.
pub(super) fn checks(book: &Book<'_>, subject: &Subject) -> Vec<Check> {
    let award = book.award;
    let category = award.category.as_str();
    let mut checks = Vec::new();
    if is_block_exempted(category) {
        checks.extend(transparent(book, subject));
        checks.extend(known(book.one(RuleKind::IncentiveEffect, category), award.started.map(|started| !started)));
        checks.extend(known(book.by_id("gber-1-4-c"), award.in_difficulty.map(|difficulty| !difficulty)));
    }
    for rule in book.of(RuleKind::Scope, category).filter(|rule| rule.category.is_some()) {
        checks.push(Check::by(rule, Outcome::Kept, rule.says.clone()));
    }
    if category == "regional-investment" {
        checks.extend(regional(book, subject));
    }
    let amounts = book.of(RuleKind::MaxAmount, category).filter(|rule| rule.category.is_some());
    checks.extend(
        amounts
            .filter_map(|rule| Some(Check::at_most(rule, subject.grant_equivalent?, rule.limit()?, Outcome::Breach))),
    );
    let conditions = book.of(RuleKind::Condition, category);
    let conditions = conditions.filter(|rule| rule.category.is_some() && rule.fund.is_none());
    checks.extend(conditions.map(|rule| Check::by(rule, Outcome::Unknown, rule.says.clone())));
    checks
}

fn known(rule: Option<&FundRule>, kept: Option<bool>) -> Option<Check> {
    let outcome = match kept {
        Some(true) => Outcome::Kept,
        Some(false) => Outcome::Breach,
        None => Outcome::Unknown,
    };
    rule.map(|rule| Check::by(rule, outcome, rule.says.clone()))
}

fn transparent(book: &Book<'_>, subject: &Subject) -> Option<Check> {
    let kind = subject.kind.id();
    // What the project does not have to build is a grant in kind; co-funding of exploration is a grant.
    let as_grant = ["shared-infrastructure", "exploration-co-funding"].contains(&kind);
    let form = if as_grant { "grant" } else { kind };
    let mut forms = book.of(RuleKind::TransparentForm, &book.award.category);
    if let Some(rule) = forms.find(|rule| rule.instrument.as_deref() == Some(form)) {
        return Some(Check::by(rule, Outcome::Kept, rule.says.clone()));
    }
    let rule = book.by_id("gber-5-1")?;
    let name = subject.kind.name().to_lowercase();
    let says = format!("{} No form of Art. 5(2) in our facts fits a {name}, so that it must be notified.", rule.says);
    Some(Check::by(rule, Outcome::Notify, says))
}

fn regional(book: &Book<'_>, subject: &Subject) -> Vec<Check> {
    let award = book.award;
    let category = award.category.as_str();
    let mut checks = Vec::new();
    let area = book.area();
    if let (Some(rule), Some(_)) = (book.one(RuleKind::AssistedArea, category), area) {
        checks.push(Check::by(rule, Outcome::Kept, rule.says.clone()));
    }
    let is_c = area.is_some_and(|rule| rule.area.as_deref() == Some("c"));
    if is_c && book.size() == Size::Large {
        checks.extend(known(book.one(RuleKind::NewActivity, category), award.new_activity));
    }
    if let Some(rule) = book.one(RuleKind::OwnContribution, category)
        && let (Some(least), Some(supported)) = (rule.limit(), subject.share(subject.supported))
    {
        let own = 1.0 - supported;
        let outcome = if own >= least * (1.0 - 1e-9) { Outcome::Kept } else { Outcome::Breach };
        checks.push(Check { found: Some(own), limit: Some(least), ..Check::by(rule, outcome, rule.says.clone()) });
    }
    checks
}
