//! From stages to a material, from members to a group.
//!
//! The supply risk of a material is the higher of its stages: European Commission, Methodology for establishing the EU
//! list of critical raw materials, 2017. Of a group it is the arithmetic mean of its members' own figures: European
//! Commission, Study on the critical raw materials for the EU 2023.

use adit_number::{Real, Rule, Subject};

/// The higher stage decides.
pub static STAGE_HIGHER: Rule = Rule {
    id: "risk.stage-higher",
    says: "Supply risk of a material: the higher of its stages",
    formula: "SR = max(SR extraction, SR processing)",
    unit: "index",
    source: "European Commission, Methodology for establishing the EU list of critical raw materials, 2017",
};

/// A group is the mean of its members.
pub static GROUP_MEAN: Rule = Rule {
    id: "risk.group-mean",
    says: "A group's figure: the arithmetic mean of its members' own figures",
    formula: "mean over members",
    unit: "index",
    source: "European Commission, Study on the critical raw materials for the EU 2023",
};

/// The higher of the stages that have a figure; `None` without any. Unit: index.
///
/// # Source
/// European Commission, Methodology for establishing the EU list of critical raw materials, 2017.
pub fn higher_stage<R: Real>(stages: impl Iterator<Item = R>, subject: Subject) -> Option<R> {
    stages.reduce(R::larger).map(|higher| higher.by(&STAGE_HIGHER, subject))
}

/// The mean of the members' figures; `None` if one is missing or there are none. Unit: that of the figures.
///
/// # Source
/// European Commission, Study on the critical raw materials for the EU 2023.
pub fn mean_of_members<R: Real>(members: impl Iterator<Item = Option<R>>, subject: Subject) -> Option<R> {
    let (mut sum, mut count) = (R::exact(0.0), 0u32);
    for member in members {
        sum = sum + member?;
        count += 1;
    }
    (count > 0).then(|| (sum / R::exact(f64::from(count))).by(&GROUP_MEAN, subject))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// LREE 2023: members' own published figures 4.0, 3.5, 4.5, 3.2, 3.5 give 3.74, not 3.58 (the higher stage mean).
    #[test]
    fn light_rare_earths_are_the_mean_of_their_members() {
        let members = [4.0, 3.5, 4.5, 3.2, 3.5].map(Some);
        assert!((mean_of_members::<f64>(members.into_iter(), Subject::NONE).unwrap() - 3.74).abs() < 1e-12);
        assert!(mean_of_members([Some(1.0), None].into_iter(), Subject::NONE).is_none());
    }
}
