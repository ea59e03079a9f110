//! Contents are sealed, each under a key of its own: XChaCha20-Poly1305 (RFC 8439 with the nonce of 192 bits of
//! draft-irtf-cfrg-xchacha). What is sealed is the salt and the stored bytes; the entry's place is bound to it, so that
//! sealed bytes cannot be moved to another entry. A file that comes with the entry is sealed under the same key, bound to
//! the same place as a file. Without the key nothing is left but the commitment.

use chacha20poly1305::aead::{Aead, KeyInit, Payload as Message};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};

use crate::chain::Payload;
use crate::error::RecordError;
use crate::hash::Hash;
use crate::random;

const NONCE: usize = 24;
const SALT: usize = 32;

/// The key of one content.
#[derive(Clone, PartialEq, Eq)]
pub struct ContentKey([u8; 32]);

impl ContentKey {
    /// A fresh key.
    pub fn fresh() -> Result<Self, RecordError> {
        Ok(Self(random::bytes()?))
    }

    /// From 32 stored bytes; none if there are not 32.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The 32 bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(self.0))
    }
}

/// A key never appears in a log.
impl std::fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ContentKey(..)")
    }
}

/// Seals a payload for its place: nonce, then ciphertext with its tag.
pub(crate) fn seal(key: &ContentKey, chain: &str, sequence: i64, payload: &Payload) -> Result<Vec<u8>, RecordError> {
    encrypt(key, &place(chain, sequence), &[payload.salt.bytes(), &payload.stored].concat())
}

/// Seals the file that comes with an entry.
pub(crate) fn seal_file(key: &ContentKey, chain: &str, sequence: i64, bytes: &[u8]) -> Result<Vec<u8>, RecordError> {
    encrypt(key, &place_of_file(chain, sequence), bytes)
}

/// Opens what was sealed for that place; none if it is not what was sealed, or the key is another.
pub(crate) fn unseal(key: &ContentKey, chain: &str, sequence: i64, sealed: &[u8]) -> Option<Payload> {
    let mut plain = decrypt(key, &place(chain, sequence), sealed)?;
    let salt = Hash::from_bytes(plain.get(..SALT)?)?;
    plain.drain(..SALT);
    Some(Payload { salt, stored: plain })
}

/// Opens the file that came with an entry; none if it is not what was sealed, or the key is another.
pub(crate) fn unseal_file(key: &ContentKey, chain: &str, sequence: i64, sealed: &[u8]) -> Option<Vec<u8>> {
    decrypt(key, &place_of_file(chain, sequence), sealed)
}

fn encrypt(key: &ContentKey, place: &str, plain: &[u8]) -> Result<Vec<u8>, RecordError> {
    let nonce: [u8; NONCE] = random::bytes()?;
    let message = Message { msg: plain, aad: place.as_bytes() };
    let sealed = key.cipher().encrypt(&XNonce::from(nonce), message).map_err(|_| RecordError::Unsealable)?;
    Ok([&nonce[..], &sealed].concat())
}

fn decrypt(key: &ContentKey, place: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let message = Message { msg: sealed, aad: place.as_bytes() };
    key.cipher().decrypt(&XNonce::from(*nonce), message).ok()
}

fn place(chain: &str, sequence: i64) -> String {
    format!("adit sealed 1\n{chain}\n{sequence}\n")
}

fn place_of_file(chain: &str, sequence: i64) -> String {
    format!("adit sealed file 1\n{chain}\n{sequence}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_in_its_place_and_under_its_key_only() {
        let (key, payload) = (ContentKey::fresh().unwrap(), Payload::new(b"water".to_vec()).unwrap());
        let sealed = seal(&key, "project:mine", 7, &payload).unwrap();
        assert_eq!(unseal(&key, "project:mine", 7, &sealed), Some(payload));
        assert_eq!(unseal(&key, "project:mine", 8, &sealed), None);
        assert_eq!(unseal(&key, "project:mill", 7, &sealed), None);
        assert_eq!(unseal(&ContentKey::fresh().unwrap(), "project:mine", 7, &sealed), None);
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(unseal(&key, "project:mine", 7, &changed), None, "byte {at}");
            assert_eq!(unseal(&key, "project:mine", 7, &sealed[..at]), None, "cut at {at}");
        }
        assert!(!sealed.windows(5).any(|window| window == b"water"));
    }

    #[test]
    fn a_file_is_no_content_and_a_content_is_no_file() {
        let (key, payload) = (ContentKey::fresh().unwrap(), Payload::new(vec![7; 64]).unwrap());
        let file = seal_file(&key, "project:mine", 7, b"well 3").unwrap();
        assert_eq!(unseal_file(&key, "project:mine", 7, &file), Some(b"well 3".to_vec()));
        assert_eq!(unseal_file(&key, "project:mine", 8, &file), None);
        assert_eq!(unseal(&key, "project:mine", 7, &file), None);
        let sealed = seal(&key, "project:mine", 7, &payload).unwrap();
        assert_eq!(unseal_file(&key, "project:mine", 7, &sealed), None);
    }
}
