//! A field that is shown needs what shows it; a field that is not needs nothing.

use std::fmt::Debug;

use s3err_core::{Describe, S3Error, StandardError};

#[derive(Debug, S3Error)]
enum Detail<T> {
    NoSuchKey {
        #[s3(detail)]
        key: T,
    },
}

#[derive(Debug, S3Error)]
enum Header<T, U> {
    NotModified(#[s3(header = "ETag")] T, #[s3(header = "Last-Modified")] Option<U>),
}

#[derive(Debug, S3Error)]
enum Placeholder<T, U> {
    #[s3(message = "no {0}, but {1:?}")]
    NoSuchKey(T, Vec<U>),
    #[s3(header("Content-Range", "bytes */{size:>4}"))]
    InvalidRange { size: T },
}

#[derive(Debug, S3Error)]
enum Transparent<E> {
    #[s3(transparent)]
    Inner(E),
    SlowDown,
}

#[derive(Debug, S3Error)]
#[s3(code = "NoSuchKey")]
struct Untouched<T> {
    #[s3(detail = "Key")]
    key: String,
    _inside: T,
}

#[derive(Debug, S3Error)]
#[s3(code = "NoSuchKey")]
struct Optional<T>(#[s3(detail = "Key")] Option<T>);

#[derive(Debug, S3Error)]
enum Via<T: AsRef<str>> {
    #[s3(via = classify)]
    Text(T),
}

fn classify<T: AsRef<str>>(text: &T) -> &'static StandardError {
    if text.as_ref().is_empty() { &StandardError::InternalError } else { &StandardError::SlowDown }
}

#[derive(Debug, S3Error)]
#[s3(code = "InternalError")]
struct Source<E> {
    source: E,
}

#[derive(Debug, S3Error)]
#[s3(display)]
enum Shown<T>
where
    T: Debug,
{
    #[s3(message = "no {0:?}")]
    NoSuchKey(T),
}

/// Neither `Display` nor anything else.
#[derive(Debug)]
struct Nothing;

fn associated<I: Iterator>(items: I) -> Associated<I> {
    Associated::NoSuchKey { key: items.last() }
}

#[derive(Debug, S3Error)]
enum Associated<I: Iterator> {
    NoSuchKey {
        #[s3(detail)]
        key: Option<I::Item>,
    },
}

fn main() {
    assert_eq!(Detail::NoSuchKey { key: 5 }.details()[0].value, "5");
    assert_eq!(Header::NotModified("tag", Some("now")).code(), "NotModified");
    assert_eq!(Placeholder::NoSuchKey("key", vec![Nothing]).message(), "no key, but [Nothing]");
    assert_eq!(Placeholder::<_, Nothing>::InvalidRange { size: 5 }.status(), 416);
    assert_eq!(Transparent::Inner(StandardError::NoSuchKey).code(), "NoSuchKey");
    assert_eq!(Transparent::<StandardError>::SlowDown.code(), "SlowDown");
    assert_eq!(Untouched { key: "key".to_owned(), _inside: Nothing }.details()[0].value, "key");
    assert!(Optional(None::<u8>).details().is_empty());
    assert_eq!(Via::Text("text").code(), "SlowDown");
    assert!(Source { source: std::fmt::Error }.origin().unwrap().is::<std::fmt::Error>());
    assert_eq!(Shown::NoSuchKey(Nothing).to_string(), "no Nothing");
    let error: &dyn std::error::Error = &Shown::NoSuchKey(Nothing);
    assert!(error.source().is_none());
    assert_eq!(associated([1, 2].into_iter()).details()[0].value, "2");
    assert_eq!(<Transparent<Nothing2> as Describe>::SPECS.len(), 1);
}

#[derive(Debug, S3Error)]
#[s3(code = "SlowDown")]
struct Nothing2;
