//! Listings of objects, in both of S3's versions, and of their versions.

use std::ops::Bound;

use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use s3err_core::Failure;
use s3err_tests::servers::clock;
use s3err_tests::servers::target::Query;
use s3err_tests::servers::xml::Document;

use crate::arguments::Arguments;
use crate::errors::ArgumentError;
use crate::request::Request;
use crate::state::Gateway;
use crate::store::{Bucket, Object};

pub fn objects(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    match request.query.get("list-type") {
        Some("2") => second(gateway, request),
        _ => first(gateway, request),
    }
}

fn first(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let listing = Listing::of(&request.query)?;
    let marker = request.query.get("marker").unwrap_or_default();
    let mut buckets = gateway.store.lock();
    let bucket = buckets.readable(request)?;
    let page = listing.page(bucket, marker);

    let mut document = listing.document("ListBucketResult", request);
    document.leaf("Marker", listing.encoding.of_text(marker)).leaf("IsTruncated", page.truncated);
    if page.truncated && listing.delimiter.is_some() {
        document.optional("NextMarker", page.last().map(|last| listing.encoding.of_text(last)));
    }
    contents(page, &mut document, listing.encoding, Some(&bucket.owner));
    Ok(document.into_response())
}

fn second(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let listing = Listing::of(&request.query)?;
    let token = request.query.get("continuation-token");
    let start_after = request.query.get("start-after");
    // An empty one is none: S3 itself rejects it, Ceph's tests give it for the first page.
    let after = match request.query.filled("continuation-token") {
        Some(token) => key_of(token)?,
        None => start_after.unwrap_or_default().to_owned(),
    };
    let mut buckets = gateway.store.lock();
    let bucket = buckets.readable(request)?;
    let page = listing.page(bucket, &after);

    let mut document = listing.document("ListBucketResult", request);
    document.leaf("KeyCount", page.entries.len()).leaf("IsTruncated", page.truncated);
    document.optional("ContinuationToken", token);
    document.optional("StartAfter", start_after.map(|key| listing.encoding.of_text(key)));
    if page.truncated {
        document.optional("NextContinuationToken", page.last().map(token_of));
    }
    let owner = (request.query.get("fetch-owner") == Some("true")).then_some(bucket.owner.as_str());
    contents(page, &mut document, listing.encoding, owner);
    Ok(document.into_response())
}

pub fn versions(gateway: &Gateway, request: &Request) -> Result<Response, Failure> {
    let listing = Listing::of(&request.query)?;
    let marker = request.query.get("key-marker").unwrap_or_default();
    let version_marker = request.query.get("version-id-marker");
    if version_marker.is_some() && request.query.get("key-marker").is_none() {
        Err(ArgumentError::Value {
            reason: "A version-id marker cannot be specified without a key marker.",
            argument_name: "version-id-marker",
            argument_value: version_marker.map(str::to_owned),
        })?;
    }
    let mut buckets = gateway.store.lock();
    let bucket = buckets.readable(request)?;
    let page = listing.page(bucket, marker);

    let mut document = listing.document("ListVersionsResult", request);
    document.leaf("KeyMarker", listing.encoding.of_text(marker));
    document.leaf("VersionIdMarker", version_marker.unwrap_or_default()).leaf("IsTruncated", page.truncated);
    if page.truncated {
        document.optional("NextKeyMarker", page.last().map(|last| listing.encoding.of_text(last)));
        document.leaf("NextVersionIdMarker", "null");
    }
    page.write(&mut document, listing.encoding, |document, key, object| {
        document.element("Version", |entry| {
            entry.leaf("Key", key).leaf("VersionId", "null").leaf("IsLatest", true);
            describe(entry, object, Some(&bucket.owner));
        });
    });
    Ok(document.into_response())
}

fn contents(page: Page<'_, &Object>, document: &mut Document, encoding: Encoding, owner: Option<&str>) {
    page.write(document, encoding, |document, key, object| {
        document.element("Contents", |entry| {
            entry.leaf("Key", key);
            describe(entry, object, owner);
        });
    });
}

fn describe(entry: &mut Document, object: &Object, owner: Option<&str>) {
    entry.leaf("LastModified", clock::iso(object.modified)).leaf("ETag", &object.etag);
    if let Some(checksum) = &object.checksum {
        entry.leaf("ChecksumAlgorithm", checksum.algorithm.name()).leaf("ChecksumType", checksum.kind());
    }
    entry.leaf("Size", object.data.len());
    if let Some(owner) = owner {
        entry.owner("Owner", owner);
    }
    entry.leaf("StorageClass", "STANDARD");
}

