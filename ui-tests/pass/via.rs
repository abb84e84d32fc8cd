use s3err_core::{S3Error, StandardError};

#[derive(Debug, S3Error)]
enum Error {
    #[s3(via = constant)]
    Constant(u8),
    #[s3(via = object)]
    Object { object: Backend },
    #[s3(via = Backend::inner)]
    Method(Backend),
    #[s3(via = generic)]
    Generic(Option<u8>),
    #[s3(via = generic::<Vec<u8>>)]
    Turbofish(Vec<u8>),
    #[s3(via = std::convert::AsRef::as_ref)]
    Trait(Backend),
    #[s3(via = by_kind)]
    Io(#[s3(source)] std::io::Error),
    #[s3(via = std::convert::identity)]
    Itself(StandardError),
}

#[derive(Debug)]
struct Backend(StandardError);

impl Backend {
    fn inner(&self) -> &StandardError {
        &self.0
    }
}

impl AsRef<StandardError> for Backend {
    fn as_ref(&self) -> &StandardError {
        &self.0
    }
}

fn constant(_: &u8) -> &'static StandardError {
    &StandardError::SlowDown
}

fn object(backend: &Backend) -> &dyn S3Error {
    &backend.0
}

fn generic<T>(_: &T) -> &'static (dyn S3Error + Send + Sync) {
    &StandardError::AccessDenied
}

fn by_kind(error: &std::io::Error) -> &'static StandardError {
    match error.kind() {
        std::io::ErrorKind::NotFound => &StandardError::NoSuchKey,
        _ => &StandardError::InternalError,
    }
}

fn main() {
    let backend = || Backend(StandardError::NoSuchBucket);
    assert_eq!(Error::Constant(1).code(), "SlowDown");
    assert_eq!(Error::Object { object: backend() }.code(), "NoSuchBucket");
    assert_eq!(Error::Method(backend()).status(), 404);
    assert_eq!(Error::Generic(None).code(), "AccessDenied");
    assert_eq!(Error::Turbofish(Vec::new()).code(), "AccessDenied");
    assert_eq!(Error::Trait(backend()).code(), "NoSuchBucket");
    assert_eq!(Error::Itself(StandardError::NoSuchKey).code(), "NoSuchKey");
    let error = Error::Io(std::io::ErrorKind::NotFound.into());
    assert_eq!(error.code(), "NoSuchKey");
    assert!(error.origin().unwrap().is::<std::io::Error>());
}
