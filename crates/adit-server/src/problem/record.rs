//! What goes wrong with the record, as a problem that a person or a program can act on.

use adit_record::RecordError;
use axum::http::StatusCode;

use crate::problem::Problem;

impl From<RecordError> for Problem {
    fn from(error: RecordError) -> Self {
        let (status, kind, hint) = match &error {
            RecordError::NoSuchRound(_) => {
                (StatusCode::NOT_FOUND, "rounds.unknown", Some("GET /api/v1/rounds names the rounds"))
            }
            RecordError::UnknownCode => {
                (StatusCode::NOT_FOUND, "rounds.unknown-code", Some("check the sixteen letters and digits of the code"))
            }
            RecordError::NotYetOpen(_) | RecordError::Over => (StatusCode::CONFLICT, "rounds.not-open", None),
            RecordError::NotClosed => (StatusCode::CONFLICT, "rounds.not-closed", None),
            RecordError::CodeUsed => {
                (StatusCode::CONFLICT, "rounds.code-used", Some("the answer that took its place has a code of its own"))
            }
            RecordError::AlreadySent => (
                StatusCode::CONFLICT,
                "rounds.already-sent",
                Some("send it under another code, or change the first answer by its code"),
            ),
            RecordError::SlipNeeded | RecordError::SlipRefused => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "rounds.slip",
                Some("send the participation code as the field participation; clerks of the project hand them out"),
            ),
            RecordError::Troubles(_) => (StatusCode::UNPROCESSABLE_ENTITY, "rounds.answer", None),
            RecordError::NoSuchProject(_) => {
                (StatusCode::NOT_FOUND, "records.unknown", Some("/records lists the records that are open"))
            }
            RecordError::NoSuchEntry(_) => (StatusCode::NOT_FOUND, "records.unknown-entry", None),
            RecordError::Moved { .. } | RecordError::AlreadyErased(_) | RecordError::NotErasable(_) => {
                (StatusCode::CONFLICT, "records.moved", None)
            }
            RecordError::Full => (StatusCode::INSUFFICIENT_STORAGE, "record.full", None),
            RecordError::Busy => (StatusCode::SERVICE_UNAVAILABLE, "rounds.busy", None),
            _ => {
                tracing::error!(%error, "the record failed");
                let detail = "the record cannot be read or written at present; nothing was recorded";
                let hint = "the person who runs this server finds the reason in its log".to_owned();
                return Self::new(StatusCode::INTERNAL_SERVER_ERROR, "rounds.record", detail, Some(hint));
            }
        };
        Self::new(status, kind, error.to_string(), hint.map(str::to_owned))
    }
}
