//! Supply risk with a choice, exactly: the game of the Together room with the chosen tonnes as what is offered.

use adit_facts::chain::{ChainStage, ProjectCapacityFacts};
use adit_facts::{Changes, Country, Package};
use adit_number::AsValue;

use super::Risk;
use crate::chain::planned;
use crate::choose::portfolio::candidates::{Choice, Portfolio};
use crate::risk::inputs::Options;
use crate::together::displacement::Displacement;
use crate::together::game::Coalition;
use crate::together::play::{Play, Ready};
use crate::together::read::Reader;
use crate::together::tonnes::Routes;
use crate::together::{Question, gather};

/// Supply risk of materials in years, computed by the formula of the Risk room.
#[derive(Debug)]
pub struct Exact {
    games: Vec<Game>,
    of: Vec<(String, i32)>,
    /// What could not be played, in words.
    pub missing: Vec<String>,
}

/// The game of one material in one year.
#[derive(Debug)]
struct Game {
    material: String,
    year: i32,
    play: Play<f64>,
    offers: Vec<Offered>,
}

/// An output of a candidate in a game.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offered {
    pub candidate: usize,
    pub output: usize,
    pub stage: ChainStage,
    country: Country,
    /// Output over capacity.
    utilisation: f64,
    old_scrap: bool,
    player: usize,
}

impl Exact {
    /// The games of materials in years. Only candidates in the Union play; a group of materials has no game of its own
    /// here, as no source splits its tonnes.
    pub fn new(package: &Package, portfolio: &Portfolio, of: &[(String, i32)], routes: Routes<'_>) -> Self {
        let mut exact = Self { games: Vec::new(), of: Vec::new(), missing: Vec::new() };
        let rows = package.project_capacities();
        for (material, year) in of {
            match game(package, portfolio, &rows, (material, *year), routes) {
                Ok(game) => {
                    exact.games.push(game);
                    exact.of.push((material.clone(), *year));
                }
                Err(why) => exact.missing.push(format!("supply risk of {material}, {year}: {why}")),
            }
        }
        exact
    }

    /// The materials that candidates of a portfolio make and whose supply risk can be looked at, each in its last year.
    pub fn materials(portfolio: &Portfolio) -> Vec<(String, i32)> {
        let mut of: Vec<(String, i32)> = Vec::new();
        for output in portfolio.candidates.iter().flat_map(|candidate| &candidate.outputs) {
            if !of.iter().any(|(material, _)| *material == output.material) {
                of.push((output.material.clone(), portfolio.last));
            }
        }
        of
    }

    fn game(&self, material: &str, year: i32) -> Option<&Game> {
        self.games.iter().find(|game| game.material == material && game.year == year)
    }

    pub(super) fn offers(&self, material: &str, year: i32) -> &[Offered] {
        self.game(material, year).map_or(&[], |game| &game.offers)
    }

    /// The supply risk with tonnes of each offer.
    pub(super) fn with(&self, material: &str, year: i32, tonnes: &[f64]) -> Option<f64> {
        let game = self.game(material, year)?;
        let mut play = game.play.clone();
        let one = play.materials.first_mut()?;
        one.offers.clear();
        for (offer, &tonnes) in game.offers.iter().zip(tonnes) {
            if tonnes <= 0.0 {
                continue;
            }
            let ready = Ready {
                by: offer.player,
                requires: Coalition::one(offer.player),
                country: offer.country,
                tonnes,
                capacity: tonnes / offer.utilisation,
                old_scrap: offer.old_scrap,
            };
            match one.offers.iter_mut().find(|(stage, _)| *stage == offer.stage) {
                Some((_, of_stage)) => of_stage.push(ready),
                None => one.offers.push((offer.stage, vec![ready])),
            }
        }
        play.figure(Coalition::all(64))
    }

    /// Tonnes of each offer of a game with a choice.
    pub(super) fn tonnes(&self, portfolio: &Portfolio, choice: &Choice, material: &str, year: i32) -> Vec<f64> {
        let of = |offer: &Offered| {
            let Some(pick) = choice.pick(offer.candidate) else { return 0.0 };
            pick.size * offer.full(portfolio, pick.course, year)
        };
        self.offers(material, year).iter().map(of).collect()
    }
}

impl Offered {
    /// Tonnes in a year at full size.
    pub(super) fn full(&self, portfolio: &Portfolio, course: usize, year: i32) -> f64 {
        let candidate = &portfolio.candidates[self.candidate];
        let output = &candidate.outputs[self.output];
        output.tonnes.value() * output.part(candidate.courses[course].start, year) * self.utilisation
    }
}

impl Risk for Exact {
    fn supply_risk(&self, portfolio: &Portfolio, choice: &Choice, material: &str, year: i32) -> Option<f64> {
        self.with(material, year, &self.tonnes(portfolio, choice, material, year))
    }

    fn materials(&self) -> &[(String, i32)] {
        &self.of
    }
}

fn game(
    package: &Package,
    portfolio: &Portfolio,
    rows: &[ProjectCapacityFacts],
    (material, year): (&str, i32),
    routes: Routes<'_>,
) -> Result<Game, String> {
    let words = package.vocabulary();
    let found = words.find_material(material).ok_or("there is no such material")?;
    if !words.material(found).members.is_empty() {
        return Err("no source splits the tonnes of the group among its members".to_owned());
    }
    let players = players(package, portfolio);
    let mut question = Question::new(found, players.iter().map(|(code, _)| code.clone()));
    question.year = u16::try_from(year).map_err(|_| "no such year")?;
    let inputs = gather(package, &question, &Options::default(), &Changes::default(), routes, "")
        .map_err(|error| error.to_string())?;
    let play = Reader::new(&inputs, AsValue, 1.0).play_with(Displacement::default(), &|_| None);
    if play.figure(Coalition::EMPTY).is_none() {
        return Err("the study has no figure".to_owned());
    }
    let mut offers = Vec::new();
    for (at, candidate) in portfolio.candidates.iter().enumerate().filter(|(_, candidate)| candidate.union) {
        let Some(country) = words.find_country(&candidate.country) else { continue };
        let Some(player) = inputs.players.iter().position(|player| player.country == country) else { continue };
        for (output, flow) in candidate.outputs.iter().enumerate().filter(|(_, flow)| flow.material == material) {
            let row = rows.iter().find(|row| {
                row.project == candidate.id && row.stage == flow.stage && words.material(row.material).id == material
            });
            let utilisation = row
                .and_then(|row| planned::utilisation(package, row))
                .or_else(|| planned::assumed(package, &format!("utilisation/{}", flow.stage)));
            offers.push(Offered {
                candidate: at,
                output,
                stage: flow.stage,
                country,
                utilisation: utilisation.map_or(1.0, |known| known.number.value),
                old_scrap: row.is_some_and(|row| row.input.as_deref() == Some("old-scrap")),
                player,
            });
        }
    }
    Ok(Game { material: material.to_owned(), year, play, offers })
}

/// The countries of the Union in which candidates lie, by the code of their region.
fn players(package: &Package, portfolio: &Portfolio) -> Vec<(String, Country)> {
    let mut players: Vec<(String, Country)> = Vec::new();
    for candidate in portfolio.candidates.iter().filter(|candidate| candidate.union) {
        let Some(country) = package.vocabulary().find_country(&candidate.country) else { continue };
        if players.iter().any(|(_, known)| *known == country) {
            continue;
        }
        // Eurostat writes EL for Greece.
        let code = if candidate.country == "GR" { "EL" } else { candidate.country.as_str() };
        if package.regions().get(code).is_some() {
            players.push((code.to_owned(), country));
        }
    }
    players
}
