//! Names to choose from: materials and places.

use serde::Serialize;
use utoipa::ToSchema;

/// The materials.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MaterialsAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The materials in the order of the vocabulary.
    pub materials: Vec<MaterialDocument>,
}

/// One material.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct MaterialDocument {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind: `metal`, `industrial-mineral`, `biotic`, `gas`, `group` ...
    pub kind: String,
    /// Id of the group that it belongs to.
    pub group: Option<String>,
    /// Names under which publishers print it.
    pub aliases: Vec<String>,
    /// On Annex I of the act, by its own entry or through its group.
    pub strategic: bool,
    /// On Annex II, Section 1 of the act, by its own entry or through its group.
    pub listed: bool,
}

/// The places.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PlacesAnswer {
    /// Version of this document's form, 1.
    pub format: u32,
    /// The countries in the order of the vocabulary.
    pub places: Vec<PlaceDocument>,
}

/// One country.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PlaceDocument {
    /// ISO 3166-1 alpha-2 code (XK for Kosovo).
    pub id: String,
    /// Name.
    pub name: String,
    /// A member state of the European Union.
    pub eu: bool,
}
