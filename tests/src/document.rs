//! Error documents, read by a parser that shares no code with the writer.

use roxmltree::{Node, ParsingOptions};
use s3err_core::{RequestContext, S3Error};

/// The beginning of every document of S3's REST interface.
pub const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>";

/// The contents of an error document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// `Code`.
    pub code: String,
    /// `Message`.
    pub message: String,
    /// The elements between the message and those of the request, in order.
    pub details: Vec<(String, String)>,
    /// `Resource`.
    pub resource: Option<String>,
    /// `RequestId`.
    pub request_id: Option<String>,
    /// `HostId`.
    pub host_id: Option<String>,
}

impl Document {
    /// The text of a detail.
    #[must_use]
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The names of the details, in order.
    #[must_use]
    pub fn detail_names(&self) -> Vec<&str> {
        self.details.iter().map(|(name, _)| name.as_str()).collect()
    }
}

/// Reads a document of ours and asserts everything that holds for all of them: where it begins and ends, its shape, and
/// the order of its elements.
#[must_use]
pub fn read(xml: &str) -> Document {
    assert!(xml.starts_with(START), "a document begins with declaration, LF and root: {xml}");
    assert!(xml.ends_with("</Error>"), "nothing follows the root: {xml}");
    let (document, order) = parse(xml);
    let mut expected = vec!["Code".to_owned(), "Message".to_owned()];
    expected.extend(document.details.iter().map(|(name, _)| name.clone()));
    expected.extend(document.resource.iter().map(|_| "Resource".to_owned()));
    expected.push("RequestId".to_owned());
    expected.extend(document.host_id.iter().map(|_| "HostId".to_owned()));
    assert_eq!(order, expected, "the elements are in S3's order: {xml}");
    document
}

/// Reads a document of anybody's: its elements may be in any order and on lines of their own. The second value is
/// that order.
///
/// One root `Error`; no namespace, no attribute, no element twice, none inside another.
#[must_use]
pub fn parse(xml: &str) -> (Document, Vec<String>) {
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    let tree = roxmltree::Document::parse_with_options(xml, options)
        .unwrap_or_else(|error| panic!("not well-formed: {error}: {xml}"));
    let outside: Vec<_> = tree.root().children().collect();
    assert_eq!(outside.len(), 1, "the root is alone: {xml}");
    let root = tree.root_element();
    assert_eq!(root.tag_name().name(), "Error", "{xml}");
    let mut document = Document {
        code: String::new(),
        message: String::new(),
        details: Vec::new(),
        resource: None,
        request_id: None,
        host_id: None,
    };
    let mut order: Vec<String> = Vec::new();
    assert_plain(root, xml);
    for child in root.children() {
        if child.is_text() {
            assert!(child.text().unwrap_or_default().trim().is_empty(), "text outside an element: {xml}");
            continue;
        }
        assert!(child.is_element(), "neither element nor text: {xml}");
        assert_plain(child, xml);
        let name = child.tag_name().name().to_owned();
        assert!(!order.contains(&name), "`{name}` is there twice: {xml}");
        let text = text(child, xml);
        match name.as_str() {
            "Code" => document.code = text,
            "Message" => document.message = text,
            "Resource" => document.resource = Some(text),
            "RequestId" => document.request_id = Some(text),
            "HostId" => document.host_id = Some(text),
            _ => document.details.push((name.clone(), text)),
        }
        order.push(name);
    }
    (document, order)
}

fn assert_plain(element: Node<'_, '_>, xml: &str) {
    assert_eq!(element.tag_name().namespace(), None, "{xml}");
    assert_eq!(element.namespaces().len(), 0, "{xml}");
    assert_eq!(element.attributes().len(), 0, "{xml}");
}

fn text(element: Node<'_, '_>, xml: &str) -> String {
    assert!(element.children().all(|child| child.is_text()), "`{}` holds text alone: {xml}", element.tag_name().name());
    element.children().filter_map(|child| child.text()).collect()
}

/// The document of an error, in all three ways of asking for it.
#[must_use]
pub fn render_in<E: S3Error + ?Sized>(error: &E, context: &RequestContext) -> Document {
    let xml = error.to_xml(context);
    assert_eq!(error.to_bytes(context), xml, "`to_bytes` is `to_xml`");
    let mut written = b"before ".to_vec();
    error.write_xml(context, &mut written);
    assert_eq!(written.strip_prefix(b"before "), Some(xml.as_bytes()), "`write_xml` appends `to_xml`");
    let document = read(&xml);
    let details: Vec<_> = error.details().into_iter().map(|detail| (detail.name, detail.value)).collect();
    let carried = details.into_iter().map(|(name, value)| (name, carried(&value)));
    assert_eq!(document.details, carried.collect::<Vec<_>>(), "`details` are those of the document");
    assert_eq!(document.code, carried_code(error));
    assert_eq!(document.message, self::carried(&error.message()));
    assert_eq!(document.request_id.as_deref(), Some(context.request_id().as_str()));
    assert_eq!(document.host_id.as_deref(), context.host_id().map(s3err_core::HostId::as_str));
    assert_eq!(document.resource, context.resource().map(self::carried));
    document
}

/// The document of an error, in [`context`](crate::context).
#[must_use]
pub fn render<E: S3Error + ?Sized>(error: &E) -> Document {
    render_in(error, &crate::context())
}

fn carried_code<E: S3Error + ?Sized>(error: &E) -> String {
    carried(error.code())
}

/// `text` as far as XML 1.0 can carry it: a character outside of its production `Char` becomes U+FFFD.
#[must_use]
pub fn carried(text: &str) -> String {
    let is_char = |c: &char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}');
    text.chars().map(|c| Some(c).filter(is_char).unwrap_or('\u{FFFD}')).collect()
}
