//! The fixed facts of this server: its object, its buckets and their regions.

use axum::body::Bytes;
use md5::{Digest, Md5};

use crate::servers::clock::Time;
use crate::servers::etag;

/// The content of every object.
pub(super) const OBJECT: Bytes = Bytes::from_static(b"ok\n");

/// The buckets that are listed.
pub(super) const BUCKETS: [&str; 4] = ["s3err", "s3err-redirect", "s3err-skew", "s3err-wrongregion"];

/// The region of the buckets that are elsewhere, to which their errors send a client.
pub(super) const REGION: &str = "eu-west-1";

/// The region of all others.
const HOME: &str = "us-east-1";

/// The region of a bucket.
pub(super) fn region(bucket: &str) -> &'static str {
    if matches!(bucket, "s3err-redirect" | "s3err-wrongregion") { REGION } else { HOME }
}

/// The region of a bucket as a `LocationConstraint` has it, in which the first region has no name.
pub(super) fn location(bucket: &str) -> &'static str {
    Some(region(bucket)).filter(|region| *region != HOME).unwrap_or_default()
}

/// The entity tag of every object.
pub(super) fn object_etag() -> String {
    etag(&Md5::digest(OBJECT))
}

/// The time at which every object was written: the first of January 2026.
pub(super) fn written() -> Time {
    Time::from_timestamp(1_767_225_600, 0).unwrap_or_default()
}
