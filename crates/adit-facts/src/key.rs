//! Keys of facts: `table/key/key.../column`, stable over editions of the package.

use std::fmt;

/// The stable key of a fact, for example `recycling/ec-2023/lithium/eol-rir`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FactKey(pub(crate) String);

impl FactKey {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A key or a pattern of keys; `*` stands for exactly one part.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pattern(String);

impl Pattern {
    /// A pattern from text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The pattern as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it names one key, without any `*`.
    pub fn is_exact(&self) -> bool {
        !self.0.split('/').any(|part| part == "*")
    }

    /// Whether `key` is meant.
    pub fn matches(&self, key: &str) -> bool {
        let mut wanted = self.0.split('/');
        let mut given = key.split('/');
        loop {
            match (wanted.next(), given.next()) {
                (None, None) => return true,
                (Some(w), Some(g)) if w == "*" || w == g => {}
                _ => return false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_one_part() {
        let all = Pattern::new("eu-supply/ec-2023/lithium/processing/*/share");
        assert!(all.matches("eu-supply/ec-2023/lithium/processing/CL/share"));
        assert!(!all.matches("eu-supply/ec-2023/lithium/processing/CL/trade"));
        assert!(!all.matches("eu-supply/ec-2023/lithium/processing/share"));
        assert!(!all.is_exact());
    }
}
