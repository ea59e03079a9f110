//! The entries of Annex I, and the materials by whose tonnes each is counted.

use super::rows::Record;
use super::stage::ChainStage;
use crate::package::Package;
use crate::vocabulary::Material;

/// An entry of Annex I, Section 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrategicEntry {
    /// Point of the annex.
    pub point: String,
    /// The material that stands for the entry.
    pub material: Material,
    /// What counts at each stage, step by step.
    pub steps: Vec<EntryStep>,
}

/// A step of a stage: the materials of which the capacity counts there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryStep {
    /// Stage.
    pub stage: ChainStage,
    /// Number of the step within the stage, from 1.
    pub step: u16,
    /// Materials, the entry's own first where it is among them.
    pub materials: Vec<Material>,
}

impl StrategicEntry {
    /// The steps of a stage, in order.
    pub fn of(&self, stage: ChainStage) -> impl Iterator<Item = &EntryStep> {
        self.steps.iter().filter(move |step| step.stage == stage)
    }
}

impl Package {
    /// The entries of Annex I in the order of their points.
    pub fn strategic_entries(&self) -> Vec<StrategicEntry> {
        let words = self.vocabulary();
        let mut entries: Vec<StrategicEntry> = Vec::new();
        for record in Record::all(self, "strategic-entries") {
            let read = || {
                let material = words.find_material(record.text("entry"))?;
                let counted = words.find_material(record.text("material"))?;
                Some((material, counted, ChainStage::parse(record.text("stage"))?, record.whole::<u16>("step")?))
            };
            let Some((material, counted, stage, step)) = read() else { continue };
            let at = entries.iter().position(|entry| entry.material == material).unwrap_or_else(|| {
                entries.push(StrategicEntry { point: record.text("point").to_owned(), material, steps: Vec::new() });
                entries.len() - 1
            });
            let steps = &mut entries[at].steps;
            match steps.iter_mut().find(|known| known.stage == stage && known.step == step) {
                Some(known) => known.materials.push(counted),
                None => steps.push(EntryStep { stage, step, materials: vec![counted] }),
            }
        }
        for entry in &mut entries {
            entry.steps.sort_by_key(|step| (step.stage, step.step));
        }
        entries.sort_by(|a, b| a.point.cmp(&b.point));
        entries
    }
}
