//! All mistakes of a type, collected to be reported in one go.

use proc_macro2::Span;
use quote::ToTokens;

/// The mistakes found so far.
#[derive(Default)]
#[must_use]
pub(crate) struct Diagnostics {
    errors: Option<syn::Error>,
    count: usize,
}

/// A value, or what is wrong with it. Reading it never fails, so that one bad value does not hide what is wrong in others.
pub(crate) struct Read<T>(pub(crate) syn::Result<T>);

/// What an attribute gives for a key.
pub(crate) enum Given<T> {
    /// The key is not there.
    Absent,
    /// The key is there, and its value is a mistake that has been reported.
    Bad,
    /// The key is there with this value.
    Value(T),
}

impl Diagnostics {
    /// Reports a mistake at `tokens`, all of them.
    pub(crate) fn at(&mut self, tokens: &dyn ToTokens, message: &str) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports a mistake at `span`.
    pub(crate) fn at_span(&mut self, span: Span, message: &str) {
        self.push(syn::Error::new(span, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.count += 1;
        match &mut self.errors {
            Some(errors) => errors.combine(error),
            None => self.errors = Some(error),
        }
    }

    /// How many were reported so far.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// What was read for a key, its mistakes reported.
    pub(crate) fn given<T>(&mut self, read: Option<Read<T>>) -> Given<T> {
        match read {
            None => Given::Absent,
            Some(Read(Ok(value))) => Given::Value(value),
            Some(Read(Err(error))) => {
                self.push(error);
                Given::Bad
            }
        }
    }

    /// The same where a bad value may be treated as none.
    pub(crate) fn value<T>(&mut self, read: Option<Read<T>>) -> Option<T> {
        if let Given::Value(value) = self.given(read) { Some(value) } else { None }
    }

    /// All of them, if there are any.
    pub(crate) fn finish(self) -> Option<syn::Error> {
        self.errors
    }
}
