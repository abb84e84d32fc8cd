//! The responses of a server of actix-web, byte by byte, over HTTP/1 and HTTP/2.
#![cfg(feature = "actix-web")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that panics has failed its test"
)]

mod app;
mod connection;
mod errors;
mod layers;
mod panics;
mod serve;
mod untouched;
mod upgrade;
