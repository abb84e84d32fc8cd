//! Variants that take everything from their one field.

use proc_macro2::Span;

use super::error::Raw;
use crate::diagnostics::{Diagnostics, Given};
use crate::keys::Keyed;
use crate::model::{Field, Kind, Options};
use crate::value::{Flag, Function};

impl<'a> Raw<'a, '_> {
    /// The kind of a variant that takes everything from its field: `Absent` if it is none.
    pub(super) fn delegation(&mut self, options: &Options, diagnostics: &mut Diagnostics) -> Given<Kind<'a>> {
        let transparent = diagnostics.given(self.attrs.transparent.take());
        let via = diagnostics.given(self.attrs.via.take());
        let other = diagnostics.given(self.attrs.other.take());
        if matches!(other, Given::Value(_)) && !options.decode && !options.decode_is_meant {
            let span = self.items.span_of("other").unwrap_or_else(Span::call_site);
            diagnostics.at_span(span, "`other` receives what `decode` reads, write `#[s3(decode)]` on the enum");
        }
        let kind = match (transparent, via, other) {
            (Given::Absent, Given::Absent, Given::Absent) => return Given::Absent,
            (_, Given::Bad, _) => {
                self.only_field("via", diagnostics); // what else is wrong with it
                None
            }
            (Given::Bad, ..) | (.., Given::Bad) => None,
            (Given::Value(Flag(_)), ..) => self.only_field("transparent", diagnostics).map(Kind::Transparent),
            (_, Given::Value(Function(path)), _) => {
                self.only_field("via", diagnostics).map(|field| Kind::Via(field, path))
            }
            (.., Given::Value(Flag(_))) => self.only_field("other", diagnostics).map(Kind::Other),
        };
        kind.map_or(Given::Bad, Given::Value)
    }

    /// The one field that everything is taken from, with no other key beside `key`.
    fn only_field(&self, key: &str, diagnostics: &mut Diagnostics) -> Option<Field<'a>> {
        for Keyed { key: other, meta } in &self.items.own {
            if *other == key {
                continue;
            }
            if ["transparent", "via", "other"].contains(other) {
                diagnostics.at(meta, &format!("`{key}` and `{other}` exclude each other, keep one"));
            } else {
                diagnostics.at(meta, &format!("`{key}` takes everything from the field, leave `{other}` away"));
            }
        }
        for role in &self.fields {
            let mut leave_away = |other: &str, span: Option<Span>| {
                if let Some(span) = span {
                    let message = format!("`{key}` takes everything from the field, leave `{other}` away");
                    diagnostics.at_span(span, &message);
                }
            };
            for (other, span) in role.keys() {
                leave_away(other, span);
            }
            leave_away("source", role.source_key.filter(|_| key != "via").map(|flag| flag.0));
        }
        match self.fields.as_slice() {
            [role] => Some(role.field.clone()),
            roles => {
                let count = if roles.is_empty() { "has none".to_owned() } else { format!("has {}", roles.len()) };
                let span = self.items.span_of(key).unwrap_or_else(Span::call_site);
                diagnostics.at_span(span, &format!("`{key}` needs exactly one field, `{}` {count}", self.ident));
                None
            }
        }
    }
}
