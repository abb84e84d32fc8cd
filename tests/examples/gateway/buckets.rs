//! Buckets and what little is configured of them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use s3err_core::Failure;
use s3err_tests::servers::clock;
use s3err_tests::servers::xml::{Document, Element};

use crate::acl::Acl;
use crate::arguments::Arguments;
use crate::errors::{ArgumentError, BucketError, NoSuchConfiguration, SubresourceNotImplemented};
use crate::listing::{Encoding, Page, key_of, token_of};
use crate::request::Request;
use crate::state::Gateway;
use crate::store::Bucket;
use crate::{acl, body};

/// S3's first region, which has no name in a location, and takes a bucket twice.
pub const FIRST_REGION: &str = "us-east-1";

pub fn list(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let (query, user) = (&request.query, request.user()?);
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
    let buckets = buckets.of(user).filter(|(name, _)| is_here && **name > after);
    let page = Page::of(buckets.map(|(name, bucket)| (name.as_str(), bucket)), prefix, None, &after, max);

    let mut document = Document::new("ListAllMyBucketsResult");
    document.owner("Owner", user);
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
    let is_first = gateway.region == FIRST_REGION;
    match location {
        None if !is_first => {
            Err(BucketError::IllegalLocationConstraintException { location: "unspecified".to_owned() })?;
        }
        Some(location) if location != gateway.region => {
            let location_constraint = location.to_owned();
            Err(if is_first {
                BucketError::InvalidLocationConstraint { location_constraint }
            } else {
                BucketError::IllegalLocationConstraintException { location: location_constraint }
            })?;
        }
        _ => {}
    }
    let acl = Acl::asked(&request);
    let has_acls = !request.headers.contains_key("x-amz-object-ownership");
    if !has_acls && acl != Acl::Private {
        Err(BucketError::InvalidBucketAclWithObjectOwnership)?;
    }
    let bucket = Bucket::new(request.user()?, acl, has_acls);
    gateway.store.lock().create(&request.bucket, bucket, is_first)?;
    Ok([("location", format!("/{}", request.bucket))].into_response())
}

pub fn head(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().readable(request)?;
    Ok([("x-amz-bucket-region", gateway.region.clone())].into_response())
}

pub fn delete(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().remove(request)?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

pub fn location(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().owned(request)?;
    let mut document = Document::new("LocationConstraint");
    document.text(if gateway.region == FIRST_REGION { "" } else { &gateway.region });
    Ok(document.into_response())
}

/// No bucket was ever versioned, which S3 says by an empty document.
pub fn versioning(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    gateway.store.lock().owned(request)?;
    Ok(Document::new("VersioningConfiguration").into_response())
}

pub fn set_acl(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    acl::check_body(request)?;
    let mut buckets = gateway.store.lock();
    let bucket = buckets.owned(request)?;
    bucket.acl = bucket.acl_for(request)?;
    Ok(StatusCode::OK.into_response())
}

pub fn acl(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let mut buckets = gateway.store.lock();
    let bucket = buckets.owned(request)?;
    Ok(bucket.acl.document(&bucket.owner))
}

/// Whose the objects of a bucket are, where that was said when it was created.
pub fn ownership(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    if gateway.store.lock().owned(request)?.has_acls {
        Err(NoSuchConfiguration::OwnershipControls(request.bucket.clone()))?;
    }
    let mut document = Document::new("OwnershipControls");
    document.element("Rule", |rule| {
        rule.leaf("ObjectOwnership", "BucketOwnerEnforced");
    });
    Ok(document.into_response())
}
