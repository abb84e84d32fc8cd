//! The time that a client should wait, as a field holds it.

use std::time::Duration;

/// The type of a `retry_after` field.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`retry_after` must be a `Duration` or an `Option<Duration>`, not `{Self}`",
    label = "make it a `std::time::Duration`, or an `Option` of one"
)]
pub trait Wait {
    /// The wait, if there is one.
    fn wait(&self) -> Option<Duration>;

    /// The field for a wait that was read. Without one, `None` unless the field can do without.
    fn from_wait(wait: Option<Duration>) -> Option<Self>
    where
        Self: Sized;
}

impl Wait for Duration {
    fn wait(&self) -> Option<Duration> {
        Some(*self)
    }

    fn from_wait(wait: Option<Duration>) -> Option<Self> {
        wait
    }
}

impl Wait for Option<Duration> {
    fn wait(&self) -> Option<Duration> {
        *self
    }

    fn from_wait(wait: Option<Duration>) -> Option<Self> {
        Some(wait)
    }
}

/// The wait of a field.
pub fn wait<T: Wait>(field: &T) -> Option<Duration> {
    field.wait()
}
