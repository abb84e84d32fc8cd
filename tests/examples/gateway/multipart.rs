//! Multipart uploads.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use s3err_core::{Failure, RequestId};
use s3err_tests::servers::range::digits;
use s3err_tests::servers::xml::{Document, Element};
use s3err_tests::servers::{clock, etag, hex};

use crate::arguments::Arguments;
use crate::checksums::{self, Algorithm, Checksum};
use crate::errors::{BodyError, MultipartError};
use crate::listing::{Encoding, Entry, Page};
use crate::request::Request;
use crate::state::Gateway;
use crate::store::{ENTRY, Object, Part, Upload};
use crate::{body, objects};

const MIN_PART: usize = 5 * 1024 * 1024;

pub fn create(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    // Everybody may write into some buckets, and S3 has nobody without a name begin an upload.
    request.user()?;
    let headers = objects::metadata(&request.headers)?;
    let algorithm = request.header("x-amz-checksum-algorithm").map(Algorithm::named).transpose()?;
    let full = checksum_type(request, algorithm)?;
    let acl = gateway.store.lock().writable(request)?.acl_for(request)?;
    let held = gateway.store.reserve(objects::size_of_entry(&request.key, &headers))?;
    let id = format!("{}{}", RequestId::random(), RequestId::random());
    let upload = Upload {
        acl,
        key: request.key.clone(),
        initiated: clock::now(),
        headers,
        algorithm,
        full,
        parts: BTreeMap::new(),
        _held: held,
    };
    gateway.store.lock().writable(request)?.uploads.insert(id.clone(), upload);

    let mut document = Document::new("InitiateMultipartUploadResult");
    document.leaf("Bucket", &request.bucket).leaf("Key", &request.key).leaf("UploadId", id);
    let mut response = HeaderMap::new();
    if let Some(algorithm) = algorithm {
        objects::set(&mut response, "x-amz-checksum-algorithm", algorithm.name());
        objects::set(&mut response, "x-amz-checksum-type", if full { "FULL_OBJECT" } else { "COMPOSITE" });
    }
    Ok((response, document).into_response())
}

/// Returns whether the checksum of the whole will be that of its data, and not one of the parts' checksums.
fn checksum_type(request: &Request, algorithm: Option<Algorithm>) -> Result<bool, MultipartError> {
    let kind = request.header("x-amz-checksum-type");
    let Some(algorithm) = algorithm else {
        return if kind.is_some() { Err(MultipartError::ChecksumTypeAlone) } else { Ok(false) };
    };
    let is_sha = matches!(algorithm, Algorithm::Sha1 | Algorithm::Sha256);
    let full = match kind {
        None => algorithm == Algorithm::Crc64nvme,
        Some("FULL_OBJECT") => true,
        Some("COMPOSITE") => false,
        Some(_) => return Err(MultipartError::UnknownChecksumType),
    };
    let unfit = |checksum_type| {
        let algorithm = algorithm.name().to_ascii_lowercase();
        Err(MultipartError::ChecksumType { checksum_type, algorithm })
    };
    match full {
        true if is_sha => unfit("FULL_OBJECT"),
        false if algorithm == Algorithm::Crc64nvme => unfit("COMPOSITE"),
        _ => Ok(full),
    }
}

pub async fn upload_part(gateway: &Gateway, mut request: Request) -> Result<Response, Failure> {
    let number = request.query.part_number()?;
    let algorithm = gateway.store.lock().writable(&request)?.upload(&request)?.algorithm;
    let payload = body::object(gateway, &mut request).await?;
    let checksum = match (algorithm, payload.checksum) {
        (Some(expected), Some(given)) if expected != given.algorithm => Err(MultipartError::PartChecksum {
            expected: expected.name().to_ascii_lowercase(),
            given: given.algorithm.name().to_ascii_lowercase(),
        })?,
        (Some(algorithm), None) => Some(algorithm.of(&payload.data)),
        (_, given) => given,
    };
    let part = Part { data: payload.data, md5: payload.md5, modified: clock::now(), checksum };
    let mut response = HeaderMap::new();
    objects::set(&mut response, "etag", &part.etag());
    objects::tell_checksum(&mut response, part.checksum.as_ref());
    gateway.store.lock().writable(&request)?.upload(&request)?.parts.insert(number, part);
    Ok(response.into_response())
}

pub async fn complete(gateway: &Gateway, mut request: Request) -> Result<Response, Failure> {
    {
        // Before the body is read, which may take its time.
        let mut buckets = gateway.store.lock();
        let bucket = buckets.writable(&request)?;
        if bucket.completed(&request).is_none() {
            bucket.upload(&request)?;
        }
    }
    // A checksum in the headers is that of the whole object here, not of this request's body.
    let promised = checksums::take(&mut request.headers)?;
    let document = body::document(gateway, &mut request, "CompleteMultipartUpload").await?;
    let document = document.ok_or(BodyError::MalformedXML)?;

    let mut buckets = gateway.store.lock();
    let bucket = buckets.writable(&request)?;
    // A client that missed the response asks again, and gets the same.
    if let Some(object) = bucket.completed(&request) {
        return Ok(completed(&request, object));
    }
    let upload_id = request.query.get("uploadId").unwrap_or_default();
    let upload = bucket.upload(&request)?;
    let parts = chosen(&document, upload, upload_id)?;
    let object = assemble(gateway, upload, upload_id, &parts)?;
    verify(&request, promised.as_ref(), &object)?;
    objects::allow(bucket, &request)?;

    let response = completed(&request, &object);
    bucket.uploads.remove(upload_id);
    bucket.objects.insert(request.key.clone(), Arc::new(object));
    Ok(response)
}

