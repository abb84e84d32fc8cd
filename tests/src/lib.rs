//! The ground that the tests share: the facts of the wire as data, errors that reproduce them, and a reader of
//! documents that has nothing in common with what is tested.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    reason = "a helper that panics has failed its test, as it should"
)]

pub mod document;
pub mod events;
pub mod facts;
pub mod faults;
#[cfg(doctest)]
mod guides;
pub mod headers;
pub mod http;
pub mod panicking;
pub mod recorded;
pub mod servers;
pub mod shapes;
pub mod upgrade;

use s3err_core::{HostId, RequestContext, RequestId};

/// The request id of [`context`].
pub const REQUEST_ID: &str = "Q803X9PKQY923EA9";

/// The host id of [`context`].
pub const HOST_ID: &str = "Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==";

/// A request with both ids and nothing else.
#[must_use]
pub fn context() -> RequestContext {
    RequestContext::new(RequestId::from_static(REQUEST_ID)).with_host_id(HostId::from_static(HOST_ID))
}
