//! The id that a request has already.

use http::{Extensions, HeaderValue};

use crate::id::RequestId;

/// Returns the id that somebody around the layer gave to the request.
pub(in crate::server) fn given(extensions: &Extensions) -> Option<RequestId> {
    let of_header = |id: &HeaderValue| RequestId::try_from(id.to_str().ok()?).ok();
    let current = || extensions.get::<tower_http::request_id::RequestId>().and_then(|id| of_header(id.header_value()));
    let former =
        || extensions.get::<tower_http_06::request_id::RequestId>().and_then(|id| of_header(id.header_value()));
    extensions.get::<RequestId>().cloned().or_else(current).or_else(former)
}
