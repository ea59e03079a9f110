//! The questions of the Chain room.

use std::sync::Arc;

use adit_facts::chain::Region;
use adit_facts::{Changes, Material, Stage};
use adit_model::chain::balance::{route_b, supply};
use adit_model::chain::benchmarks::{Gathered, Options, gather};
use adit_model::chain::geopolrisk::{Economy, gather as gather_world, write as write_score};
use adit_model::risk::Options as RiskOptions;
use adit_model::together::tonnes::Routes;
use adit_model::together::why::open as open_game;
use adit_model::together::{Inputs, Question, gather as gather_game};
use adit_model::workings::Workings;

use super::Session;
use crate::chain::benchmarks::{BenchmarksAnswer, build, table as benchmarks_table};
use crate::chain::flows::{self, ChainAnswer};
use crate::chain::geopolrisk::{self, GeoPolRiskAnswer, GeoPolRiskQuestion};
use crate::chain::map::{self, RegionsAnswer, SitesAnswer};
use crate::chain::opened;
use crate::chain::question::{BenchmarksQuestion, read_year};
use crate::chain::region::{self, RegionAnswer};
use crate::chain::together::question::{self as together_question, TogetherQuestion};
use crate::chain::together::{self, TogetherAnswer};
use crate::error::AnswerError;
use crate::tables::PlainTable;
use crate::why::WhyAnswer;

/// The tables of this room, as their names are written.
pub const TABLES: [&str; 9] = [
    "sites",
    "benchmarks",
    "benchmark-projects",
    "together",
    "coalitions",
    "geopolrisk",
    "region-CODE",
    "chain-MATERIAL[-YEAR]",
    "chain-stages-MATERIAL[-YEAR]",
];

impl Session {
    /// A table of the Chain room by its name and the words of its question; `None` if it is of another room.
    pub fn chain_table<'a>(
        &self,
        name: &str,
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Option<Result<PlainTable, AnswerError>> {
        let benchmarks = |pairs| self.benchmarks(&BenchmarksQuestion::from_pairs(pairs)?);
        let game = |pairs| self.together(&TogetherQuestion::from_pairs(pairs)?);
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        Some(match name {
            "sites" => Ok(map::table::sites(&self.sites())),
            "benchmarks" => benchmarks(pairs).map(|answer| benchmarks_table::materials(&answer)),
            "benchmark-projects" => benchmarks(pairs).map(|answer| benchmarks_table::projects(&answer)),
            "together" => game(pairs).map(|answer| together::table::regions(&answer)),
            "coalitions" => game(pairs).map(|answer| together::table::coalitions(&answer)),
            "geopolrisk" => self.geopolrisk(&GeoPolRiskQuestion::default()).map(|answer| geopolrisk::table(&answer)),
            _ => {
                if let Some(code) = name.strip_prefix("region-") {
                    let first = |found: Vec<RegionAnswer>| found.first().map(region::table::sites);
                    self.region(code).and_then(|found| {
                        first(found).ok_or_else(|| AnswerError::UnknownDocument {
                            kind: "table",
                            name: name.to_owned(),
                            hint: "write region-CODE, as region-FI1D".to_owned(),
                        })
                    })
                } else if let Some(rest) = name.strip_prefix("chain-stages-") {
                    self.chain_of(rest).map(|answer| flows::table::stages(&answer))
                } else if let Some(rest) = name.strip_prefix("chain-") {
                    self.chain_of(rest).map(|answer| flows::table::links(&answer))
                } else {
                    return None;
                }
            }
        })
    }

    /// `lithium-2023` or `natural-graphite`.
    fn chain_of(&self, text: &str) -> Result<ChainAnswer, AnswerError> {
        match text.rsplit_once('-').and_then(|(material, year)| Some((material, read_year(year).ok()?))) {
            Some((material, year)) => self.chain(material, Some(year)),
            None => self.chain(text, None),
        }
    }

    /// The four benchmarks of Art. 5(1).
    pub fn benchmarks(&self, question: &BenchmarksQuestion) -> Result<BenchmarksAnswer, AnswerError> {
        let gathered = self.gathered();
        self.known_projects(&question.without)?;
        Ok(build::answer(&build::Asked::new(self.package(), &gathered, question)))
    }

    /// Regions with centre points.
    pub fn regions(&self) -> RegionsAnswer {
        map::build::regions(self.package(), self.boundaries().is_some())
    }

