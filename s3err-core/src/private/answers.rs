//! What a derived error answers: its table, its values, or another error.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::document::{Gap, Sink};
use crate::value::Value;
use crate::{Describe, DetailVisitor, ErrorSpec, Fault, FieldSpec, HeaderVisitor, Retry, S3Error};

/// Takes the values of one variant.
pub type Visit<'v> = &'v mut dyn FnMut(&[Value<'_>]);

/// A visitor of the fields that go into the log.
pub type LogVisitor<'v> = &'v mut dyn FnMut(&'static str, &dyn fmt::Display);

/// Where an error's answers come from.
#[allow(missing_debug_implementations)] // never leaves this crate and generated code
pub enum Route<'a> {
    /// The type's own table, at this index.
    Own(usize),
    /// Another error.
    Other(&'a dyn S3Error),
}

/// A derived type: its table is [`Describe::SPECS`], and these are the values that go with it.
pub trait Derived: Describe {
    /// The gaps of all rows, one row after the other.
    const GAPS: &'static [Gap<'static>] = &[];

    /// The details of all rows.
    const DETAILS: &'static [FieldSpec] = &[];

    /// The table. One function, and not inlined: wherever the constant itself is named, the compiler writes all of it.
    #[inline(never)]
    #[must_use]
    fn specs() -> &'static [ErrorSpec] {
        Self::SPECS
    }

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

fn spec<E: Derived>(index: usize) -> &'static ErrorSpec {
    E::specs().get(index).unwrap_or(&MISSING)
}

macro_rules! answers {
    ($($(#[$meta:meta])* $name:ident -> $answer:ty: $spec:ident => $own:expr;)*) => {$(
        $(#[$meta])*
        pub fn $name<E: Derived>(error: &E) -> $answer {
            match error.route() {
                Route::Other(other) => other.$name(),
                Route::Own(index) => {
                    let $spec = spec::<E>(index);
                    $own
                }
            }
        }
    )*};
}

answers! {
    code -> &str: spec => spec.code;
    status -> StatusCode: spec => spec.status;
    fault -> Fault: spec => spec.fault;
    variant -> &'static str: spec => spec.variant;
    close -> bool: spec => spec.close;
}

pub fn retry<E: Derived>(error: &E) -> Retry {
    match error.route() {
        Route::Other(other) => other.retry(),
        Route::Own(index) => {
            let retry = Retry::new(spec::<E>(index).retry);
            error.wait().map_or(retry, |wait| retry.with_wait(wait))
        }
    }
}

pub fn message<E: Derived>(error: &E) -> Cow<'_, str> {
    match error.route() {
        Route::Other(other) => other.message(),
        Route::Own(index) => {
            let spec = spec::<E>(index);
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

pub fn visit_details<E: Derived>(error: &E, details: &mut DetailVisitor<'_>) {
    match error.route() {
        Route::Other(other) => other.visit_details(details),
        Route::Own(index) => {
            let spec = spec::<E>(index);
            error.document_values(&mut |values| {
                let values = values.iter().skip(usize::from(spec.has_formatted_message));
                for (field, value) in spec.details.iter().zip(values) {
                    value.visit(|value| details.push_checked(field.name, value, field.sensitive));
                }
            });
        }
    }
}

pub fn visit_headers<E: Derived>(error: &E, headers: &mut HeaderVisitor<'_>) {
    match error.route() {
        Route::Other(other) => other.visit_headers(headers),
        Route::Own(index) => {
            let spec = spec::<E>(index);
            error.header_values(&mut |values| {
                for (field, value) in spec.headers.iter().zip(values) {
                    value.visit(|value| headers.push_text(field.name, value, field.sensitive));
                }
            });
        }
    }
}

pub fn visit_log<E: Derived>(error: &E, log: LogVisitor<'_>) {
    match error.route() {
        Route::Other(other) => other.visit_log(log),
        Route::Own(index) => {
            let spec = spec::<E>(index);
            error.log_values(&mut |values| {
                for (name, value) in spec.log.iter().zip(values) {
                    value.visit(|value| log(name, value));
                }
            });
        }
    }
}

pub fn origin<E: Derived>(error: &E) -> Option<&(dyn Error + 'static)> {
    match error.route() {
        Route::Other(other) => other.origin().or_else(|| error.source()),
        Route::Own(_) => error.source(),
    }
}

pub fn document<E: Derived>(error: &E, mut sink: Sink<'_>) {
    match error.route() {
        Route::Other(other) => other.__document(sink),
        Route::Own(index) => {
            let layout = &spec::<E>(index).layout;
            error.document_values(&mut |values| sink.write(layout, values));
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

as_origin!(dyn Error + 'a, dyn Error + Send + 'a, dyn Error + Send + Sync + 'a);

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
