//! The responses of requests that succeed.

use axum::http::header::{ACCEPT_RANGES, CONTENT_RANGE, CONTENT_TYPE, ETAG, LAST_MODIFIED};
use axum::http::{HeaderName, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use s3err_core::{Failure, StandardError};

use super::fixtures::{BUCKETS, OBJECT, location, object_etag, region, written};
use super::injected::Injected;
use super::received::Received;
use super::request::Request;
use crate::servers::clock::{self, Time};
use crate::servers::conditions::{READ, Validators};
use crate::servers::etag;
use crate::servers::range::{Requested, content_range, requested};
use crate::servers::xml::Document;

const BUCKET_REGION: HeaderName = HeaderName::from_static("x-amz-bucket-region");

/// The list of buckets, which is all that the service itself can do.
pub(super) fn service(request: &Request, now: Time) -> Result<Response, Failure> {
    if request.method != Method::GET && request.method != Method::HEAD {
        return Err(Injected::new(StandardError::MethodNotAllowed, request, now).into());
    }
    let mut document = Document::new("ListAllMyBucketsResult");
    document.owner("Owner", "s3err").element("Buckets", |buckets| {
        for name in BUCKETS {
            buckets.element("Bucket", |bucket| {
                bucket.leaf("Name", name).leaf("CreationDate", clock::iso(written()));
            });
        }
    });
    Ok(document.into_response())
}

/// An operation on a bucket, or on any object in it.
pub(super) fn bucket_or_object(request: &Request, received: Received, now: Time) -> Result<Response, Failure> {
    let bucket_region = [(BUCKET_REGION, region(&request.bucket))];
    match request.method {
        Method::GET if request.key.is_empty() && request.query.has("location") => Ok(bucket_location(request)),
        Method::GET if request.key.is_empty() => Ok((bucket_region, list(request)).into_response()),
        Method::HEAD if request.key.is_empty() => Ok(bucket_region.into_response()),
        _ => object(request, received, now),
    }
}

/// The region of a bucket.
pub(super) fn bucket_location(request: &Request) -> Response {
    let mut document = Document::new("LocationConstraint");
    document.text(location(&request.bucket));
    document.into_response()
}

/// No object at all, no version, or no upload.
fn list(request: &Request) -> Document {
    let (root, name, max) = match request.query.subresource() {
        Some("uploads") => ("ListMultipartUploadsResult", "Bucket", "MaxUploads"),
        Some("versions") => ("ListVersionsResult", "Name", "MaxKeys"),
        _ => ("ListBucketResult", "Name", "MaxKeys"),
    };
    let mut document = Document::new(root);
    document.leaf(name, &request.bucket).leaf("Prefix", request.query.get("prefix").unwrap_or_default());
    if root == "ListBucketResult" {
        document.leaf("KeyCount", 0);
    }
    document.leaf(max, 1000).leaf("IsTruncated", false);
    document
}

/// No part of an upload.
fn parts(request: &Request) -> Response {
    let mut document = Document::new("ListPartsResult");
    document.leaf("Bucket", &request.bucket).leaf("Key", &request.key);
    document.leaf("UploadId", request.query.get("uploadId").unwrap_or_default());
    document.leaf("MaxParts", 1000).leaf("IsTruncated", false);
    document.into_response()
}

/// An operation on an object, which is there whatever its key is, and stays what it is.
fn object(request: &Request, received: Received, now: Time) -> Result<Response, Failure> {
    received.check()?;
    let response = match request.method {
        Method::GET if request.query.has("uploadId") => parts(request),
        Method::GET | Method::HEAD => stored(request)?, // a HEAD loses the body on its way out
        Method::PUT if request.header("x-amz-copy-source").is_some() => copied(request),
        Method::PUT => [(ETAG, etag(&received.md5()))].into_response(),
        Method::POST if request.query.has("uploads") => {
            let mut document = Document::new("InitiateMultipartUploadResult");
            document.leaf("Bucket", &request.bucket).leaf("Key", &request.key).leaf("UploadId", "s3err-upload");
            document.into_response()
        }
        Method::POST if request.query.has("uploadId") => completed(request),
        Method::POST => StatusCode::OK.into_response(),
        Method::DELETE => StatusCode::NO_CONTENT.into_response(),
        _ => return Err(Injected::new(StandardError::MethodNotAllowed, request, now).into()),
    };
    Ok(response)
}

/// The object, or the part of it that was asked for.
fn stored(request: &Request) -> Result<Response, Injected> {
    let headers = [
        (ETAG, object_etag()),
        (LAST_MODIFIED, clock::http(written())),
        (CONTENT_TYPE, "binary/octet-stream".to_owned()),
        (ACCEPT_RANGES, "bytes".to_owned()),
    ];
    let etag = object_etag();
    let validators = Validators { etag: &etag, modified: written() };
    match validators.failed(&request.headers, READ) {
        None => {}
        Some("If-None-Match" | "If-Modified-Since") => {
            return Err(Injected::NotModified { etag, last_modified: clock::http(written()) });
        }
        Some(condition) => return Err(Injected::PreconditionFailed { condition }),
    }
    let range = request.header("range").filter(|_| validators.allow_range(&request.headers));
    // The first part of an object that was uploaded in one is all of it.
    let range = match request.query.get("partNumber") {
        None => range,
        Some("1") => Some("bytes=0-".into()),
        Some(number) => {
            let part_number_requested = Some(number.to_owned());
            return Err(Injected::InvalidPartNumber { actual_part_count: 1, part_number_requested });
        }
    };
    match requested(range.as_deref(), OBJECT.len()) {
        Requested::Whole => Ok((headers, OBJECT).into_response()),
        Requested::Part(range) => {
            let content_range = [(CONTENT_RANGE, content_range(&range, OBJECT.len()))];
            Ok((StatusCode::PARTIAL_CONTENT, headers, content_range, OBJECT.slice(range)).into_response())
        }
        Requested::Unsatisfiable => Err(Injected::InvalidRange {
            range_requested: range.map(std::borrow::Cow::into_owned),
            actual_object_size: OBJECT.len(),
        }),
    }
}

fn copied(request: &Request) -> Response {
    let root = if request.query.has("partNumber") { "CopyPartResult" } else { "CopyObjectResult" };
    let mut document = Document::new(root);
    document.leaf("LastModified", clock::iso(written())).leaf("ETag", object_etag());
    document.into_response()
}

fn completed(request: &Request) -> Response {
    let mut document = Document::new("CompleteMultipartUploadResult");
    let location = format!("http://{}{}", request.host, request.path);
    for (name, text) in [("Location", &location), ("Bucket", &request.bucket), ("Key", &request.key)] {
        // object_store takes a document with these words for a failure, and a key may hold them.
        if !["InternalError", "SlowDown"].iter().any(|word| text.contains(word)) {
            document.leaf(name, text);
        }
    }
    document.leaf("ETag", object_etag());
    document.into_response()
}
