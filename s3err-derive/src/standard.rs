//! `StandardError`: the catalogue as an enum.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Data, DeriveInput, Ident, Variant, parse_quote};

use crate::catalogue::{self, Entry};
use crate::derive;
use crate::names;
use crate::rules::Completeness;
use crate::suggest::list;

/// The enum with its variants, and their implementations.
pub(crate) fn expand(mut input: DeriveInput) -> TokenStream {
    if let Data::Enum(data) = &mut input.data {
        data.variants = standard().map(variant).collect();
    }
    let implementations = derive(&input, Completeness::Waived);
    input.attrs.retain(|attribute| !attribute.path().is_ident("s3"));
    if let Data::Enum(data) = &mut input.data {
        // Documented only now: the table, which has all that the documentation says, needs no copy of it.
        for (variant, entry) in data.variants.iter_mut().zip(standard()) {
            let docs = docs(entry);
            variant.attrs = vec![parse_quote!(#[doc = #docs])];
        }
    }
    let lookup = lookup(&input);
    quote!(#input #implementations #lookup)
}

/// The ways to a variant, and what the catalogue says of it beside its error.
fn lookup(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let entries: Vec<_> = standard().collect();
    let variants = entries.iter().map(|entry| variant_name(*entry));
    let families = entries.iter().map(|entry| entry.family());
    let sensitive = catalogue::SENSITIVE_DETAILS;
    let (elements, headers) = (names::OWN_ELEMENTS, names::OWN_HEADERS.map(|(header, _)| header));
    let details = details();
    quote! {
        impl #ident {
            /// Every variant, sorted by code.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];
        }

        /// The families of the variants, in their order.
        static FAMILIES: &[&str] = &[#(#families),*];

        /// The details of all codes.
        pub(crate) static DETAILS: &[&str] = &[#(#details),*];

        /// The document's own elements, which no detail may be named after.
        pub(crate) static OWN_ELEMENTS: &[&str] = &[#(#elements),*];

        /// The headers that are no error's to set, in lower case.
        pub(crate) static OWN_HEADERS: &[&str] = &[#(#headers),*];

        /// The details that are kept out of logs whatever their error.
        pub(crate) static SENSITIVE_DETAILS: &[&str] = &[#(#sensitive),*];
    }
}

/// The details of all codes, sorted.
fn details() -> Vec<&'static str> {
    let mut details = Vec::new();
    for entry in catalogue::all() {
        for detail in entry.details() {
            if let Err(place) = details.binary_search(&detail) {
                details.insert(place, detail);
            }
        }
    }
    details
}

/// The codes that have an error status.
fn standard() -> impl Iterator<Item = Entry> {
    catalogue::all().filter(|entry| !entry.statuses().is_empty())
}

/// The variant's name: the code without its dots.
fn variant_name(entry: Entry) -> Ident {
    let mut name = String::new();
    for part in entry.code().split('.') {
        name.push_str(part);
    }
    Ident::new(&name, Span::call_site())
}

/// The variant of a code.
fn variant(entry: Entry) -> Variant {
    let (ident, code) = (variant_name(entry), entry.code());
    if ident == code { parse_quote!(#ident) } else { parse_quote!(#[s3(code = #code)] #ident) }
}

fn docs(entry: Entry) -> String {
    let statuses = list(&entry.statuses_in_words(), "or");
    format!(" `{}` ({statuses}, {}): {}", entry.code(), entry.family(), entry.message())
}
