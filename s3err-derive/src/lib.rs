//! The derive macro of [`s3err-core`](https://docs.rs/s3err-core), which documents it, and the only copy of the
//! catalogue of Amazon S3's error codes. Depend on `s3err-core`, not on this.
//!
//! Data goes one way: attributes are checked and read (`attr`), become a `model` in which every default is decided
//! (`resolve`, with the `catalogue`), what must hold between attributes, fields and variants is checked (`rules`), and
//! only a model without mistakes is expanded (`expand`). `derive` calls them in order.
#![forbid(unsafe_code)]

mod attr;
mod catalogue;
mod derive;
mod diagnostics;
mod expand;
mod model;
mod names;
mod resolve;
mod rules;
mod shape;
mod span;
mod standard;
mod suggest;
#[cfg(test)]
mod tests;
mod types;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Derives `s3err_core::S3Error`, whose documentation has the attributes.
#[proc_macro_derive(S3Error, attributes(s3))]
pub fn derive_s3_error(input: TokenStream) -> TokenStream {
    derive::derive(&parse_macro_input!(input as DeriveInput)).into()
}

/// Fills the enum that it is given with a variant for every code of the catalogue that has an error status. For
/// `s3err-core` alone.
#[doc(hidden)]
#[proc_macro]
pub fn standard_error(input: TokenStream) -> TokenStream {
    standard::expand(parse_macro_input!(input as DeriveInput)).into()
}

/// Writes the catalogue's facts about names as constants. For `s3err-core` alone.
#[doc(hidden)]
#[proc_macro]
pub fn catalogue_names(_: TokenStream) -> TokenStream {
    standard::names().into()
}
