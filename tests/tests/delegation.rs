//! `transparent` and `via`: everything from another error.

use std::error::Error;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use http::Version;
use s3err_core::{Fault, Retry, S3Error, StandardError};
use s3err_tests::context;
use s3err_tests::document::render;
use s3err_tests::headers::respond;

/// An error with something of everything.
#[derive(Debug, thiserror::Error, S3Error)]
enum Inner {
    #[error("inner")]
    #[s3(code = "Own", status = 509, message = "Of {tenant}", fault = client, close, header("X-Amz-Meta-A", "{tenant}"))]
    Full {
        tenant: String,
        #[s3(detail)]
        key: Option<&'static str>,
        #[s3(detail, sensitive)]
        token: u8,
        #[s3(header = "etag", sensitive)]
        etag: u8,
        #[s3(retry_after)]
        wait: Duration,
        #[s3(log)]
        shard: u8,
        source: io::Error,
    },
    #[error("io")]
    #[s3(via = classify)]
    Io(#[from] io::Error),
}

fn classify(error: &io::Error) -> &dyn S3Error {
    match error.kind() {
        io::ErrorKind::TimedOut => &StandardError::ServiceUnavailable,
        io::ErrorKind::NotFound => &StandardError::NoSuchKey,
        _ => &StandardError::InternalError,
    }
}

fn full() -> Inner {
    Inner::Full {
        tenant: "a&b".into(),
        key: Some("k"),
        token: 1,
        etag: 2,
        wait: Duration::from_millis(1500),
        shard: 3,
        source: io::Error::other("disk"),
    }
}

/// The fields that are in the log alone.
fn log<E: S3Error + ?Sized>(error: &E) -> Vec<String> {
    let mut seen = Vec::new();
    error.visit_log(&mut |name, value| seen.push(format!("{name}={value}")));
    seen
}

/// Asserts that `outer` answers in everything as `inner` does.
fn assert_same<O: S3Error + ?Sized, I: S3Error + ?Sized>(outer: &O, inner: &I) {
    assert_eq!((outer.code(), outer.status(), outer.message()), (inner.code(), inner.status(), inner.message()));
    assert_eq!((outer.fault(), outer.retry(), outer.close()), (inner.fault(), inner.retry(), inner.close()));
    assert_eq!((outer.variant(), outer.details()), (inner.variant(), inner.details()));
    assert_eq!(log(outer), log(inner));
    for version in [Version::HTTP_11, Version::HTTP_2] {
        let context = context().with_resource("/r").with_version(version);
        let (outer, inner) = (respond(outer, &context), respond(inner, &context));
        assert_eq!((outer.status, outer.document), (inner.status, inner.document));
        assert_eq!(outer.headers, inner.headers);
        let sensitive = |headers: &http::HeaderMap| headers.values().filter(|value| value.is_sensitive()).count();
        assert_eq!(sensitive(&outer.headers), sensitive(&inner.headers));
    }
}

#[derive(Debug, thiserror::Error, S3Error)]
enum Middle {
    #[error(transparent)]
    #[s3(transparent)]
    Inner(#[from] Inner),
}

#[derive(Debug, thiserror::Error, S3Error)]
enum Outer {
    #[error(transparent)]
    #[s3(transparent)]
    Middle {
        #[from]
        middle: Middle,
    },
}

#[derive(Debug, S3Error)]
#[s3(transparent)]
struct Struct(Outer);

#[test]
fn an_error_that_has_everything_answers_with_it() {
    let error = full();
    let answer = respond(&error, &context());
    let document = answer.document.clone().unwrap();
    assert_eq!((document.code.as_str(), document.message.as_str()), ("Own", "Of a&b"));
    assert_eq!(document.detail_names(), ["Key", "Token"]);
    assert_eq!(
        (error.fault(), error.retry()),
        (Fault::Client, Retry::THROTTLING.with_wait(Duration::from_millis(1500)))
    );
    assert_eq!((answer.text("retry-after"), answer.text("x-amz-retry-after")), (Some("2"), Some("1500")));
    assert_eq!((answer.text("x-amz-meta-a"), answer.text("etag")), (Some("a&b"), Some("2")));
    assert_eq!(answer.text("connection"), Some("close"));
}

#[test]
fn everything_passes_through_transparent_variants_three_deep() {
    assert_same(&Middle::from(full()), &full());
    assert_same(&Outer::from(Middle::from(full())), &full());
    assert_same(&Struct(Outer::from(Middle::from(full()))), &full());
    let origin = Struct(Outer::from(Middle::from(full())));
    assert_eq!(origin.origin().map(ToString::to_string).as_deref(), Some("disk"));
}

#[test]
fn a_via_takes_everything_from_the_reference() {
    let late = Inner::from(io::Error::from(io::ErrorKind::TimedOut));
    assert_same(&late, &StandardError::ServiceUnavailable);
    assert_same(&Outer::from(Middle::from(late)), &StandardError::ServiceUnavailable);
    let other = Inner::from(io::Error::other("/dev/sda1 died"));
    assert_same(&other, &StandardError::InternalError);
    assert!(!other.to_xml(&context()).contains("sda1"));
}

#[test]
fn the_variant_of_a_via_is_the_references_name() {
    assert_eq!(Inner::from(io::Error::from(io::ErrorKind::NotFound)).variant(), "NoSuchKey");
}

#[test]
fn a_via_finds_an_error_inside_the_value() {
    #[derive(Debug, S3Error)]
    enum Engine {
        #[s3(via = inside)]
        Failed(Failure),
        #[s3(via = Failure::error)]
        Named { failure: Failure },
        #[s3(via = of_slice)]
        Several(Vec<Inner>),
        #[s3(via = constant)]
        Constant(#[allow(dead_code)] u8),
        #[s3(via = Box::as_ref)]
        Boxed(Box<dyn S3Error + Send + Sync>),
    }
    #[derive(Debug)]
    struct Failure {
        error: Inner,
    }
    impl Failure {
        fn error(&self) -> &Inner {
            &self.error
        }
    }
    fn inside(failure: &Failure) -> &Inner {
        &failure.error
    }
    fn of_slice(errors: &[Inner]) -> &dyn S3Error {
        errors.first().map_or(&StandardError::InternalError, |error| error as &dyn S3Error)
    }
    fn constant<T>(_: &T) -> &'static StandardError {
        &StandardError::SlowDown
    }

    assert_same(&Engine::Failed(Failure { error: full() }), &full());
    assert_same(&Engine::Named { failure: Failure { error: full() } }, &full());
    assert_same(&Engine::Several(vec![full()]), &full());
    assert_same(&Engine::Several(vec![]), &StandardError::InternalError);
    assert_same(&Engine::Constant(1), &StandardError::SlowDown);
    assert_same(&Engine::Boxed(Box::new(full())), &full());
}

#[test]
fn the_origin_of_a_via_is_the_references_else_the_field_when_it_is_a_source() {
    #[derive(Debug, thiserror::Error, S3Error)]
    #[error("e")]
    enum Origins {
        #[s3(via = with_origin)]
        References(#[source] Wrapped),
        #[s3(via = classify)]
        Thiserror(#[from] io::Error),
        #[s3(via = classify)]
        Named { source: io::Error },
        #[s3(via = classify)]
        Marked(#[s3(source)] io::Error),
        #[s3(via = classify)]
        NoSource(io::Error),
    }
    #[derive(Debug, thiserror::Error)]
    #[error("wrapped")]
    struct Wrapped(Inner);
    fn with_origin(wrapped: &Wrapped) -> &dyn S3Error {
        &wrapped.0
    }

    let origin = |error: Origins| error.origin().map(ToString::to_string);
    assert_eq!(origin(Origins::References(Wrapped(full()))).as_deref(), Some("disk"));
    for error in [
        Origins::Thiserror(io::Error::other("field")),
        Origins::Named { source: io::Error::other("field") },
        Origins::Marked(io::Error::other("field")),
    ] {
        assert_eq!(origin(error).as_deref(), Some("field"));
    }
    assert_eq!(origin(Origins::NoSource(io::Error::other("field"))), None);
}

#[test]
fn the_origin_of_a_transparent_variant_is_the_inner_errors() {
    #[derive(Debug, S3Error)]
    #[s3(display)]
    enum Displayed {
        #[s3(transparent)]
        Inner(Inner),
        #[s3(transparent)]
        Standard(StandardError),
    }

    assert_eq!(Displayed::Inner(full()).origin().map(ToString::to_string).as_deref(), Some("disk"));
    assert_eq!(Displayed::Inner(full()).source().map(ToString::to_string).as_deref(), Some("disk"));
    assert!(Displayed::Standard(StandardError::SlowDown).source().is_none());
}

#[test]
fn pointers_to_errors_are_errors() {
    assert_same(&&full(), &full());
    assert_same(&&&&full(), &full());
    assert_same(&Box::new(full()), &full());
    assert_same(&Rc::new(full()), &full());
    assert_same(&Arc::new(full()), &full());
    let boxed: Box<dyn S3Error + Send + Sync> = Box::new(full());
    assert_same(&boxed, &full());
    assert_same(boxed.as_ref(), &full());
    let shared: Arc<dyn S3Error + Send + Sync> = Arc::new(Box::new(full()));
    assert_same(&shared, &full());
    let plain: &dyn S3Error = &boxed;
    assert_same(plain, &full());
    assert_eq!(shared.origin().map(ToString::to_string).as_deref(), Some("disk"));
}

#[test]
fn a_transparent_field_may_be_any_pointer_to_an_error() {
    #[derive(Debug, S3Error)]
    enum Any<'a> {
        #[s3(transparent)]
        Boxed(Box<dyn S3Error + Send + Sync>),
        #[s3(transparent)]
        Shared(Arc<Inner>),
        #[s3(transparent)]
        Borrowed(&'a Inner),
        #[s3(transparent)]
        Dynamic(&'a (dyn S3Error + 'a)),
        #[s3(transparent)]
        Recursive(Box<Any<'a>>),
    }

    let inner = full();
    for error in [
        Any::Boxed(Box::new(full())),
        Any::Shared(Arc::new(full())),
        Any::Borrowed(&inner),
        Any::Dynamic(&inner),
        Any::Recursive(Box::new(Any::Recursive(Box::new(Any::Borrowed(&inner))))),
    ] {
        assert_same(&error, &full());
    }
    let recursive = Any::Recursive(Box::new(Any::Boxed(Box::new(full()))));
    assert_eq!(recursive.origin().map(ToString::to_string).as_deref(), Some("disk"));
}

#[test]
fn an_error_is_sent_between_threads_in_a_box() {
    fn handler(fails: bool) -> Result<(), Box<dyn S3Error + Send + Sync>> {
        if fails { Err(Box::new(StandardError::SlowDown)) } else { Ok(()) }
    }

    assert!(handler(false).is_ok());
    let error = std::thread::spawn(|| handler(true)).join().unwrap().unwrap_err();
    assert_eq!(render(&error).code, "SlowDown");
}
