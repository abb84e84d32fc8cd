//! What a client asks for, taken apart.

use axum::body::Body;
use axum::http::header::{HOST, HeaderMap, HeaderValue};
use axum::http::{Method, Uri};
use percent_encoding::percent_decode_str;
use s3err_core::RequestContext;

use crate::auth::Signed;
use crate::errors::{ArgumentError, RequestError};

const MAX_HEADERS: usize = 8 * 1024;
const MAX_KEY: usize = 1024;

pub struct Request {
    pub context: RequestContext,
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
    /// Whose buckets these are: an access key id, or nobody where signatures are not asked for.
    pub owner: String,
    pub signed: Option<Signed>,
}

impl Request {
    pub fn new(context: RequestContext, request: axum::extract::Request) -> Result<Self, RequestError> {
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
        if !bucket.is_empty() && !is_bucket_name(&bucket) {
            return Err(RequestError::InvalidBucketName { bucket_name: bucket });
        }
        check_key(&key)?;
        Ok(Self {
            context,
            method: parts.method,
            query: Query::parse(parts.uri.query().unwrap_or_default())?,
            uri: parts.uri,
            bucket,
            key,
            headers: parts.headers,
            body,
            owner: "anonymous".to_owned(),
            signed: None,
        })
    }

    /// A header's text; one that is no ASCII counts as missing.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// The bucket and the key of a path, decoded.
pub fn split(path: &str) -> Result<(String, String), RequestError> {
    let decoded = decode(path)?;
    let decoded = decoded.strip_prefix('/').unwrap_or(&decoded);
    let (bucket, key) = decoded.split_once('/').unwrap_or((decoded, ""));
    Ok((bucket.to_owned(), key.to_owned()))
}

fn decode(text: &str) -> Result<String, RequestError> {
    let decoded =
        percent_decode_str(text).decode_utf8().map_err(|_| RequestError::InvalidURI { uri: text.to_owned() })?;
    Ok(decoded.into_owned())
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

/// A number of digits alone, without the sign that `parse` would take. What is too large for any object stays so.
pub fn digits(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(usize::MAX))
}

/// The decoded parameters of a query, in its order.
pub struct Query(pub Vec<(String, String)>);

impl Query {
    fn parse(query: &str) -> Result<Self, RequestError> {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let pairs =
            pairs.map(|(name, value)| Ok((decode(&name.replace('+', " "))?, decode(&value.replace('+', " "))?)));
        pairs.collect::<Result<_, _>>().map(Self)
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// A parameter that is there and not empty.
    pub fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    pub fn number(&self, name: &'static str) -> Result<Option<usize>, ArgumentError> {
        let Some(value) = self.filled(name) else { return Ok(None) };
        let (argument_name, argument_value) = (name, value.to_owned());
        match value.parse::<i32>().map(usize::try_from) {
            Ok(Ok(number)) => Ok(Some(number)),
            Ok(Err(_)) => Err(ArgumentError::Negative { argument_name, argument_value }),
            Err(_) => Err(ArgumentError::NotAnInteger { argument_name, argument_value }),
        }
    }

    /// How many entries a page may have: at most S3's thousand.
    pub fn page_size(&self, name: &'static str) -> Result<usize, ArgumentError> {
        Ok(self.number(name)?.unwrap_or(1000).min(1000))
    }

    pub fn part_number(&self) -> Result<usize, ArgumentError> {
        let value = self.get("partNumber").unwrap_or_default();
        digits(value)
            .filter(|number| (1..=10_000).contains(number))
            .ok_or_else(|| ArgumentError::PartNumber { argument_name: "partNumber", argument_value: value.to_owned() })
    }
}
