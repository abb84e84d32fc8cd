//! Which names an element or a header of an error may have.

use crate::standard::{OWN_ELEMENTS, OWN_HEADERS};

/// Whether a detail may be called so: a local XML name, and none of the document's own.
pub(crate) fn is_detail_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_char) && !OWN_ELEMENTS.contains(&name)
}

/// Headers of one HTTP/1 connection, which HTTP/2 forbids, in lower case.
pub(crate) const HOP_BY_HOP: [&str; 6] = ["connection", "keep-alive", "proxy-connection", "te", "trailer", "upgrade"];

/// Whether an error may set this header. `name` is in lower case.
pub(crate) fn is_header_of_an_error(name: &str) -> bool {
    !OWN_HEADERS.contains(&name)
}

/// The nearest to `text` that can be part of a local XML name: what another server calls a code need not be.
pub(crate) fn as_local_name(text: &str) -> String {
    text.chars().map(|c| if is_name_char(c) { c } else { '_' }).collect()
}

/// `NameStartChar` of XML 1.0 without the colon.
fn is_name_start(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '_' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// `NameChar` of XML 1.0 without the colon.
fn is_name_char(c: char) -> bool {
    is_name_start(c) || matches!(c, '0'..='9' | '-' | '.' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}
