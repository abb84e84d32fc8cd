//! The operation of a request: by what its path names, its subresource and its method.

use axum::http::Method;
use axum::response::Response;
use s3err_core::Failure;

use crate::errors::{ArgumentError, NoSuchConfiguration, RequestError, SubresourceNotImplemented};
use crate::request::Request;
use crate::state::Gateway;
use crate::{accepted, buckets, copy, delete, listing, multipart, objects};

/// The parameters that name a subresource; all others are arguments.
const SUBRESOURCES: [&str; 41] = [
    "abac",
    "accelerate",
    "acl",
    "analytics",
    "annotation",
    "attributes",
    "cors",
    "delete",
    "encryption",
    "intelligent-tiering",
    "inventory",
    "legal-hold",
    "lifecycle",
    "location",
    "logging",
    "metadataAnnotationTable",
    "metadataConfiguration",
    "metadataInventoryTable",
    "metadataJournalTable",
    "metadataTable",
    "metrics",
    "notification",
    "object-lock",
    "ownershipControls",
    "policy",
    "policyStatus",
    "publicAccessBlock",
    "renameObject",
    "replication",
    "requestPayment",
    "restore",
    "retention",
    "select",
    "session",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versioning",
    "versions",
    "website",
];

pub async fn respond(gateway: &Gateway, request: Request) -> Result<Response, Failure> {
    let subresource = SUBRESOURCES.into_iter().find(|name| request.query.get(name).is_some()).unwrap_or_default();
    accepted::check(gateway, &request, subresource)?;
    match (request.bucket.is_empty(), request.key.is_empty()) {
        (true, _) => service(gateway, &request),
        (false, true) => bucket(gateway, request, subresource).await,
        (false, false) => object(gateway, request, subresource).await,
    }
}

fn service(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    match request.method.as_str() {
        "GET" => buckets::list(gateway, request),
        _ => not_allowed(request, "SERVICE", "GET"),
    }
}

async fn bucket(gateway: &Gateway, request: Request, subresource: &str) -> Result<Response, Failure> {
    match (subresource, request.method.as_str()) {
        ("", "PUT") => buckets::create(gateway, request).await,
        ("", "HEAD") => buckets::head(gateway, &request),
        ("", "DELETE") => buckets::delete(gateway, &request),
        ("", "GET") => listing::objects(gateway, &request),
        ("", "POST") => Err(RequestError::PreconditionFailed {
            condition: "Bucket POST must be of the enclosure-type multipart/form-data",
        })?,
        ("", _) => not_allowed(&request, "BUCKET", "HEAD, DELETE, POST, GET, PUT"),
        ("location", "GET") => buckets::location(gateway, &request),
        ("location", _) => not_allowed(&request, "LOCATION", "GET"),
        ("versioning", "GET") => buckets::versioning(gateway, &request),
        ("versions", "GET") => listing::versions(gateway, &request),
        ("versions", _) => not_allowed(&request, "BUCKETVERSIONS", "GET"),
        ("uploads", "GET") => multipart::uploads(gateway, &request),
        ("uploads", _) => not_allowed(&request, "UPLOADS", "GET"),
        ("delete", "POST") => delete::objects(gateway, request).await,
        ("delete", _) => not_allowed(&request, "MULTI_OBJECT_DELETE", "POST"),
        ("ownershipControls", "GET") => buckets::ownership(gateway, &request),
        ("acl", "GET") => buckets::acl(gateway, &request),
        ("acl", "PUT") if request.headers.contains_key("x-amz-acl") => buckets::set_acl(gateway, &request),
        (_, "GET") => configuration(gateway, &request, subresource),
        _ => Err(SubresourceNotImplemented { subresource: subresource.to_owned() })?,
    }
}

async fn object(gateway: &Gateway, request: Request, subresource: &str) -> Result<Response, Failure> {
    let copies = request.headers.contains_key("x-amz-copy-source");
    match (subresource, request.method.as_str()) {
        // A part without its upload, which would be taken for the whole. S3 gives the name for the value too.
        ("", "PUT") if request.query.get("partNumber").is_some() => Err(ArgumentError::Value {
            reason: "This operation does not accept partNumber without uploadId",
            argument_name: "partNumber",
            argument_value: Some("partNumber".to_owned()),
        })?,
        ("", "PUT") if copies => copy::object(gateway, &request),
        ("", "PUT") => objects::put(gateway, request).await,
        ("", "GET" | "HEAD") => objects::get(gateway, &request),
        ("", "DELETE") => objects::delete(gateway, &request),
        ("", _) => not_allowed(&request, "OBJECT", "HEAD, DELETE, GET, PUT"),
        ("uploads", "POST") => multipart::create(gateway, &request),
        ("uploads", _) => not_allowed(&request, "UPLOADS", "POST"),
        ("uploadId", "PUT") if copies => copy::part(gateway, &request),
        ("uploadId", "PUT") => multipart::upload_part(gateway, request).await,
        ("uploadId", "GET") => multipart::parts(gateway, &request),
        ("uploadId", "POST") => multipart::complete(gateway, request).await,
        ("uploadId", "DELETE") => multipart::abort(gateway, &request),
        ("uploadId", _) => not_allowed(&request, "UPLOAD", "DELETE, POST, GET, PUT"),
        ("acl", "GET") => objects::acl(gateway, &request),
        ("acl", "PUT") if request.headers.contains_key("x-amz-acl") => objects::set_acl(gateway, &request),
        ("tagging", "GET") => objects::tagging(gateway, &request),
        _ => Err(SubresourceNotImplemented { subresource: subresource.to_owned() })?,
    }
}

fn is_form(content_type: &str) -> bool {
    content_type.get(..19).is_some_and(|essence| essence.eq_ignore_ascii_case("multipart/form-data"))
}

/// The response for a configuration that cannot have been set.
fn configuration(gateway: &Gateway, request: &Request, subresource: &str) -> Result<Response, Failure> {
    gateway.store.lock().owned(request)?;
    let bucket = request.bucket.clone();
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
        _ => Err(SubresourceNotImplemented { subresource: subresource.to_owned() })?,
    })?
}

fn not_allowed(request: &Request, resource_type: &str, allow: &'static str) -> Result<Response, Failure> {
    let (method, resource_type) = (request.method.to_string(), resource_type.to_owned());
    Err(RequestError::MethodNotAllowed { method, resource_type, allow })?
}

/// Rejects an upload by an HTML form before anybody looks for its signature, which is in the form.
pub fn reject_form(request: &Request) -> Result<(), Failure> {
    let is_upload = request.method == Method::POST && !request.bucket.is_empty() && request.key.is_empty();
    let is_plain = !SUBRESOURCES.iter().any(|name| request.query.has(name));
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
