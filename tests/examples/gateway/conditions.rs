//! Conditional requests.

use axum::http::HeaderMap;
use s3err_core::Failure;
use s3err_tests::servers::clock;

use crate::errors::{ConditionError, ObjectError};
use crate::store::Object;

/// The headers of a condition, in the order in which they count.
type Names = [&'static str; 4];

const READ: Names = ["If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since"];
const COPY: Names = [
    "x-amz-copy-source-If-Match",
    "x-amz-copy-source-If-Unmodified-Since",
    "x-amz-copy-source-If-None-Match",
    "x-amz-copy-source-If-Modified-Since",
];

/// Checks whether an object may be read.
pub fn read(headers: &HeaderMap, object: &Object) -> Result<(), ConditionError> {
    match failed(headers, READ, object) {
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

/// Returns whether the object is still the one of which a client wants the rest; it would put a part of another after
/// the wrong data.
pub fn range(headers: &HeaderMap, object: &Object) -> bool {
    let is_same = |given: &str| match clock::from_http(given) {
        Some(time) => time.timestamp() == object.modified.timestamp(),
        None => given == object.etag,
    };
    headers.get("If-Range").is_none_or(|given| given.to_str().is_ok_and(is_same))
}

/// Checks whether an object may be the source of a copy.
pub fn copy(headers: &HeaderMap, source: &Object) -> Result<(), ConditionError> {
    failed(headers, COPY, source).map_or(Ok(()), |condition| Err(ConditionError::PreconditionFailed { condition }))
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

/// The condition that does not hold. A time counts only where no tag was given.
fn failed(headers: &HeaderMap, names: Names, object: &Object) -> Option<&'static str> {
    let [if_match, if_unmodified_since, if_none_match, if_modified_since] = names;
    let modified_since = |name| {
        let since = text(headers, name).and_then(clock::from_http)?;
        Some(object.modified.timestamp() > since.timestamp())
    };
    let tagged = |name| text(headers, name).map(|tags| matches(tags, &object.etag));
    match tagged(if_match) {
        Some(false) => return Some(if_match),
        None if modified_since(if_unmodified_since) == Some(true) => return Some(if_unmodified_since),
        _ => {}
    }
    match tagged(if_none_match) {
        Some(true) => Some(if_none_match),
        None if modified_since(if_modified_since) == Some(false) => Some(if_modified_since),
        _ => None,
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Returns whether one of the tags, quoted or not, is the object's.
fn matches(tags: &str, etag: &str) -> bool {
    tags.split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"') == etag.trim_matches('"'))
}
