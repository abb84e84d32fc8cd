//! In a server: the error of a handler, and the layer around all handlers.
//!
//! What is the same for every framework stands here; a module a framework says it in that framework's terms.

#[cfg(feature = "actix-web")]
mod actix_web;
#[cfg(feature = "axum")]
mod axum;
mod failure;
mod handled;
mod layer;
mod refusal;
mod rendered;

pub use failure::Failure;
pub use handled::Handled;
pub use layer::S3Layer;
