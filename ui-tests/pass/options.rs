use s3err_core::{HeaderVisitor, S3Error};

#[derive(Debug, S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail)]
        key: Option<String>,
        #[s3(detail(with = hex))]
        version_id: Option<u64>,
        #[s3(detail)]
        size: std::option::Option<u64>,
        #[s3(header = "x-amz-version-id")]
        version: Option<u64>,
        #[s3(header(name = "x-amz-hex", with = hex))]
        hex: core::option::Option<u64>,
        #[s3(log)]
        path: Option<String>,
    },
    NoSuchBucket {
        #[s3(detail)]
        bucket_name: Option<&'static str>,
        #[s3(detail)]
        region: Option<Box<str>>,
    },
    #[s3(message = "not {0:?}")]
    NoSuchUpload(Option<u8>),
}

fn hex(number: &u64) -> impl std::fmt::Display {
    format!("{number:x}")
}

fn headers(error: &impl S3Error) -> Vec<String> {
    let mut headers = Vec::new();
    let mut visit =
        |name: &str, value: &dyn std::fmt::Display, _sensitive: bool| headers.push(format!("{name}: {value}"));
    error.visit_headers(&mut HeaderVisitor::new(&mut visit));
    headers
}

fn main() {
    let full = Error::NoSuchKey {
        key: Some("key".to_owned()),
        version_id: Some(255),
        size: Some(3),
        version: Some(4),
        hex: Some(16),
        path: None,
    };
    let details: Vec<_> = full.details().iter().map(|detail| format!("{}={}", detail.name, detail.value)).collect();
    assert_eq!(details, ["Key=key", "VersionId=ff", "Size=3"]);
    assert_eq!(headers(&full), ["x-amz-version-id: 4", "x-amz-hex: 10"]);
    let empty = Error::NoSuchKey { key: None, version_id: None, size: None, version: None, hex: None, path: None };
    assert!(empty.details().is_empty() && headers(&empty).is_empty());
    let bucket = Error::NoSuchBucket { bucket_name: Some("bucket"), region: Some("eu".into()) };
    assert_eq!(bucket.details()[1].value, "eu");
    assert_eq!(Error::NoSuchUpload(None).message(), "not None");
}