/// The token that a client gives back to go on after a key.
pub fn token_of(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

/// The key that a continuation token stands for.
pub fn key_of(token: &str) -> Result<String, ArgumentError> {
    let key = URL_SAFE_NO_PAD.decode(token).ok().and_then(|key| String::from_utf8(key).ok());
    key.filter(|key| !key.is_empty()).ok_or(ArgumentError::Value {
        reason: "The continuation token provided is incorrect",
        argument_name: "continuation-token",
        argument_value: None,
    })
}

/// The parameters that all listings take.
struct Listing<'a> {
    prefix: &'a str,
    delimiter: Option<&'a str>,
    max_keys: usize,
    encoding: Encoding,
}

impl<'a> Listing<'a> {
    fn of(query: &'a Query) -> Result<Self, ArgumentError> {
        Ok(Self {
            prefix: query.get("prefix").unwrap_or_default(),
            delimiter: query.filled("delimiter"),
            max_keys: query.page_size("max-keys")?,
            encoding: Encoding::of(query)?,
        })
    }

    fn page<'b>(&self, bucket: &'b Bucket, after: &str) -> Page<'b, &'b Object> {
        let start = if after < self.prefix { Bound::Included(self.prefix) } else { Bound::Excluded(after) };
        let objects = bucket.objects.range::<str, _>((start, Bound::Unbounded));
        let objects = objects.map(|(key, object)| (key.as_str(), object.as_ref()));
        let objects = objects.take_while(|(key, _)| key.starts_with(self.prefix));
        Page::of(objects, self.prefix, self.delimiter, after, self.max_keys)
    }

    fn document(&self, root: &'static str, request: &Request) -> Document {
        let mut document = Document::new(root);
        document.leaf("Name", &request.bucket).leaf("Prefix", self.encoding.of_text(self.prefix));
        document.optional("Delimiter", self.delimiter.map(|delimiter| self.encoding.of_text(delimiter)));
        document.leaf("MaxKeys", self.max_keys).optional("EncodingType", self.encoding.name());
        document
    }
}

/// The encoding of keys: as they are, or so that XML can carry every one of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Plain,
    Url,
}

impl Encoding {
    pub fn of(query: &Query) -> Result<Self, ArgumentError> {
        match query.get("encoding-type") {
            None => Ok(Self::Plain),
            Some("url") => Ok(Self::Url),
            Some(other) => Err(ArgumentError::Value {
                reason: "Invalid Encoding Method specified in Request",
                argument_name: "encoding-type",
                argument_value: Some(other.to_owned()),
            }),
        }
    }

    pub fn name(self) -> Option<&'static str> {
        (self == Self::Url).then_some("url")
    }

    pub fn of_text(self, text: &str) -> String {
        const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'*').remove(b'/');
        match self {
            Self::Plain => text.to_owned(),
            // A space as `%20`, and not as the `+` of forms, is what every client can read.
            Self::Url => utf8_percent_encode(text, ENCODED).to_string(),
        }
    }
}

/// One page of what was asked for.
pub struct Page<'a, T> {
    pub entries: Vec<Entry<'a, T>>,
    pub truncated: bool,
}

pub enum Entry<'a, T> {
    Item(&'a str, T),
    /// A beginning that several keys share, up to a delimiter.
    Prefix(&'a str),
}

impl<'a, T> Page<'a, T> {
    /// The first `max` entries after `after`; the items are sorted by their keys.
    pub fn of(
        items: impl Iterator<Item = (&'a str, T)>,
        prefix: &str,
        delimiter: Option<&str>,
        after: &str,
        max: usize,
    ) -> Self {
        let mut entries: Vec<Entry<'a, T>> = Vec::new();
        for (key, item) in items {
            let Some(rest) = key.strip_prefix(prefix) else { continue };
            let end = delimiter.and_then(|delimiter| Some(prefix.len() + rest.find(delimiter)? + delimiter.len()));
            let common = end.and_then(|end| key.get(..end));
            if let Some(common) = common {
                let told = matches!(entries.last(), Some(Entry::Prefix(last)) if *last == common);
                // Everything up to the marker was told on the pages before.
                if told || common <= after {
                    continue;
                }
            }
            if entries.len() >= max {
                return Self { entries, truncated: max > 0 };
            }
            entries.push(common.map_or(Entry::Item(key, item), Entry::Prefix));
        }
        Self { entries, truncated: false }
    }

    /// Returns the entry after which the next page begins.
    pub fn last(&self) -> Option<&str> {
        self.entries.last().map(|entry| match entry {
            Entry::Item(key, _) | Entry::Prefix(key) => *key,
        })
    }

    /// Writes the items, and after them the common prefixes.
    pub fn write(self, document: &mut Document, encoding: Encoding, mut item: impl FnMut(&mut Document, &str, T)) {
        let mut prefixes = Vec::new();
        for entry in self.entries {
            match entry {
                Entry::Item(key, value) => item(document, &encoding.of_text(key), value),
                Entry::Prefix(prefix) => prefixes.push(prefix),
            }
        }
        for prefix in prefixes {
            document.element("CommonPrefixes", |entry| {
                entry.leaf("Prefix", encoding.of_text(prefix));
            });
        }
    }
}
