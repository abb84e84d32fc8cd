//! The macro's decisions when a program is compiled are the runtime's when it runs.

use s3err_core::{Fault, Retry, S3Error};
use s3err_tests::context;
use s3err_tests::document::render;

/// A string with everything that is escaped, replaced, or looks as if it were.
const TEXT: &str =
    "a&b&amp;<c>]]>\"'\t\n\r\r\n\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{2028}\u{fffd}\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}{}";

#[test]
fn a_message_is_escaped_alike_in_a_literal_and_in_a_field() {
    #[derive(Debug, S3Error)]
    enum Said {
        #[s3(
            code = "Said",
            status = 400,
            message = "a&b&amp;<c>]]>\"'\t\n\r\r\n\u{0}\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{2028}\u{fffd}\u{fffe}\u{ffff}\u{1fffe}\u{10ffff}{{}}"
        )]
        Literal,
        #[s3(code = "Said", status = 400, message = "{0}")]
        Field(&'static str),
    }

    assert_eq!(Said::Literal.message(), TEXT);
    assert_eq!(Said::Field(TEXT).message(), TEXT);
    assert_eq!(Said::Literal.to_xml(&context()), Said::Field(TEXT).to_xml(&context()));
    assert_eq!(render(&Said::Literal).message, render(&Said::Field(TEXT)).message);
}

macro_rules! by_status {
    ($($status:literal)*) => {{
        let mut all: Vec<(u16, Fault, Retry)> = Vec::new();
        $({
            #[derive(Debug, S3Error)]
            #[s3(code = "Own", status = $status, message = "m")]
            struct Own;
            all.push(($status, Own.fault(), Own.retry()));
        })*
        all
    }};
}

#[test]
fn fault_and_retry_go_by_the_status_alike() {
    let derived = by_status!(300 301 304 307 399 400 401 403 404 405 408 409 411 412 416 418 425 429 451 499 500 501 502 503 504
        505 507 508 509 510 511 520 599);
    for (status, fault, retry) in derived {
        let status = http::StatusCode::from_u16(status).unwrap();
        assert_eq!((fault, retry), (Fault::from_status(status), Retry::from_status(status)), "{status}");
    }
}
