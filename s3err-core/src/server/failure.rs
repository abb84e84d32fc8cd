//! The error type of handlers.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use crate::error::S3Error;

/// The error type of your handlers: `?` converts any [`S3Error`] into it.
///
/// Guides: [axum](crate::guide::axum), [actix-web](crate::guide::actix_web).
///
/// It needs no framework. Inside [`S3Layer`](crate::S3Layer) a handler that fails with it is answered with the error's
/// response, completed with what the request says: its ids, method and version. With the feature `axum` or `actix-web`
/// it is a response of that framework as well, with random ids where the layer is missing.
///
/// The layer leaves it among the extensions of the response: a metrics middleware reads
/// [`variant`](S3Error::variant) and [`code`](S3Error::code) there.
///
/// It does not implement `S3Error`, because it converts from everything that does. [`error`](Self::error) gives the
/// error.
///
/// ```
/// use s3err_core::{Failure, S3Error};
///
/// #[derive(Debug, S3Error)]
/// enum GetObjectError {
///     NoSuchKey { #[s3(detail)] key: String },
/// }
///
/// fn get_object(key: &str) -> Result<Vec<u8>, Failure> {
///     Err(GetObjectError::NoSuchKey { key: key.to_owned() })?
/// }
///
/// let failure = get_object("cat.jpg").unwrap_err();
/// assert_eq!(failure.error().code(), "NoSuchKey");
/// ```
#[derive(Clone)]
pub struct Failure(Arc<dyn S3Error + Send + Sync>);

impl Failure {
    /// Returns the error.
    #[must_use]
    pub fn error(&self) -> &(dyn S3Error + Send + Sync + 'static) {
        &*self.0
    }
}

impl<E: S3Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(Arc::new(error))
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Failure").field(&self.error()).finish()
    }
}

/// The code and the public message.
impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code(), self.0.message())
    }
}

/// So that a tower service may fail with it: hyper asks that of its services.
impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.origin()
    }
}
