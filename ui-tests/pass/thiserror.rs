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
    #[s3(code = "InternalError")]
    Plain(std::num::ParseIntError),
    #[error(transparent)]
    #[s3(code = "InternalError")]
    Object { cause: Box<dyn std::error::Error + Send + Sync + 'static> },
    #[error(transparent)]
    #[s3(via = classify_number)]
    Number(std::num::ParseFloatError),
    #[error(transparent)]
    #[s3(code = "InvalidArgument")]
    Sent(#[s3(detail = "Reason")] std::num::TryFromIntError),
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

fn classify_number(_: &std::num::ParseFloatError) -> &'static StandardError {
    &StandardError::InvalidArgument
}

#[derive(Debug, thiserror::Error, S3Error)]
#[error(transparent)]
#[s3(code = "InternalError")]
struct Struct(std::fmt::Error);

#[derive(Debug, thiserror::Error, S3Error)]
enum Generic<E> {
    #[error(transparent)]
    #[s3(code = "InternalError")]
    Inner(E),
}

/// An error that borrows is not a source, and goes on to be an error.
#[derive(Debug, thiserror::Error)]
#[error("not a number: {0}")]
struct NotANumber<'a>(&'a str);

#[derive(Debug, thiserror::Error, S3Error)]
enum Borrowing<'a> {
    #[error(transparent)]
    #[s3(code = "InvalidArgument")]
    Inner(NotANumber<'a>),
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
    let number = "x".parse::<u8>().unwrap_err();
    assert!(Error::Plain(number.clone()).origin().unwrap().is::<std::num::ParseIntError>());
    assert_eq!(Error::Object { cause: "inside".into() }.origin().unwrap().to_string(), "inside");
    let number_of = |error: &Error| error.origin().unwrap().is::<std::num::ParseFloatError>();
    assert!(number_of(&Error::Number("x".parse::<f64>().unwrap_err())));
    assert!(Error::Sent(u8::try_from(-1).unwrap_err()).origin().is_none());
    assert!(Struct(std::fmt::Error).origin().unwrap().is::<std::fmt::Error>());
    assert!(Generic::Inner(number).origin().unwrap().is::<std::num::ParseIntError>());
    assert!(Borrowing::Inner(NotANumber("x")).origin().is_none());
    let classified = Error::from(std::fmt::Error);
    assert_eq!(classified.code(), "SlowDown");
    assert!(classified.origin().unwrap().is::<std::fmt::Error>(), "the field is the source");
}
