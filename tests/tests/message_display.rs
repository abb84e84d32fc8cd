//! `message = display`: the public message is the value's `Display`.

use std::fmt;
use std::io;

use s3err_core::{Describe, S3Error, StandardError};
use s3err_tests::document::render;

#[derive(Debug, thiserror::Error, S3Error)]
#[s3(message = display)]
enum OfAll {
    #[error("no {key} here")]
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    #[error("never shown")]
    #[s3(message = "The given bucket is not there")]
    NoSuchBucket,
    #[error("never shown: {0}")]
    #[s3(transparent)]
    Standard(StandardError),
    #[error("never shown: {0}")]
    #[s3(via = internal)]
    Io(#[from] io::Error),
    #[error("own & <{0}>")]
    #[s3(code = "QuotaExceeded", status = 403)]
    Quota(u64),
}

fn internal(_: &io::Error) -> &'static StandardError {
    &StandardError::InternalError
}

#[derive(Debug, thiserror::Error, S3Error)]
enum OfOne {
    #[error("no {0} here")]
    #[s3(message = display)]
    NoSuchKey(String),
    #[error("never shown")]
    NoSuchBucket,
}

#[test]
fn of_the_enum_it_holds_for_every_variant_without_a_message_of_its_own() {
    assert_eq!(render(&OfAll::NoSuchKey { key: "a&b".into() }).message, "no a&b here");
    assert_eq!(render(&OfAll::NoSuchBucket).message, "The given bucket is not there");
    assert_eq!(render(&OfAll::Quota(5)).message, "own & <5>");
}

#[test]
fn transparent_and_via_variants_keep_their_own() {
    for error in [StandardError::NoSuchKey, StandardError::SlowDown] {
        assert_eq!(OfAll::Standard(error).message(), error.message());
        assert_eq!(render(&OfAll::Standard(error)).message, error.message());
    }
    let io = OfAll::from(io::Error::other("/dev/sda1 died"));
    assert_eq!(render(&io).message, StandardError::InternalError.message());
}

#[test]
fn of_a_variant_it_holds_for_that_variant() {
    assert_eq!(render(&OfOne::NoSuchKey("k".into())).message, "no k here");
    assert_eq!(render(&OfOne::NoSuchBucket).message, StandardError::NoSuchBucket.message());
}

#[test]
fn of_a_struct_it_holds_for_the_struct() {
    #[derive(Debug, thiserror::Error, S3Error)]
    #[error("{0:>4}")]
    #[s3(code = "NoSuchKey", message = display)]
    struct Missing(u8);

    assert_eq!(render(&Missing(7)).message, "   7");
}

#[test]
fn the_description_leaves_the_message_empty() {
    let messages: Vec<_> = OfAll::SPECS.iter().map(|spec| (spec.variant, spec.message)).collect();
    assert_eq!(messages, [("NoSuchKey", ""), ("NoSuchBucket", "The given bucket is not there"), ("Quota", "")]);
}

#[test]
fn a_display_that_fails_ends_the_message_and_not_the_document() {
    #[derive(Debug, S3Error)]
    #[s3(message = display)]
    enum Half {
        NoSuchKey,
    }

    impl fmt::Display for Half {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half <")?;
            Err(fmt::Error)
        }
    }

    assert_eq!(render(&Half::NoSuchKey).message, "half <");
}

#[test]
fn a_generic_type_needs_display_only_where_its_own_display_does() {
    #[derive(Debug, thiserror::Error, S3Error)]
    #[s3(message = display)]
    enum Of<T> {
        #[error("saw {0:?}")]
        NoSuchKey(T),
    }

    assert_eq!(render(&Of::NoSuchKey(Some(1))).message, "saw Some(1)");
}
