//! The headers and arguments that are accepted. One that would change what this server does is either done, or rejected
//! as S3 rejects it; what changes nothing is accepted in silence. Each operation of S3's API reference was gone through
//! for it.

use axum::http::{HeaderName, Method};
use s3err_core::Failure;

use crate::acl;
use crate::errors::{ArgumentError, AuthError, RequestError};
use crate::request::Request;
use crate::state::Gateway;

/// Headers that ask for what this server does not do, some by what they begin with.
const NOT_IMPLEMENTED: [&str; 11] = [
    "x-amz-bucket-object-lock-",
    "x-amz-copy-source-server-side-encryption-",
    "x-amz-grant-",
    "x-amz-if-match-",
    "x-amz-mfa",
    "x-amz-object-lock-",
    "x-amz-server-side-encryption",
    "x-amz-server-side-encryption-",
    "x-amz-tagging",
    "x-amz-website-redirect-location",
    "x-amz-write-offset-bytes",
];

/// A header with a fixed set of values.
struct Choice {
    header: &'static str,
    /// The values that are what this server does anyway.
    accepted: &'static [&'static str],
    /// S3's other values.
    not_implemented: &'static [&'static str],
}

/// Those of S3 that name the bucket's owner change nothing, who owns all that is in it.
const ACL: Choice = Choice {
    header: acl::HEADER,
    accepted: &[
        "private",
        "public-read",
        "public-read-write",
        "authenticated-read",
        "aws-exec-read",
        "bucket-owner-read",
        "bucket-owner-full-control",
    ],
    not_implemented: &["log-delivery-write"],
};

const STORAGE_CLASS: Choice = Choice {
    header: "x-amz-storage-class",
    accepted: &["STANDARD"],
    not_implemented: &[
        "DEEP_ARCHIVE",
        "EXPRESS_ONEZONE",
        "FSX_ONTAP",
        "FSX_OPENZFS",
        "GLACIER",
        "GLACIER_IR",
        "INTELLIGENT_TIERING",
        "ONEZONE_IA",
        "OUTPOSTS",
        "REDUCED_REDUNDANCY",
        "SNOW",
        "STANDARD_IA",
    ],
};

const OWNERSHIP: Choice = Choice {
    header: "x-amz-object-ownership",
    accepted: &["BucketOwnerEnforced"],
    not_implemented: &["BucketOwnerPreferred", "ObjectWriter"],
};

const CHECKSUM_MODE: Choice = Choice { header: "x-amz-checksum-mode", accepted: &["ENABLED"], not_implemented: &[] };

/// Objects have no tags here, so that all directives do the same.
const TAGGING_DIRECTIVE: Choice =
    Choice { header: "x-amz-tagging-directive", accepted: &["COPY", "REPLACE"], not_implemented: &[] };

impl Choice {
    /// Checks the header, if it is there; `wrong` is the error of a value that S3 does not have.
    fn check(&self, request: &Request, wrong: impl FnOnce(String) -> Failure) -> Result<(), Failure> {
        let Some(value) = request.headers.get(self.header) else { return Ok(()) };
        let value = String::from_utf8_lossy(value.as_bytes());
        if self.accepted.contains(&&*value) {
            return Ok(());
        }
        if self.not_implemented.contains(&&*value) {
            return not_implemented(self.header);
        }
        Err(wrong(value.into_owned()))
    }
}

/// Checks all that is not the business of one operation alone.
pub fn check(gateway: &Gateway, request: &Request, subresource: &str) -> Result<(), Failure> {
    let is_meant = |name: &str, header: &str| header == name || name.ends_with('-') && header.starts_with(name);
    let mut headers = request.headers.keys().map(HeaderName::as_str);
    if let Some(header) = headers.find(|header| NOT_IMPLEMENTED.iter().any(|name| is_meant(name, header))) {
        not_implemented(header)?;
    }
    for header in ["x-amz-expected-bucket-owner", "x-amz-source-expected-bucket-owner"] {
        check_owner(gateway, request, header)?;
    }
    if matches!(request.method, Method::GET | Method::HEAD) {
        return CHECKSUM_MODE.check(request, |_| ArgumentError::ChecksumMode.into());
    }
    check_write(request, subresource)
}

/// An account is 12 digits at S3, and an access key id here as well.
fn check_owner(gateway: &Gateway, request: &Request, header: &str) -> Result<(), Failure> {
    let Some(owner) = request.headers.get(header) else { return Ok(()) };
    let owner = String::from_utf8_lossy(owner.as_bytes());
    let is_account = owner.len() == 12 && owner.bytes().all(|c| c.is_ascii_digit());
    let is_user = request.user.as_ref().is_some_and(|user| owner == *user)
        || gateway.credentials.iter().any(|known| known.access_key_id == owner);
    if is_account || is_user {
        return Ok(());
    }
    Err(AuthError::InvalidBucketOwnerAWSAccountID { value: owner.into_owned() })?
}

/// Checks what writes or deletes.
fn check_write(request: &Request, subresource: &str) -> Result<(), Failure> {
    ACL.check(request, |value| {
        // S3 sends an empty message with it.
        ArgumentError::Value { reason: "", argument_name: ACL.header, argument_value: Some(value) }.into()
    })?;
    STORAGE_CLASS.check(request, |storage_class_requested| {
        RequestError::InvalidStorageClass { storage_class_requested }.into()
    })?;
    OWNERSHIP.check(request, |value| ArgumentError::Ownership { value, argument_name: OWNERSHIP.header }.into())?;
    TAGGING_DIRECTIVE.check(request, |value| {
        ArgumentError::Value {
            reason: "Unknown tagging directive.",
            argument_name: TAGGING_DIRECTIVE.header,
            argument_value: Some(value),
        }
        .into()
    })?;
    // DeleteObjects takes it: nothing is locked. Ceph's tests delete their buckets with it.
    let bypass = request.header("x-amz-bypass-governance-retention");
    if request.method == Method::DELETE && bypass.is_some_and(|value| !value.eq_ignore_ascii_case("false")) {
        Err(ArgumentError::Value {
            reason: "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.",
            argument_name: "x-amz-bypass-governance-retention",
            argument_value: None,
        })?;
    }
    if request.method != Method::DELETE && !request.key.is_empty() && request.query.has("versionId") {
        Err(ArgumentError::Value {
            reason: "This operation does not accept a version-id.",
            argument_name: "versionId",
            argument_value: request.query.get("versionId").map(str::to_owned),
        })?;
    }
    if request.headers.contains_key("content-range") {
        not_implemented("Content-Range")?;
    }
    // A part of an object can be copied into a part of an upload alone.
    if subresource.is_empty() && request.headers.contains_key("x-amz-copy-source-range") {
        not_implemented("x-amz-copy-source-range")?;
    }
    let conditions: &[&str] = match (request.method.as_str(), request.key.is_empty(), subresource) {
        ("PUT", false, "") | ("POST", false, "uploadId") => &["If-Match", "If-None-Match"],
        ("DELETE", false, "") => &["If-Match"],
        _ => &[],
    };
    let all = ["If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"];
    match all.into_iter().find(|name| request.headers.contains_key(*name) && !conditions.contains(name)) {
        Some(condition) => not_implemented(condition),
        None => Ok(()),
    }
}

fn not_implemented(header: &str) -> Result<(), Failure> {
    Err(RequestError::NotImplemented { header: header.to_owned() })?
}
