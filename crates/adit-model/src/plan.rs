//! Did a plan do what Art. 13 of Regulation (EU) 2024/1252 asks of those who prepare plans?
//!
//! Art. 13(1), first sentence: authorities that prepare plans (zoning, spatial and land use plans among them) consider
//! including, where appropriate, provisions for critical raw materials projects: a duty to consider, not to provide.
//! Second sentence: where they consider it, artificial and built surfaces, industrial sites, brownfield sites and active
//! or abandoned mines come first, identified mineral occurrences among them where appropriate. Art. 13(2): where such a
//! plan is subject to an assessment under Directive 2001/42/EC and under Art. 6 of Directive 92/43/EEC, it is one
//! assessment, and addresses water bodies where applicable.
//!
//! What a file does not say is not said, never met and never breached. Nothing here approves a plan.

use adit_facts::law::plan_file::{At, Land, PlanFile, Provision};
use adit_facts::law::{Obligation, obligations::IN_FORCE};

/// Id of the duty of Art. 13(1) among the obligations.
pub const CONSIDER: &str = "plans-consider-projects";

/// How a plan stands to one sentence of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The file shows that it did what is asked.
    Met,
    /// The file says that it did not.
    NotMet,
    /// Nobody can see from the file whether it did.
    NotShown,
    /// The sentence does not bind this plan.
    DoesNotBind,
}

impl Standing {
    /// The word of programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotShown => "not-shown",
            Self::DoesNotBind => "does-not-bind",
        }
    }
}

/// How a plan stands to one sentence, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What is asked, as `considered`.
    pub id: &'static str,
    /// The sentence: `Art. 13(1), first sentence`.
    pub rule: &'static str,
    /// How the plan stands to it.
    pub standing: Standing,
    /// Why, in plain words.
    pub says: String,
    /// What would mend it, or show it.
    pub mend: Option<String>,
    /// Where in the file it stands.
    pub at: At,
}

const FIRST: &str = "Art. 13(1), first sentence";
const SECOND: &str = "Art. 13(1), second sentence";
const ASSESSED: &str = "Art. 13(2), first sentence";
const WATER: &str = "Art. 13(2), second sentence";

/// Checks a plan against the duties as they stand in the tables of the law; `in_union` is none where the file names no
/// country.
pub fn check(plan: &PlanFile, consider: Option<&Obligation>, in_union: Option<bool>) -> Vec<Check> {
    if let Some(why) = not_bound(plan, consider, in_union) {
        return vec![Check {
            id: "binds",
            rule: FIRST,
            standing: Standing::DoesNotBind,
            says: why,
            mend: None,
            at: plan.at,
        }];
    }
    let mut checks = vec![considered(plan)];
    checks.extend(plan.provisions.iter().map(priority));
    checks.extend(assessed(plan));
    checks
}

fn not_bound(plan: &PlanFile, consider: Option<&Obligation>, in_union: Option<bool>) -> Option<String> {
    if in_union == Some(false) {
        return Some("Outside the Union Art. 13 binds nobody".to_owned());
    }
    let from = consider.filter(|duty| duty.version == IN_FORCE)?.valid_from?;
    let date = plan.date.filter(|&date| plan.adopted && date < from)?;
    Some(format!(
        "Adopted on {date}, before the Act applied ({from}): it binds the next plan, or a revision of this one"
    ))
}

fn considered(plan: &PlanFile) -> Check {
    let provides = !plan.provisions.is_empty();
    let (standing, says, mend) = match (plan.considered, &plan.place, &plan.reasons) {
        (Some(false), ..) => (
            Standing::NotMet,
            "The plan says that provisions for critical raw materials projects were not considered".to_owned(),
            Some("consider them, and say in the plan what was found; whether to provide is left to the plan"),
        ),
        (Some(true), Some(place), _) if provides => {
            (Standing::Met, format!("Considered ({place}), and the plan has {}", count(plan.provisions.len())), None)
        }
        (Some(true), Some(place), Some(_)) => {
            (Standing::Met, format!("Considered ({place}); the plan has none, and gives reasons"), None)
        }
        (Some(true), Some(place), None) => (
            Standing::Met,
            format!("Considered ({place}); the plan has none and gives no reasons, which the Act does not ask for"),
            Some("give the reasons in the plan: without them nobody can tell considering from passing over"),
        ),
        (Some(true), None, _) => (
            Standing::NotShown,
            "Said to be considered, but not where in the plan that can be read".to_owned(),
            Some("write where = and the chapter or page"),
        ),
        (None, ..) if provides => (
            Standing::Met,
            format!("The plan has {}, which nobody makes without considering it", count(plan.provisions.len())),
            None,
        ),
        (None, ..) => (
            Standing::NotShown,
            "The plan does not say whether provisions for critical raw materials projects were considered".to_owned(),
            Some("say it in the plan, with the reasons; then write considered = and where = here"),
        ),
    };
    Check { id: "considered", rule: FIRST, standing, says, mend: mend.map(str::to_owned), at: plan.at }
}

