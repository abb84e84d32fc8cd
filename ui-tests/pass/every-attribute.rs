use std::time::Duration;

use s3err_core::{Describe, Fault, HeaderVisitor, RetryClass, S3Error, StandardError};

#[derive(Debug, S3Error)]
#[s3(crate = s3err_core, display, strict)]
enum Error {
    /// The documentation,
    /// in two lines.
    #[s3(code = "QuotaExceeded", status = 507, custom, message = "The tenant {tenant} has {{{used:>4}}} of it.")]
    #[s3(fault = client, retry = throttling, close)]
    #[s3(header("x-amz-tenant", "{tenant}"), header("x-amz-note", "{{note}}"))]
    Quota {
        #[s3(detail, header = "x-amz-name")]
        tenant: String,
        #[s3(detail = "InUse")]
        used: u64,
        #[s3(detail(name = "Token-0"), header(name = "x-amz-token", with = hex))]
        token: u64,
        #[s3(detail(with = hex), sensitive)]
        secret: Option<u64>,
        #[s3(retry_after)]
        wait: Option<Duration>,
        #[s3(source)]
        cause: std::fmt::Error,
        #[s3(log)]
        path: String,
        #[allow(dead_code)]
        unused: Vec<u8>,
    },
    #[s3(transparent)]
    Standard(StandardError),
    #[s3(via = classify)]
    Io(std::io::Error),
}

fn hex(number: &u64) -> impl std::fmt::Display {
    format!("{number:x}")
}

fn classify(_: &std::io::Error) -> &'static StandardError {
    &StandardError::SlowDown
}

fn main() {
    let error = Error::Quota {
        tenant: "acme".to_owned(),
        used: 7,
        token: 255,
        secret: Some(16),
        wait: Some(Duration::from_millis(1500)),
        cause: std::fmt::Error,
        path: "/var".to_owned(),
        unused: Vec::new(),
    };
    let spec = &Error::SPECS[0];
    assert_eq!(spec.docs, "The documentation,\nin two lines.");
    assert_eq!((spec.variant, spec.code, spec.status.as_u16()), ("Quota", "QuotaExceeded", 507));
    assert_eq!((spec.fault, spec.retry, spec.close), (Fault::Client, RetryClass::Throttling, true));
    assert_eq!(spec.log, ["path"]);
    assert_eq!(error.retry().wait(), Some(Duration::from_millis(1500)));
    assert!(error.close() && error.origin().unwrap().is::<std::fmt::Error>());
    let details: Vec<_> =
        error.details().iter().map(|detail| format!("{}={} {}", detail.name, detail.value, detail.sensitive)).collect();
    assert_eq!(details, ["Tenant=acme false", "InUse=7 false", "Token-0=255 true", "Secret=10 true"]);
    let mut headers = Vec::new();
    let mut visit = |name: &str, value: &dyn std::fmt::Display, _: bool| headers.push(format!("{name}: {value}"));
    error.visit_headers(&mut HeaderVisitor::new(&mut visit));
    assert_eq!(headers, ["x-amz-tenant: acme", "x-amz-note: {note}", "x-amz-name: acme", "x-amz-token: ff"]);
    let mut log = Vec::new();
    error.visit_log(&mut |name, value| log.push(format!("{name}={value}")));
    assert_eq!(log, ["path=/var"]);
    assert_eq!(Error::Standard(StandardError::NoSuchKey).code(), "NoSuchKey");
    assert_eq!(Error::Io(std::io::Error::other("x")).code(), "SlowDown");
}
