//! Contents are sealed, each under a key of its own: XChaCha20-Poly1305 (RFC 8439 with the nonce of 192 bits of
//! draft-irtf-cfrg-xchacha). What is sealed is the salt and the stored bytes; the entry's place is bound to it, so that
//! sealed bytes cannot be moved to another entry. Without the key nothing is left but the commitment.

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
    let nonce: [u8; NONCE] = random::bytes()?;
    let plain = [payload.salt.bytes(), &payload.stored].concat();
    let place = place(chain, sequence);
    let message = Message { msg: &plain, aad: place.as_bytes() };
    let sealed = key.cipher().encrypt(&XNonce::from(nonce), message).map_err(|_| RecordError::Unsealable)?;
    Ok([&nonce[..], &sealed].concat())
}

/// Opens what was sealed for that place; none if it is not what was sealed, or the key is another.
pub(crate) fn unseal(key: &ContentKey, chain: &str, sequence: i64, sealed: &[u8]) -> Option<Payload> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
    let place = place(chain, sequence);
    let message = Message { msg: sealed, aad: place.as_bytes() };
    let mut plain = key.cipher().decrypt(&XNonce::from(*nonce), message).ok()?;
    let salt = Hash::from_bytes(plain.get(..SALT)?)?;
    plain.drain(..SALT);
    Some(Payload { salt, stored: plain })
}

fn place(chain: &str, sequence: i64) -> String {
    format!("adit sealed 1\n{chain}\n{sequence}\n")
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
}
