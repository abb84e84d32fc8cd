//! From what was written to what is legal: the walk over the type, and every default.
//!
//! Rules of one attribute are checked here, where its value becomes part of the model; rules that look at several are in
//! [`crate::rules`].

mod code;
mod delegation;
mod error;
mod field;
mod sent;

use proc_macro2::Span;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Ident, Lit, Member, Meta, Path};

use crate::attr::{ContainerAttrs, ErrorAttrs, receive};
use crate::diagnostics::Diagnostics;
use crate::keys::{self, Place};
use crate::model::{Field, Options, Variant};
use crate::value::Message;

/// Reads the options of the type and its errors. The options are known even when the errors are not.
pub(crate) fn lower<'a>(input: &'a DeriveInput, diagnostics: &mut Diagnostics) -> (Options, Vec<Variant<'a>>) {
    let place = if matches!(input.data, Data::Struct(_)) { Place::Struct } else { Place::Enum };
    let items = keys::read(place, &input.attrs, diagnostics);
    let mut options = options(receive(&items.container), diagnostics);
    options.display_is_meant = items.means("display");
    options.decode_is_meant = items.means("decode");
    leave_display_to_thiserror(input, &mut options, diagnostics);
    let mut variants = Vec::new();
    match &input.data {
        Data::Enum(data) => {
            for variant in &data.variants {
                let items = keys::read(Place::Variant, &variant.attrs, diagnostics);
                options.has_other |= items.span_of("other").is_some() || items.means("other");
                let element = Element { ident: &variant.ident, attributes: &variant.attrs, fields: &variant.fields };
                if let Some(variant) = element.lower(&items, &options, diagnostics) {
                    variants.push(variant);
                }
            }
        }
        Data::Struct(data) => {
            let element = Element { ident: &input.ident, attributes: &input.attrs, fields: &data.fields };
            if let Some(variant) = element.lower(&items, &options, diagnostics) {
                variants.push(variant);
            }
        }
        Data::Union(data) => {
            diagnostics.at(&data.union_token, "`S3Error` is derived for enums and structs, make this an enum");
        }
    }
    (options, variants)
}

fn options(attrs: ContainerAttrs, diagnostics: &mut Diagnostics) -> Options {
    let message_is_display = match diagnostics.value(attrs.message) {
        Some(Message::Display(span)) => Some(span),
        Some(Message::Template(text)) => {
            diagnostics.at_span(text.span, "write the message on each variant, or `message = display` here");
            None
        }
        None => None,
    };
    let display = diagnostics.value(attrs.display).is_some();
    if let Some(span) = message_is_display.filter(|_| display) {
        diagnostics.at_span(span, error::DISPLAY_TWICE);
    }
    Options {
        krate: diagnostics.value(attrs.krate).map_or_else(default_crate, |path| path.0),
        display,
        decode: diagnostics.value(attrs.decode).is_some(),
        has_other: false,
        display_is_meant: false,
        decode_is_meant: false,
        strict: diagnostics.value(attrs.strict).is_some(),
        message_is_display,
    }
}

/// `display` beside `#[error(...)]`: two implementations of one trait.
fn leave_display_to_thiserror(input: &DeriveInput, options: &mut Options, diagnostics: &mut Diagnostics) {
    let mut attribute = of_thiserror(&input.attrs);
    if let Data::Enum(data) = &input.data {
        for variant in &data.variants {
            attribute = attribute.or_else(|| of_thiserror(&variant.attrs));
        }
    }
    let Some(attribute) = attribute else { return };
    // A stand-in would be a second implementation too.
    options.display_is_meant = false;
    if options.display {
        options.display = false;
        diagnostics.at(attribute, "`display` implements `Display` and `Error` as `#[error(...)]` does, leave one away");
    }
}

fn of_thiserror(attributes: &[Attribute]) -> Option<&Attribute> {
    attributes.iter().find(|attribute| attribute.path().is_ident("error"))
}

fn is_transparent_to_thiserror(attributes: &[Attribute]) -> bool {
    of_thiserror(attributes)
        .is_some_and(|attribute| attribute.parse_args::<Ident>().is_ok_and(|word| word == "transparent"))
}

fn default_crate() -> Path {
    Path {
        leading_colon: Some(syn::Token![::](Span::call_site())),
        segments: [syn::PathSegment::from(Ident::new("s3err_core", Span::call_site()))].into_iter().collect(),
    }
}

/// A variant or a struct, as it was written.
struct Element<'a> {
    ident: &'a Ident,
    attributes: &'a [Attribute],
    fields: &'a Fields,
}

impl<'a> Element<'a> {
    /// The variant, unless what was written is not enough to know it.
    fn lower(&self, items: &keys::Items, options: &Options, diagnostics: &mut Diagnostics) -> Option<Variant<'a>> {
        let attrs: ErrorAttrs = receive(&items.own);
        let fields = fields(self.fields);
        let roles = field::read(&fields, self.fields, is_transparent_to_thiserror(self.attributes), diagnostics);
        let element = error::Raw { ident: self.ident, items, attrs, fields: roles };
        let (source, kind) = element.lower(options, diagnostics)?;
        let is_unit = matches!(self.fields, Fields::Unit);
        Some(Variant { ident: self.ident, docs: docs(self.attributes), source, fields, is_unit, kind })
    }
}

/// The fields of a variant or a struct.
fn fields(written: &Fields) -> Vec<Field<'_>> {
    let mut fields = Vec::new();
    for (index, field) in written.iter().enumerate() {
        let member = field.ident.clone().map_or_else(|| Member::from(index), Member::Named);
        fields.push(Field { index, member, ty: &field.ty });
    }
    fields
}

/// The text of a doc comment, each line without the blank that follows the slashes, or the star.
fn docs(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(ExprLit { lit: Lit::Str(docs), .. }) = &pair.value
        {
            let docs = docs.value();
            for line in lines(&docs) {
                text.push_str(line.strip_prefix(' ').unwrap_or(line).trim_end());
                text.push('\n');
            }
        }
    }
    text.trim().to_owned()
}

/// The lines of a doc comment; of a block, without the stars that stand before each line but the first.
fn lines(docs: &str) -> Vec<&str> {
    let starless: fn(&str) -> Option<&str> = |line| line.trim_start().strip_prefix('*');
    let (first, rest) = docs.split_once('\n').unwrap_or((docs, ""));
    let is_block = !rest.is_empty() && rest.trim_end().lines().all(|line| starless(line).is_some());
    let mut lines = vec![first];
    for line in rest.lines() {
        lines.push(if is_block { starless(line).unwrap_or_default() } else { line });
    }
    lines
}
