//! Looking for an error among those that led to it.

use std::error::Error;
use std::io;

/// How far a chain is followed: an error that is its own source has no end.
const MAX_LINKS: usize = 128;

/// The first error of type `T` in the chain that begins with `error`.
///
/// It walks `source()`, and into the payload of an [`io::Error`], which `source()` skips.
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
    chain(error).find_map(<dyn Error>::downcast_ref)
}

/// The errors from `error` to the first cause.
pub(crate) fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |error| below(*error)).take(MAX_LINKS)
}

/// The error that led to this one.
fn below<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    let payload = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    payload.map(|payload| payload as &(dyn Error + 'static)).or_else(|| error.source())
}
