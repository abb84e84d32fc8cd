//! The parts of a request's target: the bucket and the key of its path, and the parameters of its query.

use percent_encoding::percent_decode_str;

/// Splits a decoded path into bucket and key. Both are empty for the service, and the key for a bucket.
#[must_use]
pub fn split(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_once('/').unwrap_or((path, ""))
}

/// Decodes a part of a target. The error is the part, where it is not UTF-8.
///
/// # Errors
///
/// Returns an error if the decoded bytes are not UTF-8.
pub fn decode(text: &str) -> Result<String, String> {
    percent_decode_str(text).decode_utf8().map(Into::into).map_err(|_| text.to_owned())
}

/// Decodes a part of a target; what is not UTF-8 becomes U+FFFD.
#[must_use]
pub fn decode_lossy(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The parameters that name a subresource; all others are arguments.
const SUBRESOURCES: [&str; 41] = [
    "abac",
    "accelerate",
    "acl",
    "analytics",
    "annotation",
    "attributes",
    "cors",
    "delete",
    "encryption",
    "intelligent-tiering",
    "inventory",
    "legal-hold",
    "lifecycle",
    "location",
    "logging",
    "metadataAnnotationTable",
    "metadataConfiguration",
    "metadataInventoryTable",
    "metadataJournalTable",
    "metadataTable",
    "metrics",
    "notification",
    "object-lock",
    "ownershipControls",
    "policy",
    "policyStatus",
    "publicAccessBlock",
    "renameObject",
    "replication",
    "requestPayment",
    "restore",
    "retention",
    "select",
    "session",
    "tagging",
    "torrent",
    "uploadId",
    "uploads",
    "versioning",
    "versions",
    "website",
];

/// The decoded parameters of a query, in its order.
#[derive(Clone, Debug)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Parses a query; a parameter without a value has the empty one. As in forms, `+` is a space.
    ///
    /// # Errors
    ///
    /// Those of `decode`.
    pub fn parse<E>(query: &str, decode: impl Fn(&str) -> Result<String, E>) -> Result<Self, E> {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let pairs =
            pairs.map(|(name, value)| Ok((decode(&name.replace('+', " "))?, decode(&value.replace('+', " "))?)));
        pairs.collect::<Result<_, _>>().map(Self)
    }

    /// The value of a parameter, the first if there are several.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(given, _)| *given == name).map(|(_, value)| value)
    }

    /// The value of a parameter that is there and not empty.
    #[must_use]
    pub fn filled(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| !value.is_empty())
    }

    /// Returns whether a parameter is there, with a value or without.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The subresource that is named, the first by the alphabet if there are several.
    #[must_use]
    pub fn subresource(&self) -> Option<&'static str> {
        SUBRESOURCES.into_iter().find(|name| self.has(name))
    }

    /// Names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}
