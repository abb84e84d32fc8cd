//! The conversions that fields with `from` ask for.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use super::path;
use crate::model::{Conversion, Model, Variant};
use crate::span::{located, written_here};

/// All of them.
pub(super) fn conversions(model: &Model) -> TokenStream {
    let variants = model.variants.iter();
    variants.filter_map(|variant| Some(conversion(model, variant, variant.from.as_ref()?))).collect()
}

/// Of `Io(#[s3(from)] std::io::Error)`
///
/// ```ignore
/// impl From<std::io::Error> for StorageError {
///     fn from(source: std::io::Error) -> Self {
///         StorageError::Io { 0: source }
///     }
/// }
/// ```
fn conversion(model: &Model, variant: &Variant, conversion: &Conversion) -> TokenStream {
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, where_clause) = model.generics.split_for_impl();
    let (path, member, ty) = (path(model, variant), conversion.field.pattern_member(), &conversion.field.ty);
    let span = located(ty.span());
    let source = Ident::new("__source", span);
    let from = quote_spanned!(span=> ::core::convert::From<#ty>);
    quote! {
        #[automatically_derived]
        impl #impl_generics #from for #ident #type_generics #where_clause {
            fn from(#source: #ty) -> Self {
                #path { #member: #source }
            }
        }
    }
}
