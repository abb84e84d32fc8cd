//! Errors that come from elsewhere, as a client, a proxy or a test has them: read, or built.

mod contents;
mod error;
mod flat;
mod limits;
mod parts;
mod read;
mod response;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use http::StatusCode;
use http::header::{ALLOW, CONTENT_RANGE, ETAG, HeaderName, HeaderValue, LAST_MODIFIED, LOCATION, RETRY_AFTER};

pub use error::{Exceeded, Found, ParseError};
pub use limits::Limits;

use contents::Contents;

use crate::{DetailVisitor, Fault, HeaderVisitor, Retry, S3Error, StandardError, name, value};

/// An S3 error as a document: what another server sent, or what a test wants to send.
///
/// It is an [`S3Error`] itself, so a proxy can pass it on: it then takes the ids of the new context, and keeps its code,
/// message, details and the headers that belong to it.
///
/// ```
/// use s3err_core::{ErrorDocument, RequestContext, RequestId, S3Error};
///
/// let body = b"<Error><Code>NoSuchKey</Code><Message>gone</Message><Key>a</Key><RequestId>BACKEND1</RequestId></Error>";
/// let document = ErrorDocument::parse(body)?;
/// assert_eq!((document.code(), document.status().as_u16()), ("NoSuchKey", 404));
/// assert_eq!((document.detail("Key"), document.request_id()), (Some("a"), Some("BACKEND1")));
///
/// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
/// assert_eq!(
///     document.to_xml(&context),
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchKey</Code><Message>gone</Message><Key>a</Key>\
///      <RequestId>4442587FB7D0A2F9</RequestId></Error>",
/// );
/// # Ok::<(), s3err_core::ParseError>(())
/// ```
///
/// For a fake, it is built:
///
/// ```
/// use s3err_core::{ErrorDocument, S3Error, StandardError};
///
/// let error = ErrorDocument::new(StandardError::InvalidRange)
///     .with_message("nothing there")
///     .with_detail("ActualObjectSize", 5)
///     .with_header("Content-Range", "bytes */5");
/// assert_eq!((error.status().as_u16(), error.detail("ActualObjectSize")), (416, Some("5")));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ErrorDocument(Box<Contents>); // small where it is the `Err` of a `Result`, or the rare variant of an enum

impl ErrorDocument {
    /// The document of one of S3's errors, with its status and message.
    #[must_use]
    pub fn new(error: StandardError) -> Self {
        Self::with_code(error.code(), &error.message())
    }

    /// A document of any code, for a fake of a server that has codes of its own. A status that is no error's, 300 to 599,
    /// is passed over.
    ///
    /// ```
    /// use s3err_core::{ErrorDocument, S3Error};
    ///
    /// let quota = ErrorDocument::custom("QuotaExceeded", 403, "The quota is used up.");
    /// assert_eq!((quota.code(), quota.status().as_u16()), ("QuotaExceeded", 403));
    /// ```
    #[must_use]
    pub fn custom(code: impl AsRef<str>, status: impl TryInto<StatusCode>, message: impl AsRef<str>) -> Self {
        Self::with_code(code.as_ref(), message.as_ref()).with_status(status)
    }

    fn with_code(code: &str, message: &str) -> Self {
        let mut contents = Contents::default();
        contents.code = parts::add(&mut contents.texts, code);
        contents.set_message(message);
        Self(Box::new(contents))
    }

    /// Reads a document, within the default [`Limits`].
    ///
    /// What clients accept is accepted: any order of elements, a namespace, an `ErrorResponse` around it, a missing
    /// declaration, blanks and a byte order mark before it, comments, CDATA, and the character references that S3 sends
    /// although XML forbids them. Text of nested elements is flattened, of repeated ones the first counts. Entities of a
    /// DTD are not expanded.
    ///
    /// The text of an element that is sensitive by the catalogue, such as `Token-0`, is left out of a message, a resource, a
    /// code and an id that it is nested in, because logs show those; a detail around it is sensitive as a whole.
    ///
    /// # Errors
    ///
    /// When it is no S3 error, is broken, or exceeds a limit.
    pub fn parse(body: &[u8]) -> Result<Self, ParseError> {
        Self::parse_within(body, &Limits::default())
    }

    /// Reads a document within `limits`.
    ///
    /// # Errors
    ///
    /// When it is no S3 error, is broken, or exceeds a limit.
    pub fn parse_within(body: &[u8], limits: &Limits) -> Result<Self, ParseError> {
        let parts = read::read(body, limits)?;
        let code = parts.code.filter(|code| !code.is_empty()).ok_or(ParseError::NotAnError(Found::NoCode))?;
        Ok(Self(Box::new(Contents {
            texts: parts.texts,
            code,
            message: parts.message.unwrap_or_default(),
            details: parts.details,
            resource: parts.resource,
            request_id: parts.request_id,
            host_id: parts.host_id,
            ..Contents::default()
        })))
    }

