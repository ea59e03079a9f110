//! Passwords: refused where they are short or often used, kept as argon2id, compared in the same time whether or not
//! there is anything to compare with.

use std::sync::LazyLock;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::people::PeopleError;
use crate::random;

/// Fewest letters of a password (OWASP ASVS 4.0.3, 2.1.1).
const SHORTEST: usize = 12;
/// Most letters of a password: enough for a sentence, too few to keep the hash busy.
const LONGEST: usize = 256;
/// Hashes computed at the same time: each takes 19 MiB (argon2id, m = 19 MiB, t = 2, p = 1: OWASP password storage).
const AT_ONCE: usize = 4;
static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// What passwords that people take by the thousand are made of; with digits and signs around them they are no better.
const OFTEN: [&str; 32] = [
    "password",
    "passwort",
    "salasana",
    "contrasena",
    "senha",
    "qwerty",
    "qwertz",
    "azerty",
    "letmein",
    "welcome",
    "willkommen",
    "tervetuloa",
    "bienvenido",
    "iloveyou",
    "admin",
    "administrator",
    "football",
    "baseball",
    "dragon",
    "monkey",
    "sunshine",
    "princess",
    "superman",
    "batman",
    "master",
    "shadow",
    "trustno",
    "changeme",
    "default",
    "secret",
    "geheim",
    "adit",
];

/// Whether a password may be taken. `own` are the names of its account.
pub(super) fn check(password: &str, own: &[&str]) -> Result<(), PeopleError> {
    let refused = |why| Err(PeopleError::WeakPassword(why));
    let folded: String = password.nfkc().flat_map(char::to_lowercase).collect();
    let letters = folded.chars().count();
    if letters < SHORTEST {
        return refused("a password has at least 12 letters, digits, signs or spaces; a few words make a good one");
    }
    if letters > LONGEST {
        return refused("a password has at most 256 letters");
    }
    let different: std::collections::BTreeSet<char> = folded.chars().collect();
    if different.len() < 5 || is_a_run(&folded) {
        return refused(
            "the same or neighbouring keys again and again are guessed first; a few words make a good password",
        );
    }
    let core: String = folded.chars().map(plain).filter(|letter| letter.is_alphabetic()).collect();
    let names = own.iter().map(|name| name.to_lowercase()).filter(|name| name.chars().count() >= 4);
    let contained = names.map(|name| (folded.contains(&name), letters - name.chars().count().min(letters)));
    let own_name = contained.into_iter().any(|(within, rest)| within && rest < SHORTEST - 4);
    // Take away every often-used word: what is left must still be something.
    let rest = OFTEN.iter().fold(core.clone(), |rest, word| rest.replace(word, ""));
    if own_name || (rest.len() < core.len() && rest.chars().count() < 6) || core.is_empty() {
        return refused("this password is like many others or like the name; a few words of one's own make a good one");
    }
    Ok(())
}

/// Letters for the digits and signs that are written in their place.
fn plain(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// Letters that follow each other by ones, or one part again and again.
fn is_a_run(text: &str) -> bool {
    let letters: Vec<u32> = text.chars().map(u32::from).collect();
    let neighbours = letters.windows(2).filter(|pair| pair[0].abs_diff(pair[1]) <= 1).count();
    let repeated =
        (1..=letters.len() / 3).any(|part| letters.iter().skip(part).eq(letters.iter().take(letters.len() - part)));
    repeated || neighbours * 4 >= letters.len() * 3
}

/// The argon2id hash of a password, as a PHC string with a salt of its own.
pub(super) async fn hash(password: &str) -> Result<String, PeopleError> {
    let salt: [u8; 16] = random::bytes()?;
    let password: String = password.nfc().collect();
    on_a_thread(move || {
        let hashed: Result<PasswordHash, _> = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
        hashed.map(|hash| hash.to_string()).map_err(|error| PeopleError::Hashing(error.to_string()))
    })
    .await?
}

/// Whether a password is that of a hash. Without a hash the same work is done, and the answer is no.
pub(super) async fn is(password: &str, stored: Option<String>) -> Result<bool, PeopleError> {
    let password: String = password.chars().take(LONGEST * 4).nfc().collect();
    on_a_thread(move || {
        let known = stored.is_some();
        let Some(stored) = stored.or_else(|| NOBODYS.clone()) else { return false };
        let Ok(hash) = PasswordHash::new(&stored) else { return false };
        Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && known
    })
    .await
}

/// A hash with the same parameters as all others, which no account has.
static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| {
    let hashed: Result<PasswordHash, _> = Argon2::default().hash_password_with_salt(b"nobody", b"nobody's salt 16");
    hashed.ok().map(|hash| hash.to_string())
});

async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, PeopleError> {
    let _turn = TURNS.acquire().await.map_err(|error| PeopleError::Hashing(error.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| PeopleError::Hashing(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_common_passwords_are_refused() {
        for weak in [
            "",
            "short",
            "elevenchars",
            "password1234",
            "P@ssw0rd2026!",
            "123456789012",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "qwertyqwerty1",
            "Welcome2026!!",
            "anna.virtanen1",
            "111122223333",
            "abcdefghijkl",
            &"long".repeat(70),
        ] {
            assert!(check(weak, &["anna.virtanen"]).is_err(), "{weak}");
        }
        for good in
            ["correct horse battery", "kolme pientä mustikkaa", "v8$kQ-zz91_pLm", "Der Stollen geht nach Norden"]
        {
            assert!(check(good, &["anna.virtanen"]).is_ok(), "{good}");
        }
    }

    #[tokio::test]
    async fn a_hash_is_argon2id_with_a_salt_of_its_own_and_knows_its_password() {
        let [one, two] = [hash("three blue mussels").await.unwrap(), hash("three blue mussels").await.unwrap()];
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        assert_ne!(one, two);
        assert!(is("three blue mussels", Some(one.clone())).await.unwrap());
        assert!(!is("three blue mussel", Some(one)).await.unwrap());
        assert!(!is("nobody", None).await.unwrap(), "nobody's own password opens nothing");
        assert!(!is("three blue mussels", Some("not a hash".to_owned())).await.unwrap());
    }
}
