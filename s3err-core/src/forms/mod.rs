//! The formats of an error besides the REST document. [`S3Error`](crate::S3Error) has a method for each.

pub(crate) mod control;
pub(crate) mod delete;
pub(crate) mod embedded;
#[cfg(feature = "json")]
pub(crate) mod json;
pub(crate) mod query;
#[cfg(feature = "select")]
pub(crate) mod select;
pub(crate) mod soap;
pub(crate) mod website;

use http::{HeaderMap, HeaderName};

use crate::context::RequestContext;
use crate::detail::Detail;
use crate::{escape, response};

/// The request's id in the services beside S3.
const AMZN_REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");

/// Sets the header in which clients of the services beside S3 look for the request's id.
fn set_amzn_request_id(headers: &mut HeaderMap, context: &RequestContext) {
    response::set(headers, AMZN_REQUEST_ID, Some(context.request_id().as_header().clone()));
}

/// Appends an element with escaped text.
fn push_element(out: &mut Vec<u8>, name: &str, text: &str) {
    push(out, &["<", name, ">"]);
    escape::push_escaped(out, text);
    push(out, &["</", name, ">"]);
}

/// Appends an element for each detail.
fn push_details(out: &mut Vec<u8>, details: &[Detail]) {
    for detail in details {
        push_element(out, &detail.name, &detail.value);
    }
}

fn push(out: &mut Vec<u8>, literals: &[&str]) {
    for literal in literals {
        out.extend_from_slice(literal.as_bytes());
    }
}
