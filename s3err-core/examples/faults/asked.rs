//! What a request asks for.

use std::borrow::Cow;
use std::time::SystemTime;

use axum::http::header::{AUTHORIZATION, HOST};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;

use crate::clock;

/// A request without its body. Everything in it is as the client sent it: nothing that can be sent is refused here.
pub(crate) struct Asked {
    pub(crate) method: Method,
    /// Not decoded.
    pub(crate) path: String,
    /// Empty for the service itself.
    pub(crate) bucket: String,
    /// Empty for a bucket itself.
    pub(crate) key: String,
    /// `Host`: where the client believes to be.
    pub(crate) host: String,
    query: Vec<(String, String)>,
    headers: HeaderMap,
}

impl Asked {
    pub(crate) fn new(parts: Parts) -> Self {
        let Parts { method, uri, headers, .. } = parts;
        let path = uri.path();
        let (bucket, key) = path.strip_prefix('/').unwrap_or(path).split_once('/').unwrap_or_else(|| {
            // `*` and the empty path of a CONNECT are no buckets.
            (path.strip_prefix('/').unwrap_or_default(), "")
        });
        let host = headers.get(HOST).map(|host| String::from_utf8_lossy(host.as_bytes()).into_owned());
        let host = host.or_else(|| uri.authority().map(ToString::to_string)).unwrap_or_default();
        let query = uri.query().unwrap_or_default().split('&').map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        });
        let (bucket, key, query) = (decode(bucket), decode(key), query.collect());
        Self { method, path: path.to_owned(), bucket, key, host, query, headers }
    }

    /// Whether it is for the list of buckets, and not for one.
    pub(crate) fn is_for_service(&self) -> bool {
        matches!(self.path.as_str(), "/" | "" | "*")
    }

    /// Whether it deletes objects by a list in its body.
    pub(crate) fn is_delete_objects(&self) -> bool {
        self.method == Method::POST && self.key.is_empty() && self.has("delete")
    }

    /// Whether a parameter is in the query.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.parameter(name).is_some()
    }

    /// A parameter of the query; the empty text if it has no value.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// A header, as far as it is text.
    pub(crate) fn header(&self, name: &str) -> Option<Cow<'_, str>> {
        self.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()))
    }

    /// The region that it is signed for, by header or by query; signatures of other versions know none.
    pub(crate) fn signed_region(&self) -> Option<String> {
        let header = self.header(AUTHORIZATION.as_str());
        let of_header = header.as_deref().and_then(|header| header.split_once("Credential=").map(|(_, rest)| rest));
        let credential = of_header.or_else(|| self.parameter("X-Amz-Credential"))?;
        let credential = credential.split([',', ' ']).next()?;
        // From its end: an access key may hold a slash. A signature for all regions is one part shorter.
        let mut scope = credential.rsplit('/');
        let (terminator, _service, region) = (scope.next()?, scope.next()?, scope.next()?);
        let (_date, _access_key) = (scope.next()?, scope.next()?);
        (terminator == "aws4_request" && !region.is_empty()).then(|| region.to_owned())
    }

    /// When it was signed, and as which text, if that can be read.
    pub(crate) fn signed_at(&self) -> Option<(String, SystemTime)> {
        let text = self.header("x-amz-date").or_else(|| self.parameter("X-Amz-Date").map(Cow::Borrowed))?;
        clock::of_signature(&text).map(|time| (text.into_owned(), time))
    }
}

/// What is no percent-encoding stands for itself; what is no UTF-8 becomes U+FFFD.
fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
