//! The trait that all of this is about.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

use bytes::Bytes;
use http::{Response, StatusCode};

use crate::__private::{Derived, answers};
use crate::document::Sink;
use crate::{Detail, DetailVisitor, Fault, HeaderVisitor, RequestContext, Retry, detail, document, response};

/// An error that S3's clients understand.
///
/// Derive it ([`macro@crate::S3Error`]), or implement `code`, `status` and `message` by hand:
///
/// ```
/// use std::borrow::Cow;
/// use http::StatusCode;
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
// What to do stands in the label: of all three it is the only one that rustc shows where a `?` converts.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no S3 error",
    label = "derive `S3Error` on it, or hold it in a variant with `#[s3(via = path)]`"
)]
pub trait S3Error {
    /// S3's error code, such as `NoSuchKey`: what clients compare.
    fn code(&self) -> &str;

    /// The HTTP status.
    fn status(&self) -> StatusCode;

    /// The public message. Nothing that must not leave the server belongs in it.
    fn message(&self) -> Cow<'_, str>;

    /// Whose fault it is. By the status, unless the catalogue or the type says otherwise.
    fn fault(&self) -> Fault {
        match self.__derived() {
            Some(error) => answers::fault(error),
            None => Fault::of_status(self.status()),
        }
    }

    /// Whether another try can help, and when. By the status, unless the catalogue or the type says otherwise.
    fn retry(&self) -> Retry {
        match self.__derived() {
            Some(error) => answers::retry(error),
            None => Retry::of_status(self.status()),
        }
    }

    /// The variant's Rust name: a metrics label of which there are only so many, whatever a backend sends.
    fn variant(&self) -> &'static str {
        match self.__derived() {
            Some(error) => answers::variant(error),
            None => name_in(std::any::type_name::<Self>()),
        }
    }

    /// Whether this error always leaves the request's body unread, so that an HTTP/1 connection has to be closed.
    fn close(&self) -> bool {
        self.__derived().is_some_and(answers::close)
    }

    /// Visits the detail elements in the order in which they are written.
    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        if let Some(error) = self.__derived() {
            answers::visit_details(error, details);
        }
    }

    /// Visits the headers that belong to this error, not those that every response has.
    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        if let Some(error) = self.__derived() {
            answers::visit_headers(error, headers);
        }
    }

    /// Visits the fields that go into the log and nowhere else.
    fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        if let Some(error) = self.__derived() {
            answers::visit_log(error, log);
        }
    }

    /// What went wrong underneath: for logs, never for the wire.
    fn origin(&self) -> Option<&(dyn Error + 'static)> {
        self.__derived().and_then(answers::origin)
    }

    /// The details, owned: for tests and tools.
    fn details(&self) -> Vec<Detail> {
        detail::collect(self)
    }

    /// The REST error document. Not for overriding: the forms of an error agree because they have one source.
    fn to_xml(&self, context: &RequestContext) -> String {
        document::into_string(document::render(self, context))
    }

    /// The same as [`to_xml`](Self::to_xml), for a body.
    fn to_bytes(&self, context: &RequestContext) -> Bytes {
        document::render(self, context).into()
    }

    /// The same as [`to_xml`](Self::to_xml), appended to a buffer, which can be kept and used again.
    fn write_xml(&self, context: &RequestContext, out: &mut Vec<u8>) {
        document::append(self, context, out);
    }

    /// The whole response: status, headers and, unless it answers a HEAD or is a 304, the document.
    ///
    /// `Content-Length` and `Date` are left to the server, as everywhere with `http`.
    fn to_response(&self, context: &RequestContext) -> Response<Bytes> {
        let body = || document::render(self, context).into();
        response::build(&self, context, self.status(), response::XML, &body)
    }

    /// The parts of the document. Generated for derived errors; for others, put together from the methods above.
    #[doc(hidden)]
    fn __document(&self, sink: Sink<'_>) {
        document::of_parts(self, sink);
    }

    /// This error, if it was derived: it answers all that the type does not itself.
    #[doc(hidden)]
    fn __derived(&self) -> Option<&dyn Derived> {
        None
    }
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

// The provided methods are forwarded too: they make an object of `&Self`, and would go on to `&&Self` for ever.
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
            fn details(&self) -> Vec<Detail> {
                E::details(self)
            }
            fn to_xml(&self, context: &RequestContext) -> String {
                E::to_xml(self, context)
            }
            fn to_bytes(&self, context: &RequestContext) -> Bytes {
                E::to_bytes(self, context)
            }
            fn write_xml(&self, context: &RequestContext, out: &mut Vec<u8>) {
                E::write_xml(self, context, out);
            }
            fn to_response(&self, context: &RequestContext) -> Response<Bytes> {
                E::to_response(self, context)
            }
            fn __document(&self, sink: Sink<'_>) {
                E::__document(self, sink);
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
