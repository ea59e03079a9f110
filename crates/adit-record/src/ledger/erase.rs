//! Erasing: salt, words and key are destroyed, and an entry says so, with its ground and never with what it was.

use serde::Deserialize;

use crate::chain::Head;
use crate::error::RecordError;
use crate::ledger::{New, Step, Written, chain_of, decide, in_project, written};
use crate::moment::Moment;
use crate::record::{Record, ledger};
use crate::store::{Ask, Erased, Place, Vault};
use crate::voice::Kind;

/// Which entry an erasure names, in its stored words.
#[derive(Deserialize)]
struct Names {
    kind: String,
    entry: i64,
}

/// The entry that an `erased` entry names.
pub(crate) fn named(stored: &[u8]) -> Option<i64> {
    let names: Names = serde_json::from_slice(stored).ok()?;
    (names.kind == Kind::Erased.word()).then_some(names.entry)
}

impl Record {
    /// Destroys the content of an entry and adds the entry that says so. `stored` is a contribution of the kind `erased`
    /// that names the entry. When this has answered, the content cannot be read from the record, from its keys or from any
    /// earlier copy of the record.
    pub async fn erase(
        &self,
        project: &str,
        sequence: i64,
        stored: Vec<u8>,
        now: Moment,
    ) -> Result<Written, RecordError> {
        let key = self.head_key.key()?;
        let chain = chain_of(project);
        let step = self.erase_in(&chain, sequence, &stored, now, &|place| in_project(project, place)).await?;
        ledger!(self, ledger => ledger.sweep().await).map_err(|error| RecordError::NotSwept(Box::new(error)))?;
        let head = Head { sequence: step.entry.sequence, hash: step.entry.hash };
        Ok(written(&step, key.head(&chain, head)))
    }

    /// Erases again what was erased before, where an older copy of the record was put back, or where the machine stopped
    /// between destroying a key and saying so; accounts as well as entries. Answers with how many erasures were made again.
    pub async fn replay_erasures(&self, now: Moment) -> Result<usize, RecordError> {
        let accounts = self.replay_erased_accounts(now).await?;
        let mut said = 0;
        for erased in ledger!(self, ledger => ledger.erasures().await)? {
            let ask = Ask::Entry(erased.sequence);
            let place = ledger!(self, ledger => ledger.place(&erased.chain, ask).await)?;
            let there = place.asked.filter(|kept| kept.entry.commitment == erased.commitment);
            if there.is_none_or(|kept| kept.sealed.is_none()) {
                continue;
            }
            match self.erase_in(&erased.chain, erased.sequence, &erased.stored, now, &|_| Ok(())).await {
                Ok(_) => said += 1,
                // Whoever was erasing has come to the end meanwhile.
                Err(RecordError::AlreadyErased(_)) => {}
                Err(error) => return Err(error),
            }
        }
        if said > 0 {
            ledger!(self, ledger => ledger.sweep().await)?;
        }
        Ok(said + accounts)
    }

    async fn erase_in(
        &self,
        chain: &str,
        sequence: i64,
        stored: &[u8],
        now: Moment,
        may: &(dyn Fn(&Place) -> Result<(), RecordError> + Sync),
    ) -> Result<Step, RecordError> {
        if named(stored) != Some(sequence) {
            return Err(RecordError::ErasureNamesAnother(sequence));
        }
        let new = New { chain, kind: Kind::Erased.word(), stored, code: None, expected: None, file: None, now };
        let decide = |place: &Place| {
            may(place)?;
            let kept = place.asked.as_ref().ok_or(RecordError::NoSuchEntry(sequence))?;
            if kept.sealed.is_none() {
                return Err(RecordError::AlreadyErased(sequence));
            }
            if kept.entry.sequence == 1 || kept.entry.word() == Some(Kind::Erased.word()) {
                return Err(RecordError::NotErasable(sequence));
            }
            let erased = Erased {
                chain: chain.to_owned(),
                sequence,
                commitment: kept.entry.commitment,
                stored: stored.to_vec(),
                at: now,
            };
            decide(&new, place, Some(erased))
        };
        ledger!(self, ledger => ledger.add(chain, Ask::Entry(sequence), &decide).await)
    }
}
