//! Signature version 4, in the `Authorization` header, in a presigned query and over the chunks of a body.

use axum::http::{HeaderName, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, percent_encode};
use s3err_core::Failure;
use s3err_tests::servers::clock::{self, MAX_SKEW, Time};

use crate::errors::{ArgumentError, AuthError};
use crate::request::{ANYBODY, Request};
use crate::signing::{ALGORITHM, Scope, Signed, same};
use crate::state::Gateway;
use crate::version_2;

const MAX_EXPIRES: i64 = 7 * 24 * 60 * 60;
/// The characters that a canonical query keeps as they are; in a path the slash is one too.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
const PATH: &AsciiSet = &QUERY.remove(b'/');

/// The parts of a signature, from a header or from a query.
struct Claim<'a> {
    credential: &'a str,
    signed_headers: &'a str,
    signature: &'a str,
    presigned: bool,
}

/// Lets a request pass that is signed by somebody known, and notes who that is; or one that nobody signed, for what
/// everybody may do.
pub fn verify(gateway: &Gateway, request: &mut Request) -> Result<(), Failure> {
    if gateway.credentials.is_empty() {
        request.user = Some(ANYBODY.to_owned());
        if request.query.has("X-Amz-Algorithm") {
            request.unfold();
        }
        return Ok(());
    }
    if version_2::verify(gateway, request)? {
        return Ok(());
    }
    let Some(claim) = Claim::of(request)? else { return check_unsigned(gateway, request) };
    let reject =
        |what: &'static str| if claim.presigned { AuthError::Query { what } } else { AuthError::Header { what } };

    // The credential: who, and what the signature is good for.
    let mut parts = claim.credential.rsplitn(5, '/');
    let (Some("aws4_request"), Some(service), Some(region), Some(date), Some(access_key_id)) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(reject(
            "the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".",
        ))?;
    };
    let credentials = gateway.credentials.iter().find(|known| known.access_key_id == access_key_id);
    let credentials =
        credentials.ok_or_else(|| AuthError::InvalidAccessKeyId { aws_access_key_id: access_key_id.to_owned() })?;
    // Only keys that were lent come with a token, and these are here for good.
    let token = request.header("x-amz-security-token").or(request.query.get("X-Amz-Security-Token"));
    if let Some(token) = token {
        Err(AuthError::InvalidToken { token_0: token.to_owned() })?;
    }
    if service != "s3" {
        Err(reject("incorrect service. This endpoint belongs to \"s3\"."))?;
    }
    if region != gateway.region {
        let (given, region) = (region.to_owned(), gateway.region.clone());
        Err(if claim.presigned {
            AuthError::QueryRegion { given, region }
        } else {
            AuthError::HeaderRegion { given, region }
        })?;
    }

    // The time: now, or within what a presigned URL allows. Whose clock is wrong has to be told that before all else.
    let (given, time) = claim.time(request).ok_or(AuthError::NoDate)?;
    claim.check_time(request, given, time)?;
    let basic = clock::basic(time);
    if !basic.starts_with(date) || date.len() != 8 {
        Err(reject("the Credential's date is not the same as that of X-Amz-Date."))?;
    }

    // The signature itself.
    let canonical_request = claim.canonical_request(request)?;
    let scope = Scope { date: date.to_owned(), region: region.to_owned() };
    let signed = Signed::new(credentials, &scope, basic, &canonical_request);
    if !same(&signed.signature, claim.signature) {
        let string_to_sign = signed.string_to_sign(&canonical_request);
        Err(AuthError::SignatureDoesNotMatch {
            aws_access_key_id: access_key_id.to_owned(),
            signature_provided: claim.signature.to_owned(),
            string_to_sign_bytes: string_to_sign.clone(),
            string_to_sign,
            canonical_request_bytes: canonical_request.clone(),
            canonical_request,
        })?;
    }
    claim.check_signed_headers(request)?;
    let presigned = claim.presigned;

    request.user = Some(access_key_id.to_owned());
    request.signed = Some(signed);
    if presigned {
        request.unfold();
    }
    Ok(())
}

/// Checks what can be known before the operation is: that somebody who does not sign may write into the bucket. What is
/// read may be public, for all that a bucket says.
fn check_unsigned(gateway: &Gateway, request: &Request) -> Result<(), Failure> {
    let creates = request.method == Method::PUT && request.key.is_empty();
    if request.bucket.is_empty() || creates {
        Err(AuthError::AccessDenied)?;
    }
    if !matches!(request.method, Method::GET | Method::HEAD) {
        gateway.store.lock().writable(request)?;
    }
    Ok(())
}

