//! Rules of the fund that pays.

use adit_facts::choose::fund_rules::{FundRule, RuleKind};

use super::{Book, Check, Outcome, Subject};

/// Rules of the fund of the award; nothing for national money.
pub(super) fn checks(book: &Book<'_>, subject: &Subject) -> Vec<Check> {
    let award = book.award;
    let Some(fund) = award.fund.as_deref() else { return Vec::new() };
    let own = |rule: &&FundRule| rule.fund.as_deref() == Some(fund) && rule.holds_on(&award.day);
    let rules: Vec<&FundRule> = book.all.iter().filter(own).collect();
    if rules.is_empty() {
        return vec![Check::no_rule(format!("Rule not in our facts: the rules of {fund} on {}", award.day))];
    }
    rules.into_iter().filter_map(|rule| one(book, subject, rule)).collect()
}

fn one(book: &Book<'_>, subject: &Subject, rule: &FundRule) -> Option<Check> {
    let award = book.award;
    let by = |outcome| Some(Check::by(rule, outcome, rule.says.clone()));
    match rule.kind {
        // Only in the cases that the rule lists, which an award does not say.
        RuleKind::UndertakingSize if book.for_size(rule) => by(Outcome::Unknown),
        RuleKind::Exclusion if rule.says.contains("difficulty") => by(match award.in_difficulty {
            Some(true) => Outcome::Breach,
            Some(false) => Outcome::Kept,
            None => Outcome::Unknown,
        }),
        RuleKind::Exclusion | RuleKind::Condition | RuleKind::Recovery | RuleKind::PaymentShare => by(Outcome::Unknown),
        RuleKind::CoFinancingRate => {
            let of_region = rule.area.is_some() && rule.area == award.region_category;
            // The rate is of a priority of the programme, not of one project: shown, not judged.
            of_region.then(|| Check { limit: rule.limit(), ..Check::by(rule, Outcome::Unknown, rule.says.clone()) })
        }
        RuleKind::MaxIntensity => {
            let found = subject.share(subject.grant_equivalent?)?;
            let mut check = Check::at_most(rule, found, rule.limit()?, Outcome::Breach);
            check.says = format!("{} The eligible costs stand for the relevant costs here.", check.says);
            // Held against all costs, a breach is one of the part of them too; keeping it proves nothing.
            if check.outcome == Outcome::Kept {
                check.outcome = Outcome::Unknown;
            }
            Some(check)
        }
        RuleKind::Cumulation => {
            let others: f64 = award.other.iter().map(|other| other.grant_equivalent).sum();
            let found = subject.share(subject.grant_equivalent? + others)?;
            Some(Check::at_most(rule, found, rule.limit()?, Outcome::Breach))
        }
        _ => None,
    }
}
