//! What stands in for the implementations of a type with mistakes: with it, the mistakes are all that is reported.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, parse_quote};

use super::decode::from_documents;
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
    // As many as there can be: a constant may take one by its index.
    let count = if let Data::Enum(data) = &input.data { data.variants.len() } else { 1 };
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
    }
}

/// The way back, so that its uses are not reported as well. It never runs.
fn decode(input: &DeriveInput, options: &Options) -> TokenStream {
    let body = if options.has_other {
        quote!({
            let _ = __document;
            ::core::unreachable!()
        })
    } else {
        quote!(::core::result::Result::Err(__document))
    };
    let where_clause = input.generics.where_clause.as_ref();
    from_documents(input, &options.krate, where_clause, options.has_other, [body.clone(), body])
}
