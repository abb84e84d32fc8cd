//! Servers: the error type of handlers, and the layer around all of them.
//!
//! The files here hold what every framework needs; a module per framework says it in that framework's terms.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum")]
mod axum;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod exchange;
mod failure;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod handled;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod layer;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod panicked;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod rejection;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod response;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod slot;
#[cfg(feature = "tower")]
mod tower;

pub use failure::Failure;
#[cfg(any(feature = "tower", feature = "actix-web"))]
pub use handled::Handled;
#[cfg(any(feature = "tower", feature = "actix-web"))]
pub use layer::S3Layer;
#[cfg(any(feature = "tower", feature = "actix-web"))]
pub use slot::FailureSlot;
#[cfg(feature = "tower")]
pub use tower::{HandledFuture, HandledService, RequestBody, ResponseBody, S3Future, S3Service};
