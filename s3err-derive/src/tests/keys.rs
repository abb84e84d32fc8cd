//! The table of keys, and those who read them.

use quote::format_ident;
use syn::{Attribute, parse_quote};

use crate::attr::{Attrs, ContainerAttrs, ErrorAttrs, FieldAttrs};
use crate::diagnostics::Diagnostics;
use crate::keys::{Keyed, Place, examples, read};

#[test]
fn every_key_of_the_table_is_taken_where_it_may_stand() {
    for (place, example) in examples() {
        let keys: proc_macro2::TokenStream = example.parse().unwrap();
        let attribute: Attribute = parse_quote!(#[s3(#keys)]);
        let mut diagnostics = Diagnostics::default();
        let items = read(place, &[attribute], &mut diagnostics);
        assert!(diagnostics.finish().is_none(), "{example}");
        for Keyed { key, meta } in &items.container {
            assert!(ContainerAttrs::default().take(key, meta), "{example}");
        }
        for Keyed { key, meta } in &items.own {
            let taken = match place {
                Place::Field => FieldAttrs::default().take(key, meta),
                Place::Enum | Place::Struct | Place::Variant => ErrorAttrs::default().take(key, meta),
            };
            assert!(taken, "{example}");
        }
        assert_eq!(items.container.len() + items.own.len(), 1, "{example}");
    }
}

#[test]
fn a_key_that_is_none_is_not_taken() {
    let meta = syn::Meta::Path(format_ident!("code_").into());
    assert!(!ContainerAttrs::default().take("code_", &meta));
    assert!(!ErrorAttrs::default().take("code_", &meta));
    assert!(!FieldAttrs::default().take("code_", &meta));
}
