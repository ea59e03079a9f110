//! Readings: where the law leaves something open, each reading is computed and they stand side by side.

use adit_facts::law::clock_file::{ClockFile, ProjectStage};
use adit_facts::law::{Date, OfStage, OfStatus, StopKind};

use super::deadlines::{Deadline, decision};
use super::{Law, Process};

/// What is open in the law, and how it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// Preparation of the environmental impact assessment report counts, although Art. 11(3) leaves it out.
    pub preparation_counted: bool,
    /// Stage of a project whose stage is not clear (tailings, substitution); `None` for processing or recycling.
    pub stage: Option<OfStage>,
    /// An extension is counted from a later acknowledgement instead of from the recognition.
    pub from_acknowledgement: bool,
}

/// Words of `--reading`.
pub const WORDS: [&str; 6] = [
    "preparation-outside",
    "preparation-counted",
    "as-extraction",
    "as-processing",
    "from-recognition",
    "from-acknowledgement",
];

impl Reading {
    /// Takes a word in; `false` if it is none.
    pub fn read(&mut self, word: &str) -> bool {
        match word {
            "preparation-outside" => self.preparation_counted = false,
            "preparation-counted" => self.preparation_counted = true,
            "as-extraction" => self.stage = Some(OfStage::Extraction),
            "as-processing" => self.stage = Some(OfStage::ProcessingOrRecycling),
            "from-recognition" => self.from_acknowledgement = false,
            "from-acknowledgement" => self.from_acknowledgement = true,
            _ => return false,
        }
        true
    }

    /// The words that differ from the default.
    pub fn words(self) -> Vec<&'static str> {
        let stage = self.stage.map(|stage| match stage {
            OfStage::Extraction => "as-extraction",
            OfStage::ProcessingOrRecycling => "as-processing",
        });
        let counted = self.preparation_counted.then_some("preparation-counted");
        let acknowledged = self.from_acknowledgement.then_some("from-acknowledgement");
        counted.into_iter().chain(stage).chain(acknowledged).collect()
    }
}

/// The decision under another reading.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherReading {
    /// Word of `--reading`.
    pub word: &'static str,
    /// What it assumes.
    pub says: &'static str,
    /// Whether it is the reading of the question.
    pub chosen: bool,
    /// The deadline under it.
    pub deadline: Deadline,
}

/// Whether points (a) or (b) of Art. 11 are meant; `None` if the stages of the project do not settle it.
pub fn settled(stages: &[ProjectStage]) -> Option<OfStage> {
    if stages.contains(&ProjectStage::Extraction) {
        return Some(OfStage::Extraction);
    }
    let clear = [ProjectStage::Processing, ProjectStage::Recycling];
    stages.iter().all(|stage| clear.contains(stage)).then_some(OfStage::ProcessingOrRecycling)
}

/// The readings of the decision, in pairs, where the process makes them differ.
pub(super) fn others(
    file: &ClockFile,
    law: &Law,
    reading: Reading,
    as_of: Date,
    deadlines: &[Deadline],
) -> Vec<OtherReading> {
    let process = Process::of(file, law, reading, as_of);
    if deadlines.iter().all(|deadline| deadline.id != "comprehensive-decision") {
        return Vec::new();
    }
    let mut pairs: Vec<(&'static str, &'static str, Reading, bool)> = Vec::new();
    if process.prepared {
        let with = |preparation_counted: bool| Reading { preparation_counted, ..reading };
        pairs.push((
            "preparation-outside",
            "preparation of the EIA report is outside the duration (Art. 11(3))",
            with(false),
            !reading.preparation_counted,
        ));
        pairs.push((
            "preparation-counted",
            "preparation of the EIA report is counted: only its lateness stops the clock (Art. 11(8))",
            with(true),
            reading.preparation_counted,
        ));
    }
    if settled(&file.project.stages).is_none() {
        let with = |stage: OfStage| Reading { stage: Some(stage), ..reading };
        let extraction = process.stage == OfStage::Extraction;
        pairs.push((
            "as-extraction",
            "the project is read as one that involves extraction (point (a))",
            with(OfStage::Extraction),
            extraction,
        ));
        pairs.push((
            "as-processing",
            "the project is read as one of processing or recycling only (point (b))",
            with(OfStage::ProcessingOrRecycling),
            !extraction,
        ));
    }
    if process.status == OfStatus::Extension && process.acknowledged_after_recognition() {
        let with = |from_acknowledgement: bool| Reading { from_acknowledgement, ..reading };
        pairs.push((
            "from-recognition",
            "the months of an extension run from the recognition (Art. 11(2))",
            with(false),
            !reading.from_acknowledgement,
        ));
        pairs.push((
            "from-acknowledgement",
            "the process starts with the acknowledgement of completeness (Art. 11(6)), and the months with it",
            with(true),
            reading.from_acknowledgement,
        ));
    }
    pairs
        .into_iter()
        .filter_map(|(word, says, reading, chosen)| {
            let process = Process::of(file, law, reading, as_of);
            let deadline = decision(&process, law)?.0;
            Some(OtherReading { word, says, chosen, deadline })
        })
        .collect()
}

/// Kinds of stops that count under a reading.
pub(super) fn counts(reading: Reading, kind: StopKind) -> bool {
    kind != StopKind::ReportPreparation || !reading.preparation_counted
}
