// Its program in axum is tested where axum is there.
#![cfg_attr(any(not(doctest), feature = "_programs"), doc = include_str!("../README.md"))]
#![forbid(unsafe_code)]

#[doc(hidden)]
#[path = "private/mod.rs"]
pub mod __private;
mod chain;
mod context;
mod detail;
mod document;
mod error;
mod error_document;
mod escape;
mod fault;
mod foreign;
mod forms;
#[cfg(any(doc, doctest))]
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
#[cfg(any(feature = "axum", feature = "actix-web"))]
mod server;
mod spec;
mod standard;
mod value;

pub use chain::find_in_chain;
pub use context::RequestContext;
pub use detail::{Detail, DetailVisitor};
pub use error::S3Error;
pub use error_document::{ErrorDocument, Exceeded, Found, Limits, ParseError};
pub use fault::Fault;
pub use header::HeaderVisitor;
pub use hex::hex_bytes;
pub use id::{HostId, InvalidId, RequestId};
pub use log::{LogLevel, LogRecord};
#[cfg(feature = "reference")]
pub use reference::Reference;
pub use retry::{Retry, RetryClass};
#[doc = include_str!("attributes.md")]
pub use s3err_derive::S3Error;
#[cfg(any(feature = "axum", feature = "actix-web"))]
pub use server::{Failure, Handled, S3Layer};
pub use spec::{Describe, ErrorSpec, FieldSpec};
pub use standard::{StandardError, UnknownCode};
