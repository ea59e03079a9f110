//! Heads that leave the house: Ed25519 (RFC 8032) over a text that anyone can write down, with a key outside the database.
//!
//! A chain shows that nothing in it was changed; only a head that somebody else keeps shows that the whole chain was not
//! written again, or its end cut.

use std::fmt;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};

use crate::chain::Head;
use crate::error::RecordError;
use crate::hash::{Hash, NotAHash};
use crate::random;

/// First word of a head as it is printed.
const WORD: &str = "adit-head-1";

/// A public key, written as 64 hexadecimal digits.
pub type PublicKey = Hash;

/// 64 bytes, written as 128 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signed([u8; 64]);

impl fmt::Display for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Signed {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        let (first, second) = text.split_at_checked(64).ok_or(NotAHash)?;
        let halves = [first.parse::<Hash>()?, second.parse::<Hash>()?];
        let mut bytes = [0; 64];
        for (byte, half) in bytes.iter_mut().zip(halves.iter().flat_map(Hash::bytes)) {
            *byte = *half;
        }
        Ok(Self(bytes))
    }
}

/// Whether a text was signed with the key that belongs to this public key.
pub(crate) fn signed_by(key: PublicKey, text: &str, signature: Signed) -> bool {
    let key = <[u8; 32]>::try_from(key.bytes()).ok().and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    key.is_some_and(|key| key.verify_strict(text.as_bytes(), &Signature::from_bytes(&signature.0)).is_ok())
}

/// The newest entry of a chain at some time, signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead {
    /// The chain.
    pub chain: String,
    /// The entry.
    pub head: Head,
    /// The public key of the house.
    pub key: PublicKey,
    /// Its signature over [`SignedHead::text`].
    pub signature: Signed,
}

impl SignedHead {
    /// The text that is signed.
    pub fn text(chain: &str, head: Head) -> String {
        format!("adit head 1\nchain {chain}\nsequence {}\nhash {}\n", head.sequence, head.hash)
    }

    /// Whether the signature is that of the key that it names. Whether that key is the house's is another question.
    pub fn holds(&self) -> bool {
        signed_by(self.key, &Self::text(&self.chain, self.head), self.signature)
    }
}

/// On one line: `adit-head-1 CHAIN SEQUENCE HASH KEY SIGNATURE`.
impl fmt::Display for SignedHead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { chain, head, key, signature } = self;
        write!(f, "{WORD} {chain} {} {} {key} {signature}", head.sequence, head.hash)
    }
}

/// The text is no head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a head is 64 hexadecimal digits, or the whole line that begins with adit-head-1")]
pub struct NotAHead;

impl FromStr for SignedHead {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let [WORD, chain, sequence, hash, key, signature] = words[..] else { return Err(NotAHead) };
        let head =
            Head { sequence: sequence.parse().map_err(|_| NotAHead)?, hash: hash.parse().map_err(|_| NotAHead)? };
        let (key, signature) = (key.parse().map_err(|_| NotAHead)?, signature.parse().map_err(|_| NotAHead)?);
        Ok(Self { chain: chain.to_owned(), head, key, signature })
    }
}

/// A head that was seen: its hash alone, or signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// From a page or a letter.
    Hash(Hash),
    /// The whole line.
    Signed(Box<SignedHead>),
}

impl Seen {
    /// The hash.
    pub fn hash(&self) -> Hash {
        match self {
            Self::Hash(hash) => *hash,
            Self::Signed(head) => head.head.hash,
        }
    }
}

impl FromStr for Seen {
    type Err = NotAHead;

    fn from_str(text: &str) -> Result<Self, NotAHead> {
        let bare = text.parse().map(Self::Hash).map_err(|_| NotAHead);
        bare.or_else(|_| Ok(Self::Signed(Box::new(text.parse()?))))
    }
}

/// The key that signs heads.
pub(crate) struct HeadKey(SigningKey);

impl HeadKey {
    pub(crate) fn fresh() -> Result<Self, RecordError> {
        Ok(Self(SigningKey::from_bytes(&random::bytes()?)))
    }

    pub(crate) fn public(&self) -> PublicKey {
        Hash::from_bytes(self.0.verifying_key().as_bytes()).unwrap_or(Hash::ZERO)
    }

    pub(crate) fn sign(&self, text: &str) -> Signed {
        Signed(self.0.sign(text.as_bytes()).to_bytes())
    }

    pub(crate) fn head(&self, chain: &str, head: Head) -> SignedHead {
        let signature = self.sign(&SignedHead::text(chain, head));
        SignedHead { chain: chain.to_owned(), head, key: self.public(), signature }
    }

    fn read(text: &str) -> Option<Self> {
        let secret: Hash = text.strip_prefix(FIRST_LINE)?.parse().ok()?;
        Some(Self(SigningKey::from_bytes(&<[u8; 32]>::try_from(secret.bytes()).ok()?)))
    }

    fn written(&self) -> Option<String> {
        Hash::from_bytes(self.0.as_bytes()).map(|secret| format!("{FIRST_LINE}{secret}\n"))
    }
}

const FIRST_LINE: &str = "adit head key 1: whoever has this file can sign heads in the name of this house\n";

