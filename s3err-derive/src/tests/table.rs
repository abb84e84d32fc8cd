//! The table of attributes, and the receivers that read them.

use proc_macro2::TokenStream;
use syn::{Attribute, parse_quote};

use crate::attr::check::{Checked, check};
use crate::attr::table::{Place, all};
use crate::attr::{EnumAttrs, ErrorAttrs, FieldAttrs, TypeAttrs};
use crate::diagnostics::Diagnostics;

#[test]
fn every_attribute_of_the_table_is_read_where_it_belongs() {
    for attr in all() {
        for place in attr.places {
            let example: TokenStream = attr.example.parse().unwrap();
            let (place, example) = match place {
                Place::Exposed => (Place::Field, quote::quote!(detail(#example))),
                Place::Log => (Place::Field, quote::quote!(log(#example))),
                place => (*place, example),
            };
            let attribute: Attribute = parse_quote!(#[s3(#example)]);
            let mut diagnostics = Diagnostics::new();
            let checked = check(place, &[attribute], &mut diagnostics);
            assert_eq!(diagnostics.finish().map(|error| error.to_string()), None, "{example}");
            assert!(checked.is_whole() && checked.written().count() == 1, "{example}");
            assert!(is_received(place, &checked, attr.name), "{example}");
        }
    }
}

/// Returns whether a receiver has a field for the attribute, and not merely room for it among those that it does not
/// know.
fn is_received(place: Place, checked: &Checked, name: &str) -> bool {
    let of_type = |name: &str| {
        let attrs: TypeAttrs = checked.read();
        match name {
            "crate" => attrs.krate.is_some(),
            "display" => attrs.display.is_some(),
            "decode" => attrs.decode.is_some(),
            "strict" => attrs.strict.is_some(),
            "default" => attrs.default.is_some(),
            "message" => place == Place::Enum && checked.read::<EnumAttrs>().message.is_some(),
            _ => false,
        }
    };
    let of_error = |name: &str| {
        let attrs: ErrorAttrs = checked.read();
        match name {
            "code" => attrs.code.is_some(),
            "status" => attrs.status.is_some(),
            "custom" => attrs.custom.is_some(),
            "message" => attrs.message.is_some(),
            "fault" => attrs.fault.is_some(),
            "retry" => attrs.retry.is_some(),
            "header" => attrs.header.len() == 1,
            "detail" => attrs.detail.len() == 1,
            "retry_after" => attrs.retry_after.is_some(),
            "close" => attrs.close.is_some(),
            "transparent" => attrs.transparent.is_some(),
            "via" => attrs.via.is_some(),
            "other" => attrs.other.is_some(),
            _ => false,
        }
    };
    match place {
        Place::Enum => of_type(name),
        Place::Struct => of_type(name) || of_error(name),
        Place::Variant => of_error(name),
        Place::Field | Place::Exposed | Place::Log => {
            let attrs: FieldAttrs = checked.read();
            let exposed = attrs.detail.as_ref();
            match name {
                "detail" => exposed.is_some(),
                "header" => attrs.header.is_some(),
                "retry_after" => attrs.retry_after.is_some(),
                "source" => attrs.source.is_some(),
                "from" => attrs.from.is_some(),
                "log" => attrs.log.is_some(),
                "sensitive" => attrs.sensitive.is_some(),
                "name" => exposed.is_some_and(|exposed| exposed.name.is_some()),
                "with" => {
                    exposed.is_some_and(|exposed| exposed.with.is_some())
                        || attrs.log.is_some_and(|log| log.with.is_some())
                }
                "parse" => exposed.is_some_and(|exposed| exposed.parse.is_some()),
                _ => false,
            }
        }
    }
}
