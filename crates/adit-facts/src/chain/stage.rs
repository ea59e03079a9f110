//! The stages of a value chain, of which the official method looks at two.

use std::fmt;

use serde::Serialize;

use crate::vocabulary::Stage;

/// A stage of the value chain (design: words).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChainStage {
    /// Mining, harvesting, pumping, and what is usually done at the mine (Art. 2(9)).
    Extraction,
    /// Refining, smelting, separating.
    Processing,
    /// Making products from processed material.
    Manufacturing,
    /// In use.
    Use,
    /// Collecting what is no longer used.
    Collection,
    /// Recovering material from waste (Art. 2(10), (11)).
    Recycling,
    /// Replacing the material by another.
    Substitution,
}

impl ChainStage {
    /// All stages, in the order of the chain.
    pub const ALL: [Self; 7] = [
        Self::Extraction,
        Self::Processing,
        Self::Manufacturing,
        Self::Use,
        Self::Collection,
        Self::Recycling,
        Self::Substitution,
    ];

    /// The id.
    pub fn id(self) -> &'static str {
        match self {
            Self::Extraction => "extraction",
            Self::Processing => "processing",
            Self::Manufacturing => "manufacturing",
            Self::Use => "use",
            Self::Collection => "collection",
            Self::Recycling => "recycling",
            Self::Substitution => "substitution",
        }
    }

    /// From its id.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        Self::ALL.into_iter().find(|stage| stage.id() == text)
    }

    /// The stage of the official method, where it is one.
    pub fn official(self) -> Option<Stage> {
        match self {
            Self::Extraction => Some(Stage::Extraction),
            Self::Processing => Some(Stage::Processing),
            _ => None,
        }
    }
}

impl From<Stage> for ChainStage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Extraction => Self::Extraction,
            Stage::Processing => Self::Processing,
        }
    }
}

impl fmt::Display for ChainStage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
