//! Amazon S3 errors from annotated Rust enums.
//!
//! [`#[derive(S3Error)]`](macro@S3Error) turns an enum into correct S3 errors: code, HTTP status, public message,
//! detail elements, headers, retry class and the error document. They are checked against S3's own codes when your
//! program is compiled. It is for anyone building an S3-compatible server, gateway, proxy, client or test double.
//!
//! ```sh
//! cargo add s3err-core
//! ```
//!
//! ```
//! use s3err_core::{RequestContext, RequestId, S3Error};
//!
//! #[derive(Debug, S3Error)]
//! enum ObjectError {
//!     NoSuchKey { #[s3(detail)] key: String },
//!     #[s3(code = "InternalError")]
//!     Disk { path: std::path::PathBuf, source: std::io::Error },
//! }
//!
//! let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
//! let response = ObjectError::NoSuchKey { key: "cat.jpg".into() }.to_response(&context);
//! assert_eq!(response.status(), 404);
//! ```
//!
//! The body of this response is S3's document, broken into lines here for reading. Of a `Disk` error the client sees
//! S3's generic message: `path` and `source` stay on the server.
//!
//! ```xml
//! <?xml version="1.0" encoding="UTF-8"?>
//! <Error>
//!   <Code>NoSuchKey</Code>
//!   <Message>The specified key does not exist.</Message>
//!   <Key>cat.jpg</Key>
//!   <RequestId>4442587FB7D0A2F9</RequestId>
//! </Error>
//! ```
//!
//! # Where to go
//!
//! | you want to | read |
//! |---|---|
//! | build a first server and test it with a real client | [`guide::tutorial`] |
//! | look up an attribute | the [derive macro](macro@S3Error) |
//! | see every guide: frameworks, storage, proxies, clients, tests | [`guide`] |
//! | know what a message of the compiler or of a client means | [`guide::troubleshooting`] |
//! | decide whether this is for you | [`guide::comparison`] |
//! | render an error | the methods of the trait [`S3Error`](trait@S3Error), with a [`RequestContext`] |
//! | answer without a type of your own | [`StandardError`] |
//! | return errors from handlers | [`Failure`] and [`S3Layer`] |
//! | read what another server sent | [`ErrorDocument`] |
//! | find an error inside another | [`find_in_chain`] |
//! | log what happened, without secrets | [`LogRecord`] |
//! | document your errors for your users | [`Reference`] and [`Describe`] |
//!
//! # Features
//!
//! | feature | adds | default |
//! |---|---|---|
//! | `reference` | [`Reference`], a page of your errors | yes |
//! | `axum` | [`S3Layer`], and [`Failure`] as a response, for axum | |
//! | `tower` | [`S3Layer`] for every framework that speaks tower and `http` | |
//! | `actix-web` | the same for actix-web | |
//! | `tracing` | [`LogRecord`] as an event | |
//! | `serde` | [`LogRecord`] as `Serialize` | |
//! | `json` | the format of S3 Tables and S3 Vectors | |
//! | `select` | the message that ends an S3 Select event stream | |
//!
//! # Versions
//!
//! Rust 1.88 or later; a newer minimum is a minor version. Codes, details and formats may be added at any time.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

/// The programs of the README, as tests. One of them needs axum.
#[cfg(all(doctest, feature = "_programs"))]
#[doc = include_str!("../README.md")]
struct Readme;

#[doc(hidden)]
#[path = "derived/mod.rs"]
pub mod __private;
pub mod bounds;
mod catalogue;
mod chain;
mod context;
mod detail;
mod document;
mod error;
mod error_document;
mod escape;
mod excerpt;
mod facts;
mod fault;
mod forms;
#[cfg(any(doc, doctest))]
#[cfg(any(doc, doctest))] // documentation alone, which the compiler would read for every program
pub mod guide;
mod header;
mod hex;
mod id;
mod log;
mod name;
#[cfg(feature = "reference")]
mod reference;
mod response;
mod retry;
mod scan;
mod server;
mod spec;
mod standard;
mod value;

#[doc(alias("classify", "downcast", "source"))]
pub use chain::find_in_chain;
pub use context::RequestContext;
pub use detail::{Detail, DetailVisitor};
pub use error::S3Error;
#[doc(alias("decode", "deserialize", "client", "proxy", "parse"))]
pub use error_document::ErrorDocument;
#[doc(alias("DeleteObjects", "DeleteResult"))]
pub use error_document::delete_error::DeleteError;
pub use error_document::limits::Limits;
pub use error_document::parse_error::{Exceeded, Found, ParseError};
pub use fault::Fault;
pub use forms::query::{IAM_NAMESPACE, STS_NAMESPACE};
pub use header::HeaderVisitor;
pub use hex::hex_bytes;
#[doc(no_inline)]
pub use http;
#[doc(alias("x-amz-id-2"))]
pub use id::HostId;
pub use id::InvalidId;
#[doc(alias("x-amz-request-id", "request id", "uuid"))]
pub use id::RequestId;
pub use log::LogLevel;
#[doc(alias("tracing", "logging"))]
pub use log::LogRecord;
#[cfg(feature = "reference")]
#[doc(alias("documentation", "openapi", "html", "markdown"))]
pub use reference::Reference;
pub use retry::{Retry, RetryClass};
#[doc = include_str!("attributes.md")]
#[doc(alias("derive", "s3", "attribute", "transparent", "via", "strict", "decode", "custom"))]
#[doc(alias("code", "default", "detail", "display", "from", "header", "log", "other"))]
#[doc(alias("retry_after", "Retry-After", "sensitive", "source"))]
pub use s3err_derive::S3Error;
#[doc(alias("axum", "IntoResponse", "ResponseError", "handler"))]
pub use server::Failure;
#[cfg(any(feature = "tower", feature = "actix-web"))]
#[doc(alias("axum", "actix", "tower", "middleware", "layer", "panic"))]
pub use server::S3Layer;
#[cfg(any(feature = "tower", feature = "actix-web"))]
pub use server::{FailureSlot, Handled};
#[cfg(feature = "tower")]
pub use server::{HandledFuture, HandledService, RequestBody, ResponseBody, S3Future, S3Service};
pub use spec::{Describe, ErrorSpec, FieldSpec};
pub use standard::{StandardError, UnknownCode};
