//! Which names the wire takes: codes, elements, headers.

use ident_case::RenameRule;

/// The document's own elements.
pub(crate) const OWN_ELEMENTS: [&str; 5] = ["Code", "Message", "Resource", "RequestId", "HostId"];

/// Headers that are no error's to set, with the reason.
pub(crate) const OWN_HEADERS: [(&str, &str); 6] = [
    ("content-type", "every error is `application/xml`"),
    ("content-length", "the server sets it from the body"),
    ("transfer-encoding", "the server sets it from the body"),
    ("x-amz-request-id", "it comes from the `RequestContext`"),
    ("x-amz-id-2", "it comes from the `RequestContext`"),
    ("x-amzn-requestid", "SDKs would take it for the request's id"),
];

/// Whether `code` is a token that is safe in XML, in a header and in a SOAP fault code.
pub(crate) fn is_code(code: &str) -> bool {
    let mut chars = code.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

pub(crate) fn is_own_element(name: &str) -> bool {
    OWN_ELEMENTS.contains(&name)
}

/// Why an error cannot set the header `name` (in lower case), if it cannot.
pub(crate) fn reserved_header(name: &str) -> Option<&'static str> {
    for (own, reason) in &OWN_HEADERS {
        if *own == name {
            return Some(reason);
        }
    }
    None
}

/// Whether `name` is a token as RFC 9110, section 5.6.2, has it.
pub(crate) fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

/// Whether a header's value may hold `c`: what ends a line, and other control characters, may not.
pub(crate) fn is_header_char(c: char) -> bool {
    !c.is_control() || c == '\t'
}

/// Whether `name` is an XML name without a colon.
pub(crate) fn is_xml_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_char)
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

/// `snake_case` as an element's name: `version_id` is `VersionId`.
pub(crate) fn pascal_case(field: &str) -> String {
    RenameRule::PascalCase.apply_to_field(field)
}

/// `text` as it stands in XML, by the rules of the runtime: `&`, `<`, `>` and CR escaped, forbidden characters replaced.
pub(crate) fn escape_xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' | '\n' => escaped.push(c),
            '\0'..='\x1F' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{escape_xml, is_code, is_header_name, is_xml_name, pascal_case};

    #[test]
    fn codes_are_tokens() {
        for (code, good) in [
            ("NoSuchKey", true),
            ("KMS.NotFoundException", true),
            ("X-1_2", true),
            ("", false),
            ("503 SlowDown", false),
            ("a<b", false),
            ("404", false),
            ("\u{c9}tat", false),
        ] {
            assert_eq!(is_code(code), good, "{code}");
        }
    }

    #[test]
    fn names_of_elements_have_no_colon() {
        for (name, good) in [
            ("Key", true),
            ("Content-MD5", true),
            ("Token-0", true),
            ("_x", true),
            ("Gr\u{f6}\u{df}e", true),
            ("", false),
            ("0", false),
            ("-a", false),
            ("a:b", false),
            ("a b", false),
            ("a\u{d7}", false),
        ] {
            assert_eq!(is_xml_name(name), good, "{name}");
        }
    }

    #[test]
    fn names_of_headers_are_tokens() {
        assert!(is_header_name("x-amz-id-2") && is_header_name("ETag"));
        assert!(!is_header_name("") && !is_header_name("a b") && !is_header_name("a:") && !is_header_name("\u{e9}"));
    }

    #[test]
    fn fields_become_elements() {
        for (field, element) in [("key", "Key"), ("version_id", "VersionId"), ("_a__b_", "AB"), ("\u{f6}l", "\u{f6}l")]
        {
            assert_eq!(pascal_case(field), element);
        }
    }

    #[test]
    fn text_is_escaped_for_xml() {
        assert_eq!(escape_xml("a&b<c>'\"\r\n\u{1}\u{FFFF}"), "a&amp;b&lt;c&gt;'\"&#13;\n\u{FFFD}\u{FFFD}");
    }
}
