//! The documents of successes.

use std::fmt::Write;

use axum::response::{IntoResponse, Response};

/// `&`, `<`, `>` and CR as references; what XML forbids as U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(c),
            '\0'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
    out
}

/// Elements of text, one after the other.
pub(crate) fn elements(list: &[(&str, &str)]) -> String {
    list.iter().fold(String::new(), |mut out, (name, text)| {
        // Writing to a `String` does not fail.
        let _ = write!(out, "<{name}>{}</{name}>", escape(text));
        out
    })
}

/// A document in S3's namespace; `content` is markup already.
pub(crate) fn document(root: &str, content: &str) -> Response {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <{root} xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">{content}</{root}>"
    );
    ([("content-type", "application/xml")], body).into_response()
}
