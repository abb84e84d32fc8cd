//! s3s: handlers put their errors into the slot, because `s3s::S3Error` has no details; the layer completes the
//! documents that s3s writes itself.

use http::Extensions;
use s3err_core::{Failure, FailureSlot, S3Layer};
use s3err_tests::http::{Request, Server, VERSIONS};
use s3s::dto::{GetObjectInput, GetObjectOutput, HeadObjectInput, HeadObjectOutput, PutObjectInput, PutObjectOutput};
use s3s::dto::{ListObjectsV2Input, ListObjectsV2Output, StreamingBlob};
use s3s::service::S3ServiceBuilder;
use s3s::{S3, S3Error, S3Request, S3Response, S3Result, s3_error};
use tower::ServiceBuilder;

pub(crate) fn start(layer: S3Layer) -> Server {
    let service = ServiceBuilder::new().layer(layer).service(S3ServiceBuilder::new(Photos).build());
    Server::start(async move |listener| crate::hyper::accept(listener, service).await)
}

/// An operation that this server leaves to s3s.
pub(crate) fn unknown() -> Request {
    Request::get("/photos?acl")
}

struct Photos;

/// Fails a handler: the error goes into the slot, and what s3s sends is replaced by it.
fn fail(extensions: &Extensions, error: impl Into<Failure>) -> S3Error {
    if let Some(slot) = extensions.get::<FailureSlot>() {
        slot.put(error);
    }
    s3_error!(InternalError)
}

#[async_trait::async_trait]
impl S3 for Photos {
    async fn get_object(&self, request: S3Request<GetObjectInput>) -> S3Result<S3Response<GetObjectOutput>> {
        let object = crate::get(request.uri.path()).map_err(|error| fail(&request.extensions, error))?;
        let body = StreamingBlob::from(s3s::Body::from(object.to_owned()));
        let length = i64::try_from(object.len()).ok();
        Ok(S3Response::new(GetObjectOutput { body: Some(body), content_length: length, ..Default::default() }))
    }

    async fn head_object(&self, request: S3Request<HeadObjectInput>) -> S3Result<S3Response<HeadObjectOutput>> {
        crate::get(request.uri.path()).map_err(|error| fail(&request.extensions, error))?;
        Ok(S3Response::new(HeadObjectOutput::default()))
    }

    async fn put_object(&self, request: S3Request<PutObjectInput>) -> S3Result<S3Response<PutObjectOutput>> {
        crate::put().map_err(|error| fail(&request.extensions, error))?;
        Ok(S3Response::new(PutObjectOutput::default()))
    }

    /// Fails as s3s itself does, without the slot.
    async fn list_objects_v2(&self, _: S3Request<ListObjectsV2Input>) -> S3Result<S3Response<ListObjectsV2Output>> {
        Err(s3_error!(NoSuchBucket, "no <photos> here"))
    }
}

#[test]
fn an_error_of_s3s_itself_is_completed_where_the_layer_is_asked_to() {
    let server = start(S3Layer::new().with_foreign_documents().with_resource());
    for version in VERSIONS {
        let response = server.send_over(version, &Request::get("/photos?list-type=2"));
        let document = response.document();
        assert_eq!((response.status, document.code.as_str()), (404, "NoSuchBucket"));
        assert_eq!((document.message.as_str(), document.resource.as_deref()), ("no <photos> here", Some("/photos")));
        let events = server.logged();
        assert_eq!(events.len(), 1, "{events:?}");
        assert_eq!(events[0].field("request_id"), response.header("x-amz-request-id"));
    }
}

/// The guide names what is lost without the layer: this shows that it is.
#[test]
fn without_the_layer_s3s_sends_no_ids_and_logs_nothing() {
    let server = Server::start(async |listener| {
        crate::hyper::accept(listener, S3ServiceBuilder::new(Photos).build()).await;
    });
    let response = server.get("/photos?list-type=2");
    let document = s3err_tests::document::parse(response.text()).0;
    assert_eq!((response.status, document.code.as_str()), (404, "NoSuchBucket"));
    assert_eq!((document.request_id, document.host_id, document.resource), (None, None, None));
    assert_eq!((response.header("x-amz-request-id"), response.header("x-amz-id-2")), (None, None));
    assert!(server.logged().is_empty());
}
