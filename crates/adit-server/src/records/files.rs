//! Files that came with entries, given out as they were cleaned: always as something to save, never as a page of ours.

use adit_record::RecordError;
use adit_record::people::{Act, may};
use adit_record::voice::{Attachment, Contribution};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::people::Visitor;
use crate::plain;
use crate::problem::Problem;
use crate::records::Records;

/// Whatever a file holds, a browser that opens it after all runs nothing and loads nothing.
const POLICY: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// The file of an entry: for everybody where the entry is public and its author gave the file; what waits, what is
/// withheld and the scan of what a clerk wrote down only for those who look after the record.
pub(super) async fn file(
    State(records): State<Records>,
    Path((id, entry)): Path<(String, i64)>,
    visitor: Visitor,
) -> Response {
    let made = async {
        let place = records.place(&id, &visitor).await?;
        let unknown = || {
            let detail = format!("there is no file of entry {entry} in this record that you may see");
            Problem::new(StatusCode::NOT_FOUND, "records.unknown-file", detail, None)
        };
        let named = records
            .any(&id, |record| {
                let item = record.item(entry).ok_or_else(unknown)?;
                let public = record.is_public(item) && item.said().is_some_and(|said| said.file().is_some());
                let looks_after = || may(&visitor.grants, Act::ReadWithheld, &place).is_ok();
                let file = item.heard.contribution.as_ref().and_then(Contribution::file).cloned();
                file.filter(|_| public || looks_after()).ok_or_else(unknown)
            })
            .await?;
        match records.record()?.file(&id, entry).await {
            Err(RecordError::NoFile(_)) => Err(unknown()),
            other => Ok(given_out(&named, other?)),
        }
    };
    made.await.unwrap_or_else(|problem: Problem| plain::problem(&problem))
}

fn given_out(named: &Attachment, bytes: Vec<u8>) -> Response {
    let plain: String = named.name.chars().map(|letter| if letter.is_ascii() { letter } else { '_' }).collect();
    let whole = crate::plain::encoded(&named.name).replace('+', "%20");
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}");
    let headers = [
        (header::CONTENT_TYPE, named.media.clone()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, POLICY.to_owned()),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use adit_record::attachment::clean;
    use adit_record::ledger::Given;

    #[test]
    fn a_file_is_saved_under_its_name_and_never_opened_here() {
        let given = Given::new(clean("Messung \"Brücke\"\r\nX: y.txt", b"12 mg/l".to_vec()).unwrap(), None);
        let response = given_out(&given.named(), b"12 mg/l".to_vec());
        let header = |name: &str| response.headers().get(name).unwrap().to_str().unwrap().to_owned();
        assert_eq!(
            header("content-disposition"),
            "attachment; filename=\"Messung _Br_cke_X_ y.txt\"; filename*=UTF-8''Messung%20_Br%C3%BCcke_X_%20y.txt"
        );
        assert_eq!(header("content-type"), "text/plain; charset=utf-8");
        assert!(header("content-security-policy").starts_with("sandbox"));
    }
}
