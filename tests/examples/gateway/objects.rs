//! Objects: put, get, head, delete.

use std::ops::Range;
use std::sync::Arc;

use axum::body::Body;
use axum::http::header::{HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use s3err_core::Failure;
use s3err_tests::servers::range::{Requested, content_range, requested};
use s3err_tests::servers::xml::Document;
use s3err_tests::servers::{clock, etag};

use crate::acl::Acl;
use crate::arguments::Arguments;
use crate::checksums::Checksum;
use crate::errors::{ArgumentError, ObjectError};
use crate::request::Request;
use crate::state::Gateway;
use crate::store::{Bucket, ENTRY, Object};
use crate::{acl, body, conditions};

const MAX_METADATA: usize = 2048;
const METADATA: &str = "x-amz-meta-";
/// The headers by which a client describes the content, and which a GET may replace.
const CONTENT: [&str; 6] =
    ["cache-control", "content-disposition", "content-encoding", "content-language", "content-type", "expires"];

pub async fn put(gateway: &Gateway, mut request: Request) -> Result<Response, Failure> {
    // What can be rejected is rejected before the body is read, and again after it, since time has passed.
    {
        let mut buckets = gateway.store.lock();
        let bucket = buckets.writable(&request)?;
        bucket.acl_for(&request)?;
        allow(bucket, &request)?;
    }
    let headers = metadata(&request.headers)?;
    let payload = body::object(gateway, &mut request).await?;
    let held = gateway.store.reserve(size_of_entry(&request.key, &headers))?;
    let mut object = Object {
        acl: Acl::Private,
        etag: etag(&payload.md5),
        data: payload.data,
        modified: clock::now(),
        headers,
        checksum: payload.checksum,
        parts: Vec::new(),
        upload_id: String::new(),
        _held: Arc::new(held),
    };
    let mut response = HeaderMap::new();
    set(&mut response, "etag", &object.etag);
    tell_checksum(&mut response, object.checksum.as_ref());
    let mut buckets = gateway.store.lock();
    let bucket = buckets.writable(&request)?;
    allow(bucket, &request)?;
    object.acl = bucket.acl_for(&request)?;
    bucket.objects.insert(request.key, Arc::new(object));
    Ok(response.into_response())
}

/// Checks whether the request's conditions let it write its key.
pub fn allow(bucket: &Bucket, request: &Request) -> Result<(), Failure> {
    conditions::write(&request.headers, &request.key, bucket.objects.get(&request.key).map(Arc::as_ref))
}

pub fn get(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let object = find(gateway, request)?;
    conditions::read(&request.headers, &object)?;
    let instead = CONTENT.map(|name| (name, request.query.get(&format!("response-{name}"))));
    if request.user.is_none() && instead.iter().any(|(_, value)| value.is_some()) {
        Err(ObjectError::UnsignedHeaders)?;
    }
    let size = object.data.len();
    let range = range(request, &object)?;

    let mut headers = object.headers.clone();
    for (name, value) in instead {
        if let Some(value) = value {
            headers.insert(name, latin(&format!("response-{name}"), value)?);
        }
    }
    set(&mut headers, "accept-ranges", "bytes");
    set(&mut headers, "etag", &object.etag);
    set(&mut headers, "last-modified", &clock::http(object.modified));
    if !object.parts.is_empty() {
        set(&mut headers, "x-amz-mp-parts-count", &object.parts.len().to_string());
    }
    if range.is_none() && request.header("x-amz-checksum-mode").is_some_and(|mode| mode.eq_ignore_ascii_case("enabled"))
    {
        tell_checksum(&mut headers, object.checksum.as_ref());
    }
    let status = if range.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
    if let Some(range) = &range {
        set(&mut headers, "content-range", &content_range(range, size));
    }
    let data = object.data.slice(range.unwrap_or(0..size));
    set(&mut headers, "content-length", &data.len().to_string());
    let body = if request.method == Method::HEAD { Body::empty() } else { Body::from(data) };
    Ok((status, headers, body).into_response())
}

pub fn delete(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    request.query.check_version(&request.key)?;
    let mut buckets = gateway.store.lock();
    let bucket = buckets.writable(request)?;
    conditions::delete(request.header("if-match"), bucket.objects.get(&request.key).map(Arc::as_ref))?;
    // Deleting what is not there is a success.
    bucket.objects.remove(&request.key);
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub fn acl(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let mut buckets = gateway.store.lock();
    let bucket = buckets.owned(request)?;
    request.query.check_version(&request.key)?;
    Ok(bucket.object(&request.key)?.acl.document(&bucket.owner))
}

pub fn set_acl(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    acl::check_body(request)?;
    let mut buckets = gateway.store.lock();
    let bucket = buckets.owned(request)?;
    request.query.check_version(&request.key)?;
    let acl = bucket.acl_for(request)?;
    Arc::make_mut(bucket.object_mut(&request.key)?).acl = acl;
    Ok(StatusCode::OK.into_response())
}

/// Objects have no tags here, which S3 says by an empty set.
pub fn tagging(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let mut buckets = gateway.store.lock();
    let bucket = buckets.owned(request)?;
    request.query.check_version(&request.key)?;
    bucket.object(&request.key)?;
    let mut document = Document::new("Tagging");
    document.element("TagSet", |_| {});
    Ok(document.into_response())
}

fn find(gateway: &Gateway, request: &Request) -> Result<Arc<Object>, Failure> {
    let mut buckets = gateway.store.lock();
    let expected = request.header("x-amz-expected-bucket-owner");
    request.query.check_version(&request.key)?;
    Ok(Arc::clone(buckets.object((&request.bucket, &request.key), request, expected)?))
}

/// The part of the object that is asked for, if it is not the whole.
fn range(request: &Request, object: &Object) -> Result<Option<Range<usize>>, Failure> {
    let size = object.data.len();
    let asked = request.header("range");
    if request.query.get("partNumber").is_some() {
        let number = request.query.part_number()?;
        if asked.is_some() {
            Err(ObjectError::RangeAndPart)?;
        }
        let whole = [size];
        let parts = if object.parts.is_empty() { &whole[..] } else { &object.parts };
        let length = parts
            .get(number - 1)
            .ok_or(ObjectError::InvalidPartNumber { actual_part_count: parts.len(), part_number_requested: number })?;
        let start: usize = parts.iter().take(number - 1).sum();
        return Ok(Some(start..start + length).filter(|range| !range.is_empty()));
    }
    let asked = asked.filter(|_| conditions::range(&request.headers, object));
    match requested(asked, size) {
        Requested::Whole => Ok(None),
        Requested::Part(range) => Ok(Some(range)),
        Requested::Unsatisfiable => {
            let range_requested = asked.unwrap_or_default().to_owned();
            Err(ObjectError::InvalidRange { range_requested, actual_object_size: size })?
        }
    }
}

/// The client's headers that are kept.
pub fn metadata(given: &HeaderMap) -> Result<HeaderMap, Failure> {
    let text = |name: &str| given.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let mut kept = HeaderMap::new();
    let mut size = 0;
    for (name, value) in given {
        if let Some(short) = name.as_str().strip_prefix(METADATA) {
            size += short.len() + value.len();
            // Several of a name are one, as everywhere in HTTP; and S3 gives it back as one.
            let joined = kept.get(name).map(|first| [first.as_bytes(), b",", value.as_bytes()].concat());
            let joined = joined.and_then(|joined| HeaderValue::try_from(joined).ok());
            kept.insert(name, joined.unwrap_or_else(|| value.clone()));
        } else if CONTENT.contains(&name.as_str()) {
            kept.insert(name, value.clone());
        }
    }
    if size > MAX_METADATA {
        Err(ObjectError::MetadataTooLarge { size, max_size_allowed: MAX_METADATA })?;
    }
    if let Some(codings) = text("content-encoding") {
        // How it came is not what it is.
        let codings = codings.split(',').map(str::trim).filter(|coding| *coding != "aws-chunked").collect::<Vec<_>>();
        kept.remove("content-encoding");
        if !codings.is_empty() {
            set(&mut kept, "content-encoding", &codings.join(","));
        }
    }
    kept.entry("content-type").or_insert(HeaderValue::from_static("binary/octet-stream"));
    Ok(kept)
}

/// The size of an object's entry beside its data.
pub fn size_of_entry(key: &str, headers: &HeaderMap) -> usize {
    let headers = headers.iter().map(|(name, value)| name.as_str().len() + value.len());
    ENTRY + key.len() + headers.sum::<usize>()
}

pub fn tell_checksum(headers: &mut HeaderMap, checksum: Option<&Checksum>) {
    if let Some(checksum) = checksum {
        set(headers, &checksum.algorithm.header(), &checksum.value);
        set(headers, "x-amz-checksum-type", checksum.kind());
    }
}

/// A header's value in ISO-8859-1, which is what S3 sends of an argument.
fn latin(argument: &str, value: &str) -> Result<HeaderValue, ArgumentError> {
    let bytes: Option<Vec<u8>> = value.chars().map(|c| u8::try_from(c).ok()).collect();
    let bytes = bytes.and_then(|bytes| HeaderValue::try_from(bytes).ok());
    bytes.ok_or_else(|| ArgumentError::Latin { argument_name: argument.to_owned(), argument_value: value.to_owned() })
}

/// Sets a header to a string; one that no header can carry is left out.
pub fn set(headers: &mut HeaderMap, name: &str, value: &str) {
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
        headers.insert(name, value);
    }
}
