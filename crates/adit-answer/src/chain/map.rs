//! Where things are: regions with their centre points, sites and projects.

pub(crate) mod build;
pub mod table;

use serde::Serialize;
use utoipa::ToSchema;

/// Regions of NUTS 2024 with centre points: enough to draw a schematic map.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RegionsAnswer {
    /// Form of the document.
    pub format: u32,
    /// Vintage of the codes.
    pub vintage: u16,
    /// Regions of levels 2 and 3, and those of 2021 that have no code in 2024.
    pub regions: Vec<MapRegion>,
    /// The REMIX regions.
    pub remix: Vec<RemixRegion>,
    /// Whether the user has imported official boundaries (`GET /api/v1/boundaries`).
    pub boundaries: bool,
    /// What must be said beside a map.
    pub notes: Vec<String>,
}

/// A region on the map.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MapRegion {
    /// NUTS code.
    pub code: String,
    /// Level 2 or 3.
    pub level: u8,
    /// Name in Latin script.
    pub name: String,
    /// Name in the local script, where it differs.
    pub local: Option<String>,
    /// ISO code of the country.
    pub country: String,
    /// In the Union.
    pub eu: bool,
    /// Latitude of a centre point, degrees north.
    pub lat: f64,
    /// Longitude of a centre point, degrees east.
    pub lon: f64,
}

/// A region of the REMIX project.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct RemixRegion {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// NUTS 2024 codes; those of 2021 where it has none.
    pub codes: Vec<String>,
}

/// Sites and projects at points.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SitesAnswer {
    /// Form of the document.
    pub format: u32,
    /// Sites and project sites.
    pub sites: Vec<SiteDocument>,
    /// What must be said beside them.
    pub notes: Vec<String>,
}

/// A site, or a project's site at a stage.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SiteDocument {
    /// Id of the site or project.
    pub id: String,
    /// Name.
    pub name: String,
    /// Operator or promoter.
    pub operator: Option<String>,
    /// ISO code of the country.
    pub country: String,
    /// NUTS 2024 level 2 code.
    pub region: Option<String>,
    /// Latitude, degrees north.
    pub lat: Option<f64>,
    /// Longitude, degrees east.
    pub lon: Option<f64>,
    /// `deposit`, `mine`, `smelter-refinery`, `plant`, `recycler` or `project`.
    pub kind: String,
    /// Stages at the site.
    pub stages: Vec<String>,
    /// Materials.
    pub materials: Vec<String>,
    /// Status.
    pub status: String,
    /// How sure the source is of it: high, medium, low.
    pub confidence: Option<String>,
    /// A Strategic Project of the Act.
    pub strategic: bool,
    /// Known capacities.
    pub capacities: Vec<SiteCapacity>,
    /// Source, as it is cited.
    pub source: String,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// A capacity of a site.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SiteCapacity {
    /// Material.
    pub material: String,
    /// Stage.
    pub stage: String,
    /// Tonnes contained a year; null if unknown.
    pub contained_t: Option<f64>,
    /// `capacity`, `production`, `planned`, `unknown`.
    pub basis: String,
    /// The row stands on memory, not on a page that was read: never counted.
    pub from_memory: bool,
    /// Key of the fact that `why` opens.
    pub why: Option<String>,
}
