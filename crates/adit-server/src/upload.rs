//! A form with, perhaps, a file: both ways in which browsers send one. What the file is, is asked of its bytes elsewhere.

use adit_record::attachment::{LARGEST, clean};
use adit_record::ledger::Given;
use adit_record::round::Trouble;
use adit_record::{Record, RecordError};
use axum::body::to_bytes;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use crate::problem::Problem;
use crate::typed::Typed;

/// Longest text of a form: the longest words of an entry take at most four bytes a letter, and three more as they are
/// sent.
pub(crate) const LONGEST_FORM: usize = 400 * 1024;
/// Longest form with its file, and what stands between its parts.
pub(crate) const LONGEST: usize = LARGEST + LONGEST_FORM + 16 * 1024;

/// Files are held in memory while they come: so many at once.
static AT_ONCE: Semaphore = Semaphore::const_new(8);

/// A file as it came.
pub(crate) struct Upload {
    name: String,
    bytes: Vec<u8>,
}

/// What was sent.
pub(crate) struct Sent {
    /// The fields.
    pub typed: Typed,
    /// The file, if one was chosen.
    pub file: Option<Upload>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let body = to_bytes(request.into_body(), LONGEST_FORM).await.map_err(|_| too_long())?;
            return Ok(Self { typed: Typed::read(&body), file: None });
        }
        let Ok(_turn) = AT_ONCE.try_acquire() else {
            let hint = "go back and send it again in a minute; nothing was recorded";
            return Err(page(
                StatusCode::SERVICE_UNAVAILABLE,
                "several other files are coming in at this moment",
                hint,
            ));
        };
        let form = Multipart::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        read(form).await
    }
}

fn too_long() -> Response {
    let hint = "go back, write less or give the rest as a file, and send it again: nothing was recorded";
    page(StatusCode::PAYLOAD_TOO_LARGE, "these words are longer than is taken", hint)
}

fn broken(error: &MultipartError) -> Response {
    let hint = "a file may have 20 MB; go back, choose a smaller one and send it again: nothing was recorded";
    page(error.status(), &error.body_text(), hint)
}

fn page(status: StatusCode, detail: &str, hint: &str) -> Response {
    crate::plain::problem(&Problem::new(status, "form.file", detail, Some(hint.to_owned())))
}

async fn read(mut form: Multipart) -> Result<Sent, Response> {
    let (mut fields, mut file, mut letters) = (Vec::new(), None, 0);
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if let Some(given) = field.file_name().map(str::to_owned) {
            let bytes = field.bytes().await.map_err(|error| broken(&error))?;
            // A field in which no file was chosen comes with an empty one; of several the first counts.
            if !(given.is_empty() && bytes.is_empty()) && file.is_none() {
                file = Some(Upload { name: given, bytes: bytes.into() });
            }
        } else {
            let text = field.text().await.map_err(|error| broken(&error))?;
            letters += text.len();
            if letters > LONGEST_FORM {
                return Err(too_long());
            }
            fields.push((name, text.replace("\r\n", "\n")));
        }
    }
    Ok(Sent { typed: Typed::of_fields(fields), file })
}

impl Upload {
    /// The file, recognised and cleaned, if it is one that is taken and the account has room for it.
    pub async fn given(self, record: &Record, account: Option<i64>) -> Result<Result<Given, Trouble>, RecordError> {
        let trouble = |says: String| Ok(Err(Trouble::new("file", says)));
        let cleaned = match clean(&self.name, self.bytes) {
            Ok(cleaned) => cleaned,
            Err(not_taken) => return trouble(not_taken.to_string()),
        };
        if let Some(account) = account {
            match record.room_for(account, cleaned.bytes.len()).await {
                Err(full @ RecordError::QuotaSpent { .. }) => return trouble(full.to_string()),
                other => other?,
            }
        }
        Ok(Ok(Given::new(cleaned, account)))
    }
}
