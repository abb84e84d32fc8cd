//! What a document holds, and where.

use std::fmt;

use http::{HeaderMap, StatusCode};

use super::parts::{self, DetailPart, Span};
use crate::standard::is_sensitive;
use crate::{Detail, name};

/// Headers of an answer and not of its error: kept to be read, and shown nowhere, since any of them may hold a secret.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct OtherHeaders(pub(super) HeaderMap);

impl fmt::Debug for OtherHeaders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

/// The texts are in one buffer, and the parts are places in it.
#[derive(Clone, Default)]
pub(super) struct Contents {
    pub(super) texts: String,
    pub(super) code: Span,
    pub(super) message: Span,
    /// What it was built with.
    pub(super) status: Option<StatusCode>,
    /// What it came with.
    pub(super) received_status: Option<StatusCode>,
    pub(super) details: Vec<DetailPart>,
    /// Those that belong to the error.
    pub(super) headers: HeaderMap,
    /// The others that it came with.
    pub(super) other_headers: OtherHeaders,
    pub(super) resource: Option<Span>,
    pub(super) request_id: Option<Span>,
    pub(super) host_id: Option<Span>,
}

impl Contents {
    pub(super) fn text(&self, span: &Span) -> &str {
        parts::text(&self.texts, span)
    }

    pub(super) fn optional(&self, span: Option<&Span>) -> Option<&str> {
        span.map(|span| self.text(span))
    }

    /// The texts of the elements that every document may have.
    fn own_texts(&self) -> [Option<&str>; 5] {
        [
            Some(self.text(&self.code)),
            Some(self.text(&self.message)),
            self.optional(self.resource.as_ref()),
            self.optional(self.request_id.as_ref()),
            self.optional(self.host_id.as_ref()),
        ]
    }

    /// The details by name and value, and whether each is sensitive.
    pub(super) fn details(&self) -> impl Iterator<Item = (&str, &str, bool)> {
        self.details.iter().map(|part| (self.text(&part.name), self.text(&part.value), part.sensitive))
    }

    pub(super) fn set_message(&mut self, message: &str) {
        self.message = parts::add(&mut self.texts, message);
    }

    /// Sets a detail, in the place of an earlier one of that name, if it has a name that a detail can have.
    pub(super) fn set_detail(&mut self, name: &str, value: &str) {
        if !name::is_detail_name(name) {
            return;
        }
        let value = parts::add(&mut self.texts, value);
        if let Some(part) = self.details.iter_mut().find(|part| parts::text(&self.texts, &part.name) == name) {
            part.value = value;
        } else {
            let sensitive = is_sensitive(name);
            self.details.push(DetailPart { name: parts::add(&mut self.texts, name), value, sensitive });
        }
    }
}

/// By what the places hold, wherever they are.
impl PartialEq for Contents {
    fn eq(&self, other: &Self) -> bool {
        self.own_texts() == other.own_texts()
            && self.details().eq(other.details())
            && (self.status, self.received_status) == (other.status, other.received_status)
            && (&self.headers, &self.other_headers) == (&other.headers, &other.other_headers)
    }
}

impl Eq for Contents {}

#[allow(clippy::missing_fields_in_debug)] // the texts are shown where they belong
impl fmt::Debug for Contents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details: Vec<_> =
            self.details().map(|(name, value, sensitive)| Detail::new(name, value, sensitive)).collect();
        f.debug_struct("ErrorDocument")
            .field("code", &self.text(&self.code))
            .field("message", &self.text(&self.message))
            .field("status", &self.status)
            .field("received_status", &self.received_status)
            .field("details", &details)
            .field("headers", &self.headers)
            .field("other_headers", &self.other_headers)
            .field("resource", &self.optional(self.resource.as_ref()))
            .field("request_id", &self.optional(self.request_id.as_ref()))
            .field("host_id", &self.optional(self.host_id.as_ref()))
            .finish()
    }
}
