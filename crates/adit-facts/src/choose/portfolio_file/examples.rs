//! The portfolios of `examples/portfolios`, embedded: they can be chosen from in an empty folder.

/// A portfolio that comes with adit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its id: the name of its file without the ending.
    pub id: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

macro_rules! embed {
    ($($id:literal),* $(,)?) => {
        /// All of them.
        pub const EXAMPLES: &[Example] = &[$(Example {
            id: $id,
            text: include_str!(concat!("../../../../../examples/portfolios/", $id, ".toml")),
        }),*];
    };
}

embed!["lithium-six-regions", "magnet-chain", "strategic-47"];

/// One of them by its id.
pub fn example(id: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.id == id)
}
