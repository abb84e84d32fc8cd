//! What a derived error answers: its table, its values, or another error.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::panic::UnwindSafe;
use std::time::Duration;

use http::StatusCode;

use super::specs;
use crate::document::Sink;
use crate::value::Value;
use crate::{Describe, DetailVisitor, ErrorSpec, Fault, HeaderVisitor, Retry, S3Error};

/// Takes the values of one variant.
pub type Visit<'v> = &'v mut dyn FnMut(&[Value<'_>]);

/// A visitor of the fields that go into the log.
pub(crate) type LogVisitor<'v> = &'v mut dyn FnMut(&'static str, &dyn fmt::Display);

/// Where an error's answers come from.
#[allow(missing_debug_implementations)] // never leaves this crate and generated code
pub enum Route<'a> {
    /// A row of the type's own table.
    Own(&'static ErrorSpec),
    /// Another error.
    Other(&'a dyn S3Error),
}

/// A derived error: its type's table, and the values that go with it. An object, so that what is done with them is compiled
/// once and not for every type.
pub trait Derived {
    /// Where the answers for this value come from.
    fn route(&self) -> Route<'_>;

    /// The message, if it has to be formatted, and the details.
    fn document_values(&self, visit: Visit<'_>) {
        visit(&[]);
    }

    /// The headers.
    fn header_values(&self, visit: Visit<'_>) {
        visit(&[]);
    }

    /// The fields for the log.
    fn log_values(&self, visit: Visit<'_>) {
        visit(&[]);
    }

    /// How long the client should wait.
    fn wait(&self) -> Option<Duration> {
        None
    }

    /// The field that is the origin, of a variant that takes not everything from another error.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }
}

/// Stands in for a table that is too short, which the derive never writes.
static MISSING: ErrorSpec = ErrorSpec::__new(
    "InternalError",
    "InternalError",
    500,
    "",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>InternalError</Code><Message></Message>",
);

/// The row of a type's table at `index`.
#[must_use]
pub fn own<E: Describe>(index: usize) -> Route<'static> {
    Route::Own(specs::<E>().get(index).unwrap_or(&MISSING))
}

macro_rules! answers {
    ($($visibility:vis $name:ident -> $answer:ty: $spec:ident => $own:expr;)*) => {$(
        $visibility fn $name(error: &dyn Derived) -> $answer {
            match error.route() {
                Route::Other(other) => other.$name(),
                Route::Own($spec) => $own,
            }
        }
    )*};
}

answers! {
    pub code -> &str: spec => spec.code;
    pub status -> StatusCode: spec => spec.status;
    pub(crate) fault -> Fault: spec => spec.fault;
    pub(crate) variant -> &'static str: spec => spec.variant;
    pub(crate) close -> bool: spec => spec.close;
}

pub(crate) fn retry(error: &dyn Derived) -> Retry {
    match error.route() {
        Route::Other(other) => other.retry(),
        Route::Own(spec) => {
            let retry = Retry::new(spec.retry);
            error.wait().map_or(retry, |wait| retry.with_wait(wait))
        }
    }
}

pub fn message(error: &dyn Derived) -> Cow<'_, str> {
    match error.route() {
        Route::Other(other) => other.message(),
        Route::Own(spec) => {
            if !spec.has_formatted_message {
                return Cow::Borrowed(spec.message);
            }
            let mut message = String::new();
            error.document_values(&mut |values| {
                message = values.first().map_or_else(String::new, |value| value.into_text().into_owned());
            });
            Cow::Owned(message)
        }
    }
}

pub(crate) fn visit_details(error: &dyn Derived, details: &mut DetailVisitor<'_>) {
    match error.route() {
        Route::Other(other) => other.visit_details(details),
        Route::Own(spec) => {
            error.document_values(&mut |values| {
                let values = values.iter().skip(usize::from(spec.has_formatted_message));
                for (field, value) in spec.details.iter().zip(values) {
                    value.visit(|value| details.push_checked(field.name, value, field.sensitive));
                }
            });
        }
    }
}

pub(crate) fn visit_headers(error: &dyn Derived, headers: &mut HeaderVisitor<'_>) {
    match error.route() {
        Route::Other(other) => other.visit_headers(headers),
        Route::Own(spec) => {
            error.header_values(&mut |values| {
                for (field, value) in spec.headers.iter().zip(values) {
                    value.visit(|value| headers.push_text(field.name, value, field.sensitive));
                }
            });
        }
    }
}

pub(crate) fn visit_log(error: &dyn Derived, log: LogVisitor<'_>) {
    match error.route() {
        Route::Other(other) => other.visit_log(log),
        Route::Own(spec) => {
            error.log_values(&mut |values| {
                for (name, value) in spec.log.iter().zip(values) {
                    value.visit(|value| log(name, value));
                }
            });
        }
    }
}

pub(crate) fn origin(error: &dyn Derived) -> Option<&(dyn Error + 'static)> {
    match error.route() {
        Route::Other(other) => other.origin().or_else(|| error.source()),
        Route::Own(_) => error.source(),
    }
}

/// Not through an object: this is what happens on every request that fails.
pub fn document<E: Derived>(error: &E, mut sink: Sink<'_>) {
    match error.route() {
        Route::Other(other) => other.__document(sink),
        Route::Own(spec) => {
            error.document_values(&mut |values| sink.write(&spec.layout, values));
        }
    }
}

/// The route of a `transparent` variant.
pub fn transparent<E: S3Error>(error: &E) -> Route<'_> {
    Route::Other(error)
}

/// What `display` writes.
///
/// # Errors
///
/// Those of the formatter.
pub fn fmt<E: S3Error>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(&error.message())
}

/// Something that is, or leads to, an error to be shown as the origin.
pub trait AsOrigin<'a> {
    /// The error.
    fn __s3err_origin(&self) -> &(dyn Error + 'a);
}

impl<'a, E: Error + 'a> AsOrigin<'a> for E {
    fn __s3err_origin(&self) -> &(dyn Error + 'a) {
        self
    }
}

macro_rules! as_origin {
    ($($object:ty),*) => {$(
        impl<'a> AsOrigin<'a> for $object {
            fn __s3err_origin(&self) -> &(dyn Error + 'a) {
                self
            }
        }
    )*};
}

as_origin!(
    dyn Error + 'a,
    dyn Error + Send + 'a,
    dyn Error + Send + Sync + 'a,
    dyn Error + Send + Sync + UnwindSafe + 'a
);

/// The type of a `retry_after` field.
#[diagnostic::on_unimplemented(
    message = "`retry_after` is a wait, and `{Self}` is none",
    label = "make it a `std::time::Duration`, or an `Option` of one"
)]
pub trait Wait {
    /// The wait, if there is one.
    fn wait(&self) -> Option<Duration>;

    /// The field for a wait that was read, or for none, if it can be without.
    fn of(wait: Option<Duration>) -> Option<Self>
    where
        Self: Sized;
}

impl Wait for Duration {
    fn wait(&self) -> Option<Duration> {
        Some(*self)
    }

    fn of(wait: Option<Duration>) -> Option<Self> {
        wait
    }
}

impl Wait for Option<Duration> {
    fn wait(&self) -> Option<Duration> {
        *self
    }

    fn of(wait: Option<Duration>) -> Option<Self> {
        Some(wait)
    }
}

/// The wait of a field.
pub fn wait<T: Wait>(field: &T) -> Option<Duration> {
    field.wait()
}
