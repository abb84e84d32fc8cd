//! The enum that is made of the catalogue.

use std::collections::BTreeSet;

use syn::{Data, DeriveInput, File, Item, parse_quote};

use crate::{catalogue, standard};

#[test]
fn every_code_with_an_error_status_is_a_documented_variant_without_its_dots() {
    let input: DeriveInput = parse_quote! {
        pub enum StandardError {}
    };
    let code = standard::expand(input);
    assert!(!code.to_string().contains("compile_error"), "the catalogue itself is rejected");
    let file: File = syn::parse2(code).unwrap();
    let variants: Vec<_> = file
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Enum(item) => Some(DeriveInput::from(item.clone())),
            _ => None,
        })
        .filter_map(|item| match item.data {
            Data::Enum(data) => Some(data.variants),
            Data::Struct(_) | Data::Union(_) => None,
        })
        .flatten()
        .collect();
    let documented =
        variants.iter().all(|variant| variant.attrs.iter().all(|attribute| attribute.path().is_ident("doc")));
    assert!(documented && variants.iter().all(|variant| variant.attrs.len() == 1), "documentation and no more");
    let names: BTreeSet<_> = variants.iter().map(|variant| variant.ident.to_string()).collect();
    let expected: BTreeSet<_> =
        catalogue::all().filter(|entry| !entry.statuses.is_empty()).map(|entry| entry.code.replace('.', "")).collect();
    assert_eq!((variants.len(), &names), (expected.len(), &expected));
    assert!(names.contains("KMSNotFoundException") && names.len() > 350, "{names:?}");
}
