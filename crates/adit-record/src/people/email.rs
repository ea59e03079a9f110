//! E-mail addresses, kept only under a key that stands in a file outside the database: whoever has the database alone
//! cannot try addresses until one fits. HMAC-SHA-256 (RFC 2104).

use std::io::Write;
use std::path::Path;

use crate::hash::Hash;
use crate::people::PeopleError;
use crate::people::name::folded;
use crate::random;

/// Length of a block of SHA-256, in bytes.
const BLOCK: usize = 64;

/// The key.
#[derive(Clone)]
pub struct EmailKey([u8; 32]);

/// A key never appears in a log.
impl std::fmt::Debug for EmailKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EmailKey(..)")
    }
}

impl EmailKey {
    /// Reads the key of a file; makes the file, for its owner only, where there is none.
    pub fn of_file(file: &Path) -> Result<Self, PeopleError> {
        let failed = |cause: String| PeopleError::KeyFile(file.display().to_string(), cause);
        match std::fs::read(file) {
            Ok(bytes) => bytes.try_into().map(Self).map_err(|_| failed("it should hold 32 bytes".to_owned())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                let key: [u8; 32] = random::bytes()?;
                let mut options = std::fs::OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut opened = options.open(file).map_err(|error| failed(error.to_string()))?;
                opened.write_all(&key).and_then(|()| opened.sync_all()).map_err(|error| failed(error.to_string()))?;
                Ok(Self(key))
            }
            Err(error) => Err(failed(error.to_string())),
        }
    }

    /// What is kept of an address.
    pub(super) fn of(&self, address: &str) -> Result<Hash, PeopleError> {
        let address = folded(address);
        let well_formed = address.split_once('@').is_some_and(|(who, at)| !who.is_empty() && at.contains('.'));
        if !well_formed
            || address.len() > 254
            || address.chars().any(|letter| letter.is_whitespace() || letter.is_control())
        {
            return Err(PeopleError::NotAnAddress(address));
        }
        Ok(hmac(&self.0, address.as_bytes()))
    }

    /// What is kept of another text that names a person.
    pub(super) fn of_text(&self, text: &str) -> Hash {
        hmac(&self.0, text.as_bytes())
    }
}

fn hmac(key: &[u8], said: &[u8]) -> Hash {
    let mut block = [0; BLOCK];
    block.iter_mut().zip(key).for_each(|(byte, key)| *byte = *key);
    let inner = Hash::of(&[&block.map(|byte| byte ^ 0x36), said]);
    Hash::of(&[&block.map(|byte| byte ^ 0x5c), inner.bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keyed_hash_is_that_of_rfc_4231() {
        // Test cases 1 and 2.
        let one = hmac(&[0x0b; 20], b"Hi There").to_string();
        assert_eq!(one, "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
        let two = hmac(b"Jefe", b"what do ya want for nothing?").to_string();
        assert_eq!(two, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn a_key_is_made_once_for_its_owner_and_read_again() {
        let file = std::env::temp_dir().join(format!("adit-mail-key-{}", std::process::id()));
        drop(std::fs::remove_file(&file));
        let made = EmailKey::of_file(&file).unwrap().of("Anna@Example.org").unwrap();
        assert_eq!(EmailKey::of_file(&file).unwrap().of(" anna@example.org").unwrap(), made);
        #[cfg(unix)]
        assert_eq!(
            std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions()) & 0o777,
            0o600
        );
        std::fs::write(&file, b"short").unwrap();
        assert!(EmailKey::of_file(&file).is_err());
        drop(std::fs::remove_file(&file));
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for wrong in ["", "anna", "@example.org", "anna@example", "an na@example.org", "a@b.c\r\nBcc: x@y.z"] {
            assert!(EmailKey([0; 32]).of(wrong).is_err(), "{wrong:?}");
        }
    }
}
