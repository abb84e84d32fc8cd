//! Both derives on one type: `Display` and `Error` are thiserror's.

use s3err_core::{S3Error, StandardError};

#[derive(Debug, thiserror::Error, S3Error)]
enum Error {
    #[error("no {key} at {path}")]
    NoSuchKey {
        #[s3(detail)]
        key: String,
        path: String,
    },
    #[error(transparent)]
    #[s3(code = "InternalError")]
    Io(#[from] std::io::Error),
    #[error("broken")]
    #[s3(code = "ServiceUnavailable")]
    Down {
        #[source]
        cause: std::fmt::Error,
    },
    #[error("boxed")]
    #[s3(code = "InternalError")]
    Boxed(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("named")]
    #[s3(code = "InternalError")]
    Named { source: Box<dyn std::error::Error + Send> },
    #[error(transparent)]
    #[s3(transparent)]
    Standard(#[from] StandardError),
    #[error("classified")]
    #[s3(via = classify)]
    Classified(#[from] std::fmt::Error),
}

fn classify(_: &std::fmt::Error) -> &'static StandardError {
    &StandardError::SlowDown
}

fn main() {
    let error = Error::NoSuchKey { key: "key".to_owned(), path: "/secret".to_owned() };
    assert_eq!(
        (error.to_string(), &*error.message()),
        ("no key at /secret".to_owned(), "The specified key does not exist.")
    );
    assert!(Error::from(std::io::Error::other("x")).origin().unwrap().is::<std::io::Error>());
    assert!(Error::Down { cause: std::fmt::Error }.origin().unwrap().is::<std::fmt::Error>());
    assert_eq!(Error::Boxed("inside".into()).origin().unwrap().to_string(), "inside");
    assert_eq!(
        Error::Named { source: Box::new(std::fmt::Error) }.origin().unwrap().to_string(),
        std::fmt::Error.to_string()
    );
    assert_eq!(Error::from(StandardError::NoSuchKey).code(), "NoSuchKey");
    let classified = Error::from(std::fmt::Error);
    assert_eq!(classified.code(), "SlowDown");
    assert!(classified.origin().unwrap().is::<std::fmt::Error>(), "the field is the source");
}
