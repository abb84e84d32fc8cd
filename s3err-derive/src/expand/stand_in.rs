//! The stand-in for the implementations of a type with mistakes, so that its uses are not reported as well.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse_quote;

use super::decode::from_documents;
use crate::attr::input::TypeInput;
use crate::model::Options;
use crate::span::written_here;
use crate::types::names_a_document;

/// An implementation that answers `InternalError`, with whatever the type was probably meant to implement beside it.
pub(crate) fn stand_in(input: &TypeInput<'_>, options: &Options) -> TokenStream {
    let krate = &options.krate;
    let generics = &input.derive_input.generics;
    let ident = written_here(&input.derive_input.ident);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    // Beside `#[error(...)]` it would be a second implementation.
    let has_display = input.checked.means("display") && input.error_of_thiserror().is_none();
    let display = has_display.then(|| {
        let mut of_error = generics.clone();
        // A bound over every lifetime is not checked until it is used: a type without `Debug` has no second error.
        of_error
            .make_where_clause()
            .predicates
            .push(parse_quote!(for<'__unchecked> #ident #type_generics: ::core::fmt::Debug));
        let of_error = of_error.where_clause;
        quote! {
            impl #impl_generics ::core::fmt::Display for #ident #type_generics #where_clause {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #krate::__private::fmt(self, __f)
                }
            }
            impl #impl_generics ::core::error::Error for #ident #type_generics #of_error {}
        }
    });
    let decode = input.checked.means("decode").then(|| decode(input, options));
    // As many as there can be: a constant may take one by its index.
    let count = input.errors.len();
    let mut seen = Vec::new();
    let conversions = input.errors.iter().filter_map(|error| match error.fields.as_slice() {
        [only] if only.attrs.from.is_some() && only.from_of_thiserror.is_none() => Some(&only.field.ty),
        _ => None,
    });
    let conversions = conversions.filter(|ty| !(input.checked.means("decode") && names_a_document(ty))).filter(|ty| {
        let text = ty.to_token_stream().to_string();
        let is_first = !seen.contains(&text);
        seen.push(text);
        is_first
    });
    let conversions = conversions.map(|ty| {
        quote! {
            impl #impl_generics ::core::convert::From<#ty> for #ident #type_generics #where_clause {
                fn from(_: #ty) -> Self {
                    ::core::unreachable!()
                }
            }
        }
    });
    quote! {
        impl #impl_generics #krate::Describe for #ident #type_generics #where_clause {
            const SPECS: &'static [#krate::ErrorSpec] = &[#krate::__private::fallback::SPEC; #count];
        }
        impl #impl_generics #krate::S3Error for #ident #type_generics #where_clause {
            fn code(&self) -> &::core::primitive::str {
                #krate::__private::fallback::CODE
            }
            fn status(&self) -> #krate::__private::StatusCode {
                #krate::__private::fallback::STATUS
            }
            fn message(&self) -> #krate::__private::Cow<'_, ::core::primitive::str> {
                #krate::__private::Cow::Borrowed("")
            }
        }
        #display
        #decode
        #(#conversions)*
    }
}

/// The conversion from a document. It never runs.
fn decode(input: &TypeInput<'_>, options: &Options) -> TokenStream {
    let is_total = input.errors.iter().any(|error| error.checked.means("other"));
    let body = if is_total {
        quote!({
            let _ = __document;
            ::core::unreachable!()
        })
    } else {
        quote!(::core::result::Result::Err(__document))
    };
    let generics = &input.derive_input.generics;
    let where_clause = generics.where_clause.as_ref();
    let ident = &input.derive_input.ident;
    from_documents(ident, generics, &options.krate, where_clause, is_total, [body.clone(), body])
}
