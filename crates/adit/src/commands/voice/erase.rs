//! Erasing, and refusing to.

use adit_record::Moment;
use adit_record::voice::{Author, Confirmed, Contribution, Erasure, Role, Said};

use crate::args::{Global, VoiceErase};
use crate::outcome::Stop;

pub async fn run(global: &Global, call: &VoiceErase) -> Result<(), Stop> {
    let decision = Erasure {
        entry: call.entry,
        ground: call.ground.clone(),
        content: call.content.clone(),
        decided_by: call.by.clone(),
    };
    let author = Author { role: Role::Administrator, name: Some(call.by.clone()), account: None };
    let said = if call.refuse { Said::Kept(decision) } else { Said::Erased(decision) };
    let contribution = Contribution::new(said, author, Confirmed::None);
    let (stored, record) = (contribution.stored()?, super::record(&call.at).await?);
    let now = Moment::now();
    let written = if call.refuse {
        record.append(&call.project, contribution.kind(), stored, None, now).await?
    } else {
        record.erase(&call.project, call.entry, stored, now).await?
    };
    super::added(global, &call.project, &written)
}
