//! A request that waits for its response.

use actix_web::http::header::{CONTENT_TYPE, HeaderValue};
use actix_web::http::{ConnectionType, Uri};
use actix_web::{Error, HttpResponse};

use super::convert;
use super::payload::Watcher;
use super::rendered::Rendered;
use crate::server::refusal::Refusal;
use crate::{Failure, Handled, RequestContext, S3Error, S3Layer, response};

/// What is kept of a request until its response is there.
pub(super) struct Exchange {
    layer: S3Layer,
    context: RequestContext,
    uri: Uri,
    watcher: Option<Watcher>,
}

impl Exchange {
    pub(super) fn new(layer: S3Layer, context: RequestContext, uri: Uri, watcher: Option<Watcher>) -> Self {
        Self { layer, context, uri, watcher }
    }

    /// The response as it is sent. `error` is what it was made of, where the response does not say so itself.
    pub(super) fn answer(&self, response: HttpResponse, error: Option<&Error>) -> HttpResponse {
        match self.render(&response, error) {
            Some((rendered, failure)) => {
                let mut response = rendered.over(response);
                response.extensions_mut().insert(failure);
                response
            }
            None => self.complete(response),
        }
    }

    /// The response to a failure or a refusal, which has to be in the place of this one.
    fn render(&self, response: &HttpResponse, error: Option<&Error>) -> Option<(Rendered, Failure)> {
        let extensions = response.extensions();
        if let Some(failure) = extensions.get::<Failure>() {
            return Some((self.report(failure.error()), failure.clone()));
        }
        let content_type = response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        let refusal = Refusal::of(convert::status(response.status()), content_type, self.uri.path())
            .filter(|_| !extensions.contains::<Handled>())?;
        let cause = error.or_else(|| response.error()).map(|error| error as &(dyn std::error::Error + 'static));
        let failure = refusal.failure();
        Some((self.report(&refusal.because_of(cause)), failure))
    }

    /// The response to an error, which is logged.
    pub(super) fn report(&self, error: &dyn S3Error) -> Rendered {
        let context = self.context();
        self.layer.log(error, &context);
        Rendered::of(error, &context)
    }

    /// Gives a response that is no error what every response has.
    fn complete(&self, mut response: HttpResponse) -> HttpResponse {
        let context = self.context();
        let head = response.head_mut();
        for (name, id) in response::ids(&context) {
            if let Some((name, id)) = convert::header_back(&name, &id)
                && !head.headers.contains_key(&name)
            {
                head.headers.insert(name, id);
            }
        }
        if response::closes(&context, false) {
            head.set_connection_type(ConnectionType::Close);
        }
        response
    }

    /// The context, with what is known now of the request's body.
    fn context(&self) -> RequestContext {
        let unread = self.watcher.as_ref().is_some_and(Watcher::abandoned);
        self.context.clone().with_unread_body(unread)
    }
}
