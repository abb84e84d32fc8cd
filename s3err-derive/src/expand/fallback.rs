//! What stands in for the implementations of a type with mistakes: with it, the mistakes are all that is reported.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_quote};

use crate::model::Options;
use crate::span::written_here;

/// An implementation that answers `InternalError`.
pub(crate) fn fallback(input: &DeriveInput, options: &Options) -> TokenStream {
    let krate = &options.krate;
    let ident = written_here(&input.ident);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    let display = options.display.then(|| {
        let mut of_error = input.generics.clone();
        of_error.make_where_clause().predicates.push(parse_quote!(Self: ::core::fmt::Debug));
        let of_error = of_error.where_clause;
        quote! {
            impl #impl_generics ::core::fmt::Display for #ident #type_generics #where_clause {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #krate::__private::fmt(self, f)
                }
            }
            impl #impl_generics ::core::error::Error for #ident #type_generics #of_error {}
        }
    });
    let decode = options.decode.map(|_| {
        quote! {
            impl #impl_generics ::core::convert::TryFrom<#krate::ErrorDocument> for #ident #type_generics #where_clause {
                type Error = #krate::ErrorDocument;
                fn try_from(document: #krate::ErrorDocument) -> ::core::result::Result<Self, #krate::ErrorDocument> {
                    ::core::result::Result::Err(document)
                }
            }
        }
    });
    quote! {
        impl #impl_generics #krate::Describe for #ident #type_generics #where_clause {
            const SPECS: &'static [#krate::ErrorSpec] = &[];
        }
        impl #impl_generics #krate::S3Error for #ident #type_generics #where_clause {
            fn code(&self) -> &str {
                #krate::__private::fallback::CODE
            }
            fn status(&self) -> #krate::__private::StatusCode {
                #krate::__private::fallback::STATUS
            }
            fn message(&self) -> #krate::__private::Cow<'_, str> {
                #krate::__private::Cow::Borrowed("")
            }
        }
        #display
        #decode
    }
}
