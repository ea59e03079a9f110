//! Files that come with entries: a picture, a report, the scan of a letter.
//!
//! The entry names the file by the hash of its cleaned bytes, among the words that the chain commits to; the bytes stand
//! beside it, sealed under the entry's key. So a file cannot be exchanged, and it is gone when its entry is erased.

use crate::attachment::Cleaned;
use crate::code::Code;
use crate::error::RecordError;
use crate::hash::Hash;
use crate::ledger::{chain_of, seal};
use crate::record::{Record, ledger};
use crate::store::{Ask, SealedFile, Vault};
use crate::voice::{Attachment, Contribution, Kind};

/// Most bytes of all files of one account.
pub const QUOTA: i64 = 200_000_000;

const MILLION: i64 = 1_000_000;

/// A file that was given, cleaned.
#[derive(Debug, Clone)]
pub struct Given {
    cleaned: Cleaned,
    account: Option<i64>,
}

impl Given {
    /// A cleaned file, and the account whose quota it counts against.
    pub fn new(cleaned: Cleaned, account: Option<i64>) -> Self {
        Self { cleaned, account }
    }

    /// As an entry names it.
    pub fn named(&self) -> Attachment {
        let Cleaned { kind, name, bytes, hash } = &self.cleaned;
        let bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Attachment { sha256: *hash, name: name.clone(), media: kind.media_type().to_owned(), bytes }
    }

    /// As the entry of a clerk names the paper that it was written down from. What the file was called is left out: it
    /// often is a person's name, and the entry is public.
    pub fn named_as_scan(&self) -> Attachment {
        Attachment { name: format!("scan.{}", self.cleaned.kind.ending()), ..self.named() }
    }

    pub(crate) fn sealed(&self, key: &seal::ContentKey, chain: &str, sequence: i64) -> Result<SealedFile, RecordError> {
        let sealed = seal::seal_file(key, chain, sequence, &self.cleaned.bytes)?;
        let bytes = i64::try_from(self.cleaned.bytes.len()).unwrap_or(i64::MAX);
        Ok(SealedFile { sealed, bytes, account: self.account })
    }
}

/// What wants into a project's record.
#[derive(Debug)]
pub struct Draft<'a> {
    /// Its kind, for the public header.
    pub kind: Kind,
    /// The bytes of the contribution.
    pub stored: Vec<u8>,
    /// The receipt code: the same with the same content again is the same form sent twice.
    pub receipt: Option<&'a Code>,
    /// Only if this is the newest entry.
    pub expected: Option<i64>,
    /// The file that the contribution names.
    pub file: Option<&'a Given>,
}

impl Draft<'_> {
    /// The file that is given is the one that the entry names.
    pub(crate) fn fits(&self) -> Result<(), RecordError> {
        let named = Contribution::read(&self.stored).and_then(|said| said.file().map(|file| file.sha256));
        let given = self.file.map(|given| given.cleaned.hash);
        if named == given {
            return Ok(());
        }
        let word = |hash: Option<Hash>| hash.map(|hash| hash.to_string());
        Err(RecordError::AnotherFile { named: word(named), given: word(given) })
    }
}

impl Record {
    /// The bytes of the file that came with an entry, as they were cleaned; whether they may be seen is asked before.
    pub async fn file(&self, project: &str, sequence: i64) -> Result<Vec<u8>, RecordError> {
        let chain = chain_of(project);
        let none = || RecordError::NoFile(sequence);
        let place = ledger!(self, ledger => ledger.place(&chain, Ask::Entry(sequence)).await)?;
        let kept = place.asked.ok_or_else(none)?;
        let said = super::payload(&chain, &kept).and_then(|payload| Contribution::read(&payload.stored));
        let named = said.as_ref().and_then(Contribution::file).map(|file| file.sha256).ok_or_else(none)?;
        let values = [chain.as_str().into(), sequence.into()];
        let row =
            self.reading().await?.row("SELECT sealed FROM files WHERE chain = $1 AND sequence = $2", &values).await?;
        let sealed: Option<Vec<u8>> = row.ok_or_else(none)?.get(0)?;
        let sealed = sealed.ok_or_else(none)?;
        let opened = kept.key.as_ref().and_then(|key| seal::unseal_file(key, &chain, sequence, &sealed));
        opened.filter(|bytes| Hash::of(&[bytes]) == named).ok_or(RecordError::FileChanged(sequence))
    }

    /// Bytes of all files that an account gave and that are not erased.
    pub(crate) async fn files_of(&self, account: i64) -> Result<i64, RecordError> {
        const KEPT: &str =
            "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) FROM files WHERE account = $1 AND sealed IS NOT NULL";
        let row = self.reading().await?.row(KEPT, &[account.into()]).await?;
        row.map_or(Ok(0), |row| row.get(0))
    }

    /// Whether an account may give a file of so many bytes more. Two that come at the same moment may together pass the
    /// limit by one file.
    pub async fn room_for(&self, account: i64, bytes: usize) -> Result<(), RecordError> {
        let kept = self.files_of(account).await?;
        if kept.saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX)) <= QUOTA {
            return Ok(());
        }
        Err(RecordError::QuotaSpent { kept: kept / MILLION, most: QUOTA / MILLION })
    }
}
