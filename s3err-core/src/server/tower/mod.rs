//! The layer for axum, hyper, s3s, warp and whatever else speaks tower and `http`.

mod body;
mod handled;
mod ids;
mod response;
mod service;

pub use body::RequestBody;
pub use handled::{HandledFuture, HandledService};
#[cfg(feature = "axum")]
pub(super) use ids::given;
pub use response::ResponseBody;
#[cfg(feature = "axum")]
pub(super) use response::of_error;
pub use service::{S3Future, S3Service};
