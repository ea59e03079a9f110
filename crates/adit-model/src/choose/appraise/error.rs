//! Why a project cannot be appraised, and the check of a plan.

use thiserror::Error;

use super::plan::{Given, Levy, LevyBase, MOST_YEARS, ProjectPlan};

/// Why a project cannot be appraised: what is wrong, and how to mend it.
#[derive(Debug, Clone, PartialEq, Error)]
#[non_exhaustive]
pub enum AppraisalError {
    /// No such project.
    #[error("there is no project {id}; {hint}")]
    NoProject {
        /// What was asked for.
        id: String,
        /// The nearest ids.
        hint: String,
    },
    /// Inputs are unknown, and nothing is guessed for them.
    #[error("{project} cannot be appraised: {} {} unknown; give them in an appraisal file", .missing.join(", "), if .missing.len() == 1 { "is" } else { "are" })]
    Missing {
        /// The project.
        project: String,
        /// What is unknown, by name.
        missing: Vec<String>,
    },
    /// An input that no project can have.
    #[error("{project}: {input} is {value}; {hint}")]
    Input {
        /// The project.
        project: String,
        /// The input, by name.
        input: String,
        /// Its value.
        value: f64,
        /// What it may be.
        hint: &'static str,
    },
    /// Nothing is sold.
    #[error("{0} sells nothing: an appraisal needs at least one product with a capacity and a price")]
    NoProduct(String),
    /// Two products, levies or inputs of one name.
    #[error("{project}: {name} stands twice; give each its own name")]
    Twice {
        /// The project.
        project: String,
        /// The name.
        name: String,
    },
    /// Years that do not fit together.
    #[error("{project}: {says}")]
    Years {
        /// The project.
        project: String,
        /// What does not fit, and how to mend it.
        says: String,
    },
    /// More than can be computed at once.
    #[error("{0}")]
    TooMuch(String),
}

/// Shortest time over which a cost is spread, in years.
const SHORTEST: f64 = 0.1;

/// The values that an input may have.
#[derive(Clone, Copy)]
enum May {
    /// Zero or more.
    NotNegative,
    /// Above zero.
    Positive,
    /// 0 to 1.
    Share,
    /// A rate above -99 % and up to 1000 %.
    Rate,
    /// 0 to 100 years.
    Years,
    /// 0.1 to 100 years.
    SomeYears,
    /// 1 to 200 years.
    Life,
}

impl May {
    fn holds(self, value: f64) -> bool {
        value.is_finite()
            && match self {
                Self::NotNegative => (0.0..=1e15).contains(&value),
                Self::Positive => value > 0.0 && value <= 1e15,
                Self::Share => (0.0..=1.0).contains(&value),
                Self::Rate => value > -0.99 && value <= 10.0,
                Self::Years => (0.0..=100.0).contains(&value),
                Self::SomeYears => (0.1..=100.0).contains(&value),
                Self::Life => (1.0..=200.0).contains(&value),
            }
    }

    fn words(self) -> &'static str {
        match self {
            Self::NotNegative => "it must be a number of zero or more, at most 1e15",
            Self::Positive => "it must be a number above zero, at most 1e15",
            Self::Share => "it must be a fraction of 0 to 1",
            Self::Rate => "it must be a fraction above -0.99, at most 10 (5 % is 0.05)",
            Self::Years => "it must be 0 to 100 years",
            Self::SomeYears => "it must be 0.1 to 100 years",
            Self::Life => "it must be 1 to 200 years",
        }
    }
}

/// Refuses what no project can be.
pub(super) fn check(plan: &ProjectPlan) -> Result<(), AppraisalError> {
    if plan.products.is_empty() {
        return Err(AppraisalError::NoProduct(plan.project.clone()));
    }
    let inputs = plan.inputs();
    for (at, input) in inputs.iter().enumerate() {
        if inputs[..at].iter().any(|other| other.name == input.name) {
            return Err(AppraisalError::Twice { project: plan.project.clone(), name: input.name.clone() });
        }
        given(plan, &input.name, input.given, may(plan, &input.name))?;
    }
    years(plan)
}

fn may(plan: &ProjectPlan, name: &str) -> May {
    match name.split('/').next().unwrap_or(name) {
        "exploration-years" | "delay-years" | "ramp-years" | "closure-years" | "aftercare-years" => May::Years,
        "construction-years" | "depreciation-years" => May::SomeYears,
        "operation-years" => May::Life,
        "utilisation" | "corporate-tax" | "loss-share" | "debt-share" | "feed-share" => May::Share,
        "discount-rate" | "inflation" => May::Rate,
        "cost-overrun" | "product-tonnes" => May::Positive,
        "levy" => {
            let per_tonne = |levy: &Levy| name == format!("levy/{}", levy.id) && levy.base == LevyBase::Tonnes;
            if plan.fiscal.levies.iter().any(per_tonne) { May::NotNegative } else { May::Share }
        }
        _ => May::NotNegative,
    }
}

fn given(plan: &ProjectPlan, name: &str, given: &Given, may: May) -> Result<(), AppraisalError> {
    let wrong =
        |value, hint| Err(AppraisalError::Input { project: plan.project.clone(), input: name.to_owned(), value, hint });
    for value in [given.value, given.low, given.high] {
        if !may.holds(value) {
            return wrong(value, may.words());
        }
    }
    if given.low > given.value {
        return wrong(given.value, "it must not lie below its own lower limit");
    }
    if given.high < given.value {
        return wrong(given.value, "it must not lie above its own upper limit");
    }
    Ok(())
}

fn years(plan: &ProjectPlan) -> Result<(), AppraisalError> {
    let fails = |says: String| Err(AppraisalError::Years { project: plan.project.clone(), says });
    let phases = &plan.phases;
    if !(1900..=2300).contains(&plan.money_year) || !(1900..=2300).contains(&phases.begins) {
        return fails("years must lie from 1900 to 2300".into());
    }
    if plan.years() > MOST_YEARS {
        return fails(format!("the plan has {} years; at most {MOST_YEARS} can be computed", plan.years()));
    }
    let costs = &plan.costs;
    for (years, cost, what) in [
        (&phases.exploration, &costs.exploration, "exploration"),
        (&phases.closure, &costs.closure, "closure"),
        (&phases.aftercare, &costs.aftercare, "aftercare"),
    ] {
        if years.low < SHORTEST && cost.high > 0.0 {
            return fails(format!("{what} costs money and has no years; give it at least {SHORTEST}"));
        }
    }
    let life = phases.life.low;
    if let Some(debt) = &plan.finance.debt
        && (debt.term == 0 || f64::from(debt.grace.saturating_add(debt.term)) > life)
    {
        return fails(format!(
            "the loan is repaid over {} years after {} years of grace; that must be at least one year and fit into the life of {life} years",
            debt.term, debt.grace
        ));
    }
    let losses = plan.fiscal.losses.years;
    if losses == Some(0) || losses.is_some_and(|years| usize::from(years) > MOST_YEARS) {
        return fails(format!("losses are carried for 1 to {MOST_YEARS} years, or without limit"));
    }
    Ok(())
}
