//! `opendal`: the kind by code, whether it is temporary, errors inside a 200.

use std::process::ExitCode;

use opendal::services::S3;
use opendal::{ErrorKind, Operator};
use s3err_clients::{check, check_contains, end, facts, url};

fn operator(bucket: &str) -> Operator {
    let builder = S3::default()
        .bucket(bucket)
        .endpoint(&url())
        .region("us-east-1")
        .access_key_id("test")
        .secret_access_key("test")
        .disable_config_load();
    Operator::new(builder).expect("an operator")
}

/// Code first, then status (core.rs:2179-2281).
const KINDS: [(&str, ErrorKind, bool); 13] = [
    ("NoSuchBucket", ErrorKind::ConfigInvalid, false),
    ("NoSuchKey", ErrorKind::NotFound, false),
    ("NoSuchUpload", ErrorKind::NotFound, false),
    ("InvalidRange", ErrorKind::RangeNotSatisfied, false),
    ("SlowDown", ErrorKind::RateLimited, true),
    ("InternalError", ErrorKind::Unexpected, true),
    ("ServiceUnavailable", ErrorKind::Unexpected, true),
    ("RequestTimeout", ErrorKind::Unexpected, true),
    ("OperationAborted", ErrorKind::Conflict, true),
    ("AccessDenied", ErrorKind::PermissionDenied, false),
    ("SignatureDoesNotMatch", ErrorKind::PermissionDenied, false),
    ("InvalidArgument", ErrorKind::Unexpected, false),
    ("PermanentRedirect", ErrorKind::Unexpected, false),
];

async fn kinds() {
    let operator = operator("s3err");
    let facts = facts();
    for (code, kind, temporary) in KINDS {
        let error = operator.read(&format!("{code}/x")).await.unwrap_err();
        check(format!("{code}: kind"), error.kind(), kind);
        check(format!("{code}: temporary"), error.is_temporary(), temporary);
        let (_, _, message) = facts.iter().find(|(known, ..)| known == code).expect("a known code");
        check_contains(format!("{code}: code"), error.to_string(), code);
        check_contains(format!("{code}: message"), error.to_string(), message);
    }
    check("read", operator.read("ok/a").await.unwrap().to_vec(), b"ok\n".to_vec());
    check("exists", operator.exists("NoSuchKey/x").await.unwrap(), false);
    check("write", operator.write("AccessDenied/x", "a").await.unwrap_err().kind(), ErrorKind::PermissionDenied);
}

async fn inside_a_200() {
    let operator = operator("s3err");
    for (code, kind, _) in KINDS {
        let error = operator.copy("ok/a", &format!("embedded/{code}/x")).await.unwrap_err();
        // These it knows by their status alone, and here that is 200.
        let by_status = ["NoSuchUpload", "AccessDenied", "SignatureDoesNotMatch"].contains(&code);
        check(format!("copy: {code}"), error.kind(), if by_status { ErrorKind::Unexpected } else { kind });
        check_contains(format!("copy: {code}: code"), error.to_string(), code);
    }
    check("copy", operator.copy("ok/a", "ok/b").await.is_ok(), true);
}

#[tokio::main]
async fn main() -> ExitCode {
    rustls::crypto::ring::default_provider().install_default().expect("it is the first");
    opendal_http_transport_reqwest::install_default();
    kinds().await;
    inside_a_200().await;
    end()
}
