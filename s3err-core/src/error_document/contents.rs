//! The contents of an error document: its strings in one buffer, and where each of them is.

use std::collections::HashMap;
use std::fmt;

use http::{HeaderMap, StatusCode};

use super::headers::{Shown, ShownByName, Url};
use super::parse_error::ParseError;
use crate::catalogue::is_sensitive;
use crate::detail::{Detail, MANY};
use crate::name;

/// The place of a string in the buffer. Four bytes for a number, because contents are moved about; nothing that is
/// larger than they can count is read, and of what a program builds itself the rest is lost.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    start: u32,
    end: u32,
}

impl Span {
    pub(super) fn new(start: usize, end: usize) -> Self {
        let place = |place| u32::try_from(place).unwrap_or(u32::MAX);
        Self { start: place(start), end: place(end) }
    }

    pub(super) fn of(self, texts: &[u8]) -> &[u8] {
        texts.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    fn of_str(self, texts: &str) -> &str {
        texts.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// The place of the string without the blanks around it.
    #[inline]
    pub(super) fn trimmed(self, texts: &[u8]) -> Self {
        let bytes = self.of(texts);
        if let ([first, ..], [.., last]) = (bytes, bytes)
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return self;
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return self };
        let start = self.start as usize + (text.len() - text.trim_start().len());
        Self::new(start, start + text.trim().len())
    }
}

/// The contents of a document. A `String` for each part would be an allocation for each.
#[derive(Clone, Default)]
pub(super) struct Contents {
    pub(super) texts: String,
    pub(super) code: Option<Span>,
    pub(super) message: Option<Span>,
    pub(super) resource: Option<Span>,
    pub(super) request_id: Option<Span>,
    pub(super) host_id: Option<Span>,
    pub(super) details: Details,
    /// The status that it was given.
    pub(super) status: Option<StatusCode>,
    /// Absent in a document that was read from a body alone: most are, and have no room for it.
    pub(super) envelope: Option<Box<Envelope>>,
}

/// Details. Up to two, which are all in most errors, need no allocation.
#[derive(Clone, Default)]
pub(super) struct Details {
    few: [DetailSpan; 2],
    few_len: usize,
    /// All of them, when they are more.
    many: Vec<DetailSpan>,
    /// The places of all of them by name, once they are too many to look through for each. Boxed, as most have none.
    #[allow(clippy::box_collection, reason = "a map has six times the size")]
    by_name: Option<Box<HashMap<Vec<u8>, usize>>>,
}

impl Details {
    /// The place of the detail of this name, if there is one.
    #[inline]
    fn find(&mut self, texts: &[u8], name: &[u8]) -> Option<usize> {
        if self.many.len() < MANY {
            self.as_slice().iter().position(|detail| detail.name.of(texts) == name)
        } else {
            self.find_among_many(texts, name)
        }
    }

    #[cold]
    #[inline(never)] // as below
    fn find_among_many(&mut self, texts: &[u8], name: &[u8]) -> Option<usize> {
        let by_name = self.by_name.get_or_insert_default();
        for (place, detail) in self.many.iter().enumerate().skip(by_name.len()) {
            by_name.insert(detail.name.of(texts).to_vec(), place);
        }
        by_name.get(name).copied()
    }

    fn push(&mut self, detail: DetailSpan) {
        if let Some(place) = self.few.get_mut(self.few_len) {
            *place = detail;
            self.few_len += 1;
        } else {
            self.push_many(detail);
        }
    }

    #[cold]
    #[inline(never)] // every document would pay for what it needs to grow
    fn push_many(&mut self, detail: DetailSpan) {
        if self.many.is_empty() {
            self.many.extend(self.few);
        }
        self.many.push(detail);
    }

    fn as_slice(&self) -> &[DetailSpan] {
        if self.many.is_empty() { self.few.get(..self.few_len).unwrap_or_default() } else { &self.many }
    }

    fn as_mut_slice(&mut self) -> &mut [DetailSpan] {
        if self.many.is_empty() { self.few.get_mut(..self.few_len).unwrap_or_default() } else { &mut self.many }
    }
}

/// A detail element.
#[derive(Clone, Copy, Default)]
pub(super) struct DetailSpan {
    pub(super) name: Span,
    pub(super) value: Span,
    pub(super) sensitive: bool,
}

/// The rest of the response that a document came in.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Envelope {
    /// The status of the response.
    pub(super) status: Option<StatusCode>,
    /// The headers that belong to the error.
    pub(super) headers: HeaderMap,
    /// The other headers of the response: they can be asked for, and are never sent on.
    pub(super) other_headers: HeaderMap,
    /// The reason why the document does not come from the body of the response.
    pub(super) unread: Option<ParseError>,
}

impl Contents {
    /// The string at a place.
    pub(super) fn text(&self, span: Option<Span>) -> Option<&str> {
        span.map(|span| span.of_str(&self.texts))
    }

