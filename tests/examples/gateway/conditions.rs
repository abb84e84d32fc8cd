//! Conditional requests.

use axum::http::HeaderMap;
use s3err_core::Failure;
use s3err_tests::servers::clock;
use s3err_tests::servers::conditions::{Names, READ, Validators, matches, text};

use crate::errors::{ConditionError, ObjectError};
use crate::store::Object;

const COPY: Names = [
    "x-amz-copy-source-If-Match",
    "x-amz-copy-source-If-Unmodified-Since",
    "x-amz-copy-source-If-None-Match",
    "x-amz-copy-source-If-Modified-Since",
];

/// Checks whether an object may be read.
pub fn read(headers: &HeaderMap, object: &Object) -> Result<(), ConditionError> {
    match validators(object).failed(headers, READ) {
        None => Ok(()),
        Some("If-None-Match" | "If-Modified-Since") => {
            // What a cache keeps of the object would be lost without them.
            let header = |name| text(&object.headers, name).map(str::to_owned);
            Err(ConditionError::NotModified {
                etag: object.etag.clone(),
                last_modified: clock::http(object.modified),
                cache_control: header("cache-control"),
                expires: header("expires"),
            })
        }
        Some(condition) => Err(ConditionError::PreconditionFailed { condition }),
    }
}

/// Returns whether a range is still of the object that a client has the beginning of.
pub fn range(headers: &HeaderMap, object: &Object) -> bool {
    validators(object).allow_range(headers)
}

fn validators(object: &Object) -> Validators<'_> {
    Validators { etag: &object.etag, modified: object.modified }
}

/// Checks whether an object may be the source of a copy.
pub fn copy(headers: &HeaderMap, source: &Object) -> Result<(), ConditionError> {
    validators(source)
        .failed(headers, COPY)
        .map_or(Ok(()), |condition| Err(ConditionError::PreconditionFailed { condition }))
}

/// Checks whether an object may take the place of the one that is there, if any.
pub fn write(headers: &HeaderMap, key: &str, existing: Option<&Object>) -> Result<(), Failure> {
    // S3 itself takes no tag here, only `*`; what HTTP says of tags is as easily done, and Ceph's tests ask for it.
    let unwanted = |object: &Object| text(headers, "If-None-Match").is_some_and(|tags| matches(tags, &object.etag));
    if existing.is_some_and(unwanted) {
        Err(ConditionError::PreconditionFailed { condition: "If-None-Match" })?;
    }
    if let Some(tags) = text(headers, "If-Match") {
        let existing = existing.ok_or_else(|| ObjectError::NoSuchKey { key: key.to_owned() })?;
        if !matches(tags, &existing.etag) {
            Err(ConditionError::PreconditionFailed { condition: "If-Match" })?;
        }
    }
    Ok(())
}

/// Checks whether an object may be deleted. What is not there is gone already, whatever its tag was.
pub fn delete(tags: Option<&str>, existing: Option<&Object>) -> Result<(), ConditionError> {
    match (tags, existing) {
        (Some(tags), Some(object)) if !matches(tags, &object.etag) => {
            Err(ConditionError::PreconditionFailed { condition: "If-Match" })
        }
        _ => Ok(()),
    }
}
