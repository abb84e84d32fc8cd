//! The parts of an error document, as text.

use std::borrow::Cow;

use crate::{Detail, name};

/// What has been read.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Parts {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) resource: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) host_id: Option<String>,
    pub(super) details: Vec<Detail>,
}

impl Parts {
    /// Takes an element with its text, and whether something secret is in it. Of repeated ones the first counts.
    pub(super) fn take(&mut self, name: &str, text: Cow<'_, str>, secret: bool) {
        let part = match name {
            "Code" => &mut self.code,
            "Message" => &mut self.message,
            "Resource" => &mut self.resource,
            "RequestId" | "RequestID" => &mut self.request_id,
            "HostId" => &mut self.host_id,
            _ => {
                if name::is_detail_name(name) && self.details.iter().all(|seen| seen.name != name) {
                    self.details.push(Detail::new(name, text, secret));
                }
                return;
            }
        };
        if part.is_none() {
            // Codes and ids have no blanks around them, whatever a pretty-printer put there.
            let is_text = matches!(name, "Message" | "Resource");
            let trimmed = text.trim();
            *part = Some(if is_text || trimmed.len() == text.len() { text.into_owned() } else { trimmed.to_owned() });
        }
    }
}

/// What a reference stands for, by what is between its `&` and `;`. One that XML forbids, and S3 sends, is its character;
/// one that only a DTD could explain stays as it stands.
pub(super) fn push_reference(text: &mut String, name: &str) {
    let character = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name.strip_prefix('#').and_then(|number| {
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32)
        }),
    };
    match character {
        Some(character) => text.push(character),
        None => text.extend(["&", name, ";"]),
    }
}
