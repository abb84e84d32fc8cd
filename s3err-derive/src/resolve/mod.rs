//! From what a user wrote to what is legal: every default is decided, or what is missing is said.

mod code;
mod docs;
mod field;
mod template;
mod variant;

use proc_macro2::Span;
use syn::{Data, Ident, LitStr, Path, PathSegment, Token};

use self::variant::TypeDefaults;
use crate::attr::input::TypeInput;
use crate::catalogue;
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Model, Options, Variant};

/// The model of a type. An error that a mistake leaves unknown is not in it.
pub(crate) fn resolve(input: &TypeInput<'_>, diagnostics: &mut Diagnostics) -> Model {
    let code = input.attrs.default.as_ref().filter(|code| default_is_catalogued(code, diagnostics));
    let defaults = TypeDefaults {
        code,
        is_strict: input.attrs.strict.is_some(),
        is_code_known: code.is_some() || !input.checked.means("default"),
        message_is_display: input.of_enum.message.map(|display| display.0),
    };
    let errors = input.errors.iter();
    let mut variants: Vec<_> = errors.filter_map(|error| variant::resolve(error, &defaults, diagnostics)).collect();
    count_rows(&mut variants);
    Model {
        ident: input.derive_input.ident.clone(),
        generics: input.derive_input.generics.clone(),
        is_enum: matches!(input.derive_input.data, Data::Enum(_)),
        options: options(input),
        variants,
    }
}

/// What holds for the type as a whole, whatever mistakes are in it.
pub(crate) fn options(input: &TypeInput<'_>) -> Options {
    Options {
        krate: input.attrs.krate.as_ref().map_or_else(default_crate, |path| path.0.clone()),
        display: input.attrs.display.is_some(),
        decode: input.attrs.decode.is_some(),
    }
}

fn default_crate() -> Path {
    Path {
        leading_colon: Some(Token![::](Span::call_site())),
        segments: [PathSegment::from(Ident::new("s3err_core", Span::call_site()))].into_iter().collect(),
    }
}

/// Whether the `default` of an enum is a code that brings everything else with it.
fn default_is_catalogued(code: &LitStr, diagnostics: &mut Diagnostics) -> bool {
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

/// Counts the rows of the type's table.
fn count_rows(variants: &mut [Variant]) {
    let declared = variants.iter_mut().filter_map(|variant| match &mut variant.kind {
        Kind::Declared(declared) => Some(declared),
        Kind::Transparent(_) | Kind::Via(..) | Kind::Other(_) => None,
    });
    for (row, declared) in declared.enumerate() {
        declared.row = row;
    }
}
