//! The languages of the public pages: messages in catalogue files, English complete, others as far as they go.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A language of the pages.
#[derive(Clone, Copy)]
pub(super) struct Tongue(&'static Catalogue);

struct Catalogue {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
}

static CATALOGUES: LazyLock<Vec<Catalogue>> = LazyLock::new(|| {
    [
        ("en", include_str!("../../catalogue/en.ftl")),
        ("fi", include_str!("../../catalogue/fi.ftl")),
        ("es", include_str!("../../catalogue/es.ftl")),
        ("de", include_str!("../../catalogue/de.ftl")),
    ]
    .into_iter()
    .filter_map(|(tag, text)| {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().ok()?]);
        // Names stand in <bdi>; marks of direction within texts would be read out by some screen readers.
        bundle.set_use_isolating(false);
        // What can be read of a damaged catalogue is used; a test proves that none is.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource(resource).ok()?;
        Some(Catalogue { tag, bundle })
    })
    .collect()
});

/// A value in a message.
pub(super) enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A count, which the message may choose a form by.
    Count(i64),
}

impl Tongue {
    /// The languages there are; English first.
    pub fn all() -> impl Iterator<Item = Self> {
        CATALOGUES.iter().map(Self)
    }

    /// The language of an address, English if it names none that there is.
    pub fn named(tag: Option<&str>) -> Option<Self> {
        let wanted = tag.unwrap_or("en");
        Self::all().find(|tongue| tongue.tag() == wanted).or_else(|| Self::all().next())
    }

    /// Its tag, as `fi`.
    pub fn tag(self) -> &'static str {
        self.0.tag
    }

    /// A message without values.
    pub fn text(self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A message with its values; in English where the language lacks it.
    pub fn say(self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Text(text) => args.set(*name, (*text).to_owned()),
                Value::Count(count) => args.set(*name, FluentValue::from(*count)),
            }
        }
        std::iter::once(self)
            .chain(Self::all().next())
            .find_map(|tongue| {
                let bundle = &tongue.0.bundle;
                let pattern = bundle.get_message(key)?.value()?;
                Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
            })
            .unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<&str> {
        let messages = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        messages.filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect()
    }

    #[test]
    fn every_catalogue_reads_whole_and_says_nothing_that_english_does_not() {
        assert_eq!(Tongue::all().map(Tongue::tag).collect::<Vec<_>>(), ["en", "fi", "es", "de"]);
        let english = keys(include_str!("../../catalogue/en.ftl"));
        for text in [
            include_str!("../../catalogue/en.ftl"),
            include_str!("../../catalogue/fi.ftl"),
            include_str!("../../catalogue/es.ftl"),
            include_str!("../../catalogue/de.ftl"),
        ] {
            assert!(FluentResource::try_new(text.to_owned()).is_ok());
            for key in keys(text) {
                assert!(english.contains(&key), "{key}");
            }
        }
    }

    #[test]
    fn counts_choose_their_form_and_missing_messages_are_english() {
        let english = Tongue::named(None).unwrap();
        let lead = |concerns, unanswered, promises, overdue| {
            let counts = [concerns, unanswered, promises, overdue].map(Value::Count);
            let [one, two, three, four] = counts;
            english.say("lead", &[("concerns", one), ("unanswered", two), ("promises", three), ("overdue", four)])
        };
        assert_eq!(lead(0, 0, 0, 0), "Nobody has said anything yet; nothing is promised yet.");
        assert_eq!(
            lead(3, 1, 2, 1),
            "3 concerns are on record, one of them without an answer; 2 promises are made, and one is overdue."
        );
        let finnish = Tongue::named(Some("fi")).unwrap();
        assert_eq!(finnish.text("facts-kept"), "Promises said to be kept");
        assert_eq!(finnish.text("send"), "Lähetä");
        assert_eq!(Tongue::named(Some("xx")).unwrap().tag(), "en");
    }
}
