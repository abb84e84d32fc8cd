//! What belongs into a log: everything but what is sensitive.

#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "tracing")]
mod tracing;

use std::fmt::{self, Display, Write as _};

use http::StatusCode;

use crate::chain::chain;
use crate::{DetailVisitor, RequestContext, RetryClass, S3Error, value};

/// How much a log should make of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LogLevel {
    /// The service failed: 5xx.
    Error,
    /// Clients are asked to slow down.
    Warn,
    /// A client made a mistake: 4xx.
    Info,
    /// No failure at all: 3xx.
    Debug,
}

impl LogLevel {
    /// The level of an error: by its status, and `Warn` for throttling. [`Fault`](crate::Fault) does not count: it is the
    /// SOAP side.
    ///
    /// ```
    /// use s3err_core::{LogLevel, StandardError};
    ///
    /// assert_eq!(LogLevel::of(&StandardError::SlowDown), LogLevel::Warn);
    /// assert_eq!(LogLevel::of(&StandardError::NoSuchKey), LogLevel::Info);
    /// ```
    #[must_use]
    pub fn of(error: &dyn S3Error) -> Self {
        if error.retry().class() == RetryClass::Throttling {
            return Self::Warn;
        }
        match error.status() {
            status if status.is_server_error() => Self::Error,
            status if status >= StatusCode::BAD_REQUEST => Self::Info,
            _ => Self::Debug,
        }
    }
}

/// An error and its request, for a log: with the fields marked `log` and the chain of origins, without what is sensitive.
///
/// Its `Display` is one line of `name=value` pairs, those of details and log fields as `detail.Key` and `log.tenant`,
/// values with blanks or control characters quoted: nothing in them can begin a line or pass for another pair. With the feature `serde` it is `Serialize`, with `tracing` it can be emitted as an event.
///
/// ```
/// use s3err_core::{RequestContext, RequestId, S3Error};
///
/// #[derive(Debug, S3Error)]
/// enum ObjectError {
///     ExpiredToken {
///         #[s3(detail = "Token-0")]
///         token: String, // sensitive by the catalogue
///         #[s3(log)]
///         tenant: &'static str,
///         source: std::io::Error,
///     },
/// }
///
/// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
/// let error =
///     ObjectError::ExpiredToken { token: "secret".into(), tenant: "acme", source: std::io::Error::other("no clock") };
/// assert_eq!(
///     context.log(&error).to_string(),
///     "code=ExpiredToken status=400 variant=ExpiredToken message=\"The provided token has expired.\" method=GET \
///      request_id=4442587FB7D0A2F9 log.tenant=acme cause=\"no clock\"",
/// );
/// ```
#[derive(Clone, Copy)]
pub struct LogRecord<'a> {
    error: &'a dyn S3Error,
    context: &'a RequestContext,
}

impl RequestContext {
    /// This request and its error, for a log.
    #[must_use]
    pub fn log<'a>(&'a self, error: &'a dyn S3Error) -> LogRecord<'a> {
        LogRecord { error, context: self }
    }
}

impl LogRecord<'_> {
    /// How much to make of it.
    #[must_use]
    pub fn level(&self) -> LogLevel {
        LogLevel::of(self.error)
    }

    /// Calls `visit` with every detail that is not sensitive.
    fn visit_details(&self, visit: &mut dyn FnMut(&str, &dyn Display)) {
        let mut unless_sensitive = |name: &str, value: &dyn Display, sensitive: bool| {
            if !sensitive {
                visit(name, value);
            }
        };
        self.error.visit_details(&mut DetailVisitor::new(&mut unless_sensitive));
    }

    /// The messages of the errors underneath, the nearest first; once where one repeats the next, as an `io::Error` does
    /// its payload.
    fn causes(&self) -> Vec<String> {
        let mut causes = Vec::new();
        let Some(origin) = self.error.origin() else { return causes };
        for cause in chain(origin) {
            let text = value::to_text(&cause);
            if causes.last() != Some(&text) {
                causes.push(text);
            }
        }
        causes
    }

    /// The fields that every record has, or may have.
    fn fields(&self) -> [(&'static str, Option<String>); 8] {
        let (error, context) = (self.error, self.context);
        [
            ("code", Some(error.code().to_owned())),
            ("status", Some(error.status().as_str().to_owned())),
            ("variant", Some(error.variant().to_owned())),
            ("message", Some(error.message().into_owned())),
            ("method", Some(context.method().to_string())),
            ("resource", context.resource().map(str::to_owned)),
            ("request_id", Some(context.request_id().to_string())),
            ("host_id", context.host_id().map(ToString::to_string)),
        ]
    }
}

impl Display for LogRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Pairs { line: String::new() };
        for (name, text) in &self.fields() {
            if let Some(text) = text {
                pairs.push(name, text);
            }
        }
        self.visit_details(&mut |name, value| pairs.push(&format!("detail.{name}"), value));
        self.error.visit_log(&mut |name, value| pairs.push(&format!("log.{name}"), value));
        for cause in &self.causes() {
            pairs.push("cause", cause);
        }
        f.write_str(&pairs.line)
    }
}

impl fmt::Debug for LogRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LogRecord({self})")
    }
}

/// `name=value` pairs with blanks between.
struct Pairs {
    line: String,
}

impl Pairs {
    fn push(&mut self, name: &str, value: &dyn Display) {
        let text = value::to_text(value);
        if !self.line.is_empty() {
            self.line.push(' ');
        }
        self.line.push_str(name);
        self.line.push('=');
        let plain = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\' || c.is_alphanumeric();
        if !text.is_empty() && text.chars().all(plain) {
            self.line.push_str(&text);
        } else {
            let _ = write!(self.line, "{text:?}");
        }
    }
}
