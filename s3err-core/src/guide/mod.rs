//! Guides: from what you have to what you want, one situation each.
//!
//! | you have | guide |
//! |---|---|
//! | a hand-written `match` of codes, statuses and XML | [`hand_written`] |
//! | errors that derive `thiserror::Error` | [`thiserror`] |
//! | a server on axum, or on anything that speaks tower | [`axum`] |
//! | a server on actix-web | [`actix_web`] |
//! | a storage engine whose errors are no S3 errors | [`storage`] |
//! | a proxy or a gateway in front of another S3 | [`proxy`] |
//! | a client | [`client`] |
//! | tests of any of these | [`tests`] |
//! | the wish to see what the derive writes | [`expansion`] |
//! | an operation, and want to know what it fails with | [`operations`] |
//! | a code, and want to know its status, details and retry class | [`catalogue`] |
//!
//! All keys are in the documentation of the [derive macro](macro@crate::S3Error).

#[doc = include_str!("hand_written.md")]
pub mod hand_written {}

#[doc = include_str!("thiserror.md")]
pub mod thiserror {}

#[cfg_attr(any(not(doctest), feature = "_programs"), doc = include_str!("axum.md"))]
pub mod axum {}

#[doc = include_str!("actix_web.md")]
pub mod actix_web {}

#[doc = include_str!("storage.md")]
pub mod storage {}

#[doc = include_str!("proxy.md")]
pub mod proxy {}

#[doc = include_str!("client.md")]
pub mod client {}

#[doc = include_str!("tests.md")]
pub mod tests {}

#[doc = include_str!("expansion.md")]
pub mod expansion {}

#[doc = include_str!("catalogue.md")]
pub mod catalogue {}

#[doc = include_str!("operations.md")]
pub mod operations {}
