//! Signature version 2, which S3's first region still takes: in the `Authorization` header, and in the query, as presigned
//! URLs of boto3 and the AWS CLI have it if nothing else is asked for.

use axum::http::HeaderName;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use s3err_core::Failure;
use s3err_tests::servers::clock::{self, MAX_SKEW, Time};
use sha1::Sha1;

use crate::buckets::FIRST_REGION;
use crate::errors::{ArgumentError, AuthError};
use crate::request::Request;
use crate::signing::same;
use crate::state::Gateway;

/// The arguments that are signed.
const SIGNED: [&str; 24] = [
    "acl",
    "cors",
    "delete",
    "lifecycle",
    "location",
    "logging",
    "notification",
    "partNumber",
    "policy",
    "requestPayment",
    "response-cache-control",
    "response-content-disposition",
    "response-content-encoding",
    "response-content-language",
    "response-content-type",
    "response-expires",
    "restore",
    "tagging",
    "uploadId",
    "uploads",
    "versionId",
    "versioning",
    "versions",
    "website",
];

/// The parts of a signature. The date is as it is signed, or the end of a presigned URL.
struct Claim {
    access_key_id: String,
    signature: String,
    date: String,
}

/// Checks a signature of version 2; returns false where there is none.
pub fn verify(gateway: &Gateway, request: &mut Request) -> Result<bool, Failure> {
    let claim = match request.header("authorization").and_then(|header| header.strip_prefix("AWS ")) {
        Some(fields) => Claim::of_header(request, fields)?,
        None if request.query.has("AWSAccessKeyId") => {
            // What was a header when the URL was made is signed as one.
            request.unfold();
            Claim::of_query(request)?
        }
        None => return Ok(false),
    };
    if gateway.region != FIRST_REGION {
        Err(AuthError::Mechanism)?;
    }
    let Claim { access_key_id, signature, date } = claim;
    let credentials = gateway.credentials.iter().find(|known| known.access_key_id == access_key_id);
    let credentials =
        credentials.ok_or_else(|| AuthError::InvalidAccessKeyId { aws_access_key_id: access_key_id.clone() })?;
    if let Some(token) = request.header("x-amz-security-token").or(request.query.get("x-amz-security-token")) {
        Err(AuthError::InvalidToken { token_0: token.to_owned() })?;
    }
    let path = request.uri.path();
    let string_to_sign = string_to_sign(request, &date, path);
    let is_right = |string: &str| same(&sign(&credentials.secret_access_key, string), &signature);
    // Where the host may name the bucket, boto3 signs a slash after it: there it is the key's.
    let is_of_host = || request.key.is_empty() && is_right(&self::string_to_sign(request, &date, &format!("{path}/")));
    if !is_right(&string_to_sign) && !is_of_host() {
        Err(AuthError::SignatureVersion2 {
            aws_access_key_id: access_key_id.clone(),
            signature_provided: signature,
            string_to_sign_bytes: string_to_sign.clone(),
            string_to_sign,
        })?;
    }
    request.user = Some(access_key_id);
    Ok(true)
}

impl Claim {
    fn of_header(request: &Request, fields: &str) -> Result<Self, Failure> {
        let (access_key_id, signature) = fields.trim().rsplit_once(':').ok_or_else(|| ArgumentError::Value {
            reason: "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature",
            argument_name: "Authorization",
            argument_value: Some(format!("AWS {fields}")),
        })?;
        let amz_date = request.header("x-amz-date");
        let given = amz_date.or(request.header("date")).ok_or(AuthError::NoDate)?;
        let time = clock::from_http(given).or_else(|| clock::from_basic(given)).ok_or(AuthError::NoDate)?;
        let now = clock::now();
        if (now - time).abs() > MAX_SKEW {
            Err(AuthError::RequestTimeTooSkewed {
                request_time: given.to_owned(),
                server_time: clock::short(now),
                max_allowed_skew_milliseconds: MAX_SKEW.num_milliseconds(),
            })?;
        }
        // What is signed with the other headers is not signed again.
        let date = if amz_date.is_some() { String::new() } else { given.to_owned() };
        Ok(Self { access_key_id: access_key_id.to_owned(), signature: signature.to_owned(), date })
    }

    fn of_query(request: &Request) -> Result<Self, Failure> {
        let field = |name| request.query.filled(name);
        let (Some(access_key_id), Some(signature), Some(expires)) =
            (field("AWSAccessKeyId"), field("Signature"), field("Expires"))
        else {
            Err(AuthError::QueryVersion2)?
        };
        let end = expires.parse().ok().and_then(|end| Time::from_timestamp(end, 0)).ok_or(AuthError::QueryVersion2)?;
        let now = clock::now();
        if end < now {
            let (expires, server_time) = (clock::short(end), clock::short(now));
            Err(AuthError::Expired { x_amz_expires: None, expires, server_time })?;
        }
        let (access_key_id, signature) = (access_key_id.to_owned(), signature.to_owned());
        Ok(Self { access_key_id, signature, date: expires.to_owned() })
    }
}

fn sign(secret: &str, string: &str) -> String {
    // An HMAC takes keys of any length.
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(secret.as_bytes()) else { return String::new() };
    mac.update(string.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

fn string_to_sign(request: &Request, date: &str, path: &str) -> String {
    let header = |name| request.header(name).or(request.query.get(name)).unwrap_or_default();
    let mut signed = [request.method.as_str(), header("content-md5"), header("content-type"), date, ""].join("\n");
    let mut names: Vec<&str> = request.headers.keys().map(HeaderName::as_str).collect();
    names.retain(|name| name.starts_with("x-amz-"));
    names.sort_unstable();
    for name in names {
        let values = request.headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes()));
        let values: Vec<String> = values.map(|value| value.trim().to_owned()).collect();
        signed.extend([name, ":", &values.join(","), "\n"]);
    }
    signed.push_str(path);
    let mut arguments: Vec<(&str, &str)> = request.query.iter().filter(|(name, _)| SIGNED.contains(name)).collect();
    arguments.sort_unstable();
    for (number, (name, value)) in arguments.into_iter().enumerate() {
        signed.extend([if number == 0 { "?" } else { "&" }, name]);
        if !value.is_empty() {
            signed.extend(["=", value]);
        }
    }
    signed
}
