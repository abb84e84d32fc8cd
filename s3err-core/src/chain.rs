//! Looking for an error among those that led to it.

use std::error::Error;
use std::io;
use std::sync::Arc;

/// The number of links that are followed: an error that is its own source has no end.
const MAX_LINKS: usize = 128;

/// The first error of type `T` in the chain that begins with `error`.
///
/// Guide: [storage engines](crate::guide::storage).
///
/// It walks `source()`, and into the payload of an [`io::Error`], which `source()` skips. One that is held in a `Box`,
/// an `Arc` or a reference is found as well.
///
/// ```
/// use std::io;
/// use s3err_core::{StandardError, find_in_chain};
///
/// let throttled = io::Error::other(StandardError::SlowDown);
/// let failed = io::Error::new(io::ErrorKind::WriteZero, throttled);
/// assert_eq!(find_in_chain::<StandardError>(&failed), Some(&StandardError::SlowDown));
/// assert!(find_in_chain::<std::fmt::Error>(&failed).is_none());
/// ```
pub fn find_in_chain<'e, T: Error + 'static>(error: &'e (dyn Error + 'static)) -> Option<&'e T> {
    sources(error).find_map(downcast)
}

/// The errors from `error` to the first cause.
pub(crate) fn sources<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(held(error)), |error| source_of(*error).map(held)).take(MAX_LINKS)
}

/// The error in an `Arc` of any, which is an error itself and has the source of the one that it holds.
fn held<'e>(error: &'e (dyn Error + 'static)) -> &'e (dyn Error + 'static) {
    match error.downcast_ref::<Arc<dyn Error + Send + Sync>>() {
        Some(held) => &**held,
        None => error,
    }
}

/// The `T` that an error is. A `Box` of one, an `Arc` or a reference passes for it: it is an error itself, and its source is not
/// what it holds but what that comes from.
fn downcast<'e, T: Error + 'static>(error: &'e (dyn Error + 'static)) -> Option<&'e T> {
    let itself = error.downcast_ref();
    itself
        .or_else(|| error.downcast_ref::<Box<T>>().map(AsRef::as_ref))
        .or_else(|| error.downcast_ref::<Arc<T>>().map(AsRef::as_ref))
        .or_else(|| error.downcast_ref::<&'static T>().copied())
}

/// The error that led to this one.
fn source_of<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    let payload = downcast::<io::Error>(error).and_then(io::Error::get_ref);
    payload.map(|payload| payload as &(dyn Error + 'static)).or_else(|| error.source())
}
