//! Highest intensity, its increases, cumulation and notification thresholds.

use adit_facts::choose::fund_rules::{FundRule, RuleKind};

use super::{Award, Book, Check, Outcome, Subject};

/// The highest intensity that the rules allow.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Share of eligible costs.
    pub value: f64,
    /// The rule that sets it.
    pub rule: String,
    /// The increases added to it, by rule.
    pub added: Vec<String>,
}

/// The highest intensity for an award; `None` where none is in the facts on its day.
pub fn intensity_limit(rules: &[FundRule], award: &Award) -> Option<Limit> {
    let book = Book { all: rules, award };
    limit(&book, &award.category).map(|(limit, _)| limit)
}

fn limit<'a>(book: &Book<'a>, category: &str) -> Option<(Limit, &'a FundRule)> {
    let rule = if category == "regional-investment" {
        book.area()?
    } else {
        book.of(RuleKind::MaxIntensity, category).find(|rule| rule.category.is_some() && book.for_size(rule))?
    };
    let mut value = rule.limit()?;
    let mut added = Vec::new();
    let own = |rule: &&FundRule| rule.category.is_some();
    for bonus in book.of(RuleKind::SizeBonus, category).filter(own).filter(|rule| rule.size.is_some()) {
        if book.for_size(bonus) {
            value += bonus.limit()?;
            added.push(bonus.id.clone());
        }
    }
    let area = book.area().and_then(|rule| rule.area.clone());
    for bonus in book.of(RuleKind::AreaBonus, category).filter(own) {
        if bonus.area.is_some() && bonus.area == area {
            value += bonus.limit()?;
            added.push(bonus.id.clone());
        }
    }
    if let Some(cap) = book.of(RuleKind::IntensityCap, category).find(own).and_then(FundRule::limit) {
        value = value.min(cap);
    }
    Some((Limit { value, rule: rule.id.clone(), added }, rule))
}

/// Intensity of the award alone, of all State aid for the same costs, of all public funding with central Union money,
/// and the thresholds above which the award must be notified.
pub(super) fn checks(book: &Book<'_>, subject: &Subject) -> Vec<Check> {
    let award = book.award;
    let mut checks = Vec::new();
    let found = limit(book, &award.category);
    match (&found, subject.grant_equivalent.and_then(|value| subject.share(value))) {
        (None, _) => checks.push(Check::no_rule(missing(book))),
        (Some(_), None) => {
            checks.push(Check::no_rule(
                "The aid intensity cannot be computed: grant equivalent or eligible costs are missing",
            ));
        }
        (Some((limit, rule)), Some(intensity)) => {
            let mut own = Check::at_most(rule, intensity, limit.value, Outcome::Breach);
            if !limit.added.is_empty() {
                own.says = format!("{} Increased by {}.", own.says, limit.added.join(", "));
            }
            checks.push(own);
        }
    }
    checks.extend(cumulation(book, subject, found.as_ref().map(|(limit, _)| limit.value)));
    checks.extend(thresholds(book, subject));
    checks
}

fn missing(book: &Book<'_>) -> String {
    let award = book.award;
    match (award.category.as_str(), award.region.as_deref()) {
        ("regional-investment", Some(region)) => {
            format!("Rule not in our facts: the ceiling of the regional aid map for {region} on {}", award.day)
        }
        ("regional-investment", None) => {
            "The place is not known, so that no regional ceiling can be looked up".to_owned()
        }
        (category, _) => {
            let size = book.size().id();
            format!(
                "Rule not in our facts: the highest intensity of {category} for {size} undertakings on {}",
                award.day
            )
        }
    }
}

fn cumulation(book: &Book<'_>, subject: &Subject, own: Option<f64>) -> Vec<Check> {
    let award = book.award;
    let Some(grant) = subject.grant_equivalent else { return Vec::new() };
    if award.other.is_empty() {
        return Vec::new();
    }
    let others = award.other.iter().filter_map(|other| other.category.as_deref());
    let limits = others.filter_map(|category| limit(book, category)).map(|(limit, _)| limit.value).chain(own);
    let highest = limits.reduce(f64::max);
    let total = |central: bool| {
        let counted = award.other.iter().filter(|other| central || !other.central);
        grant + counted.map(|other| other.grant_equivalent).sum::<f64>()
    };
    let mut checks = Vec::new();
    if award.other.iter().any(|other| !other.central) {
        match (book.by_id("gber-8-3-b"), highest, subject.share(total(false))) {
            (Some(rule), Some(highest), Some(found)) => {
                let mut check = Check::at_most(rule, found, highest, Outcome::Breach);
                check.unit = Some("share".to_owned());
                checks.push(check);
            }
            _ => checks.push(Check::no_rule(
                "Rule not in our facts: the highest intensity of any of the aids for the same costs",
            )),
        }
    }
    if award.other.iter().any(|other| other.central) {
        let fund = book.of(RuleKind::MaxIntensity, "innovation-fund").find(|rule| rule.fund.is_some());
        let most = [highest, fund.and_then(FundRule::limit)].into_iter().flatten().reduce(f64::max);
        if let (Some(rule), Some(most), Some(found)) = (book.by_id("gber-8-2"), most, subject.share(total(true))) {
            let mut check = Check::at_most(rule, found, most, Outcome::Breach);
            check.unit = Some("share".to_owned());
            checks.push(check);
        }
    }
    checks
}

fn thresholds(book: &Book<'_>, subject: &Subject) -> Vec<Check> {
    let award = book.award;
    let Some(grant) = subject.grant_equivalent else { return Vec::new() };
    let state_aid = award.other.iter().filter(|other| !other.central).map(|other| other.grant_equivalent);
    let total = grant + state_aid.sum::<f64>();
    let own = |rule: &&FundRule| rule.category.is_some();
    if award.category == "regional-investment" {
        let large = book.one(RuleKind::LargeProject, &award.category).and_then(FundRule::limit);
        if large.is_none_or(|large| subject.eligible_cost < large) {
            return Vec::new();
        }
        let Some(ceiling) = book.area().and_then(FundRule::limit) else { return Vec::new() };
        // The threshold of the ceiling itself, or of the next lower one that the act lists.
        let listed = book.of(RuleKind::NotificationThreshold, &award.category).filter(own);
        let at = listed.filter(|rule| rule.at.is_some_and(|at| at <= ceiling + 1e-9));
        let Some(rule) = at.max_by(|one, other| one.at.partial_cmp(&other.at).unwrap_or(std::cmp::Ordering::Equal))
        else {
            return Vec::new();
        };
        return rule.limit().map(|limit| Check::at_most(rule, total, limit, Outcome::Notify)).into_iter().collect();
    }
    let listed = book.of(RuleKind::NotificationThreshold, &award.category).filter(own);
    listed.filter_map(|rule| Some(Check::at_most(rule, total, rule.limit()?, Outcome::Notify))).collect()
}
