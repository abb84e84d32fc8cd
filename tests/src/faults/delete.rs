//! DeleteObjects: one request, a result for every key.

use axum::response::{IntoResponse, Response};
use s3err_core::{S3Error as _, StandardError};

use crate::servers::xml::{Document, Element};

/// The most objects of one request.
const MAX_OBJECTS: usize = 1000;

/// The result: a key whose first segment is a code is not deleted.
pub(super) fn delete_objects(body: &[u8]) -> Result<Response, StandardError> {
    let delete = Element::parse(body, "Delete").ok_or(StandardError::MalformedXML)?;
    let is_quiet = delete.text("Quiet").is_some_and(|quiet| quiet.trim() == "true");
    let objects: Vec<_> = delete.all("Object").collect();
    if objects.is_empty() || objects.len() > MAX_OBJECTS {
        return Err(StandardError::MalformedXML);
    }
    let mut document = Document::new("DeleteResult");
    for object in objects {
        let key = object.text("Key").unwrap_or_default();
        let version_id = object.text("VersionId").filter(|id| !id.is_empty());
        match key.split('/').next().unwrap_or_default().parse::<StandardError>() {
            Ok(error) => document.raw(&error.to_delete_entry(key, version_id)),
            Err(_) if is_quiet => {}
            Err(_) => {
                document.element("Deleted", |deleted| {
                    deleted.leaf("Key", key).optional("VersionId", version_id);
                });
            }
        }
    }
    Ok(document.into_response())
}
