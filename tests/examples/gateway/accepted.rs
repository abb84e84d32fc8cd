//! The headers that are accepted. A header or an argument that would change what this server does is either done, or
//! rejected as S3 rejects it. `HEADERS` has every header of S3's API reference for the operations of this server.

use axum::http::HeaderName;
use s3err_core::Failure;

use crate::errors::{ArgumentError, AuthError, RequestError};
use crate::operation::Operation::{
    self, CompleteMultipartUpload, CopyObject, CreateBucket, CreateMultipartUpload, DeleteObject, GetObject,
    GetObjectAcl, GetObjectTagging, PutBucketAcl, PutObject, PutObjectAcl, UploadPartCopy,
};
use crate::request::Request;
use crate::state::Gateway;

/// The fate of a header.
pub enum Rule {
    /// Read by each operation that S3 has it for; S3 itself ignores it elsewhere.
    Done,
    /// Asks for nothing that this server does not do anyway.
    WithoutEffect,
    /// Not implemented, whatever the operation.
    Rejected,
    /// Among all operations that write, done by these alone; with others it is not implemented.
    WrittenBy(&'static [Operation]),
    /// One of a set of values, for these operations.
    OneOf(&'static [Operation], Values),
    /// The account that a bucket is expected to belong to.
    Owner,
    /// Deletes in spite of a lock, of which there are none: S3 rejects it with `DeleteObject` alone.
    Bypass,
}

pub struct Values {
    /// The values that are done.
    pub accepted: &'static [&'static str],
    /// S3's other values.
    pub not_implemented: &'static [&'static str],
    /// The error of a value that S3 does not have.
    wrong: fn(&'static str, String) -> Failure,
}

const ACL: Values = Values {
    accepted: &[
        "private",
        "public-read",
        "public-read-write",
        "authenticated-read",
        // These name the bucket's owner, who owns all that is in it, or a service of AWS.
        "aws-exec-read",
        "bucket-owner-read",
        "bucket-owner-full-control",
    ],
    not_implemented: &["log-delivery-write"],
    // S3 sends an empty message with it.
    wrong: |name, value| wrong("", name, value),
};

const STORAGE_CLASS: Values = Values {
    accepted: &["STANDARD"],
    not_implemented: &[
        "AWS_BACKUP_LOW_COST_WARM",
        "AWS_BACKUP_WARM",
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
    wrong: |_, storage_class_requested| RequestError::InvalidStorageClass { storage_class_requested }.into(),
};

const OWNERSHIP: Values = Values {
    accepted: &["BucketOwnerEnforced"],
    not_implemented: &["BucketOwnerPreferred", "ObjectWriter"],
    wrong: |argument_name, value| ArgumentError::Ownership { value, argument_name }.into(),
};

const NAMESPACE: Values = Values {
    accepted: &["global"],
    not_implemented: &["account-regional"],
    wrong: |name, value| wrong("Invalid bucket namespace.", name, value),
};

const CHECKSUM_MODE: Values =
    Values { accepted: &["ENABLED"], not_implemented: &[], wrong: |_, _| ArgumentError::ChecksumMode.into() };

const METADATA_DIRECTIVE: Values = Values {
    accepted: &["COPY", "REPLACE"],
    not_implemented: &[],
    wrong: |name, value| wrong("Unknown metadata directive.", name, value),
};

/// Objects have no tags here, so that all directives do the same.
const TAGGING_DIRECTIVE: Values = Values {
    accepted: &["COPY", "REPLACE"],
    not_implemented: &[],
    wrong: |name, value| wrong("Unknown tagging directive.", name, value),
};

/// Nor have they annotations.
const ANNOTATION_DIRECTIVE: Values = Values {
    accepted: &["COPY", "EXCLUDE"],
    not_implemented: &[],
    wrong: |name, value| wrong("Unknown annotation directive.", name, value),
};

const WITH_ACL: &[Operation] =
    &[CopyObject, CreateBucket, CreateMultipartUpload, PutBucketAcl, PutObject, PutObjectAcl];
const WITH_METADATA: &[Operation] = &[CopyObject, CreateMultipartUpload, PutObject];

/// The headers, some by what they begin with, and what becomes of them.
pub const HEADERS: &[(&str, Rule)] = &[
    ("Cache-Control", Rule::Done),
    ("Content-Disposition", Rule::Done),
    ("Content-Encoding", Rule::Done),
    ("Content-Language", Rule::Done),
    ("Content-Length", Rule::Done),
    ("Content-MD5", Rule::Done),
    ("Content-Range", Rule::WrittenBy(&[])),
    ("Content-Type", Rule::Done),
    ("Expect", Rule::Done),
    ("Expires", Rule::Done),
    ("If-Match", Rule::WrittenBy(&[CompleteMultipartUpload, CopyObject, DeleteObject, PutObject])),
    ("If-Modified-Since", Rule::WrittenBy(&[])),
    ("If-None-Match", Rule::WrittenBy(&[CompleteMultipartUpload, CopyObject, PutObject])),
    ("If-Range", Rule::Done),
    ("If-Unmodified-Since", Rule::WrittenBy(&[])),
    ("Range", Rule::Done),
    // Where there is an object in the body: `body` knows which framing has a length.
    ("Transfer-Encoding", Rule::Done),
    ("x-amz-acl", Rule::OneOf(WITH_ACL, ACL)),
    ("x-amz-bucket-namespace", Rule::OneOf(&[CreateBucket], NAMESPACE)),
    ("x-amz-bucket-object-lock-", Rule::Rejected),
    ("x-amz-bypass-governance-retention", Rule::Bypass),
    ("x-amz-checksum-", Rule::Done),
    ("x-amz-checksum-mode", Rule::OneOf(&[GetObject], CHECKSUM_MODE)),
    ("x-amz-content-sha256", Rule::Done),
    ("x-amz-copy-source", Rule::Done),
    ("x-amz-copy-source-if-", Rule::Done),
    ("x-amz-copy-source-range", Rule::WrittenBy(&[UploadPartCopy])),
    ("x-amz-copy-source-server-side-encryption-", Rule::Rejected),
    ("x-amz-date", Rule::Done),
    ("x-amz-decoded-content-length", Rule::Done),
    ("x-amz-expected-bucket-owner", Rule::Owner),
    ("x-amz-grant-", Rule::Rejected),
    ("x-amz-if-match-", Rule::Rejected),
    ("x-amz-meta-", Rule::Done),
    ("x-amz-metadata-directive", Rule::OneOf(&[CopyObject], METADATA_DIRECTIVE)),
    ("x-amz-mfa", Rule::Rejected),
    ("x-amz-mp-object-size", Rule::Done),
    ("x-amz-object-annotation-directive", Rule::OneOf(&[CopyObject], ANNOTATION_DIRECTIVE)),
    ("x-amz-object-lock-", Rule::Rejected),
    ("x-amz-object-ownership", Rule::OneOf(&[CreateBucket], OWNERSHIP)),
    // Nothing was ever restored.
    ("x-amz-optional-object-attributes", Rule::WithoutEffect),
    // Nobody pays.
    ("x-amz-request-payer", Rule::WithoutEffect),
    ("x-amz-sdk-checksum-algorithm", Rule::Done),
    ("x-amz-security-token", Rule::Done),
    ("x-amz-server-side-encryption", Rule::Rejected),
    ("x-amz-server-side-encryption-", Rule::Rejected),
    ("x-amz-source-expected-bucket-owner", Rule::Owner),
    ("x-amz-storage-class", Rule::OneOf(WITH_METADATA, STORAGE_CLASS)),
    ("x-amz-tagging", Rule::Rejected),
    ("x-amz-tagging-directive", Rule::OneOf(&[CopyObject], TAGGING_DIRECTIVE)),
    ("x-amz-trailer", Rule::Done),
    ("x-amz-website-redirect-location", Rule::Rejected),
    ("x-amz-write-offset-bytes", Rule::Rejected),
];

/// The operations that take the id of a version. Others may not be told one: they would do it to what is there now.
pub const WITH_VERSION: &[Operation] = &[DeleteObject, GetObject, GetObjectAcl, GetObjectTagging, PutObjectAcl];

/// Checks all that is not the business of one operation alone.
pub fn check(gateway: &Gateway, request: &Request, operation: Operation) -> Result<(), Failure> {
    for (name, rule) in HEADERS {
        let is_meant = |header: &&HeaderName| {
            let header = header.as_str();
            header.eq_ignore_ascii_case(name) || name.ends_with('-') && header.starts_with(name)
        };
        if let Some(header) = request.headers.keys().find(is_meant) {
            rule.check(gateway, request, operation, (name, header))?;
        }
    }
    if operation.writes() && !WITH_VERSION.contains(&operation) && request.query.has("versionId") {
        let id = request.query.get("versionId").unwrap_or_default().to_owned();
        Err(wrong("This operation does not accept a version-id.", "versionId", id))?;
    }
    Ok(())
}

impl Rule {
    /// Checks a header that is there; `name` is that of the table.
    fn check(
        &self,
        gateway: &Gateway,
        request: &Request,
        operation: Operation,
        (name, header): (&'static str, &HeaderName),
    ) -> Result<(), Failure> {
        // Several headers of a name are one.
        let values = || request.headers.get_all(header).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        let value = || values().collect::<Vec<_>>().join(",");
        match self {
            Self::Rejected => not_implemented(header.as_str()),
            Self::WrittenBy(operations) if !operation.writes() || operations.contains(&operation) => Ok(()),
            Self::WrittenBy(_) => not_implemented(name),
            Self::OneOf(operations, values) if operations.contains(&operation) => values.check(name, value()),
            Self::Done | Self::WithoutEffect | Self::OneOf(..) => Ok(()),
            Self::Owner => check_owner(gateway, request, value()),
            Self::Bypass if operation != DeleteObject || value().eq_ignore_ascii_case("false") => Ok(()),
            Self::Bypass => Err(ArgumentError::Value {
                reason: "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.",
                argument_name: name,
                argument_value: None,
            })?,
        }
    }
}

impl Values {
    fn check(&self, name: &'static str, value: String) -> Result<(), Failure> {
        if self.accepted.contains(&value.as_str()) {
            return Ok(());
        }
        if self.not_implemented.contains(&value.as_str()) {
            return not_implemented(name);
        }
        Err((self.wrong)(name, value))
    }
}

/// Checks the form of an account: 12 digits at S3, and an access key id here as well.
fn check_owner(gateway: &Gateway, request: &Request, value: String) -> Result<(), Failure> {
    let is_account = value.len() == 12 && value.bytes().all(|c| c.is_ascii_digit());
    let is_user = request.user.as_ref() == Some(&value);
    if is_account || is_user || gateway.credentials.iter().any(|known| known.access_key_id == value) {
        return Ok(());
    }
    Err(AuthError::InvalidBucketOwnerAWSAccountID { value })?
}

fn wrong(reason: &'static str, argument_name: &'static str, value: String) -> Failure {
    ArgumentError::Value { reason, argument_name, argument_value: Some(value) }.into()
}

fn not_implemented(header: &str) -> Result<(), Failure> {
    Err(RequestError::NotImplemented { header: header.to_owned() })?
}
