//! The chain of the house: the heads of all projects, signed, and the keys with which they were signed.

use serde::{Deserialize, Serialize};

use crate::chain::{Flaw, Head};
use crate::error::RecordError;
use crate::hash::Hash;
use crate::ledger::head::signed_by;
use crate::ledger::{New, PROJECT, PublicKey, Signed, SignedHead, Step, decide, told};
use crate::moment::Moment;
use crate::record::{Record, ledger};
use crate::store::{Place, Vault};

/// The name of the chain.
pub const HOUSE: &str = "house";

const HEADS: &str = "heads";
const KEY: &str = "key";
const ROTATED: &str = "rotated";

/// The first key of a house.
#[derive(Serialize, Deserialize)]
struct FirstKey {
    format: u8,
    public_key: PublicKey,
}

/// One key takes the place of another; both sign.
#[derive(Serialize, Deserialize)]
struct Rotation {
    format: u8,
    old: PublicKey,
    new: PublicKey,
    signed_by_old: String,
    signed_by_new: String,
}

impl Rotation {
    fn text(old: PublicKey, new: PublicKey) -> String {
        format!("adit head key rotation 1\nold {old}\nnew {new}\n")
    }

    fn holds(&self) -> bool {
        let text = Self::text(self.old, self.new);
        let signed = |key, signature: &str| signature.parse().is_ok_and(|signed: Signed| signed_by(key, &text, signed));
        signed(self.old, &self.signed_by_old) && signed(self.new, &self.signed_by_new)
    }
}

/// The heads of one day, each as a line of [`SignedHead`].
#[derive(Serialize, Deserialize)]
struct Heads {
    format: u8,
    heads: Vec<String>,
}

/// What the house's chain says.
#[derive(Debug, Default)]
pub(crate) struct House {
    /// Its keys, in the order of their use.
    pub keys: Vec<PublicKey>,
    /// Every head that was published.
    pub heads: Vec<SignedHead>,
    /// The heads of the newest publication with its day.
    newest: Option<(String, Vec<SignedHead>)>,
    /// What is wrong with signatures.
    pub flaws: Vec<Flaw>,
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The head of the house's chain, signed: whoever keeps it can check all projects at once.
    pub house: SignedHead,
    /// The heads of the projects, signed, by name.
    pub projects: Vec<SignedHead>,
    /// Whether an entry was added; none is if nothing has changed since an earlier one of the same day.
    pub added: bool,
}

impl Record {
    /// Enters the heads of all projects into the chain of the house, signed. To be called at least daily.
    pub async fn publish_heads(&self, now: Moment) -> Result<Published, RecordError> {
        let (house, head) = self.house_with_key(now).await?;
        let key = self.head_key.key()?;
        let chains = ledger!(self, ledger => ledger.chains().await)?;
        let chains = chains.into_iter().filter(|(chain, _)| chain.starts_with(PROJECT));
        let projects: Vec<SignedHead> = chains.map(|(chain, head)| key.head(&chain, head)).collect();
        let same = |(day, heads): &(String, Vec<SignedHead>)| *day >= now.day() && *heads == projects;
        if house.newest.as_ref().is_some_and(same) {
            return Ok(Published { house: key.head(HOUSE, head), projects, added: false });
        }
        let said = Heads { format: 1, heads: projects.iter().map(ToString::to_string).collect() };
        let step = self.say(HEADS, &serde_json::to_vec(&said)?, None, now).await?;
        Ok(Published { house: key.head(HOUSE, head_of(&step)), projects, added: true })
    }

    /// A fresh key takes the place of the present one; the entry that says so is signed with both.
    pub async fn rotate_head_key(&self, now: Moment) -> Result<PublicKey, RecordError> {
        let (_, head) = self.house_with_key(now).await?;
        let (old, new) = (self.head_key.key()?, self.head_key.next()?);
        let text = Rotation::text(old.public(), new.public());
        let said = Rotation {
            format: 1,
            old: old.public(),
            new: new.public(),
            signed_by_old: old.sign(&text).to_string(),
            signed_by_new: new.sign(&text).to_string(),
        };
        self.say(ROTATED, &serde_json::to_vec(&said)?, Some(head.sequence), now).await?;
        self.head_key.take_next(new.public())?;
        Ok(new.public())
    }