fn completed(request: &Request, object: &Object) -> Response {
    let mut document = Document::new("CompleteMultipartUploadResult");
    let (bucket, key) = (&request.bucket, &request.key);
    document.leaf("Location", format!("/{bucket}/{key}")).leaf("Bucket", bucket).leaf("Key", key);
    document.leaf("ETag", &object.etag);
    if let Some(checksum) = &object.checksum {
        document.leaf(&checksum.algorithm.element(), &checksum.value).leaf("ChecksumType", checksum.kind());
    }
    document.into_response()
}

/// The object that the parts make.
fn assemble(gateway: &Gateway, upload: &Upload, upload_id: &str, parts: &[(usize, Part)]) -> Result<Object, Failure> {
    let parts = || parts.iter().map(|(_, part)| part);
    let size: usize = parts().map(|part| part.data.len()).sum();
    if size as u64 > body::MAX_OBJECT {
        Err(BodyError::EntityTooLarge { proposed_size: size as u64, max_size_allowed: body::MAX_OBJECT })?;
    }
    let held = gateway.store.reserve(objects::size_of_entry(&upload.key, &upload.headers))?;
    let share = gateway.store.reserve(size + ENTRY)?;
    let mut data = Vec::with_capacity(size);
    parts().for_each(|part| data.extend_from_slice(&part.data));
    let sums: Option<Vec<&Checksum>> = parts().map(|part| part.checksum.as_ref()).collect();
    let checksum = match (upload.algorithm, sums) {
        (Some(algorithm), Some(sums)) if !upload.full => Some(algorithm.composite(&sums)),
        (Some(algorithm), _) => Some(algorithm.of(&data)),
        (None, _) => None,
    };
    let hashes: Vec<u8> = parts().flat_map(|part| part.md5).collect();
    Ok(Object {
        acl: upload.acl,
        etag: format!("\"{}-{}\"", hex(&checksums::md5(None, &hashes)?), parts().count()),
        data: share.hold(data),
        modified: clock::now(),
        headers: upload.headers.clone(),
        checksum,
        parts: parts().map(|part| part.data.len()).collect(),
        upload_id: upload_id.to_owned(),
        _held: Arc::new(held),
    })
}

/// Holds the object against what was promised of it.
fn verify(request: &Request, promised: Option<&Checksum>, object: &Object) -> Result<(), Failure> {
    let computed = object.data.len();
    if let Some(given) = request.header("x-amz-mp-object-size").filter(|given| digits(given) != Some(computed)) {
        Err(MultipartError::ObjectSize { given: given.to_owned(), computed })?;
    }
    let mode = object.checksum.as_ref().map_or("null", Checksum::kind);
    if request.header("x-amz-checksum-type").is_some_and(|given| given != mode) {
        Err(MultipartError::ChecksumMode { mode })?;
    }
    let name = |checksum: &Checksum| checksum.algorithm.name();
    // S3 does not look at the checksum of an upload that was begun without one.
    match promised.zip(object.checksum.as_ref()) {
        Some((promised, checksum)) if name(promised) != name(checksum) => Err(MultipartError::PartChecksum {
            expected: name(checksum).to_ascii_lowercase(),
            given: name(promised).to_ascii_lowercase(),
        })?,
        Some((promised, checksum)) if !checksum.is_promised_as(&promised.value) => {
            Err(BodyError::Checksum { algorithm: name(promised) })?
        }
        _ => Ok(()),
    }
}

/// The parts that the client lists, each held against the one that was uploaded.
fn chosen(document: &Element, upload: &Upload, upload_id: &str) -> Result<Vec<(usize, Part)>, Failure> {
    let mut parts: Vec<(usize, Part)> = Vec::new();
    for listed in document.all("Part") {
        let number: usize =
            listed.text("PartNumber").and_then(|number| number.parse().ok()).ok_or(BodyError::MalformedXML)?;
        let etag = listed.text("ETag").ok_or(BodyError::MalformedXML)?.trim_matches('"');
        if parts.last().is_some_and(|(last, _)| number <= *last) {
            Err(MultipartError::InvalidPartOrder { upload_id: upload_id.to_owned() })?;
        }
        let part =
            upload.parts.get(&number).filter(|part| part.etag().trim_matches('"') == etag && part.agrees(listed));
        let part = part.ok_or_else(|| MultipartError::InvalidPart {
            upload_id: upload_id.to_owned(),
            part_number: number,
            etag: etag.to_owned(),
        })?;
        if let Some(algorithm) =
            upload.algorithm.filter(|algorithm| !upload.full && listed.text(&algorithm.element()).is_none())
        {
            let algorithm = algorithm.name().to_ascii_lowercase();
            Err(MultipartError::NoPartChecksum { algorithm, part_number: number })?;
        }
        parts.push((number, part.clone()));
    }
    let (_, all_but_last) = parts.split_last().ok_or(MultipartError::NoParts)?;
    if let Some((number, part)) = all_but_last.iter().find(|(_, part)| part.data.len() < MIN_PART) {
        Err(MultipartError::EntityTooSmall {
            proposed_size: part.data.len(),
            min_size_allowed: MIN_PART,
            part_number: *number,
            etag: part.etag().trim_matches('"').to_owned(),
        })?;
    }
    Ok(parts)
}

