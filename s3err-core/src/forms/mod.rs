//! The other forms in which S3 sends an error, asked of the [`RequestContext`](crate::RequestContext).

mod control;
mod delete;
mod embedded;
#[cfg(feature = "select")]
mod select;
mod soap;
mod website;

use crate::{S3Error, detail, escape};

/// Appends an element with escaped text.
fn push_element(out: &mut Vec<u8>, name: &str, text: &str) {
    push(out, &["<", name, ">"]);
    escape::push_escaped(out, text);
    push(out, &["</", name, ">"]);
}

/// Appends the details of an error, an element each.
fn push_details(out: &mut Vec<u8>, error: &dyn S3Error) {
    for detail in &detail::collect(error) {
        push_element(out, &detail.name, &detail.value);
    }
}

fn push(out: &mut Vec<u8>, literals: &[&str]) {
    for literal in literals {
        out.extend_from_slice(literal.as_bytes());
    }
}
