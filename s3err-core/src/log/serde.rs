//! A record through `serde`.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::LogRecord;

impl Serialize for LogRecord<'_> {
    /// A map: `code`, `status` (a number), `variant`, `message`, `method`, `request_id`; `resource` and `host_id` where
    /// they are known; `details` and `log`, maps of text, and `causes`, a list, where there are some.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, text) in self.fields() {
            match (name, text) {
                ("status", _) => map.serialize_entry(name, &self.status.as_u16())?,
                (_, Some(text)) => map.serialize_entry(name, text)?,
                (_, None) => {}
            }
        }
        for (name, texts) in [("details", &self.details), ("log", &self.log)] {
            if !texts.is_empty() {
                map.serialize_entry(name, &Texts(texts))?;
            }
        }
        if !self.causes.is_empty() {
            map.serialize_entry("causes", &self.causes)?;
        }
        map.end()
    }
}

/// A map of strings, in the order in which they were visited.
struct Texts<'t>(&'t [(String, String)]);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}
