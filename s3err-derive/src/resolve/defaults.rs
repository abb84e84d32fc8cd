//! The values that a type gives for all its variants.

use proc_macro2::Span;
use syn::LitStr;

use crate::attr::input::TypeInput;
use crate::catalogue;
use crate::diagnostics::Diagnostics;

/// The values for a variant that does not give its own.
pub(super) struct Defaults<'a> {
    /// The code of a variant that has none.
    pub(super) code: Option<&'a LitStr>,
    /// No mistake hides that code.
    pub(super) is_code_known: bool,
    /// The details of a catalogued code are a set that S3 sends.
    pub(super) is_strict: bool,
    /// The message of a variant that has none is its `Display`, asked for there.
    pub(super) message_is_display: Option<Span>,
}

impl<'a> Defaults<'a> {
    pub(super) fn new(input: &'a TypeInput<'_>, diagnostics: &mut Diagnostics) -> Self {
        let code = input.attrs.default.as_ref().filter(|code| is_catalogued(code, diagnostics));
        Self {
            code,
            is_code_known: code.is_some() || !input.checked.means("default"),
            is_strict: input.attrs.strict.is_some(),
            message_is_display: input.of_enum.message.map(|display| display.0),
        }
    }
}

/// Returns whether the `default` of an enum is a code that brings everything else with it.
fn is_catalogued(code: &LitStr, diagnostics: &mut Diagnostics) -> bool {
    let text = code.value();
    let is_catalogued = catalogue::find(&text).is_some_and(|entry| !entry.statuses.is_empty());
    if !is_catalogued {
        let problem = format!("`default` takes one of S3's codes that has a status, and `{text}` is not one");
        let help = match catalogue::nearest(&text) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write one, as in `default = \"InternalError\"`".to_owned(),
        };
        diagnostics.at(code, problem, help);
    }
    is_catalogued
}
