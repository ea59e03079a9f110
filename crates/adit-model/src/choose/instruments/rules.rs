//! An award held against the rules of public money. Each check names act and paragraph, what is the case, and the limit.
//! Where no rule is in the facts the answer says so; it is never taken for leave.

mod fund;
mod intensity;
mod state_aid;

use adit_facts::choose::fund_rules::{FundRule, RuleKind};
use adit_facts::study::Datum;

use super::awards::{Award, Size};
use super::offer::InstrumentKind;

pub use intensity::{Limit, intensity_limit};

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The rule is kept.
    Kept,
    /// The rule is broken.
    Breach,
    /// Not exempted: the award must be notified to the Commission.
    Notify,
    /// Whether the rule is kept depends on what is not known here.
    Unknown,
    /// No rule is in our facts.
    NotInFacts,
}

impl Outcome {
    /// The word of contracts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Breach => "breach",
            Self::Notify => "notify",
            Self::Unknown => "unknown",
            Self::NotInFacts => "not-in-facts",
        }
    }
}

/// An award held against one rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Id of the rule; `None` where no rule is in our facts.
    pub rule: Option<String>,
    /// Act and paragraph, for example `Regulation (EU) No 651/2014, Art. 14(14)`; empty where no rule is in our facts.
    pub paragraph: String,
    /// What the rule says, and what is the case.
    pub says: String,
    /// What is the case.
    pub found: Option<f64>,
    /// The limit.
    pub limit: Option<f64>,
    /// Unit of both.
    pub unit: Option<String>,
    /// What came out.
    pub outcome: Outcome,
    /// Last day of the rule.
    pub valid_to: Option<String>,
    /// The fact of the limit, which `why` opens.
    pub fact: Option<Datum>,
}

/// What of an instrument is held against the rules.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Subject {
    /// Kind.
    pub kind: InstrumentKind,
    /// Gross grant equivalent, million euro; `None` where it could not be measured.
    pub grant_equivalent: Option<f64>,
    /// Eligible costs, million euro, discounted.
    pub eligible_cost: f64,
    /// Money in the investment that is not free of public support, million euro, discounted.
    pub supported: f64,
}

impl Subject {
    fn share(&self, amount: f64) -> Option<f64> {
        (self.eligible_cost > 0.0).then(|| amount / self.eligible_cost)
    }
}

impl Check {
    fn by(rule: &FundRule, outcome: Outcome, says: impl Into<String>) -> Self {
        Self {
            rule: Some(rule.id.clone()),
            paragraph: format!("{}, {}", rule.act, rule.paragraph),
            says: says.into(),
            found: None,
            limit: None,
            unit: rule.unit.clone(),
            outcome,
            valid_to: rule.valid_to.clone(),
            fact: rule.value,
        }
    }

    /// The rule's own sentence, and its limit held against a figure: kept up to the limit, else `above`.
    fn at_most(rule: &FundRule, found: f64, limit: f64, above: Outcome) -> Self {
        // A limit met to the last digit of a sum is kept.
        let outcome = if found <= limit * (1.0 + 1e-9) { Outcome::Kept } else { above };
        Self { found: Some(found), limit: Some(limit), ..Self::by(rule, outcome, rule.says.clone()) }
    }

    fn no_rule(says: impl Into<String>) -> Self {
        Self {
            rule: None,
            paragraph: String::new(),
            says: says.into(),
            found: None,
            limit: None,
            unit: None,
            outcome: Outcome::NotInFacts,
            valid_to: None,
            fact: None,
        }
    }
}

/// The rules that hold on the day of an award.
struct Book<'a> {
    all: &'a [FundRule],
    award: &'a Award,
}

impl<'a> Book<'a> {
    fn size(&self) -> Size {
        self.award.size.unwrap_or(Size::Large)
    }

    /// Rules of a kind for a category (or for any), that hold on the day.
    fn of(&self, kind: RuleKind, category: &str) -> impl Iterator<Item = &'a FundRule> {
        let day = self.award.day.clone();
        let category = category.to_owned();
        self.all.iter().filter(move |rule| {
            rule.kind == kind && rule.category.as_deref().is_none_or(|own| own == category) && rule.holds_on(&day)
        })
    }

    fn one(&self, kind: RuleKind, category: &str) -> Option<&'a FundRule> {
        self.of(kind, category).next()
    }

    fn by_id(&self, id: &str) -> Option<&'a FundRule> {
        self.all.iter().find(|rule| rule.id == id && rule.holds_on(&self.award.day))
    }

    fn for_size(&self, rule: &FundRule) -> bool {
        rule.size.as_deref().is_none_or(|size| size == self.size().id())
    }

    /// The ceiling of the regional aid map at the place, that of the smallest area that holds it.
    fn area(&self) -> Option<&'a FundRule> {
        let place = self.award.region.as_deref()?;
        let holds = |rule: &&FundRule| rule.region.as_deref().is_some_and(|region| place.starts_with(region));
        self.of(RuleKind::AreaCeiling, "regional-investment")
            .filter(holds)
            .max_by_key(|rule| rule.region.as_ref().map_or(0, String::len))
    }
}

/// Holds an award with an instrument against the rules.
pub fn check(rules: &[FundRule], award: &Award, subject: &Subject) -> Vec<Check> {
    let book = Book { all: rules, award };
    let mut checks = Vec::new();
    if let Some(ended) = state_aid::ended(&book) {
        // What no longer holds is not checked further: a successor may say otherwise.
        checks.push(ended);
    } else {
        checks.extend(state_aid::checks(&book, subject));
        checks.extend(intensity::checks(&book, subject));
    }
    checks.extend(fund::checks(&book, subject));
    checks
}
