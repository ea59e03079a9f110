//! An award of public money, as the rules look at it.

/// Size of an undertaking (Annex I to Regulation (EU) No 651/2014).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// Fewer than 50 staff and a turnover or balance sheet of at most EUR 10 million.
    Small,
    /// Fewer than 250 staff and a turnover of at most EUR 50 million, or a balance sheet of at most EUR 43 million.
    Medium,
    /// Larger.
    Large,
}

impl Size {
    /// The word of the rules.
    pub fn id(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }

    /// From the word of the rules.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Small, Self::Medium, Self::Large].into_iter().find(|size| size.id() == text)
    }
}

/// Other public support for the same eligible costs.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherSupport {
    /// What it is called.
    pub name: String,
    /// Category of aid, if it is State aid.
    pub category: Option<String>,
    /// Gross grant equivalent, million euro.
    pub grant_equivalent: f64,
    /// Whether it is Union funding managed centrally, which is not State aid (Art. 8(2)).
    pub central: bool,
}

/// An award of public money. What is not known is `None`, and said so beside the rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Award {
    /// Day, `YYYY-MM-DD`.
    pub day: String,
    /// NUTS 2024 code of the place, as deep as known.
    pub region: Option<String>,
    /// Size of the undertaking. Unknown counts as large, the strictest reading.
    pub size: Option<Size>,
    /// Category of aid, for example `regional-investment`, `circular-economy`, `cisaf`.
    pub category: String,
    /// Fund that pays: `erdf`, `jtf`, `innovation-fund`; `None` for national money.
    pub fund: Option<String>,
    /// Category of the region in the funds: `less-developed`, `transition`, `more-developed`.
    pub region_category: Option<String>,
    /// Stage of the chain.
    pub stage: Option<String>,
    /// Whether the undertaking is in difficulty.
    pub in_difficulty: Option<bool>,
    /// Whether work started before the application.
    pub started: Option<bool>,
    /// Whether it is a new economic activity in the area.
    pub new_activity: Option<bool>,
    /// Other support for the same eligible costs.
    pub other: Vec<OtherSupport>,
}

impl Award {
    /// An award of national money of which only day, place and category are known.
    pub fn new(day: impl Into<String>, region: Option<String>, category: impl Into<String>) -> Self {
        Self {
            day: day.into(),
            region,
            size: None,
            category: category.into(),
            fund: None,
            region_category: None,
            stage: None,
            in_difficulty: None,
            started: None,
            new_activity: None,
            other: Vec::new(),
        }
    }
}
