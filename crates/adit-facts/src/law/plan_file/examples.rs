//! The plans of `examples/plans`, embedded: they run in an empty folder.

/// A made-up plan that comes with adit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its id: the name of its file without the ending.
    pub id: &'static str,
    /// The text of its file.
    pub text: &'static str,
}

/// All of them.
pub const EXAMPLES: &[Example] = &[
    Example { id: "upper-valley", text: include_str!("../../../../../examples/plans/upper-valley.toml") },
    Example { id: "silent", text: include_str!("../../../../../examples/plans/silent.toml") },
];

/// One of them by its id.
pub fn example(id: &str) -> Option<&'static Example> {
    EXAMPLES.iter().find(|example| example.id == id)
}
