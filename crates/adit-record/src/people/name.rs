//! Names to sign in by, and pseudonyms under which people speak.

use unicode_normalization::UnicodeNormalization;

use crate::hash::Hash;
use crate::people::PeopleError;

/// A sign-in name as it is compared: compatibility forms folded, small letters.
pub(super) fn folded(name: &str) -> String {
    name.trim().nfkc().flat_map(char::to_lowercase).collect()
}

/// A sign-in name that may be given to an account.
pub(super) fn sign_in_name(name: &str) -> Result<String, PeopleError> {
    let name = folded(name);
    let letters = name.chars().count();
    let fits = name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '_' | '-' | '@'));
    if (3..=64).contains(&letters) && fits { Ok(name) } else { Err(PeopleError::Name) }
}

/// A pseudonym that may be shown. Only letters, digits and plain marks: nothing that turns the direction of writing or
/// hides among other letters.
pub(super) fn pseudonym(given: &str) -> Result<String, PeopleError> {
    let given: String = given.trim().nfc().collect();
    let letters = given.chars().count();
    let fits = given.chars().all(|letter| {
        letter.is_alphanumeric() || matches!(letter, ' ' | '.' | '_' | '-' | '\'') || is_combining(letter)
    });
    let begins = given.chars().next().is_some_and(char::is_alphanumeric);
    if (2..=40).contains(&letters) && fits && begins && !given.contains("  ") {
        Ok(given)
    } else {
        Err(PeopleError::Pseudonym)
    }
}

fn is_combining(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

/// What is kept of a pseudonym for ever.
pub(super) fn pseudonym_key(pseudonym: &str) -> Hash {
    Hash::of(&[b"adit pseudonym 1\n", folded(pseudonym).as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_as_people_read_them() {
        assert_eq!(sign_in_name(" Anna.Virtanen ").unwrap(), "anna.virtanen");
        assert_eq!(sign_in_name("ＡＮＮＡ").unwrap(), "anna", "full-width letters");
        for wrong in ["", "ab", "a b c", "x'; DROP TABLE accounts", &"a".repeat(65), "an\u{202e}na", "<b>abc"] {
            assert!(sign_in_name(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_pseudonym_is_plain_text() {
        for right in ["River 7", "Jäkälä", "O'Neill", "नदी", "a.b_c-d"] {
            assert_eq!(pseudonym(right).unwrap(), right);
        }
        for wrong in ["", "x", "<script>", "anna\u{202e}", "a\u{200b}b", " - ", "two  spaces", "a\nb", &"x".repeat(41)]
        {
            assert!(pseudonym(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(pseudonym_key("River 7"), pseudonym_key("RIVER 7"));
    }
}
