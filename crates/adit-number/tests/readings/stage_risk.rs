//! The shape of one stage of the official supply risk, with import reliance from a balance: sums, products, a mean with a
//! weight and a branch on a number.

use adit_number::{Fact, Reading, Real, Rule, Subject};

pub static HHI_TERM: Rule = Rule {
    id: "hhi-term",
    says: "A supplier weighs by the square of its share, its governance and its trade parameter.",
    formula: "S^2 * WGI * t",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II",
};
pub static HHI: Rule = Rule {
    id: "hhi",
    says: "Concentration is the sum over suppliers.",
    formula: "sum_c S_c^2 * WGI_c * t_c",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II",
};
pub static IMPORT_RELIANCE: Rule = Rule {
    id: "import-reliance",
    says: "The part of supply that is imported on balance; a net exporter relies on nobody.",
    formula: "(imports - exports) / (production + imports - exports)",
    unit: "share",
    source: "Regulation (EU) 2024/1252, Annex II",
};
pub static STAGE_RISK: Rule = Rule {
    id: "stage-risk",
    says: "The supply risk of one stage.",
    formula: "[HHI_GS * IR/2 + HHI_EUS * (1 - IR/2)] * (1 - EoL_RIR) * SI_SR",
    unit: "index",
    source: "Regulation (EU) 2024/1252, Annex II",
};
/// Where the facts of one stage stand in a list of facts, and how many suppliers it has.
#[derive(Clone, Copy)]
pub struct Stage {
    /// First of the triples share, governance, trade of the world's suppliers. Those of Europe follow, then net imports,
    /// production, recycled share and substitution index.
    pub first: usize,
    pub world: usize,
    pub europe: usize,
}

impl Stage {
    /// The ranges in which its facts lie, in their order.
    pub fn ranges(self) -> Vec<(f64, f64)> {
        let supplier = [(0.0, 1.0), (0.0, 10.0), (0.8, 1.5)];
        let mut ranges = supplier.repeat(self.world + self.europe);
        ranges.extend([(-20.0, 80.0), (0.0, 60.0), (0.0, 1.0), (0.5, 1.0)]);
        ranges
    }
}

fn concentration<R: Reading>(reading: &R, suppliers: &[Fact]) -> R::Number {
    let term = |facts: &[Fact]| {
        let (share, governance, trade) = (reading.read(&facts[0]), reading.read(&facts[1]), reading.read(&facts[2]));
        (share.square() * governance * trade).by(&HHI_TERM, Subject(facts[0].index))
    };
    suppliers.chunks_exact(3).map(term).fold(R::Number::exact(0.0), |sum, term| sum + term).by(&HHI, Subject::NONE)
}

pub fn stage_risk<R: Reading>(reading: &R, facts: &[Fact], stage: Stage) -> R::Number {
    let (world, rest) = facts[stage.first..].split_at(3 * stage.world);
    let (europe, rest) = rest.split_at(3 * stage.europe);
    let (net_imports, production) = (reading.read(&rest[0]), reading.read(&rest[1]));
    let (recycled, substitution) = (reading.read(&rest[2]), reading.read(&rest[3]));
    let one = R::Number::exact(1.0);
    let zero = R::Number::exact(0.0);
    let (world, europe) = (concentration(reading, world), concentration(reading, europe));
    let exporter = zero.at_least(net_imports);
    let reliance =
        R::Number::choose(exporter, zero, net_imports.part_of(production)).by(&IMPORT_RELIANCE, Subject::NONE);
    let hhi = europe.mix(world, reliance * R::Number::exact(0.5));
    (hhi * (one - recycled) * substitution).by(&STAGE_RISK, Subject(u32::try_from(stage.first).unwrap_or(u32::MAX)))
}
