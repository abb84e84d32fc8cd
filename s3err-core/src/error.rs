//! The `S3Error` trait.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use bytes::Bytes;
use http::{Response, StatusCode};

use crate::context::RequestContext;
use crate::detail::{Detail, DetailVisitor};
use crate::facts::{Facts, HeadFacts};
use crate::fault::Fault;
use crate::header::HeaderVisitor;
use crate::log::LogRecord;
use crate::retry::Retry;
use crate::{document, forms, response, value};

/// An error that S3's clients understand.
///
/// **[Derive it](macro@crate::S3Error)**: that page begins with a whole enum. By hand, `code`, `status` and `message`
/// are enough:
///
/// ```
/// use std::borrow::Cow;
/// use s3err_core::http::StatusCode;
/// use s3err_core::{RequestContext, RequestId, S3Error};
///
/// struct QuotaExceeded;
///
/// impl S3Error for QuotaExceeded {
///     fn code(&self) -> &str { "QuotaExceeded" }
///     fn status(&self) -> StatusCode { StatusCode::FORBIDDEN }
///     fn message(&self) -> Cow<'_, str> { "The quota is used up.".into() }
/// }
///
/// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
/// assert_eq!(
///     QuotaExceeded.to_xml(&context),
///     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>QuotaExceeded</Code>\
///      <Message>The quota is used up.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>",
/// );
/// ```
///
/// Rendering cannot fail: a value that XML cannot carry is replaced, a header that cannot be sent is left out.
///
/// Every format is a provided method, whose name begins with `to_`: [`to_response`](Self::to_response) is the one that
/// a server sends. They are not for overriding: the formats of an error agree because they have one source.
///
/// Guides: [what each operation fails with](crate::guide::operations), [S3's codes](crate::guide::catalogue).
// The advice is in `label` because rustc shows neither `note` nor `message` at a failing `?`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `S3Error`",
    label = "derive `S3Error` on it, or hold it in a variant with `#[s3(via = path)]`"
)]
pub trait S3Error {
    /// S3's error code, such as `NoSuchKey`: what clients compare.
    fn code(&self) -> &str;

    /// The HTTP status. One outside 300 to 599 is not an error's, and is sent as 500.
    fn status(&self) -> StatusCode;

    /// The public message. Nothing that must not leave the server belongs in it.
    fn message(&self) -> Cow<'_, str>;

    /// The side that is to blame: by the status, unless the catalogue or the type says otherwise.
    fn fault(&self) -> Fault {
        Fault::from_status(self.status())
    }

    /// Returns whether another try can help, and when: by the status, unless the catalogue or the type says otherwise.
    fn retry(&self) -> Retry {
        Retry::from_status(self.status())
    }

