//! One entry of `DeleteResult`.

use super::{push, push_element};
use crate::document;

/// The entry for a key that could not be deleted.
pub(crate) fn entry(key: &str, version_id: Option<&str>, code: &str, message: &str) -> String {
    let mut out = Vec::new();
    push(&mut out, &["<Error>"]);
    push_element(&mut out, "Key", key);
    if let Some(version_id) = version_id {
        push_element(&mut out, "VersionId", version_id);
    }
    push_element(&mut out, "Code", code);
    push_element(&mut out, "Message", message);
    push(&mut out, &["</Error>"]);
    document::into_string(out)
}
