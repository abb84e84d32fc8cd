//! Copies: of whole objects, and of ranges into parts.

use std::ops::Range;
use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use s3err_core::Failure;
use s3err_tests::servers::range::digits;
use s3err_tests::servers::xml::Document;
use s3err_tests::servers::{clock, etag};

use crate::acl::Acl;
use crate::arguments::{Arguments, check_version};
use crate::checksums::{self, Algorithm};
use crate::errors::{ArgumentError, ObjectError};
use crate::request::{Request, split};
use crate::state::Gateway;
use crate::store::{ENTRY, Object, Part};
use crate::{conditions, objects};

pub fn object(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let (bucket, key) = source_path(request)?;
    let source = find(gateway, request, &bucket, &key)?;
    let headers = match request.header("x-amz-metadata-directive") {
        None | Some("COPY") if (&bucket, &key) == (&request.bucket, &request.key) => Err(ObjectError::CopyToItself)?,
        None | Some("COPY") => source.headers.clone(),
        Some(_) => objects::metadata(&request.headers)?,
    };
    // A copy is no longer in parts, and its tag is that of its data.
    let etag = if source.parts.is_empty() { source.etag.clone() } else { etag(&checksums::md5(None, &source.data)?) };
    let wanted = request.header("x-amz-checksum-algorithm").map(Algorithm::named).transpose()?;
    let algorithm = wanted.or(source.checksum.as_ref().map(|checksum| checksum.algorithm));
    let checksum = algorithm.map(|algorithm| algorithm.of(&source.data));
    let held = gateway.store.reserve(objects::size_of_entry(&request.key, &headers))?;
    let mut copy = Object {
        acl: Acl::Private,
        data: source.data.clone(),
        etag,
        modified: clock::now(),
        headers,
        checksum,
        parts: Vec::new(),
        upload_id: String::new(),
        _held: Arc::new(held),
    };
    let mut document = Document::new("CopyObjectResult");
    document.leaf("LastModified", clock::iso(copy.modified)).leaf("ETag", &copy.etag);
    if let Some(checksum) = &copy.checksum {
        document.leaf(&checksum.algorithm.element(), &checksum.value).leaf("ChecksumType", checksum.kind());
    }

    let mut buckets = gateway.store.lock();
    let bucket = buckets.writable(request)?;
    objects::allow(bucket, request)?;
    copy.acl = bucket.acl_for(request)?;
    bucket.objects.insert(request.key.clone(), Arc::new(copy));
    Ok(document.into_response())
}

pub fn part(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let number = request.query.part_number()?;
    let (bucket, key) = source_path(request)?;
    let algorithm = gateway.store.lock().writable(request)?.upload(request)?.algorithm;
    let source = find(gateway, request, &bucket, &key)?;
    let range = range(request, source.data.len())?;
    let held = gateway.store.reserve(ENTRY + range.len())?;
    let data = held.hold(source.data.slice(range).to_vec());
    let checksum = algorithm.map(|algorithm| algorithm.of(&data));
    let part = Part { md5: checksums::md5(None, &data)?, modified: clock::now(), data, checksum };
    let mut document = Document::new("CopyPartResult");
    document.leaf("LastModified", clock::iso(part.modified)).leaf("ETag", part.etag());
    if let Some(checksum) = &part.checksum {
        document.leaf(&checksum.algorithm.element(), &checksum.value);
    }
    gateway.store.lock().writable(request)?.upload(request)?.parts.insert(number, part);
    Ok(document.into_response())
}

/// The source that the request names, if its conditions hold.
fn find(gateway: &Gateway, request: &Request, bucket: &str, key: &str) -> Result<Arc<Object>, Failure> {
    let mut buckets = gateway.store.lock();
    buckets.writable(request)?;
    let expected = request.header("x-amz-source-expected-bucket-owner");
    let source = Arc::clone(buckets.object((bucket, key), request, expected)?);
    conditions::copy(&request.headers, &source)?;
    Ok(source)
}

fn source_path(request: &Request) -> Result<(String, String), Failure> {
    let source = request.header("x-amz-copy-source").unwrap_or_default();
    let (path, version_id) = match source.split_once("?versionId=") {
        Some((path, version_id)) => (path, Some(version_id)),
        None => (source, None),
    };
    let (bucket, key) = split(path)?;
    if bucket.is_empty() || key.is_empty() {
        Err(ArgumentError::Value {
            reason: "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
            argument_name: "x-amz-copy-source",
            argument_value: Some(source.to_owned()),
        })?;
    }
    check_version(&key, version_id)?;
    Ok((bucket, key))
}

fn range(request: &Request, size: usize) -> Result<Range<usize>, Failure> {
    let Some(asked) = request.header("x-amz-copy-source-range") else { return Ok(0..size) };
    let parsed = asked.strip_prefix("bytes=").and_then(|range| range.split_once('-'));
    let parsed = parsed.and_then(|(first, last)| Some((digits(first)?, digits(last)?)));
    match parsed {
        Some((first, last)) if first <= last && last < size => Ok(first..last + 1),
        // S3 itself says InvalidArgument; Ceph and its tests say what a GET would be told.
        Some((first, last)) if first <= last => {
            Err(ObjectError::InvalidRange { range_requested: asked.to_owned(), actual_object_size: size })?
        }
        _ => Err(ArgumentError::Value {
            reason: "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy",
            argument_name: "x-amz-copy-source-range",
            argument_value: Some(asked.to_owned()),
        })?,
    }
}
