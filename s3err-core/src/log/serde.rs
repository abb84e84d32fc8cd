//! A record through `serde`.

use std::fmt::Display;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::LogRecord;
use crate::value;

impl Serialize for LogRecord<'_> {
    /// A map: `code`, `status` (a number), `variant`, `message`, `method`, `request_id`; `resource` and `host_id` where
    /// they are known; `details` and `log`, maps of text, and `causes`, a list, where there are some.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, text) in self.fields() {
            match (name, text) {
                ("status", _) => map.serialize_entry(name, &self.error.status().as_u16())?,
                (_, Some(text)) => map.serialize_entry(name, &text)?,
                (_, None) => {}
            }
        }
        let mut details = Texts::default();
        self.visit_details(&mut |name, value| details.push(name, value));
        let mut log = Texts::default();
        self.error.visit_log(&mut |name, value| log.push(name, value));
        for (name, texts) in [("details", details), ("log", log)] {
            if !texts.0.is_empty() {
                map.serialize_entry(name, &texts)?;
            }
        }
        let causes = self.causes();
        if !causes.is_empty() {
            map.serialize_entry("causes", &causes)?;
        }
        map.end()
    }
}

/// Texts by name, in their order.
#[derive(Default)]
struct Texts(Vec<(String, String)>);

impl Texts {
    fn push(&mut self, name: &str, value: &dyn Display) {
        self.0.push((name.to_owned(), value::to_text(value)));
    }
}

impl Serialize for Texts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}
