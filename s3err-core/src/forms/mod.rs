//! The formats of an error besides the REST document. [`S3Error`](crate::S3Error) has a method for each.

pub(crate) mod control;
pub(crate) mod delete;
pub(crate) mod embedded;
#[cfg(feature = "select")]
pub(crate) mod select;
pub(crate) mod soap;
pub(crate) mod website;

use crate::detail::Detail;
use crate::escape;

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
