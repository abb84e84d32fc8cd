//! Guides: from what you have to what you want, one situation each.
//!
//! # Start
//!
//! **New here?** The [`tutorial`] goes from an empty folder to a server that curl and the AWS CLI understand, in half
//! an hour. To decide first whether this is for you, read the [`comparison`]: it also says when not to use it.
//!
//! **You have errors already.** A hand-written `match` of codes, statuses and XML becomes a derive step by step in
//! [`hand_written`]. An enum that derives `thiserror::Error` keeps it: see [`mod@thiserror`].
//!
//! # Servers
//!
//! **Your handlers return errors.** [`axum`] and [`actix_web`] show whole programs: how `?` converts your error, in
//! which order layers go, what becomes of the framework's own rejections.
//!
//! **You have no framework, or another one.** [`hyper`] serves the layer as it is, [`tower`] shows the ways in for
//! everything else that speaks tower, such as warp and poem, and [`s3s`] what to do where the error type is not yours
//! to choose.
//!
//! **Other layers are around.** [`layers`] puts CORS, timeouts, compression, body limits and load shedding in order.
//!
//! **Your storage engine knows nothing of S3.** [`storage`] shows how one function decides what clients see of its
//! errors. The errors of object_store and opendal are converted with their details in [`engines`].
//!
//! **You write an operation.** [`operations`] has, for each, an enum to copy of what it fails with.
//!
//! **You need a code.** [`catalogue`] lists all of S3's, with status, details, headers and retry class.
//!
//! # Proxies and clients
//!
//! **Another S3 is behind you, or in front of you.** A [`proxy`] passes its errors on and adds its own ids; a
//! [`client`] reads them into the same enum that a server declares.
//!
//! # Tests
//!
//! **You want to be sure.** [`tests`] shows how to test your own errors, and a client against a server that fails on
//! demand.
//!
//! # When something is unclear
//!
//! **A message puzzles you**, of the compiler or of a client: [`troubleshooting`] says what it means and what to do. A
//! word does: see the [`glossary`]. To see what the derive writes, read [`expansion`].
//!
//! All attributes are on the page of the [derive macro](macro@crate::S3Error).

#[cfg_attr(any(not(doctest), feature = "_programs"), doc = include_str!("tutorial.md"))]
pub mod tutorial {}

#[doc = include_str!("hand_written.md")]
#[doc(alias("migration"))]
pub mod hand_written {}

#[doc = include_str!("thiserror.md")]
pub mod thiserror {}

#[cfg_attr(any(not(doctest), feature = "_programs"), doc = include_str!("axum.md"))]
pub mod axum {}

#[doc = include_str!("actix_web.md")]
pub mod actix_web {}

// The programs of these are built and run in the crate of the tests, which has what they need.
#[cfg_attr(not(doctest), doc = include_str!("hyper.md"))]
pub mod hyper {}

#[cfg_attr(not(doctest), doc = include_str!("tower.md"))]
#[doc(alias("poem", "warp"))]
pub mod tower {}

#[cfg_attr(not(doctest), doc = include_str!("s3s.md"))]
pub mod s3s {}

#[cfg_attr(not(doctest), doc = include_str!("layers.md"))]
#[doc(alias("CORS", "compression", "timeout"))]
pub mod layers {}

#[doc = include_str!("storage.md")]
pub mod storage {}

#[cfg_attr(not(doctest), doc = include_str!("engines.md"))]
pub mod engines {}

#[doc = include_str!("proxy.md")]
#[doc(alias("gateway"))]
pub mod proxy {}

#[doc = include_str!("client.md")]
pub mod client {}

#[doc = include_str!("tests.md")]
#[doc(alias("fake", "mock"))]
pub mod tests {}

#[doc = include_str!("operations.md")]
pub mod operations {}

#[doc = include_str!("catalogue.md")]
#[doc(alias("404", "status", "presigned"))]
pub mod catalogue {}

#[doc = include_str!("troubleshooting.md")]
pub mod troubleshooting {}

#[doc = include_str!("comparison.md")]
pub mod comparison {}

#[doc = include_str!("expansion.md")]
pub mod expansion {}

#[doc = include_str!("glossary.md")]
pub mod glossary {}
