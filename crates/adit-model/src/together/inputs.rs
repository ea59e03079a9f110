//! The typed inputs of a game: the baseline of the Risk room, tonnes, and who offers what.

use adit_facts::chain::{ChainStage, PartnerKind};
use adit_facts::study::Side;
use adit_facts::{Amount, Change, Changes, Country, Material, Package, Stage};
use adit_number::Ranged;
use indexmap::IndexSet;

use super::error::TogetherError;
use super::game::{Coalition, MOST_PLAYERS};
use super::offer::{Known, Left, Offer, Player};
use super::question::Question;
use crate::risk::concentration::LOWEST_TRADE;
use crate::risk::inputs::{Options, StageInputs, Study, gather};
use crate::workings::Workings;

/// The tonnes of a stage.
#[derive(Debug, Clone, Default)]
pub struct StageTonnes {
    /// T: EU supply in the year, tonnes contained; `None` if unknown.
    pub supply: Option<Known>,
    /// G: world production, tonnes contained; `None` if unknown, and then world shares stay.
    pub production: Option<Known>,
}

/// What is known in tonnes of a material.
#[derive(Debug, Clone)]
pub struct MaterialFacts {
    /// Which.
    pub material: Material,
    /// Tonnes by stage.
    pub tonnes: Vec<(Stage, StageTonnes)>,
    /// I: all input of the material in the year, primary and secondary, tonnes contained.
    pub all_input: Option<Known>,
    /// Consumption in the Union in the year, tonnes contained (Art. 2(12)).
    pub consumption: Option<Known>,
    /// Recovery from extraction to the processed form, a fraction.
    pub recovery: Option<Known>,
    /// The share of capacity before anybody joins, where known: the plants that stand.
    pub capacity_before: Option<Ranged>,
}

impl MaterialFacts {
    /// Nothing is known in tonnes.
    pub fn none(material: Material) -> Self {
        Self { material, tonnes: Vec::new(), all_input: None, consumption: None, recovery: None, capacity_before: None }
    }

    /// The tonnes of a stage.
    pub fn tonnes_of(&self, stage: Stage) -> Option<&StageTonnes> {
        self.tonnes.iter().find(|(of, _)| *of == stage).map(|(_, tonnes)| tonnes)
    }

    pub(super) fn known(&self) -> impl Iterator<Item = &Known> {
        let of_stages = self.tonnes.iter().flat_map(|(_, tonnes)| [&tonnes.supply, &tonnes.production]);
        of_stages.chain([&self.all_input, &self.consumption, &self.recovery]).flatten()
    }

    fn known_mut(&mut self) -> impl Iterator<Item = &mut Known> {
        let of_stages = self.tonnes.iter_mut().flat_map(|(_, tonnes)| [&mut tonnes.supply, &mut tonnes.production]);
        of_stages.chain([&mut self.all_input, &mut self.consumption, &mut self.recovery]).flatten()
    }
}

/// The game of one material; a group has one for each member.
#[derive(Debug, Clone)]
pub struct MaterialGame {
    /// Which.
    pub material: Material,
    /// Its id.
    pub id: String,
    /// Its position in the study.
    pub at: usize,
    /// What is known in tonnes.
    pub facts: MaterialFacts,
}

/// What the facts of the Chain room give to a game.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// The regions.
    pub players: Vec<Player>,
    /// Tonnes of the material, or of the members of a group.
    pub materials: Vec<MaterialFacts>,
    /// Projects that do not count.
    pub left: Vec<Left>,
    /// Query of the ids of the baseline's numbers (`?edition=...`), empty for the default.
    pub baseline_query: String,
    /// How the tonnes came about.
    pub workings: Workings,
}

/// Everything that a game needs.
#[derive(Debug, Clone)]
pub struct Inputs {
    /// What was asked.
    pub question: Question,
    /// Id of the material or group.
    pub material: String,
    /// The regions by code.
    pub players: Vec<Player>,
    /// The material's game, or those of the members of a group.
    pub games: Vec<MaterialGame>,
    /// The baseline; the players' countries stand in its lists, with nothing where they are new.
    pub study: Study,
    /// Countries that Art. 5(1)(b) does not count as third countries though they are outside: overseas countries and
    /// territories. By country index.
    pub overseas: Vec<bool>,
    /// Codes of the countries, by index: ties of displacement, and ids.
    pub codes: Vec<String>,
    /// Projects that do not count.
    pub left: Vec<Left>,
    /// Query of the ids of the baseline's numbers (`?edition=...`), empty for the default.
    pub baseline_query: String,
    /// How the tonnes came about.
    pub workings: Workings,
}

