//! One error code, and what is known of it.

use super::family::Family;
use crate::suggest::same_letters;

/// Details that S3 itself does not want in anybody's log.
pub(crate) const SENSITIVE_DETAILS: [&str; 5] =
    ["Token-0", "StringToSign", "StringToSignBytes", "CanonicalRequest", "CanonicalRequestBytes"];

/// An error code of S3 or of a service beside it.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) code: &'static str,
    /// The error statuses that it is sent with, the usual one first. Empty where none is known.
    pub(crate) statuses: &'static [u16],
    /// Whose fault it is, where that does not follow from the status.
    pub(crate) fault: Option<Fault>,
    /// The retry class, where it does not follow from the status.
    pub(crate) retry: Option<Retry>,
    /// The source of the retry class.
    pub(crate) retry_source: Option<RetrySource>,
    /// The sets of details that are sent, each in wire order. There is at least one: the empty set counts.
    pub(crate) shapes: &'static [&'static [&'static str]],
    /// The headers that belong to this error.
    pub(crate) headers: &'static [&'static str],
    pub(crate) family: Family,
    /// The message on the wire, or a sentence of our own where none is known that can be sent as it stands.
    pub(crate) message: &'static str,
}

/// Whose fault an error is. The names are those of the runtime's enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Client,
    Server,
}

/// The retry class of an error. The names are those of the runtime's enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    Never,
    Transient,
    Throttling,
}

/// The source of a retry class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RetrySource {
    /// The API reference or the service's model.
    Reference,
    /// The message that is sent with the code.
    Message,
    /// The retry lists of the AWS SDKs, where S3 itself says nothing.
    Sdks,
}

/// An enum whose values are words of an attribute.
pub(crate) trait Word: Sized {
    fn from_word(word: &str) -> Option<Self>;
}

impl Word for Fault {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "client" => Some(Self::Client),
            "server" => Some(Self::Server),
            _ => None,
        }
    }
}

impl Word for Retry {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "never" => Some(Self::Never),
            "transient" => Some(Self::Transient),
            "throttling" => Some(Self::Throttling),
            _ => None,
        }
    }
}

impl Retry {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Transient => "transient",
            Self::Throttling => "throttling",
        }
    }
}

impl RetrySource {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Reference => "by the API reference",
            Self::Message => "by its message",
            Self::Sdks => "by the SDKs",
        }
    }
}

impl Fault {
    /// The fault of a code of which no more is known. The runtime has the same rule.
    pub(crate) fn from_status(status: u16) -> Self {
        if status >= 500 { Self::Server } else { Self::Client }
    }
}

impl Retry {
    /// The class of a code of which no more is known: what clients do by the status alone, and 507, which RFC 4918
    /// calls temporary. The runtime has the same list.
    pub(crate) fn from_status(status: u16) -> Self {
        match status {
            429 | 509 => Self::Throttling,
            408 | 500 | 502 | 503 | 504 | 507 => Self::Transient,
            _ => Self::Never,
        }
    }
}

impl Entry {
    /// Returns the retry class with its usual status.
    pub(crate) fn usual_retry(&self) -> Option<Retry> {
        self.retry.or_else(|| self.statuses.first().map(|status| Retry::from_status(*status)))
    }

    /// The statuses, for a sentence.
    pub(crate) fn statuses_in_words(&self) -> Vec<String> {
        self.statuses.iter().map(u16::to_string).collect()
    }

    /// Every detail that is sent in one set or another. One that is in several sets comes several times.
    pub(crate) fn details(&self) -> impl Iterator<Item = &'static str> {
        self.shapes.iter().copied().flatten().copied()
    }

    /// S3's spelling of the detail whose letters and digits are those of `name`.
    pub(crate) fn detail_like(&self, name: &str) -> Option<&'static str> {
        self.details().find(|detail| same_letters(detail, name))
    }

    /// S3's spelling of a detail that `name` has the letters of, and is not.
    pub(crate) fn misspelt_detail(&self, name: &str) -> Option<&'static str> {
        self.detail_like(name).filter(|_| self.details().all(|detail| detail != name))
    }

    /// The detail that was meant by a `name` that is not one of S3's.
    pub(crate) fn meant_detail(&self, name: &str) -> Option<&'static str> {
        self.misspelt_detail(name).or_else(|| self.near_detail(name))
    }

    /// The detail that `name` is probably a slip of the keyboard for. A detail of another code is none, and neither is
    /// a name that goes on where S3's ends, such as a plural.
    pub(crate) fn near_detail(&self, name: &str) -> Option<&'static str> {
        let is_known = super::all().any(|entry| entry.details().any(|detail| detail == name));
        let is_longer = |near: &str| name.starts_with(near) || near.starts_with(name);
        crate::suggest::nearest(name, self.details()).filter(|near| !is_known && !is_longer(near))
    }
}

/// The entry of a code of which no more is known than this.
pub(super) const fn code(code: &'static str, statuses: &'static [u16], family: Family, message: &'static str) -> Entry {
    Entry {
        code,
        statuses,
        fault: None,
        retry: None,
        retry_source: None,
        shapes: &[&[]],
        headers: &[],
        family,
        message,
    }
}

/// The facts that follow from the columns of the table.
impl Entry {
    pub(super) const fn with_details(self, shapes: &'static [&'static [&'static str]]) -> Self {
        Self { shapes, ..self }
    }

    pub(super) const fn with_headers(self, headers: &'static [&'static str]) -> Self {
        Self { headers, ..self }
    }

    pub(super) const fn with_fault(self, fault: Fault) -> Self {
        Self { fault: Some(fault), ..self }
    }

    pub(super) const fn with_retry(self, retry: Retry, source: RetrySource) -> Self {
        Self { retry: Some(retry), retry_source: Some(source), ..self }
    }
}
