//! The code of an error, and whether S3 knows it.

use proc_macro2::Span;
use syn::ext::IdentExt;

use super::error::Raw;
use crate::catalogue::{self, Entry};
use crate::diagnostics::{Diagnostics, Given};
use crate::names;
use crate::value::Text;

/// A code and what follows from it.
pub(super) struct Code {
    pub(super) text: String,
    /// What the catalogue says of it; nothing for a code of the user's own.
    pub(super) entry: Option<&'static Entry>,
    /// It is the user's own whatever the catalogue says.
    pub(super) custom: bool,
}

impl Raw<'_, '_> {
    /// The code: what was written, else the variant's name if that is a code of S3's.
    pub(super) fn code(&mut self, has_status: bool, diagnostics: &mut Diagnostics) -> Option<Code> {
        let custom = diagnostics.value(self.attrs.custom.take()).is_some();
        let name = self.ident.unraw().to_string();
        let (text, span) = match diagnostics.given(self.attrs.code.take()) {
            Given::Bad => return None,
            Given::Value(Text { value, span }) => (value, span),
            Given::Absent if !custom && catalogue::find_by_name(&name).is_some() => (name, self.span()),
            Given::Absent => {
                if !self.is_broken() {
                    diagnostics.at(self.ident, &without_code(&name, custom, self.fields.len() == 1));
                }
                return None;
            }
        };
        if !names::is_code(&text) {
            let problem =
                if text.is_empty() { "a code cannot be empty".to_owned() } else { format!("`{text}` is no code") };
            let near = catalogue::nearest(&text).unwrap_or("NoSuchKey");
            let message = format!("{problem}, write letters, digits, `.`, `-` and `_`, as in `\"{near}\"`");
            diagnostics.at_span(span, &message);
            return None;
        }
        let entry = if custom { None } else { catalogue::find(&text) };
        if entry.is_some() || custom || self.is_own(&text, span, has_status, diagnostics) {
            return Some(Code { text, entry, custom });
        }
        None
    }

    /// What is missing for a code of the user's own.
    fn needs(&self) -> &'static str {
        if self.attrs.message.is_some() {
            "a status, as in `status = 400`"
        } else {
            "a status and a message, as in `status = 400, message = \"...\"`"
        }
    }

    /// Whether a code that the catalogue does not have is one of the user's own, and not a slip.
    fn is_own(&self, text: &str, span: Span, has_status: bool, diagnostics: &mut Diagnostics) -> bool {
        let meant = catalogue::meant(text);
        let message = match (meant, has_status) {
            (Some(_), _) | (_, false) if self.is_broken() => return false,
            (Some(near), true) => {
                format!("S3's code is `{near}`: write that, or add `custom` if `{text}` is a code of your own")
            }
            (Some(near), false) => {
                format!(
                    "unknown code `{text}`, did you mean `{near}`? a code of your own needs `custom` and a `status`"
                )
            }
            (None, true) => return true,
            (None, false) => match catalogue::nearest(text) {
                Some(near) => {
                    format!("unknown code `{text}`, did you mean `{near}`? a code of your own needs a `status`")
                }
                None => format!("`{text}` is no code of S3's: a code of your own needs {}", self.needs()),
            },
        };
        diagnostics.at_span(span, &message);
        false
    }
}

/// What to say where a code is neither written nor the variant's name.
fn without_code(name: &str, custom: bool, has_one_field: bool) -> String {
    if custom {
        return format!("`custom` needs its code, as in `code = \"{name}\", status = 400, message = \"...\"`");
    }
    match catalogue::nearest(name) {
        Some(near) => format!("`{name}` is no code of S3's, write `code = \"{near}\"` if that is meant"),
        None if has_one_field => format!(
            "`{name}` is no code of S3's: write the code that is meant, as in `code = \"InternalError\"`, \
             or take everything from the field, by `transparent` or `via = path`"
        ),
        None => format!(
            "`{name}` is no code of S3's: write the code that is meant, \
             or one of your own, as in `code = \"{name}\", status = 400, message = \"...\"`"
        ),
    }
}
