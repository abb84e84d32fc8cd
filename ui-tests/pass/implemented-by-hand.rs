use std::borrow::Cow;
use std::sync::Arc;

use s3err_core::{DetailVisitor, Fault, RetryClass, S3Error};

struct Minimal;

impl S3Error for Minimal {
    fn code(&self) -> &str {
        "Minimal"
    }
    fn status(&self) -> http::StatusCode {
        http::StatusCode::SERVICE_UNAVAILABLE
    }
    fn message(&self) -> Cow<'_, str> {
        "by hand".into()
    }
}

struct WithDetails<T>(T);

impl<T: std::fmt::Display> S3Error for WithDetails<T> {
    fn code(&self) -> &str {
        "NoSuchKey"
    }
    fn status(&self) -> http::StatusCode {
        http::StatusCode::NOT_FOUND
    }
    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        details.push("Key", &self.0);
    }
}

#[derive(S3Error)]
enum Outer {
    #[s3(transparent)]
    Minimal(Minimal),
    #[s3(transparent)]
    Boxed(Box<dyn S3Error>),
    #[s3(transparent)]
    Shared(Arc<WithDetails<u8>>),
}

fn main() {
    let error = Outer::Minimal(Minimal);
    assert_eq!((error.code(), error.fault(), error.retry().class()), ("Minimal", Fault::Server, RetryClass::Transient));
    assert_eq!(error.variant(), "Minimal");
    assert_eq!(Outer::Boxed(Box::new(WithDetails("key"))).details()[0].value, "key");
    assert_eq!(Outer::Shared(Arc::new(WithDetails(5))).details()[0].value, "5");
}
