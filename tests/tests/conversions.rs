//! `from` on a field: the conversion, and the source error.

use std::error::Error;
use std::fmt::Debug;
use std::io;

use s3err_core::{S3Error, StandardError};

#[derive(Debug, S3Error)]
#[s3(display)]
enum StorageError {
    #[s3(code = "InternalError")]
    Io(#[s3(from)] io::Error),
    #[s3(code = "InternalError")]
    Boxed {
        #[s3(from)]
        cause: Box<dyn Error + Send + Sync>,
    },
    #[s3(via = classify)]
    Utf8(#[s3(from)] std::str::Utf8Error),
    #[s3(transparent)]
    Standard(#[s3(from)] StandardError),
}

fn classify(_: &std::str::Utf8Error) -> &'static StandardError {
    &StandardError::InvalidURI
}

/// A struct is one error, and is converted into as well.
#[derive(Debug, S3Error)]
#[s3(code = "InternalError")]
struct Disk(#[s3(from)] io::Error);

#[derive(Debug, S3Error)]
#[s3(code = "InternalError")]
struct Wrapped<E>(#[s3(from)] E);

#[test]
fn a_question_mark_converts() {
    fn read() -> Result<Vec<u8>, StorageError> {
        Ok(std::fs::read("/nowhere/at/all")?)
    }
    let error = read().unwrap_err();
    assert_eq!((error.code(), error.variant()), ("InternalError", "Io"));
    assert_eq!(error.source().unwrap().downcast_ref::<io::Error>().unwrap().kind(), io::ErrorKind::NotFound);
}

#[test]
fn a_struct_and_a_generic_type_convert() {
    let disk = Disk::from(io::Error::other("sda"));
    assert_eq!(disk.origin().unwrap().to_string(), "sda");
    let wrapped: Wrapped<io::Error> = io::Error::other("sdb").into();
    assert_eq!(wrapped.origin().unwrap().to_string(), "sdb");
}

#[test]
fn a_boxed_error_is_the_source_itself() {
    let error = StorageError::from(Box::<dyn Error + Send + Sync>::from("the index is gone"));
    assert_eq!(error.origin().unwrap().to_string(), "the index is gone");
}

#[test]
fn from_goes_together_with_via_and_transparent() {
    let invalid = std::str::from_utf8(std::hint::black_box(&[0xFF])).unwrap_err();
    let error = StorageError::from(invalid);
    assert_eq!((error.code(), error.origin().unwrap().to_string()), ("InvalidURI", invalid.to_string()));
    let error = StorageError::from(StandardError::SlowDown);
    assert_eq!(error.code(), "SlowDown");
    assert!(error.origin().is_none(), "a transparent variant has the source of its field");
}
