//! Official boundaries in a workspace: read where they are, refused where they are broken, never part of a result.

use std::fs;

use adit_facts::Workspace;
use adit_facts::chain::Vintage;
use adit_facts::workspace::maps;

use super::{Folder, codes};

const ONE_REGION: &str = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"NUTS_ID":"FI1D",
"LEVL_CODE":2,"CNTR_CODE":"FI","NUTS_NAME":"Pohjois- ja Itä-Suomi","NAME_LATN":"Pohjois- ja Itä-Suomi"},
"geometry":{"type":"Polygon","coordinates":[[[24,62],[31,62],[28,70],[24,62]]]}}]}"#;

fn open(folder: &Folder) -> Workspace {
    Workspace::load(&folder.demo()).unwrap().1
}

#[test]
fn boundaries_are_read_where_they_are() {
    let folder = Folder::workspace();
    assert_eq!(open(&folder).boundaries(Vintage::Nuts2024, 2), Ok(None));
    let before = open(&folder).snapshot().unwrap();
    fs::create_dir(folder.demo().join("maps")).unwrap();
    folder.write("maps/nuts-2024-2.geojson", ONE_REGION);
    let kept = open(&folder).boundaries(Vintage::Nuts2024, 2).unwrap().unwrap();
    assert_eq!((kept.file.as_str(), kept.geojson.as_str()), ("nuts-2024-2.geojson", ONE_REGION));
    assert_eq!(open(&folder).boundaries(Vintage::Nuts2024, 3), Ok(None));
    assert_eq!(open(&folder).boundaries(Vintage::Nuts2021, 2), Ok(None));
    assert_eq!(open(&folder).snapshot().unwrap(), before, "nothing is computed from boundaries");
    assert_eq!(codes(&folder.check()), Vec::<&str>::new());
}

#[test]
fn broken_boundaries_are_refused() {
    let folder = Folder::workspace();
    fs::create_dir(folder.demo().join("maps")).unwrap();
    folder.write("maps/nuts-2024-2.geojson", &ONE_REGION[..ONE_REGION.len() - 9]);
    let findings = open(&folder).boundaries(Vintage::Nuts2024, 2).unwrap_err();
    assert_eq!(codes(&findings), ["import.geojson"]);
    assert_eq!((findings[0].line, findings[0].column.is_some_and(|column| column > 1)), (Some(3), true));
}

#[test]
fn boundaries_carry_their_notice() {
    let text = maps::noticed(ONE_REGION);
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(read["notice"], maps::NOTICE);
    assert_eq!(read["features"][0]["properties"]["NUTS_ID"], "FI1D");
}
