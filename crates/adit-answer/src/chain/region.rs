//! A region's dossier.

pub(crate) mod build;
pub(crate) mod changes;
mod jobs;
mod says;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

use super::FigureDocument;
use super::map::SiteDocument;

/// Everything about a region.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RegionAnswer {
    /// Form of the document.
    pub format: u32,
    /// NUTS code (2024 where there is one).
    pub code: String,
    /// Vintage of the code.
    pub vintage: u16,
    /// Level.
    pub level: u8,
    /// Name in the local script.
    pub name: String,
    /// Name in Latin script.
    pub name_latin: String,
    /// ISO code of the country.
    pub country: String,
    /// Name of the country.
    pub country_name: String,
    /// What was asked for, where it is another code or name, and how it was translated.
    pub asked: Option<String>,
    /// The region of REMIX that it belongs to.
    pub remix: Option<String>,
    /// The finding in two or three sentences.
    pub says: Vec<String>,
    /// What is in the ground and on it.
    pub stages: Vec<RegionStage>,
    /// European chains that it belongs to.
    pub chains: Vec<RegionChain>,
    /// Its projects and what they change.
    pub projects: Vec<RegionProject>,
    /// What its projects together change in Europe's official numbers.
    pub changes: Vec<RegionChange>,
    /// Mining's weight.
    pub economy: RegionEconomy,
    /// Regions like it.
    pub similar: Vec<SimilarRegion>,
    /// What is not known.
    pub missing: Vec<String>,
    /// Sources of what is shown, as they are cited.
    pub sources: Vec<String>,
    /// What must be said beside the figures.
    pub notes: Vec<String>,
}

/// Sites at one stage.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RegionStage {
    /// `deposit` or a stage of the chain.
    pub stage: String,
    /// The sites.
    pub sites: Vec<SiteDocument>,
}

/// A material's chain seen from the region.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RegionChain {
    /// Material.
    pub material: String,
    /// Name.
    pub name: String,
    /// Strategic by Annex I.
    pub strategic: bool,
    /// Stages that the region has, planned or standing.
    pub stages: Vec<String>,
    /// Stages before and after that it lacks.
    pub missing_links: Vec<String>,
    /// Who could supply it.
    pub upstream: Vec<ConnectionDocument>,
    /// Whom it could supply.
    pub downstream: Vec<ConnectionDocument>,
}

/// Someone that could connect.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ConnectionDocument {
    /// Id of the site or project.
    pub id: String,
    /// Name.
    pub name: String,
    /// Its region.
    pub region: Option<String>,
    /// ISO code of the country.
    pub country: String,
    /// Stage there.
    pub stage: String,
    /// Status.
    pub status: String,
    /// Distance along the great circle, kilometres.
    pub distance_km: Option<f64>,
    /// Its tonnes, contained a year.
    pub tonnes: Option<f64>,
    /// Its tonnes over the region's own, a fraction; null if either is unknown.
    pub covers: Option<f64>,
    /// Quality of fit: `good`, `possible`, `unknown`, with the reason.
    pub fit: String,
    /// Why it is judged so.
    pub because: String,
    /// Fact that `why` opens.
    pub why: Option<String>,
}

/// A project of the region.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RegionProject {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Promoter.
    pub promoter: Option<String>,
    /// Status.
    pub status: String,
    /// A Strategic Project of the Act.
    pub strategic: bool,
    /// Capacities in this region.
    pub capacities: Vec<ProjectCapacityDocument>,
    /// Investment, million euro.
    pub capex_meur: Option<f64>,
    /// Jobs in operation.
    pub jobs: Option<f64>,
    /// Facts that `why` opens: capex, jobs.
    pub why: Vec<String>,
    /// What is not known of it.
    pub missing: Vec<String>,
}

/// A project's capacity at a stage.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ProjectCapacityDocument {
    /// Material.
    pub material: String,
    /// Stage.
    pub stage: String,
    /// Tonnes contained a year.
    pub contained_t: FigureDocument,
    /// Start as stated.
    pub start: Option<u16>,
    /// As stated by the promoter, with its unit.
    pub stated: Option<String>,
}

/// What the region's projects alone change in one official number.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RegionChange {
    /// Material.
    pub material: String,
    /// `sr`, `extraction`, `processing`, `recycling` or `single-country`.
    pub measure: String,
    /// Year.
    pub year: u16,
    /// Before.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
    /// Better by this; negative is worse; null if unknown.
    pub better_by: FigureDocument,
    /// In words, also where it is almost nothing or worse.
    pub says: String,
}

/// Mining's weight in the region.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RegionEconomy {
    /// Persons.
    pub population: DatedFigure,
    /// Million euro.
    pub gdp: DatedFigure,
    /// Fraction of the labour force.
    pub unemployment: DatedFigure,
    /// Thousand persons employed, all sectors.
    pub employment: DatedFigure,
    /// Persons employed in mining and quarrying (NACE B).
    pub mining: DatedFigure,
    /// Mining over all employment, a fraction.
    pub mining_share: FigureDocument,
    /// That over the same share of the Union (location quotient).
    pub location_quotient: FigureDocument,
    /// Mining by NACE division, where published.
    pub divisions: Vec<DivisionDocument>,
    /// What these figures cannot tell.
    pub limits: Vec<String>,
}

/// A figure with its year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DatedFigure {
    /// Year; null if unknown.
    pub year: Option<u16>,
    /// Figure.
    pub figure: FigureDocument,
    /// Code under which it was published, where it is another one.
    pub of_code: Option<String>,
}

/// Employment in one division of mining.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DivisionDocument {
    /// NACE code.
    pub nace: String,
    /// Name.
    pub name: String,
    /// Persons; null if confidential or not published.
    pub persons: FigureDocument,
}

/// A region to learn from.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SimilarRegion {
    /// NUTS code.
    pub code: String,
    /// Name in Latin script.
    pub name: String,
    /// ISO code of the country.
    pub country: String,
    /// Similarity, 0..1.
    pub similarity: f64,
    /// Its parts: materials, stages, structure; each 0..1.
    pub parts: Vec<SimilarityPart>,
    /// What both have.
    pub shared: Vec<String>,
    /// What it has and this region lacks.
    pub ahead: Vec<String>,
}

/// A part of a similarity.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SimilarityPart {
    /// `materials`, `stages` or `structure`.
    pub of: String,
    /// 0..1; null if unknown.
    pub value: Option<f64>,
    /// Weight, 0..1.
    pub weight: f64,
}
