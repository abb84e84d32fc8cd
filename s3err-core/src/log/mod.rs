//! Log records: everything about an error but what is sensitive.

#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "tracing")]
mod tracing;

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{self, Display, Write as _};

use http::StatusCode;

use crate::chain::sources;
use crate::context::RequestContext;
use crate::error::S3Error;
use crate::id::HostId;
use crate::retry::RetryClass;
use crate::value;

/// The level at which an error is logged.
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
    /// The level of an error: by its status, and `Warn` for throttling. [`Fault`](crate::Fault) does not count: it is
    /// the SOAP side.
    ///
    /// ```
    /// use s3err_core::{LogLevel, StandardError};
    ///
    /// assert_eq!(LogLevel::from_error(&StandardError::SlowDown), LogLevel::Warn);
    /// assert_eq!(LogLevel::from_error(&StandardError::NoSuchKey), LogLevel::Info);
    /// ```
    #[must_use]
    pub fn from_error(error: &dyn S3Error) -> Self {
        Self::from_facts(error.status(), error.retry().class())
    }

    fn from_facts(status: StatusCode, retry: RetryClass) -> Self {
        if retry == RetryClass::Throttling {
            return Self::Warn;
        }
        match status {
            status if status.is_server_error() => Self::Error,
            status if status >= StatusCode::BAD_REQUEST => Self::Info,
            _ => Self::Debug,
        }
    }
}

/// An error and its request, for a log: with the fields marked `log` and the chain of source errors, without what is
/// sensitive.
///
/// Its `Display` is one line of `name=value` pairs, those of details and log fields as `detail.Key` and `log.tenant`,
/// values with blanks or control characters quoted: nothing in them can begin a line or pass for another pair. With the
/// feature `serde` it is `Serialize`, with `tracing` it can be emitted as an event.
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
/// let source = std::io::Error::other("no clock");
/// let error = ObjectError::ExpiredToken { token: "secret".into(), tenant: "acme", source };
/// assert_eq!(
///     error.to_log_record(&context).to_string(),
///     "code=ExpiredToken status=400 variant=ExpiredToken \
///      message=\"The provided token has expired.\" method=GET \
///      request_id=4442587FB7D0A2F9 log.tenant=acme cause=\"no clock\"",
/// );
/// ```
#[derive(Clone)]
pub struct LogRecord<'a> {
    context: &'a RequestContext,
    code: &'a str,
    status: StatusCode,
    message: Cow<'a, str>,
    variant: &'static str,
    retry: RetryClass,
    details: Vec<(String, String)>,
    log: Vec<(String, String)>,
    causes: Vec<String>,
}

/// The longest cause, in bytes: an error from elsewhere may be of any length, and a line of a log should not.
const MAX_CAUSE: usize = 8 * 1024;

impl<'a> LogRecord<'a> {
    pub(crate) fn new(context: &'a RequestContext, code: &'a str, status: StatusCode, message: Cow<'a, str>) -> Self {
        let (variant, retry) = ("", RetryClass::Never);
        Self { context, code, status, message, variant, retry, details: vec![], log: vec![], causes: vec![] }
    }

    pub(crate) fn set_variant(&mut self, variant: &'static str, retry: RetryClass) {
        self.variant = variant;
        self.retry = retry;
    }

    /// Adds a detail, unless it is sensitive.
    pub(crate) fn push_detail(&mut self, name: &str, value: &dyn Display, sensitive: bool) {
        if !sensitive {
            self.details.push((name.to_owned(), value::to_text(value)));
        }
    }

    pub(crate) fn push_log(&mut self, name: &str, value: &dyn Display) {
        self.log.push((name.to_owned(), value::to_text(value)));
    }

    /// Adds the messages of the errors underneath, the nearest first; once where one repeats the next, as an
    /// `io::Error` does its payload.
    pub(crate) fn push_causes(&mut self, origin: &(dyn Error + 'static)) {
        for cause in sources(origin) {
            let text = cut(value::to_text(&cause));
            if self.causes.last() != Some(&text) {
                self.causes.push(text);
            }
        }
    }

    /// Returns the level at which it is logged.
    #[must_use]
    pub fn level(&self) -> LogLevel {
        LogLevel::from_facts(self.status, self.retry)
    }

    /// The fields that every record has, or may have.
    fn fields(&self) -> [(&'static str, Option<&str>); 8] {
        [
            ("code", Some(self.code)),
            ("status", Some(self.status.as_str())),
            ("variant", Some(self.variant)),
            ("message", Some(&self.message)),
            ("method", Some(self.context.method().as_str())),
            ("resource", self.context.resource()),
            ("request_id", Some(self.context.request_id().as_str())),
            ("host_id", self.context.host_id().map(HostId::as_str)),
        ]
    }
}

/// The beginning of a string that is too long for a log.
fn cut(mut text: String) -> String {
    if text.len() > MAX_CAUSE {
        let end = (0..=MAX_CAUSE).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
        text.truncate(end);
        text.push_str("...");
    }
    text
}

impl Display for LogRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Pairs::default();
        for (name, text) in self.fields() {
            if let Some(text) = text {
                pairs.push(name, text);
            }
        }
        for (name, value) in &self.details {
            pairs.push(&format!("detail.{name}"), value);
        }
        for (name, value) in &self.log {
            pairs.push(&format!("log.{name}"), value);
        }
        for cause in &self.causes {
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
#[derive(Default)]
struct Pairs {
    line: String,
}

impl Pairs {
    fn push(&mut self, name: &str, text: &str) {
        if !self.line.is_empty() {
            self.line.push(' ');
        }
        self.line.push_str(name);
        self.line.push('=');
        let plain = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\' || c.is_alphanumeric();
        if !text.is_empty() && text.chars().all(plain) {
            self.line.push_str(text);
        } else {
            let _ = write!(self.line, "{text:?}");
        }
    }
}