    /// Gives it another message.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        self.0.set_message(&message.into());
        self
    }

    /// Gives it a detail, in the place of an earlier one of that name. A name that no detail can have is passed over.
    #[must_use]
    pub fn with_detail(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.0.set_detail(&name.into(), &value::to_text(&value));
        self
    }

    /// Gives it a header, in the place of an earlier one of that name. What cannot be sent is passed over, and a `Location`
    /// is not sent with a 301 of the code `PermanentRedirect`, as S3 sends none.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl fmt::Display) -> Self {
        let value = HeaderValue::try_from(value::to_text(&value));
        if let (Ok(name), Ok(mut value)) = (HeaderName::from_bytes(name.as_bytes()), value)
            && name::is_header_of_an_error(name.as_str())
        {
            value.set_sensitive(response::holds_a_secret(&name));
            self.0.headers.insert(name, value);
        }
        self
    }

    /// Gives it another status than the catalogue's. One that is no error's, 300 to 599, is passed over.
    #[must_use]
    pub fn with_status(mut self, status: impl TryInto<StatusCode>) -> Self {
        self.0.status = status.try_into().ok().filter(|status| is_of_an_error(*status)).or(self.0.status);
        self
    }

    /// The text of a detail.
    #[must_use]
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.0.details().find(|(detail, ..)| *detail == name).map(|(_, value, _)| value)
    }

    /// The text of a header that it came with or was given, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let value = self.0.headers.get(name).or_else(|| self.0.other_headers.0.get(name))?;
        std::str::from_utf8(value.as_bytes()).ok()
    }

    /// The status that it came with, which is 200 for an error inside a success; [`status`](S3Error::status) is the one
    /// that it stands for.
    #[must_use]
    pub fn received_status(&self) -> Option<StatusCode> {
        self.0.received_status
    }

    /// `<Resource>`: what was asked for.
    #[must_use]
    pub fn resource(&self) -> Option<&str> {
        self.0.optional(self.0.resource.as_ref())
    }

    /// The id that the sender gave the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.optional(self.0.request_id.as_ref())
    }

    /// The id of the sender.
    #[must_use]
    pub fn host_id(&self) -> Option<&str> {
        self.0.optional(self.0.host_id.as_ref())
    }

    /// The catalogue's error of its code.
    #[must_use]
    pub fn standard(&self) -> Option<StandardError> {
        StandardError::of_code(self.code())
    }

    /// Whether it is S3's redirect that must not be followed blindly, since its request is signed for another host: it has
    /// no `Location`. Declared errors are held to that by the derive, unless they are `custom`.
    fn is_permanent_redirect(&self) -> bool {
        self.status() == StatusCode::MOVED_PERMANENTLY && self.standard() == Some(StandardError::PermanentRedirect)
    }

    /// How long to wait, by the header that S3's SDKs go by and else by the usual one, if that counts seconds. A wait that no
    /// `Duration` can hold is the longest one, which is what is sent for it.
    fn wait(&self) -> Option<Duration> {
        let number = |name: &str| self.header(name)?.trim().parse().ok();
        let seconds = |seconds: u128| u64::try_from(seconds).map_or(Duration::MAX, Duration::from_secs);
        let milliseconds = |number: u128| {
            let rest = Duration::from_millis(u64::try_from(number % 1_000).unwrap_or_default());
            seconds(number / 1_000).saturating_add(rest)
        };
        number("x-amz-retry-after").map(milliseconds).or_else(|| number("retry-after").map(seconds))
    }
}

impl S3Error for ErrorDocument {
    fn code(&self) -> &str {
        self.0.text(&self.0.code)
    }

    /// The status it was built with; else the catalogue's for its code; else the one that came, when that is an error's,
    /// since an error inside a 200 must not become a success again; else 500.
    fn status(&self) -> StatusCode {
        let received = self.0.received_status.filter(|status| is_of_an_error(*status));
        let catalogued = || self.standard().map(|error| error.status());
        self.0.status.or_else(catalogued).or(received).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.text(&self.0.message))
    }

    fn fault(&self) -> Fault {
        self.standard().map_or_else(|| Fault::of_status(self.status()), |error| error.fault())
    }

    fn retry(&self) -> Retry {
        let retry = self.standard().map_or_else(|| Retry::of_status(self.status()), |error| error.retry());
        self.wait().map_or(retry, |wait| retry.with_wait(wait))
    }

    /// The name of the [`StandardError`], or `ErrorDocument` for any other code.
    fn variant(&self) -> &'static str {
        self.standard().map_or("ErrorDocument", |error| error.variant())
    }

    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        for (name, value, sensitive) in self.0.details() {
            details.push_checked(name, &value, sensitive);
        }
    }

    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        let stays_put = self.is_permanent_redirect();
        for (name, value) in &self.0.headers {
            if *name != LOCATION || !stays_put {
                headers.push_received(name.as_str(), value);
            }
        }
    }

    fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        if let Some(id) = self.request_id() {
            log("backend_request_id", &id);
        }
        if let Some(id) = self.host_id() {
            log("backend_host_id", &id);
        }
    }
}

impl From<StandardError> for ErrorDocument {
    fn from(error: StandardError) -> Self {
        Self::new(error)
    }
}

impl<'d> TryFrom<&'d ErrorDocument> for StandardError {
    type Error = &'d ErrorDocument;

    /// The error of the document's code; the document, if it is none of S3's.
    fn try_from(document: &'d ErrorDocument) -> Result<Self, &'d ErrorDocument> {
        document.standard().ok_or(document)
    }
}

impl TryFrom<ErrorDocument> for StandardError {
    type Error = ErrorDocument;

    /// The error of the document's code; the document, if it is none of S3's.
    fn try_from(document: ErrorDocument) -> Result<Self, ErrorDocument> {
        document.standard().ok_or(document)
    }
}

impl fmt::Debug for ErrorDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for ErrorDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.text(&self.0.message))
    }
}

impl Error for ErrorDocument {}

fn is_of_an_error(status: StatusCode) -> bool {
    (300..600).contains(&status.as_u16())
}

/// Whether a header of a received error belongs to the error, and not to the answer that it came in.
fn belongs_to_the_error(name: &HeaderName) -> bool {
    let own = [ALLOW, ETAG, LAST_MODIFIED, CONTENT_RANGE, LOCATION, RETRY_AFTER];
    let amz = name.as_str().starts_with("x-amz-") && name::is_header_of_an_error(name.as_str());
    amz || own.contains(name)
}
