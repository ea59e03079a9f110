//! Which of the present sources give way to new supply (rules §3).
//!
//! New supply of a share a of EU sourcing displaces as much of what is there. Displacement is computed once from the
//! whole coalition, never region by region, so that what a coalition is worth depends on who is in it and not on the
//! order in which they came.

use adit_number::{Real, Rule};

/// Which sources give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Displacement {
    /// All sources, those of the Union too, in proportion: the arithmetic of `--add`.
    #[default]
    Proportional,
    /// Third countries, the largest first.
    LargestFirst,
    /// Third countries, the worst governed first.
    WorstGovernedFirst,
    /// Third countries, all in proportion.
    ImportsOnly,
}

impl Displacement {
    /// All rules.
    pub const ALL: [Self; 4] = [Self::Proportional, Self::LargestFirst, Self::WorstGovernedFirst, Self::ImportsOnly];

    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Proportional => "proportional",
            Self::LargestFirst => "largest-first",
            Self::WorstGovernedFirst => "worst-governed-first",
            Self::ImportsOnly => "imports-only",
        }
    }

    /// From its id.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == text.trim())
    }
}

/// How much can be displaced.
pub static ACCEPTED: Rule = Rule {
    id: "together.accepted",
    says: "The part of the new supply that the Union takes; the rest is exported",
    formula: "λ = min(1, D / A), D all EU supply (proportional) or the imports from third countries",
    unit: "share",
    source: "adit: displacement rules of the coalition game, docs/src/methods/together.md",
};

/// What can be displaced, as a share of EU sourcing: everything under `proportional`, else the imports.
pub fn displaceable<R: Real>(how: Displacement, imports: R) -> R {
    if how == Displacement::Proportional { R::exact(1.0) } else { imports }
}

/// The part of the new supply that displaces something: `min(1, D / a)`, written so that each is named once in a
/// quotient that is defined everywhere.
pub fn accepted<R: Real>(displaceable: R, offered: R) -> R {
    displaceable.part_of((offered - displaceable).larger(R::exact(0.0)))
}

/// What is taken of one country's new supply `own` beside that of the `others`: `λ own`, never more than `own` nor than its
/// part of what can be displaced.
pub fn taken_of<R: Real>(own: R, others: R, displaceable: R) -> R {
    let enough = displaceable.at_least(own + others);
    R::choose(enough, own, own.smaller(displaceable * own.part_of(others))).smaller(displaceable)
}

/// Takes `taken`, a share of EU sourcing, from the present shares, and gives the part of the imports that remains.
/// `outside` says which sources are third countries, `imports` is their share together, and not zero unless the rule is
/// `proportional`; `order` is the order in which they give way, where the rule has one.
pub fn displace<R: Real>(
    how: Displacement,
    shares: &mut [R],
    outside: &[bool],
    order: &[usize],
    imports: R,
    taken: R,
) -> R {
    let (zero, one) = (R::exact(0.0), R::exact(1.0));
    if how == Displacement::Proportional {
        let kept = (one - taken).larger(zero);
        for share in shares {
            *share = *share * kept;
        }
        return kept;
    }
    let kept = (one - taken / imports).larger(zero);
    if how == Displacement::ImportsOnly {
        for (share, _) in shares.iter_mut().zip(outside).filter(|(_, outside)| **outside) {
            *share = *share * kept;
        }
    } else {
        let mut left = taken;
        for &at in order {
            let gives = shares[at].smaller(left);
            shares[at] = shares[at] - gives;
            left = left - gives;
        }
    }
    kept
}

/// The order in which third countries give way: by share or by governance, the highest first, ties by `code`. Share,
/// governance (`None`: unknown, after all others) and whether it is a third country, by position.
pub fn order(how: Displacement, sources: &[(f64, Option<f64>, bool, &str)]) -> Vec<usize> {
    let by = |at: usize| match how {
        Displacement::LargestFirst => Some(sources[at].0),
        Displacement::WorstGovernedFirst => Some(sources[at].1.unwrap_or(f64::NEG_INFINITY)),
        Displacement::Proportional | Displacement::ImportsOnly => None,
    };
    let mut order: Vec<usize> = (0..sources.len()).filter(|&at| sources[at].2 && by(at).is_some()).collect();
    order.sort_by(|&one, &other| {
        let (this, that) = (by(one).unwrap_or_default(), by(other).unwrap_or_default());
        that.total_cmp(&this).then_with(|| sources[one].3.cmp(sources[other].3))
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 50 % from Chile, 20 % each from China and Argentina, 10 % from Portugal.
    const SOURCES: [(f64, Option<f64>, bool, &str); 4] = [
        (0.5, Some(3.0), true, "CL"),
        (0.2, Some(6.0), true, "CN"),
        (0.2, None, true, "AR"),
        (0.1, Some(2.5), false, "PT"),
    ];

    fn after(how: Displacement, taken: f64) -> (Vec<f64>, f64) {
        let (mut shares, outside) = (SOURCES.map(|source| source.0), SOURCES.map(|source| source.2));
        let kept = displace(how, &mut shares, &outside, &order(how, &SOURCES), 0.9, taken);
        (shares.to_vec(), kept)
    }

    fn near(one: &[f64], other: [f64; 4]) -> bool {
        one.iter().zip(other).all(|(a, b)| (a - b).abs() < 1e-15)
    }

    #[test]
    fn each_rule_by_hand() {
        assert!(near(&after(Displacement::Proportional, 0.5).0, [0.25, 0.1, 0.1, 0.05]));
        assert!(near(&after(Displacement::ImportsOnly, 0.45).0, [0.25, 0.1, 0.1, 0.1]));
        assert!(
            near(&after(Displacement::LargestFirst, 0.6).0, [0.0, 0.2, 0.1, 0.1]),
            "Argentina before China: ties by code"
        );
        assert!(near(&after(Displacement::WorstGovernedFirst, 0.6).0, [0.1, 0.0, 0.2, 0.1]), "the unknown one is last");
    }

    #[test]
    fn what_is_taken_is_what_is_gone() {
        for how in Displacement::ALL {
            for taken in [0.0, 0.3, 0.9] {
                let (shares, kept) = after(how, taken);
                assert!((shares.iter().sum::<f64>() - (1.0 - taken)).abs() < 1e-15, "{how:?} {taken}");
                assert!((shares[..3].iter().sum::<f64>() - 0.9 * kept).abs() < 1e-15, "{how:?} {taken}");
            }
        }
    }

    #[test]
    fn more_than_can_be_displaced_is_exported() {
        let of = |how, offered| accepted(displaceable(how, 0.9), offered);
        assert_eq!(of(Displacement::Proportional, 0.9), 1.0);
        assert_eq!(of(Displacement::Proportional, 2.0), 0.5);
        assert_eq!(of(Displacement::LargestFirst, 1.8), 0.5);
        assert_eq!(taken_of(0.25, 0.5, 1.0), 0.25);
        assert_eq!((taken_of(0.5, 1.5, 1.0), taken_of(1.5, 0.5, 1.0)), (0.25, 0.75));
        assert_eq!(taken_of(0.0, 0.0, 1.0), 0.0);
    }

    #[test]
    fn ids_are_read_back() {
        for how in Displacement::ALL {
            assert_eq!(Displacement::parse(how.id()), Some(how));
        }
        assert_eq!(Displacement::parse("largest"), None);
    }
}
