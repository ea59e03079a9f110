//! Rules of public money, and the rates by which aid is measured.
//!
//! A rule whose text was not at hand is not in the tables: where none is found the answer is "rule not in our facts",
//! never "allowed". Temporary frameworks carry the day on which they end.

use crate::chain::rows::Record;
use crate::package::Package;
use crate::study::Datum;

/// The word that stands where a rule does not differ by fund, category, instrument, size, area or stage.
const ANY: &str = "any";

/// What a rule does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleKind {
    /// Highest aid intensity of a category.
    MaxIntensity,
    /// Added to the intensity for smaller undertakings.
    SizeBonus,
    /// Added to the intensity in assisted areas.
    AreaBonus,
    /// Highest intensity with all that is added to it.
    IntensityCap,
    /// Ceiling of a regional aid map for large undertakings.
    AreaCeiling,
    /// Highest amount of aid for one undertaking.
    MaxAmount,
    /// Amount of aid above which it must be notified.
    NotificationThreshold,
    /// Eligible costs from which a project counts as large.
    LargeProject,
    /// Instrument whose grant equivalent counts as transparent.
    TransparentForm,
    /// Only where the application came before work started.
    IncentiveEffect,
    /// Only in assisted areas.
    AssistedArea,
    /// Only for a new economic activity.
    NewActivity,
    /// Only under conditions for undertakings of this size.
    UndertakingSize,
    /// Least part that the beneficiary pays from money free of support.
    OwnContribution,
    /// Which costs are eligible.
    EligibleCost,
    /// What is not supported.
    Exclusion,
    /// Total of several supports.
    Cumulation,
    /// Highest part that a fund pays.
    CoFinancingRate,
    /// Another condition, in words.
    Condition,
    /// How aid is counted.
    Method,
    /// What a framework covers.
    Scope,
    /// Until when a framework runs.
    EndDate,
    /// Part paid at a milestone.
    PaymentShare,
    /// When support is paid back.
    Recovery,
    /// Limits of staff and turnover of a size of undertaking.
    SizeDefinition,
}

impl RuleKind {
    /// All.
    pub const ALL: [Self; 25] = [
        Self::MaxIntensity,
        Self::SizeBonus,
        Self::AreaBonus,
        Self::IntensityCap,
        Self::AreaCeiling,
        Self::MaxAmount,
        Self::NotificationThreshold,
        Self::LargeProject,
        Self::TransparentForm,
        Self::IncentiveEffect,
        Self::AssistedArea,
        Self::NewActivity,
        Self::UndertakingSize,
        Self::OwnContribution,
        Self::EligibleCost,
        Self::Exclusion,
        Self::Cumulation,
        Self::CoFinancingRate,
        Self::Condition,
        Self::Method,
        Self::Scope,
        Self::EndDate,
        Self::PaymentShare,
        Self::Recovery,
        Self::SizeDefinition,
    ];

    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::MaxIntensity => "max-intensity",
            Self::SizeBonus => "size-bonus",
            Self::AreaBonus => "area-bonus",
            Self::IntensityCap => "intensity-cap",
            Self::AreaCeiling => "area-ceiling",
            Self::MaxAmount => "max-amount",
            Self::NotificationThreshold => "notification-threshold",
            Self::LargeProject => "large-project",
            Self::TransparentForm => "transparent-form",
            Self::IncentiveEffect => "incentive-effect",
            Self::AssistedArea => "assisted-area",
            Self::NewActivity => "new-activity",
            Self::UndertakingSize => "undertaking-size",
            Self::OwnContribution => "own-contribution",
            Self::EligibleCost => "eligible-cost",
            Self::Exclusion => "exclusion",
            Self::Cumulation => "cumulation",
            Self::CoFinancingRate => "co-financing-rate",
            Self::Condition => "condition",
            Self::Method => "method",
            Self::Scope => "scope",
            Self::EndDate => "end-date",
            Self::PaymentShare => "payment-share",
            Self::Recovery => "recovery",
            Self::SizeDefinition => "size-definition",
        }
    }

    /// From the word of the table.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == text)
    }
}

/// One rule. `None` in what it applies to stands for any.
#[derive(Debug, Clone, PartialEq)]
pub struct FundRule {
    /// Id, for example `gber-14-14`.
    pub id: String,
    /// Act.
    pub act: String,
    /// Article and paragraph.
    pub paragraph: String,
    /// The rule in one plain sentence.
    pub says: String,
    /// Fund or framework whose money it binds; `None`: State aid of any fund.
    pub fund: Option<String>,
    /// What it does.
    pub kind: RuleKind,
    /// Category of aid, for example `regional-investment`.
    pub category: Option<String>,
    /// Id of the instrument.
    pub instrument: Option<String>,
    /// Size of undertaking: `small`, `medium` or `large`.
    pub size: Option<String>,
    /// Assisted area (`a`, `c`) or category of region of the funds.
    pub area: Option<String>,
    /// NUTS 2024 code, for ceilings of maps.
    pub region: Option<String>,
    /// Stage of the chain.
    pub stage: Option<String>,
    /// Limit, bonus or rate, in [`FundRule::unit`].
    pub value: Option<Datum>,
    /// `share` (of eligible costs), `million EUR` or `persons`.
    pub unit: Option<String>,
    /// Regional ceiling at which a threshold stands.
    pub at: Option<f64>,
    /// First day, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Last day, where an end is set.
    pub valid_to: Option<String>,
    /// Source id.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl FundRule {
    /// Whether it holds on a day (`YYYY-MM-DD`).
    pub fn holds_on(&self, day: &str) -> bool {
        self.valid_from.as_str() <= day && self.valid_to.as_deref().is_none_or(|last| day <= last)
    }