/// Where the key is kept. It is read, or made, when it is first needed.
#[derive(Clone)]
pub(crate) struct KeyFile {
    path: PathBuf,
    key: Arc<Mutex<Option<Arc<HeadKey>>>>,
}

impl fmt::Debug for KeyFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyFile({})", self.path.display())
    }
}

impl KeyFile {
    pub(crate) fn at(path: PathBuf) -> Self {
        Self { path, key: Arc::default() }
    }

    /// The key, made if there is none.
    pub(crate) fn key(&self) -> Result<Arc<HeadKey>, RecordError> {
        let mut known = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(key) = &*known {
            return Ok(Arc::clone(key));
        }
        let key = match read(&self.path)? {
            Some(key) => key,
            None => self.make()?,
        };
        Ok(Arc::clone(known.insert(Arc::new(key))))
    }

    /// Two programs may start at once: whoever comes second reads what the first has made.
    fn make(&self) -> Result<HeadKey, RecordError> {
        let key = HeadKey::fresh()?;
        let own = self.path.with_added_extension(format!("{}.making", std::process::id()));
        write(&own, &key)?;
        let linked = std::fs::hard_link(&own, &self.path);
        drop(std::fs::remove_file(&own));
        match linked {
            Ok(()) => Ok(key),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                read(&self.path)?.ok_or_else(|| unusable(&self.path, "it vanished"))
            }
            Err(error) => Err(unusable(&self.path, error)),
        }
    }

    /// A fresh key in a file beside the present one, until [`KeyFile::take_next`].
    pub(crate) fn next(&self) -> Result<HeadKey, RecordError> {
        let key = HeadKey::fresh()?;
        drop(std::fs::remove_file(self.next_path()));
        write(&self.next_path(), &key)?;
        Ok(key)
    }

    /// The key beside the present one becomes the present one, if it is the one that is named.
    pub(crate) fn take_next(&self, named: PublicKey) -> Result<bool, RecordError> {
        let mut known = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(key) = read(&self.next_path())?.filter(|key| key.public() == named) else { return Ok(false) };
        std::fs::rename(self.next_path(), &self.path).map_err(|error| unusable(&self.path, error))?;
        *known = Some(Arc::new(key));
        Ok(true)
    }

    /// Reads the file again: another program may have rotated the key.
    pub(crate) fn forget(&self) {
        *self.key.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn next_path(&self) -> PathBuf {
        self.path.with_added_extension("next")
    }
}

fn read(path: &Path) -> Result<Option<HeadKey>, RecordError> {
    match std::fs::read_to_string(path) {
        Ok(text) => HeadKey::read(&text).map(Some).ok_or_else(|| unusable(path, "it is no key that adit wrote")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unusable(path, error)),
    }
}

/// Writes a new file that only its owner can read, and waits until it is on the disk.
fn write(path: &Path, key: &HeadKey) -> Result<(), RecordError> {
    let text = key.written().ok_or_else(|| unusable(path, "it cannot be written"))?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| unusable(path, error))
}

fn unusable(path: &Path, why: impl fmt::Display) -> RecordError {
    RecordError::HeadKey { file: path.display().to_string(), why: why.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Head {
        Head { sequence: 7, hash: Hash::of(&[b"seven"]) }
    }

    #[test]
    fn a_signed_head_is_read_as_it_is_written_and_any_change_is_found() {
        let signed = HeadKey::fresh().unwrap().head("project:mine", head());
        assert!(signed.holds());
        let line = signed.to_string();
        assert_eq!(line.parse(), Ok(signed.clone()));
        assert_eq!(line.parse(), Ok(Seen::Signed(Box::new(signed.clone()))));
        assert_eq!(signed.head.hash.to_string().parse(), Ok(Seen::Hash(signed.head.hash)));
        for other in [
            SignedHead { chain: "project:mill".to_owned(), ..signed.clone() },
            SignedHead { head: Head { sequence: 8, ..head() }, ..signed.clone() },
            SignedHead { head: Head { hash: Hash::ZERO, ..head() }, ..signed.clone() },
            SignedHead { key: HeadKey::fresh().unwrap().public(), ..signed.clone() },
            SignedHead { key: Hash::ZERO, ..signed.clone() },
        ] {
            assert!(!other.holds(), "{other}");
        }
        for text in ["", "adit-head-1", "adit-head-2 a 1 b c d", &line[..line.len() - 1], &format!("{line} more")] {
            assert_eq!(text.parse::<Seen>(), Err(NotAHead), "{text}");
        }
    }

    #[test]
    fn the_key_is_made_once_and_only_its_owner_reads_it() {
        let folder = std::env::temp_dir().join(format!("adit-head-key-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("record.head-key");
        let first = KeyFile::at(path.clone()).key().unwrap().public();
        assert_eq!(KeyFile::at(path.clone()).key().unwrap().public(), first);
        #[cfg(unix)]
        {
            let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&path).unwrap().permissions());
            assert_eq!(mode & 0o777, 0o600);
        }
        std::fs::write(&path, "something else").unwrap();
        assert!(matches!(KeyFile::at(path).key(), Err(RecordError::HeadKey { .. })));
        drop(std::fs::remove_dir_all(&folder));
    }
}
