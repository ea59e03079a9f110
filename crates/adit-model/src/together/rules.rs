//! All rules of the game, so that a test can walk them and the documentation can be held against them.

use adit_number::Rule;

use super::{displacement, tonnes};

/// A convention of the game that no act or paper states.
const CONVENTION: &str = "A convention of adit, stated in docs/src/methods/together.md: the Act has none";

/// Where the value of a coalition is from.
const GAME: &str = "L. S. Shapley (1953), A value for n-person games, doi:10.1515/9781400881970-018: the characteristic function of a game; the measure is that of Regulation (EU) 2024/1252";

/// What a coalition changes in the supply risk.
pub static SUPPLY_RISK: Rule = Rule {
    id: "together.sr",
    says: "What the regions change in the supply risk: before less after, so that positive is better",
    formula: "v(S) = SR − SR(S)",
    unit: "index",
    source: GAME,
};

/// What a coalition changes in the largest third country's share.
pub static SINGLE_COUNTRY: Rule = Rule {
    id: "together.single-country",
    says: "What the regions change in the largest share of one third country in EU sourcing: before less after, so that positive is better",
    formula: "v(S) = max S(c) − max S'(c), c a third country",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(b), with shares of EU sourcing of the study for shares of consumption",
};

/// The largest share of a third country.
pub static LARGEST: Rule = Rule {
    id: "together.largest-third-country",
    says: "The largest share of one third country in EU sourcing; overseas countries and territories of member states are none",
    formula: "max S(c), c a third country",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(b), with shares of EU sourcing of the study for shares of consumption",
};

/// What a coalition adds to a share of capacity.
pub static CAPACITY: Rule = Rule {
    id: "together.capacity",
    says: "What the regions add to the share of capacity in consumption: capacity that counts in the year, times recovery to the processed form at extraction, over consumption",
    formula: "v(S) = Σ k × standing × p × recovery / C",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Art. 5(1)(a)",
};

/// A group.
pub static GROUP: Rule = Rule {
    id: "together.group",
    says: "A group's game: the mean of its members' games",
    formula: "v(S) = mean over members of v(S)",
    unit: "that of the measure",
    source: "European Commission, Study on the critical raw materials for the EU 2023: a group is the mean of its members",
};

/// What a project brings.
pub static TONNES: Rule = Rule {
    id: "together.tonnes",
    says: "What a project brings in the year: its capacity times the part that stands at the end of the year, times output over capacity, times the probability that it produces",
    formula: "A = k × min(1, max(0, (Y + 1 − start − delay) / ramp)) × utilisation × p",
    unit: "t/a",
    source: CONVENTION,
};

/// Capacity that a project brings.
pub static CAPACITY_OF_PROJECT: Rule = Rule {
    id: "together.capacity-of-project",
    says: "Capacity that a project brings in the year: its capacity times the part that stands at the end of the year, times the probability that it produces. Art. 5 measures capacity, so utilisation does not enter",
    formula: "K = k × min(1, max(0, (Y + 1 − start − delay) / ramp)) × p",
    unit: "t/a",
    source: "Regulation (EU) 2024/1252, Art. 2(5), 5(1)(a)",
};

/// New tonnes of one country.
pub static NEW_OF_COUNTRY: Rule = Rule {
    id: "together.new-of-country",
    says: "New tonnes of a country: its projects summed before anything is squared",
    formula: "A(c) = Σ A over the projects in c",
    unit: "t/a",
    source: CONVENTION,
};

/// Share of EU sourcing.
pub static SHARE_EUROPE: Rule = Rule {
    id: "together.share-eus",
    says: "A country's share of EU sourcing with the new supply: what is left of its own after displacement, and what it newly brings",
    formula: "S'(c) = S(c) − displaced(c) + λ × A(c) / T",
    unit: "share",
    source: CONVENTION,
};

/// Share of world supply.
pub static SHARE_WORLD: Rule = Rule {
    id: "together.share-gs",
    says: "A country's share of world supply with the new supply, exported tonnes included",
    formula: "S'(c) = (S(c) × G + A(c)) / (G + A)",
    unit: "share",
    source: CONVENTION,
};

/// Import reliance after.
pub static IMPORT_RELIANCE: Rule = Rule {
    id: "together.ir",
    says: "Import reliance with the new supply: it moves with the share of imports in EU sourcing, within 0 and 1; where nothing is imported it stays",
    formula: "IR' = IR × m' / m",
    unit: "share",
    source: CONVENTION,
};

/// EoL-RIR after.
pub static RECYCLED: Rule = Rule {
    id: "together.recycled",
    says: "End-of-life recycling input rate with the new recycling of old scrap; production scrap never enters it",
    formula: "EoL-RIR' = min(1, (EoL-RIR × I + R) / I)",
    unit: "share",
    source: "Definition of EoL-RIR: European Commission, Methodology for establishing the EU list of critical raw materials, 2017",
};

/// A player's Shapley share.
pub static SHAPLEY: Rule = Rule {
    id: "together.shapley",
    says: "A region's share of what all change together: what it adds on average when the regions join in a random order",
    formula: "φ(i) = Σ |S|! (n − |S| − 1)! / n! × (v(S + i) − v(S))",
    unit: "that of the measure",
    source: "L. S. Shapley (1953), A value for n-person games, doi:10.1515/9781400881970-018",
};

/// What two regions add to each other.
pub static PAIR: Rule = Rule {
    id: "together.pair",
    says: "What two regions add to each other: above 0 they complement each other, below 0 one does in part what the other does",
    formula: "I(i, j) = v(ij) − v(i) − v(j)",
    unit: "that of the measure",
    source: "J. C. Harsanyi (1963), A simplified bargaining model for the n-person cooperative game, doi:10.2307/2525487: the dividend of the pair",
};

/// Every rule with its source.
pub fn all() -> [&'static Rule; 19] {
    [
        &SUPPLY_RISK,
        &SINGLE_COUNTRY,
        &LARGEST,
        &CAPACITY,
        &GROUP,
        &TONNES,
        &CAPACITY_OF_PROJECT,
        &NEW_OF_COUNTRY,
        &displacement::ACCEPTED,
        &SHARE_EUROPE,
        &SHARE_WORLD,
        &IMPORT_RELIANCE,
        &RECYCLED,
        &SHAPLEY,
        &PAIR,
        &tonnes::SUPPLY_CONSUMPTION,
        &tonnes::SUPPLY_BALANCE,
        &tonnes::SUPPLY_RELIANCE,
        &tonnes::PRODUCTION,
    ]
}
