//! Does the record of a project hold: its chain, its contents, what was erased, and the heads that left the house?

use std::collections::{BTreeMap, BTreeSet};

use crate::chain::{self, Flaw, Link, Verdict};
use crate::error::RecordError;
use crate::hash::Hash;
use crate::ledger::{HOUSE, Seen, SignedHead, chain_of, erase, payload};
use crate::record::{Record, ledger};
use crate::store::Vault;
use crate::voice::{Contribution, Kind};

impl Record {
    /// Computes everything of a project's chain again and compares it with the heads that the house published, and with a
    /// head that was seen elsewhere.
    pub async fn verify_project(&self, project: &str, seen: Option<&Seen>) -> Result<Verdict, RecordError> {
        let chain = chain_of(project);
        let (mut verdict, links) = self.verify_chain(&chain, seen).await?;
        if links.is_empty() {
            return Err(RecordError::NoSuchProject(project.to_owned()));
        }
        verdict.flaws.extend(self.verify_files(project, &links).await?);
        let house = self.house().await?;
        let hashes: BTreeMap<i64, Hash> = links.iter().map(|link| (link.entry.sequence, link.entry.hash)).collect();
        let published = house.heads.iter().filter(|signed| signed.chain == chain);
        let lost = published.filter(|signed| hashes.get(&signed.head.sequence) != Some(&signed.head.hash));
        verdict.flaws.extend(lost.map(|signed| {
            let SignedHead { head, .. } = signed;
            Flaw::PublishedHead { sequence: head.sequence, hash: head.hash }
        }));
        if let Some(Seen::Signed(signed)) = seen {
            self.verify_signed(signed, &chain, &house.keys, &mut verdict)?;
        }
        Ok(verdict)
    }

    /// Computes everything of the house's chain again: heads, signatures, rotations of the key.
    pub async fn verify_house(&self, seen: Option<&Seen>) -> Result<Verdict, RecordError> {
        let (mut verdict, _) = self.verify_chain(HOUSE, seen).await?;
        let house = self.house().await?;
        verdict.flaws.extend(house.flaws);
        if let Some(Seen::Signed(signed)) = seen {
            self.verify_signed(signed, HOUSE, &house.keys, &mut verdict)?;
        }
        Ok(verdict)
    }

    fn verify_signed(
        &self,
        signed: &SignedHead,
        chain: &str,
        keys: &[Hash],
        verdict: &mut Verdict,
    ) -> Result<(), RecordError> {
        let mut wrong = |says: String| verdict.flaws.push(Flaw::Signature(says));
        if signed.chain != chain {
            wrong(format!("the signed head is of the chain {}, not of {chain}", signed.chain));
        }
        if !signed.holds() {
            wrong("the signature of the head is not that of the key it names".to_owned());
        }
        if !keys.contains(&signed.key) && self.head_key.key()?.public() != signed.key {
            wrong(format!("the head is signed with {}, which is no key of this house", signed.key));
        }
        Ok(())
    }

    /// The file of every entry that names one is there, opens, and is the one that was named.
    async fn verify_files(&self, project: &str, links: &[Link]) -> Result<Vec<Flaw>, RecordError> {
        let mut flaws = Vec::new();
        for link in links {
            let at = link.entry.sequence;
            let said = link.payload.as_ref().and_then(|payload| Contribution::read(&payload.stored));
            if said.as_ref().is_none_or(|said| said.file().is_none()) {
                continue;
            }
            match self.file(project, at).await {
                Ok(_) => {}
                Err(RecordError::NoFile(_)) => flaws.push(Flaw::FileMissing(at)),
                Err(RecordError::FileChanged(_)) => flaws.push(Flaw::FileChanged(at)),
                Err(error) => return Err(error),
            }
        }
        Ok(flaws)
    }

    async fn verify_chain(&self, chain: &str, seen: Option<&Seen>) -> Result<(Verdict, Vec<Link>), RecordError> {
        let (stored, entries) = ledger!(self, ledger => ledger.kept(chain, 0).await)?;
        let left: BTreeSet<i64> =
            entries.iter().filter(|kept| kept.sealed.is_some()).map(|kept| kept.entry.sequence).collect();
        let links: Vec<Link> = entries
            .into_iter()
            .map(|kept| {
                let payload = payload(chain, &kept);
                Link { entry: kept.entry, payload }
            })
            .collect();
        let mut verdict = chain::verify(chain, &links, stored, seen.map(Seen::hash));
        let erased = erased(&links);
        verdict.flaws.retain(|flaw| !matches!(flaw, Flaw::PayloadMissing(at) if erased.contains(at)));
        // What is there and cannot be opened was changed; what is not there is missing.
        for flaw in &mut verdict.flaws {
            if let Flaw::PayloadMissing(at) = *flaw
                && left.contains(&at)
            {
                *flaw = Flaw::Unopened(at);
            }
        }
        verdict.flaws.extend(erased.intersection(&left).map(|&at| Flaw::NotErased(at)));
        verdict.flaws.extend(days_back(&links));
        Ok((verdict, links))
    }
}

/// The entries whose content was erased, by the entries that say so.
pub(crate) fn erased(links: &[Link]) -> BTreeSet<i64> {
    let says = links.iter().filter(|link| link.entry.word() == Some(Kind::Erased.word()));
    says.filter_map(|link| {
        let target = erase::named(&link.payload.as_ref()?.stored)?;
        (target < link.entry.sequence).then_some(target)
    })
    .collect()
}

fn days_back(links: &[Link]) -> Vec<Flaw> {
    let pairs = links.windows(2).filter(|pair| pair[1].entry.day() < pair[0].entry.day());
    pairs.map(|pair| Flaw::DayBack(pair[1].entry.sequence)).collect()
}