impl Part {
    pub fn etag(&self) -> String {
        etag(&self.md5)
    }

    /// Returns whether a checksum that is listed is this part's.
    fn agrees(&self, listed: &Element) -> bool {
        let Some(checksum) = &self.checksum else { return true };
        listed.text(&checksum.algorithm.element()).is_none_or(|value| value == checksum.value)
    }
}

pub fn abort(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let mut buckets = gateway.store.lock();
    let bucket = buckets.writable(request)?;
    bucket.upload(request)?;
    bucket.uploads.remove(request.query.get("uploadId").unwrap_or_default());
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Lists the parts of an upload.
pub fn parts(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let max = request.query.page_size("max-parts")?;
    let marker = request.query.number("part-number-marker")?.unwrap_or(0);
    let mut buckets = gateway.store.lock();
    let bucket = buckets.writable(request)?;
    let owner = bucket.owner.clone();
    let upload = bucket.upload(request)?;
    let mut rest = upload.parts.range(marker.saturating_add(1)..);
    let page: Vec<_> = rest.by_ref().take(max).collect();

    let mut document = Document::new("ListPartsResult");
    document.leaf("Bucket", &request.bucket).leaf("Key", &request.key);
    document.leaf("UploadId", request.query.get("uploadId").unwrap_or_default());
    document.owner("Initiator", &owner);
    document.owner("Owner", &owner);
    document.leaf("StorageClass", "STANDARD").leaf("PartNumberMarker", marker);
    document.optional("NextPartNumberMarker", page.last().map(|(number, _)| number));
    document.leaf("MaxParts", max).leaf("IsTruncated", rest.next().is_some());
    for (number, part) in page {
        document.element("Part", |entry| {
            entry.leaf("PartNumber", number).leaf("LastModified", clock::iso(part.modified));
            entry.leaf("ETag", part.etag()).leaf("Size", part.data.len());
            if let Some(checksum) = &part.checksum {
                entry.leaf(&checksum.algorithm.element(), &checksum.value);
            }
        });
    }
    Ok(document.into_response())
}

/// Lists the uploads of a bucket.
pub fn uploads(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let query = &request.query;
    let encoding = Encoding::of(query)?;
    let max = query.page_size("max-uploads")?;
    let (prefix, delimiter) = (query.get("prefix").unwrap_or_default(), query.filled("delimiter"));
    let (key_marker, id_marker) = (query.get("key-marker").unwrap_or_default(), query.filled("upload-id-marker"));
    let mut buckets = gateway.store.lock();
    let bucket = buckets.readable(request)?;
    let owner = bucket.owner.as_str();
    let mut uploads: Vec<_> = bucket.uploads.iter().map(|(id, upload)| (&upload.key, (id, upload))).collect();
    uploads.sort_by_key(|(key, (id, _))| (*key, *id));
    // Behind the marker: the same key counts where its upload's id does.
    let behind =
        |key: &str, id: &str| key > key_marker || (key == key_marker && id_marker.is_some_and(|marker| id > marker));
    let rest = uploads.into_iter().filter(|(key, (id, _))| behind(key, id)).map(|(key, upload)| (key.as_str(), upload));
    let page = Page::of(rest, prefix, delimiter, key_marker, max);

    let mut document = Document::new("ListMultipartUploadsResult");
    document.leaf("Bucket", &request.bucket).leaf("KeyMarker", encoding.of_text(key_marker));
    document.leaf("UploadIdMarker", id_marker.unwrap_or_default());
    if page.truncated {
        document.optional("NextKeyMarker", page.last().map(|key| encoding.of_text(key)));
        if let Some(Entry::Item(_, (id, _))) = page.entries.last() {
            document.leaf("NextUploadIdMarker", id);
        }
    }
    document.leaf("Prefix", encoding.of_text(prefix));
    document.optional("Delimiter", delimiter.map(|delimiter| encoding.of_text(delimiter)));
    document.optional("EncodingType", encoding.name());
    document.leaf("MaxUploads", max).leaf("IsTruncated", page.truncated);
    page.write(&mut document, encoding, |document, key, (id, upload)| {
        document.element("Upload", |entry| {
            entry.leaf("Key", key).leaf("UploadId", id);
            entry.owner("Initiator", owner);
            entry.owner("Owner", owner);
            entry.leaf("StorageClass", "STANDARD").leaf("Initiated", clock::iso(upload.initiated));
        });
    });
    Ok(document.into_response())
}
