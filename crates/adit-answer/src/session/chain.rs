//! The questions of the Chain room.

use std::sync::Arc;

use adit_facts::Changes;
use adit_model::chain::balance::{route_b, supply};
use adit_model::chain::benchmarks::{Gathered, Options, gather};
use adit_model::chain::geopolrisk::{Economy, gather as gather_world, write as write_score};
use adit_model::risk::Options as RiskOptions;
use adit_model::together::tonnes::Routes;
use adit_model::together::why::open as open_game;
use adit_model::together::{Inputs, Question, gather as gather_game};
use adit_model::workings::Workings;

use super::Session;
use crate::chain::benchmarks::{BenchmarksAnswer, build};
use crate::chain::geopolrisk::{self, GeoPolRiskAnswer, GeoPolRiskQuestion};
use crate::chain::map::{self, RegionsAnswer, SitesAnswer};
use crate::chain::opened;
use crate::chain::question::{BenchmarksQuestion, read_year};
use crate::chain::region::{self, RegionAnswer};
use crate::chain::together::question::{self as together_question, TogetherQuestion};
use crate::chain::together::{self, TogetherAnswer};
use crate::error::AnswerError;
use crate::why::WhyAnswer;

impl Session {
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
        let asked = |code: &str| (text.trim() != code).then(|| found.note.clone().unwrap_or_else(|| text.to_owned()));
        Ok(found
            .regions
            .iter()
            .map(|region| {
                let (balance, supply) = (route_b(self.package()), supply(self.package()));
                let routes = Routes { balance: &balance, supply: &supply };
                let changes = region::changes::changes(self.package(), region, routes);
                region::build::answer(self.package(), region, asked(&region.code), changes)
            })
            .collect())
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
        let (balance, supply) = (route_b(self.package()), supply(self.package()));
        let routes = Routes { balance: &balance, supply: &supply };
        Ok(gather_game(self.package(), question, &options, &changes, routes, "")?)
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
                let hint = adit_facts::suggest::hint(unknown, names, "`adit facts projects` lists them");
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
            "chain" => Some(self.why_benchmark(path, query)),
            "region" => Some(self.why_region(path)),
            "geopolrisk" => Some(self.why_geopolrisk(path)),
            "together" => Some(self.why_together(id)),
            _ => None,
        }
    }

    fn why_together(&self, id: &str) -> Result<WhyAnswer, AnswerError> {
        let (options, changes) = (RiskOptions::default(), Changes::default());
        let (balance, supply) = (route_b(self.package()), supply(self.package()));
        let routes = Routes { balance: &balance, supply: &supply };
        let workings = open_game(self.package(), id, &options, &changes, routes, "")?;
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
