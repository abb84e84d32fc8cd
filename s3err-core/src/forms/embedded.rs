//! An error inside a success.

use bytes::Bytes;

use crate::document::{self, DECLARATION};
use crate::{RequestContext, S3Error};

impl RequestContext {
    /// The document without its declaration: for the body of a 200 that has begun already.
    ///
    /// CopyObject, UploadPartCopy and CompleteMultipartUpload send their 200 and the declaration first, then blanks to
    /// keep the connection alive, and then the result or this. A second declaration behind the blanks would not be
    /// well-formed. A streaming 200 has no such form: log the failure and abort the connection.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("656C76696E672773"));
    /// assert_eq!(
    ///     context.to_embedded(&StandardError::InternalError),
    ///     "<Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message>\
    ///      <RequestId>656C76696E672773</RequestId></Error>",
    /// );
    /// ```
    #[must_use]
    pub fn to_embedded(&self, error: &dyn S3Error) -> Bytes {
        let document = Bytes::from(document::render(error, self));
        document.strip_prefix(DECLARATION.as_bytes()).map_or_else(Bytes::new, |rest| document.slice_ref(rest))
    }
}
