//! Types with parameters: bounds are inferred from the fields, and asked for nowhere else.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::time::Duration;

use s3err_core::{Describe, S3Error, StandardError};
use s3err_tests::context;
use s3err_tests::document::render;
use s3err_tests::headers::respond;

/// Neither `Display` nor `Debug`.
struct Opaque;

#[test]
fn a_parameter_is_bound_by_what_its_field_is_shown_by() {
    #[derive(S3Error)]
    #[allow(dead_code)]
    enum Shown<D, O, M, G, H, N> {
        NoSuchKey {
            #[s3(detail)]
            key: D,
            #[s3(detail)]
            optional: Option<O>,
        },
        #[s3(message = "{0:?} {1:#x}")]
        NoSuchBucket(M, G),
        #[s3(code = "NoSuchUpload")]
        Header(#[s3(header = "x-amz-meta-a")] H),
        #[s3(code = "NoSuchVersion")]
        Nothing(N),
    }

    type All = Shown<u8, &'static str, Option<u8>, u32, char, Opaque>;
    assert_eq!(render(&All::NoSuchKey { key: 1, optional: Some("a") }).detail_names(), ["Key", "Optional"]);
    assert_eq!(render(&All::NoSuchBucket(Some(1), 255)).message, "Some(1) 0xff");
    assert_eq!(respond(&All::Header('h'), &context()).text("x-amz-meta-a"), Some("h"));
    assert_eq!(render(&All::Nothing(Opaque)).details, []);
    assert_eq!(All::SPECS.len(), 4);
}

#[test]
fn what_is_written_with_a_function_needs_no_display() {
    fn name<T>(_: &T) -> &'static str {
        std::any::type_name::<T>()
    }

    #[derive(S3Error)]
    #[s3(code = "NoSuchKey")]
    struct With<T> {
        #[s3(detail(with = name))]
        kind: T,
        #[s3(detail(with = name))]
        some: Option<T>,
    }

    let document = render(&With { kind: Opaque, some: Some(Opaque) });
    assert!(document.details.iter().all(|(_, value)| value.ends_with("Opaque")), "{document:?}");
}

#[test]
fn an_inner_error_may_be_a_parameter() {
    #[derive(Debug, S3Error)]
    enum Layer<E> {
        #[s3(transparent)]
        Below(E),
        NoSuchKey,
    }

    let error = Layer::Below(Layer::Below(StandardError::SlowDown));
    assert_eq!((error.code(), error.variant()), ("SlowDown", "SlowDown"));
    assert_eq!(Layer::<StandardError>::NoSuchKey.code(), "NoSuchKey");
    let boxed: Layer<Box<dyn S3Error>> = Layer::Below(Box::new(StandardError::Busy));
    assert_eq!(render(&boxed).code, "Busy");
}

#[test]
fn a_via_may_take_a_parameter() {
    fn constant<T>(_: &T) -> &StandardError {
        &StandardError::InternalError
    }

    #[derive(S3Error)]
    enum Any<T> {
        #[s3(via = constant)]
        Other(#[allow(dead_code)] T),
    }

    assert_eq!(render(&Any::Other(Opaque)).code, "InternalError");
}

#[test]
fn an_origin_may_be_a_parameter() {
    #[derive(Debug, S3Error)]
    #[s3(code = "InternalError", display)]
    struct Caused<E> {
        source: E,
    }

    let error = Caused { source: std::fmt::Error };
    assert!(error.origin().is_some_and(<dyn Error>::is::<std::fmt::Error>));
    assert!(error.source().is_some());
}

#[test]
fn lifetimes_constants_defaults_and_where_clauses_are_kept() {
    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchKey", message = "{0} of {1}")]
    struct Everything<'a, 'b: 'a, T: ?Sized, const N: usize, U = &'a str>(
        #[s3(detail = "A")] &'a T,
        #[s3(detail = "B")] Cow<'b, str>,
        #[s3(detail(name = "C", with = s3err_core::hex_bytes))] [u8; N],
        #[s3(detail = "D")] Option<U>,
    )
    where
        T: Display + Debug,
        U: Clone;

    let text = String::from("a");
    let error: Everything<'_, '_, str, 2> = Everything(&text, "b".into(), [1, 2], Some("d"));
    let document = render(&error);
    assert_eq!(document.message, "a of b");
    let values: Vec<_> = document.details.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(values, ["a", "b", "01 02", "d"]);
}

#[test]
fn texts_that_mention_a_parameter_are_bound_as_well() {
    #[derive(S3Error)]
    #[s3(code = "NoSuchKey")]
    struct Texts<'a, T: ToOwned + ?Sized, S> {
        #[s3(detail)]
        cow: Cow<'a, T>,
        #[s3(detail)]
        boxed: Box<S>,
        #[s3(detail)]
        borrowed: &'a S,
        #[s3(detail)]
        optional: Option<&'a S>,
    }

    let error = Texts::<str, String> {
        cow: "<".into(),
        boxed: Box::new("b".into()),
        borrowed: &"c".into(),
        optional: Some(&"d".into()),
    };
    let values: Vec<_> = render(&error).details.into_iter().map(|(_, value)| value).collect();
    assert_eq!(values, ["<", "b", "c", "d"]);
}

#[test]
fn an_associated_type_is_bound_where_it_is_shown() {
    trait Store {
        type Key;
        type Error;
    }
    struct Disk;
    impl Store for Disk {
        type Key = u8;
        type Error = StandardError;
    }

    #[derive(S3Error)]
    enum Of<S: Store> {
        NoSuchKey {
            #[s3(detail)]
            key: S::Key,
        },
        #[s3(transparent)]
        Failed(<S as Store>::Error),
    }

    assert_eq!(render(&Of::<Disk>::NoSuchKey { key: 1 }).detail("Key"), Some("1"));
    assert_eq!(Of::<Disk>::Failed(StandardError::SlowDown).code(), "SlowDown");
}

#[test]
fn a_type_may_hold_itself() {
    #[derive(Debug, S3Error)]
    enum Chain<T> {
        #[s3(transparent)]
        Next(Box<Chain<T>>),
        NoSuchKey {
            #[s3(detail)]
            key: T,
        },
    }

    #[derive(Debug, S3Error)]
    #[s3(display)]
    enum Caused {
        InternalError { source: Option<Box<Self>> },
        NoSuchKey,
    }

    let chain = Chain::Next(Box::new(Chain::Next(Box::new(Chain::NoSuchKey { key: 1 }))));
    assert_eq!(render(&chain).detail("Key"), Some("1"));
    let caused = Caused::InternalError { source: Some(Box::new(Caused::NoSuchKey)) };
    assert_eq!(caused.origin().map(ToString::to_string).as_deref(), Some("The specified key does not exist."));
    assert!(Caused::InternalError { source: None }.origin().is_none());
}

#[test]
fn a_wait_may_be_a_parameter() {
    #[derive(Debug, S3Error)]
    struct SlowDown<W> {
        #[s3(retry_after)]
        wait: W,
    }

    let wait = Duration::from_secs(2);
    assert_eq!(SlowDown { wait }.retry().wait(), Some(wait));
    assert_eq!(SlowDown { wait: None }.retry().wait(), None);
}
