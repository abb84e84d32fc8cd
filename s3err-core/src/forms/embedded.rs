//! An error inside a success.

use bytes::Bytes;

use crate::document::DECLARATION;

/// The document without its declaration.
#[allow(clippy::disallowed_methods, reason = "what is left of the document is in it")]
pub(crate) fn body(document: &Bytes) -> Bytes {
    document.strip_prefix(DECLARATION.as_bytes()).map_or_else(Bytes::new, |rest| document.slice_ref(rest))
}
