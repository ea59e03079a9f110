//! Places in the text of a model file: a byte, shown to people as line and column.

/// A text with the name of its file, which finds the line of a byte without reading from the beginning each time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    file: String,
    whole: String,
    line_starts: Vec<usize>,
}

impl Text {
    /// A text and how its file is called.
    pub fn new(file: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(breaks).collect();
        Self { file: file.into(), whole: text, line_starts }
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.whole
    }

    /// 1-based line and character column of a byte.
    pub fn line_and_column(&self, at: usize) -> (u64, u64) {
        let line = self.line_starts.partition_point(|start| *start <= at).max(1);
        let start = self.line_starts[line - 1];
        let column = self.whole.get(start..at).map_or(0, |before| before.chars().count());
        (line as u64, column as u64 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn lines_and_columns_are_counted_from_one_in_characters() {
        let text = Text::new("a.toml", "é = 1\nb = 2\n");
        assert_eq!(text.line_and_column(0), (1, 1));
        assert_eq!(text.line_and_column(3), (1, 3));
        assert_eq!(text.line_and_column(7), (2, 1));
        assert_eq!(text.line_and_column(99), (3, 1));
    }
}
