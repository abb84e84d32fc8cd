//! A document as an error: what is sent of it when it is passed on.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use http::StatusCode;
use http::header::LOCATION;

use super::ErrorDocument;
use super::by_status::is_of_an_error;
use crate::context::RequestContext;
use crate::detail::DetailVisitor;
use crate::document;
use crate::error::S3Error;
use crate::fault::Fault;
use crate::header::HeaderVisitor;
use crate::retry::Retry;
use crate::standard::StandardError;

impl S3Error for ErrorDocument {
    fn code(&self) -> &str {
        self.contents.text(self.contents.code).unwrap_or_default()
    }

    /// The status that it was given, else the one that it came with if that is an error's, else the catalogue's for its
    /// code, else 500. An error inside a 200 does not become a success again.
    fn status(&self) -> StatusCode {
        let received = || self.received_status().filter(|status| is_of_an_error(*status));
        let catalogued = || self.standard().map(|error| error.status());
        self.contents.status.or_else(received).or_else(catalogued).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.contents.text(self.contents.message).unwrap_or_default())
    }

    fn fault(&self) -> Fault {
        self.standard().map_or_else(|| Fault::from_status(self.status()), |error| error.fault())
    }

    fn retry(&self) -> Retry {
        let retry = self.standard().map_or_else(|| Retry::from_status(self.status()), |error| error.retry());
        wait(self).map_or(retry, |wait| retry.with_wait(wait))
    }

    /// The name of the [`StandardError`], or `ErrorDocument` for any other code.
    fn variant(&self) -> &'static str {
        self.standard().map_or("ErrorDocument", |error| error.variant())
    }

    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        for (name, value, sensitive) in self.contents.details() {
            details.push_checked(name, &value, sensitive);
        }
    }

    /// From its strings, which have not to be formatted.
    fn write_xml(&self, context: &RequestContext, out: &mut Vec<u8>) {
        let details = self.contents.details().map(|(name, value, _)| (name, value));
        document::append(self.code(), &self.message(), details, context, out);
    }

    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        let Some(envelope) = &self.contents.envelope else { return };
        // S3's redirect must not be followed blindly, since its request is signed for another host: it has no
        // `Location`.
        let stays_put = self.code() == "PermanentRedirect" && self.status() == StatusCode::MOVED_PERMANENTLY;
        for (name, value) in &envelope.headers {
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
        if let Some(unread) = self.unread() {
            log("backend_body", unread);
        }
    }
}

/// The wait in the headers: that of the header that S3's SDKs go by, else that of the usual one if it counts seconds. A
/// wait that no `Duration` can hold is the longest one, which is what is sent for it.
fn wait(document: &ErrorDocument) -> Option<Duration> {
    let number = |name: &str| document.header(name)?.trim().parse().ok();
    let seconds = |seconds: u128| u64::try_from(seconds).map_or(Duration::MAX, Duration::from_secs);
    let milliseconds = |number: u128| {
        let rest = Duration::from_millis(u64::try_from(number % 1_000).unwrap_or_default());
        seconds(number / 1_000).saturating_add(rest)
    };
    number("x-amz-retry-after").map(milliseconds).or_else(|| number("retry-after").map(seconds))
}

impl fmt::Display for ErrorDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message())
    }
}

impl Error for ErrorDocument {}

impl From<StandardError> for ErrorDocument {
    fn from(error: StandardError) -> Self {
        Self::new(error)
    }
}

impl<'d> TryFrom<&'d ErrorDocument> for StandardError {
    type Error = &'d ErrorDocument;

    /// The error of the document's code; the document, if it is not one of S3's.
    fn try_from(document: &'d ErrorDocument) -> Result<Self, &'d ErrorDocument> {
        document.standard().ok_or(document)
    }
}

impl TryFrom<ErrorDocument> for StandardError {
    type Error = ErrorDocument;

    /// The error of the document's code; the document, if it is not one of S3's.
    fn try_from(document: ErrorDocument) -> Result<Self, ErrorDocument> {
        document.standard().ok_or(document)
    }
}
