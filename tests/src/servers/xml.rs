//! Documents that requests carry, and those of successes. Errors are not written here.

use std::fmt::{Display, Write as _};

use axum::response::{IntoResponse, Response};
use quick_xml::Reader;
use quick_xml::events::Event;

/// An element that was read. Namespaces and attributes are dropped: S3 needs neither.
#[derive(Debug, Default)]
pub struct Element {
    name: String,
    text: String,
    children: Vec<Self>,
}

const DEPTH: usize = 8;
const ELEMENTS: usize = 100_000;

impl Element {
    /// Parses a document whose root is `root`; `None` where it is malformed or has another root.
    #[must_use]
    pub fn parse(document: &[u8], root: &str) -> Option<Self> {
        let text = std::str::from_utf8(document).ok()?;
        Self::read(text).filter(|element| element.name == root)
    }

    fn read(document: &str) -> Option<Self> {
        let mut reader = Reader::from_str(document);
        reader.config_mut().expand_empty_elements = true;
        let mut open = vec![Self::default()];
        let mut elements = 0;
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => {
                    elements += 1;
                    let name = start.local_name().into_inner().to_owned();
                    open.push(Self { name, ..Self::default() });
                    if open.len() > DEPTH || elements > ELEMENTS {
                        return None;
                    }
                }
                Event::End(_) => {
                    let element = open.pop()?;
                    open.last_mut()?.children.push(element);
                }
                Event::Text(text) => open.last_mut()?.text.push_str(&text.xml10_content()),
                Event::CData(text) => open.last_mut()?.text.push_str(&text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let text = &mut open.last_mut()?.text;
                    match reference.resolve_char_ref().ok()? {
                        Some(character) => text.push(character),
                        None => text.push_str(quick_xml::escape::resolve_predefined_entity(
                            reference.xml10_content().as_ref(),
                        )?),
                    }
                }
                Event::DocType(_) => return None,
                Event::Eof => break,
                _ => {}
            }
        }
        // Only the frame around the root may be left open.
        let frame = open.pop().filter(|frame| open.is_empty() && frame.text.trim().is_empty())?;
        frame.children.into_iter().next()
    }

    /// The children of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The names of the children.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.children.iter().map(|child| child.name.as_str())
    }

    /// The text of the first child of this name.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.children.iter().find(|child| child.name == name).map(|child| child.text.as_str())
    }
}

/// A document that is written, in S3's namespace.
#[derive(Debug)]
pub struct Document {
    text: String,
    root: &'static str,
}

impl Document {
    /// A document with this root.
    #[must_use]
    pub fn new(root: &'static str) -> Self {
        let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let _ = write!(text, "<{root} xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        Self { text, root }
    }

    /// Adds `<name>value</name>`.
    pub fn leaf(&mut self, name: &str, value: impl Display) -> &mut Self {
        let _ = write!(self.text, "<{name}>{}</{name}>", Escaped(&value.to_string()));
        self
    }

    /// Adds `<name>value</name>` if there is a value.
    pub fn optional(&mut self, name: &str, value: Option<impl Display>) -> &mut Self {
        if let Some(value) = value {
            self.leaf(name, value);
        }
        self
    }

    /// Adds an element with children.
    pub fn element(&mut self, name: &str, children: impl FnOnce(&mut Self)) -> &mut Self {
        let _ = write!(self.text, "<{name}>");
        children(self);
        let _ = write!(self.text, "</{name}>");
        self
    }

    /// Adds the element of an owner, whose id is his name as well.
    pub fn owner(&mut self, element: &str, id: &str) -> &mut Self {
        self.element(element, |owner| {
            owner.leaf("ID", id).leaf("DisplayName", id);
        })
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) {
        let _ = write!(self.text, "{}", Escaped(text));
    }

    /// Adds XML that somebody else has written.
    pub fn raw(&mut self, xml: &str) {
        self.text.push_str(xml);
    }

    /// The whole document.
    #[must_use]
    pub fn close(mut self) -> String {
        let _ = write!(self.text, "</{}>", self.root);
        self.text
    }
}

impl IntoResponse for Document {
    fn into_response(self) -> Response {
        ([("content-type", "application/xml")], self.close()).into_response()
    }
}

/// Text as XML can carry it.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '\r' => f.write_str("&#13;")?,
                '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {
                    f.write_char(char::REPLACEMENT_CHARACTER)?;
                }
                _ => f.write_char(character)?,
            }
        }
        Ok(())
    }
}