    /// The value of a detail.
    pub(super) fn detail(&self, name: &str) -> Option<&str> {
        let texts = self.texts.as_bytes();
        self.text(Some(self.details.as_slice().iter().find(|detail| detail.name.of(texts) == name.as_bytes())?.value))
    }

    /// The details: name, value, and whether it is sensitive.
    pub(super) fn details(&self) -> impl DoubleEndedIterator<Item = (&str, &str, bool)> + Clone {
        let text = |span: Span| span.of_str(&self.texts);
        self.details.as_slice().iter().map(move |detail| (text(detail.name), text(detail.value), detail.sensitive))
    }

    /// Returns whether there is what makes it an error.
    pub(super) fn has_code(&self) -> bool {
        self.code.is_some_and(|code| code.start < code.end)
    }

    /// Takes an element that was read into `texts`, which becomes the buffer when all of it has been checked. Of
    /// repeated elements the first counts.
    pub(super) fn take(&mut self, texts: &[u8], name: Span, value: Span, secret: bool) {
        let Some((place, is_verbatim)) = self.own(name.of(texts)) else {
            return self.take_detail(texts, DetailSpan { name, value, sensitive: secret });
        };
        if place.is_none() {
            *place = Some(if is_verbatim { value } else { value.trimmed(texts) });
        }
    }

    /// The place of an element that is not a detail, and whether the blanks around its text are part of it: a code and
    /// an id have none, whatever a pretty-printer put there.
    pub(super) fn own(&mut self, name: &[u8]) -> Option<(&mut Option<Span>, bool)> {
        match name {
            b"Code" => Some((&mut self.code, false)),
            b"Message" => Some((&mut self.message, true)),
            b"Resource" => Some((&mut self.resource, true)),
            b"RequestId" | b"RequestID" => Some((&mut self.request_id, false)),
            b"HostId" => Some((&mut self.host_id, false)),
            _ => None,
        }
    }

    /// Takes a detail, if a detail can be named so.
    fn take_detail(&mut self, texts: &[u8], detail: DetailSpan) {
        if std::str::from_utf8(detail.name.of(texts)).is_ok_and(name::is_detail_name) {
            self.push_detail(texts, detail);
        }
    }

    /// Takes a detail whose name has been checked, unless there is one of its name already.
    #[inline]
    pub(super) fn push_detail(&mut self, texts: &[u8], mut detail: DetailSpan) {
        let name = detail.name.of(texts);
        if self.details.find(texts, name).is_none() {
            detail.sensitive |= is_sensitive(name);
            self.details.push(detail);
        }
    }

    /// Adds a string to the buffer.
    pub(super) fn add(&mut self, text: &str) -> Span {
        let start = self.texts.len();
        self.texts.push_str(text);
        Span::new(start, self.texts.len())
    }

    /// Sets a detail, in the place of an earlier one of that name. A name that no detail can have is ignored.
    pub(super) fn set_detail(&mut self, name: &str, value: &str) {
        if !name::is_detail_name(name) {
            return;
        }
        let value = self.add(value);
        let place = self.details.find(self.texts.as_bytes(), name.as_bytes());
        if let Some(detail) = place.and_then(|place| self.details.as_mut_slice().get_mut(place)) {
            detail.value = value;
        } else {
            let (name, sensitive) = (self.add(name), is_sensitive(name));
            self.details.push(DetailSpan { name, value, sensitive });
        }
    }

    pub(super) fn envelope_mut(&mut self) -> &mut Envelope {
        self.envelope.get_or_insert_default()
    }

    /// The elements that every document may have.
    fn own_texts(&self) -> [Option<&str>; 5] {
        [self.code, self.message, self.resource, self.request_id, self.host_id].map(|span| self.text(span))
    }
}

/// Two documents are equal that say the same, wherever in its buffer each of them has it.
impl PartialEq for Contents {
    fn eq(&self, other: &Self) -> bool {
        self.own_texts() == other.own_texts()
            && self.details().eq(other.details())
            && (self.status, &self.envelope) == (other.status, &other.envelope)
    }
}

impl Eq for Contents {}

#[allow(clippy::missing_fields_in_debug, reason = "the strings are shown as the parts that they are")]
impl fmt::Debug for Contents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details: Vec<_> =
            self.details().map(|(name, value, sensitive)| Detail::new(name, value, sensitive)).collect();
        let [code, message, resource, request_id, host_id] = self.own_texts();
        let mut shown = f.debug_struct("ErrorDocument");
        shown
            .field("code", &code.unwrap_or_default())
            .field("message", &message.unwrap_or_default())
            .field("status", &self.status)
            .field("details", &details)
            .field("resource", &resource.map(Url))
            .field("request_id", &request_id)
            .field("host_id", &host_id);
        if let Some(envelope) = &self.envelope {
            shown
                .field("received_status", &envelope.status)
                .field("headers", &Shown(&envelope.headers))
                .field("other_headers", &ShownByName(&envelope.other_headers))
                .field("unread", &envelope.unread);
        }
        shown.finish()
    }
}
