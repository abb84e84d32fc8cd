//! A request that waits for its response.

use axum_core::body::Body;
use http::header::{CONNECTION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Response, Uri};

use super::body::Watcher;
use super::rendered;
use crate::server::refusal::Refusal;
use crate::{Failure, Handled, RequestContext, S3Layer, response};

/// What is kept of a request until its response is there.
pub(super) struct Exchange {
    layer: S3Layer,
    context: RequestContext,
    uri: Uri,
    watcher: Watcher,
}

impl Exchange {
    pub(super) fn new(layer: S3Layer, context: RequestContext, uri: Uri, watcher: Watcher) -> Self {
        Self { layer, context, uri, watcher }
    }

    /// The response as it is sent.
    pub(super) fn answer(self, response: Response<Body>) -> Response<Body> {
        let context = self.context.with_unread_body(self.watcher.abandoned());
        let (mut parts, body) = response.into_parts();
        let failure = parts.extensions.get::<Failure>().cloned();
        let refusal = || {
            let handled = parts.extensions.get::<Handled>().is_some();
            let content_type = parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
            Refusal::of(parts.status, content_type, self.uri.path()).filter(|_| !handled)
        };
        if let Some(failure) = failure {
            self.layer.log(failure.error(), &context);
            rendered::over(parts, failure.error(), &context)
        } else if let Some(refusal) = refusal() {
            self.layer.log(&refusal, &context);
            parts.extensions.insert(refusal.failure());
            rendered::over(parts, &refusal, &context)
        } else {
            complete(&mut parts.headers, &context);
            Response::from_parts(parts, body)
        }
    }
}

/// Gives a response that is no error what every response has.
fn complete(headers: &mut HeaderMap, context: &RequestContext) {
    for (name, id) in response::ids(context) {
        headers.entry(name).or_insert(id);
    }
    if response::closes(context, false) {
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
}
