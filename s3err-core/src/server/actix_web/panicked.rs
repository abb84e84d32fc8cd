//! A handler that panicked, as an S3 error.

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use http::StatusCode;

use crate::{Fault, Retry, S3Error, StandardError};

/// A panic. Its text goes into the log and never to a client.
#[derive(Debug)]
pub(super) struct Panicked {
    text: String,
}

/// Runs what may panic.
///
/// Nothing of the request is used again after a panic. What handlers share is as a panic in a task would leave it: a lock
/// is poisoned, a borrow given back.
pub(super) fn catch<T>(run: impl FnOnce() -> T) -> Result<T, Panicked> {
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| Panicked { text: text(&*panic) })
}

fn text(panic: &(dyn Any + Send)) -> String {
    let of_static = || panic.downcast_ref::<&'static str>().map(|text| (*text).to_owned());
    panic.downcast_ref::<String>().cloned().or_else(of_static).unwrap_or_else(|| "not a text".to_owned())
}

impl fmt::Display for Panicked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a handler panicked")
    }
}

impl S3Error for Panicked {
    fn code(&self) -> &str {
        StandardError::InternalError.code()
    }

    fn status(&self) -> StatusCode {
        StandardError::InternalError.status()
    }

    fn message(&self) -> Cow<'_, str> {
        StandardError::InternalError.message()
    }

    fn fault(&self) -> Fault {
        StandardError::InternalError.fault()
    }

    fn retry(&self) -> Retry {
        StandardError::InternalError.retry()
    }

    fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        log("panic", &self.text);
    }
}
