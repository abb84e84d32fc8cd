//! Which request gets which answer.

use std::time::{Duration, SystemTime};

use axum::extract::{Request, State};
use axum::http::header::DATE;
use axum::http::{HeaderValue, Method};
use axum::response::{IntoResponse, Response};
use s3err_core::{Failure, RequestContext, S3Error, StandardError};

use crate::asked::Asked;
use crate::clock;
use crate::delete;
use crate::flaky::Flaky;
use crate::injected::{Injected, REGION};
use crate::received::Received;
use crate::success;

/// How far the clock of `s3err-skew` is ahead.
const AHEAD: Duration = Duration::from_secs(60 * 60);

/// Answers every request.
pub(crate) async fn answer(State(flaky): State<Flaky>, context: RequestContext, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let asked = Asked::new(parts);
    let received = Received::read(body, asked.is_delete_objects()).await;
    let now = SystemTime::now() + if asked.bucket == "s3err-skew" { AHEAD } else { Duration::ZERO };
    let exchange = Exchange { asked, context, now };
    let mut response = exchange.answer(&flaky, received).into_response();
    // One reading of the clock for the header and for the document.
    if let Ok(date) = HeaderValue::try_from(clock::http_date(now)) {
        response.headers_mut().insert(DATE, date);
    }
    response
}

/// A request and the moment at which it is answered.
struct Exchange {
    asked: Asked,
    context: RequestContext,
    now: SystemTime,
}

impl Exchange {
    fn answer(&self, flaky: &Flaky, received: Received) -> Result<Response, Failure> {
        let asked = &self.asked;
        if asked.is_for_service() {
            return success::service(asked, self.now);
        }
        let elsewhere = || asked.signed_region().is_some_and(|region| region != REGION);
        let is_location = asked.method == Method::GET && asked.key.is_empty() && asked.has("location");
        match asked.bucket.as_str() {
            "s3err" if !asked.key.is_empty() => self.by_key(flaky, received),
            "s3err-redirect" | "s3err-wrongregion" if is_location => Ok(success::location(asked)),
            "s3err-redirect" if elsewhere() => self.fail(StandardError::PermanentRedirect),
            "s3err-wrongregion" if elsewhere() => self.fail(StandardError::AuthorizationHeaderMalformed),
            "s3err-skew" if self.is_skewed() => self.fail(StandardError::RequestTimeTooSkewed),
            "s3err" | "s3err-redirect" | "s3err-wrongregion" | "s3err-skew" => self.succeed(received),
            bucket => self.fail(of_bucket(bucket).unwrap_or(StandardError::NoSuchBucket)),
        }
    }

    /// In the bucket `s3err` the key says what is going to happen.
    fn by_key(&self, flaky: &Flaky, received: Received) -> Result<Response, Failure> {
        let key = self.asked.key.as_str();
        let (first, rest) = key.split_once('/').unwrap_or((key, ""));
        match (first, rest) {
            ("ok", _) if key.contains('/') => self.succeed(received),
            ("flaky", rest) => match flaky_part(rest) {
                Some((error, failures)) if flaky.fails(&self.asked.path, failures) => self.fail(error),
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

    /// Whether S3 sends the status before it knows how it ends: a copy, and the completion of an upload.
    fn can_hold_an_error(&self) -> bool {
        let is_copy = self.asked.method == Method::PUT && self.asked.header("x-amz-copy-source").is_some();
        is_copy || self.asked.method == Method::POST && self.asked.has("uploadId")
    }

    fn is_skewed(&self) -> bool {
        self.asked.signed_at().is_some_and(|(_, signed)| clock::distance(signed, self.now) > clock::MAX_SKEW)
    }

    fn succeed(&self, received: Received) -> Result<Response, Failure> {
        if self.asked.is_delete_objects() {
            received.check()?;
            return Ok(delete::delete_objects(received.bytes(), &self.context)?);
        }
        success::bucket_or_object(&self.asked, received, self.now)
    }

    fn fail(&self, error: StandardError) -> Result<Response, Failure> {
        Err(self.injected(error).into())
    }

    /// A 200 that is none.
    fn embed(&self, error: StandardError) -> Response {
        let document = self.injected(error).to_bytes(&self.context);
        ([("content-type", "application/xml")], document).into_response()
    }

    fn injected(&self, error: StandardError) -> Injected {
        Injected::new(error, &self.asked, self.now)
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
