use s3err_core::{Describe, S3Error, StandardError};

#[derive(Debug, S3Error)]
#[allow(non_camel_case_types)]
enum r#struct<'r#loop, T> {
    #[s3(message = "no {type}, {r#enum}, {fn:?}")]
    NoSuchKey {
        #[s3(detail)]
        r#type: &'r#loop str,
        #[s3(detail)]
        r#enum: T,
        #[s3(header = "x-amz-match")]
        r#match: u8,
        #[s3(log)]
        r#fn: u8,
    },
    #[s3(code = "NoSuchBucket")]
    r#match(#[s3(detail = "BucketName")] u8),
    #[s3(via = r#while)]
    r#use(u8),
}

fn r#while(_: &u8) -> &'static StandardError {
    &StandardError::SlowDown
}

#[derive(Debug, S3Error)]
#[s3(code = "InternalError")]
struct Source {
    r#source: std::fmt::Error,
}

fn main() {
    let error = r#struct::NoSuchKey { r#type: "t", r#enum: 1, r#match: 2, r#fn: 3 };
    assert_eq!(error.message(), "no t, 1, 3");
    let names: Vec<_> = error.details().into_iter().map(|detail| detail.name).collect();
    assert_eq!(names, ["Type", "Enum"]);
    assert_eq!(r#struct::<u8>::SPECS[0].log, ["fn"]);
    assert_eq!(r#struct::<u8>::r#match(1).variant(), "match");
    assert_eq!(r#struct::<u8>::r#use(1).code(), "SlowDown");
    assert!(Source { source: std::fmt::Error }.origin().is_some());
}
