//! The code of an error, and what the catalogue knows of it.

use proc_macro2::Span;
use syn::LitStr;
use syn::ext::IdentExt;

use super::defaults::Defaults;
use crate::attr::input::ErrorInput;
use crate::catalogue::{self, Entry};
use crate::diagnostics::Diagnostics;
use crate::names;

/// A code and what follows from it.
pub(super) struct Code {
    pub(super) text: String,
    /// The catalogue's entry; nothing for a code of the user's own.
    pub(super) entry: Option<&'static Entry>,
    pub(super) custom: bool,
}

/// The code: the attribute, else the variant's name when it is one of S3's, else the default of the enum.
pub(super) fn resolve(error: &ErrorInput<'_>, defaults: &Defaults<'_>, diagnostics: &mut Diagnostics) -> Option<Code> {
    let custom = error.attrs.custom.is_some();
    let (text, span) = match &error.attrs.code {
        Some(code) => (code.value(), code.span()),
        None if error.checked.has("code") => return None,
        None => (default_code(error, defaults, diagnostics)?, error.ident.span()),
    };
    if !names::is_code(&text) {
        let problem = match text.as_str() {
            "" => "an error code cannot be empty".to_owned(),
            text => format!("invalid error code `{text}`"),
        };
        let example = catalogue::nearest(&text).unwrap_or("NoSuchKey");
        let help = format!("use letters, digits, `.`, `-` and `_`, as in `\"{example}\"`");
        diagnostics.at_span(span, problem, help);
        return None;
    }
    let entry = if custom { None } else { catalogue::find(&text) };
    let is_code = entry.is_some() || custom || is_own(error, &text, span, diagnostics);
    is_code.then_some(Code { text, entry, custom })
}

/// The code of a variant that gives none: its name when that is one of S3's, else the default of the enum.
fn default_code(error: &ErrorInput<'_>, defaults: &Defaults<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let name = error.ident.unraw().to_string();
    let may_default = error.attrs.custom.is_none();
    if may_default && catalogue::find_by_name(&name).is_some() {
        return Some(name);
    }
    if let Some(default) = defaults.code.filter(|_| may_default && catalogue::nearest(&name).is_none()) {
        return Some(default.value());
    }
    if !error.may_hide(&["code", "custom", "transparent", "via", "other"]) && defaults.is_code_known {
        without_code(error, &name, defaults.code, diagnostics);
    }
    None
}

/// Returns whether a code that the catalogue does not have is one of the user's own, and not a slip.
fn is_own(error: &ErrorInput<'_>, text: &str, span: Span, diagnostics: &mut Diagnostics) -> bool {
    let meant = catalogue::meant(text);
    let has_status = error.checked.has("status");
    if meant.is_none() && has_status {
        return true;
    }
    if error.may_hide(&["custom", "status", "message"]) {
        return false;
    }
    let (problem, help) = match (meant, catalogue::nearest(text)) {
        (Some(near), _) if has_status => (
            format!("S3 spells the code `{text}` as `{near}`"),
            format!("write `code = \"{near}\"`, or add `custom` if it is a code of your own"),
        ),
        (Some(near), _) => (
            format!("unknown error code `{text}`"),
            format!("did you mean `{near}`? A code of your own needs `custom`, a status and a message"),
        ),
        (None, Some(near)) => (
            format!("unknown error code `{text}`"),
            format!("did you mean `{near}`? A code of your own needs a status and a message"),
        ),
        (None, None) => {
            let needs = if error.checked.has("message") {
                "a status, as in `status = 400`"
            } else {
                "a status and a message, as in `status = 400, message = \"...\"`"
            };
            (format!("`{text}` is not an S3 error code"), format!("a code of your own needs {needs}"))
        }
    };
    diagnostics.at_span(span, problem, help);
    false
}

/// Reports a variant that neither has a code nor is named like one.
fn without_code(error: &ErrorInput<'_>, name: &str, default: Option<&LitStr>, diagnostics: &mut Diagnostics) {
    let problem = if error.attrs.custom.is_some() {
        "`custom` needs a code".to_owned()
    } else {
        format!("`{name}` is not an S3 error code")
    };
    let help = match (catalogue::nearest(name), default) {
        _ if error.attrs.custom.is_some() => {
            format!("write it, as in `code = \"{name}\", status = 400, message = \"...\"`")
        }
        (Some(near), Some(default)) => {
            format!("write `code = \"{near}\"` if you mean that, or the default, `code = \"{}\"`", default.value())
        }
        (Some(near), None) => format!("write `code = \"{near}\"` if you mean that"),
        (None, _) if error.fields.len() == 1 => "write the code, as in `code = \"InternalError\"`, \
             or take everything from the field with `transparent` or `via = path`"
            .to_owned(),
        (None, _) => format!(
            "write the code, as in `code = \"InternalError\"`, \
             or one of your own, as in `code = \"{name}\", status = 400, message = \"...\"`"
        ),
    };
    diagnostics.at(error.ident, problem, help);
}
