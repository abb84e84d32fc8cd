//! The operation of S3's that a request is: by what its path names, its subresource and its method.

use s3err_core::Failure;

use crate::errors::{ArgumentError, RequestError, SubresourceNotImplemented};
use crate::request::Request;

/// The operations of this server, by their names in S3's API reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    AbortMultipartUpload,
    CompleteMultipartUpload,
    CopyObject,
    CreateBucket,
    CreateMultipartUpload,
    DeleteBucket,
    DeleteObject,
    DeleteObjects,
    GetBucketAcl,
    /// One of those that nobody can have set here.
    GetBucketConfiguration(&'static str),
    GetBucketLocation,
    GetBucketOwnershipControls,
    GetBucketVersioning,
    /// `HeadObject` as well: the layer leaves out the body.
    GetObject,
    GetObjectAcl,
    GetObjectTagging,
    HeadBucket,
    ListBuckets,
    ListMultipartUploads,
    ListObjectVersions,
    ListObjects,
    ListParts,
    PutBucketAcl,
    PutObject,
    PutObjectAcl,
    UploadPart,
    UploadPartCopy,
}

impl Operation {
    pub fn of(request: &Request) -> Result<Self, Failure> {
        let subresource = request.query.subresource().unwrap_or_default();
        match (request.bucket.is_empty(), request.key.is_empty()) {
            (true, _) if request.method == "GET" => Ok(Self::ListBuckets),
            (true, _) => not_allowed(request, "SERVICE", "GET"),
            (false, true) => Self::of_bucket(request, subresource),
            (false, false) => Self::of_object(request, subresource),
        }
    }

    /// True for those that change what is kept.
    pub fn writes(self) -> bool {
        matches!(
            self,
            Self::AbortMultipartUpload
                | Self::CompleteMultipartUpload
                | Self::CopyObject
                | Self::CreateBucket
                | Self::CreateMultipartUpload
                | Self::DeleteBucket
                | Self::DeleteObject
                | Self::DeleteObjects
                | Self::PutBucketAcl
                | Self::PutObject
                | Self::PutObjectAcl
                | Self::UploadPart
                | Self::UploadPartCopy
        )
    }

    fn of_bucket(request: &Request, subresource: &'static str) -> Result<Self, Failure> {
        Ok(match (subresource, request.method.as_str()) {
            ("", "PUT") => Self::CreateBucket,
            ("", "HEAD") => Self::HeadBucket,
            ("", "DELETE") => Self::DeleteBucket,
            ("", "GET") => Self::ListObjects,
            ("", "POST") => Err(RequestError::PreconditionFailed {
                condition: "Bucket POST must be of the enclosure-type multipart/form-data",
            })?,
            ("", _) => not_allowed(request, "BUCKET", "HEAD, DELETE, POST, GET, PUT")?,
            ("location", "GET") => Self::GetBucketLocation,
            ("location", _) => not_allowed(request, "LOCATION", "GET")?,
            ("versioning", "GET") => Self::GetBucketVersioning,
            ("versions", "GET") => Self::ListObjectVersions,
            ("versions", _) => not_allowed(request, "BUCKETVERSIONS", "GET")?,
            ("uploads", "GET") => Self::ListMultipartUploads,
            ("uploads", _) => not_allowed(request, "UPLOADS", "GET")?,
            ("delete", "POST") => Self::DeleteObjects,
            ("delete", _) => not_allowed(request, "MULTI_OBJECT_DELETE", "POST")?,
            ("acl", "GET") => Self::GetBucketAcl,
            ("acl", "PUT") => Self::PutBucketAcl,
            ("acl", _) => not_allowed(request, "ACL", "GET, PUT")?,
            ("ownershipControls", "GET") => Self::GetBucketOwnershipControls,
            (_, "GET") => Self::GetBucketConfiguration(subresource),
            _ => not_implemented(subresource)?,
        })
    }

    fn of_object(request: &Request, subresource: &str) -> Result<Self, Failure> {
        let copies = request.headers.contains_key("x-amz-copy-source");
        Ok(match (subresource, request.method.as_str()) {
            // A part without its upload, which would be taken for the whole. S3 gives the name for the value too.
            ("", "PUT") if request.query.has("partNumber") => Err(ArgumentError::Value {
                reason: "This operation does not accept partNumber without uploadId",
                argument_name: "partNumber",
                argument_value: Some("partNumber".to_owned()),
            })?,
            ("", "PUT") if copies => Self::CopyObject,
            ("", "PUT") => Self::PutObject,
            ("", "GET" | "HEAD") => Self::GetObject,
            ("", "DELETE") => Self::DeleteObject,
            ("", _) => not_allowed(request, "OBJECT", "HEAD, DELETE, GET, PUT")?,
            ("uploads", "POST") => Self::CreateMultipartUpload,
            ("uploads", _) => not_allowed(request, "UPLOADS", "POST")?,
            ("uploadId", "PUT") if copies => Self::UploadPartCopy,
            ("uploadId", "PUT") => Self::UploadPart,
            ("uploadId", "GET") => Self::ListParts,
            ("uploadId", "POST") => Self::CompleteMultipartUpload,
            ("uploadId", "DELETE") => Self::AbortMultipartUpload,
            ("uploadId", _) => not_allowed(request, "UPLOAD", "DELETE, POST, GET, PUT")?,
            ("acl", "GET") => Self::GetObjectAcl,
            ("acl", "PUT") => Self::PutObjectAcl,
            ("acl", _) => not_allowed(request, "ACL", "GET, PUT")?,
            ("tagging", "GET") => Self::GetObjectTagging,
            _ => not_implemented(subresource)?,
        })
    }
}

fn not_allowed<T>(request: &Request, resource_type: &str, allow: &'static str) -> Result<T, Failure> {
    let (method, resource_type) = (request.method.to_string(), resource_type.to_owned());
    Err(RequestError::MethodNotAllowed { method, resource_type, allow })?
}

pub fn not_implemented<T>(subresource: &str) -> Result<T, Failure> {
    Err(SubresourceNotImplemented { subresource: subresource.to_owned() })?
}
