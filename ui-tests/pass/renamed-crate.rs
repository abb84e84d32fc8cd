use reexport::renamed::S3Error;

mod reexport {
    pub use s3err_core as renamed;
}

/// Not the crate.
#[allow(unused)]
mod s3err_core {}

#[derive(Debug, S3Error)]
#[s3(crate = crate::reexport::renamed, display)]
enum Error<T> {
    #[s3(message = "no {key}", header("x-amz-key", "{key}"))]
    NoSuchKey {
        #[s3(detail)]
        key: String,
        #[s3(detail(with = crate::reexport::renamed::hex_bytes))]
        bytes: Option<Vec<u8>>,
        #[s3(detail)]
        value: Option<T>,
        #[s3(retry_after)]
        wait: std::time::Duration,
        source: std::fmt::Error,
    },
    #[s3(transparent)]
    Inner(reexport::renamed::StandardError),
    #[s3(via = classify)]
    Via(T),
}

fn classify<T>(_: &T) -> &'static reexport::renamed::StandardError {
    &reexport::renamed::StandardError::SlowDown
}

mod nested {
    #[derive(Debug, super::S3Error)]
    #[s3(crate = super::reexport::renamed)]
    pub struct SlowDown;

    #[derive(Debug, super::S3Error)]
    #[s3(crate = self::again)]
    pub struct AccessDenied;

    pub(crate) use super::reexport::renamed as again;
}

fn main() {
    let error = Error::NoSuchKey {
        key: "key".to_owned(),
        bytes: None,
        value: Some(5),
        wait: std::time::Duration::ZERO,
        source: std::fmt::Error,
    };
    assert_eq!((error.details().len(), error.to_string()), (2, "no key".to_owned()));
    assert_eq!(Error::<u8>::Inner(reexport::renamed::StandardError::NoSuchKey).code(), "NoSuchKey");
    assert_eq!(Error::Via(1).code(), "SlowDown");
    assert_eq!((nested::SlowDown.code(), nested::AccessDenied.code()), ("SlowDown", "AccessDenied"));
}
