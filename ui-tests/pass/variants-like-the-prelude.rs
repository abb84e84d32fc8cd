use s3err_core::{Describe, S3Error};

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error {
    #[s3(code = "NoSuchKey", message = "no {0:?}")]
    Some(#[s3(detail = "Key")] std::option::Option<u8>, u8),
    #[s3(code = "NoSuchBucket")]
    None,
    #[s3(code = "SlowDown")]
    Ok(#[s3(retry_after)] std::time::Duration),
    #[s3(code = "InternalError")]
    Err { source: std::fmt::Error },
    #[s3(transparent)]
    Box(std::boxed::Box<Error>),
    #[s3(code = "NoSuchUpload")]
    String,
    #[s3(code = "AccessDenied")]
    Option(#[s3(header = "x-amz-a")] u8),
    #[s3(code = "NotModified")]
    Vec,
    #[s3(code = "BadDigest")]
    Self_,
    #[s3(code = "InvalidRange")]
    S3Error,
    #[s3(code = "NoSuchVersion")]
    SPECS,
    #[s3(code = "InvalidPart")]
    Route,
    #[s3(code = "EntityTooLarge")]
    Cow,
}

fn main() {
    assert_eq!(Error::Some(None, 1).message(), "no None");
    assert_eq!(Error::Box(Box::new(Error::None)).code(), "NoSuchBucket");
    assert!(Error::Err { source: std::fmt::Error }.origin().is_some());
    assert!(Error::Ok(std::time::Duration::ZERO).retry().wait().is_some());
    assert_eq!(<Error as Describe>::SPECS.len(), 12);
    let _ = [
        Error::String,
        Error::Option(1),
        Error::Vec,
        Error::Self_,
        Error::S3Error,
        Error::SPECS,
        Error::Route,
        Error::Cow,
    ];
}
