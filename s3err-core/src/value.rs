//! Values of fields, on their way into a document, a header or a log.

use std::borrow::Cow;
use std::fmt::{self, Display, Write as _};
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

/// A field's value, borrowed, on its way out.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations)] // it may hold a secret
pub enum Value<'a> {
    /// An `Option` that is `None`: the element or header is left out.
    Absent,
    /// Text whose length is known before it is written.
    Text(&'a str),
    /// Anything else.
    Display(&'a dyn Display),
}

impl<'a> Value<'a> {
    /// Calls `visit` with something to display, unless it is left out.
    pub(crate) fn visit(self, visit: impl FnOnce(&dyn Display)) {
        match self {
            Self::Absent => {}
            Self::Text(text) => visit(&text),
            Self::Display(value) => visit(value),
        }
    }

    pub(crate) fn into_text(self) -> Cow<'a, str> {
        match self {
            Self::Absent => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Display(value) => Cow::Owned(to_text(value)),
        }
    }
}

/// `to_string` without its panic: a `Display` that fails ends the text where it failed.
pub(crate) fn to_text(value: &dyn Display) -> String {
    let mut text = String::new();
    let _ = write!(text, "{value}");
    text
}

/// The value of a field, through its `Display`.
pub fn display<T: Displayed>(field: &T) -> Value<'_> {
    field.value()
}

/// The type of a field that is shown.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be shown: it does not implement `Display`",
    label = "write `with = ...`, as in `detail(with = std::path::Path::display)`"
)]
pub trait Displayed {
    /// The value.
    fn value(&self) -> Value<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Display> Displayed for T {
    fn value(&self) -> Value<'_> {
        Value::Display(self)
    }
}

/// The value of a message that is the error's own `Display`.
pub fn own_display<T: OwnDisplay>(error: &T) -> Value<'_> {
    error.value()
}

/// An error whose message is its `Display`.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no message of its own: it does not implement `Display`",
    label = "implement `Display`, or write `message = \"...\"`"
)]
pub trait OwnDisplay {
    /// The value.
    fn value(&self) -> Value<'_>;
}

#[diagnostic::do_not_recommend]
impl<T: Display> OwnDisplay for T {
    fn value(&self) -> Value<'_> {
        Value::Display(self)
    }
}

/// The width or precision that a field holds, up to the most that formatting takes: for 65,535 the standard library
/// panics where it shows a float in scientific notation, and beyond it always does.
#[must_use]
pub fn count(field: &usize) -> usize {
    (*field).min(usize::from(u16::MAX - 1))
}

/// The value of what is inside an `Option`.
pub fn optional<'a, T>(option: &'a Option<T>, value: impl FnOnce(&'a T) -> Value<'a>) -> Value<'a> {
    option.as_ref().map_or(Value::Absent, value)
}

/// A type whose `Display` is its text.
pub trait Text {
    /// The text.
    fn text(&self) -> &str;
}

macro_rules! text {
    ($($(#[$meta:meta])* $name:ty),*) => {$(
        $(#[$meta])*
        impl Text for $name {
            fn text(&self) -> &str {
                self
            }
        }
    )*};
}

text!(str, String, Box<str>, Rc<str>, Arc<str>, Cow<'_, str>);

impl<T: Text + ?Sized> Text for &T {
    fn text(&self) -> &str {
        T::text(self)
    }
}

/// Tells text from what has to be formatted: `text_or(&field).value_of_field()` finds the method of [`TextOr`] for a
/// [`Text`], and for anything else, such as a type of the user's that is called `String` as well, that of the
/// `DisplayOr` below it.
pub fn text_or<T: ?Sized>(field: &T) -> TextOr<'_, T> {
    TextOr(DisplayOr(field))
}

/// See [`text_or`].
#[allow(missing_debug_implementations)] // it may hold a secret
pub struct TextOr<'a, T: ?Sized>(DisplayOr<'a, T>);

/// See [`text_or`].
#[allow(missing_debug_implementations)] // it may hold a secret
pub struct DisplayOr<'a, T: ?Sized>(&'a T);

impl<'a, T: Text + ?Sized> TextOr<'a, T> {
    /// The value, as text.
    #[must_use]
    pub fn value_of_field(&self) -> Value<'a> {
        Value::Text(self.0.0.text())
    }
}

impl<'a, T: ?Sized> Deref for TextOr<'a, T> {
    type Target = DisplayOr<'a, T>;

    fn deref(&self) -> &DisplayOr<'a, T> {
        &self.0
    }
}

impl<'a, T> DisplayOr<'a, T> {
    /// The value, to be formatted.
    #[must_use]
    pub fn value_of_field(&self) -> Value<'a>
    where
        T: Displayed,
    {
        display(self.0)
    }
}

/// Writes what a `with` returned.
///
/// # Errors
///
/// Those of the formatter.
pub fn fmt_shown<T: Shown>(shown: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    shown.fmt_shown(f)
}

/// The result of a `with` function.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`with` must return something that implements `Display`, not `{Self}`",
    label = "returns `{Self}`"
)]
pub trait Shown {
    /// Writes it.
    ///
    /// # Errors
    ///
    /// Those of the formatter.
    fn fmt_shown(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

#[diagnostic::do_not_recommend]
impl<T: Display> Shown for T {
    fn fmt_shown(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(f)
    }
}

/// A `Display` made of a function: the value of a `with`, formatted only when it is written.
#[allow(missing_debug_implementations)] // it may hold a secret
pub struct Lazy<F>(pub F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> Display for Lazy<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}