    /// Sites and projects.
    pub fn sites(&self) -> SitesAnswer {
        map::build::sites(self.package())
    }

    /// The dossier of a region; of each, where a name or an earlier code means several.
    pub fn region(&self, text: &str) -> Result<Vec<RegionAnswer>, AnswerError> {
        let found = self.package().find_region(text).map_err(AnswerError::from)?;
        // Said only where it is more than the region's own name or code.
        let own =
            |region: &Region| [&region.code, &region.name, &region.name_latin].iter().any(|own| *own == text.trim());
        let asked =
            |region: &Region| found.note.clone().or_else(|| (!own(region)).then(|| format!("asked for as {text}")));
        Ok(found
            .regions
            .iter()
            .map(|region| {
                let changes = self.with_routes(|routes| region::changes::changes(self.package(), region, routes));
                region::build::answer(self.package(), region, asked(region), changes)
            })
            .collect())
    }

    /// A material's chain in a year; in the latest with production and trade if `None`.
    pub fn chain(&self, material: &str, year: Option<u16>) -> Result<ChainAnswer, AnswerError> {
        let material = self.material(material)?;
        let latest = || flows::build::latest(self.package(), material);
        let Some(year) = year.or_else(latest) else { return Err(self.no_chain(material)) };
        let (found, _) = flows::build::of(self.package(), material, year)?;
        if !found.years.contains(&year) {
            let years: Vec<String> = found.years.iter().map(ToString::to_string).collect();
            let name = &self.package().vocabulary().material(material).id;
            return Err(AnswerError::UnknownDocument {
                kind: "chain",
                name: format!("{name} in {year}"),
                hint: format!("there are facts of {}", years.join(", ")),
            });
        }
        Ok(flows::build::answer(self.package(), &found))
    }

    fn no_chain(&self, material: Material) -> AnswerError {
        AnswerError::UnknownDocument {
            kind: "chain",
            name: self.package().vocabulary().material(material).id.clone(),
            hint: "neither production nor trade of it is in the facts; `adit facts production` lists what is"
                .to_owned(),
        }
    }

    /// `chain.imports/lithium/processing/2022/EU27` and the like: the chain of that material in that year. What stands
    /// behind the benchmarks (capacity, consumption) has no year of its own and is opened there.
    fn why_chain_of(&self, path: &str) -> Result<WhyAnswer, AnswerError> {
        let parts: Vec<&str> = path.split('/').collect();
        let material = parts.iter().skip(1).find_map(|part| self.package().vocabulary().find_material(part));
        let year = parts.iter().rev().find_map(|part| read_year(part).ok());
        if let (Some(material), Some(year)) = (material, year) {
            let (_, mut workings) = flows::build::of(self.package(), material, year)?;
            if workings.get(path).is_none() {
                supply(self.package())(material, Stage::Extraction, &mut workings);
                supply(self.package())(material, Stage::Processing, &mut workings);
            }
            if workings.get(path).is_some() {
                return opened::answer(self.package(), &workings, path, "");
            }
        }
        self.why_benchmark(path, "")
    }

    /// Scores of the `GeoPolRisk` method.
    pub fn geopolrisk(&self, question: &GeoPolRiskQuestion) -> Result<GeoPolRiskAnswer, AnswerError> {
        let only = question.material.as_deref().map(|name| self.material(name)).transpose()?;
        let country = question.country.as_deref().map(|text| self.economy(text)).transpose()?;
        let code = country.map(|economy| geopolrisk::build::code(self.package(), economy));
        let question = GeoPolRiskQuestion { country: code, ..question.clone() };
        Ok(geopolrisk::build::answer(self.package(), only, &question))
    }

    /// What regions change alone and together.
    pub fn together(&self, question: &TogetherQuestion) -> Result<TogetherAnswer, AnswerError> {
        self.known_projects(&question.without)?;
        let asked = together_question::asked(self.package(), question)?;
        let inputs = self.game(&asked.question)?;
        together::build::answer(self.package(), &asked, &inputs)
    }

    fn game(&self, question: &Question) -> Result<Inputs, AnswerError> {
        let (options, changes) = (RiskOptions::default(), Changes::default());
        let inputs =
            self.with_routes(|routes| gather_game(self.package(), question, &options, &changes, routes, ""))?;
        Ok(inputs)
    }