impl Inputs {
    /// Puts a game together on the baseline of the Risk room: the countries of the players are laid into the lists of
    /// suppliers, with nothing where they are new, so that everything about them (governance, trade) comes from there.
    pub fn new(
        package: &Package,
        question: Question,
        options: &Options,
        changes: &Changes,
        given: Given,
    ) -> Result<Self, TogetherError> {
        let words = package.vocabulary();
        let mut players = given.players;
        players.sort_by(|one, other| one.region.cmp(&other.region));
        check_regions(&players)?;
        let study = with_newcomers(package, question.material, options, changes, &players);
        let position = |material| study.materials.iter().position(|m| m.material == material);
        let material = words.material(question.material).id.clone();
        let members = match words.material(question.material).members.as_slice() {
            [] => vec![question.material],
            members => members.to_vec(),
        };
        let mut games = Vec::with_capacity(members.len());
        for member in members {
            let id = &words.material(member).id;
            let no_figure = || TogetherError::NoFigure { what: "supply risk", material: id.clone() };
            let at = position(member).ok_or_else(no_figure)?;
            let facts = given.materials.iter().find(|of| of.material == member).cloned();
            games.push(MaterialGame {
                material: member,
                id: id.clone(),
                at,
                facts: facts.unwrap_or_else(|| MaterialFacts::none(member)),
            });
        }
        let mut overseas = vec![false; words.countries().count()];
        for partner in package.partners().iter().filter(|partner| partner.kind == PartnerKind::Overseas) {
            overseas[usize::from(partner.country.0)] = true;
        }
        let mut inputs = Self {
            question,
            material,
            players,
            games,
            study,
            overseas,
            codes: words.countries().map(|(_, entry)| entry.id.clone()).collect(),
            left: given.left,
            baseline_query: given.baseline_query,
            workings: given.workings,
        };
        inputs.number_facts();
        Ok(inputs)
    }

    /// Numbers that are not facts of the study are read like facts: they stand behind them.
    fn number_facts(&mut self) {
        let mut next = u32::try_from(self.study.facts.len()).unwrap_or(u32::MAX);
        let of_players = self.players.iter_mut().flat_map(|player| &mut player.offers).flat_map(Offer::known_mut);
        let of_materials = self.games.iter_mut().flat_map(|game| game.facts.known_mut());
        for known in of_players.chain(of_materials) {
            known.fact.index = next;
            next = next.saturating_add(1);
        }
    }

    /// The numbers that are not facts of the study.
    pub fn known(&self) -> impl Iterator<Item = &Known> {
        let of_players = self.players.iter().flat_map(|player| &player.offers).flat_map(Offer::known);
        of_players.chain(self.games.iter().flat_map(|game| game.facts.known()))
    }

    /// Everybody.
    pub fn all(&self) -> Coalition {
        Coalition::all(self.players.len())
    }

    /// The player to whom a NUTS code belongs: whose own code it begins with.
    pub fn player_of(&self, code: &str) -> Option<usize> {
        self.players.iter().position(|player| code.starts_with(&player.region))
    }

    /// The regions that must be in for an offer to count: its own, and those of the mine that it needs. `None` if one of
    /// them is not in the game.
    pub fn requires(&self, player: usize, offer: &Offer) -> Option<Coalition> {
        let mines = offer.needs.iter().flat_map(|mine| &mine.regions);
        mines.map(|code| self.player_of(code)).try_fold(Coalition::one(player), |all, at| Some(all.with(at?)))
    }

    /// The stages of a material that the question plays.
    pub fn played(&self, game: &MaterialGame) -> impl Iterator<Item = &StageInputs> {
        let stages = self.study.materials.get(game.at).into_iter().flat_map(|m| &m.stages);
        stages.filter(|stage| self.question.stage.is_none_or(|only| only == stage.stage))
    }

    /// What is offered of a material at a stage and can count in the game.
    pub fn offered(&self, material: Material, stage: ChainStage) -> impl Iterator<Item = (usize, &Offer)> {
        let all = self.players.iter().enumerate().flat_map(|(at, of)| of.offers.iter().map(move |offer| (at, offer)));
        all.filter(move |&(at, offer)| {
            offer.material == material && offer.stage == stage && offer.counts() && self.requires(at, offer).is_some()
        })
    }
}

/// Codes that do not overlap, as many as there are bits.
fn check_regions(players: &[Player]) -> Result<(), TogetherError> {
    if players.is_empty() {
        return Err(TogetherError::NoRegions);
    }
    if players.len() > MOST_PLAYERS {
        return Err(TogetherError::TooMany(players.len()));
    }
    // Sorted, a code stands right before those that begin with it.
    let overlapping = players.windows(2).find(|pair| pair[1].region.starts_with(&pair[0].region));
    overlapping.map_or(Ok(()), |pair| {
        Err(TogetherError::Overlapping { inner: pair[1].region.clone(), outer: pair[0].region.clone() })
    })
}

/// The study of a material with the players' countries in its lists: a share of nothing, and the trade parameter that
/// `--add` gives to a place that is not there yet.
fn with_newcomers(
    package: &Package,
    material: Material,
    options: &Options,
    changes: &Changes,
    players: &[Player],
) -> Study {
    let options = Options { only: Some(vec![material]), ..options.clone() };
    let before = gather(package, &options, changes);
    let words = package.vocabulary();
    let countries: IndexSet<Country> = players.iter().map(|player| player.country).collect();
    let mut changes = changes.clone();
    for m in before.materials.iter().filter(|m| m.members.is_empty()) {
        for (stage, side) in m.stages.iter().flat_map(|stage| [(stage, Side::World), (stage, Side::Europe)]) {
            let Some(list) = stage.list(side) else { continue };
            let new = countries.iter().filter(|&&country| list.suppliers.iter().all(|s| s.country != country));
            for &country in new {
                let material = &words.material(m.material).id;
                let row = format!("{}/{}/{material}/{}", side.table(), options.edition, stage.stage);
                let code = &words.country(country).id;
                let nothing = Change::add(format!("{row}/{code}/share"), Amount::Exact(0.0));
                changes.changes.push(nothing);
                if before.in_eu[usize::from(country.0)] {
                    let inside = Amount::Exact(LOWEST_TRADE);
                    changes.changes.push(Change::set(format!("{row}/{code}/trade"), inside));
                }
            }
        }
    }
    gather(package, &options, &changes)
}
