//! The request of a client, taken apart.

use axum::body::Body;
use axum::http::header::{HOST, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, Uri};
use s3err_core::Failure;
use s3err_tests::servers::target::{self, Query};

use crate::errors::{AuthError, RequestError};
use crate::signing::Signed;

const MAX_HEADERS: usize = 8 * 1024;
const MAX_KEY: usize = 1024;
/// The user of a server that does not check signatures.
pub const ANYBODY: &str = "anonymous";

/// The arguments of a presigned URL that sign it, or promise what only a header can.
const OF_SIGNATURE: [&str; 9] = [
    "algorithm",
    "content-sha256",
    "credential",
    "date",
    "expires",
    "sdk-checksum-algorithm",
    "security-token",
    "signature",
    "signedheaders",
];

pub struct Request {
    pub method: Method,
    pub uri: Uri,
    /// Empty for the service itself.
    pub bucket: String,
    /// Empty for a bucket.
    pub key: String,
    pub query: Query,
    pub headers: HeaderMap,
    /// Taken by whoever reads it; what is left unread, the layer sees.
    pub body: Body,
    /// The one who asks: an access key id, `ANYBODY` where signatures are not checked, and `None` without one where
    /// they are.
    pub user: Option<String>,
    pub signed: Option<Signed>,
}

impl Request {
    pub fn new(request: axum::extract::Request) -> Result<Self, RequestError> {
        let (mut parts, body) = request.into_parts();
        if parts.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum::<usize>() > MAX_HEADERS
        {
            return Err(RequestError::RequestHeaderSectionTooLarge { max_size_allowed: MAX_HEADERS });
        }
        if let (false, Some(authority)) = (parts.headers.contains_key(HOST), parts.uri.authority()) {
            // HTTP/2 has it in `:authority`; what is signed is always `host`.
            HeaderValue::from_str(authority.as_str()).map(|host| parts.headers.insert(HOST, host)).ok();
        }
        let (bucket, key) = split(parts.uri.path())?;
        // `//bucket/key` names no bucket, and is not the service either.
        let is_service = parts.uri.path() == "/";
        if !is_service && !is_bucket_name(&bucket) {
            let bucket_name = Some(bucket).filter(|name| !name.is_empty());
            return Err(RequestError::InvalidBucketName { bucket_name });
        }
        check_key(&key)?;
        Ok(Self {
            method: parts.method,
            query: Query::parse(parts.uri.query().unwrap_or_default(), decode)?,
            uri: parts.uri,
            bucket,
            key,
            headers: parts.headers,
            body,
            user: None,
            signed: None,
        })
    }

    /// Makes headers of the arguments that a presigned URL has in their place. S3 itself does so with all but those of
    /// the signature, and the checksums: whoever signed the URL did not know the body.
    pub fn unfold(&mut self) {
        let is_header = |name: &str| {
            name.starts_with("x-amz-")
                && !name.starts_with("x-amz-checksum-")
                && !OF_SIGNATURE.contains(&name.trim_start_matches("x-amz-"))
        };
        for (name, value) in self.query.iter() {
            let name = name.to_ascii_lowercase();
            if let (true, Ok(name), Ok(value)) =
                (is_header(&name), HeaderName::try_from(&name), HeaderValue::try_from(value))
            {
                self.headers.entry(name).or_insert(value);
            }
        }
    }

    /// The one who asks, where only somebody with a name may.
    pub fn user(&self) -> Result<&str, Failure> {
        Ok(self.user.as_deref().ok_or(AuthError::AccessDenied)?)
    }

    /// A header's value; one that is not ASCII counts as missing.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// The bucket and the key of a path, decoded.
pub fn split(path: &str) -> Result<(String, String), RequestError> {
    let decoded = decode(path)?;
    let (bucket, key) = target::split(&decoded);
    Ok((bucket.to_owned(), key.to_owned()))
}

fn decode(text: &str) -> Result<String, RequestError> {
    target::decode(text).map_err(|uri| RequestError::InvalidURI { uri })
}

pub fn check_key(key: &str) -> Result<(), RequestError> {
    match key.len() {
        0..=MAX_KEY => Ok(()),
        size => Err(RequestError::KeyTooLongError { size, max_size_allowed: MAX_KEY }),
    }
}

/// The rules for the names of general purpose buckets.
fn is_bucket_name(name: &str) -> bool {
    let inner = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'.' || c == b'-';
    let outer = |c: Option<&u8>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let is_label = |label: &[u8]| outer(label.first()) && outer(label.last());
    (3..=63).contains(&name.len())
        && name.bytes().all(inner)
        && name.split('.').all(|label| is_label(label.as_bytes()))
        && name.parse::<std::net::Ipv4Addr>().is_err()
        && !["xn--", "sthree-", "amzn-s3-demo-"].iter().any(|prefix| name.starts_with(prefix))
        && !["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"].iter().any(|suffix| name.ends_with(suffix))
}
