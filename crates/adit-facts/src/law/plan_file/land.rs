//! Kinds of land, as Art. 13(1) orders them and as plans have them.

/// A kind of land on which a provision lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Land {
    /// Artificial and built surfaces.
    Artificial,
    /// An industrial site.
    Industrial,
    /// A brownfield site.
    Brownfield,
    /// An active mine.
    ActiveMine,
    /// An abandoned mine.
    AbandonedMine,
    /// An identified mineral occurrence: with priority where appropriate.
    Occurrence,
    /// Land that is farmed.
    Agricultural,
    /// Forest.
    Forest,
    /// Land under protection.
    Protected,
    /// Anything else.
    Other,
}

impl Land {
    /// The words of files.
    pub const WORDS: [(&str, Self); 10] = [
        ("artificial-surface", Self::Artificial),
        ("industrial-site", Self::Industrial),
        ("brownfield", Self::Brownfield),
        ("active-mine", Self::ActiveMine),
        ("abandoned-mine", Self::AbandonedMine),
        ("mineral-occurrence", Self::Occurrence),
        ("agricultural", Self::Agricultural),
        ("forest", Self::Forest),
        ("protected", Self::Protected),
        ("other", Self::Other),
    ];

    /// For people, as "farmed land".
    pub fn name(self) -> &'static str {
        match self {
            Self::Artificial => "an artificial or built surface",
            Self::Industrial => "an industrial site",
            Self::Brownfield => "a brownfield site",
            Self::ActiveMine => "an active mine",
            Self::AbandonedMine => "an abandoned mine",
            Self::Occurrence => "a mineral occurrence",
            Self::Agricultural => "farmed land",
            Self::Forest => "forest",
            Self::Protected => "protected land",
            Self::Other => "other land",
        }
    }

    /// Whether Art. 13(1), second sentence, gives it priority; of mineral occurrences only "where appropriate".
    pub fn has_priority(self) -> bool {
        self <= Self::Occurrence
    }
}
