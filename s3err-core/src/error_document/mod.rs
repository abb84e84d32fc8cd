//! Errors from elsewhere: what another server sent, or what a program puts together on the spot.

mod as_error;
mod by_status;
mod contents;
pub(crate) mod delete_error;
mod encoding;
mod entity;
mod fast;
mod from_response;
mod headers;
mod json;
pub(crate) mod limits;
mod one_off;
pub(crate) mod parse_error;
mod read;
mod walk;
mod xml;

use std::any::type_name;
use std::fmt;
use std::sync::Arc;

use http::StatusCode;
use http::header::{HeaderName, HeaderValue};

use self::by_status::is_of_an_error;
use self::contents::Contents;
use self::limits::Limits;
use self::parse_error::ParseError;
use self::read::Reader;
use self::xml::Roots;
use crate::error::S3Error;
use crate::standard::StandardError;
use crate::{name, value};

/// An S3 error as a document: what another server sent, or what a program puts together on the spot.
///
/// Guides: [proxies](crate::guide::proxy), [clients](crate::guide::client).
///
/// It is an [`S3Error`] itself, so a proxy can pass it on. It then takes the ids of the new context, and keeps its
/// status, code, message, details and the headers that belong to it.
///
/// ```
/// use s3err_core::{ErrorDocument, RequestContext, RequestId, S3Error};
///
/// let body = b"<Error><Code>NoSuchKey</Code><Message>gone</Message>\
///     <Key>a</Key><RequestId>BACKEND1</RequestId></Error>";
/// let document = ErrorDocument::parse(body)?;
/// assert_eq!((document.code(), document.status().as_u16()), ("NoSuchKey", 404));
/// assert_eq!((document.detail("Key"), document.request_id()), (Some("a"), Some("BACKEND1")));
///
/// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
/// assert_eq!(
///     document.to_xml(&context),
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
///      <Error><Code>NoSuchKey</Code><Message>gone</Message><Key>a</Key>\
///      <RequestId>4442587FB7D0A2F9</RequestId></Error>",
/// );
/// # Ok::<(), s3err_core::ParseError>(())
/// ```
///
/// A one-off error begins as one of S3's:
///
/// ```
/// use s3err_core::{S3Error, StandardError};
///
/// let error = StandardError::InvalidRange
///     .with_message("nothing there")
///     .with_detail("ActualObjectSize", 5)
///     .with_header("Content-Range", "bytes */5");
/// assert_eq!((error.status().as_u16(), error.detail("ActualObjectSize")), (416, Some("5")));
/// ```
pub struct ErrorDocument {
    contents: Arc<Contents>,
    /// The type that is asking others what the document is. None asks about a clone.
    asker: Option<Arc<Asker>>,
}

/// A type that asks the types of its `transparent` variants what a document is, and the one that asked it.
struct Asker {
    name: &'static str,
    before: Option<Arc<Asker>>,
}

impl ErrorDocument {
    /// The document of one of S3's errors, with its status and message.
    #[must_use]
    pub fn new(error: StandardError) -> Self {
        Self::with_code(error.code(), &error.message())
    }

    /// A document of any code, for a server that has codes of its own. A status outside 300 to 599 is ignored, and a code
    /// has no blanks around it, as one that is read.
    ///
    /// ```
    /// use s3err_core::{ErrorDocument, S3Error};
    ///
    /// let quota = ErrorDocument::custom("QuotaExceeded", 403, "The quota is used up.");
    /// assert_eq!((quota.code(), quota.status().as_u16()), ("QuotaExceeded", 403));
    /// ```
    #[must_use]
    pub fn custom(code: impl AsRef<str>, status: impl TryInto<StatusCode>, message: impl AsRef<str>) -> Self {
        Self::with_code(code.as_ref().trim(), message.as_ref()).with_status(status)
    }

    fn with_code(code: &str, message: &str) -> Self {
        let mut contents = Contents::default();
        contents.code = Some(contents.add(code));
        contents.message = Some(contents.add(message));
        Self::of(contents)
    }

    fn of(contents: Contents) -> Self {
        Self { contents: Arc::new(contents), asker: None }
    }

    /// Reads a document, within the default [`Limits`].
    ///
    /// It accepts what clients accept: any order of elements, a namespace, an `ErrorResponse` around it, a missing
    /// declaration, blanks and a byte order mark before it, comments, CDATA, and the character references that S3 sends
    /// although XML forbids them. Text of nested elements is flattened; of repeated elements the first counts. Entities
    /// of a DTD are not expanded. UTF-8, UTF-16, US-ASCII and ISO-8859-1 are read, as marked or declared; the error for
    /// any other encoding has its name.
    ///
    /// The JSON format of S3 Tables and S3 Vectors is read too, when the body has the code (`code` or `__type`).
    ///
    /// The text of an element that is sensitive by the catalogue, such as `Token-0`, is left out of a message, a
    /// resource, a code and an id that it is nested in, because logs show those; a detail around it is sensitive as a
    /// whole.
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not an S3 error, is malformed, or exceeds a limit. A root element other than an
    /// error's is reported before any limit.
    pub fn parse(body: &[u8]) -> Result<Self, ParseError> {
        Self::parse_within(body, &Limits::default())
    }

