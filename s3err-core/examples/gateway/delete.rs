//! DeleteObjects: one answer for many keys, each with an error of its own.

use axum::response::{IntoResponse, Response};
use s3err_core::Failure;

use crate::checksums;
use crate::errors::BodyError;
use crate::request::Request;
use crate::store::check_version;
use crate::xml::Document;
use crate::{Gateway, body};

const MAX_KEYS: usize = 1000;

pub async fn objects(gateway: &Gateway, mut request: Request) -> Result<Response, Failure> {
    gateway.store.lock().bucket(&request)?;
    let digest = checksums::content_md5(&request.headers)?.is_some();
    let sum = request.headers.keys().any(|name| name.as_str().starts_with("x-amz-checksum-"));
    if !(digest || sum || request.headers.contains_key("x-amz-trailer")) {
        Err(BodyError::NoDigest)?;
    }
    let delete = body::document(gateway, &mut request, "Delete").await?.ok_or(BodyError::Missing)?;
    let quiet = delete.text("Quiet") == Some("true");
    let named = delete.all("Object").map(|object| Some((object.text("Key")?, object.text("VersionId"))));
    let named: Vec<_> = named.collect::<Option<_>>().ok_or(BodyError::MalformedXML)?;
    if named.is_empty() || named.len() > MAX_KEYS {
        Err(BodyError::MalformedXML)?;
    }

    let mut document = Document::new("DeleteResult");
    let mut buckets = gateway.store.lock();
    let bucket = buckets.bucket(&request)?;
    for (key, version_id) in named {
        match check(key, version_id) {
            Ok(()) => {
                bucket.objects.remove(key);
                if !quiet {
                    document.element("Deleted", |deleted| {
                        deleted.leaf("Key", key).optional("VersionId", version_id);
                    });
                }
            }
            Err(failure) => document.raw(&request.context.to_delete_entry(key, version_id, failure.error())),
        }
    }
    Ok(document.into_response())
}

fn check(key: &str, version_id: Option<&str>) -> Result<(), Failure> {
    crate::request::check_key(key)?;
    check_version(key, version_id)
}
