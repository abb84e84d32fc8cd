//! The names that an element or a header of an error may have.

use crate::catalogue::{CHECKSUM_PREFIX, NAME_CHARS, NAME_STARTS, RESERVED_ELEMENTS, RESERVED_HEADERS};

/// Returns whether a detail may have this name: a local XML name, and not one of the document's own.
pub(crate) fn is_detail_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_char) && !RESERVED_ELEMENTS.contains(&name)
}

/// Returns whether an error may set this header, whose name is in lower case.
pub(crate) fn is_header_of_an_error(name: &str) -> bool {
    !RESERVED_HEADERS.contains(&name) && !name.starts_with(CHECKSUM_PREFIX)
}

/// The local XML name nearest to `text`: a code from another server need not be one.
pub(crate) fn as_local_name(text: &str) -> String {
    text.chars().map(|c| if is_name_char(c) { c } else { '_' }).collect()
}

fn is_name_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || is_in(NAME_STARTS, c)
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.') || is_in(NAME_STARTS, c) || is_in(NAME_CHARS, c)
}

fn is_in(ranges: &[(char, char)], c: char) -> bool {
    !c.is_ascii() && ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
}
