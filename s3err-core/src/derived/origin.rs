//! The error that a `source` field is, or leads to.
//!
//! A field may be an error, or a pointer to one that is not an error itself, such as a `Box<dyn Error>` or an
//! `anyhow::Error`. `source(&field).error_of_field()` finds the first of these that holds, by the rule that a method of
//! a type takes precedence over one of what the type dereferences to. The last step is there for its message alone.

use std::error::Error;
use std::ops::Deref;
use std::panic::UnwindSafe;

/// The field, to be asked for its error.
pub fn source<T: ?Sized>(field: &T) -> ItIsAnError<'_, T> {
    ItIsAnError(ItPointsToAnError(ItPointsToAPointer(ItIsNotAnError(field))))
}

macro_rules! steps {
    ($($(#[$meta:meta])* $step:ident($inner:ty);)*) => {$(
        $(#[$meta])*
        #[allow(missing_debug_implementations)] // never leaves generated code
        pub struct $step<'a, T: ?Sized>($inner);

        impl<'a, T: ?Sized> Deref for $step<'a, T> {
            type Target = $inner;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }
    )*};
}

steps! {
    /// The first step: the field is an error.
    ItIsAnError(ItPointsToAnError<'a, T>);
    /// The second step: the field points to an error.
    ItPointsToAnError(ItPointsToAPointer<'a, T>);
    /// The third step: the field points to a pointer to an error.
    ItPointsToAPointer(ItIsNotAnError<'a, T>);
}

/// The last step.
#[allow(missing_debug_implementations)] // never leaves generated code
pub struct ItIsNotAnError<'a, T: ?Sized>(&'a T);

impl<'a, T: Error + 'static> ItIsAnError<'a, T> {
    /// The error.
    #[must_use]
    pub fn error_of_field(&self) -> &'a (dyn Error + 'static) {
        self.0.0.0.0
    }
}

impl<'a, T: Deref<Target: AsError> + ?Sized> ItPointsToAnError<'a, T> {
    /// The error.
    #[must_use]
    pub fn error_of_field(&self) -> &'a (dyn Error + 'static) {
        T::deref(self.0.0.0).as_error()
    }
}

impl<'a, T: Deref<Target: Deref<Target: AsError>> + ?Sized> ItPointsToAPointer<'a, T> {
    /// The error.
    #[must_use]
    pub fn error_of_field(&self) -> &'a (dyn Error + 'static) {
        T::deref(self.0.0).deref().as_error()
    }
}

impl<'a, T: ?Sized> ItIsNotAnError<'a, T> {
    /// The error.
    #[must_use]
    pub fn error_of_field(&self) -> &'a (dyn Error + 'static)
    where
        T: SourceError,
    {
        self.0.error()
    }
}

/// The type of a `source` field. Nothing implements it: it says what is wrong with a type that no step takes.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a source: it does not implement `Error`",
    label = "is not an error",
    note = "implement `std::error::Error` for it, which `#[s3(display)]` does for a type of yours",
    note = "or mark the field `log` or `detail` instead"
)]
pub trait SourceError {
    /// The error.
    fn error(&self) -> &(dyn Error + 'static);
}

/// An error behind a pointer.
pub trait AsError {
    /// The error.
    fn as_error(&self) -> &(dyn Error + 'static);
}

impl<E: Error + 'static> AsError for E {
    fn as_error(&self) -> &(dyn Error + 'static) {
        self
    }
}

macro_rules! as_error {
    ($($object:ty),*) => {$(
        impl AsError for $object {
            fn as_error(&self) -> &(dyn Error + 'static) {
                self
            }
        }
    )*};
}

as_error!(dyn Error, dyn Error + Send, dyn Error + Sync, dyn Error + Send + Sync, dyn Error + Send + Sync + UnwindSafe);
