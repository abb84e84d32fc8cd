//! The catalogue's facts about names: generated from the derive's catalogue, the only copy.

s3err_derive::catalogue_names! {}

/// Returns whether a detail of this name is kept out of logs, whichever error it belongs to.
pub(crate) fn is_sensitive(detail: impl AsRef<[u8]>) -> bool {
    SENSITIVE_DETAILS.iter().any(|sensitive| sensitive.as_bytes() == detail.as_ref())
}
