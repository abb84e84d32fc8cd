//! Generated code names nothing through the prelude.
#![no_implicit_prelude]

#[derive(::std::fmt::Debug, ::s3err_core::S3Error)]
#[s3(display)]
enum Error {
    #[s3(message = "no {key}", header("x-amz-meta-a", "{key:?}"), close)]
    NoSuchKey {
        #[s3(detail)]
        key: ::std::string::String,
        #[s3(detail(with = ::s3err_core::hex_bytes))]
        bytes: ::std::option::Option<&'static str>,
        #[s3(header = "etag", sensitive)]
        etag: u8,
        #[s3(log)]
        shard: u8,
        #[s3(retry_after)]
        wait: ::std::option::Option<::std::time::Duration>,
        source: ::std::fmt::Error,
    },
    #[s3(transparent)]
    Standard(::s3err_core::StandardError),
    #[s3(via = found)]
    Via(u8),
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "`via` gives references")]
fn found(_: &u8) -> &'static ::s3err_core::StandardError {
    &::s3err_core::StandardError::SlowDown
}

#[test]
fn an_error_is_derived_without_a_prelude() {
    use ::std::string::ToString as _;
    let error = Error::NoSuchKey {
        key: "k".to_string(),
        bytes: ::std::option::Option::Some("a"),
        etag: 1,
        shard: 1,
        wait: ::std::option::Option::None,
        source: ::std::fmt::Error,
    };
    let document = ::s3err_tests::document::render(&error);
    ::std::assert_eq!(document.message, "no k");
    ::std::assert_eq!(document.detail("Bytes"), ::std::option::Option::Some("61"));
    ::std::assert_eq!(::s3err_tests::document::render(&Error::Via(1)).code, "SlowDown");
    let standard = Error::Standard(::s3err_core::StandardError::Busy);
    ::std::assert_eq!(::s3err_tests::document::render(&standard).code, "Busy");
}
