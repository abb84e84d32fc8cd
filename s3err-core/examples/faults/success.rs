//! What succeeds.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::header::{CONTENT_TYPE, ETAG, LAST_MODIFIED};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use md5::{Digest, Md5};
use s3err_core::{Failure, StandardError};

use crate::asked::Asked;
use crate::clock;
use crate::injected::{Injected, REGION};
use crate::received::{self, Received};
use crate::xml;

/// What every object holds.
const OBJECT: &[u8] = b"ok\n";

/// When every object was written, in seconds: the first of January 2026.
const WRITTEN: Duration = Duration::from_secs(1_767_225_600);

/// The buckets that are listed.
const BUCKETS: [&str; 4] = ["s3err", "s3err-redirect", "s3err-skew", "s3err-wrongregion"];

/// The entity tag of every object.
pub(crate) fn etag() -> String {
    received::etag(Md5::new_with_prefix(OBJECT))
}

fn written() -> SystemTime {
    UNIX_EPOCH + WRITTEN
}

/// The list of buckets, which is all that the service itself can do.
pub(crate) fn service(asked: &Asked, now: SystemTime) -> Result<Response, Failure> {
    if asked.method != Method::GET && asked.method != Method::HEAD {
        return Err(Injected::new(StandardError::MethodNotAllowed, asked, now).into());
    }
    let created = clock::iso_date(written());
    let buckets = BUCKETS.map(|name| {
        let bucket = xml::elements(&[("Name", name), ("CreationDate", &created)]);
        format!("<Bucket>{bucket}</Bucket>")
    });
    let owner = xml::elements(&[("ID", "s3err")]);
    let content = format!("<Owner>{owner}</Owner><Buckets>{}</Buckets>", buckets.concat());
    Ok(xml::document("ListAllMyBucketsResult", &content))
}

/// An operation on a bucket, or on any object in it.
pub(crate) fn bucket_or_object(asked: &Asked, received: Received, now: SystemTime) -> Result<Response, Failure> {
    match asked.method {
        Method::GET if asked.key.is_empty() && asked.has("location") => Ok(location(asked)),
        Method::GET if asked.key.is_empty() => Ok(list(asked)),
        Method::HEAD if asked.key.is_empty() => Ok(StatusCode::OK.into_response()),
        _ => object(asked, received, now),
    }
}

/// Where a bucket is: nothing stands for `us-east-1`.
pub(crate) fn location(asked: &Asked) -> Response {
    let region = if asked.bucket == "s3err" || asked.bucket == "s3err-skew" { "" } else { REGION };
    xml::document("LocationConstraint", region)
}

/// No object at all.
fn list(asked: &Asked) -> Response {
    let prefix = asked.parameter("prefix").unwrap_or_default();
    let content = xml::elements(&[
        ("Name", &asked.bucket),
        ("Prefix", prefix),
        ("KeyCount", "0"),
        ("MaxKeys", "1000"),
        ("IsTruncated", "false"),
    ]);
    xml::document("ListBucketResult", &content)
}

/// An operation on an object, which is there whatever its key is, and stays what it is.
pub(crate) fn object(asked: &Asked, received: Received, now: SystemTime) -> Result<Response, Failure> {
    received.check()?;
    let response = match asked.method {
        Method::GET | Method::HEAD => stored(), // a HEAD loses the body on its way out
        Method::PUT if asked.header("x-amz-copy-source").is_some() => copied(asked),
        Method::PUT => ([(ETAG, received.etag())], ()).into_response(),
        Method::POST if asked.has("uploads") => {
            let content =
                xml::elements(&[("Bucket", &asked.bucket), ("Key", &asked.key), ("UploadId", "s3err-upload")]);
            xml::document("InitiateMultipartUploadResult", &content)
        }
        Method::POST if asked.has("uploadId") => completed(asked),
        Method::POST => StatusCode::OK.into_response(),
        Method::DELETE => StatusCode::NO_CONTENT.into_response(),
        _ => return Err(Injected::new(StandardError::MethodNotAllowed, asked, now).into()),
    };
    Ok(response)
}

fn stored() -> Response {
    let headers = [
        (ETAG, etag()),
        (LAST_MODIFIED, clock::http_date(written())),
        (CONTENT_TYPE, "binary/octet-stream".to_owned()),
    ];
    (headers, OBJECT).into_response()
}

fn copied(asked: &Asked) -> Response {
    let root = if asked.has("partNumber") { "CopyPartResult" } else { "CopyObjectResult" };
    xml::document(root, &xml::elements(&[("LastModified", &clock::iso_date(written())), ("ETag", &etag())]))
}

fn completed(asked: &Asked) -> Response {
    let location = format!("http://{}{}", asked.host, asked.path);
    let named = [("Location", location.as_str()), ("Bucket", &asked.bucket), ("Key", &asked.key)];
    // object_store takes a document with these words for a failure, and a key may hold them.
    let named = named.iter().filter(|(_, text)| !["InternalError", "SlowDown"].iter().any(|word| text.contains(word)));
    let content: String = named.map(|element| xml::elements(&[*element])).collect();
    xml::document("CompleteMultipartUploadResult", &(content + &xml::elements(&[("ETag", &etag())])))
}
