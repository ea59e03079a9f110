//! The clocks of `examples/clock`, embedded: they run in an empty folder.

/// A clock that comes with adit.
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
            text: include_str!(concat!("../../../../../examples/clock/", $id, ".toml")),
        }),*];
    };
}

embed!["extraction", "processing", "late-report", "extension", "barroso"];

/// One of them by its id.
pub fn example(id: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.id == id)
}
