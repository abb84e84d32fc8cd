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
/// Guide: [axum, "Log and metrics"](crate::guide::axum#log-and-metrics).
///
/// Its `Display` is one line of `name=value` pairs, those of details and log fields as `detail.Key` and `log.tenant`,
/// values with blanks or control characters quoted: nothing in them can begin a line or pass for another pair. A value
/// of more than 8 KiB is cut, and so is what comes after 64 KiB of values. With the feature `serde` it is `Serialize`,
/// with `tracing` it can be emitted as an event.
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
    /// The bytes that may still be added.
    room: usize,
}

/// The longest value, in bytes: what comes from elsewhere may be of any length, and a line of a log should not.
const MAX_VALUE: usize = 8 * 1024;

/// The most that all values of a record have, in bytes: there may be any number of them.
const MAX_VALUES: usize = 64 * 1024;

impl<'a> LogRecord<'a> {
    pub(crate) fn new(context: &'a RequestContext, code: &'a str, status: StatusCode, message: Cow<'a, str>) -> Self {
        let (variant, retry, room) = ("", RetryClass::Never, MAX_VALUES);
        let message = match beginning(&message, MAX_VALUE) {
            Some(beginning) => Cow::Owned(format!("{beginning}...")),
            None => message,
        };
        let code = beginning(code, MAX_VALUE).unwrap_or(code);
        Self { context, code, status, message, variant, retry, details: vec![], log: vec![], causes: vec![], room }
    }

    pub(crate) fn set_variant(&mut self, variant: &'static str, retry: RetryClass) {
        self.variant = variant;
        self.retry = retry;
    }

    /// Adds a detail, unless it is sensitive.
    pub(crate) fn push_detail(&mut self, name: &str, value: &dyn Display, sensitive: bool) {
        if !sensitive && let Some(pair) = self.pair(name, value) {
            self.details.push(pair);
        }
    }

    pub(crate) fn push_log(&mut self, name: &str, value: &dyn Display) {
        if let Some(pair) = self.pair(name, value) {
            self.log.push(pair);
        }
    }

    fn pair(&mut self, name: &str, value: &dyn Display) -> Option<(String, String)> {
        let room = self.room.checked_sub(name.len())?;
        let text = shortened(value, room.min(MAX_VALUE));
        self.room = room.saturating_sub(text.len());
        Some((name.to_owned(), text))
    }

    /// Adds the messages of the errors underneath, the nearest first; once where one repeats the next, as an
    /// `io::Error` does its payload.
    pub(crate) fn push_causes(&mut self, origin: &(dyn Error + 'static)) {
        for cause in sources(origin) {
            let text = shortened(cause, self.room.min(MAX_VALUE));
            if self.causes.last() != Some(&text) {
                self.room = self.room.saturating_sub(text.len());
                self.causes.push(text);
            }
            if self.room == 0 {
                break;
            }
        }
    }

    /// Returns the level at which it is logged.
    #[must_use]
    pub fn level(&self) -> LogLevel {
        LogLevel::from_facts(self.status, self.retry)
    }

    fn resource(&self) -> Option<&str> {
        self.context.resource().map(|resource| beginning(resource, MAX_VALUE).unwrap_or(resource))
    }

    /// The fields that every record has, or may have.
    fn fields(&self) -> [(&'static str, Option<&str>); 8] {
        [
            ("code", Some(self.code)),
            ("status", Some(self.status.as_str())),
            ("variant", Some(self.variant)),
            ("message", Some(&self.message)),
            ("method", Some(self.context.method().as_str())),
            ("resource", self.resource()),
            ("request_id", Some(self.context.request_id().as_str())),
            ("host_id", self.context.host_id().map(HostId::as_str)),
        ]
    }
}

/// The beginning of a string that has more than so many bytes.
fn beginning(text: &str, most: usize) -> Option<&str> {
    (text.len() > most).then(|| (0..=most).rev().find_map(|end| text.get(..end)).unwrap_or_default())
}

/// A value as text, of which no more is made than so many bytes.
fn shortened(value: &dyn Display, most: usize) -> String {
    let mut short = Short { text: String::new(), most, is_cut: false };
    let _ = write!(short, "{value}");
    if short.is_cut {
        short.text.push_str("...");
    }
    short.text
}

/// A writer that fails when it is full, so that nothing is formatted in vain.
struct Short {
    text: String,
    most: usize,
    is_cut: bool,
}

impl fmt::Write for Short {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        if self.is_cut {
            return Err(fmt::Error);
        }
        let beginning = beginning(piece, self.most.saturating_sub(self.text.len()));
        self.text.push_str(beginning.unwrap_or(piece));
        self.is_cut = beginning.is_some();
        if self.is_cut { Err(fmt::Error) } else { Ok(()) }
    }
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
