//! Decoding: from a document to the typed error.

use std::str::FromStr;

use super::wait::Wait;
use crate::error::S3Error;
use crate::error_document::ErrorDocument;
use crate::spec::{Describe, ErrorSpec};

/// A type with `decode`.
pub trait Decode: Describe + Sized {
    /// The variant of this row, if the document has what it needs.
    fn read(row: usize, document: &ErrorDocument) -> Option<Self>;

    /// The first variant that takes everything from its field, and whose field's type can be read.
    #[must_use]
    fn read_transparent(document: &ErrorDocument) -> Option<Self> {
        let _ = document;
        None
    }
}

/// The error in a document. If several variants share its code, the readable one with the most details present wins; of
/// equals, the first.
#[must_use]
pub fn decode<E: Decode>(document: &ErrorDocument) -> Option<E> {
    let present = |spec: &ErrorSpec| spec.details.iter().filter(|field| document.detail(field.name).is_some()).count();
    let code = document.code();
    let (mut best, mut best_spec) = (None, None);
    for (row, spec) in E::SPECS.iter().enumerate().filter(|(_, spec)| spec.code == code) {
        if best_spec.is_none_or(|best| present(spec) > present(best)) {
            let read = E::read(row, document);
            if read.is_some() {
                (best, best_spec) = (read, Some(spec));
            }
        }
    }
    if best.is_none() {
        best = E::read_transparent(&document.asked_by::<E>()?);
    }
    best
}

/// The type of a detail or a header that is read back.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`decode` cannot parse `{Self}`: it does not implement `FromStr`",
    label = "does not implement `FromStr`",
    note = "write `parse = path` in its `detail(...)` or `header(...)`: a `fn(&str)` to a `Result` or an `Option`",
    note = "or implement `FromStr` for its type, or make a borrowed string a `String`"
)]
pub trait Readable: Sized {
    /// The value, if the text is one.
    fn read(text: &str) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: FromStr> Readable for T {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// The value of a detail.
#[must_use]
pub fn detail<T: Readable>(document: &ErrorDocument, name: &str) -> Option<T> {
    T::read(document.detail(name)?)
}

/// The value of a header.
#[must_use]
pub fn header<T: Readable>(document: &ErrorDocument, name: &str) -> Option<T> {
    T::read(document.header(name)?)
}

/// The result of a `parse` function.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`parse` must return a `Result` or an `Option` of the field's value, not `{Self}`",
    label = "returns `{Self}`"
)]
pub trait Parsed<T> {
    /// The value, if there is one.
    fn parsed(self) -> Option<T>;
}

impl<T> Parsed<T> for Option<T> {
    fn parsed(self) -> Option<T> {
        self
    }
}

impl<T, E> Parsed<T> for Result<T, E> {
    fn parsed(self) -> Option<T> {
        self.ok()
    }
}

/// The value that a `parse` returned.
pub fn parsed<T, P: Parsed<T>>(parsed: P) -> Option<T> {
    parsed.parsed()
}

/// `Some` if the document has a detail with this value.
#[must_use]
pub fn fixed(document: &ErrorDocument, name: &str, value: &str) -> Option<()> {
    (document.detail(name)? == value).then_some(())
}

/// The field that holds the wait of a document.
#[must_use]
pub fn read_wait<T: Wait>(document: &ErrorDocument) -> Option<T> {
    T::from_wait(document.retry().wait())
}

/// The type of a field that no document holds.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`decode` can neither parse this field nor default it",
    label = "`{Self}` does not implement `Default`",
    note = "make it an `Option` or a `detail`, or the variant `via = path`, which `decode` skips"
)]
pub trait Unread {
    /// Its value in a decoded error.
    fn unread() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> Unread for T {
    fn unread() -> Self {
        T::default()
    }
}

/// The value of a field that no document holds.
#[must_use]
pub fn unread<T: Unread>() -> T {
    T::unread()
}

/// The type of a field that a `transparent` variant takes everything from.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`decode` cannot read `{Self}`, which a `transparent` variant holds",
    label = "cannot be read from an `ErrorDocument`",
    note = "write `#[s3(decode)]` on `{Self}`, or implement `TryFrom<&ErrorDocument>` for it"
)]
pub trait Decodes: Sized {
    /// The error that a document is, if it is one of this type.
    fn decodes(document: &ErrorDocument) -> Option<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: for<'d> TryFrom<&'d ErrorDocument>> Decodes for T {
    fn decodes(document: &ErrorDocument) -> Option<Self> {
        Self::try_from(document).ok()
    }
}

/// The field of a `transparent` variant. A type that is asking already is not asked: it has nothing to add.
#[must_use]
pub fn decode_transparent<T: Decodes>(document: &ErrorDocument) -> Option<T> {
    if document.is_asked_by::<T>() { None } else { T::decodes(document) }
}

/// The type of the field of an `other` variant.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "an `other` variant must hold an `ErrorDocument`, not `{Self}`",
    label = "make it an `ErrorDocument`"
)]
pub trait HoldsDocument {
    /// The field.
    fn hold(document: ErrorDocument) -> Self;
}

impl HoldsDocument for ErrorDocument {
    fn hold(document: ErrorDocument) -> Self {
        document
    }
}

impl HoldsDocument for Box<ErrorDocument> {
    fn hold(document: ErrorDocument) -> Self {
        Self::new(document)
    }
}

/// The field of an `other` variant.
#[must_use]
pub fn hold<T: HoldsDocument>(document: ErrorDocument) -> T {
    T::hold(document)
}