    /// The variant's Rust name: a metrics label of which there are only so many, whatever a backend sends.
    #[doc(alias = "metrics")]
    fn variant(&self) -> &'static str {
        name_in(std::any::type_name::<Self>())
    }

    /// Returns whether this error always leaves the request's body unread, so that an HTTP/1 connection has to be
    /// closed.
    fn close(&self) -> bool {
        false
    }

    /// Visits the detail elements in the order in which they are written.
    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        let _ = details;
    }

    /// Visits the headers that belong to this error, not those that every response has.
    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        let _ = headers;
    }

    /// Visits the fields that go into the log and nowhere else.
    fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        let _ = log;
    }

    /// The source error, what went wrong underneath: for logs, never for the wire.
    fn origin(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    /// The details, owned: for tests and tools.
    fn details(&self) -> Vec<Detail> {
        collect_details(self)
    }

    /// The REST error document.
    fn to_xml(&self, context: &RequestContext) -> String {
        let mut document = Vec::new();
        self.write_xml(context, &mut document);
        document::into_string(document)
    }

    /// The same as [`to_xml`](Self::to_xml), for a body.
    fn to_bytes(&self, context: &RequestContext) -> Bytes {
        let mut document = Vec::new();
        self.write_xml(context, &mut document);
        document.into()
    }

    /// The same as [`to_xml`](Self::to_xml), appended to a buffer, which can be kept and used again.
    fn write_xml(&self, context: &RequestContext, out: &mut Vec<u8>) {
        let (details, message) = (collect_details(self), self.message());
        let details = details.iter().map(|detail| (&*detail.name, &*detail.value));
        document::append(self.code(), &message, details, context, out);
    }

    /// The whole response: status, headers and, unless it answers a HEAD or is a 304, the document.
    ///
    /// `Content-Length` and `Date` are left to the server, as everywhere with `http`.
    fn to_response(&self, context: &RequestContext) -> Response<Bytes> {
        with_head(self, |head| response::build(head, context, head.status, response::XML, &|| self.to_bytes(context)))
    }

    /// The document without its declaration: for the body of a 200 that has begun already.
    ///
    /// CopyObject, UploadPartCopy and CompleteMultipartUpload send their 200 and the declaration first, then blanks to
    /// keep the connection alive, and then the result or this. A second declaration after the blanks would not be
    /// well-formed. A streaming 200 cannot carry an error: log the failure and abort the connection.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("656C76696E672773"));
    /// assert_eq!(
    ///     StandardError::InternalError.to_embedded(&context),
    ///     "<Error><Code>InternalError</Code>\
    ///      <Message>We encountered an internal error. Please try again.</Message>\
    ///      <RequestId>656C76696E672773</RequestId></Error>",
    /// );
    /// ```
    fn to_embedded(&self, context: &RequestContext) -> Bytes {
        forms::embedded::body(&self.to_bytes(context))
    }

    /// The entry of DeleteObjects' `DeleteResult` for a key that could not be deleted: `Key` and `VersionId` as the
    /// request gave them, `Code` and `Message`, without ids.
    ///
    /// Clients match entries by key and version, and some fail the whole batch where a key is not one they asked for:
    /// so both are arguments and never details.
    ///
    /// ```
    /// use s3err_core::{S3Error, StandardError};
    ///
    /// assert_eq!(
    ///     StandardError::AccessDenied.to_delete_entry("cat & dog", Some("3")),
    ///     "<Error><Key>cat &amp; dog</Key><VersionId>3</VersionId><Code>AccessDenied</Code>\
    ///      <Message>Access Denied</Message></Error>",
    /// );
    /// ```
    fn to_delete_entry(&self, key: &str, version_id: Option<&str>) -> String {
        forms::delete::entry(key, version_id, self.code(), &self.message())
    }

    /// The SOAP 1.1 fault: code `Client.` or `Server.` with S3's, the details as children of `detail`, always HTTP 500.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = StandardError::NoSuchKey.to_soap_response(&context);
    /// assert_eq!(response.status(), 500);
    /// let body = std::str::from_utf8(response.body())?;
    /// assert!(body.contains("<faultcode>soapenv:Client.NoSuchKey</faultcode>"));
    /// # Ok::<(), std::str::Utf8Error>(())
    /// ```
    fn to_soap_response(&self, context: &RequestContext) -> Response<Bytes> {
        with_facts(self, context, |facts| forms::soap::response(facts, context))
    }

    /// The response of a website endpoint: an HTML page with code, message, details and ids as a list, and the headers
    /// `x-amz-error-code`, `x-amz-error-message` and `x-amz-error-detail-*`, which alone tell a response to a HEAD
    /// apart.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = StandardError::NoSuchKey.to_website_response(&context);
    /// assert_eq!(response.headers()["x-amz-error-code"], "NoSuchKey");
    /// assert!(response.body().starts_with(b"<html><head><title>404 Not Found</title></head>"));
    /// ```
    fn to_website_response(&self, context: &RequestContext) -> Response<Bytes> {
        with_facts(self, context, |facts| forms::website::response(facts, context))
    }

    /// The response of S3 Control: `Error` in an `ErrorResponse` without a namespace, the ids outside `Error`.
    ///
    /// The AWS SDK for Go reads an `UnknownError` where the wrapper is missing.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = StandardError::NoSuchAccessPoint.to_control_response(&context);
    /// let end = b"</Error><RequestId>4442587FB7D0A2F9</RequestId></ErrorResponse>";
    /// assert!(response.body().ends_with(end));
    /// ```
    fn to_control_response(&self, context: &RequestContext) -> Response<Bytes> {
        with_facts(self, context, |facts| forms::control::response(facts, context))
    }

    /// The response of a service that speaks the AWS query protocol: [`STS_NAMESPACE`](crate::STS_NAMESPACE) for STS,
    /// [`IAM_NAMESPACE`](crate::IAM_NAMESPACE) for IAM. `Type` is `Sender` or `Receiver` by [`fault`](Self::fault), and
    /// the id is in `x-amzn-requestid` too.
    ///
    /// Clients of these services find no error in the document of S3.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, STS_NAMESPACE, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = StandardError::ExpiredTokenException.to_query_response(&context, STS_NAMESPACE);
    /// let body = std::str::from_utf8(response.body())?;
    /// assert!(body.contains("<Error><Type>Sender</Type><Code>ExpiredTokenException</Code>"));
    /// # Ok::<(), std::str::Utf8Error>(())
    /// ```
    fn to_query_response(&self, context: &RequestContext, namespace: &str) -> Response<Bytes> {
        with_facts(self, context, |facts| forms::query::response(facts, context, namespace))
    }

    /// The response of a service that speaks AWS REST JSON, as S3 Tables and S3 Vectors do: the code in
    /// `x-amzn-errortype`, the message and the details in an object.
    ///
    /// With the feature `json`.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = StandardError::ResourceNotFoundException.to_json_response(&context);
    /// assert_eq!(response.headers()["x-amzn-errortype"], "ResourceNotFoundException");
    /// assert_eq!(response.body(), r#"{"message":"The resource was not found."}"#);
    /// ```
    #[cfg(feature = "json")]
    fn to_json_response(&self, context: &RequestContext) -> Response<Bytes> {
        with_facts(self, context, |facts| forms::json::response(facts, context))
    }

    /// The message that ends an event stream with an error: the headers `:message-type`, `:error-code` and
    /// `:error-message`, no payload. A message of more than 32,767 bytes is cut off there, which the framing demands.
    ///
    /// With the feature `select`.
    ///
    /// ```
    /// use s3err_core::{S3Error, StandardError};
    ///
    /// let message = StandardError::CastFailed.to_select_message();
    /// assert_eq!(message.len(), u32::from_be_bytes(message[..4].try_into().unwrap()) as usize);
    /// ```
    #[cfg(feature = "select")]
    fn to_select_message(&self) -> Bytes {
        forms::select::message(self.code(), &self.message())
    }

    /// This error and its request, for a log: with the fields marked `log` and the chain of source errors, without what
    /// is sensitive.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let line = StandardError::SlowDown.to_log_record(&context).to_string();
    /// assert!(line.starts_with("code=SlowDown status=503 variant=SlowDown "));
    /// ```
    fn to_log_record<'a>(&'a self, context: &'a RequestContext) -> LogRecord<'a> {
        let mut record = LogRecord::new(context, self.code(), sent_status(self.status()), self.message());
        record.set_variant(self.variant(), self.retry().class());
        let mut visit = |name: &str, value: &dyn fmt::Display, sensitive| record.push_detail(name, value, sensitive);
        self.visit_details(&mut DetailVisitor::new(&mut visit));
        self.visit_log(&mut |name, value| record.push_log(name, value));
        if let Some(origin) = self.origin() {
            record.push_causes(origin);
        }
        record
    }
}

