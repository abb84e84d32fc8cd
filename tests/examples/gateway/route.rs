//! The way of a request to its operation, and what is answered before there is one.

use axum::http::Method;
use axum::response::{IntoResponse, Response};
use s3err_core::Failure;
use s3err_tests::servers::xml::Document;

use crate::errors::{NoSuchConfiguration, RequestError, SubresourceNotImplemented};
use crate::operation::{Operation, not_implemented};
use crate::request::Request;
use crate::state::Gateway;
use crate::{accepted, buckets, copy, delete, listing, multipart, objects};

pub async fn respond(gateway: &Gateway, request: Request) -> Result<Response, Failure> {
    let operation = Operation::of(&request)?;
    accepted::check(gateway, &request, operation)?;
    match operation {
        Operation::AbortMultipartUpload => multipart::abort(gateway, &request),
        Operation::CompleteMultipartUpload => multipart::complete(gateway, request).await,
        Operation::CopyObject => copy::object(gateway, &request),
        Operation::CreateBucket => buckets::create(gateway, request).await,
        Operation::CreateMultipartUpload => multipart::create(gateway, &request),
        Operation::DeleteBucket => buckets::delete(gateway, &request),
        Operation::DeleteObject => objects::delete(gateway, &request),
        Operation::DeleteObjects => delete::objects(gateway, request).await,
        Operation::GetBucketAcl => buckets::acl(gateway, &request),
        Operation::GetBucketConfiguration(subresource) => configuration(gateway, &request, subresource),
        Operation::GetBucketLocation => buckets::location(gateway, &request),
        Operation::GetBucketOwnershipControls => buckets::ownership(gateway, &request),
        Operation::GetBucketVersioning => buckets::versioning(gateway, &request),
        Operation::GetObject => objects::get(gateway, &request),
        Operation::GetObjectAcl => objects::acl(gateway, &request),
        Operation::GetObjectTagging => objects::tagging(gateway, &request),
        Operation::HeadBucket => buckets::head(gateway, &request),
        Operation::ListBuckets => buckets::list(gateway, &request),
        Operation::ListMultipartUploads => multipart::uploads(gateway, &request),
        Operation::ListObjectVersions => listing::versions(gateway, &request),
        Operation::ListObjects => listing::objects(gateway, &request),
        Operation::ListParts => multipart::parts(gateway, &request),
        Operation::PutBucketAcl => buckets::set_acl(gateway, &request),
        Operation::PutObject => objects::put(gateway, request).await,
        Operation::PutObjectAcl => objects::set_acl(gateway, &request),
        Operation::UploadPart => multipart::upload_part(gateway, request).await,
        Operation::UploadPartCopy => copy::part(gateway, &request),
    }
}

/// The response for a configuration that cannot have been set.
fn configuration(gateway: &Gateway, request: &Request, subresource: &str) -> Result<Response, Failure> {
    gateway.store.lock().owned(request)?;
    let bucket = request.bucket.clone();
    // Of these S3 says it by a document that is empty, or has what is so without one.
    let root = match subresource {
        "accelerate" => Some("AccelerateConfiguration"),
        "logging" => Some("BucketLoggingStatus"),
        "notification" => Some("NotificationConfiguration"),
        "requestPayment" => Some("RequestPaymentConfiguration"),
        _ => None,
    };
    if let Some(root) = root {
        let mut document = Document::new(root);
        document.optional("Payer", (subresource == "requestPayment").then_some("BucketOwner"));
        return Ok(document.into_response());
    }
    Err(match subresource {
        "policy" | "policyStatus" => NoSuchConfiguration::Policy(bucket),
        "tagging" => NoSuchConfiguration::Tagging(bucket),
        "cors" => NoSuchConfiguration::Cors(bucket),
        "lifecycle" => NoSuchConfiguration::Lifecycle(bucket),
        "website" => NoSuchConfiguration::Website(bucket),
        "encryption" => NoSuchConfiguration::Encryption(bucket),
        "publicAccessBlock" => NoSuchConfiguration::PublicAccessBlock(bucket),
        "replication" => NoSuchConfiguration::Replication(bucket),
        "object-lock" => NoSuchConfiguration::ObjectLock(bucket),
        _ => not_implemented(subresource)?,
    })?
}

fn is_form(content_type: &str) -> bool {
    content_type.get(..19).is_some_and(|essence| essence.eq_ignore_ascii_case("multipart/form-data"))
}

/// Rejects an upload by an HTML form before anybody looks for its signature, which is in the form.
pub fn reject_form(request: &Request) -> Result<(), Failure> {
    let is_upload = request.method == Method::POST && !request.bucket.is_empty() && request.key.is_empty();
    let is_plain = request.query.subresource().is_none();
    if is_upload && is_plain && request.header("content-type").is_some_and(is_form) {
        Err(SubresourceNotImplemented { subresource: "uploads by HTML forms".to_owned() })?;
    }
    Ok(())
}

/// The response to a browser that asks before it sends a request: nothing is allowed here.
pub fn preflight(request: &Request) -> Result<Response, Failure> {
    if request.header("origin").is_none() {
        Err(RequestError::BadRequest)?;
    }
    let method = request.header("access-control-request-method").unwrap_or_default().to_owned();
    let resource_type = if request.key.is_empty() { "BUCKET" } else { "OBJECT" };
    Err(RequestError::AccessForbidden { method, resource_type })?
}
