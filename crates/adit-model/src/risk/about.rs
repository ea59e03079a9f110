//! What a number of this room is about: the address of a computation, small enough to travel with a traced number.

use adit_facts::study::Side;
use adit_facts::{Country, Material, Stage};
use adit_number::Subject;

/// The address of a computation of the Risk room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// `risk.sr/MATERIAL`: supply risk of a material or group.
    SupplyRisk(Material),
    /// `risk.sr/MATERIAL/STAGE`: supply risk of a stage.
    StageRisk(Material, Stage),
    /// `risk.hhi/MATERIAL/STAGE/gs|eus`: concentration of one supply.
    Concentration(Material, Stage, Side),
    /// `risk.hhi-term/MATERIAL/STAGE/gs|eus/COUNTRY`: one country's term.
    Term(Material, Stage, Side, Country),
    /// `risk.ir/MATERIAL/STAGE`: import reliance as it counts.
    ImportReliance(Material, Stage),
    /// `risk.governance/COUNTRY`.
    Governance(Country),
    /// `risk.ei/MATERIAL`: economic importance of a material or group.
    Importance(Material),
    /// `risk.ei-use/MATERIAL/LINE`: one use's part, by line of the list, from 1.
    Use(Material, u16),
}

impl About {
    /// Packed: three bits of kind, ten of material, one of stage, one of side, sixteen of country or line.
    pub fn subject(self) -> Subject {
        let (kind, material, stage, side, last) = match self {
            Self::SupplyRisk(m) => (0, m.0, Stage::Extraction, Side::World, 0),
            Self::StageRisk(m, s) => (1, m.0, s, Side::World, 0),
            Self::Concentration(m, s, side) => (2, m.0, s, side, 0),
            Self::Term(m, s, side, c) => (3, m.0, s, side, c.0),
            Self::ImportReliance(m, s) => (4, m.0, s, Side::World, 0),
            Self::Governance(c) => (5, 0, Stage::Extraction, Side::World, c.0),
            Self::Importance(m) => (6, m.0, Stage::Extraction, Side::World, 0),
            Self::Use(m, line) => (7, m.0, Stage::Extraction, Side::World, line),
        };
        let stage = u32::from(stage == Stage::Processing);
        let side = u32::from(side == Side::Europe);
        Subject(kind << 28 | u32::from(material) << 18 | stage << 17 | side << 16 | u32::from(last))
    }

    /// Unpacked.
    pub fn of(subject: Subject) -> Self {
        let bits = subject.0;
        let material = Material((bits >> 18 & 0x3ff) as u16);
        let stage = if bits >> 17 & 1 == 1 { Stage::Processing } else { Stage::Extraction };
        let side = if bits >> 16 & 1 == 1 { Side::Europe } else { Side::World };
        let last = (bits & 0xffff) as u16;
        match bits >> 28 {
            0 => Self::SupplyRisk(material),
            1 => Self::StageRisk(material, stage),
            2 => Self::Concentration(material, stage, side),
            3 => Self::Term(material, stage, side, Country(last)),
            4 => Self::ImportReliance(material, stage),
            5 => Self::Governance(Country(last)),
            6 => Self::Importance(material),
            _ => Self::Use(material, last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packing_is_lossless() {
        let (m, c) = (Material(91), Country(249));
        for about in [
            About::SupplyRisk(m),
            About::StageRisk(m, Stage::Processing),
            About::Concentration(m, Stage::Extraction, Side::Europe),
            About::Term(m, Stage::Processing, Side::World, c),
            About::ImportReliance(m, Stage::Extraction),
            About::Governance(c),
            About::Importance(m),
            About::Use(m, 12),
        ] {
            assert_eq!(About::of(about.subject()), about);
        }
    }
}
