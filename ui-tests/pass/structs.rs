use s3err_core::{Describe, S3Error, StandardError};

#[derive(Debug, S3Error)]
struct NoSuchKey {
    #[s3(detail)]
    key: String,
}

#[derive(Debug, S3Error)]
#[s3(display, code = "NoSuchBucket", message = "no {0}")]
struct Tuple(#[s3(detail = "BucketName")] String, #[allow(dead_code)] u8);

#[derive(Debug, S3Error)]
#[s3(display)]
struct SlowDown;

#[derive(Debug, S3Error)]
struct AccessDenied {}

#[derive(Debug, S3Error)]
struct NotModified();

#[derive(Debug, S3Error)]
#[s3(transparent)]
struct Transparent(StandardError);

#[derive(Debug, S3Error)]
#[s3(via = classify)]
struct Via {
    number: u8,
}

fn classify(number: &u8) -> &'static StandardError {
    if *number == 0 { &StandardError::InternalError } else { &StandardError::SlowDown }
}

fn main() {
    assert_eq!(NoSuchKey { key: "key".to_owned() }.details()[0].name, "Key");
    assert_eq!(Tuple("bucket".to_owned(), 0).to_string(), "no bucket");
    assert_eq!((SlowDown.variant(), SlowDown.to_string().as_str()), ("SlowDown", "Please reduce your request rate."));
    assert_eq!((AccessDenied {}.status(), NotModified().status()), (403.try_into().unwrap(), 304.try_into().unwrap()));
    assert_eq!((Transparent(StandardError::NoSuchKey).code(), Via { number: 1 }.code()), ("NoSuchKey", "SlowDown"));
    assert_eq!((Tuple::SPECS[0].variant, Transparent::SPECS.len()), ("Tuple", 0));
}
