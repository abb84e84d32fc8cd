//! The walk over the type: each element with its attributes, read and not yet judged beside one another.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Member};

use super::check::{Checked, check};
use super::table::Place;
use super::{EnumAttrs, ErrorAttrs, FieldAttrs, TypeAttrs};
use crate::diagnostics::Diagnostics;
use crate::model::Field;
use crate::types::{borrows, is_plain};

/// A type as the user wrote it.
pub(crate) struct TypeInput<'a> {
    pub(crate) derive_input: &'a DeriveInput,
    pub(crate) checked: Checked,
    pub(crate) attrs: TypeAttrs,
    pub(crate) of_enum: EnumAttrs,
    /// The variants of an enum; of a struct, itself.
    pub(crate) errors: Vec<ErrorInput<'a>>,
}

/// A variant, or a struct as the one error that it is.
pub(crate) struct ErrorInput<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) attributes: &'a [Attribute],
    pub(crate) is_unit: bool,
    pub(crate) checked: Checked,
    pub(crate) attrs: ErrorAttrs,
    pub(crate) fields: Vec<FieldInput>,
}

/// A field.
pub(crate) struct FieldInput {
    pub(crate) field: Field,
    /// The field's name in placeholders and logs: without `r#`, or its position.
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) checked: Checked,
    pub(crate) attrs: FieldAttrs,
    /// thiserror's `#[from]`.
    pub(crate) from_of_thiserror: Option<Span>,
    /// The place that makes it the source error: an attribute of ours or of thiserror, or its name.
    pub(crate) source: Option<Span>,
}

/// Reads the attributes of a type and of all in it, and reports what is wrong with each by itself.
pub(crate) fn read<'a>(derive_input: &'a DeriveInput, diagnostics: &mut Diagnostics) -> TypeInput<'a> {
    let place = if matches!(derive_input.data, Data::Struct(_)) { Place::Struct } else { Place::Enum };
    let checked = check(place, &derive_input.attrs, diagnostics);
    let errors = match &derive_input.data {
        Data::Enum(data) => {
            let variants = data.variants.iter();
            variants
                .map(|variant| {
                    let checked = check(Place::Variant, &variant.attrs, diagnostics);
                    error(&variant.ident, &variant.attrs, &variant.fields, checked, diagnostics)
                })
                .collect()
        }
        Data::Struct(data) => {
            vec![error(&derive_input.ident, &derive_input.attrs, &data.fields, checked.clone(), diagnostics)]
        }
        Data::Union(data) => {
            diagnostics.at(&data.union_token, "`S3Error` cannot be derived for a union", "make it an enum or a struct");
            Vec::new()
        }
    };
    let of_enum = if place == Place::Enum { checked.read() } else { EnumAttrs::default() };
    TypeInput { derive_input, attrs: checked.read(), of_enum, checked, errors }
}

fn error<'a>(
    ident: &'a Ident,
    attributes: &'a [Attribute],
    fields: &'a Fields,
    checked: Checked,
    diagnostics: &mut Diagnostics,
) -> ErrorInput<'a> {
    let mut inputs: Vec<_> =
        fields.iter().enumerate().map(|(index, written)| field(index, written, diagnostics)).collect();
    if let [only] = inputs.as_mut_slice()
        && is_transparent_to_thiserror(attributes)
        && only.may_be_the_transparent_source()
    {
        only.source = only.source.or(Some(only.span));
    }
    let is_unit = matches!(fields, Fields::Unit);
    ErrorInput { ident, attributes, is_unit, attrs: checked.read(), checked, fields: inputs }
}

fn field(index: usize, written: &syn::Field, diagnostics: &mut Diagnostics) -> FieldInput {
    let checked = check(Place::Field, &written.attrs, diagnostics);
    let (member, name, span) = match &written.ident {
        Some(ident) => (Member::Named(ident.clone()), ident.unraw().to_string(), ident.span()),
        None => (Member::from(index), index.to_string(), written.ty.span()),
    };
    let of_thiserror = |name: &str| written.attrs.iter().find(|attr| attr.path().is_ident(name)).map(Spanned::span);
    let mut input = FieldInput {
        field: Field { index, member, ty: written.ty.clone() },
        attrs: checked.read(),
        from_of_thiserror: of_thiserror("from"),
        source: None,
        name,
        span,
        checked,
    };
    let by_attribute = input.attrs.source.or(input.attrs.from).map(|flag| flag.0);
    let by_thiserror = of_thiserror("source").or(input.from_of_thiserror);
    input.source = by_attribute.or(by_thiserror).or(input.is_named_source().then_some(span));
    input
}

impl FieldInput {
    /// Returns whether it is a detail or a header.
    pub(crate) fn is_exposed(&self) -> bool {
        self.attrs.detail.is_some() || self.attrs.header.is_some()
    }

    /// Returns whether its name alone makes it the source error. A string for the log may be called `source` too.
    fn is_named_source(&self) -> bool {
        let is_logged_string = self.attrs.log.is_some() && is_plain(&self.field.ty);
        self.name == "source" && self.checked.is_whole() && !self.is_exposed() && !is_logged_string
    }

    /// The only field under `#[error(transparent)]` is the source error, unless it is sent to the client. One that
    /// borrows cannot be: a source is `'static`.
    fn may_be_the_transparent_source(&self) -> bool {
        self.checked.is_whole()
            && !self.is_exposed()
            && self.attrs.retry_after.is_none()
            && !is_plain(&self.field.ty)
            && !borrows(&self.field.ty)
    }
}

impl ErrorInput<'_> {
    /// Returns whether one of these attributes, which seem to be missing, may be in what is unknown or malformed, here
    /// or on a field.
    pub(crate) fn may_hide(&self, names: &[&str]) -> bool {
        self.checked.may_hide(names) || self.fields.iter().any(|field| field.checked.may_hide(names))
    }

    /// Returns whether all its attributes and those of its fields are known and could be read.
    pub(crate) fn is_whole(&self) -> bool {
        self.checked.is_whole() && self.fields.iter().all(|field| field.checked.is_whole())
    }

    /// Counts the details that are written on it and its fields.
    pub(crate) fn detail_count(&self) -> usize {
        self.attrs.detail.len() + self.fields.iter().filter(|field| field.attrs.detail.is_some()).count()
    }

    /// Counts the headers that are written on it and its fields.
    pub(crate) fn header_count(&self) -> usize {
        self.attrs.header.len() + self.fields.iter().filter(|field| field.attrs.header.is_some()).count()
    }
}

impl TypeInput<'_> {
    /// thiserror's `#[error(...)]`, which implements `Display` and `Error`.
    pub(crate) fn error_of_thiserror(&self) -> Option<&Attribute> {
        let of_variants = self.errors.iter().map(|error| error.attributes);
        std::iter::once(self.derive_input.attrs.as_slice()).chain(of_variants).find_map(error_of_thiserror)
    }
}

fn error_of_thiserror(attributes: &[Attribute]) -> Option<&Attribute> {
    attributes.iter().find(|attribute| attribute.path().is_ident("error"))
}

fn is_transparent_to_thiserror(attributes: &[Attribute]) -> bool {
    error_of_thiserror(attributes)
        .is_some_and(|attribute| attribute.parse_args::<Ident>().is_ok_and(|word| word == "transparent"))
}
