//! Nothing is taken from the user's scope, whatever is called how.
#![no_implicit_prelude]
#![allow(non_camel_case_types, dead_code, unused_macros)]

mod core {}
mod std {}
mod alloc {}
mod http {}
mod s3err_core {}
mod s3err_derive {}

struct Option;
struct Result;
struct String;
struct Vec;
struct Box;
struct Cow;
struct Arc;
struct Duration;
struct u16;
struct usize;
struct Some;
struct None;
struct Ok;
struct Err;
struct Route;
struct Value;
struct ErrorSpec;
struct Retry;
struct Fault;
trait S3Error {}
trait Describe {}
trait Display {}
trait Debug {}
trait Error {}
trait Send {}
trait Sized {}
trait Copy {}
trait Fn {}
trait Iterator {}
trait Into {}
trait From {}
trait Clone {}
trait ToString {}

macro_rules! format_args {
    ($($tokens:tt)*) => {
        compile_error!("not the macro of `core`")
    };
}
macro_rules! write {
    ($($tokens:tt)*) => {
        compile_error!("not the macro of `core`")
    };
}
macro_rules! panic {
    ($($tokens:tt)*) => {
        compile_error!("not the macro of `core`")
    };
}
macro_rules! matches {
    ($($tokens:tt)*) => {
        compile_error!("not the macro of `core`")
    };
}

#[derive(::core::fmt::Debug, ::s3err_core::S3Error)]
#[s3(display)]
enum Everything<'a, T, const N: ::core::primitive::usize> {
    #[s3(message = "no {key} {size:>4}", custom, code = "NoSuchKey", status = 404, fault = server)]
    #[s3(retry = transient, close, header("Content-Range", "bytes */{size}"), header("x-amz-plain", "plain"))]
    Declared {
        #[s3(detail)]
        key: &'a ::core::primitive::str,
        #[s3(detail)]
        text: ::std::string::String,
        #[s3(detail, header = "x-amz-size")]
        size: ::core::primitive::u64,
        #[s3(detail)]
        nothing: ::core::option::Option<T>,
        #[s3(detail(with = hex))]
        hex: ::core::option::Option<::core::primitive::u64>,
        #[s3(header(name = "ETag", with = hex))]
        tag: ::core::primitive::u64,
        #[s3(retry_after)]
        wait: ::core::option::Option<::core::time::Duration>,
        #[s3(log)]
        path: ::core::option::Option<::core::primitive::u8>,
        #[s3(detail, sensitive)]
        token: ::core::primitive::u8,
        source: ::core::fmt::Error,
        bytes: [::core::primitive::u8; N],
    },
    #[s3(transparent)]
    Transparent(::s3err_core::StandardError),
    #[s3(via = classify)]
    Via(::core::fmt::Error),
    SlowDown,
}

fn hex(number: &::core::primitive::u64) -> impl ::core::fmt::Display {
    ::std::format!("{number:x}")
}

fn classify(_: &::core::fmt::Error) -> &'static ::s3err_core::StandardError {
    &::s3err_core::StandardError::SlowDown
}

#[derive(::core::fmt::Debug, ::s3err_core::S3Error)]
#[s3(code = "NoSuchKey")]
struct Plain(#[s3(detail = "Key")] ::std::boxed::Box<::core::primitive::str>);

fn main() {
    let error = Everything::<'_, ::core::primitive::u8, 4>::SlowDown;
    ::core::assert_eq!(::s3err_core::S3Error::code(&error), "SlowDown");
}
