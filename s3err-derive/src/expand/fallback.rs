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
    let display = (options.display || options.display_is_meant).then(|| {
        let mut of_error = input.generics.clone();
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
    let decode = (options.decode || options.decode_is_meant).then(|| decode(input, options));
    quote! {
        impl #impl_generics #krate::Describe for #ident #type_generics #where_clause {
            const SPECS: &'static [#krate::ErrorSpec] = &[];
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
    }
}

/// The way back, so that its uses are not reported as well. It never runs.
fn decode(input: &DeriveInput, options: &Options) -> TokenStream {
    let krate = &options.krate;
    let ident = written_here(&input.ident);
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    let mut of_reference = input.generics.clone();
    of_reference.params.insert(0, parse_quote!('__document));
    let (impl_generics_of_reference, ..) = of_reference.split_for_impl();
    let owned = quote!(#krate::ErrorDocument);
    let borrowed = quote!(&'__document #krate::ErrorDocument);
    let conversion = |generics: TokenStream, document: TokenStream| {
        if options.has_other {
            quote! {
                impl #generics ::core::convert::From<#document> for #ident #type_generics #where_clause {
                    fn from(_: #document) -> Self {
                        ::core::unreachable!()
                    }
                }
            }
        } else {
            quote! {
                impl #generics ::core::convert::TryFrom<#document> for #ident #type_generics #where_clause {
                    type Error = #document;
                    fn try_from(__document: #document) -> ::core::result::Result<Self, #document> {
                        ::core::result::Result::Err(__document)
                    }
                }
            }
        }
    };
    let (of_owned, of_borrowed) =
        (conversion(quote!(#impl_generics), owned), conversion(quote!(#impl_generics_of_reference), borrowed));
    quote!(#of_owned #of_borrowed)
}
