//! From what a user wrote to what is legal: every default is decided, or what is missing is said.

mod code;
mod defaults;
mod docs;
mod field;
mod template;
mod variant;

use proc_macro2::Span;
use syn::{Data, Ident, Path, PathSegment, Token};

use self::defaults::Defaults;
use crate::attr::input::TypeInput;
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Model, Options, Variant};

/// The model of a type. An error that a mistake leaves unknown is not in it.
pub(crate) fn resolve(input: &TypeInput<'_>, diagnostics: &mut Diagnostics) -> Model {
    let defaults = Defaults::new(input, diagnostics);
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

/// The options of the type as a whole, whatever mistakes are in it.
fn options(input: &TypeInput<'_>) -> Options {
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
