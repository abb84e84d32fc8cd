//! `StandardError`: the catalogue as an enum.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Ident, Variant, parse_quote};

use crate::catalogue::{self, Entry};
use crate::derive;
use crate::rules::Completeness;

/// The enum with its variants, and their implementations.
pub(crate) fn expand(mut input: DeriveInput) -> TokenStream {
    if let Data::Enum(data) = &mut input.data {
        data.variants = catalogue::all().iter().filter(|entry| !entry.statuses.is_empty()).map(variant).collect();
    }
    let implementations = derive(&input, Completeness::Waived);
    input.attrs.retain(|attribute| !attribute.path().is_ident("s3"));
    if let Data::Enum(data) = &mut input.data {
        for variant in &mut data.variants {
            variant.attrs.retain(|attribute| !attribute.path().is_ident("s3"));
        }
    }
    quote!(#input #implementations)
}

/// The variant of a code: its name without the dots.
fn variant(entry: &Entry) -> Variant {
    let Entry { code, statuses, message, family, .. } = entry;
    let name = code.replace('.', "");
    let ident = Ident::new(&name, Span::call_site());
    let statuses: Vec<_> = statuses.iter().map(ToString::to_string).collect();
    let docs = format!(" `{code}` ({}, {family}): {message}", statuses.join(" or "));
    if name == *code {
        parse_quote!(#[doc = #docs] #ident)
    } else {
        parse_quote!(#[doc = #docs] #[s3(code = #code)] #ident)
    }
}
