//! The derive macro of [`s3err-core`](https://docs.rs/s3err-core), which documents it, and the only copy of the
//! catalogue of Amazon S3's error codes. Depend on `s3err-core`, not on this.
//!
//! The way of the data: attributes are read (`items`, `keys`, `attr`, `value`), become a `model` with every default
//! decided (`lower`, `template`, `catalogue`), the model is checked (`rules`), and only a model without mistakes
//! is expanded (`expand`).
#![forbid(unsafe_code)]

mod attr;
mod bounds;
mod catalogue;
mod diagnostics;
mod expand;
mod items;
mod keys;
mod lower;
mod model;
mod names;
mod rules;
mod span;
mod standard;
mod suggest;
mod template;
#[cfg(test)]
mod tests;
mod types;
mod value;

use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

use crate::diagnostics::Diagnostics;
use crate::model::Model;
use crate::rules::Completeness;

/// Derives `s3err_core::S3Error`, whose documentation has the attributes.
#[proc_macro_derive(S3Error, attributes(s3))]
pub fn derive_s3_error(input: TokenStream) -> TokenStream {
    derive(&parse_macro_input!(input as DeriveInput), Completeness::Required).into()
}

/// Fills the enum that it is given with a variant for every code of the catalogue that has an error status. For
/// `s3err-core` alone.
#[doc(hidden)]
#[proc_macro]
pub fn standard_error(input: TokenStream) -> TokenStream {
    standard::expand(parse_macro_input!(input as DeriveInput)).into()
}

fn derive(input: &DeriveInput, completeness: Completeness) -> proc_macro2::TokenStream {
    let mut diagnostics = Diagnostics::default();
    let (options, variants) = lower::lower(input, &mut diagnostics);
    rules::check(&options, &variants, completeness, &mut diagnostics);
    if let Some(errors) = diagnostics.finish() {
        let errors = errors.into_compile_error();
        let fallback = expand::fallback(input, &options);
        return quote!(#errors #fallback);
    }
    expand::expand(&Model { input, options, variants })
}
