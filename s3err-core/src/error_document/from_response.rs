//! From a whole response: what the body does not say is taken from status and headers.

use http::header::LOCATION;
use http::{HeaderMap, StatusCode};

use super::by_status::{self, is_of_an_error};
use super::contents::Contents;
use super::headers;
use super::limits::Limits;
use super::parse_error::{Found, ParseError};
use super::read::{self, Reader};
use super::xml::{self, Roots};
use super::{ErrorDocument, encoding};
use crate::error::S3Error;
use crate::response::set;
use crate::standard::StandardError;

impl ErrorDocument {
    /// Reads the error that a response is, within the default [`Limits`].
    ///
    /// **A status from 300 to 599 always gives an error**, whatever the body. Load balancers, firewalls and full disks
    /// send pages, text, half a document or nothing, and so does S3 to a HEAD: then the code is that of the headers
    /// (`x-amz-error-code` of S3's website endpoints, `x-minio-error-code`, `x-amzn-errortype`) or of the status, the
    /// message says no more than the status does, the wait is that of the headers, and [`unread`](Self::unread) says
    /// why the body could not be used. A body with such a status may have any root element with a `Code` in it,
    /// directly or in an element that is at most two levels down.
    ///
    /// **Any other status gives an error only when the body is one**, as S3 answers some operations with 200 and an
    /// `<Error>`. Do not ask this of a 200 to `GetObject`, because an object may be such a document; ask
    /// [`from_embedded`](Self::from_embedded) for `CopyObject`, `UploadPartCopy` and `CompleteMultipartUpload`, where
    /// silence is a failure too.
    ///
    /// ```
    /// use s3err_core::http::{HeaderMap, StatusCode};
    /// use s3err_core::{ErrorDocument, Found, ParseError, S3Error};
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.insert("x-amz-request-id", "Q803X9PKQY923EA9".parse()?);
    /// headers.insert("retry-after", "7".parse()?);
    /// let page = b"<html>Bad Gateway</html>";
    /// let error = ErrorDocument::from_response(StatusCode::BAD_GATEWAY, &headers, page)?;
    /// assert_eq!((error.status().as_u16(), error.request_id()), (502, Some("Q803X9PKQY923EA9")));
    /// assert_eq!(error.retry().wait().map(|wait| wait.as_secs()), Some(7));
    /// assert_eq!(error.unread(), Some(&ParseError::NotAnError(Found::Html)));
    ///
    /// let embedded = b"<Error><Code>SlowDown</Code><Message>again</Message></Error>";
    /// let inside = ErrorDocument::from_response(StatusCode::OK, &headers, embedded)?;
    /// assert_eq!((inside.status().as_u16(), inside.received_status()), (503, Some(StatusCode::OK)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the status is not that of an error, and the body is not an error that can be read.
    pub fn from_response(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, ParseError> {
        Self::from_response_within(status, headers, body, &Limits::default())
    }

    /// Reads the error that a response is, within `limits`. See [`from_response`](Self::from_response).
    ///
    /// # Errors
    ///
    /// Returns an error if the status is not that of an error, and the body is not an error that can be read.
    pub fn from_response_within(
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
        limits: &Limits,
    ) -> Result<Self, ParseError> {
        let is_error = is_of_an_error(status);
        let roots = if is_error { Roots::Any } else { Roots::Errors };
        let mut contents = Contents::default();
        if let Err(error) = (Reader { limits, roots, headers: Some(headers) }).read(body, &mut contents) {
            let error = as_compressed(error, headers);
            if !is_error {
                return Err(error);
            }
            contents = without_body(status, headers, error);
        }
        Ok(enveloped(contents, status, headers))
    }

    /// Reads the error in a 200 that went out before its result was known: that of `CopyObject`, `UploadPartCopy`,
    /// `CompleteMultipartUpload` and their like. `None` means that the operation succeeded: the body is a whole
    /// document with the root element `result_root`.
    ///
    /// Anything else is an error. S3 has ended such responses with nothing at all, and the AWS SDKs for Go and
    /// JavaScript take that for a failure: it is `InternalError`, which is worth another try, and
    /// [`unread`](Self::unread) says what was there instead.
    ///
    /// ```
    /// use s3err_core::http::HeaderMap;
    /// use s3err_core::{ErrorDocument, RetryClass, S3Error};
    ///
    /// let headers = HeaderMap::new();
    /// let error_in = |body: &[u8]| ErrorDocument::from_embedded(&headers, body, "CopyObjectResult");
    /// assert_eq!(error_in(b"<CopyObjectResult><ETag>e</ETag></CopyObjectResult>"), None);
    /// let error = error_in(b"  <Error><Code>SlowDown</Code><Message>m</Message></Error>").unwrap();
    /// assert_eq!((error.code(), error.status().as_u16()), ("SlowDown", 503));
    /// let error = error_in(b"  \n").unwrap();
    /// assert_eq!((error.code(), error.retry().class()), ("InternalError", RetryClass::Transient));
    /// ```
    #[must_use]
    pub fn from_embedded(headers: &HeaderMap, body: &[u8], result_root: &str) -> Option<Self> {
        let found = match Self::from_response(StatusCode::OK, headers, body) {
            Ok(document) => return Some(document),
            Err(found) => found,
        };
        let unread = match &found {
            ParseError::NotAnError(Found::Document(root)) if root == result_root => whole(body, result_root).err()?,
            _ => found,
        };
        let mut contents = Contents::default();
        contents.code = Some(contents.add(StandardError::InternalError.code()));
        contents.message = Some(contents.add("The server ended its response without a result."));
        contents.envelope_mut().unread = Some(unread);
        Some(enveloped(contents, StatusCode::OK, headers))
    }
}

/// Checks that a result is whole.
fn whole(body: &[u8], result_root: &str) -> Result<(), ParseError> {
    let skipped = body.len() - encoding::without_blanks(body).0.len();
    xml::check_result(&read::text(body, false)?, skipped, result_root)
}

/// The contents of an error whose body says nothing of it.
fn without_body(status: StatusCode, headers: &HeaderMap, unread: ParseError) -> Contents {
    let mut contents = Contents::default();
    let named = headers::code(headers);
    // The words of a code that the server named, and not of one that only its status stands for.
    let words = named.as_deref().and_then(StandardError::of_code).map(|error| error.message().into_owned());
    let code = named.unwrap_or_else(|| by_status::code(status, headers.contains_key(LOCATION)));
    let message = headers::message(headers).or(words).unwrap_or_else(|| by_status::message(status));
    contents.code = Some(contents.add(&code));
    contents.message = Some(contents.add(&message));
    for (name, value) in headers::details(headers) {
        contents.set_detail(&name, &value);
    }
    contents.envelope_mut().unread = Some(unread);
    contents
}

/// The same mistake, unless the headers explain it.
fn as_compressed(error: ParseError, headers: &HeaderMap) -> ParseError {
    match (&error, headers::compression(headers)) {
        (ParseError::NotAnError(Found::Text) | ParseError::Broken { .. }, Some(encoding)) => {
            ParseError::NotAnError(Found::Compressed(encoding))
        }
        _ => error,
    }
}

/// The document of a response.
fn enveloped(mut contents: Contents, status: StatusCode, headers: &HeaderMap) -> ErrorDocument {
    let envelope = contents.envelope_mut();
    envelope.status = Some(status);
    for name in headers.keys() {
        let Some(mut value) = headers::value(headers, name) else { continue };
        if headers::belongs_to_the_error(name, status) {
            value.set_sensitive(value.is_sensitive() || headers::holds_a_secret(name));
            set(&mut envelope.headers, name.clone(), Some(value));
        } else {
            set(&mut envelope.other_headers, name.clone(), Some(value));
        }
    }
    let id = |id, header| {
        let is_missing = contents.text(id).is_none_or(str::is_empty);
        let id = is_missing.then(|| headers::text(headers, header)).flatten()?;
        Some(id.trim().to_owned()).filter(|id| !id.is_empty())
    };
    let ids = [id(contents.request_id, "x-amz-request-id"), id(contents.host_id, "x-amz-id-2")];
    let [request_id, host_id] = ids.map(|id| id.map(|id| contents.add(&id)));
    contents.request_id = request_id.or(contents.request_id);
    contents.host_id = host_id.or(contents.host_id);
    ErrorDocument::of(contents)
}