fn count(provisions: usize) -> String {
    if provisions == 1 { "one provision".to_owned() } else { format!("{provisions} provisions") }
}

/// Priority is an order, not a ban: other land is possible where the plan shows why.
fn priority(provision: &Provision) -> Check {
    let others: Vec<&str> = provision.land.iter().filter(|land| !land.has_priority()).map(|land| land.name()).collect();
    let what = &provision.what;
    let only_occurrence = others.is_empty() && provision.land.iter().all(|&land| land == Land::Occurrence);
    let (standing, says, mend) = match (others.as_slice(), &provision.reasons) {
        ([], _) if provision.land.is_empty() => {
            (Standing::NotShown, format!("{what}: the kind of land is not said"), Some("write land = [...]"))
        }
        ([], None) if only_occurrence => (
            Standing::Met,
            format!("{what}: on a mineral occurrence, which has priority \"where appropriate\""),
            Some("write reasons = why it is appropriate here"),
        ),
        ([], _) => (Standing::Met, format!("{what}: on land that has priority"), None),
        (_, Some(reasons)) => {
            (Standing::Met, format!("{what}: on {}, with its reasons: {reasons}", others.join(", ")), None)
        }
        (_, None) => (
            Standing::NotShown,
            format!("{what}: on {}, which has no priority, and no reasons are given", others.join(", ")),
            Some("write reasons = why built surfaces, industrial sites, brownfields or mines do not serve"),
        ),
    };
    Check { id: "priority", rule: SECOND, standing, says, mend: mend.map(str::to_owned), at: provision.at }
}

/// The duty of one assessment arises for plans that have such provisions and are subject to both assessments.
fn assessed(plan: &PlanFile) -> Vec<Check> {
    if plan.provisions.is_empty() {
        return Vec::new();
    }
    let check = |id, rule, standing, says: &str, mend: Option<&str>, at| Check {
        id,
        rule,
        standing,
        says: says.to_owned(),
        mend: mend.map(str::to_owned),
        at,
    };
    let Some(assessment) = plan.assessment else {
        let says = "The file does not say how the plan is assessed";
        let mend = Some("write [assessment] with strategic, habitats, combined and water, true or false each");
        return vec![check("one-assessment", ASSESSED, Standing::NotShown, says, mend, plan.at)];
    };
    let at = assessment.at;
    let mut checks = vec![match (assessment.strategic, assessment.habitats, assessment.combined) {
        (Some(false), ..) | (_, Some(false), _) => check(
            "one-assessment",
            ASSESSED,
            Standing::DoesNotBind,
            "Not both assessments apply (Directive 2001/42/EC, Art. 6 of Directive 92/43/EEC)",
            None,
            at,
        ),
        (Some(true), Some(true), Some(true)) => {
            check("one-assessment", ASSESSED, Standing::Met, "Both assessments are one", None, at)
        }
        (Some(true), Some(true), Some(false)) => check(
            "one-assessment",
            ASSESSED,
            Standing::NotMet,
            "Both assessments apply and are not combined",
            Some("make them one assessment"),
            at,
        ),
        _ => check(
            "one-assessment",
            ASSESSED,
            Standing::NotShown,
            "Whether both assessments apply, and are one, is not said",
            Some("write strategic, habitats and combined, true or false each"),
            at,
        ),
    }];
    checks.push(match assessment.water {
        Some(true) => check("water", WATER, Standing::Met, "The impact on water bodies is addressed", None, at),
        Some(false) => check(
            "water",
            WATER,
            Standing::NotShown,
            "The impact on water bodies is not addressed: asked for \"where applicable\"",
            Some("address it, or say in the plan why no water body is potentially affected"),
            at,
        ),
        None => check(
            "water",
            WATER,
            Standing::NotShown,
            "Whether the impact on water bodies is addressed is not said",
            Some("write water = true or false"),
            at,
        ),
    });
    checks
}

#[cfg(test)]
mod tests;
