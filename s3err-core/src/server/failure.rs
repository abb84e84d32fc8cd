//! What a handler fails with.

use std::fmt;
use std::sync::Arc;

use crate::S3Error;

/// What a handler fails with: `?` makes it from any [`S3Error`].
///
/// It answers with the error's response, and [`S3Layer`](crate::S3Layer) completes it by what the request says: its ids,
/// its method, its version. Without the layer the ids are random ones. It is no `S3Error` itself, because it converts from all of
/// them.
///
/// It stays among the extensions of the response: a metrics middleware around the handlers reads
/// [`variant`](S3Error::variant) and [`code`](S3Error::code) there. One around the layer finds there, too, what the
/// framework refused.
///
/// With the feature `axum` or `actix-web`.
#[derive(Clone)]
pub struct Failure(Arc<dyn S3Error + Send + Sync>);

impl Failure {
    /// The error.
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
