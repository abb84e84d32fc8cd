//! The names that the wire takes: codes, elements, headers.

use ident_case::RenameRule;

/// The document's own elements, which no detail may be named after.
pub(crate) const RESERVED_ELEMENTS: [&str; 5] = ["Code", "Message", "Resource", "RequestId", "HostId"];

/// The headers that tell how long to wait, in lower case.
pub(crate) const WAIT_HEADERS: [&str; 2] = ["retry-after", "x-amz-retry-after"];

/// A header that an error cannot set, in lower case.
pub(crate) struct ReservedHeader {
    pub(crate) name: &'static str,
    pub(crate) describes: Describes,
    /// The reason why an error cannot set it.
    pub(crate) reason: &'static str,
}

/// The subject of a reserved header.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Describes {
    Body,
    Connection,
    Request,
}

const fn body(name: &'static str, reason: &'static str) -> ReservedHeader {
    ReservedHeader { name, describes: Describes::Body, reason }
}

const fn connection(name: &'static str) -> ReservedHeader {
    ReservedHeader {
        name,
        describes: Describes::Connection,
        reason: "it describes the connection, which is the server's",
    }
}

const fn request(name: &'static str, reason: &'static str) -> ReservedHeader {
    ReservedHeader { name, describes: Describes::Request, reason }
}

/// The headers that an error cannot set: what describes the body, the connection or the request is the server's to say.
/// `Connection: close` is the one exception.
pub(crate) const RESERVED_HEADERS: [ReservedHeader; 18] = [
    body("content-type", "every error is `application/xml`"),
    body("content-length", "the server sets it from the body"),
    body("content-encoding", "the document is sent as it is"),
    body("content-md5", "the server computes it from the body"),
    body("content-digest", "the server computes it from the body"),
    body("repr-digest", "the server computes it from the body"),
    body("digest", "the server computes it from the body"),
    body("transfer-encoding", "the server sets it from the body"),
    body("trailer", "a document has none"),
    connection("keep-alive"),
    connection("proxy-connection"),
    connection("te"),
    connection("upgrade"),
    request("date", "the server sets it"),
    request("x-amz-request-id", "it comes from the `RequestContext`"),
    request("x-amz-id-2", "it comes from the `RequestContext`"),
    request("x-amzn-requestid", "SDKs would take it for the request's id"),
    request("x-amzn-request-id", "SDKs would take it for the request's id"),
];

/// Returns whether `code` is a token that is safe in XML, in a header and in a SOAP fault code.
pub(crate) fn is_code(code: &str) -> bool {
    let mut chars = code.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic())
        && chars.all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

pub(crate) fn is_reserved_element(name: &str) -> bool {
    RESERVED_ELEMENTS.contains(&name)
}

/// The prefix of S3's checksums of a body. An SDK that compares one with the document fails for that
/// alone.
pub(crate) const CHECKSUM_PREFIX: &str = "x-amz-checksum-";

/// The reason why an error cannot set the header `name` (in lower case), if it cannot.
pub(crate) fn reserved_header(name: &str) -> Option<&'static str> {
    if name.starts_with(CHECKSUM_PREFIX) {
        return Some("SDKs would compare the document with it");
    }
    RESERVED_HEADERS.iter().find(|header| header.name == name).map(|header| header.reason)
}

/// Returns whether `name` is a token as RFC 9110, section 5.6.2, has it.
pub(crate) fn is_header_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

/// Returns whether a header's value may hold `c`: what ends a line, and other control characters, may not.
pub(crate) fn is_header_char(c: char) -> bool {
    !c.is_control() || c == '\t'
}

/// Returns whether `name` is an XML name without a colon.
pub(crate) fn is_xml_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_char)
}

/// The characters beyond ASCII that begin a name: the large blocks of `BaseChar` and `Ideographic` in XML 1.0, fourth
/// edition. The fifth edition takes many more, which expat does not read, and with it boto3, s3cmd and Python's
/// `ElementTree`.
pub(crate) const NAME_STARTS: &[(char, char)] = &[
    ('\u{C0}', '\u{D6}'),
    ('\u{D8}', '\u{F6}'),
    ('\u{F8}', '\u{131}'),
    ('\u{134}', '\u{13E}'),
    ('\u{141}', '\u{148}'),
    ('\u{14A}', '\u{17E}'),
    ('\u{388}', '\u{38A}'),
    ('\u{38E}', '\u{3A1}'),
    ('\u{3A3}', '\u{3CE}'),
    ('\u{401}', '\u{40C}'),
    ('\u{40E}', '\u{44F}'),
    ('\u{451}', '\u{45C}'),
    ('\u{45E}', '\u{481}'),
    ('\u{5D0}', '\u{5EA}'),
    ('\u{621}', '\u{63A}'),
    ('\u{905}', '\u{939}'),
    ('\u{E01}', '\u{E2E}'),
    ('\u{10D0}', '\u{10F6}'),
    ('\u{1E00}', '\u{1E9B}'),
    ('\u{1EA0}', '\u{1EF9}'),
    ('\u{3041}', '\u{3094}'),
    ('\u{30A1}', '\u{30FA}'),
    ('\u{4E00}', '\u{9FA5}'),
    ('\u{AC00}', '\u{D7A3}'),
];

/// The characters beyond ASCII that may follow in a name: `CombiningChar`, `Digit` and `Extender` of the same edition.
pub(crate) const NAME_CHARS: &[(char, char)] = &[
    ('\u{B7}', '\u{B7}'),
    ('\u{300}', '\u{345}'),
    ('\u{483}', '\u{486}'),
    ('\u{64B}', '\u{652}'),
    ('\u{660}', '\u{669}'),
    ('\u{93E}', '\u{94D}'),
    ('\u{966}', '\u{96F}'),
    ('\u{E47}', '\u{E4E}'),
    ('\u{E50}', '\u{E59}'),
    ('\u{3005}', '\u{3005}'),
    ('\u{30FC}', '\u{30FE}'),
];

fn is_name_start(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || is_in(NAME_STARTS, c)
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.') || is_in(NAME_STARTS, c) || is_in(NAME_CHARS, c)
}

fn is_in(ranges: &[(char, char)], c: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// `snake_case` as an element's name: `version_id` is `VersionId`.
pub(crate) fn pascal_case(field: &str) -> String {
    RenameRule::PascalCase.apply_to_field(field)
}

/// `text` as it is in XML, by the rules of the runtime: `&`, `<`, `>` and CR escaped, forbidden characters
/// replaced.
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
