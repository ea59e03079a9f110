//! What this adit is, and what can be asked about.

use adit_answer::materials::{MaterialsAnswer, PlacesAnswer};
use adit_answer::meta::MetaAnswer;
use axum::Json;
use axum::extract::State;

use crate::asking::ask_json;
use crate::problem::Problem;
use crate::snapshot::Snapshots;

/// Version, data, editions, thresholds, rooms.
#[utoipa::path(get, path = "/meta", tag = "words", responses((status = 200, body = MetaAnswer)))]
pub async fn meta(State(snapshots): State<Snapshots>) -> Result<Json<MetaAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.meta())).await
}

/// The materials, with the names that publishers give them.
#[utoipa::path(get, path = "/materials", tag = "words", responses((status = 200, body = MaterialsAnswer)))]
pub async fn materials(State(snapshots): State<Snapshots>) -> Result<Json<MaterialsAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.materials())).await
}

/// The countries, and whether they are member states.
#[utoipa::path(get, path = "/places", tag = "words", responses((status = 200, body = PlacesAnswer)))]
pub async fn places(State(snapshots): State<Snapshots>) -> Result<Json<PlacesAnswer>, Problem> {
    ask_json(&snapshots, |session| Ok(session.places())).await
}
