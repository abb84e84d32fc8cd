//! Servers: the error type of handlers, and the layer around all of them.
//!
//! The files here hold what every framework needs; a module per framework says it in that framework's terms.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum")]
mod axum;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod exchange;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod extensions;
mod failure;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod layer;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod panicked;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod rejection;
#[cfg(any(feature = "tower", feature = "actix-web"))]
mod response;
#[cfg(feature = "tower")]
mod tower;

#[cfg(any(feature = "tower", feature = "actix-web"))]
pub use extensions::{FailureSlot, Handled};
pub use failure::Failure;
#[cfg(any(feature = "tower", feature = "actix-web"))]
pub use layer::S3Layer;
#[cfg(feature = "tower")]
pub use tower::{HandledFuture, HandledService, RequestBody, ResponseBody, S3Future, S3Service};