    /// Reads a document within `limits`. See [`parse`](Self::parse).
    ///
    /// # Errors
    ///
    /// Returns an error if the body is not an S3 error, is malformed, or exceeds a limit.
    pub fn parse_within(body: &[u8], limits: &Limits) -> Result<Self, ParseError> {
        let mut document = Self::of(Contents::default());
        Reader { limits, roots: Roots::Errors, headers: None }.read(body, document.contents_mut())?;
        Ok(document)
    }

    /// Replaces the message.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<String>) -> Self {
        let contents = self.contents_mut();
        contents.message = Some(contents.add(&message.into()));
        self
    }

    /// Adds a detail, or replaces the one of that name. A name that a detail cannot have is ignored.
    #[must_use]
    pub fn with_detail(mut self, name: impl Into<String>, value: impl fmt::Display) -> Self {
        self.contents_mut().set_detail(&name.into(), &value::to_text(&value));
        self
    }

    /// Adds a header, or replaces the one of that name. One that cannot be sent is ignored, and a `Location` is not
    /// sent with a 301 of the code `PermanentRedirect`, because S3 sends none.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl fmt::Display) -> Self {
        let value = HeaderValue::try_from(value::to_text(&value));
        if let (Ok(name), Ok(mut value)) = (HeaderName::from_bytes(name.as_bytes()), value)
            && name::is_header_of_an_error(name.as_str())
        {
            value.set_sensitive(headers::holds_a_secret(&name));
            // What one error has too many of is left out, as what cannot be sent is.
            let _ = self.contents_mut().envelope_mut().headers.try_insert(name, value);
        }
        self
    }

    /// Replaces the status. One outside 300 to 599 is ignored.
    #[must_use]
    pub fn with_status(mut self, status: impl TryInto<StatusCode>) -> Self {
        if let Some(status) = status.try_into().ok().filter(|status| is_of_an_error(*status)) {
            self.contents_mut().status = Some(status);
        }
        self
    }

    /// Returns the value of a detail.
    #[must_use]
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.contents.detail(name)
    }

    /// Returns the value of a header that it came with or was given, if it is a string.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let envelope = self.contents.envelope.as_ref()?;
        let value = envelope.headers.get(name).or_else(|| envelope.other_headers.get(name))?;
        std::str::from_utf8(value.as_bytes()).ok()
    }

    /// Returns the status of the response that it came in, which is 200 for an error inside a success. The one that it
    /// stands for is [`status`](S3Error::status).
    #[must_use]
    pub fn received_status(&self) -> Option<StatusCode> {
        self.contents.envelope.as_ref()?.status
    }

    /// Returns why the body of the response could not be read, if the document is made of status and headers alone.
    /// See [`from_response`](Self::from_response).
    #[must_use]
    pub fn unread(&self) -> Option<&ParseError> {
        self.contents.envelope.as_ref()?.unread.as_ref()
    }

    /// Returns `<Resource>`: what was asked for.
    #[must_use]
    pub fn resource(&self) -> Option<&str> {
        self.contents.text(self.contents.resource)
    }

    /// Returns the id that the sender gave the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.contents.text(self.contents.request_id)
    }

    /// Returns the id of the sender.
    #[must_use]
    pub fn host_id(&self) -> Option<&str> {
        self.contents.text(self.contents.host_id)
    }

    /// Returns the catalogue's error of its code.
    #[must_use]
    pub fn standard(&self) -> Option<StandardError> {
        StandardError::of_code(self.code())
    }

    /// The document for the type `T` to ask others about; `None` if it does so already. Types may hold one another, and
    /// a document from outside must not make them ask one another for ever.
    pub(crate) fn asked_by<T>(&self) -> Option<Self> {
        if self.is_asked_by::<T>() {
            return None;
        }
        let asker = Asker { name: type_name::<T>(), before: self.asker.clone() };
        Some(Self { contents: Arc::clone(&self.contents), asker: Some(Arc::new(asker)) })
    }

    /// Returns whether the type `T` is asking others what the document is.
    pub(crate) fn is_asked_by<T>(&self) -> bool {
        let askers = std::iter::successors(self.asker.as_deref(), |asker| asker.before.as_deref());
        askers.into_iter().any(|asker| asker.name == type_name::<T>())
    }

    fn contents_mut(&mut self) -> &mut Contents {
        Arc::make_mut(&mut self.contents)
    }
}

impl Clone for ErrorDocument {
    fn clone(&self) -> Self {
        Self { contents: Arc::clone(&self.contents), asker: None }
    }
}

impl PartialEq for ErrorDocument {
    fn eq(&self, other: &Self) -> bool {
        self.contents == other.contents
    }
}

impl Eq for ErrorDocument {}

impl fmt::Debug for ErrorDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.contents.fmt(f)
    }
}
