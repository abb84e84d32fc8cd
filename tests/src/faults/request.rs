//! A request without its body.

use std::borrow::Cow;
use std::convert::Infallible;

use axum::http::header::{AUTHORIZATION, DATE, HOST};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};

use super::fixtures::REGION;
use crate::servers::clock::{self, Time};
use crate::servers::target::{self, Query};

/// The algorithm of signatures that are good for a set of regions.
const SIGV4A: &str = "AWS4-ECDSA-P256-SHA256";

/// A request without its body. Everything in it is as the client sent it: nothing that can be sent is rejected here.
pub(super) struct Request {
    pub(super) method: Method,
    /// Not decoded.
    pub(super) path: String,
    /// Empty for the service itself.
    pub(super) bucket: String,
    /// Empty for a bucket itself.
    pub(super) key: String,
    /// `Host`: where the client believes to be.
    pub(super) host: String,
    pub(super) query: Query,
    pub(super) headers: HeaderMap,
}

impl Request {
    pub(super) fn new(parts: Parts) -> Self {
        let Parts { method, uri, headers, .. } = parts;
        // `*`, and the empty path of a CONNECT, are for the service.
        let path = uri.path().strip_prefix('*').unwrap_or(uri.path());
        let decoded = target::decode_lossy(path);
        let (bucket, key) = target::split(&decoded);
        let (bucket, key) = (bucket.to_owned(), key.to_owned());
        let host = headers.get(HOST).map(|host| String::from_utf8_lossy(host.as_bytes()).into_owned());
        // HTTP/2 has it in `:authority`, and HTTP/1.0 not at all.
        let host = host.or_else(|| uri.authority().map(ToString::to_string)).filter(|host| !host.is_empty());
        let host = host.unwrap_or_else(|| "127.0.0.1".to_owned());
        let Ok(query) =
            Query::parse(uri.query().unwrap_or_default(), |text| Ok::<_, Infallible>(target::decode_lossy(text)));
        Self { method, path: path.to_owned(), bucket, key, host, query, headers }
    }

    /// Returns whether it is for the list of buckets, and not for one.
    pub(super) fn is_for_service(&self) -> bool {
        matches!(self.path.as_str(), "/" | "")
    }

    /// Returns whether it deletes objects by a list in its body.
    pub(super) fn is_delete_objects(&self) -> bool {
        self.method == Method::POST && self.key.is_empty() && self.query.has("delete")
    }

    /// A header, as far as it is text.
    pub(super) fn header(&self, name: &str) -> Option<Cow<'_, str>> {
        self.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()))
    }

    /// Returns whether it is signed for [`REGION`], by header or by query. Signatures of version 2 know no regions, and
    /// S3 sends them and unsigned requests on as those for another region.
    pub(super) fn is_signed_for_region(&self) -> bool {
        let header = self.header(AUTHORIZATION.as_str());
        let algorithm = header.as_deref().or_else(|| self.query.get("X-Amz-Algorithm"));
        if algorithm.is_some_and(|algorithm| algorithm.starts_with(SIGV4A)) {
            let set = self.value("x-amz-region-set", "X-Amz-Region-Set").unwrap_or_default();
            return set.split(',').any(|region| matches!(region.trim(), "*" | REGION));
        }
        let in_header = header.as_deref().and_then(|header| header.split_once("Credential=").map(|(_, rest)| rest));
        let credential = in_header.or_else(|| self.query.get("X-Amz-Credential")).unwrap_or_default();
        let credential = credential.split([',', ' ']).next().unwrap_or_default();
        // From its end: an access key may hold a slash.
        let mut scope = credential.rsplit('/');
        (scope.next(), scope.next(), scope.next()) == (Some("aws4_request"), Some("s3"), Some(REGION))
    }

    /// Returns when it was signed, and how that was written, if it can be read. In a request with a signature `Date`
    /// may say it.
    pub(super) fn signed_at(&self) -> Option<(String, Time)> {
        let is_signed = self.headers.contains_key(AUTHORIZATION);
        let date = || self.header(DATE.as_str()).filter(|_| is_signed);
        let text = self.value("x-amz-date", "X-Amz-Date").or_else(date)?;
        let time = clock::from_basic(&text).or_else(|| clock::from_http(&text))?;
        Some((text.into_owned(), time))
    }

    /// A part of the signature: a header, or in a presigned URL a parameter.
    fn value(&self, header: &str, parameter: &str) -> Option<Cow<'_, str>> {
        self.header(header).or_else(|| self.query.get(parameter).map(Cow::Borrowed))
    }
}
