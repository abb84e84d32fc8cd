use std::error::Error as StdError;
use std::panic::UnwindSafe;
use std::sync::Arc;

use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error {
    #[s3(code = "InternalError")]
    Plain { source: std::io::Error },
    #[s3(code = "InternalError")]
    Marked(#[s3(source)] std::io::Error, u8),
    #[s3(code = "InternalError")]
    Boxed(#[s3(source)] Box<dyn StdError>),
    #[s3(code = "InternalError")]
    Sendable(#[s3(source)] Box<dyn StdError + Send>),
    #[s3(code = "InternalError")]
    Threaded { source: Box<dyn StdError + Send + Sync + 'static> },
    #[s3(code = "InternalError")]
    Unwinding(#[s3(source)] Box<dyn StdError + Send + Sync + UnwindSafe>),
    #[s3(code = "InternalError")]
    Shared { source: Arc<std::io::Error> },
    #[s3(code = "InternalError")]
    SharedObject { source: Arc<dyn StdError + Send + Sync> },
    #[s3(code = "InternalError")]
    BoxedPlain { source: Box<std::io::Error> },
    #[s3(code = "InternalError")]
    Borrowed { source: &'static std::fmt::Error },
    #[s3(code = "InternalError")]
    Itself { source: Box<Error> },
    #[s3(code = "InternalError")]
    Optional { source: Option<std::io::Error> },
    #[s3(code = "InternalError")]
    OptionalBox(#[s3(source)] Option<Box<dyn StdError + Send + Sync>>),
    #[s3(code = "InvalidArgument")]
    Argument {
        #[s3(detail)]
        source: String,
    },
    #[s3(code = "InvalidArgument")]
    Both {
        #[s3(detail, source)]
        error: std::num::ParseIntError,
    },
}

fn main() {
    let io = || std::io::Error::other("x");
    let with: [Error; 13] = [
        Error::Plain { source: io() },
        Error::Marked(io(), 1),
        Error::Boxed("x".into()),
        Error::Sendable(Box::new(io())),
        Error::Threaded { source: "x".into() },
        Error::Unwinding(Box::new(std::fmt::Error)),
        Error::Shared { source: Arc::new(io()) },
        Error::SharedObject { source: Arc::new(io()) },
        Error::BoxedPlain { source: Box::new(io()) },
        Error::Optional { source: Some(io()) },
        Error::OptionalBox(Some("x".into())),
        Error::Borrowed { source: &std::fmt::Error },
        Error::Both { error: "x".parse::<u8>().unwrap_err() },
    ];
    for error in with {
        assert!(error.origin().is_some() && error.source().is_some(), "{error:?}");
    }
    assert!(Error::Plain { source: io() }.origin().unwrap().is::<std::io::Error>());
    assert!(Error::Optional { source: None }.origin().is_none() && Error::OptionalBox(None).origin().is_none());
    assert!(Error::Argument { source: "x".to_owned() }.origin().is_none());
    let itself = Error::Itself { source: Box::new(Error::Plain { source: io() }) };
    assert!(itself.source().unwrap().source().is_some());
}
