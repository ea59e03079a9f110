//! What somebody typed into a form, word for word. Every form is read here; what the fields mean is each page's own.

/// The fields of a form, in their order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Typed(Vec<(String, String)>);

impl Typed {
    /// The fields of a form that was sent. Browsers end lines with two characters; one is kept.
    pub fn read(body: &[u8]) -> Self {
        Self(
            form_urlencoded::parse(body)
                .into_owned()
                .map(|(name, value)| (name, value.replace("\r\n", "\n")))
                .collect(),
        )
    }

    /// Fields by name and value.
    pub fn of_fields(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// A field with every blank, as passwords have them; empty if it was not sent.
    pub fn raw(&self, name: &str) -> &str {
        self.0.iter().find(|(given, _)| given == name).map_or("", |(_, value)| value)
    }

    /// A field without the blanks around it; none if it was not sent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.trim())
    }

    /// The same; none also if it is empty.
    pub fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Sets a field.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(given, _)| given != name);
        self.0.push((name.to_owned(), value.to_owned()));
    }

    /// The same form with a field set.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl AsRef<str>) -> Self {
        self.set(name, value.as_ref());
        self
    }
}