    /// The head of the house's chain, signed; none before the first publication.
    pub async fn house_head(&self) -> Result<Option<SignedHead>, RecordError> {
        let place = ledger!(self, ledger => ledger.place(HOUSE, crate::store::Ask::Nothing).await)?;
        let key = self.head_key.key()?;
        Ok(place.head.map(|head| key.head(HOUSE, head)))
    }

    /// The house, its first key entered if it is new. The key of the file must be the one that the chain names; after a
    /// rotation that was broken off it stands in the file beside it.
    async fn house_with_key(&self, now: Moment) -> Result<(House, Head), RecordError> {
        let (head, _) = ledger!(self, ledger => ledger.kept(HOUSE, i64::MAX).await)?;
        let Some(head) = head else {
            let said = FirstKey { format: 1, public_key: self.head_key.key()?.public() };
            let head = head_of(&self.say(KEY, &serde_json::to_vec(&said)?, Some(0), now).await?);
            return Ok((House { keys: vec![said.public_key], ..House::default() }, head));
        };
        let house = self.house().await?;
        let named = house.keys.last().copied().unwrap_or(Hash::ZERO);
        if self.head_key.key()?.public() != named && !self.head_key.take_next(named)? {
            self.head_key.forget();
            let held = self.head_key.key()?.public();
            if held != named {
                return Err(RecordError::AnotherKey { named, held });
            }
        }
        Ok((house, head))
    }

    async fn say(&self, kind: &str, stored: &[u8], expected: Option<i64>, now: Moment) -> Result<Step, RecordError> {
        let new = New { chain: HOUSE, kind, stored, code: None, expected, file: None, now };
        let decide = |place: &Place| decide(&new, place, None);
        ledger!(self, ledger => ledger.add(HOUSE, crate::store::Ask::Nothing, &decide).await)
    }

    /// Reads the house's chain.
    pub(crate) async fn house(&self) -> Result<House, RecordError> {
        let (_, entries) = ledger!(self, ledger => ledger.kept(HOUSE, 0).await)?;
        let mut house = House::default();
        for entry in entries.into_iter().map(|kept| told(HOUSE, kept)) {
            let at = entry.sequence;
            if !entry.stored.as_deref().is_some_and(|stored| house.hear(at, &entry.kind, &entry.day, stored)) {
                house.flaws.push(Flaw::OutOfPlace(at));
            }
        }
        Ok(house)
    }
}

impl House {
    /// Takes an entry; false if it cannot be read or cannot stand there.
    fn hear(&mut self, at: i64, kind: &str, day: &str, stored: &[u8]) -> bool {
        match kind {
            KEY if at == 1 => {
                serde_json::from_slice::<FirstKey>(stored).map(|said| self.keys.push(said.public_key)).is_ok()
            }
            ROTATED => serde_json::from_slice(stored).map(|said| self.rotated(at, &said)).is_ok(),
            HEADS => serde_json::from_slice(stored).is_ok_and(|said| self.published(at, day, &said)),
            _ => false,
        }
    }

    fn rotated(&mut self, at: i64, said: &Rotation) {
        if self.keys.last() != Some(&said.old) || !said.holds() {
            let says =
                format!("entry {at} of the house changes the key, and is not signed with the old and the new one");
            self.flaws.push(Flaw::Signature(says));
        }
        self.keys.push(said.new);
    }

    fn published(&mut self, at: i64, day: &str, said: &Heads) -> bool {
        let heads = said.heads.iter().map(|line| line.parse().ok()).collect::<Option<Vec<SignedHead>>>();
        let Some(heads) = heads else { return false };
        for head in &heads {
            if self.keys.last() != Some(&head.key) || !head.holds() {
                let says = format!("entry {at} of the house holds a head of {} that is not signed by it", head.chain);
                self.flaws.push(Flaw::Signature(says));
            }
        }
        self.heads.extend(heads.iter().cloned());
        self.newest = Some((day.to_owned(), heads));
        true
    }
}

fn head_of(step: &Step) -> Head {
    Head { sequence: step.entry.sequence, hash: step.entry.hash }
}
