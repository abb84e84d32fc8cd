//! DeleteObjects: one response for many keys, each with an error of its own.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use s3err_core::Failure;
use s3err_tests::servers::xml::{Document, Element};

use crate::arguments::check_version;
use crate::errors::{BodyError, SubresourceNotImplemented};
use crate::request::{Request, check_key};
use crate::state::Gateway;
use crate::store::Bucket;
use crate::{body, checksums, conditions};

const MAX_KEYS: usize = 1000;

pub async fn objects(gateway: &Gateway, mut request: Request) -> Result<Response, Failure> {
    gateway.store.lock().writable(&request)?;
    let digest = checksums::content_md5(&request.headers)?.is_some();
    let sum = request.headers.keys().any(|name| name.as_str().starts_with("x-amz-checksum-"));
    if !(digest || sum || request.headers.contains_key("x-amz-trailer")) {
        Err(BodyError::NoDigest)?;
    }
    let delete = body::document(gateway, &mut request, "Delete").await?.ok_or(BodyError::Missing)?;
    let quiet = delete.text("Quiet") == Some("true");
    let named = delete.all("Object").map(|object| Some((object.text("Key")?, object)));
    let named: Vec<_> = named.collect::<Option<_>>().ok_or(BodyError::MalformedXML)?;
    if named.is_empty() || named.len() > MAX_KEYS {
        Err(BodyError::MalformedXML)?;
    }

    let mut document = Document::new("DeleteResult");
    let mut buckets = gateway.store.lock();
    let bucket = buckets.writable(&request)?;
    for (key, object) in named {
        let version_id = object.text("VersionId");
        match remove(bucket, key, object) {
            Ok(()) if quiet => {}
            Ok(()) => {
                document.element("Deleted", |deleted| {
                    deleted.leaf("Key", key).optional("VersionId", version_id);
                });
            }
            Err(failure) => document.raw(&failure.error().to_delete_entry(key, version_id)),
        }
    }
    Ok(document.into_response())
}

fn remove(bucket: &mut Bucket, key: &str, object: &Element) -> Result<(), Failure> {
    check_key(key)?;
    check_version(key, object.text("VersionId"))?;
    if let Some(condition) = ["LastModifiedTime", "Size"].into_iter().find(|name| object.text(name).is_some()) {
        Err(SubresourceNotImplemented { subresource: condition.to_owned() })?;
    }
    conditions::delete(object.text("ETag"), bucket.objects.get(key).map(Arc::as_ref))?;
    bucket.objects.remove(key);
    Ok(())
}
