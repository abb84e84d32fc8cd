//! A panic as an S3 error.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use s3err_derive::S3Error;

/// A panic. Its message goes into the log and never to a client.
#[derive(Clone, Debug, S3Error)]
#[s3(crate = crate, code = "InternalError")]
pub(super) struct Panicked {
    #[s3(log)]
    panic: String,
}

/// Runs what may panic.
///
/// Nothing of the request is used again after a panic. What handlers share is as a panic in a task would leave it: a
/// lock is poisoned, a borrow ended.
pub(super) fn catch<T>(run: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| {
        let panicked = Panicked { panic: message(&*panic) };
        // What it was raised with may panic when it is dropped, and what that is raised with is not dropped at all.
        if let Err(again) = catch_unwind(AssertUnwindSafe(|| drop(panic))) {
            std::mem::forget(again);
        }
        panicked
    })
}

fn message(panic: &(dyn Any + Send)) -> String {
    let of_static = || panic.downcast_ref::<&'static str>().map(|message| (*message).to_owned());
    panic.downcast_ref::<String>().cloned().or_else(of_static).unwrap_or_else(|| "not a string".to_owned())
}

impl fmt::Display for Panicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a handler panicked")
    }
}