impl<'a> Claim<'a> {
    /// `None` if the request is not signed.
    fn of(request: &'a Request) -> Result<Option<Self>, Failure> {
        let header = request.header("authorization").filter(|header| !header.is_empty());
        let algorithm = request.query.get("X-Amz-Algorithm");
        match (header, algorithm) {
            (None, None) => Ok(None),
            (Some(header), Some(_)) => Err(ArgumentError::Value {
                reason: "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified",
                argument_name: "Authorization",
                argument_value: header.split_whitespace().next().map(str::to_owned),
            })?,
            (Some(header), None) => Self::of_header(request, header).map(Some),
            (None, Some(ALGORITHM)) => Self::of_query(request).map(Some),
            (None, Some(_)) => Err(AuthError::Query { what: "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"" })?,
        }
    }

    fn of_header(request: &Request, header: &'a str) -> Result<Self, Failure> {
        let fields = match header.strip_prefix(ALGORITHM) {
            Some(fields) => fields,
            None => Err(ArgumentError::Value {
                reason: "Unsupported Authorization Type",
                argument_name: "Authorization",
                argument_value: header.split_whitespace().next().map(str::to_owned),
            })?,
        };
        let field = |name: &str| {
            let fields = fields.split(',').filter_map(|field| field.trim().split_once('='));
            fields.into_iter().find(|(given, _)| *given == name).map(|(_, value)| value)
        };
        let (Some(credential), Some(signed_headers), Some(signature)) =
            (field("Credential"), field("SignedHeaders"), field("Signature"))
        else {
            Err(AuthError::Header {
                what: "the authorization header requires three components: Credential, SignedHeaders, and Signature.",
            })?
        };
        if request.header("x-amz-content-sha256").is_none() {
            Err(AuthError::NoContentHash)?;
        }
        Ok(Self { credential, signed_headers, signature, presigned: false })
    }

    fn of_query(request: &'a Request) -> Result<Self, Failure> {
        let field = |name| request.query.get(name);
        match (field("X-Amz-Credential"), field("X-Amz-SignedHeaders"), field("X-Amz-Signature")) {
            (Some(credential), Some(signed_headers), Some(signature))
                if field("X-Amz-Date").is_some() && field("X-Amz-Expires").is_some() =>
            {
                Ok(Self { credential, signed_headers, signature, presigned: true })
            }
            _ => Err(AuthError::Query {
                what: "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
            })?,
        }
    }

    /// Returns when the request was signed: as it says, and what that means.
    fn time(&self, request: &'a Request) -> Option<(&'a str, Time)> {
        let basic = if self.presigned { request.query.get("X-Amz-Date") } else { request.header("x-amz-date") };
        match basic {
            Some(given) => Some((given, clock::from_basic(given)?)),
            None => request.header("date").and_then(|given| Some((given, clock::from_http(given)?))),
        }
    }

    fn check_time(&self, request: &Request, given: &str, time: Time) -> Result<(), Failure> {
        let now = clock::now();
        let (age, max_skew) = (now.timestamp() - time.timestamp(), MAX_SKEW.num_seconds());
        let skewed = || AuthError::RequestTimeTooSkewed {
            request_time: given.to_owned(),
            server_time: clock::short(now),
            max_allowed_skew_milliseconds: MAX_SKEW.num_milliseconds(),
        };
        if !self.presigned {
            return if age.abs() > max_skew { Err(skewed())? } else { Ok(()) };
        }
        let expires = request.query.get("X-Amz-Expires").and_then(|seconds| seconds.parse::<i64>().ok());
        let expires = expires.ok_or(AuthError::Query { what: "X-Amz-Expires should be a number" })?;
        match expires {
            // S3 itself has a 400 for a time that cannot be; Ceph and its tests say AccessDenied, as for one that has
            // passed.
            _ if expires > MAX_EXPIRES => Err(AuthError::ExpiresTooLate)?,
            _ if age < -max_skew => Err(skewed())?,
            _ if age >= expires || expires < 0 => {
                let end = Time::from_timestamp(time.timestamp().saturating_add(expires), 0).unwrap_or(now);
                Err(AuthError::Expired {
                    x_amz_expires: Some(expires),
                    expires: clock::short(end),
                    server_time: clock::short(now),
                })?
            }
            _ => Ok(()),
        }
    }

    fn canonical_request(&self, request: &Request) -> Result<String, Failure> {
        let path: Vec<u8> = percent_decode_str(request.uri.path()).collect();
        let mut pairs: Vec<(String, String)> = (request.query.iter())
            .filter(|(name, _)| *name != "X-Amz-Signature")
            .map(|(name, value)| (encode(name), encode(value)))
            .collect();
        pairs.sort();
        let query: Vec<String> = pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut headers = String::new();
        for name in self.signed_headers.split(';') {
            let values = request.headers.get_all(name).iter();
            let values: Vec<String> = values.map(|value| one_spaced(value.as_bytes())).collect();
            headers.extend([name, ":", &values.join(","), "\n"]);
        }
        let hash = request.header("x-amz-content-sha256");
        let hash =
            if self.presigned { hash.unwrap_or("UNSIGNED-PAYLOAD") } else { hash.ok_or(AuthError::NoContentHash)? };
        let path = percent_encode(&path, PATH);
        Ok(format!("{}\n{path}\n{}\n{headers}\n{}\n{hash}", request.method, query.join("&"), self.signed_headers))
    }

    /// Everything that S3 acts on has to be signed.
    fn check_signed_headers(&self, request: &Request) -> Result<(), Failure> {
        let is_signed = |name: &str| self.signed_headers.split(';').any(|signed| signed == name);
        let named = request.headers.keys().map(HeaderName::as_str);
        let mut missing: Vec<&str> = named.filter(|name| name.starts_with("x-amz-") && !is_signed(name)).collect();
        if !is_signed("host") {
            missing.push("host");
        }
        if missing.is_empty() {
            return Ok(());
        }
        Err(AuthError::NotSigned { headers_not_signed: missing.join(", ") })?
    }
}

fn encode(text: &str) -> String {
    percent_encode(text.as_bytes(), QUERY).to_string()
}

/// Without spaces around, and with one where there are several.
fn one_spaced(value: &[u8]) -> String {
    let value = String::from_utf8_lossy(value);
    value.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
