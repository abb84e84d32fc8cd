use std::rc::Rc;
use std::sync::Arc;

use s3err_core::{S3Error, StandardError};

type Object = Box<dyn S3Error + Send + Sync>;

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error {
    #[s3(transparent)]
    Boxed(Box<dyn S3Error + Send + Sync>),
    #[s3(transparent)]
    Aliased(Object),
    #[s3(transparent)]
    Shared(Arc<dyn S3Error>),
    #[s3(transparent)]
    Counted(Rc<StandardError>),
    #[s3(transparent)]
    Static(&'static dyn S3Error),
    #[s3(transparent)]
    Recursive(Box<Error>),
}

#[derive(Debug, S3Error)]
struct NoSuchKey {
    #[s3(detail, sensitive)]
    key: &'static str,
}

#[derive(Debug, S3Error)]
#[s3(transparent)]
struct Borrowed<'a>(&'a (dyn S3Error + 'a));

fn takes(error: &dyn S3Error) -> String {
    error.code().to_owned()
}

fn main() {
    let error = Error::Boxed(Box::new(NoSuchKey { key: "secret" }));
    assert!(!format!("{error:?}").contains("secret"), "what is sensitive is in no log");
    assert_eq!(error.variant(), "NoSuchKey");
    assert_eq!(error.to_string(), "The specified key does not exist.");
    let recursive = Error::Recursive(Box::new(Error::Aliased(Box::new(StandardError::SlowDown))));
    assert_eq!(takes(&recursive), "SlowDown");
    assert_eq!(takes(&Error::Shared(Arc::new(StandardError::SlowDown))), "SlowDown");
    assert_eq!(takes(&Error::Counted(Rc::new(StandardError::SlowDown))), "SlowDown");
    assert_eq!(takes(&Error::Static(&StandardError::SlowDown)), "SlowDown");
    assert_eq!(takes(&Borrowed(&error)), "NoSuchKey");
}
