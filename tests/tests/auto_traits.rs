//! The uses of the public types that nobody asks for: they are sent, shared, kept across a panic, copied, compared,
//! shown. Most of it is tested when this file is compiled.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::panic::{RefUnwindSafe, UnwindSafe};

use s3err_core::{
    Detail, ErrorDocument, ErrorSpec, Exceeded, Failure, Fault, FieldSpec, Found, Handled, HostId, InvalidId, Limits,
    LogLevel, LogRecord, ParseError, Reference, RequestContext, RequestId, Retry, RetryClass, S3Error, S3Layer,
    StandardError, UnknownCode,
};

#[derive(Debug, S3Error)]
#[s3(display)]
#[allow(dead_code)]
enum ObjectError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
}

macro_rules! every {
    ($($bound:ident)+: $($type:ty),+ $(,)?) => {
        const _: () = {
            const fn every<T: ?Sized $(+ $bound)+>() {}
            $(every::<$type>();)+
        };
    };
}

every!(Send Sync UnwindSafe RefUnwindSafe Unpin Debug Clone:
    Detail, ErrorDocument, ErrorSpec, Exceeded, Fault, FieldSpec, Found, Handled, HostId, InvalidId, Limits, LogLevel,
    ParseError, Reference, RequestContext, RequestId, Retry, RetryClass, StandardError, UnknownCode);

// These hold what the program gave them, which nobody knows to be safe across a panic.
every!(Send Sync Unpin Debug Clone: Failure, S3Layer);

every!(Eq: Detail, ErrorDocument, Exceeded, Fault, FieldSpec, Found, Handled, HostId, InvalidId, Limits, LogLevel,
    ParseError, RequestContext, RequestId, Retry, RetryClass, StandardError, UnknownCode);

every!(Hash: Detail, Fault, HostId, LogLevel, RequestId, Retry, RetryClass, StandardError);

every!(Copy: Exceeded, Fault, FieldSpec, Handled, Limits, LogLevel, Retry, RetryClass, StandardError);

every!(Default: Handled, Limits, S3Layer);

every!(Error Send Sync UnwindSafe RefUnwindSafe:
    ErrorDocument, InvalidId, ObjectError, ParseError, StandardError, UnknownCode);

every!(Debug Display: LogRecord<'static>, HostId, RequestId);

every!(S3Error Send Sync: dyn S3Error + Send + Sync, Box<dyn S3Error + Send + Sync>, ErrorDocument, ObjectError,
    StandardError);

#[test]
fn a_context_is_compared_by_all_that_it_knows() {
    let context = || RequestContext::new(RequestId::from_static("4442587FB7D0A2F9")).with_resource("/b/k");
    assert_eq!(context(), context().clone());
    assert_ne!(context(), context().with_bucket_region("eu-west-1"));
    assert_ne!(context(), context().with_unread_body(true));
}
