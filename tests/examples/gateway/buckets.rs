//! Buckets and what little is configured of them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use s3err_core::Failure;
use s3err_tests::servers::clock;
use s3err_tests::servers::xml::{Document, Element};

use crate::arguments::Arguments;
use crate::body;
use crate::errors::{ArgumentError, BucketError, SubresourceNotImplemented};
use crate::listing::{Encoding, Page, key_of, token_of};
use crate::request::Request;
use crate::state::Gateway;

pub fn list(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let query = &request.query;
    let max = query.page_size("max-buckets")?;
    if max == 0 {
        Err(ArgumentError::Value {
            reason: "Argument max-buckets must be an integer between 1 and 10000",
            argument_name: "max-buckets",
            argument_value: Some("0".to_owned()),
        })?;
    }
    let after = query.filled("continuation-token").map(key_of).transpose()?.unwrap_or_default();
    let prefix = query.get("prefix").unwrap_or_default();
    let is_here = query.filled("bucket-region").is_none_or(|region| region == gateway.region);
    let buckets = gateway.store.lock();
    let buckets = buckets.of(&request.owner).filter(|(name, _)| is_here && **name > after);
    let page = Page::of(buckets.map(|(name, bucket)| (name.as_str(), bucket)), prefix, None, &after, max);

    let mut document = Document::new("ListAllMyBucketsResult");
    document.owner("Owner", &request.owner);
    if page.truncated {
        document.optional("ContinuationToken", page.last().map(token_of));
    }
    document.optional("Prefix", query.filled("prefix"));
    document.element("Buckets", |buckets| {
        page.write(buckets, Encoding::Plain, |buckets, name, bucket| {
            buckets.element("Bucket", |entry| {
                entry.leaf("Name", name).leaf("CreationDate", clock::iso(bucket.created));
            });
        });
    });
    Ok(document.into_response())
}

pub async fn create(gateway: &Gateway, mut request: Request) -> Result<Response, Failure> {
    let configuration = body::document(gateway, &mut request, "CreateBucketConfiguration").await?;
    let location = configuration.as_ref().and_then(|configuration| configuration.text("LocationConstraint"));
    // Tags, or the zone of a directory bucket.
    let mut names = configuration.iter().flat_map(Element::names);
    if let Some(name) = names.find(|name| *name != "LocationConstraint") {
        Err(SubresourceNotImplemented { subresource: format!("{name} of a new bucket") })?;
    }
    if let Some(location) = location.filter(|location| *location != gateway.region) {
        Err(BucketError::InvalidLocationConstraint { location_constraint: location.to_owned() })?;
    }
    gateway.store.lock().create(&request.bucket, &request.owner)?;
    Ok([("location", format!("/{}", request.bucket))].into_response())
}

pub fn head(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().bucket(request)?;
    Ok([("x-amz-bucket-region", gateway.region.clone())].into_response())
}

pub fn delete(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().remove(request)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub fn location(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().bucket(request)?;
    let mut document = Document::new("LocationConstraint");
    // S3's first region has no name here.
    document.text(if gateway.region == "us-east-1" { "" } else { &gateway.region });
    Ok(document.into_response())
}

/// No bucket was ever versioned, which S3 says by an empty document.
pub fn versioning(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().bucket(request)?;
    Ok(Document::new("VersioningConfiguration").into_response())
}

/// Takes what `accepted` let pass, which is what every bucket has.
pub fn set_acl(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().bucket(request)?;
    Ok(StatusCode::OK.into_response())
}

pub fn acl(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().bucket(request)?;
    Ok(private(&request.owner))
}

/// The one access list there is: everything for the owner.
pub fn private(id: &str) -> Response {
    let mut document = Document::new("AccessControlPolicy");
    document.owner("Owner", id);
    document.element("AccessControlList", |list| {
        list.element("Grant", |grant| {
            let grantee = "Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\"";
            grant.raw(&format!("<{grantee}>"));
            grant.leaf("ID", id).leaf("DisplayName", id);
            grant.raw("</Grantee>");
            grant.leaf("Permission", "FULL_CONTROL");
        });
    });
    document.into_response()
}
