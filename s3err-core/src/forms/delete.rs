//! One entry of `DeleteResult`.

use crate::{RequestContext, S3Error};

use super::{push, push_element};

impl RequestContext {
    /// The entry of DeleteObjects' `DeleteResult` for a key that could not be deleted: `Key` and `VersionId` as the request
    /// gave them, `Code` and `Message`, without ids.
    ///
    /// Clients match entries by key and version, and some fail the whole batch where a key is not one they asked for:
    /// so both are arguments and never details.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// assert_eq!(
    ///     context.to_delete_entry("cat & dog", Some("3"), &StandardError::AccessDenied),
    ///     "<Error><Key>cat &amp; dog</Key><VersionId>3</VersionId><Code>AccessDenied</Code>\
    ///      <Message>Access Denied</Message></Error>",
    /// );
    /// ```
    #[must_use]
    pub fn to_delete_entry(&self, key: &str, version_id: Option<&str>, error: &dyn S3Error) -> String {
        let mut out = Vec::new();
        push(&mut out, &["<Error>"]);
        push_element(&mut out, "Key", key);
        if let Some(version_id) = version_id {
            push_element(&mut out, "VersionId", version_id);
        }
        push_element(&mut out, "Code", error.code());
        push_element(&mut out, "Message", &error.message());
        push(&mut out, &["</Error>"]);
        crate::document::into_string(out)
    }
}