/// The details of an error. The formats go by its visitor alone, which checks names.
fn collect_details<E: S3Error + ?Sized>(error: &E) -> Vec<Detail> {
    let mut details = Vec::new();
    let mut visit = |name: &str, value: &dyn fmt::Display, sensitive: bool| {
        details.push(Detail::new(name, value::to_text(value), sensitive));
    };
    error.visit_details(&mut DetailVisitor::new(&mut visit));
    details
}

/// Calls `format` with what the head of a response needs to know of the error.
fn with_head<E: S3Error + ?Sized, R>(error: &E, format: impl FnOnce(&HeadFacts<'_>) -> R) -> R {
    format(&HeadFacts {
        code: error.code(),
        status: sent_status(error.status()),
        wait: error.retry().wait(),
        close: error.close(),
        headers: &|headers| error.visit_headers(headers),
    })
}

/// Calls `format` with what the error says.
fn with_facts<E: S3Error + ?Sized, R>(error: &E, context: &RequestContext, format: impl FnOnce(&Facts<'_>) -> R) -> R {
    let mut details = collect_details(error);
    for (name, value) in context.details() {
        if details.iter().all(|detail| detail.name != name) {
            details.push(Detail::new(name, value, false));
        }
    }
    with_head(error, |head| format(&Facts { head, message: error.message(), fault: error.fault(), details }))
}

/// The status that is sent: a response of any other than these would not be an error.
fn sent_status(status: StatusCode) -> StatusCode {
    if (300..600).contains(&status.as_u16()) { status } else { StatusCode::INTERNAL_SERVER_ERROR }
}

/// The name in the path of a type: what follows the last `::` that is in no brackets, without its parameters.
pub(crate) fn name_in(path: &'static str) -> &'static str {
    let mut depth = 0_usize;
    let mut start = 0;
    for (position, c) in path.char_indices() {
        match c {
            '<' | '(' | '[' => depth += 1,
            '>' | ')' | ']' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => start = position + 1,
            _ => {}
        }
    }
    let name = path.get(start..).unwrap_or(path);
    name.split_once('<').map_or(name, |(name, _)| name)
}

macro_rules! forward {
    ($($pointer:ty),*) => {$(
        impl<E: S3Error + ?Sized> S3Error for $pointer {
            fn code(&self) -> &str {
                E::code(self)
            }
            fn status(&self) -> StatusCode {
                E::status(self)
            }
            fn message(&self) -> Cow<'_, str> {
                E::message(self)
            }
            fn fault(&self) -> Fault {
                E::fault(self)
            }
            fn retry(&self) -> Retry {
                E::retry(self)
            }
            fn variant(&self) -> &'static str {
                E::variant(self)
            }
            fn close(&self) -> bool {
                E::close(self)
            }
            fn visit_details(&self, details: &mut DetailVisitor<'_>) {
                E::visit_details(self, details);
            }
            fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
                E::visit_headers(self, headers);
            }
            fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
                E::visit_log(self, log);
            }
            fn origin(&self) -> Option<&(dyn Error + 'static)> {
                E::origin(self)
            }
            fn write_xml(&self, context: &RequestContext, out: &mut Vec<u8>) {
                E::write_xml(self, context, out);
            }
        }
    )*};
}

forward!(&E, Box<E>, Rc<E>, Arc<E>);

macro_rules! debug {
    ($($object:ty),*) => {$(
        /// Code, status, message and details, without what is sensitive: so that an error that holds a boxed one can
        /// derive `Debug`.
        impl fmt::Debug for $object {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(self.variant())
                    .field("code", &self.code())
                    .field("status", &self.status())
                    .field("message", &self.message())
                    .field("details", &self.details())
                    .finish_non_exhaustive()
            }
        }
    )*};
}

debug!(dyn S3Error + '_, dyn S3Error + Send + '_, dyn S3Error + Sync + '_, dyn S3Error + Send + Sync + '_);
