//! What goes where in one year: the Sankey of a case.

use serde::Serialize;
use utoipa::ToSchema;

use crate::chain::FigureDocument;

/// The flows of a material in a year.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookFlows {
    /// Form of the document.
    pub format: u32,
    /// Case.
    pub case: String,
    /// Material.
    pub material: String,
    /// Name.
    pub material_name: String,
    /// The year.
    pub year: u16,
    /// The years that can be asked for.
    pub years: Vec<u16>,
    /// The answer in one sentence.
    pub says: String,
    /// Nodes, from left to right.
    pub nodes: Vec<OutlookNode>,
    /// Links; at every inner node what enters is what leaves.
    pub links: Vec<OutlookLink>,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookNode {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Column from the left, from 0.
    pub column: usize,
    /// `source`, `use`, `collection`, `recycling`, `loss` or `outside`: its colour.
    pub kind: String,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct OutlookLink {
    /// Id of the node from which.
    pub from: String,
    /// Id of the node to which.
    pub to: String,
    /// What it is.
    pub name: String,
    /// Tonnes contained in the year.
    pub tonnes: FigureDocument,
}