    /// Asks with the routes to tonnes that the trade facts open.
    pub(super) fn with_routes<T>(&self, ask: impl FnOnce(Routes<'_>) -> T) -> T {
        let (balance, supply) = (route_b(self.package()), supply(self.package()));
        ask(Routes { balance: &balance, supply: &supply })
    }

    /// A country, or the Union.
    fn economy(&self, text: &str) -> Result<Economy, AnswerError> {
        if matches!(text.to_ascii_uppercase().as_str(), "EU27" | "EU") {
            return Ok(Economy::Union);
        }
        crate::id::find_country(text, self.package().vocabulary()).map(Economy::Country)
    }

    /// The facts of the benchmarks, gathered when first asked for.
    pub(crate) fn gathered(&self) -> Arc<Gathered> {
        let gathered = self
            .benchmarks
            .get_or_init(|| Arc::new(gather(self.package(), &Options::default(), &route_b(self.package()))));
        Arc::clone(gathered)
    }

    fn known_projects(&self, ids: &[String]) -> Result<(), AnswerError> {
        match ids.iter().find(|id| self.package().project(id).is_none()) {
            None => Ok(()),
            Some(unknown) => {
                let projects = self.package().projects();
                let names = projects.iter().map(|project| project.id.as_str());
                let hint = adit_facts::suggest::hint(unknown, names, "`adit facts project-capacities` lists them");
                Err(AnswerError::UnknownDocument { kind: "project", name: unknown.clone(), hint })
            }
        }
    }

    /// The derivation of a number of the Chain room; `None` if the id is of another room.
    pub(super) fn why_chain(&self, id: &str) -> Option<Result<WhyAnswer, AnswerError>> {
        let (path, query) = id.split_once('?').unwrap_or((id, ""));
        let path = path.trim().trim_matches('/');
        match path.split_once('/')?.0.split('.').next()? {
            "benchmark" => Some(self.why_benchmark(path, query)),
            "chain" => Some(self.why_chain_of(path)),
            "region" => Some(self.why_region(path)),
            "geopolrisk" => Some(self.why_geopolrisk(path)),
            "together" => Some(self.why_together(id)),
            "outlook" => Some(self.why_outlook(path, query)),
            _ => self.why_choose(path, query).or_else(|| self.why_promises(path, query)),
        }
    }

    fn why_together(&self, id: &str) -> Result<WhyAnswer, AnswerError> {
        let (options, changes) = (RiskOptions::default(), Changes::default());
        let workings = self.with_routes(|routes| open_game(self.package(), id, &options, &changes, routes, ""))?;
        opened::answer(self.package(), &workings, id, "")
    }

    /// `geopolrisk.score/MATERIAL/ECONOMY/YEAR`; the concentration has no economy of its own.
    fn why_geopolrisk(&self, path: &str) -> Result<WhyAnswer, AnswerError> {
        let unknown = || AnswerError::UnknownId {
            id: path.to_owned(),
            says: "a score has a material, a country and a year".to_owned(),
            hint: "write geopolrisk.score/lithium/EU27/2023".to_owned(),
        };
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        let (material, economy, year) = match parts.as_slice() {
            [material, year] => (material, Economy::Union, year),
            [material, economy, year, ..] => (material, self.economy(economy)?, year),
            _ => return Err(unknown()),
        };
        let material = self.material(material)?;
        let year: u16 = year.parse().map_err(|_| unknown())?;
        let world = gather_world(self.package(), Some(material));
        let mut workings = Workings::default();
        write_score(self.package(), &world, material, economy, year, &mut workings);
        opened::answer(self.package(), &workings, path, "")
    }

    fn why_region(&self, path: &str) -> Result<WhyAnswer, AnswerError> {
        let code = path.split('/').nth(1).unwrap_or_default();
        opened::answer(self.package(), &adit_model::chain::region::economy::all(self.package(), code), path, "")
    }

    fn why_benchmark(&self, path: &str, query: &str) -> Result<WhyAnswer, AnswerError> {
        let pairs = query.split('&').filter(|part| !part.is_empty());
        let mut question =
            BenchmarksQuestion::from_pairs(pairs.map(|part| part.split_once('=').unwrap_or((part, ""))))?;
        self.known_projects(&question.without)?;
        // The year stands last in the path of every figure that has one.
        question.year = path.rsplit('/').next().and_then(|last| read_year(last).ok());
        let gathered = self.gathered();
        let asked = build::Asked::new(self.package(), &gathered, &question);
        opened::answer(self.package(), &asked.workings(), path, &asked.query)
    }
}
