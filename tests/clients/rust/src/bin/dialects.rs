//! The AWS SDK for Rust as a client of STS, which speaks the query protocol, and of S3 Tables, which speaks REST JSON.

use std::process::ExitCode;

use aws_sdk_s3tables::error::ProvideErrorMetadata;
use aws_sdk_s3tables::operation::RequestId;
use aws_sdk_s3tables::operation::list_table_buckets::ListTableBucketsError;
use aws_sdk_sts::operation::assume_role::AssumeRoleError;
use aws_smithy_http_client::Builder;
use s3err_clients::{check, end, url};

macro_rules! client {
    ($sdk:ident, $path:expr) => {
        $sdk::Client::from_conf(
            $sdk::Config::builder()
                .behavior_version_latest()
                .http_client(Builder::new().build_http())
                .endpoint_url(format!("{}/{}", url(), $path))
                .region($sdk::config::Region::new("us-east-1"))
                .credentials_provider($sdk::config::Credentials::new("test", "test", None, None, "test"))
                .retry_config($sdk::config::retry::RetryConfig::disabled())
                .build(),
        )
    };
}

/// Code and message, the ids' length and the status.
fn common(service: &str, code: &str, status: u16, seen: (Option<&str>, Option<&str>, Option<&str>, Option<u16>)) {
    let (seen_code, message, id, seen_status) = seen;
    check(format!("{service} {code}: code"), seen_code, Some(code));
    check(format!("{service} {code}: message"), message.is_some_and(|message| message.contains(' ')), true);
    check(format!("{service} {code}: request id"), id.map(str::len), Some(16));
    check(format!("{service} {code}: status"), seen_status, Some(status));
}

async fn sts() {
    for (code, status) in [
        ("ExpiredTokenException", 400),
        ("MalformedPolicyDocument", 400),
        ("PackedPolicyTooLarge", 400),
        ("RegionDisabledException", 403),
        ("AccessDenied", 403),
        ("InternalError", 500),
    ] {
        let request = client!(aws_sdk_sts, format!("sts/{code}")).assume_role().role_arn("arn:aws:iam::1:role/r");
        let error = request.role_session_name("s3err").send().await.unwrap_err();
        let seen_status = error.raw_response().map(|response| response.status().as_u16());
        common("sts", code, status, (error.code(), error.message(), error.request_id(), seen_status));
        let is_typed = matches!(
            error.as_service_error(),
            Some(
                AssumeRoleError::ExpiredTokenException(_)
                    | AssumeRoleError::MalformedPolicyDocumentException(_)
                    | AssumeRoleError::PackedPolicyTooLargeException(_)
                    | AssumeRoleError::RegionDisabledException(_)
            )
        );
        check(format!("sts {code}: typed"), is_typed, !["AccessDenied", "InternalError"].contains(&code));
    }
}

async fn tables() {
    for (code, status) in [
        ("BadRequestException", 400),
        ("ForbiddenException", 403),
        ("NotFoundException", 404),
        ("ConflictException", 409),
        ("TooManyRequestsException", 429),
        ("InternalServerErrorException", 500),
        ("ThrottlingException", 429),
    ] {
        let tables = client!(aws_sdk_s3tables, format!("json/{code}"));
        let error = tables.list_table_buckets().send().await.unwrap_err();
        let seen_status = error.raw_response().map(|response| response.status().as_u16());
        common("s3tables", code, status, (error.code(), error.message(), error.request_id(), seen_status));
        let typed = error.as_service_error().map(|error| match error {
            ListTableBucketsError::BadRequestException(_) => "BadRequestException",
            ListTableBucketsError::ForbiddenException(_) => "ForbiddenException",
            ListTableBucketsError::NotFoundException(_) => "NotFoundException",
            ListTableBucketsError::TooManyRequestsException(_) => "TooManyRequestsException",
            ListTableBucketsError::InternalServerErrorException(_) => "InternalServerErrorException",
            ListTableBucketsError::ConflictException(_) => "ConflictException",
            _ => "",
        });
        check(format!("s3tables {code}: typed"), typed, Some(if code == "ThrottlingException" { "" } else { code }));
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    sts().await;
    tables().await;
    end()
}