    /// Its limit as a number.
    pub fn limit(&self) -> Option<f64> {
        self.value.as_ref().map(|value| value.number.value)
    }
}

/// What a row of the reference rates gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RateKind {
    /// Base rate of a country.
    Base,
    /// Added to the base rate for the discount rate.
    DiscountMargin,
    /// Added to the base rate for the reference rate of a loan.
    LoanMargin,
    /// Safe-harbour premium of a guarantee, on the amount guaranteed.
    GuaranteePremium,
}

impl RateKind {
    /// The word of the table.
    pub fn id(self) -> &'static str {
        match self {
            Self::Base => "base-rate",
            Self::DiscountMargin => "discount-margin",
            Self::LoanMargin => "loan-margin",
            Self::GuaranteePremium => "guarantee-premium",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Base, Self::DiscountMargin, Self::LoanMargin, Self::GuaranteePremium]
            .into_iter()
            .find(|kind| kind.id() == text)
    }
}

/// One rate, margin or premium.
#[derive(Debug, Clone, PartialEq)]
pub struct ReferenceRate {
    /// Id.
    pub id: String,
    /// What it gives.
    pub kind: RateKind,
    /// Country, for base rates.
    pub country: Option<String>,
    /// Rating of the debtor.
    pub rating: Option<String>,
    /// Collateral: `high`, `normal` or `low`.
    pub collateral: Option<String>,
    /// The rate, a share a year.
    pub value: Datum,
    /// First day, `YYYY-MM-DD`.
    pub valid_from: String,
    /// Last day, where it has one.
    pub valid_to: Option<String>,
    /// Source id.
    pub source: String,
    /// Where in the source it stands.
    pub locator: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

impl ReferenceRate {
    /// Whether it holds on a day (`YYYY-MM-DD`).
    pub fn holds_on(&self, day: &str) -> bool {
        self.valid_from.as_str() <= day && self.valid_to.as_deref().is_none_or(|last| day <= last)
    }
}

impl Package {
    /// All rules of public money, in the order of the table.
    pub fn fund_rules(&self) -> Vec<FundRule> {
        Record::all(self, "fund-rules").filter_map(|record| rule(&record)).collect()
    }

    /// One rule by its id.
    pub fn fund_rule(&self, id: &str) -> Option<FundRule> {
        Record::one(self, "fund-rules", id).and_then(|record| rule(&record))
    }

    /// All reference rates, margins and premiums, in the order of the table.
    pub fn reference_rates(&self) -> Vec<ReferenceRate> {
        Record::all(self, "reference-rates").filter_map(|record| rate(&record)).collect()
    }
}

fn rule(record: &Record<'_>) -> Option<FundRule> {
    let owned = |column: &str| record.text(column).to_owned();
    let some = |column: &str| record.some(column).map(str::to_owned);
    let not_any = |column: &str| some(column).filter(|word| word != ANY);
    Some(FundRule {
        id: owned("id"),
        act: owned("act"),
        paragraph: owned("paragraph"),
        says: owned("says"),
        fund: not_any("fund"),
        kind: RuleKind::parse(record.text("kind"))?,
        category: not_any("category"),
        instrument: not_any("instrument"),
        size: not_any("size"),
        area: not_any("area"),
        region: some("region"),
        stage: not_any("stage"),
        value: record.datum("value"),
        unit: some("unit"),
        at: record.datum("at").map(|datum| datum.number.value),
        valid_from: owned("valid_from"),
        valid_to: some("valid_to"),
        source: owned("source"),
        locator: owned("locator"),
        note: some("note"),
    })
}

fn rate(record: &Record<'_>) -> Option<ReferenceRate> {
    let owned = |column: &str| record.text(column).to_owned();
    let some = |column: &str| record.some(column).map(str::to_owned);
    Some(ReferenceRate {
        id: owned("id"),
        kind: RateKind::parse(record.text("kind"))?,
        country: some("country"),
        rating: some("rating"),
        collateral: some("collateral"),
        value: record.datum("value")?,
        valid_from: owned("valid_from"),
        valid_to: some("valid_to"),
        source: owned("source"),
        locator: owned("locator"),
        note: some("note"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let package = Package::embedded().unwrap();

        assert_eq!(package.fund_rules().len(), package.table("fund-rules").unwrap().rows().len());
        assert_eq!(package.reference_rates().len(), package.table("reference-rates").unwrap().rows().len());
    }

    #[test]
    fn limits_have_a_value_and_frameworks_an_end() {
        let package = Package::embedded().unwrap();
        for rule in package.fund_rules() {
            let limits = [
                RuleKind::MaxIntensity,
                RuleKind::SizeBonus,
                RuleKind::AreaBonus,
                RuleKind::IntensityCap,
                RuleKind::AreaCeiling,
                RuleKind::NotificationThreshold,
                RuleKind::OwnContribution,
                RuleKind::CoFinancingRate,
            ];
            assert!(!limits.contains(&rule.kind) || rule.limit().is_some(), "{} has no limit", rule.id);
            assert!(rule.kind != RuleKind::EndDate || rule.valid_to.is_some(), "{} has no end", rule.id);
            assert!(rule.valid_to.as_ref().is_none_or(|last| *last > rule.valid_from), "{}", rule.id);
        }
    }

    #[test]
    fn the_temporary_framework_has_ended() {
        let package = Package::embedded().unwrap();
        let ended = package.fund_rule("tctf-end").unwrap();
        assert!(ended.holds_on("2025-12-31") && !ended.holds_on("2026-01-01"));
    }
}
