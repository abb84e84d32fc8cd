//! Detail elements: the data of an error between its message and its ids.

use std::collections::HashSet;
use std::fmt;

use crate::catalogue::is_sensitive;
use crate::name;

/// A detail element with its value, owned: for tests and tools. Its `Debug` does not show a sensitive value.
///
/// ```
/// use s3err_core::S3Error;
///
/// #[derive(Debug, S3Error)]
/// enum ObjectError {
///     NoSuchVersion { #[s3(detail)] key: String, #[s3(detail)] version_id: String },
/// }
///
/// let error = ObjectError::NoSuchVersion { key: "a".into(), version_id: "3".into() };
/// let details: Vec<_> = error.details().into_iter().map(|d| (d.name, d.value)).collect();
/// assert_eq!(details, [("Key".into(), "a".into()), ("VersionId".into(), "3".into())]);
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Detail {
    /// The element's name.
    pub name: String,
    /// Its text, not escaped.
    pub value: String,
    /// True if it is to be kept out of logs.
    pub sensitive: bool,
}

impl Detail {
    /// A detail: sensitive where that is said, or where the catalogue says it of the name.
    pub(crate) fn new(name: impl Into<String>, value: impl Into<String>, sensitive: bool) -> Self {
        let name = name.into();
        Self { sensitive: sensitive || is_sensitive(&name), value: value.into(), name }
    }
}

impl fmt::Debug for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value: &dyn fmt::Debug = if self.sensitive { &format_args!("(sensitive)") } else { &self.value };
        f.debug_struct("Detail").field("name", &self.name).field("value", value).finish_non_exhaustive()
    }
}

/// Receives the details of an error in the order in which they are written.
///
/// ```
/// use std::borrow::Cow;
/// use s3err_core::http::StatusCode;
/// use s3err_core::{DetailVisitor, S3Error};
///
/// struct TooBig { size: u64 }
///
/// impl S3Error for TooBig {
///     fn code(&self) -> &str { "EntityTooLarge" }
///     fn status(&self) -> StatusCode { StatusCode::BAD_REQUEST }
///     fn message(&self) -> Cow<'_, str> { "This is too large.".into() }
///     fn visit_details(&self, details: &mut DetailVisitor<'_>) {
///         details.push("ProposedSize", &self.size);
///         details.push("no name", &"left out: this is not an XML name");
///     }
/// }
///
/// let mut seen = Vec::new();
/// let mut visit = |name: &str, value: &dyn std::fmt::Display, _sensitive: bool| {
///     seen.push(format!("{name}={value}"));
/// };
/// TooBig { size: 7 }.visit_details(&mut DetailVisitor::new(&mut visit));
/// assert_eq!(seen, ["ProposedSize=7"]);
/// ```
pub struct DetailVisitor<'v> {
    visit: &'v mut dyn FnMut(&str, &dyn fmt::Display, bool),
    seen: Seen,
}

/// The names that were there before.
enum Seen {
    /// A few of them.
    Few(Vec<String>),
    /// Too many to compare each with all.
    Many(HashSet<String>),
}

/// From here on names are hashed.
pub(crate) const MANY: usize = 64;

impl Seen {
    /// Returns whether the name is new.
    fn insert(&mut self, name: &str) -> bool {
        match self {
            Self::Few(names) if names.iter().any(|seen| seen == name) => false,
            Self::Few(names) => {
                names.push(name.to_owned());
                if names.len() == MANY {
                    *self = Self::Many(std::mem::take(names).into_iter().collect());
                }
                true
            }
            Self::Many(names) => names.insert(name.to_owned()),
        }
    }
}

impl<'v> DetailVisitor<'v> {
    /// A visitor that calls `visit` with the name, the value and whether it is sensitive.
    pub fn new(visit: &'v mut dyn FnMut(&str, &dyn fmt::Display, bool)) -> Self {
        Self { visit, seen: Seen::Few(Vec::new()) }
    }

    /// Adds a detail. One whose name is not a local XML name, is one of the document's own (`Code`, `Message`,
    /// `Resource`, `RequestId`, `HostId`) or was there before is left out: clients misread such documents.
    pub fn push(&mut self, name: &str, value: &dyn fmt::Display) {
        self.push_unless_bad(name, value, false);
    }

    /// Adds a detail that goes on the wire, but never into a log or a message.
    pub fn push_sensitive(&mut self, name: &str, value: &dyn fmt::Display) {
        self.push_unless_bad(name, value, true);
    }

    fn push_unless_bad(&mut self, name: &str, value: &dyn fmt::Display, sensitive: bool) {
        if name::is_detail_name(name) {
            self.push_checked(name, value, sensitive || is_sensitive(name));
        }
    }

    /// Adds a detail whose name has been checked, unless it was there before: a wrapper may have its own.
    pub(crate) fn push_checked(&mut self, name: &str, value: &dyn fmt::Display, sensitive: bool) {
        if self.seen.insert(name) {
            (self.visit)(name, value, sensitive);
        }
    }
}

impl fmt::Debug for DetailVisitor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DetailVisitor").finish_non_exhaustive()
    }
}
