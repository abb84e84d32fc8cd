//! A server with one route for each way to answer.

use std::collections::HashMap;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse};
use actix_web::error::{ErrorForbidden, ErrorServiceUnavailable, InternalError};
use actix_web::middleware::{Condition, Next, from_fn};
use actix_web::web::{self, Bytes, Json, Path, Query, ServiceConfig};
use actix_web::{App, Error, HttpMessage, HttpRequest, HttpResponse, HttpServer};
use futures_core::Stream;
use s3err_core::{Failure, Handled, RequestContext, RequestId, S3Error, S3Layer, StandardError};
use s3err_tests::http::Server;
use s3err_tests::panicking::Panicking;

#[derive(Debug, S3Error)]
pub(crate) enum ObjectError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    #[s3(code = "BadDigest")]
    Digest {
        #[s3(detail)]
        calculated_digest: &'static str,
        #[s3(detail)]
        expected_digest: &'static str,
    },
    SlowDown {
        #[s3(retry_after)]
        wait: Duration,
    },
    NotModified {
        #[s3(header = "ETag")]
        etag: &'static str,
    },
    TemporaryRedirect {
        #[s3(detail)]
        endpoint: &'static str,
        #[s3(detail)]
        bucket: &'static str,
        #[s3(header = "Location")]
        location: &'static str,
    },
    #[s3(close)]
    EntityTooLarge,
    #[s3(via = classify)]
    Storage(#[s3(source)] io::Error),
    #[s3(code = "InternalError")]
    Disk { source: io::Error },
}

fn classify(error: &io::Error) -> &'static StandardError {
    match error.kind() {
        io::ErrorKind::NotFound => &StandardError::NoSuchKey,
        _ => &StandardError::ServiceUnavailable,
    }
}

impl From<io::Error> for ObjectError {
    fn from(source: io::Error) -> Self {
        Self::Disk { source }
    }
}

fn read_sector() -> Result<(), io::Error> {
    Err(io::Error::other("sector 9"))
}

fn read_object() -> Result<(), ObjectError> {
    read_sector()?;
    Ok(())
}

fn fail(how: &str) -> Result<(), Failure> {
    match how {
        "enum" => Err(ObjectError::Digest { calculated_digest: "a&b", expected_digest: "c" })?,
        "boxed" => {
            let boxed: Box<dyn S3Error + Send + Sync> = Box::new(StandardError::InvalidBucketName);
            Err(boxed)?;
        }
        "via" => Err(ObjectError::Storage(io::Error::new(io::ErrorKind::NotFound, "/var/lib/d7")))?,
        "chain" => read_object()?,
        "slow" => Err(ObjectError::SlowDown { wait: Duration::from_millis(1500) })?,
        "not-modified" => Err(ObjectError::NotModified { etag: "\"e\"" })?,
        "redirect" => Err(ObjectError::TemporaryRedirect {
            endpoint: "b.s3.example",
            bucket: "b",
            location: "http://b.s3.example/k?a=b",
        })?,
        "close" => Err(ObjectError::EntityTooLarge)?,
        "panic" => panic!("the panic's secret {}", how.len()),
        "panic-by-value" => std::panic::panic_any(7),
        _ => Err(ObjectError::NoSuchKey { key: how.to_owned() })?,
    }
    Ok(())
}

async fn failing(how: Path<String>) -> Result<&'static str, Failure> {
    // Those of other requests get their turn.
    actix_web::rt::task::yield_now().await;
    fail(&how)?;
    Ok("no failure")
}

async fn failing_after_reading(how: Path<String>, body: Bytes) -> Result<String, Failure> {
    fail(&how)?;
    Ok(body.len().to_string())
}

/// Reads as many bytes as were announced, and does not ask for the end.
async fn exactly(request: HttpRequest, mut payload: web::Payload) -> &'static str {
    let length: usize = request.headers().get("content-length").unwrap().to_str().unwrap().parse().unwrap();
    let mut read = 0;
    while read < length {
        let chunk = poll_fn(|cx| Pin::new(&mut payload).poll_next(cx)).await;
        read += chunk.unwrap().unwrap().len();
    }
    "exactly"
}

/// Fails in a middleware, not in a handler.
async fn failing_on_the_way(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match request.path().rsplit('/').next().unwrap() {
        "failure" => Err(Failure::from(ObjectError::NoSuchKey { key: "on the way".to_owned() }).into()),
        "words" => Err(ErrorForbidden("the way's secret")),
        "json" => {
            let response = HttpResponse::Forbidden().content_type("application/json").body("[]");
            Err(InternalError::from_response("json", response).into())
        }
        "panic" => panic!("the way's secret panic"),
        _ => next.call(request).await,
    }
}

