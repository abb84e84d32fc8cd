//! The trait that derives implement: an error says what its row and its values say, or what another error says.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

use crate::context::RequestContext;
use crate::detail::DetailVisitor;
use crate::document;
use crate::error::S3Error;
use crate::fault::Fault;
use crate::header::HeaderVisitor;
use crate::retry::Retry;
use crate::spec::{Describe, ErrorSpec};
use crate::value::Value;

/// Receives the values of one error. Its methods, and not a closure and a builder, because that is what borrowing costs the
/// compiler least in a match over many variants.
#[allow(missing_debug_implementations)] // never leaves this crate and generated code
pub struct Visit<'v>(&'v mut dyn FnMut(&Values<'_>));

impl Visit<'_> {
    /// The values of an error that shows them in its document alone: the message, if it is formatted, and the details.
    #[inline]
    pub fn document(self, document: &[Value<'_>]) {
        self.all(document, &[], &[]);
    }

    /// The values of the document, of the headers, and for the log.
    #[inline]
    pub fn all(self, document: &[Value<'_>], headers: &[Value<'_>], log: &[Value<'_>]) {
        (self.0)(&Values { document, headers, log });
    }
}

/// The fields of one error that are shown, borrowed.
struct Values<'v> {
    /// The message, if it is formatted, and the details.
    document: &'v [Value<'v>],
    headers: &'v [Value<'v>],
    log: &'v [Value<'v>],
}

/// Receives the fields that go into the log alone.
pub type VisitLog<'v> = &'v mut dyn FnMut(&'static str, &dyn fmt::Display);

/// The source of everything that an error says.
#[allow(missing_debug_implementations)] // never leaves this crate and generated code
pub enum Resolved<'a> {
    /// A row of its type.
    Spec(&'static ErrorSpec),
    /// Another error.
    Error(&'a dyn S3Error),
}

/// A derived error. It is used as an object, so that what is done with it is compiled once and not for every type.
pub trait Derived {
    /// Returns the source of everything that this error says.
    fn resolve(&self) -> Resolved<'_>;

    /// Visits the values that are shown.
    fn values(&self, visit: Visit<'_>) {
        visit.document(&[]);
    }

    /// Returns how long the client should wait.
    fn wait(&self) -> Option<Duration> {
        None
    }

    /// The source error, of a variant that does not take everything from another error.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        None
    }
}

/// Stands in for a row that is missing, which the derive never lets happen.
static MISSING: ErrorSpec = super::fallback::SPEC;

/// The row of a type.
#[must_use]
pub fn resolve<E: Describe>(row: usize) -> Resolved<'static> {
    Resolved::Spec(E::SPECS.get(row).unwrap_or(&MISSING))
}

/// Resolves a `transparent` variant.
pub fn transparent<E: S3Error>(error: &E) -> Resolved<'_> {
    Resolved::Error(error)
}

macro_rules! from_the_row {
    ($($name:ident -> $fact:ty;)*) => {$(
        #[doc = concat!("See [`S3Error::", stringify!($name), "`].")]
        pub fn $name(error: &dyn Derived) -> $fact {
            match error.resolve() {
                Resolved::Error(other) => other.$name(),
                Resolved::Spec(spec) => spec.$name,
            }
        }
    )*};
}

from_the_row! {
    code -> &str;
    status -> StatusCode;
    fault -> Fault;
    variant -> &'static str;
    close -> bool;
}

/// See [`S3Error::retry`].
pub fn retry(error: &dyn Derived) -> Retry {
    match error.resolve() {
        Resolved::Error(other) => other.retry(),
        Resolved::Spec(spec) => {
            let retry = Retry::new(spec.retry);
            error.wait().map_or(retry, |wait| retry.with_wait(wait))
        }
    }
}

/// See [`S3Error::message`].
pub fn message(error: &dyn Derived) -> Cow<'_, str> {
    match error.resolve() {
        Resolved::Error(other) => other.message(),
        Resolved::Spec(spec) if !spec.has_formatted_message => Cow::Borrowed(spec.message),
        Resolved::Spec(_) => {
            let mut message = String::new();
            error.values(Visit(&mut |values| {
                message = values.document.first().map_or_else(String::new, |value| value.into_text().into_owned());
            }));
            Cow::Owned(message)
        }
    }
}

/// See [`S3Error::visit_details`].
pub fn visit_details(error: &dyn Derived, details: &mut DetailVisitor<'_>) {
    match error.resolve() {
        Resolved::Error(other) => other.visit_details(details),
        Resolved::Spec(spec) if spec.details.is_empty() => {}
        Resolved::Spec(spec) => error.values(Visit(&mut |values| {
            let values = values.document.iter().skip(usize::from(spec.has_formatted_message));
            for (field, value) in spec.details.iter().zip(values) {
                value.visit(|value| details.push_checked(field.name, value, field.sensitive));
            }
        })),
    }
}

/// See [`S3Error::visit_headers`].
pub fn visit_headers(error: &dyn Derived, headers: &mut HeaderVisitor<'_>) {
    match error.resolve() {
        Resolved::Error(other) => other.visit_headers(headers),
        Resolved::Spec(spec) if spec.headers.is_empty() => {}
        Resolved::Spec(spec) => error.values(Visit(&mut |values| {
            for (field, value) in spec.headers.iter().zip(values.headers) {
                value.visit(|value| headers.push_text(field.name, value, field.sensitive));
            }
        })),
    }
}

/// See [`S3Error::visit_log`].
pub fn visit_log(error: &dyn Derived, log: VisitLog<'_>) {
    match error.resolve() {
        Resolved::Error(other) => other.visit_log(log),
        Resolved::Spec(spec) if spec.log.is_empty() => {}
        Resolved::Spec(spec) => error.values(Visit(&mut |values| {
            for (name, value) in spec.log.iter().zip(values.log) {
                value.visit(|value| log(name, value));
            }
        })),
    }
}

/// See [`S3Error::origin`].
pub fn origin(error: &dyn Derived) -> Option<&(dyn Error + 'static)> {
    match error.resolve() {
        Resolved::Error(other) => other.origin().or_else(|| error.source()),
        Resolved::Spec(_) => error.source(),
    }
}

/// See [`S3Error::write_xml`]. It does not go through an object, because this is what happens for every request that
/// fails.
pub fn write_xml<E: Derived>(error: &E, context: &RequestContext, out: &mut Vec<u8>) {
    match error.resolve() {
        Resolved::Error(other) => other.write_xml(context, out),
        Resolved::Spec(spec) if spec.document.is_empty() => document::append_fixed(spec, context, out),
        Resolved::Spec(spec) => {
            error.values(Visit(&mut |values| document::append_derived(spec, values.document, context, out)));
        }
    }
}

/// Writes what `display` shows.
///
/// # Errors
///
/// Those of the formatter.
pub fn fmt<E: S3Error + ?Sized>(error: &E, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(&error.message())
}
