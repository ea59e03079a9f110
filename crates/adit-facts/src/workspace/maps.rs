//! Official boundaries that a user brought along: `maps/nuts-2024-2.geojson`. They are drawn and never computed from,
//! so that they do not count in the lock, and they are shown with their notice wherever they are shown.

use std::path::PathBuf;

use super::Workspace;
use super::files::Folder;
use crate::chain::Vintage;
use crate::finding::Finding;
use crate::import::{Boundaries, boundaries};

/// The folder of a workspace that holds boundaries.
pub const MAPS: &str = "maps";

/// The file beside them that says whose they are.
pub const NOTICE_FILE: &str = "NOTICE.md";

/// What must be said wherever the boundaries are shown.
pub const NOTICE: &str = "© EuroGeographics for the administrative boundaries";

/// The text of [`NOTICE_FILE`].
pub const NOTICE_TEXT: &str = include_str!("starter/maps-notice.md");

/// A collection of boundaries with its notice inside, as its first member: whoever has the one has the other.
pub fn noticed(geojson: &str) -> String {
    let members = geojson.trim_start().strip_prefix('{').unwrap_or_default();
    format!("{{\"notice\":\"{NOTICE}\",{members}")
}

impl Workspace {
    /// The official boundaries of a vintage and level as `GeoJSON`, checked; `None` where the workspace has none.
    pub fn boundaries(&self, vintage: Vintage, level: u8) -> Result<Option<Boundaries>, Vec<Finding>> {
        let file = format!("{MAPS}/nuts-{}-{level}.geojson", vintage.id());
        let path: PathBuf = self.dir.join(&file);
        if !path.exists() {
            return Ok(None);
        }
        let folder = Folder::open(&self.dir).map_err(|finding| vec![finding])?;
        let real = folder.inside(&file).map_err(|finding| vec![finding])?;
        let kept = boundaries(&[real])?;
        Ok(kept.into_iter().next())
    }
}
