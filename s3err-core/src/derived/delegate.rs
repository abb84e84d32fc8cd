//! The values that the function of a `via` may return.

use super::Resolved;
use crate::error::S3Error;

/// A reference to an error: what the function of a `via` returns.
#[doc(hidden)] // its implementation for every type would show in the documentation of every type
#[diagnostic::on_unimplemented(
    message = "`via` must return a reference to an `S3Error`, not `{Self}`",
    label = "returns `{Self}`",
    note = "return a reference, such as a `&'static StandardError`",
    note = "to give a foreign error details, convert it by value in a `From`: see `s3err_core::guide::engines`"
)]
pub trait Delegate<'a> {
    /// The error.
    fn delegate(self) -> &'a dyn S3Error;
}

#[diagnostic::do_not_recommend]
impl<'a, E: S3Error> Delegate<'a> for &'a E {
    fn delegate(self) -> &'a dyn S3Error {
        self
    }
}

macro_rules! objects {
    ($($object:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<'a> Delegate<'a> for &'a ($object) {
            fn delegate(self) -> &'a dyn S3Error {
                self
            }
        }
    )*};
}

objects!(dyn S3Error + 'a, dyn S3Error + Send + 'a, dyn S3Error + Sync + 'a, dyn S3Error + Send + Sync + 'a);

/// Resolves a `via` variant.
pub fn via<'a>(error: impl Delegate<'a>) -> Resolved<'a> {
    Resolved::Error(error.delegate())
}
