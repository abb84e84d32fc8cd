//! Every two attributes that belong together, in one type that is rendered, sent, logged and read.
//!
//! The types are made from the derive's table of attributes (`s3err-derive/src/tests/pairs.rs`). `rejected.txt` has the
//! other pairs, with the message of the macro.
#![allow(dead_code, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;
use std::time::Duration;

use Effect::{Class, Code, Detail, Header, Logged, Message, NotLogged, Side, Status};
use s3err_core::{ErrorDocument, Fault, RetryClass, S3Error, StandardError};
use s3err_tests::context;
use s3err_tests::document::{parse, render};
use s3err_tests::headers::respond;

/// A type in a module of its own, and the test of its error.
macro_rules! pair {
    ($name:ident { $($item:tt)* } $error:expr; $($effect:expr),*; $($read:ident)?) => {
        mod $name {
            use super::*;

            #[derive(Debug, S3Error)]
            $($item)*

            #[test]
            fn holds() {
                let error = $error;
                $($read(&error);)?
                super::holds(&error, &[$($effect),*]);
            }
        }
    };
}

/// A `Display` for `message = display`.
macro_rules! display {
    () => {
        impl fmt::Display for Type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("its own words")
            }
        }
    };
}

include!("types.rs");

/// The effect of an attribute.
enum Effect {
    Code(&'static str),
    Status(u16),
    Message(&'static str),
    Side(Fault),
    Class(RetryClass),
    Detail(&'static str, &'static str),
    Header(&'static str, &'static str),
    Logged(&'static str),
    NotLogged(&'static str),
}

/// Each attribute does what it does alone, in every output.
fn holds(error: &dyn S3Error, effects: &[Effect]) {
    let context = context().with_resource("/bucket/key");
    let document = render(error);
    let response = respond(error, &context);
    let log = error.to_log_record(&context).to_string();
    assert!(log.contains(error.code()) && !log.contains('\n'), "{log}");
    for effect in effects {
        match effect {
            Code(code) => assert_eq!(document.code, *code),
            Status(status) => assert_eq!(response.status, *status),
            Message(message) => assert_eq!(document.message, *message),
            Side(fault) => assert_eq!(error.fault(), *fault),
            Class(class) => assert_eq!(error.retry().class(), *class),
            Detail(name, value) => assert_eq!(document.detail(name), Some(*value), "{document:?}"),
            Header(name, value) => assert_eq!(response.text(name), Some(*value), "{name}"),
            Logged(part) => assert!(log.contains(part), "{log}"),
            NotLogged(part) => assert!(!log.contains(part), "{log}"),
        }
    }
    // Another server's reader, ours, finds what another parser finds.
    let read = ErrorDocument::parse(&error.to_bytes(&context)).unwrap();
    assert_eq!((read.code(), read.message().as_ref()), (document.code.as_str(), document.message.as_str()));
    let details = read.details().into_iter().map(|detail| (detail.name, detail.value));
    assert_eq!(details.collect::<Vec<_>>(), document.details);
}

/// Checks that what was sent is read into a value that sends the same code and details.
fn read<E: S3Error + TryFrom<ErrorDocument, Error: fmt::Debug>>(error: &E) {
    let response = error.to_response(&context());
    let document = ErrorDocument::from_response(response.status(), response.headers(), response.body()).unwrap();
    let read = E::try_from(document).unwrap();
    let sent = |error: &E| {
        let (document, _) = parse(&error.to_xml(&context()));
        (document.code, document.details)
    };
    assert_eq!((sent(&read), read.status()), (sent(error), error.status()));
}

/// An error below ours.
#[derive(Debug, Default)]
struct Disk(u8);

impl fmt::Display for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "disk {}", self.0)
    }
}

impl std::error::Error for Disk {}

impl FromStr for Disk {
    type Err = ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim_start_matches("disk ").parse().map(Self)
    }
}

fn via(_: &Disk) -> &'static StandardError {
    &StandardError::NoSuchVersion
}

fn text(text: &str) -> String {
    text.to_owned()
}

/// The types of fields that `shown` writes and `parsed` reads.
trait Shown: Sized {
    fn show(&self) -> String;
    fn read(text: &str) -> Result<Self, ParseIntError>;
}

impl Shown for String {
    fn show(&self) -> String {
        self.clone()
    }
    fn read(text: &str) -> Result<Self, ParseIntError> {
        Ok(text.to_owned())
    }
}

impl Shown for Duration {
    fn show(&self) -> String {
        format!("{} ms", self.as_millis())
    }
    fn read(text: &str) -> Result<Self, ParseIntError> {
        text.trim_end_matches(" ms").parse().map(Self::from_millis)
    }
}

impl Shown for Disk {
    fn show(&self) -> String {
        self.to_string()
    }
    fn read(text: &str) -> Result<Self, ParseIntError> {
        text.parse()
    }
}

fn shown<T: Shown>(value: &T) -> String {
    format!("<{}>", value.show())
}

fn parsed<T: Shown>(text: &str) -> Result<T, ParseIntError> {
    T::read(text.trim_matches(['<', '>']))
}
