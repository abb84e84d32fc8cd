//! The response to each request.

use axum::extract::State;
use axum::http::header::DATE;
use axum::http::{HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use s3err_core::{Failure, RequestContext, S3Error, StandardError};

use super::delete;
use super::flaky::Flaky;
use super::injected::Injected;
use super::received::Received;
use super::request::Request;
use super::success;
use crate::servers::clock::{self, MAX_SKEW, Time};

/// The time by which the clock of `s3err-skew` is ahead.
const AHEAD: TimeDelta = TimeDelta::hours(1);

/// Responds to every request.
pub(super) async fn respond(
    State(flaky): State<Flaky>,
    context: RequestContext,
    request: axum::extract::Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let request = Request::new(parts);
    let received = Received::read(body, request.is_delete_objects()).await;
    let now = clock::now() + if request.bucket == "s3err-skew" { AHEAD } else { TimeDelta::zero() };
    let exchange = Exchange { request, context, now };
    let mut response = exchange.respond(&flaky, received).into_response();
    // One reading of the clock for the header and for the document.
    if let Ok(date) = HeaderValue::try_from(clock::http(now)) {
        response.headers_mut().insert(DATE, date);
    }
    response
}

/// A request and the moment at which it is answered.
struct Exchange {
    request: Request,
    context: RequestContext,
    now: Time,
}

impl Exchange {
    fn respond(&self, flaky: &Flaky, received: Received) -> Result<Response, Failure> {
        let request = &self.request;
        if request.is_for_service() {
            return success::service(request, self.now);
        }
        let is_location = request.method == Method::GET && request.key.is_empty() && request.query.has("location");
        let is_elsewhere = !request.is_signed_for_region();
        match request.bucket.as_str() {
            "s3err" if !request.key.is_empty() => self.by_key(flaky, received),
            "s3err-redirect" | "s3err-wrongregion" if is_location => Ok(success::bucket_location(request)),
            "s3err-redirect" if is_elsewhere => self.fail(StandardError::PermanentRedirect),
            "s3err-wrongregion" if is_elsewhere => self.fail(StandardError::AuthorizationHeaderMalformed),
            "s3err-skew" if self.is_skewed() => self.fail(StandardError::RequestTimeTooSkewed),
            "s3err" | "s3err-redirect" | "s3err-wrongregion" | "s3err-skew" => self.succeed(received),
            bucket => self.fail(of_bucket(bucket).unwrap_or(StandardError::NoSuchBucket)),
        }
    }

    /// In the bucket `s3err` the key says what is going to happen.
    fn by_key(&self, flaky: &Flaky, received: Received) -> Result<Response, Failure> {
        let key = self.request.key.as_str();
        let (first, rest) = key.split_once('/').unwrap_or((key, ""));
        match (first, rest) {
            ("ok", _) if key.contains('/') => self.succeed(received),
            ("flaky", rest) => match flaky_part(rest) {
                Some((error, failures)) if flaky.fails(&self.request.path, failures) => self.fail(error),
                Some(_) => self.succeed(received),
                None => self.fail(StandardError::NoSuchKey),
            },
            ("embedded", rest) if key.contains('/') => {
                let code = rest.split('/').next().unwrap_or_default();
                if self.can_hold_an_error() { Ok(self.embed(of_code(code))) } else { self.succeed(received) }
            }
            (code, _) => self.fail(of_code(code)),
        }
    }

    /// Returns whether S3 sends the status before it knows how it ends: a copy, and the completion of an upload.
    fn can_hold_an_error(&self) -> bool {
        let is_copy = self.request.method == Method::PUT && self.request.header("x-amz-copy-source").is_some();
        is_copy || self.request.method == Method::POST && self.request.query.has("uploadId")
    }

    fn is_skewed(&self) -> bool {
        self.request.signed_at().is_some_and(|(_, signed)| (signed - self.now).abs() > MAX_SKEW)
    }

    fn succeed(&self, received: Received) -> Result<Response, Failure> {
        if self.request.is_delete_objects() {
            received.check()?;
            return Ok(delete::delete_objects(received.bytes())?);
        }
        if !self.is_served() {
            return self.fail(StandardError::NotImplemented);
        }
        success::bucket_or_object(&self.request, received, self.now)
    }

    /// Returns whether a request that succeeds is for what is there: objects, their uploads, and lists of both.
    fn is_served(&self) -> bool {
        let method = self.request.method.as_str();
        match (self.request.query.subresource(), self.request.key.is_empty()) {
            (None, _) => true,
            (Some("uploads"), false) => method == "POST",
            (Some("uploadId"), false) => matches!(method, "GET" | "PUT" | "POST" | "DELETE"),
            (Some("uploads" | "versions" | "location"), true) => method == "GET",
            _ => false,
        }
    }

    fn fail(&self, error: StandardError) -> Result<Response, Failure> {
        Err(self.injected(error).into())
    }

    /// An error inside a 200.
    fn embed(&self, error: StandardError) -> Response {
        let document = self.injected(error).to_bytes(&self.context);
        ([("content-type", "application/xml")], document).into_response()
    }

    fn injected(&self, error: StandardError) -> Injected {
        Injected::new(error, &self.request, self.now)
    }
}

/// A code that nobody knows names a key that is not there.
fn of_code(code: &str) -> StandardError {
    code.parse().unwrap_or(StandardError::NoSuchKey)
}

/// `CODE/N/<token>`
fn flaky_part(rest: &str) -> Option<(StandardError, u32)> {
    let (code, rest) = rest.split_once('/')?;
    let (failures, _token) = rest.split_once('/')?;
    Some((of_code(code), failures.parse().ok()?))
}

/// The error of `s3err-<code in lower case>`.
fn of_bucket(bucket: &str) -> Option<StandardError> {
    let code = bucket.strip_prefix("s3err-").filter(|code| !code.contains(|c: char| c.is_ascii_uppercase()))?;
    StandardError::ALL.iter().copied().find(|error| error.code().eq_ignore_ascii_case(code))
}