/// Does by hand what no `async fn` does.
fn by_hand<S, B>(request: ServiceRequest, next: &S) -> Pin<Box<dyn Future<Output = Result<ServiceResponse, Error>>>>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    B: MessageBody + 'static,
{
    match request.path() {
        "/by-hand/panic" => panic!("the hand's secret panic"),
        // When it has answered it still holds the body.
        "/by-hand/holding" => {
            let (request, body) = request.into_parts();
            let mut request = Some(request);
            Box::pin(poll_fn(move |_| {
                let _still_here = &body;
                let response = HttpResponse::Forbidden().finish();
                Poll::Ready(Ok(ServiceResponse::new(request.take().unwrap(), response)))
            }))
        }
        _ => {
            let next = next.call(request);
            Box::pin(async { next.await.map(ServiceResponse::map_into_boxed_body) })
        }
    }
}

/// Gives the request the id that it asks for.
async fn with_given_id(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let id = request.headers().get("x-test-id").map(|id| RequestId::try_from(id.to_str().unwrap()).unwrap());
    if let Some(id) = id {
        request.extensions_mut().insert(id);
    }
    next.call(request).await
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .app_data(web::PayloadConfig::new(LIMIT))
        .app_data(web::JsonConfig::default().limit(LIMIT))
        .service(web::resource("/fail/{how}").get(failing).head(failing).put(failing))
        .service(web::resource("/read/{how}").put(failing_after_reading))
        .service(
            web::resource("/panics/{place}/{times}")
                .get(async |request: HttpRequest| Err::<&str, _>(Failure::from(Panicking::of_path(request.path())))),
        )
        .service(web::resource("/exactly").put(exactly))
        .service(web::resource("/ignored").put(async || "ignored"))
        .service(web::resource("/number/{number}").get(async |number: Path<u32>| number.to_string()))
        .service(web::resource("/name/{name}").get(async |name: Path<String>| name.into_inner()))
        .service(web::resource("/query").get(async |query: Query<Counts>| query.len().to_string()))
        .service(web::resource("/json").put(async |json: Json<Counts>| json.len().to_string()))
        .service(web::resource("/io").get(async || read_sector().map(|()| "read")))
        .service(web::resource("/words").get(async || Err::<&str, _>(ErrorForbidden("the handler's secret"))))
        .service(web::resource("/reason").get(async || {
            HttpResponse::Forbidden().reason("The handler's secret").insert_header(("x-kept", "kept")).finish()
        }))
        .service(
            web::resource("/json-404")
                .get(async || HttpResponse::NotFound().content_type("application/json").body("{\"secret\":false}")),
        )
        .service(
            web::resource("/empty-object")
                .get(async || HttpResponse::NotFound().content_type("application/xml").body("{}")),
        )
        .service(web::resource("/metrics").get(async || "errors_total 0\n").head(async || "errors_total 0\n"))
        .service(web::resource("/draining").get(async || {
            Handled::mark(HttpResponse::ServiceUnavailable().content_type("text/plain").body("draining"))
        }))
        .service(web::resource("/given").get(async || {
            HttpResponse::Ok()
                .insert_header(("x-amz-request-id", "GIVEN"))
                .insert_header(("x-amz-id-2", "host"))
                .finish()
        }))
        .service(web::resource("/copy").put(async |context: RequestContext| {
            HttpResponse::Ok().content_type("application/xml").body(StandardError::InternalError.to_embedded(&context))
        }))
        .service(
            web::scope("/handled")
                .wrap(from_fn(failing_on_the_way))
                .wrap(Handled)
                .service(web::resource("/plain").get(async || ErrorServiceUnavailable("draining").error_response())),
        )
        .service(web::scope("/way").wrap(from_fn(failing_on_the_way)))
        .service(
            web::scope("/nested").wrap(S3Layer::new()).service(web::resource("/fail/{how}").get(failing).head(failing)),
        );
}

/// The numbers of a query or of a JSON object.
type Counts = HashMap<String, u32>;

/// The length of the longest body that a handler is given whole.
pub(crate) const LIMIT: usize = 64;

/// A server inside of this layer, or of none.
pub(crate) fn start(layer: Option<S3Layer>) -> Server {
    // A body that never comes is not waited for long.
    let layer = layer.map(|layer| layer.with_drain_limits(128 << 20, Duration::from_millis(100)));
    Server::start_with_stop(async move |listener, stopped| {
        let events = tracing::dispatcher::get_default(Clone::clone);
        let app = move || {
            // A worker has a thread of its own, and makes its app there.
            std::mem::forget(tracing::dispatcher::set_default(&events));
            let layer = Condition::new(layer.is_some(), layer.clone().unwrap_or_default());
            App::new().configure(routes).wrap_fn(by_hand).wrap(layer).wrap(from_fn(with_given_id))
        };
        let server = HttpServer::new(app)
            .workers(2)
            .disable_signals()
            .shutdown_timeout(1)
            .client_disconnect_timeout(Duration::from_secs(2))
            .listen_auto_h2c(listener.into_std().unwrap())
            .unwrap()
            .run();
        let handle = server.handle();
        let stop = async {
            let _ = stopped.await;
            handle.stop(false).await;
        };
        tokio::join!(server, stop).0.unwrap();
    })
}
